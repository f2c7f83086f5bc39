//! This copy of the store as a device: a key of its own, with which it signs where its stream stands.

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::base::id::{CaseId, StreamId};
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::domain::event::{DeviceNamed, Entry, Payload};
use crate::journal::{StreamHead, device_public, sign_head};
use crate::store::error::{Damage, StoreError};
use crate::store::reader::Reader;
use crate::store::sql::{blob, count, integer};
use crate::store::write::Tx;

const TABLE: &str = include_str!("../../migrations/signature.sql");

/// Draws the key of this device and makes the table of signatures: a store that was made before there were any gets
/// both with its next write.
pub(super) fn make(conn: &Connection, random: &mut Random) -> Result<(), StoreError> {
    conn.execute_batch(TABLE)?;
    let secret = Secret32::random(random)?;
    conn.execute(
        "INSERT INTO meta (name, value) VALUES ('device', ?1)",
        params![secret.expose()],
    )?;
    Ok(())
}

pub(super) fn secret(conn: &Connection) -> Result<Option<Secret32>, StoreError> {
    let sql = "SELECT value FROM meta WHERE name = 'device'";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let bytes = row.get_ref(0)?.as_blob().unwrap_or_default();
    Secret32::from_slice(bytes)
        .map(Some)
        .ok_or(StoreError::damaged(Damage::Database))
}

impl Tx<'_> {
    /// Says in the office's history which key signs this stream, once; in the name of whoever writes first.
    pub(super) fn name_device(&mut self, by: &Payload) -> Result<(), StoreError> {
        if secret(&self.conn)?.is_none() {
            make(&self.conn, &mut Random::system())?;
        }
        let stream = self.stream();
        let known: Option<i64> = self
            .conn
            .prepare_cached("SELECT number FROM signature WHERE stream = ?1")?
            .query_row([stream.bytes()], |row| row.get(0))
            .optional()?;
        if known.is_some() {
            return Ok(());
        }
        let key = secret(&self.conn)?.ok_or(StoreError::damaged(Damage::Database))?;
        let entry = Entry::DeviceNamed(DeviceNamed {
            stream,
            key: device_public(&key).to_vec(),
        });
        let payload = Payload {
            at: by.at,
            by: by.by.clone(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        };
        self.put(CaseId::OFFICE, payload).map(drop)
    }

    /// Signs where this device's stream stands now.
    pub(super) fn sign(&self, number: u64, hash: [u8; 32]) -> Result<(), StoreError> {
        let key = secret(&self.conn)?.ok_or(StoreError::damaged(Damage::Database))?;
        let head = StreamHead {
            store: *self.keys.store.bytes(),
            stream: self.stream(),
            number,
            hash,
        };
        let sql = "INSERT INTO signature (stream, number, hash, signature) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (stream) DO UPDATE SET number = ?2, hash = ?3, signature = ?4";
        self.conn.prepare_cached(sql)?.execute(params![
            head.stream.bytes(),
            integer(number)?,
            hash,
            sign_head(&key, &head)
        ])?;
        Ok(())
    }
}

/// What a device signed last.
pub(super) struct Signed {
    pub head: StreamHead,
    pub signature: [u8; 64],
}

/// The signatures that the store keeps; none in a store that nobody wrote to since there are any.
pub(super) fn signatures(reader: &Reader) -> Result<Vec<Signed>, StoreError> {
    let there = "SELECT count(*) FROM sqlite_schema WHERE name = 'signature'";
    if reader
        .conn
        .query_row(there, [], |row| row.get::<_, i64>(0))?
        == 0
    {
        return Ok(Vec::new());
    }
    let sql = "SELECT stream, number, hash, signature FROM signature";
    let mut statement = reader.conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let head = StreamHead {
            store: *reader.keys.store.bytes(),
            stream: StreamId(blob(row, 0)?),
            number: count(row.get(1)?)?,
            hash: blob(row, 2)?,
        };
        all.push(Signed {
            head,
            signature: blob(row, 3)?,
        });
    }
    Ok(all)
}
