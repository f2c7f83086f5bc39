//! What may lawfully follow: which entry a new one is about, and what contradicts the history.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Named};
use crate::domain::code::{
    AppealKind, AppealState, ApplicationState, FilingKind, HappeningKind, Outcome, Protection,
    RemovalKind,
};
use crate::domain::deadline::Deadline;
use crate::domain::event::{DecisionMade, Entry, Happening};
use crate::domain::matter::Matter;

/// Why an entry cannot follow from what is recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    /// A decision, but nothing is pending.
    #[error("nothing is pending")]
    NothingPending,
    /// An appeal, but no adverse decision without one.
    #[error("nothing to appeal against")]
    NothingToAppeal,
    /// A service, but no decision.
    #[error("no decision to serve")]
    NothingToServe,
    /// Several things could be meant.
    #[error("could be about {}", .0.join(", "))]
    Several(Vec<String>),
    /// `--on` names nothing in this case.
    #[error("no such reference")]
    NoReference,
    /// `--on` names a thing of the wrong sort.
    #[error("wrong sort of reference")]
    WrongReference,
    /// One of the dates lies before what it follows.
    #[error("{field} {date} lies before {after}")]
    TooEarly {
        /// The field.
        field: &'static str,
        /// Its date.
        date: PartialDate,
        /// What it must follow, by its date.
        after: PartialDate,
    },
    /// The outcome does not fit what is decided.
    #[error("outcome {0} does not fit")]
    WrongOutcome(Outcome),
    /// A release, but nobody is detained.
    #[error("no detention is open")]
    NotDetained,
    /// The case is closed.
    #[error("the case is closed")]
    Closed,
    /// The case is open.
    #[error("the case is open")]
    NotClosed,
    /// The same thing stands there already.
    #[error("recorded already")]
    Twice,
}

impl Objection {
    /// Whether practice can really be so, and `--even-so` may record it.
    pub fn can_be_so(&self) -> bool {
        matches!(
            self,
            Self::NothingPending
                | Self::NothingToAppeal
                | Self::TooEarly { .. }
                | Self::NotDetained
                | Self::Twice
        )
    }
}

impl Case {
    /// What a decision is about: the one thing that is pending, or what `on` names.
    ///
    /// # Errors
    /// [`Objection`], where nothing or several things are pending.
    pub fn to_decide(&self, on: Option<EventId>, even_so: bool) -> Result<EventId, Objection> {
        if let Some(id) = on {
            return match self.named(id).ok_or(Objection::NoReference)? {
                Named::Matter(Matter::Application(application))
                    if even_so || awaits(application) =>
                {
                    Ok(id)
                }
                Named::Appeal(_, appeal) if even_so || appeal.state() == AppealState::Pending => {
                    Ok(id)
                }
                Named::Matter(Matter::Application(_)) | Named::Appeal(..) => {
                    Err(Objection::NothingPending)
                }
                Named::Matter(Matter::Measure(_)) | Named::Decision(..) => {
                    Err(Objection::WrongReference)
                }
            };
        }
        let pending: Vec<EventId> = self
            .matters()
            .flat_map(|matter| {
                let own = matter
                    .application()
                    .filter(|application| awaits(application));
                let appeals = matter
                    .appeals()
                    .iter()
                    .filter(|appeal| appeal.state() == AppealState::Pending)
                    .map(|appeal| appeal.id);
                own.map(|application| application.id)
                    .into_iter()
                    .chain(appeals)
            })
            .collect();
        match pending.as_slice() {
            [one] => Ok(*one),
            [] if even_so => self.only_application(Objection::NothingPending),
            [] => Err(Objection::NothingPending),
            several => Err(self.several(several)),
        }
    }

    /// The application that is meant where nothing else says so: the only one there is.
    fn only_application(&self, otherwise: Objection) -> Result<EventId, Objection> {
        match self.applications.as_slice() {
            [] => Err(otherwise),
            [one] => Ok(one.id),
            several => {
                let ids: Vec<EventId> = several.iter().map(|application| application.id).collect();
                Err(self.several(&ids))
            }
        }
    }

    /// What an appeal attacks: the latest adverse decision that the person knew by `day` and that has no appeal
    /// pending, an open measure, or what `on` names. Where a decision and a measure could be meant, a person
    /// must say. A remedy that stays without its answer is attacked by name, or where a deadline waits for just
    /// that. With `even_so` an application itself (its silence).
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several could be meant.
    pub fn to_appeal(
        &self,
        on: Option<EventId>,
        kind: AppealKind,
        day: Option<PartialDate>,
        even_so: bool,
    ) -> Result<EventId, Objection> {
        let decisions = self.attackable(day);
        if let Some(id) = on {
            let named = self.named(id).ok_or(Objection::NoReference)?;
            let within = |(_, sought, matter, appeal): &&Attackable<'_>| match named {
                Named::Matter(named) => matter.id() == named.id() && appeal.is_none(),
                Named::Appeal(_, named) => appeal.is_some_and(|appeal| appeal.id == named.id),
                Named::Decision(_, _, named) => *sought == named.id,
            };
            let found = decisions.iter().rev().find(within).map(|found| found.1);
            return match (found, named) {
                (Some(found), _) => Ok(found),
                (None, Named::Matter(Matter::Measure(_))) => Ok(id),
                (None, Named::Appeal(_, appeal)) if appeal.state() == AppealState::Pending => {
                    Ok(id)
                }
                (None, Named::Matter(_) | Named::Decision(..)) if even_so => Ok(id),
                (None, _) => Err(Objection::NothingToAppeal),
            };
        }
        let by = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let measures = self
            .measures
            .iter()
            .filter(|measure| measure.removal() != Some(RemovalKind::Imminent))
            .filter(|measure| day.is_none() || self.open_measures(by).any(|m| m.id == measure.id))
            .filter(|measure| measure.data.date.earliest() <= by && measure.appeals.is_empty())
            .map(|measure| measure.id);
        let mut candidates: Vec<EventId> = measures.collect();
        let last = decisions.last().map(|found| found.0);
        let latest = decisions.iter().filter(|found| Some(found.0) == last);
        candidates.extend(latest.map(|found| found.1));
        match candidates.as_slice() {
            [one] => Ok(*one),
            [] => match self.unanswered(kind).as_slice() {
                [one] => Ok(*one),
                [] if even_so => self.only_application(Objection::NothingToAppeal),
                [] => Err(Objection::NothingToAppeal),
                several => Err(self.several(several)),
            },
            several => Err(self.several(several)),
        }
    }

    /// Adverse decisions that the person knew by `day` and that have no appeal pending, the latest last.
    fn attackable(&self, day: Option<PartialDate>) -> Vec<Attackable<'_>> {
        let by = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let known = |decision: &Decision| {
            let known = decision.known().or(decision.data.decided);
            known.map(PartialDate::earliest)
        };
        let pending = |matter: Matter<'_>, id: EventId| {
            let mut appeals = matter.appeals().iter();
            appeals.any(|appeal| appeal.data.on == id && appeal.state() == AppealState::Pending)
        };
        let mut open: Vec<Attackable<'_>> = self
            .decisions()
            .filter(|(matter, _, decision)| {
                matter.is_adverse(decision)
                    && known(decision).is_none_or(|day| day <= by)
                    && !pending(*matter, decision.id)
            })
            .map(|(matter, appeal, decision)| (known(decision), decision.id, matter, appeal))
            .collect();
        open.sort_by_key(|(day, ..)| *day);
        open
    }

    /// Pending remedies whose silence opened a deadline that an appeal of this kind meets.
    fn unanswered(&self, kind: AppealKind) -> Vec<EventId> {
        let form = format!("appeal:{kind}");
        let waited_for = |id: EventId| {
            let mut computed = self.deadlines.iter().filter_map(Deadline::computed);
            computed.any(|deadline| deadline.trigger == id && deadline.met_by.contains(&form))
        };
        self.matters()
            .flat_map(Matter::appeals)
            .filter(|appeal| appeal.state() == AppealState::Pending && waited_for(appeal.id))
            .map(|appeal| appeal.id)
            .collect()
    }

    /// What a paper was filed in: what `on` names, or the one thing that waits for such a paper, or the only
    /// application or measure there is.
    ///
    /// # Errors
    /// [`Objection`], where several could be meant.
    pub fn to_file(
        &self,
        on: Option<EventId>,
        kind: FilingKind,
    ) -> Result<Option<EventId>, Objection> {
        if on.is_some() {
            return Ok(on);
        }
        let form = format!("filing:{kind}");
        let computed = self.deadlines.iter().filter_map(Deadline::computed);
        let waiting: BTreeSet<EventId> = computed
            .filter(|deadline| deadline.met_by.contains(&form))
            .map(|deadline| deadline.trigger)
            .filter(|id| self.named(*id).is_some())
            .collect();
        let all: Vec<EventId> = self.matters().map(Matter::id).collect();
        let waiting: Vec<EventId> = waiting.into_iter().collect();
        match (waiting.as_slice(), all.as_slice()) {
            ([one], _) | ([], [one]) => Ok(Some(*one)),
            ([], []) => Ok(None),
            ([], several) | (several, _) => Err(self.several(several)),
        }
    }

    /// What a fact is about that speaks of one paper (its printed date, its ground) or of one application: what
    /// `on` names, or the only one there is. Other facts may hold for the whole case.
    ///
    /// # Errors
    /// [`Objection`], where several could be meant.
    pub fn to_bind(&self, on: Option<EventId>, fact: &str) -> Result<Option<EventId>, Objection> {
        match fact {
            "printed_date" | "refusal_kind" | "means_of_service" | "instruction_defective" => {
                match on.and_then(|on| self.named(on)) {
                    Some(Named::Matter(Matter::Application(_)) | Named::Appeal(..)) => {
                        return Ok(self.to_serve(on).ok().or(on));
                    }
                    Some(_) => return Ok(on),
                    None if on.is_some() => return Ok(on),
                    None => {}
                }
                let decisions = self.decisions().map(|(_, _, decision)| decision.id);
                let measures = self.measures.iter().map(|measure| measure.id);
                let papers: Vec<EventId> = decisions.chain(measures).collect();
                match papers.as_slice() {
                    [] => Ok(None),
                    [one] => Ok(Some(*one)),
                    several => Err(self.several(several)),
                }
            }
            "lodged" | "registered" if on.is_none() && !self.applications.is_empty() => {
                self.only_application(Objection::NoReference).map(Some)
            }
            _ => Ok(on),
        }
    }

    /// The decision that a service is about: the latest, or the latest on what `on` names.
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several lack an exact day of service.
    pub fn to_serve(&self, on: Option<EventId>) -> Result<EventId, Objection> {
        if let Some(id) = on {
            let last = |decisions: &[Decision]| {
                decisions
                    .last()
                    .map(|d| d.id)
                    .ok_or(Objection::NothingToServe)
            };
            return match self.named(id).ok_or(Objection::NoReference)? {
                Named::Matter(Matter::Application(application)) => last(&application.decisions),
                Named::Matter(Matter::Measure(_)) => Err(Objection::NothingToServe),
                Named::Appeal(_, appeal) => last(&appeal.decisions),
                Named::Decision(_, _, decision) => Ok(decision.id),
            };
        }
        let unserved: Vec<EventId> = self
            .decisions()
            .filter(|(_, _, decision)| decision.reached().and_then(PartialDate::day).is_none())
            .map(|(_, _, decision)| decision.id)
            .collect();
        let latest = self
            .decisions()
            .max_by_key(|(_, _, d)| d.day().map(PartialDate::earliest));
        match (unserved.as_slice(), latest) {
            ([one], _) => Ok(*one),
            ([], Some((_, _, decision))) => Ok(decision.id),
            ([], None) => Err(Objection::NothingToServe),
            (several, _) => Err(self.several(several)),
        }
    }

    /// Why an entry cannot follow from the history as it stands; nothing where it can.
    pub fn objections(&self, entry: &Entry) -> Vec<Objection> {
        let mut found = Vec::new();
        if self.closed.is_some() && !matches!(entry, Entry::CaseReopened(_) | Entry::NoteTaken(_)) {
            found.push(if matches!(entry, Entry::CaseClosed(_)) {
                Objection::Twice
            } else {
                Objection::Closed
            });
        }
        match entry {
            Entry::CaseReopened(_) if self.closed.is_none() => found.push(Objection::NotClosed),
            Entry::DecisionMade(decision) => found.extend(self.decision_objections(decision)),
            Entry::DecisionServed(service) => {
                let decided = self
                    .decision(service.on)
                    .and_then(|(_, _, d)| d.data.decided);
                found.extend(service_order(&service.service, decided));
            }
            Entry::AppealLodged(appeal) => {
                let Some(attacked) = self.named(appeal.on) else {
                    return vec![Objection::WrongReference];
                };
                let attacked = match attacked {
                    Named::Decision(_, _, decision) => decision.day(),
                    Named::Appeal(_, before) => before.data.act.first(),
                    Named::Matter(Matter::Application(application)) => application.lodged(),
                    Named::Matter(Matter::Measure(_)) => None,
                };
                found.extend(not_before("lodged", appeal.act.first(), attacked));
                found.extend(not_before("arrived", appeal.act.arrived, appeal.act.sent));
            }
            Entry::PaperFiled(filing) => {
                found.extend(not_before("arrived", filing.act.arrived, filing.act.sent));
            }
            Entry::Happened(happening) => {
                found.extend(not_before("until", happening.until, Some(happening.date)));
                if happening.what == HappeningKind::Release && !self.detained_at(happening) {
                    found.push(Objection::NotDetained);
                }
            }
            Entry::ApplicationLodged(application) => {
                let twice = self.applications.iter().any(|known| {
                    known.data.kind == application.kind
                        && known.data.jurisdiction == application.jurisdiction
                        && application.lodged.is_some()
                        && known.data.lodged == application.lodged
                });
                found.extend(twice.then_some(Objection::Twice));
            }
            _ => {}
        }
        found
    }

    fn decision_objections(&self, decision: &DecisionMade) -> Vec<Objection> {
        let mut found = Vec::new();
        let (on_appeal, begun) = match self.named(decision.on) {
            Some(Named::Matter(Matter::Application(application))) => (false, application.lodged()),
            Some(Named::Appeal(_, appeal)) => (true, appeal.data.act.first()),
            _ => return vec![Objection::WrongReference],
        };
        let fits = match decision.outcome {
            Outcome::Granted | Outcome::Refused => !on_appeal,
            Outcome::Allowed | Outcome::Dismissed | Outcome::Remitted => on_appeal,
            Outcome::Closed => true,
        };
        if !fits {
            found.push(Objection::WrongOutcome(decision.outcome));
        }
        found.extend(not_before("decided", decision.decided, begun));
        found.extend(service_order(&decision.service, decision.decided));
        found.extend(not_before("until", decision.until, decision.decided));
        found
    }

    fn detained_at(&self, release: &Happening) -> bool {
        self.open_measures(release.date.latest())
            .any(|m| m.data.what == HappeningKind::Detention)
    }

    fn several(&self, ids: &[EventId]) -> Objection {
        let mut refs: Vec<String> = ids.iter().filter_map(|id| self.reference_of(*id)).collect();
        refs.sort();
        refs.dedup();
        Objection::Several(refs)
    }
}

/// A decision with the day on which it was known, and what it was made on.
type Attackable<'a> = (Option<NaiveDate>, EventId, Matter<'a>, Option<&'a Appeal>);

/// Whether a first-instance decision is awaited: nothing decided, or sent back. An appeal against silence
/// leaves it awaited.
fn awaits(application: &Application) -> bool {
    application.state() == ApplicationState::Pending
        && !application.appeals.iter().any(|appeal| {
            appeal.data.on != application.id && appeal.state() == AppealState::Pending
        })
}

/// The form of protection that a grant of this application means, where it can only be one.
pub fn implied_protection(application: &Application) -> Option<Protection> {
    use crate::domain::code::ApplicationKind as Kind;
    match application.data.kind {
        Kind::RefugeeStatus => Some(Protection::RefugeeStatus),
        Kind::SubsidiaryProtection => Some(Protection::SubsidiaryProtection),
        Kind::TemporaryAsylum => Some(Protection::TemporaryAsylum),
        Kind::TemporaryProtection => Some(Protection::TemporaryProtection),
        Kind::Humanitarian => Some(Protection::Humanitarian),
        Kind::SingleProcedure | Kind::FamilyExtension => None,
    }
}

/// The days of service may not lie before the decision. A law can come into force on any day.
fn service_order(
    service: &crate::domain::event::ServiceDates,
    decided: Option<PartialDate>,
) -> Vec<Objection> {
    [
        ("notified", service.notified),
        ("served", service.served),
        ("received", service.received),
        ("sent", service.sent),
        ("handed_over", service.handed_over),
        ("learned", service.learned),
        ("final_form", service.final_form),
    ]
    .into_iter()
    .filter_map(|(field, date)| not_before(field, date, decided))
    .collect()
}

/// An objection where `date` lies wholly before `after`.
fn not_before(
    field: &'static str,
    date: Option<PartialDate>,
    after: Option<PartialDate>,
) -> Option<Objection> {
    let (date, after) = date.zip(after)?;
    (date.latest() < after.earliest()).then_some(Objection::TooEarly { field, date, after })
}
