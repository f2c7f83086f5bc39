//! What a decision is about, and whether it can be: what is pending, prolonged, granted, or to be taken back.

use super::{Objection, not_before, service_order};
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision, sought};
use crate::domain::case::{Case, Named};
use crate::domain::code::{AppealState, ApplicationKind, ApplicationState, FilingKind, Outcome};
use crate::domain::event::DecisionMade;
use crate::domain::matter::Matter;

impl Case {
    /// What a decision is about: the one thing that waits for it, or what `on` names. A status is revoked where one
    /// was granted, and taken back is what stands.
    ///
    /// # Errors
    /// [`Objection`], where nothing or several things could be meant.
    pub fn to_decide(
        &self,
        on: Option<EventId>,
        outcome: Outcome,
        even_so: bool,
    ) -> Result<EventId, Objection> {
        let nothing = match outcome {
            Outcome::Revoked => Objection::NoStatus,
            Outcome::Rescinded => Objection::NothingToRescind,
            _ => Objection::NothingPending,
        };
        if let Some(id) = on {
            return match self.named(id).ok_or(Objection::NoReference)? {
                Named::Matter(Matter::Application(application))
                    if even_so || self.waits_for(application, outcome) =>
                {
                    Ok(id)
                }
                Named::Appeal(matter, appeal) if even_so || answers(matter, appeal, outcome) => {
                    Ok(id)
                }
                Named::Matter(Matter::Application(_)) | Named::Appeal(..) => Err(nothing),
                Named::Matter(Matter::Measure(_)) | Named::Decision(..) => {
                    Err(Objection::WrongReference)
                }
            };
        }
        let mut fitting = self.undecided(outcome);
        if fitting.is_empty() && outcome != Outcome::Revoked && outcome != Outcome::Rescinded {
            let prolonged = self.applications.iter().filter(|a| self.to_be_prolonged(a));
            fitting = prolonged.map(|application| application.id).collect();
        }
        match fitting.as_slice() {
            [one] => Ok(*one),
            [] if even_so => self.only_application(nothing),
            [] => Err(nothing),
            several => Err(self.several(several)),
        }
    }

    /// The one of several applications that wait of which a decision gives or refuses what was asked for.
    pub(super) fn that_gives(&self, decision: &DecisionMade) -> Option<EventId> {
        let named = || {
            decision
                .protection
                .iter()
                .chain(decision.refused.iter().flatten())
        };
        if fits(decision.outcome, true) || named().next().is_none() {
            return None;
        }
        let waiting = self.undecided(decision.outcome).into_iter();
        let mut fitting = waiting.filter(|id| {
            let named_so = self
                .named(*id)
                .and_then(|named| named.matter().application());
            let seeks = named_so.map(|application| sought(application.data.kind));
            seeks.is_some_and(|seeks| named().all(|one| seeks.contains(one)))
        });
        fitting.next().filter(|_| fitting.next().is_none())
    }

    /// Of an application of this kind what a decision of this outcome can be about.
    pub fn to_decide_of(&self, kind: ApplicationKind, outcome: Outcome) -> Vec<EventId> {
        let mut fitting = self.undecided(outcome);
        fitting.retain(|id| {
            let on_appeal = matches!(self.named(*id), Some(Named::Appeal(..)));
            let of = self
                .named(*id)
                .and_then(|named| named.matter().application());
            fits(outcome, on_appeal) && of.is_some_and(|of| of.data.kind == kind)
        });
        fitting
    }

    /// The outcomes that a decision on something can have as the history stands.
    pub fn outcomes(&self, on: EventId) -> Vec<Outcome> {
        let on_appeal = matches!(self.named(on), Some(Named::Appeal(..)));
        let all = Outcome::ALL.iter().copied();
        all.filter(|outcome| fits(*outcome, on_appeal))
            .filter(|outcome| self.to_decide(Some(on), *outcome, false).is_ok())
            .collect()
    }

    /// What a decision of this outcome could be about where nothing is named.
    fn undecided(&self, outcome: Outcome) -> Vec<EventId> {
        let own = |matter: Matter<'_>| {
            let application = matter.application()?;
            let waits = match outcome {
                Outcome::Revoked | Outcome::Rescinded => self.waits_for(application, outcome),
                _ => awaits(application),
            };
            waits.then_some(application.id)
        };
        let remedies = |matter: Matter<'_>| {
            let ends_status = outcome == Outcome::Revoked;
            let fitting = move |appeal: &&Appeal| !ends_status && answers(matter, appeal, outcome);
            let ids = matter.appeals().iter().filter(fitting).map(|a| a.id);
            ids.collect::<Vec<_>>()
        };
        self.matters()
            .flat_map(|matter| own(matter).into_iter().chain(remedies(matter)))
            .collect()
    }

    /// Whether a first-instance decision of this outcome can be made on an application.
    fn waits_for(&self, application: &Application, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Revoked => application.state() == ApplicationState::Granted,
            Outcome::Rescinded => Matter::Application(application)
                .last_standing(application.id)
                // What gave all that was asked for is ended, not taken back.
                .is_some_and(|last| {
                    last.data.outcome != Outcome::Granted || last.is_adverse(application.data.kind)
                }),
            _ => awaits(application) || sent_back(application) || self.to_be_prolonged(application),
        }
    }

    /// Whether somebody asked to prolong what was granted, and nothing was decided since.
    fn to_be_prolonged(&self, application: &Application) -> bool {
        if application.state() != ApplicationState::Granted {
            return false;
        }
        let mut course = application.course().map(|(_, decision)| decision);
        let last = course.by_ref().last();
        let day = last.and_then(Decision::day);
        // Before the first grant there was nothing to prolong: there only a day that surely lies before it is none.
        let first = last.map(|d| d.id) == application.course().next().map(|(_, d)| d.id);
        let after = |filed: PartialDate| {
            day.is_none_or(|day| {
                if first {
                    filed.latest() >= day.earliest()
                } else {
                    filed.earliest() > day.latest()
                }
            })
        };
        let here = |on: Option<EventId>| match on.and_then(|on| self.named(on)) {
            Some(named) => named.matter().id() == application.id,
            None => self.applications.len() == 1,
        };
        self.filings.iter().any(|filing| {
            filing.data.kind == FilingKind::Renewal
                && here(filing.data.on)
                && filing.data.act.first().is_some_and(after)
        })
    }

    pub(super) fn decision_objections(&self, decision: &DecisionMade) -> Vec<Objection> {
        let mut found = Vec::new();
        let (on_appeal, begun) = match self.named(decision.on) {
            Some(Named::Matter(Matter::Application(application))) => (false, application.lodged()),
            Some(Named::Appeal(_, appeal)) => (true, appeal.data.act.first()),
            _ => return vec![Objection::WrongReference],
        };
        if !fits(decision.outcome, on_appeal) {
            found.push(Objection::WrongOutcome(decision.outcome));
        }
        found.extend(not_before("decided", decision.decided, begun));
        found.extend(service_order(&decision.service, decision.decided));
        found.extend(not_before("until", decision.until, decision.decided));
        found
    }

    /// What a fresh decision cannot precede: what made its matter wait for it again, the status or the decision that
    /// it takes.
    pub(super) fn comes_after(&self, decision: &DecisionMade) -> Option<Objection> {
        let matter = self.named(decision.on)?.matter();
        let last = match decision.outcome {
            Outcome::Rescinded => matter.last_standing(decision.on),
            Outcome::Revoked => matter.application().and_then(Application::grant),
            _ => matter.application().and_then(|application| {
                let back = |d: &&Decision| {
                    matches!(d.data.outcome, Outcome::Remitted | Outcome::Rescinded)
                };
                let course = application.course().map(|(_, decision)| decision);
                let last = course.last().filter(back);
                last.filter(|_| decision.on == application.id)
            }),
        };
        let day = decision.decided.or_else(|| {
            let s = &decision.service;
            s.notified.or(s.served).or(s.received)
        });
        let field = if decision.decided.is_some() {
            "decided"
        } else {
            "notified"
        };
        not_before(field, day, last.and_then(|last| last.data.decided))
    }
}

/// What an outcome is called where the other of an application and a remedy is decided.
pub const fn called_there(outcome: Outcome) -> Option<Outcome> {
    match outcome {
        Outcome::Granted => Some(Outcome::Allowed),
        Outcome::Refused => Some(Outcome::Dismissed),
        Outcome::Allowed => Some(Outcome::Granted),
        Outcome::Dismissed => Some(Outcome::Refused),
        Outcome::Revoked | Outcome::Remitted | Outcome::Closed | Outcome::Rescinded => None,
    }
}

/// Whether an outcome is one of a remedy, or of an application.
const fn fits(outcome: Outcome, on_appeal: bool) -> bool {
    match outcome {
        Outcome::Granted | Outcome::Refused | Outcome::Revoked => !on_appeal,
        Outcome::Allowed | Outcome::Dismissed | Outcome::Remitted => on_appeal,
        Outcome::Closed | Outcome::Rescinded => true,
    }
}

/// Whether a decision of this outcome can be made on a remedy: on a pending one, or to take an answer back.
fn answers(matter: Matter<'_>, appeal: &Appeal, outcome: Outcome) -> bool {
    if outcome == Outcome::Rescinded {
        return matter.last_standing(appeal.id).is_some();
    }
    appeal.state() == AppealState::Pending
}

/// Whether a higher court sent it back: to the court below, as long as nobody says that it went to the authority.
fn sent_back(application: &Application) -> bool {
    let waiting = |appeal: &Appeal| appeal.state() == AppealState::Pending;
    application.state() == ApplicationState::Pending
        && application
            .appeals
            .iter()
            .filter(|appeal| waiting(appeal))
            .all(|appeal| appeal.reopened)
}

/// Whether a first-instance decision is awaited: nothing decided, sent back or taken back. An appeal against silence
/// leaves it awaited, and so does one against what fell since.
fn awaits(application: &Application) -> bool {
    let matter = Matter::Application(application);
    application.state() == ApplicationState::Pending
        && !application.appeals.iter().any(|appeal| {
            let fell = appeal.data.on == application.id || matter.fell_by(appeal.data.on).is_some();
            !fell && appeal.state() == AppealState::Pending
        })
}
