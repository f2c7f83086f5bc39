//! A whole import taken back: what it brought goes, as far as nobody went on with it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::Job;
use crate::app::amend::take_back_other_half;
use crate::app::error::AppError;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view;
use crate::app::write::{Inside, Stop};
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{EntryState, ImportFate};
use crate::domain::event::{
    CaseLinked, Entry, EntryRetracted, Event, ImportMade, ImportUndone, Via,
};
use crate::domain::history::History;
use crate::store::Reader;

/// How an import is taken back.
#[derive(Debug, Clone, Copy, Default)]
pub struct How<'a> {
    /// Why.
    pub because: Option<&'a str>,
    /// Cases with sealed names, documents or notes may go for good.
    pub forget: bool,
    /// Only say what would go.
    pub dry_run: bool,
}

impl Job<'_, '_> {
    /// Notes what was brought, so that it can be taken back at once.
    pub(super) fn made(&mut self) -> Result<(), AppError> {
        if self.shown.dry_run || (self.shown.events == 0 && self.shown.sealed == 0) {
            return Ok(());
        }
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let made = ImportMade {
            cases: count(self.shown.cases),
            entries: count(self.shown.events.saturating_add(self.shown.sealed)),
        };
        let id = self.note(Entry::ImportMade(made))?;
        self.shown.batch = Some(id.to_string());
        Ok(())
    }
}

impl Session<'_> {
    /// Takes an import back, or says what would go. `progress` hears of each case: done, of how many.
    ///
    /// # Errors
    /// [`AppError::NoBatch`]; [`AppError::ImportForgets`] where cases would go for good and nobody said that they may;
    /// [`AppError::AlreadyRetracted`] where nothing of it is left; the store.
    pub fn retract_import(
        &mut self,
        id: EventId,
        how: How<'_>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<view::ImportUndone, AppError> {
        let done = self.inside_much(|now| {
            let done = take_back(now, id, how, progress)?;
            Stop::end(done, how.dry_run)
        });
        Stop::told(done)
    }
}

/// What stands of an import in one case.
struct Part<'a> {
    /// What becomes of the case.
    fate: ImportFate,
    /// Envelopes with names that are taken back and stay.
    names: usize,
    /// What is taken back, the last entry first.
    taken: Vec<&'a Event>,
}

impl<'a> Part<'a> {
    fn of(events: &'a [Event], mine: &BTreeSet<EventId>) -> Self {
        let states = History::resolve(events, None).states;
        let stands = |event: &Event| states.get(&event.id) != Some(&EntryState::Retracted);
        let own = || events.iter().filter(|event| mine.contains(&event.id));
        let opened =
            own().any(|event| matches!(event.payload.entry, Entry::CaseOpened(_)) && stands(event));
        let since = events.iter().skip_while(|event| !mine.contains(&event.id));
        let gone_on = since
            .filter(|event| !mine.contains(&event.id) && stands(event))
            .any(|event| match &event.payload.entry {
                Entry::DeadlineComputed(_) | Entry::EntryRetracted(_) => false,
                Entry::ContactSealed(sealed) => !sealed.of.iter().all(|of| mine.contains(of)),
                _ => true,
            });
        // With a case go the names of all its lines, also of those that somebody took back before.
        let goes = |event: &&Event| {
            let known = opened && event.payload.entry.import_ref().is_some();
            !matches!(event.payload.entry, Entry::DeadlineComputed(_)) && (known || stands(event))
        };
        let sealed = |event: &&Event| matches!(event.payload.entry, Entry::IdentitySealed(_));
        Self {
            fate: match (gone_on, opened) {
                (true, _) => ImportFate::Left,
                // What was taken back before is still there.
                (_, true) if events.iter().any(|event| is_personal(&event.payload.entry)) => {
                    ImportFate::Forgotten
                }
                (_, true) => ImportFate::Gone,
                (_, false) => ImportFate::Entries,
            },
            names: own().filter(sealed).filter(|event| stands(event)).count(),
            taken: own().filter(goes).rev().collect(),
        }
    }
}

/// What must not stay in a case that nobody can find any more, to have it forgotten.
const fn is_personal(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::IdentitySealed(_)
            | Entry::ContactSealed(_)
            | Entry::DocumentAdded(_)
            | Entry::NoteTaken(_)
    )
}

fn take_back(
    now: &mut Inside<'_, '_>,
    id: EventId,
    how: How<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<view::ImportUndone, AppError> {
    let office = now.tx.office_events()?;
    let made = office.iter().find(|event| event.id == id);
    let made = made.filter(|event| matches!(event.payload.entry, Entry::ImportMade(_)));
    let made = made.ok_or(AppError::NoBatch)?;
    let brought = brought(now.tx, made)?;
    let total = brought.len();
    let mut shown = empty(id, how.dry_run);
    let mut erased = Vec::new();
    let mut links: Vec<((CaseId, u16), CaseLinked)> = Vec::new();
    for (done, (case, mine)) in brought.iter().enumerate() {
        progress(done, total);
        let events = now.tx.events(*case)?;
        let part = Part::of(&events, mine);
        if part.taken.is_empty() {
            continue;
        }
        let before = Case::fold(*case, &events, None);
        let fate = part.fate;
        shown.items.push(view::UndoneCase {
            case: number_of(&before),
            callsign: callsign_of(&before),
            fate,
        });
        if fate == ImportFate::Left {
            shown.left += 1;
            continue;
        }
        shown.entries += part.taken.len();
        links.extend(
            part.taken
                .iter()
                .filter_map(|event| match &event.payload.entry {
                    Entry::CaseLinked(link) => Some(((*case, event.payload.person), link.clone())),
                    _ => None,
                }),
        );
        if fate == ImportFate::Entries {
            shown.changed += 1;
            shown.names_left += part.names;
        } else {
            shown.cases += 1;
        }
        if fate == ImportFate::Forgotten {
            shown.forgotten += 1;
            if how.forget {
                now.tx.erase(*case)?;
                erased.push(*case);
            }
            continue;
        }
        let payloads = part.taken.iter().map(|event| {
            now.payload(Entry::EntryRetracted(EntryRetracted {
                target: event.id,
                because: how.because.map(str::to_owned),
                anew: true,
            }))
        });
        let payloads = payloads.collect();
        now.append_all(before, payloads)?;
    }
    progress(total, total);
    if shown.items.is_empty() {
        return Err(AppError::AlreadyRetracted);
    }
    if shown.forgotten > 0 && !how.forget && !how.dry_run {
        let (count, batch) = (shown.forgotten, id.to_string());
        return Err(AppError::ImportForgets { count, batch });
    }
    // What a case that stays has of one that went.
    for (half, link) in &links {
        if !erased.contains(&link.to) {
            take_back_other_half(now, *half, link, how.because.map(str::to_owned))?;
        }
    }
    if shown.forgotten > 0 {
        let since = office.iter().filter(|event| event.lamport > made.lamport);
        let backups = since.filter(|event| matches!(event.payload.entry, Entry::BackupMade(_)));
        shown.backups = backups.map(|event| event.payload.at.date_naive()).collect();
    }
    if shown.entries > 0 {
        let payload = now.payload(Entry::ImportUndone(ImportUndone {
            import: id,
            entries: u64::try_from(shown.entries).unwrap_or(u64::MAX),
            erased,
            because: how.because.map(str::to_owned),
        }));
        now.tx.append(CaseId::OFFICE, payload)?;
    }
    shown
        .items
        .sort_by(|a, b| (a.fate, &a.case).cmp(&(b.fate, &b.case)));
    Ok(shown)
}

fn empty(id: EventId, dry_run: bool) -> view::ImportUndone {
    view::ImportUndone {
        schema: "nansen.import-undone/1",
        batch: id.to_string(),
        dry_run,
        entries: 0,
        cases: 0,
        changed: 0,
        forgotten: 0,
        left: 0,
        names_left: 0,
        backups: Vec::new(),
        items: Vec::new(),
    }
}

/// Whether an event is one of those that an import brought.
pub(in crate::app) fn is_of(event: &Event, made: &Event) -> bool {
    event.payload.via == Some(Via::Import)
        && event.payload.at == made.payload.at
        && event.payload.by == made.payload.by
        && event.stream == made.stream
}

/// What an import brought, by case. What was erased since is gone.
fn brought(reader: &Reader, made: &Event) -> Result<BTreeMap<CaseId, BTreeSet<EventId>>, AppError> {
    let mut found: BTreeMap<CaseId, BTreeSet<EventId>> = BTreeMap::new();
    let mut within = false;
    reader.walk_back(|event| {
        if event.id == made.id {
            within = true;
        } else if within && event.stream == made.stream {
            if is_of(&event, made) {
                found.entry(event.case).or_default().insert(event.id);
            } else if !goes_along(&event.payload.entry) {
                // A commit lies in one piece: what stands before it is no part of it.
                return Ok::<_, AppError>(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

/// What an import writes beside what the file says.
const fn goes_along(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::SheetImported(_)
            | Entry::ContactSealed(_)
            | Entry::ContactShared(_)
            | Entry::DeviceNamed(_)
    )
}
