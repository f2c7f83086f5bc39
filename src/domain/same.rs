//! Who stands in several cases, or twice in one: what links say of persons.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::id::CaseId;
use crate::domain::application::Application;
use crate::domain::case::{Case, Lived};
use crate::domain::code::{LinkKind, Sex};
use crate::domain::event::CaseLinked;
use crate::domain::person::{FIRST, Person};

/// One of the persons of a case, and who of a case is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SamePerson {
    /// Who, by the number in this case.
    pub person: u16,
    /// In which case the same person stands: another, or this one where somebody was recorded twice.
    pub to: CaseId,
    /// The number there.
    pub to_person: u16,
}

impl Case {
    /// Who of its persons is whom elsewhere. A link of an older program named no persons: it is of the first of either case.
    pub fn same_persons(&self) -> impl Iterator<Item = SamePerson> {
        let whole = self.links.iter();
        let whole = whole.filter(|(_, link)| *link == LinkKind::SamePerson);
        let whole = whole.map(|(to, _)| SamePerson {
            person: FIRST,
            to: *to,
            to_person: FIRST,
        });
        whole.chain(self.same.iter().copied())
    }

    /// Whether a link says who one of its persons is in another case.
    pub fn is_known_elsewhere(&self, person: u16) -> bool {
        let mut all = self.same_persons();
        all.any(|same| same.person == person && same.to != self.id)
    }

    /// Takes up what happened to a person in the case that they left for this one, before what is recorded of them here. An
    /// application that stands in both is one.
    pub fn take_up(&mut self, person: u16, from: &Self, there: u16) {
        let known =
            |one: &Application| (one.data.kind, one.data.jurisdiction.clone(), one.lodged());
        let own = self.applications.iter().filter(|one| one.person == person);
        let own: Vec<_> = own.map(known).collect();
        let theirs = from.applications.iter().filter(|one| one.person == there);
        let theirs = theirs.filter(|one| !own.contains(&known(one))).cloned();
        let mut all: Vec<Application> = theirs.map(|one| Application { person, ..one }).collect();
        all.append(&mut self.applications);
        for (number, one) in (1..).zip(&mut all) {
            one.number = number;
        }
        self.applications = all;
        self.order_applications();
        let fields = from
            .fields
            .iter()
            .filter(|one| one.person == there)
            .cloned();
        let mut fields: Vec<_> = fields.map(|one| Lived { person, ..one }).collect();
        fields.append(&mut self.fields);
        self.fields = fields;
    }

    /// Takes up a link, said of one of its persons.
    pub(super) fn put_link(&mut self, person: u16, link: &CaseLinked) {
        let same = link.link == LinkKind::SamePerson;
        let Some(to_person) = link.to_person.filter(|_| same) else {
            self.links.retain(|(to, _)| *to != link.to);
            self.links.push((link.to, link.link));
            return;
        };
        let to = link.to;
        self.same.push(SamePerson {
            person,
            to,
            to_person,
        });
        // Of one case both are told.
        if to == self.id {
            self.same.push(SamePerson {
                person: to_person,
                to,
                to_person: person,
            });
        }
    }
}

impl Person {
    /// By what a person is known not to be another: a sex or a year of birth that both have, and not the same.
    pub fn differs_from(&self, other: &Self) -> Option<&'static str> {
        let is_known = |sex| sex != Sex::Unknown;
        if self.sex != other.sex && is_known(self.sex) && is_known(other.sex) {
            return Some("sex");
        }
        let born = self.born.zip(other.born);
        born.and_then(|(own, its)| (own != its).then_some("born"))
    }
}

/// A person of a case.
pub type Key = (CaseId, u16);

/// Of whoever stands in several places, one that stands for all of them, and all of them.
#[derive(Debug, Default)]
pub struct Whom {
    first: BTreeMap<Key, Key>,
    all: BTreeMap<Key, Vec<Key>>,
    /// Of a case that was recorded twice, in which other.
    cases: BTreeMap<CaseId, CaseId>,
}

impl Whom {
    /// By what links of these cases say, on whichever side, and what follows from several of them.
    pub fn among(cases: &[Case]) -> Self {
        Self::of(cases, &[])
    }

    /// As [`Self::among`], and of these pairs as well, of which the first was taken back.
    pub fn of(cases: &[Case], anew: &[(Key, Key)]) -> Self {
        let mut whom = Self::default();
        let by_id: BTreeMap<CaseId, &Case> = cases.iter().map(|case| (case.id, case)).collect();
        let linked = cases.iter().flat_map(|case| {
            let same = case.same_persons();
            same.map(|same| ((case.id, same.person), (same.to, same.to_person)))
        });
        let is_twice = |of| by_id.get(&of).is_none_or(|case| case.is_duplicate());
        for (one, other) in linked.chain(anew.iter().copied()) {
            for (case, to) in [(one.0, other.0), (other.0, one.0)] {
                // One that stands for the other by now stands for it no less.
                if is_twice(case) && !whom.cases.contains_key(&case) && whom.case(to) != case {
                    whom.cases.insert(case, to);
                }
            }
            let (one, other) = (whom.is(one), whom.is(other));
            if one != other {
                whom.first.insert(one.max(other), one.min(other));
            }
        }
        for key in whom.first.keys() {
            let first = whom.is(*key);
            whom.all
                .entry(first)
                .or_insert_with(|| vec![first])
                .push(*key);
        }
        whom
    }

    /// Which case stands for one that was recorded twice, or taken back and recorded anew; itself for any other.
    pub fn case(&self, mut of: CaseId) -> CaseId {
        while let Some(to) = self.cases.get(&of) {
            of = *to;
        }
        of
    }

    /// Who stands for a person: themselves where no link says more.
    pub fn is(&self, mut key: Key) -> Key {
        while let Some(first) = self.first.get(&key) {
            key = *first;
        }
        key
    }

    /// Whoever stands in several places, in all of theirs.
    pub fn classes(&self) -> impl Iterator<Item = &[Key]> {
        self.all.values().map(Vec::as_slice)
    }

    /// Everybody who is the same as a person, themselves among them.
    pub fn all_of(&self, key: Key) -> Vec<Key> {
        let first = self.is(key);
        self.all.get(&first).cloned().unwrap_or_else(|| vec![first])
    }
}
