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
    /// Which sheet of the file it was, from 1, where that has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u64>,
    /// How many sheets the file has, where those are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
}

impl SheetImported {
    /// An import of one sheet of a file.
    pub fn new(cases: usize, register: Option<String>, sheet: usize, of: usize) -> Self {
        let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let several = of > 1;
        Self {
            cases: number(cases),
            register,
            sheet: several.then(|| number(sheet)),
            of: several.then(|| number(of)),
        }
    }
}

/// What became of every spreadsheet that was imported before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetSettled {
    /// What.
    pub fate: SheetFate,
}
