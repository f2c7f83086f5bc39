//! The whole store as one stream, and a store out of such a stream (`docs/format/backup.md`).

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rusqlite::params;

use crate::base::file;
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::store::commit;
use crate::store::create::Site;
use crate::store::error::{Part, StoreError};
use crate::store::folder::Folder;
use crate::store::head::Tip;
use crate::store::open::{Access, Store};
use crate::vault::Identity;

/// At which commit the copy was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// The number of the last commit.
    pub commit: u64,
    /// The root chained over all commits.
    pub root: [u8; 32],
}

impl Store {
    /// Writes the store's files, as they stand after one commit, as a tar archive. Whoever wants to write to the store
    /// waits for its end. `progress` is told how many bytes of how many are done.
    ///
    /// On a disk that cannot be written to any more it is the way out: then whoever opened the store for reading may, too.
    ///
    /// # Errors
    /// [`StoreError::Busy`]; [`StoreError::ReadOnly`], also where what was erased lies there still and cannot be cut off; whatever
    /// keeps the system from reading or writing.
    pub fn copy_to(
        &mut self,
        to: &mut dyn Write,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Taken, StoreError> {
        if self.access == Access::Read && self.is_writable() {
            return Err(StoreError::ReadOnly);
        }
        let _lock = self.head.lock()?;
        // A head that lags behind is written by whoever opens the copy.
        let tip = if self.is_writable() {
            self.catch_up_head()?.1
        } else {
            commit::last(&self.reader.conn)?
        };
        // What is copied is the file, and what was erased comes into no copy.
        self.cut_off()?;
        let total = self.folder.part_bytes().map_err(StoreError::reading)?;
        let mut archive = tar::Builder::new(to);
        let mut done = 0;
        for part in Part::ALL {
            // SQLite holds no lock on the database now that closing this handle could take from it: nothing is under way.
            let source = File::open(self.folder.path(part)).map_err(StoreError::reading)?;
            let mut header = tar::Header::new_ustar();
            header.set_mode(0o600);
            header.set_size(source.metadata()?.len());
            let counted = Counted {
                source,
                done: &mut done,
                total,
                progress: &mut *progress,
            };
            archive.append_data(&mut header, part.name(), counted)?;
        }
        archive.finish()?;
        Ok(Taken {
            commit: tip.commit,
            root: tip.root,
        })
    }

    /// Whether this store's history has that commit; then how many came after it.
    ///
    /// # Errors
    /// The database.
    pub fn since(&self, taken: Taken) -> Result<Option<u64>, StoreError> {
        let known = commit::root_of(&self.reader.conn, taken.commit)?;
        let last = commit::last(&self.reader.conn)?.commit;
        Ok(known
            .filter(|root| *root == taken.root)
            .map(|_| last.saturating_sub(taken.commit)))
    }

    /// The last commit.
    ///
    /// # Errors
    /// The database.
    pub fn last_commit(&self) -> Result<Taken, StoreError> {
        let Tip { commit, root } = commit::last(&self.reader.conn)?;
        Ok(Taken { commit, root })
    }

    /// What was restored goes on as another device, under a stream and a key of its own: the store it was taken of may
    /// have written on.
    fn begin_stream(&mut self, random: &mut Random) -> Result<(), StoreError> {
        let stream: [u8; 16] = random.bytes()?;
        let key = Secret32::random(random)?;
        self.write(|tx| {
            let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2)
                ON CONFLICT (name) DO UPDATE SET value = ?2";
            for (name, value) in [("stream", stream.as_slice()), ("device", key.expose())] {
                tx.conn.execute(sql, params![name, value])?;
            }
            tx.begins_stream();
            Ok(())
        })
    }
}

/// A store out of a backup, in a folder beside the place where it is to lie. Gone again unless it is put there.
pub struct Unpacked {
    site: Site,
}

impl Unpacked {
    /// Reads what [`Store::copy_to`] wrote into a new folder in `parent`; to its end, so that what follows the archive
    /// is judged too.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`] where the stream holds anything else, or ends early.
    pub fn read(from: &mut dyn Read, parent: &Path) -> Result<Self, StoreError> {
        let site = Site::beside(parent)?;
        let folder = Folder::new(site.path());
        let mut wanted = Part::ALL.iter();
        let mut archive = tar::Archive::new(&mut *from);
        for entry in archive.entries().map_err(refused)? {
            let mut entry = entry.map_err(refused)?;
            let part = wanted.next().ok_or(StoreError::NotABackup)?;
            let header = entry.header();
            let regular = header.entry_type() == tar::EntryType::Regular;
            if !regular || entry.path_bytes().as_ref() != part.name().as_bytes() {
                return Err(StoreError::NotABackup);
            }
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(folder.path(*part))?;
            copy(&mut entry, &mut file)?;
            file.sync_all()?;
        }
        if wanted.next().is_some() {
            return Err(StoreError::NotABackup);
        }
        io::copy(from, &mut io::sink()).map_err(refused)?;
        Ok(Self { site })
    }

    /// Where it lies meanwhile.
    pub fn path(&self) -> &Path {
        self.site.path()
    }

    /// Puts it where it is to lie: a place where nothing is.
    ///
    /// # Errors
    /// [`StoreError::Exists`]; whatever else the store says.
    pub fn settle(
        self,
        dir: &Path,
        identity: &Identity,
        random: &mut Random,
    ) -> Result<(), StoreError> {
        Store::open(self.path(), identity, Access::Write)?.begin_stream(random)?;
        file::sync_dir(self.path())?;
        self.site.put(dir)
    }
}

/// Damage of the backup is told apart from what the disk says while it is unpacked.
fn copy(from: &mut dyn Read, to: &mut File) -> Result<(), StoreError> {
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut block).map_err(refused)?;
        match block.get(..read) {
            Some([]) | None => return Ok(()),
            Some(bytes) => to.write_all(bytes)?,
        }
    }
}

fn refused(error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::InvalidData
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::Other => StoreError::NotABackup,
        _ => StoreError::reading(error),
    }
}

/// A file that tells how far it was read.
struct Counted<'a> {
    source: File,
    done: &'a mut u64,
    total: u64,
    progress: &'a mut dyn FnMut(u64, u64),
}

impl Read for Counted<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(to)?;
        *self.done += u64::try_from(read).unwrap_or_default();
        (self.progress)(*self.done, self.total);
        Ok(read)
    }
}
