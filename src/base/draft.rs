//! What is made beside the place where it will lie: locked while somebody makes it, gone again unless it gets its name, and
//! swept where a process that was killed left it.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Seek as _};
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::{
    DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _,
};
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, OFlags, linkat};

use crate::base::random::Random;

/// A file or a folder under a name that says nothing, for its owner alone.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// Held until it is done: whoever sweeps leaves what is locked.
    lock: File,
    /// It is left for whoever goes on with it.
    stays: bool,
}

impl Draft {
    /// A new file in `parent`.
    ///
    /// # Errors
    /// What the system says.
    pub fn file(parent: &Path) -> io::Result<Self> {
        Self::made(free(parent)?)
    }

    /// A new file in `parent`, which [`Draft::again`] finds by its tag.
    ///
    /// # Errors
    /// What the system says.
    pub fn tagged(parent: &Path, tag: [u8; 8]) -> io::Result<Self> {
        sweep(parent);
        Self::made(named(parent, tag))
    }

    /// The file with that tag, where somebody left it in `parent` and nobody makes it any more.
    ///
    /// # Errors
    /// What the system says.
    pub fn again(parent: &Path, tag: [u8; 8]) -> io::Result<Option<Self>> {
        let path = named(parent, tag);
        let Some(lock) = reopened(&path)? else {
            return Ok(None);
        };
        if lock.metadata()?.nlink() != 1 || lock.try_lock().is_err() {
            return Ok(None);
        }
        lock.set_permissions(Permissions::from_mode(0o600))?;
        let stays = false;
        Ok(Some(Self { path, lock, stays }))
    }

    fn made(path: PathBuf) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let lock = options.read(true).write(true).create_new(true).mode(0o600);
        let lock = lock.open(&path)?;
        // The umask may have taken the owner's own rights.
        lock.set_permissions(Permissions::from_mode(0o600))?;
        lock.lock()?;
        let stays = false;
        Ok(Self { path, lock, stays })
    }

    /// A file that has no name yet, whole, under one in `parent`.
    ///
    /// # Errors
    /// What the system says.
    pub fn of(mut file: File, parent: &Path) -> io::Result<Self> {
        let path = free(parent)?;
        file.lock()?;
        if link(&file, &path).is_ok() {
            return Ok(Self {
                path,
                lock: file,
                stays: false,
            });
        }
        // It can be given none: what it holds can.
        let mut copy = Self::made(path)?;
        file.rewind()?;
        io::copy(&mut file, copy.opened())?;
        copy.opened().sync_all()?;
        Ok(copy)
    }

    /// A new folder in `parent`.
    ///
    /// # Errors
    /// What the system says.
    pub fn folder(parent: &Path) -> io::Result<Self> {
        let path = free(parent)?;
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        fs::set_permissions(&path, Permissions::from_mode(0o700))?;
        let lock = File::open(&path)?;
        // Whoever opens the store in it locks the folder like this, too.
        lock.lock_shared()?;
        let stays = false;
        Ok(Self { path, lock, stays })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, to read and write.
    pub const fn opened(&mut self) -> &mut File {
        &mut self.lock
    }

    /// Lets it lie, for [`Draft::again`].
    pub fn leave(mut self) {
        self.stays = true;
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After a rename there is nothing under this name; else nobody must find it.
        if !self.stays {
            remove(&self.path);
        }
    }
}

/// Gives an open file a name.
fn link(file: &File, path: &Path) -> io::Result<()> {
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// A name that nothing bears, once what nobody makes any more is away.
fn free(parent: &Path) -> io::Result<PathBuf> {
    sweep(parent);
    let tag = Random::system().bytes().map_err(io::Error::other)?;
    Ok(named(parent, tag))
}

/// Opens a file that we left to read and write it, where it is one that we may write to.
///
/// # Errors
/// What the system says.
pub fn reopened(path: &Path) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    // What was put in its place must not lead elsewhere, nor be waited for.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    let flags = i32::try_from(flags).map_err(io::Error::other)?;
    let options = options.read(true).write(true).custom_flags(flags);
    let Ok(file) = options.open(path) else {
        return Ok(None);
    };
    Ok(file.metadata()?.is_file().then_some(file))
}

fn named(parent: &Path, tag: [u8; 8]) -> PathBuf {
    let tag = data_encoding::HEXLOWER.encode(&tag);
    parent.join(format!(".{tag}.draft"))
}

/// Takes away what processes left that were killed.
pub(super) fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        // Never a link's target, and nothing that would wait to be opened.
        let plain = entry
            .file_type()
            .is_ok_and(|it| it.is_file() || it.is_dir());
        if is_draft(name) && plain {
            let abandoned = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            if abandoned {
                remove(&entry.path());
            }
        }
    }
}

/// Whether a name is one under which something is made.
pub fn is_draft(name: &str) -> bool {
    let tag = name
        .strip_prefix('.')
        .and_then(|n| n.strip_suffix(".draft"));
    tag.is_some_and(|tag| tag.len() == 16 && tag.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn remove(path: &Path) {
    if path.is_dir() {
        drop(fs::remove_dir_all(path));
    } else {
        drop(fs::remove_file(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_makes_any_more_is_swept() {
        let dir = tempfile::tempdir().unwrap();
        // As after a kill: the lock is gone, the things are not.
        let [file, folder] =
            ["0", "1"].map(|tag| dir.path().join(format!(".{}.draft", tag.repeat(16))));
        fs::create_dir(&folder).unwrap();
        let left = [folder.join("store.db"), file].map(|path| {
            File::create(&path).unwrap();
            path
        });
        let other = dir.path().join(".0123456789abcdeg.draft");
        File::create(&other).unwrap();
        let at_work = dir.path().join(".0123456789abcdef.draft");
        let lock = File::create(&at_work).unwrap();
        lock.lock().unwrap();
        let mine = Draft::file(dir.path()).unwrap();
        assert!(!folder.exists() && left.iter().all(|path| !path.exists()));
        assert!(other.exists() && at_work.exists() && mine.path().exists());
        let path = mine.path().to_owned();
        drop(mine);
        assert!(!path.exists());
    }

    #[test]
    fn a_file_without_a_name_gets_one_or_what_it_holds_does() {
        let dir = tempfile::tempdir().unwrap();
        let mut unlinked = tempfile::tempfile_in(dir.path()).unwrap();
        io::Write::write_all(&mut unlinked, b"whole").unwrap();
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        let draft = Draft::of(unlinked, dir.path()).unwrap();
        assert_eq!(fs::read(draft.path()).unwrap(), b"whole");
        let other = tempfile::tempdir_in("/dev/shm");
        let Ok(other) = other else { return };
        // A link does not lead from one file system to another.
        let mut file = tempfile::tempfile_in(other.path()).unwrap();
        io::Write::write_all(&mut file, b"copied").unwrap();
        let draft = Draft::of(file, dir.path()).unwrap();
        assert_eq!(fs::read(draft.path()).unwrap(), b"copied");
    }

    #[test]
    fn what_is_left_is_gone_on_with_by_one_and_never_through_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let tag = [7; 8];
        let again = || Draft::again(dir.path(), tag).unwrap();
        assert!(again().is_none());
        let first = Draft::tagged(dir.path(), tag).unwrap();
        let path = first.path().to_owned();
        assert!(again().is_none(), "somebody is at it");
        first.leave();
        let second = again().unwrap();
        assert_eq!(second.path(), path);
        assert!(again().is_none(), "somebody is at it");
        second.leave();
        let mine = dir.path().join("mine");
        fs::rename(&path, &mine).unwrap();
        std::os::unix::fs::symlink(&mine, &path).unwrap();
        assert!(again().is_none());
        fs::remove_file(&path).unwrap();
        fs::hard_link(&mine, &path).unwrap();
        assert!(again().is_none());
        fs::remove_file(&path).unwrap();
        rustix::fs::mkfifoat(CWD, &path, rustix::fs::Mode::RUSR).unwrap();
        assert!(again().is_none());
        assert!(mine.exists());
    }
}
