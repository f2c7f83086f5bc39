//! Markdown.

use super::Rows;
use super::sheet::{Part, Sheet};
use crate::base::text::escape;

/// A page as one text.
pub fn print(sheet: &Sheet) -> String {
    let mut blocks = Vec::new();
    if !sheet.title.is_empty() {
        blocks.push(format!("# {}", text(&sheet.title)));
    }
    blocks.extend(sheet.lead.iter().map(|line| text(line)));
    for part in &sheet.parts {
        part_of(&mut blocks, part);
    }
    blocks.join("\n\n")
}

fn part_of(blocks: &mut Vec<String>, part: &Part) {
    if !part.heading.is_empty() {
        blocks.push(format!("## {}", text(&part.heading)));
    }
    let pairs: Vec<String> = part
        .said()
        .map(|(name, value)| format!("- **{}:** {}", text(name), text(value)))
        .collect();
    if !pairs.is_empty() {
        blocks.push(pairs.join("\n"));
    }
    blocks.extend(part.notes.iter().map(|note| text(note)));
    if let Some(rows) = &part.table {
        blocks.push(table(rows));
    }
    blocks.extend(
        part.blanks
            .iter()
            .map(|name| format!("{}: \\_\\_\\_\\_\\_\\_\\_\\_", text(name))),
    );
}

fn table(rows: &Rows) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| text(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(rows.header.len()));
    let mut lines = vec![line(&rows.header), rule];
    lines.extend(rows.lines.iter().map(|cells| line(cells)));
    lines.join("\n")
}

/// Text that Markdown takes for nothing else, on one line.
fn text(raw: &str) -> String {
    let one: Vec<&str> = raw.split_whitespace().collect();
    let mut shown = String::new();
    for c in escape(&one.join(" ")).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_taken_for_markdown() {
        let rows = Rows {
            header: vec!["a".to_owned(), "b".to_owned()],
            lines: vec![vec!["x|y".to_owned(), "*<b>\nz".to_owned()]],
        };
        let sheet = Sheet {
            parts: vec![Part::of(rows)],
            ..Sheet::default()
        };
        assert_eq!(
            print(&sheet),
            "| a | b |\n| --- | --- |\n| x\\|y | \\*\\<b\\> z |"
        );
    }
}
