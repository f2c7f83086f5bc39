//! What is shown of rules and their reckonings.

use chrono::NaiveDate;

use super::view;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::{Restoration, Step};

view! {
    /// One line of a reckoning. Its text is the only thing in the JSON that follows the language.
    struct ExplainedStep {
        /// In words.
        pub text: String,
        /// The day reached.
        pub date: Option<NaiveDate>,
        /// The words' id and what they fill in.
        #[serde(skip)]
        pub step: Step,
    }

    /// `rule explain`.
    struct Explanation {
        /// `nansen.explanation/1`
        pub schema: &'static str,
        /// The rule.
        pub rule: String,
        /// The day or hour it runs from.
        pub from: String,
        /// The day to work to.
        pub due: Option<NaiveDate>,
        /// The hour, where the law counts hours.
        pub due_at: Option<String>,
        /// An earlier day, where it is wise.
        pub safe: Option<NaiveDate>,
        /// A later day that can be argued.
        pub last_arguable: Option<NaiveDate>,
        /// The reckoning.
        pub steps: Vec<ExplainedStep>,
        /// The article.
        pub citation: String,
        /// What was read.
        pub source: String,
        /// The quality mark.
        pub rule_status: RuleStatus,
        /// A calendar or a number may still change.
        pub provisional: bool,
        /// In words.
        pub warnings: Vec<ExplainedStep>,
        /// For people: the rule itself.
        #[serde(skip)]
        pub about: RuleItem,
    }

    /// One rule in a list.
    struct RuleItem {
        /// Its id.
        pub rule: String,
        /// Whose law.
        pub jurisdiction: String,
        /// Who has to act.
        pub actor: Actor,
        /// What is to be done.
        pub what: String,
        /// `2 weeks`, or null for text only.
        pub period: Option<String>,
        /// The quality mark.
        pub rule_status: RuleStatus,
        /// The date of the text that was read.
        pub text_of: String,
        /// When it was read.
        pub read_on: NaiveDate,
        /// By whom it was signed; nobody where null.
        pub checked_by: Option<String>,
        /// When it must be read again.
        pub review_by: NaiveDate,
        /// For people: the event that opens it and the day it runs from.
        #[serde(skip)]
        pub opened_by: (String, DateBasis),
        /// For people.
        #[serde(skip)]
        pub citation: String,
        /// For people.
        #[serde(skip)]
        pub quote: String,
        /// For people.
        #[serde(skip)]
        pub source: String,
        /// For people: conflicts and remarks, from the file.
        #[serde(skip)]
        pub notes: Vec<String>,
        /// For people: what can be done once it is missed.
        #[serde(skip)]
        pub restoration: Option<Restoration>,
        /// For people: whether the act stops removal.
        #[serde(skip)]
        pub suspensive: String,
    }

    /// `rule list` and `rule show`.
    struct Rules {
        /// `nansen.rules/1`
        pub schema: &'static str,
        /// By id.
        pub items: Vec<RuleItem>,
    }
}
