//! What is shown of the fields that an office declares for itself.

use chrono::NaiveDate;

use super::view;
use crate::base::date::PartialDate;
use crate::domain::code::{FieldSource, FieldType};
use crate::domain::event::{FieldDeclared, FieldValue, Labels};

view! {
    /// A field, as it is declared.
    struct DeclaredField {
        /// Its name.
        pub field: String,
        /// What it holds.
        pub r#type: FieldType,
        /// What people call it, by language.
        pub labels: Labels,
        /// Of a code: its values.
        pub values: Vec<FieldValue>,
        /// Of a number: the least.
        pub min: Option<i64>,
        /// Of a number: the greatest.
        pub max: Option<i64>,
        /// Nothing more is recorded in it.
        pub retired: bool,
        /// Since when it stands so.
        pub since: NaiveDate,
        /// Who declared it so.
        pub by: String,
    }

    /// `field list`.
    struct OwnFields {
        /// `nansen.fields/1`
        pub schema: &'static str,
        /// By name.
        pub items: Vec<DeclaredField>,
    }

    /// `field declare`.
    struct FieldsDeclared {
        /// `nansen.fields-declared/1`
        pub schema: &'static str,
        /// Nothing was written.
        pub dry_run: bool,
        /// Fields that there were not.
        pub added: Vec<String>,
        /// Fields that were declared otherwise.
        pub changed: Vec<String>,
        /// Fields that stand as the file has them.
        pub unchanged: Vec<String>,
    }

    /// What a person has in a field.
    struct HeldField {
        /// The field.
        pub field: String,
        /// Its value.
        pub value: String,
        /// Since when, or on which day it was so.
        pub date: PartialDate,
        /// From where it is known.
        pub source: Option<FieldSource>,
        /// The office knows the declaration that it was checked against.
        pub known: bool,
        /// Whose it is, where the case holds several persons.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub person: Option<u16>,
        /// For people: the field, as it was declared then.
        #[serde(skip)]
        #[cfg_attr(feature = "schema", schemars(skip))]
        pub declared: Option<FieldDeclared>,
    }
}
