//! Changes who can open the store: begun by one rename, finished by whoever comes next (`docs/format/keys.md`,
//! "Changing the keys").

use rusqlite::{Connection, params};

use crate::base::file;
use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::domain::event::Payload;
use crate::journal;
use crate::store::connection::{self, Mode};
use crate::store::error::{Damage, Part, StoreError};
use crate::store::open::{Access, Store};
use crate::store::sql::blob;
use crate::store::write::Tx;
use crate::store::{commit, folder};
use crate::vault::{self, Change, Recipient, StoreKeys, VaultError};

/// How far a change is carried on; tests stop it amid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(test), expect(dead_code, reason = "tests stop amid"))]
pub(super) enum Stage {
    /// `keys.age` says what is to be done.
    Begun,
    /// The history has it.
    Written,
    /// The database is under its new key.
    Turned,
    /// One slot of the head follows.
    HalfHead,
    /// Both do.
    Head,
    /// `keys.age` has the new keys alone.
    Done,
}

impl Store {
    /// Says who can open the store from now on, and writes `events` into the office's history. Where `renew` is
    /// asked for, the store gets new keys, so that those of before open nothing of what is written from now on. The
    /// store must be open with [`Access::Keys`].
    ///
    /// # Errors
    /// [`StoreError::Unfinished`]: it is decided, and the next command carries it on. [`StoreError::Unsure`]. All
    /// others: nothing is changed.
    pub fn change_keys(
        &mut self,
        events: &[Payload],
        to: &[Recipient],
        renew: bool,
        random: &mut Random,
    ) -> Result<(), StoreError> {
        self.change_keys_until(Stage::Done, events, to, renew, random)
    }

    pub(super) fn change_keys_until(
        &mut self,
        last: Stage,
        events: &[Payload],
        to: &[Recipient],
        renew: bool,
        random: &mut Random,
    ) -> Result<(), StoreError> {
        if self.access != Access::Keys {
            return Err(StoreError::ReadOnly);
        }
        self.folder.sweep()?;
        self.folder.drop_staged()?;
        let encode = |event| journal::encode(event).map(|bytes| bytes.to_vec());
        let events = events.iter().map(encode).collect::<Result<_, _>>();
        let events = events.map_err(StoreError::Journal)?;
        let after = commit::last(&self.reader.conn)?.commit;
        let begun = self.reader.keys.begin(renew, after, events, to, random);
        let begun = begun.map_err(StoreError::Vault)?;
        self.put_keys(&begun, to)?;
        self.reader.keys = begun;
        self.finish_change(last).map_err(|_| StoreError::Unfinished)
    }

    /// Carries on what was begun and not finished, here or by a process that was killed. Only alone.
    pub(super) fn finish_change(&mut self, last: Stage) -> Result<(), StoreError> {
        let Some(change) = self.reader.keys.change() else {
            return Ok(());
        };
        let (events, to, after) = (read(change)?, change.to.clone(), change.after);
        let renewed = change.epoch();
        if last < Stage::Written {
            return Ok(());
        }
        if commit::last(&self.reader.conn)?.commit <= after {
            self.write(|tx| {
                for event in events {
                    tx.append(CaseId::OFFICE, event)?;
                }
                renewed.map_or(Ok(()), |epoch| tx.wrap_anew(epoch))
            })?;
        }
        if last < Stage::Turned {
            return Ok(());
        }
        if renewed.is_some() {
            self.turn()?;
            if last < Stage::HalfHead {
                return Ok(());
            }
            let read = self.head.read(&self.reader.keys.head_keys())?;
            let tip = commit::last(&self.reader.conn)?;
            let key = self.reader.keys.head_key();
            self.head.write(&key, read.counter + 1, tip)?;
            if last < Stage::Head {
                return Ok(());
            }
            self.head.write(&key, read.counter + 2, tip)?;
        }
        if last < Stage::Done {
            return Ok(());
        }
        let finished = self.reader.keys.finished();
        self.put_keys(&finished, &to)?;
        self.reader.keys = finished;
        Ok(())
    }

    /// Puts the database under its new key, where it is not.
    fn turn(&mut self) -> Result<(), StoreError> {
        let keys = &mut self.reader.keys;
        let Some(next) = keys.next_db() else {
            return Ok(());
        };
        connection::rekey(&self.reader.conn, next)?;
        // Only that it opens proves that it was committed. SQLite is to see no older handle of its own meanwhile.
        drop(std::mem::replace(
            &mut self.reader.conn,
            Connection::open_in_memory()?,
        ));
        self.reader.conn = connection::open(&self.folder.path(Part::Database), next, Mode::Write)?;
        keys.turn();
        self.folder.sync(&self.used)
    }

    fn put_keys(&self, keys: &StoreKeys, to: &[Recipient]) -> Result<(), StoreError> {
        let sealed = vault::seal_keys(keys, to).map_err(StoreError::Vault)?;
        let path = self.folder.path(Part::Keys);
        let Err(error) = file::replace(&path, &sealed) else {
            return Ok(());
        };
        match std::fs::read(&path) {
            // Renamed, and the folder not synced: a power cut could bring the older one back.
            Ok(found) if found == sealed => {
                let dir = path.parent().unwrap_or(&path);
                file::sync_dir(dir).map_err(|_| StoreError::Unsure)
            }
            Ok(_) => Err(error.into()),
            Err(_) => Err(StoreError::Unsure),
        }
    }
}

fn read(change: &Change) -> Result<Vec<Payload>, StoreError> {
    let read = |bytes: &Vec<u8>| journal::decode(bytes);
    let events: Option<_> = change.events.iter().map(read).collect();
    events.ok_or(StoreError::damaged(Damage::Keys))
}

impl Tx<'_> {
    /// Wraps the key of every case, and the office's, under another epoch's.
    fn wrap_anew(&mut self, epoch: u32) -> Result<(), StoreError> {
        let sql = "SELECT case_id FROM case_key ORDER BY case_id";
        let cases = {
            let mut statement = self.conn.prepare_cached(sql)?;
            let rows = statement.query_map([], |row| Ok(CaseId(blob(row, 0)?)))?;
            rows.collect::<Result<Vec<_>, _>>()?
        };
        let mut random = Random::system();
        for case in cases {
            let wrap = self.with_case_key(case, |key| {
                let epoch_key = self.keys.epoch_key(epoch).ok_or(VaultError::Damaged)?;
                vault::wrap_case_key(epoch, epoch_key, case, key, &mut random)
            })?;
            self.conn
                .prepare_cached("UPDATE case_key SET wrap = ?2 WHERE case_id = ?1")?
                .execute(params![case.bytes(), wrap.map_err(StoreError::Vault)?])?;
        }
        Ok(())
    }
}

impl folder::Folder {
    /// Takes away what a process left that was killed while it wrote `keys.age`. Only alone.
    fn sweep(&self) -> Result<(), StoreError> {
        let dir = self.path(Part::Keys);
        let dir = dir.parent().unwrap_or(&dir);
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(file::is_sibling) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
