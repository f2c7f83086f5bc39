//! Who is whom among the persons of all cases, as links say it: the check of what left knows a person who moved to another case,
//! or was recorded twice.

use std::collections::{BTreeMap, BTreeSet};

use super::anew::anew;
use super::ledger::Earlier;
use super::past::{Found, Past};
use crate::app::error::AppError;
use crate::app::session::number_of;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::same::Key;
pub(super) use crate::domain::same::Whom;

impl Whom {
    /// Of whom it is, or which case, whichever number they had when it was counted.
    pub(super) fn of_thing(&self, one: &Found) -> Key {
        if one.is_a_case() {
            (self.case(one.case), 0)
        } else {
            self.is((one.case, one.person))
        }
    }

    /// Whether the same people are in the same cells, in whichever cases they stand by now.
    pub(super) fn are_same(&self, one: &[Found], other: &[Found]) -> bool {
        let who = |all: &[Found]| {
            let who = all.iter();
            let who = who.map(|found| (self.of_thing(found), found.key.clone()));
            let mut who: Vec<(Key, Vec<String>)> = who.collect();
            who.sort_unstable();
            who
        };
        one.len() == other.len() && who(one) == who(other)
    }
}

impl Past {
    /// Who is whom by what is known now, whenever they were counted: by what links say, and those who were recorded anew.
    pub(super) fn whom(&self, earlier: &[Earlier]) -> Whom {
        let now = self.now();
        Whom::of(&now, &anew(self, earlier, &Whom::among(&now)))
    }

    /// Refuses where somebody whom an earlier table counted is counted in another case now, and nothing says in which: beside
    /// that table they would be taken for one who left and another who came.
    ///
    /// # Errors
    /// [`AppError::CountedElsewhere`] with all of them.
    pub(super) fn all_followed(&self, earlier: &[Earlier], whom: &Whom) -> Result<(), AppError> {
        let lost = self.lost(earlier, whom);
        if lost.is_empty() {
            Ok(())
        } else {
            Err(AppError::CountedElsewhere(lost))
        }
    }

    /// Who was counted in an earlier table, is counted elsewhere now, and nobody said where: the number of the case, and theirs.
    pub(super) fn lost(&self, earlier: &[Earlier], whom: &Whom) -> Vec<(String, u16)> {
        let counted: BTreeSet<Key> = earlier.iter().flat_map(told_of).collect();
        let cases = self.now();
        let events = self.events();
        let by_id: BTreeMap<CaseId, &Case> = cases.iter().map(|case| (case.id, case)).collect();
        let known = |(of, number): Key| {
            let case = by_id.get(&of)?;
            Some((*case, case.person(number)?))
        };
        let is_counted = |key: Key| {
            // What became of the people of an erased case nobody can say any more.
            let is_erased = events.get(&key.0).is_none_or(|events| events.is_empty());
            let stands = known(key);
            is_erased
                || stands.is_some_and(|(case, person)| !case.is_duplicate() && person.is_counted())
        };
        let lost = counted.into_iter().filter_map(|key| {
            let (case, _) = known(key)?;
            let is_lost = !whom.all_of(key).into_iter().any(is_counted);
            is_lost.then(|| (number_of(case), key.1))
        });
        lost.collect()
    }
}

/// Whom a table counted, or told of.
pub(super) fn told_of(table: &Earlier) -> BTreeSet<Key> {
    let each = table.found.iter().flat_map(|one| {
        let others = one.holders.iter().chain(&one.persons);
        others
            .chain([&one.person])
            .map(|person| (one.case, *person))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::same::SamePerson;

    fn case(id: u8, same: &[(u16, u8, u16)]) -> Case {
        let mut case = Case::fold(CaseId([id; 16]), &[], None);
        let same = same.iter().map(|(person, to, to_person)| SamePerson {
            person: *person,
            to: CaseId([*to; 16]),
            to_person: *to_person,
        });
        case.same = same.collect();
        case
    }

    fn key(case: u8, person: u16) -> Key {
        (CaseId([case; 16]), person)
    }

    #[test]
    fn whoever_is_the_same_by_one_link_or_several_has_one_who_stands_for_all() {
        // Said on one side alone, in any order, round in a ring, and twice in one case.
        let cases = [
            case(9, &[(1, 4, 2)]),
            case(4, &[(2, 1, 3), (5, 4, 6)]),
            case(7, &[(1, 9, 1)]),
            case(1, &[(3, 7, 1)]),
            case(2, &[(1, 3, 1)]),
        ];
        for cases in [cases.to_vec(), cases.iter().rev().cloned().collect()] {
            let whom = Whom::among(&cases);
            for (of, person) in [(9, 1), (4, 2), (7, 1), (1, 3)] {
                assert_eq!(whom.is(key(of, person)), key(1, 3), "{of} {person}");
            }
            assert_eq!(whom.is(key(4, 6)), key(4, 5));
            assert_eq!(whom.is(key(3, 1)), key(2, 1));
            // Others of the same cases are themselves.
            for (of, person) in [(4, 1), (1, 1), (9, 2)] {
                assert_eq!(whom.is(key(of, person)), key(of, person));
            }
        }
    }

    #[test]
    fn who_moved_is_in_the_same_cell_as_before() {
        let whom = Whom::among(&[case(4, &[(2, 1, 1)])]);
        let found = |case, person, value: &str| Found {
            case: CaseId([case; 16]),
            source: 0,
            who: 0,
            person,
            key: vec![value.to_owned()],
            holders: Vec::new(),
            persons: Vec::new(),
            days: None,
        };
        let before = [found(4, 1, "f"), found(4, 2, "m")];
        assert!(whom.are_same(&before, &[found(1, 1, "m"), found(4, 1, "f")]));
        assert!(!whom.are_same(&before, &[found(1, 1, "f"), found(4, 1, "m")]));
        assert!(!whom.are_same(&before, &[found(1, 2, "m"), found(4, 1, "f")]));
        assert!(!whom.are_same(&before, &before[..1]));
    }
}
