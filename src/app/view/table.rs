//! What is shown of figures.

use super::view;
use crate::domain::event::Step;

view! {
    /// One cell of a table.
    struct Cell {
        /// One value a dimension; `total` where it sums over it.
        pub key: Vec<String>,
        /// The number; null where it is withheld.
        pub value: Option<u64>,
        /// The number or its marker.
        pub shown: String,
        /// `small`, `complementary`, `line`, `rounded`, `override`, or null.
        pub why: Option<String>,
    }

    /// A number, told as far as it may be.
    struct Count {
        /// The number; null where only its span may leave.
        pub value: Option<u64>,
        /// The number, or its span (`5-9`).
        pub shown: String,
    }

    /// What the persons of the store said about being counted, as it stands now, whatever the question is.
    struct Consents {
        /// Counted, and never asked.
        pub never_asked: Count,
        /// Refused or withdrew: in no table.
        pub left_out: Count,
    }

    /// `stats show` and `stats release`.
    struct Table {
        /// `nansen.table/1`
        pub schema: &'static str,
        /// Whether it may leave as it stands.
        pub releasable: bool,
        /// What is counted.
        pub unit: String,
        /// By what.
        pub dimensions: Vec<String>,
        /// By key.
        pub cells: Vec<Cell>,
        /// Who was asked, and who is left out.
        pub consent: Consents,
        /// How many persons of the store are in no table because another office has their case now, and counts them.
        pub handed_over: Count,
        /// Message texts.
        pub notes: Vec<String>,
        /// What the notes are made of.
        #[serde(skip)]
        pub note_steps: Vec<Step>,
        /// To whom it was released.
        #[serde(skip)]
        pub released_to: Option<String>,
    }
}
