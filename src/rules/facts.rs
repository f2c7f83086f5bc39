//! Facts about a case: their names and values, and whether a case is one that a rule speaks of.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::domain::code::{AppealKind, ApplicationKind, ApplicationOrder, Protection};
use crate::domain::fact::{FACTS, Fact, Values};

/// A kind of case: every fact named has one of its values.
pub type Case = BTreeMap<String, Vec<String>>;

/// Whether something applies to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Match {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It depends on these facts, which are not known.
    Perhaps(BTreeSet<String>),
}

impl Match {
    /// Both must apply.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, other) => other,
            (this, Self::Yes) => this,
            (Self::Perhaps(mut a), Self::Perhaps(b)) => {
                a.extend(b);
                Self::Perhaps(a)
            }
        }
    }

    /// Either may apply.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, other) => other,
            (this, Self::No) => this,
            (Self::Perhaps(mut a), Self::Perhaps(b)) => {
                a.extend(b);
                Self::Perhaps(a)
            }
        }
    }
}

/// What is known of a case; `unknown` and `unspecified` are as good as absent.
#[derive(Clone, Copy)]
pub(super) struct Facts<'a>(pub(super) &'a BTreeMap<String, String>);

impl<'a> Facts<'a> {
    /// A fact's value.
    pub(super) fn get(self, name: &str) -> Option<&'a str> {
        self.0
            .get(name)
            .map(|v| v.trim())
            .filter(|v| !matches!(*v, "" | "unknown" | "unspecified"))
    }

    /// A fact that is a date.
    pub(super) fn date(self, name: &str) -> Option<PartialDate> {
        self.get(name).and_then(|v| v.parse().ok())
    }

    /// Whether the case is one of these; no cases at all means every case.
    pub(super) fn matches(self, cases: &[Case]) -> Match {
        if cases.is_empty() {
            return Match::Yes;
        }
        cases
            .iter()
            .map(|case| self.matches_one(case))
            .fold(Match::No, Match::or)
    }

    fn matches_one(self, case: &Case) -> Match {
        case.iter()
            .map(|(name, values)| match self.get(name) {
                None => Match::Perhaps(BTreeSet::from([name.clone()])),
                // Only `runs` holds several: the rules that the case knows already.
                Some(known) if known.split(' ').any(|k| values.iter().any(|v| v == k)) => {
                    Match::Yes
                }
                Some(_) => Match::No,
            })
            .fold(Match::Yes, Match::and)
    }
}

/// The events that rules may name (`rules/vocabulary.toml`).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// Canonical events and what they mean.
    pub event: BTreeMap<String, String>,
}

/// Whether a fact may have a value; `None`: no fact is called so.
pub(super) fn admits(name: &str, value: &str) -> Option<bool> {
    if name == RUNS {
        return Some(value.split(' ').all(|id| id.contains('.')));
    }
    if let Some(codes) = derived(name) {
        return Some(codes.contains(&value));
    }
    Fact::named(name).map(|fact| fact.admits(value))
}

/// The values of a fact, where they can be listed.
pub(super) fn values(name: &str) -> Vec<&'static str> {
    derived(name).unwrap_or_else(|| match Fact::named(name).map(|f| f.values) {
        Some(Values::YesNo) => vec!["true", "false"],
        Some(Values::OneOf(codes)) => codes.to_vec(),
        _ => Vec::new(),
    })
}

/// Every name of a fact.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FACTS.iter().map(|f| f.name).chain(DERIVED)
}

/// Whether a fact is a date.
pub(super) fn is_date(name: &str) -> bool {
    Fact::named(name).is_some_and(|f| f.values == Values::Date)
}

/// Whether a fact is a number.
pub(super) fn is_number(name: &str) -> bool {
    Fact::named(name).is_some_and(|f| f.values == Values::Number)
}

/// Facts that nobody records because the history says them.
const DERIVED: [&str; 6] = [
    "appeal_kind",
    "application_kind",
    "application_order",
    "instance",
    "protection",
    RUNS,
];

/// The rules that have opened a deadline in the case, with blanks between them.
pub(super) const RUNS: &str = "runs";

fn derived(name: &str) -> Option<Vec<&'static str>> {
    fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|c| code(*c)).collect()
    }
    Some(match name {
        "application_kind" => codes(ApplicationKind::ALL, ApplicationKind::as_str),
        "application_order" => codes(ApplicationOrder::ALL, ApplicationOrder::as_str),
        "protection" => codes(Protection::ALL, Protection::as_str),
        "appeal_kind" => codes(AppealKind::ALL, AppealKind::as_str),
        "instance" => vec![
            "first_instance",
            "administrative_review",
            "appeal",
            "further_appeal",
            "constitutional",
            "international",
            "final",
        ],
        _ => return None,
    })
}
