//! `show`: one case with its applications, its whole history and its deadlines.

use chrono::NaiveDate;

use crate::app::alarm;
use crate::app::deadlines;
use crate::app::entry::Scribe;
pub(super) use crate::app::entry::kind_of;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::own;
use crate::app::person;
use crate::app::session::{Session, number_of};
use crate::app::suspension;
use crate::app::view::{self, History};
use crate::base::id::CaseId;
use crate::domain::application::{Appeal, Application};
use crate::domain::case::Case;
use crate::domain::code::{ApplicationState, DeadlineState, LinkKind};
use crate::domain::deadline::{FIND_SERVICE, NO_RULE};
use crate::domain::event::{Entry, Event};
use crate::domain::history;
use crate::domain::matter::Matter;
use crate::domain::own::Declared;
use crate::domain::person::FIRST;
use crate::store::StoreError;

impl Session<'_> {
    /// Shows a case at a day. `all`: people see what was replaced and retracted too, and what stood in it (JSON always
    /// has it).
    pub fn show(
        &self,
        id: CaseId,
        as_of: Option<NaiveDate>,
        all: bool,
    ) -> Result<History, AppError> {
        let day = self.day(as_of);
        let second = self.second()?;
        let events = self.store.events(id)?;
        let resolved = history::History::resolve(&events, as_of);
        let case = Case::of(id, &resolved);
        let Some(opened) = case.opened.clone() else {
            return Err(StoreError::NoSuchCase.into());
        };
        let office = self.store.office_events()?;
        let declared = Declared::of(&office);
        let applications = case
            .applications
            .iter()
            .map(|a| self.application(&case, a, day));
        let mut links = Vec::new();
        // Of what was erased since, nothing is left to name.
        let number = |to| match find::number(&self.store, to) {
            Err(AppError::Store(StoreError::NoSuchCase)) => Ok(None),
            number => number.map(Some),
        };
        for (to, link) in &case.links {
            let Some(case) = number(*to)? else { continue };
            links.push(view::Link {
                case,
                r#as: *link,
                person: None,
                to_person: None,
            });
        }
        for same in &case.same {
            let Some(case) = number(same.to)? else {
                continue;
            };
            let is_told = (same.person, same.to_person) != (FIRST, FIRST);
            links.push(view::Link {
                case,
                r#as: LinkKind::SamePerson,
                person: is_told.then_some(same.person),
                to_person: is_told.then_some(same.to_person),
            });
        }
        Ok(History {
            schema: "nansen.history/1",
            case: number_of(&case),
            state: if case.is_open() { "open" } else { "closed" }.to_owned(),
            callsign: opened.callsign,
            origin: opened.origin,
            jurisdiction: opened.jurisdiction,
            sex: opened.sex.to_string(),
            born: opened.born,
            office: opened.office,
            worker: case.worker.clone(),
            opened: opened.opened,
            closed: case.closed.map(|(reason, _)| reason),
            tags: opened.tags,
            links,
            sealed: case.sealed,
            people: case.people.iter().map(person::shown).collect(),
            notices: self.notices_of(&case, day)?,
            fields: own::held(&case, &declared),
            applications: applications.collect(),
            measures: self.measures(&case, day),
            care: self.care(&case, alarm::plan_of(&office), day),
            events: entries(
                &Scribe {
                    case: &case,
                    events: &events,
                    number: &|id| find::number(&self.store, id).ok(),
                    declared: &|id| declared.by(id).cloned(),
                },
                &resolved,
                as_of,
                all,
            ),
            deadlines: case
                .deadlines
                .iter()
                .map(|d| {
                    let mut shown = deadlines::view_by(self.book(), &case, d, day);
                    second.mark(d, &mut shown);
                    shown
                })
                .collect(),
            as_of: day,
            all,
        })
    }

    fn application(
        &self,
        case: &Case,
        application: &Application,
        day: NaiveDate,
    ) -> view::Application {
        let law = &application.data.jurisdiction;
        let appeals = application
            .appeals
            .iter()
            .map(|appeal| self.appeal(case, Matter::Application(application), law, appeal));
        let grant = application.grant();
        view::Application {
            r#ref: format!("A{}", application.number),
            kind: application.data.kind,
            order: application.order(),
            lodged: application.lodged(),
            state: application.state(),
            protection: grant.and_then(|grant| grant.data.protection),
            until: grant.and_then(|grant| grant.data.until),
            jurisdiction: application.data.jurisdiction.clone(),
            r#final: is_final(case, application, day),
            person: case.has_several().then_some(application.person),
            refused: grant
                .map(|grant| grant.refused_beside(application.data.kind))
                .unwrap_or_default(),
            appeals: appeals.collect(),
        }
    }

    fn measures(&self, case: &Case, day: NaiveDate) -> Vec<view::MatterMeasure> {
        let own = case.opened.as_ref().map(|opened| &opened.jurisdiction);
        let open: Vec<_> = case.open_measures(day).map(|measure| measure.id).collect();
        let shown = case.measures.iter().map(|measure| {
            // A measure that goes with an application stands under its law.
            let law = case.scope(measure.id).map(|a| &a.data.jurisdiction).or(own);
            let law = law.map(String::as_str).unwrap_or_default();
            let matter = Matter::Measure(measure);
            let appeals = measure.appeals.iter();
            view::MatterMeasure {
                r#ref: matter.reference(),
                what: measure.data.what.as_str().to_owned(),
                kind: measure.data.kind.clone(),
                date: measure.data.date,
                until: measure.data.until,
                open: open.contains(&measure.id),
                suspension: suspension::of(self.book(), case, measure, day)
                    .filter(|_| open.contains(&measure.id)),
                days: case.days_held(measure, day),
                reviews: case
                    .reviews_of(measure.id)
                    .into_iter()
                    .map(|one| view::Review {
                        event: one.id.to_string(),
                        outcome: one.data.outcome,
                        date: one.data.date,
                        next: one.data.next,
                    })
                    .collect(),
                place: measure.data.place.clone(),
                person: case.has_several().then_some(measure.person),
                appeals: appeals
                    .map(|appeal| self.appeal(case, matter, law, appeal))
                    .collect(),
            }
        });
        shown.collect()
    }

    fn appeal(&self, case: &Case, of: Matter<'_>, law: &str, appeal: &Appeal) -> view::Appeal {
        let act = &appeal.data.act;
        view::Appeal {
            r#ref: format!("{}.{}", of.reference(), appeal.number),
            on: case.reference_of(appeal.data.on).unwrap_or_default(),
            kind: appeal.data.kind,
            lodged: act.lodged.or(act.arrived).or(act.sent),
            state: appeal.state(),
            only_sent: act.lodged.or(act.arrived).is_none(),
            body: self.book().bodies(law, appeal.data.kind).map(str::to_owned),
        }
    }
}

/// No ordinary remedy is left: a decision said so, or the last day of every remedy that the law gives has passed
/// unused. What is not known is not final: a remedy without a rule, a day of service to be found.
fn is_final(case: &Case, application: &Application, day: NaiveDate) -> bool {
    if application.appeal_pending() || application.state() == ApplicationState::Pending {
        return false;
    }
    if application.said_final() {
        return true;
    }
    let kind = application.data.kind;
    let decisions = application.course().map(|(_, decision)| decision);
    let Some(last) = decisions.filter(|d| d.is_adverse(kind)).last() else {
        return false;
    };
    let own = || {
        let all = case.deadlines.iter();
        all.filter_map(|deadline| Some((deadline, deadline.computed()?)))
            .filter(|(_, computed)| computed.scope == Some(application.id))
    };
    let unknown = own().any(|(deadline, computed)| {
        let state = deadline.standing(case, day).state;
        let asks = matches!(computed.rule.as_str(), NO_RULE | FIND_SERVICE);
        let open = deadline.standing(case, day).is_open();
        open && deadline.is_ours() && (asks || state == DeadlineState::Unconfirmed)
    });
    let remedies = || {
        // What lies beyond the State's ordinary courts keeps nothing from being final.
        let beyond = ["appeal:international", "appeal:constitutional"];
        let appeal =
            move |act: &String| act.starts_with("appeal:") && !beyond.contains(&act.as_str());
        own().filter(move |(_, computed)| computed.met_by.iter().any(appeal))
    };
    matches!(
        application.state(),
        ApplicationState::Refused | ApplicationState::Ended
    ) && !unknown
        && remedies().any(|(_, computed)| computed.trigger == last.id)
        && remedies().all(|(deadline, computed)| {
            let last = deadline.due().max(computed.last_arguable);
            let used = matches!(
                deadline.standing(case, day).state,
                DeadlineState::Met
                    | DeadlineState::MetLate
                    | DeadlineState::Moot
                    | DeadlineState::Lapsed
            );
            used || last.is_some_and(|last| last < day)
        })
}

/// Every event that people made, in the order of the fold.
fn entries(
    scribe: &Scribe<'_>,
    resolved: &history::History<'_>,
    as_of: Option<NaiveDate>,
    all: bool,
) -> Vec<view::Entry> {
    let shown = |event: &&Event| {
        let begun = history::begun(event, &event.payload.entry);
        let by = |day: NaiveDate| begun.is_none_or(|begun| begun <= day);
        matches!(event.payload.entry, Entry::CaseOpened(_)) || as_of.is_none_or(by)
    };
    let state = |event: &Event| resolved.states.get(&event.id).copied();
    let events = scribe.events.iter().filter(shown);
    events
        .map(|event| {
            let mut entry = scribe.write(event, state(event));
            if !all && let Some(target) = &mut entry.target {
                target.empty();
            }
            entry
        })
        .collect()
}
