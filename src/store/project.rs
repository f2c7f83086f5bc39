//! Projections: what lists and look-ups need, derived from a case's events alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::deadline::Deadline;
use crate::domain::event::{DeadlineAct, Entry, Event};
use crate::store::error::{Damage, StoreError};
use crate::store::sql::blob;

/// Raised whenever a case, its fold or these tables change, so that projections which an earlier
/// program wrote are made anew. The fixtures in `tests/fixtures/stores/` tell when that was forgotten.
const VERSION: u32 = 1;

/// Every row that one case has in the projections.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Projection {
    /// None for the office.
    case: Option<CaseRow>,
    deadlines: BTreeMap<[u8; 16], DeadlineRow>,
    events: Vec<EventId>,
    imports: Vec<(String, EventId)>,
}

#[derive(Debug, PartialEq, Eq)]
struct CaseRow {
    number: String,
    callsign: String,
    open: bool,
    worker: Option<String>,
    view: Vec<u8>,
}

#[derive(Debug, PartialEq, Eq)]
struct DeadlineRow {
    due: Option<String>,
    settled_on: Option<String>,
    actor: String,
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
    let mut imports: Vec<_> = events
        .iter()
        .filter_map(|event| Some((import_ref(&event.payload.entry)?.to_owned(), event.id)))
        .collect();
    imports.sort();
    let mut projection = Projection {
        case: None,
        deadlines: BTreeMap::new(),
        events: events_of,
        imports,
    };
    if id != CaseId::OFFICE {
        let case = Case::fold(id, events, None);
        projection.deadlines = case
            .deadlines
            .iter()
            .map(|deadline| (*deadline.id.bytes(), deadline_row(&case, deadline)))
            .collect();
        projection.case = Some(case_row(&case)?);
    }
    Ok(projection)
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
        open: case.is_open(),
        worker: case.worker.clone(),
        view,
    })
}

/// The earliest day on which it can ever stand in a list, and from which on it never does.
fn deadline_row(case: &Case, deadline: &Deadline) -> DeadlineRow {
    let extended = deadline.acts.iter().filter_map(|act| match act.act {
        DeadlineAct::Extended(until) => Some(until),
        _ => None,
    });
    let own = match &deadline.source {
        crate::domain::deadline::Source::Computed(computed) => computed.due,
        crate::domain::deadline::Source::Set(set) => Some(set.due),
    };
    let standing = deadline.standing(case, NaiveDate::MAX);
    let settled = match standing.settled {
        _ if standing.is_open() => None,
        // Lapsed before us: on no day does it ask for anything.
        None => NaiveDate::from_ymd_opt(1, 1, 1),
        on => on,
    };
    DeadlineRow {
        due: own.map(|own| extended.fold(own, NaiveDate::min).to_string()),
        settled_on: settled.map(|day| day.to_string()),
        actor: deadline.actor().as_str().to_owned(),
    }
}

/// The import's own name for an entry; a correction copies that of the entry it replaces.
fn import_ref(entry: &Entry) -> Option<&str> {
    let import_ref = match entry {
        Entry::CaseOpened(data) => &data.import_ref,
        Entry::ApplicationLodged(data) => &data.import_ref,
        Entry::DecisionMade(data) => &data.import_ref,
        Entry::DecisionServed(data) => &data.import_ref,
        Entry::AppealLodged(data) => &data.import_ref,
        Entry::PaperFiled(data) => &data.import_ref,
        Entry::Happened(data) => &data.import_ref,
        Entry::FactLearned(data) => &data.import_ref,
        Entry::NoteTaken(data) => &data.import_ref,
        Entry::CaseClosed(data) => &data.import_ref,
        _ => &None,
    };
    import_ref.as_deref()
}

/// Writes the rows of one event, which never change.
pub(super) fn add_event(conn: &Connection, event: &Event) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO p_event (event_id, case_id) VALUES (?1, ?2)")?
        .execute(params![event.id.bytes(), event.case.bytes()])?;
    if let Some(name) = import_ref(&event.payload.entry) {
        let sql = "INSERT INTO p_import (ref, event_id, case_id) VALUES (?1, ?2, ?3)";
        conn.prepare_cached(sql)?
            .execute(params![name, event.id.bytes(), event.case.bytes()])?;
    }
    Ok(())
}

/// Writes what a case's events add up to in the place of what stands there.
pub(super) fn replace(conn: &Connection, id: CaseId, events: &[Event]) -> Result<(), StoreError> {
    let projection = project(id, events)?;
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
    deadlines: &BTreeMap<[u8; 16], DeadlineRow>,
) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM p_deadline WHERE case_id = ?1")?
        .execute(params![id.bytes()])?;
    let sql = "INSERT INTO p_deadline (case_id, deadline_id, due, settled_on, actor)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    for (deadline, row) in deadlines {
        conn.prepare_cached(sql)?.execute(params![
            id.bytes(),
            deadline,
            row.due,
            row.settled_on,
            row.actor
        ])?;
    }
    Ok(())
}

fn write_case(conn: &Connection, id: CaseId, row: &CaseRow) -> Result<(), StoreError> {
    // Leaves the indexes alone where number and callsign stay, as they nearly always do.
    let sql = "UPDATE p_case SET open = ?4, worker = ?5, view = ?6
        WHERE case_id = ?1 AND number = ?2 AND callsign = ?3";
    let values = params![
        id.bytes(),
        row.number,
        row.callsign,
        row.open,
        row.worker,
        row.view
    ];
    if conn.prepare_cached(sql)?.execute(values)? == 0 {
        let sql = "INSERT OR REPLACE INTO p_case (case_id, number, callsign, open, worker, view)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        conn.prepare_cached(sql)?.execute(values)?;
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
    let sql = "SELECT number, callsign, open, worker, view FROM p_case WHERE case_id = ?1";
    let row = conn
        .prepare_cached(sql)?
        .query_row(params![id.bytes()], |row| {
            Ok(CaseRow {
                number: row.get(0)?,
                callsign: row.get(1)?,
                open: row.get(2)?,
                worker: row.get(3)?,
                view: row.get(4)?,
            })
        })
        .optional()?;
    Ok(row)
}

fn stored_deadlines(
    conn: &Connection,
    id: CaseId,
) -> Result<BTreeMap<[u8; 16], DeadlineRow>, StoreError> {
    let sql = "SELECT deadline_id, due, settled_on, actor FROM p_deadline WHERE case_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params![id.bytes()], |row| {
        let deadline = DeadlineRow {
            due: row.get(1)?,
            settled_on: row.get(2)?,
            actor: row.get(3)?,
        };
        Ok((DeadlineId(blob(row, 0)?), deadline))
    })?;
    let mut deadlines = BTreeMap::new();
    for row in rows {
        let (id, row) = row?;
        deadlines.insert(*id.bytes(), row);
    }
    Ok(deadlines)
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
