//! A table of codes: what the plain form and CSV print.

use serde::Serialize;
use serde_json::Value;

/// A header and lines of the same length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Column names, as in the JSON.
    pub header: Vec<String>,
    /// The lines.
    pub lines: Vec<Vec<String>>,
}

impl Rows {
    /// Takes columns out of the JSON of each item; `trigger.date` reaches into it.
    pub fn pick<'a, T: Serialize + 'a>(
        items: impl IntoIterator<Item = &'a T>,
        columns: &[&str],
    ) -> Self {
        let line = |item: &T| {
            let value = serde_json::to_value(item).unwrap_or(Value::Null);
            columns.iter().map(|path| cell(&value, path)).collect()
        };
        Self {
            header: columns.iter().map(|column| (*column).to_owned()).collect(),
            lines: items.into_iter().map(line).collect(),
        }
    }

    /// As [`Rows::pick`], with whose each is where it is said of any.
    pub fn pick_of_persons<'a, T: Serialize + 'a>(
        items: impl IntoIterator<Item = &'a T>,
        columns: &[&str],
    ) -> Self {
        let columns: Vec<&str> = columns.iter().copied().chain(["person"]).collect();
        let mut rows = Self::pick(items, &columns);
        let last = |line: &Vec<String>| line.last().is_none_or(String::is_empty);
        if rows.lines.iter().all(last) {
            rows.header.pop();
            rows.lines.iter_mut().for_each(|line| drop(line.pop()));
        }
        rows
    }

    /// Puts words in the place of a column's codes.
    pub fn in_words(&mut self, column: &str, words: impl Fn(&str) -> String) {
        let Some(at) = self.header.iter().position(|name| name == column) else {
            return;
        };
        let cells = self.lines.iter_mut().filter_map(|line| line.get_mut(at));
        cells
            .filter(|cell| !cell.is_empty())
            .for_each(|cell| *cell = words(cell));
    }

    /// Cuts the hour off a column of moments: nothing that leaves tells when somebody was at work.
    pub fn to_days(&mut self, column: &str) {
        self.in_words(column, |moment| moment.chars().take(10).collect());
    }

    /// One line: the columns of one object.
    pub fn one<T: Serialize>(item: &T, columns: &[&str]) -> Self {
        Self::pick(std::iter::once(item), columns)
    }
}

fn cell(value: &Value, path: &str) -> String {
    let found = path
        .split('.')
        .try_fold(value, |value, key| value.get(key))
        .unwrap_or(&Value::Null);
    match found {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) => items
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(","),
        other => other.to_string(),
    }
}
