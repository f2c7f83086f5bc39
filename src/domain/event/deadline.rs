//! What the history keeps of deadlines: computed, set by hand, acted upon.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::base::id::{DeadlineId, EventId};
use crate::domain::code::{Actor, DateBasis, RuleStatus};

/// A deadline as it was computed: history too, so that no newer program shows another day by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineComputed {
    /// Hash of the trigger's first event and the rule.
    pub deadline: DeadlineId,
    /// The rule's id; `nansen.find-service` and `nansen.no-rule` are our own, without law.
    pub rule: String,
    /// The version of the rule's file.
    pub rule_version: String,
    /// The rule's quality mark.
    pub rule_status: RuleStatus,
    /// Nobody has signed the rule.
    pub unsigned: bool,
    /// The rule's citation; empty for our own.
    pub citation: String,
    /// What is to be done, in the rule's words (English, or the rule's own language in quotes).
    pub what: String,
    /// Who has to act.
    pub actor: Actor,
    /// Whose law.
    pub jurisdiction: String,
    /// The entry that opened it (its first event).
    pub trigger: EventId,
    /// The canonical event (`decision_refused`).
    pub trigger_event: String,
    /// Which of its days was taken.
    pub basis: DateBasis,
    /// That day, as it is known.
    pub trigger_date: PartialDate,
    /// The application it belongs to (its first event).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<EventId>,
    /// The day to work to; none where the rule gives no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The hour (RFC 3339), where the law counts hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<String>,
    /// An earlier day, where receipt or post makes it wise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safe: Option<NaiveDate>,
    /// A later day that can be argued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_arguable: Option<NaiveDate>,
    /// A calendar or a number may still change.
    pub provisional: bool,
    /// The day it runs from is not known well enough to rely on it.
    pub unconfirmed: bool,
    /// It concerns liberty or removal, or counts in hours: stands on top.
    #[serde(default)]
    pub urgent: bool,
    /// Its day is the first on which something can be done, and no alarm once it has come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waiting: bool,
    /// The reckoning, step by step.
    pub steps: Vec<Step>,
    /// Any one of these acts meets it (`appeal:administrative_review`).
    pub met_by: Vec<String>,
    /// Any one of these makes it needless.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moot_by: Vec<String>,
    /// Which day of the act counts.
    pub saved_by: SavedBy,
    /// What can still be done once it is missed, with its citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restoration: Option<Restoration>,
    /// It was over when an import brought it in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lapsed: bool,
    /// Taken back: the history no longer opens it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
    /// The computation this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EventId>,
}

impl DeadlineComputed {
    /// The day until which nothing may be done because an answer is awaited, where the reckoning has one.
    pub fn waits_until(&self) -> Option<NaiveDate> {
        let waits = self.steps.iter().filter(|step| step.text == "step-wait");
        waits.filter_map(|step| step.date).max()
    }
}

/// One line of a reckoning; `locales/` holds its words under `text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Message id (`step-period`).
    pub text: String,
    /// What the message fills in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// The day reached by this step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

/// Which day of an act counts against its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SavedBy {
    /// Arrival alone (also where the text was not read).
    Arrival,
    /// Sending suffices.
    Sending,
    /// The act itself.
    Act,
}

/// How a missed deadline may be restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Restoration {
    /// In the rule's words.
    pub text: String,
    /// Its citation.
    pub citation: String,
}

/// A deadline that a person entered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineSet {
    /// Random.
    pub deadline: DeadlineId,
    /// A code for what is to be done: one of `met_by`'s forms, or `other`.
    pub what: String,
    /// Who has to act.
    pub actor: Actor,
    /// The day.
    pub due: NaiveDate,
    /// The entry it follows from (its first event).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<EventId>,
    /// The local day on which it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Its day had passed when an import brought it to the office that handed it over: nothing else tells of that here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lapsed: bool,
    /// By what an import would know it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

impl DeadlineSet {
    /// Whether its day had passed when an import brought it in.
    pub fn was_over(&self) -> bool {
        self.lapsed || self.import_ref.is_some() && self.since.is_some_and(|since| self.due < since)
    }
}

/// What a person did about a deadline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineActed {
    /// Which.
    pub deadline: DeadlineId,
    /// What.
    pub act: DeadlineAct,
    /// When.
    pub date: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The ways in which a person deals with a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineAct {
    /// It was met, on `date`, by something the program cannot see.
    Met,
    /// Nothing will be done.
    Waived,
    /// The body granted time until this day.
    Extended(NaiveDate),
    /// The day it runs from was checked.
    Confirmed,
}
