//! Writes: one transaction, one commit, then the head.

use std::ops::Deref;

use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use crate::base::id::{CaseId, StreamId};
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::domain::event::{Event, Payload};
use crate::journal::{self, FIRST_PREV, Position};
use crate::store::commit;
use crate::store::connection;
use crate::store::error::{Damage, StoreError};
use crate::store::head::Tip;
use crate::store::open::{Access, Notice, Store};
use crate::store::project;
use crate::store::reader::Reader;
use crate::store::sql::{blob, count, integer};
use crate::vault::{self, VaultError};

/// An open write transaction. It reads as a [`Reader`] does, what it appended included.
pub struct Tx<'a> {
    pub(super) reader: &'a Reader,
    /// Where the next event goes.
    next: Position,
    /// The hashes of what was appended, which all stands in one stream, one behind the other.
    appended: Vec<[u8; 32]>,
    /// There is something to commit besides events: the projections were made anew, another stream begins.
    rebuilt: bool,
    /// Something went for good, which must be in no copy beside the store either.
    pub(super) erased: bool,
    pub(super) random: Random,
}

impl Deref for Tx<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl Drop for Tx<'_> {
    fn drop(&mut self) {
        // Keys and projections of a transaction that was rolled back must not outlive it.
        self.reader.forget();
    }
}

impl Store {
    /// Runs `work` in one transaction and returns once what it appended is on the disk. Waits for
    /// other writers, ten seconds at most. Where `work` fails nothing is written.
    ///
    /// # Errors
    /// Those of `work`; [`StoreError::ReadOnly`], [`StoreError::Busy`], [`StoreError::Full`],
    /// [`StoreError::NotWritten`], [`StoreError::Damaged`]: nothing was written. [`StoreError::Unsure`]. Where only the head could not follow, all is written: a notice says so.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.access == Access::Read {
            return Err(StoreError::ReadOnly.into());
        }
        // Held until the head is synced.
        let _lock = self.head.lock()?;
        let (counter, before) = self.catch_up_head()?;
        let transaction =
            Transaction::new_unchecked(&self.reader.conn, TransactionBehavior::Immediate)
                .map_err(StoreError::from)?;
        let mut tx = Tx::begin(&self.reader)?;
        let done = work(&mut tx)?;
        let Some(tip) = tx.finish(Some(before))? else {
            return Ok(done);
        };
        if tx.erased {
            self.folder.drop_staged()?;
        }
        let committed = transaction.commit();
        drop(tx);
        if let Err(error) = committed {
            self.settle(tip, error.into())?;
        }
        let key = self.reader.keys.head_key();
        let write = || self.head.write(&key, counter + 1, tip);
        if write().or_else(|_| write()).is_err() {
            self.notices.push(Notice::HeadBehind);
        }
        Ok(done)
    }

    /// As [`Store::write`], for what may bring more than should lie in memory. Others do not read once it has outgrown
    /// the cache, until it is done.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_much<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.access == Access::Read {
            return Err(StoreError::ReadOnly.into());
        }
        connection::spill(&self.reader.conn, true)?;
        let done = self.write(work);
        connection::spill(&self.reader.conn, false)?;
        done
    }

    /// Under the lock, after a `COMMIT` that failed: says whether it is there all the same. SQLite may fail after
    /// the point of no return, when it empties its journal.
    pub(super) fn settle(&self, tip: Tip, error: StoreError) -> Result<(), StoreError> {
        match commit::last(&self.reader.conn) {
            // Else a power cut could bring the journal back, and with it what was before.
            Ok(last) if last == tip => self.folder.sync(&self.used).map_err(|_| StoreError::Unsure),
            Ok(_) => Err(error),
            Err(_) => Err(StoreError::Unsure),
        }
    }

    /// Makes every projection anew from the events.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        self.write_much(|tx| {
            project::clear(&tx.conn)?;
            for case in tx.case_ids_of_events()? {
                let events = tx.events(case)?;
                for event in &events {
                    project::add_event(&tx.conn, event)?;
                }
                project::replace(&tx.conn, case, &events)?;
            }
            project::stamp(&tx.conn)?;
            tx.rebuilt = true;
            Ok(())
        })
    }
}

impl<'a> Tx<'a> {
    /// Begins where the store's own stream ends; the caller has opened the transaction.
    pub(super) fn begin(reader: &'a Reader) -> Result<Self, StoreError> {
        let conn = &reader.conn;
        let stream: [u8; 16] = conn
            .prepare_cached("SELECT value FROM meta WHERE name = 'stream'")?
            .query_row([], |row| blob(row, 0))?;
        let sql = "SELECT number, hash FROM event WHERE stream = ?1 ORDER BY number DESC LIMIT 1";
        let last: Option<(i64, [u8; 32])> = conn
            .prepare_cached(sql)?
            .query_row([stream], |row| Ok((row.get(0)?, blob(row, 1)?)))
            .optional()?;
        let (number, prev) = match last {
            Some((number, hash)) => (count(number)?, hash),
            None => (0, FIRST_PREV),
        };
        let lamport: Option<i64> = conn
            .prepare_cached("SELECT max(lamport) FROM event")?
            .query_row([], |row| row.get(0))?;
        Ok(Self {
            reader,
            next: Position {
                stream: StreamId(stream),
                number: number + 1,
                lamport: count(lamport.unwrap_or(0))? + 1,
                prev,
            },
            appended: Vec::new(),
            rebuilt: false,
            erased: false,
            random: Random::system(),
        })
    }

    /// Makes a case's id and key. The case begins with its first event.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn new_case(&mut self, random: &mut Random) -> Result<CaseId, StoreError> {
        let case = CaseId(random.bytes()?);
        self.make_case_key(case, random)?;
        self.reader.begin_case(case);
        Ok(case)
    }

    /// Makes a key for a case that another store had under this id.
    ///
    /// # Errors
    /// [`StoreError`], also where there is such a case.
    pub fn adopt_case(&mut self, case: CaseId, random: &mut Random) -> Result<(), StoreError> {
        self.make_case_key(case, random)
    }

    /// Draws and keeps the key of a case, or of the office.
    pub(super) fn make_case_key(
        &mut self,
        case: CaseId,
        random: &mut Random,
    ) -> Result<(), StoreError> {
        let key = Secret32::random(random)?;
        let epoch = self.reader.keys.epoch;
        let wrap = self
            .reader
            .keys
            .epoch_key(epoch)
            .ok_or(VaultError::Damaged)
            .and_then(|epoch_key| vault::wrap_case_key(epoch, epoch_key, case, &key, random))
            .map_err(StoreError::Vault)?;
        self.conn
            .prepare_cached("INSERT INTO case_key (case_id, wrap) VALUES (?1, ?2)")?
            .execute(params![case.bytes(), wrap])?;
        Ok(())
    }

    /// Appends an event to a case (or to [`CaseId::OFFICE`]).
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`] where it has no key.
    pub fn append(&mut self, case: CaseId, payload: Payload) -> Result<Event, StoreError> {
        let first = self.appended.is_empty();
        let event = self.put(case, payload)?;
        if first {
            self.name_device(&event.payload)?;
        }
        Ok(event)
    }

    /// A commit is due, though no event was appended: another stream begins.
    pub(super) const fn begins_stream(&mut self) {
        self.rebuilt = true;
    }

    /// The stream that this device writes.
    pub(super) const fn stream(&self) -> StreamId {
        self.next.stream
    }

    /// What the office is to remember that an entry of a calendar said, until its case is erased.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`].
    pub fn seal_calendar_said(
        &mut self,
        case: CaseId,
        uid: &str,
        said: &str,
    ) -> Result<String, StoreError> {
        let (reader, random) = (self.reader, &mut self.random);
        let sealed =
            reader.with_case_key(case, |key| journal::seal_said(said, uid, key, random))?;
        sealed.map_err(StoreError::sealing)
    }

    /// Writes one event.
    pub(super) fn put(&mut self, case: CaseId, payload: Payload) -> Result<Event, StoreError> {
        let (next, reader) = (self.next, self.reader);
        let random = &mut self.random;
        let row = reader
            .with_case_key(case, |key| journal::seal(&payload, case, next, key, random))?
            .map_err(StoreError::sealing)?;
        let sql = "INSERT INTO event
            (stream, number, lamport, case_id, commitment, prev, hash, payload)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        reader.conn.prepare_cached(sql)?.execute(params![
            row.stream.bytes(),
            integer(row.number)?,
            integer(row.lamport)?,
            row.case.bytes(),
            row.commitment,
            row.prev,
            row.hash,
            row.payload
        ])?;
        self.appended.push(row.hash);
        self.next = Position::after(&row, row.lamport + 1);
        reader.lagging.borrow_mut().insert(case);
        let event = row.event(payload);
        project::add_event(&reader.conn, &event)?;
        reader.follow(&event);
        Ok(event)
    }

    /// Writes the projections and the commit; `None` where nothing was written.
    pub(super) fn finish(&mut self, before: Option<Tip>) -> Result<Option<Tip>, StoreError> {
        if self.appended.is_empty() && !self.rebuilt {
            return Ok(None);
        }
        self.catch_up()?;
        let last = self.next.number - 1;
        if let Some(hash) = self.appended.last() {
            self.sign(last, *hash)?;
        }
        let tip = commit::append(&self.conn, before, self.next.stream, last, &self.appended)?;
        if before.is_some_and(|before| before.commit >= tip.commit) {
            return Err(StoreError::damaged(Damage::History));
        }
        Ok(Some(tip))
    }
}
