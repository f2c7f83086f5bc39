//! Next steps: what somebody is to do by a day, beside what the law asks for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Alias, ImportRef};
use crate::base::id::EventId;
use crate::domain::code::{TaskEnd, TaskKind};

/// Something is to be done by a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskAdded {
    /// What, as a code.
    pub what: TaskKind,
    /// What, in a few words, which never came by an argument.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// By when.
    pub due: NaiveDate,
    /// By whom; whoever works on the case where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Alias>,
    /// The disappearance at which the alarm plan opened it: it falls with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_by: Option<EventId>,
    /// It concerns the one person it is recorded for, not the whole case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_one: bool,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

impl std::fmt::Debug for TaskAdded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TaskAdded(…)")
    }
}

/// A next step was done, or will not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskEnded {
    /// Which (its first event).
    pub on: EventId,
    /// Done or dropped.
    pub act: TaskEnd,
    /// When.
    pub date: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
