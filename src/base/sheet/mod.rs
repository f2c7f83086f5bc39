//! Reads a spreadsheet (CSV, XLSX) that somebody else made into rows, within bounded memory.

mod csv;
mod encoding;
mod shown;
mod western;
mod xlsx;

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use zeroize::Zeroize as _;

use crate::base::file::read_regular;

/// A file that is larger is refused before it is read.
pub const MAX_FILE: u64 = 128 << 20;
/// Columns.
pub const MAX_COLUMNS: usize = 256;
/// Rows, as many as Excel has.
pub const MAX_ROWS: usize = 1 << 20;
/// Bytes of one cell: four for each of Excel's 32,767 characters.
pub const MAX_CELL: usize = 4 * 32_767;
/// Bytes of all cells, and for each cell what it takes besides.
pub const MAX_TEXT: usize = 384 << 20;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, trimmed and never empty.
    Text(String),
    /// A number.
    Number(f64),
    /// A day that the file itself calls one.
    Day(NaiveDate),
    /// One with an hour that is not midnight.
    Moment(NaiveDateTime),
    /// An hour without a day.
    Hour(NaiveTime),
    /// What a formula could not work out, or a span of time.
    Bad,
    /// A formula whose result the file does not hold: no spreadsheet program has saved it since.
    Unreckoned,
}

/// One row that is not blank.
#[derive(Debug)]
pub struct Row {
    /// As the spreadsheet counts it, from 1.
    pub number: usize,
    /// Its cells, from the first column; short rows end early.
    pub cells: Vec<Option<Cell>>,
}

/// A sheet. What it held is wiped when it goes.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The rows that are not blank.
    pub rows: Vec<Row>,
    /// How a CSV file is encoded.
    pub encoding: Option<&'static str>,
    /// The encodings that its letters fit, where nothing tells which of them it is: it is read in the first.
    pub may_be: Vec<&'static str>,
    /// What parts its columns.
    pub separator: Option<u8>,
    /// How many sheets the file has.
    pub sheets: usize,
    /// Which of them it is, from 1.
    pub number: usize,
    /// A spreadsheet program does not show it.
    pub hidden: bool,
    /// How many cells are formulas; the values that the file holds for them are taken.
    pub formulas: usize,
    /// How many of its cells have a comment: none is taken.
    pub comments: usize,
    /// How many rows of the file a spreadsheet program does not show, though something stands in them: they are read as others.
    pub hidden_rows: usize,
    /// Days are counted from 1904.
    pub since_1904: bool,
    /// What it takes so far.
    size: usize,
}

/// How to read a file, as far as somebody said it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// The encoding of a CSV file.
    pub encoding: Option<&'a str>,
    /// What parts its columns.
    pub separator: Option<u8>,
    /// Which sheet of several, from 1.
    pub sheet: usize,
}

/// Why a file cannot be read as a sheet.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The system's.
    #[error("cannot read the file")]
    Io(#[source] std::io::Error),
    /// Beyond what any honest sheet holds.
    #[error("too large: {0}")]
    TooLarge(TooLarge),
    /// An XML part with a document type: entities can be anything.
    #[error("a document type")]
    DocumentType,
    /// Old Excel, or one with a password.
    #[error("an old or locked file")]
    OldExcel,
    /// A zip file that is no XLSX, or a damaged one.
    #[error("not a spreadsheet")]
    NotASheet,
    /// No sheet of that number.
    #[error("no such sheet")]
    NoSheet,
    /// Bytes that the encoding does not have, first in this line.
    #[error("not in that encoding")]
    Encoding,
    /// Letters of no encoding that is known here, or of another than was said.
    #[error("letters of another encoding")]
    Letters,
    /// UTF-8, where somebody said otherwise.
    #[error("UTF-8, not the encoding that was said")]
    IsUtf8,
    /// No such encoding.
    #[error("no such encoding")]
    NoEncoding,
    /// Cells that were made one with others twice, or more often than anybody does.
    #[error("merged cells that overlap, or too many")]
    Merged,
    /// A quotation mark opens in this row and takes in what stands after its cell.
    #[error("a quotation mark that is not closed, in row {0}")]
    Quote(usize),
    /// Nothing in it.
    #[error("an empty sheet")]
    Empty,
}

/// What is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// The file.
    File,
    /// What it unpacks to.
    Unpacked,
    /// One cell.
    Cell,
    /// Columns.
    Columns,
    /// Rows.
    Rows,
    /// All cells together.
    Text,
}

impl TooLarge {
    /// The id of its sentence.
    pub const fn id(self) -> &'static str {
        match self {
            Self::File => "too-large-file",
            Self::Unpacked => "too-large-unpacked",
            Self::Cell => "too-large-cell",
            Self::Columns => "too-large-columns",
            Self::Rows => "too-large-rows",
            Self::Text => "too-large-text",
        }
    }
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl Sheet {
    /// Reads a file. `known` counts how many words of a first text are known: it chooses among encodings.
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn read(
        path: &Path,
        how: Reading<'_>,
        known: &dyn Fn(&str) -> usize,
    ) -> Result<Self, SheetError> {
        let sheet = Self::read_even_empty(path, how, known)?;
        if sheet.rows.is_empty() {
            return Err(SheetError::Empty);
        }
        Ok(sheet)
    }

    /// Reads a file, also where nothing stands in this sheet of it: it says how many others there are.
    ///
    /// # Errors
    /// [`SheetError`], but not that it is empty.
    pub fn read_even_empty(
        path: &Path,
        how: Reading<'_>,
        known: &dyn Fn(&str) -> usize,
    ) -> Result<Self, SheetError> {
        let bytes = read_regular(path, MAX_FILE).map_err(|error| match error.kind() {
            std::io::ErrorKind::FileTooLarge => SheetError::TooLarge(TooLarge::File),
            _ => SheetError::Io(error),
        })?;
        if bytes.starts_with(b"PK") {
            xlsx::read(&bytes, how.sheet)
        } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            Err(SheetError::OldExcel)
        } else {
            csv::read(&bytes, how, known)
        }
    }

    /// Whether a file is a sheet, by its name.
    pub fn is_named_so(path: &Path) -> bool {
        let ending = path.extension().and_then(std::ffi::OsStr::to_str);
        ending.is_some_and(|ending| {
            ["csv", "tsv", "xlsx", "xlsm", "xls", "ods"]
                .iter()
                .any(|one| ending.eq_ignore_ascii_case(one))
        })
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        let widths = self.rows.iter().map(|row| row.cells.len());
        widths.max().unwrap_or(0)
    }

    /// Puts a cell where it belongs; rows come in their order.
    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), SheetError> {
        if column >= MAX_COLUMNS {
            return Err(SheetError::TooLarge(TooLarge::Columns));
        }
        if row > MAX_ROWS {
            return Err(SheetError::TooLarge(TooLarge::Rows));
        }
        let mut takes = size_of::<Option<Cell>>();
        if let Cell::Text(text) = &cell {
            if text.len() > MAX_CELL {
                return Err(SheetError::TooLarge(TooLarge::Cell));
            }
            takes = takes.saturating_add(text.len());
        }
        if self.rows.last().is_none_or(|last| last.number != row) {
            takes = takes.saturating_add(size_of::<Row>());
            self.rows.push(Row {
                number: row,
                cells: Vec::new(),
            });
        }
        let Some(last) = self.rows.last_mut() else {
            return Ok(());
        };
        let wanted = column.saturating_add(1);
        if last.cells.len() < wanted {
            takes = takes.saturating_mul(wanted.saturating_sub(last.cells.len()));
            last.cells.resize(wanted, None);
        }
        self.size = self.size.saturating_add(takes);
        if self.size > MAX_TEXT {
            return Err(SheetError::TooLarge(TooLarge::Text));
        }
        if let Some(place) = last.cells.get_mut(column) {
            *place = Some(cell);
        }
        Ok(())
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some(Cell::Text(text)) = cell {
                text.zeroize();
            }
        }
    }
}

impl Row {
    /// A cell.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.get(column)?.as_ref()
    }
}

impl Cell {
    /// A day with the hour beside it; midnight is none.
    fn of_day(day: NaiveDate, hour: NaiveTime) -> Self {
        if hour == NaiveTime::default() {
            Self::Day(day)
        } else {
            Self::Moment(day.and_time(hour))
        }
    }

    /// Text as it is kept, none where there is none.
    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200e}' | '\u{200f}')
        });
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }

    /// As it would be typed.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
            Self::Hour(hour) => hour.format("%H:%M").to_string(),
            Self::Bad | Self::Unreckoned => String::new(),
        }
    }
}

/// The encoding that people are told of: Unicode says so itself.
pub fn told(encoding: Option<&'static str>) -> Option<&'static str> {
    encoding.filter(|name| !name.starts_with("UTF-"))
}

/// The languages that are written in an encoding, of those that a file can be in where nothing tells which.
pub fn languages(encoding: &str) -> Option<&'static str> {
    let mut all = encoding::LATIN.iter();
    all.find(|(name, _)| *name == encoding).map(|it| it.1)
}

/// `A`, `Z`, `AA`: how a spreadsheet calls its columns, from 0.
pub fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let digit = u8::try_from(column % 26).unwrap_or_default();
        name.insert(0, char::from(b'A'.saturating_add(digit)));
        column /= 26;
        if column == 0 {
            return name;
        }
        column -= 1;
    }
}

/// The reverse.
pub fn column(letters: &str) -> Option<usize> {
    let mut place = 0_usize;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    for letter in letters.bytes() {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A')?;
        if digit > 25 {
            return None;
        }
        place = place.checked_mul(26)?.checked_add(usize::from(digit) + 1)?;
    }
    place.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (place, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(place), name);
            assert_eq!(column(name), Some(place));
        }
        assert_eq!(column("é"), None);
        assert_eq!(column(""), None);
    }
}
