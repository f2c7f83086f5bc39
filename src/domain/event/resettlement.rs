//! Resettlement to a third country: a path of its own, beside the applications.

use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::domain::code::ResettlementState;

/// A step on the way to a third country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResettlementStep {
    /// Where it stands from then on.
    pub state: ResettlementState,
    /// Which country (ISO 3166-1 alpha-2, in capitals).
    pub country: String,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
