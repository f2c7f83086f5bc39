//! A page to print or to put into another text: headings, names with values, tables.

use super::{Output, Rows};

/// A page in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// What to know before reading.
    pub lead: Vec<String>,
    /// Its parts.
    pub parts: Vec<Part>,
}

impl Sheet {
    /// Tables of codes, one below the other.
    pub(super) fn of_codes(mut tables: Vec<Rows>, out: &Output) -> Self {
        for table in &mut tables {
            table.in_words("rule_status", |code| out.locale.code("rule-status", code));
        }
        Self {
            parts: tables.into_iter().map(Part::of).collect(),
            ..Self::default()
        }
    }
}

/// One part of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// Its heading; empty where it needs none.
    pub heading: String,
    /// Names with values; empty values are left out.
    pub pairs: Vec<(String, String)>,
    /// Sentences.
    pub notes: Vec<String>,
    /// A picture of the table that follows, as SVG of our own making.
    pub picture: Option<String>,
    /// A table.
    pub table: Option<Rows>,
    /// What somebody fills in by hand.
    pub blanks: Vec<String>,
}

impl Part {
    /// A table alone.
    pub(super) fn of(table: Rows) -> Self {
        Self {
            table: Some(table),
            ..Self::default()
        }
    }

    /// The pairs that say something.
    pub(super) fn said(&self) -> impl Iterator<Item = &(String, String)> {
        self.pairs.iter().filter(|(_, value)| !value.is_empty())
    }
}
