//! Comma-separated values (RFC 4180, lines ended by a line feed).

use super::Rows;

/// Without this before it a spreadsheet program takes a file's letters for those of the machine's code page.
pub const MARK: &str = "\u{feff}";

/// A table with its header.
pub fn print(rows: &Rows) -> String {
    let mut text = String::new();
    for cells in std::iter::once(&rows.header).chain(&rows.lines) {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(&tame(cell))).collect();
        text.push_str(&cells.join(","));
        text.push('\n');
    }
    text
}

/// A spreadsheet runs what begins like a formula: an apostrophe keeps it a text.
fn tame(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_tames() {
        let rows = Rows {
            header: vec!["a".to_owned(), "b".to_owned()],
            lines: vec![
                vec!["1,2".to_owned(), "say \"no\"".to_owned()],
                vec!["=SUM(A1)".to_owned(), "-3".to_owned()],
            ],
        };
        assert_eq!(
            print(&rows),
            "a,b\n\"1,2\",\"say \"\"no\"\"\"\n'=SUM(A1),-3\n"
        );
    }
}
