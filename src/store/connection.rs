//! Opens the SQLCipher file with the settings of `docs/format/store.md`, each of which is read back.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::base::secret::Secret32;
use crate::store::error::StoreError;

/// How SQLite may use the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Reads and writes.
    Write,
    /// Reads; a journal left by a killed writer may still be rolled back.
    Read,
    /// Touches nothing (a folder that cannot be written to).
    Frozen,
}

/// Bytes of a page.
pub(super) const PAGE: i64 = 4096;

/// What is asked before the key is given, and the answer.
const BEFORE_KEY: [(&str, &str, &str); 3] = [
    (
        "PRAGMA cipher_log_level = NONE",
        "PRAGMA cipher_log_level",
        "NONE",
    ),
    (
        "PRAGMA cipher_memory_security = ON",
        "PRAGMA cipher_memory_security",
        "1",
    ),
    (
        "PRAGMA busy_timeout = 10000",
        "PRAGMA busy_timeout",
        "10000",
    ),
];

/// What is asked after it; the first statement reads the file, which proves the key.
const AFTER_KEY: [(&str, &str, &str); 14] = [
    ("PRAGMA cache_size = -2048", "PRAGMA cipher_status", "1"),
    (
        "PRAGMA cache_size = -2048",
        "SELECT sqlite_compileoption_used('OMIT_LOAD_EXTENSION')",
        "1",
    ),
    (
        "PRAGMA cipher_page_size = 4096",
        "PRAGMA cipher_page_size",
        "4096",
    ),
    (
        "PRAGMA temp_store = MEMORY",
        "SELECT sqlite_compileoption_used('TEMP_STORE=3')",
        "1",
    ),
    ("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"),
    ("PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"),
    (
        "PRAGMA journal_mode = TRUNCATE",
        "PRAGMA journal_mode",
        "truncate",
    ),
    ("PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"),
    ("PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"),
    ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"),
    ("PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"),
    ("PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"),
    (
        "PRAGMA recursive_triggers = ON",
        "PRAGMA recursive_triggers",
        "1",
    ),
    (
        "PRAGMA locking_mode = NORMAL",
        "PRAGMA locking_mode",
        "normal",
    ),
];

/// What is asked for writing: a transaction that outgrows its cache stays in memory until `COMMIT`. Pages
/// written before would lock out every reader until then.
const WRITER: [(&str, &str, &str); 1] = [("PRAGMA cache_spill = OFF", "PRAGMA cache_spill", "0")];

/// What is asked for reading.
const READER: [(&str, &str, &str); 1] = [("PRAGMA query_only = ON", "PRAGMA query_only", "1")];

/// Opens the database, which must exist, under a raw key.
pub(super) fn open(path: &Path, key: &Secret32, mode: Mode) -> Result<Connection, StoreError> {
    let access = match mode {
        Mode::Write | Mode::Read => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Frozen => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set(&conn, &BEFORE_KEY)?;
    give_key(&conn, key)?;
    set(&conn, &AFTER_KEY)?;
    if mode == Mode::Write {
        set(&conn, &WRITER)?;
        widen(&conn)?;
    } else {
        set(&conn, &READER)?;
    }
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// Gives a writer, or a pass over the whole store, a larger cache than commands that read. Memory is
/// taken only as pages are met.
pub(super) fn widen(conn: &Connection) -> Result<(), StoreError> {
    step(conn, "PRAGMA cache_size = -16384")
}

/// How much of a transaction stays in memory before pages are written: [`spill`].
/// Little in tests, which would take long otherwise.
const MUCH: &str = if cfg!(test) {
    "PRAGMA cache_size = -8192"
} else {
    "PRAGMA cache_size = -131072"
};

/// Lets a transaction that brings much write pages before its end, or keeps the next one from it. They go into the
/// database, encrypted like all of it, with what they replace in the journal beside; from the first one on nobody else
/// reads until the transaction ends.
pub(super) fn spill(conn: &Connection, on: bool) -> Result<(), StoreError> {
    if on {
        step(conn, MUCH)?;
        step(conn, "PRAGMA cache_spill = ON")
    } else {
        set(conn, &WRITER)?;
        widen(conn)
    }
}

fn set(
    conn: &Connection,
    settings: &[(&'static str, &'static str, &str)],
) -> Result<(), StoreError> {
    for &(set, ask, wanted) in settings {
        step(conn, set)?;
        let answer = ask_text(conn, ask)?;
        if !answer.is_some_and(|answer| answer.eq_ignore_ascii_case(wanted)) {
            return Err(StoreError::Build { setting: ask });
        }
    }
    Ok(())
}

/// Runs a statement and leaves out what it answers.
fn step(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn ask_text(conn: &Connection, sql: &str) -> Result<Option<String>, StoreError> {
    use rusqlite::types::ValueRef;
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(match row.get_ref(0)? {
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => None,
    })
}

/// The key as 64 hexadecimal digits, so that no passphrase derivation runs and the salt stays in
/// the file. Our statement is wiped here. SQLite's copy of it may lie in memory that SQLite uses again; it
/// is wiped when that is given back, at the latest with the connection (`cipher_memory_security`).
fn give_key(conn: &Connection, key: &Secret32) -> Result<(), StoreError> {
    with_digits(conn, "PRAGMA key = \"x'", key)
}

/// Puts the whole database under another key, in one transaction of its own. SQLCipher says nothing of a commit that
/// failed: whoever calls opens it again to see.
pub(super) fn rekey(conn: &Connection, key: &Secret32) -> Result<(), StoreError> {
    // What prepared statements hold keeps the pages busy.
    conn.flush_prepared_statement_cache();
    // Nobody reads beside whoever changes the keys, and every page is written: they need not wait for each other in memory.
    spill(conn, true)?;
    with_digits(conn, "PRAGMA rekey = \"x'", key)
}

fn with_digits(conn: &Connection, begin: &str, key: &Secret32) -> Result<(), StoreError> {
    let mut sql = Zeroizing::new(String::with_capacity(96));
    sql.push_str(begin);
    for byte in key.expose() {
        for nibble in [byte >> 4, byte & 15] {
            sql.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    sql.push_str("'\"");
    step(conn, &sql)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::random::Random;

    #[test]
    fn every_setting_holds_and_the_key_counts() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("store.db");
        let key = Secret32::random(&mut Random::system()).unwrap();
        assert!(open(&path, &key, Mode::Write).is_err(), "makes no file");
        crate::base::file::write_new(&path, b"").unwrap();
        let conn = open(&path, &key, Mode::Write).unwrap();
        conn.execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES ('amber-heron')")
            .unwrap();
        drop(conn);
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(11).any(|text| text == b"amber-heron"));
        assert!(!bytes.windows(6).any(|text| text == b"SQLite"));
        for mode in [Mode::Write, Mode::Read, Mode::Frozen] {
            let conn = open(&path, &key, mode).unwrap();
            let read = conn.query_row("SELECT a FROM t", [], |row| row.get::<_, String>(0));
            assert_eq!(read.unwrap(), "amber-heron");
            let written = conn.execute("INSERT INTO t VALUES (1)", []);
            assert_eq!(written.is_ok(), mode == Mode::Write);
        }
        let other = Secret32::random(&mut Random::system()).unwrap();
        assert!(matches!(
            open(&path, &other, Mode::Read),
            Err(StoreError::Damaged { .. })
        ));
    }

    #[test]
    fn a_setting_that_does_not_hold_is_named() {
        let conn = Connection::open_in_memory().unwrap();
        let asked = set(
            &conn,
            &[("PRAGMA synchronous = 1", "PRAGMA synchronous", "3")],
        );
        assert!(matches!(
            asked,
            Err(StoreError::Build {
                setting: "PRAGMA synchronous"
            })
        ));
    }
}
