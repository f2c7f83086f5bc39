//! Whoever was taken back and recorded anew: somebody who was put right by hand, an import that was made once more.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Earlier;
use super::past::{Found, Past, until};
use super::whom::told_of;
use crate::app::consent::Counted;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::LeaveReason;
use crate::domain::event::{Entry, Event, ImportRef, TableLeft};
use crate::domain::person::Person;
use crate::domain::same::{Key, Whom};

/// By what somebody is known again, the surest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// The name that an import has for them.
    Imported(ImportRef),
    /// Their case.
    Case(CaseId),
    /// What is recorded of them, or less and less of it; with nothing left it is whoever was recorded next.
    Alike(usize, String),
}

/// Somebody who was recorded, and at which place of the history.
struct Recorded {
    key: Key,
    at: u64,
    marks: Vec<Option<Mark>>,
}

/// Whom a table counted and of whom it is known no more who they are, each with whoever was recorded in their place afterwards and is
/// counted: who was taken back since, and who left for a case of their own and is said to be somebody whom a table counted before
/// they left. (Then they were counted twice, or that is another.) Were they taken for others, they would hide as many who came.
pub(super) fn anew(past: &Past, earlier: &[Earlier], whom: &Whom) -> Vec<(Key, Key)> {
    let gone = gone(past, earlier, whom);
    if gone.is_empty() {
        return Vec::new();
    }
    let counted = Counted::among(&past.now());
    let mut stand = standing(past);
    stand.retain(|one| counted.admits(one.key.0, one.key.1));
    let by_key: BTreeMap<Key, &Recorded> = stand.iter().map(|one| (one.key, one)).collect();
    let events = past.events();
    let mut pairs = Vec::new();
    // Whoever was taken back twice has somebody in their place each time: those of another last table stand in nobody's way.
    let tables: BTreeSet<u64> = gone.values().copied().collect();
    for last in tables {
        let of_table = gone.iter().filter(|(_, place)| **place == last);
        let cases: BTreeSet<CaseId> = of_table.map(|((case, _), _)| *case).collect();
        let mut left: Vec<Recorded> = Vec::new();
        for id in cases {
            let events = events.get(&id).copied().unwrap_or_default();
            let case = Case::fold(id, &until(events, Some(last)), None);
            let who = recorded(&case, events).into_iter();
            left.extend(who.filter(|one| gone.get(&one.key) == Some(&last)));
        }
        left.sort_unstable_by_key(|one| (one.at, one.key));
        let mut free: BTreeMap<&Mark, BTreeSet<(u64, Key)>> = BTreeMap::new();
        for one in stand.iter().filter(|one| one.at > last) {
            for mark in one.marks.iter().flatten() {
                free.entry(mark).or_default().insert((one.at, one.key));
            }
        }
        let ranks = left.iter().map(|one| one.marks.len()).max();
        for rank in 0..ranks.unwrap_or(0) {
            left.retain(|one| {
                let mark = one.marks.get(rank).and_then(Option::as_ref);
                let is_another = |(_, key): &&(u64, Key)| whom.is(*key) != whom.is(one.key);
                let next = mark.and_then(|mark| free.get(mark)?.iter().find(is_another).copied());
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
    }
    pairs
}

/// Of whom it is known no more who they are, with the place of the last table that counted them.
fn gone(past: &Past, earlier: &[Earlier], whom: &Whom) -> BTreeMap<Key, u64> {
    let now = past.now();
    let by_id: BTreeMap<CaseId, &Case> = now.iter().map(|case| (case.id, case)).collect();
    let events = past.events();
    let counted: Vec<(u64, BTreeSet<Key>)> = earlier
        .iter()
        .map(|table| (table.place, told_of(table)))
        .collect();
    let was_counted = |key: Key, before: u64| {
        let mut tables = counted.iter().filter(|(place, _)| *place < before);
        tables.any(|(_, who)| who.contains(&key))
    };
    let is_known = |key: Key| {
        let Some(person) = by_id.get(&key.0).and_then(|case| case.person(key.1)) else {
            return false;
        };
        if person.left.map(|(reason, _)| reason) != Some(LeaveReason::OwnCase) {
            return true;
        }
        let leaves = events.get(&key.0).copied().unwrap_or_default().iter();
        let leaves = leaves.filter(|event| {
            event.payload.person == key.1 && matches!(event.payload.entry, Entry::PersonLeft(_))
        });
        let left = leaves.map(|event| event.lamport).max().unwrap_or(0);
        let mut others = whom.all_of(key).into_iter().filter(|other| *other != key);
        !others.any(|other| was_counted(other, left))
    };
    let mut gone: BTreeMap<Key, u64> = BTreeMap::new();
    for (place, who) in &counted {
        for key in who {
            let last = gone.entry(*key).or_default();
            *last = (*place).max(*last);
        }
    }
    gone.retain(|key, _| !is_known(*key));
    gone
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
    let counted = Counted::among(&past.now());
    new.retain(|one| one.at > place && counted.admits(one.key.0, one.key.1));
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
    let opened = case.opened.as_ref().map(|one| one.opened.earliest());
    let of = |person: &Person| {
        let event = by_id.get(&person.added_by)?;
        let imported = event.payload.entry.import_ref().cloned();
        let alike = [
            format!("{:?}", (person.sex, &person.origin)),
            format!("{opened:?}"),
            format!("{:?}", (person.born, person.role)),
        ];
        let alike = (0..=alike.len()).rev().map(|many| {
            let all: Vec<&str> = alike.iter().take(many).map(String::as_str).collect();
            Some(Mark::Alike(many, all.join(" ")))
        });
        let sure = [imported.map(Mark::Imported), Some(Mark::Case(case.id))];
        Some(Recorded {
            key: (case.id, person.number),
            at: event.lamport,
            marks: sure.into_iter().chain(alike).collect(),
        })
    };
    case.people.iter().filter_map(of).collect()
}
