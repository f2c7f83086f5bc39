//! The facts and days that every occurrence of a case begins with.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::application::Application;
use crate::domain::case::{Case, Lived};
use crate::domain::check::is_of_one_paper;
use crate::domain::code::{HappeningKind, RemovalKind};
use crate::domain::deadline::Deadline;
use crate::domain::event::{FactLearned, Happening};
use crate::domain::matter::Matter;
use crate::rules::Occurrence;
use crate::rules::recorded::Dates;

/// Starts an occurrence with the facts that hold for it.
pub(super) struct Start<'a> {
    case: &'a Case,
    pub(super) scope: Option<&'a Application>,
    pub(super) trigger: EventId,
    pub(super) dates: Dates,
    pub(super) facts: BTreeMap<String, String>,
}

impl<'a> Start<'a> {
    /// `own` is what the occurrence is about, the most special first: its trigger, what that is on.
    pub(super) fn new(
        case: &'a Case,
        scope: Option<&'a Application>,
        own: &[EventId],
        dates: Dates,
    ) -> Self {
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

    pub(super) fn fact(mut self, name: &str, value: &str) -> Self {
        self.facts.insert(name.to_owned(), value.to_owned());
        self
    }

    /// What a remedy is about. A rule that names no subject speaks of applications alone. Only of a measure a fact
    /// says it more exactly (bail, expulsion).
    pub(super) fn about(mut self, matter: Matter<'_>) -> Self {
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

    pub(super) fn event(&self, event: &str) -> Occurrence {
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
pub(super) fn held_as(data: &Happening) -> &'static str {
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
