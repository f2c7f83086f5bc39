//! What a history adds up to, what may follow, and where deadlines stand.

mod care;
mod check;
mod deadline;
mod fold;
mod laws;
mod persons;

use chrono::{DateTime, NaiveDate};

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
            role: None,
            import_ref: None,
        }));
        log
    }

    fn add(&mut self, entry: Entry) -> EventId {
        self.add_for(1, entry)
    }

    fn add_for(&mut self, person: u16, entry: Entry) -> EventId {
        let number = u64::try_from(self.0.len()).unwrap() + 1;
        let mut id = [0; 16];
        id[8..].copy_from_slice(&number.to_be_bytes());
        let at = DateTime::from_timestamp(1_770_000_000, 0).unwrap();
        let by = "m1".to_owned();
        let payload = Payload {
            at,
            by,
            person,
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
        waiting: false,
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
