//! The history: every commit and its root, every event, its hash and its link.

use std::collections::BTreeMap;

use crate::base::id::StreamId;
use crate::journal::{self, FIRST_PREV};
use crate::store::commit::{self, Range, Root};
use crate::store::error::StoreError;
use crate::store::head::Tip;
use crate::store::reader::{COLUMNS, Reader, read_row};
use crate::store::sql::{blob, count, integer};
use crate::store::verify::Findings;

/// Where a stream stands after the events read so far.
struct Reached {
    number: u64,
    hash: [u8; 32],
    lamport: u64,
}

struct Chain<'a> {
    reader: &'a Reader,
    streams: BTreeMap<StreamId, Reached>,
    read: u64,
}

/// Reads every commit in order. Returns how many events were read.
pub(super) fn check(
    reader: &Reader,
    findings: &mut Findings,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u64, StoreError> {
    let total = count(
        reader
            .conn
            .query_row("SELECT count(*) FROM event", [], |row| row.get(0))?,
    )?;
    let mut chain = Chain {
        reader,
        streams: BTreeMap::new(),
        read: 0,
    };
    let mut before: Option<Tip> = None;
    let mut statement = reader
        .conn
        .prepare("SELECT number, root FROM commit_root ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = Tip {
            commit: count(row.get(0)?)?,
            root: blob(row, 1)?,
        };
        let (number, mut root) = Root::after(before);
        for range in commit::ranges(&reader.conn, stored.commit)? {
            chain.range(range, &mut root, findings)?;
            progress(chain.read, total.saturating_mul(2));
        }
        if stored.commit != number || stored.root != root.finish() {
            findings.damage("commit", &[("commit", stored.commit.to_string())]);
        }
        // Goes on from what is stored, so that one fault is found once.
        before = Some(stored);
    }
    let ranges = "SELECT count(*) FROM commit_range
        WHERE number NOT IN (SELECT number FROM commit_root)";
    let loose = count(reader.conn.query_row(ranges, [], |row| row.get(0))?)?;
    let outside = total.saturating_sub(chain.read).saturating_add(loose);
    if outside > 0 {
        findings.add("event-outside", true, outside, &[]);
    }
    Ok(chain.read)
}

impl Chain<'_> {
    /// Reads one range of a stream, which must begin where the stream stands.
    fn range(
        &mut self,
        range: Range,
        root: &mut Root,
        findings: &mut Findings,
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event WHERE stream = ?1 AND number BETWEEN ?2 AND ?3
            ORDER BY number"
        );
        let reached = self.streams.entry(range.stream).or_insert(Reached {
            number: 0,
            hash: FIRST_PREV,
            lamport: 0,
        });
        let place = |number: u64| {
            [
                ("stream", range.stream.to_string()),
                ("number", number.to_string()),
            ]
        };
        if range.first != reached.number + 1 {
            findings.damage("event-missing", &place(reached.number + 1));
        }
        let mut statement = self.reader.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params![
            range.stream.bytes(),
            integer(range.first)?,
            integer(range.last)?
        ])?;
        while let Some(row) = rows.next()? {
            let row = read_row(row)?;
            if row.number != reached.number + 1 {
                findings.damage("event-missing", &place(reached.number + 1));
            }
            let linked = journal::check_link(reached.hash, &row).is_ok();
            if !linked || row.lamport <= reached.lamport {
                findings.damage("event-altered", &place(row.number));
            }
            root.event(&row.hash);
            *reached = Reached {
                number: row.number,
                hash: row.hash,
                lamport: row.lamport,
            };
            self.read += 1;
        }
        if reached.number != range.last {
            findings.damage("event-missing", &place(reached.number + 1));
        }
        Ok(())
    }
}
