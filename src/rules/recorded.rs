//! What a recorded entry stands for: the canonical events that rules wait for, with their days and facts.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::{Case, Lived};
use crate::domain::check::is_of_one_paper;
use crate::domain::code::{
    AppealKind, Basis, ClosedReason, DateBasis, HappeningKind, Outcome, Protection, RemovalKind,
};
use crate::domain::deadline::Deadline;
use crate::domain::event::{FactLearned, Happening};
use crate::domain::fact::Fact;
use crate::domain::matter::Matter;
use crate::rules::Occurrence;

/// Everything in a case that can open a time limit.
pub fn occurrences(case: &Case) -> Vec<Occurrence> {
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

/// Starts an occurrence with the facts that hold for it.
struct Start<'a> {
    case: &'a Case,
    scope: Option<&'a Application>,
    trigger: EventId,
    dates: Dates,
    facts: BTreeMap<String, String>,
}

impl<'a> Start<'a> {
    /// `own` is what the occurrence is about, the most special first: its trigger, what that is on.
    fn new(case: &'a Case, scope: Option<&'a Application>, own: &[EventId], dates: Dates) -> Self {
        let held = held(case, scope, own, &dates);
        let mut facts: BTreeMap<String, String> = held
            .iter()
            .map(|(name, fact)| ((*name).to_owned(), fact.value.clone()))
            .collect();
        if let Some(application) = scope {
            // What the application says of itself stands above what was said about the case.
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
                    facts.insert(name.to_owned(), date.to_string());
                }
            }
        }
        facts.extend(of_the_case(case, scope));
        // A detention that was open on one of the days speaks above what was said of liberty before it.
        for name in ["detained", "house_arrest"] {
            let since = dates
                .values()
                .flat_map(|date| case.open_measures(date.earliest()))
                .filter(|measure| measure.data.what == HappeningKind::Detention)
                .filter(|measure| held_as(&measure.data) == name)
                .map(|measure| measure.data.date.earliest())
                .max();
            let said = held
                .get(name)
                .and_then(|fact| fact.date)
                .map(PartialDate::earliest);
            if since.is_some() && said <= since {
                facts.insert(name.to_owned(), "true".to_owned());
            }
        }
        Self {
            case,
            scope,
            trigger: own.first().copied().unwrap_or(EventId([0; 16])),
            dates,
            facts,
        }
    }

    fn fact(mut self, name: &str, value: &str) -> Self {
        self.facts.insert(name.to_owned(), value.to_owned());
        self
    }

    /// What a remedy is about. A rule that names no subject speaks of applications alone. Only of a measure a fact
    /// says it more exactly (bail, expulsion).
    fn about(mut self, matter: Matter<'_>) -> Self {
        let subject = match matter {
            Matter::Application(_) => return self.fact("subject", "application"),
            Matter::Measure(measure) => match (measure.data.what, measure.removal()) {
                (HappeningKind::Detention, _) => "detention",
                (_, Some(RemovalKind::Extradition)) => "extradition",
                _ => "removal",
            },
        };
        self.facts
            .entry("subject".to_owned())
            .or_insert_with(|| subject.to_owned());
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

/// What the history itself says of a case.
fn of_the_case(case: &Case, scope: Option<&Application>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut say = |name: &str, value: String| facts.push((name.to_owned(), value));
    if let Some(opened) = case.opened.as_ref().filter(|o| o.origin.len() == 2) {
        say("origin", opened.origin.clone());
    }
    if let Some(application) = scope {
        say("application_order", application.order().to_string());
        say("appeal_pending", application.appeal_pending().to_string());
        say("application_lodged", "true".to_owned());
    }
    let computed = case.deadlines.iter().filter_map(Deadline::computed);
    let runs: BTreeSet<&str> = computed.map(|computed| computed.rule.as_str()).collect();
    let runs: Vec<&str> = runs.into_iter().collect();
    let runs = if runs.is_empty() {
        "none".to_owned()
    } else {
        runs.join(" ")
    };
    say("runs", runs);
    facts
}

/// Which fact a loss of liberty is, by its kind.
fn held_as(data: &Happening) -> &'static str {
    match data.kind.as_deref() {
        Some("house_arrest") => "house_arrest",
        Some("prison" | "imprisoned") => "imprisoned",
        _ => "detained",
    }
}

/// The facts that hold for an occurrence: one about the very thing before one about its application before one
/// about the whole case; among these the one that holds since the latest day, then the one recorded last. A fact
/// that began to hold only after the last day of the occurrence is none of it, nor is one about another paper.
fn held<'a>(
    case: &'a Case,
    scope: Option<&Application>,
    own: &[EventId],
    dates: &Dates,
) -> BTreeMap<&'a str, &'a FactLearned> {
    let last = dates.values().map(|date| date.latest()).max();
    let rank = |fact: &Lived<FactLearned>| {
        let name = fact.data.name.as_str();
        let Some(on) = fact.data.on else {
            return (!is_of_one_paper(name) && name != "subject").then_some(0);
        };
        if is_of_one_paper(name) && own.first() != Some(&on) {
            return None;
        }
        if let Some(place) = own.iter().position(|id| *id == on) {
            return Some(usize::MAX - place);
        }
        scope
            .is_some_and(|application| application.id == on && name != "subject")
            .then_some(1)
    };
    let mut fitting: Vec<_> = case
        .facts
        .iter()
        .filter(|fact| match (fact.data.date, last) {
            (Some(since), Some(last)) => since.earliest() <= last,
            _ => true,
        })
        .filter_map(|fact| Some((rank(fact)?, fact.data.date.map(PartialDate::earliest), fact)))
        .collect();
    fitting.sort_by_key(|(rank, since, _)| (*rank, *since));
    fitting
        .into_iter()
        .map(|(_, _, fact)| (fact.data.name.as_str(), &fact.data))
        .collect()
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
        Outcome::Closed | Outcome::Allowed | Outcome::Dismissed | Outcome::Remitted => Vec::new(),
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

fn happened(case: &Case, id: EventId, data: &Happening) -> Vec<Occurrence> {
    let step = data.what == HappeningKind::Step;
    let only = case
        .applications
        .first()
        .filter(|_| step && case.applications.len() == 1);
    let scope = data.on.and_then(|on| case.scope(on)).or(only);
    let date = Some(data.date);
    let of_step = |basis| (basis, date.filter(|_| step));
    // A measure is recorded with one day: it stands for its notice. The day of a step is the one that its rule counts
    // from, whichever that is; the days of the application are its own.
    let known = dates(&[
        (DateBasis::Happened, date),
        (DateBasis::Notified, date),
        of_step(DateBasis::Served),
        of_step(DateBasis::Received),
        of_step(DateBasis::Learned),
        of_step(DateBasis::Sent),
        of_step(DateBasis::Dated),
        of_step(DateBasis::Decided),
        of_step(DateBasis::Accepted),
        of_step(DateBasis::Final),
        of_step(DateBasis::InForce),
        of_step(DateBasis::Published),
        (
            DateBasis::Issued,
            date.filter(|_| data.what == HappeningKind::Document),
        ),
        (
            DateBasis::Expires,
            data.until.filter(|_| data.what == HappeningKind::Document),
        ),
    ]);
    let mut start = Start::new(case, scope, &[id], known);
    if let Some(kind) = &data.kind {
        start = start.fact("kind", kind);
        let known = Fact::named("restriction").is_some_and(|fact| fact.admits(kind));
        if data.what == HappeningKind::Detention && known {
            start = start.fact("restriction", kind);
        }
    }
    if data.what == HappeningKind::Detention {
        start = start.fact(held_as(data), "true");
    }
    if data.what == HappeningKind::Document {
        start = document(start, scope, data);
    }
    let removal = data.kind.as_deref().and_then(|kind| kind.parse().ok());
    if data.what == HappeningKind::Removal && removal == Some(RemovalKind::Transfer) {
        // That is what a transfer says, whatever was said of the refusal beside it.
        start = start.fact("refusal_kind", "responsibility_other_state");
    }
    let kind = data.kind.as_deref().unwrap_or_default();
    let events: &[&str] = match data.what {
        HappeningKind::Step => &[kind],
        HappeningKind::Interview | HappeningKind::Hearing => &["hearing_set"],
        HappeningKind::Document if data.until.is_some() => &["document_issued", "document_expires"],
        HappeningKind::Document => &["document_issued"],
        HappeningKind::Detention => &["restriction_imposed"],
        HappeningKind::Departure => &["departure"],
        HappeningKind::Removal => match removal {
            Some(RemovalKind::Transfer) => &["transfer_decision"],
            Some(RemovalKind::EntryRefused) => &["entry_refused"],
            Some(RemovalKind::Extradition) => &["extradition_decision"],
            Some(RemovalKind::Imminent) => &["removal_imminent"],
            Some(RemovalKind::ReturnDecision) | None => &["return_decision"],
        },
        HappeningKind::Release => &["released"],
        HappeningKind::Contact => &[],
    };
    events.iter().map(|event| start.event(event)).collect()
}

/// A document is that of a form of protection if its kind says so, or if it goes with a grant of one; a passport
/// is none. Where neither is known it may be.
fn document<'a>(start: Start<'a>, scope: Option<&Application>, data: &Happening) -> Start<'a> {
    let granted = scope
        .and_then(Application::grant)
        .and_then(|grant| grant.data.protection);
    let protection = match (&data.kind, granted) {
        (Some(kind), _) => Some(
            kind.parse::<Protection>()
                .map_or("none", Protection::as_str),
        ),
        (None, granted) => granted.map(Protection::as_str),
    };
    let start = match protection {
        Some(protection) => start.fact("protection", protection),
        None => start,
    };
    match data.until {
        Some(until) => start.fact("printed_date", &until.to_string()),
        None => start,
    }
}
