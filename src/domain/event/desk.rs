//! What an office settles about its own work at the desk: who looked over a day's deadlines.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Alias;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::code::CaseEnd;

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

/// How many days before a deadline ends people are warned of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningsSet {
    /// For this rule; for every other where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// How many days, the most first; none: nobody is warned.
    pub days: Vec<u16>,
}

/// A member watches a deadline that another works on, or watches it no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineWatched {
    /// Which.
    pub deadline: DeadlineId,
    /// Who.
    pub by: Alias,
    /// No more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
}

/// A member is away, and another sees to their cases meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceSet {
    /// Who is away.
    pub member: Alias,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Who sees to it; absent, it was called off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Alias>,
}

/// Entries that were made of many cases at once, so that they can be taken back at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchMade {
    /// What was done: a word, so that a program knows of what a later one does. `assign`, `note`, `close`.
    pub what: String,
    /// The entries, one a case.
    pub events: Vec<EventId>,
}

/// After how long a closed case is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionSet {
    /// Of cases closed for this reason; of all others where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CaseEnd>,
    /// After so many months; absent: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// People were told that a case has passed its period and is to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionWarned {
    /// Which.
    pub case: CaseId,
    /// The day on which they were.
    pub day: NaiveDate,
}
