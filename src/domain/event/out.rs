//! What left as a calendar, and an archive that was taken in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Alias;
use crate::base::id::CaseId;

/// A calendar was given out, and what stood in it stays readable when the case is erased: written by older programs alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarMade {
    /// For whom: a member; the office where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Alias>,
    /// With what is to be done in the titles.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
    /// What is new or otherwise than in the one before: the whole of it follows from all of them.
    pub entries: Vec<CalendarEntry>,
}

/// How one entry of a calendar stood when it was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEntry {
    /// Its name there, which tells of no case.
    pub uid: String,
    /// How often it changed.
    pub sequence: u32,
    /// Its day.
    pub day: NaiveDate,
    /// Of what it said.
    pub digest: String,
    /// It was called off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

/// A calendar was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarGiven {
    /// For whom: a member; the office where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Alias>,
    /// With what is to be done in the titles.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub full: bool,
    /// What is new or otherwise than in the one before: the whole of it follows from all of them.
    pub entries: Vec<CalendarTold>,
}

/// How one entry of a calendar stood when it was given out. Once its case is erased nobody reads what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarTold {
    /// Its name there, which tells of no case.
    pub uid: String,
    /// How often it changed.
    pub sequence: u32,
    /// Of which case, and under its key what it said; absent where the case is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<(CaseId, String)>,
    /// It was called off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gone: bool,
}

/// The history before came out of an archive: it was chained anew here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveRead {
    /// BLAKE3 of the file, in hexadecimal.
    pub digest: String,
    /// How many events it held.
    pub events: u64,
}
