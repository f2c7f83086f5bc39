//! That a spreadsheet came in, and what became of the file: the weakest copy of what it holds.

use serde::{Deserialize, Serialize};

use crate::domain::code::SheetFate;

/// A spreadsheet was imported; the file still lies somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetImported {
    /// How many cases it held.
    pub cases: u64,
    /// The register that its keys are of, as the map calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
}

/// What became of every spreadsheet that was imported before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSettled {
    /// What.
    pub fate: SheetFate,
}
