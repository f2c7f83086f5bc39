//! Which rows of a sheet are its headings. A row of a case that is taken for one is a case that nobody misses.

use std::collections::BTreeSet;

use super::map::headings;
use super::{doubt, words};
use crate::base::sheet::{Cell, Row, Sheet};

/// How many rows are looked at.
const TOP: usize = 20;

/// The last row of the headings and how many rows they take: the one that somebody `said`, or by how many are known.
pub(super) fn heading_of(sheet: &Sheet, said: Option<usize>) -> Option<(usize, usize)> {
    if let Some(said) = said {
        let at = sheet.rows.iter().position(|row| row.number == said)?;
        let row = sheet.rows.get(at)?;
        let upper = at.checked_sub(1).and_then(|at| sheet.rows.get(at));
        return Some((said, if two_rows(sheet, upper, row) { 2 } else { 1 }));
    }
    let mut best: Option<(usize, usize, usize)> = None;
    let mut above: Option<&Row> = None;
    for row in sheet.rows.iter().take(TOP) {
        let upper = above.replace(row);
        if row.cells.iter().flatten().any(is_of_a_case) || is_title(row) {
            continue;
        }
        let two = two_rows(sheet, upper, row);
        for rows in [Some(1), two.then_some(2)].into_iter().flatten() {
            let heads = headings(sheet, row.number, rows);
            // What was made one stands in each of its cells, and is one heading.
            let known: BTreeSet<&String> = heads.iter().filter(|head| is_known(head)).collect();
            let known = known.len();
            if known > 1 && best.is_none_or(|(most, ..)| known > most) {
                best = Some((known, row.number, rows));
            }
        }
    }
    best.map(|(_, last, rows)| (last, rows))
}

/// Whether the row above is one of headings, too.
fn two_rows(sheet: &Sheet, upper: Option<&Row>, row: &Row) -> bool {
    upper.is_some_and(|upper| {
        upper.number + 1 == row.number
            && !upper.cells.iter().flatten().any(is_of_a_case)
            && groups(sheet, upper, row)
    })
}

/// Whether a row says one thing alone: it stands over all columns, and is the heading of none.
fn is_title(row: &Row) -> bool {
    let first = row.cells.iter().flatten().next();
    row.cells.iter().flatten().all(|cell| Some(cell) == first)
}

fn is_known(head: &str) -> bool {
    words::heading(head).is_some()
}

/// Whether a cell says something of a case: a day, a number, a known value. No heading does.
fn is_of_a_case(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => {
            let bare = text.chars().any(char::is_numeric) && !text.chars().any(char::is_alphabetic);
            bare || doubt::is_day(cell) || words::is_value(text)
        }
        Cell::Number(_)
        | Cell::Day(_)
        | Cell::Moment(_)
        | Cell::Hour(_)
        | Cell::Bad
        | Cell::Unreckoned => true,
    }
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
