//! What `show` and `due` say of an office's work beside the procedures, and the reminders that it opens.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::deadlines::ours;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{self, Care};
use crate::base::date::PartialDate;
use crate::domain::care::{CheckIn, Referral, Task};
use crate::domain::case::Case;
use crate::domain::code::{Actor, DeadlineState, MandateKind};
use crate::domain::deadline::{ATTORNEY, CHECK_IN, RISK_REVIEW};
use crate::domain::event::{AlarmStep, DeadlineComputed, Entry, Event, ResettlementStep, Step};
use crate::journal;

/// The end of each power of attorney, and the day on which a danger is to be weighed again. They stand on paper, or are
/// the office's own: no closed day moves them.
pub(super) fn reminders(case: &Case) -> impl Iterator<Item = DeadlineComputed> {
    let law = case
        .opened
        .as_ref()
        .map(|opened| opened.jurisdiction.as_str());
    let law = law.unwrap_or_default();
    let attorney = case.care.mandates.iter().filter_map(move |mandate| {
        let until = mandate.data.attorney_until?;
        let given = mandate.data.date;
        let mut end = ours(ATTORNEY, mandate.id, law, given, until.earliest());
        "mandate".clone_into(&mut end.trigger_event);
        end.unconfirmed = until.day().is_none();
        end.met_by = vec!["by_hand".to_owned(), "record:mandate".to_owned()];
        end.actor = Actor::Document;
        Some(end)
    });
    let risks = case.care.risks.iter().map(move |risk| {
        let data = &risk.data;
        let mut review = ours(RISK_REVIEW, risk.id, law, data.date, data.review);
        "risk".clone_into(&mut review.trigger_event);
        review.met_by = vec!["by_hand".to_owned(), "record:risk".to_owned()];
        review.actor = Actor::Document;
        review
    });
    attorney.chain(risks)
}

/// A check-in as an item of `due`: its day moves with each sign of life, so that it is reckoned anew each time.
pub(super) fn check_in_item(case: &Case, check_in: &CheckIn, day: NaiveDate) -> view::Deadline {
    let opened = case.opened.as_ref();
    view::Deadline {
        id: journal::deadline_id(check_in.id, CHECK_IN).to_string(),
        case: number_of(case),
        what: CHECK_IN.to_owned(),
        actor: Actor::Document,
        due: Some(check_in.due),
        due_at: None,
        safe: None,
        last_arguable: None,
        days_left: Some((check_in.due - day).num_days()),
        state: if check_in.due < day {
            DeadlineState::Missed
        } else {
            DeadlineState::Open
        },
        rule: Some(CHECK_IN.to_owned()),
        citation: None,
        rule_status: None,
        trigger: None,
        jurisdiction: opened.map(|o| o.jurisdiction.clone()).unwrap_or_default(),
        provisional: false,
        person: None,
        files: None,
        told: None,
        warned: false,
        watched_by: Vec::new(),
        awaits_second: None,
        callsign: callsign_of(case),
        worker: case.worker.clone(),
        unsigned: false,
        local: false,
        review_past: false,
        urgent: check_in.due < day,
        waiting: false,
        steps: Vec::new(),
        restoration: None,
        settled_on: None,
        because: None,
    }
}

/// A next step as people and programs see it at a day.
pub(super) fn task(case: &Case, task: &Task, day: NaiveDate) -> view::Task {
    view::Task {
        task: task.id.to_string(),
        case: number_of(case),
        what: task.data.what,
        text: task.data.text.clone(),
        due: task.data.due,
        days_left: (task.data.due - day).num_days(),
        to: task.data.to.clone(),
        ended: task.end().filter(|_| !task.is_open(day)),
        person: case
            .has_several()
            .then_some(task.person)
            .filter(|_| task.data.opened_by.is_some() || task.data.of_one),
        opened_by: task.data.opened_by.map(|id| id.to_string()),
        callsign: callsign_of(case),
        worker: case.worker.clone(),
    }
}

impl Session<'_> {
    /// What the office does beside the procedures of a case. `plan` is told where there is an alarm.
    pub(super) fn care(&self, case: &Case, plan: Vec<AlarmStep>, day: NaiveDate) -> Care {
        let check_in = case.care.check_in.as_ref().filter(|_| case.is_open());
        let disappeared = self.disappearances(case, day);
        let alarm = !disappeared.is_empty() || case.overdue_check_in(day).is_some();
        let mut tasks: Vec<&Task> = case.care.tasks.iter().collect();
        tasks.sort_by_key(|task| (!task.is_open(day), task.data.due));
        Care {
            disappeared,
            check_in: check_in.map(|check_in| view::CheckIn {
                every: check_in.data.every,
                how: check_in.data.how,
                since: check_in.since,
                last: check_in.last,
                due: check_in.due,
                overdue: check_in.due < day,
            }),
            alarm_plan: if alarm { plan } else { Vec::new() },
            mandates: case
                .people
                .iter()
                .filter_map(|person| mandate(case, person.number, day))
                .collect(),
            risk: case.risk().map(|risk| view::Risk {
                level: risk.level,
                date: risk.date,
                review: risk.review,
            }),
            tasks: tasks.into_iter().map(|one| task(case, one, day)).collect(),
            referrals: case
                .care
                .referrals
                .iter()
                .map(|one| referral(case, one))
                .collect(),
            resettlement: resettlement(case),
        }
    }
}

fn mandate(case: &Case, person: u16, day: NaiveDate) -> Option<view::Mandate> {
    let mandate = case.mandate(person, day)?;
    (mandate.kind != MandateKind::None).then(|| view::Mandate {
        kind: mandate.kind,
        date: mandate.date,
        until: mandate.until,
        lawyer: mandate.lawyer,
        attorney_until: mandate.attorney_until,
        files: case.files(person, day),
        person: case.has_several().then_some(person),
    })
}

fn referral(case: &Case, referral: &Referral) -> view::Referral {
    let data = &referral.data;
    view::Referral {
        event: referral.id.to_string(),
        kind: data.kind,
        partner: data.partner.clone(),
        service: data.service,
        date: data.date,
        outcome: referral.outcome(),
        outcome_date: referral.answers.last().map(|answer| answer.date),
        person: case.has_several().then_some(referral.person),
    }
}

/// Each country once for each person, in the order in which the ways began.
fn resettlement(case: &Case) -> Vec<view::Resettlement> {
    let mut ways: Vec<view::Resettlement> = Vec::new();
    for lived in &case.care.resettlement {
        let ResettlementStep {
            state,
            country,
            date,
            ..
        } = &lived.data;
        let person = case.has_several().then_some(lived.person);
        let same = |way: &&mut view::Resettlement| way.country == *country && way.person == person;
        if let Some(known) = ways.iter_mut().find(same) {
            (known.state, known.date) = (*state, *date);
        } else {
            let since: PartialDate = *date;
            ways.push(view::Resettlement {
                country: country.clone(),
                state: *state,
                date: *date,
                since,
                person,
            });
        }
    }
    ways
}

impl Session<'_> {
    /// The next steps of a case that were not there before.
    pub(super) fn tasks_opened(&self, before: &Case, after: &Case) -> Vec<view::Task> {
        let known = |one: &&Task| before.care.tasks.iter().any(|old| old.id == one.id);
        let fresh = after.care.tasks.iter().filter(|one| !known(one));
        fresh.map(|one| task(after, one, self.today())).collect()
    }
}

/// What whoever recorded a disappearance must know: that no plan says what to do.
pub(super) fn notices(event: &Event, opened: &[view::Task]) -> Option<Step> {
    let gone = matches!(event.payload.entry, Entry::Disappeared(_));
    (gone && opened.is_empty()).then(|| Step {
        text: "notice-no-plan".to_owned(),
        args: BTreeMap::new(),
        date: None,
    })
}
