//! What is shown of what keeps a removal from being carried out, and of the reviews of a detention.

use chrono::NaiveDate;

use super::view;
use crate::base::date::PartialDate;
use crate::domain::code::{ReviewOutcome, RuleStatus, Suspended, Suspender};

view! {
    /// Something that is recorded and bears on whether a removal must wait.
    struct Suspends {
        /// What it means.
        pub why: Suspender,
        /// What it is called (`A2.1`), or what it is about.
        pub r#ref: Option<String>,
        /// The entry that says so.
        pub event: String,
        /// Since when.
        pub date: Option<PartialDate>,
        /// Until when.
        pub until: Option<PartialDate>,
        /// The rule that says what the remedy does.
        pub rule: Option<String>,
        /// Its article and law.
        pub citation: Option<String>,
        /// How well its text is known.
        pub rule_status: Option<RuleStatus>,
    }

    /// Whether a removal must wait, and by what.
    struct Suspension {
        /// In a word.
        pub state: Suspended,
        /// Everything that bears on it; empty where nothing is recorded.
        pub by: Vec<Suspends>,
    }

    /// A review of a detention.
    struct Review {
        /// The entry.
        pub event: String,
        /// What came of it.
        pub outcome: ReviewOutcome,
        /// When it was held, or was to be; of a plan, when it became known.
        pub date: PartialDate,
        /// The day of the next one.
        pub next: Option<NaiveDate>,
    }
}
