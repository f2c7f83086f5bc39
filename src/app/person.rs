//! `person`: who belongs to a case, who joined it, who left it.

use serde_json::{Map, json};

use crate::app::act::refuse_open;
use crate::app::error::AppError;
use crate::app::fields::{Fields, LEAVE, PERSON};
use crate::app::link::{Tie, enter_link};
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{People, Recorded};
use crate::app::whose::objection;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::{LeaveReason, LinkKind, Purpose};
use crate::domain::event::{Entry, Payload};
use crate::domain::person::{Person, next_number};

impl Session<'_> {
    /// Adds a person to a case, under the next number.
    ///
    /// # Errors
    /// Faulty fields; a closed case.
    pub fn person_add(&mut self, case: CaseId, fields: &Fields) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let folded = now.case(case)?;
            let mut base = Map::new();
            base.insert("role".to_owned(), json!("applicant"));
            base.insert("sex".to_owned(), json!("unknown"));
            let entry = PERSON
                .entry(fields, None, base, now.today())
                .map_err(AppError::Fields)?;
            let person = next_number(&now.tx.events(case)?);
            refuse(&folded, person, &entry)?;
            let payload = now.payload(entry);
            now.append(folded, Payload { person, ..payload })
        })?;
        Ok(self.recorded(&written))
    }

    /// Records that a person left the file; with `to`, as who of which case they are counted from now on.
    ///
    /// # Errors
    /// [`AppError::DeadlinesOpen`] while a deadline of theirs is open; the only person of a case; [`AppError::NoOwnCase`].
    pub fn person_leave(
        &mut self,
        case: CaseId,
        person: u16,
        fields: &Fields,
        to: Option<(CaseId, Option<u16>)>,
    ) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let folded = now.case(case)?;
            let mut base = Map::new();
            base.insert("date".to_owned(), json!(now.today().to_string()));
            let entry = LEAVE
                .entry(fields, None, base, now.today())
                .map_err(AppError::Fields)?;
            refuse(&folded, person, &entry)?;
            if let Entry::PersonLeft(left) = &entry {
                refuse_open(&folded, Some(person), left.reason.is_gone(), now.today())?;
                let is_own = left.reason == LeaveReason::OwnCase;
                match to {
                    None if is_own && !folded.is_known_elsewhere(person) => {
                        return Err(AppError::NoOwnCase);
                    }
                    Some((to, _)) if is_own && to == case => return Err(AppError::SameCase),
                    None => {}
                    Some((to, to_person)) => {
                        let other = now.case(to)?;
                        let tie = Tie {
                            to,
                            kind: LinkKind::SamePerson,
                            person: Some(person),
                            to_person,
                        };
                        match enter_link(now, folded, other, &tie) {
                            // Who left before, and of whom that was taken back, is linked already.
                            Ok(_)
                            | Err(AppError::History {
                                objection: Objection::Twice,
                                ..
                            }) => {}
                            Err(error) => return Err(error),
                        }
                    }
                }
            }
            let payload = now.payload(entry);
            let folded = now.case(case)?;
            now.append(folded, Payload { person, ..payload })
        })?;
        Ok(self.recorded(&written))
    }

    /// Who belongs to a case.
    ///
    /// # Errors
    /// The store's.
    pub fn people(&self, case: CaseId) -> Result<People, AppError> {
        let case = self.store.case(case)?;
        Ok(People {
            schema: "nansen.people/1",
            case: number_of(&case),
            callsign: callsign_of(&case),
            items: case.people.iter().map(shown).collect(),
        })
    }
}

/// A person as people and programs see them.
pub(super) fn shown(person: &Person) -> crate::app::view::Person {
    let consent = |purpose: &Purpose| crate::app::view::Consent {
        kind: *purpose,
        answer: person.answer(*purpose),
        date: person
            .consents
            .iter()
            .find(|known| known.purpose == *purpose)
            .map(|known| known.date),
    };
    crate::app::view::Person {
        person: person.number,
        role: person.role,
        relation: person.relation,
        sex: person.sex,
        born: person.born,
        origin: person.origin.clone(),
        since: person.since,
        left: person.left.map(|(reason, _)| reason),
        left_on: person.left.map(|(_, date)| date),
        consents: Purpose::ALL.iter().map(consent).collect(),
    }
}

fn refuse(case: &Case, person: u16, entry: &Entry) -> Result<(), AppError> {
    match case.objections_of(person, entry).into_iter().next() {
        Some(found) => Err(objection(case, found)),
        None => Ok(()),
    }
}
