//! Who is counted where, in all tables that left and in a new one, for the check of them together.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::anonymous;
use super::ledger::Earlier;
use super::past::{Found, sizes};
use super::whom::Whom;
use crate::base::id::CaseId;
use crate::disclosure::ledger::{Crowd, Place, Sheet};
use crate::domain::same::Key;

/// Everybody in the earlier tables and in a new one.
pub(super) fn crowd(earlier: &[Earlier], new: Sheet, found: &[Found], whom: &Whom) -> Crowd {
    let new = Table {
        sheet: new,
        found: Cow::Borrowed(found),
        at: Vec::new(),
        counts: sizes(found),
    };
    let before = earlier.iter().map(Table::of).collect();
    let mut crowd = gathered(before, new, whom);
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
    let tables = before.iter().map(Table::of).collect();
    let mut crowd = gathered(tables, Table::of(last), whom);
    give_up(&mut crowd, before);
    for key in decided(last) {
        crowd.give_up(crowd.new_sheet(), key);
    }
    Some(crowd)
}

fn give_up(crowd: &mut Crowd, earlier: &[Earlier]) {
    for (sheet, one) in earlier.iter().enumerate() {
        for key in decided(one) {
            crowd.give_up(sheet, key);
        }
    }
}

/// The cells whose small numbers were shown on a decision. What was rounded was not told.
fn decided(earlier: &Earlier) -> &[Vec<String>] {
    let asked = &earlier.left.asked;
    if asked.rounded { &[] } else { &asked.show }
}

/// A table, as it was printed, and who is found in it.
struct Table<'a> {
    sheet: Sheet,
    found: Cow<'a, [Found]>,
    /// At whom each of them counts.
    at: Vec<Key>,
    /// How many were counted when it left.
    counts: BTreeMap<Vec<String>, u64>,
}

impl<'a> Table<'a> {
    fn of(earlier: &'a Earlier) -> Self {
        Self {
            sheet: earlier.sheet.clone(),
            found: Cow::Borrowed(&earlier.found),
            at: Vec::new(),
            counts: earlier.left.counts.iter().cloned().collect(),
        }
    }

    /// Whether it counts cases.
    fn is_of_cases(&self) -> bool {
        self.found.iter().any(Found::is_a_case)
    }

    /// The same table with its cases counted at other persons of them: a case that was granted something has somebody who
    /// was, and that need not be the first, nor whoever was the first when an earlier table left; and a line of a list that tells
    /// of two persons tells of a second one. Beside a table of persons readers know it.
    fn once_more(&self, whom: &Whom) -> Vec<Table<'a>> {
        let mut all = Vec::new();
        let mut seen = BTreeSet::from([&self.at]);
        let ways = self.found.iter().map(|one| one.holders.len()).max();
        let ways = (0..ways.unwrap_or(0)).map(Some);
        let ways = ways.chain(self.is_of_cases().then_some(None));
        let at = |way: Option<usize>| {
            let at = |one: &Found| {
                let holder = way.and_then(|way| one.holders.get(way));
                whom.is((one.case, holder.copied().unwrap_or(one.person)))
            };
            self.found.iter().map(at).collect::<Vec<Key>>()
        };
        let ways: Vec<Vec<Key>> = ways.map(at).collect();
        for at in &ways {
            if seen.insert(at) {
                all.push(Table {
                    sheet: self.sheet.clone(),
                    found: self.found.clone(),
                    at: at.clone(),
                    counts: self.counts.clone(),
                });
            }
        }
        all.extend(self.of_persons(whom));
        all
    }

    /// Of a list, where somebody's line tells of more than one: how many persons its lines tell of at least.
    fn of_persons(&self, whom: &Whom) -> Option<Table<'static>> {
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
            at: found
                .iter()
                .map(|one| whom.is((one.case, one.person)))
                .collect(),
            found: Cow::Owned(found),
            counts,
        })
    }
}

/// At whom the things of each table count: a case at one person in all tables, whoever of it is the first by then.
fn place<'a, 'b: 'a>(tables: impl Iterator<Item = &'a mut Table<'b>>, whom: &Whom) {
    let mut cases: BTreeMap<CaseId, Key> = BTreeMap::new();
    for table in tables {
        let at = |one: &Found| {
            let person = whom.is((one.case, one.person));
            if one.is_a_case() {
                *cases.entry(whom.case(one.case)).or_insert(person)
            } else {
                person
            }
        };
        table.at = table.found.iter().map(at).collect();
    }
}

/// Everybody in these tables, each once, in however many cases they stand or stood. Where a case was erased since, or anything else is missing in the history, those who were
/// counted then stand for themselves, known from nothing else.
fn gathered(before: Vec<Table<'_>>, new: Table<'_>, whom: &Whom) -> Crowd {
    let (mut earlier, mut new) = (before, new);
    place(earlier.iter_mut().chain([&mut new]), whom);
    let tables = || earlier.iter().chain([&new]);
    // Cases alone are known of by cases alone.
    let again: Vec<(usize, Table<'_>)> = if tables().all(Table::is_of_cases) {
        Vec::new()
    } else {
        let again = tables().enumerate();
        let again = again.map(|(of, one)| (of, one.once_more(whom)));
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
    if earlier.iter().all(Table::is_of_cases) {
        crowd.once_more_for_new();
    }
    for (sheet, (of, _)) in (first..).zip(&again) {
        crowd.once_more(sheet, if *of == first { last } else { *of });
    }
    let mut persons: BTreeMap<Key, BTreeMap<(usize, usize), i64>> = BTreeMap::new();
    for (sheet, one) in sheets.chain([&new]).enumerate() {
        let mut left = one.counts.clone();
        for (thing, who) in one.found.iter().zip(&one.at) {
            let Some(room) = left.get_mut(&thing.key).filter(|n| **n > 0) else {
                continue;
            };
            *room -= 1;
            if let Some(cell) = one.sheet.shape().find(&thing.key) {
                let places = persons.entry(*who).or_default();
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
