//! Documents that hang on a case: that there is one, never what it holds.

use serde::{Deserialize, Serialize};

use crate::base::id::{CaseId, EventId};
use crate::domain::code::{DocumentKind, OpeningReason};

/// A document was added; what it holds lies beside the history (`docs/format/attachment.md`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentAdded {
    /// What it is.
    pub document: DocumentKind,
    /// The entry that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// The group that it was sealed to; absent where it is for all who can read the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
    /// BLAKE3 of what is kept: of the age file, or of the document in its frame.
    #[serde(with = "crate::base::bytes")]
    pub digest: Vec<u8>,
    /// How many bytes are kept.
    pub length: u64,
}

/// A sealed document was opened. (Office.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentOpened {
    /// Of which case.
    pub case: CaseId,
    /// Which one.
    pub of: EventId,
    /// What for.
    pub reason: OpeningReason,
    /// In a few words.
    pub because: String,
}
