//! What may lawfully follow: which entry a new one is about, and what contradicts the history.

mod about;
mod care;
mod decide;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Application, sought};
use crate::domain::case::{Case, Named};
use crate::domain::code::{AppealKind, HappeningKind, Outcome, Protection, RemovalKind};
use crate::domain::event::{DetentionReviewed, Entry, Happening};
use crate::domain::matter::Matter;
pub use about::is_of_one_paper;
pub use decide::called_there;

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
    /// The end of a status, but none was granted.
    #[error("no status that could end")]
    NoStatus,
    /// A decision taken back, but none stands.
    #[error("no decision that could be taken back")]
    NothingToRescind,
    /// A body that is no court, against the decision of a court.
    #[error("no review of a court by a body that is none")]
    OverTheCourt,
    /// A release, but nobody is detained.
    #[error("no detention is open")]
    NotDetained,
    /// A sign of life, but nobody waits for any.
    #[error("no check-in runs")]
    NoCheckIn,
    /// Somebody waits for signs of life.
    #[error("a check-in runs")]
    CheckInStands,
    /// A sign of life of somebody who has disappeared.
    #[error("the person has disappeared")]
    Missing,
    /// Found again, but nobody has disappeared.
    #[error("nobody has disappeared")]
    NotMissing,
    /// An answer, but no referral that waits for one.
    #[error("no referral waits")]
    NoReferral,
    /// A step that does not follow the last one.
    #[error("{step} does not follow {after}")]
    NotAfter {
        /// The step.
        step: &'static str,
        /// The last one; `none` where there is none.
        after: &'static str,
    },
    /// The case is closed.
    #[error("the case is closed")]
    Closed,
    /// The case is open.
    #[error("the case is open")]
    NotClosed,
    /// Nobody of this number belongs to the case.
    #[error("no such person")]
    NoPerson,
    /// It is said of the whole case, not of one of its persons.
    #[error("of the whole case")]
    OfTheCase,
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
    /// Two who are said to be one person are known not to be, by this field.
    #[error("another {0}")]
    NotOnePerson(&'static str),
}

impl Objection {
    /// Names the kind of fault, as errors do.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NothingPending => "history.nothing-pending",
            Self::NothingToAppeal => "history.nothing-to-appeal",
            Self::NoPaper => "history.no-paper",
            Self::NothingToServe => "history.nothing-to-serve",
            Self::Several(_) => "history.several",
            Self::NoReference => "history.no-reference",
            Self::WrongReference => "history.wrong-reference",
            Self::TooEarly { .. } => "history.too-early",
            Self::WrongOutcome(_) => "history.outcome",
            Self::NoStatus => "history.no-status",
            Self::NothingToRescind => "history.nothing-to-rescind",
            Self::OverTheCourt => "history.over-the-court",
            Self::NotDetained => "history.not-detained",
            Self::NoCheckIn => "history.no-check-in",
            Self::CheckInStands => "history.check-in-stands",
            Self::Missing => "history.missing",
            Self::NotMissing => "history.not-missing",
            Self::NoReferral => "history.no-referral",
            Self::NotAfter { .. } => "history.not-after",
            Self::Closed => "history.closed",
            Self::NotClosed => "history.not-closed",
            Self::NoPerson => "history.no-person",
            Self::OfTheCase => "history.of-the-case",
            Self::WhichPerson(_) => "history.which-person",
            Self::OtherPerson(_) => "history.other-person",
            Self::PersonLeft => "history.person-left",
            Self::OnlyPerson => "history.only-person",
            Self::Twice => "history.twice",
            Self::NotOnePerson(_) => "history.not-one-person",
        }
    }

    /// Whether practice can really be so, and `--even-so` may record it.
    pub fn can_be_so(&self) -> bool {
        matches!(
            self,
            Self::NothingPending
                | Self::NothingToAppeal
                | Self::NoStatus
                | Self::NothingToRescind
                | Self::OverTheCourt
                | Self::TooEarly { .. }
                | Self::NotDetained
                | Self::PersonLeft
                | Self::Missing
                | Self::NotAfter { .. }
                | Self::Twice
        )
    }
}

impl Case {
    /// What an entry must be about that is always about something: a decision, a service, a remedy. Nothing for others.
    ///
    /// # Errors
    /// [`Objection`], where nothing or several things could be meant.
    pub fn about(
        &self,
        entry: &Entry,
        on: Option<EventId>,
        even_so: bool,
    ) -> Result<Option<EventId>, Objection> {
        let about_something = matches!(
            entry,
            Entry::DecisionMade(_) | Entry::DecisionServed(_) | Entry::AppealLodged(_)
        );
        if about_something && self.closed.is_some() {
            // Said before what could be meant in it.
            return Err(Objection::Closed);
        }
        match entry {
            Entry::DecisionMade(decision) => {
                self.to_decide(on, decision.outcome, even_so)
                    .or_else(|objection| match (&objection, on) {
                        (Objection::Several(_), None) => self.that_gives(decision).ok_or(objection),
                        _ => Err(objection),
                    })
            }
            Entry::DecisionServed(_) => self.to_serve(on),
            Entry::ReferralAnswered(_) => self.to_answer(on),
            Entry::TaskEnded(_) => self.to_end(on),
            Entry::DetentionReviewed(review) => self.to_review(on, Some(review.date)),
            Entry::AppealLodged(appeal) => {
                self.to_appeal(on, appeal.kind, appeal.act.first(), even_so)
            }
            _ => return Ok(None),
        }
        .map(Some)
    }

    /// Why a fresh entry cannot follow: [`Self::objections`], and what only holds before it stands.
    pub fn fresh_objections(&self, entry: &Entry) -> Vec<Objection> {
        let mut found = self.objections(entry);
        match entry {
            Entry::DecisionMade(decision) => found.extend(self.comes_after(decision)),
            Entry::AppealLodged(appeal)
                if appeal.kind == AppealKind::AdministrativeReview
                    && self.of_a_court(appeal.on) =>
            {
                found.push(Objection::OverTheCourt);
            }
            Entry::CaseClosed(closing) => {
                let opened = self.opened.as_ref().map(|opened| opened.opened);
                found.extend(not_before("date", Some(closing.date), opened));
            }
            Entry::CaseReopened(reopening) => {
                let closed = self.closed.map(|(_, day)| day);
                found.extend(not_before("date", Some(reopening.date), closed));
            }
            _ => {}
        }
        found
    }

    /// Whether it is a decision of a court on an application.
    fn of_a_court(&self, id: EventId) -> bool {
        let decision = self.decision(id);
        decision.is_some_and(|(matter, appeal, _)| {
            matter.application().is_some()
                && appeal.is_some_and(|a| a.data.kind != AppealKind::AdministrativeReview)
        })
    }

    /// Why an entry cannot follow from the history as it stands; nothing where it can.
    pub fn objections(&self, entry: &Entry) -> Vec<Objection> {
        let mut found = Vec::new();
        let after = matches!(
            entry,
            // Whoever takes a consent back is heard at any time.
            Entry::CaseReopened(_) | Entry::NoteTaken(_) | Entry::ConsentSaid(_)
        );
        if self.closed.is_some() && !after {
            found.push(Objection::Closed);
        }
        match entry {
            Entry::CaseReopened(_) if self.closed.is_none() => found.push(Objection::NotClosed),
            Entry::DecisionMade(decision) => found.extend(self.decision_objections(decision)),
            Entry::DecisionServed(service) => {
                let Some((_, _, decision)) = self.decision(service.on) else {
                    return vec![Objection::WrongReference];
                };
                found.extend(service_order(&service.service, decision.data.decided));
            }
            Entry::AppealLodged(appeal) => {
                let Some(attacked) = self.named(appeal.on) else {
                    return vec![Objection::WrongReference];
                };
                let attacked = match attacked {
                    Named::Decision(_, _, decision) => decision.day(),
                    Named::Appeal(_, before) => before.data.act.first(),
                    Named::Matter(Matter::Application(application)) => application.lodged(),
                    // A removal can be fought before its day comes.
                    Named::Matter(Matter::Measure(measure)) => Some(measure.data.date)
                        .filter(|_| measure.removal() != Some(RemovalKind::Imminent)),
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
                found.extend(self.lost(filing.on));
                found.extend(not_before("arrived", filing.act.arrived, filing.act.sent));
            }
            Entry::FactLearned(fact) => found.extend(self.lost(fact.on)),
            Entry::Happened(happening) => {
                found.extend(self.lost(happening.on));
                found.extend(not_before("until", happening.until, Some(happening.date)));
                let (from, by) = (happening.renew_from, happening.renew_by);
                let (from, by) = (from.map(PartialDate::from), by.map(PartialDate::from));
                found.extend(not_before("renew_by", by, from.or(Some(happening.date))));
                if happening.what == HappeningKind::Release && !self.detained_at(happening) {
                    found.push(Objection::NotDetained);
                }
            }
            Entry::DetentionReviewed(review) => found.extend(self.review_objections(review)),
            Entry::ApplicationLodged(application) => {
                for (field, date) in [
                    ("registered", application.registered),
                    ("lodged", application.lodged),
                ] {
                    found.extend(not_before(field, date, application.made));
                }
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
        found.extend(self.care_objections(entry));
        found
    }

    /// An objection where an entry names something that nothing can hang on.
    fn lost(&self, on: Option<EventId>) -> Option<Objection> {
        let lost = on.is_some_and(|on| !self.holds(on));
        lost.then_some(Objection::WrongReference)
    }

    /// A review is of a detention, not before it, and the next one comes after.
    fn review_objections(&self, review: &DetentionReviewed) -> Vec<Objection> {
        let of = self.measures.iter().find(|one| one.id == review.on);
        let Some(of) = of.filter(|one| one.data.what == HappeningKind::Detention) else {
            return vec![Objection::WrongReference];
        };
        let held = not_before("date", Some(review.date), Some(of.data.date));
        let next = review.next.map(PartialDate::from);
        let next = not_before("next", next, Some(review.date));
        held.into_iter().chain(next).collect()
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
