//! Which entry a new one is about, where `--on` does not say so, or names it only roughly.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Objection;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Named};
use crate::domain::code::{AppealKind, AppealState, FilingKind, Outcome, RemovalKind};
use crate::domain::deadline::Deadline;
use crate::domain::event::Entry;
use crate::domain::matter::Matter;

impl Case {
    /// What a version of an entry is about, where a correction names it anew (`on`): as for a fresh entry. The case is
    /// the one without the entry.
    ///
    /// # Errors
    /// [`Objection`], as of a fresh one.
    pub fn about_anew(
        &self,
        entry: &Entry,
        on: EventId,
        even_so: bool,
    ) -> Result<EventId, Objection> {
        match entry {
            Entry::AppealLodged(appeal) => {
                self.to_appeal(Some(on), appeal.kind, appeal.act.first(), even_so)
            }
            Entry::DecisionServed(_) => self.to_serve(Some(on)),
            Entry::FactLearned(fact) => Ok(self.to_bind(Some(on), &fact.name)?.unwrap_or(on)),
            _ => Ok(on),
        }
    }

    /// The application that is meant where nothing else says so: the only one there is.
    pub(super) fn only_application(&self, otherwise: Objection) -> Result<EventId, Objection> {
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
    /// pending, an open measure, or what `on` names, of an application the latest through all instances. Where a
    /// decision and a measure could be meant, a person must say. A remedy that stays without its answer is attacked
    /// by name, or where a deadline waits for just that. With `even_so` what was not known yet or is attacked
    /// already, or an application without a decision (its silence).
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
        let decisions = self.attackable(kind, day);
        if let Some(id) = on {
            let named = self.named(id).ok_or(Objection::NoReference)?;
            let within = |(_, sought, matter, appeal): &&Attackable<'_>| match named {
                Named::Matter(named) => matter.id() == named.id(),
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
                (None, Named::Matter(Matter::Application(application))) if even_so => {
                    Ok(latest_adverse(application).unwrap_or(id))
                }
                (None, Named::Decision(..)) if even_so => Ok(id),
                (None, _) => Err(Objection::NothingToAppeal),
            };
        }
        let by = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let measures = self
            .measures
            .iter()
            .filter(|measure| measure.removal() != Some(RemovalKind::Imminent))
            .filter(|measure| day.is_none() || self.open_measures(by).any(|m| m.id == measure.id))
            .filter(|measure| measure.data.date.earliest() <= by)
            // A remedy that the person withdrew leaves the measure to be fought.
            .filter(|measure| {
                let mut appeals = measure.appeals.iter();
                appeals.all(|appeal| {
                    let last = appeal.decisions.last();
                    last.is_some_and(|last| {
                        last.data.outcome == Outcome::Closed && last.ended_by_the_person()
                    })
                })
            })
            .map(|measure| measure.id);
        let mut candidates: Vec<EventId> = measures.collect();
        // What a remedy has confirmed already is attacked again by name alone.
        let open = || {
            decisions
                .iter()
                .filter(|found| !confirmed(found.2, found.1))
        };
        let last = open().next_back().map(|found| found.0);
        let latest = open().filter(|found| Some(found.0) == last);
        candidates.extend(latest.map(|found| found.1));
        match candidates.as_slice() {
            [one] => Ok(*one),
            [] => match self.unanswered(kind, by).as_slice() {
                [one] => Ok(*one),
                [] if even_so => {
                    let id = self.only_application(Objection::NothingToAppeal)?;
                    let mut applications = self.applications.iter();
                    let application = applications.find(|application| application.id == id);
                    Ok(application.and_then(latest_adverse).unwrap_or(id))
                }
                [] => Err(Objection::NothingToAppeal),
                several => Err(self.several(several)),
            },
            several => Err(self.several(several)),
        }
    }

    /// Adverse decisions that the person knew by `day`, that stand, and that have no ordinary remedy pending, the
    /// latest last. What goes to a constitutional court or an international body goes beside the others.
    fn attackable(&self, kind: AppealKind, day: Option<PartialDate>) -> Vec<Attackable<'_>> {
        let by = day.map_or(NaiveDate::MAX, PartialDate::latest);
        let known = |decision: &Decision| {
            let known = decision.known().or(decision.data.decided);
            known.map(PartialDate::earliest)
        };
        let pending = |matter: Matter<'_>, id: EventId| {
            let mut appeals = matter.appeals().iter();
            appeals.any(|appeal| {
                let bars = if is_beside(kind) {
                    appeal.data.kind == kind
                } else {
                    !is_beside(appeal.data.kind)
                };
                appeal.data.on == id && bars && appeal.state() == AppealState::Pending
            })
        };
        let mut open: Vec<_> = self
            .decisions()
            .filter(|(matter, _, decision)| {
                matter.is_adverse(decision)
                    && known(decision).is_none_or(|day| day <= by)
                    && !pending(*matter, decision.id)
                    && matter.fell_by(decision.id).is_none()
            })
            .collect();
        open.sort_by_key(|(_, _, decision)| (known(decision), decision.place));
        open.into_iter()
            .map(|(matter, appeal, decision)| (known(decision), decision.id, matter, appeal))
            .collect()
    }

    /// Pending remedies whose silence opened a deadline that an appeal of this kind meets, and that had lasted as
    /// long as the law wants by a day.
    fn unanswered(&self, kind: AppealKind, by: NaiveDate) -> Vec<EventId> {
        let form = format!("appeal:{kind}");
        let waited_for = |id: EventId| {
            let mut computed = self.deadlines.iter().filter_map(Deadline::computed);
            computed.any(|deadline| {
                deadline.trigger == id
                    && deadline.met_by.contains(&form)
                    && deadline.waits_until().is_none_or(|until| until <= by)
            })
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
            ([], several) | (several, _) => {
                // Several decisions of one matter wait for it: it is filed in that matter.
                let of = |id: &EventId| self.named(*id).map(|named| named.matter().id());
                let matters: BTreeSet<EventId> = several.iter().filter_map(of).collect();
                match (matters.first(), matters.len()) {
                    (Some(one), 1) => Ok(Some(*one)),
                    _ => Err(self.several(several)),
                }
            }
        }
    }

    /// What a fact is about that speaks of one paper (its printed date, its ground), of one measure or of one
    /// application: what `on` names, or the only one there is. Other facts may hold for the whole case.
    ///
    /// # Errors
    /// [`Objection`], where there is none yet, or several could be meant.
    pub fn to_bind(&self, on: Option<EventId>, fact: &str) -> Result<Option<EventId>, Objection> {
        let measures = || self.measures.iter().map(|measure| measure.id);
        let candidates: Vec<EventId> = match (fact, on) {
            ("lodged" | "registered", None) if !self.applications.is_empty() => {
                return self.only_application(Objection::NoReference).map(Some);
            }
            ("subject", None) => measures().collect(),
            (name, Some(id)) if is_of_one_paper(name) => {
                return match self.named(id) {
                    Some(Named::Matter(Matter::Application(_)) | Named::Appeal(..)) => {
                        self.to_serve(on).map(Some).map_err(|_| Objection::NoPaper)
                    }
                    _ => Ok(on),
                };
            }
            (name, None) if is_of_one_paper(name) => {
                let decisions = self.decisions().map(|(_, _, decision)| decision.id);
                decisions.chain(measures()).collect()
            }
            _ => return Ok(on),
        };
        match candidates.as_slice() {
            [] => Err(Objection::NoPaper),
            [one] => Ok(Some(*one)),
            several => Err(self.several(several)),
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
            .max_by_key(|(_, _, d)| (d.day().map(PartialDate::earliest), d.place));
        match (unserved.as_slice(), latest) {
            ([one], _) => Ok(*one),
            ([], Some((_, _, decision))) => Ok(decision.id),
            ([], None) => Err(Objection::NothingToServe),
            (several, _) => Err(self.several(several)),
        }
    }

    pub(super) fn several(&self, ids: &[EventId]) -> Objection {
        let mut refs: Vec<String> = ids.iter().filter_map(|id| self.reference_of(*id)).collect();
        refs.sort();
        refs.dedup();
        Objection::Several(refs)
    }
}

/// Whether a remedy goes beside the ordinary ones and leaves them open.
const fn is_beside(kind: AppealKind) -> bool {
    matches!(kind, AppealKind::Constitutional | AppealKind::International)
}

/// Whether an ordinary remedy against a decision failed.
fn confirmed(matter: Matter<'_>, id: EventId) -> bool {
    matter.appeals().iter().any(|appeal| {
        appeal.data.on == id
            && !is_beside(appeal.data.kind)
            && appeal.state() == AppealState::Dismissed
    })
}

/// Whether a fact speaks of one paper: said of the whole case it would speak of the next one too.
pub fn is_of_one_paper(fact: &str) -> bool {
    matches!(
        fact,
        "printed_date" | "refusal_kind" | "means_of_service" | "instruction_defective"
    )
}

/// A decision with the day on which it was known, and what it was made on.
type Attackable<'a> = (Option<NaiveDate>, EventId, Matter<'a>, Option<&'a Appeal>);

/// The latest decision on an application, through all instances, that a remedy could be used against.
fn latest_adverse(application: &Application) -> Option<EventId> {
    let kind = application.data.kind;
    let adverse = application.course().filter(|(_, d)| d.is_adverse(kind));
    adverse.last().map(|(_, decision)| decision.id)
}
