//! Writes files only their owner can read, in one step, or not at all.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, RenameFlags};
use rustix::io::Errno;

use crate::base::random::Random;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Something stands there already; nothing that exists is overwritten.
    #[error("the file exists")]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// The system refused.
    #[error("the system refused a file operation")]
    Io {
        /// Where.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

impl FileError {
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |source| match source.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists { path: path.into() },
            _ => Self::Io {
                path: path.into(),
                source,
            },
        }
    }
}

/// Takes every right from others for all files this process makes from now on.
pub fn restrict_umask() {
    rustix::process::umask(Mode::RWXG | Mode::RWXO);
}

/// Writes a new file, 0600, and returns once it is on the disk. It appears whole or not at all.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if path.symlink_metadata().is_ok() {
        return Err(FileError::Exists { path: path.into() });
    }
    let written = Sibling::write(path, bytes)?;
    rename_new(&written.0, path).map_err(FileError::at(path))?;
    sync_parent(path)
}

/// Puts a file in the place of another (or of none), 0600, on the disk when it returns. Whoever
/// reads meanwhile finds the old one or the new one, whole.
///
/// # Errors
/// [`FileError::Io`].
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let written = Sibling::write(path, bytes)?;
    std::fs::rename(&written.0, path).map_err(FileError::at(path))?;
    sync_parent(path)
}

/// Makes a folder, 0700; its parent must exist.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
pub fn create_dir_private(path: &Path) -> Result<(), FileError> {
    DirBuilder::new()
        .mode(0o700)
        .create(path)
        .and_then(|()| std::fs::set_permissions(path, Permissions::from_mode(0o700)))
        .map_err(FileError::at(path))
}

/// Moves a file or folder to a name that must be free, in one step.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
pub fn move_new(from: &Path, to: &Path) -> Result<(), FileError> {
    rename_new(from, to).map_err(FileError::at(to))
}

/// Brings the names in a folder to the disk.
///
/// # Errors
/// [`FileError::Io`].
pub fn sync_dir(path: &Path) -> Result<(), FileError> {
    File::open(path)
        .and_then(|dir| dir.sync_all())
        .map_err(FileError::at(path))
}

fn sync_parent(path: &Path) -> Result<(), FileError> {
    sync_dir(parent(path))
}

/// The folder a path lies in; the current one for a bare name.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A file beside the one meant, gone again unless it was renamed.
struct Sibling(PathBuf);

impl Sibling {
    fn write(path: &Path, bytes: &[u8]) -> Result<Self, FileError> {
        let tag: [u8; 8] = Random::system()
            .bytes()
            .map_err(io::Error::other)
            .map_err(FileError::at(path))?;
        let name = format!(".{}.new", data_encoding::HEXLOWER.encode(&tag));
        let sibling = Self(parent(path).join(name));
        Self::fill(&sibling.0, bytes).map_err(FileError::at(path))?;
        Ok(sibling)
    }

    fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        // The umask may have taken the owner's own rights.
        file.set_permissions(Permissions::from_mode(0o600))?;
        file.write_all(bytes)?;
        file.sync_all()
    }
}

impl Drop for Sibling {
    fn drop(&mut self) {
        // After a rename there is nothing under this name; else nobody must find it.
        drop(std::fs::remove_file(&self.0));
    }
}

/// Renames without ever replacing; file systems that cannot (some network shares) link instead.
fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => std::fs::hard_link(from, to),
        done => done.map_err(Into::into),
    }
}
