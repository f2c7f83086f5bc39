//! Whoever was taken back and recorded anew: somebody who was put right by hand, an import that was made once more.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Earlier;
use super::past::{Found, Past, until};
use super::whom::told_of;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::event::{Entry, Event, ImportRef, TableLeft};
use crate::domain::person::Person;
use crate::domain::same::Key;

/// By what somebody is known again, the surest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// The name that an import has for them.
    Imported(ImportRef),
    /// Their case.
    Case(CaseId),
    /// What is recorded of them.
    Alike(String),
    /// Nothing: it is whoever was recorded next.
    Next,
}

/// So many there are.
const RANKS: usize = 4;

/// Somebody who was recorded, and at which place of the history.
struct Recorded {
    key: Key,
    at: u64,
    marks: [Option<Mark>; RANKS],
}

/// Whom a table counted and who was taken back since, each with whoever was recorded in their place afterwards. Where that is somebody else
/// it does no harm: who is taken for one who was there before hides nobody who came.
pub(super) fn anew(past: &Past, earlier: &[Earlier]) -> Vec<(Key, Key)> {
    let now = past.now();
    let persons = now.iter().flat_map(|case| {
        let numbers = case.people.iter().map(|person| person.number);
        numbers.map(|number| (case.id, number))
    });
    let known: BTreeSet<Key> = persons.collect();
    // At which place the last table left that counted them.
    let mut gone: BTreeMap<Key, u64> = BTreeMap::new();
    for table in earlier {
        let who = told_of(table).into_iter();
        for key in who.filter(|key| !known.contains(key)) {
            let last = gone.entry(key).or_default();
            *last = table.place.max(*last);
        }
    }
    if gone.is_empty() {
        return Vec::new();
    }
    let mut all = standing(past);
    let as_counted: BTreeSet<(CaseId, u64)> = gone
        .iter()
        .map(|((case, _), last)| (*case, *last))
        .collect();
    let events = past.events();
    for (id, last) in as_counted {
        let events = events.get(&id).copied().unwrap_or_default();
        let case = Case::fold(id, &until(events, Some(last)), None);
        let who = recorded(&case, events).into_iter();
        all.extend(who.filter(|one| gone.get(&one.key) == Some(&last)));
    }
    all.sort_unstable_by_key(|one| (one.at, one.key));

    let mut free: BTreeMap<&Mark, BTreeSet<(u64, Key)>> = BTreeMap::new();
    for one in &all {
        for mark in one.marks.iter().flatten() {
            free.entry(mark).or_default().insert((one.at, one.key));
        }
    }
    let by_key: BTreeMap<Key, &Recorded> = all.iter().map(|one| (one.key, one)).collect();
    let mut pairs = Vec::new();
    let mut left: Vec<(&Recorded, u64)> = all
        .iter()
        .filter_map(|one| Some((one, *gone.get(&one.key)?)))
        .collect();
    for rank in 0..RANKS {
        left.retain(|(one, last)| {
            let mark = one.marks.get(rank).and_then(Option::as_ref);
            let after = (last + 1, (CaseId([0; 16]), 0));
            let next = mark.and_then(|mark| free.get(mark)?.range(after..).next().copied());
            let Some((at, key)) = next else {
                return true;
            };
            let marks = by_key.get(&key).into_iter().flat_map(|one| &one.marks);
            for mark in marks.flatten() {
                free.entry(mark).or_default().remove(&(at, key));
            }
            pairs.push((one.key, key));
            false
        });
    }
    pairs
}

/// Of a table whose people can be read no more, since an import was taken back that had opened their cases, those who were recorded
/// after it, in their places: where the question of the table finds them today, and wherever there is one.
pub(super) fn instead(
    past: &Past,
    left: &TableLeft,
    place: u64,
    found: &[Found],
    today: impl FnOnce() -> Vec<Found>,
) -> Vec<Found> {
    let mut later = past.office.iter().filter(|event| event.lamport > place);
    let is_undone = later.any(|event| match &event.payload.entry {
        Entry::ImportUndone(undone) => !undone.erased.is_empty(),
        _ => false,
    });
    if !is_undone {
        return Vec::new();
    }
    let mut lacking: BTreeMap<Vec<String>, u64> = left.counts.iter().cloned().collect();
    let mut is_lacking = |key: &Vec<String>| {
        let many = lacking.get_mut(key).filter(|many| **many > 0);
        many.map(|many| *many -= 1).is_some()
    };
    for one in found {
        let _ = is_lacking(&one.key);
    }
    let mut new = standing(past);
    new.retain(|one| one.at > place);
    new.sort_unstable_by_key(|one| (one.at, one.key));
    let mut free: BTreeSet<Key> = new.iter().map(|one| one.key).collect();
    let mut stand: Vec<Found> = today()
        .into_iter()
        .filter(|one| free.contains(&(one.case, one.person)) && is_lacking(&one.key))
        .collect();
    for one in &stand {
        free.remove(&(one.case, one.person));
    }
    let next = new.iter().filter(|one| free.contains(&one.key));
    let places = lacking.into_iter().flat_map(|(key, many)| {
        let many = usize::try_from(many).unwrap_or(usize::MAX);
        std::iter::repeat_n(key, many)
    });
    let is_case = left.asked.unit == "cases";
    stand.extend(places.zip(next).map(|(key, one)| Found {
        case: one.key.0,
        source: 0,
        who: 0,
        person: one.key.1,
        key,
        holders: Vec::from_iter(is_case.then_some(one.key.1)),
        persons: Vec::new(),
        days: None,
    }));
    stand
}

/// Everybody who stands in a case.
fn standing(past: &Past) -> Vec<Recorded> {
    let (now, events) = (past.now(), past.events());
    let of = |case: &Case| recorded(case, events.get(&case.id).copied().unwrap_or_default());
    now.iter().flat_map(of).collect()
}

/// The persons of a case, as they stand in it.
fn recorded(case: &Case, events: &[Event]) -> Vec<Recorded> {
    let by_id: BTreeMap<EventId, &Event> = events.iter().map(|event| (event.id, event)).collect();
    let opened = case.opened.as_ref().map(|opened| opened.opened.earliest());
    let of = |person: &Person| {
        let event = by_id.get(&person.added_by)?;
        let imported = event.payload.entry.import_ref().cloned();
        let alike = (&person.origin, person.sex, person.born, person.role, opened);
        Some(Recorded {
            key: (case.id, person.number),
            at: event.lamport,
            marks: [
                imported.map(Mark::Imported),
                Some(Mark::Case(case.id)),
                Some(Mark::Alike(format!("{alike:?}"))),
                Some(Mark::Next),
            ],
        })
    };
    case.people.iter().filter_map(of).collect()
}
