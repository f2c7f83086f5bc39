//! What is shown of what left: lists, calendars, archives.

use chrono::NaiveDate;

use super::view;
use crate::base::clock::Moment;
use crate::domain::code::{HappeningKind, TaskKind};

view! {
    /// `export csv`, `xlsx`, `html`, `md`.
    struct ListExported {
        /// `nansen.list-exported/1`
        pub schema: &'static str,
        /// `list`, `due` or `show`.
        pub what: String,
        /// `csv`, `xlsx`, `html` or `md`.
        pub form: String,
        /// Lines of its first table.
        pub lines: usize,
    }

    /// What became of one entry of a calendar.
    struct CalendarLine {
        /// The case number; null where the case is gone.
        pub case: Option<String>,
        /// Its day; null where the case is gone, and nothing says it any more.
        pub day: Option<NaiveDate>,
        /// Its day in the calendar before, where that was another.
        pub was: Option<NaiveDate>,
    }

    /// `export ics`.
    struct Calendar {
        /// `nansen.calendar/1`
        pub schema: &'static str,
        /// The day it is made on.
        pub as_of: NaiveDate,
        /// Whose cases; null: the whole office's.
        pub worker: Option<String>,
        /// With what is to be done in the titles.
        pub full: bool,
        /// How many entries it has, those that are called off not counted.
        pub entries: usize,
        /// What was not in the one before.
        pub added: Vec<CalendarLine>,
        /// What was otherwise in it.
        pub moved: Vec<CalendarLine>,
        /// How many have another title alone: with or without what is to be done.
        pub retitled: usize,
        /// What is called off.
        pub gone: Vec<CalendarLine>,
        /// Deadlines whose day nobody knows, and that are in no calendar for that: look at `due`.
        pub without_day: usize,
        /// For the file: the entries themselves.
        #[serde(skip)]
        pub events: Vec<CalendarEvent>,
    }

    /// `export archive`, and `import` of one.
    struct Archived {
        /// `nansen.archived/1`
        pub schema: &'static str,
        /// Cases.
        pub cases: usize,
        /// Events.
        pub events: usize,
        /// Events of kinds that only a newer program knows: they are not in it.
        pub unknown: usize,
        /// Cases that came out of a file: a store made of the archive does not know that file again.
        pub imported: usize,
    }
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CalendarEvent {
    /// Its name.
    pub uid: String,
    /// How often it changed.
    pub sequence: u32,
    /// Its day.
    pub day: NaiveDate,
    /// What it is; none: it is called off.
    pub what: Option<Scheduled>,
}

/// What stands in a calendar.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scheduled {
    /// The case number.
    pub case: String,
    /// What is to be done.
    pub act: Act,
    /// The moment, where an hour is known.
    pub at: Option<Moment>,
    /// The same hour on each further day, where it goes on for some.
    pub again: Vec<Moment>,
    /// The hour as it was written down, where it is that of no certain day.
    pub hour: Option<String>,
    /// Its last day, where it has several or may be on one of several.
    pub until: Option<NaiveDate>,
    /// How many days ahead to warn.
    pub alarms: Vec<u16>,
    /// Its day is not certain.
    pub unconfirmed: bool,
    /// The day that is safe, where it lies before: people are warned of that one.
    pub safe: Option<NaiveDate>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Act {
    /// A deadline or a check-in: its rule and what it asks for.
    Deadline(Option<String>, String),
    /// A next step.
    Task(TaskKind),
    /// A hearing or an interview.
    Heard(HappeningKind),
}
