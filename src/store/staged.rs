//! `backup.draft`: a sealed copy of the store in its own folder, from which a backup is written to another disk, so that
//! writing can go on where it was cut off (`docs/format/backup.md`, "On another disk").

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};

use crate::base::draft::reopened;
use crate::base::file::{self, sync_dir};
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::store::backup::Taken;
use crate::store::error::StoreError;
use crate::store::folder::Folder;
use crate::store::open::Store;

/// What is known of the copy stands before it.
const RECORD: usize = 512;
const RECORD_LENGTH: u64 = 512;
/// Where the record's MAC lies.
const MAC: usize = RECORD - 32;
/// What the key of the MAC is derived with.
const CONTEXT: &str = "nansen v1 backup draft";
/// What is overwritten of it before it goes: the record and age's header, without which nothing of the rest opens.
const HEADER: u64 = 256 * 1024;
/// So much stays free on the store's disk beside the copy: the office goes on working.
const SPARE: u64 = 64 << 20;
/// After so many hours it is too old to go on with.
const HOURS: i64 = 24;

/// What is known of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StagedCopy {
    /// By this the half that was written elsewhere is found again.
    pub tag: [u8; 8],
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Of which commit.
    pub taken: Taken,
    /// BLAKE3 of the archive in it.
    pub digest: [u8; 32],
    /// Its bytes.
    pub length: u64,
}

/// The file, while this process works with it. It goes when this is dropped, unless it is left.
#[derive(Debug)]
pub struct Staged {
    /// Locked: who finds it so leaves it alone.
    file: File,
    path: PathBuf,
    stays: bool,
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.stays && self.is_there() {
            drop(destroy(&self.path));
        }
    }
}

impl Staged {
    /// The file, at the first byte of the copy.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(&mut self) -> io::Result<&mut File> {
        self.file.seek(SeekFrom::Start(RECORD_LENGTH))?;
        Ok(&mut self.file)
    }

    /// Brings it to the disk and says how long the copy is.
    ///
    /// # Errors
    /// What the system says.
    pub fn sync(&self) -> io::Result<u64> {
        self.file.sync_all()?;
        let length = self.file.metadata()?.len();
        length
            .checked_sub(RECORD_LENGTH)
            .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    /// Whether it still lies there: it does not once something was erased.
    pub fn is_there(&self) -> bool {
        let (Ok(open), Ok(named)) = (self.file.metadata(), self.path.symlink_metadata()) else {
            return false;
        };
        (open.dev(), open.ino()) == (named.dev(), named.ino())
    }

    /// Lets it lie, for whoever goes on.
    pub fn leave(mut self) {
        self.stays = true;
    }
}

impl Store {
    /// Whether a file or a folder lies on another disk than the store.
    ///
    /// # Errors
    /// What the system says of the store.
    pub fn is_on_another_disk(&self, seen: &Metadata) -> io::Result<bool> {
        Ok(seen.dev() != self.folder.dir().metadata()?.dev())
    }

    /// Bytes of what a backup copies.
    ///
    /// # Errors
    /// What the system says.
    pub fn bytes_to_copy(&self) -> io::Result<u64> {
        self.folder.part_bytes()
    }

    /// Whether the store's disk has room for a sealed copy of it, where it says how much it has.
    ///
    /// # Errors
    /// What the system says.
    pub fn has_room_for_a_copy(&self) -> io::Result<bool> {
        let wanted = self.folder.part_bytes()?.saturating_add(SPARE);
        Ok(file::room(self.folder.dir()).is_none_or(|room| room >= wanted))
    }

    /// Begins a copy; `None` where there is one that is not ours to touch.
    ///
    /// # Errors
    /// What the system says.
    pub fn stage(&self) -> Result<Option<Staged>, StoreError> {
        let path = self.folder.staged();
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create_new(true).mode(0o600);
        let file = match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            opened => opened?,
        };
        let locked = file.try_lock().is_ok();
        let stays = false;
        let staged = Staged { file, path, stays };
        // Somebody may have taken it for one that was left, just before it was locked.
        if !locked || !staged.is_there() {
            return Ok(None);
        }
        staged.file.set_len(RECORD_LENGTH)?;
        Ok(Some(staged))
    }

    /// Says of what the copy is, once it is whole and on the disk: from now on it can be gone on with.
    ///
    /// # Errors
    /// What the system says.
    pub fn seal_staged(&self, staged: &mut Staged, copy: &StagedCopy) -> Result<(), StoreError> {
        staged
            .file
            .write_all_at(&encoded(copy, &self.staged_key()), 0)?;
        staged.file.sync_all()?;
        Ok(sync_dir(self.folder.dir())?)
    }

    /// The copy that was left, if it can be gone on with. One that cannot goes.
    ///
    /// # Errors
    /// What the system says.
    pub fn staged(&self, now: DateTime<Utc>) -> Result<Option<(Staged, StagedCopy)>, StoreError> {
        let path = self.folder.staged();
        let Some(file) = reopened(&path)? else {
            return Ok(None);
        };
        if file.try_lock().is_err() {
            return Ok(None);
        }
        let stays = false;
        let staged = Staged { file, path, stays };
        let copy = self.read_staged(&staged.file).filter(|copy| {
            let age = now.signed_duration_since(copy.at);
            // A clock that was put back says nothing of its age.
            age >= TimeDelta::zero() && age <= TimeDelta::hours(HOURS)
        });
        let known = match copy {
            Some(copy) => self.since(copy.taken)?.map(|_| copy),
            None => None,
        };
        Ok(known
            .filter(|_| staged.is_there())
            .map(|copy| (staged, copy)))
    }

    /// Takes away a copy with which nobody can go on any more. That it stays for now is no reason to stop.
    pub fn sweep_staged(&self, now: DateTime<Utc>) {
        if let Ok(Some((staged, _))) = self.staged(now) {
            staged.leave();
        }
    }

    /// When the copy was made that lies there, whether or not somebody works with it.
    pub fn staged_at(&self) -> Option<DateTime<Utc>> {
        let file = reopened(&self.folder.staged()).ok().flatten()?;
        self.read_staged(&file).map(|copy| copy.at)
    }

    /// Runs `work` while nobody can erase anything, if nothing was since the copy was made.
    ///
    /// # Errors
    /// [`StoreError::Busy`].
    pub fn unless_overtaken<T>(
        &self,
        staged: &Staged,
        work: impl FnOnce() -> T,
    ) -> Result<Option<T>, StoreError> {
        let _lock = self.head.lock()?;
        Ok(staged.is_there().then(work))
    }

    fn read_staged(&self, file: &File) -> Option<StagedCopy> {
        let mut bytes = [0; RECORD];
        file.read_exact_at(&mut bytes, 0).ok()?;
        let copy = decoded(&bytes, &self.staged_key())?;
        let whole = file.metadata().ok()?.len().checked_sub(RECORD_LENGTH)?;
        (whole == copy.length).then_some(copy)
    }

    fn staged_key(&self) -> Secret32 {
        self.reader.keys.head_key().derive(CONTEXT)
    }
}

impl Folder {
    /// Destroys the copy, whoever works with it: something is erased, or the keys change.
    ///
    /// # Errors
    /// What the system says, where it is still there.
    pub(super) fn drop_staged(&self) -> Result<(), StoreError> {
        match destroy(&self.staged()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => Ok(done?),
        }
    }
}

/// Overwrites what opens it and removes it. Another's file is removed alone.
fn destroy(path: &Path) -> io::Result<()> {
    if let Ok(Some(mut file)) = reopened(path) {
        let length = file.metadata()?.len().min(HEADER);
        // Not zeros: some file systems keep none of them and leave the old blocks.
        let mut noise = vec![0; usize::try_from(length).map_err(io::Error::other)?];
        Random::system()
            .fill(&mut noise)
            .map_err(io::Error::other)?;
        drop(
            file.rewind()
                .and_then(|()| file.write_all(&noise))
                .and_then(|()| file.sync_data()),
        );
    }
    std::fs::remove_file(path)?;
    sync_dir(file::parent(path)).map_err(io::Error::other)
}

fn encoded(copy: &StagedCopy, key: &Secret32) -> [u8; RECORD] {
    let mut bytes = [0; RECORD];
    let fields = copy
        .tag
        .into_iter()
        .chain(copy.at.timestamp().to_be_bytes())
        .chain(copy.taken.commit.to_be_bytes())
        .chain(copy.taken.root)
        .chain(copy.digest)
        .chain(copy.length.to_be_bytes());
    for (place, byte) in bytes.iter_mut().zip(fields) {
        *place = byte;
    }
    let (body, mac) = bytes.split_at_mut(MAC);
    mac.copy_from_slice(blake3::keyed_hash(key.expose(), body).as_bytes());
    bytes
}

/// `None` where it is not what [`encoded`] wrote under that key.
fn decoded(bytes: &[u8; RECORD], key: &Secret32) -> Option<StagedCopy> {
    let (body, mac) = bytes.split_at(MAC);
    let mac: [u8; 32] = mac.try_into().ok()?;
    // `Hash` compares in constant time.
    if blake3::keyed_hash(key.expose(), body) != mac {
        return None;
    }
    let mut rest = body;
    let mut tag = [0; 8];
    let mut at = [0; 8];
    let mut commit = [0; 8];
    let mut root = [0; 32];
    let mut digest = [0; 32];
    let mut length = [0; 8];
    for field in [
        &mut tag[..],
        &mut at,
        &mut commit,
        &mut root,
        &mut digest,
        &mut length,
    ] {
        rest.read_exact(field).ok()?;
    }
    Some(StagedCopy {
        tag,
        at: DateTime::from_timestamp(i64::from_be_bytes(at), 0)?,
        taken: Taken {
            commit: u64::from_be_bytes(commit),
            root,
        },
        digest,
        length: u64::from_be_bytes(length),
    })
}
