//! What is shown of one act on many cases.

use super::view;

view! {
    /// One case of many.
    struct BatchCase {
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// The entry that was made; null where nothing was written.
        pub event: Option<String>,
    }

    /// `assign --from`, `bulk`, `retract --batch`.
    struct Batch {
        /// `nansen.batch/1`
        pub schema: &'static str,
        /// By what `retract --batch` knows it; null where nothing was written.
        pub batch: Option<String>,
        /// What was done: `assign`, `note`, `close`.
        pub what: String,
        /// It was taken back.
        pub taken_back: bool,
        /// It was only asked what would be done.
        pub dry_run: bool,
        /// By case number.
        pub items: Vec<BatchCase>,
    }
}
