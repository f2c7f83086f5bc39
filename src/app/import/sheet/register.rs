//! Of which register the keys of a sheet are: under another the same key is another person's.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::key;
use super::map::Checked;
use super::rows::Brought;
use crate::app::error::AppError;
use crate::app::import::Job;
use crate::app::session::Session;
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
                if is_known(&self.store, &key::within(Some(&word), key))? {
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
            if is_known(&*job.tx, &name)? {
                self.known += 1;
                return Ok(name);
            }
        }
        let others = self.others.iter().map(Option::as_deref);
        let others = others.flat_map(|other| names(other, case));
        for name in others {
            if is_known(&*job.tx, &name)? {
                self.elsewhere += 1;
                break;
            }
        }
        Ok(own)
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

/// What a case may be known by in a register: imports of old took the key as it stood, and knew no register.
fn names(register: Option<&str>, case: &Brought) -> Vec<Zeroizing<String>> {
    let mut names = vec![key::within(register, &case.key)];
    if register.is_none() && case.written != case.key {
        names.push(case.written.clone());
    }
    names
}

fn is_known(store: &Reader, name: &str) -> Result<bool, AppError> {
    let mark = store.import_ref(name, "")?;
    Ok(store.import_seen(&mark)?.is_some())
}
