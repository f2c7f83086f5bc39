//! `show`: one case with its applications, its whole history and its deadlines.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::fields::{Kind, stored};
use crate::app::find;
use crate::app::session::{Session, number_of};
use crate::app::view::{self, History};
use crate::base::id::{CaseId, EventId};
use crate::domain::application::Application;
use crate::domain::case::Case;
use crate::domain::code::{ApplicationState, DeadlineState, EntryState};
use crate::domain::deadline::{FIND_SERVICE, NO_RULE};
use crate::domain::event::{Entry, Event};
use crate::domain::history;
use crate::store::StoreError;

impl Session<'_> {
    /// Shows a case at a day. `all`: people see what was replaced and retracted too (JSON always does).
    pub fn show(
        &self,
        id: CaseId,
        as_of: Option<NaiveDate>,
        all: bool,
    ) -> Result<History, AppError> {
        let day = self.day(as_of);
        let events = self.store.events(id)?;
        let resolved = history::History::resolve(&events, as_of);
        let case = Case::of(id, &resolved);
        let Some(opened) = case.opened.clone() else {
            return Err(StoreError::NoSuchCase.into());
        };
        let applications = case
            .applications
            .iter()
            .map(|a| self.application(&case, a, day));
        let links = case.links.iter().map(|(to, link)| {
            Ok(view::Link {
                case: find::number(&self.store, *to)?,
                r#as: *link,
            })
        });
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
            links: links.collect::<Result<_, AppError>>()?,
            applications: applications.collect(),
            events: entries(&case, &resolved, &events, as_of),
            deadlines: case
                .deadlines
                .iter()
                .map(|d| deadlines::view(&case, d, day))
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
        let appeals = application.appeals.iter().map(|appeal| view::Appeal {
            r#ref: format!("A{}.{}", application.number, appeal.number),
            on: case.reference_of(appeal.data.on).unwrap_or_default(),
            kind: appeal.data.kind,
            lodged: appeal
                .data
                .act
                .lodged
                .or(appeal.data.act.arrived)
                .or(appeal.data.act.sent),
            state: appeal.state(),
            body: self
                .book()
                .bodies(&application.data.jurisdiction, appeal.data.kind)
                .map(str::to_owned),
        });
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
            appeals: appeals.collect(),
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
        let appeal = |act: &String| act.starts_with("appeal:");
        own().filter(move |(_, computed)| computed.met_by.iter().any(appeal))
    };
    application.state() == ApplicationState::Refused
        && !unknown
        && remedies().any(|(_, computed)| computed.trigger == last.id)
        && remedies().all(|(deadline, computed)| {
            let last = deadline.due().max(computed.last_arguable);
            !deadline.standing(case, day).is_open() || last.is_some_and(|last| last < day)
        })
}

/// Every event that people made, in the order of the fold.
fn entries(
    case: &Case,
    resolved: &history::History<'_>,
    events: &[Event],
    as_of: Option<NaiveDate>,
) -> Vec<view::Entry> {
    events
        .iter()
        .filter(|event| {
            let begun = history::begun(event, &event.payload.entry);
            let by = |day: NaiveDate| begun.is_none_or(|begun| begun <= day);
            matches!(event.payload.entry, Entry::CaseOpened(_)) || as_of.is_none_or(by)
        })
        .map(|event| {
            let (entry, corrects, because) = match &event.payload.entry {
                Entry::EntryCorrected(correction) => {
                    let root = correction.root.to_string();
                    (
                        correction.entry.as_ref(),
                        Some(root),
                        Some(correction.because.clone()),
                    )
                }
                Entry::EntryRetracted(retraction) => {
                    (&event.payload.entry, None, retraction.because.clone())
                }
                entry => (entry, None, None),
            };
            let root = corrects
                .as_deref()
                .and_then(|root| root.parse().ok())
                .unwrap_or(event.id);
            view::Entry {
                event: event.id.to_string(),
                kind: kind_of(entry).to_owned(),
                date: history::happened(entry),
                recorded_at: event.payload.at,
                by: event.payload.by.clone(),
                on: on_of(entry).map(|on| case.reference_of(on).unwrap_or_else(|| on.to_string())),
                state: resolved
                    .states
                    .get(&event.id)
                    .copied()
                    .unwrap_or(EntryState::Live),
                fields: fields_of(entry),
                r#ref: reference(case, entry, root),
                corrects,
                because: because.or_else(|| event.payload.even_so.clone()),
            }
        })
        .collect()
}

/// What `--on` calls an entry; only applications and appeals have a name of their own.
fn reference(case: &Case, entry: &Entry, root: EventId) -> Option<String> {
    matches!(entry, Entry::ApplicationLodged(_) | Entry::AppealLodged(_))
        .then(|| case.reference_of(root))
        .flatten()
}

/// The stored fields, as people name them.
fn fields_of(entry: &Entry) -> BTreeMap<String, Value> {
    let hidden = ["on", "import_ref", "steps", "met_by", "moot_by", "saved_by"];
    stored(entry)
        .into_iter()
        // What happened is the kind of the entry already.
        .filter(|(name, _)| !(name == "what" && matches!(entry, Entry::Happened(_))))
        .filter(|(name, _)| !hidden.contains(&name.as_str()))
        .collect()
}

/// What an entry is about.
fn on_of(entry: &Entry) -> Option<EventId> {
    match entry {
        Entry::DecisionMade(e) => Some(e.on),
        Entry::DecisionServed(e) => Some(e.on),
        Entry::AppealLodged(e) => Some(e.on),
        Entry::PaperFiled(e) => e.on,
        Entry::Happened(e) => e.on,
        Entry::FactLearned(e) => e.on,
        Entry::DeadlineSet(e) => e.on,
        Entry::DeadlineComputed(e) => Some(e.trigger),
        Entry::EntryRetracted(e) => Some(e.target),
        Entry::EntryCorrected(e) => on_of(&e.entry),
        _ => None,
    }
}

/// What an entry is called in commands and JSON: `decision`, `detention`, `deadline-computed`.
pub(super) fn kind_of(entry: &Entry) -> &str {
    if let Entry::EntryCorrected(_) = entry {
        return "correction";
    }
    if let Some(kind) = Kind::of(entry) {
        return kind.name;
    }
    match entry {
        Entry::CaseAssigned(_) => "assignment",
        Entry::CaseLinked(_) => "link",
        Entry::CaseReopened(_) => "reopening",
        Entry::EntryRetracted(_) => "retraction",
        Entry::DeadlineComputed(_) => "deadline-computed",
        Entry::DeadlineSet(_) => "deadline-set",
        Entry::DeadlineActed(_) => "deadline-act",
        Entry::StoreOpened(_) => "store",
        Entry::MemberAdded(_) => "member",
        Entry::TableReleased(_) => "release-of-table",
        Entry::Unknown { kind } => kind,
        _ => "entry",
    }
}
