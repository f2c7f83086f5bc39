//! Whether a rule speaks of a case, whether it is law for it, and which rules ask for the same act.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::code::{Actor, DateBasis};
use crate::rules::facts::{Facts, Match};
use crate::rules::law::{InForce, Rule, RuleKind};
use crate::rules::occurrence::Occurrence;
use crate::rules::trigger::{Taken, latest_possible};

/// Whether a rule speaks of a case, and whether it is law for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conditions {
    pub(super) when: Match,
    pub(super) in_force: Match,
    /// For each entry of `in_force` by itself.
    spans: Vec<Match>,
}

impl Conditions {
    /// Both together.
    pub(super) fn both(self) -> Match {
        self.when.and(self.in_force)
    }

    /// The entries that are not surely fulfilled; where one is surely not, only such.
    pub(super) fn doubtful<'r>(&self, rule: &'r Rule) -> impl Iterator<Item = &'r InForce> {
        let no = self.in_force == Match::No;
        let told = move |one: &Match| *one != Match::Yes && (!no || *one == Match::No);
        let told: Vec<bool> = self.spans.iter().map(told).collect();
        let spans = rule.in_force.iter().zip(told);
        spans.filter(|(_, told)| *told).map(|(span, _)| span)
    }

    /// Whether the rule surely or perhaps applies.
    pub(super) fn may_apply(self) -> bool {
        self.both() != Match::No
    }
}

/// Whether a rule applies; `taken` is the day it runs from, where that is known.
pub(super) fn conditions(
    rule: &Rule,
    occurrence: &Occurrence,
    taken: Option<&Taken>,
) -> Conditions {
    let spans = rule.in_force.iter();
    let spans: Vec<Match> = spans.map(|span| is_law(span, occurrence, taken)).collect();
    let in_force = spans.iter().cloned().fold(Match::Yes, Match::and);
    // A rule on remedies that names no subject speaks of applications alone, not of a detention or a removal.
    let subject = Facts(&occurrence.facts).get("subject");
    let named = rule
        .trigger
        .when
        .iter()
        .any(|case| case.contains_key("subject"));
    let when = if subject.is_none_or(|subject| subject == "application") || named {
        Facts(&occurrence.facts).matches(&rule.trigger.when)
    } else {
        Match::No
    };
    Conditions {
        when,
        in_force,
        spans,
    }
}

fn is_law(span: &InForce, occurrence: &Occurrence, taken: Option<&Taken>) -> Match {
    let basis = span.axis.parse::<DateBasis>().ok();
    let known = if span.axis == "trigger" {
        taken.map(|t| t.known)
    } else {
        let fact = Facts(&occurrence.facts).date(&span.axis);
        fact.or_else(|| basis.and_then(|b| occurrence.dates.get(&b).copied()))
    };
    let unknown = || Match::Perhaps(BTreeSet::from([span.axis.clone()]));
    let Some(known) = known else {
        // What is selected by lies before the event, so the event's own day settles some cases: under the old law,
        // or before the new one began.
        let Some(last) = latest_possible(occurrence) else {
            return unknown();
        };
        return match (span.from, span.until) {
            (Some(from), _) if last < from => Match::No,
            (None, Some(until)) if last <= until => Match::Yes,
            _ => unknown(),
        };
    };
    let holds =
        |day: NaiveDate| span.from.is_none_or(|f| day >= f) && span.until.is_none_or(|u| day <= u);
    match (holds(known.earliest()), holds(known.latest())) {
        (true, true) => Match::Yes,
        (false, false)
            if span.from.is_none_or(|f| known.earliest() >= f)
                || span.until.is_none_or(|u| known.latest() <= u) =>
        {
            Match::No
        }
        _ => unknown(),
    }
}

/// Whether two rules ask for the same act of the same person, each met by the acts named. A frame asks for whatever act
/// the State's own rule does.
pub(super) fn same_act(a: (&Rule, &[String]), b: (&Rule, &[String])) -> bool {
    let ((a, a_acts), (b, b_acts)) = (a, b);
    let acts = |acts: &[String]| acts.iter().cloned().collect::<BTreeSet<_>>();
    let frame = a.kind == RuleKind::Frame || b.kind == RuleKind::Frame;
    a.actor == b.actor
        && a.actor != Actor::Document
        && if frame {
            !acts(a_acts).is_disjoint(&acts(b_acts))
        } else {
            a.jurisdiction() == b.jurisdiction() && acts(a_acts) == acts(b_acts)
        }
}
