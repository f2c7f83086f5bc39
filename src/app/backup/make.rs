//! `backup make`: the store sealed into a new file; onto another disk by way of a sealed copy beside the store, so that
//! writers wait for that copy alone, and what was cut off goes on.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, SeekFrom, Write};
use std::path::Path;

use super::Progress;
use super::kept::Place;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::BackedUp;
use crate::base::file::{self, FileError, Pending};
use crate::domain::event::{BackupMade, Entry};
use crate::store::{Staged, StagedCopy, StoreError, Taken};
use crate::vault::{Identity, Recipient, open_stream, seal_stream};

/// So much is written before it is brought to the disk: no more of it is lost where a stick is pulled out.
const STEP: usize = 4 << 20;

/// A file that is whole and read again.
struct Made {
    taken: Taken,
    digest: blake3::Hash,
    bytes: u64,
    /// How much of it stood there already.
    went_on_at: Option<u64>,
}

impl Session<'_> {
    /// Writes the whole store into a new file, sealed to everybody who can open the store, and reads it again before it
    /// gets its name. `known` are recipients of members, for those that the history does not tell; `place` is where it lies.
    ///
    /// # Errors
    /// [`AppError::UnknownRecipients`]; the store, the disk; [`StoreError::NotABackup`] where it does not read back;
    /// [`AppError::BackupCutOff`], [`AppError::BackupOvertaken`].
    pub fn back_up(
        &mut self,
        to: &Path,
        identity: &Identity,
        known: &[Recipient],
        place: Option<Place>,
        progress: Progress<'_>,
    ) -> Result<BackedUp, AppError> {
        file::free(to)?;
        let members = self.sealed_to(known)?;
        let recipients: Vec<Recipient> = members.iter().map(|(_, to)| to.clone()).collect();
        let staged = if self.store.is_writable() && self.is_far(to)? {
            self.staged_copy(to, &recipients, progress)?
        } else {
            None
        };
        let made = match staged {
            Some((staged, copy, pending)) => {
                self.carry(to, staged, &copy, pending, identity, progress)?
            }
            None => self.stream(to, &recipients, identity, progress)?,
        };
        let commit = made.taken.commit;
        let behind = self.store.since(made.taken)?.unwrap_or_default();
        let entry = Entry::BackupMade(BackupMade {
            commit,
            digest: made.digest.to_hex().to_string(),
        });
        // The file is whole, whatever becomes of the note.
        let noted = self.note(entry);
        let noted = noted.and_then(|()| match place {
            // It was read again just now, where it lies.
            Some(place) => {
                let proved = self.proves(&place, &to.metadata().map_err(AppError::Input)?)?;
                self.keep_at(place, commit, proved).map(Some)
            }
            None => Ok(None),
        });
        let place = noted.map_err(|error| AppError::BackupNotNoted(Box::new(error)))?;
        Ok(BackedUp {
            schema: "nansen.backup/1",
            bytes: made.bytes,
            commit,
            opens: members.into_iter().map(|(alias, _)| alias).collect(),
            place_proved: place.as_ref().map(|place| place.verified),
            place: place.map(|place| place.place),
            removed: Vec::new(),
            went_on_at: made.went_on_at,
            behind,
        })
    }

    /// Whether a backup there would have to begin anew if it were cut off, because the store's disk takes no second copy. On the
    /// store's own disk nothing lasts long enough to be cut off.
    ///
    /// # Errors
    /// What the system says.
    pub fn cannot_go_on(&self, to: &Path) -> Result<bool, AppError> {
        let room = self.store.has_room_for_a_copy();
        let stages = room.map_err(StoreError::from)? && self.store.is_writable();
        Ok(self.is_far(to)? && !stages)
    }

    /// Whether the half of a backup waits to be gone on with.
    pub(in crate::app) fn is_cut_off(&self) -> bool {
        let found = self.store.staged(self.world.clock.now());
        found.is_ok_and(|found| found.map(|(staged, _)| staged.leave()).is_some())
    }

    fn is_far(&self, to: &Path) -> Result<bool, AppError> {
        let folder = file::parent(to).metadata();
        let far = folder.and_then(|seen| self.store.is_on_another_disk(&seen));
        far.map_err(|source| at(to, source).into())
    }

    /// The copy to write to another disk, and what stands there of it: where one was cut off that one, else a new one.
    fn staged_copy(
        &mut self,
        to: &Path,
        recipients: &[Recipient],
        progress: Progress<'_>,
    ) -> Result<Option<(Staged, StagedCopy, Pending)>, AppError> {
        if let Some((staged, copy)) = self.store.staged(self.world.clock.now())?
            && let Some(pending) = Pending::again(to, copy.tag)?
        {
            return Ok(Some((staged, copy, pending)));
        }
        if self.cannot_go_on(to)? {
            return Ok(None);
        }
        match self.begin_copy(to, recipients, progress) {
            // There was room when it began. What was written is gone again.
            Err(AppError::Store(StoreError::Full)) => Ok(None),
            done => done,
        }
    }

    fn begin_copy(
        &mut self,
        to: &Path,
        recipients: &[Recipient],
        progress: Progress<'_>,
    ) -> Result<Option<(Staged, StagedCopy, Pending)>, AppError> {
        let Some(mut staged) = self.store.stage()? else {
            return Ok(None);
        };
        let tag = self.world.random.bytes().map_err(StoreError::from)?;
        let now = self.world.clock.now();
        let pending = Pending::tagged(to, tag)?;
        self.fits(to)?;
        let out = staged.begin().and_then(|file| file.try_clone());
        let (taken, digest) = self.seal(out.map_err(StoreError::from)?, recipients, progress)?;
        let copy = StagedCopy {
            tag,
            at: now,
            taken,
            digest: *digest.as_bytes(),
            length: staged.sync().map_err(StoreError::from)?,
        };
        self.store.seal_staged(&mut staged, &copy)?;
        Ok(Some((staged, copy, pending)))
    }

    /// Writes what is missing of a copy to where it is to lie.
    fn carry(
        &self,
        to: &Path,
        mut staged: Staged,
        copy: &StagedCopy,
        mut pending: Pending,
        identity: &Identity,
        progress: Progress<'_>,
    ) -> Result<Made, AppError> {
        let source = staged.begin().map_err(StoreError::from)?;
        let mut stands = 0;
        let carried = append(source, pending.file(), copy.length, &mut stands, progress)
            .and_then(|()| read_back(pending.file(), identity));
        let digest = match carried {
            Ok(digest) => digest.filter(|digest| digest.as_bytes() == &copy.digest),
            Err(error) if is_full(&error) => return Err(at(to, error).into()),
            Err(source) => {
                // The stick was pulled out, the share is gone: both halves wait for whoever goes on.
                let at = pending.file().metadata().map_or(0, |seen| seen.len());
                pending.leave();
                staged.leave();
                return Err(AppError::BackupCutOff {
                    at,
                    of: copy.length,
                    source,
                });
            }
        };
        // What was erased meanwhile must not come to lie there under a later day.
        let named = self.store.unless_overtaken(&staged, || match digest {
            Some(digest) => pending.finish().map(|()| digest).map_err(AppError::from),
            None => Err(StoreError::NotABackup.into()),
        })?;
        let digest = named.ok_or(AppError::BackupOvertaken)??;
        Ok(Made {
            taken: copy.taken,
            digest,
            bytes: copy.length,
            went_on_at: (stands > 0).then_some(stands),
        })
    }

    /// Seals the store straight into the file.
    fn stream(
        &mut self,
        to: &Path,
        recipients: &[Recipient],
        identity: &Identity,
        progress: Progress<'_>,
    ) -> Result<Made, AppError> {
        let mut pending = Pending::new(to)?;
        self.fits(to)?;
        let out = pending.file().try_clone().map_err(StoreError::from)?;
        let (taken, digest) = self.seal(out, recipients, progress)?;
        let file = pending.file();
        file.sync_all().map_err(StoreError::from)?;
        let bytes = file.metadata().map_err(StoreError::from)?.len();
        if read_back(file, identity).map_err(StoreError::from)? != Some(digest) {
            return Err(StoreError::NotABackup.into());
        }
        pending.finish()?;
        Ok(Made {
            taken,
            digest,
            bytes,
            went_on_at: None,
        })
    }

    /// Whether the disk there says that it has room, before anything is written: sealed it is a little longer than the store.
    fn fits(&self, to: &Path) -> Result<(), AppError> {
        let wanted = self.store.bytes_to_copy().map_err(StoreError::from)?;
        if file::room(file::parent(to)).is_some_and(|room| room < wanted) {
            return Err(at(to, io::ErrorKind::StorageFull.into()).into());
        }
        Ok(())
    }

    fn seal(
        &mut self,
        out: File,
        recipients: &[Recipient],
        progress: Progress<'_>,
    ) -> Result<(Taken, blake3::Hash), AppError> {
        let sealed = seal_stream(recipients, BufWriter::new(out))?;
        let mut hashed = Hashed::of(sealed);
        let taken = self.store.copy_to(&mut hashed, progress)?;
        let Hashed { inner, hasher } = hashed;
        let written = inner.finish().and_then(|mut file| file.flush());
        written.map_err(StoreError::from)?;
        Ok((taken, hasher.finalize()))
    }
}

fn at(to: &Path, source: io::Error) -> FileError {
    FileError::Io {
        path: to.into(),
        source,
    }
}

fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
    )
}

/// Writes the rest of what `from` holds from where it is on, `length` bytes in all, behind what stands in `to` already and is the
/// same; `stands` becomes how much that is.
fn append(
    from: &mut File,
    to: &mut File,
    length: u64,
    stands: &mut u64,
    progress: Progress<'_>,
) -> io::Result<()> {
    let begin = from.stream_position()?;
    *stands = agreement(from, to);
    to.set_len(*stands)?;
    to.seek(SeekFrom::Start(*stands))?;
    from.seek(SeekFrom::Start(begin.saturating_add(*stands)))?;
    let mut done = *stands;
    let mut step = vec![0; STEP];
    while done < length {
        let read = fill(from, &mut step)?;
        let Some(bytes @ [_, ..]) = step.get(..read) else {
            return Err(io::ErrorKind::UnexpectedEof.into());
        };
        to.write_all(bytes)?;
        to.sync_data()?;
        done = done.saturating_add(u64::try_from(read).map_err(io::Error::other)?);
        progress(done, length);
    }
    to.sync_all()
}

/// How many bytes of both are the same; what cannot be read is not.
fn agreement(one: &mut File, other: &mut File) -> u64 {
    let mut same = 0_u64;
    let mut blocks = [vec![0; STEP], vec![0; STEP]];
    loop {
        let [left, right] = &mut blocks;
        let (Ok(_), Ok(read)) = (fill(one, left), fill(other, right)) else {
            return same;
        };
        let pairs = left.iter().zip(right.iter().take(read));
        let equal = pairs.take_while(|(left, right)| left == right).count();
        same = same.saturating_add(u64::try_from(equal).unwrap_or_default());
        if equal < STEP {
            return same;
        }
    }
}

/// Reads as much as fits, or to the end.
fn fill(from: &mut File, to: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest @ [_, ..]) = to.get_mut(filled..) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled = filled.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// The hash of what is sealed in a file, read to its end; none where it does not open whole.
///
/// # Errors
/// What the system says.
fn read_back(file: &mut File, identity: &Identity) -> io::Result<Option<blake3::Hash>> {
    file.rewind()?;
    let mut watched = Watched { file, failed: None };
    let mut read = Hashed::of(io::sink());
    let opened = open_stream(identity, BufReader::new(&mut watched));
    let whole = opened.is_ok_and(|mut opened| io::copy(&mut opened, &mut read).is_ok());
    match watched.failed {
        Some(error) => Err(error),
        None => Ok(whole.then(|| read.hasher.finalize())),
    }
}

/// A file of which it is known whether the system refused to read it: age tells that no more than damage.
struct Watched<'f> {
    file: &'f mut File,
    failed: Option<io::Error>,
}

impl Read for Watched<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(to);
        if let Err(error) = &read
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.failed = Some(error.kind().into());
        }
        read
    }
}

/// What passes through, with its hash.
pub(super) struct Hashed<W> {
    inner: W,
    pub(super) hasher: blake3::Hasher,
}

impl<W> Hashed<W> {
    pub(super) fn of(inner: W) -> Self {
        Self {
            inner,
            hasher: blake3::Hasher::new(),
        }
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
