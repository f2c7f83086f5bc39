//! Projections: what lists and look-ups need, derived from a case's events alone.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::event::{Entry, Event};
use crate::store::error::{Damage, StoreError};
use crate::store::sql::blob;

/// Raised whenever a case, its fold or these tables change, so that projections which an earlier
/// program wrote are made anew. The fixtures in `tests/fixtures/stores/` tell when that was forgotten.
const VERSION: u32 = 11;

/// Every row that one case has in the projections.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Projection {
    /// None for the office.
    case: Option<CaseRow>,
    deadlines: BTreeSet<DeadlineId>,
    events: Vec<EventId>,
    imports: Vec<(String, EventId)>,
}

#[derive(Debug, PartialEq, Eq)]
struct CaseRow {
    number: String,
    callsign: String,
    view: Vec<u8>,
}

impl Projection {
    /// How many rows it has in `p_event`, `p_case`, `p_deadline` and `p_import`.
    pub fn counts(&self) -> [usize; 4] {
        [
            self.events.len(),
            usize::from(self.case.is_some()),
            self.deadlines.len(),
            self.imports.len(),
        ]
    }
}

/// The tables, in the order of [`Projection::counts`].
pub(super) const TABLES: [&str; 4] = ["p_event", "p_case", "p_deadline", "p_import"];

/// What a case's events add up to.
pub(super) fn project(id: CaseId, events: &[Event]) -> Result<Projection, StoreError> {
    let events_of = events.iter().map(|event| event.id).collect();
    let forgotten = brought_anew(events);
    let mut imports: Vec<_> = events
        .iter()
        .filter(|event| !forgotten.contains(&event.id))
        .filter_map(|event| Some((event.payload.entry.import_ref()?.clone(), event.id)))
        .collect();
    imports.sort();
    let mut projection = Projection {
        case: None,
        deadlines: BTreeSet::new(),
        events: events_of,
        imports,
    };
    if id != CaseId::OFFICE {
        let case = Case::fold(id, events, None);
        projection.deadlines = case.deadlines.iter().map(|d| d.id).collect();
        projection.case = Some(case_row(&case)?);
    }
    Ok(projection)
}

/// What was taken back with the whole import that brought it: the next import can bring it anew.
fn brought_anew(events: &[Event]) -> BTreeSet<EventId> {
    let taken = events
        .iter()
        .filter_map(|event| match &event.payload.entry {
            Entry::EntryRetracted(retraction) if retraction.anew => Some(retraction.target),
            _ => None,
        });
    taken.collect()
}

fn case_row(case: &Case) -> Result<CaseRow, StoreError> {
    let (number, callsign) = case
        .opened
        .as_ref()
        .map(|opened| (opened.number.clone(), opened.callsign.clone()))
        .unwrap_or_default();
    let mut view = Vec::new();
    ciborium::into_writer(case, &mut view).map_err(|_| StoreError::damaged(Damage::Projection))?;
    Ok(CaseRow {
        number,
        callsign,
        view,
    })
}

/// Writes the rows of one event.
pub(super) fn add_event(conn: &Connection, event: &Event) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO p_event (event_id, case_id) VALUES (?1, ?2)")?
        .execute(params![event.id.bytes(), event.case.bytes()])?;
    if let Some(name) = event.payload.entry.import_ref() {
        let sql = "INSERT INTO p_import (ref, event_id, case_id) VALUES (?1, ?2, ?3)";
        conn.prepare_cached(sql)?
            .execute(params![name, event.id.bytes(), event.case.bytes()])?;
    }
    Ok(())
}

/// Writes what a case's events add up to in the place of what stands there.
pub(super) fn replace(conn: &Connection, id: CaseId, events: &[Event]) -> Result<(), StoreError> {
    let projection = project(id, events)?;
    let forgotten = brought_anew(events);
    for event in events.iter().filter(|event| forgotten.contains(&event.id)) {
        if let Some(name) = event.payload.entry.import_ref() {
            let sql = "DELETE FROM p_import WHERE ref = ?1 AND event_id = ?2";
            conn.prepare_cached(sql)?
                .execute(params![name, event.id.bytes()])?;
        }
    }
    // What stays is not written again: fewer pages change, and an older one put back always differs.
    if stored_deadlines(conn, id)? != projection.deadlines {
        write_deadlines(conn, id, &projection.deadlines)?;
    }
    match &projection.case {
        Some(row) if stored_case(conn, id)?.as_ref() != Some(row) => write_case(conn, id, row),
        _ => Ok(()),
    }
}

fn write_deadlines(
    conn: &Connection,
    id: CaseId,
    deadlines: &BTreeSet<DeadlineId>,
) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM p_deadline WHERE case_id = ?1")?
        .execute(params![id.bytes()])?;
    let sql = "INSERT INTO p_deadline (case_id, deadline_id) VALUES (?1, ?2)";
    for deadline in deadlines {
        conn.prepare_cached(sql)?
            .execute(params![id.bytes(), deadline.bytes()])?;
    }
    Ok(())
}

fn write_case(conn: &Connection, id: CaseId, row: &CaseRow) -> Result<(), StoreError> {
    // Leaves the indexes alone where number and callsign stay, as they nearly always do.
    let sql = "UPDATE p_case SET view = ?4
        WHERE case_id = ?1 AND number = ?2 AND callsign = ?3";
    let values = params![id.bytes(), row.number, row.callsign, row.view];
    if conn.prepare_cached(sql)?.execute(values)? == 0 {
        let sql = "INSERT OR REPLACE INTO p_case (case_id, number, callsign, view)
            VALUES (?1, ?2, ?3, ?4)";
        conn.prepare_cached(sql)?.execute(values)?;
    }
    Ok(())
}

/// Deletes every row of a case that was erased.
pub(super) fn remove(conn: &Connection, id: CaseId) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM p_case WHERE case_id = ?1",
        "DELETE FROM p_event WHERE case_id = ?1",
        "DELETE FROM p_deadline WHERE case_id = ?1",
        "DELETE FROM p_import WHERE case_id = ?1",
    ] {
        conn.execute(sql, params![id.bytes()])?;
    }
    Ok(())
}

/// Deletes every row of every projection.
pub(super) fn clear(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "DELETE FROM p_case; DELETE FROM p_event; DELETE FROM p_deadline; DELETE FROM p_import;",
    )?;
    Ok(())
}

/// The rows that stand in the tables for a case, looked for by what they should be.
pub(super) fn stored(
    conn: &Connection,
    id: CaseId,
    wanted: &Projection,
) -> Result<Projection, StoreError> {
    let mut events = Vec::new();
    let mut statement = conn.prepare_cached("SELECT case_id FROM p_event WHERE event_id = ?1")?;
    for event in &wanted.events {
        let of: Option<[u8; 16]> = statement
            .query_row(params![event.bytes()], |row| blob(row, 0))
            .optional()?;
        events.extend(of.filter(|of| of == id.bytes()).map(|_| *event));
    }
    let mut imports = Vec::new();
    let sql = "SELECT case_id FROM p_import WHERE ref = ?1 AND event_id = ?2";
    let mut statement = conn.prepare_cached(sql)?;
    for (name, event) in &wanted.imports {
        let of: Option<[u8; 16]> = statement
            .query_row(params![name, event.bytes()], |row| blob(row, 0))
            .optional()?;
        imports.extend(
            of.filter(|of| of == id.bytes())
                .map(|_| (name.clone(), *event)),
        );
    }
    Ok(Projection {
        case: stored_case(conn, id)?,
        deadlines: stored_deadlines(conn, id)?,
        events,
        imports,
    })
}

fn stored_case(conn: &Connection, id: CaseId) -> Result<Option<CaseRow>, StoreError> {
    let sql = "SELECT number, callsign, view FROM p_case WHERE case_id = ?1";
    let row = conn
        .prepare_cached(sql)?
        .query_row(params![id.bytes()], |row| {
            Ok(CaseRow {
                number: row.get(0)?,
                callsign: row.get(1)?,
                view: row.get(2)?,
            })
        })
        .optional()?;
    Ok(row)
}

fn stored_deadlines(conn: &Connection, id: CaseId) -> Result<BTreeSet<DeadlineId>, StoreError> {
    let sql = "SELECT deadline_id FROM p_deadline WHERE case_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params![id.bytes()], |row| Ok(DeadlineId(blob(row, 0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether another version of this program wrote the projections.
pub(super) fn are_stale(conn: &Connection) -> Result<bool, StoreError> {
    let written: Option<Vec<u8>> = conn
        .prepare_cached("SELECT value FROM meta WHERE name = 'projections'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(written.as_deref() != Some(VERSION.to_be_bytes().as_slice()))
}

/// Says that this version wrote them.
pub(super) fn stamp(conn: &Connection) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT OR REPLACE INTO meta (name, value) VALUES ('projections', ?1)")?
        .execute(params![VERSION.to_be_bytes()])?;
    Ok(())
}

/// A case as it stands in the projection.
pub(super) fn view(conn: &Connection, id: CaseId) -> Result<Option<Case>, StoreError> {
    let row: Option<Vec<u8>> = conn
        .prepare_cached("SELECT view FROM p_case WHERE case_id = ?1")?
        .query_row(params![id.bytes()], |row| row.get(0))
        .optional()?;
    row.as_deref().map(read_view).transpose()
}

/// Reads a stored case.
pub(super) fn read_view(bytes: &[u8]) -> Result<Case, StoreError> {
    ciborium::from_reader(bytes).map_err(|_| StoreError::damaged(Damage::Projection))
}
