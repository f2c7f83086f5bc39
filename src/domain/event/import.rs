//! A whole import: that it was made, and that it was taken back.

use serde::{Deserialize, Serialize};

use crate::base::id::{CaseId, EventId};

/// An import was made. What it brought is what stands right before this in the same stream: by the same member, of the same
/// moment, and with [`super::Via::Import`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportMade {
    /// How many cases it opened.
    pub cases: u64,
    /// How many entries it brought, the deadlines that follow left out.
    pub entries: u64,
}

/// An import was taken back, as far as nobody had gone on with what it brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportUndone {
    /// The import.
    pub import: EventId,
    /// How many entries were taken back.
    pub entries: u64,
    /// Cases that it had opened and that held names, documents or notes: their keys and payloads are destroyed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<CaseId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}
