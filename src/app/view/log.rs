//! What is shown of a day's control log.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::view;
use crate::domain::code::{Actor, DeadlineState};

view! {
    /// What one entry did to one deadline.
    struct LogLine {
        /// When it was recorded.
        pub at: DateTime<Utc>,
        /// By which member.
        pub by: String,
        /// `entered`, `changed`, `met`, `waived`, `extended`, `confirmed`, `sent`, `moot`, `reopened`, `cancelled`.
        pub did: &'static str,
        /// The case number.
        pub case: String,
        /// The deadline's id.
        pub deadline: String,
        /// What is to be done.
        pub what: String,
        /// The rule; null for one set by hand.
        pub rule: Option<String>,
        /// The rule's citation.
        pub citation: Option<String>,
        /// Who has to act.
        pub actor: Actor,
        /// The day to work to, after the entry.
        pub due: Option<NaiveDate>,
        /// The day to work to, before it.
        pub was: Option<NaiveDate>,
        /// Where it stood on that day, after the entry.
        pub state: DeadlineState,
        /// The entry.
        pub event: String,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// For people: the callsign.
        #[serde(skip)]
        pub callsign: String,
        /// For people: when it was recorded, by the clock here.
        #[serde(skip)]
        pub hour: DateTime<FixedOffset>,
    }

    /// Somebody looked the day over.
    struct LogSignature {
        /// Who.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// How many lines there were.
        pub lines: u64,
        /// Its lines read now as they did then; what was recorded later is not among them.
        pub fits: bool,
        /// A case was erased since, and its lines with it: what is left cannot be compared, and counts as looked over.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub erased: bool,
        /// For people: when, by the clock here.
        #[serde(skip)]
        pub hour: DateTime<FixedOffset>,
    }

    /// `deadline log`.
    struct DeadlineLog {
        /// `nansen.deadline-log/1`
        pub schema: &'static str,
        /// The day on which it was recorded.
        pub day: NaiveDate,
        /// In the order of recording.
        pub items: Vec<LogLine>,
        /// BLAKE3 of the lines.
        pub digest: String,
        /// Who looked it over.
        pub signatures: Vec<LogSignature>,
        /// How many lines nobody but who recorded them looked over.
        pub unsigned: usize,
        /// How many were left out, because an import brought them in as settled.
        pub settled: usize,
    }

    /// `deadline second-person`.
    struct SecondPerson {
        /// `nansen.second-person/1`
        pub schema: &'static str,
        /// What was said: whether another member must check the day of a new deadline, and approve of small numbers that leave.
        pub on: bool,
        /// How many members there are.
        pub members: usize,
        /// It is so now: with fewer than three members it is not, and it ends when two members have said `off`.
        pub holds: bool,
    }

    /// How far the control log was looked over.
    #[derive(Default)]
    struct LogStanding {
        /// The last day that somebody looked over; null where nobody ever did.
        pub signed: Option<NaiveDate>,
        /// The last day with a line that nobody but who recorded it looked over; today where somebody looked it over already.
        pub unsigned: Option<NaiveDate>,
        /// The first such day since the office began to look them over.
        pub unsigned_since: Option<NaiveDate>,
        /// How many such days there are among the last 31.
        pub unsigned_days: usize,
    }
}
