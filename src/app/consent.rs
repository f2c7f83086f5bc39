//! What persons agreed to, and whether that allows what is about to be done.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::error::AppError;
use crate::app::find;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::{Answer, Purpose};
use crate::domain::person::answer_of_all;
use crate::domain::same::{Key, Whom};
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

/// What somebody said, which holds wherever they stand: the last answer in any of their cases.
pub(super) fn answer_anywhere(
    whom: &Whom,
    cases: &BTreeMap<CaseId, &Case>,
    key: Key,
    purpose: Purpose,
) -> Answer {
    let places = whom.all_of(key).into_iter();
    let places = places.filter_map(|(of, number)| cases.get(&of)?.person(number));
    answer_of_all(places, purpose)
}

/// Who is counted and who is not, by what is known now: whoever takes a consent back today leaves tables about last year, too,
/// and whoever turns out to be counted in another case was never two.
#[derive(Debug, Default)]
pub(super) struct Counted {
    said_no: BTreeMap<CaseId, BTreeSet<u16>>,
    /// How many persons of the store refused to be counted, or withdrew.
    pub left_out: u64,
    /// How many were never asked, and are counted.
    pub never_asked: u64,
    /// How many said yes.
    pub said_yes: u64,
    /// How many are of cases that were handed to another office, which counts them.
    pub handed_over: u64,
}

impl Counted {
    pub(super) fn of(reader: &Reader) -> Result<Self, AppError> {
        Ok(Self::among(&find::cases(reader, None)?))
    }

    /// What those of some cases said.
    pub(super) fn among(cases: &[Case]) -> Self {
        Self::of_each(cases, Case::is_duplicate)
    }

    /// As an older program counted: also in cases that were closed because they are recorded twice.
    pub(super) fn with_duplicates(cases: &[Case]) -> Self {
        Self::of_each(cases, |_| false)
    }

    fn of_each(cases: &[Case], is_counted_elsewhere: impl Fn(&Case) -> bool) -> Self {
        let mut counted = Self::default();
        let whom = Whom::among(cases);
        let by_id: BTreeMap<CaseId, &Case> = cases.iter().map(|case| (case.id, case)).collect();
        let answer = |case: CaseId, number: u16| {
            answer_anywhere(&whom, &by_id, (case, number), Purpose::Statistics)
        };
        for case in cases {
            if is_counted_elsewhere(case) {
                let persons = case.people.iter().map(|person| person.number);
                counted.said_no.insert(case.id, persons.collect());
                continue;
            }
            if case.is_handed_over() {
                let theirs = case.people.iter().filter(|person| person.is_counted());
                counted.handed_over += u64::try_from(theirs.count()).unwrap_or(u64::MAX);
                let persons = case.people.iter().map(|person| person.number).collect();
                counted.said_no.insert(case.id, persons);
                continue;
            }
            let mut forbidden = BTreeSet::new();
            for person in &case.people {
                if !person.is_counted() {
                    forbidden.insert(person.number);
                    continue;
                }
                match answer(case.id, person.number) {
                    Answer::Given => counted.said_yes += 1,
                    Answer::NotAsked => counted.never_asked += 1,
                    Answer::Refused | Answer::Withdrawn => {
                        counted.left_out += 1;
                        forbidden.insert(person.number);
                    }
                }
            }
            if !forbidden.is_empty() {
                counted.said_no.insert(case.id, forbidden);
            }
        }
        counted
    }

    /// Whether a person may stand in a table.
    pub(super) fn admits(&self, case: CaseId, person: u16) -> bool {
        let no = self.said_no.get(&case);
        !no.is_some_and(|persons| persons.contains(&person))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::base::id::{EventId, StreamId};
    use crate::domain::code::{PersonRole, Sex};
    use crate::domain::event::{CaseOpened, ConsentSaid, Entry, Event, Payload, PersonAdded};

    /// Two persons; the second answered.
    fn case(purpose: Purpose, answer: Answer) -> Case {
        let day = "2026-03-02".parse().unwrap();
        let entries = [
            (
                1,
                Entry::CaseOpened(CaseOpened {
                    number: "7MK2D5HPP".to_owned(),
                    callsign: "amber-heron".to_owned(),
                    origin: "SY".to_owned(),
                    jurisdiction: "de".to_owned(),
                    sex: Sex::F,
                    born: None,
                    office: None,
                    worker: None,
                    opened: day,
                    tags: Vec::new(),
                    role: None,
                    import_ref: None,
                }),
            ),
            (
                2,
                Entry::PersonAdded(PersonAdded {
                    role: PersonRole::Applicant,
                    relation: None,
                    sex: Sex::M,
                    born: None,
                    origin: None,
                    date: None,
                    import_ref: None,
                }),
            ),
            (
                2,
                Entry::ConsentSaid(ConsentSaid {
                    kind: purpose,
                    answer,
                    date: day,
                    means: None,
                    import_ref: None,
                }),
            ),
        ];
        let id = CaseId([7; 16]);
        let event = |(number, (person, entry)): (u8, (u16, Entry))| Event {
            id: EventId([number; 16]),
            case: id,
            lamport: number.into(),
            stream: StreamId([1; 16]),
            number: number.into(),
            payload: Payload {
                at: DateTime::from_timestamp(1_770_000_000, 0).unwrap(),
                by: "m1".to_owned(),
                person,
                via: None,
                even_so: None,
                entry,
            },
        };
        let events: Vec<Event> = (1..).zip(entries).map(event).collect();
        Case::fold(id, &events, None)
    }

    #[test]
    fn some_purposes_need_a_yes_and_none_survives_a_no() {
        for purpose in Purpose::ALL {
            for answer in Answer::ALL {
                let case = case(*purpose, *answer);
                let allowed = match answer {
                    Answer::Given => true,
                    Answer::NotAsked => {
                        matches!(purpose, Purpose::Assistance | Purpose::Statistics)
                    }
                    Answer::Refused | Answer::Withdrawn => false,
                };
                let permitted = permit(&case, &[2], *purpose);
                assert_eq!(permitted.is_ok(), allowed, "{purpose} {answer}");
                // One of two is enough to refuse, and is named.
                let both = permit(&case, &[1, 2], *purpose);
                let named = match both {
                    Ok(()) => Vec::new(),
                    Err(AppError::NoConsent { persons, .. }) => persons,
                    Err(other) => panic!("{other}"),
                };
                let first = [Purpose::Referral, Purpose::Publicity, Purpose::Research];
                let mut wanted = Vec::new();
                wanted.extend(first.contains(purpose).then_some(1));
                wanted.extend((!allowed).then_some(2));
                assert_eq!(named, wanted, "{purpose} {answer}");
            }
        }
        // Who is not there agreed to nothing.
        let case = case(Purpose::Publicity, Answer::Given);
        assert!(permit(&case, &[9], Purpose::Publicity).is_err());
    }
}
