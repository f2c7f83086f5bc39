//! What a rule would give, asked without a case.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::base::close::close;
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{DateBasis, RuleStatus};
use crate::domain::event::{Restoration, Step};
use crate::rules::applies::{conditions, same_act};
use crate::rules::book::{Book, Jurisdiction};
use crate::rules::compute::{calendar_of, line};
use crate::rules::facts;
use crate::rules::law::{Example, Rule, Source};
use crate::rules::occurrence::Occurrence;
use crate::rules::open::open_deadlines;
use crate::rules::steps::step;

/// A question about one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The rule's id.
    pub rule: String,
    /// The day or moment it runs from.
    pub from: Start,
    /// Facts by their canonical names.
    pub facts: BTreeMap<String, String>,
    /// The part of the country, as its calendar names it (`DE-BY`).
    pub region: Option<String>,
    /// Further days: a basis (`decided`) or a fact that is a date (`lodged`).
    pub dates: BTreeMap<String, PartialDate>,
    /// The event, where the rule has several.
    pub event: Option<String>,
}

impl Query {
    /// What a worked example asks; none where its first day is neither a day nor a moment.
    pub fn of(rule: &Rule, example: &Example) -> Option<Self> {
        let from = DateTime::parse_from_rfc3339(&example.from)
            .map(Start::Time)
            .or_else(|_| example.from.parse().map(Start::Date));
        Some(Self {
            rule: rule.id.clone(),
            from: from.ok()?,
            facts: example.facts.clone(),
            region: None,
            dates: example.dates.clone(),
            event: example.event.clone(),
        })
    }
}

/// What a period runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// A day, as far as it is known.
    Date(PartialDate),
    /// A moment.
    Time(DateTime<FixedOffset>),
}

/// The answer: the days, the reckoning and the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The rule's id.
    pub rule: String,
    /// The version of its file.
    pub rule_version: String,
    /// What is to be done.
    pub what: String,
    /// The act in the law's own language.
    pub local_name: Option<String>,
    /// The day it runs from, as it was given.
    pub from: Start,
    /// The day to work to; none where the rule gives no date.
    pub due: Option<NaiveDate>,
    /// The hour, where the law counts hours.
    pub due_at: Option<DateTime<FixedOffset>>,
    /// An earlier day that is wise.
    pub safe: Option<NaiveDate>,
    /// A later day that can be argued.
    pub last_arguable: Option<NaiveDate>,
    /// A calendar or a number may still change.
    pub provisional: bool,
    /// The day it runs from is not known exactly.
    pub unconfirmed: bool,
    /// The reckoning, step by step.
    pub steps: Vec<Step>,
    /// What must be said beside it.
    pub warnings: Vec<Step>,
    /// Article and law.
    pub citation: String,
    /// Where it was read.
    pub source: Source,
    /// The rule's quality mark.
    pub rule_status: RuleStatus,
    /// Nobody has signed the rule.
    pub unsigned: bool,
    /// What can still be done once it is missed.
    pub restoration: Option<Restoration>,
}

/// Why a question about a rule cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// No rule of that id.
    #[error("no rule is called so")]
    UnknownRule {
        /// Rules of similar names.
        close: Vec<String>,
    },
    /// No fact of that name.
    #[error("no fact is called so")]
    UnknownFact {
        /// Facts of similar names.
        close: Vec<String>,
    },
    /// A fact cannot be that.
    #[error("{fact} cannot be this")]
    UnknownValue {
        /// The fact.
        fact: String,
        /// The values it can take; empty where they cannot be listed.
        known: Vec<String>,
    },
    /// Neither a basis nor a fact that is a date.
    #[error("no day is called so")]
    UnknownDate {
        /// Days of similar names.
        close: Vec<String>,
    },
    /// Not an event that opens the rule.
    #[error("the rule does not open on this")]
    UnknownEvent {
        /// Those that do.
        known: Vec<String>,
    },
    /// Not a part of the country that its calendar knows.
    #[error("this is no part of {jurisdiction}")]
    UnknownRegion {
        /// Whose calendar.
        jurisdiction: String,
        /// Its parts.
        known: Vec<String>,
    },
}

/// That no rule has this id, with those of similar names.
pub fn unknown_rule(book: &Book, id: &str) -> RuleError {
    RuleError::UnknownRule {
        close: close(id, book.rules().map(|r| r.id.as_str())),
    }
}

/// What a rule gives from a day, with the reckoning. A rule that gives no date explains itself with `due` empty.
///
/// # Errors
/// [`RuleError`] where a name in the question is not known.
pub fn explain(book: &Book, query: &Query) -> Result<Explanation, RuleError> {
    let rule = book
        .rule(&query.rule)
        .ok_or_else(|| unknown_rule(book, &query.rule))?;
    let file = book
        .jurisdiction(rule.jurisdiction())
        .ok_or_else(|| unknown_rule(book, &query.rule))?;
    let occurrence = occurrence(book, file, rule, query)?;
    let outers: Vec<&Rule> = file
        .rule
        .iter()
        .filter(|r| r.outer_of.as_ref() == Some(&rule.id))
        .filter(|r| r.opens_deadlines() && r.trigger.covers(&occurrence.event))
        .filter(|r| conditions(r, &occurrence, None).may_apply())
        .collect();
    let line = line(book, file, rule, &occurrence, &outers);
    Ok(Explanation {
        rule: rule.id.clone(),
        rule_version: file.version.clone(),
        what: rule.named(),
        local_name: rule.local_name.clone(),
        from: query.from,
        due: line.due,
        due_at: line.due_at,
        safe: line.safe,
        last_arguable: line.last_arguable,
        provisional: line.provisional,
        unconfirmed: line.unconfirmed,
        steps: line.steps,
        warnings: line.warnings,
        citation: rule.citation.clone(),
        source: rule.source.clone(),
        rule_status: rule.status,
        unsigned: !rule.is_signed(),
        restoration: rule.restoration.clone(),
    })
}

/// What else may hold for the same act and end soonest, where it ends before `due`, by what the question says and leaves
/// open.
///
/// # Errors
/// As [`explain`].
pub fn rival(
    book: &Book,
    query: &Query,
    due: Option<NaiveDate>,
) -> Result<Option<Step>, RuleError> {
    let unknown = || unknown_rule(book, &query.rule);
    let rule = book.rule(&query.rule).ok_or_else(unknown)?;
    let file = book.jurisdiction(rule.jurisdiction()).ok_or_else(unknown)?;
    let occurrence = occurrence(book, file, rule, query)?;
    let earlier = open_deadlines(book, &occurrence)
        .into_iter()
        .filter_map(|other| {
            let day = other.due.filter(|day| due.is_some_and(|due| *day < due))?;
            let its = book.rule(&other.rule).filter(|its| its.id != rule.id)?;
            let same = same_act((rule, &rule.met_by), (its, &other.met_by));
            same.then_some((day, its))
        });
    let soonest = earlier.min_by_key(|(day, _)| *day);
    Ok(soonest.map(|(day, its)| step("warning-rival", &[("rule", its.id.as_str())], day)))
}

/// The event that the question supposes.
fn occurrence(
    book: &Book,
    file: &Jurisdiction,
    rule: &Rule,
    query: &Query,
) -> Result<Occurrence, RuleError> {
    if let Some(event) = query
        .event
        .as_ref()
        .filter(|event| !rule.trigger.covers(event))
    {
        let opening = std::iter::once(&rule.trigger.event).chain(&rule.trigger.also);
        let known = opening.filter(|known| *known != event).cloned().collect();
        return Err(RuleError::UnknownEvent { known });
    }
    let mut known = BTreeMap::new();
    let region = query
        .region
        .iter()
        .map(|r| ("region".to_owned(), r.clone()));
    for (name, value) in query.facts.clone().into_iter().chain(region) {
        match facts::admits(&name, &value) {
            Some(true) => {}
            Some(false) => {
                let known = facts::values(&name)
                    .into_iter()
                    .map(str::to_owned)
                    .collect();
                return Err(RuleError::UnknownValue { fact: name, known });
            }
            None => {
                let close = close(&name, facts::names());
                return Err(RuleError::UnknownFact { close });
            }
        }
        known.insert(name, value);
    }
    let mut dates = BTreeMap::new();
    for (name, date) in &query.dates {
        let basis = name.parse::<DateBasis>().ok();
        let fact = facts::is_date(name);
        if basis.is_none() && !fact {
            let days = DateBasis::ALL.iter().map(|b| b.as_str());
            let known = days.chain(facts::names().filter(|n| facts::is_date(n)));
            return Err(RuleError::UnknownDate {
                close: close(name, known),
            });
        }
        if fact {
            known.insert(name.clone(), date.to_string());
        }
        if let Some(basis) = basis {
            dates.insert(basis, *date);
        }
    }
    let from = match query.from {
        Start::Date(date) => date,
        Start::Time(at) => {
            known.insert(
                "time_of_day".to_owned(),
                at.format("%H:%M:%S%:z").to_string(),
            );
            PartialDate::Day(at.date_naive())
        }
    };
    dates.insert(rule.trigger.basis, from);
    let occurrence = Occurrence {
        event: query
            .event
            .clone()
            .unwrap_or_else(|| rule.trigger.event.clone()),
        jurisdiction: file.id.clone(),
        trigger: EventId([0; 16]),
        scope: None,
        dates,
        facts: known,
    };
    if let Some(region) = occurrence.facts.get("region") {
        check_region(book, file, &occurrence, region)?;
    }
    Ok(occurrence)
}

fn check_region(
    book: &Book,
    file: &Jurisdiction,
    occurrence: &Occurrence,
    region: &str,
) -> Result<(), RuleError> {
    match calendar_of(book, file, occurrence) {
        Some(c) if !c.regions.is_empty() && c.region(region).is_none() => {
            Err(RuleError::UnknownRegion {
                jurisdiction: file.id.clone(),
                known: c.regions.clone(),
            })
        }
        _ => Ok(()),
    }
}
