//! Who is counted where, in all tables that left and in a new one, for the check of them together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::anonymous;
use super::ledger::Earlier;
use super::past::{Found, sizes};
use super::whom::Whom;
use crate::base::id::CaseId;
use crate::disclosure::ledger::{Crowd, Place, Sheet};

/// Everybody in the earlier tables and in a new one.
pub(super) fn crowd(earlier: &[Earlier], new: Sheet, found: &[Found], whom: &Whom) -> Crowd {
    let new = Table {
        sheet: new,
        found: Cow::Borrowed(found),
        counts: sizes(found),
    };
    let before: Vec<Table<'_>> = earlier.iter().map(Table::of).collect();
    let mut crowd = gathered(&before, &new, whom);
    give_up(&mut crowd, earlier);
    for (sheet, one) in earlier.iter().enumerate() {
        for (key, left) in &one.told {
            crowd.tell(sheet, key, *left);
        }
    }
    crowd
}

/// Everybody in tables of which each has left.
pub(super) fn of_left(all: &[Earlier], whom: &Whom) -> Option<Crowd> {
    let (last, before) = all.split_last()?;
    let tables: Vec<Table<'_>> = before.iter().map(Table::of).collect();
    let mut crowd = gathered(&tables, &Table::of(last), whom);
    give_up(&mut crowd, before);
    for key in &last.left.asked.show {
        crowd.give_up(crowd.new_sheet(), key);
    }
    Some(crowd)
}

fn give_up(crowd: &mut Crowd, earlier: &[Earlier]) {
    for (sheet, one) in earlier.iter().enumerate() {
        for key in &one.left.asked.show {
            crowd.give_up(sheet, key);
        }
    }
}

/// A table, as it was printed, and who is found in it.
struct Table<'a> {
    sheet: Sheet,
    found: Cow<'a, [Found]>,
    /// How many were counted when it left.
    counts: BTreeMap<Vec<String>, u64>,
}

impl<'a> Table<'a> {
    fn of(earlier: &'a Earlier) -> Self {
        Self {
            sheet: earlier.sheet.clone(),
            found: Cow::Borrowed(&earlier.found),
            counts: earlier.left.counts.iter().cloned().collect(),
        }
    }

    /// Whether it counts cases.
    fn is_of_cases(&self) -> bool {
        self.found.iter().any(|one| !one.holders.is_empty())
    }

    /// The same table with its cases counted at other persons of them: a case that was granted something has somebody who
    /// was, and that need not be the first; and a line of a list that tells of two persons tells of a second one. Beside a
    /// table of persons readers know it.
    fn once_more(&self) -> Vec<Table<'static>> {
        let mut all = Vec::new();
        let persons = |found: &[Found]| found.iter().map(|one| one.person).collect::<Vec<u16>>();
        let mut seen = BTreeSet::from([persons(&self.found)]);
        let ways = self.found.iter().map(|one| one.holders.len()).max();
        for way in 0..ways.unwrap_or(0) {
            let at = |one: &Found| Found {
                person: one.holders.get(way).copied().unwrap_or(one.person),
                ..one.clone()
            };
            let found: Vec<Found> = self.found.iter().map(at).collect();
            if seen.insert(persons(&found)) {
                all.push(Table {
                    sheet: self.sheet.clone(),
                    found: Cow::Owned(found),
                    counts: self.counts.clone(),
                });
            }
        }
        all.extend(self.of_persons());
        all
    }

    /// Of a list, where somebody's line tells of more than one: how many persons its lines tell of at least.
    fn of_persons(&self) -> Option<Table<'static>> {
        let several = self.found.iter().any(|one| one.persons.len() > 1);
        if !several || sizes(&self.found) != self.counts {
            return None;
        }
        let each = |one: &Found| {
            let one = one.clone();
            let persons = one.persons.clone().into_iter();
            persons.map(move |person| Found {
                person,
                ..one.clone()
            })
        };
        let found: Vec<Found> = self.found.iter().flat_map(each).collect();
        let counts = sizes(&found);
        let lines = counts.iter().map(|(key, many)| (key.join(";"), *many));
        let (name, threshold) = (self.sheet.name(), self.sheet.threshold());
        Some(Table {
            sheet: anonymous::sheet(name, &lines.collect(), threshold)?,
            found: Cow::Owned(found),
            counts,
        })
    }
}

/// Everybody in these tables, each once, in however many cases they stand or stood. Where a case was erased since, or anything else is missing in the history, those who were
/// counted then stand for themselves, known from nothing else.
fn gathered(earlier: &[Table<'_>], new: &Table<'_>, whom: &Whom) -> Crowd {
    let tables = || earlier.iter().chain([new]).enumerate();
    // Cases alone are known of by cases alone.
    let again: Vec<(usize, Table<'_>)> = if tables().all(|(_, one)| one.is_of_cases()) {
        Vec::new()
    } else {
        let again = tables().map(|(of, one)| (of, one.once_more()));
        again
            .flat_map(|(of, all)| all.into_iter().map(move |one| (of, one)))
            .collect()
    };
    let (first, last) = (earlier.len(), earlier.len() + again.len());
    let sheets = earlier.iter().chain(again.iter().map(|(_, one)| one));
    let mut crowd = Crowd::new(
        sheets.clone().map(|one| one.sheet.clone()).collect(),
        new.sheet.clone(),
    );
    for (sheet, (of, _)) in (first..).zip(&again) {
        crowd.once_more(sheet, if *of == first { last } else { *of });
    }
    let mut persons: BTreeMap<(CaseId, u16), BTreeMap<(usize, usize), i64>> = BTreeMap::new();
    for (sheet, one) in sheets.chain([new]).enumerate() {
        let mut left = one.counts.clone();
        for thing in &*one.found {
            let Some(room) = left.get_mut(&thing.key).filter(|n| **n > 0) else {
                continue;
            };
            *room -= 1;
            if let Some(cell) = one.sheet.shape().find(&thing.key) {
                let who = whom.is((thing.case, thing.person));
                let places = persons.entry(who).or_default();
                *places.entry((sheet, cell)).or_insert(0) += 1;
            }
        }
        for (key, many) in left {
            if let Some(cell) = one.sheet.shape().find(&key) {
                for _ in 0..many {
                    crowd.stranger(Place {
                        sheet,
                        cell,
                        times: 1,
                    });
                }
            }
        }
    }
    for places in persons.into_values() {
        let place = |((sheet, cell), times)| Place { sheet, cell, times };
        crowd.person(&places.into_iter().map(place).collect::<Vec<_>>());
    }
    crowd
}
