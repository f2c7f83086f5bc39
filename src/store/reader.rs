//! Reads the history: events, in the one order of every fold, and the keys of their cases.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow, params};

use crate::base::id::{CaseId, StoreId, StreamId};
use crate::base::secret::Secret32;
use crate::domain::case::Case;
use crate::domain::event::Event;
use crate::journal::{self, Row};
use crate::store::error::{Damage, StoreError};
use crate::store::project;
use crate::store::sql::{blob, count};
use crate::vault::{self, StoreKeys};

/// The columns of an event, in the order in which [`read_row`] takes them.
pub(super) const COLUMNS: &str =
    "stream, number, lamport, case_id, commitment, prev, hash, payload";

/// Everything that can be read, within a transaction or outside one.
pub struct Reader {
    pub(super) conn: Connection,
    pub(super) keys: StoreKeys,
    /// Cases whose projections lag behind the events of the open transaction.
    pub(super) lagging: RefCell<BTreeSet<CaseId>>,
    /// Keys of cases, once unwrapped.
    case_keys: RefCell<BTreeMap<CaseId, Secret32>>,
    /// The case that the open transaction made last, with all its events: they need not be read again.
    fresh: RefCell<Option<(CaseId, Vec<Event>)>>,
}

/// Keys of more cases are not kept: whoever goes through all of a large store asks for each one once.
const MOST_KEYS: usize = 1024;

impl Reader {
    pub(super) fn new(conn: Connection, keys: StoreKeys) -> Self {
        Self {
            conn,
            keys,
            lagging: RefCell::default(),
            case_keys: RefCell::default(),
            fresh: RefCell::default(),
        }
    }

    /// The store's own id, which its copies share.
    pub fn id(&self) -> StoreId {
        self.keys.store
    }

    /// A case's events in the one order of every fold; none where there is no such case.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where one does not open.
    pub fn events(&self, case: CaseId) -> Result<Vec<Event>, StoreError> {
        if let Some((fresh, events)) = self.fresh.borrow().as_ref()
            && *fresh == case
        {
            return Ok(events.clone());
        }
        let sql = "SELECT stream, number, lamport, case_id, commitment, prev, hash, payload
            FROM event WHERE case_id = ?1 ORDER BY lamport, stream, number";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params![case.bytes()])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(self.open_row(&read_row(row)?)?);
        }
        Ok(events)
    }

    /// The office's own events, in the same order.
    ///
    /// # Errors
    /// As [`Reader::events`].
    pub fn office_events(&self) -> Result<Vec<Event>, StoreError> {
        self.events(CaseId::OFFICE)
    }

    /// A case as its events add up, what the open transaction appended included.
    ///
    /// # Errors
    /// [`StoreError::NoSuchCase`].
    pub fn case(&self, case: CaseId) -> Result<Case, StoreError> {
        if self.lagging.borrow().contains(&case) && case != CaseId::OFFICE {
            // Amid a transaction that may append more: folded, and written once at its end.
            return Ok(Case::fold(case, &self.events(case)?, None));
        }
        project::view(&self.conn, case)?.ok_or(StoreError::NoSuchCase)
    }

    /// Every case that has events which can be read, and the office; not those that were erased.
    pub(super) fn case_ids_of_events(&self) -> Result<Vec<CaseId>, StoreError> {
        let sql = "SELECT DISTINCT case_id FROM event WHERE payload <> x'' ORDER BY case_id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok(CaseId(blob(row, 0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Opens one stored event.
    pub(super) fn open_row(&self, row: &Row) -> Result<Event, StoreError> {
        let open = |key: &Secret32| {
            journal::open(row, key).map_err(|_| StoreError::damaged(Damage::Payload))
        };
        self.ensure_case_key(row.case)?;
        let keys = self.case_keys.borrow();
        let key = keys
            .get(&row.case)
            .ok_or(StoreError::damaged(Damage::Payload))?;
        Ok(row.event(open(key)?))
    }

    /// Calls `use_key` with the case's key.
    pub(super) fn with_case_key<T>(
        &self,
        case: CaseId,
        use_key: impl FnOnce(&Secret32) -> T,
    ) -> Result<T, StoreError> {
        self.ensure_case_key(case)?;
        let keys = self.case_keys.borrow();
        Ok(use_key(keys.get(&case).ok_or(StoreError::NoSuchCase)?))
    }

    fn ensure_case_key(&self, case: CaseId) -> Result<(), StoreError> {
        if self.case_keys.borrow().contains_key(&case) {
            return Ok(());
        }
        let wrap: Vec<u8> = self
            .conn
            .prepare_cached("SELECT wrap FROM case_key WHERE case_id = ?1")?
            .query_row(params![case.bytes()], |row| row.get(0))
            .optional()?
            .ok_or(StoreError::NoSuchCase)?;
        let key = vault::unwrap_case_key(&wrap, case, &self.keys)
            .map_err(|_| StoreError::damaged(Damage::Payload))?;
        let mut keys = self.case_keys.borrow_mut();
        if keys.len() >= MOST_KEYS {
            keys.clear();
        }
        keys.insert(case, key);
        Ok(())
    }

    /// A case begins in the open transaction, without any event.
    pub(super) fn begin_case(&self, case: CaseId) {
        *self.fresh.borrow_mut() = Some((case, Vec::new()));
    }

    /// An event was appended by the open transaction.
    pub(super) fn follow(&self, event: &Event) {
        if let Some((fresh, events)) = self.fresh.borrow_mut().as_mut()
            && *fresh == event.case
        {
            events.push(event.clone());
        }
    }

    /// Forgets the key of a case that is no more, and that its projections were to be written.
    pub(super) fn drop_key(&self, case: CaseId) {
        self.lagging.borrow_mut().remove(&case);
        self.case_keys.borrow_mut().remove(&case);
        self.fresh.borrow_mut().take();
    }

    /// Forgets what a transaction left behind that was rolled back.
    pub(super) fn forget(&self) {
        self.lagging.borrow_mut().clear();
        self.fresh.borrow_mut().take();
        self.case_keys.borrow_mut().clear();
    }

    /// Writes the projections of the cases that the open transaction touched.
    pub(super) fn catch_up(&self) -> Result<(), StoreError> {
        let lagging = std::mem::take(&mut *self.lagging.borrow_mut());
        for case in lagging {
            let events = self.events(case)?;
            project::replace(&self.conn, case, &events)?;
        }
        Ok(())
    }
}

/// Reads a row of [`COLUMNS`].
pub(super) fn read_row(row: &SqlRow<'_>) -> Result<Row, StoreError> {
    Ok(Row {
        stream: StreamId(blob(row, 0)?),
        number: count(row.get(1)?)?,
        lamport: count(row.get(2)?)?,
        case: CaseId(blob(row, 3)?),
        commitment: blob(row, 4)?,
        prev: blob(row, 5)?,
        hash: blob(row, 6)?,
        payload: row.get(7)?,
    })
}
