//! Where deadlines stand.

use super::*;

#[test]
fn a_deadline_is_met_late_or_missed() {
    let (log, _, d1) = refused();
    assert_eq!(
        log.state("2021-10-13"),
        DeadlineState::Open,
        "open on the day itself"
    );
    assert_eq!(log.state("2021-10-14"), DeadlineState::Missed);
    let with = |act| {
        let mut log = Log(log.0.clone());
        log.appeal(d1, AppealKind::AdministrativeReview, act);
        log
    };
    assert_eq!(
        with(lodged("2021-10-13")).state("2026-01-01"),
        DeadlineState::Met
    );
    assert_eq!(
        with(lodged("2021-10-14")).state("2026-01-01"),
        DeadlineState::MetLate
    );
    assert_eq!(
        with(lodged("2021-10-04")).state("2021-10-03"),
        DeadlineState::Open,
        "not yet done"
    );
    let court = {
        let mut log = Log(log.0.clone());
        log.appeal(d1, AppealKind::Appeal, lodged("2021-10-04"));
        log
    };
    assert_eq!(
        court.state("2026-01-01"),
        DeadlineState::Missed,
        "no rule gives a court action against it"
    );
    let given = {
        let mut log = Log(court.0.clone());
        log.computed(d1, court.fold().applications[0].id, |computed| {
            computed.deadline = DeadlineId([9; 16]);
            computed.met_by = vec!["appeal:appeal".to_owned()];
        });
        log
    };
    assert_eq!(
        given.state("2026-01-01"),
        DeadlineState::Moot,
        "another remedy that the law gives was used"
    );
}

#[test]
fn where_arrival_counts_sending_is_not_enough() {
    let mut log = Log::opened();
    let a1 = log.apply(ApplicationKind::TemporaryAsylum, "2021-06-07");
    let d1 = log.decide(a1, Outcome::Refused, "2021-09-06", Some("2021-09-13"));
    log.computed(d1, a1, |computed| computed.saved_by = SavedBy::Arrival);
    let sent = ActDates {
        sent: date("2021-10-12"),
        ..ActDates::default()
    };
    let arrived = |day| ActDates {
        arrived: date(day),
        ..sent
    };
    for (act, state) in [
        (sent, DeadlineState::Sent),
        (arrived("2021-10-13"), DeadlineState::Met),
        (arrived("2021-10-14"), DeadlineState::MetLate),
    ] {
        let mut log = Log(log.0.clone());
        log.appeal(d1, AppealKind::AdministrativeReview, act);
        assert_eq!(log.state("2021-10-20"), state);
    }
}

#[test]
fn people_deal_with_deadlines() {
    let (log, ..) = refused();
    let deadline = log.fold().deadlines[0].id;
    let with = |act| {
        let mut log = Log(log.0.clone());
        let date = day("2021-10-01");
        log.add(Entry::DeadlineActed(DeadlineActed {
            deadline,
            act,
            date,
            because: None,
            import_ref: None,
        }));
        log
    };
    assert_eq!(
        with(DeadlineAct::Waived).state("2021-10-20"),
        DeadlineState::Waived
    );
    assert_eq!(
        with(DeadlineAct::Met).state("2021-10-20"),
        DeadlineState::Met
    );
    let longer = with(DeadlineAct::Extended(day("2021-11-01")));
    assert_eq!(longer.state("2021-10-20"), DeadlineState::Extended);
    assert_eq!(longer.state("2021-11-02"), DeadlineState::Missed);
}

#[test]
fn a_day_nobody_confirmed_stays_unconfirmed() {
    let mut log = Log::opened();
    let a1 = log.apply(ApplicationKind::TemporaryAsylum, "2021-06-07");
    let d1 = log.decide(a1, Outcome::Refused, "2021-09-06", None);
    log.computed(d1, a1, |computed| computed.unconfirmed = true);
    assert_eq!(log.state("2021-10-01"), DeadlineState::Unconfirmed);
    assert_eq!(log.state("2021-11-01"), DeadlineState::Unconfirmed);
    let deadline = log.fold().deadlines[0].id;
    let (act, date) = (DeadlineAct::Confirmed, day("2021-10-02"));
    log.add(Entry::DeadlineActed(DeadlineActed {
        deadline,
        act,
        date,
        because: None,
        import_ref: None,
    }));
    assert_eq!(log.state("2021-10-01"), DeadlineState::Unconfirmed);
    assert_eq!(log.state("2021-10-03"), DeadlineState::Open);
}
