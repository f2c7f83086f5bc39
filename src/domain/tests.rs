//! The laws of the fold, and where deadlines stand.

use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, DeadlineId, EventId, StreamId};
use crate::domain::application::Application;
use crate::domain::case::{Case, Named};
use crate::domain::check::Objection;
use crate::domain::code::{
    Actor, AppealKind, ApplicationKind, ApplicationOrder, ApplicationState, Basis, DateBasis,
    DeadlineState, EntryState, HappeningKind, Outcome, Protection, RuleStatus, Sex,
};
use crate::domain::event::{
    ActDates, AppealLodged, ApplicationLodged, CaseOpened, DeadlineAct, DeadlineActed,
    DeadlineComputed, DecisionMade, DecisionServed, Entry, EntryCorrected, EntryRetracted, Event,
    Happening, Payload, SavedBy, ServiceDates,
};
use crate::domain::history::History;

const CASE: CaseId = CaseId([7; 16]);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "dates stand in optional fields")]
fn date(text: &str) -> Option<PartialDate> {
    Some(text.parse().unwrap())
}

/// A history that grows; ids count up.
#[derive(Debug, Default)]
struct Log(Vec<Event>);

impl Log {
    fn opened() -> Self {
        let mut log = Self::default();
        log.add(Entry::CaseOpened(CaseOpened {
            number: "7MK2D5HPP".to_owned(),
            callsign: "amber-heron".to_owned(),
            origin: "KP".to_owned(),
            jurisdiction: "ru".to_owned(),
            sex: Sex::M,
            born: Some(1971),
            office: None,
            worker: Some("m1".to_owned()),
            opened: day("2026-01-01").into(),
            tags: Vec::new(),
            import_ref: None,
        }));
        log
    }

    fn add(&mut self, entry: Entry) -> EventId {
        let number = u64::try_from(self.0.len()).unwrap() + 1;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&number.to_be_bytes());
        let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
        let by = "m1".to_owned();
        let payload = Payload {
            at,
            by,
            person: 1,
            via: None,
            even_so: None,
            entry,
        };
        let stream = StreamId([1; 16]);
        self.0.push(Event {
            id: EventId(id),
            case: CASE,
            lamport: number,
            stream,
            number,
            payload,
        });
        EventId(id)
    }

    fn apply(&mut self, kind: ApplicationKind, lodged: &str) -> EventId {
        self.add(Entry::ApplicationLodged(ApplicationLodged {
            kind,
            jurisdiction: "ru".to_owned(),
            order: None,
            made: None,
            registered: None,
            lodged: date(lodged),
            import_ref: None,
        }))
    }

    fn decide(
        &mut self,
        on: EventId,
        outcome: Outcome,
        decided: &str,
        notified: Option<&str>,
    ) -> EventId {
        self.add(Entry::DecisionMade(decision(
            on, outcome, decided, notified,
        )))
    }

    fn appeal(&mut self, on: EventId, kind: AppealKind, act: ActDates) -> EventId {
        self.add(Entry::AppealLodged(AppealLodged {
            on,
            kind,
            act,
            import_ref: None,
        }))
    }

    fn computed(
        &mut self,
        trigger: EventId,
        scope: EventId,
        change: impl FnOnce(&mut DeadlineComputed),
    ) {
        let mut computed = complaint(trigger, scope);
        change(&mut computed);
        self.add(Entry::DeadlineComputed(Box::new(computed)));
    }

    fn fold(&self) -> Case {
        Case::fold(CASE, &self.0, None)
    }

    fn state(&self, at: &str) -> DeadlineState {
        let case = self.fold();
        case.deadlines[0].standing(&case, day(at)).state
    }
}

fn decision(on: EventId, outcome: Outcome, decided: &str, notified: Option<&str>) -> DecisionMade {
    DecisionMade {
        on,
        outcome,
        protection: None,
        refused: None,
        basis: (outcome == Outcome::Refused).then_some(Basis::Unfounded),
        reason: None,
        decided: date(decided),
        service: ServiceDates {
            notified: notified.and_then(date),
            ..ServiceDates::default()
        },
        means: None,
        until: None,
        is_final: None,
        import_ref: None,
    }
}

/// A complaint due on 13 October 2021, arguable until 13 December.
fn complaint(trigger: EventId, scope: EventId) -> DeadlineComputed {
    DeadlineComputed {
        deadline: DeadlineId(*trigger.bytes()),
        rule: "ru.complaint-1m".to_owned(),
        rule_version: "1".to_owned(),
        rule_status: RuleStatus::Verified,
        unsigned: true,
        citation: "art. 10".to_owned(),
        what: "complaint".to_owned(),
        actor: Actor::Applicant,
        jurisdiction: "ru".to_owned(),
        trigger,
        trigger_event: "decision_refused".to_owned(),
        basis: DateBasis::Received,
        trigger_date: day("2021-09-13").into(),
        scope: Some(scope),
        due: Some(day("2021-10-13")),
        due_at: None,
        safe: None,
        last_arguable: Some(day("2021-12-13")),
        provisional: false,
        unconfirmed: false,
        urgent: false,
        steps: Vec::new(),
        met_by: vec!["appeal:administrative_review".to_owned()],
        moot_by: Vec::new(),
        saved_by: SavedBy::Sending,
        restoration: None,
        lapsed: false,
        withdrawn: false,
        replaces: None,
    }
}

fn refused() -> (Log, EventId, EventId) {
    let mut log = Log::opened();
    let application = log.apply(ApplicationKind::TemporaryAsylum, "2021-06-07");
    let decision = log.decide(
        application,
        Outcome::Refused,
        "2021-09-06",
        Some("2021-09-13"),
    );
    log.computed(decision, application, |_| {});
    (log, application, decision)
}

fn lodged(text: &str) -> ActDates {
    ActDates {
        lodged: date(text),
        ..ActDates::default()
    }
}

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
    assert_eq!(log.fold().to_decide(Some(again), false), Ok(again));
}

#[test]
fn finds_what_an_entry_is_about() {
    let (mut log, a1, d1) = refused();
    assert_eq!(
        log.fold().to_decide(None, false),
        Err(Objection::NothingPending)
    );
    assert_eq!(log.fold().to_decide(None, true), Ok(a1));
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
    assert_eq!(log.fold().to_decide(None, false), Ok(p1));
    log.apply(ApplicationKind::RefugeeStatus, "2021-10-05");
    let several = Objection::Several(vec!["A1.1".to_owned(), "A2".to_owned()]);
    assert_eq!(log.fold().to_decide(None, false), Err(several));
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
        import_ref: None,
    };
    assert_eq!(
        case.objections(&Entry::Happened(set_free)),
        [Objection::NotDetained]
    );
}

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
    }));
    assert_eq!(log.state("2021-10-01"), DeadlineState::Unconfirmed);
    assert_eq!(log.state("2021-10-03"), DeadlineState::Open);
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

/// Histories of the shape that people make: applications, refusals, appeals, corrections, retractions.
fn histories() -> impl Strategy<Value = Log> {
    prop::collection::vec((0_u8..6, any::<prop::sample::Index>(), 0_u32..3000), 1..25).prop_map(
        |acts| {
            let mut log = Log::opened();
            for (act, which, days) in acts {
                let on = log.0[which.index(log.0.len())].id;
                let when = (day("2015-01-01") + chrono::Days::new(days.into())).to_string();
                match act {
                    0 => drop(log.apply(ApplicationKind::RefugeeStatus, &when)),
                    1 => drop(log.decide(on, Outcome::Refused, &when, None)),
                    2 => drop(log.appeal(on, AppealKind::Appeal, lodged(&when))),
                    3 => {
                        let id = log.decide(on, Outcome::Refused, &when, None);
                        log.computed(id, on, |_| {});
                    }
                    4 => {
                        let entry = Box::new(Entry::DecisionMade(decision(
                            on,
                            Outcome::Dismissed,
                            &when,
                            None,
                        )));
                        let (replaces, because) = (vec![on], String::new());
                        log.add(Entry::EntryCorrected(EntryCorrected {
                            root: on,
                            replaces,
                            because,
                            entry,
                        }));
                    }
                    _ => {
                        let target = on;
                        log.add(Entry::EntryRetracted(EntryRetracted {
                            target,
                            because: None,
                        }));
                    }
                }
            }
            log
        },
    )
}

proptest! {
    /// Taking back the last entry is as if it had never been recorded.
    #[test]
    fn retracted_is_as_never_recorded(log in histories()) {
        let before = log.fold();
        let mut more = Log(log.0.clone());
        let target = more.apply(ApplicationKind::TemporaryAsylum, "2020-02-03");
        more.add(Entry::EntryRetracted(EntryRetracted { target, because: None }));
        prop_assert_eq!(more.fold(), before);
    }

    /// Taking back a retraction restores what it took.
    #[test]
    fn a_retraction_can_be_taken_back(log in histories(), which in any::<prop::sample::Index>()) {
        let before = log.fold();
        let mut more = Log(log.0.clone());
        let states = History::resolve(&log.0, None).states;
        let target = more.0[which.index(more.0.len())].id;
        prop_assume!(states[&target] != EntryState::Retracted);
        let target = more.add(Entry::EntryRetracted(EntryRetracted { target, because: None }));
        more.add(Entry::EntryRetracted(EntryRetracted { target, because: None }));
        prop_assert_eq!(more.fold(), before);
    }

    /// A fold never fails, whatever stands in the history, and survives its stored form.
    #[test]
    fn a_fold_reads_back(log in histories()) {
        let case = log.fold();
        let mut bytes = Vec::new();
        ciborium::into_writer(&case, &mut bytes).unwrap();
        let back: Case = ciborium::from_reader(bytes.as_slice()).unwrap();
        prop_assert_eq!(back, case);
    }

    /// With time a deadline that nobody touches goes from open to missed, once.
    #[test]
    fn untouched_deadlines_are_open_then_missed(days in 0_u64..400) {
        let (log, ..) = refused();
        let at = day("2021-09-13") + chrono::Days::new(days);
        let case = log.fold();
        let missed = case.deadlines[0].standing(&case, at).state == DeadlineState::Missed;
        prop_assert_eq!(missed, at > day("2021-10-13"));
    }
}
