//! Fields of the office's own: declared for the whole office, recorded in a case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ImportRef;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{FieldSource, FieldType};

/// What something is called, by language (`en`, `ru`).
pub type Labels = BTreeMap<String, String>;

/// The office declared a field, or declared it anew. The latest of a name holds; what was recorded before is read by
/// the declaration that it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldDeclared {
    /// Its name, by which it is recorded, filtered and counted.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub holds: FieldType,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// Of a code: its values, in the office's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<FieldValue>,
    /// Of a number: the least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Of a number: the greatest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Nothing more is recorded in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// One value of a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldValue {
    /// As it is stored.
    pub value: String,
    /// What people call it.
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// It is recorded no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
}

/// The value of a field of the office's own became known of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRecorded {
    /// Which field.
    pub name: String,
    /// Its value: a code, `true` or `false`, a whole number, or a date.
    pub value: String,
    /// The declaration that it was checked against.
    pub declared: EventId,
    /// Since when, or on which day it was so.
    pub date: PartialDate,
    /// From where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FieldSource>,
    /// See [`ImportRef`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_ref: Option<ImportRef>,
}
