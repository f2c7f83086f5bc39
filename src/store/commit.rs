//! Commits: each write transaction, chained over the hashes of its events (`docs/format/store.md`, "Commits").

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::base::id::StreamId;
use crate::store::error::{Damage, StoreError};
use crate::store::head::Tip;
use crate::store::sql::{blob, count, integer};

/// A run of events of one stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub stream: StreamId,
    pub first: u64,
    pub last: u64,
}

/// Chains the roots.
pub(super) struct Root(blake3::Hasher);

impl Root {
    /// Begins the root of the commit after `before` (`None` for the first).
    pub fn after(before: Option<Tip>) -> (u64, Self) {
        let (number, root) = match before {
            Some(tip) => (tip.commit + 1, tip.root),
            None => (1, [0; 32]),
        };
        let mut hasher = blake3::Hasher::new_derive_key("nansen v1 store commit root");
        hasher.update(&root);
        hasher.update(&number.to_be_bytes());
        (number, Self(hasher))
    }

    /// Takes in the next event's hash, by (stream, number).
    pub fn event(&mut self, hash: &[u8; 32]) {
        self.0.update(hash);
    }

    /// The root.
    pub fn finish(&self) -> [u8; 32] {
        *self.0.finalize().as_bytes()
    }
}

/// The last commit.
pub(super) fn last(conn: &Connection) -> Result<Tip, StoreError> {
    let sql = "SELECT number, root FROM commit_root ORDER BY number DESC LIMIT 1";
    let tip = conn
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get::<_, i64>(0)?, blob(row, 1)?)))
        .optional()?;
    let (number, root) = tip.ok_or(StoreError::damaged(Damage::Database))?;
    Ok(Tip {
        commit: count(number)?,
        root,
    })
}

/// The root the database keeps for a commit.
pub(super) fn root_of(conn: &Connection, number: u64) -> Result<Option<[u8; 32]>, StoreError> {
    let sql = "SELECT root FROM commit_root WHERE number = ?1";
    let root = conn
        .prepare_cached(sql)?
        .query_row([integer(number)?], |row| blob(row, 0))
        .optional()?;
    Ok(root)
}

/// Writes the commit that brings the events of one stream that end with number `last`, given by their hashes.
pub(super) fn append(
    conn: &Connection,
    before: Option<Tip>,
    stream: StreamId,
    last: u64,
    hashes: &[[u8; 32]],
) -> Result<Tip, StoreError> {
    let (commit, mut root) = Root::after(before);
    for hash in hashes {
        root.event(hash);
    }
    let tip = Tip {
        commit,
        root: root.finish(),
    };
    conn.prepare_cached("INSERT INTO commit_root (number, root) VALUES (?1, ?2)")?
        .execute(params![integer(commit)?, tip.root])?;
    let many = u64::try_from(hashes.len()).unwrap_or(u64::MAX);
    if many > 0 {
        let sql = "INSERT INTO commit_range (number, stream, first, last) VALUES (?1, ?2, ?3, ?4)";
        let first = (last + 1).saturating_sub(many);
        conn.prepare_cached(sql)?.execute(params![
            integer(commit)?,
            stream.bytes(),
            integer(first)?,
            integer(last)?
        ])?;
    }
    conn.pragma_update(None, "schema_version", stamp(commit))?;
    Ok(tip)
}

/// What `schema_version` says after a commit.
pub(super) const fn stamp(commit: u64) -> i64 {
    (commit & 0x7fff_ffff).cast_signed()
}

/// The ranges of a commit, by stream.
pub(super) fn ranges(conn: &Connection, number: u64) -> Result<Vec<Range>, StoreError> {
    let sql = "SELECT stream, first, last FROM commit_range WHERE number = ?1 ORDER BY stream";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([integer(number)?])?;
    let mut ranges = Vec::new();
    while let Some(row) = rows.next()? {
        ranges.push(Range {
            stream: StreamId(blob(row, 0)?),
            first: count(row.get(1)?)?,
            last: count(row.get(2)?)?,
        });
    }
    Ok(ranges)
}
