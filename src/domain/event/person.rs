//! Persons who join a case or leave it, and what each agreed to.

use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::domain::code::{Answer, ConsentMeans, LeaveReason, PersonRole, Purpose, Relation, Sex};

/// A further person belongs to the case; the number is the payload's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonAdded {
    /// What the person is in the procedure.
    pub role: PersonRole,
    /// What the person is to the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Sex as recorded.
    pub sex: Sex,
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<i32>,
    /// Country of origin, where it is not that of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Since when the person belongs to it: a birth, an arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A person left the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonLeft {
    /// Why.
    pub reason: LeaveReason,
    /// When.
    pub date: PartialDate,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// A person was asked to agree to something, or was not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsentSaid {
    /// To what.
    pub kind: Purpose,
    /// What was answered.
    pub answer: Answer,
    /// When.
    pub date: PartialDate,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<ConsentMeans>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
