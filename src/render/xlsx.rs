//! A workbook (XLSX): the same codes as CSV has, days as days, one sheet a table; no author, no path, no hour.

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::html::from_the_right;
use super::{Output, RenderError, Rows};

/// The columns of numbers; in any other one digits are a name.
const NUMBERS: &[&str] = &["people", "person", "days_left", "count"];

/// The most characters that a cell holds; of what is longer a sign says that it goes on.
const MOST: usize = 32_767;

/// The number of A4 among the sizes of paper.
const A4: u8 = 9;

/// A sheet of figures.
pub(super) struct Figures {
    /// Its name.
    pub name: String,
    /// What is said above its head; where nothing is, the head is its first row.
    pub above: Option<String>,
    /// What stands in it.
    pub rows: Rows,
    /// From which column on they are numbers.
    pub from: usize,
}

/// The tables as a file. `day` is the one that it says it was made on.
///
/// # Errors
/// [`RenderError::Sheet`]: more lines than a sheet has, or a defect.
pub fn workbook(
    name: &str,
    tables: &[Rows],
    day: NaiveDate,
    out: &Output,
) -> Result<Vec<u8>, RenderError> {
    let mut book = begun(day)?;
    for (at, table) in (1_usize..).zip(tables) {
        let sheet = book.add_worksheet();
        match at {
            1 => sheet.set_name(name)?,
            at => sheet.set_name(format!("{name} {at}"))?,
        };
        // Lists are long: their head stands on each page.
        sheet.set_repeat_rows(0, 0)?;
        write(sheet, None, table, out, &|_, name| NUMBERS.contains(&name))?;
    }
    Ok(book.save_to_buffer()?)
}

/// Figures as a file, in words: what is a number is one, what is withheld stays a text. It has no named ranges, which a head on
/// each page would be.
///
/// # Errors
/// [`RenderError::Sheet`], a defect.
pub(super) fn figures(
    sheets: &[Figures],
    day: NaiveDate,
    out: &Output,
) -> Result<Vec<u8>, RenderError> {
    let mut book = begun(day)?;
    for one in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&one.name)?;
        let is_number = |column: u16, _: &str| usize::from(column) >= one.from;
        write(sheet, one.above.as_deref(), &one.rows, out, &is_number)?;
    }
    Ok(book.save_to_buffer()?)
}

/// An empty book that says of itself on which day it was made, and nothing else.
fn begun(day: NaiveDate) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let made = date(day)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(book)
}

fn write(
    sheet: &mut Worksheet,
    above: Option<&str>,
    table: &Rows,
    out: &Output,
    is_number: &dyn Fn(u16, &str) -> bool,
) -> Result<(), XlsxError> {
    sheet.set_right_to_left(from_the_right(out.locale.language()));
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    let first = u32::from(above.is_some());
    sheet.set_freeze_panes(first + 1, 0)?;
    let head = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    // What Excel itself writes for an apostrophe before a text: it stays one, also in what is saved from it as CSV.
    let tame = Format::new().set_quote_prefix();
    for (column, name) in (0_u16..).zip(&table.header) {
        sheet.write_string_with_format(first, column, name, &head)?;
    }
    for (row, cells) in (first + 1..).zip(&table.lines) {
        for ((column, name), cell) in (0_u16..).zip(&table.header).zip(cells) {
            if cell.is_empty() {
                continue;
            }
            let number = cell.parse::<i32>().ok();
            let number = number.filter(|_| is_number(column, name));
            if let Some(number) = number {
                sheet.write_number(row, column, number)?;
            } else if let Some(of) = whole_day(cell) {
                sheet.write_datetime_with_format(row, column, &of, &day)?;
            } else {
                let cut = if cell.chars().count() > MOST {
                    let most: String = cell.chars().take(MOST - 1).collect();
                    format!("{most}…")
                } else {
                    cell.clone()
                };
                if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                    sheet.write_string_with_format(row, column, cut, &tame)?;
                } else {
                    sheet.write_string(row, column, cut)?;
                }
            }
        }
    }
    sheet.autofit();
    // A sentence, which is no measure for the width of a column.
    if let Some(said) = above {
        sheet.write_string_with_format(0, 0, said, &head)?;
    }
    Ok(())
}

/// A day that spreadsheets know: they begin with 1900, and count one of that year that there was not.
fn whole_day(cell: &str) -> Option<ExcelDateTime> {
    let day = cell.parse::<NaiveDate>().ok()?;
    let plain = day.format("%Y-%m-%d").to_string() == cell && day.year() > 1900;
    date(day).ok().filter(|_| plain)
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let month = u8::try_from(day.month()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::*;
    use crate::i18n::Locale;
    use crate::render::Format;

    #[test]
    fn what_looks_like_a_formula_is_a_text_and_stays_as_it_was() {
        let texts = [
            "=1+1",
            "+1",
            "-2",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "007",
            "2026",
            "1899-12-31",
        ];
        let header = ["code"].map(str::to_owned).to_vec();
        let lines = texts.map(|text| vec![text.to_owned()]).to_vec();
        let out = Output {
            format: Format::Human,
            color: false,
            locale: Locale::english(),
            width: 80,
        };
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let bytes = workbook("list", &[Rows { header, lines }], day, &out).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("list").unwrap().is_empty());
        let range = book.worksheet_range("list").unwrap();
        let read: Vec<Data> = range.rows().skip(1).map(|row| row[0].clone()).collect();
        assert_eq!(
            read,
            texts.map(|text| Data::String(text.to_owned())).to_vec()
        );
    }
}
