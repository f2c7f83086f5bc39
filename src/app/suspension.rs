//! Whether a removal must wait, by what is recorded and by what the rules say of the remedies that wait.

use chrono::NaiveDate;

use crate::app::view::{Suspends, Suspension};
use crate::domain::case::Case;
use crate::domain::code::{DeadlineState, FilingKind, HappeningKind, Suspended, Suspender};
use crate::domain::event::DeadlineComputed;
use crate::domain::matter::Measure;
use crate::domain::suspension::{Tie, Waiting};
use crate::rules::{Book, Rule, SuspensiveEffect};

/// The step of a reckoning that names a rule which would hold, had a fact another value.
const PASSED_OVER: &str = "warning-earliest-of";

/// Nothing for a loss of liberty: no remedy ends that by waiting.
pub(super) fn of(
    book: &Book,
    case: &Case,
    measure: &Measure,
    day: NaiveDate,
) -> Option<Suspension> {
    if measure.data.what != HappeningKind::Removal {
        return None;
    }
    let orders = case.orders(measure, day).into_iter().map(|order| {
        let data = &order.step.data;
        Suspends {
            why: apart(order.by, order.tie),
            r#ref: data.on.and_then(|on| case.reference_of(on)),
            event: order.step.id.to_string(),
            date: Some(data.date),
            until: data.until,
            rule: None,
            citation: None,
            rule_status: None,
        }
    });
    let remedies = case.waiting(measure).into_iter().map(|waiting| {
        let (why, rule) = remedy(book, case, &waiting, day);
        Suspends {
            why: apart(why, waiting.tie),
            r#ref: case.reference_of(waiting.appeal.id),
            event: waiting.appeal.id.to_string(),
            date: waiting.appeal.data.act.first(),
            until: None,
            rule: rule.map(|rule| rule.id.clone()),
            citation: rule.map(|rule| rule.citation.clone()),
            rule_status: rule.map(|rule| rule.status),
        }
    });
    let requests = case.requests(measure, day).into_iter().map(|request| {
        let filing = request.filing;
        let (why, rule) = if request.refused {
            (Suspender::Denied, None)
        } else {
            effect(book, case, day, |computed| {
                let asked = "filing:interim_measure".to_owned();
                case.bears_on(measure, computed.trigger) && computed.met_by.contains(&asked)
            })
        };
        Suspends {
            why: apart(why, request.tie),
            r#ref: Some(FilingKind::InterimMeasure.to_string()),
            event: filing.id.to_string(),
            date: filing.data.act.first(),
            until: None,
            rule: rule.map(|rule| rule.id.clone()),
            citation: rule.map(|rule| rule.citation.clone()),
            rule_status: rule.map(|rule| rule.status),
        }
    });
    let by: Vec<Suspends> = orders.chain(remedies).chain(requests).collect();
    let any = |state: Suspended| by.iter().any(|one| one.why.means() == state);
    let state = if any(Suspended::Suspended) {
        Suspended::Suspended
    } else if any(Suspended::Unknown) {
        Suspended::Unknown
    } else {
        Suspended::NotSuspended
    };
    Some(Suspension { state, by })
}

/// What would stop the removal stops it only where it surely is about it.
fn apart(why: Suspender, tie: Tie) -> Suspender {
    if tie == Tie::Perhaps && why.means() == Suspended::Suspended {
        Suspender::Apart
    } else {
        why
    }
}

/// What a remedy that waits means: by a fact, else by the rules whose time limit it met.
fn remedy<'b>(
    book: &'b Book,
    case: &Case,
    waiting: &Waiting<'_>,
    day: NaiveDate,
) -> (Suspender, Option<&'b Rule>) {
    match waiting.said {
        Some(true) => return (Suspender::Said, None),
        Some(false) => return (Suspender::TakenAway, None),
        None => {}
    }
    let appeal = &waiting.appeal.data;
    let form = format!("appeal:{}", appeal.kind);
    effect(book, case, day, |computed| {
        computed.trigger == appeal.on
            && computed
                .met_by
                .iter()
                .any(|act| *act == form || act == "appeal:any")
    })
}

/// What the rules of these deadlines say of the act that met them, and those that would hold by facts which are not known.
/// Where these do not agree, or none says anything, nobody guesses.
fn effect<'b>(
    book: &'b Book,
    case: &Case,
    day: NaiveDate,
    of: impl Fn(&DeadlineComputed) -> bool,
) -> (Suspender, Option<&'b Rule>) {
    let mut found: Option<(SuspensiveEffect, &Rule)> = None;
    let mut in_time = true;
    for deadline in &case.deadlines {
        let Some(computed) = deadline.computed().filter(|computed| of(computed)) else {
            continue;
        };
        let rivals = computed
            .steps
            .iter()
            .filter(|step| step.text == PASSED_OVER);
        let rivals = rivals.filter_map(|step| step.args.get("rule"));
        // A rule that would hold and says nothing contradicts none.
        let rivals = rivals
            .filter_map(|rule| book.rule(rule))
            .filter(|rule| rule.suspensive.effect != SuspensiveEffect::Unknown);
        for rule in book.rule(&computed.rule).into_iter().chain(rivals) {
            let effect = rule.suspensive.effect;
            match found {
                _ if effect == SuspensiveEffect::NotApplicable => continue,
                Some((known, _)) if known != effect => return (Suspender::Unsaid, None),
                Some(_) => {}
                None => found = Some((effect, rule)),
            }
            in_time &= deadline.standing(case, day).state == DeadlineState::Met;
        }
    }
    let Some((effect, rule)) = found else {
        return (Suspender::Unsaid, None);
    };
    let why = match effect {
        SuspensiveEffect::Automatic if in_time => Suspender::Automatic,
        SuspensiveEffect::Automatic => Suspender::Late,
        SuspensiveEffect::Partial => Suspender::Partial,
        SuspensiveEffect::OnRequest => Suspender::OnRequest,
        SuspensiveEffect::None => Suspender::Not,
        SuspensiveEffect::Unknown | SuspensiveEffect::NotApplicable => Suspender::Unsaid,
    };
    (why, Some(rule))
}
