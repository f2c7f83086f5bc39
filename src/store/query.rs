//! Looks things up in the projections.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row};

use crate::base::id::{CaseId, DeadlineId, EventId, MIN_PREFIX};
use crate::base::number::CaseNumber;
use crate::domain::case::Case;
use crate::domain::event::{Event, ImportRef};
use crate::journal;
use crate::store::error::StoreError;
use crate::store::project;
use crate::store::reader::{COLUMNS, Reader, read_row};
use crate::store::sql::{blob, count};

/// What a store holds, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Events, the office's included.
    pub events: u64,
    /// Cases.
    pub cases: u64,
    /// Streams.
    pub streams: u64,
    /// When the last event, in the order of the fold, was recorded.
    pub last_recorded: Option<DateTime<Utc>>,
}

impl Reader {
    /// Calls `visit` with each case, in the order of their ids, one at a time.
    ///
    /// # Errors
    /// [`StoreError`], or that of `visit`.
    pub fn each_case<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(CaseId, Case) -> Result<(), E>,
    ) -> Result<(), E> {
        self.catch_up()?;
        let sql = "SELECT case_id, view FROM p_case ORDER BY case_id";
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let read = |row: &Row<'_>| {
                let id = CaseId(blob(row, 0)?);
                let view = project::read_view(row.get_ref(1)?.as_blob().unwrap_or_default())?;
                Ok::<_, StoreError>((id, view))
            };
            let (id, case) = read(row)?;
            visit(id, case)?;
        }
        Ok(())
    }

    /// The case with this number. Two cases can bear one only after a merge; then the first by id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn case_by_number(&self, number: &CaseNumber) -> Result<Option<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM p_case WHERE number = ?1 ORDER BY case_id";
        Ok(self.case_ids(sql, &number.compact())?.into_iter().next())
    }

    /// The cases with this callsign: one, unless a merge brought a second.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn cases_by_callsign(&self, callsign: &str) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT case_id FROM p_case WHERE callsign = ?1 ORDER BY case_id";
        self.case_ids(sql, callsign)
    }

    fn case_ids(&self, sql: &str, by: &str) -> Result<Vec<CaseId>, StoreError> {
        self.catch_up()?;
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([by], |row| Ok(CaseId(blob(row, 0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The events whose printed id begins with `prefix`, sixteen at most; none for a prefix that is
    /// too short or no prefix of an id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn event_by_prefix(&self, prefix: &str) -> Result<Vec<(EventId, CaseId)>, StoreError> {
        let Some((low, high)) = bounds(prefix) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT event_id, case_id FROM p_event WHERE event_id BETWEEN ?1 AND ?2
            ORDER BY event_id LIMIT 16";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([low, high], |row| {
            Ok((EventId(blob(row, 0)?), CaseId(blob(row, 1)?)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The deadlines whose printed id begins with `prefix`, sixteen at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn deadline_by_prefix(
        &self,
        prefix: &str,
    ) -> Result<Vec<(DeadlineId, CaseId)>, StoreError> {
        let Some((low, high)) = bounds(prefix) else {
            return Ok(Vec::new());
        };
        self.catch_up()?;
        let sql = "SELECT deadline_id, case_id FROM p_deadline
            WHERE deadline_id BETWEEN ?1 AND ?2
            ORDER BY deadline_id LIMIT 16";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([low, high], |row| {
            Ok((DeadlineId(blob(row, 0)?), CaseId(blob(row, 1)?)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Walks back through the whole history from its last event, until `visit` breaks. What was erased is passed over.
    ///
    /// # Errors
    /// [`StoreError`], or that of `visit`.
    pub fn walk_back<B, E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(Event) -> Result<ControlFlow<B>, E>,
    ) -> Result<Option<B>, E> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event WHERE length(payload) > 0
                ORDER BY lamport DESC, stream DESC, number DESC"
        );
        let mut statement = self.conn.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let event = self.open_row(&read_row(row)?)?;
            if let ControlFlow::Break(found) = visit(event)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// What recognises a second import of the same case (empty `line`) or line; see
    /// [`journal::import_ref`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn import_ref(&self, case: &str, line: &str) -> Result<ImportRef, StoreError> {
        self.with_case_key(CaseId::OFFICE, |key| journal::import_ref(key, case, line))
    }

    /// By what a calendar knows one of its entries: a keyed hash, see [`journal::calendar_uid`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn calendar_uid(&self, feed: &str, entry: &str) -> Result<String, StoreError> {
        self.with_case_key(CaseId::OFFICE, |key| {
            journal::calendar_uid(key, feed, entry)
        })
    }

    /// What the office remembers that an entry of a calendar said; none once the case is erased.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn calendar_said(
        &self,
        case: CaseId,
        uid: &str,
        sealed: &str,
    ) -> Result<Option<String>, StoreError> {
        match self.with_case_key(case, |key| journal::open_said(sealed, uid, key)) {
            Err(StoreError::NoSuchCase) => Ok(None),
            said => said,
        }
    }

    /// Every event of the office and of all cases, in the one order of every fold. Those that were erased are not there.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one does not open.
    pub fn all_events(&self) -> Result<Vec<Event>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event WHERE payload <> x'' ORDER BY lamport, stream, number"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(self.open_row(&read_row(row)?)?);
        }
        Ok(events)
    }

    /// What an earlier import made of its own name for a line (a keyed hash of it).
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn import_seen(&self, name: &str) -> Result<Option<(CaseId, EventId)>, StoreError> {
        let sql = "SELECT case_id, event_id FROM p_import WHERE ref = ?1 ORDER BY event_id LIMIT 1";
        let seen = self
            .conn
            .prepare_cached(sql)?
            .query_row([name], |row| {
                Ok((CaseId(blob(row, 0)?), EventId(blob(row, 1)?)))
            })
            .optional()?;
        Ok(seen)
    }

    /// How much there is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn counts(&self) -> Result<Counts, StoreError> {
        self.catch_up()?;
        let number = |sql: &str| -> Result<u64, StoreError> {
            count(
                self.conn
                    .prepare_cached(sql)?
                    .query_row([], |row| row.get(0))?,
            )
        };
        let last = self.walk_back(|event| Ok::<_, StoreError>(ControlFlow::Break(event)))?;
        Ok(Counts {
            events: number("SELECT count(*) FROM event")?,
            cases: number("SELECT count(*) FROM p_case")?,
            streams: number("SELECT count(DISTINCT stream) FROM event")?,
            last_recorded: last.map(|event| event.payload.at),
        })
    }

    /// The epoch under whose key case keys are wrapped.
    pub const fn epoch(&self) -> u32 {
        self.keys.epoch
    }

    /// How many keys of cases there are, the office's own among them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn case_keys(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM case_key";
        count(self.conn.query_row(sql, [], |row| row.get(0))?)
    }
}

/// The lowest and the highest id that begin with a printed prefix.
fn bounds(prefix: &str) -> Option<([u8; 16], [u8; 16])> {
    if prefix.len() < MIN_PREFIX {
        return None;
    }
    let (mut value, mut bits) = (0_u128, 128_u32);
    for symbol in prefix.bytes() {
        let digit = match symbol.to_ascii_lowercase() {
            letter @ b'a'..=b'z' => letter - b'a',
            digit @ b'2'..=b'7' => digit - b'2' + 26,
            _ => return None,
        };
        match bits.checked_sub(5) {
            Some(left) => {
                bits = left;
                value |= u128::from(digit) << bits;
            }
            // The last of 26 symbols holds three bits and two zeros.
            None if bits == 3 && digit.trailing_zeros() >= 2 => {
                bits = 0;
                value |= u128::from(digit >> 2);
            }
            None => return None,
        }
    }
    let rest = 1_u128.checked_shl(bits).map_or(u128::MAX, |all| all - 1);
    Some((value.to_be_bytes(), (value | rest).to_be_bytes()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_prefix_bounds_the_ids_that_begin_with_it(
            id in any::<[u8; 16]>(), other in any::<[u8; 16]>(), length in 6..=26_usize
        ) {
            let text: String = EventId(id).to_string().chars().take(length).collect();
            let (low, high) = bounds(&text).unwrap();
            prop_assert!(low <= id && id <= high);
            let begins = EventId(other).to_string().starts_with(&text);
            prop_assert_eq!(begins, low <= other && other <= high);
            prop_assert_eq!(bounds(&text.to_ascii_uppercase()), Some((low, high)));
        }
    }

    #[test]
    fn refuses_what_is_no_prefix() {
        for text in [
            "",
            "abcde",
            "abcde1",
            "abcde é",
            "aaaaaaaaaaaaaaaaaaaaaaaaab",
        ] {
            assert_eq!(bounds(text), None, "{text}");
        }
    }
}
