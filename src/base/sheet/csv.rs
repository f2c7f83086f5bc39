//! CSV in the encodings and with the separators that offices have.

use zeroize::Zeroizing;

use super::encoding::{Guess, LATIN, fits, guess, has_controls};
use super::{Cell, MAX_CELL, MAX_COLUMNS, Reading, Sheet, SheetError, TooLarge};
use encoding_rs::{Encoding, WINDOWS_1252};

/// How much of a file is looked at to tell its separator.
const HEAD: usize = 64 << 10;
/// So few separators are no sign that a line is a row.
const FEW: usize = 3;

pub(super) fn read(
    bytes: &[u8],
    how: Reading<'_>,
    known: &dyn Fn(&str) -> usize,
) -> Result<Sheet, SheetError> {
    let Guess { encoding, may_be } = match how.encoding {
        Some(name) => Guess {
            encoding: Encoding::for_label(name.as_bytes()).ok_or(SheetError::NoEncoding)?,
            may_be: Vec::new(),
        },
        None => guess(bytes, known)?,
    };
    // Each byte is a letter in these, so that nothing but the letters would look wrong, and be sealed so.
    let of_bytes = how.encoding.is_some() && encoding.is_single_byte();
    if of_bytes && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        return Err(SheetError::IsUtf8);
    }
    let (text, bad) = encoding.decode_with_bom_removal(bytes);
    if bad {
        return Err(match how.encoding {
            Some(_) => SheetError::Encoding,
            None => SheetError::Letters,
        });
    }
    if encoding.is_single_byte() && has_controls(&text) {
        return Err(SheetError::Letters);
    }
    // Somebody may say one for another: those of DOS have letters where these have signs.
    let is_latin =
        |(name, _): &(&str, &str)| Encoding::for_label(name.as_bytes()) == Some(encoding);
    if of_bytes && encoding != WINDOWS_1252 && LATIN.iter().any(is_latin) && !fits(&text) {
        return Err(SheetError::Letters);
    }
    let text = match text {
        std::borrow::Cow::Borrowed(text) => Zeroizing::new(text.to_owned()),
        std::borrow::Cow::Owned(text) => Zeroizing::new(text),
    };
    // `sep=;` is a line that Excel reads and other programs show.
    let (text, said, skipped) = match text.strip_prefix("sep=").and_then(|it| it.split_once('\n')) {
        Some((sign, rest)) => (rest, sign.bytes().next(), 1),
        None => (text.as_str(), None, 0),
    };
    let separator = how.separator.or(said).unwrap_or_else(|| separator(text));
    let mut sheet = Sheet::default();
    sheet.encoding = Some(encoding.name());
    sheet.may_be = may_be;
    sheet.separator = Some(separator);
    sheet.sheets = 1;
    sheet.number = 1;
    let mut parser = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let mut field = Zeroizing::new(vec![0; MAX_CELL]);
    let mut rest = text.as_bytes();
    let (mut column, mut row, mut kept) = (0, 1_usize.saturating_add(skipped), 0_usize);
    let mut begins = true;
    // Where the cell at hand begins, and how many separators the widest row before this one has.
    let mut cell = rest;
    let mut widest = 0_usize;
    loop {
        if begins {
            // A blank line is a row of its own, which the parser would not count.
            while let Some(after) = rest
                .strip_prefix(b"\r\n")
                .or_else(|| rest.strip_prefix(b"\n"))
            {
                rest = after;
                row = row.saturating_add(1);
            }
            begins = false;
            cell = rest;
        }
        let room = field.get_mut(kept..).unwrap_or_default();
        let (result, read, written) = parser.read_field(rest, room);
        let ended_by_return = read.checked_sub(1).and_then(|last| rest.get(last)) == Some(&b'\r');
        rest = rest.get(read..).unwrap_or_default();
        kept = kept.saturating_add(written);
        match result {
            csv_core::ReadFieldResult::InputEmpty => {}
            csv_core::ReadFieldResult::OutputFull => {
                return Err(SheetError::TooLarge(TooLarge::Cell));
            }
            csv_core::ReadFieldResult::Field { record_end } => {
                let length = cell.len().saturating_sub(rest.len());
                let raw = cell.get(..length).unwrap_or_default();
                if takes_in_rows(raw, separator, widest) {
                    return Err(SheetError::Quote(row));
                }
                cell = rest;
                let text = field.get(..kept).unwrap_or_default();
                if let Some(cell) = std::str::from_utf8(text).ok().and_then(Cell::of_text) {
                    sheet.put(row, column, cell)?;
                }
                kept = 0;
                column += 1;
                if column > MAX_COLUMNS.saturating_mul(64) {
                    return Err(SheetError::TooLarge(TooLarge::Columns));
                }
                if record_end {
                    widest = widest.max(column.saturating_sub(1));
                    column = 0;
                    begins = true;
                    row = row.saturating_add(1);
                    if ended_by_return {
                        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
                    }
                }
            }
            csv_core::ReadFieldResult::End => return Ok(sheet),
        }
    }
}

/// Whether a cell that a quotation mark begins holds what stands after it in the file: the mark is closed nowhere, or first
/// by one that begins or ends another cell, or whole rows stand before that. `separators` are those of the widest row so far.
fn takes_in_rows(raw: &[u8], separator: u8, separators: usize) -> bool {
    let Some(inner) = raw.strip_prefix(b"\"") else {
        return false;
    };
    let ends_line = |byte: &u8| matches!(byte, b'\r' | b'\n');
    let mut bytes = inner.iter().enumerate();
    let close = loop {
        match bytes.next() {
            None => return true,
            Some((place, b'"')) => match inner.get(place + 1) {
                Some(b'"') => drop(bytes.next()),
                _ => break place,
            },
            Some(_) => {}
        }
    };
    let (held, after) = inner.split_at(close);
    let ends = match after.get(1) {
        None => true,
        Some(byte) => *byte == separator || ends_line(byte),
    };
    if !ends
        && held
            .iter()
            .any(|byte| *byte == separator || ends_line(byte))
    {
        return true;
    }
    // A line of prose has some commas, and seldom as many as a row.
    let about = separators.saturating_sub(separators / 4).max(FEW);
    let parts = |line: &[u8]| line.split(|byte| *byte == separator).count();
    let mut later = held.split(ends_line).skip(1);
    later.any(|line| separators >= FEW && parts(line) > about)
}

/// The sign that stands most often, outside quotes, in the first lines.
fn separator(text: &str) -> u8 {
    let mut counts = [(b';', 0_usize), (b'\t', 0), (b',', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes().take(HEAD) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                for (_, count) in counts.iter_mut().filter(|(sign, _)| *sign == byte) {
                    *count += 1;
                }
            }
            _ => {}
        }
        if lines == 10 {
            break;
        }
    }
    let best = counts
        .into_iter()
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(b',', |(sign, _)| sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_mark_takes_in_no_row() {
        let takes = |raw: &str| takes_in_rows(raw.as_bytes(), b',', 5);
        for fine in [
            "plain,",
            "5\" long,",
            "\"\",",
            "\"a, b\",",
            "\"she said \"\"no\"\", and left\"\r\n",
            "\"two\nlines, with, commas\"\n",
            "\"\"\"quoted\"\"\"",
            // As programs write it that do not double what stands within.
            "\"the \"Rose\" club\",",
        ] {
            assert!(!takes(fine), "{fine}");
        }
        for open in [
            "\"",
            "\"open\nA3,B,C,D,E,F\n",
            "\"closed by the next\nA3,\"B\",",
            "\"closed in its row,B,\"C\",",
            "\"rows within\nA3,B,C,D,E,F\nA4,\",",
            "\"a doubled one at the end\"\"",
        ] {
            assert!(takes(open), "{open}");
        }
    }
}
