//! Whether a new file can be written, asked before anything is done that it is to tell of: afterwards is too late.

use std::io;
use std::path::Path;

use rustix::fs::{Access, access};

use crate::base::file::FileError;

/// Says why no new file can be written at `path`, as far as that can be known without writing.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] where its folder is absent or takes nothing.
pub fn must_be_free(path: &Path) -> Result<(), FileError> {
    let at = |source| FileError::Io {
        path: path.into(),
        source,
    };
    match path.symlink_metadata() {
        Ok(_) => return Err(FileError::Exists { path: path.into() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(at(error)),
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(|error| at(error.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_there_and_what_is_missing_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        crate::base::file::write_new(&at("there"), b"").unwrap();
        std::os::unix::fs::symlink("nowhere", at("link")).unwrap();
        assert!(must_be_free(&at("new")).is_ok());
        assert!(must_be_free(Path::new("a-name-that-is-not-here")).is_ok());
        for name in ["there", "link", "."] {
            let told = must_be_free(&at(name));
            assert!(matches!(told, Err(FileError::Exists { .. })), "{name}");
        }
        for name in ["missing/new", "there/new"] {
            let told = must_be_free(&at(name));
            assert!(matches!(told, Err(FileError::Io { .. })), "{name}");
        }
    }
}
