//! What a recorded entry stands for: the canonical events that rules wait for, with their days and facts.

mod happened;
mod start;

use std::collections::BTreeMap;

use crate::base::date::PartialDate;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::Case;
use crate::domain::code::{AppealKind, Basis, ClosedReason, DateBasis, Outcome};
use crate::domain::matter::Matter;
use crate::rules::recorded::happened::happened;
use crate::rules::recorded::start::Start;
use crate::rules::{Book, Occurrence};

/// Everything in a case that can open a time limit.
pub fn occurrences(book: &Book, case: &Case) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for application in &case.applications {
        found.extend(applied(case, application));
        for decision in &application.decisions {
            found.extend(decided(case, application, decision));
        }
    }
    for matter in case.matters() {
        if let Matter::Measure(measure) = matter {
            found.extend(happened(case, measure.id, &measure.data));
        }
        for appeal in matter.appeals() {
            found.push(appealed(case, matter, appeal));
            for decision in &appeal.decisions {
                found.extend(judged(case, matter, appeal, decision));
            }
        }
    }
    for happening in &case.happenings {
        found.extend(happened(case, happening.id, &happening.data));
    }
    for occurrence in &mut found {
        let file = book.jurisdiction(&occurrence.jurisdiction);
        for (fact, value) in file.into_iter().flat_map(|file| &file.facts) {
            let known = occurrence.facts.entry(fact.clone());
            known.or_insert_with(|| value.clone());
        }
    }
    found
}

/// Whether it is an act against the person, for which the absence of a rule must be said aloud.
pub fn is_adverse(occurrence: &Occurrence) -> bool {
    matches!(
        occurrence.event.as_str(),
        "decision_refused"
            | "decision_closed"
            | "appeal_refused"
            | "appeal_struck_out"
            | "judgment"
            | "return_decision"
            | "transfer_decision"
            | "entry_refused"
            | "extradition_decision"
            | "removal_imminent"
            | "restriction_imposed"
            | "decision_adverse"
            | "status_measure"
            | "permission_refused"
            | "removal_procedure_opened"
    )
}

type Dates = BTreeMap<DateBasis, PartialDate>;

fn dates(known: &[(DateBasis, Option<PartialDate>)]) -> Dates {
    known
        .iter()
        .filter_map(|(basis, date)| date.map(|date| (*basis, date)))
        .collect()
}

fn applied(case: &Case, application: &Application) -> Vec<Occurrence> {
    let data = &application.data;
    let known = dates(&[
        (DateBasis::Made, data.made),
        (DateBasis::Registered, data.registered),
        (DateBasis::Lodged, data.lodged),
        (DateBasis::Received, data.lodged),
    ]);
    let start = Start::new(case, Some(application), &[application.id], known);
    let event = |event, date: Option<PartialDate>| date.map(|_| start.event(event));
    [
        event("application_made", data.made),
        event("application_registered", data.registered),
        event("application_lodged", data.lodged),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn service(decision: &Decision) -> Dates {
    let data = &decision.data;
    let s = &data.service;
    dates(&[
        (DateBasis::Decided, data.decided),
        (DateBasis::Dated, data.decided),
        (DateBasis::Notified, s.notified),
        (DateBasis::Served, s.served),
        (DateBasis::Received, s.received),
        (DateBasis::Sent, s.sent),
        (DateBasis::HandedOver, s.handed_over),
        (DateBasis::Learned, s.learned),
        (DateBasis::FinalForm, s.final_form),
        (DateBasis::InForce, s.in_force),
    ])
}

/// What every decision tells the rules.
fn of_decision<'a>(
    case: &'a Case,
    matter: Matter<'a>,
    appeal: Option<&Appeal>,
    decision: &Decision,
) -> Start<'a> {
    let mut own = vec![decision.id];
    own.extend(appeal.map(|appeal| appeal.id));
    own.push(matter.id());
    let mut start = Start::new(case, case.scope(matter.id()), &own, service(decision));
    if let Some(means) = decision.data.means {
        start = start.fact("means_of_service", means.as_str());
    }
    if let Some(protection) = decision.data.protection {
        start = start.fact("protection", protection.as_str());
    }
    start.about(matter)
}

/// What was granted, with the printed end of it: that end bounds nothing that was refused beside.
fn granted(start: &Start<'_>, decision: &Decision) -> Occurrence {
    let mut occurrence = start.event("status_granted");
    if let Some(until) = decision.data.until {
        occurrence
            .facts
            .insert("printed_date".to_owned(), until.to_string());
    }
    occurrence
}

fn decided(case: &Case, application: &Application, decision: &Decision) -> Vec<Occurrence> {
    let data = &decision.data;
    let matter = Matter::Application(application);
    let start = of_decision(case, matter, None, decision).fact("instance", "first_instance");
    let refused = |mut start: Start<'_>| {
        // What was refused beside a grant was refused on the merits, where nothing else is said.
        let implied = data.outcome == Outcome::Granted && data.basis.is_none();
        let basis = if implied {
            Some(Basis::Unfounded)
        } else {
            data.basis
        };
        let told = start.facts.get("refusal_kind").cloned();
        match (basis.filter(|basis| *basis != Basis::Unspecified), told) {
            (Some(basis), None) => start.fact("refusal_kind", basis.as_str()),
            (Some(basis), Some(told)) if !implied && !refines(&told, basis) => {
                // The decision and a fact contradict each other: unknown, and so the shortest.
                start.facts.remove("refusal_kind");
                start
            }
            _ => start,
        }
        .event("decision_refused")
    };
    match data.outcome {
        Outcome::Refused => vec![refused(start)],
        Outcome::Granted => {
            let mut found = vec![granted(&start, decision)];
            if decision.is_adverse(application.data.kind) {
                found.push(refused(start.fact("other_ground_to_stay", "true")));
            }
            found
        }
        Outcome::Closed if decision.is_adverse(application.data.kind) => {
            let start = match data.reason {
                Some(ClosedReason::WithdrawnImplicit) => {
                    start.fact("refusal_kind", "withdrawn_implicit")
                }
                _ => start,
            };
            vec![start.event("decision_closed")]
        }
        Outcome::Revoked => vec![start.event("status_measure")],
        Outcome::Closed
        | Outcome::Allowed
        | Outcome::Dismissed
        | Outcome::Remitted
        | Outcome::Rescinded => Vec::new(),
    }
}

/// Whether a fact says the same as the recorded ground, or more exactly what is inadmissible about it.
fn refines(told: &str, basis: Basis) -> bool {
    let inadmissible = [
        "responsibility_other_state",
        "safe_third_country",
        "subsequent_no_new_elements",
    ];
    told == basis.as_str() || (basis == Basis::Inadmissible && inadmissible.contains(&told))
}

fn judged(
    case: &Case,
    matter: Matter<'_>,
    appeal: &Appeal,
    decision: &Decision,
) -> Vec<Occurrence> {
    let kind = appeal.data.kind;
    let start = of_decision(case, matter, Some(appeal), decision)
        .fact("appeal_kind", kind.as_str())
        .fact("instance", kind.as_str());
    let refused = if kind == AppealKind::AdministrativeReview {
        "appeal_refused"
    } else {
        "judgment"
    };
    let mut found = Vec::new();
    match decision.data.outcome {
        Outcome::Dismissed | Outcome::Refused => {
            found.push(start.event(refused));
            if decision.data.is_final == Some(true) {
                found.extend(
                    ["refusal_final", "remedies_exhausted"].map(|event| start.event(event)),
                );
            }
        }
        Outcome::Closed if matter.is_adverse(decision) => {
            found.push(start.event("appeal_struck_out"));
        }
        Outcome::Allowed if decision.data.protection.is_some() => {
            found.push(granted(&start, decision));
            // Less than what was applied for: the rest was refused.
            if matter.is_adverse(decision) {
                let start = start.fact("other_ground_to_stay", "true");
                found.push(start.event(refused));
            }
        }
        _ => {}
    }
    found
}

fn appealed(case: &Case, matter: Matter<'_>, appeal: &Appeal) -> Occurrence {
    let act = &appeal.data.act;
    let lodged = act.lodged.or(act.arrived).or(act.sent);
    let known = dates(&[
        (DateBasis::Lodged, lodged),
        (DateBasis::Received, act.lodged.or(act.arrived)),
        (DateBasis::Sent, act.sent),
    ]);
    Start::new(case, case.scope(matter.id()), &[appeal.id, matter.id()], known)
        .about(matter)
        .fact("appeal_kind", appeal.data.kind.as_str())
        // An answer that came makes the deadline needless afterwards; it never was not opened.
        .fact("answered", "false")
        .event("appeal_lodged")
}
