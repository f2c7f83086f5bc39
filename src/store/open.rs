//! Opens a store: the keys, the lock, the database, and whether the head fits.

use std::io;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::base::file::read_regular;
use crate::store::change::Stage;
use crate::store::connection::{self, Mode};
use crate::store::error::{Damage, Part, StoreError};
use crate::store::folder::{Folder, Used};
use crate::store::gate::Gate;
use crate::store::head::{Head, HeadFile, HeadLock, Tip};
use crate::store::reader::Reader;
use crate::store::{commit, project, schema};
use crate::vault::{self, Identity, StoreKeys, VaultError};

/// More than the `keys.age` of any office takes.
const MOST_KEYS: u64 = 4 << 20;

/// What the store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading alone.
    Read,
    /// Reading and writing.
    Write,
    /// The same with nobody beside: for whoever changes who can open it.
    Keys,
}

/// Something that people must be told and that is no damage to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notice {
    /// One of the two slots of `head` was bad; the next write makes it good.
    HeadSlot,
    /// `head` was older than a crash can leave it: an older one was put back.
    HeadOlder,
    /// All is written, but `head` could not follow: the next command that can makes it.
    HeadBehind,
    /// A change of the keys was begun and could not be finished; the next command that can goes on.
    KeysUnfinished,
}

impl Notice {
    /// Which kind (`head.slot`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::HeadSlot => "head.slot",
            Self::HeadOlder => "head.older",
            Self::HeadBehind => "head.behind",
            Self::KeysUnfinished => "keys.unfinished",
        }
    }
}

/// An open store.
pub struct Store {
    // Dropped in this order: SQLite closes the database before `used` says so.
    pub(super) reader: Reader,
    pub(super) head: HeadFile,
    pub(super) folder: Folder,
    pub(super) access: Access,
    writable: bool,
    pub(super) notices: Vec<Notice>,
    pub(super) used: Used,
    _gate: Gate,
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
    /// [`StoreError::NotAStore`], [`StoreError::Missing`], [`StoreError::NotForThisKey`], [`StoreError::OtherKeys`],
    /// [`StoreError::NewerFormat`], [`StoreError::OlderFormat`], [`StoreError::Damaged`], [`StoreError::Busy`],
    /// [`StoreError::Unreadable`], [`StoreError::ReadOnly`], [`StoreError::Stale`].
    pub fn open(dir: &Path, identity: &Identity, access: Access) -> Result<Self, StoreError> {
        let mut store = Self::open_as_is(dir, identity, access)?;
        if !project::are_stale(&store.reader.conn)? {
            return Ok(store);
        }
        if access == Access::Read {
            let told = std::mem::take(&mut store.notices);
            drop(store);
            match Self::open_as_is(dir, identity, Access::Write) {
                Err(StoreError::ReadOnly) => return Err(StoreError::Stale),
                opened => opened?.rebuild()?,
            }
            let mut store = Self::open_as_is(dir, identity, access)?;
            // Making them anew also made the head good.
            store.notices.extend(told);
            store.notices.sort_unstable();
            store.notices.dedup();
            return Ok(store);
        }
        store.rebuild()?;
        Ok(store)
    }

    fn open_as_is(dir: &Path, identity: &Identity, access: Access) -> Result<Self, StoreError> {
        let (store, lag, lock) = Self::look(dir, identity, access)?;
        if store.reader.keys.change().is_none() {
            return store.mended(&lag, lock);
        }
        if access == Access::Keys {
            let mut store = store.mended(&lag, lock)?;
            store.finish_change(Stage::Done)?;
            return Ok(store);
        }
        // Somebody was stopped while the keys were changed. It is carried on by whoever has the store alone.
        drop((store, lock));
        let finished = Self::open_as_is(dir, identity, Access::Keys).map(drop);
        let (store, lag, lock) = Self::look(dir, identity, access)?;
        match finished {
            Ok(()) => store.mended(&lag, lock),
            Err(StoreError::Busy | StoreError::Full | StoreError::ReadOnly | StoreError::Io(_))
                if access == Access::Read =>
            {
                let mut store = store.mended(&lag, lock)?;
                store.notices.push(Notice::KeysUnfinished);
                Ok(store)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes the head, where it lags behind and nobody else will, and before that what the last writer could not cut off.
    fn mended(self, lag: &Lag, lock: Option<HeadLock>) -> Result<Self, StoreError> {
        let mut store = self;
        if lock.is_some() {
            match store.cut_off() {
                // Whoever opens the store next tries again, and `store verify` tells of it.
                Err(
                    StoreError::Busy | StoreError::Full | StoreError::ReadOnly | StoreError::Io(_),
                ) => {}
                done => done?,
            }
        }
        if lag.one_bad_slot {
            store.notices.push(Notice::HeadSlot);
        }
        if lag.commits > 0 {
            // A writer at work will write the head itself, so a reader leaves it alone then.
            let lock = match lock {
                Some(lock) => Some(lock),
                None => store.head.try_lock()?,
            };
            if lock.is_some() {
                store.mend_head()?;
            }
        }
        Ok(store)
    }

    /// Opens it, says how far the head lags behind, and mends nothing; SQLite alone takes back a write that was
    /// cut off. Whoever will write holds the lock from before that.
    pub(super) fn look(
        dir: &Path,
        identity: &Identity,
        access: Access,
    ) -> Result<(Self, Lag, Option<HeadLock>), StoreError> {
        let folder = Folder::new(dir);
        folder.check_present()?;
        // Held from before the keys are read: they stay the store's until it is closed.
        let gate = match access {
            Access::Keys => Gate::alone(dir)?,
            Access::Read | Access::Write => Gate::shared(dir)?,
        };
        let mut keys = read_keys(&folder, identity)?;
        let writable = folder.is_writable();
        let mode = match (access, writable) {
            (Access::Write | Access::Keys, true) => Mode::Write,
            (Access::Write | Access::Keys, false) => return Err(StoreError::ReadOnly),
            (Access::Read, true) => Mode::Read,
            (Access::Read, false) => Mode::Frozen,
        };
        let head =
            HeadFile::open(&folder.path(Part::Head), writable).map_err(StoreError::reading)?;
        let used = Used::new(&folder.path(Part::Database)).map_err(StoreError::reading)?;
        let lock = match access {
            Access::Write | Access::Keys => Some(head.lock()?),
            Access::Read => None,
        };
        if lock.is_some() {
            head.sync()?;
            folder.sync(&used)?;
        }
        // A reader must read it before the database: a writer at work moves the database first.
        let read = head.read(&keys.head_keys());
        let conn = open_database(&folder, &mut keys, mode);
        if let (
            Err(StoreError::Damaged { what: Damage::Head }),
            Err(StoreError::Damaged {
                what: Damage::Database,
            }),
        ) = (&read, &conn)
            && head.is_well_formed().is_ok_and(|well| well)
        {
            return Err(StoreError::OtherKeys);
        }
        let (read, conn) = (read?, conn?);
        schema::check(&conn)?;
        let reader = Reader::new(conn, keys);
        reader.check_store_id()?;
        let lag = Lag::of(&reader, read)?;
        let store = Self {
            reader,
            head,
            folder,
            access,
            writable,
            notices: Vec::new(),
            used,
            _gate: gate,
        };
        Ok((store, lag, lock))
    }

    /// What was found at opening and while writing.
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
            bytes: self.folder.bytes().map_err(StoreError::reading)?,
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

    /// Under the lock: writes the head, where that hides nothing.
    fn mend_head(&mut self) -> Result<(), StoreError> {
        let read = self.head.read(&self.reader.keys.head_keys())?;
        let older = Lag::of(&self.reader, read)?.is_older();
        if older {
            self.notices.push(Notice::HeadOlder);
        }
        match self.access {
            Access::Write | Access::Keys => self.catch_up_head().map(drop),
            // Whoever reads leaves it for `store verify` to see, and can read where the disk is full.
            Access::Read if older || !self.writable => Ok(()),
            Access::Read => match self.catch_up_head() {
                Err(StoreError::Full | StoreError::ReadOnly | StoreError::Io(_)) => {
                    self.notices.push(Notice::HeadBehind);
                    Ok(())
                }
                done => done.map(drop),
            },
        }
    }

    /// Under the lock and outside a transaction: the head's counter and the last commit, which agree
    /// when this returns.
    pub(super) fn catch_up_head(&self) -> Result<(u64, Tip), StoreError> {
        let key = self.reader.keys.head_key();
        let read = self.head.read(&self.reader.keys.head_keys())?;
        let last = commit::last(&self.reader.conn)?;
        if Lag::of(&self.reader, read)?.commits == 0 {
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

impl Store {
    /// Whether the store in `dir` can be written to, by the rights of its files and by the disk.
    pub fn can_be_written(dir: &Path) -> bool {
        Folder::new(dir).is_writable()
    }

    /// Whether this one can.
    pub const fn is_writable(&self) -> bool {
        self.writable
    }

    /// How many keys open the store in `dir`, as `keys.age` shows without any of them; `None` where there is none.
    pub fn openers(dir: &Path) -> Option<usize> {
        let keys = Folder::new(dir).path(Part::Keys);
        let sealed = read_regular(&keys, MOST_KEYS).ok()?;
        Some(vault::openers(&sealed))
    }

    /// Whether the store in `dir`, if there is one, is sealed to this identity. Nothing but `keys.age` is looked at.
    pub fn is_sealed_to(dir: &Path, identity: &Identity) -> bool {
        read_regular(&Folder::new(dir).path(Part::Keys), MOST_KEYS).is_ok_and(|sealed| {
            matches!(
                vault::open_keys(&sealed, identity),
                Ok(_) | Err(VaultError::NewerFormat { .. })
            )
        })
    }
}

/// Opens `keys.age`.
pub(super) fn read_keys(folder: &Folder, identity: &Identity) -> Result<StoreKeys, StoreError> {
    let sealed = read_regular(&folder.path(Part::Keys), MOST_KEYS);
    let sealed = sealed.map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => StoreError::damaged(Damage::Keys),
        _ => StoreError::reading(error),
    })?;
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

/// Opens the database under the key it is under: while a change of the keys is unfinished that is one of two. The older
/// one comes first: a journal that was left is of that one.
pub(super) fn open_database(
    folder: &Folder,
    keys: &mut StoreKeys,
    mode: Mode,
) -> Result<Connection, StoreError> {
    let path = folder.path(Part::Database);
    let opened = connection::open(&path, keys.db(), mode);
    let (Err(StoreError::Damaged { .. }), Some(next)) = (&opened, keys.next_db()) else {
        return opened;
    };
    let Ok(turned) = connection::open(&path, next, mode) else {
        return opened;
    };
    keys.turn();
    Ok(turned)
}

/// How far the head lags behind the database.
pub(super) struct Lag {
    /// In commits.
    pub commits: u64,
    /// One of its slots is torn or damaged.
    pub one_bad_slot: bool,
}

impl Lag {
    /// Damage where the database is behind the head or tells another history.
    pub fn of(reader: &Reader, head: Head) -> Result<Self, StoreError> {
        let last = commit::last(&reader.conn)?;
        let commits = last
            .commit
            .checked_sub(head.tip.commit)
            .ok_or(StoreError::damaged(Damage::OlderDatabase))?;
        match commit::root_of(&reader.conn, head.tip.commit)? {
            Some(root) if root == head.tip.root => Ok(Self {
                commits,
                one_bad_slot: head.one_bad_slot,
            }),
            _ => Err(StoreError::damaged(Damage::OtherHistory)),
        }
    }

    /// Whether it is older than a crash can leave it: a writer that was stopped leaves one commit, and a torn
    /// slot hides another.
    pub const fn is_older(&self) -> bool {
        self.commits > if self.one_bad_slot { 2 } else { 1 }
    }
}
