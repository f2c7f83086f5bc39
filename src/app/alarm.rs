//! The office's alarm plan: whom to tell and what to file when a person has disappeared.

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::session::{Session, callsign_of, latest, number_of};
use crate::app::view::{AlarmPlan, Disappearance, Interim};
use crate::app::write::{Inside, Written};
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::Actor;
use crate::domain::event::{AlarmPlanSet, AlarmStep, Entry, Event, Payload, TaskAdded};
use crate::rules::{Book, RuleKind};
use crate::store::Tx;

/// The canonical event at which a court can be asked to stop what is about to happen to a person.
const DANGER: &str = "removal_imminent";

impl Session<'_> {
    /// What the office does when a person has disappeared.
    ///
    /// # Errors
    /// The store's.
    pub fn alarm_plan(&self) -> Result<AlarmPlan, AppError> {
        Ok(AlarmPlan {
            schema: "nansen.alarm-plan/1",
            items: plan_of(&self.store.office_events()?),
            written: false,
        })
    }

    /// Puts another alarm plan in the place of the one before it.
    ///
    /// # Errors
    /// The store's; [`AppError::NothingToChange`].
    pub fn set_alarm_plan(&mut self, steps: Vec<AlarmStep>) -> Result<AlarmPlan, AppError> {
        self.inside(|now| {
            if plan_of(&now.tx.events(CaseId::OFFICE)?) == steps {
                return Err(AppError::NothingToChange);
            }
            let items = steps.clone();
            let payload = now.payload(Entry::AlarmPlanSet(AlarmPlanSet { steps }));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(AlarmPlan {
                schema: "nansen.alarm-plan/1",
                items,
                written: true,
            })
        })
    }

    /// The disappearances of a case that nobody has ended, with what can be asked for at once.
    pub(super) fn disappearances(&self, case: &Case, day: NaiveDate) -> Vec<Disappearance> {
        let all = case.care.missing.iter().map(|missing| Disappearance {
            case: number_of(case),
            event: missing.id.to_string(),
            since: missing.data.date,
            reason: missing.data.reason,
            person: case.has_several().then_some(missing.person),
            interim_measures: interim(self.book(), &case.only(missing.person), day),
            callsign: callsign_of(case),
            worker: case.worker.clone(),
        });
        all.collect()
    }
}

/// The alarm plan that holds; none where there is none.
pub(super) fn plan_of(office: &[Event]) -> Vec<AlarmStep> {
    let plan = latest(office, |entry| match entry {
        Entry::AlarmPlanSet(plan) => Some(plan.steps.clone()),
        _ => None,
    });
    plan.unwrap_or_default()
}

/// What a disappearance opens: each step of the plan, to be done today, for each person of their own.
pub(super) fn follow(now: &mut Inside<'_, '_>, written: &mut Written) -> Result<(), AppError> {
    if !matches!(written.event.payload.entry, Entry::Disappeared(_)) {
        return Ok(());
    }
    let case = written.event.case;
    let gone = [&written.event].into_iter().chain(&written.others);
    let gone: Vec<(EventId, u16)> = gone.map(|one| (one.id, one.payload.person)).collect();
    let template = now.payload(written.event.payload.entry.clone());
    let office = now.tx.events(CaseId::OFFICE)?;
    open(now.tx, &office, case, &gone, &template, now.today())?;
    written.followed.after = now.tx.case(case)?;
    Ok(())
}

/// As [`follow`], for what an import brought: of whoever is still missing in a case that is open. An alarm about somebody
/// who was found, or in a case that is over, would be none.
pub(super) fn follow_import(
    tx: &mut Tx<'_>,
    office: &[Event],
    case: &Case,
    roots: &[EventId],
    template: &Payload,
    today: NaiveDate,
) -> Result<(), AppError> {
    let missing = case.care.missing.iter();
    let fresh = missing.filter(|one| case.is_open() && roots.contains(&one.id));
    let gone: Vec<(EventId, u16)> = fresh.map(|one| (one.id, one.person)).collect();
    open(tx, office, case.id, &gone, template, today)
}

/// Appends the steps of the plan for each of these disappearances.
fn open(
    tx: &mut Tx<'_>,
    office: &[Event],
    case: CaseId,
    gone: &[(EventId, u16)],
    template: &Payload,
    today: NaiveDate,
) -> Result<(), AppError> {
    if gone.is_empty() {
        return Ok(());
    }
    let plan = plan_of(office);
    for (opened_by, person) in gone {
        for step in &plan {
            let entry = Entry::TaskAdded(TaskAdded {
                what: step.what,
                text: step.text.clone(),
                due: today,
                to: None,
                opened_by: Some(*opened_by),
                of_one: false,
                import_ref: None,
            });
            let payload = Payload {
                person: *person,
                entry,
                ..template.clone()
            };
            tx.append(case, payload)?;
        }
    }
    Ok(())
}

/// What the laws of a case let a person ask for at once where somebody is about to be taken away: rules without a time
/// limit, of courts and committees that can still be asked.
fn interim(book: &Book, case: &Case, day: NaiveDate) -> Vec<Interim> {
    let own = case
        .opened
        .as_ref()
        .map(|opened| opened.jurisdiction.as_str());
    let others = case
        .applications
        .iter()
        .map(|a| a.data.jurisdiction.as_str());
    let mut found: Vec<Interim> = Vec::new();
    for law in own.into_iter().chain(others) {
        for over in book.over(law, Some(day)) {
            let asks = over.rules().filter(|rule| {
                rule.kind == RuleKind::NoLimit
                    && rule.actor == Actor::Applicant
                    && rule.trigger.covers(DANGER)
                    && !rule.is_over(day)
            });
            for rule in asks {
                if found.iter().all(|known| known.rule != rule.id) {
                    found.push(Interim {
                        rule: rule.id.clone(),
                        what: rule.named(),
                        citation: rule.citation.clone(),
                        rule_status: rule.status,
                    });
                }
            }
        }
    }
    found
}
