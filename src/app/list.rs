//! `list`: cases by filters.

use chrono::{Days, NaiveDate};

use crate::app::arrange::{Arrangement, OF_CASES};
use crate::app::error::AppError;
use crate::app::own;
use crate::app::selection::Selection;
use crate::app::session::{Session, number_of};
use crate::app::view::{List, ListItem};
use crate::base::date::PartialDate;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::{ApplicationState, RiskLevel};
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Event, Via};
use crate::domain::history::{History, Item, happened};
use crate::domain::own::Declared;

/// What to list; an empty filter admits everything.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// Closed ones too.
    pub all: bool,
    /// `open`, `closed`, or the state of an application.
    pub states: Vec<String>,
    /// Which, beside that.
    pub which: Selection,
    /// How great the danger is thought to be, any of them.
    pub risks: Vec<RiskLevel>,
    /// Opened on or after this day.
    pub since: Option<NaiveDate>,
    /// Nothing was recorded since this day.
    pub untouched: Option<NaiveDate>,
    /// Open, and no deadline of ours is.
    pub no_next_step: bool,
    /// A deadline of ours ends within so many days, or is past.
    pub deadline_in: Option<u64>,
    /// A hearing or an interview is within so many days.
    pub hearing_in: Option<u64>,
    /// Closed then.
    pub closed_between: Option<PartialDate>,
    /// Sorted, cut and filtered how.
    pub arrange: Arrangement,
}

impl Session<'_> {
    /// Lists cases, by number.
    ///
    /// # Errors
    /// The store's, a state, country or law that is none, or an unknown member.
    pub fn list(&self, query: &Query) -> Result<List, AppError> {
        for state in &query.states {
            let known = matches!(state.as_str(), "open" | "closed")
                || state.parse::<ApplicationState>().is_ok();
            if !known {
                let known = ["open", "closed", "pending", "granted", "refused"];
                return Err(AppError::UnknownTerm {
                    what: "state",
                    known: known.map(str::to_owned).to_vec(),
                });
            }
        }
        let which = query.which.selected(&self.store, &self.me)?;
        let declared = Declared::of(&self.store.office_events()?);
        let arrange = query.arrange.clone().checked(OF_CASES, Some(&declared))?;
        let day = self.day(query.as_of);
        let closed_wanted = query.all
            || query.closed_between.is_some()
            || query.states.iter().any(|state| state == "closed");
        let mut closed_left_out = 0;
        let mut items = Vec::new();
        for case in self
            .cases(query.as_of)?
            .iter()
            .filter(|case| query.admits(case) && which.admits(case) && query.awaits(case, day))
        {
            if let Some(since) = query.untouched
                && self.touched_since(case.id, since)?
            {
                continue;
            }
            if case.is_open() || closed_wanted {
                let mut item = item(case, day);
                if item.last_event.is_some_and(|last| last > day) {
                    // A hearing that is set has not happened yet.
                    item.last_event = last_by(&self.store.events(case.id)?, day);
                }
                if arrange.admits(&item) {
                    items.push(item);
                }
            } else {
                closed_left_out += 1;
            }
        }
        items.sort_by(|a, b| a.case.cmp(&b.case));
        arrange.sort(&mut items);
        Ok(List {
            schema: "nansen.list/1",
            items,
            columns: arrange.columns,
            closed_left_out,
        })
    }
}

impl Session<'_> {
    /// Whether a person recorded something in a case since a day. An import tells of the past: there the day counts on which
    /// it happened.
    fn touched_since(&self, case: CaseId, since: NaiveDate) -> Result<bool, AppError> {
        let events = self.store.events(case)?;
        let by_people = events
            .iter()
            .filter(|event| !matches!(event.payload.entry, Entry::DeadlineComputed(_)));
        let mut days = by_people.map(|event| match event.payload.via {
            Some(Via::Import | Via::Handover) => {
                happened(&event.payload.entry).map(PartialDate::earliest)
            }
            None => Some(self.world.clock.local_at(event.payload.at).date_naive()),
        });
        Ok(days.any(|day| day.is_some_and(|day| day >= since)))
    }
}

impl Query {
    /// What the case waits for, and when it was closed.
    fn awaits(&self, case: &Case, day: NaiveDate) -> bool {
        let end = |days: u64| {
            day.checked_add_days(Days::new(days))
                .unwrap_or(NaiveDate::MAX)
        };
        let mut ours = case.asked_of_us(day);
        let soon = |days| ours.any(|d| d.due().is_none_or(|due| due <= end(days)));
        let heard = |days| {
            let mut all = case.happenings.iter();
            all.any(|one| one.data.is_heard_within(day, end(days)))
        };
        let closed = |between: PartialDate| {
            case.closed.is_some_and(|(_, on)| {
                on.earliest() <= between.latest() && on.latest() >= between.earliest()
            })
        };
        (!self.no_next_step || case.is_idle(day))
            && self.deadline_in.is_none_or(soon)
            && self.hearing_in.is_none_or(heard)
            && self.closed_between.is_none_or(closed)
    }

    fn admits(&self, case: &Case) -> bool {
        let Some(opened) = &case.opened else {
            return false;
        };
        let states = self.states.is_empty()
            || self.states.iter().any(|state| match state.as_str() {
                "open" => case.is_open(),
                "closed" => !case.is_open(),
                state => case
                    .applications
                    .iter()
                    .any(|a| a.state().as_str() == state),
            });
        let risk = case.risk().map(|risk| risk.level);
        let risks = self.risks.is_empty() || risk.is_some_and(|level| self.risks.contains(&level));
        states && risks && self.since.is_none_or(|day| opened.opened.latest() >= day)
    }
}

/// The day of the last thing that had happened by a day.
fn last_by(events: &[Event], day: NaiveDate) -> Option<NaiveDate> {
    let history = History::resolve(events, None);
    let of_people = |item: &&Item<'_>| {
        !matches!(item.entry, Entry::CaseOpened(_)) && !item.entry.is_desk_work()
    };
    let items = history.items.iter().filter(of_people);
    let days = items.filter_map(|item| happened(item.entry));
    days.map(PartialDate::earliest)
        .filter(|on| *on <= day)
        .max()
}

fn item(case: &Case, day: NaiveDate) -> ListItem {
    let opened = case.opened.as_ref();
    let text = |pick: fn(&crate::domain::event::CaseOpened) -> &String| {
        opened.map(|o| pick(o).clone()).unwrap_or_default()
    };
    let next_due = case.asked_of_us(day).filter_map(Deadline::due).min();
    ListItem {
        case: number_of(case),
        callsign: text(|o| &o.callsign),
        state: if case.is_open() { "open" } else { "closed" }.to_owned(),
        application_state: case
            .applications
            .last()
            .map(crate::domain::application::Application::state),
        origin: text(|o| &o.origin),
        jurisdiction: text(|o| &o.jurisdiction),
        people: case.present().count(),
        worker: case.worker.clone(),
        office: opened.and_then(|o| o.office.clone()),
        opened: opened.map_or_else(|| day.into(), |o| o.opened),
        last_event: case.last_event,
        next_due,
        risk: case.risk().map(|risk| risk.level),
        fields: own::listed(case),
        overdue: next_due.is_some_and(|due| due < day),
    }
}
