//! Several persons in one case: nothing of one is another's.

use proptest::prelude::*;

use super::*;
use crate::domain::code::{Answer, LeaveReason, PersonRole, Purpose};
use crate::domain::event::{ConsentSaid, FactLearned, FieldRecorded, PersonAdded, PersonLeft};
use crate::domain::person::{FIRST, next_number};

fn added(born: i32) -> Entry {
    Entry::PersonAdded(PersonAdded {
        role: PersonRole::Dependant,
        relation: None,
        sex: Sex::F,
        born: Some(born),
        origin: None,
        date: None,
        import_ref: None,
    })
}

fn said(answer: Answer, when: &str) -> Entry {
    Entry::ConsentSaid(ConsentSaid {
        kind: Purpose::Statistics,
        answer,
        date: when.parse().unwrap(),
        means: None,
        import_ref: None,
    })
}

fn applied(when: &str) -> Entry {
    Entry::ApplicationLodged(ApplicationLodged {
        kind: ApplicationKind::RefugeeStatus,
        jurisdiction: "ru".to_owned(),
        order: None,
        made: None,
        registered: None,
        lodged: date(when),
        import_ref: None,
    })
}

/// What a person does or has done to them.
type Act = (u16, u8, u32);

/// A case of three persons, and the same three each in a case of their own.
fn three(acts: &[Act]) -> (Log, Vec<Log>) {
    let mut all = Log::opened();
    let mut alone: Vec<Log> = (0..3).map(|_| Log::opened()).collect();
    for number in 2..=3 {
        all.add_for(number, added(2010));
    }
    // The last application, decision and computed deadline of each, here and there.
    let mut last: Vec<Option<(EventId, EventId)>> = vec![None; 3];
    for (person, act, days) in acts {
        let place = usize::from(*person) - 1;
        let own = &mut alone[place];
        let when = (day("2015-01-01") + chrono::Days::new((*days).into())).to_string();
        match (act % 7, last[place]) {
            (0, _) | (1 | 2, None) => {
                let here = all.add_for(*person, applied(&when));
                let there = own.add(applied(&when));
                last[place] = Some((here, there));
            }
            (1, Some((here, there))) => {
                // What is written for a decision is not asked whose it is.
                let of = |on| Entry::DecisionMade(decision(on, Outcome::Refused, &when, None));
                all.add_for(FIRST, of(here));
                own.add(of(there));
            }
            (2, Some((here, there))) => {
                let one = |trigger: EventId| {
                    let mut computed = complaint(trigger, trigger);
                    computed.met_by = vec![
                        "application:refugee_status".to_owned(),
                        "record:departure".to_owned(),
                    ];
                    computed.trigger_date = day("2015-06-01").into();
                    Entry::DeadlineComputed(Box::new(computed))
                };
                all.add_for(FIRST, one(here));
                own.add(one(there));
            }
            (3, _) => {
                let entry = Entry::Happened(Happening {
                    what: if days.is_multiple_of(2) {
                        HappeningKind::Detention
                    } else {
                        HappeningKind::Departure
                    },
                    date: when.parse().unwrap(),
                    until: None,
                    on: None,
                    kind: None,
                    place: None,
                    status: None,
                    checked: None,
                    language: None,
                    needs: Vec::new(),
                    renew_from: None,
                    renew_by: None,
                    at: None,
                    import_ref: None,
                });
                all.add_for(*person, entry.clone());
                own.add(entry);
            }
            (4, _) => {
                let entry = Entry::FactLearned(FactLearned {
                    name: "region".to_owned(),
                    value: format!("DE-{days}"),
                    date: None,
                    on: None,
                    import_ref: None,
                });
                all.add_for(*person, entry.clone());
                own.add(entry);
            }
            (5, _) => {
                let entry = Entry::FieldRecorded(FieldRecorded {
                    name: format!("field{}", days % 2),
                    value: days.to_string(),
                    declared: EventId([0; 16]),
                    date: when.parse().unwrap(),
                    source: None,
                    import_ref: None,
                });
                all.add_for(*person, entry.clone());
                own.add(entry);
            }
            _ => {
                let answer = Answer::ALL[usize::try_from(days % 4).unwrap()];
                all.add_for(*person, said(answer, &when));
                own.add(said(answer, &when));
            }
        }
    }
    (all, alone)
}

proptest! {
    /// A case looked at for one person is the case that the person would have alone: applications and where they stand,
    /// what is open against them, facts, answers, and where each deadline stands.
    #[test]
    fn each_person_of_a_case_is_as_if_alone(
        acts in prop::collection::vec((1_u16..=3, any::<u8>(), 0_u32..3000), 0..30),
    ) {
        let (all, alone) = three(&acts);
        let case = all.fold();
        prop_assert_eq!(case.people.len(), 3);
        let (mut applications, mut deadlines) = (0, 0);
        for (number, own) in (1_u16..).zip(&alone) {
            let own = own.fold();
            let seen = case.only(number);
            applications += seen.applications.len();
            deadlines += seen.deadlines.len();
            let told = |case: &Case| -> Vec<_> {
                case.applications
                    .iter()
                    .map(|one| (one.lodged(), one.state(), one.order(), one.decisions.len()))
                    .collect()
            };
            prop_assert_eq!(told(&seen), told(&own));
            for at in ["2015-06-01", "2018-01-01", "2024-01-01"] {
                let open = |case: &Case| -> Vec<_> {
                    case.open_measures(day(at)).map(|one| one.data.date).collect()
                };
                prop_assert_eq!(open(&seen), open(&own));
                // In the whole case, too, where the others' acts stand beside.
                let whole = case.open_measures(day(at)).filter(|one| one.person == number);
                prop_assert_eq!(whole.map(|one| one.data.date).collect::<Vec<_>>(), open(&own));
                let standing = |case: &Case, of: &Case| -> Vec<_> {
                    let all = of.deadlines.iter();
                    all.map(|one| one.standing(case, day(at))).collect()
                };
                prop_assert_eq!(standing(&case, &seen), standing(&own, &own));
            }
            let facts = |case: &Case| -> Vec<_> {
                case.facts.iter().map(|one| one.data.value.clone()).collect()
            };
            prop_assert_eq!(facts(&seen), facts(&own));
            let held = |case: &Case, number: u16| -> Vec<(String, String)> {
                let held = case.own_fields(number).into_iter();
                held.map(|(name, one)| (name.to_owned(), one.data.value.clone())).collect()
            };
            prop_assert_eq!(held(&case, number), held(&own, FIRST));
            prop_assert_eq!(held(&seen, number), held(&own, FIRST));
            let (here, there) = (case.person(number).unwrap(), own.person(FIRST).unwrap());
            prop_assert_eq!(&here.consents, &there.consents);
        }
        prop_assert_eq!(applications, case.applications.len());
        prop_assert_eq!(deadlines, case.deadlines.len());
    }
}

#[test]
fn the_latest_answer_holds_and_in_doubt_a_no() {
    use Answer::{Given, NotAsked, Refused, Withdrawn};
    let answer = |all: &[(Answer, &str)]| {
        let mut log = Log::opened();
        for (what, when) in all {
            log.add(said(*what, when));
        }
        let case = log.fold();
        case.person(FIRST).unwrap().answer(Purpose::Statistics)
    };
    assert_eq!(answer(&[]), NotAsked);
    assert_eq!(
        answer(&[(Given, "2026-01-05"), (Withdrawn, "2026-02-02")]),
        Withdrawn
    );
    assert_eq!(
        answer(&[(Withdrawn, "2026-02-02"), (Given, "2026-01-05")]),
        Withdrawn
    );
    assert_eq!(
        answer(&[(Refused, "2026-01-05"), (Given, "2026-02-02")]),
        Given
    );
    // On one day what was recorded last.
    assert_eq!(
        answer(&[(Refused, "2026-01-05"), (Given, "2026-01-05")]),
        Given
    );
    // Some day of the year: it may have been after.
    assert_eq!(
        answer(&[(Given, "2026-03-02"), (Withdrawn, "2026")]),
        Withdrawn
    );
    assert_eq!(
        answer(&[(Withdrawn, "2026"), (Given, "2026-03-02")]),
        Withdrawn
    );
    assert_eq!(answer(&[(Refused, "2026-03-02"), (Given, "2026")]), Refused);
}

#[test]
fn two_who_were_added_unseen_of_each_other_wait_for_a_person() {
    let mut log = Log::opened();
    log.add_for(2, added(2010));
    assert!(!log.fold().contested);
    log.add_for(2, added(2012));
    let case = log.fold();
    assert!(case.contested);
    assert_eq!(
        case.person(2).unwrap().born,
        Some(2010),
        "the earlier holds"
    );
    assert_eq!(next_number(&log.0), 3);
}

#[test]
fn who_left_takes_nothing_and_a_number_without_a_person_takes_nothing() {
    let mut log = Log::opened();
    log.add_for(2, added(2010));
    let left = Entry::PersonLeft(PersonLeft {
        reason: LeaveReason::Died,
        date: day("2026-02-02").into(),
        import_ref: None,
    });
    assert_eq!(log.fold().objections_of(2, &left), []);
    log.add_for(2, left.clone());
    let case = log.fold();
    assert_eq!(case.objections_of(2, &left), [Objection::Twice]);
    let entry = applied("2026-01-05");
    assert_eq!(case.objections_of(2, &entry), [Objection::PersonLeft]);
    assert!(Objection::PersonLeft.can_be_so());
    assert_eq!(case.objections_of(1, &entry), []);
    assert_eq!(case.objections_of(7, &entry), [Objection::NoPerson]);
    assert!(!Objection::NoPerson.can_be_so());
    assert_eq!(
        case.objections_of(2, &said(Answer::Withdrawn, "2026-03-02")),
        []
    );
}
