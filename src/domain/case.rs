//! A pseudonymous case: what its living entries add up to.

mod instances;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::{CaseId, EventId};
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::care::Care;
use crate::domain::code::{CaseEnd, HappeningKind, LinkKind, RemovalKind, StepKind};
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{
    Alias, CaseOpened, DetentionReviewed, Entry, Event, FactLearned, FieldRecorded, Happening,
    PaperFiled,
};
use crate::domain::history::{History, Item, happened};
use crate::domain::matter::{Matter, Measure};
use crate::domain::person::Person;
use crate::domain::same::SamePerson;
use instances::merged;

/// One case, folded. Nothing in it depends on a clock: states that do take the day as an argument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its key in the database.
    pub id: CaseId,
    /// How it was opened; absent only while nothing but foreign events of it are known.
    pub opened: Option<CaseOpened>,
    /// The event that opened it.
    pub opened_by: Option<EventId>,
    /// Its persons, by number.
    pub people: Vec<Person>,
    /// Who works on it.
    pub worker: Option<Alias>,
    /// Why and when it was closed, while it is.
    pub closed: Option<(CaseEnd, PartialDate)>,
    /// Cases that belong to it.
    pub links: Vec<(CaseId, LinkKind)>,
    /// Who of its persons stands elsewhere, as links say that name them; all that say so are [`Self::same_persons`].
    #[serde(default)]
    pub same: Vec<SamePerson>,
    /// Applications, by the order of recording: `A1` is the first.
    pub applications: Vec<Application>,
    /// Papers filed.
    pub filings: Vec<Lived<PaperFiled>>,
    /// Removals and detentions, by the order of recording: `M1` is the first.
    pub measures: Vec<Measure>,
    /// Reviews of detentions, by the order of recording.
    #[serde(default)]
    pub reviews: Vec<Lived<DetentionReviewed>>,
    /// Interviews, hearings, documents, releases, departures, contacts.
    pub happenings: Vec<Lived<Happening>>,
    /// Facts that rules ask for.
    pub facts: Vec<Lived<FactLearned>>,
    /// What is recorded in the fields of the office's own.
    #[serde(default)]
    pub fields: Vec<Lived<FieldRecorded>>,
    /// The latest version of each deadline, by the order of their first computation.
    pub deadlines: Vec<Deadline>,
    /// The day of the last thing that happened, as far as dated.
    pub last_event: Option<NaiveDate>,
    /// How many envelopes hold what ties it to a person.
    #[serde(default)]
    pub sealed: u32,
    /// What the office does for the person beside the procedures.
    #[serde(default)]
    pub care: Care,
    /// When it was last given to another office that did not confirm it yet.
    #[serde(default)]
    pub handed_over: Option<NaiveDate>,
    /// Some entry has two living versions that a person must settle.
    pub contested: bool,
}

/// A living entry with the event that began it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lived<T> {
    /// The entry's first event.
    pub id: EventId,
    /// Whose it is.
    pub person: u16,
    /// What holds.
    pub data: T,
}

/// What a reference (`A2`, `A2.1`, `M1`) names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Named<'a> {
    /// An application or a measure.
    Matter(Matter<'a>),
    /// A remedy used in one.
    Appeal(Matter<'a>, &'a Appeal),
    /// A decision on an application, or on a remedy.
    Decision(Matter<'a>, Option<&'a Appeal>, &'a Decision),
}

impl<'a> Named<'a> {
    /// The first event of what is named.
    pub fn id(self) -> EventId {
        match self {
            Self::Matter(matter) => matter.id(),
            Self::Appeal(_, appeal) => appeal.id,
            Self::Decision(_, _, decision) => decision.id,
        }
    }

    /// What it belongs to.
    pub const fn matter(self) -> Matter<'a> {
        match self {
            Self::Matter(matter) | Self::Appeal(matter, _) | Self::Decision(matter, _, _) => matter,
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
            people: Vec::new(),
            worker: None,
            closed: None,
            links: Vec::new(),
            same: Vec::new(),
            applications: Vec::new(),
            filings: Vec::new(),
            measures: Vec::new(),
            reviews: Vec::new(),
            happenings: Vec::new(),
            facts: Vec::new(),
            fields: Vec::new(),
            deadlines: Vec::new(),
            last_event: None,
            care: Care::default(),
            handed_over: None,
            contested: false,
            sealed: 0,
        };
        let mut instances: Vec<&Item<'_>> = Vec::new();
        let mut services = Vec::new();
        let mut answers = Vec::new();
        for item in &history.items {
            let root = item.root;
            case.contested |= item.contested;
            match item.entry {
                Entry::CaseOpened(opened) => {
                    case.worker.clone_from(&opened.worker);
                    case.opened = Some(opened.clone());
                    case.opened_by = Some(root.id);
                    case.people.push(Person::first(opened, root.id));
                }
                Entry::ApplicationLodged(data) => {
                    let number = case.applications.len().saturating_add(1);
                    case.applications.push(Application::new(
                        root.id,
                        number,
                        item.person(),
                        data.clone(),
                    ));
                }
                Entry::DecisionMade(_) | Entry::AppealLodged(_) => instances.push(item),
                Entry::DecisionServed(data) => services.push(data),
                Entry::PaperFiled(data) => {
                    case.filings.push(Lived {
                        id: root.id,
                        person: item.person(),
                        data: data.clone(),
                    });
                }
                Entry::Happened(data) if data.what.is_measure() => {
                    case.measures.push(Measure {
                        id: root.id,
                        number: case.measures.len().saturating_add(1),
                        person: item.person(),
                        data: data.clone(),
                        appeals: Vec::new(),
                    });
                }
                Entry::Happened(data) => {
                    case.happenings.push(Lived {
                        id: root.id,
                        person: item.person(),
                        data: data.clone(),
                    });
                }
                Entry::DetentionReviewed(data) => {
                    case.reviews.push(Lived {
                        id: root.id,
                        person: item.person(),
                        data: data.clone(),
                    });
                }
                Entry::FactLearned(data) => {
                    case.facts.push(Lived {
                        id: root.id,
                        person: item.person(),
                        data: data.clone(),
                    });
                }
                Entry::FieldRecorded(data) => {
                    case.fields.push(Lived {
                        id: root.id,
                        person: item.person(),
                        data: data.clone(),
                    });
                }
                Entry::PersonAdded(data) => {
                    let number = root.payload.person;
                    if case.person(number).is_some() {
                        // Two people added somebody without seeing each other.
                        case.contested = true;
                    } else {
                        let own = case.opened.as_ref().map_or("unknown", |o| &o.origin);
                        let person = Person::further(data, number, root.id, own);
                        case.people.push(person);
                    }
                }
                Entry::PersonLeft(data) => {
                    let mut people = case.people.iter_mut();
                    if let Some(person) = people.find(|one| one.number == item.person()) {
                        person.left = Some((data.reason, data.date));
                    }
                }
                Entry::ConsentSaid(data) => answers.push((item.person(), data)),
                Entry::CaseAssigned(data) => case.worker.clone_from(&data.to),
                Entry::CaseLinked(data) => case.put_link(item.person(), data),
                Entry::CaseClosed(data) => case.closed = Some((data.reason, data.date)),
                Entry::CaseReopened(_) => case.closed = None,
                Entry::DeadlineComputed(data) => {
                    if history.item(data.trigger).is_some() {
                        Deadline::put_computed(&mut case.deadlines, root, data);
                    }
                }
                Entry::DeadlineSet(data) => {
                    case.deadlines
                        .push(Deadline::set_by_hand(root, data.clone()));
                }
                Entry::DeadlineActed(data) => {
                    let known = case.deadlines.iter_mut().find(|d| d.id == data.deadline);
                    if let Some(deadline) = known {
                        deadline.put_act(root, data);
                    }
                }
                Entry::DeadlineWatched(data) => {
                    let known = case.deadlines.iter_mut().find(|d| d.id == data.deadline);
                    if let Some(deadline) = known {
                        deadline.put_watch(data);
                    }
                }
                Entry::DeadlineTold(data) => {
                    let known = case.deadlines.iter_mut().find(|d| d.id == data.deadline);
                    if let Some(deadline) = known {
                        deadline.told.push(data.clone());
                    }
                }
                Entry::CheckInSet(_)
                | Entry::CheckedIn(_)
                | Entry::CheckInEnded(_)
                | Entry::Disappeared(_)
                | Entry::Reappeared(_)
                | Entry::MandateGiven(_)
                | Entry::TaskAdded(_)
                | Entry::TaskEnded(_)
                | Entry::Referred(_)
                | Entry::ReferralAnswered(_)
                | Entry::ResettlementStep(_)
                | Entry::RiskWeighed(_) => case.care.put(item),
                Entry::IdentitySealed(_) => case.sealed = case.sealed.saturating_add(1),
                Entry::HandedOver(handed) => case.handed_over = Some(handed.made),
                Entry::HandoverReceipt(_) => case.handed_over = None,
                Entry::NoteTaken(_)
                | Entry::EntryCorrected(_)
                | Entry::EntryRetracted(_)
                | Entry::StoreOpened(_)
                | Entry::MemberAdded(_)
                | Entry::MemberRemoved(_)
                | Entry::KeysChanged(_)
                | Entry::TableReleased(_)
                | Entry::TableLeft(_)
                | Entry::TableProposed(_)
                | Entry::SealGroupSet(_)
                | Entry::IdentityOpened(_)
                | Entry::IdentityMatched(_)
                | Entry::Exported(_)
                | Entry::ContactSealed(_)
                | Entry::ContactRuleSet(_)
                | Entry::ContactShared(_)
                | Entry::ContactOpened(_)
                | Entry::CaseErased(_)
                | Entry::DeviceNamed(_)
                | Entry::BackupMade(_)
                | Entry::BackupProved(_)
                | Entry::CardsAway(_)
                | Entry::SheetImported(_)
                | Entry::SheetSettled(_)
                | Entry::AlarmPlanSet(_)
                | Entry::NoticeAdded(_)
                | Entry::NoticeEnded(_)
                | Entry::FieldDeclared(_)
                | Entry::RulesInstalled(_)
                | Entry::LogSigned(_)
                | Entry::SecondPersonSet(_)
                | Entry::ThresholdSet(_)
                | Entry::WarningsSet(_)
                | Entry::AbsenceSet(_)
                | Entry::BatchMade(_)
                | Entry::ImportMade(_)
                | Entry::ImportUndone(_)
                | Entry::RetentionSet(_)
                | Entry::RetentionWarned(_)
                | Entry::CalendarMade(_)
                | Entry::CalendarGiven(_)
                | Entry::DocumentAdded(_)
                | Entry::DocumentOpened(_)
                | Entry::ArchiveRead(_)
                | Entry::HandoverTaken(_)
                | Entry::BackupKept(_)
                | Entry::Unknown { .. } => {}
            }
            let dated = !matches!(item.entry, Entry::CaseOpened(_)) && !item.entry.is_desk_work();
            let day = happened(item.entry)
                .filter(|_| dated)
                .map(PartialDate::earliest);
            case.last_event = case.last_event.max(day);
        }
        case.deadlines.retain(|deadline| !deadline.withdrawn());
        case.people.sort_by_key(|person| person.number);
        for (number, said) in answers {
            let mut people = case.people.iter_mut();
            if let Some(person) = people.find(|one| one.number == number) {
                person.answered(said);
            }
        }
        case.care.settle(history);
        // A correction can make another measure of what was a detention.
        let held = |on| {
            let mut all = case.measures.iter();
            all.any(|one| one.id == on && one.data.what == HappeningKind::Detention)
        };
        let reviews = case.reviews.iter().filter(|one| held(one.data.on));
        case.reviews = reviews.cloned().collect();
        // A correction may have moved an entry to something recorded after it: what it is about comes first.
        loop {
            let left = instances.len();
            instances.retain(|item| !case.put_instance(item));
            if instances.len() == left {
                break;
            }
        }
        case.contested |= !instances.is_empty();
        case.order_instances(history);
        for data in services {
            if let Some(decision) = case.decision_mut(data.on) {
                decision.data.service = merged(decision.data.service, data.service);
                decision.data.means = decision.data.means.or(data.means);
            }
        }
        let back: Vec<EventId> = case.matters().flat_map(Matter::sent_back).collect();
        for appeal in case.all_appeals_mut() {
            appeal.reopened = back.contains(&appeal.id);
        }
        case.order_applications();
        let whose = |deadline: &Deadline| {
            let on = match &deadline.source {
                Source::Computed(computed) => Some(computed.trigger),
                Source::Set(set) => set.on,
            };
            on.and_then(|on| case.person_of(on))
        };
        let whose: Vec<Option<u16>> = case.deadlines.iter().map(whose).collect();
        for (deadline, whose) in case.deadlines.iter_mut().zip(whose) {
            deadline.person = whose.unwrap_or(deadline.person);
        }
        case
    }

    /// Whether the office works on it.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether it was closed because another office has it now.
    pub fn is_handed_over(&self) -> bool {
        matches!(self.closed, Some((CaseEnd::Transferred, _)))
    }

    /// Whether it was closed because its persons are recorded in another case.
    pub fn is_duplicate(&self) -> bool {
        matches!(self.closed, Some((CaseEnd::Duplicate, _)))
    }

    /// Applications, then measures.
    pub fn matters(&self) -> impl Iterator<Item = Matter<'_>> {
        let applications = self.applications.iter().map(Matter::Application);
        applications.chain(self.measures.iter().map(Matter::Measure))
    }

    /// The decision that began with this event.
    pub fn decision(&self, id: EventId) -> Option<(Matter<'_>, Option<&Appeal>, &Decision)> {
        self.decisions().find(|(_, _, decision)| decision.id == id)
    }

    /// Every decision, with what it was made on.
    pub fn decisions(&self) -> impl Iterator<Item = (Matter<'_>, Option<&Appeal>, &Decision)> {
        self.matters().flat_map(|matter| {
            let of = matter.decisions();
            of.map(move |(appeal, decision)| (matter, appeal, decision))
        })
    }

    /// The application that an entry belongs to: itself, its appeal's, its decision's, or the one that a measure
    /// goes with.
    pub fn scope(&self, id: EventId) -> Option<&Application> {
        match self.named(id)?.matter() {
            Matter::Application(application) => Some(application),
            Matter::Measure(measure) => self
                .named(measure.data.on?)
                .and_then(|named| named.matter().application()),
        }
    }

    /// What the entry that began with this event is.
    pub fn named(&self, id: EventId) -> Option<Named<'_>> {
        self.matters().find_map(|matter| {
            if matter.id() == id {
                return Some(Named::Matter(matter));
            }
            if let Some(appeal) = matter.appeals().iter().find(|appeal| appeal.id == id) {
                return Some(Named::Appeal(matter, appeal));
            }
            let (appeal, decision) = matter.decisions().find(|(_, d)| d.id == id)?;
            Some(Named::Decision(matter, appeal, decision))
        })
    }

    /// Reads `A2`, `A2.1`, `M1` or `M1.1`.
    pub fn reference(&self, text: &str) -> Option<Named<'_>> {
        let (letter, digits) = text.split_at_checked(1)?;
        let (matter, appeal) = match digits.split_once('.') {
            Some((matter, appeal)) => (matter, Some(appeal)),
            None => (digits, None),
        };
        let number: usize = matter.parse().ok()?;
        let matter = match letter {
            "A" | "a" => {
                let mut all = self.applications.iter();
                Matter::Application(all.find(|a| a.number == number)?)
            }
            "M" | "m" => Matter::Measure(self.measures.iter().find(|m| m.number == number)?),
            _ => return None,
        };
        let Some(appeal) = appeal else {
            return Some(Named::Matter(matter));
        };
        let number: usize = appeal.parse().ok()?;
        let appeal = matter.appeals().iter().find(|a| a.number == number)?;
        Some(Named::Appeal(matter, appeal))
    }

    /// What a reference calls the entry: `A2`, `A2.1`; a decision by what it is on.
    pub fn reference_of(&self, id: EventId) -> Option<String> {
        self.named(id).map(|named| match named {
            Named::Matter(matter) | Named::Decision(matter, None, _) => matter.reference(),
            Named::Appeal(matter, appeal) | Named::Decision(matter, Some(appeal), _) => {
                format!("{}.{}", matter.reference(), appeal.number)
            }
        })
    }

    /// Whether an entry that can open a deadline began with this event.
    pub fn holds(&self, id: EventId) -> bool {
        self.named(id).is_some()
            || self.happenings.iter().any(|happening| happening.id == id)
            || self.care.mandates.iter().any(|mandate| mandate.id == id)
            || self.care.risks.iter().any(|risk| risk.id == id)
            || self.reviews.iter().any(|review| review.id == id)
    }

    /// Open removals and detentions at a day: neither ended nor followed by a release or a departure, a transfer not
    /// by this State's taking over either. A
    /// detention is open from its first day on, a removal from the day it is known: its own day may lie ahead.
    pub fn open_measures(&self, day: NaiveDate) -> impl Iterator<Item = &Measure> {
        let begun = move |measure: &&Measure| {
            let data = &measure.data;
            (data.what == HappeningKind::Removal || data.date.earliest() <= day)
                && data.until.is_none_or(|until| until.latest() >= day)
        };
        self.measures.iter().filter(begun).filter(move |measure| {
            !self.happenings.iter().any(|other| {
                let ends = match other.data.what {
                    HappeningKind::Release => measure.data.what == HappeningKind::Detention,
                    // A ban goes on after the person has left.
                    HappeningKind::Departure => measure.removal() != Some(RemovalKind::EntryBan),
                    HappeningKind::Step => {
                        measure.removal() == Some(RemovalKind::Transfer)
                            && other.data.kind.as_deref()
                                == Some(StepKind::ResponsibilityTaken.as_str())
                    }
                    _ => false,
                };
                let own = other.person == measure.person;
                ends && own
                    && other.data.date.earliest() >= measure.data.date.earliest()
                    && other.data.date.earliest() <= day
            })
        })
    }
}
