//! Between SQLite's types and ours.

use rusqlite::Row;

use crate::store::error::{Damage, StoreError};

/// A blob of a known length.
pub(super) fn blob<const N: usize>(row: &Row<'_>, column: usize) -> rusqlite::Result<[u8; N]> {
    row.get(column)
}

/// A count as SQLite keeps it.
pub(super) fn integer(count: u64) -> Result<i64, StoreError> {
    i64::try_from(count).map_err(|_| StoreError::damaged(Damage::History))
}

/// A count as we keep it.
pub(super) fn count(integer: i64) -> Result<u64, StoreError> {
    u64::try_from(integer).map_err(|_| StoreError::damaged(Damage::History))
}
