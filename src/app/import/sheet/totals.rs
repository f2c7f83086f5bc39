//! Rows of totals: below the cases, or between them, and none of a case.

use super::{key, words};
use crate::base::sheet::{Cell, Row, Sheet};

/// How many are named.
const NAMED: usize = 5;

/// The rows below the headings that look so: their key or their first cell is such a word, or any cell where no key stands.
pub(super) fn rows(sheet: &Sheet, heading: usize, key: &[usize]) -> Vec<usize> {
    let below = sheet.rows.iter().filter(|row| row.number > heading);
    let total = below.filter(|row| is_total(row, key));
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
