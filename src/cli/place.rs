//! Whether a new file can be written, asked before anything is done that it is to tell of: afterwards is too late.

use std::io;
use std::path::Path;

use rustix::fs::{Access, access};

use crate::base::file::{FileError, parent};
use crate::cli::error::{Failure, Usage};
use crate::store;

/// Says why no new file can be written at `path`, as far as that can be known without writing.
///
/// # Errors
/// [`FileError::Exists`] where something stands there, [`FileError::Io`] where its folder is absent or takes nothing,
/// [`Usage::InStore`].
pub fn must_be_free(path: &Path) -> Result<(), Failure> {
    let at = |source| FileError::Io {
        path: path.into(),
        source,
    };
    must_be_outside(path)?;
    match path.symlink_metadata() {
        Ok(_) => return Err(FileError::Exists { path: path.into() }.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(at(error).into()),
    }
    let access = access(parent(path), Access::WRITE_OK | Access::EXEC_OK);
    Ok(access.map_err(|error| at(error.into()))?)
}

/// Says that a file at `path` would lie in the folder of a store, whoever's: it would go with the store, and be taken for a part of
/// it.
///
/// # Errors
/// [`Usage::InStore`].
pub fn must_be_outside(path: &Path) -> Result<(), Failure> {
    if in_a_store(parent(path)) {
        return Err(Usage::InStore.into());
    }
    Ok(())
}

/// Whether a folder is that of a store, or lies in one.
pub fn in_a_store(folder: &Path) -> bool {
    let Ok(folder) = std::path::absolute(folder) else {
        return false;
    };
    // It may have to be made yet.
    let there = folder.ancestors().find_map(|one| one.canonicalize().ok());
    there.is_some_and(|folder| folder.ancestors().any(store::is_at))
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
            let exists = matches!(told, Err(Failure::File(FileError::Exists { .. })));
            assert!(exists, "{name}");
        }
        for name in ["missing/new", "there/new"] {
            let told = must_be_free(&at(name));
            let refused = matches!(told, Err(Failure::File(FileError::Io { .. })));
            assert!(refused, "{name}");
        }
    }
}
