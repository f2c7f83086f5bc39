//! What the office was asked to do, and what it told a person who files alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::base::id::DeadlineId;
use crate::domain::code::{LawyerFrom, MandateKind, TellMeans};

/// The person gave the office a mandate, or took it back. The latest one that runs holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateGiven {
    /// What for.
    pub kind: MandateKind,
    /// From when on.
    pub date: PartialDate,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Who represents the person beside us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lawyer: Option<LawyerFrom>,
    /// The last day of the power of attorney.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attorney_until: Option<PartialDate>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}

/// The person, who files alone, was told of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineTold {
    /// Which.
    pub deadline: DeadlineId,
    /// The day that the person was told: where it moves, they must be told anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// When.
    pub date: NaiveDate,
    /// How.
    pub means: TellMeans,
    /// In which language (ISO 639, in small letters).
    pub language: String,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
