//! What can be recorded and with which fields: one table for `record`, its prompts, `correct` and `import`.
//!
//! The names of the fields are those of the options and of the entries' own fields in
//! `domain::event`, so that a typed form becomes an entry by its serialised form alone.

mod form;
mod table;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use crate::app::error::AppError;
use crate::base::date::BadDate;
use crate::base::id::EventId;
use crate::base::text::BadReason;
use crate::domain::code::{HappeningKind, RemovalKind};
use crate::domain::event::Entry;
pub use form::is_word;
pub use table::{ACTED, CASE, CLOSE, DEADLINE, DESK, KINDS, LEAVE, LINK, PERSON, REOPENING, TOLD};

/// Bodies that are no country and have law of their own.
pub(super) const BODIES: &[&str] = &["coe", "eu", "un", "unhcr"];

/// What somebody typed: field name to text.
pub type Fields = BTreeMap<String, String>;

/// One thing that can be recorded.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// As it is typed: `decision`.
    pub name: &'static str,
    /// The wire name of its entry.
    pub wire: &'static str,
    /// Its fields, in the order in which they are asked.
    pub fields: &'static [Field],
}

/// One field of a kind.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The option's name, with `_`.
    pub name: &'static str,
    /// What may stand in it.
    pub form: Form,
    /// Whether it must stand there.
    pub need: Need,
}

/// What may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A date that is not in the future.
    Past,
    /// Any date.
    Date,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// Some of these codes, with commas, or `none`.
    Codes(&'static [&'static str]),
    /// What it is about: `A2`, `A2.1` or an event.
    On,
    /// A short code of the office's own: letters, digits, `-`, `_`, `.`.
    Word,
    /// Several of them, with commas.
    Words,
    /// `NAME=VALUE` of a fact that rules ask for.
    Fact,
    /// `NAME=VALUE` of a field that the office declared: `app::own` checks it against the declaration.
    Own,
    /// `true` or `false`.
    Yes,
    /// A year.
    Year,
    /// ISO 3166-1 alpha-2, `stateless` or `unknown`; stored in capitals.
    Origin,
    /// A country or body whose law applies, stored in small letters: `ru`, `unhcr`.
    Jurisdiction,
    /// Free text: never from an option.
    Text,
    /// A few words: never from an option. Whoever takes them has looked whether they are personal.
    Line,
    /// A member's alias, or `nobody`.
    Alias,
    /// One day that is not in the future.
    PastDay,
    /// One day.
    Day,
    /// Days or weeks: `3d`, `2w`.
    Every,
    /// An hour of the day: `09:30`, or with its zone `09:30+03:00`.
    Hour,
    /// ISO 3166-1 alpha-2, stored in capitals.
    Country,
    /// ISO 639, in small letters: `fa`, `tir`.
    Language,
}

impl Form {
    /// Whether a day stands in it, exact or not, past or to come.
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Past | Self::Date | Self::PastDay | Self::Day)
    }
}

/// Whether a field must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it the entry says nothing.
    Required,
    /// Asked for at a terminal; may stay empty.
    Asked,
    /// Only as an option.
    Optional,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {problem}")]
pub struct Fault {
    /// The field.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// The ways in which a field can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// No such field here.
    #[error("unknown field")]
    Unknown,
    /// A field that would hold personal data in the open.
    #[error("looks like personal data")]
    Personal,
    /// It must be there.
    #[error("missing")]
    Missing,
    /// One of these must be there.
    #[error("one of {} is needed", .0.join(", "))]
    OneOf(&'static [&'static str]),
    /// Not a date.
    #[error(transparent)]
    Date(BadDate),
    /// Not a few words without personal data.
    #[error(transparent)]
    Line(BadReason),
    /// Not one day.
    #[error("not one day")]
    Day,
    /// Not days or weeks.
    #[error("not a span of days")]
    Every,
    /// Not an hour of the day.
    #[error("not an hour")]
    Hour,
    /// Not a language.
    #[error("not a language")]
    Language,
    /// A past act in the future.
    #[error("lies in the future")]
    Future,
    /// Before something that must come first.
    #[error("lies before {0}")]
    Before(&'static str),
    /// None of the codes.
    #[error("not one of {}", .0.join(", "))]
    Code(&'static [&'static str]),
    /// Not a code of the office's own.
    #[error("not a code")]
    Word,
    /// No alias, or what looks like a person.
    #[error("not an alias")]
    Alias,
    /// No such fact.
    #[error("no such fact")]
    FactName,
    /// Not a value of that fact.
    #[error("not a value of that fact")]
    FactValue,
    /// No such field of the office's own.
    #[error("no such field of the office's own")]
    OwnName {
        /// Those that are alike.
        close: Vec<String>,
        /// Those that there are.
        known: Vec<String>,
    },
    /// A field that stands ready and that the office did not declare.
    #[error("the field {0} is not declared")]
    OwnReady(String),
    /// A field of the office's own in which nothing is recorded any more.
    #[error("the field {0} is retired")]
    OwnRetired(String),
    /// Not a value of that field.
    #[error("not a value of {name}")]
    OwnValue {
        /// The field.
        name: String,
        /// Those that are alike.
        close: Vec<String>,
        /// Those that there are.
        known: Vec<String>,
    },
    /// Not a number between the bounds of that field.
    #[error("not a number of {name}")]
    OwnNumber {
        /// The field.
        name: String,
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// A number of a field that is counted in bands.
    #[error("numbers of {name} are counted in bands")]
    OwnBand {
        /// The field.
        name: String,
        /// The band that it is in.
        band: String,
    },
    /// Not true or false.
    #[error("not true or false")]
    Yes,
    /// Not a year that can be.
    #[error("not a year")]
    Year,
    /// Not a country.
    #[error("not a country")]
    Country,
    /// Neither a country nor a body whose law applies.
    #[error("not a jurisdiction")]
    Jurisdiction,
    /// Does not go with the outcome.
    #[error("does not go with the outcome")]
    Outcome,
    /// Not the text of an import's own reference.
    #[error("no such reference")]
    Reference,
    /// An import's own reference that several lines carry.
    #[error("several lines are called so")]
    Twice,
    /// A field of another type than expected (imports).
    #[error("not a text, number or truth value")]
    Type,
}

impl Kind {
    /// The kind that `record` knows by this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }

    /// What nobody need say of one of the persons of a case.
    pub fn is_of_the_case(&self) -> bool {
        matches!(self.name, "note" | "contact" | "task") || self.is_beside_persons()
    }

    /// What nobody can say of one of the persons of a case.
    pub fn is_beside_persons(&self) -> bool {
        matches!(
            self.name,
            "check-in-set" | "check-in" | "check-in-end" | "task-act" | "risk"
        )
    }

    /// The kind that an import knows by this name.
    pub fn imported(name: &str) -> Option<&'static Self> {
        let desk = || DESK.iter().find(|kind| kind.name == name);
        Self::named(name).or_else(desk)
    }

    /// The kind of an entry, where people can record such.
    pub fn of(entry: &Entry) -> Option<&'static Self> {
        match entry {
            Entry::CaseOpened(_) => Some(&CASE),
            Entry::CaseClosed(_) => Some(&CLOSE),
            Entry::Happened(happening) => Self::named(happening.what.as_str()),
            Entry::ApplicationLodged(_) => Self::named("application"),
            Entry::DecisionMade(_) => Self::named("decision"),
            Entry::DecisionServed(_) => Self::named("service"),
            Entry::AppealLodged(_) => Self::named("appeal"),
            Entry::PaperFiled(_) => Self::named("filing"),
            Entry::FactLearned(_) => Self::named("fact"),
            Entry::PersonAdded(_) => Some(&PERSON),
            Entry::PersonLeft(_) => Some(&LEAVE),
            Entry::ConsentSaid(_) => Self::named("consent"),
            Entry::NoteTaken(_) => Self::named("note"),
            Entry::CheckedIn(_) => Self::named("check-in"),
            Entry::Disappeared(_) => Self::named("disappearance"),
            Entry::Reappeared(_) => Self::named("reappearance"),
            Entry::MandateGiven(_) => Self::named("mandate"),
            Entry::Referred(_) => Self::named("referral"),
            Entry::ReferralAnswered(_) => Self::named("referral-outcome"),
            Entry::ResettlementStep(_) => Self::named("resettlement"),
            Entry::RiskWeighed(_) => Self::named("risk"),
            Entry::DetentionReviewed(_) => Self::named("detention-review"),
            Entry::FieldRecorded(_) => Self::named("field"),
            Entry::CheckInSet(_) => Self::imported("check-in-set"),
            Entry::CheckInEnded(_) => Self::imported("check-in-end"),
            Entry::TaskAdded(_) => Self::imported("task"),
            Entry::TaskEnded(_) => Self::imported("task-act"),
            Entry::DeadlineTold(_) => Some(&TOLD),
            _ => None,
        }
    }

    /// Makes an entry of what was typed. `on` is the resolved `--on`; `base` holds fields to start
    /// from (a correction's old version, what the program adds itself).
    ///
    /// # Errors
    /// Every [`Fault`], in the order of the table.
    pub fn entry(
        &self,
        fields: &Fields,
        on: Option<EventId>,
        base: Map<String, Value>,
        today: NaiveDate,
    ) -> Result<Entry, Vec<Fault>> {
        let mut object = base;
        let mut faults = Vec::new();
        for name in fields.keys() {
            if !self.fields.iter().any(|field| field.name == name) {
                faults.push(Fault {
                    field: name.clone(),
                    problem: Problem::Unknown,
                });
            }
        }
        for field in self.fields {
            let Some(text) = fields.get(field.name).map(|text| text.trim()) else {
                continue;
            };
            let nobody = text == "nobody" && field.form == Form::Alias;
            if nobody || (text == "none" && field.can_be_none()) {
                object.remove(field.name);
                continue;
            }
            match field.form.read(text, today) {
                Ok(Value::Object(parts)) => object.extend(parts),
                Ok(Value::Null) => {}
                Ok(value) => {
                    object.insert(field.name.to_owned(), value);
                }
                Err(problem) => faults.push(Fault {
                    field: field.name.to_owned(),
                    problem,
                }),
            }
        }
        if let Some(on) = on {
            object.insert("on".to_owned(), json!(on));
        }
        if self.wire == table::HAPPENING {
            object.insert("what".to_owned(), json!(self.name));
        }
        for field in self.fields {
            let there = match field.form {
                Form::Fact | Form::Own => object.contains_key("name"),
                _ => object.contains_key(field.name),
            };
            let known_bad = faults.iter().any(|fault| fault.field == field.name);
            if field.need == Need::Required && !there && !known_bad {
                faults.push(Fault {
                    field: field.name.to_owned(),
                    problem: Problem::Missing,
                });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let entry = serde_json::from_value(json!({ "kind": self.wire, "fields": object }));
        let entry = entry.map_err(|_| {
            vec![Fault {
                field: self.name.to_owned(),
                problem: Problem::Type,
            }]
        })?;
        if is_order_ahead(&entry, today) {
            return Err(vec![Fault {
                field: "date".to_owned(),
                problem: Problem::Future,
            }]);
        }
        Ok(entry)
    }
}

/// Whether it is an order to remove that was not made yet: time would run from the wrong day. Only a removal itself
/// may lie ahead.
fn is_order_ahead(entry: &Entry, today: NaiveDate) -> bool {
    matches!(entry, Entry::Happened(happening)
        if happening.what == HappeningKind::Removal
            && happening.kind.as_deref() != Some(RemovalKind::Imminent.as_str())
            && happening.date.earliest() > today)
}

/// The stored fields of an entry, as [`Kind::entry`] takes them for its `base`.
pub fn stored(entry: &Entry) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(mut whole)) => match whole.remove("fields") {
            Some(Value::Object(fields)) => fields,
            _ => Map::new(),
        },
        _ => Map::new(),
    }
}

impl Field {
    /// Whether `none` clears it: a correction can say that a day or a code is not known after all.
    fn can_be_none(&self) -> bool {
        let code = match self.form {
            Form::Past | Form::Date | Form::Day | Form::Yes | Form::Year | Form::Hour => true,
            Form::Code(codes) => !codes.contains(&"none"),
            _ => false,
        };
        code && self.need != Need::Required
    }

    /// Checks one answer before it is taken, so that a person can be asked again at once.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, text: &str, today: NaiveDate) -> Result<(), Fault> {
        let missing = text.trim().is_empty() && self.need == Need::Required;
        let problem = match self.form.read(text.trim(), today) {
            Err(problem) => problem,
            Ok(_) if missing => Problem::Missing,
            Ok(_) => return Ok(()),
        };
        Err(Fault {
            field: self.name.to_owned(),
            problem,
        })
    }
}

/// Reads what was typed for a field of a case into its stored form.
///
/// # Errors
/// [`AppError::Fields`].
pub(super) fn stored_as(name: &str, text: &str) -> Result<String, AppError> {
    let field = CASE.fields.iter().find(|field| field.name == name);
    let form = field.map_or(Form::Word, |field| field.form);
    let read = match form.read(text.trim(), NaiveDate::MAX) {
        Ok(Value::String(stored)) => Ok(stored),
        Ok(_) => Err(Problem::Missing),
        Err(problem) => Err(problem),
    };
    read.map_err(|problem| {
        AppError::Fields(vec![Fault {
            field: name.to_owned(),
            problem,
        }])
    })
}

/// Checks what a list is filtered by, as the field of a case of that name is checked: what can be no case's value
/// would only show an empty list.
///
/// # Errors
/// [`AppError::Fields`] names the first that cannot be.
pub(super) fn check_filter(name: &str, given: &[String]) -> Result<(), AppError> {
    let Some(field) = CASE.fields.iter().find(|field| field.name == name) else {
        return Ok(());
    };
    for text in given {
        // No filter of these forms asks for a day.
        field
            .check(text, NaiveDate::MAX)
            .map_err(|fault| AppError::Fields(vec![fault]))?;
    }
    Ok(())
}

/// What a deadline may ask for that a person enters: `filing:documents`, or `other`.
pub fn acts() -> Vec<String> {
    let of = |sort: &str, codes: &[&str]| -> Vec<String> {
        codes.iter().map(|code| format!("{sort}:{code}")).collect()
    };
    ["appeal", "filing", "application"]
        .into_iter()
        .filter_map(Kind::named)
        .flat_map(|kind| match kind.fields.iter().find(|f| f.name == "kind") {
            Some(Field {
                form: Form::Code(codes),
                ..
            }) => of(kind.name, codes),
            _ => Vec::new(),
        })
        .chain(["other".to_owned()])
        .collect()
}
