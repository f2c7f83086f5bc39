//! Which rows of a sheet are its headings. A row of a case that is taken for one is a case that nobody misses.

use std::collections::BTreeSet;

use super::map::{DEEP, headings};
use super::{doubt, words};
use crate::base::sheet::{Cell, Row, Sheet};

/// How many rows are looked at.
const TOP: usize = 20;

/// The last row of the headings and how many rows they take: the one that somebody `said`, or by how many are known.
pub(super) fn heading_of(sheet: &Sheet, said: Option<usize>) -> Option<(usize, usize)> {
    if let Some(said) = said {
        let at = sheet.rows.iter().position(|row| row.number == said)?;
        return Some((said, rows_of(sheet, at)));
    }
    let mut best: Option<(usize, usize, usize)> = None;
    let mut above: Option<&Row> = None;
    for (at, row) in sheet.rows.iter().take(TOP).enumerate() {
        let upper = above.replace(row);
        if is_of_a_case(sheet, row) || is_title(row) {
            continue;
        }
        let two = upper.is_some_and(|upper| {
            upper.number + 1 == row.number && !has_numbers(upper) && groups(sheet, upper, row)
        });
        for rows in [Some(1), two.then_some(2)].into_iter().flatten() {
            let known = known(&headings(sheet, row.number, rows));
            if known > 1 && best.is_none_or(|(most, ..)| known > most) {
                best = Some((known, at, row.number));
            }
        }
    }
    best.map(|(_, at, last)| (last, rows_of(sheet, at)))
}

/// How many rows the headings take of which this is the last one: with those above it whose words stand over columns that have
/// headings of their own. What they say is not asked: a word that nobody knows says of its columns what they are of, too.
fn rows_of(sheet: &Sheet, at: usize) -> usize {
    let mut rows = 1;
    while rows < DEEP
        && let Some(last) = sheet.rows.get(at).map(|row| row.number)
        && let Some(upper) = at.checked_sub(rows).and_then(|at| sheet.rows.get(at))
        && upper.number + rows == last
        && !has_numbers(upper)
        && stands_over(upper, &headings(sheet, last, rows))
    {
        rows += 1;
    }
    rows
}

/// Whether a row says something of the columns below, which are known by these headings, and is no title of the whole sheet.
fn stands_over(upper: &Row, heads: &[String]) -> bool {
    let filled = |at: &usize| heads.get(*at).is_some_and(|head| !head.is_empty());
    let first = upper.cells.iter().position(Option::is_some);
    if is_title(upper) && first.is_none_or(|first| !(0..first).any(|at| filled(&at))) {
        // One cell, or one that was made of many. What was made of some at the left is of those alone.
        let over = upper.cells.iter().flatten().count();
        let all = (0..heads.len()).filter(filled).count();
        if over < 2 || over * 2 >= all {
            return false;
        }
    }
    let mut over = String::new();
    for (place, head) in heads.iter().enumerate() {
        let own = upper.cell(place).map(Cell::text).unwrap_or_default();
        if !own.is_empty() {
            over = own;
        }
        if !over.is_empty() && !head.is_empty() && *head != over {
            return true;
        }
    }
    false
}

/// Whether a row says one thing alone: it stands over all columns, and is the heading of none.
fn is_title(row: &Row) -> bool {
    let first = row.cells.iter().flatten().next();
    row.cells.iter().flatten().all(|cell| Some(cell) == first)
}

/// How many of the headings are known. What was made one stands in each of its cells, and is one heading.
fn known(heads: &[String]) -> usize {
    let known: BTreeSet<&String> = heads.iter().filter(|head| is_known(head)).collect();
    known.len()
}

fn is_known(head: &str) -> bool {
    words::heading(head).is_some()
}

/// Whether a row says something of a case: a day, a number, or known values, more than it has headings: a heading can be of the
/// same word as a value.
fn is_of_a_case(sheet: &Sheet, row: &Row) -> bool {
    let is_value = |cell: &&Cell| matches!(cell, Cell::Text(text) if words::is_value(text));
    let values = row.cells.iter().flatten().filter(is_value).count();
    has_numbers(row) || (values > 0 && values >= known(&headings(sheet, row.number, 1)))
}

/// Whether a day or a number stands in a row. None does in headings.
fn has_numbers(row: &Row) -> bool {
    row.cells.iter().flatten().any(|cell| match cell {
        Cell::Text(text) => {
            let bare = text.chars().any(char::is_numeric) && !text.chars().any(char::is_alphabetic);
            bare || doubt::is_day(cell)
        }
        Cell::Number(_)
        | Cell::Day(_)
        | Cell::Moment(_)
        | Cell::Hour(_)
        | Cell::Bad
        | Cell::Unreckoned => true,
    })
}

/// Whether the cells of an upper row reach over several of the row below, and say of what those are. It is not enough that
/// nothing stands beside an upper one: so it is over a column that has no heading.
fn groups(sheet: &Sheet, upper: &Row, row: &Row) -> bool {
    if is_title(upper) {
        return false;
    }
    let both = headings(sheet, row.number, 2);
    let mut over = String::new();
    // Of the upper cell at hand: how many cells stand below, and how many of them it makes another heading of.
    let (mut below, mut told) = (0_usize, 0_usize);
    let (mut all, mut known, mut grouped) = (0_usize, 0_usize, false);
    for (place, both) in both.iter().enumerate() {
        let own = upper.cell(place).map(Cell::text).unwrap_or_default();
        if !own.is_empty() && own != over {
            over = own;
            (below, told) = (0, 0);
        }
        let lower = row.cell(place).map(Cell::text).unwrap_or_default();
        if lower.is_empty() || lower == over {
            continue;
        }
        let means = words::heading(both);
        let refined = means.is_some() && means != words::heading(&over);
        all += 1;
        known += usize::from(refined || is_known(&lower));
        below += 1;
        told += usize::from(refined);
        grouped |= !over.is_empty() && below > 1 && told > 0;
    }
    grouped && known * 2 >= all
}
