//! What stands on a cover sheet. Nothing of it names a person.

use chrono::NaiveDate;

use super::{Deadline, view};
use crate::base::date::PartialDate;
use crate::domain::code::Outcome;

view! {
    /// `export letter`.
    struct Letter {
        /// `nansen.letter/1`
        pub schema: &'static str,
        /// The case number.
        pub case: String,
        /// The day to put into the letter; null where it is not certain, or past.
        pub last_day: Option<NaiveDate>,
        /// The hour, where the law counts hours.
        pub last_hour: Option<String>,
        /// What it is directed against.
        pub against: Option<Attacked>,
        /// The deadline that it is made for.
        pub deadline: Deadline,
    }

    /// A decision or a measure that somebody takes a remedy against.
    struct Attacked {
        /// `decision`, `removal`, `detention`.
        pub what: String,
        /// What a decision says.
        pub outcome: Option<Outcome>,
        /// At which instance: `first_instance` or the kind of the appeal.
        pub instance: Option<String>,
        /// Its own day.
        pub date: Option<PartialDate>,
        /// When it reached the person.
        pub reached: Option<PartialDate>,
    }
}
