//! Values between tabs, a header before each table, an empty line between tables.

use super::Rows;
use crate::base::text::escape;

pub(super) fn print(tables: &[Rows]) -> String {
    let mut text = String::new();
    for table in tables {
        if !text.is_empty() {
            text.push('\n');
        }
        line(&mut text, &table.header);
        for cells in &table.lines {
            line(&mut text, cells);
        }
    }
    text
}

fn line(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
    text.push_str(&cells.join("\t"));
    text.push('\n');
}
