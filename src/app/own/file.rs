//! The file in which an office declares its fields, read and judged; none of it is trusted.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use crate::app::fields::{CASE, DESK, KINDS, PERSON};
use crate::app::stats::{DIMENSIONS, UNITS};
use crate::base::guard;
use crate::base::text::{BadReason, TooLong, escape, short_reason};
use crate::domain::code::FieldType;
use crate::domain::event::{FieldDeclared, FieldValue, Labels};
use crate::domain::fact::Fact;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 64 * 1024;
/// The most fields that an office has.
pub const MOST_FIELDS: usize = 100;
/// The most values of one field.
pub const MOST_VALUES: usize = 100;
/// The most labels of one thing: languages.
const MOST_LABELS: usize = 20;
/// The longest label, in characters.
pub const MOST_LABEL: usize = 60;
/// The longest name of a field or value.
const MOST_NAME: usize = 32;
/// The greatest number that a field can hold: a telephone or the number of a file has more digits.
pub const MOST_NUMBER: i64 = 99_999;
/// Nobody reads more of what is wrong.
const MOST_FLAWS: usize = 20;

/// Names that stand for something else wherever fields are told.
const OURS: &[&str] = &[
    "application_state",
    "callsign",
    "case",
    "event",
    "field",
    "kind",
    "last_event",
    "next_due",
    "none",
    "people",
    "person",
    "ref",
    "risk",
    "state",
    "total",
    "type",
    "value",
];

/// Something that is wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Where, from 1: the line on which the field begins.
    pub line: Option<usize>,
    /// Which field, where it has a name that can be one.
    pub field: Option<String>,
    /// What.
    pub wrong: Wrong,
}

impl Flaw {
    /// Of the whole file.
    pub(super) const fn of_all(wrong: Wrong) -> Self {
        Self {
            line: None,
            field: None,
            wrong,
        }
    }
}

/// The ways in which a declaration can be wrong. Nothing of what stands in the file is repeated but names that can be
/// ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Too large to be read.
    Bytes,
    /// Not TOML, or with keys that mean nothing here.
    Notation,
    /// No field.
    Empty,
    /// More fields than an office has.
    ManyFields,
    /// Not a name.
    Name,
    /// A name of the program's own.
    Ours,
    /// The name or a label says that it would hold what ties a case to a person.
    Personal,
    /// The name stands there twice.
    Twice,
    /// No such type.
    Type,
    /// A code without values.
    NoValues,
    /// More values than a field has.
    ManyValues,
    /// Not a value.
    Value,
    /// A value that looks personal.
    ValuePersonal,
    /// The value stands there twice.
    ValueTwice(String),
    /// Values of what is no code, or bounds of what is no number.
    Misplaced,
    /// No bounds, or bounds that are none.
    Bounds,
    /// Not a language.
    Language,
    /// More labels than there are languages.
    ManyLabels,
    /// A label that is none.
    Label(BadReason),
    /// A label with characters that nobody sees, or that turn the reading order round.
    Hidden,
    /// The type of a field in use.
    UsedType,
    /// A value in use is not there any more.
    UsedValue(String),
    /// A number in use lies outside.
    UsedNumber,
}

/// A field as the file has it.
#[derive(Debug)]
pub(super) struct Read {
    line: usize,
    pub field: FieldDeclared,
}

impl Read {
    /// Something that is wrong with it.
    pub fn flaw(&self, wrong: Wrong) -> Flaw {
        Flaw {
            line: Some(self.line),
            field: Some(self.field.name.clone()),
            wrong,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    field: Vec<Spanned<Typed>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    name: String,
    r#type: String,
    #[serde(default)]
    label: Labels,
    #[serde(default)]
    values: Vec<Listed>,
    min: Option<i64>,
    max: Option<i64>,
    #[serde(default)]
    retired: bool,
}

/// A value: its name alone, or what else there is to say of it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Listed {
    Name(String),
    Whole(Whole),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    value: String,
    #[serde(default)]
    label: Labels,
    #[serde(default)]
    retired: bool,
}

/// Reads a file, and judges it by itself.
pub(super) fn read(text: &str) -> Result<Vec<Read>, Vec<Flaw>> {
    if text.len() > MOST_BYTES {
        return Err(vec![Flaw::of_all(Wrong::Bytes)]);
    }
    let line = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        before.matches('\n').count().saturating_add(1)
    };
    let file: File = toml::from_str(text).map_err(|error| {
        vec![Flaw {
            line: error.span().map(|span| line(span.start)),
            ..Flaw::of_all(Wrong::Notation)
        }]
    })?;
    let fields = file.field;
    if fields.is_empty() {
        return Err(vec![Flaw::of_all(Wrong::Empty)]);
    }
    if fields.len() > MOST_FIELDS {
        return Err(vec![Flaw::of_all(Wrong::ManyFields)]);
    }
    let mut seen = BTreeSet::new();
    let (mut read, mut flaws) = (Vec::new(), Vec::new());
    for typed in fields {
        let line = line(typed.span().start);
        let typed = typed.into_inner();
        let name = Some(typed.name.clone()).filter(|name| is_name(name));
        let mut wrong = Vec::new();
        if !seen.insert(typed.name.clone()) {
            wrong.push(Wrong::Twice);
        }
        let field = judge(typed, &mut wrong);
        let flaw = |wrong| Flaw {
            line: Some(line),
            // A name that would say who somebody is may be one's name.
            field: name.clone().filter(|_| wrong != Wrong::Personal),
            wrong,
        };
        flaws.extend(wrong.into_iter().map(flaw));
        read.extend(field.map(|field| Read { line, field }));
    }
    if flaws.is_empty() {
        Ok(read)
    } else {
        flaws.truncate(MOST_FLAWS);
        Err(flaws)
    }
}

/// One field of the file; nothing where it has no type.
fn judge(typed: Typed, wrong: &mut Vec<Wrong>) -> Option<FieldDeclared> {
    if !is_name(&typed.name) {
        wrong.push(Wrong::Name);
    } else if is_ours(&typed.name) {
        wrong.push(Wrong::Ours);
    }
    let headings = || typed.label.values().chain([&typed.name]);
    if headings().any(|heading| guard::names_a_person(heading)) {
        wrong.push(Wrong::Personal);
    }
    let labels = labels(&typed.label, wrong);
    let Ok(holds) = typed.r#type.parse::<FieldType>() else {
        wrong.push(Wrong::Type);
        return None;
    };
    let (lists, bounds) = (!typed.values.is_empty(), typed.min.or(typed.max).is_some());
    if (lists && holds != FieldType::Code) || (bounds && holds != FieldType::Number) {
        wrong.push(Wrong::Misplaced);
    }
    if holds == FieldType::Code && !lists {
        wrong.push(Wrong::NoValues);
    }
    if holds == FieldType::Number {
        let can_be = -MOST_NUMBER..=MOST_NUMBER;
        let fits =
            |(min, max): (i64, i64)| min <= max && can_be.contains(&min) && can_be.contains(&max);
        if !typed.min.zip(typed.max).is_some_and(fits) {
            wrong.push(Wrong::Bounds);
        }
    }
    Some(FieldDeclared {
        values: values(typed.values, wrong),
        name: typed.name,
        holds,
        labels,
        min: typed.min,
        max: typed.max,
        retired: typed.retired,
    })
}

fn values(listed: Vec<Listed>, wrong: &mut Vec<Wrong>) -> Vec<FieldValue> {
    if listed.len() > MOST_VALUES {
        wrong.push(Wrong::ManyValues);
        return Vec::new();
    }
    let mut values: Vec<FieldValue> = Vec::new();
    for one in listed {
        let mut one = match one {
            Listed::Name(value) => FieldValue {
                value,
                labels: Labels::new(),
                retired: false,
            },
            Listed::Whole(whole) => FieldValue {
                value: whole.value,
                labels: whole.label,
                retired: whole.retired,
            },
        };
        if !is_value(&one.value) {
            wrong.push(Wrong::Value);
        } else if is_long_number(&one.value) || !guard::findings(&one.value).is_empty() {
            wrong.push(Wrong::ValuePersonal);
        } else if values.iter().any(|known| known.value == one.value) {
            wrong.push(Wrong::ValueTwice(one.value.clone()));
        }
        one.labels = labels(&one.labels, wrong);
        values.push(one);
    }
    values
}

/// Labels as they are kept: short, seen whole, and without what looks personal.
fn labels(typed: &Labels, wrong: &mut Vec<Wrong>) -> Labels {
    let mut kept = Labels::new();
    if typed.len() > MOST_LABELS {
        wrong.push(Wrong::ManyLabels);
        return kept;
    }
    for (language, label) in typed {
        let fits = (2..=3).contains(&language.len());
        if !fits || !language.bytes().all(|b| b.is_ascii_lowercase()) {
            wrong.push(Wrong::Language);
        }
        let found = label.chars().count();
        if found > MOST_LABEL {
            let most = MOST_LABEL;
            let long = TooLong { found, most };
            wrong.push(Wrong::Label(BadReason::TooLong(long)));
            continue;
        }
        if escape(label) != *label {
            wrong.push(Wrong::Hidden);
        }
        match short_reason(label) {
            Err(bad) => wrong.push(Wrong::Label(bad)),
            Ok(line) => drop(kept.insert(language.clone(), line)),
        }
    }
    kept
}

/// A small word of ASCII, of which the first character is a letter.
fn is_name(name: &str) -> bool {
    let rest = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    (1..=MOST_NAME).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(rest)
}

/// As a name; it may begin with a digit, and is no word that stands for the lack of one, or for all of them.
fn is_value(value: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    (1..=MOST_NAME).contains(&value.len())
        && value.bytes().all(fits)
        && !value.starts_with('-')
        && !matches!(value, "none" | "total")
}

/// Whether a value has more digits than a number that a field can hold: a telephone, a paper or a file has.
fn is_long_number(value: &str) -> bool {
    value.bytes().filter(u8::is_ascii_digit).count() > MOST_NUMBER.to_string().len()
}

/// Whether the program has something of this name: a fact, an event, an option, a dimension.
fn is_ours(name: &str) -> bool {
    let kinds = || KINDS.iter().chain([&CASE, &PERSON]).chain(DESK);
    OURS.contains(&name)
        || DIMENSIONS.contains(&name)
        || UNITS.contains(&name)
        || Fact::named(name).is_some()
        || kinds().any(|kind| kind.name.replace('-', "_") == name)
        || kinds().any(|kind| kind.fields.iter().any(|field| field.name == name))
}
