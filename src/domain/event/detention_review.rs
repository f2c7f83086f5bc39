//! Reviews of a detention.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::ReviewOutcome;

/// A detention was reviewed, or was to be, or the day for that became known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DetentionReviewed {
    /// Which (its first event).
    pub on: EventId,
    /// What came of it.
    pub outcome: ReviewOutcome,
    /// When it was held, or was to be; of a plan, when it became known.
    pub date: PartialDate,
    /// The day of the next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NaiveDate>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
