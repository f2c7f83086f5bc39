//! Where a time limit stands at a day: open, met, missed, needless. Only acts are stored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::{DeadlineId, EventId};
use crate::domain::application::Application;
use crate::domain::case::Case;
use crate::domain::code::{
    Actor, AppealKind, ApplicationState, DeadlineState, HappeningKind, Outcome,
};
use crate::domain::event::{
    ActDates, DeadlineAct, DeadlineActed, DeadlineComputed, DeadlineSet, SavedBy,
};

/// The rule id of the deadline that asks for an unknown day of service; no law stands behind it.
pub const FIND_SERVICE: &str = "nansen.find-service";
/// The rule id of the deadline for an adverse act without a known rule; no law stands behind it.
pub const NO_RULE: &str = "nansen.no-rule";

/// One deadline, in its latest version, with what people did about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// Outlives corrections of its trigger.
    pub id: DeadlineId,
    /// The event that holds its latest version.
    pub event: EventId,
    /// What it says.
    pub source: Source,
    /// What people did about it, in the order of recording.
    pub acts: Vec<DeadlineActed>,
}

/// Where a deadline comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Source {
    /// A rule.
    Computed(Box<DeadlineComputed>),
    /// A person.
    Set(DeadlineSet),
}

/// Where a deadline stands at a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: DeadlineState,
    /// The day of the act that met it, sent it or made it needless.
    pub settled: Option<NaiveDate>,
}

impl Deadline {
    /// Puts a computation in the place of the one before it.
    pub(super) fn put_computed(all: &mut Vec<Self>, event: EventId, data: &DeadlineComputed) {
        let source = Source::Computed(Box::new(data.clone()));
        if let Some(known) = all.iter_mut().find(|known| known.id == data.deadline) {
            known.event = event;
            known.source = source;
        } else {
            all.push(Self {
                id: data.deadline,
                event,
                source,
                acts: Vec::new(),
            });
        }
    }

    pub(super) fn set_by_hand(event: EventId, data: DeadlineSet) -> Self {
        Self {
            id: data.deadline,
            event,
            source: Source::Set(data),
            acts: Vec::new(),
        }
    }

    pub(super) fn withdrawn(&self) -> bool {
        self.computed().is_some_and(|computed| computed.withdrawn)
    }

    /// What a rule said, where a rule made it.
    pub fn computed(&self) -> Option<&DeadlineComputed> {
        match &self.source {
            Source::Computed(computed) => Some(computed),
            Source::Set(_) => None,
        }
    }

    /// The day to work to, with the time that the body granted.
    pub fn due(&self) -> Option<NaiveDate> {
        let own = match &self.source {
            Source::Computed(computed) => computed.due,
            Source::Set(set) => Some(set.due),
        };
        let granted = self.acts.iter().rev().find_map(|act| match act.act {
            DeadlineAct::Extended(until) => Some(until),
            _ => None,
        });
        granted.or(own)
    }

    /// Who has to act.
    pub fn actor(&self) -> Actor {
        match &self.source {
            Source::Computed(computed) => computed.actor,
            Source::Set(set) => set.actor,
        }
    }

    /// Ours to keep: what the applicant must do, and what runs out.
    pub fn is_ours(&self) -> bool {
        matches!(self.actor(), Actor::Applicant | Actor::Document)
    }

    /// Where it stands at `day`, by the acts that had been done by then.
    pub fn standing(&self, case: &Case, day: NaiveDate) -> Standing {
        let acts = || self.acts.iter().rev().filter(|act| act.date <= day);
        let settled = |state, on| Standing {
            state,
            settled: Some(on),
        };
        if let Some(act) = acts().find(|act| act.act == DeadlineAct::Waived) {
            return settled(DeadlineState::Waived, act.date);
        }
        if let Some(act) = acts().find(|act| act.act == DeadlineAct::Met) {
            return settled(self.met_on(act.date), act.date);
        }
        let found = self.computed().map(|computed| {
            Acts {
                case,
                computed,
                day,
            }
            .look()
        });
        match found {
            Some(Found::Done(on)) => return settled(self.met_on(on), on),
            Some(Found::Sent(on)) if !self.past(on) => return settled(DeadlineState::Sent, on),
            Some(Found::Sent(on)) => return settled(DeadlineState::MetLate, on),
            Some(Found::Needless(on)) => return settled(DeadlineState::Moot, on),
            Some(Found::Nothing) | None => {}
        }
        let confirmed = acts().any(|act| act.act == DeadlineAct::Confirmed);
        let open = |state| Standing {
            state,
            settled: None,
        };
        if self.computed().is_some_and(|computed| computed.lapsed) {
            open(DeadlineState::Lapsed)
        } else if self.computed().is_some_and(|computed| computed.unconfirmed) && !confirmed {
            open(DeadlineState::Unconfirmed)
        } else if self.past(day) {
            open(DeadlineState::Missed)
        } else if acts().any(|act| matches!(act.act, DeadlineAct::Extended(_))) {
            open(DeadlineState::Extended)
        } else {
            open(DeadlineState::Open)
        }
    }

    fn past(&self, day: NaiveDate) -> bool {
        self.due().is_some_and(|due| due < day)
    }

    fn met_on(&self, day: NaiveDate) -> DeadlineState {
        if self.past(day) {
            DeadlineState::MetLate
        } else {
            DeadlineState::Met
        }
    }
}

impl Standing {
    /// Still asks something of a person.
    pub fn is_open(self) -> bool {
        matches!(
            self.state,
            DeadlineState::Open
                | DeadlineState::Sent
                | DeadlineState::Extended
                | DeadlineState::Unconfirmed
                | DeadlineState::Missed
        )
    }
}

/// What the acts of a case say about one computed deadline.
enum Found {
    Done(NaiveDate),
    Sent(NaiveDate),
    Needless(NaiveDate),
    Nothing,
}

/// Looks for acts among the entries of a case.
struct Acts<'a> {
    case: &'a Case,
    computed: &'a DeadlineComputed,
    day: NaiveDate,
}

impl Acts<'_> {
    fn look(&self) -> Found {
        let met = self.acts(&self.computed.met_by);
        let first = |dates: Vec<NaiveDate>| dates.into_iter().filter(|d| *d <= self.day).min();
        if let Some(on) = first(met.iter().filter_map(|act| self.counts(act)).collect()) {
            return Found::Done(on);
        }
        let sent = met
            .iter()
            .filter_map(|act| act.sent)
            .map(PartialDate::earliest)
            .collect();
        if let Some(on) = first(sent) {
            return Found::Sent(on);
        }
        let moot = self.acts(&self.computed.moot_by);
        let mut needless: Vec<NaiveDate> = moot
            .iter()
            .filter_map(ActDates::first)
            .map(PartialDate::earliest)
            .collect();
        needless.extend(self.overtaken());
        first(needless).map_or(Found::Nothing, Found::Needless)
    }

    /// The day of an act that counts against the deadline.
    fn counts(&self, act: &ActDates) -> Option<NaiveDate> {
        let counting = match self.computed.saved_by {
            SavedBy::Arrival => [act.lodged, act.arrived, None],
            SavedBy::Sending | SavedBy::Act => [act.sent, act.lodged, act.arrived],
        };
        counting
            .into_iter()
            .flatten()
            .map(PartialDate::earliest)
            .min()
    }

    /// Days on which the matter itself fell away: another remedy was used against the same decision, or
    /// what was refused was granted later.
    fn overtaken(&self) -> Vec<NaiveDate> {
        let computed = self.computed;
        let remedy = !computed.met_by.is_empty()
            && computed.met_by.iter().all(|act| act.starts_with("appeal:"));
        let Some(application) = self.scope().filter(|_| remedy) else {
            return Vec::new();
        };
        let others = application
            .appeals
            .iter()
            .filter(|appeal| appeal.data.on == computed.trigger);
        let mut days: Vec<NaiveDate> = others
            .filter_map(|a| a.data.act.first())
            .map(PartialDate::earliest)
            .collect();
        if application.state() == ApplicationState::Granted
            && let Some(grant) = application.grant()
            && grant.id != computed.trigger
        {
            let after = grant.day().map(PartialDate::earliest);
            days.extend(after.filter(|day| *day >= computed.trigger_date.earliest()));
        }
        days
    }

    fn scope(&self) -> Option<&Application> {
        self.computed.scope.and_then(|id| self.case.scope(id))
    }

    /// The dates of every act of the case that one of the forms names.
    fn acts(&self, forms: &[String]) -> Vec<ActDates> {
        forms
            .iter()
            .filter_map(|form| form.split_once(':'))
            .flat_map(|(sort, kind)| match sort {
                "appeal" => self.appeals(kind),
                "application" => self.applications(kind),
                "filing" => self.filings(kind),
                "record" => self.records(kind),
                "decision" => self.decisions(kind),
                _ => Vec::new(),
            })
            .collect()
    }

    /// Not before the day that opened the deadline; undated acts count by their being there.
    fn after(&self, act: &ActDates) -> bool {
        act.first()
            .is_none_or(|date| date.latest() >= self.computed.trigger_date.earliest())
    }

    fn appeals(&self, kind: &str) -> Vec<ActDates> {
        let fits = |k: AppealKind| kind == "any" || k.as_str() == kind;
        let from_decision = self.case.decision(self.computed.trigger).is_some();
        self.scope()
            .into_iter()
            .flat_map(|application| &application.appeals)
            .filter(|appeal| fits(appeal.data.kind) && appeal.id != self.computed.trigger)
            .filter(|appeal| {
                if from_decision {
                    appeal.data.on == self.computed.trigger
                } else {
                    self.after(&appeal.data.act)
                }
            })
            .map(|appeal| appeal.data.act)
            .collect()
    }

    fn applications(&self, kind: &str) -> Vec<ActDates> {
        self.case
            .applications
            .iter()
            .filter(|a| kind == "any" || a.data.kind.as_str() == kind)
            .filter(|a| a.data.jurisdiction == self.computed.jurisdiction)
            .filter(|a| a.id != self.computed.trigger && Some(a.id) != self.computed.scope)
            .map(|a| ActDates {
                lodged: a.data.registered.or(a.data.lodged),
                ..ActDates::default()
            })
            .filter(|act| act.lodged.is_some() && self.after(act))
            .collect()
    }

    fn filings(&self, kind: &str) -> Vec<ActDates> {
        let scope = self.scope().map(|application| application.id);
        self.case
            .filings
            .iter()
            .filter(|filing| kind == "any" || filing.data.kind.as_str() == kind)
            .filter(|filing| {
                let on = filing
                    .data
                    .on
                    .and_then(|on| self.case.scope(on))
                    .map(|a| a.id);
                on.is_none() || scope.is_none() || on == scope
            })
            .map(|filing| filing.data.act)
            .filter(|act| self.after(act))
            .collect()
    }

    fn records(&self, kind: &str) -> Vec<ActDates> {
        if kind == "service" {
            let known = self
                .case
                .decision(self.computed.trigger)
                .and_then(|(_, _, d)| d.known());
            return known
                .map(|day| ActDates {
                    lodged: Some(day),
                    ..ActDates::default()
                })
                .into_iter()
                .collect();
        }
        let what: Option<HappeningKind> = kind.parse().ok();
        self.case
            .happenings
            .iter()
            .filter(|happening| Some(happening.data.what) == what)
            .filter(|happening| happening.id != self.computed.trigger)
            .map(|happening| ActDates {
                lodged: Some(happening.data.date),
                ..ActDates::default()
            })
            .filter(|act| self.after(act))
            .collect()
    }

    fn decisions(&self, kind: &str) -> Vec<ActDates> {
        let outcome: Option<Outcome> = kind.parse().ok();
        self.case
            .decisions()
            .filter(|(application, appeal, decision)| {
                // Of an appeal that opened the deadline only its own decision counts.
                let own = appeal.is_some_and(|appeal| appeal.id == self.computed.trigger);
                let from_appeal = application
                    .appeals
                    .iter()
                    .any(|appeal| appeal.id == self.computed.trigger);
                let same =
                    Some(application.id) == self.computed.scope || self.computed.scope.is_none();
                decision.id != self.computed.trigger
                    && same
                    && (own || !from_appeal)
                    && (kind == "any" || Some(decision.data.outcome) == outcome)
            })
            .map(|(_, _, decision)| ActDates {
                lodged: decision.day(),
                ..ActDates::default()
            })
            .filter(|act| act.lodged.is_some() && self.after(act))
            .collect()
    }
}
