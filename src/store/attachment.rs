//! What documents hold that hang on cases, in parts beside the history (`docs/format/attachment.md`).

use rusqlite::{OptionalExtension as _, params};
use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::journal::{self, PART};
use crate::store::error::{Damage, StoreError};
use crate::store::reader::Reader;
use crate::store::sql::{count, integer};
use crate::store::write::Tx;

const TABLE: &str = include_str!("../../migrations/attachment.sql");

/// What is kept of a document is known by this.
pub fn attachment_digest(content: &[u8]) -> Vec<u8> {
    blake3::hash(content).as_bytes().to_vec()
}

impl Reader {
    /// What is kept under this digest for a case.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it is not there, or not whole.
    pub fn attached(&self, case: CaseId, digest: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let damaged = || StoreError::damaged(Damage::Attachment);
        let stored = self.parts(case, digest)?;
        let whole: usize = stored.iter().map(Vec::len).sum();
        let address = self.address(case, digest)?;
        // Never grows, so leaves no copies.
        let mut content = Zeroizing::new(Vec::with_capacity(whole));
        let many = stored.len();
        for (nth, part) in (1_u64..).zip(stored) {
            let last = usize::try_from(nth).is_ok_and(|nth| nth == many);
            let opened = self.with_case_key(case, |key| {
                journal::open_part(&part, &address, nth, last, key)
            })?;
            content.extend_from_slice(&opened.ok_or_else(damaged)?);
        }
        if many == 0 || attachment_digest(&content) != digest {
            return Err(damaged());
        }
        Ok(content)
    }

    /// Whether something is kept under this digest for a case.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn has_attached(&self, case: CaseId, digest: &[u8]) -> Result<bool, StoreError> {
        if !self.has_attachments()? {
            return Ok(false);
        }
        let address = self.address(case, digest)?;
        let sql = "SELECT EXISTS (SELECT 1 FROM attachment WHERE address = ?1)";
        Ok(self
            .conn
            .query_row(sql, params![address], |row| row.get(0))?)
    }

    /// Whether the store ever had a document.
    pub(super) fn has_attachments(&self) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attachment'";
        let found: Option<i64> = self.conn.query_row(sql, [], |row| row.get(0)).optional()?;
        Ok(found.is_some())
    }

    /// How many parts there are of how many documents.
    pub(super) fn attachment_addresses(&self) -> Result<u64, StoreError> {
        if !self.has_attachments()? {
            return Ok(0);
        }
        let sql = "SELECT count(DISTINCT address) FROM attachment";
        count(self.conn.query_row(sql, [], |row| row.get(0))?)
    }

    fn address(&self, case: CaseId, digest: &[u8]) -> Result<[u8; 32], StoreError> {
        self.with_case_key(case, |key| journal::attachment_address(key, case, digest))
    }

    /// The parts as they lie there; none where one is missing before the last.
    fn parts(&self, case: CaseId, digest: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
        if !self.has_attachments()? {
            return Ok(Vec::new());
        }
        let address = self.address(case, digest)?;
        let sql = "SELECT number, part FROM attachment
            WHERE address = ?1 AND case_id = ?2 ORDER BY number";
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query(params![address, case.bytes()])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            let expected = u64::try_from(parts.len()).unwrap_or(u64::MAX);
            if count(row.get(0)?)? != expected.saturating_add(1) {
                return Ok(Vec::new());
            }
            parts.push(row.get(1)?);
        }
        Ok(parts)
    }
}

impl Tx<'_> {
    /// Keeps what a document holds. Whoever calls appends the entry that names its digest, in the same transaction.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`]; the database.
    pub fn attach(&mut self, case: CaseId, content: &[u8]) -> Result<Vec<u8>, StoreError> {
        let digest = attachment_digest(content);
        if self.has_attached(case, &digest)? {
            return Ok(digest);
        }
        self.conn.execute_batch(TABLE)?;
        let address = self.address(case, &digest)?;
        let sql = "INSERT INTO attachment (address, number, case_id, part) VALUES (?1, ?2, ?3, ?4)";
        let mut parts = (1_u64..).zip(content.chunks(PART)).peekable();
        while let Some((number, part)) = parts.next() {
            let last = parts.peek().is_none();
            let random = &mut self.random;
            let sealed = self.reader.with_case_key(case, |key| {
                journal::seal_part(part, &address, number, last, key, random)
            })?;
            let sealed = sealed.map_err(StoreError::sealing)?;
            self.reader.conn.execute(
                sql,
                params![address, integer(number)?, case.bytes(), sealed],
            )?;
        }
        Ok(digest)
    }

    /// Destroys what all documents of a case hold.
    pub(super) fn detach(&mut self, case: CaseId) -> Result<(), StoreError> {
        if self.has_attachments()? {
            let sql = "DELETE FROM attachment WHERE case_id = ?1";
            self.conn.execute(sql, params![case.bytes()])?;
        }
        Ok(())
    }
}
