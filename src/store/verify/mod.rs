//! Reads the whole store and judges it. `docs/format/store.md`, "Verifying", lists the checks.

mod attachment;
mod history;
mod member;
mod pages;
mod projection;
mod signature;

use std::collections::BTreeMap;
use std::path::Path;

use crate::store::connection::{self, Mode};
use crate::store::error::{Damage, Part, StoreError};
use crate::store::folder::Folder;
use crate::store::head::HeadFile;
use crate::store::open::{self, Access, Lag, Store};
use crate::store::reader::Reader;
use crate::vault::Identity;

/// How deep to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything.
    Full,
    /// The indexes are left out, which the report says.
    Quick,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind (`head-slot`).
    pub id: &'static str,
    /// What its message fills in: `count` and, for the first of them, where it is. Nothing personal.
    pub args: BTreeMap<&'static str, String>,
    /// The history, or what was made of it, is damaged; else a notice.
    pub fatal: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many events were read and checked.
    pub events: u64,
    /// One finding a kind, in the order in which the checks run.
    pub findings: Vec<Finding>,
    /// Some finding is damage.
    pub fatal: bool,
}

/// Gathers findings, one a kind.
#[derive(Default)]
struct Findings {
    found: Vec<(Finding, u64)>,
}

impl Findings {
    fn notice(&mut self, id: &'static str) {
        self.add(id, false, 1, &[]);
    }

    fn damage(&mut self, id: &'static str, args: &[(&'static str, String)]) {
        self.add(id, true, 1, args);
    }

    fn add(&mut self, id: &'static str, fatal: bool, count: u64, args: &[(&'static str, String)]) {
        if let Some((_, counted)) = self.found.iter_mut().find(|(known, _)| known.id == id) {
            *counted += count;
            return;
        }
        let args = args.iter().cloned().collect();
        self.found.push((Finding { id, args, fatal }, count));
    }

    /// Notes an error that ended one check; the others go on.
    fn take(&mut self, done: Result<(), StoreError>) -> Result<(), StoreError> {
        match done {
            Err(StoreError::Damaged { what }) => self.damage(name(what), &[]),
            // A page that does not decrypt can look like anything to SQLite.
            Err(StoreError::Sqlite { code }) if !StoreError::is_outside(code) => {
                self.damage(name(Damage::Database), &[]);
            }
            done => return done,
        }
        Ok(())
    }

    fn are_fatal(&self) -> bool {
        self.found.iter().any(|(finding, _)| finding.fatal)
    }

    /// Damage that was found is told, also where the system kept us from judging the rest.
    fn told(self, judged: Result<u64, StoreError>) -> Result<Report, StoreError> {
        match judged {
            Err(error) if !self.are_fatal() => Err(error),
            judged => Ok(self.report(judged.unwrap_or_default())),
        }
    }

    fn report(self, events: u64) -> Report {
        let fatal = self.are_fatal();
        let findings = self.found.into_iter().map(|(mut finding, count)| {
            finding.args.insert("count", count.to_string());
            finding
        });
        Report {
            events,
            findings: findings.collect(),
            fatal,
        }
    }
}

/// The kind under which damage is reported that ended a check.
const fn name(what: Damage) -> &'static str {
    match what {
        Damage::Keys => "keys",
        Damage::Head => "head",
        Damage::Database => "database",
        Damage::OlderDatabase => "older-database",
        Damage::OtherHistory => "other-history",
        Damage::History => "history",
        Damage::Payload => "payload",
        Damage::Projection => "projection",
        Damage::Attachment => "attachment",
    }
}

/// Verifies a store, also one that does not open because it is damaged, and mends nothing. `progress` is
/// told how many events of how many are done; each is read twice.
///
/// # Errors
/// Where it cannot be judged: [`StoreError::NotAStore`], [`StoreError::Missing`],
/// [`StoreError::NotForThisKey`], [`StoreError::OtherKeys`], [`StoreError::NewerFormat`], [`StoreError::OlderFormat`], [`StoreError::Busy`],
/// [`StoreError::Unreadable`], and whatever else keeps the system from reading it.
pub fn verify_dir(
    dir: &Path,
    identity: &Identity,
    depth: Depth,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Report, StoreError> {
    let folder = Folder::new(dir);
    let mut findings = Findings::default();
    check_journal(&folder, &mut findings)?;
    let what = match Store::look(dir, identity, Access::Read) {
        Ok((store, ..)) => return store.verify(depth, progress, findings),
        Err(StoreError::Damaged { what }) => what,
        Err(StoreError::Sqlite { code }) if !StoreError::is_outside(code) => Damage::Database,
        Err(error) => return Err(error),
    };
    findings.damage(name(what), &[]);
    let Ok(mut keys) = open::read_keys(&folder, identity) else {
        return Ok(findings.report(0));
    };
    let mode = if folder.is_writable() {
        Mode::Read
    } else {
        Mode::Frozen
    };
    let judged = open::open_database(&folder, &mut keys, mode).and_then(|conn| {
        let reader = Reader::new(conn, keys);
        judge(&reader, &folder, depth, progress, &mut findings)
    });
    findings.told(judged)
}

impl Store {
    /// Reads everything and compares; changes nothing. Writers wait for its end, and give up after ten
    /// seconds.
    fn verify(
        &self,
        depth: Depth,
        progress: &mut dyn FnMut(u64, u64),
        mut findings: Findings,
    ) -> Result<Report, StoreError> {
        // One state of the database, and the head that belongs to it.
        let lock = self.head.lock()?;
        let snapshot = self.reader.conn.unchecked_transaction()?;
        let fits = check_head(&self.head, &self.reader, &mut findings);
        findings.take(fits)?;
        drop(lock);
        let judged = judge(&self.reader, &self.folder, depth, progress, &mut findings);
        drop(snapshot);
        findings.told(judged)
    }
}

/// Looks at the journal before SQLite does, which takes back what was cut off and deletes what it cannot read.
fn check_journal(folder: &Folder, findings: &mut Findings) -> Result<(), StoreError> {
    let Ok(head) = HeadFile::open(&folder.path(Part::Head), false) else {
        // Told when the store is opened.
        return Ok(());
    };
    // A writer at work has one.
    let _lock = head.lock()?;
    if folder.journal_length()? > 0 {
        findings.notice("journal");
    }
    Ok(())
}

/// Both slots, the bytes between, and whether the database has the commit that the head names.
fn check_head(head: &HeadFile, reader: &Reader, findings: &mut Findings) -> Result<(), StoreError> {
    if !head.is_clean()? {
        findings.damage("head-bytes", &[]);
    }
    let read = head.read(&reader.keys.head_keys())?;
    if read.one_bad_slot {
        findings.notice("head-slot");
    }
    if Lag::of(reader, read)?.is_older() {
        findings.damage("head-older", &[]);
    }
    Ok(())
}

/// Everything but the head. Returns how many events were read.
fn judge(
    reader: &Reader,
    folder: &Folder,
    depth: Depth,
    progress: &mut dyn FnMut(u64, u64),
    findings: &mut Findings,
) -> Result<u64, StoreError> {
    if reader.keys.change().is_some() {
        findings.notice("keys-unfinished");
    }
    let (unknown, readable) = folder.strangers().map_err(StoreError::reading)?;
    for (id, count) in [("unknown-files", unknown), ("readable-by-others", readable)] {
        if count > 0 {
            findings.add(id, false, u64::try_from(count).unwrap_or(u64::MAX), &[]);
        }
    }
    connection::widen(&reader.conn)?;
    let checked = pages::check(reader, folder, depth, findings);
    findings.take(checked)?;
    let mut events = 0;
    let checked = history::check(reader, findings, progress).map(|read| events = read);
    findings.take(checked)?;
    let office = match reader.office_events() {
        Ok(office) => Some(office),
        // That the office's own events do not open is found where they are opened.
        Err(StoreError::Damaged { .. } | StoreError::NoSuchCase) => None,
        Err(error) => return Err(error),
    };
    if let Some(office) = &office {
        let checked = signature::check(reader, office, findings);
        findings.take(checked)?;
        member::check(reader.id(), office, findings);
    }
    let checked = projection::check(reader, office.as_deref(), findings, events, progress);
    findings.take(checked)?;
    Ok(events)
}
