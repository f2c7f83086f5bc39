//! What may lawfully follow: which entry a new one is about, and what contradicts the history.

mod about;

use crate::base::date::PartialDate;
use crate::domain::application::{Application, sought};
use crate::domain::case::{Case, Named};
use crate::domain::code::{HappeningKind, Outcome, Protection};
use crate::domain::event::{DecisionMade, Entry, Happening};
use crate::domain::matter::Matter;
pub use about::is_of_one_paper;

/// Why an entry cannot follow from what is recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    /// A decision, but nothing is pending.
    #[error("nothing is pending")]
    NothingPending,
    /// An appeal, but no adverse decision without one.
    #[error("nothing to appeal against")]
    NothingToAppeal,
    /// A fact about a paper or a measure, but there is none.
    #[error("no paper that it could be about")]
    NoPaper,
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
    /// Nobody of this number belongs to the case.
    #[error("no such person")]
    NoPerson,
    /// It could be about any of these.
    #[error("could be about person {}", .0.iter().map(u16::to_string).collect::<Vec<_>>().join(", "))]
    WhichPerson(Vec<u16>),
    /// What it is about is this other person's.
    #[error("it is person {0}'s")]
    OtherPerson(u16),
    /// The person left the file.
    #[error("the person left the file")]
    PersonLeft,
    /// Nobody would be left in the case.
    #[error("the only person of the case")]
    OnlyPerson,
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
                | Self::PersonLeft
                | Self::Twice
        )
    }
}

impl Case {
    /// Why an entry cannot follow from the history as it stands; nothing where it can.
    pub fn objections(&self, entry: &Entry) -> Vec<Objection> {
        let mut found = Vec::new();
        let after = matches!(
            entry,
            // Whoever takes a consent back is heard at any time.
            Entry::CaseReopened(_) | Entry::NoteTaken(_) | Entry::ConsentSaid(_)
        );
        if self.closed.is_some() && !after {
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
                // The same one again: against the same act, or against itself.
                let twice = self.matters().flat_map(Matter::appeals).any(|known| {
                    known.data.kind == appeal.kind
                        && known.data.act.first() == appeal.act.first()
                        && (known.data.on == appeal.on || known.id == appeal.on)
                });
                found.extend(not_before("lodged", appeal.act.first(), attacked));
                found.extend(twice.then_some(Objection::Twice));
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
}

/// The form of protection that a grant of this application means, where it can only be one.
pub fn implied_protection(application: &Application) -> Option<Protection> {
    match sought(application.data.kind) {
        [one] => Some(*one),
        _ => None,
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
