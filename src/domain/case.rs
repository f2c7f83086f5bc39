//! A pseudonymous case: what its living entries add up to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId};
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::code::{CaseEnd, HappeningKind, LinkKind};
use crate::domain::deadline::Deadline;
use crate::domain::event::{
    Alias, CaseOpened, Entry, Event, FactLearned, Happening, PaperFiled, ServiceDates,
};
use crate::domain::history::{History, happened};

/// One case, folded. Nothing in it depends on a clock: states that do take the day as an argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its key in the database.
    pub id: CaseId,
    /// How it was opened; absent only while nothing but foreign events of it are known.
    pub opened: Option<CaseOpened>,
    /// The event that opened it.
    pub opened_by: Option<EventId>,
    /// Who works on it.
    pub worker: Option<Alias>,
    /// Why and when it was closed, while it is.
    pub closed: Option<(CaseEnd, PartialDate)>,
    /// Cases that belong to it.
    pub links: Vec<(CaseId, LinkKind)>,
    /// Applications, by the order of recording: `A1` is the first.
    pub applications: Vec<Application>,
    /// Papers filed.
    pub filings: Vec<Lived<PaperFiled>>,
    /// Interviews, hearings, documents, removals, detentions, releases, departures, contacts.
    pub happenings: Vec<Lived<Happening>>,
    /// Facts that rules ask for.
    pub facts: Vec<Lived<FactLearned>>,
    /// The latest version of each deadline, by the order of their first computation.
    pub deadlines: Vec<Deadline>,
    /// The day of the last thing that happened, as far as dated.
    pub last_event: Option<NaiveDate>,
    /// Some entry has two living versions that a person must settle.
    pub contested: bool,
}

/// A living entry with the event that began it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lived<T> {
    /// The entry's first event.
    pub id: EventId,
    /// What holds.
    pub data: T,
}

/// What a reference (`A2`, `A2.1`) names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Named<'a> {
    /// An application.
    Application(&'a Application),
    /// One of its appeals.
    Appeal(&'a Application, &'a Appeal),
    /// A decision on an application, or on one of its appeals.
    Decision(&'a Application, Option<&'a Appeal>, &'a Decision),
}

impl Named<'_> {
    /// The first event of what is named.
    pub fn id(self) -> EventId {
        match self {
            Self::Application(application) => application.id,
            Self::Appeal(_, appeal) => appeal.id,
            Self::Decision(_, _, decision) => decision.id,
        }
    }
}

impl Case {
    /// Folds the events of one case, which stand in the order of the fold. With `as_of`, only what
    /// had happened by that day.
    pub fn fold(id: CaseId, events: &[Event], as_of: Option<NaiveDate>) -> Self {
        Self::of(id, &History::resolve(events, as_of))
    }

    /// Folds a resolved history.
    pub fn of(id: CaseId, history: &History<'_>) -> Self {
        let mut case = Self {
            id,
            opened: None,
            opened_by: None,
            worker: None,
            closed: None,
            links: Vec::new(),
            applications: Vec::new(),
            filings: Vec::new(),
            happenings: Vec::new(),
            facts: Vec::new(),
            deadlines: Vec::new(),
            last_event: None,
            contested: false,
        };
        for item in &history.items {
            let root = item.root;
            case.contested |= item.contested;
            match item.entry {
                Entry::CaseOpened(opened) => {
                    case.worker.clone_from(&opened.worker);
                    case.opened = Some(opened.clone());
                    case.opened_by = Some(root.id);
                }
                Entry::ApplicationLodged(data) => {
                    let number = case.applications.len().saturating_add(1);
                    case.applications
                        .push(Application::new(root.id, number, data.clone()));
                }
                Entry::DecisionMade(data) => {
                    let decision = Decision::new(root, data.clone());
                    case.put_decision(decision);
                }
                Entry::DecisionServed(data) => {
                    if let Some(decision) = case.decision_mut(data.on) {
                        decision.data.service = merged(decision.data.service, data.service);
                        decision.data.means = decision.data.means.or(data.means);
                    }
                }
                Entry::AppealLodged(data) => case.put_appeal(root.id, data),
                Entry::PaperFiled(data) => {
                    case.filings.push(Lived {
                        id: root.id,
                        data: data.clone(),
                    });
                }
                Entry::Happened(data) => {
                    case.happenings.push(Lived {
                        id: root.id,
                        data: data.clone(),
                    });
                }
                Entry::FactLearned(data) => {
                    case.facts.push(Lived {
                        id: root.id,
                        data: data.clone(),
                    });
                }
                Entry::CaseAssigned(data) => case.worker.clone_from(&data.to),
                Entry::CaseLinked(data) => {
                    case.links.retain(|(to, _)| *to != data.to);
                    case.links.push((data.to, data.link));
                }
                Entry::CaseClosed(data) => case.closed = Some((data.reason, data.date)),
                Entry::CaseReopened(_) => case.closed = None,
                Entry::DeadlineComputed(data) => {
                    if history.item(data.trigger).is_some() {
                        Deadline::put_computed(&mut case.deadlines, root.id, data);
                    }
                }
                Entry::DeadlineSet(data) => {
                    case.deadlines
                        .push(Deadline::set_by_hand(root.id, data.clone()));
                }
                Entry::DeadlineActed(data) => {
                    let known = case.deadlines.iter_mut().find(|d| d.id == data.deadline);
                    if let Some(deadline) = known {
                        deadline.acts.push(data.clone());
                    }
                }
                Entry::NoteTaken(_)
                | Entry::EntryCorrected(_)
                | Entry::EntryRetracted(_)
                | Entry::StoreOpened(_)
                | Entry::MemberAdded(_)
                | Entry::TableReleased(_)
                | Entry::Unknown { .. } => {}
            }
            let dated = !matches!(item.entry, Entry::CaseOpened(_) | Entry::DeadlineActed(_));
            let day = happened(item.entry)
                .filter(|_| dated)
                .map(PartialDate::earliest);
            case.last_event = case.last_event.max(day);
        }
        case.deadlines.retain(|deadline| !deadline.withdrawn());
        case.order_applications();
        case
    }

    /// Whether the office works on it.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// The decision that began with this event.
    pub fn decision(&self, id: EventId) -> Option<(&Application, Option<&Appeal>, &Decision)> {
        self.decisions().find(|(_, _, decision)| decision.id == id)
    }

    /// Every decision, with what it was made on.
    pub fn decisions(&self) -> impl Iterator<Item = (&Application, Option<&Appeal>, &Decision)> {
        self.applications.iter().flat_map(|application| {
            let first = application
                .decisions
                .iter()
                .map(move |d| (application, None, d));
            let later = application.appeals.iter().flat_map(move |appeal| {
                appeal
                    .decisions
                    .iter()
                    .map(move |d| (application, Some(appeal), d))
            });
            first.chain(later)
        })
    }

    /// The application that an entry belongs to: itself, its appeal's or its decision's.
    pub fn scope(&self, id: EventId) -> Option<&Application> {
        self.named(id).map(|named| match named {
            Named::Application(application)
            | Named::Appeal(application, _)
            | Named::Decision(application, _, _) => application,
        })
    }

    /// What the entry that began with this event is.
    pub fn named(&self, id: EventId) -> Option<Named<'_>> {
        for application in &self.applications {
            if application.id == id {
                return Some(Named::Application(application));
            }
            if let Some(appeal) = application.appeals.iter().find(|appeal| appeal.id == id) {
                return Some(Named::Appeal(application, appeal));
            }
        }
        self.decision(id)
            .map(|(application, appeal, d)| Named::Decision(application, appeal, d))
    }

    /// Reads `A2` or `A2.1`.
    pub fn reference(&self, text: &str) -> Option<Named<'_>> {
        let digits = text.strip_prefix(['A', 'a'])?;
        let (application, appeal) = match digits.split_once('.') {
            Some((application, appeal)) => (application, Some(appeal)),
            None => (digits, None),
        };
        let number: usize = application.parse().ok()?;
        let application = self.applications.iter().find(|a| a.number == number)?;
        let Some(appeal) = appeal else {
            return Some(Named::Application(application));
        };
        let number: usize = appeal.parse().ok()?;
        let appeal = application.appeals.iter().find(|a| a.number == number)?;
        Some(Named::Appeal(application, appeal))
    }

    /// What a reference calls the entry: `A2`, `A2.1`; a decision by what it is on.
    pub fn reference_of(&self, id: EventId) -> Option<String> {
        self.named(id).map(|named| match named {
            Named::Application(application) | Named::Decision(application, None, _) => {
                format!("A{}", application.number)
            }
            Named::Appeal(application, appeal) | Named::Decision(application, Some(appeal), _) => {
                format!("A{}.{}", application.number, appeal.number)
            }
        })
    }

    /// Open removals and detentions at a day: begun, and neither ended nor followed by a release or
    /// a departure.
    pub fn open_measures(&self, day: NaiveDate) -> impl Iterator<Item = &Lived<Happening>> {
        let begun = move |h: &&Lived<Happening>| {
            matches!(
                h.data.what,
                HappeningKind::Detention | HappeningKind::Removal
            ) && h.data.date.earliest() <= day
                && h.data.until.is_none_or(|until| until.latest() >= day)
        };
        self.happenings.iter().filter(begun).filter(move |measure| {
            !self.happenings.iter().any(|other| {
                let ends = match other.data.what {
                    HappeningKind::Release => measure.data.what == HappeningKind::Detention,
                    HappeningKind::Departure => true,
                    _ => false,
                };
                ends && other.data.date.earliest() >= measure.data.date.earliest()
                    && other.data.date.earliest() <= day
            })
        })
    }

    fn put_decision(&mut self, decision: Decision) {
        let on = decision.data.on;
        for application in &mut self.applications {
            if application.id == on {
                application.decisions.push(decision);
                return;
            }
            if let Some(appeal) = application
                .appeals
                .iter_mut()
                .find(|appeal| appeal.id == on)
            {
                appeal.decisions.push(decision);
                return;
            }
        }
    }

    fn put_appeal(&mut self, id: EventId, data: &crate::domain::event::AppealLodged) {
        let scope = self.scope(data.on).map(|application| application.id);
        let found = self.applications.iter_mut().find(|a| Some(a.id) == scope);
        if let Some(application) = found {
            let number = application.appeals.len().saturating_add(1);
            let decisions = Vec::new();
            application.appeals.push(Appeal {
                id,
                number,
                data: data.clone(),
                decisions,
            });
        }
    }

    fn decision_mut(&mut self, id: EventId) -> Option<&mut Decision> {
        self.applications
            .iter_mut()
            .flat_map(|application| {
                let later = application
                    .appeals
                    .iter_mut()
                    .flat_map(|a| a.decisions.iter_mut());
                application.decisions.iter_mut().chain(later)
            })
            .find(|decision| decision.id == id)
    }

    fn order_applications(&mut self) {
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

/// A later service entry fills what was not known; where both know a day, the earlier one holds, since
/// a time limit must not start late.
fn merged(a: ServiceDates, b: ServiceDates) -> ServiceDates {
    let first = |a: Option<PartialDate>, b: Option<PartialDate>| match (a, b) {
        (Some(a), Some(b)) => Some(if b.earliest() < a.earliest() { b } else { a }),
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
