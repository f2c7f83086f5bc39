//! What a history adds up to.

use super::*;

#[test]
fn an_application_follows_its_decisions() {
    let mut log = Log::opened();
    let a1 = log.apply(ApplicationKind::RefugeeStatus, "2019-08-19");
    assert_eq!(
        log.fold().applications[0].state(),
        ApplicationState::Pending
    );
    let d1 = log.decide(a1, Outcome::Refused, "2019-11-18", None);
    let p1 = log.appeal(d1, AppealKind::Appeal, lodged("2019-12-09"));
    let state = |log: &Log| log.fold().applications[0].state();
    assert_eq!(
        state(&log),
        ApplicationState::Refused,
        "stays refused while its appeal is pending"
    );
    let d2 = log.decide(p1, Outcome::Dismissed, "2020-01-20", None);
    assert_eq!(state(&log), ApplicationState::Refused);
    let p2 = log.appeal(d2, AppealKind::FurtherAppeal, lodged("2020-02-03"));
    log.decide(p2, Outcome::Remitted, "2020-05-04", None);
    assert_eq!(state(&log), ApplicationState::Pending);
    let mut grant = decision(a1, Outcome::Granted, "2020-09-01", None);
    grant.protection = Some(Protection::RefugeeStatus);
    log.add(Entry::DecisionMade(grant));
    assert_eq!(state(&log), ApplicationState::Granted);
    let case = log.fold();
    assert_eq!(case.reference_of(p2).as_deref(), Some("A1.2"));
    assert_eq!(case.reference("a1.2").map(Named::id), Some(p2));
    assert!(case.reference("A2").is_none() && case.reference("A1.3").is_none());
}

#[test]
fn a_second_one_of_the_kind_is_subsequent_once_the_first_is_decided() {
    let (mut log, ..) = refused();
    let again = log.apply(ApplicationKind::TemporaryAsylum, "2022-01-10");
    log.apply(ApplicationKind::RefugeeStatus, "2022-01-10");
    let orders: Vec<_> = log
        .fold()
        .applications
        .iter()
        .map(Application::order)
        .collect();
    assert_eq!(
        orders,
        [
            ApplicationOrder::First,
            ApplicationOrder::Subsequent,
            ApplicationOrder::First
        ]
    );
    assert_eq!(
        log.fold().to_decide(Some(again), Outcome::Granted, false),
        Ok(again)
    );
}

#[test]
fn a_correction_keeps_what_hangs_on_it() {
    let (mut log, a1, d1) = refused();
    let p1 = log.appeal(d1, AppealKind::AdministrativeReview, lodged("2021-10-04"));
    let entry = Entry::DecisionMade(decision(
        a1,
        Outcome::Refused,
        "2021-09-06",
        Some("2021-09-20"),
    ));
    let correct = |log: &mut Log, replaces| {
        let (because, entry) = ("misread".to_owned(), Box::new(entry.clone()));
        log.add(Entry::EntryCorrected(EntryCorrected {
            root: d1,
            replaces,
            because,
            entry,
        }))
    };
    let c1 = correct(&mut log, vec![d1]);
    let case = log.fold();
    assert_eq!(
        case.decision(d1).unwrap().2.data.service.notified,
        date("2021-09-20")
    );
    assert_eq!(case.applications[0].appeals[0].id, p1);
    assert_eq!(case.deadlines.len(), 1);
    assert!(!case.contested);
    let history = History::resolve(&log.0, None);
    assert_eq!(history.states[&d1], EntryState::Replaced);
    assert_eq!(history.states[&c1], EntryState::Live);
    // Somebody who had not seen the first correction made another one: both live, and it is said.
    correct(&mut log, vec![d1]);
    assert!(log.fold().contested);
}

#[test]
fn as_of_shows_what_had_happened_by_then() {
    let (log, ..) = refused();
    let at = |text| Case::fold(CASE, &log.0, Some(day(text)));
    assert_eq!(at("2021-06-06").applications.len(), 0);
    assert_eq!(
        at("2021-09-05").applications[0].state(),
        ApplicationState::Pending
    );
    let later = at("2021-09-06");
    assert_eq!(later.applications[0].state(), ApplicationState::Refused);
    assert_eq!(later.deadlines.len(), 1);
    assert!(at("2021-09-05").deadlines.is_empty());
}
