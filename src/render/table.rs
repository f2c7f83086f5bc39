//! A table for people: aligned columns, no lines around them, nothing that breaks copying.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::Output;
use super::text::width;
use crate::base::text::escape;

/// How a column behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Never broken: dates, case numbers, ids.
    Whole,
    /// Broken at spaces where the terminal is narrow.
    Words,
    /// Numbers, to the right.
    Number,
}

/// Prints rows under a header; the data are escaped here.
pub(super) fn print(
    out: &Output,
    indent: &str,
    head: &[(String, Column)],
    rows: &[Vec<String>],
) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(room(out, indent))
        .set_header(head.iter().map(|(name, _)| name.as_str()));
    for row in rows {
        table.add_row(row.iter().map(|cell| escape(cell)));
    }
    let last = head.len().saturating_sub(1);
    for (at, (name, column)) in head.iter().enumerate() {
        let widest = rows
            .iter()
            .filter_map(|row| row.get(at))
            .map(|cell| width(cell))
            .fold(width(name), usize::max);
        let right = if at == last { 0 } else { 2 };
        let Some(made) = table.column_mut(at) else {
            continue;
        };
        made.set_padding((0, right));
        if *column == Column::Number {
            made.set_cell_alignment(CellAlignment::Right);
        }
        if *column != Column::Words {
            let columns = u16::try_from(widest)
                .unwrap_or(u16::MAX)
                .saturating_add(right);
            made.set_constraint(ColumnConstraint::Absolute(Width::Fixed(columns)));
        }
    }
    let mut text = String::new();
    for line in table.lines() {
        text.push_str(indent);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn room(out: &Output, indent: &str) -> u16 {
    u16::try_from(out.width.saturating_sub(width(indent))).unwrap_or(u16::MAX)
}
