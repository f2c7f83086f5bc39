//! The database file: its length, the MAC of every page, its structure.

use crate::store::error::StoreError;
use crate::store::folder::Folder;
use crate::store::length::{self, Length};
use crate::store::reader::Reader;
use crate::store::verify::{Depth, Findings};

pub(super) fn check(
    reader: &Reader,
    folder: &Folder,
    depth: Depth,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let conn = &reader.conn;
    let damaged = length::complaints(conn, "PRAGMA cipher_integrity_check")?;
    if damaged > 0 {
        findings.add("page-mac", true, damaged, &[]);
    }
    match Length::of(conn, folder)? {
        Length::Whole => {}
        // The next opening for writing cuts it off.
        Length::Uncut => findings.notice("uncut"),
        Length::Other => findings.damage("length", &[]),
    }
    if !length::is_of_last_commit(conn)? {
        findings.damage("older-page", &[]);
    }
    let sql = match depth {
        Depth::Full => "PRAGMA integrity_check",
        Depth::Quick => {
            findings.notice("indexes-left-out");
            "PRAGMA quick_check"
        }
    };
    let broken = length::complaints(conn, sql)?;
    if broken > 0 {
        findings.add("structure", true, broken, &[]);
    }
    Ok(())
}
