//! `field declare|list`, and what a declaration says of a value that is recorded, filtered or counted by.

pub(super) mod bands;
pub mod file;
pub mod ready;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{Datelike as _, NaiveDate};

use crate::app::error::AppError;
use crate::app::fields::{Fault, Problem};
use crate::app::own::file::{Flaw, Wrong};
use crate::app::session::Session;
use crate::app::view::{DeclaredField, FieldsDeclared, HeldField, OwnFields};
use crate::base::close::close;
use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::FieldType;
use crate::domain::event::{Entry, FieldDeclared, FieldRecorded};
use crate::domain::own::{Declared, NotAdmitted};
use crate::store::Reader;

/// What is asked for where a field says nothing.
const NONE: &str = "none";

impl Session<'_> {
    /// The fields that the office declared, as they stand.
    ///
    /// # Errors
    /// The store's.
    pub fn own_fields(&self) -> Result<OwnFields, AppError> {
        let office = self.store.office_events()?;
        let declared = Declared::of(&office);
        let shown = |(id, field): (EventId, &FieldDeclared)| {
            let event = office.iter().find(|event| event.id == id)?;
            Some(DeclaredField {
                field: field.name.clone(),
                r#type: field.holds,
                labels: field.labels.clone(),
                values: field.values.clone(),
                min: field.min,
                max: field.max,
                retired: field.retired,
                since: event.payload.at.date_naive(),
                by: event.payload.by.clone(),
            })
        };
        Ok(OwnFields {
            schema: "nansen.fields/1",
            items: declared.fields().filter_map(shown).collect(),
        })
    }

    /// Declares the fields of a file, those that stand so already left out. Fields that the file does not name stay.
    ///
    /// # Errors
    /// [`AppError::Declaration`] lists what is wrong with the file, or with a change of what is in use; nothing was
    /// written.
    pub fn declare(&mut self, text: &str, dry_run: bool) -> Result<FieldsDeclared, AppError> {
        let read = file::read(text).map_err(AppError::Declaration)?;
        if dry_run {
            let (shown, _) = judge_file(&self.store, read)?;
            return Ok(FieldsDeclared {
                dry_run: true,
                ..shown
            });
        }
        self.inside(|now| {
            let (shown, fields) = judge_file(now.tx, read)?;
            for field in fields {
                let payload = now.payload(Entry::FieldDeclared(field));
                now.tx.append(CaseId::OFFICE, payload)?;
            }
            Ok(shown)
        })
    }
}

/// What a file would change, and what is to be written for it.
fn judge_file(
    reader: &Reader,
    read: Vec<file::Read>,
) -> Result<(FieldsDeclared, Vec<FieldDeclared>), AppError> {
    let declared = Declared::of(&reader.office_events()?);
    let mut shown = FieldsDeclared {
        schema: "nansen.fields-declared/1",
        dry_run: false,
        added: Vec::new(),
        changed: Vec::new(),
        unchanged: Vec::new(),
    };
    let mut changes = Vec::new();
    for one in read {
        let name = one.field.name.clone();
        match declared.named(&name) {
            None => shown.added.push(name),
            Some((_, known)) if *known == one.field => {
                shown.unchanged.push(name);
                continue;
            }
            Some(_) => shown.changed.push(name),
        }
        changes.push(one);
    }
    let known = declared.fields().count() + shown.added.len();
    if known > file::MOST_FIELDS {
        return Err(AppError::Declaration(vec![Flaw::of_all(Wrong::ManyFields)]));
    }
    // Whether something is in use is looked for only where a change could take it away.
    let loses = |one: &file::Read| {
        let before = declared.named(&one.field.name);
        before.is_some_and(|(_, before)| may_lose(before, &one.field))
    };
    let mut flaws = Vec::new();
    if changes.iter().any(loses) {
        let used = used(reader)?;
        for one in changes.iter().filter(|one| loses(one)) {
            let values = used.get(&one.field.name);
            let wrong = values.and_then(|values| used_up(&declared, &one.field, values));
            flaws.extend(wrong.map(|wrong| one.flaw(wrong)));
        }
    }
    if !flaws.is_empty() {
        return Err(AppError::Declaration(flaws));
    }
    Ok((shown, changes.into_iter().map(|one| one.field).collect()))
}

/// Whether a change could leave a value outside that lay inside.
fn may_lose(before: &FieldDeclared, after: &FieldDeclared) -> bool {
    let kept = |value: &str| after.values.iter().any(|one| one.value == value);
    before.holds != after.holds
        || !before.values.iter().all(|one| kept(&one.value))
        || before.min < after.min
        || before.max > after.max
}

/// What a declaration takes away of the values that were ever recorded; a value is retired instead.
fn used_up(declared: &Declared, after: &FieldDeclared, used: &BTreeSet<String>) -> Option<Wrong> {
    let (_, before) = declared.named(&after.name)?;
    if before.holds != after.holds {
        return Some(Wrong::UsedType);
    }
    match after.holds {
        FieldType::Code => {
            let kept = |value: &String| after.values.iter().any(|one| one.value == *value);
            let gone = before.values.iter().map(|one| &one.value);
            let mut gone = gone.filter(|value| used.contains(*value) && !kept(value));
            gone.next().map(|value| Wrong::UsedValue(value.clone()))
        }
        FieldType::Number => {
            let outside = |value: &String| value.parse().is_ok_and(|n: i64| !after.spans(n));
            used.iter().any(outside).then_some(Wrong::UsedNumber)
        }
        FieldType::YesNo | FieldType::Date => None,
    }
}

/// Every value that was ever recorded, by field, those that were corrected or taken back included: a case's history
/// shows them.
fn used(reader: &Reader) -> Result<BTreeMap<String, BTreeSet<String>>, AppError> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let _: Option<()> = reader.walk_back(|event| {
        let entry = match event.payload.entry {
            Entry::EntryCorrected(correction) => *correction.entry,
            entry => entry,
        };
        if let Entry::FieldRecorded(field) = entry {
            used.entry(field.name).or_default().insert(field.value);
        }
        Ok::<_, AppError>(ControlFlow::Continue(()))
    })?;
    Ok(used)
}

/// Checks the value of a field before it is recorded; entries of other sorts are nothing here.
///
/// # Errors
/// [`AppError::Fields`]: no such field, or no value of it.
pub(super) fn judge(reader: &Reader, entry: &mut Entry, today: NaiveDate) -> Result<(), AppError> {
    let Entry::FieldRecorded(field) = entry else {
        return Ok(());
    };
    let declared = Declared::of(&reader.office_events()?);
    check(&declared, field, today).map_err(AppError::Fields)
}

/// As [`judge`], by what the caller has looked up. Puts the value into its stored form, and the declaration beside it.
pub(super) fn check(
    declared: &Declared,
    field: &mut FieldRecorded,
    today: NaiveDate,
) -> Result<(), Vec<Fault>> {
    let fault = |problem| vec![fault("field", problem)];
    let (id, by) = declared
        .named(&field.name)
        .ok_or_else(|| fault(unknown(declared, &field.name, true)))?;
    if by.retired {
        return Err(fault(Problem::OwnRetired(by.name.clone())));
    }
    let wrong = |not| fault(not_admitted(by, &field.value, not));
    field.value = by.read(&field.value, today).map_err(wrong)?;
    field.declared = id;
    Ok(())
}

/// A declaration by its event; none where another office made it.
pub(super) fn declaration(reader: &Reader, id: EventId) -> Option<FieldDeclared> {
    let office = reader.office_events().ok()?;
    Declared::of(&office).by(id).cloned()
}

/// What the persons of a case have, for `show`.
pub(super) fn held(case: &Case, declared: &Declared) -> Vec<HeldField> {
    let several = case.has_several();
    let people = case.people.iter();
    let of_person = |number: u16| {
        let held = case.own_fields(number).into_values();
        held.map(move |one| HeldField {
            field: one.data.name.clone(),
            value: one.data.value.clone(),
            date: one.data.date,
            source: one.data.source,
            known: declared.by(one.data.declared).is_some(),
            person: several.then_some(number),
            declared: declared.by(one.data.declared).cloned(),
        })
    };
    people.flat_map(|one| of_person(one.number)).collect()
}

/// What the persons who have not left have, by field, for `list`.
pub(super) fn listed(case: &Case) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for person in case.present() {
        for (name, one) in case.own_fields(person.number) {
            let values = all.entry(name.to_owned()).or_default();
            if !values.contains(&one.data.value) {
                values.push(one.data.value.clone());
            }
        }
    }
    all
}

/// What cases are filtered by: of each field the values that are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted(BTreeMap<String, Vec<String>>);

impl Wanted {
    /// Reads `NAME=VALUE`, several of one field added up.
    ///
    /// # Errors
    /// [`AppError::Fields`]: no such field, or a value that it never had.
    pub fn read(reader: &Reader, typed: &[String]) -> Result<Self, AppError> {
        let mut wanted = Self::default();
        if typed.is_empty() {
            return Ok(wanted);
        }
        let declared = Declared::of(&reader.office_events()?);
        for text in typed {
            let (name, value) = text.split_once('=').unwrap_or((text, ""));
            let value = asked(&declared, "field", name.trim(), value.trim())?;
            let values = wanted.0.entry(name.trim().to_owned()).or_default();
            values.push(value);
        }
        Ok(wanted)
    }

    /// Whether somebody of the case has what is wanted of each field; `none`: whether nobody has anything in it.
    pub fn admits(&self, case: &Case) -> bool {
        self.0.iter().all(|(name, values)| {
            let mut held = case
                .present()
                .filter_map(|one| case.own_field(one.number, name))
                .peekable();
            let nothing = held.peek().is_none() && values.iter().any(|value| value == NONE);
            nothing || held.any(|has| values.iter().any(|value| value == has))
        })
    }
}

/// The name of the field that a dimension of a table is: `field:housing`.
pub(super) fn dimension(dimension: &str) -> Option<&str> {
    dimension.strip_prefix("field:")
}

/// Checks a dimension, and puts the values that a table or a list is to have of it into their stored form; those of numbers
/// `in_bands`, or each by itself.
///
/// # Errors
/// [`AppError::Fields`]: no such field, or a value that it never had.
pub(super) fn counted_by(
    declared: &Declared,
    option: &'static str,
    name: &str,
    values: &mut [String],
    in_bands: bool,
) -> Result<(), AppError> {
    let Some((_, field)) = declared.named(name) else {
        let problem = unknown(declared, name, false);
        return Err(AppError::Fields(vec![fault(option, problem)]));
    };
    let is_year = |value: &str| value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit());
    for value in values.iter_mut().filter(|value| *value != NONE) {
        let problem = match field.holds {
            // Dates are counted by their year.
            FieldType::Date => (!is_year(value)).then_some(Problem::Year),
            FieldType::Number if in_bands && bands::least(value).is_some() => None,
            FieldType::Number if in_bands => {
                let stored = asked(declared, option, name, value)?;
                let band = stored.parse().map(bands::band);
                band.ok().map(|band| Problem::OwnBand {
                    name: name.to_owned(),
                    band,
                })
            }
            _ => {
                *value = asked(declared, option, name, value)?;
                None
            }
        };
        if let Some(problem) = problem {
            return Err(AppError::Fields(vec![fault(option, problem)]));
        }
    }
    Ok(())
}

/// The place of a person in a table: what they have in a field, of a date its year, of a number its band (`in_bands`).
pub(super) fn cell(
    declared: &Declared,
    case: &Case,
    person: u16,
    name: &str,
    in_bands: bool,
) -> String {
    let Some(value) = case.own_field(person, name) else {
        return NONE.to_owned();
    };
    let place = match declared.named(name).map(|(_, field)| field.holds) {
        Some(FieldType::Date) => {
            let date = value.parse::<PartialDate>().ok();
            date.map(|date| date.earliest().year().to_string())
        }
        Some(FieldType::Number) if in_bands => value.parse().ok().map(bands::band),
        _ => None,
    };
    place.unwrap_or_else(|| value.to_owned())
}

/// Whether a dimension is a field that holds numbers.
pub(super) fn is_number(declared: &Declared, of: &str) -> bool {
    let field = dimension(of).and_then(|name| declared.named(name));
    field.is_some_and(|(_, field)| field.holds == FieldType::Number)
}

/// The stored form of a value that is asked for.
fn asked(
    declared: &Declared,
    option: &'static str,
    name: &str,
    value: &str,
) -> Result<String, AppError> {
    let wrong = |problem| AppError::Fields(vec![fault(option, problem)]);
    let (_, field) = declared
        .named(name)
        .ok_or_else(|| wrong(unknown(declared, name, false)))?;
    let read = field.read(value, NaiveDate::MAX);
    if read.is_err() && (value == NONE || declared.ever_admitted(name, value)) {
        return Ok(value.to_owned());
    }
    read.map_err(|not| {
        wrong(match not_admitted(field, value, not) {
            Problem::OwnValue { name, close, .. } => Problem::OwnValue {
                known: declared.values(&name),
                name,
                close,
            },
            other => other,
        })
    })
}

fn fault(field: &str, problem: Problem) -> Fault {
    Fault {
        field: field.to_owned(),
        problem,
    }
}

/// That there is no such field. `open`: only those are told in which something can be recorded.
fn unknown(declared: &Declared, name: &str, open: bool) -> Problem {
    if declared.named(name).is_none() && ready::ready(name).is_some() {
        return Problem::OwnReady(name.to_owned());
    }
    let fields = declared
        .fields()
        .filter(|(_, field)| !(open && field.retired));
    let known: Vec<String> = fields.map(|(_, field)| field.name.clone()).collect();
    Problem::OwnName {
        close: close(name, known.iter().map(String::as_str)),
        known,
    }
}

fn not_admitted(by: &FieldDeclared, value: &str, not: NotAdmitted) -> Problem {
    let name = by.name.clone();
    let known: Vec<String> = match (not, by.holds) {
        (NotAdmitted::Date(problem), _) => return Problem::Date(problem),
        (NotAdmitted::Value, FieldType::Number) => {
            return Problem::OwnNumber {
                name,
                min: by.min.unwrap_or(i64::MIN),
                max: by.max.unwrap_or(i64::MAX),
            };
        }
        (NotAdmitted::Value, FieldType::YesNo) => ["yes", "no"].map(str::to_owned).to_vec(),
        (NotAdmitted::Value, _) => by.offered().map(str::to_owned).collect(),
    };
    Problem::OwnValue {
        close: close(value, known.iter().map(String::as_str)),
        name,
        known,
    }
}
