//! XLSX. The file is unpacked once to nowhere and measured before a line of it is parsed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Dimensions, Reader as _, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike as _};
use zip::ZipArchive;

use super::shown::Shown;
use super::{Cell, MAX_TEXT, Sheet, SheetError, TooLarge};

/// What all parts may unpack to.
const MAX_UNPACKED: u64 = 512 << 20;
/// Parts that are read whole, each of whose elements takes many times its bytes in memory.
const MAX_WHOLE: u64 = 8 << 20;
/// The part with the texts, which is read whole too.
const MAX_STRINGS: u64 = 96 << 20;
/// One text between two tags, or one tag.
const MAX_STRETCH: usize = 1 << 20;
/// The same in the part with the styles: each style has a copy of the format that it names.
const MAX_FORMAT: usize = 4096;
/// Parts.
const MAX_PARTS: usize = 4096;
/// Texts of the part with the texts.
const MAX_TEXTS: usize = 8 << 20;
/// Styles.
const MAX_STYLES: usize = 100_000;
/// Cells that are one: what is filled into their rows.
const MAX_MERGED: usize = 1 << 20;
/// How many times cells are made one.
const MAX_AREAS: usize = 100_000;

pub(super) fn read(bytes: &[u8], wanted: usize) -> Result<Sheet, SheetError> {
    let held = measure(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| told(&error))?;
    let all = book.sheets_metadata().to_vec();
    let since_1904 = book.has_1904_epoch();
    let one = all.get(wanted.saturating_sub(1));
    let one = one.ok_or(SheetError::NoSheet)?;
    let name = one.name.as_str();
    let merged = book.merge_cells_by_sheet_name(name);
    let merged = merged.map_err(|error| told(&error))?;
    let mut sheet = Sheet::default();
    sheet.sheets = all.len();
    sheet.number = wanted;
    sheet.hidden = one.visible != SheetVisible::Visible;
    sheet.formulas = held.formulas;
    sheet.comments = held.comments;
    sheet.hidden_rows = held.hidden_rows;
    sheet.since_1904 = since_1904;
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| told(&error))?;
    let mut last = (0, 0);
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(|error| told(&error))?
    {
        let place = cell.pos;
        if place < last {
            return Err(SheetError::NotASheet);
        }
        last = place;
        let (Ok(row), Ok(column)) = (usize::try_from(place.0), usize::try_from(place.1)) else {
            return Err(SheetError::NotASheet);
        };
        // A formula that comes to nothing has the empty text for its result, not none.
        let value = if cell.formula.is_some() && cell.value == DataRef::Empty {
            Some(Cell::Unreckoned)
        } else {
            value(&cell.value)
        };
        if let Some(value) = value {
            sheet.put(row.saturating_add(1), column, value)?;
        }
    }
    let mut seen: BTreeMap<Option<u32>, Option<Shown>> = BTreeMap::new();
    let formats = cells.styles().iter().map(|style| {
        let format = style.number_format.as_ref()?;
        let shown = seen.entry(format.format_id);
        *shown.or_insert_with(|| Shown::of(&format.format_code, format.format_id))
    });
    let formats: Vec<Option<Shown>> = formats.collect();
    drop(cells);
    if formats.iter().any(Option::is_some) {
        as_shown(&mut sheet, &mut book, name, &formats)?;
    }
    apart(&merged)?;
    let wide = sheet.columns();
    for area in merged {
        fill(&mut sheet, area.start, area.end, wide)?;
    }
    Ok(sheet)
}

/// Puts what a cell shows in the place of the day that it holds, where it shows less. The sheet is gone through once more: a
/// formula and a format are never told together.
fn as_shown(
    sheet: &mut Sheet,
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    formats: &[Option<Shown>],
) -> Result<(), SheetError> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| told(&error))?;
    while let Some((cell, format)) = cells
        .next_cell_with_style_id()
        .map_err(|error| told(&error))?
    {
        let Some(shown) = formats.get(format).copied().flatten() else {
            continue;
        };
        let (row, column) = cell.get_position();
        let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else {
            return Err(SheetError::NotASheet);
        };
        let number = row.saturating_add(1);
        let Ok(at) = sheet.rows.binary_search_by_key(&number, |row| row.number) else {
            continue;
        };
        sheet.size = sheet.size.saturating_add(size_of::<Option<Cell>>());
        if sheet.size > MAX_TEXT {
            return Err(SheetError::TooLarge(TooLarge::Text));
        }
        let row = sheet.rows.get_mut(at);
        let place = row.and_then(|row| row.cells.get_mut(column)?.as_mut());
        if let Some(place) = place {
            match place {
                Cell::Day(day) => *place = shown.cell(*day),
                Cell::Moment(moment) => *place = shown.cell(moment.date()),
                _ => {}
            }
        }
    }
    Ok(())
}

/// Whether no cell was made one with others twice. Where it was, a file says two things of what stands there, and each time
/// would be filled in again.
fn apart(areas: &[Dimensions]) -> Result<(), SheetError> {
    if areas.len() > MAX_AREAS {
        return Err(SheetError::Merged);
    }
    let mut areas: Vec<&Dimensions> = areas.iter().collect();
    areas.sort_unstable_by_key(|area| area.start);
    // By first column: the last column and the last row of what was seen so far; no two of them share a column.
    let mut seen: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for area in areas {
        let ((top, left), (bottom, right)) = (area.start, area.end);
        while let Some((first, (last, down))) = seen.range(..=right).next_back()
            && *last >= left
        {
            if *down >= top {
                return Err(SheetError::Merged);
            }
            let first = *first;
            seen.remove(&first);
        }
        seen.insert(left, (right, bottom));
    }
    Ok(())
}

/// What stands in the first of cells that were made one stands in each of them, as far as the sheet reaches.
fn fill(
    sheet: &mut Sheet,
    start: (u32, u32),
    end: (u32, u32),
    columns: usize,
) -> Result<(), SheetError> {
    let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let (top, bottom) = (
        wide(start.0).saturating_add(1),
        wide(end.0).saturating_add(1),
    );
    let (left, right) = (wide(start.1), wide(end.1).min(columns.saturating_sub(1)));
    let first = sheet.rows.partition_point(|row| row.number < top);
    let Some(value) = sheet
        .rows
        .get(first)
        .filter(|row| row.number == top)
        .and_then(|row| row.cell(left))
        .cloned()
    else {
        return Ok(());
    };
    let mut filled = 0_usize;
    for row in sheet.rows.iter_mut().skip(first) {
        if row.number > bottom {
            break;
        }
        for column in left..=right {
            filled = filled.saturating_add(1);
            if filled > MAX_MERGED {
                return Err(SheetError::TooLarge(TooLarge::Text));
            }
            if row.cells.len() <= column {
                row.cells.resize(column.saturating_add(1), None);
            }
            if let Some(place) = row.cells.get_mut(column).filter(|place| place.is_none()) {
                *place = Some(value.clone());
            }
        }
    }
    Ok(())
}

fn value(data: &DataRef<'_>) -> Option<Cell> {
    match data {
        DataRef::Empty => None,
        DataRef::Int(number) => i32::try_from(*number)
            .map(|n| Cell::Number(f64::from(n)))
            .ok(),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::String(text) => Cell::of_text(text),
        DataRef::SharedString(text) => Cell::of_text(text),
        DataRef::Bool(yes) => Some(Cell::Text(yes.to_string())),
        DataRef::DateTime(when) if when.is_datetime() || (0.0..1.0).contains(&when.as_f64()) => {
            let (year, month, day, hour, minute, second, _) = when.to_ymd_hms_milli();
            let [month, day, hour, minute, second] =
                [month, day, hour, minute, second].map(u32::from);
            let Some(time) = NaiveTime::from_hms_opt(hour, minute, second) else {
                return Some(Cell::Bad);
            };
            // An hour is a part of a day, which may be a little less than it.
            let whole = time.overflowing_add_signed(TimeDelta::seconds(1)).0;
            let time = if whole.second() == 0 { whole } else { time };
            if (0.0..1.0).contains(&when.as_f64()) {
                return Some(Cell::Hour(time));
            }
            let day = NaiveDate::from_ymd_opt(i32::from(year), month, day);
            Some(day.map_or(Cell::Bad, |day| Cell::of_day(day, time)))
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            let hour = text
                .get(11..16)
                .and_then(|hour| format!("{hour}:00").parse().ok());
            Some(day.map_or(Cell::Bad, |day| Cell::of_day(day, hour.unwrap_or_default())))
        }
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Some(Cell::Bad),
    }
}

/// What all sheets of a file hold together.
#[derive(Default)]
struct Held {
    formulas: usize,
    comments: usize,
    hidden_rows: usize,
}

/// Unpacks every part to nowhere, to know what it holds: what the file says of its own sizes may be untrue.
fn measure(bytes: &[u8]) -> Result<Held, SheetError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::NotASheet)?;
    if archive.len() > MAX_PARTS {
        return Err(SheetError::TooLarge(TooLarge::Unpacked));
    }
    let mut total = 0_u64;
    let mut held = Held::default();
    let mut buffer = vec![0; 64 << 10];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|_| SheetError::NotASheet)?;
        let name = part.name().map_err(|_| SheetError::NotASheet)?;
        let name = name.to_ascii_lowercase();
        let ending = name.rsplit('.').next().unwrap_or_default();
        let is_xml = matches!(ending, "xml" | "rels");
        let most = if name.contains("worksheets/") {
            MAX_UNPACKED
        } else if name.ends_with("sharedstrings.xml") || !is_xml {
            MAX_STRINGS
        } else {
            MAX_WHOLE
        };
        let mut own = 0_u64;
        let longest = if name.ends_with("styles.xml") {
            MAX_FORMAT
        } else {
            MAX_STRETCH
        };
        let mut scan = Scan {
            longest,
            ..Scan::default()
        };
        loop {
            let read = part.read(&mut buffer).map_err(|_| SheetError::NotASheet)?;
            if read == 0 {
                break;
            }
            let read_long = u64::try_from(read).unwrap_or(u64::MAX);
            own = own.saturating_add(read_long);
            total = total.saturating_add(read_long);
            if own > most || total > MAX_UNPACKED {
                return Err(SheetError::TooLarge(TooLarge::Unpacked));
            }
            // A part is what the workbook makes of it, whatever its name.
            scan.take(buffer.get(..read).unwrap_or_default(), is_xml)?;
        }
        if name.contains("worksheets/") {
            held.formulas = held.formulas.saturating_add(scan.formulas);
            held.hidden_rows = held.hidden_rows.saturating_add(scan.hidden_rows);
        }
        // Those of a conversation stand here once more, as the comments that older programs show.
        if name.contains("comment") && !name.contains("threaded") {
            held.comments = held.comments.saturating_add(scan.comments);
        }
    }
    Ok(held)
}

/// Looks through XML for what no spreadsheet program writes.
#[derive(Default)]
struct Scan {
    stretch: usize,
    /// How long one may be.
    longest: usize,
    /// How much of `<!DOCTYPE` stands before.
    matched: usize,
    /// Elements called `f`.
    formulas: usize,
    /// Elements called `comment`, and how much of the name stands before.
    comments: usize,
    comment: usize,
    /// Elements called `row` that are hidden and hold something; how much of the name stands before, whether the tag is one of
    /// such, how much of the attribute stands before, and whether it says so.
    hidden_rows: usize,
    row: usize,
    in_row: bool,
    hides: usize,
    is_hidden: bool,
    /// Elements that begin with `si`, and with `xf`.
    strings: usize,
    styles: usize,
    /// Elements that begin with `me`: cells that are made one.
    merged: usize,
    before: [u8; 2],
}

impl Scan {
    fn take(&mut self, bytes: &[u8], is_xml: bool) -> Result<(), SheetError> {
        const WORD: &[u8] = b"<!doctype";
        const COMMENT: &[u8] = b"<comment";
        for byte in bytes {
            // UTF-16, in which the word below would not be found: Excel never writes it.
            if *byte == 0 && is_xml {
                return Err(SheetError::NotASheet);
            }
            if *byte == b'<' {
                self.stretch = 0;
                self.matched = 0;
            }
            self.stretch = self.stretch.saturating_add(1);
            if self.stretch > self.longest {
                return Err(SheetError::TooLarge(TooLarge::Cell));
            }
            if self.before == *b"<f" && matches!(*byte, b'>' | b' ' | b'/') {
                self.formulas = self.formulas.saturating_add(1);
            }
            if self.comment == COMMENT.len() && (byte.is_ascii_whitespace() || *byte == b'>') {
                self.comments = self.comments.saturating_add(1);
            }
            self.comment = match COMMENT.get(self.comment) {
                Some(next) if next == byte => self.comment.saturating_add(1),
                _ => usize::from(matches!(*byte, b'<' | b':')),
            };
            self.take_row(*byte);
            // Each takes many times its bytes once it is read.
            if self.before == *b"<s" && *byte == b'i' {
                self.strings = self.strings.saturating_add(1);
            }
            if self.before == *b"<x" && *byte == b'f' {
                self.styles = self.styles.saturating_add(1);
            }
            if self.before == *b"<m" && *byte == b'e' {
                self.merged = self.merged.saturating_add(1);
            }
            // Beside each such there is one around them all.
            if self.merged > MAX_AREAS.saturating_add(1) {
                return Err(SheetError::Merged);
            }
            if self.strings > MAX_TEXTS || self.styles > MAX_STYLES {
                return Err(SheetError::TooLarge(TooLarge::Unpacked));
            }
            self.before = [self.before[1], *byte];
            if WORD.get(self.matched) == Some(&byte.to_ascii_lowercase()) {
                self.matched = self.matched.saturating_add(1);
                if self.matched == WORD.len() {
                    return Err(SheetError::DocumentType);
                }
            } else {
                // What does not begin a tag's name is none.
                self.matched = WORD.len().saturating_add(1);
            }
        }
        Ok(())
    }

    /// Looks for rows that are hidden: `<row r="3" hidden="1">`. One in which nothing stands is closed at once.
    fn take_row(&mut self, byte: u8) {
        const ROW: &[u8] = b"<row";
        const HIDDEN: &[u8] = b" hidden=";
        if byte == b'>' {
            let holds = self.before[1] != b'/';
            if self.in_row && self.is_hidden && holds {
                self.hidden_rows = self.hidden_rows.saturating_add(1);
            }
            (self.in_row, self.is_hidden) = (false, false);
        }
        let is_space = byte.is_ascii_whitespace();
        if self.row == ROW.len() && is_space {
            self.in_row = true;
        }
        self.row = match ROW.get(self.row) {
            Some(next) if *next == byte => self.row.saturating_add(1),
            _ => usize::from(matches!(byte, b'<' | b':')),
        };
        self.hides = match HIDDEN.get(self.hides) {
            Some(next) if *next == byte => self.hides.saturating_add(1),
            // The mark before what it says, and that.
            None if self.hides == HIDDEN.len() => self.hides.saturating_add(1),
            None => {
                self.is_hidden |= matches!(byte, b'1' | b't');
                0
            }
            _ => usize::from(is_space),
        };
    }
}

fn told(error: &XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::OldExcel,
        _ => SheetError::NotASheet,
    }
}
