//! Of which register the keys of a sheet are: under another the same key is another person's.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use zeroize::Zeroizing;

use super::key;
use super::map::Checked;
use super::rows::Brought;
use crate::app::error::AppError;
use crate::app::import::Job;
use crate::app::import::back::is_of;
use crate::app::session::{Session, number_of};
use crate::app::view::Gone;
use crate::base::id::{CaseId, EventId};
use crate::domain::event::{Entry, Event};
use crate::store::Reader;

impl Session<'_> {
    /// The registers in which some of these keys are known from sheets before, by their words.
    pub(super) fn registers_with(
        &self,
        keys: &[Zeroizing<String>],
    ) -> Result<BTreeSet<String>, AppError> {
        let office = self.store.office_events()?;
        let mut words = BTreeSet::new();
        for event in &office {
            if let Entry::SheetImported(sheet) = &event.payload.entry {
                words.extend(sheet.register.clone());
            }
        }
        let mut found = BTreeSet::new();
        for word in words {
            for key in keys {
                if known_as(&self.store, &key::within(Some(&word), key))?.is_some() {
                    found.insert(word);
                    break;
                }
            }
        }
        Ok(found)
    }
}

/// So many keys that are gone are a sign that they are written otherwise now.
const MANY: usize = 3;

/// What is known of keys while a sheet comes in.
pub(super) struct Register {
    own: Option<String>,
    /// The others of which sheets came in.
    others: BTreeSet<Option<String>>,
    /// How many cases the last sheet of this one held.
    last: Option<usize>,
    part: bool,
    total: usize,
    known: usize,
    /// Those cases.
    here: BTreeSet<CaseId>,
    elsewhere: usize,
}

impl Register {
    /// Looks at which sheets came in before.
    pub(super) fn of(office: &[Event], map: &Checked, total: usize) -> Self {
        let sheets = office
            .iter()
            .filter_map(|event| match &event.payload.entry {
                Entry::SheetImported(sheet) => Some((sheet.register.clone(), sheet.cases)),
                _ => None,
            });
        let own = map.register.clone();
        let mut last = None;
        let mut others = BTreeSet::new();
        for (register, cases) in sheets {
            if register == own {
                last = usize::try_from(cases).ok();
            } else {
                others.insert(register);
            }
        }
        Self {
            own,
            others,
            last,
            part: map.part,
            total,
            known: 0,
            here: BTreeSet::new(),
            elsewhere: 0,
        }
    }

    /// The name by which an import knows a case: the one that an earlier import gave it, else the one that it has now.
    pub(super) fn name(
        &mut self,
        job: &Job<'_, '_>,
        case: &Brought,
    ) -> Result<Zeroizing<String>, AppError> {
        let own = key::within(self.own.as_deref(), &case.key);
        for name in names(self.own.as_deref(), case) {
            if let Some(case) = known_as(&*job.tx, &name)? {
                self.known += 1;
                self.here.insert(case);
                return Ok(name);
            }
        }
        let others = self.others.iter().map(Option::as_deref);
        let others = others.flat_map(|other| names(other, case));
        for name in others {
            if known_as(&*job.tx, &name)?.is_some() {
                self.elsewhere += 1;
                break;
            }
        }
        Ok(own)
    }

    /// Lists the open cases that earlier imports of this sheet opened and that it has no longer, each time: those of files of
    /// which it has others. Two files of one register are so not taken for one.
    pub(super) fn gone(&self, job: &mut Job<'_, '_>) -> Result<(), AppError> {
        if self.part || self.here.is_empty() {
            return Ok(());
        }
        let mut imports: Vec<Opened> = Vec::new();
        // The newest first: how an import ended is met before what it brought.
        job.tx.walk_back(|event| {
            if matches!(event.payload.entry, Entry::ImportMade(_)) {
                imports.push(Opened {
                    made: event,
                    held: None,
                    cases: Vec::new(),
                });
            } else if let Some(import) = imports.last_mut() {
                match &event.payload.entry {
                    Entry::SheetImported(sheet) => {
                        let held = usize::try_from(sheet.cases).ok();
                        import.held = held.filter(|_| sheet.register == self.own);
                    }
                    Entry::CaseOpened(_)
                        if import.held.is_some() && is_of(&event, &import.made) =>
                    {
                        import.cases.push((event.case, event.id));
                    }
                    _ => {}
                }
            }
            Ok::<_, AppError>(ControlFlow::<()>::Continue(()))
        })?;
        let mut files = files(imports);
        files.retain(|file| file.iter().any(|(case, _)| self.here.contains(case)));
        let opened = files.iter().flatten();
        for (id, event) in opened.filter(|(id, _)| !self.here.contains(id)) {
            let case = job.tx.case(*id)?;
            if case.opened.is_some() && case.closed.is_none() {
                job.shown.gone.push(Gone {
                    row: None,
                    case: number_of(&case),
                    event: event.to_string(),
                    fields: Vec::new(),
                    columns: Vec::new(),
                });
            }
        }
        Ok(())
    }

    /// Tells what of it a person should look at.
    pub(super) fn told(&self, job: &mut Job<'_, '_>, numbered: bool) {
        let new = self.total.saturating_sub(self.known);
        let gone = self.last.unwrap_or_default().saturating_sub(self.known);
        let shown = &mut job.shown;
        shown.no_register = numbered && self.own.is_none();
        if self.known == 0 {
            shown.known_elsewhere = self.elsewhere;
        }
        // As many came as went.
        let swapped = gone >= MANY && new.saturating_mul(2) >= gone;
        if swapped && gone.saturating_mul(4) >= self.known && !self.part {
            shown.keys_gone = gone;
        }
    }
}

/// What an earlier import opened.
struct Opened {
    made: Event,
    /// How many cases the sheet held, where it was one of this register.
    held: Option<usize>,
    cases: Vec<(CaseId, EventId)>,
}

/// The cases of each file, in the order in which they came: a sheet that held more cases than it opened was a newer version of
/// the file that had about as many. Nothing of a file is kept by which it would be known.
fn files(imports: Vec<Opened>) -> Vec<Vec<(CaseId, EventId)>> {
    let mut files: Vec<Vec<(CaseId, EventId)>> = Vec::new();
    for import in imports.into_iter().rev() {
        let Some(held) = import.held else { continue };
        let known = held.saturating_sub(import.cases.len());
        let own = files.iter_mut().filter(|_| known > 0);
        let cases = import.cases.into_iter().rev();
        match own.min_by_key(|file| file.len().abs_diff(known)) {
            Some(file) => file.extend(cases),
            None => files.push(cases.collect()),
        }
    }
    files
}

/// What a case may be known by in a register: imports of old took the key as it stood, and knew no register.
fn names(register: Option<&str>, case: &Brought) -> Vec<Zeroizing<String>> {
    let mut names = vec![key::within(register, &case.key)];
    if register.is_none() && case.written != case.key {
        names.push(case.written.clone());
    }
    names
}

fn known_as(store: &Reader, name: &str) -> Result<Option<CaseId>, AppError> {
    let mark = store.import_ref(name, "")?;
    Ok(store.import_seen(&mark)?.map(|(case, _)| case))
}
