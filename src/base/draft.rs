//! What is made beside the place where it will lie: locked while somebody makes it, gone again unless it gets its name, and
//! swept where a process that was killed left it.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use crate::base::random::Random;

/// A file or a folder under a name that says nothing, for its owner alone.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// Held until it is done: whoever sweeps leaves what is locked.
    lock: File,
}

impl Draft {
    /// A new file in `parent`.
    ///
    /// # Errors
    /// What the system says.
    pub fn file(parent: &Path) -> io::Result<Self> {
        let path = free(parent)?;
        let mut options = OpenOptions::new();
        let lock = options.read(true).write(true).create_new(true).mode(0o600);
        let lock = lock.open(&path)?;
        // The umask may have taken the owner's own rights.
        lock.set_permissions(Permissions::from_mode(0o600))?;
        lock.lock()?;
        Ok(Self { path, lock })
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
        Ok(Self { path, lock })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, to read and write.
    pub const fn opened(&mut self) -> &mut File {
        &mut self.lock
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After a rename there is nothing under this name; else nobody must find it.
        remove(&self.path);
    }
}

/// A name that nothing bears, once what nobody makes any more is away.
fn free(parent: &Path) -> io::Result<PathBuf> {
    sweep(parent);
    let tag: [u8; 8] = Random::system().bytes().map_err(io::Error::other)?;
    let tag = data_encoding::HEXLOWER.encode(&tag);
    Ok(parent.join(format!(".{tag}.draft")))
}

/// Takes away what processes left that were killed.
fn sweep(parent: &Path) {
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
}
