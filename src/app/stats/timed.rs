//! How many have a known time, as a table of its own: that a time is told says that there are enough of them, so it is told only
//! where their number could be printed beside everything that left.
//!
//! That table is not printed. The check takes it for printed all the same, now and ever after: whatever is told or not told
//! of times follows from it, so nobody learns more from them than from a table that may leave.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Earlier, sheet};
use super::past::{Found, sizes};
use crate::disclosure::TOTAL;
use crate::domain::event::{TableAsked, TableLeft};

/// Those who have a known time, by the first dimension alone.
pub(super) fn found(found: &[Found]) -> Vec<Found> {
    let observed = found.iter().filter(|one| one.days.is_some());
    observed
        .map(|one| Found {
            key: one.key.iter().take(1).cloned().collect(),
            ..one.clone()
        })
        .collect()
}

/// The question that this table answers.
pub(super) fn asked(of: &TableAsked) -> TableAsked {
    TableAsked {
        unit: of.unit.clone(),
        by: of.by.iter().take(1).cloned().collect(),
        combined: of.combined.clone(),
        filters: of.filters.clone(),
        period: of.period,
        as_of: of.as_of,
        threshold: of.threshold,
        ..TableAsked::default()
    }
}

/// Of a table that left with times: the other one.
pub(super) fn earlier(of: &Earlier) -> Option<Earlier> {
    let is_told = of.left.times.iter().any(|time| time.told.is_some());
    if of.left.timed.is_empty() && !is_told {
        return None;
    }
    let found = found(&of.found);
    let cells = if of.left.timed.is_empty() {
        as_told(of, &found)
    } else {
        of.left.timed.clone()
    };
    let left = TableLeft {
        asked: asked(&of.left.asked),
        counts: sizes(&found).into_iter().collect(),
        cells,
        times: Vec::new(),
        timed: Vec::new(),
        because: None,
        ..of.left.clone()
    };
    let sheet = sheet(&left)?;
    Some(Earlier {
        place: of.place,
        left,
        sheet,
        found,
        is_of_times: true,
        told: Vec::new(),
    })
}

/// How many there are of each part.
fn many(found: &[Found]) -> BTreeMap<String, u64> {
    let mut many: BTreeMap<String, u64> = BTreeMap::new();
    for one in found {
        let parts = one.key.iter().cloned().chain([TOTAL.to_owned()]);
        for part in parts {
            *many.entry(part).or_insert(0) += 1;
        }
    }
    many
}

/// That table with its true numbers, for the store's owner.
pub(super) fn true_numbers(all: &[Found]) -> Vec<(Vec<String>, String)> {
    let many = many(&found(all)).into_iter();
    many.map(|(part, many)| (vec![part], many.to_string()))
        .collect()
}

/// What an older program told, which did not ask how much that says: the number where a time was told, else nothing.
fn as_told(of: &Earlier, found: &[Found]) -> Vec<(Vec<String>, String)> {
    let mut many = many(found);
    let mut told: BTreeSet<&String> = BTreeSet::new();
    let times = of.left.times.iter();
    told.extend(
        times
            .filter(|time| time.told.is_some())
            .map(|time| &time.part),
    );
    many.entry(TOTAL.to_owned()).or_insert(0);
    let text = |(part, many): (String, u64)| {
        let text = if told.contains(&part) {
            many.to_string()
        } else {
            "x".to_owned()
        };
        (vec![part], text)
    };
    many.into_iter().map(text).collect()
}

/// Whether this table shows how many there are of a part.
pub(super) fn shows(cells: &[(Vec<String>, String)], part: &str) -> bool {
    number(cells, part).is_some()
}

/// How many there are of a part, where this table shows it.
pub(super) fn number(cells: &[(Vec<String>, String)], part: &str) -> Option<u64> {
    let of_part =
        |(key, _): &&(Vec<String>, String)| matches!(key.as_slice(), [one] if one == part);
    let (_, text) = cells.iter().find(of_part)?;
    text.parse().ok()
}
