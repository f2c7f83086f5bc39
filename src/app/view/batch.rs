//! What is shown of one act on many cases.

use chrono::NaiveDate;

use super::view;
use crate::domain::code::ImportFate;

view! {
    /// One case of many, or one person of several.
    struct BatchCase {
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// For whom, where it was recorded for several persons of one case.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// The entry that was made; null where nothing was written.
        pub event: Option<String>,
    }

    /// `assign --from`, `bulk`, `retract --batch`.
    struct Batch {
        /// `nansen.batch/1`
        pub schema: &'static str,
        /// By what `retract --batch` knows it; null where nothing was written.
        pub batch: Option<String>,
        /// What was done: `assign`, `note`, `close`, `settle`, `record`.
        pub what: String,
        /// It was taken back.
        pub taken_back: bool,
        /// It was only asked what would be done.
        pub dry_run: bool,
        /// By case number.
        pub items: Vec<BatchCase>,
    }
}

view! {
    /// One case that an import had to do with.
    struct UndoneCase {
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// What became of it.
        pub fate: ImportFate,
    }

    /// `undo`, `retract --batch` of an import.
    struct ImportUndone {
        /// `nansen.import-undone/1`
        pub schema: &'static str,
        /// The import.
        pub batch: String,
        /// It was only asked what would be done.
        pub dry_run: bool,
        /// How many entries were taken back.
        pub entries: usize,
        /// How many cases it had opened are gone, those that were forgotten among them.
        pub cases: usize,
        /// How many of those are forgotten for good, because names, documents or notes were in them.
        pub forgotten: usize,
        /// How many cases that were there before it lost what it had added.
        pub changed: usize,
        /// How many cases are left as they are: somebody went on with them.
        pub left: usize,
        /// How many envelopes with names stay in cases that stay: nobody opens them here any more.
        pub names_left: usize,
        /// The days of the backups that were made since, and hold what was forgotten.
        pub backups: Vec<NaiveDate>,
        /// Each case.
        pub items: Vec<UndoneCase>,
    }
}
