//! Who stands in several cases, or twice in one: what links say of persons.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::CaseId;
use crate::domain::application::{Application, Decision};
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

    /// Takes up what happened to a person in the case that they left for this one. An application that stands in both, of one
    /// kind and day, is one: that of which more is recorded.
    pub fn take_up(&mut self, person: u16, from: &Self, there: u16) {
        let (mut own, mut all): (Vec<Application>, Vec<Application>) =
            std::mem::take(&mut self.applications)
                .into_iter()
                .partition(|one| one.person == person);
        let theirs = from.applications.iter().filter(|one| one.person == there);
        for one in theirs {
            let one = Application {
                person,
                ..one.clone()
            };
            // Each stands for one of theirs at most.
            let same = own.iter().position(|known| known.is_again(&one));
            let known = same.map(|at| own.remove(at));
            all.push(match known {
                Some(known) if known.told() >= one.told() => known,
                _ => one,
            });
        }
        all.append(&mut own);
        self.applications = all;
        // The latest is that of the latest day; one without a day is as late as it was recorded.
        let day = |one: &Application| {
            let lodged = one.lodged().map(PartialDate::earliest);
            lodged.unwrap_or(NaiveDate::MAX)
        };
        self.applications.sort_by_key(day);
        for (number, one) in (1..).zip(&mut self.applications) {
            one.number = number;
        }
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

impl Application {
    /// Whether it is the same as another that is recorded elsewhere: of one kind and day, and neither was lodged after the other
    /// was decided.
    fn is_again(&self, other: &Self) -> bool {
        let comes_after = |one: &Self, other: &Self| {
            let lodged = one.lodged().map(PartialDate::earliest);
            let mut decided = other.decisions.iter().filter_map(Decision::day);
            lodged.is_some_and(|lodged| decided.any(|day| day.latest() < lodged))
        };
        self.data.kind == other.data.kind
            && self.data.jurisdiction == other.data.jurisdiction
            && may_be_one(self.lodged(), other.lodged())
            && !comes_after(self, other)
            && !comes_after(other, self)
    }

    /// How much is recorded of it: how many decisions and remedies, and whether its day is known.
    fn told(&self) -> (usize, bool) {
        let appeals = self.appeals.iter();
        let appeals: usize = appeals.map(|one| 1 + one.decisions.len()).sum();
        let is_a_day = |day: PartialDate| day.earliest() == day.latest();
        (
            self.decisions.len() + appeals,
            self.lodged().is_some_and(is_a_day),
        )
    }
}

/// Whether two days can be one: the less exact may hold the other.
fn may_be_one(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    match one.zip(other) {
        Some((one, other)) => one.earliest() <= other.latest() && other.earliest() <= one.latest(),
        None => one.is_none() && other.is_none(),
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
        let edges: Vec<(Key, Key)> = linked.chain(anew.iter().copied()).collect();
        whom.cases = stand_ins(&by_id, &edges);
        for (one, other) in edges {
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

/// Of each case that was recorded twice, or taken back and recorded anew, the one that stands for it: that of most of its persons, and
/// of the first of them. Whoever has left it stands for nobody there.
fn stand_ins(cases: &BTreeMap<CaseId, &Case>, edges: &[(Key, Key)]) -> BTreeMap<CaseId, CaseId> {
    let mut others: BTreeMap<CaseId, BTreeMap<CaseId, BTreeSet<u16>>> = BTreeMap::new();
    let mirrored = edges.iter().map(|(one, other)| (*other, *one));
    for (one, other) in edges.iter().copied().chain(mirrored) {
        let case = cases.get(&one.0);
        let is_twice = case.is_none_or(|case| case.is_duplicate());
        let has_them = case.is_none_or(|case| {
            let person = case.person(one.1);
            person.is_some_and(Person::is_counted)
        });
        if one.0 != other.0 && is_twice && has_them {
            let of = others.entry(one.0).or_default();
            of.entry(other.0).or_default().insert(one.1);
        }
    }
    let mut found: BTreeMap<CaseId, CaseId> = BTreeMap::new();
    for (case, of) in others {
        let best = of
            .into_iter()
            .max_by_key(|(_, who)| (who.len(), Reverse(who.first().copied())));
        let Some((to, _)) = best else { continue };
        let mut last = to;
        while let Some(next) = found.get(&last) {
            last = *next;
        }
        // Of two that stand for one another one does.
        if last != case {
            found.insert(case, to);
        }
    }
    found
}
