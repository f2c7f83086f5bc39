//! Opens a store: the keys, the lock, the database, and whether the head fits.

use std::path::Path;

use chrono::{DateTime, Utc};

use crate::store::connection::{self, Mode};
use crate::store::error::{Damage, Part, StoreError};
use crate::store::folder::{Folder, Used};
use crate::store::head::{HeadFile, Tip};
use crate::store::reader::Reader;
use crate::store::{commit, project, schema};
use crate::vault::{self, Identity, StoreKeys, VaultError};

/// What the store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading alone.
    Read,
    /// Reading and writing.
    Write,
}

/// Something that was found at opening and is no damage to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// One of the two slots of `head` was bad; the next write makes it good.
    HeadSlot,
    /// `head` was older than a crash can leave it: an older one was put back.
    HeadOlder,
}

/// An open store.
pub struct Store {
    // Dropped in this order: SQLite closes the database before `used` says so.
    pub(super) reader: Reader,
    pub(super) head: HeadFile,
    pub(super) folder: Folder,
    pub(super) access: Access,
    notices: Vec<Notice>,
    used: Used,
}

impl std::ops::Deref for Store {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store(…)")
    }
}

/// What `store info` shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// The store's format.
    pub format: u32,
    /// This program's version.
    pub program: &'static str,
    /// Events, the office's included.
    pub events: u64,
    /// Cases.
    pub cases: u64,
    /// Streams.
    pub streams: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// Commits.
    pub commits: u64,
    /// When the last event was recorded.
    pub last_recorded: Option<DateTime<Utc>>,
}

impl Store {
    /// Opens a store with a member's identity. Projections that another version of this program wrote
    /// are made anew, also when it is opened for reading.
    ///
    /// # Errors
    /// [`StoreError::NotAStore`], [`StoreError::Missing`], [`StoreError::NotForThisKey`],
    /// [`StoreError::NewerFormat`], [`StoreError::Damaged`], [`StoreError::Busy`],
    /// [`StoreError::Unreadable`], [`StoreError::ReadOnly`].
    pub fn open(dir: &Path, identity: &Identity, access: Access) -> Result<Self, StoreError> {
        let mut store = Self::open_as_is(dir, identity, access)?;
        if !project::are_stale(&store.reader.conn)? {
            return Ok(store);
        }
        if access == Access::Read {
            drop(store);
            Self::open_as_is(dir, identity, Access::Write)?.rebuild()?;
            return Self::open_as_is(dir, identity, access);
        }
        store.rebuild()?;
        Ok(store)
    }

    fn open_as_is(dir: &Path, identity: &Identity, access: Access) -> Result<Self, StoreError> {
        let folder = Folder::new(dir);
        folder.check_present()?;
        let keys = read_keys(&folder, identity)?;
        let writable = folder.is_writable();
        let mode = match (access, writable) {
            (Access::Write, true) => Mode::Write,
            (Access::Write, false) => return Err(StoreError::ReadOnly),
            (Access::Read, true) => Mode::Read,
            (Access::Read, false) => Mode::Frozen,
        };
        let head =
            HeadFile::open(&folder.path(Part::Head), writable).map_err(StoreError::reading)?;
        let used = Used::new(&folder.path(Part::Database)).map_err(StoreError::reading)?;
        let lock = match access {
            Access::Write => Some(head.lock()?),
            Access::Read => None,
        };
        if lock.is_some() {
            head.sync()?;
            folder.sync(&used)?;
        }
        // A reader must read it before the database: a writer at work moves the database first.
        let read = head.read(&keys.head_key())?;
        let conn = connection::open(&folder.path(Part::Database), keys.db(), mode)?;
        schema::check(&conn)?;
        let reader = Reader::new(conn, keys);
        reader.check_store_id()?;
        let ahead = ahead(&reader, read.tip, commit::last(&reader.conn)?)?;
        let mut store = Self {
            reader,
            head,
            folder,
            access,
            notices: Vec::new(),
            used,
        };
        if read.one_bad_slot {
            store.notices.push(Notice::HeadSlot);
        }
        if ahead > 0 {
            // A writer at work will write the head itself, so a reader leaves it alone then.
            let lock = match lock {
                Some(lock) => Some(lock),
                None => store.head.try_lock()?,
            };
            if lock.is_some() {
                store.mend_head(writable)?;
            }
        }
        Ok(store)
    }

    /// What was found at opening.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// What the store holds, in numbers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn info(&self) -> Result<Info, StoreError> {
        let counts = self.counts()?;
        Ok(Info {
            format: self.reader.keys.format,
            program: env!("CARGO_PKG_VERSION"),
            events: counts.events,
            cases: counts.cases,
            streams: counts.streams,
            bytes: self.folder.bytes()?,
            commits: commit::last(&self.reader.conn)?.commit,
            last_recorded: counts.last_recorded,
        })
    }

    /// Runs several reads on one state of the store. Keep it short: writers wait for its end.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .reader
            .conn
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        let done = read(&self.reader)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// Under the lock: says how far the head lags behind, and writes it.
    fn mend_head(&mut self, writable: bool) -> Result<(), StoreError> {
        let read = self.head.read(&self.reader.keys.head_key())?;
        let last = commit::last(&self.reader.conn)?;
        // A writer that was stopped leaves one commit, and a torn slot hides another.
        if ahead(&self.reader, read.tip, last)? > 1 + u64::from(read.one_bad_slot) {
            self.notices.push(Notice::HeadOlder);
        }
        if writable {
            self.catch_up_head()?;
        }
        Ok(())
    }

    /// Under the lock and outside a transaction: the head's counter and the last commit, which agree
    /// when this returns.
    pub(super) fn catch_up_head(&self) -> Result<(u64, Tip), StoreError> {
        let key = self.reader.keys.head_key();
        let read = self.head.read(&key)?;
        let last = commit::last(&self.reader.conn)?;
        if ahead(&self.reader, read.tip, last)? == 0 {
            return Ok((read.counter, last));
        }
        // What the stopped writer left may not be on the disk yet.
        self.head.sync()?;
        self.folder.sync(&self.used)?;
        self.head.write(&key, read.counter + 1, last)?;
        Ok((read.counter + 1, last))
    }
}

impl Reader {
    fn check_store_id(&self) -> Result<(), StoreError> {
        let id: Vec<u8> =
            self.conn
                .query_row("SELECT value FROM meta WHERE name = 'store'", [], |row| {
                    row.get(0)
                })?;
        if id == self.keys.store.bytes() {
            Ok(())
        } else {
            Err(StoreError::damaged(Damage::Keys))
        }
    }
}

/// Opens `keys.age`.
pub(super) fn read_keys(folder: &Folder, identity: &Identity) -> Result<StoreKeys, StoreError> {
    let sealed = std::fs::read(folder.path(Part::Keys)).map_err(StoreError::reading)?;
    vault::open_keys(&sealed, identity).map_err(|error| match error {
        VaultError::NotForThisKey => StoreError::NotForThisKey,
        VaultError::NewerFormat { found } => StoreError::NewerFormat {
            found,
            known: schema::FORMAT,
        },
        VaultError::Damaged => StoreError::damaged(Damage::Keys),
        error => StoreError::Vault(error),
    })
}

/// How many commits the database is ahead of the head; damage where it is behind or tells another history.
pub(super) fn ahead(reader: &Reader, head: Tip, last: Tip) -> Result<u64, StoreError> {
    let ahead = last
        .commit
        .checked_sub(head.commit)
        .ok_or(StoreError::damaged(Damage::OlderDatabase))?;
    match commit::root_of(&reader.conn, head.commit)? {
        Some(root) if root == head.root => Ok(ahead),
        _ => Err(StoreError::damaged(Damage::OtherHistory)),
    }
}
