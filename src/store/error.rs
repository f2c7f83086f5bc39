//! What can go wrong with a store, and what damage proves.

use std::io;

use rusqlite::ffi;

use crate::base::file::FileError;
use crate::base::random::NoRandomness;
use crate::journal::JournalError;
use crate::vault::VaultError;

/// A file of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `store.db`.
    Database,
    /// `keys.age`.
    Keys,
    /// `head`.
    Head,
}

impl Part {
    /// All, in the order in which they stand in a backup.
    pub const ALL: [Self; 3] = [Self::Keys, Self::Head, Self::Database];

    /// Its file name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Database => "store.db",
            Self::Keys => "keys.age",
            Self::Head => "head",
        }
    }
}

/// What was found damaged or altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// `keys.age` is not whole, or belongs to another store.
    Keys,
    /// `head` is missing or holds no good slot.
    Head,
    /// A page of `store.db`, or its structure.
    Database,
    /// `store.db` is older than `head` says: an older copy was put back.
    OlderDatabase,
    /// `store.db` and `head` tell two histories.
    OtherHistory,
    /// An event was removed, altered or moved.
    History,
    /// What an event says does not open, or is not what was written.
    Payload,
    /// A projection is not what the events add up to.
    Projection,
    /// What a document holds is not there, or not what was kept.
    Attachment,
}

/// Why the store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder holds no store.
    #[error("there is no store")]
    NotAStore,
    /// The folder is there and not empty.
    #[error("the folder is not empty")]
    Exists,
    /// A file of the store is not there. (A missing `head` is damage.)
    #[error("{} is missing", .what.name())]
    Missing {
        /// Which.
        what: Part,
    },
    /// The identity is none of those the store was sealed to.
    #[error("this key does not open the store")]
    NotForThisKey,
    /// Neither the database nor the head is under these keys: a `keys.age` from before the keys were changed.
    #[error("these keys are not the store's")]
    OtherKeys,
    /// A change of the keys is decided and was not carried to its end; whoever opens the store next goes on.
    #[error("the change of the keys is not finished")]
    Unfinished,
    /// A newer program made it or changed it; nothing was touched.
    #[error("the store has format {found}, this program knows {known}")]
    NewerFormat {
        /// Its format.
        found: u32,
        /// The highest this program knows.
        known: u32,
    },
    /// An older program made it, and this one has no step from there; nothing was touched.
    #[error("the store has format {found}, this program wants {known}")]
    OlderFormat {
        /// Its format.
        found: u32,
        /// This program's.
        known: u32,
    },
    /// Damaged or altered.
    #[error("the store is damaged or was altered: {what:?}")]
    Damaged {
        /// What.
        what: Damage,
    },
    /// A file that is no backup, or not a whole one.
    #[error("not a whole backup")]
    NotABackup,
    /// Somebody else writes, and did not finish within ten seconds.
    #[error("the store is being written to")]
    Busy,
    /// The disk takes no more: it is full, or a quota or limit is reached. Nothing was written.
    #[error("the disk takes no more")]
    Full,
    /// The disk refused a write or to sync one; nothing was written. The code is SQLite's extended one.
    #[error("the disk refused to write (code {code})")]
    NotWritten {
        /// SQLite's extended result code.
        code: i32,
    },
    /// Writing ended with an error, and whether all is written or nothing cannot be found out.
    #[error("whether it was written is not known")]
    Unsure,
    /// The system does not let this process read the store.
    #[error("the store cannot be read")]
    Unreadable,
    /// The store was opened for reading, or the folder cannot be written to.
    #[error("the store cannot be written to")]
    ReadOnly,
    /// Another version of this program wrote what is looked up, and the folder cannot be written to.
    #[error("the projections are another version's, and cannot be made anew here")]
    Stale,
    /// The SQLCipher built in is not one we trust.
    #[error("SQLCipher does not hold the setting {setting}")]
    Build {
        /// Which setting it did not take.
        setting: &'static str,
    },
    /// No case has this id.
    #[error("there is no such case")]
    NoSuchCase,
    /// The database refused; the code is SQLite's extended one.
    #[error("the database refused (code {code})")]
    Sqlite {
        /// SQLite's extended result code.
        code: i32,
    },
    /// The keys could not be used.
    #[error("the keys could not be used")]
    Vault(#[source] VaultError),
    /// An event could not be written.
    #[error("the event could not be sealed")]
    Journal(#[source] JournalError),
    /// A file operation failed.
    #[error("a file operation failed")]
    Io(#[source] io::Error),
    /// No randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

impl StoreError {
    /// Says where the damage lies.
    pub(super) const fn damaged(what: Damage) -> Self {
        Self::Damaged { what }
    }

    /// Why something could not be encrypted.
    pub(super) fn sealing(error: JournalError) -> Self {
        match error {
            JournalError::Randomness(none) => none.into(),
            error => Self::Journal(error),
        }
    }

    /// What the system said when something was to be read.
    pub(super) fn reading(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Self::Unreadable,
            _ => error.into(),
        }
    }

    /// Whether the system kept SQLite from the file, which proves nothing about what stands in it.
    pub(super) const fn is_outside(code: i32) -> bool {
        // The lower byte says what sort of error an extended code is.
        matches!(
            code & 0xff,
            ffi::SQLITE_PERM
                | ffi::SQLITE_ABORT
                | ffi::SQLITE_NOMEM
                | ffi::SQLITE_INTERRUPT
                | ffi::SQLITE_IOERR
                | ffi::SQLITE_CANTOPEN
                | ffi::SQLITE_PROTOCOL
                | ffi::SQLITE_NOLFS
                | ffi::SQLITE_AUTH
        )
    }
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps the code alone: messages of SQLite may hold statements and values.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let Some(cause) = error.sqlite_error() else {
            // A column of another type, a row that must be there: the table is not as it was made.
            return Self::damaged(Damage::Database);
        };
        match cause.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::damaged(Damage::Database),
            _ => match cause.extended_code {
                // The disk does not give back what stands there.
                ffi::SQLITE_IOERR_READ
                | ffi::SQLITE_IOERR_SHORT_READ
                | ffi::SQLITE_IOERR_CORRUPTFS => Self::damaged(Damage::Database),
                // A quota or the largest size of a file. What breaks a disk shows when it is synced or read.
                ffi::SQLITE_IOERR_WRITE => Self::Full,
                code @ (ffi::SQLITE_IOERR_FSYNC
                | ffi::SQLITE_IOERR_DIR_FSYNC
                | ffi::SQLITE_IOERR_TRUNCATE
                | ffi::SQLITE_IOERR_DELETE) => Self::NotWritten { code },
                code => Self::Sqlite { code },
            },
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<FileError> for StoreError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Exists { .. } => Self::Exists,
            FileError::Io { source, .. } => source.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(code: i32) -> StoreError {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()
    }

    #[test]
    fn damage_is_what_stands_there_and_nothing_else() {
        for code in [
            ffi::SQLITE_CORRUPT,
            ffi::SQLITE_NOTADB,
            ffi::SQLITE_IOERR_READ,
            ffi::SQLITE_IOERR_SHORT_READ,
        ] {
            assert!(matches!(told(code), StoreError::Damaged { .. }), "{code}");
        }
        for code in [
            ffi::SQLITE_CANTOPEN,
            ffi::SQLITE_PERM,
            ffi::SQLITE_AUTH,
            ffi::SQLITE_NOMEM,
            ffi::SQLITE_IOERR_LOCK,
        ] {
            let told = told(code);
            let outside =
                matches!(told, StoreError::Sqlite { code } if StoreError::is_outside(code));
            assert!(outside, "{code}: {told:?}");
        }
        // A table that is not there.
        assert!(!StoreError::is_outside(ffi::SQLITE_ERROR));
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_WRITE] {
            assert!(matches!(told(code), StoreError::Full), "{code}");
        }
    }
}
