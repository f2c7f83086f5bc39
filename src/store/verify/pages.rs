//! The database file: its length, the MAC of every page, its structure.

use crate::store::commit;
use crate::store::connection;
use crate::store::error::{Part, StoreError};
use crate::store::folder::Folder;
use crate::store::reader::Reader;
use crate::store::verify::{Depth, Findings};

pub(super) fn check(
    reader: &Reader,
    folder: &Folder,
    depth: Depth,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let damaged = lines(reader, "PRAGMA cipher_integrity_check")?;
    if damaged > 0 {
        findings.add("page-mac", true, damaged, &[]);
    }
    let number = |name| {
        reader
            .conn
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
    };
    let length = number("page_count")?.saturating_mul(connection::PAGE);
    let really = folder.path(Part::Database).metadata()?.len();
    if u64::try_from(length).ok() != Some(really) {
        findings.damage("length", &[]);
    }
    let last = commit::last(&reader.conn)?;
    if number("schema_version")? != commit::stamp(last.commit) {
        findings.damage("older-page", &[]);
    }
    let sql = match depth {
        Depth::Full => "PRAGMA integrity_check",
        Depth::Quick => {
            findings.notice("indexes-left-out");
            "PRAGMA quick_check"
        }
    };
    let broken = lines(reader, sql)?;
    if broken > 0 {
        findings.add("structure", true, broken, &[]);
    }
    Ok(())
}

/// How many lines a check prints beside `ok`.
fn lines(reader: &Reader, sql: &str) -> Result<u64, StoreError> {
    let mut statement = reader.conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += u64::from(row.get_ref(0)?.as_str() != Ok("ok"));
    }
    Ok(count)
}
