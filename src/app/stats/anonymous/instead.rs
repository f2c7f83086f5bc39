//! What may be had in the place of a list that would show small numbers: each was judged as it would be asked for.

use chrono::NaiveDate;

use super::columns::NAMES;
use super::lines::{made, of_cases};
use super::{ListInstead, ListQuery, judge_alone};
use crate::app::stats::past::Past;
use crate::app::stats::threshold;

/// Of so many cases the search for a list takes long: of more only one is looked for that shows no small number for certain, since
/// its lines say nothing but what all of those who look alike share.
const MANY: usize = 5_000;

/// Lists that may leave, without one column more or with more cases that look alike.
pub(super) fn instead(
    past: &Past,
    query: &ListQuery,
    day: NaiveDate,
    today: NaiveDate,
) -> Vec<ListInstead> {
    let cases = past.found(&of_cases(query.as_of), day, None);
    let few = u64::try_from(threshold::of(&past.office)).unwrap_or(0);
    let is_there = |column: &&&str| {
        let mut named = query.without.iter().chain(&query.keep);
        !named.any(|name| name == **column)
    };
    let without = NAMES.iter().rev().filter(is_there).map(|column| {
        let mut less = query.clone();
        less.without.push((*column).to_owned());
        (less, Some(*column))
    });
    let mut alike = query.clone();
    alike.k = query.k.saturating_mul(2);
    let most = if cases.len() > MANY { 1 } else { usize::MAX };
    let tried = without.chain([(alike, None)]).take(most);
    let may_leave = |(query, without): (ListQuery, Option<&'static str>)| {
        // Most end here, before they are compared with what left.
        let list = made(&cases, query.asked(), query.as_of).ok()?;
        if list.lines.values().any(|many| *many < few) {
            return None;
        }
        let judged = judge_alone(past, &query, day, today).ok()?;
        Some(ListInstead {
            without,
            k: query.k,
            lines: judged.made.extract.lines().len(),
        })
    };
    tried.filter_map(may_leave).collect()
}
