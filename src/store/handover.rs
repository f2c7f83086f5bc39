//! What a case needs to be handed to another office: its rows as they stand in the chain, and what vouches for them.

use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::base::secret::Secret32;
use crate::journal::{self, Row};
use crate::store::device;
use crate::store::error::{Damage, StoreError};
use crate::store::reader::{COLUMNS, Reader, read_row};
use crate::store::write::Tx;

/// A row of a case with what its commitment was made of.
pub struct Chained {
    /// As it is stored.
    pub row: Row,
    /// The payload's bytes.
    pub plain: Zeroizing<Vec<u8>>,
}

impl Reader {
    /// The rows of a case, in the one order of every fold.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`], [`StoreError::Damaged`].
    pub fn chained(&self, case: CaseId) -> Result<Vec<Chained>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event WHERE case_id = ?1 ORDER BY lamport, stream, number"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([case.bytes()])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let row = read_row(row)?;
            let plain = self.with_case_key(case, |key| journal::plain(&row, key))?;
            let plain = plain.map_err(|_| StoreError::damaged(Damage::Payload))?;
            all.push(Chained { row, plain });
        }
        Ok(all)
    }

    /// The key of a case's commitments.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`].
    pub fn commitment_key(&self, case: CaseId) -> Result<Secret32, StoreError> {
        self.with_case_key(case, journal::commitment_key)
    }

    /// What the receipt of a hand-over of this case is made with.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`].
    pub fn receipt_key(&self, case: CaseId, handover: &[u8; 16]) -> Result<[u8; 32], StoreError> {
        self.with_case_key(case, |key| journal::receipt_key(key, handover))
    }
}

impl Tx<'_> {
    /// Signs a hand-over as this device, which the office's history knows by then; with its public key.
    ///
    /// # Errors
    /// The database.
    pub fn sign_handover(&self, digest: &[u8; 32]) -> Result<([u8; 32], [u8; 64]), StoreError> {
        let key = device::secret(&self.conn)?.ok_or(StoreError::damaged(Damage::Database))?;
        Ok((
            journal::device_public(&key),
            journal::sign_handover(&key, digest),
        ))
    }
}
