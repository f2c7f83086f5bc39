//! What an entry is about, and what contradicts the history.

use super::*;

#[test]
fn finds_what_an_entry_is_about() {
    let (mut log, a1, d1) = refused();
    assert_eq!(
        log.fold().to_decide(None, Outcome::Granted, false),
        Err(Objection::NothingPending)
    );
    assert_eq!(log.fold().to_decide(None, Outcome::Granted, true), Ok(a1));
    assert_eq!(
        log.fold().to_appeal(
            None,
            AppealKind::AdministrativeReview,
            date("2021-10-04"),
            false
        ),
        Ok(d1)
    );
    let early = log.fold().to_appeal(
        None,
        AppealKind::AdministrativeReview,
        date("2021-09-01"),
        false,
    );
    assert_eq!(
        early,
        Err(Objection::NothingToAppeal),
        "not known to the person by then"
    );
    let p1 = log.appeal(d1, AppealKind::AdministrativeReview, lodged("2021-10-04"));
    assert_eq!(
        log.fold()
            .to_appeal(None, AppealKind::AdministrativeReview, None, false),
        Err(Objection::NothingToAppeal)
    );
    assert_eq!(log.fold().to_decide(None, Outcome::Granted, false), Ok(p1));
    log.apply(ApplicationKind::RefugeeStatus, "2021-10-05");
    let several = Objection::Several(vec!["A1.1".to_owned(), "A2".to_owned()]);
    assert_eq!(
        log.fold().to_decide(None, Outcome::Granted, false),
        Err(several)
    );
}

#[test]
fn objects_to_what_contradicts_the_history() {
    let (log, a1, d1) = refused();
    let case = log.fold();
    let early = Entry::DecisionMade(decision(a1, Outcome::Refused, "2021-06-01", None));
    assert!(matches!(
        case.objections(&early)[..],
        [Objection::TooEarly {
            field: "decided",
            ..
        }]
    ));
    let wrong = Entry::DecisionMade(decision(a1, Outcome::Dismissed, "2021-09-01", None));
    assert_eq!(
        case.objections(&wrong),
        [Objection::WrongOutcome(Outcome::Dismissed)]
    );
    let service = ServiceDates {
        served: date("2021-09-01"),
        ..ServiceDates::default()
    };
    let served = DecisionServed {
        on: d1,
        service,
        means: None,
        import_ref: None,
    };
    assert!(matches!(
        case.objections(&Entry::DecisionServed(served))[..],
        [Objection::TooEarly {
            field: "served",
            ..
        }]
    ));
    let set_free = Happening {
        what: HappeningKind::Release,
        date: day("2021-09-20").into(),
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
    };
    assert_eq!(
        case.objections(&Entry::Happened(set_free)),
        [Objection::NotDetained]
    );
}
