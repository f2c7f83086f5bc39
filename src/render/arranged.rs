//! The columns of a list that were asked for, in words, for tables on the screen and on paper.

use chrono::NaiveDate;

use super::Rows;
use super::deadline::what;
use crate::app::view::{Cells, Deadline};
use crate::base::date::PartialDate;
use crate::i18n::Locale;

/// Each column with its heading.
const HEADS: &[(&str, &str)] = &[
    ("case", "column-case"),
    ("callsign", "column-callsign"),
    ("state", "column-state"),
    ("application_state", "column-application"),
    ("origin", "column-origin"),
    ("jurisdiction", "column-law"),
    ("worker", "column-worker"),
    ("office", "column-office"),
    ("opened", "column-opened"),
    ("last_event", "column-last-event"),
    ("next_due", "column-next-due"),
    ("risk", "column-risk"),
    ("people", "column-people"),
    ("person", "column-person"),
    ("files", "column-files"),
    ("due", "column-due"),
    ("due_at", "column-hour"),
    ("days_left", "column-days-left"),
    ("what", "column-what"),
    ("rule", "column-rule"),
    ("citation", "column-citation"),
    ("actor", "column-actor"),
    ("safe", "column-safe"),
    ("last_arguable", "column-last-arguable"),
    ("rule_status", "column-rule-status"),
    ("provisional", "column-provisional"),
    ("id", "column-id"),
];

/// The heading of a column.
pub(super) fn head(locale: &Locale, column: &str) -> String {
    let known = HEADS.iter().find(|(name, _)| *name == column);
    known.map_or_else(
        || column.trim_start_matches("field:").to_owned(),
        |(_, id)| locale.text(id),
    )
}

/// The columns as codes, for the plain form and CSV.
pub(super) fn codes<T: Cells>(items: &[T], columns: &[String]) -> Rows {
    let line = |item: &T| {
        let cells = columns.iter().map(|column| item.cell(column));
        cells.map(Option::unwrap_or_default).collect()
    };
    Rows {
        header: columns.to_vec(),
        lines: items.iter().map(line).collect(),
    }
}

/// One cell in words. `list` names the codes of its state.
pub(super) fn word(locale: &Locale, list: &str, column: &str, code: &str) -> String {
    match column {
        "state" => locale.code(list, code),
        "application_state" => locale.code("application-state", code),
        "actor" => locale.code("actor", code),
        "risk" => locale.code("risk", code),
        "files" => locale.code("files", code),
        "rule_status" => locale.code("rule-status", code),
        "opened" | "last_event" | "next_due" | "due" | "safe" | "last_arguable" => {
            match (code.parse::<NaiveDate>(), code.parse::<PartialDate>()) {
                (Ok(day), _) => locale.date(day),
                (_, Ok(date)) => locale.partial(date),
                _ => code.to_owned(),
            }
        }
        _ => code.to_owned(),
    }
}

/// The cells of a deadline in words.
pub(super) fn of_deadline(locale: &Locale, item: &Deadline, columns: &[String]) -> Vec<String> {
    let cell = |column: &String| match (column.as_str(), item.cell(column)) {
        ("what", _) => what(locale, item.rule.as_deref(), &item.what),
        ("due", None) => locale.text("deadline-no-date"),
        ("worker", None) => locale.text("nobody"),
        (column, code) => {
            let code = code.unwrap_or_default();
            word(locale, "deadline-state", column, &code)
        }
    };
    columns.iter().map(cell).collect()
}
