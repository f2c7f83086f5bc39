//! What is recorded that may keep a removal from being carried out: orders that stop it, remedies that wait.

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::Appeal;
use crate::domain::case::{Case, Lived};
use crate::domain::code::{AppealState, FilingKind, HappeningKind, StepKind, Suspender};
use crate::domain::event::{Happening, PaperFiled};
use crate::domain::matter::{Matter, Measure};

/// The fact that says whether a remedy stops a removal.
const SUSPENSIVE: &str = "suspensive";

/// How something that is recorded stands to a removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// It is about the removal, or about the application that it goes with.
    Own,
    /// It is the same person's, and nobody recorded what the removal goes with.
    Perhaps,
}

/// An order by which a removal must wait.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The step that says so.
    pub step: &'a Lived<Happening>,
    /// By whom.
    pub by: Suspender,
    /// How it stands to the removal.
    pub tie: Tie,
}

/// A request that the removal wait, which was filed apart from a remedy.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The paper.
    pub filing: &'a Lived<PaperFiled>,
    /// How it stands to the removal.
    pub tie: Tie,
    /// It was refused.
    pub refused: bool,
}

/// A remedy that nobody has decided on.
#[derive(Debug, Clone, Copy)]
pub struct Waiting<'a> {
    /// Where it is used.
    pub matter: Matter<'a>,
    /// The remedy.
    pub appeal: &'a Appeal,
    /// How it stands to the removal.
    pub tie: Tie,
    /// What a fact says of it; nothing where none does.
    pub said: Option<bool>,
}

impl Case {
    /// The steps of the person whom a removal is against, up to a day, by their days.
    fn steps(&self, measure: &Measure, day: NaiveDate) -> Vec<(StepKind, &Lived<Happening>)> {
        let own = self.happenings.iter().filter(|step| {
            step.person == measure.person
                && step.data.what == HappeningKind::Step
                && step.data.date.earliest() <= day
        });
        let named = own.filter_map(|step| Some((step.data.kind.as_deref()?.parse().ok()?, step)));
        let mut steps: Vec<(StepKind, &Lived<Happening>)> = named.collect();
        steps.sort_by_key(|(_, step)| step.data.date.earliest());
        steps
    }

    /// The orders that hold at a day, by the order of their days.
    pub fn orders(&self, measure: &Measure, day: NaiveDate) -> Vec<Order<'_>> {
        let mut found: Vec<Order<'_>> = Vec::new();
        for (kind, step) in self.steps(measure, day) {
            let by = match kind {
                StepKind::InterimMeasureGranted => Suspender::InterimMeasure,
                StepKind::SuspensionGranted => Suspender::Order,
                StepKind::SuspensionEnded => {
                    let on = step.data.on;
                    let of = on.is_none() || on == Some(measure.id);
                    found.retain(|order| {
                        !of && on != Some(order.step.id) && on != order.step.data.on
                    });
                    continue;
                }
                _ => continue,
            };
            let lasts = step.data.until.is_none_or(|end| end.earliest() >= day);
            if let Some(tie) = self.tie(measure, step.data.on).filter(|_| lasts) {
                found.push(Order { step, by, tie });
            }
        }
        found
    }

    /// The requests that a removal wait, which nobody has granted.
    pub fn requests(&self, measure: &Measure, day: NaiveDate) -> Vec<Request<'_>> {
        let mut found = Vec::new();
        for filing in &self.filings {
            let data = &filing.data;
            let of = data.on.and_then(|on| self.person_of(on));
            let Some(filed) = data.act.first().filter(|filed| {
                data.kind == FilingKind::InterimMeasure
                    && of.unwrap_or(filing.person) == measure.person
                    && filed.earliest() <= day
            }) else {
                continue;
            };
            let Some(tie) = self.tie(measure, data.on) else {
                continue;
            };
            let steps = self.steps(measure, day).into_iter();
            let mut answers = steps.filter(|(_, step)| {
                step.data.date.latest() >= filed.earliest()
                    && self.tie(measure, step.data.on) == Some(tie)
            });
            let answer = answers.rfind(|(kind, _)| {
                matches!(
                    kind,
                    StepKind::InterimMeasureGranted
                        | StepKind::SuspensionGranted
                        | StepKind::SuspensionRefused
                        | StepKind::SuspensionEnded
                )
            });
            let refused = match answer.map(|(kind, _)| kind) {
                None => false,
                Some(StepKind::SuspensionRefused) => true,
                Some(_) => continue,
            };
            found.push(Request {
                filing,
                tie,
                refused,
            });
        }
        found
    }

    /// Whether something began with an event that a removal goes with, or may go with.
    pub fn bears_on(&self, measure: &Measure, id: EventId) -> bool {
        self.tie(measure, Some(id)).is_some()
    }

    /// The remedies that wait, those against the removal first.
    pub fn waiting(&self, measure: &Measure) -> Vec<Waiting<'_>> {
        let own = self.matters().filter(|m| m.person() == measure.person);
        let mut found: Vec<Waiting<'_>> = own
            .flat_map(|matter| matter.appeals().iter().map(move |appeal| (matter, appeal)))
            .filter(|(_, appeal)| appeal.state() == AppealState::Pending)
            .filter_map(|(matter, appeal)| {
                Some(Waiting {
                    matter,
                    appeal,
                    tie: self.tie(measure, Some(appeal.id))?,
                    said: self.said_suspensive(matter, appeal),
                })
            })
            .collect();
        found.sort_by_key(|waiting| (waiting.matter.id() != measure.id, waiting.tie));
        found
    }

    /// How something on `on` stands to a removal; nothing where it is about something else.
    fn tie(&self, measure: &Measure, on: Option<EventId>) -> Option<Tie> {
        let Some(on) = on else {
            return Some(Tie::Own);
        };
        let of = self.named(on)?.matter();
        let goes_with = measure.data.on.and_then(|on| self.named(on));
        let goes_with = goes_with.map(|named| named.matter().id());
        if of.id() == measure.id || Some(of.id()) == goes_with {
            return Some(Tie::Own);
        }
        let removes = match of {
            Matter::Application(_) => true,
            Matter::Measure(other) => other.data.what == HappeningKind::Removal,
        };
        (goes_with.is_none() && removes).then_some(Tie::Perhaps)
    }

    /// What was said last of whether a remedy stops a removal: of itself, else of what it attacks, else of all.
    fn said_suspensive(&self, matter: Matter<'_>, appeal: &Appeal) -> Option<bool> {
        let places = [
            Some(appeal.id),
            Some(appeal.data.on),
            Some(matter.id()),
            None,
        ];
        places.into_iter().find_map(|on| {
            let fits = self.facts.iter().filter(|fact| {
                fact.person == matter.person() && fact.data.name == SUSPENSIVE && fact.data.on == on
            });
            let last = fits.max_by_key(|fact| fact.data.date.map(PartialDate::earliest));
            last.map(|fact| fact.data.value == "true")
        })
    }
}
