//! Turns a view into text: one file a format, one file a view; knows nothing of where it came from.

mod ahead;
mod anonymous;
mod arranged;
mod backup;
mod batch;
mod care;
mod changes;
mod checked;
mod csv;
mod deadline;
mod document;
mod due;
mod due_lines;
mod entry;
mod explain;
mod figure;
mod found;
mod gaps;
mod handover;
mod html;
mod ics;
mod identity;
mod imported;
mod json;
mod key;
mod letter;
mod list;
mod lock;
mod log;
mod made;
mod md;
mod notice;
mod out;
mod own;
mod page;
mod people;
mod plain;
mod recorded;
mod retention;
mod rows;
mod rules;
mod sheet;
mod show;
mod stats;
mod status;
mod store;
mod suspension;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod undone;
mod verify;
mod week;
mod xlsx;

use serde::Serialize;

pub use checked::fault;
pub use csv::{MARK as TABLE_MARK, print as table_csv};
pub use deadline::{is_waiting, line as deadline_line, own_act};
pub use entry::{line as entry_line, one_line as entry_words};
pub use html::{HEAD as PAGE_HEAD, print as page_html};
pub use ics::{HEAD as CALENDAR_HEAD, calendar};
pub use identity::{person_json, person_page};
pub use md::print as page_md;
pub use own::{call_fields, field_words};
pub use people::line as person_line;
pub use rows::Rows;
pub use rules::Detailed;
pub use sheet::{Part, Sheet};
pub use stats::{
    data_package, key_in_words, note_in_words, received, table_picture, table_reading,
    table_shaped, table_workbook,
};
pub use xlsx::workbook;

use crate::i18n::Locale;

/// The forms in which a result can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: words, aligned columns, as wide as the terminal.
    Human,
    /// Lines of values between tabs: codes, no wrapping, no colour.
    Plain,
    /// One JSON object.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// Comma-separated values with a header.
    Csv,
    /// Markdown.
    Markdown,
    /// One file of HTML, to print.
    Html,
}

impl Format {
    /// The format of this name (`human`, `plain`, `json`, `jsonl`, `csv`, `md`, `html`).
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "human" => Some(Self::Human),
            "plain" => Some(Self::Plain),
            "json" => Some(Self::Json),
            "jsonl" => Some(Self::JsonLines),
            "csv" => Some(Self::Csv),
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            _ => None,
        }
    }

    /// The format that a file's ending asks for, in small letters.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "txt" => Some(Self::Human),
            "tsv" => Some(Self::Plain),
            other => {
                Self::named(other).filter(|format| !matches!(format, Self::Human | Self::Plain))
            }
        }
    }
}

/// How a result is to be printed.
#[derive(Debug)]
pub struct Output {
    /// In which form.
    pub format: Format,
    /// With colours; they never say anything alone.
    pub color: bool,
    /// In which language.
    pub locale: Locale,
    /// How many columns the reader sees.
    pub width: usize,
}

/// The width where none is known.
pub const WIDTH: usize = 80;

/// A plain result that can be printed in every form.
pub trait View: Serialize {
    /// The key of its list, each entry of which is a line of JSON Lines; without one the whole is.
    const ITEMS: Option<&'static str> = None;

    /// For people.
    fn human(&self, out: &Output) -> String;

    /// As a table of codes, for CSV.
    fn rows(&self) -> Rows;

    /// As tables of codes, for the plain form.
    fn tables(&self) -> Vec<Rows> {
        vec![self.rows()]
    }

    /// As a page, for Markdown and HTML.
    fn sheet(&self, out: &Output) -> Sheet {
        Sheet::of_codes(self.tables(), out)
    }
}

/// A view cannot be written in the form that was asked for: a defect.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// As JSON.
    #[error("the result cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// As a spreadsheet.
    #[error("the result cannot be written as a spreadsheet")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
}

/// Prints a view; the text ends with a line end unless it is empty.
///
/// # Errors
/// [`RenderError`], a defect.
pub fn render<V: View>(view: &V, out: &Output) -> Result<String, RenderError> {
    render_as(view, out, out.format)
}

/// As [`render`], in a form of the command's own choice.
///
/// # Errors
/// [`RenderError`], a defect.
pub fn render_as<V: View>(view: &V, out: &Output, format: Format) -> Result<String, RenderError> {
    let mut text = match format {
        Format::Human => view.human(out),
        Format::Plain => plain::print(&view.tables()),
        Format::Json => json::object(view)?,
        Format::JsonLines => json::lines(view)?,
        Format::Csv => {
            let mut rows = view.rows();
            rows.to_days("recorded_at");
            csv::print(&rows)
        }
        Format::Markdown => md::print(&view.sheet(out)),
        Format::Html => html::print(&view.sheet(out), out),
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}
