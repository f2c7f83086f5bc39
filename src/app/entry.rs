//! One event as an entry of the history: what `show` lists, and what `record` says was written.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::fields::{Kind, stored};
use crate::app::view::{self, Named, TaskWords};
use crate::app::whose::beside;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::code::EntryState;
use crate::domain::deadline::{Deadline, Source};
use crate::domain::event::{DeadlineSet, Entry, Event, FieldDeclared};
use crate::domain::history;

/// Turns the events of a case into entries for people.
pub(super) struct Scribe<'a> {
    /// The case in which references are looked up.
    pub case: &'a Case,
    /// All its events: a retraction is told by what it took back.
    pub events: &'a [Event],
    /// The number of another case.
    pub number: &'a dyn Fn(CaseId) -> Option<String>,
    /// A declaration of a field of the office's own.
    pub declared: &'a dyn Fn(EventId) -> Option<FieldDeclared>,
}

impl Scribe<'_> {
    /// The entry that an event made; it stands unless `state` says otherwise.
    pub fn write(&self, event: &Event, state: Option<EntryState>) -> view::Entry {
        let (entry, corrects, because) = match &event.payload.entry {
            Entry::EntryCorrected(correction) => {
                let root = correction.root.to_string();
                (
                    correction.entry.as_ref(),
                    Some(root),
                    Some(correction.because.clone()),
                )
            }
            Entry::EntryRetracted(retraction) => {
                (&event.payload.entry, None, retraction.because.clone())
            }
            entry => (entry, None, None),
        };
        let root = corrects
            .as_deref()
            .and_then(|root| root.parse().ok())
            .unwrap_or(event.id);
        view::Entry {
            event: event.id.to_string(),
            kind: kind_of(entry).to_owned(),
            date: history::happened(entry),
            recorded_at: event.payload.at,
            by: event.payload.by.clone(),
            on: on_of(entry).map(|on| {
                let reference = self.case.reference_of(on);
                reference.unwrap_or_else(|| on.to_string())
            }),
            state: state.unwrap_or(EntryState::Live),
            fields: fields_of(entry),
            r#ref: reference(self.case, entry, root),
            person: beside(self.case, &event.payload),
            corrects,
            because: because.or_else(|| event.payload.even_so.clone()),
            linked: match entry {
                Entry::CaseLinked(link) => (self.number)(link.to),
                _ => None,
            },
            deadline: match entry {
                Entry::DeadlineActed(acted) => self.deadline(acted.deadline),
                Entry::DeadlineTold(told) => self.deadline(told.deadline),
                Entry::DeadlineSet(set) => Some(set_by_hand(set)),
                Entry::DeadlineWatched(watched) => self.deadline(watched.deadline),
                _ => None,
            },
            task: match entry {
                Entry::TaskEnded(ended) => self.task(ended.on),
                _ => None,
            },
            own: match entry {
                Entry::FieldRecorded(field) => (self.declared)(field.declared),
                _ => None,
            },
            target: match entry {
                Entry::EntryRetracted(retraction) => self.taken_back(retraction.target),
                _ => None,
            },
        }
    }

    /// What a retraction took back, in the words of its last version.
    fn taken_back(&self, target: EventId) -> Option<Box<view::Entry>> {
        let is_version = |event: &&Event| match &event.payload.entry {
            Entry::EntryCorrected(correction) => correction.root == target,
            _ => event.id == target,
        };
        let last = self.events.iter().rfind(is_version);
        let found = last.or_else(|| self.events.iter().find(|event| event.id == target))?;
        let mut shown = self.write(found, None);
        // Why it was corrected once is beside the point.
        shown.because = None;
        if found.id != target {
            shown.corrects = None;
        }
        Some(Box::new(shown))
    }

    fn task(&self, id: EventId) -> Option<TaskWords> {
        let task = self.case.care.tasks.iter().find(|task| task.id == id)?;
        Some(TaskWords {
            what: task.data.what,
            text: task.data.text.clone(),
        })
    }

    fn deadline(&self, id: DeadlineId) -> Option<Named> {
        let found: &Deadline = self.case.deadlines.iter().find(|known| known.id == id)?;
        Some(match &found.source {
            Source::Computed(computed) => Named {
                id: id.to_string(),
                what: computed.what.clone(),
                rule: Some(computed.rule.clone()),
            },
            Source::Set(set) => set_by_hand(set),
        })
    }
}

fn set_by_hand(set: &DeadlineSet) -> Named {
    Named {
        id: set.deadline.to_string(),
        what: set.what.clone(),
        rule: None,
    }
}

/// What `--on` calls an entry; only applications, appeals and measures have a name of their own.
fn reference(case: &Case, entry: &Entry, root: EventId) -> Option<String> {
    let named = match entry {
        Entry::ApplicationLodged(_) | Entry::AppealLodged(_) => true,
        Entry::Happened(happening) => happening.what.is_measure(),
        _ => false,
    };
    case.reference_of(root).filter(|_| named)
}

/// The stored fields, as people name them.
fn fields_of(entry: &Entry) -> BTreeMap<String, Value> {
    let hidden = [
        "on",
        "import_ref",
        "anew",
        "of_one",
        "steps",
        "met_by",
        "moot_by",
        "saved_by",
        "envelope",
        "group",
        "declared",
        "digest",
        "length",
        "origin_file",
        "signed_by",
    ];
    let sealed = match entry {
        Entry::DocumentAdded(added) => Some(("sealed".to_owned(), added.group.is_some().into())),
        _ => None,
    };
    stored(entry)
        .into_iter()
        // What happened is the kind of the entry already.
        .filter(|(name, _)| !(name == "what" && matches!(entry, Entry::Happened(_))))
        .filter(|(name, _)| !hidden.contains(&name.as_str()))
        .chain(sealed)
        .collect()
}

/// What an entry is about.
fn on_of(entry: &Entry) -> Option<EventId> {
    match entry {
        Entry::DeadlineComputed(e) => Some(e.trigger),
        Entry::EntryRetracted(e) => Some(e.target),
        Entry::EntryCorrected(e) => on_of(&e.entry),
        other => other.on(),
    }
}

/// What an entry is called in commands and JSON: `decision`, `detention`, `deadline-computed`.
pub(super) fn kind_of(entry: &Entry) -> &str {
    if let Entry::EntryCorrected(_) = entry {
        return "correction";
    }
    if let Some(kind) = Kind::of(entry) {
        return kind.name;
    }
    match entry {
        Entry::CaseAssigned(_) => "assignment",
        Entry::CaseLinked(_) => "link",
        Entry::CaseReopened(_) => "reopening",
        Entry::EntryRetracted(_) => "retraction",
        Entry::DeadlineComputed(_) => "deadline-computed",
        Entry::DeadlineSet(_) => "deadline-set",
        Entry::DeadlineActed(_) => "deadline-act",
        Entry::StoreOpened(_) => "store",
        Entry::MemberAdded(_) => "member",
        Entry::MemberRemoved(_) => "member-removed",
        Entry::KeysChanged(_) => "keys-changed",
        Entry::TableReleased(_) | Entry::TableLeft(_) => "release-of-table",
        Entry::TableProposed(_) => "release-proposed",
        Entry::RulesInstalled(_) => "rules-installed",
        Entry::IdentitySealed(_) => "identity",
        Entry::SealGroupSet(_) => "seal-group",
        Entry::IdentityOpened(_) => "identity-opened",
        Entry::IdentityMatched(_) => "identity-matched",
        Entry::ContactSealed(_) => "contact-sealed",
        Entry::ContactRuleSet(_) => "contact-rule",
        Entry::ContactShared(_) => "contact-shared",
        Entry::ContactOpened(_) => "contact-opened",
        Entry::Exported(_) => "exported",
        Entry::CaseErased(_) => "erased",
        Entry::DeviceNamed(_) => "device",
        Entry::BackupMade(_) => "backup",
        Entry::BackupProved(_) => "drill",
        Entry::CardsAway(_) => "cards-away",
        Entry::SheetImported(_) => "sheet-imported",
        Entry::SheetSettled(_) => "sheet-settled",
        Entry::AlarmPlanSet(_) => "alarm-plan",
        Entry::LogSigned(_) => "log-signed",
        Entry::SecondPersonSet(_) => "second-person",
        Entry::WarningsSet(_) => "warnings",
        Entry::DeadlineWatched(_) => "deadline-watch",
        Entry::AbsenceSet(_) => "absence",
        Entry::BatchMade(_) => "batch",
        Entry::ImportMade(_) => "import",
        Entry::ImportUndone(_) => "import-undone",
        Entry::RetentionSet(_) => "retention",
        Entry::RetentionWarned(_) => "retention-warned",
        Entry::NoticeAdded(_) => "notice",
        Entry::NoticeEnded(_) => "notice-end",
        Entry::FieldDeclared(_) => "field-declared",
        Entry::CalendarMade(_) | Entry::CalendarGiven(_) => "calendar",
        Entry::DocumentAdded(_) => "attachment",
        Entry::DocumentOpened(_) => "attachment-opened",
        Entry::ArchiveRead(_) => "archive-read",
        Entry::HandedOver(_) => "handover",
        Entry::HandoverTaken(_) => "handover-taken",
        Entry::HandoverReceipt(_) => "handover-receipt",
        Entry::BackupKept(_) => "backup-kept",
        Entry::ThresholdSet(_) => "stats-threshold",
        Entry::Unknown { kind } => kind,
        _ => "entry",
    }
}

/// An entry of every kind, with every field, as people see it: the office's own kinds, too.
#[cfg(test)]
pub(crate) fn samples() -> Vec<view::Entry> {
    let id = CaseId([9; 16]);
    let events: Vec<Event> = (1..)
        .zip(crate::journal::golden::payloads())
        .map(|(number, payload)| Event {
            id: EventId([u8::try_from(number).unwrap(); 16]),
            case: id,
            lamport: number,
            stream: crate::base::id::StreamId([8; 16]),
            number,
            payload,
        })
        .collect();
    let scribe = Scribe {
        case: &Case::fold(id, &events, None),
        events: &events,
        number: &|_| Some("7MK-2D5-HPP".to_owned()),
        declared: &|_| None,
    };
    events
        .iter()
        .map(|event| scribe.write(event, None))
        .collect()
}
