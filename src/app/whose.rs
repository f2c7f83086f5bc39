//! Whose an entry is, where a case holds several persons.

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::record::{Input, Refusal, build};
use crate::app::session::number_of;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::event::{Entry, Payload};
use crate::domain::person::FIRST;
use crate::store::Reader;

/// For whom something is to be recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Whom {
    /// Nobody said: the only one it can be.
    #[default]
    Unsaid,
    /// These.
    These(Vec<u16>),
    /// Everybody who has not left.
    Everybody,
}

impl Whom {
    /// One, or whoever it can be.
    pub fn one(number: Option<u16>) -> Self {
        number.map_or(Self::Unsaid, |number| Self::These(vec![number]))
    }
}

/// Those whom an entry is to be recorded for, each once.
pub(super) fn persons(
    reader: &Reader,
    case: &Case,
    input: &Input,
    today: NaiveDate,
) -> Result<Vec<u16>, AppError> {
    if input.kind.is_beside_persons() && input.whom != Whom::Unsaid {
        return Err(objection(case, Objection::OfTheCase));
    }
    let numbers = match &input.whom {
        Whom::Everybody => case.present().map(|person| person.number).collect(),
        Whom::These(numbers) => {
            let mut numbers = numbers.clone();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        }
        Whom::Unsaid if !case.has_several() => vec![FIRST],
        Whom::Unsaid => vec![the_one(reader, case, input, today)?],
    };
    let known = |number: &u16| case.person(*number).is_some();
    if numbers.is_empty() || !numbers.iter().all(known) {
        return Err(objection(case, Objection::NoPerson));
    }
    Ok(numbers)
}

/// The one whose it must be: that of what it is about, or the only one who is left. Of what concerns the whole case nobody
/// is asked.
fn the_one(reader: &Reader, case: &Case, input: &Input, today: NaiveDate) -> Result<u16, AppError> {
    if input.kind.is_of_the_case() {
        return Ok(FIRST);
    }
    let on = input.fields.get("on").map(|on| find::on(reader, case, on));
    let entry = build(
        case,
        input.kind,
        &input.fields,
        on.transpose()?,
        today,
        input.even_so.is_some(),
    )
    .map_err(|refusal| refusal.into_error(case))?;
    only_one(case, &entry).map_err(|refusal| refusal.into_error(case))
}

/// As [`persons`], of an entry that is made already.
pub(super) fn only_one(case: &Case, entry: &Entry) -> Result<u16, Refusal> {
    if let Some(person) = entry.on().and_then(|on| case.person_of(on)) {
        return Ok(person);
    }
    let mut present: Vec<u16> = case.present().map(|person| person.number).collect();
    if matches!(entry, Entry::Reappeared(_)) && !case.care.missing.is_empty() {
        present = case.care.missing.iter().map(|one| one.person).collect();
    }
    match present.as_slice() {
        [one] => Ok(*one),
        [] => Err(Refusal::History(Objection::PersonLeft)),
        _ => Err(Refusal::History(Objection::WhichPerson(present))),
    }
}

/// Whose names something is about: of several persons somebody must say which, for one's papers are not another's.
pub(super) fn named(case: &Case, said: Option<u16>) -> Result<u16, AppError> {
    who(case, said).map_err(|found| objection(case, found))
}

/// One of the persons of a case, whoever has left among them.
pub(super) fn who(case: &Case, said: Option<u16>) -> Result<u16, Objection> {
    match said {
        Some(person) if case.person(person).is_some() => Ok(person),
        Some(_) => Err(Objection::NoPerson),
        None if !case.has_several() => Ok(FIRST),
        None => {
            let all = case.people.iter().map(|person| person.number);
            Err(Objection::WhichPerson(all.collect()))
        }
    }
}

/// The person to show beside an entry: nobody where the case has one alone, or where it is about the whole case.
pub(super) fn beside(case: &Case, payload: &Payload) -> Option<u16> {
    let entry = match &payload.entry {
        Entry::EntryCorrected(correction) => correction.entry.as_ref(),
        entry => entry,
    };
    let about_one = matches!(entry, Entry::PersonAdded(_) | Entry::PersonLeft(_));
    let told = about_one || (case.has_several() && !entry.is_of_the_case());
    told.then(|| case.whose(entry, payload.person))
}

pub(super) fn objection(case: &Case, objection: Objection) -> AppError {
    AppError::History {
        case: number_of(case),
        objection,
    }
}
