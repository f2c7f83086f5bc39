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
    /// The place of each case among all.
    places: BTreeMap<CaseId, u64>,
}

impl Standing {
    /// `now` is what is known of the cases, `stood` how they stood as of a day, if one is named.
    pub(super) fn of(now: &[Case], stood: Rc<Vec<Case>>, as_of: Option<NaiveDate>) -> Self {
        let mut standing = Self::as_before(now, stood, Counted::among(now));
        standing.follow(now, as_of);
        standing
    }

    /// As an older program counted: nobody is followed to another case, and those of cases that are recorded twice are two.
    pub(super) fn of_old(now: &[Case], stood: Rc<Vec<Case>>) -> Self {
        Self::as_before(now, stood, Counted::with_duplicates(now))
    }

    fn as_before(now: &[Case], cases: Rc<Vec<Case>>, counted: Counted) -> Self {
        Self {
            cases,
            counted,
            whom: Whom::among(now),
            before: BTreeSet::new(),
            places: (0..)
                .zip(now)
                .map(|(place, case)| (case.id, place))
                .collect(),
        }
    }

    /// Follows whoever moved: one place for each of them, and what happened to them elsewhere goes there.
    fn follow(&mut self, now: &[Case], as_of: Option<NaiveDate>) {
        let now: BTreeMap<CaseId, &Case> = now.iter().map(|case| (case.id, case)).collect();
        let stood: BTreeMap<CaseId, &Case> =
            self.cases.iter().map(|case| (case.id, case)).collect();
        let left = |(of, number): Key| {
            let left = now.get(&of)?.person(number)?.left;
            Some(left.map(|(reason, _)| reason))
        };
        let has_them = |key: Key| {
            let case = now.get(&key.0);
            let case = case.filter(|case| !case.is_duplicate() && !case.is_handed_over());
            let person = case.and_then(|case| case.person(key.1));
            person.is_some_and(Person::is_counted)
        };
        let had_begun = |key: Key| {
            let case = stood
                .get(&key.0)
                .filter(|case| case.person(key.1).is_some());
            case.is_some_and(|case| as_of.is_none_or(|day| is_begun(case, day)))
        };
        let mut before = BTreeSet::new();
        let mut moved: Vec<(Key, Key)> = Vec::new();
        for places in self.whom.classes() {
            let (have, had): (Vec<Key>, Vec<Key>) = places.iter().partition(|key| has_them(**key));
            let is_here = |of: &CaseId| now.get(of).is_some_and(|case| !case.is_handed_over());
            let begun = had.into_iter().filter(|key| had_begun(*key));
            let begun: Vec<Key> = begun.filter(|(of, _)| is_here(of)).collect();
            let home = have.iter().copied().find(|key| had_begun(*key));
            let is_counted = have
                .iter()
                .any(|(of, number)| self.counted.admits(*of, *number));
            let latest = |(of, _): &&Key| {
                let opened = stood.get(of)?.opened.as_ref()?;
                Some(opened.opened.earliest())
            };
            let home = match home {
                None if is_counted => {
                    let last = begun.iter().max_by_key(latest).copied();
                    before.extend(last);
                    last
                }
                home => home,
            };
            let Some(home) = home else { continue };
            let history = begun.into_iter().filter(|key| *key != home);
            let history = history.filter(|key| left(*key) == Some(Some(LeaveReason::OwnCase)));
            moved.extend(history.map(|key| (key, home)));
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

    /// The number of a person among all, and that of the family: whoever left a case for one of their own is still of those
    /// who are there.
    pub(super) fn numbers(&self, key: Key) -> (u64, u64) {
        let place = |key: &Key| self.places.get(&key.0).copied();
        let all = self.whom.all_of(key);
        let family = all.iter().filter_map(place).min();
        let (own, number) = (place(&self.whom.is(key)), self.whom.is(key).1);
        let own = own.unwrap_or_default() << 16 | u64::from(number);
        (own, family.unwrap_or_default())
    }
}
