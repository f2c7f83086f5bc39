//! Who is whom among the persons of all cases, as links say it: the check of what left knows a person who moved to another case,
//! or was recorded twice.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Earlier;
use super::past::{Found, Past};
use crate::app::error::AppError;
use crate::app::session::number_of;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::person::Person;
use crate::domain::same::Key;
pub(super) use crate::domain::same::Whom;

impl Whom {
    /// Whether the same people are in the same cells, in whichever cases they stand by now.
    pub(super) fn are_same(&self, one: &[Found], other: &[Found]) -> bool {
        let who = |all: &[Found]| {
            let who = all.iter();
            let who = who.map(|found| (self.is((found.case, found.person)), found.key.clone()));
            let mut who: Vec<(Key, Vec<String>)> = who.collect();
            who.sort_unstable();
            who
        };
        one.len() == other.len() && who(one) == who(other)
    }
}

impl Past {
    /// Refuses where somebody whom an earlier table counted is counted in another case now, and nothing says in which: beside
    /// that table they would be taken for one who left and another who came.
    ///
    /// # Errors
    /// [`AppError::CountedElsewhere`] with all of them.
    pub(super) fn all_followed(&self, earlier: &[Earlier]) -> Result<(), AppError> {
        let lost = self.lost(earlier);
        if lost.is_empty() {
            Ok(())
        } else {
            Err(AppError::CountedElsewhere(lost))
        }
    }

    /// Who was counted in an earlier table, is counted elsewhere now, and nobody said where: the number of the case, and theirs.
    pub(super) fn lost(&self, earlier: &[Earlier]) -> Vec<(String, u16)> {
        let mut counted: BTreeMap<CaseId, BTreeSet<u16>> = BTreeMap::new();
        for one in earlier.iter().flat_map(|table| &table.found) {
            let of_case = counted.entry(one.case).or_default();
            of_case.insert(one.person);
            of_case.extend(one.holders.iter().chain(&one.persons));
        }
        let cases = self.now();
        let whom = self.whom();
        let by_id: BTreeMap<CaseId, &Case> = cases.iter().map(|case| (case.id, case)).collect();
        // What became of the people of an erased case nobody can say any more.
        let is_counted = |(of, number): Key| {
            by_id.get(&of).is_none_or(|case| {
                !case.is_duplicate() && case.person(number).is_none_or(Person::is_counted)
            })
        };
        let lost = cases.iter().flat_map(|case| {
            let persons = counted.get(&case.id).into_iter().flatten();
            let is_lost = |number: &&u16| {
                let key = (case.id, **number);
                !is_counted(key) && !whom.all_of(key).into_iter().any(is_counted)
            };
            let persons = persons.filter(is_lost);
            persons.map(|number| (number_of(case), *number))
        });
        lost.collect()
    }
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
