//! The store's folder: its files, their rights, and bringing what others wrote to the disk.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::fs::{Access, access};
use rustix::io::Errno;

use crate::base::file::sync_dir;
use crate::store::error::{Damage, Part, StoreError};

/// SQLite's rollback journal, which exists beside the database once it was written to.
pub(super) const JOURNAL: &str = "store.db-journal";

/// A sealed copy from which a backup is written to another disk, while it is.
const STAGED: &str = "backup.draft";

/// Whether a folder is that of a store, be it one that has lost a file.
pub fn is_at(dir: &Path) -> bool {
    let folder = Folder::new(dir);
    let there = Part::ALL.map(|part| folder.path(part).symlink_metadata().is_ok());
    there.iter().filter(|there| **there).count() > 1
}

/// Where a store lies.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    dir: PathBuf,
}

impl Folder {
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.into() }
    }

    pub fn path(&self, part: Part) -> PathBuf {
        self.dir.join(part.name())
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn staged(&self) -> PathBuf {
        self.dir.join(STAGED)
    }

    /// Bytes of what a backup copies.
    pub fn part_bytes(&self) -> io::Result<u64> {
        let mut sum = 0;
        for part in Part::ALL {
            sum += self.path(part).metadata()?.len();
        }
        Ok(sum)
    }

    /// Says which file is missing or may not be read; a folder with none of them is no store.
    pub fn check_present(&self) -> Result<(), StoreError> {
        let there = |part| match access(self.path(part), Access::READ_OK) {
            Ok(()) => Ok(true),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(false),
            Err(error) => Err(StoreError::reading(error.into())),
        };
        let database = there(Part::Database)?;
        let (keys, head) = (there(Part::Keys)?, there(Part::Head)?);
        match (database, keys, head) {
            (true, true, true) => Ok(()),
            (false, false, false) => Err(StoreError::NotAStore),
            (false, _, _) => Err(StoreError::Missing {
                what: Part::Database,
            }),
            (_, false, _) => Err(StoreError::Missing { what: Part::Keys }),
            (true, true, false) => Err(StoreError::damaged(Damage::Head)),
        }
    }

    /// Brings the database, its journal and the folder to the disk: a process that was killed may
    /// have left writes that only the operating system holds.
    pub fn sync(&self, used: &Used) -> Result<(), StoreError> {
        used.sync(&self.path(Part::Database))?;
        match File::open(self.dir.join(JOURNAL)) {
            Ok(journal) => journal.sync_all()?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        Ok(sync_dir(&self.dir)?)
    }

    /// Bytes of SQLite's journal; none where there is none.
    pub fn journal_length(&self) -> Result<u64, StoreError> {
        match self.dir.join(JOURNAL).metadata() {
            Ok(journal) => Ok(journal.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(StoreError::reading(error)),
        }
    }

    /// Whether this process may change the store.
    pub fn is_writable(&self) -> bool {
        [Part::Database, Part::Head].into_iter().all(|part| {
            // Opening `store.db` and closing it again would drop SQLite's locks: see `Used`.
            access(self.path(part), Access::WRITE_OK).is_ok()
        }) && access(&self.dir, Access::WRITE_OK).is_ok()
    }

    /// Bytes of all its files.
    pub fn bytes(&self) -> io::Result<u64> {
        let mut sum = 0;
        for entry in std::fs::read_dir(&self.dir)? {
            sum += entry?.metadata()?.len();
        }
        Ok(sum)
    }

    /// How many files do not belong here, and how many of all (the folder included) others may read.
    pub fn strangers(&self) -> io::Result<(usize, usize)> {
        let open = |mode: u32| usize::from(mode & 0o077 != 0);
        let mut unknown = 0;
        let mut readable = open(self.dir.metadata()?.permissions().mode());
        for entry in std::fs::read_dir(&self.dir)? {
            let entry = entry?;
            let ours = [
                Part::Database.name(),
                Part::Keys.name(),
                Part::Head.name(),
                JOURNAL,
                STAGED,
            ];
            let name = entry.file_name();
            unknown += usize::from(!ours.iter().any(|ours| name == *ours));
            readable += open(entry.metadata()?.permissions().mode());
        }
        Ok((unknown, readable))
    }
}

/// The databases this process has open, by device and inode.
static OPEN: Mutex<BTreeMap<(u64, u64), usize>> = Mutex::new(BTreeMap::new());

/// Says, while it lives, that SQLite has the database open in this process.
///
/// Closing any handle of a file drops every POSIX lock this process holds on it, SQLite's too. So
/// we open `store.db` ourselves only while SQLite has it nowhere open here.
pub(super) struct Used {
    key: (u64, u64),
}

impl Used {
    pub fn new(database: &Path) -> io::Result<Self> {
        let meta = database.metadata()?;
        let key = (meta.dev(), meta.ino());
        *lock().entry(key).or_insert(0) += 1;
        Ok(Self { key })
    }

    /// Syncs the database, unless another session of this process has it open (and synced it then).
    fn sync(&self, database: &Path) -> io::Result<()> {
        let open = lock();
        if open.get(&self.key).is_some_and(|&count| count > 1) {
            return Ok(());
        }
        OpenOptions::new().read(true).open(database)?.sync_all()
    }
}

impl Drop for Used {
    fn drop(&mut self) {
        let mut open = lock();
        if let Some(count) = open.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.key);
            }
        }
    }
}

fn lock() -> MutexGuard<'static, BTreeMap<(u64, u64), usize>> {
    // A count is whole whatever happened to the thread that held it.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
