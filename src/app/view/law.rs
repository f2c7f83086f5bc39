//! What is shown of rules and their reckonings.

use chrono::NaiveDate;

use super::view;
use crate::domain::code::{Actor, RuleStatus};
use crate::domain::event::{Restoration, Step};
use crate::rules::Problem;

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
        pub opened_by: String,
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

    /// One thing that is wrong with a rule file.
    struct RuleFinding {
        /// Where it stands, from 1; null where that cannot be said.
        pub line: Option<usize>,
        /// The rule's id; empty for what concerns the whole file.
        pub rule: String,
        /// The field.
        pub field: String,
        /// What is wrong, in English.
        pub message: String,
        /// What is wrong.
        #[serde(skip)]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub problem: Problem,
    }

    /// `rule check`.
    struct RulesChecked {
        /// `nansen.rules-checked/1`
        pub schema: &'static str,
        /// Nothing is wrong.
        pub ok: bool,
        /// How many rules the file holds.
        pub rules: usize,
        /// How many worked examples came out as they say, or should have.
        pub examples: usize,
        /// What is wrong, in the order of the file.
        pub findings: Vec<RuleFinding>,
    }

    /// `rule list` and `rule show`.
    struct Rules {
        /// `nansen.rules/1`
        pub schema: &'static str,
        /// By id.
        pub items: Vec<RuleItem>,
    }
}
