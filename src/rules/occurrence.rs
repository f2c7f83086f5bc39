//! What happened, in the words that rules understand.

use std::collections::BTreeMap;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::DateBasis;

/// One thing that happened and may open deadlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The canonical event (`decision_refused`), one of `rules/vocabulary.toml`.
    pub event: String,
    /// Whose law: the name of a file of `rules/` (`ru`).
    pub jurisdiction: String,
    /// The entry that tells of it (its first event).
    pub trigger: EventId,
    /// The application it belongs to (its first event).
    pub scope: Option<EventId>,
    /// Its days, each as far as it is known.
    pub dates: BTreeMap<DateBasis, PartialDate>,
    /// Canonical facts (`region`, `detained`); what is not known is absent.
    pub facts: BTreeMap<String, String>,
}

impl Occurrence {
    /// The earliest day on which any part of it can have happened.
    pub fn first_day(&self) -> Option<PartialDate> {
        self.dates.values().copied().min_by_key(|d| d.earliest())
    }
}
