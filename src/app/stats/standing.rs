//! Who is counted where on a day: whoever stands in several cases in one of them, with what happened to them in all.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;

use super::past::is_begun;
use crate::app::consent::Counted;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::code::LeaveReason;
use crate::domain::person::Person;
use crate::domain::same::{Key, Whom};

/// The cases as they are counted.
pub(super) struct Standing {
    /// As they stood on the day.
    pub cases: Rc<Vec<Case>>,
    /// What everybody said to being counted.
    pub counted: Counted,
    whom: Whom,
    /// Who is counted where they stood before, since no case that has them now had begun on the day.
    before: BTreeSet<Key>,
    /// The place of each case among all, and that of its family: the first of all that somebody moved between.
    places: BTreeMap<CaseId, (u64, u64)>,
}

impl Standing {
    /// `now` is what is known of the cases, `stood` how they stood as of a day, if one is named.
    pub(super) fn of(now: &[Case], stood: Rc<Vec<Case>>, as_of: Option<NaiveDate>) -> Self {
        let mut standing = Self::as_before(now, stood, Counted::among(now));
        standing.join_families();
        standing.follow(now, as_of);
        standing
    }

    /// As an older program counted: nobody is followed to another case, and those of cases that are recorded twice are two.
    pub(super) fn of_old(now: &[Case], stood: Rc<Vec<Case>>) -> Self {
        Self::as_before(now, stood, Counted::with_duplicates(now))
    }

    fn as_before(now: &[Case], cases: Rc<Vec<Case>>, counted: Counted) -> Self {
        let places = (0..).zip(now);
        let places = places.map(|(place, case)| (case.id, (place, place)));
        Self {
            cases,
            counted,
            whom: Whom::among(now),
            before: BTreeSet::new(),
            places: places.collect(),
        }
    }

    /// Makes one family of the cases that somebody stands in.
    fn join_families(&mut self) {
        for class in self.whom.classes() {
            let families = class
                .iter()
                .filter_map(|key| Some(self.places.get(&key.0)?.1));
            let families: BTreeSet<u64> = families.collect();
            let Some(first) = families.first() else {
                continue;
            };
            for (_, family) in self.places.values_mut() {
                if families.contains(family) {
                    *family = *first;
                }
            }
        }
    }

    /// Follows whoever moved: one place for each of them, and what happened to them elsewhere goes there.
    fn follow(&mut self, now: &[Case], as_of: Option<NaiveDate>) {
        let now: BTreeMap<CaseId, &Case> = now.iter().map(|case| (case.id, case)).collect();
        let stood: BTreeMap<CaseId, &Case> =
            self.cases.iter().map(|case| (case.id, case)).collect();
        let is_handed_over = |of| now.get(&of).is_some_and(|case| case.is_handed_over());
        let has_them = |(of, number): Key| {
            let case = now.get(&of).filter(|case| !case.is_duplicate());
            let person = case.and_then(|case| case.person(number));
            !is_handed_over(of) && person.is_some_and(Person::is_counted)
        };
        let went_on = |(of, number): &Key| {
            let person = now.get(of).and_then(|case| case.person(*number));
            let left = person.and_then(|person| person.left);
            left.is_some_and(|(reason, _)| reason == LeaveReason::OwnCase)
        };
        let had_begun = |(of, number): &Key| {
            let case = stood.get(of).filter(|case| case.person(*number).is_some());
            case.is_some_and(|case| as_of.is_none_or(|day| is_begun(case, day)))
        };
        let opened = |(of, _): &Key| {
            let opened = stood.get(of)?.opened.as_ref()?;
            Some(opened.opened.earliest())
        };
        let mut before = BTreeSet::new();
        let mut moved: Vec<(Key, Key)> = Vec::new();
        for places in self.whom.classes() {
            let (have, had): (Vec<Key>, Vec<Key>) = places.iter().partition(|key| has_them(**key));
            let had = had.into_iter().filter(had_begun);
            let home = have.iter().copied().find(|key| had_begun(key));
            let mut agree = have.iter();
            let home = if home.is_none() && agree.any(|key| self.counted.admits(key.0, key.1)) {
                let last = had.clone().filter(|key| !is_handed_over(key.0));
                let last = last.max_by_key(opened);
                before.extend(last);
                last
            } else {
                home
            };
            if let Some(home) = home {
                let history = had.filter(|key| *key != home && went_on(key));
                moved.extend(history.map(|key| (key, home)));
            }
        }
        if !moved.is_empty() {
            let mut cases = Vec::clone(&self.cases);
            for case in &mut cases {
                let id = case.id;
                for (from, home) in moved.iter().filter(|(_, home)| home.0 == id) {
                    if let Some(there) = stood.get(&from.0) {
                        case.take_up(home.1, there, from.1);
                    }
                }
            }
            self.cases = Rc::new(cases);
        }
        self.before = before;
    }

    /// Whether a person is counted in this case.
    pub(super) fn admits(&self, case: CaseId, person: u16) -> bool {
        self.counted.admits(case, person) || self.before.contains(&(case, person))
    }

    /// Whether another case stands for one on the day, so that it is none of its own.
    pub(super) fn stands_elsewhere(&self, case: CaseId, as_of: Option<NaiveDate>) -> bool {
        let other = self.whom.case(case);
        let mut cases = self
            .cases
            .iter()
            .filter(|one| one.id == other && one.id != case);
        cases.any(|one| {
            let mut persons = one.people.iter();
            let is_counted = persons.any(|person| self.admits(other, person.number));
            is_counted && as_of.is_none_or(|day| is_begun(one, day))
        })
    }

    /// The number of a person among all, and that of the family: whoever left a case for one of their own is still of those
    /// who are there.
    pub(super) fn numbers(&self, key: Key) -> (u64, u64) {
        let first = self.whom.is(key);
        let place = |key: Key| self.places.get(&key.0).copied().unwrap_or_default();
        ((place(first).0 << 16) | u64::from(first.1), place(key).1)
    }
}
