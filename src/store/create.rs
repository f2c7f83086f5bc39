//! Makes a new store: whole, or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Transaction, TransactionBehavior, params};

use crate::base::draft::Draft;
use crate::base::file;
use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::domain::event::Payload;
use crate::store::connection::{self, Mode};
use crate::store::error::{Part, StoreError};
use crate::store::folder::Folder;
use crate::store::head::HeadFile;
use crate::store::open::Store;
use crate::store::reader::Reader;
use crate::store::write::Tx;
use crate::store::{FORMAT, project, schema};
use crate::vault::{self, Recipient, StoreKeys};

impl Store {
    /// Makes a store in a folder that is absent or empty, with the office's first events. It is built in
    /// a folder beside it and appears whole.
    ///
    /// # Errors
    /// [`StoreError::Exists`] where the folder is neither; [`StoreError`] else, and nothing is left behind.
    pub fn create(
        dir: &Path,
        keys: StoreKeys,
        recipients: &[Recipient],
        first: Vec<Payload>,
        random: &mut Random,
    ) -> Result<(), StoreError> {
        if keys.format != FORMAT {
            return Err(StoreError::NewerFormat {
                found: keys.format,
                known: FORMAT,
            });
        }
        let dir = &free(dir)?;
        let parent = match dir.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        create_all(parent)?;
        let site = Site::beside(parent)?;
        build(&Folder::new(site.path()), keys, recipients, first, random)?;
        file::sync_dir(site.path())?;
        site.put(dir)
    }
}

/// The folder in which the store is built, gone again unless it was renamed.
pub(super) struct Site(Draft);

impl Site {
    /// A new folder in `parent`.
    pub fn beside(parent: &Path) -> Result<Self, StoreError> {
        Ok(Self(Draft::folder(parent)?))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Renames it: it replaces an empty folder and nothing else.
    pub fn put(self, dir: &Path) -> Result<(), StoreError> {
        fs::rename(self.0.path(), dir).map_err(|error| match error.kind() {
            std::io::ErrorKind::DirectoryNotEmpty | std::io::ErrorKind::NotADirectory => {
                StoreError::Exists
            }
            _ => error.into(),
        })?;
        match dir.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => file::sync_dir(parent)?,
            _ => file::sync_dir(Path::new("."))?,
        }
        Ok(())
    }
}

/// The place of a new store, which is absent or an empty folder.
///
/// # Errors
/// [`StoreError::Exists`] where it is neither; the disk.
pub fn free(dir: &Path) -> Result<PathBuf, StoreError> {
    // A link to an empty folder is followed, so that the rename replaces the folder and not the link.
    let dir = fs::canonicalize(dir).unwrap_or_else(|_| dir.into());
    if is_free(&dir)? {
        Ok(dir)
    } else {
        Err(StoreError::Exists)
    }
}

fn is_free(dir: &Path) -> Result<bool, StoreError> {
    match dir.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error.into()),
        Ok(meta) if meta.is_dir() => Ok(fs::read_dir(dir)?.next().is_none()),
        Ok(_) => Ok(false),
    }
}

/// Makes the folders above the store that are missing, each private.
fn create_all(dir: &Path) -> Result<(), StoreError> {
    let missing: Vec<&Path> = dir
        .ancestors()
        .filter(|above| !above.as_os_str().is_empty())
        .take_while(|above| !above.exists())
        .collect();
    for above in missing.into_iter().rev() {
        match file::create_dir_private(above) {
            Err(file::FileError::Exists { .. }) | Ok(()) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn build(
    folder: &Folder,
    keys: StoreKeys,
    recipients: &[Recipient],
    first: Vec<Payload>,
    random: &mut Random,
) -> Result<(), StoreError> {
    let sealed = vault::seal_keys(&keys, recipients).map_err(StoreError::Vault)?;
    file::write_new(&folder.path(Part::Keys), &sealed)?;
    let database = folder.path(Part::Database);
    // SQLite would make it with the umask's rights; its journal takes those of the database.
    file::write_new(&database, b"")?;
    let conn = connection::open(&database, keys.db(), Mode::Write)?;
    schema::prepare(&conn)?;
    let reader = Reader::new(conn, keys);
    let transaction = Transaction::new_unchecked(&reader.conn, TransactionBehavior::Immediate)?;
    schema::create(&reader.conn)?;
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2)";
    let stream: [u8; 16] = random.bytes()?;
    for (name, value) in [("store", reader.keys.store.bytes()), ("stream", &stream)] {
        reader.conn.execute(sql, params![name, value])?;
    }
    crate::store::device::make(&reader.conn, random)?;
    project::stamp(&reader.conn)?;
    let mut tx = Tx::begin(&reader)?;
    tx.make_case_key(CaseId::OFFICE, random)?;
    for payload in first {
        tx.append(CaseId::OFFICE, payload)?;
    }
    let tip = match tx.finish(None)? {
        Some(tip) => tip,
        // Without events, too, a store begins with a commit: the head stands for one.
        None => crate::store::commit::append(&reader.conn, None, tx.stream(), 0, &[])?,
    };
    transaction.commit()?;
    drop(tx);
    let head = HeadFile::initial(&reader.keys.head_key(), tip);
    file::write_new(&folder.path(Part::Head), &head)?;
    Ok(())
}
