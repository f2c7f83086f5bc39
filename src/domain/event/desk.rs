//! What an office settles about its own work at the desk: who looked over a day's deadlines.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A member looked over what was recorded of deadlines on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogSigned {
    /// The day, as the calendar of the machine had it.
    pub day: NaiveDate,
    /// The moment at which it began there: another machine may be in another zone.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub from: DateTime<Utc>,
    /// The moment at which it ended there.
    #[serde(with = "chrono::serde::ts_seconds")]
    pub until: DateTime<Utc>,
    /// How many lines were looked over.
    pub lines: u64,
    /// BLAKE3 of the lines, in hexadecimal.
    pub digest: String,
}

/// Whether a second member must check the day of each deadline that is entered from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondPersonSet {
    /// They must.
    pub on: bool,
}
