//! A sheet whose headings are the names that the lines of an import have: its rows are such lines, and need no map.

use serde_json::{Map, Value};

use super::rows::{at, unreadable};
use crate::app::error::{AppError, LineWrong};
use crate::base::sheet::{Cell, Row, Sheet, letters};

/// The headings without which it is another sheet.
const NEEDED: [&str; 2] = ["type", "case"];

/// Whether the first row holds the names of an import's lines.
pub fn has_own_columns(sheet: &Sheet) -> bool {
    let first = sheet.rows.first().map(names).unwrap_or_default();
    NEEDED
        .iter()
        .all(|needed| first.iter().any(|name| name == needed))
}

/// Its rows as JSON Lines, each in the line of its own number. A blank cell says nothing; what stands under no name of ours
/// is left for the import to refuse.
///
/// # Errors
/// [`AppError::NoMap`] where it is another sheet; [`AppError::Import`] names the cells that say nothing readable.
pub fn own_lines(sheet: &Sheet) -> Result<String, AppError> {
    let Some((first, rows)) = sheet.rows.split_first().filter(|_| has_own_columns(sheet)) else {
        return Err(AppError::NoMap);
    };
    let names = names(first);
    let mut text = String::new();
    let mut bad = Vec::new();
    let mut next = 1_usize;
    for row in rows {
        let mut line = Map::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            if let Err(wrong) = unreadable(cell) {
                bad.push(at(row, Some(letters(place)), LineWrong::Cell(wrong)));
                continue;
            }
            let name = names.get(place).filter(|name| !name.is_empty());
            // A name that stands there twice is one of ours once.
            let name = name.filter(|name| !line.contains_key(name.as_str()));
            let name = name.cloned().unwrap_or_else(|| letters(place));
            line.insert(name, Value::String(cell.text()));
        }
        while next < row.number {
            text.push('\n');
            next = next.saturating_add(1);
        }
        text.push_str(&Value::Object(line).to_string());
    }
    if bad.is_empty() {
        Ok(text)
    } else {
        Err(AppError::Import(bad))
    }
}

fn names(row: &Row) -> Vec<String> {
    let cells = row.cells.iter();
    cells
        .map(|cell| cell.as_ref().map(Cell::text).unwrap_or_default())
        .collect()
}
