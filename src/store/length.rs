//! Whether `store.db` is as long as its pages are many, and what a kill left behind them.
//!
//! SQLite cuts the file off after the `COMMIT` that gave pages back. Whoever is killed between the two leaves pages behind
//! the last one, with what stood there before; an erasure is then done, and what it erased lies on the disk still.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::store::commit;
use crate::store::connection::PAGE;
use crate::store::error::{Part, StoreError};
use crate::store::folder::Folder;
use crate::store::open::Store;

/// How long the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// As its pages are many.
    Whole,
    /// Longer, by whole pages that were written under its key: they are still to be cut off.
    Uncut,
    /// Shorter, or longer by anything else.
    Other,
}

impl Length {
    /// Looks at the file; at every page of it where it is longer than it should be. Nobody may write meanwhile.
    pub fn of(conn: &Connection, folder: &Folder) -> Result<Self, StoreError> {
        let said = number(conn, "page_count")?.saturating_mul(PAGE);
        let path = folder.path(Part::Database);
        let really = path.metadata().map_err(StoreError::reading)?.len();
        let more = i64::try_from(really)
            .unwrap_or(i64::MAX)
            .saturating_sub(said);
        Ok(match more {
            0 => Self::Whole,
            // An older first page, put back, would say too few of them.
            1.. if more % PAGE == 0
                && is_of_last_commit(conn)?
                && complaints(conn, "PRAGMA cipher_integrity_check")? == 0 =>
            {
                Self::Uncut
            }
            _ => Self::Other,
        })
    }
}

/// Whether the first page is that of the last commit.
pub(super) fn is_of_last_commit(conn: &Connection) -> Result<bool, StoreError> {
    let last = commit::last(conn)?;
    Ok(number(conn, "schema_version")? == commit::stamp(last.commit))
}

fn number(conn: &Connection, pragma: &str) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, pragma, |row| row.get(0))?)
}

/// How many lines a check prints beside `ok`.
pub(super) fn complaints(conn: &Connection, check: &str) -> Result<u64, StoreError> {
    let mut statement = conn.prepare(check)?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += u64::from(row.get_ref(0)?.as_str() != Ok("ok"));
    }
    Ok(count)
}

impl Store {
    /// Under the lock and outside a transaction: cuts off what a killed process left behind the last page. A file that is
    /// longer for another reason stays as it is, for `store verify` to see.
    pub(super) fn cut_off(&self) -> Result<(), StoreError> {
        let conn = &self.reader.conn;
        if Length::of(conn, &self.folder)? != Length::Uncut {
            return Ok(());
        }
        // SQLite cuts the file with every commit that gives pages back. Closing a handle of our own would drop its locks.
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        let room = "INSERT INTO meta (name, value) VALUES ('room', zeroblob(?1))";
        conn.execute(room, [PAGE * 2])?;
        conn.execute("DELETE FROM meta WHERE name = 'room'", [])?;
        Ok(transaction.commit()?)
    }
}
