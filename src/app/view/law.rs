//! What is shown of rules and their reckonings.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::view;
use crate::domain::code::{Actor, DateBasis, RuleStatus};
use crate::domain::event::Step;
use crate::rules::{Convention, Problem, Rule};

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
        /// Other names of the same limit.
        pub aliases: Vec<String>,
        /// Whose law.
        pub jurisdiction: String,
        /// Who has to act.
        pub actor: Actor,
        /// What is to be done.
        pub what: String,
        /// `2 weeks`, for a frame `5 days..10 days`; null for text only.
        pub period: Option<String>,
        /// The quality mark.
        pub rule_status: RuleStatus,
        /// Where it was read: `official-site`, `official-form`, `statute-mirror`, `secondary`, `ngo` or `memory`.
        pub source_kind: String,
        /// The version of the office's own file that it stands in; null: it is one of the program's.
        pub local: Option<String>,
        /// The date of the text that was read.
        pub text_of: String,
        /// When it was read.
        pub read_on: NaiveDate,
        /// By whom it was signed; nobody where null.
        pub checked_by: Option<String>,
        /// When it must be read again.
        pub review_by: NaiveDate,
        /// What sort of rule it is.
        pub kind: String,
        /// The act in the law's own language.
        pub local_name: Option<String>,
        /// Article and law.
        pub citation: String,
        /// Who decides on the remedy that it speaks of, as people there call it.
        pub body: Option<String>,
        /// The event that opens it.
        pub event: String,
        /// The day of the event that it runs from.
        pub basis: DateBasis,
        /// Whether it can give a date.
        pub computable: bool,
        /// The text read bears no date, or one of more than 24 months ago.
        pub old_text: bool,
        /// The day by which it should have been read again is past.
        pub review_past: bool,
        /// For people: the rule itself.
        #[serde(skip)]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub law: Rule,
        /// For people: how its time is counted.
        #[serde(skip)]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub counted: Option<Convention>,
    }

    /// What the law data hold for one event under one law.
    struct Covered {
        /// The event.
        pub event: String,
        /// Whose law.
        pub jurisdiction: String,
        /// How many rules on what the person does, or what runs out, give a date for it.
        pub dated: usize,
        /// How many such say something without a date.
        pub text: usize,
        /// How many bind an authority, a court or a State, or only feed others.
        pub others: usize,
    }

    /// `rule list --gaps`.
    struct Gaps {
        /// `nansen.gaps/1`
        pub schema: &'static str,
        /// By event, then by law; nothing known is a line of zeros.
        pub items: Vec<Covered>,
        /// For people: what each event means.
        #[serde(skip)]
        pub meanings: BTreeMap<String, String>,
    }

    /// An open deadline that the rules would date otherwise.
    struct Changed {
        /// The case number.
        pub case: String,
        /// Its callsign.
        pub callsign: String,
        /// The deadline's id.
        pub deadline: String,
        /// The rule.
        pub rule: String,
        /// What is to be done.
        pub what: String,
        /// The day it has; null: none, or it would be new.
        pub before: Option<NaiveDate>,
        /// The day it would have; null: none, or it would fall away.
        pub after: Option<NaiveDate>,
        /// The version of the rule that gave it; null: it would be new.
        pub was_version: Option<String>,
        /// The version of the rule now; null: it would fall away.
        pub version: Option<String>,
        /// Where the two reckonings part: the old line; null: there is none.
        pub why_before: Option<ExplainedStep>,
        /// Where they part: the new line; null: there is none.
        pub why_after: Option<ExplainedStep>,
    }

    /// `rule changes`.
    struct Changes {
        /// `nansen.rule-changes/1`
        pub schema: &'static str,
        /// The new dates were taken over.
        pub confirmed: bool,
        /// Soonest first.
        pub items: Vec<Changed>,
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

impl From<Step> for ExplainedStep {
    /// The words are put in where the language is known.
    fn from(step: Step) -> Self {
        Self {
            text: String::new(),
            date: step.date,
            step,
        }
    }
}
