//! What is shown of periods after which closed cases are to be forgotten.

use chrono::NaiveDate;

use super::view;
use crate::base::date::PartialDate;
use crate::base::id::CaseId;
use crate::domain::code::CaseEnd;

view! {
    /// The period of cases closed for one reason.
    struct ReasonPeriod {
        /// The reason.
        pub reason: CaseEnd,
        /// How many months; null: never.
        pub months: Option<u32>,
    }

    /// `retention set`.
    struct RetentionPeriods {
        /// `nansen.retention-periods/1`
        pub schema: &'static str,
        /// How many months after they were closed cases are to be forgotten; null: never.
        pub months: Option<u32>,
        /// Those with a period of their own.
        pub reasons: Vec<ReasonPeriod>,
    }

    /// A closed case that has passed its period.
    struct Retained {
        /// Its id in the database.
        #[serde(skip)]
        pub id: CaseId,
        /// The case number.
        pub case: String,
        /// Two words.
        pub callsign: String,
        /// Why it was closed.
        pub reason: CaseEnd,
        /// When.
        pub closed: PartialDate,
        /// Since when it has passed its period.
        pub passed: NaiveDate,
        /// The days on which people were told.
        pub warned: Vec<NaiveDate>,
        /// From when on they can be told again; null after the second time.
        pub next_warning: Option<NaiveDate>,
        /// From when on a person may forget it for this reason; null before the second warning.
        pub forget_from: Option<NaiveDate>,
    }

    /// `retention list`, `retention warn`.
    struct Retention {
        /// `nansen.retention/1`
        pub schema: &'static str,
        /// The day it is computed for.
        pub as_of: NaiveDate,
        /// The longest passed first.
        pub items: Vec<Retained>,
    }

    /// How many closed cases have passed their period.
    struct RetentionCounts {
        /// In all.
        pub passed: usize,
        /// Of them, those of which people can be told today, a first or a second time.
        pub to_warn: usize,
        /// Of them, those that a person may forget.
        pub to_forget: usize,
    }
}
