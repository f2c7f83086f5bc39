//! An application with its instances: decisions and appeals, and where it stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{
    AppealState, ApplicationKind, ApplicationOrder, ClosedReason, Outcome, Protection,
};
use crate::domain::event::{ActDates, AppealLodged, ApplicationLodged, DecisionMade, Event};
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
        let imported = root.payload.via.is_some();
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
