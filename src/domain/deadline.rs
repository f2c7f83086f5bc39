//! Where a time limit stands at a day: open, met, missed, needless. Only acts are stored.

mod acts;
mod by_hand;
mod family;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::id::{DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{Actor, DeadlineState, Files};
use crate::domain::event::{
    Alias, DeadlineAct, DeadlineActed, DeadlineComputed, DeadlineSet, DeadlineTold,
    DeadlineWatched, Event,
};
use acts::{Acts, Found};
use by_hand::by_hand;

/// The rule id of the deadline that asks for an unknown day of service; no law stands behind it.
pub const FIND_SERVICE: &str = "nansen.find-service";
/// The rule id for a paper or a status that runs out on the day printed on it, where no rule speaks of it.
pub const RUNS_OUT: &str = "nansen.runs-out";
/// The rule id of the deadline for an adverse act without a known rule; no law stands behind it.
pub const NO_RULE: &str = "nansen.no-rule";

/// The rule id of the day on which a power of attorney runs out: it never rolls.
pub const ATTORNEY: &str = "nansen.attorney";
/// The rule id of the day on which the danger is to be weighed again.
pub const RISK_REVIEW: &str = "nansen.risk-review";
/// The rule id of the day of the next review of a detention, which somebody recorded.
pub const DETENTION_REVIEW: &str = "nansen.detention-review";
/// The rule id of the last day to ask for the renewal of a document, by the office's own word.
pub const RENEW: &str = "nansen.renew";
/// The rule id of the first day on which a document can be renewed, by the office's own word.
pub const RENEW_FROM: &str = "nansen.renew-from";
/// The rule id of a sign of life that somebody waits for.
pub const CHECK_IN: &str = "nansen.check-in";

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
    /// When the person, who files alone, was told of it.
    #[serde(default)]
    pub told: Vec<DeadlineTold>,
    /// The day on which a person entered it.
    pub since: Option<NaiveDate>,
    /// Whose it is.
    pub person: u16,
    /// Whose entry gave it the day it has.
    pub entered_by: Alias,
    /// When, in the order of the fold.
    pub entered_at: u64,
    /// Who checked that day.
    pub confirmed_by: Vec<Alias>,
    /// Who watches it, beside who works on the case.
    pub watched_by: Vec<Alias>,
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
    pub(super) fn put_computed(all: &mut Vec<Self>, event: &Event, data: &DeadlineComputed) {
        let source = Source::Computed(Box::new(data.clone()));
        if let Some(known) = all.iter_mut().find(|known| known.id == data.deadline) {
            if known.withdrawn() {
                known.acts.clear();
                known.told.clear();
            }
            // What was checked was another day.
            if known.computed().map(|c| c.trigger_date) != Some(data.trigger_date) {
                known.acts.retain(|act| act.act != DeadlineAct::Confirmed);
            }
            // Nor did anybody check another one.
            if known.withdrawn() || known.computed().map(|c| c.due) != Some(data.due) {
                known.entered_by.clone_from(&event.payload.by);
                known.entered_at = event.lamport;
                known.confirmed_by.clear();
            }
            known.event = event.id;
            known.source = source;
        } else {
            all.push(Self {
                id: data.deadline,
                event: event.id,
                source,
                acts: Vec::new(),
                told: Vec::new(),
                since: None,
                person: event.payload.person,
                entered_by: event.payload.by.clone(),
                entered_at: event.lamport,
                confirmed_by: Vec::new(),
                watched_by: Vec::new(),
            });
        }
    }

    pub(super) fn set_by_hand(root: &Event, data: DeadlineSet) -> Self {
        Self {
            id: data.deadline,
            event: root.id,
            // The moment is kept in UTC: an older entry, without its local day, has the day there.
            since: data.since.or_else(|| Some(root.payload.at.date_naive())),
            source: Source::Set(data),
            acts: Vec::new(),
            person: root.payload.person,
            told: Vec::new(),
            entered_by: root.payload.by.clone(),
            entered_at: root.lamport,
            confirmed_by: Vec::new(),
            watched_by: Vec::new(),
        }
    }

    /// Puts down what a member did about it.
    pub(super) fn put_act(&mut self, root: &Event, data: &DeadlineActed) {
        if data.act == DeadlineAct::Confirmed {
            self.confirmed_by.push(root.payload.by.clone());
        }
        self.acts.push(data.clone());
    }

    /// Puts down who watches it from now on, or no more.
    pub(super) fn put_watch(&mut self, data: &DeadlineWatched) {
        self.watched_by.retain(|by| *by != data.by);
        if !data.off {
            self.watched_by.push(data.by.clone());
        }
    }

    /// Whether nobody but who entered it has checked its day.
    pub fn lacks_second(&self) -> bool {
        self.confirmed_by.iter().all(|by| *by == self.entered_by)
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

    /// Nothing but leaving the country meets it.
    pub fn asks_to_leave(&self) -> bool {
        self.computed()
            .is_some_and(|computed| computed.met_by == ["record:departure"])
    }

    /// Ours to keep: what the applicant must do, and what runs out.
    pub fn is_ours(&self) -> bool {
        matches!(self.actor(), Actor::Applicant | Actor::Document)
    }

    /// How the person, who files alone at `day`, was told of the day that it has now. Our duty ended with it.
    pub fn told(&self, case: &Case, day: NaiveDate) -> Option<&DeadlineTold> {
        let theirs =
            self.actor() == Actor::Applicant && case.files(self.person, day) == Files::They;
        let of_this_day = |told: &&DeadlineTold| told.date <= day && told.due == self.due();
        self.told.iter().rev().find(of_this_day).filter(|_| theirs)
    }

    /// Whether somebody here must still see to it at `day`: it waits, the person was not told of it, and no other office has
    /// the case now.
    pub fn asks_us(&self, case: &Case, day: NaiveDate) -> bool {
        !case.is_handed_over()
            && self.standing(case, day).is_open()
            && self.told(case, day).is_none()
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
        let found = match &self.source {
            Source::Computed(computed) => Acts {
                case,
                computed,
                person: self.person,
                due: self.due(),
                day,
            }
            .look(),
            Source::Set(set) => by_hand(case, self, set, day),
        };
        let lapsed = match &self.source {
            Source::Computed(computed) => computed.lapsed,
            Source::Set(set) => set.was_over(),
        };
        let said = |act: &DeadlineActed, on: NaiveDate| {
            act.act == DeadlineAct::Confirmed && act.date >= on
        };
        match found {
            Found::Done(on) => return settled(self.met_on(on), on),
            // Perhaps in time, perhaps not: whatever it was, it is over; else a person says so.
            Found::Sometime(_) if lapsed => {}
            Found::Sometime(on) if acts().any(|act| said(act, on)) => {
                return settled(DeadlineState::Met, on);
            }
            Found::Sometime(on) => return settled(DeadlineState::Unconfirmed, on),
            Found::Sent(on) if !self.past(on) => return settled(DeadlineState::Sent, on),
            Found::Sent(on) => return settled(DeadlineState::MetLate, on),
            Found::Needless(on) => return settled(DeadlineState::Moot, on),
            Found::Nothing => {}
        }
        // What was waited for has come: nobody has to be told for ever.
        if let Some(first) = self.due().filter(|first| *first <= day)
            && self.computed().is_some_and(|computed| computed.waiting)
        {
            return settled(DeadlineState::Met, first);
        }
        let confirmed = acts().any(|act| act.act == DeadlineAct::Confirmed);
        let open = |state| Standing {
            state,
            settled: None,
        };
        if lapsed {
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
