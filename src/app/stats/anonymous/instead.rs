//! What may be had in the place of a list that may not leave: each was judged as it would be asked for.

use chrono::NaiveDate;

use super::columns::{Column, NAMES};
use super::lines::{kept, made, of_cases};
use super::{Instead, ListInstead, ListQuery, judge_alone};
use crate::app::stats::past::{Found, Past};
use crate::app::stats::threshold;
use crate::disclosure::witness::Budget;

/// Of so many cases the search for a list takes long: of more only one is looked for that shows no small number for certain, since
/// its lines say nothing but what all of those who look alike share.
const MANY: usize = 5_000;

/// What may be spent in all on the check of what is tried beside what left before.
const SECONDS: u32 = 20;

/// So many lists without two columns are tried at most, and of no more than so many cases.
const PAIRS: usize = 12;
const PAIRED: usize = 1_000;

/// So many that may leave are a choice; of fewer, what is coarser still is tried as well.
const CHOICE: usize = 2;

/// Lists that may leave: without one column more or with twice as many cases that look alike; where these are no choice, the
/// first that may of those without two columns more or with four times as many.
pub(super) fn instead(past: &Past, query: &ListQuery, day: NaiveDate, today: NaiveDate) -> Instead {
    let cases = past.found(&of_cases(query.as_of), day, None);
    let few = u64::try_from(threshold::of(&past.office)).unwrap_or(0);
    let mut budget = Budget::seconds(SECONDS);
    let mut tried = 0;
    let mut may_leave = |(without, times): (Vec<&'static str>, usize)| {
        if budget.is_spent() {
            return None;
        }
        tried += 1;
        let mut query = query.clone();
        query
            .without
            .extend(without.iter().map(|name| (*name).to_owned()));
        query.k = query.k.saturating_mul(times);
        // Most end here, before they are compared with what left.
        let list = made(&cases, query.asked(), query.as_of).ok()?;
        if list.lines.values().any(|many| *many < few) {
            return None;
        }
        let judged = judge_alone(past, &query, day, today, &mut budget).ok()?;
        Some(ListInstead {
            without,
            k: query.k,
            lines: judged.made.extract.lines().len(),
        })
    };
    let columns = columns(&cases, query);
    let says = |column: &&(&str, bool)| column.1;
    let single = columns
        .iter()
        .filter(says)
        .map(|(name, _)| (vec![*name], 1));
    let first = single.chain([(Vec::new(), 2)]);
    let most = if cases.len() > MANY { 1 } else { usize::MAX };
    let mut found: Vec<ListInstead> = first.take(most).filter_map(&mut may_leave).collect();
    if found.len() < CHOICE && cases.len() <= PAIRED {
        let pairs = columns.iter().enumerate().flat_map(|(at, (one, says))| {
            let others = columns.iter().skip(at + 1);
            // Without a column another may say more again.
            let others = others.filter(move |(_, other)| *says || *other);
            others.map(move |(other, _)| (vec![*one, *other], 1))
        });
        let mut further = pairs.take(PAIRS).chain([(Vec::new(), 4)]);
        found.extend(further.find_map(&mut may_leave));
    }
    Instead { found, tried }
}

/// The columns that may be left out, the result first, each with whether it says anything: a list without one that does not is
/// the same list.
fn columns(cases: &[Found], query: &ListQuery) -> Vec<(&'static str, bool)> {
    let list = query.asked();
    let made = made(cases, list.clone(), query.as_of).ok();
    let heights = made.iter().flat_map(|made| made.extract.heights());
    let told: Vec<(&Column, &usize)> = kept(&list)
        .into_iter()
        .map(|(_, column)| column)
        .zip(heights)
        .collect();
    let says = |name: &str| {
        let mut told = told.iter();
        told.all(|(column, height)| column.name != name || *height + 1 < column.steps.len())
    };
    let is_named = |name: &str| {
        query
            .without
            .iter()
            .chain(&query.keep)
            .any(|one| one == name)
    };
    let all = NAMES.iter().rev().filter(|name| !is_named(name));
    all.map(|name| (*name, says(name))).collect()
}
