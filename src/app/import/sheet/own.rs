//! A sheet whose headings are the names that the lines of an import have: its rows are such lines, and need no map.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::hour;
use super::rows::{at, unreadable};
use super::target::{Place, Target};
use crate::app::error::{AppError, LineWrong};
use crate::base::sheet::{Cell, Row, Sheet, SheetError, letters};

/// The headings without which it is another sheet.
const NEEDED: [&str; 2] = ["type", "case"];

/// The lines that a sheet is.
#[derive(Debug)]
pub struct OwnLines {
    /// JSON Lines.
    pub text: String,
    /// Columns with hours beside days, where only the day has a place.
    pub hours_left_out: Vec<String>,
}

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
/// [`AppError::NoMap`] where it is another sheet; [`AppError::Sheet`] where nothing tells its letters; [`AppError::Import`] names the cells that say nothing readable.
pub fn own_lines(sheet: &Sheet) -> Result<OwnLines, AppError> {
    let Some((first, rows)) = sheet.rows.split_first().filter(|_| has_own_columns(sheet)) else {
        return Err(AppError::NoMap);
    };
    if !sheet.may_be.is_empty() {
        return Err(AppError::Sheet(SheetError::Letters));
    }
    let names = names(first);
    let mut text = String::new();
    let (mut bad, mut hours) = (Vec::new(), BTreeSet::new());
    let mut next = 1_usize;
    for row in rows {
        let mut line = Map::new();
        let mut days = Vec::new();
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
            let text = match cell {
                Cell::Moment(moment) if is_day(&name) => {
                    days.push((place, name.clone(), hour::beside(cell)));
                    moment.date().to_string()
                }
                cell if name == "at" => hour::read(cell).unwrap_or_else(|| cell.text()),
                cell => cell.text(),
            };
            line.insert(name, Value::String(text));
        }
        for (place, name, hour) in days {
            let kind = line.get("type").and_then(Value::as_str);
            let has = kind.is_some_and(|kind| {
                Place::parse(&format!("{kind}.{name}")).is_some_and(|place| place.has_hour())
            });
            let Some(hour) = hour.map(Value::String) else {
                continue;
            };
            if !has {
                hours.insert(place);
            } else if line.get("at").is_none_or(|at| *at == hour) {
                line.insert("at".to_owned(), hour);
            } else {
                let other = names.iter().position(|name| name == "at");
                let other = other.map(letters).unwrap_or_default();
                bad.push(at(row, Some(letters(place)), LineWrong::Apart { other }));
            }
        }
        while next < row.number {
            text.push('\n');
            next = next.saturating_add(1);
        }
        text.push_str(&Value::Object(line).to_string());
    }
    if bad.is_empty() {
        Ok(OwnLines {
            text,
            hours_left_out: hours.into_iter().map(letters).collect(),
        })
    } else {
        Err(AppError::Import(bad))
    }
}

/// Whether a field of this name is a day.
fn is_day(name: &str) -> bool {
    Target::Event(name.to_owned()).is_day()
}

fn names(row: &Row) -> Vec<String> {
    let cells = row.cells.iter();
    cells
        .map(|cell| cell.as_ref().map(Cell::text).unwrap_or_default())
        .collect()
}
