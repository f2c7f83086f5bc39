//! How great the danger is for a person, and when somebody is to look at it again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::domain::code::RiskLevel;

/// The danger was weighed. The latest holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskWeighed {
    /// How great it is.
    pub level: RiskLevel,
    /// The day to look at it again.
    pub review: NaiveDate,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
