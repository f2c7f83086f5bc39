//! Finds what a person named: a case by number or callsign, an entry or a deadline by the beginning of its id.
//!
//! Everything takes a [`Reader`]: whoever writes looks within its own transaction, whoever shows outside one.

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::session::{members, number_of, root_of};
use crate::base::callsign::{Callsign, looks_like_callsign};
use crate::base::id::{CaseId, DeadlineId, EventId, MIN_PREFIX};
use crate::base::number::CaseNumber;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::history::History;
use crate::store::Reader;

/// The case that a person named by number or callsign.
pub(super) fn case(reader: &Reader, text: &str) -> Result<CaseId, AppError> {
    if !looks_like_callsign(text) {
        let number = CaseNumber::parse(text).map_err(AppError::Number)?;
        let found = reader.case_by_number(&number)?;
        return found.ok_or(AppError::NoCase(number));
    }
    let found = reader.cases_by_callsign(&Callsign::normalise(text))?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(AppError::NoCallsign),
        several => {
            let numbers = several.iter().map(|case| number(reader, *case));
            Err(AppError::TwoCases(numbers.collect::<Result<_, _>>()?))
        }
    }
}

/// The number of a case, as people see it.
pub(super) fn number(reader: &Reader, case: CaseId) -> Result<String, AppError> {
    Ok(number_of(&reader.case(case)?))
}

/// Every case, as it stands or stood.
pub(super) fn cases(reader: &Reader, as_of: Option<NaiveDate>) -> Result<Vec<Case>, AppError> {
    let mut cases = Vec::new();
    reader.each_case(|id, case| -> Result<(), AppError> {
        let case = match as_of {
            None => case,
            Some(day) => Case::fold(id, &reader.events(id)?, Some(day)),
        };
        cases.extend(Some(case).filter(|case| case.opened.is_some()));
        Ok(())
    })?;
    Ok(cases)
}

/// The event whose id begins with `prefix`.
pub(super) fn event(reader: &Reader, prefix: &str) -> Result<(EventId, CaseId), AppError> {
    let found = reader.event_by_prefix(&long_enough(prefix)?)?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(AppError::NoEvent),
        several => Err(AppError::TwoEvents(
            several.iter().map(|(id, _)| id.to_string()).collect(),
        )),
    }
}

/// The deadline whose id begins with `prefix`.
pub(super) fn deadline(reader: &Reader, prefix: &str) -> Result<(DeadlineId, CaseId), AppError> {
    let found = reader.deadline_by_prefix(&long_enough(prefix)?)?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(AppError::NoEvent),
        several => Err(AppError::TwoEvents(
            several.iter().map(|(id, _)| id.to_string()).collect(),
        )),
    }
}

fn long_enough(prefix: &str) -> Result<String, AppError> {
    if prefix.len() < MIN_PREFIX {
        return Err(AppError::ShortId);
    }
    Ok(prefix.to_ascii_lowercase())
}

/// What `--on` names in a case: `A2`, `A2.1`, or the beginning of an event's id.
pub(super) fn on(reader: &Reader, case: &Case, text: &str) -> Result<EventId, AppError> {
    if let Some(named) = case.reference(text) {
        return Ok(named.id());
    }
    let wrong = || AppError::History {
        case: number_of(case),
        objection: Objection::NoReference,
    };
    if text.len() < MIN_PREFIX {
        return Err(wrong());
    }
    let (event, of) = event(reader, text).map_err(|_| wrong())?;
    let events = reader.events(case.id)?;
    let history = History::resolve(&events, None);
    let root = root_of(&events, event);
    if of == case.id && history.item(root).is_some() {
        Ok(root)
    } else {
        Err(wrong())
    }
}

/// Checks that an alias is a member's, or that of somebody whom an import says to work on a case.
pub(super) fn member(reader: &Reader, alias: &str) -> Result<(), AppError> {
    let is_member = members(reader.id(), &reader.office_events()?)
        .iter()
        .any(|joined| joined.member.alias == alias && !joined.member.card);
    let works = || -> Result<bool, AppError> {
        let mut cases = cases(reader, None)?.into_iter();
        Ok(cases.any(|case| case.worker.as_deref() == Some(alias)))
    };
    if is_member || works()? {
        Ok(())
    } else {
        Err(AppError::NoMember)
    }
}
