//! The tables, as numbered files of SQL, and the format they make up.

use rusqlite::Connection;

use crate::store::error::{Damage, StoreError};

/// Marks the database as one of ours: `nans`.
pub(super) const APPLICATION_ID: i64 = 0x6e61_6e73;

/// Free pages are given back at each commit.
const AUTO_VACUUM_FULL: i64 = 1;

/// What makes each format of the one before it, counted from 1. A new database goes through all of them;
/// one of an earlier format is refused, until the first step from one is written (`docs/format/store.md`).
const MIGRATIONS: [&str; 1] = [include_str!("../../migrations/0001_history.sql")];

/// The format this program writes; the number of migrations.
pub const FORMAT: u32 = 1;

/// Before the first table: the database gives free pages back. Nothing judges what a free page holds, so
/// that an older version of one, put back, would go unnoticed.
pub(super) fn prepare(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.pragma_update(None, "auto_vacuum", AUTO_VACUUM_FULL)?)
}

/// Makes the tables of a new database, inside the caller's transaction.
pub(super) fn create(conn: &Connection) -> Result<(), StoreError> {
    for sql in MIGRATIONS {
        conn.execute_batch(sql)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", FORMAT)?;
    Ok(())
}

/// Refuses a database that is not ours, or not of this program's format.
pub(super) fn check(conn: &Connection) -> Result<(), StoreError> {
    check_for(conn, FORMAT)
}

fn check_for(conn: &Connection, known: u32) -> Result<(), StoreError> {
    let ask = |name| conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let format = ask("user_version")?;
    let keeps_none = ask("auto_vacuum")? == AUTO_VACUUM_FULL;
    if ask("application_id")? != APPLICATION_ID || format < 1 || !keeps_none {
        return Err(StoreError::damaged(Damage::Database));
    }
    match u32::try_from(format) {
        Ok(found) if found > known => Err(StoreError::NewerFormat { found, known }),
        Ok(found) if found < known => Err(StoreError::OlderFormat { found, known }),
        Ok(_) => Ok(()),
        Err(_) => Err(StoreError::damaged(Damage::Database)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_counts_the_migrations() {
        assert_eq!(usize::try_from(FORMAT).unwrap(), MIGRATIONS.len());
        assert_eq!(FORMAT, crate::vault::FORMAT);
    }

    #[test]
    fn a_newer_format_is_named_and_an_empty_file_is_none() {
        let conn = Connection::open_in_memory().unwrap();
        assert!(matches!(check(&conn), Err(StoreError::Damaged { .. })));
        prepare(&conn).unwrap();
        create(&conn).unwrap();
        check(&conn).unwrap();
        conn.pragma_update(None, "user_version", FORMAT + 1)
            .unwrap();
        assert!(matches!(
            check(&conn),
            Err(StoreError::NewerFormat { found: 2, known: 1 })
        ));
    }

    #[test]
    fn an_older_format_is_named_too() {
        let conn = Connection::open_in_memory().unwrap();
        prepare(&conn).unwrap();
        create(&conn).unwrap();
        assert!(matches!(
            check_for(&conn, FORMAT + 1),
            Err(StoreError::OlderFormat { found: 1, known: 2 })
        ));
    }

    #[test]
    fn a_database_that_keeps_free_pages_is_none_of_ours() {
        let conn = Connection::open_in_memory().unwrap();
        create(&conn).unwrap();
        assert!(matches!(check(&conn), Err(StoreError::Damaged { .. })));
    }
}
