//! The files of `rules/` and the reckoning over them.

mod calendars;
mod files;
mod laws;
mod naive;
mod opened;
mod second;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::DateBasis;
use crate::rules::{Computed, Occurrence, Query, Start};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn query(rule: &str, from: &str, facts: &[(&str, &str)]) -> Query {
    Query {
        rule: rule.to_owned(),
        from: Start::Date(from.parse().unwrap()),
        facts: texts(facts),
        region: None,
        dates: BTreeMap::new(),
        event: None,
    }
}

fn happened(
    event: &str,
    law: &str,
    dates: &[(DateBasis, &str)],
    facts: &[(&str, &str)],
) -> Occurrence {
    let dates = dates
        .iter()
        .map(|(b, d)| (*b, d.parse::<PartialDate>().unwrap()));
    Occurrence {
        event: event.to_owned(),
        jurisdiction: law.to_owned(),
        trigger: EventId([7; 16]),
        scope: None,
        dates: dates.collect(),
        facts: texts(facts),
    }
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect()
}

fn of<'a>(deadlines: &'a [Computed], rule: &str) -> &'a Computed {
    let found = deadlines.iter().find(|d| d.rule == rule);
    let rules: Vec<_> = deadlines.iter().map(|d| &d.rule).collect();
    found.unwrap_or_else(|| panic!("{rule} is not among {rules:?}"))
}
