//! Steps, documents, detentions, removals and whatever else happens beside applications.

use crate::base::id::EventId;
use crate::domain::application::Application;
use crate::domain::case::Case;
use crate::domain::code::{DateBasis, HappeningKind, Protection, RemovalKind};
use crate::domain::event::Happening;
use crate::domain::fact::Fact;
use crate::rules::Occurrence;
use crate::rules::recorded::dates;
use crate::rules::recorded::start::{Start, held_as};

pub(super) fn happened(case: &Case, id: EventId, data: &Happening) -> Vec<Occurrence> {
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
    if data.what == HappeningKind::Removal && removal == Some(RemovalKind::EntryBan) {
        start = start.fact("measure", "entry_ban");
    }
    let kind = data.kind.as_deref().unwrap_or_default();
    let events: &[&str] = match data.what {
        HappeningKind::Step => &[kind],
        // Nothing runs towards a day that was called off.
        HappeningKind::Interview | HappeningKind::Hearing if !data.is_hearing() => &[],
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
            Some(RemovalKind::EntryBan) => &["decision_adverse"],
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
    let named = |kind: &&String| Fact::named("document").is_some_and(|fact| fact.admits(kind));
    let start = match data.kind.as_ref().filter(named) {
        Some(kind) => start.fact("document", kind),
        None => start,
    };
    match data.until {
        Some(until) => start.fact("printed_date", &until.to_string()),
        None => start,
    }
}
