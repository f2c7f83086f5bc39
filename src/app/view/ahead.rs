//! What is shown of warnings and absences.

use chrono::NaiveDate;

use super::view;

view! {
    /// How many days ahead people are warned of the deadlines of a rule.
    struct RuleWarnings {
        /// The rule.
        pub rule: String,
        /// How many days, the most first.
        pub days: Vec<u16>,
    }

    /// `deadline warn`.
    struct Warnings {
        /// `nansen.warnings/1`
        pub schema: &'static str,
        /// How many days ahead, of every deadline whose rule has none of its own.
        pub days: Vec<u16>,
        /// Of single rules.
        pub rules: Vec<RuleWarnings>,
    }

    /// Somebody is away.
    struct Absence {
        /// Who.
        pub member: String,
        /// The first day.
        pub from: NaiveDate,
        /// The last day.
        pub until: NaiveDate,
        /// Who sees to their cases.
        pub to: String,
        /// The first day on which nobody does, because whoever is named is away as well, or gone.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub nobody_from: Option<NaiveDate>,
    }

    /// `absence`.
    struct Absences {
        /// `nansen.absences/1`
        pub schema: &'static str,
        /// Those that are not over, the soonest first.
        pub items: Vec<Absence>,
    }

    /// For whom a list stands in.
    struct StandsIn {
        /// Who is away.
        pub member: String,
        /// Until when.
        pub until: NaiveDate,
    }
}
