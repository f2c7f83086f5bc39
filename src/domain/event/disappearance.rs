//! A person who cannot be found, and who is found again.

use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::domain::code::DisappearanceReason;

/// The person has disappeared. It stops nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disappeared {
    /// When the person was last known to be safe, or was missed.
    pub date: PartialDate,
    /// What is thought of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<DisappearanceReason>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The person was found, or came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reappeared {
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
