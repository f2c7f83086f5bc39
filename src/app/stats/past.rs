//! The history as it stood at any place of it, and what a question counts there.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::{Datelike as _, NaiveDate};

use super::standing::Standing;
use super::things::{FAMILY, Thing, things};
use super::{DIMENSIONS, Query, UNITS, known, terms};
use crate::app::error::AppError;
use crate::app::own;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::CaseEnd;
use crate::domain::event::{Entry, Event};
use crate::domain::own::Declared;
use crate::domain::person::Person;
use crate::store::Reader;

/// One thing that a question counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// In which case.
    pub case: CaseId,
    /// The number of its family among all.
    pub source: u64,
    /// The number of whose it is, among all.
    pub who: u64,
    /// Whose it is.
    pub person: u16,
    /// One value a dimension.
    pub key: Vec<String>,
    /// Of a case: who has what is told of it, all of it together and each part of it by itself; the first where nobody has.
    pub holders: Vec<u16>,
    /// Of a case on a list: those whom its line tells of at least.
    pub persons: Vec<u16>,
    /// Of an application: the days from its lodging to its first decision, where both are known to the day.
    pub days: Option<u32>,
}

impl Found {
    /// Whether it is a case, and not somebody, or something of somebody's.
    pub(super) const fn is_a_case(&self) -> bool {
        !self.holders.is_empty()
    }
}

/// All that was ever recorded.
pub(super) struct Past {
    cases: Vec<(CaseId, Vec<Event>)>,
    /// The cases as they stand by what is known now, by the day that is asked about.
    stood: RefCell<BTreeMap<Option<NaiveDate>, Rc<Vec<Case>>>>,
    /// And as they are counted.
    standing: RefCell<BTreeMap<Option<NaiveDate>, Rc<Standing>>>,
    /// The office's own history.
    pub office: Vec<Event>,
}

impl Past {
    pub(super) fn read(reader: &Reader) -> Result<Self, AppError> {
        let mut ids = Vec::new();
        reader.each_case(|id, _| -> Result<(), AppError> {
            ids.push(id);
            Ok(())
        })?;
        let mut cases = Vec::new();
        for id in ids {
            cases.push((id, reader.events(id)?));
        }
        Ok(Self::of(cases, reader.office_events()?))
    }

    pub(super) fn of(cases: Vec<(CaseId, Vec<Event>)>, office: Vec<Event>) -> Self {
        Self {
            cases,
            stood: RefCell::default(),
            standing: RefCell::default(),
            office,
        }
    }

    /// One case more.
    #[cfg(test)]
    pub(super) fn add(&mut self, case: (CaseId, Vec<Event>)) {
        self.cases.push(case);
        self.stood.take();
        self.standing.take();
    }

    /// What a question counted at a place of the history; now, where none is named.
    pub(super) fn found(&self, query: &Query, day: NaiveDate, before: Option<u64>) -> Vec<Found> {
        let standing = self.standing(query.as_of, before);
        let declared = Declared::of(&until(&self.office, before));
        count(&standing, &declared, query, day)
    }

    /// As [`Self::found`], as an older program counted.
    pub(super) fn found_as_of_old(&self, query: &Query, day: NaiveDate, before: u64) -> Vec<Found> {
        let before = Some(before);
        let now = self.stood(None, before);
        let standing = Standing::of_old(&now, self.stood(query.as_of, before));
        let declared = Declared::of(&until(&self.office, before));
        count(&standing, &declared, query, day)
    }

    /// The cases as they were counted at a place of the history, as of a day.
    fn standing(&self, as_of: Option<NaiveDate>, before: Option<u64>) -> Rc<Standing> {
        let known = self.standing.borrow().get(&as_of).cloned();
        if let Some(known) = known.filter(|_| before.is_none()) {
            return known;
        }
        let now = self.stood(None, before);
        let stood = match as_of {
            Some(_) => self.stood(as_of, before),
            None => Rc::clone(&now),
        };
        let standing = Rc::new(Standing::of(&now, stood, as_of));
        if before.is_none() {
            let kept = Rc::clone(&standing);
            self.standing.borrow_mut().insert(as_of, kept);
        }
        standing
    }

    /// The cases as they stood at a place of the history, as of a day.
    fn stood(&self, as_of: Option<NaiveDate>, before: Option<u64>) -> Rc<Vec<Case>> {
        let known = self.stood.borrow().get(&as_of).cloned();
        if let Some(known) = known.filter(|_| before.is_none()) {
            return known;
        }
        let folded = self.cases.iter();
        let folded = folded.map(|(id, events)| Case::fold(*id, &until(events, before), as_of));
        let folded = Rc::new(folded.filter(|case| case.opened.is_some()).collect());
        if before.is_none() {
            self.stood.borrow_mut().insert(as_of, Rc::clone(&folded));
        }
        folded
    }

    /// The cases as they stand.
    pub(super) fn now(&self) -> Rc<Vec<Case>> {
        self.stood(None, None)
    }

    /// What was recorded in each case; of erased ones nothing is left.
    pub(super) fn events(&self) -> BTreeMap<CaseId, &[Event]> {
        let all = self.cases.iter();
        all.map(|(id, events)| (*id, events.as_slice())).collect()
    }

    /// Whether anybody was ever said to be counted elsewhere.
    pub(super) fn has_moved(&self) -> bool {
        let is_elsewhere = |entry: &Entry| match entry {
            Entry::CaseClosed(closed) => closed.reason == CaseEnd::Duplicate,
            Entry::PersonLeft(left) => left.reason.is_counted_elsewhere(),
            _ => false,
        };
        let mut events = self.cases.iter().flat_map(|(_, events)| events);
        events.any(|event| match &event.payload.entry {
            Entry::EntryCorrected(correction) => is_elsewhere(&correction.entry),
            entry => is_elsewhere(entry),
        })
    }
}

/// The events before a place of the history.
pub(super) fn until(events: &[Event], before: Option<u64>) -> Vec<Event> {
    let earlier = |event: &&Event| before.is_none_or(|place| event.lamport < place);
    events.iter().filter(earlier).cloned().collect()
}

/// The question with its values as the store writes them. `offices` are those that have cases.
///
/// # Errors
/// A unit, a dimension or a value that is none, and a dimension that is asked for twice.
pub(super) fn checked(
    query: &Query,
    declared: &Declared,
    offices: impl Fn() -> BTreeSet<String>,
) -> Result<Query, AppError> {
    known("unit", &query.unit, UNITS)?;
    let mut written = query.clone();
    let by = query.by.iter().map(|name| ("by", name, &mut [][..]));
    let filters = written.filters.iter_mut();
    let filters = filters.map(|(name, values)| ("where", &*name, values.as_mut_slice()));
    for (option, dimension, values) in by.chain(filters) {
        if let Some(name) = own::dimension(dimension) {
            own::counted_by(declared, option, name, values, !query.exact)?;
            continue;
        }
        known("dimension", dimension, DIMENSIONS)?;
        let offices = match dimension.as_str() {
            "office" if !values.is_empty() => Some(offices()),
            _ => None,
        };
        for value in values {
            let is_none = |near| AppError::UnknownValue {
                dimension: dimension.clone(),
                near,
            };
            *value = match &offices {
                Some(offices) => terms::office(offices, value),
                None => terms::written(dimension, value),
            }
            .map_err(is_none)?;
        }
    }
    let by = &query.by;
    let mut names = (1..).zip(by);
    if let Some((_, twice)) = names.find(|(next, name)| by.iter().skip(*next).any(|n| n == *name)) {
        return Err(AppError::TwiceBy(twice.clone()));
    }
    Ok(written)
}

/// Everything that a question counts in some cases.
pub(super) fn count(
    standing: &Standing,
    declared: &Declared,
    query: &Query,
    day: NaiveDate,
) -> Vec<Found> {
    let mut found = Vec::new();
    let told = told(query);
    let is_of_families = query.by.iter().any(|name| name == FAMILY);
    let is_case = query.unit == "cases";
    for case in &*standing.cases {
        let has_begun = query.as_of.is_none_or(|day| is_begun(case, day));
        if !has_begun || (is_case && standing.stands_elsewhere(case.id, query.as_of)) {
            continue;
        }
        let admitted = |one: &&Person| standing.admits(case.id, one.number);
        let persons: Vec<&Person> = case.people.iter().filter(admitted).collect();
        let value_of = |thing: &Thing<'_>, name: &String| match own::dimension(name) {
            Some(field) => own::cell(declared, case, thing.who.number, field, !query.exact),
            None => thing.value(name, day),
        };
        for thing in things(&query.unit, case, &persons) {
            let value = |name: &String| value_of(&thing, name);
            let admitted = query
                .filters
                .iter()
                .all(|(name, values)| values.iter().any(|v| v.eq_ignore_ascii_case(&value(name))));
            let in_period = query.period.is_none_or(|(from, to)| {
                thing
                    .date()
                    .is_some_and(|date| (from..=to).contains(&date.year()))
            });
            if admitted && in_period {
                let persons = &persons;
                let of_case =
                    || holders(&thing, &things("persons", case, persons), &told, &value_of);
                let (who, family) = standing.numbers((case.id, thing.who.number));
                found.push(Found {
                    case: case.id,
                    source: family,
                    who,
                    person: thing.who.number,
                    key: query.by.iter().map(value).collect(),
                    holders: is_case.then(of_case).unwrap_or_default(),
                    persons: if is_of_families {
                        persons.iter().map(|one| one.number).collect()
                    } else {
                        Vec::new()
                    },
                    days: thing.days_to_decision().filter(|_| query.median),
                });
            }
        }
    }
    found
}

/// What a question tells of whoever it counts.
fn told(query: &Query) -> Vec<String> {
    let filters = query.filters.iter().map(|(name, _)| name);
    let mut told: Vec<String> = query.by.iter().chain(filters).cloned().collect();
    told.extend(query.period.map(|_| "year".to_owned()));
    told.sort_unstable();
    told.dedup();
    told
}

/// Who of a case has what is told of it: all of it together, and each part by itself; the first where nobody has.
fn holders(
    case: &Thing<'_>,
    persons: &[Thing<'_>],
    told: &[String],
    value: &impl Fn(&Thing<'_>, &String) -> String,
) -> Vec<u16> {
    let of_case: Vec<(&String, String)> =
        told.iter().map(|name| (name, value(case, name))).collect();
    let of = |told: &[(&String, String)]| {
        let has = |one: &&Thing<'_>| told.iter().all(|(name, its)| value(one, name) == *its);
        persons.iter().find(has).unwrap_or(case).who.number
    };
    std::iter::once(of(&of_case))
        .chain(of_case.chunks(1).map(of))
        .collect()
}

/// Whether there was anything of a case by a day: what is recorded today of an older one counts as it happened.
pub(super) fn is_begun(case: &Case, day: NaiveDate) -> bool {
    let opened = case.opened.as_ref();
    opened.is_some_and(|opened| opened.opened.earliest() <= day)
        || !case.applications.is_empty()
        || case.last_event.is_some_and(|last| last <= day)
}

/// How many there are under each key.
pub(super) fn sizes(found: &[Found]) -> BTreeMap<Vec<String>, u64> {
    let mut sizes = BTreeMap::new();
    for one in found {
        *sizes.entry(one.key.clone()).or_insert(0) += 1;
    }
    sizes
}
