//! Which of an event's days a rule runs from, and what stands in where that day is not known.
//!
//! Served, notified, received and learned stand in for each other, the earliest known; then a day on which the law takes the
//! paper as served; then the day it was sent or handed over; the day of the decision only where nothing else is known. All other
//! days are themselves or nothing.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::base::date::PartialDate;
use crate::domain::code::DateBasis;
use crate::domain::event::Step;
use crate::rules::applies::conditions;
use crate::rules::book::{Book, Jurisdiction};
use crate::rules::compute::count_of;
use crate::rules::facts::{Facts, Match};
use crate::rules::law::{Rule, RuleKind};
use crate::rules::occurrence::Occurrence;
use crate::rules::reckon;
use crate::rules::steps::{note, step};

/// The day taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taken {
    /// Which day of the event it is.
    pub(super) basis: DateBasis,
    /// That day as it is known.
    pub(super) known: PartialDate,
    /// The day to count from.
    pub(super) day: NaiveDate,
    /// The moment to count from, where it is known.
    pub(super) at: Option<DateTime<FixedOffset>>,
    /// Not known well enough to rely on.
    pub(super) unconfirmed: bool,
    /// Counting from this earlier day gives the safe date.
    pub(super) safe_from: Option<NaiveDate>,
    /// Counting from this later day gives the last arguable date.
    pub(super) arguable_from: Option<NaiveDate>,
    /// How it was chosen.
    pub(super) steps: Vec<Step>,
}

/// The days on which a paper reaches the person.
pub(super) const REACHED: [DateBasis; 4] = [
    DateBasis::Notified,
    DateBasis::Served,
    DateBasis::Received,
    DateBasis::Learned,
];
/// The days on which it leaves the authority.
const LEFT: [DateBasis; 2] = [DateBasis::Sent, DateBasis::HandedOver];

/// The day a rule runs from; `None` where the event bears no day that the rule could take.
pub(super) fn take(
    book: &Book,
    file: &Jurisdiction,
    rule: &Rule,
    occurrence: &Occurrence,
) -> Option<Taken> {
    let wanted = rule.trigger.basis;
    if REACHED.contains(&wanted) {
        return reached(book, file, wanted, occurrence);
    }
    if wanted == DateBasis::Sent {
        if let Some(sent) = occurrence.dates.get(&wanted) {
            return Some(taken(wanted, wanted, *sent, occurrence));
        }
        let others = REACHED.iter().chain(&LEFT).chain(&[DateBasis::Decided]);
        let (basis, known) = earliest(others, occurrence)?;
        let mut taken = taken(wanted, basis, known, occurrence);
        taken.unconfirmed = true;
        return Some(taken);
    }
    let (basis, known) = std::iter::once(&wanted)
        .chain(&rule.trigger.or)
        .find_map(|b| Some((*b, *occurrence.dates.get(b)?)))?;
    Some(taken(wanted, basis, known, occurrence))
}

fn reached(
    book: &Book,
    file: &Jurisdiction,
    wanted: DateBasis,
    occurrence: &Occurrence,
) -> Option<Taken> {
    let proven = earliest(REACHED.iter(), occurrence);
    let deemed = deemed(book, file, wanted, occurrence);
    match (proven, deemed) {
        (Some((basis, known)), Some(deemed)) if known.earliest() > deemed.day => {
            let proven = taken(wanted, basis, known, occurrence);
            Some(later_than_deemed(proven, deemed))
        }
        (Some((basis, known)), _) => Some(taken(wanted, basis, known, occurrence)),
        (None, Some(deemed)) => Some(deemed.taken),
        (None, None) => {
            if let Some((basis, known)) = earliest(LEFT.iter(), occurrence) {
                return Some(taken(wanted, basis, known, occurrence));
            }
            let decided = DateBasis::Decided;
            let mut taken = taken(
                wanted,
                decided,
                *occurrence.dates.get(&decided)?,
                occurrence,
            );
            taken.unconfirmed = true;
            Some(taken)
        }
    }
}

/// A paper that counts as served.
struct Deemed {
    day: NaiveDate,
    displaced_by_proof: bool,
    rule: String,
    taken: Taken,
}

/// The paper was proved to have come in after the day on which the law takes it as served.
fn later_than_deemed(proven: Taken, deemed: Deemed) -> Taken {
    let text = [("rule", deemed.rule.as_str())];
    if deemed.displaced_by_proof {
        let mut steps = proven.steps;
        steps.push(step("step-deemed-displaced", &text, deemed.day));
        return Taken {
            safe_from: Some(deemed.day),
            steps,
            ..proven
        };
    }
    let mut steps = deemed.taken.steps;
    steps.push(step("step-deemed-earlier", &text, proven.day));
    Taken {
        arguable_from: Some(proven.day),
        safe_from: None,
        steps,
        ..deemed.taken
    }
}

/// The day on which a rule of the jurisdiction takes the paper as served: the earliest, if there are several.
fn deemed(
    book: &Book,
    file: &Jurisdiction,
    wanted: DateBasis,
    occurrence: &Occurrence,
) -> Option<Deemed> {
    let facts = Facts(&occurrence.facts);
    let feeding = |r: &&Rule| r.kind == RuleKind::DeemedService && r.feeds.contains(&wanted);
    // How papers are served is the State's own law, also where a law above it counts from service.
    let file = book.jurisdiction(&occurrence.jurisdiction).unwrap_or(file);
    file.rule
        .iter()
        .filter(feeding)
        .filter_map(|rule| {
            let surely = facts.matches(&rule.trigger.when) == Match::Yes;
            let possible = facts.matches(&rule.trigger.when) != Match::No;
            let first = possible.then_some(&rule.trigger.basis);
            let others = rule.trigger.or.iter().filter(|_| surely);
            let (basis, known) = first
                .into_iter()
                .chain(others)
                .find_map(|b| Some((*b, *occurrence.dates.get(b)?)))?;
            let base = taken(basis, basis, known, occurrence);
            // In force by the day of handing over: no other day of the event may speak for it.
            if conditions(rule, occurrence, Some(&base)).in_force != Match::Yes {
                return None;
            }
            let (mut days, count) = count_of(book, file, rule, occurrence, rule.period?, None)?;
            let end = reckon::end(&mut days, count, base.day, None)?;
            let mut steps = base.steps;
            steps.push(step(
                "step-deemed",
                &[("rule", &rule.id), ("citation", &rule.citation)],
                end.due,
            ));
            Some(Deemed {
                day: end.due,
                displaced_by_proof: !rule.yields.is_empty()
                    && facts.matches(&rule.yields) == Match::Yes,
                rule: rule.id.clone(),
                taken: Taken {
                    day: end.due,
                    at: None,
                    safe_from: Some(base.day),
                    steps,
                    ..base
                },
            })
        })
        .min_by_key(|d| d.day)
}

fn earliest<'a>(
    bases: impl Iterator<Item = &'a DateBasis>,
    occurrence: &Occurrence,
) -> Option<(DateBasis, PartialDate)> {
    bases
        .filter_map(|b| Some((*b, *occurrence.dates.get(b)?)))
        .min_by_key(|(_, known)| known.early())
}

fn taken(
    wanted: DateBasis,
    basis: DateBasis,
    known: PartialDate,
    occurrence: &Occurrence,
) -> Taken {
    let day = known.earliest();
    let exact = known.day().is_some();
    let mut steps = vec![step("step-trigger", &[("basis", basis.as_str())], day)];
    if !exact {
        steps.push(note("step-imprecise", &[("known", &known.to_string())]));
    }
    if basis != wanted {
        let args = [("taken", basis.as_str()), ("wanted", wanted.as_str())];
        steps.push(note("step-stands-in", &args));
    }
    let at = Facts(&occurrence.facts)
        .get("time_of_day")
        .filter(|_| exact)
        .and_then(|time| moment(day, time));
    Taken {
        basis,
        known,
        day,
        at,
        unconfirmed: !exact,
        safe_from: None,
        arguable_from: None,
        steps,
    }
}

/// A moment from a day and `14:20+03:00`; without its zone an hour is no moment.
fn moment(day: NaiveDate, time: &str) -> Option<DateTime<FixedOffset>> {
    let (clock, zone) = time.split_at_checked(5)?;
    let full = if zone.starts_with(':') {
        format!("{day}T{time}")
    } else {
        format!("{day}T{clock}:00{zone}")
    };
    DateTime::parse_from_rfc3339(&full).ok()
}

/// The last day on which something before the event can have happened, by the days known.
pub(super) fn latest_possible(occurrence: &Occurrence) -> Option<NaiveDate> {
    let happened = [
        DateBasis::Decided,
        DateBasis::Accepted,
        DateBasis::Sent,
        DateBasis::HandedOver,
    ];
    happened
        .iter()
        .chain(&REACHED)
        .filter_map(|b| occurrence.dates.get(b))
        .map(|d| d.latest())
        .min()
}
