//! What persons agreed to, and whether that allows what is about to be done.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::error::AppError;
use crate::app::find;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::{Answer, Purpose};
use crate::store::Reader;

/// Refuses what these persons of a case did not agree to: every way out of the store asks here first, with the case as it
/// stands now. A purpose that needs a yes is refused without one; any other only after a no.
///
/// # Errors
/// [`AppError::NoConsent`] with those who stand in the way.
pub fn permit(case: &Case, persons: &[u16], purpose: Purpose) -> Result<(), AppError> {
    let forbids = |number: &u16| {
        let answer = case
            .person(*number)
            .map_or(Answer::NotAsked, |person| person.answer(purpose));
        answer.is_no() || (purpose.needs_a_yes() && answer != Answer::Given)
    };
    let refused: Vec<u16> = persons.iter().copied().filter(|n| forbids(n)).collect();
    if refused.is_empty() {
        Ok(())
    } else {
        Err(AppError::NoConsent {
            purpose,
            persons: refused,
        })
    }
}

/// Who is counted and who is not, by what is known now: whoever takes a consent back today leaves tables about last year, too.
#[derive(Debug, Default)]
pub(super) struct Counted {
    said_no: BTreeMap<CaseId, BTreeSet<u16>>,
    /// How many persons of the store refused to be counted, or withdrew.
    pub left_out: u64,
    /// How many were never asked.
    pub never_asked: u64,
}

impl Counted {
    pub(super) fn of(reader: &Reader) -> Result<Self, AppError> {
        let mut counted = Self::default();
        for case in find::cases(reader, None)? {
            for person in case.people.iter().filter(|person| person.is_counted()) {
                match person.answer(Purpose::Statistics) {
                    Answer::Given => {}
                    Answer::NotAsked => counted.never_asked += 1,
                    Answer::Refused | Answer::Withdrawn => counted.left_out += 1,
                }
            }
            let numbers = case.people.iter().map(|person| person.number);
            let forbidden: BTreeSet<u16> = numbers
                .filter(|number| permit(&case, &[*number], Purpose::Statistics).is_err())
                .collect();
            if !forbidden.is_empty() {
                counted.said_no.insert(case.id, forbidden);
            }
        }
        Ok(counted)
    }

    /// Whether a person may stand in a table.
    pub(super) fn admits(&self, case: CaseId, person: u16) -> bool {
        let no = self.said_no.get(&case);
        !no.is_some_and(|persons| persons.contains(&person))
    }
}
