//! Where decisions and remedies belong, and in which order they stand.

use std::collections::BTreeMap;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Decision};
use crate::domain::case::Case;
use crate::domain::event::{Entry, ServiceDates};
use crate::domain::history::{History, Item};

impl Case {
    /// Puts a decision or a remedy where it belongs, if that is there already.
    pub(super) fn put_instance(&mut self, item: &Item<'_>) -> bool {
        match item.entry {
            Entry::DecisionMade(data) => {
                let Some(decisions) = self.decisions_on(data.on) else {
                    return false;
                };
                decisions.push(Decision::new(item.root, data.clone()));
                true
            }
            Entry::AppealLodged(data) => {
                let Some(matter) = self.named(data.on).map(|named| named.matter().id()) else {
                    return false;
                };
                let Some(appeals) = self.appeals_of(matter) else {
                    return false;
                };
                appeals.push(Appeal {
                    id: item.root.id,
                    number: 0,
                    data: data.clone(),
                    decisions: Vec::new(),
                    reopened: false,
                });
                true
            }
            _ => false,
        }
    }

    /// The decisions on an application or a remedy.
    pub(super) fn decisions_on(&mut self, on: EventId) -> Option<&mut Vec<Decision>> {
        if let Some(at) = self.applications.iter().position(|a| a.id == on) {
            return self.applications.get_mut(at).map(|a| &mut a.decisions);
        }
        self.all_appeals_mut()
            .find(|appeal| appeal.id == on)
            .map(|appeal| &mut appeal.decisions)
    }

    pub(super) fn appeals_of(&mut self, matter: EventId) -> Option<&mut Vec<Appeal>> {
        let applications = self.applications.iter_mut().map(|a| (a.id, &mut a.appeals));
        let measures = self.measures.iter_mut().map(|m| (m.id, &mut m.appeals));
        applications
            .chain(measures)
            .find(|(id, _)| *id == matter)
            .map(|(_, appeals)| appeals)
    }

    pub(super) fn all_appeals_mut(&mut self) -> impl Iterator<Item = &mut Appeal> {
        let applications = self.applications.iter_mut().flat_map(|a| &mut a.appeals);
        let measures = self.measures.iter_mut().flat_map(|m| &mut m.appeals);
        applications.chain(measures)
    }

    pub(super) fn decision_mut(&mut self, id: EventId) -> Option<&mut Decision> {
        if let Some(at) = self
            .applications
            .iter()
            .position(|a| a.decisions.iter().any(|d| d.id == id))
        {
            let application = self.applications.get_mut(at)?;
            return application.decisions.iter_mut().find(|d| d.id == id);
        }
        self.all_appeals_mut()
            .flat_map(|appeal| &mut appeal.decisions)
            .find(|decision| decision.id == id)
    }

    /// Remedies and decisions by the order of recording, whatever order they were put in.
    pub(super) fn order_instances(&mut self, history: &History<'_>) {
        let places: BTreeMap<EventId, usize> = history
            .items
            .iter()
            .enumerate()
            .map(|(place, item)| (item.root.id, place))
            .collect();
        let place = |id: EventId| places.get(&id).copied().unwrap_or_default();
        let order = |decisions: &mut Vec<Decision>| {
            for decision in decisions.iter_mut() {
                decision.place = place(decision.id);
            }
            decisions.sort_by_key(|decision| decision.place);
        };
        for application in &mut self.applications {
            order(&mut application.decisions);
            application.appeals.sort_by_key(|a| place(a.id));
            number(&mut application.appeals);
        }
        for measure in &mut self.measures {
            measure.appeals.sort_by_key(|a| place(a.id));
            number(&mut measure.appeals);
        }
        for appeal in self.all_appeals_mut() {
            order(&mut appeal.decisions);
        }
    }

    pub(in crate::domain) fn order_applications(&mut self) {
        let subsequent: Vec<bool> = self
            .applications
            .iter()
            .map(|later| {
                self.applications
                    .iter()
                    .any(|earlier| later.follows(earlier))
            })
            .collect();
        for (application, subsequent) in self.applications.iter_mut().zip(subsequent) {
            application.subsequent = subsequent;
        }
    }
}

fn number(appeals: &mut [Appeal]) {
    for (number, appeal) in (1..).zip(appeals) {
        appeal.number = number;
    }
}

/// A later service entry fills what was not known, or known only vaguely; where the two contradict each other the
/// earlier day holds, since a time limit must not start late.
pub(super) fn merged(a: ServiceDates, b: ServiceDates) -> ServiceDates {
    let first = |a: Option<PartialDate>, b: Option<PartialDate>| match (a, b) {
        (Some(a), Some(b)) => Some(a.sharpened(b)),
        (a, b) => a.or(b),
    };
    ServiceDates {
        notified: first(a.notified, b.notified),
        served: first(a.served, b.served),
        received: first(a.received, b.received),
        sent: first(a.sent, b.sent),
        handed_over: first(a.handed_over, b.handed_over),
        learned: first(a.learned, b.learned),
        final_form: first(a.final_form, b.final_form),
        in_force: first(a.in_force, b.in_force),
    }
}
