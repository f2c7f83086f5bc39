//! What `--force` replaces: files as this program makes them, and no others. A key, a store or a backup lost to a mistyped name is
//! lost for good.

use std::io::{self, Cursor};
use std::path::Path;

use zip::ZipArchive;

use crate::base::file::read_regular;
use crate::cli::error::{Failure, Usage};
use crate::render::{CALENDAR_HEAD, PAGE_HEAD, TABLE_MARK};

/// Longer files are not read to see what they are: none of ours is.
const LONGEST: u64 = 256 << 20;

/// What is made again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::cmd) enum Sort {
    Calendar,
    Csv,
    Xlsx,
    Html,
    Md,
}

impl Sort {
    /// That the file there may go: it is empty, or one of this sort.
    pub fn must_be_at(self, path: &Path) -> Result<(), Failure> {
        let bytes = match read_regular(path, LONGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(Usage::NotReplaced.into());
            }
            Err(error) => return Err(Failure::Output(error)),
        };
        if bytes.is_empty() || self.is(&bytes) {
            Ok(())
        } else {
            Err(Usage::NotReplaced.into())
        }
    }

    fn is(self, bytes: &[u8]) -> bool {
        if self == Self::Xlsx {
            let archive = ZipArchive::new(Cursor::new(bytes));
            return archive.is_ok_and(|mut it| it.by_name("xl/workbook.xml").is_ok());
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            return false;
        };
        let begins = match self {
            Self::Calendar => text.starts_with(CALENDAR_HEAD),
            Self::Html => text.starts_with(PAGE_HEAD),
            // Others that begin with a comment, such as lists of recipients, go on in the next line.
            Self::Md => text.starts_with("# ") && text.lines().nth(1).is_none_or(str::is_empty),
            Self::Csv | Self::Xlsx => text.starts_with(TABLE_MARK),
        };
        begins && !text.contains('\0') && !text.contains("AGE-SECRET-KEY-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        for (sort, ours, other) in [
            (
                Sort::Calendar,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar//calendar//EN\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//EN\r\n",
            ),
            (Sort::Csv, "\u{feff}case,due\n", "case,due\n"),
            (Sort::Html, "<!doctype html>\n<html lang=\"en\">", "<html>"),
            (Sort::Md, "# A case\n\n- **a:** b", "# office\nage1pq"),
            (Sort::Md, "# due", "# a\n\nAGE-SECRET-KEY-1"),
            (Sort::Csv, "\u{feff}", "\u{feff}a\0"),
            (Sort::Csv, "\u{feff}a", "age-encryption.org/v1\n"),
        ] {
            assert!(sort.is(ours.as_bytes()), "{ours}");
            assert!(!sort.is(other.as_bytes()), "{other}");
        }
        assert!(!Sort::Xlsx.is(b"PK\x03\x04"));
    }
}
