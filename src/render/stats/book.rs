//! A table as a workbook: the table in words on one sheet, how it was made on another.

use super::about::about;
use super::page::{beside, method, rows};
use super::{markers, pair, standing, sums, title};
use crate::app::view::Table;
use crate::render::html::from_the_right;
use crate::render::text::isolated;
use crate::render::xlsx::{Figures, figures};
use crate::render::{Output, RenderError, Rows};

/// The workbook. It says that it was made on the day on which the table first left.
///
/// # Errors
/// [`RenderError::Sheet`], a defect.
pub fn table_workbook(table: &Table, out: &Output) -> Result<Vec<u8>, RenderError> {
    let locale = &out.locale;
    let from = match table.dimensions.len() {
        2 => 1,
        many => many.max(1),
    };
    let mut said = vec![title(table, locale)];
    said.extend(standing(table, locale));
    said.push(about(table, locale));
    for (heading, lines) in beside(table, locale) {
        said.push(heading);
        said.extend(lines.into_iter().map(|line| line.join(" ")));
    }
    let from_the_right = from_the_right(locale.language());
    for (marker, meaning) in markers(&table.cells, table.threshold, locale) {
        let marker = isolated(&marker, from_the_right);
        said.push(pair(&marker, &meaning, locale));
    }
    said.extend(sums(table, locale));
    said.extend(method(table, locale));
    let notes = Rows {
        header: vec![locale.text("figures-notes")],
        lines: said.into_iter().map(|line| vec![line]).collect(),
    };
    let sheets = [
        Figures {
            name: locale.text("figures-sheet"),
            // True numbers are read before anybody turns to the other sheet.
            above: standing(table, locale),
            rows: rows(table, locale),
            from,
        },
        Figures {
            name: locale.text("figures-notes"),
            above: None,
            rows: notes,
            from: 1,
        },
    ];
    figures(&sheets, table.day, out)
}
