//! An application with its instances: decisions and appeals, and where it stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{
    AppealState, ApplicationKind, ApplicationOrder, ApplicationState, ClosedReason, Outcome,
    Protection,
};
use crate::domain::event::{ActDates, AppealLodged, ApplicationLodged, DecisionMade, Event, Via};
use crate::domain::matter::Matter;

/// One application for one status in one jurisdiction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Its first event.
    pub id: EventId,
    /// 2 for `A2`.
    pub number: usize,
    /// Whose it is.
    pub person: u16,
    /// What was recorded.
    pub data: ApplicationLodged,
    /// One of the same kind in the same jurisdiction was decided before.
    pub subsequent: bool,
    /// First-instance decisions, in the order of recording.
    pub decisions: Vec<Decision>,
    /// Remedies through all instances, in the order of recording.
    pub appeals: Vec<Appeal>,
}

/// Where an application stands between two decisions.
#[derive(Debug, Clone, Copy)]
struct Footing {
    state: ApplicationState,
    /// Something was granted and not taken away, also while more is fought for.
    held: bool,
}

/// One remedy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Appeal {
    /// Its first event.
    pub id: EventId,
    /// 1 for `A2.1`.
    pub number: usize,
    /// What was recorded.
    pub data: AppealLodged,
    /// What was decided on it.
    pub decisions: Vec<Decision>,
    /// A higher court sent it back: it is pending again.
    pub reopened: bool,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its first event.
    pub id: EventId,
    /// What was recorded, with the days of service that were added later.
    pub data: DecisionMade,
    /// The day on which it was recorded.
    pub recorded: NaiveDate,
    /// An import brought it.
    pub imported: bool,
    /// Its place in the history: where days are too vague to tell, the order of recording does.
    pub place: usize,
}

impl Application {
    /// A fresh one, not decided.
    pub fn new(id: EventId, number: usize, person: u16, data: ApplicationLodged) -> Self {
        Self {
            id,
            number,
            person,
            data,
            subsequent: false,
            decisions: Vec::new(),
            appeals: Vec::new(),
        }
    }

    /// When it was lodged, or registered or made where only that is known.
    pub fn lodged(&self) -> Option<PartialDate> {
        self.data.lodged.or(self.data.registered).or(self.data.made)
    }

    /// First or subsequent: as recorded, else derived.
    pub fn order(&self) -> ApplicationOrder {
        self.data.order.unwrap_or(if self.subsequent {
            ApplicationOrder::Subsequent
        } else {
            ApplicationOrder::First
        })
    }

    /// Whether `earlier` is of the same person, kind and jurisdiction and was decided before this one.
    pub fn follows(&self, earlier: &Self) -> bool {
        let same = self.person == earlier.person
            && self.data.kind == earlier.data.kind
            && self.data.jurisdiction == earlier.data.jurisdiction
            && self.id != earlier.id;
        same && earlier
            .decisions
            .iter()
            .any(|decision| match (self.lodged(), decision.day()) {
                (Some(lodged), Some(decided)) => decided.earliest() <= lodged.latest(),
                _ => earlier.number < self.number,
            })
    }

    /// Where it stands. A dismissed appeal changes nothing, unless it was sent back to its court before; a pending
    /// one leaves it refused, or ended. What is taken back is as it was before.
    pub fn state(&self) -> ApplicationState {
        let mut now = Footing {
            state: ApplicationState::Pending,
            held: false,
        };
        let mut before = Vec::new();
        for (appeal, decision) in self.course() {
            let on = decision.data.on;
            if decision.data.outcome == Outcome::Rescinded {
                let last = before.iter().rposition(|(of, _)| *of == on);
                now = last.map_or(now, |at| before.remove(at).1);
                continue;
            }
            before.push((on, now));
            now.state = self.after(now, appeal, decision);
            now.held = match now.state {
                ApplicationState::Granted => true,
                ApplicationState::Refused | ApplicationState::Ended => false,
                ApplicationState::Pending | ApplicationState::Closed => now.held,
            };
        }
        now.state
    }

    /// Where it stands after a decision.
    fn after(
        &self,
        now: Footing,
        appeal: Option<&Appeal>,
        decision: &Decision,
    ) -> ApplicationState {
        let state = now.state;
        let against = appeal.and_then(|appeal| self.at_root(appeal));
        let of_status = against.is_some_and(|first| first.data.outcome == Outcome::Revoked);
        match decision.data.outcome {
            Outcome::Granted => ApplicationState::Granted,
            Outcome::Refused => ApplicationState::Refused,
            Outcome::Revoked => ApplicationState::Ended,
            Outcome::Rescinded => state,
            // The procedure that ended was about prolonging it, or about more.
            Outcome::Closed if appeal.is_none() && now.held => ApplicationState::Granted,
            Outcome::Closed if appeal.is_none() => ApplicationState::Closed,
            Outcome::Allowed if decision.data.protection.is_some() => ApplicationState::Granted,
            // Without its end the status goes on.
            Outcome::Allowed if of_status => ApplicationState::Granted,
            Outcome::Remitted if of_status => {
                let first = appeal.map(|appeal| appeal.data.on);
                if first == against.map(|first| first.id) {
                    ApplicationState::Granted
                } else {
                    state
                }
            }
            Outcome::Allowed | Outcome::Remitted => ApplicationState::Pending,
            Outcome::Dismissed | Outcome::Closed => {
                let again = |appeal: &Appeal| {
                    let first = appeal.decisions.first();
                    appeal.data.on != self.id && first.is_some_and(|d| d.id != decision.id)
                };
                match state {
                    ApplicationState::Pending if appeal.is_some_and(again) && now.held => {
                        ApplicationState::Granted
                    }
                    ApplicationState::Pending if appeal.is_some_and(again) => {
                        ApplicationState::Refused
                    }
                    _ => state,
                }
            }
        }
    }

    /// The first-instance decision that a remedy is against through all instances; none against silence.
    fn at_root(&self, appeal: &Appeal) -> Option<&Decision> {
        let mut on = appeal.data.on;
        for _ in 0..=self.appeals.len() {
            if let Some(first) = self.decisions.iter().find(|decision| decision.id == on) {
                return Some(first);
            }
            let holds =
                |below: &&Appeal| below.id == on || below.decisions.iter().any(|d| d.id == on);
            on = self.appeals.iter().find(holds)?.data.on;
        }
        None
    }

    /// The decision that granted what it has now, if any.
    pub fn grant(&self) -> Option<&Decision> {
        let granted = |d: &&Decision| {
            d.data.protection.is_some()
                && matches!(d.data.outcome, Outcome::Granted | Outcome::Allowed)
        };
        self.course()
            .map(|(_, decision)| decision)
            .filter(granted)
            .last()
    }

    /// All its decisions with what they were made on, by date, then by the order of recording.
    pub fn course(&self) -> impl Iterator<Item = (Option<&Appeal>, &Decision)> {
        in_order(Matter::Application(self).decisions()).into_iter()
    }

    /// Whether an appeal against it is pending.
    pub fn appeal_pending(&self) -> bool {
        self.appeals
            .iter()
            .any(|appeal| appeal.state() == AppealState::Pending)
    }

    /// A decision on it said that no ordinary remedy is left.
    pub fn said_final(&self) -> bool {
        self.course()
            .last()
            .is_some_and(|(_, decision)| decision.data.is_final == Some(true))
    }
}

/// Decisions by their days where these tell which came first, else by the order of recording.
pub fn in_order<'a>(
    decisions: impl Iterator<Item = (Option<&'a Appeal>, &'a Decision)>,
) -> Vec<(Option<&'a Appeal>, &'a Decision)> {
    let mut left: Vec<_> = decisions.collect();
    left.sort_by_key(|(_, decision)| decision.place);
    let surely_before = |a: &Decision, b: &Decision| {
        let days = a.day().zip(b.day());
        days.is_some_and(|(a, b)| a.latest() < b.earliest())
    };
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let first = |(_, one): &(_, &Decision)| !left.iter().any(|(_, d)| surely_before(d, one));
        let at = left.iter().position(first).unwrap_or(0);
        ordered.push(left.remove(at));
    }
    ordered
}

impl Appeal {
    /// Where it stands.
    pub fn state(&self) -> AppealState {
        if self.reopened {
            return AppealState::Pending;
        }
        match self.decisions.last().map(|decision| decision.data.outcome) {
            None | Some(Outcome::Rescinded) => AppealState::Pending,
            Some(Outcome::Allowed | Outcome::Granted) => AppealState::Allowed,
            Some(Outcome::Dismissed | Outcome::Refused | Outcome::Revoked) => {
                AppealState::Dismissed
            }
            Some(Outcome::Remitted) => AppealState::Remitted,
            Some(Outcome::Closed) => AppealState::Closed,
        }
    }
}

impl Decision {
    /// The decision of an event.
    pub fn new(root: &Event, data: DecisionMade) -> Self {
        let imported = root.payload.via == Some(Via::Import);
        Self {
            id: root.id,
            data,
            recorded: root.payload.at.date_naive(),
            imported,
            place: 0,
        }
    }

    /// The day of the decision, or the first day known of it.
    pub fn day(&self) -> Option<PartialDate> {
        let s = &self.data.service;
        let made = self.data.decided.or_else(|| self.known());
        made.or(s.final_form).or(s.in_force)
    }

    /// The first day on which it is known to have reached the person: told, served, received or learned.
    pub fn reached(&self) -> Option<PartialDate> {
        let s = &self.data.service;
        [s.notified, s.served, s.received, s.learned]
            .into_iter()
            .flatten()
            .min_by_key(|date| date.early())
    }

    /// The first day on which the person can have known of it, as far as it is recorded.
    pub fn known(&self) -> Option<PartialDate> {
        let s = &self.data.service;
        [
            s.notified,
            s.served,
            s.received,
            s.learned,
            s.sent,
            s.handed_over,
        ]
        .into_iter()
        .flatten()
        .min_by_key(|date| date.early())
    }

    /// Whether it takes something from the person that a remedy could give: a refusal, a dismissal, an
    /// end that the person did not choose (for unknown reasons too), or a lesser grant.
    pub fn is_adverse(&self, kind: ApplicationKind) -> bool {
        match self.data.outcome {
            Outcome::Refused | Outcome::Dismissed | Outcome::Revoked => true,
            Outcome::Granted | Outcome::Allowed => !self.refused_beside(kind).is_empty(),
            Outcome::Closed => !self.ended_by_the_person(),
            Outcome::Remitted | Outcome::Rescinded => false,
        }
    }

    /// Whether the procedure ended for a reason on the person's own side, where nothing was taken from them.
    pub fn ended_by_the_person(&self) -> bool {
        matches!(
            self.data.reason,
            Some(
                ClosedReason::WithdrawnExplicit
                    | ClosedReason::Died
                    | ClosedReason::Departed
                    | ClosedReason::Resettled
                    | ClosedReason::Duplicate
            )
        )
    }

    /// The stronger forms that a grant refused: as recorded, else those that were applied for.
    pub fn refused_beside(&self, kind: ApplicationKind) -> Vec<Protection> {
        if let Some(refused) = &self.data.refused {
            return refused.clone();
        }
        match (self.data.outcome, self.data.protection) {
            (Outcome::Granted | Outcome::Allowed, Some(granted)) => sought(kind)
                .iter()
                .copied()
                .filter(|stronger| *stronger < granted)
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whether it gives at least what another decision on the same application refused.
    pub fn gives_what(&self, refusal: &Self, kind: ApplicationKind) -> bool {
        let refused = match refusal.data.outcome {
            Outcome::Granted | Outcome::Allowed => refusal.refused_beside(kind),
            _ => sought(kind).to_vec(),
        };
        self.refused_beside(kind).is_empty()
            || self
                .data
                .protection
                .zip(refused.into_iter().min())
                .is_some_and(|(given, refused)| given <= refused)
    }
}

/// The forms of protection that an application of a kind asks for, the strongest first; empty where the kind does
/// not say.
pub const fn sought(kind: ApplicationKind) -> &'static [Protection] {
    match kind {
        ApplicationKind::SingleProcedure => {
            &[Protection::RefugeeStatus, Protection::SubsidiaryProtection]
        }
        ApplicationKind::RefugeeStatus => &[Protection::RefugeeStatus],
        ApplicationKind::SubsidiaryProtection => &[Protection::SubsidiaryProtection],
        ApplicationKind::TemporaryAsylum => &[Protection::TemporaryAsylum],
        ApplicationKind::TemporaryProtection => &[Protection::TemporaryProtection],
        ApplicationKind::Humanitarian => &[Protection::Humanitarian],
        ApplicationKind::FamilyExtension => &[],
    }
}

impl ActDates {
    /// The first day on which it can have been done.
    pub fn first(&self) -> Option<PartialDate> {
        [self.sent, self.lodged, self.arrived]
            .into_iter()
            .flatten()
            .min_by_key(|d| d.earliest())
    }
}
