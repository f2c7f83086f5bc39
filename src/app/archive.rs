//! `export archive`, and `import` of one: all that members can read as JSON Lines, and a store made out of it
//! (`docs/format/archive.md`).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use data_encoding::BASE64;
use serde_json::{Map, Value, json};

use crate::app::error::AppError;
use crate::app::fields::is_word;
use crate::app::import::alias;
use crate::app::session::Session;
use crate::app::view::Archived;
use crate::base::file::Pending;
use crate::base::id::{CaseId, EventId};
use crate::domain::event::{ArchiveRead, Entry, Event, Payload};
use crate::journal;
use crate::store::StoreError;

/// What the first line of an archive bears.
pub const MARK: &str = "nansen.archive/1";

/// Whether a file is an archive, by its first line.
pub fn is_archive(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let head = serde_json::from_str::<Value>(first).unwrap_or_default();
    head.get("schema").and_then(Value::as_str) == Some(MARK)
}

/// What tells of one copy of the store, of its keys and of who opens it: another store has its own.
const fn is_of_the_copy(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::StoreOpened(_)
            | Entry::MemberAdded(_)
            | Entry::MemberRemoved(_)
            | Entry::KeysChanged(_)
            | Entry::SealGroupSet(_)
            | Entry::ContactRuleSet(_)
            | Entry::DeviceNamed(_)
            | Entry::BackupMade(_)
            | Entry::BackupProved(_)
            | Entry::CardsAway(_)
            | Entry::ArchiveRead(_)
            | Entry::BackupKept(_)
    )
}

impl Session<'_> {
    /// Writes everything into a new file, in the open. That it was is written down before the file gets its name.
    ///
    /// # Errors
    /// The store, the disk; nothing is left behind.
    pub fn archive(&mut self, to: &Path) -> Result<Archived, AppError> {
        let mut pending = Pending::new(to)?;
        let events = self.store.all_events()?;
        let mut made = Archived {
            schema: "nansen.archived/1",
            cases: 0,
            events: 0,
            unknown: 0,
            imported: 0,
        };
        let mut cases = BTreeSet::new();
        let mut kept = Vec::new();
        for event in &events {
            match &event.payload.entry {
                Entry::Unknown { .. } => made.unknown += 1,
                entry if is_of_the_copy(entry) => {}
                entry => {
                    made.imported += usize::from(came_from_a_file(entry));
                    cases.insert(event.case);
                    kept.push(event);
                }
            }
        }
        cases.remove(&CaseId::OFFICE);
        made.cases = cases.len();
        made.events = kept.len();
        let mut out = BufWriter::new(pending.file());
        let head = json!({ "schema": MARK, "cases": made.cases, "events": made.events });
        let written = writeln!(out, "{head}").map_err(StoreError::from);
        let written = written.and_then(|()| {
            let mut names = Names::default();
            for (number, event) in (1_u64..).zip(kept) {
                names.learn(number, event);
                let mut line = line(number, event, &names);
                if let Entry::DocumentAdded(added) = &event.payload.entry {
                    let content = self.store.attached(event.case, &added.digest)?;
                    line.insert("content".to_owned(), json!(BASE64.encode(&content)));
                }
                writeln!(out, "{}", Value::Object(line)).map_err(StoreError::from)?;
            }
            out.flush().map_err(StoreError::from)
        });
        drop(out);
        written?;
        self.note_exported("archive", None)?;
        pending.finish()?;
        Ok(made)
    }

    /// Makes an empty store hold what an archive holds: in its order, chained anew, under keys of its own. `progress` hears of
    /// each event: done, of how many.
    ///
    /// # Errors
    /// [`AppError::NotEmpty`]; [`AppError::ArchiveLine`] where a line is none, or tells of members or keys. Nothing is
    /// written then.
    pub fn take_in(
        &mut self,
        text: &str,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Archived, AppError> {
        let head = text.lines().next().unwrap_or_default();
        let head: Value = serde_json::from_str(head).map_err(|_| AppError::ArchiveLine(1))?;
        let total = head.get("events").and_then(Value::as_u64);
        let total = total.and_then(|total| usize::try_from(total).ok());
        let total = total.ok_or(AppError::ArchiveLine(1))?;
        self.inside_much(|now| {
            let mut office = now.tx.office_events()?.into_iter();
            let others = office.any(|event| !is_of_the_copy(&event.payload.entry));
            if others || now.tx.counts()?.cases > 0 {
                return Err(AppError::NotEmpty);
            }
            let mut ids: Vec<EventId> = Vec::new();
            let mut cases = BTreeSet::from([CaseId::OFFICE]);
            let mut imported = 0;
            for (number, line) in (2_usize..).zip(text.lines().skip(1)) {
                progress(ids.len(), total);
                let wrong = || AppError::ArchiveLine(number);
                let (case, payload, content) = read(line, &ids).ok_or_else(wrong)?;
                if cases.insert(case) {
                    now.tx.adopt_case(case, &mut now.world.random)?;
                }
                if let Entry::DocumentAdded(added) = &payload.entry {
                    let content = content.ok_or_else(wrong)?;
                    if now.tx.attach(case, &content)? != added.digest {
                        return Err(wrong());
                    }
                }
                if !is_impersonal(&payload.entry) {
                    return Err(wrong());
                }
                imported += usize::from(came_from_a_file(&payload.entry));
                ids.push(now.tx.append(case, payload)?.id);
            }
            // Cut off, or put together from two.
            if ids.len() != total {
                return Err(AppError::ArchiveLine(ids.len() + 2));
            }
            progress(total, total);
            let read = Entry::ArchiveRead(ArchiveRead {
                digest: blake3::hash(text.as_bytes()).to_hex().to_string(),
                events: u64::try_from(total).unwrap_or(u64::MAX),
            });
            let payload = now.payload(read);
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(Archived {
                schema: "nansen.archived/1",
                cases: cases.len() - 1,
                events: total,
                unknown: 0,
                imported,
            })
        })
    }
}

/// Whether what is a code or an alias here is one there: a file that somebody wrote could put anything in its place.
fn is_impersonal(entry: &Entry) -> bool {
    let is_alias = |text: &Option<String>| text.as_deref().is_none_or(alias::is_one);
    match entry {
        Entry::CaseOpened(opened) => {
            let mut words = opened.office.iter().chain(&opened.tags);
            is_alias(&opened.worker) && words.all(|text| is_word(text))
        }
        Entry::CaseAssigned(assigned) => is_alias(&assigned.to),
        Entry::TaskAdded(task) => is_alias(&task.to),
        _ => true,
    }
}

/// Whether an import opened a case: by what it knows its file again hangs on the store's own key, which no archive has.
fn came_from_a_file(entry: &Entry) -> bool {
    matches!(entry, Entry::CaseOpened(opened) if opened.import_ref.is_some())
}

/// The ids by which the events before are named, each with what stands for it: a store that takes them in has others.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, Value>);

impl Names {
    /// An event has another id too.
    pub(super) fn call(&mut self, id: EventId, number: u64) {
        self.0.insert(id.to_string(), json!({ "$event": number }));
    }

    pub(super) fn learn(&mut self, number: u64, event: &Event) {
        self.call(event.id, number);
        if let Entry::DeadlineComputed(computed) = &event.payload.entry
            && journal::deadline_id(computed.trigger, &computed.rule) == computed.deadline
            && let Some(trigger) = self.0.get(&computed.trigger.to_string())
            && let Some(trigger) = trigger.get("$event")
        {
            let named = json!({ "$deadline": [trigger, computed.rule] });
            self.0.insert(computed.deadline.to_string(), named);
        }
    }
}

/// An event as a line: under its number, with numbers for the ids of the events before.
pub(super) fn line(number: u64, event: &Event, names: &Names) -> Map<String, Value> {
    let mut whole = Map::from_iter([("n".to_owned(), json!(number))]);
    if event.case != CaseId::OFFICE {
        whole.insert("case".to_owned(), json!(event.case));
    }
    if let Ok(Value::Object(payload)) = serde_json::to_value(&event.payload) {
        whole.extend(payload);
    }
    if let Some(fields) = whole.get_mut("fields") {
        exchange(fields, &|value| names.0.get(value.as_str()?).cloned());
    }
    whole
}

/// Reads the line that follows these events, which have ids of this store; with what a document holds, where it is one.
pub(super) fn read(line: &str, ids: &[EventId]) -> Option<(CaseId, Payload, Option<Vec<u8>>)> {
    let Ok(Value::Object(mut whole)) = serde_json::from_str(line) else {
        return None;
    };
    let number = whole.remove("n")?.as_u64()?;
    if usize::try_from(number).ok()? != ids.len() + 1 {
        return None;
    }
    let case = match whole.remove("case") {
        Some(case) => serde_json::from_value(case).ok()?,
        None => CaseId::OFFICE,
    };
    let content = match whole.remove("content") {
        Some(content) => Some(BASE64.decode(content.as_str()?.as_bytes()).ok()?),
        None => None,
    };
    exchange(whole.get_mut("fields")?, &|value| {
        let id = |number: &Value| {
            let at = usize::try_from(number.as_u64()?).ok()?.checked_sub(1)?;
            ids.get(at).copied()
        };
        if let Some(number) = value.get("$event") {
            return Some(json!(id(number)?));
        }
        let parts = value.get("$deadline")?.as_array()?;
        let [trigger, rule] = parts.as_slice() else {
            return None;
        };
        Some(json!(journal::deadline_id(id(trigger)?, rule.as_str()?)))
    });
    let payload: Payload = serde_json::from_value(Value::Object(whole)).ok()?;
    // Who opens this store is for those to say who do.
    (!is_of_the_copy(&payload.entry)).then_some((case, payload, content))
}

/// Puts other values in the place of those for which there are.
fn exchange(value: &mut Value, other: &dyn Fn(&Value) -> Option<Value>) {
    if let Some(other) = other(value) {
        *value = other;
        return;
    }
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| exchange(one, other)),
        Value::Object(all) => all.values_mut().for_each(|one| exchange(one, other)),
        _ => {}
    }
}
