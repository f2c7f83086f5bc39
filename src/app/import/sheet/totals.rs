//! Rows of totals, and headings between the cases: none of a case.

use super::{key, words};
use crate::base::sheet::{Cell, Row, Sheet};

/// How many are named.
const NAMED: usize = 5;

/// In so many columns one thing alone is none of a case.
const COLUMNS: usize = 3;

/// The rows below the headings that look so: their key or their first cell is such a word, or any cell where no key stands; or they
/// say their key alone, as a heading between the cases or a line below them does.
pub(super) fn rows(sheet: &Sheet, heading: usize, key: &[usize]) -> Vec<usize> {
    let heads = sheet.rows.iter().find(|row| row.number == heading);
    let is_wide = heads.is_some_and(|row| row.cells.iter().flatten().count() >= COLUMNS);
    let below = sheet.rows.iter().filter(|row| row.number > heading);
    let is_alone = |row: &Row| is_wide && says_its_key_alone(row, key);
    let total = below.filter(|row| is_total(row, key) || is_alone(row));
    total.map(|row| row.number).collect()
}

/// The first of them, for people.
pub(super) fn named(rows: &[usize]) -> String {
    let mut named: Vec<String> = rows.iter().take(NAMED).map(usize::to_string).collect();
    if rows.len() > NAMED {
        named.push("…".to_owned());
    }
    named.join(", ")
}

fn is_total(row: &Row, places: &[usize]) -> bool {
    let says = |cell: &Cell| matches!(cell, Cell::Text(text) if words::is_total(text));
    let first = row.cells.iter().flatten().next();
    let mut keys = places.iter().filter_map(|place| row.cell(*place));
    first.is_some_and(says)
        || keys.any(says)
        || (key::joined(row, places, key::plain).is_none() && row.cells.iter().flatten().any(says))
}

/// A merged cell counts once. Without a key it is a fault of its own.
fn says_its_key_alone(row: &Row, places: &[usize]) -> bool {
    let mut cells = row.cells.iter().flatten();
    let is_one = (cells.next()).is_some_and(|first| cells.all(|cell| cell == first));
    is_one && key::joined(row, places, key::plain).is_some()
}
