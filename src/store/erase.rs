//! Erasure: a case's key and payloads go for good, and the chain still verifies (`docs/format/store.md`, "Erasure").

use rusqlite::{OptionalExtension as _, params};

use crate::base::id::CaseId;
use crate::store::error::{Damage, StoreError};
use crate::store::project;
use crate::store::write::Tx;

impl Tx<'_> {
    /// Destroys the key and the payloads of a case and what is projected of it. Its rows stay, with their hashes. Whoever
    /// calls appends the entry that says so, in the same transaction; `store verify` takes it for damage otherwise.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`]; the database.
    pub fn erase(&mut self, case: CaseId) -> Result<u64, StoreError> {
        if case == CaseId::OFFICE {
            return Err(StoreError::NoSuchCase);
        }
        let keys = self.conn.execute(
            "DELETE FROM case_key WHERE case_id = ?1",
            params![case.bytes()],
        )?;
        if keys == 0 {
            return Err(StoreError::NoSuchCase);
        }
        // The one change of the history that there is. Nobody sees it without the trigger: this is one transaction.
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'event_stays'";
        let trigger: Option<String> = self.conn.query_row(sql, [], |row| row.get(0)).optional()?;
        let trigger = trigger.ok_or(StoreError::damaged(Damage::Database))?;
        self.conn.execute_batch("DROP TRIGGER event_stays")?;
        let events = self.conn.execute(
            "UPDATE event SET payload = x'' WHERE case_id = ?1",
            params![case.bytes()],
        )?;
        self.conn.execute_batch(&trigger)?;
        project::remove(&self.conn, case)?;
        self.detach(case)?;
        self.drop_key(case);
        self.erased = true;
        Ok(u64::try_from(events).unwrap_or(u64::MAX))
    }
}
