//! What is shown of one act on many cases.

use super::view;

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
