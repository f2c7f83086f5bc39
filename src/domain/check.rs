//! What may lawfully follow: which entry a new one is about, and what contradicts the history.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Named};
use crate::domain::code::{AppealState, ApplicationState, HappeningKind, Outcome, Protection};
use crate::domain::event::{DecisionMade, Entry, Happening};

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
                Named::Application(application) if even_so || awaits(application) => Ok(id),
                Named::Appeal(_, appeal) if even_so || appeal.state() == AppealState::Pending => {
                    Ok(id)
                }
                Named::Application(_) | Named::Appeal(..) => Err(Objection::NothingPending),
                Named::Decision(..) => Err(Objection::WrongReference),
            };
        }
        let pending: Vec<EventId> = self
            .applications
            .iter()
            .flat_map(|application| {
                let own = Some(application.id).filter(|_| awaits(application));
                let appeals = application
                    .appeals
                    .iter()
                    .filter(|appeal| appeal.state() == AppealState::Pending)
                    .map(|appeal| appeal.id);
                own.into_iter().chain(appeals)
            })
            .collect();
        match (pending.as_slice(), self.applications.last()) {
            ([one], _) => Ok(*one),
            ([], Some(last)) if even_so => Ok(last.id),
            ([], _) => Err(Objection::NothingPending),
            (several, _) => Err(self.several(several)),
        }
    }

    /// The decision an appeal attacks: the latest adverse one that the person knew by `day` and that has
    /// no appeal pending, or the one that `on` names. With `even_so` an application itself (its silence).
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several came on one day.
    pub fn to_appeal(
        &self,
        on: Option<EventId>,
        day: Option<PartialDate>,
        even_so: bool,
    ) -> Result<EventId, Objection> {
        let by = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let known = |decision: &Decision| {
            decision
                .known()
                .or(decision.data.decided)
                .map(PartialDate::earliest)
        };
        let mut open: Vec<(Option<NaiveDate>, EventId, &Application, Option<&Appeal>)> = self
            .decisions()
            .filter(|(application, _, decision)| {
                decision.is_adverse(application.data.kind)
                    && known(decision).is_none_or(|day| day <= by)
                    && !application.appeals.iter().any(|appeal| {
                        appeal.data.on == decision.id && appeal.state() == AppealState::Pending
                    })
            })
            .map(|(application, appeal, decision)| {
                (known(decision), decision.id, application, appeal)
            })
            .collect();
        open.sort_by_key(|(day, ..)| *day);
        if let Some(id) = on {
            let within =
                |sought: &(Option<NaiveDate>, EventId, &Application, Option<&Appeal>)| match self
                    .named(id)
                {
                    Some(Named::Application(application)) => {
                        sought.2.id == application.id && sought.3.is_none()
                    }
                    Some(Named::Appeal(_, appeal)) => sought.3.is_some_and(|a| a.id == appeal.id),
                    Some(Named::Decision(_, _, decision)) => sought.1 == decision.id,
                    None => false,
                };
            return match (open.iter().rfind(|sought| within(sought)), self.named(id)) {
                (Some(found), _) => Ok(found.1),
                (None, None) => Err(Objection::NoReference),
                (None, Some(Named::Application(_) | Named::Decision(..))) if even_so => Ok(id),
                (None, Some(_)) => Err(Objection::NothingToAppeal),
            };
        }
        match open.as_slice() {
            [.., before, last] if before.0 == last.0 => {
                let same: Vec<EventId> = open
                    .iter()
                    .filter(|found| found.0 == last.0)
                    .map(|found| found.1)
                    .collect();
                Err(self.several(&same))
            }
            [.., last] => Ok(last.1),
            [] => match self.applications.last() {
                Some(application) if even_so => Ok(application.id),
                _ => Err(Objection::NothingToAppeal),
            },
        }
    }

    /// The decision that a service is about: the latest, or the latest on what `on` names.
    ///
    /// # Errors
    /// [`Objection`], where there is none, or several lack a day of service.
    pub fn to_serve(&self, on: Option<EventId>) -> Result<EventId, Objection> {
        if let Some(id) = on {
            let last = |decisions: &[Decision]| {
                decisions
                    .last()
                    .map(|d| d.id)
                    .ok_or(Objection::NothingToServe)
            };
            return match self.named(id).ok_or(Objection::NoReference)? {
                Named::Application(application) => last(&application.decisions),
                Named::Appeal(_, appeal) => last(&appeal.decisions),
                Named::Decision(_, _, decision) => Ok(decision.id),
            };
        }
        let unserved: Vec<EventId> = self
            .decisions()
            .filter(|(_, _, decision)| decision.known().is_none())
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
                let attacked = self.decision(appeal.on).and_then(|(_, _, d)| d.day());
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
            Some(Named::Application(application)) => (false, application.lodged()),
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
        Objection::Several(ids.iter().filter_map(|id| self.reference_of(*id)).collect())
    }
}

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
