//! What stands in a column of a list, so that lists can be sorted, filtered and cut by it.

use serde::Serialize;
use serde_json::Value;

use super::{Deadline, ListItem, Task};
use crate::app::own;

/// An item of a list with columns.
pub trait Cells {
    /// What stands in a column, as a code; `None` where nothing does.
    fn cell(&self, column: &str) -> Option<String>;

    /// The same where several can stand there: one of each person.
    fn cells(&self, column: &str) -> Vec<String> {
        self.cell(column).into_iter().collect()
    }
}

impl Cells for ListItem {
    fn cell(&self, column: &str) -> Option<String> {
        match own::dimension(column) {
            Some(_) => Some(self.cells(column).join(",")).filter(|cell| !cell.is_empty()),
            None => of_json(self, column),
        }
    }

    fn cells(&self, column: &str) -> Vec<String> {
        match own::dimension(column) {
            Some(field) => self.fields.get(field).cloned().unwrap_or_default(),
            None => self.cell(column).into_iter().collect(),
        }
    }
}

impl Cells for Task {
    fn cell(&self, column: &str) -> Option<String> {
        match column {
            "callsign" => Some(self.callsign.clone()),
            "worker" => self.to.clone().or_else(|| self.worker.clone()),
            other => of_json(self, other),
        }
    }
}

impl Cells for Deadline {
    fn cell(&self, column: &str) -> Option<String> {
        match column {
            "callsign" => Some(self.callsign.clone()),
            "worker" => self.worker.clone(),
            other => of_json(self, other),
        }
    }
}

fn of_json<T: Serialize>(item: &T, column: &str) -> Option<String> {
    let value = serde_json::to_value(item).ok()?;
    let mut keys = column.split('.');
    match keys.try_fold(&value, |value, key| value.get(key))? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}
