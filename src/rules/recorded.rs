//! What a recorded entry stands for: the canonical events that rules wait for, with their days and facts.

use std::collections::BTreeMap;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Lived};
use crate::domain::code::{
    AppealKind, Basis, ClosedReason, DateBasis, HappeningKind, Outcome, RemovalKind,
};
use crate::domain::event::{FactLearned, Happening};
use crate::rules::Occurrence;

/// Everything in a case that can open a time limit.
pub fn occurrences(case: &Case) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for application in &case.applications {
        found.extend(applied(case, application));
        for decision in &application.decisions {
            found.extend(decided(case, application, decision));
        }
        for appeal in &application.appeals {
            found.push(appealed(case, application, appeal));
            for decision in &appeal.decisions {
                found.extend(judged(case, application, appeal, decision));
            }
        }
    }
    for happening in &case.happenings {
        found.extend(happened(case, happening));
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
    )
}

type Dates = BTreeMap<DateBasis, PartialDate>;

/// Starts an occurrence with the facts that hold for it.
struct Start<'a> {
    case: &'a Case,
    scope: Option<&'a Application>,
    trigger: EventId,
    dates: Dates,
    facts: BTreeMap<String, String>,
}

impl<'a> Start<'a> {
    fn new(case: &'a Case, scope: Option<&'a Application>, trigger: EventId, dates: Dates) -> Self {
        let mut facts = BTreeMap::new();
        for fact in &case.facts {
            if applies(case, fact, scope) {
                facts.insert(fact.data.name.clone(), fact.data.value.clone());
            }
        }
        if let Some(application) = scope {
            facts.insert(
                "application_kind".to_owned(),
                application.data.kind.to_string(),
            );
            let dated = [
                ("lodged", application.data.lodged),
                ("registered", application.data.registered),
            ];
            for (name, date) in dated {
                if let Some(date) = date {
                    facts
                        .entry(name.to_owned())
                        .or_insert_with(|| date.to_string());
                }
            }
        }
        let day = dates.values().map(|date| date.earliest()).min();
        let detained = |measure: &Lived<Happening>| measure.data.what == HappeningKind::Detention;
        if day.is_some_and(|day| case.open_measures(day).any(detained)) {
            facts
                .entry("detained".to_owned())
                .or_insert_with(|| "true".to_owned());
        }
        Self {
            case,
            scope,
            trigger,
            dates,
            facts,
        }
    }

    fn fact(mut self, name: &str, value: &str) -> Self {
        self.facts.insert(name.to_owned(), value.to_owned());
        self
    }

    fn event(&self, event: &str) -> Occurrence {
        let law = self.scope.map(|application| &application.data.jurisdiction);
        let own = self.case.opened.as_ref().map(|opened| &opened.jurisdiction);
        Occurrence {
            event: event.to_owned(),
            jurisdiction: law.or(own).cloned().unwrap_or_default(),
            trigger: self.trigger,
            scope: self.scope.map(|application| application.id),
            dates: self.dates.clone(),
            facts: self.facts.clone(),
        }
    }
}

/// A fact about one application holds for that one; any other for the whole case.
fn applies(case: &Case, fact: &Lived<FactLearned>, scope: Option<&Application>) -> bool {
    let about = fact
        .data
        .on
        .and_then(|on| case.scope(on))
        .map(|application| application.id);
    about.is_none() || about == scope.map(|application| application.id)
}

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
    let start = Start::new(case, Some(application), application.id, known);
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
fn of_decision<'a>(case: &'a Case, scope: &'a Application, decision: &Decision) -> Start<'a> {
    let mut start = Start::new(case, Some(scope), decision.id, service(decision));
    if let Some(means) = decision.data.means {
        start = start.fact("means_of_service", means.as_str());
    }
    if let Some(protection) = decision.data.protection {
        start = start.fact("protection", protection.as_str());
    }
    start
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
    let start = of_decision(case, application, decision).fact("instance", "first_instance");
    let refused = |start: Start<'_>| {
        // What was refused beside a grant was refused on the merits, where nothing else is said.
        let granted = (data.outcome == Outcome::Granted).then_some(Basis::Unfounded);
        let basis = data
            .basis
            .or(granted)
            .filter(|basis| *basis != Basis::Unspecified);
        let named = start.facts.contains_key("refusal_kind");
        match basis {
            Some(basis) if !named => start
                .fact("refusal_kind", basis.as_str())
                .event("decision_refused"),
            _ => start.event("decision_refused"),
        }
    };
    match data.outcome {
        Outcome::Refused => vec![refused(start)],
        Outcome::Granted => {
            let mut found = vec![granted(&start, decision)];
            if decision.is_adverse(application.data.kind) {
                found.push(refused(start));
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
        Outcome::Closed | Outcome::Allowed | Outcome::Dismissed | Outcome::Remitted => Vec::new(),
    }
}

fn judged(
    case: &Case,
    application: &Application,
    appeal: &Appeal,
    decision: &Decision,
) -> Vec<Occurrence> {
    let kind = appeal.data.kind;
    let start = of_decision(case, application, decision)
        .fact("appeal_kind", kind.as_str())
        .fact("instance", kind.as_str());
    let mut found = Vec::new();
    match decision.data.outcome {
        Outcome::Dismissed | Outcome::Refused => {
            let administrative = kind == AppealKind::AdministrativeReview;
            found.push(start.event(if administrative {
                "appeal_refused"
            } else {
                "judgment"
            }));
            if decision.data.is_final == Some(true) {
                found.extend(
                    ["refusal_final", "remedies_exhausted"].map(|event| start.event(event)),
                );
            }
        }
        Outcome::Closed if decision.is_adverse(application.data.kind) => {
            found.push(start.event("appeal_struck_out"));
        }
        Outcome::Allowed if decision.data.protection.is_some() => {
            found.push(granted(&start, decision));
        }
        _ => {}
    }
    found
}

fn appealed(case: &Case, application: &Application, appeal: &Appeal) -> Occurrence {
    let act = &appeal.data.act;
    let lodged = act.lodged.or(act.arrived).or(act.sent);
    let known = dates(&[
        (DateBasis::Lodged, lodged),
        (DateBasis::Received, act.lodged.or(act.arrived)),
        (DateBasis::Sent, act.sent),
    ]);
    Start::new(case, Some(application), appeal.id, known)
        .fact("appeal_kind", appeal.data.kind.as_str())
        // An answer that came makes the deadline needless afterwards; it never was not opened.
        .fact("answered", "false")
        .event("appeal_lodged")
}

fn happened(case: &Case, happening: &Lived<Happening>) -> Vec<Occurrence> {
    let data = &happening.data;
    let scope = data.on.and_then(|on| case.scope(on));
    let date = Some(data.date);
    // A measure is recorded with one day: it stands for its notice.
    let known = dates(&[
        (DateBasis::Happened, date),
        (DateBasis::Notified, date),
        (
            DateBasis::Issued,
            date.filter(|_| data.what == HappeningKind::Document),
        ),
        (
            DateBasis::Expires,
            data.until.filter(|_| data.what == HappeningKind::Document),
        ),
    ]);
    let mut start = Start::new(case, scope, happening.id, known);
    if let Some(kind) = &data.kind {
        start = start.fact("kind", kind);
    }
    if let Some(until) = data.until.filter(|_| data.what == HappeningKind::Document) {
        start = start.fact("printed_date", &until.to_string());
    }
    let events: &[&str] = match data.what {
        HappeningKind::Interview | HappeningKind::Hearing => &["hearing_set"],
        HappeningKind::Document if data.until.is_some() => &["document_issued", "document_expires"],
        HappeningKind::Document => &["document_issued"],
        HappeningKind::Detention => &["restriction_imposed"],
        HappeningKind::Departure => &["departure"],
        HappeningKind::Removal => {
            match data
                .kind
                .as_deref()
                .and_then(|kind| kind.parse::<RemovalKind>().ok())
            {
                Some(RemovalKind::Transfer) => &["transfer_decision"],
                Some(RemovalKind::EntryRefused) => &["entry_refused"],
                Some(RemovalKind::Extradition) => &["extradition_decision"],
                Some(RemovalKind::Imminent) => &["removal_imminent"],
                Some(RemovalKind::ReturnDecision) | None => &["return_decision"],
            }
        }
        HappeningKind::Release | HappeningKind::Contact => &[],
    };
    events.iter().map(|event| start.event(event)).collect()
}
