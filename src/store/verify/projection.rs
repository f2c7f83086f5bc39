//! Every payload, and every row of the projections against a fold of the events.

use std::collections::BTreeSet;

use rusqlite::params;

use crate::base::id::CaseId;
use crate::domain::event::Event;
use crate::store::error::{Damage, StoreError};
use crate::store::project::{self, TABLES};
use crate::store::reader::{COLUMNS, Reader, read_row};
use crate::store::sql::{blob, count};
use crate::store::verify::Findings;
use crate::store::verify::attachment::Named;

pub(super) fn check(
    reader: &Reader,
    office: Option<&[Event]>,
    findings: &mut Findings,
    events: u64,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    let mut wanted_rows = [0_u64; 4];
    // What another version wrote is made anew when the store is opened; there is nothing to compare.
    let stale = project::are_stale(&reader.conn)?;
    if stale {
        findings.notice("projections-stale");
    }
    if let Some(office) = office {
        check_erased(reader, office, findings)?;
    }
    let mut whole = !stale;
    let mut read = events;
    let mut named = Named::default();
    let mut all = true;
    for case in reader.case_ids_of_events()? {
        let (opened, lost) = open_all(reader, case, findings)?;
        read += u64::try_from(opened.len()).unwrap_or(u64::MAX);
        progress(read, events.saturating_mul(2));
        named.check(reader, case, &opened, findings)?;
        all &= !lost;
        if lost {
            // What cannot be read cannot be folded either.
            whole = false;
        }
        if lost || stale {
            continue;
        }
        let wanted = project::project(case, &opened)?;
        for (sum, rows) in wanted_rows.iter_mut().zip(wanted.counts()) {
            *sum += u64::try_from(rows).unwrap_or(u64::MAX);
        }
        if project::stored(&reader.conn, case, &wanted)? != wanted {
            findings.damage("projection", &[("case", case.to_string())]);
        }
    }
    if all {
        named.finish(reader, findings)?;
    }
    // Every row that should be there was found; these are those that should not.
    for (table, wanted) in TABLES.into_iter().zip(wanted_rows).filter(|_| whole) {
        let sql = match table {
            "p_event" => "SELECT count(*) FROM p_event",
            "p_case" => "SELECT count(*) FROM p_case",
            "p_deadline" => "SELECT count(*) FROM p_deadline",
            _ => "SELECT count(*) FROM p_import",
        };
        let rows = count(reader.conn.query_row(sql, [], |row| row.get(0))?)?;
        if rows != wanted {
            findings.damage("projection", &[("table", table.to_owned())]);
        }
    }
    Ok(())
}

/// Payloads are empty where the office's history says that the case was erased, and nowhere else; there no key is left.
fn check_erased(
    reader: &Reader,
    office: &[Event],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let erased = office.iter().flat_map(|event| event.payload.entry.erased());
    let said: BTreeSet<CaseId> = erased.copied().collect();
    let sql = "SELECT case_id, min(length(payload)), max(length(payload)),
            EXISTS (SELECT 1 FROM case_key WHERE case_key.case_id = event.case_id)
        FROM event GROUP BY case_id";
    let mut statement = reader.conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let case = CaseId(blob(row, 0)?);
        let (least, most): (i64, i64) = (row.get(1)?, row.get(2)?);
        let has_key: bool = row.get(3)?;
        let wrong = if said.contains(&case) {
            most > 0 || has_key
        } else {
            least == 0
        };
        if wrong {
            findings.damage("erased", &[("case", case.to_string())]);
        }
    }
    Ok(())
}

/// Opens every event of a case; says whether one did not open.
fn open_all(
    reader: &Reader,
    case: CaseId,
    findings: &mut Findings,
) -> Result<(Vec<Event>, bool), StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM event WHERE case_id = ?1 ORDER BY lamport, stream, number");
    let mut statement = reader.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![case.bytes()])?;
    let (mut events, mut lost) = (Vec::new(), false);
    while let Some(row) = rows.next()? {
        let row = read_row(row)?;
        match reader.open_row(&row) {
            Ok(event) => events.push(event),
            Err(
                StoreError::NoSuchCase
                | StoreError::Damaged {
                    what: Damage::Payload,
                },
            ) => {
                lost = true;
                findings.damage("payload", &[("event", row.event_id().to_string())]);
            }
            Err(error) => return Err(error),
        }
    }
    Ok((events, lost))
}
