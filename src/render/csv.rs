//! Comma-separated values (RFC 4180, lines ended by a line feed).

use super::Rows;

/// Without this before it a spreadsheet program takes a file's letters for those of the machine's code page.
pub const MARK: &str = "\u{feff}";

/// With what a cell begins that a spreadsheet program may run.
const RUN: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Behind what a cell may begin: programs go by the machine's list separator, whatever the file has, and a quotation mark amid what
/// they take for a cell then keeps nothing together.
const ENDS: [char; 6] = [',', ';', '|', '\t', '\n', '\r'];

/// A table with its header.
pub fn print(rows: &Rows) -> String {
    let mut text = String::new();
    for cells in std::iter::once(&rows.header).chain(&rows.lines) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            // The first cell begins the line whatever the separator is, and then has more in it than a number.
            if at > 0 && is_below_nought(cell) {
                text.push_str(cell);
            } else {
                text.push_str(&quoted(&tame(cell)));
            }
        }
        text.push('\n');
    }
    text
}

/// A negative number, which is no formula.
fn is_below_nought(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    let parts = digits.split('.').take(3).collect::<Vec<_>>();
    let plain = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() < 3 && parts.iter().all(plain)
}

/// An apostrophe keeps a text what would be run, at the beginning and wherever a cell could begin.
fn tame(cell: &str) -> String {
    let mut tame = String::with_capacity(cell.len());
    let mut begins = true;
    for c in cell.chars() {
        if begins && RUN.contains(&c) {
            tame.push('\'');
        }
        // A quotation mark with which a cell begins is no part of it.
        begins = ENDS.contains(&c) || (begins && c == '"');
        tame.push(c);
    }
    tame
}

fn quoted(cell: &str) -> String {
    if cell.contains('"') || cell.contains(ENDS) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_and_tames() {
        let rows = Rows {
            header: vec!["a".to_owned(), "b".to_owned()],
            lines: vec![
                vec!["1,2".to_owned(), "say \"no\"".to_owned()],
                vec!["=SUM(A1)".to_owned(), "-3".to_owned()],
                vec!["-3".to_owned(), "+7 900".to_owned()],
                vec!["q;=1+2;z".to_owned(), "a\n-b".to_owned()],
            ],
        };
        assert_eq!(
            print(&rows),
            "a,b\n\"1,2\",\"say \"\"no\"\"\"\n'=SUM(A1),-3\n'-3,'+7 900\n\"q;'=1+2;z\",\"a\n'-b\"\n"
        );
        for (text, is) in [
            ("-3", true),
            ("-3.5", true),
            ("-", false),
            ("-3.5.1", false),
            ("3", false),
        ] {
            assert_eq!(is_below_nought(text), is, "{text}");
        }
    }

    /// The cells of a file, as a program reads it that takes this for the separator.
    fn read(text: &str, separator: u8) -> Vec<String> {
        let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
        let mut left = text.as_bytes();
        let (mut cells, mut cell, mut room) = (Vec::new(), Vec::new(), [0; 64]);
        loop {
            let (done, taken, wrote) = reader.read_field(left, &mut room);
            left = &left[taken..];
            cell.extend_from_slice(&room[..wrote]);
            match done {
                csv_core::ReadFieldResult::Field { .. } => {
                    cells.push(String::from_utf8(std::mem::take(&mut cell)).unwrap());
                }
                csv_core::ReadFieldResult::End => return cells,
                csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_the_separator_is_no_cell_is_run(
            texts in proptest::collection::vec("[a1=+@,;|\"\t\r\n -]{0,9}", 6),
        ) {
            let cells = |from: usize| texts[from..from + 3].to_vec();
            let text = print(&Rows { header: cells(0), lines: vec![cells(3)] });
            for separator in *b",;|\t" {
                for cell in read(&text, separator) {
                    let runs = cell.starts_with(RUN) && !is_below_nought(&cell);
                    prop_assert!(!runs, "{cell:?} of {text:?}");
                }
            }
            let whole = read(&text, b',');
            let expected: Vec<String> = texts.iter().enumerate().map(|(at, cell)| {
                if at % 3 > 0 && is_below_nought(cell) { cell.clone() } else { tame(cell) }
            }).collect();
            prop_assert_eq!(whole, expected);
        }
    }
}
