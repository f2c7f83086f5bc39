//! What is shown of what an office knows of a country.

use super::view;
use crate::base::date::PartialDate;

view! {
    /// Something that holds for everybody from a country.
    struct Notice {
        /// The entry that began it.
        pub notice: String,
        /// The country of origin.
        pub origin: String,
        /// Whose law it is about; null: all.
        pub jurisdiction: Option<String>,
        /// From when on.
        pub since: PartialDate,
        /// From when on it holds no longer.
        pub ended: Option<PartialDate>,
        /// Where it was read or heard, as a code of the office's own.
        pub source: Option<String>,
        /// What holds.
        pub text: String,
        /// Who wrote it.
        pub by: String,
        /// How many open cases it is about; only of a list of notices.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub cases: Option<usize>,
        /// For people: it does not hold yet.
        #[serde(skip)]
        pub ahead: bool,
    }

    /// `notice`.
    struct Notices {
        /// `nansen.notices/1`
        pub schema: &'static str,
        /// In the order of recording.
        pub items: Vec<Notice>,
    }
}
