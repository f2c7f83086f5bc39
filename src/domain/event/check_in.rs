//! Check-ins of a person in danger of abduction, and what the office does when one does not come.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::domain::code::{CheckInHow, TaskKind};

/// From a day on the person says regularly that all is well. Another one takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInSet {
    /// Every so many days.
    pub every: u32,
    /// How.
    pub how: CheckInHow,
    /// From this day on.
    pub date: NaiveDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The person said that all is well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedIn {
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// Nobody waits for check-ins any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInEnded {
    /// From this day on.
    pub date: PartialDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// Whom the office tells, and what it files, when a person has disappeared. The latest holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlarmPlanSet {
    /// In the order in which they are done; none: there is no plan any more.
    pub steps: Vec<AlarmStep>,
}

/// One step of the alarm plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlarmStep {
    /// What is to be done.
    pub what: TaskKind,
    /// In a few words of the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
