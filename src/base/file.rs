//! Writes files only their owner can read, in one step, or not at all.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, OFlags, RenameFlags};
use rustix::io::Errno;
use zeroize::Zeroizing;

use crate::base::draft::{Draft, sweep};
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

/// Whether nothing stands there.
///
/// # Errors
/// [`FileError::Exists`].
pub fn free(path: &Path) -> Result<(), FileError> {
    if path.symlink_metadata().is_ok() {
        return Err(FileError::Exists { path: path.into() });
    }
    Ok(())
}

/// Writes a new file, 0600, and returns once it is on the disk. It appears whole or not at all.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut pending = Pending::new(path)?;
    pending.put(bytes)?;
    pending.finish()
}

/// A new file that is written piece by piece and appears whole, or not at all.
pub struct Pending {
    to: PathBuf,
    beside: Beside,
    /// It takes the place of another.
    over: bool,
}

/// What is written and does not lie in its place yet.
enum Beside {
    /// Under no name: whatever ends the program, nothing of it is left.
    Unnamed(File),
    /// Where the file system must have a name, or it is to be found again by it.
    Named(Draft),
}

impl Beside {
    fn new(parent: &Path) -> io::Result<Self> {
        sweep(parent);
        match unnamed(parent) {
            Some(file) => Ok(Self::Unnamed(file)),
            None => Draft::file(parent).map(Self::Named),
        }
    }

    const fn file(&mut self) -> &mut File {
        match self {
            Self::Unnamed(file) => file,
            Self::Named(draft) => draft.opened(),
        }
    }

    fn named(self, parent: &Path) -> io::Result<Draft> {
        match self {
            Self::Unnamed(file) => Draft::of(file, parent),
            Self::Named(draft) => Ok(draft),
        }
    }
}

/// A new file without a name, 0600, where the system makes one that can be given a name.
#[cfg(target_os = "linux")]
fn unnamed(parent: &Path) -> Option<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = rustix::fs::openat(CWD, parent, flags, Mode::RUSR | Mode::WUSR).ok()?;
    let file = File::from(file);
    // The umask may have taken the owner's own rights.
    file.set_permissions(Permissions::from_mode(0o600)).ok()?;
    Some(file)
}

#[cfg(not(target_os = "linux"))]
const fn unnamed(_: &Path) -> Option<File> {
    None
}

impl Pending {
    /// Begins it, 0600.
    ///
    /// # Errors
    /// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
    pub fn new(to: &Path) -> Result<Self, FileError> {
        free(to)?;
        Self::begun(to, Beside::new(parent(to)), false)
    }

    /// Begins one that can be gone on with: what was left of it is found by the tag.
    ///
    /// # Errors
    /// As [`Pending::new`].
    pub fn tagged(to: &Path, tag: [u8; 8]) -> Result<Self, FileError> {
        free(to)?;
        Self::begun(to, Draft::tagged(parent(to), tag).map(Beside::Named), false)
    }

    /// What was left of one with that tag, in the folder in which it is to lie.
    ///
    /// # Errors
    /// As [`Pending::new`].
    pub fn again(to: &Path, tag: [u8; 8]) -> Result<Option<Self>, FileError> {
        free(to)?;
        let found = Draft::again(parent(to), tag).map_err(FileError::at(to))?;
        let begun = found.map(|found| Self::begun(to, Ok(Beside::Named(found)), false));
        begun.transpose()
    }

    /// Begins one that takes the place of another, or of none.
    ///
    /// # Errors
    /// [`FileError::Io`].
    pub fn over(to: &Path) -> Result<Self, FileError> {
        Self::begun(to, Beside::new(parent(to)), true)
    }

    fn begun(to: &Path, beside: io::Result<Beside>, over: bool) -> Result<Self, FileError> {
        Ok(Self {
            to: to.into(),
            beside: beside.map_err(FileError::at(to))?,
            over,
        })
    }

    /// Writes more of it, and brings it to the disk: what follows can rely on it.
    ///
    /// # Errors
    /// [`FileError::Io`].
    pub fn put(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let file = self.beside.file();
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(FileError::at(&self.to))
    }

    /// What is written so far, to read and write.
    pub const fn file(&mut self) -> &mut File {
        self.beside.file()
    }

    /// Lets what is written lie without its name, for [`Pending::again`].
    pub fn leave(self) {
        if let Beside::Named(draft) = self.beside {
            draft.leave();
        }
    }

    /// Brings it to the disk and gives it its name.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn finish(mut self) -> Result<(), FileError> {
        let synced = self.beside.file().sync_all();
        synced.map_err(FileError::at(&self.to))?;
        let draft = self.beside.named(parent(&self.to));
        let draft = draft.map_err(FileError::at(&self.to))?;
        let named = if self.over {
            std::fs::rename(draft.path(), &self.to)
        } else {
            rename_new(draft.path(), &self.to)
        };
        named.map_err(FileError::at(&self.to))?;
        sync_parent(&self.to)
    }
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

/// Reads an ordinary file of at most `most` bytes, in memory that is wiped. A pipe in its place is waited for by nobody.
///
/// # Errors
/// Those of [`open_regular`], [`io::ErrorKind::FileTooLarge`]; the system's.
pub fn read_regular(path: &Path, most: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    let file = open_regular(path)?;
    let seen = file.metadata()?;
    let room = usize::try_from(seen.len().min(most)).map_err(io::Error::other)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(room.saturating_add(2)));
    let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(read).is_ok_and(|read| read > most) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Opens a file to read. A folder, a device, or a pipe to which nobody writes, is none: it would be read for ever.
///
/// # Errors
/// [`io::ErrorKind::IsADirectory`], [`io::ErrorKind::InvalidInput`] for what is no ordinary file; the system's.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let mut open = OpenOptions::new();
    let flags = i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default();
    let file = open.read(true).custom_flags(flags).open(path)?;
    let seen = file.metadata()?;
    if seen.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !seen.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok(file)
}

/// How many bytes the disk under a folder still takes, where the system says so.
pub fn room(folder: &Path) -> Option<u64> {
    let seen = rustix::fs::statvfs(folder)
        .ok()
        .filter(|seen| seen.f_blocks > 0)?;
    seen.f_bavail.checked_mul(seen.f_frsize)
}

/// Overwrites a file and removes it, and where a link names it the link, too; says whether it was overwritten, and that on
/// the disk, before it went. What a disk keeps aside of what is overwritten (flash, snapshots, copies on write) stays.
///
/// # Errors
/// [`FileError::Io`] where it is still there.
pub fn destroy(path: &Path) -> Result<bool, FileError> {
    let target = path.canonicalize().map_err(FileError::at(path))?;
    let overwritten = overwrite(&target).is_ok();
    std::fs::remove_file(&target).map_err(FileError::at(path))?;
    if path.symlink_metadata().is_ok() {
        std::fs::remove_file(path).map_err(FileError::at(path))?;
    }
    // It is gone whether or not the folder's entry can be brought to the disk now.
    let synced = sync_parent(&target).and_then(|()| sync_parent(path));
    Ok(overwritten && synced.is_ok())
}

fn overwrite(path: &Path) -> io::Result<()> {
    // A file may have been kept from being written to by mistake; where it cannot be opened that is told.
    drop(std::fs::set_permissions(
        path,
        Permissions::from_mode(0o600),
    ));
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
    // Not zeros: some file systems keep none of them and leave the old blocks.
    let mut noise = vec![0; length];
    Random::system()
        .fill(&mut noise)
        .map_err(io::Error::other)?;
    file.write_all(&noise)?;
    file.sync_all()
}

/// Makes a folder, 0700, on the disk when it returns; its parent must exist.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] else.
pub fn create_dir_private(path: &Path) -> Result<(), FileError> {
    DirBuilder::new()
        .mode(0o700)
        .create(path)
        .and_then(|()| std::fs::set_permissions(path, Permissions::from_mode(0o700)))
        .map_err(FileError::at(path))?;
    sync_parent(path)
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
pub fn parent(path: &Path) -> &Path {
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

/// Whether a name is one under which a file is written before it takes its place: what a killed process left.
pub fn is_sibling(name: &str) -> bool {
    let tag = name.strip_prefix('.').and_then(|n| n.strip_suffix(".new"));
    tag.is_some_and(|tag| tag.len() == 16 && tag.bytes().all(|b| b.is_ascii_hexdigit()))
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn names(dir: &Path) -> Vec<String> {
        let entries = fs::read_dir(dir).unwrap();
        entries
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    /// Under the umask this process was started with; run by the test below.
    #[test]
    #[ignore = "changes the umask of its process"]
    fn only_the_owner_reads() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        write_new(&at("new"), b"a").unwrap();
        replace(&at("replaced"), b"a").unwrap();
        create_dir_private(&at("dir")).unwrap();
        assert_eq!([mode(&at("new")), mode(&at("replaced"))], [0o600; 2]);
        assert_eq!(mode(&at("dir")), 0o700);
        restrict_umask();
        File::create(at("other")).unwrap();
        assert_eq!(mode(&at("other")) & 0o077, 0);
    }

    #[test]
    fn only_the_owner_reads_under_any_umask() {
        let this = std::env::current_exe().unwrap();
        for umask in ["000", "022", "077"] {
            let script = format!("umask {umask}; exec \"$0\" --exact --ignored {NAME}");
            let mut shell = std::process::Command::new("sh");
            let output = shell.args(["-c", &script]).arg(&this).output().unwrap();
            let said = String::from_utf8(output.stdout).unwrap();
            assert!(
                output.status.success() && said.contains("1 passed"),
                "{umask}: {said}"
            );
        }
    }

    const NAME: &str = "base::file::tests::only_the_owner_reads";

    #[test]
    fn never_overwrites_and_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("key");
        write_new(&path, b"first").unwrap();
        let again = write_new(&path, b"second");
        assert!(matches!(again, Err(FileError::Exists { .. })), "{again:?}");
        let from = Sibling::write(&path, b"third").unwrap();
        let raced = rename_new(&from.0, &path).map_err(FileError::at(&path));
        assert!(matches!(raced, Err(FileError::Exists { .. })), "{raced:?}");
        drop(from);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert!(matches!(
            create_dir_private(&path),
            Err(FileError::Exists { .. })
        ));
        assert_eq!(names(dir.path()), ["key"]);
    }

    #[test]
    fn what_is_destroyed_was_overwritten_wherever_it_hangs() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        write_new(&at("key"), b"a secret of some length").unwrap();
        fs::set_permissions(at("key"), Permissions::from_mode(0o400)).unwrap();
        fs::hard_link(at("key"), at("other name")).unwrap();
        std::os::unix::fs::symlink("key", at("link")).unwrap();
        assert!(destroy(&at("link")).unwrap());
        assert_eq!(names(dir.path()), ["other name"]);
        let left = fs::read(at("other name")).unwrap();
        assert_eq!(left.len(), 23);
        assert_ne!(left, b"a secret of some length");
        assert!(matches!(destroy(&at("key")), Err(FileError::Io { .. })));
    }

    #[test]
    fn a_dangling_link_counts_as_something() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("key");
        std::os::unix::fs::symlink("nowhere", &path).unwrap();
        assert!(matches!(
            write_new(&path, b"a"),
            Err(FileError::Exists { .. })
        ));
    }

    #[test]
    fn only_ordinary_files_are_read_and_nobody_waits() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        write_new(&at("file"), b"12345").unwrap();
        assert_eq!(&read_regular(&at("file"), 5).unwrap()[..], b"12345");
        rustix::fs::mkfifoat(CWD, at("pipe"), Mode::RUSR | Mode::WUSR).unwrap();
        for (name, most, kind) in [
            ("file", 4, io::ErrorKind::FileTooLarge),
            ("pipe", 5, io::ErrorKind::InvalidInput),
            (".", 5, io::ErrorKind::IsADirectory),
            ("missing", 5, io::ErrorKind::NotFound),
        ] {
            assert_eq!(read_regular(&at(name), most).unwrap_err().kind(), kind);
        }
    }

    #[test]
    fn replaces_in_one_step() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keys");
        replace(&path, b"first").unwrap();
        replace(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(names(dir.path()), ["keys"]);
        let gone = replace(&dir.path().join("missing/keys"), b"a");
        assert!(matches!(gone, Err(FileError::Io { .. })), "{gone:?}");
    }

    #[test]
    fn what_is_left_is_known_by_its_name() {
        let dir = tempfile::tempdir().unwrap();
        let left = Sibling::write(&dir.path().join("keys"), b"a").unwrap();
        assert!(names(dir.path()).iter().all(|name| is_sibling(name)));
        drop(left);
        for other in ["keys.age", ".new", ".0123.new", "0123456789abcdef.new"] {
            assert!(!is_sibling(other), "{other}");
        }
    }
}
