//! The persons of a case: who they are, whose an entry is, what each agreed to.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::{Answer, LeaveReason, PersonRole, Purpose, Relation, Sex};
use crate::domain::event::{CaseOpened, ConsentSaid, Entry, Event, PersonAdded};

/// The number of the person that a case was opened for.
pub const FIRST: u16 = 1;

/// One person of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The number within the case, never given twice.
    pub number: u16,
    /// What the person is in the procedure.
    pub role: PersonRole,
    /// What the person is to the first one.
    pub relation: Option<Relation>,
    /// Sex as recorded.
    pub sex: Sex,
    /// Year of birth.
    pub born: Option<i32>,
    /// Country of origin: their own, or that of the case.
    pub origin: String,
    /// Since when the person belongs to the case, where that is known.
    pub since: Option<PartialDate>,
    /// The event that brought the person in.
    pub added_by: EventId,
    /// Why and when the person left the file.
    pub left: Option<(LeaveReason, PartialDate)>,
    /// The answers that hold, by purpose; nobody asked where there is none.
    pub consents: Vec<Consent>,
}

/// An answer that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// To what.
    pub purpose: Purpose,
    /// The answer.
    pub answer: Answer,
    /// When it was given.
    pub date: PartialDate,
}

impl Consent {
    /// The day by which it goes: where days do not tell which was first, a no holds.
    fn place(&self) -> NaiveDate {
        if self.answer.is_no() {
            self.date.latest()
        } else {
            self.date.earliest()
        }
    }
}

/// The answer about a purpose of somebody who stands in several places: the last that was given in any of them.
pub fn answer_of_all<'a>(places: impl Iterator<Item = &'a Person>, purpose: Purpose) -> Answer {
    let said = places.flat_map(|person| &person.consents);
    let last = said
        .filter(|consent| consent.purpose == purpose)
        .max_by_key(|consent| (consent.place(), consent.answer.is_no()));
    last.map_or(Answer::NotAsked, |consent| consent.answer)
}

impl Person {
    /// The person that a case was opened for.
    pub(super) fn first(opened: &CaseOpened, by: EventId) -> Self {
        Self {
            number: FIRST,
            role: opened.role.unwrap_or(PersonRole::Applicant),
            relation: None,
            sex: opened.sex,
            born: opened.born,
            origin: opened.origin.clone(),
            since: None,
            added_by: by,
            left: None,
            consents: Vec::new(),
        }
    }

    /// A further person; `origin` is that of the case.
    pub(super) fn further(added: &PersonAdded, number: u16, by: EventId, origin: &str) -> Self {
        Self {
            number,
            role: added.role,
            relation: added.relation,
            sex: added.sex,
            born: added.born,
            origin: added.origin.as_deref().unwrap_or(origin).to_owned(),
            since: added.date,
            added_by: by,
            left: None,
            consents: Vec::new(),
        }
    }

    /// What the person answered about a purpose.
    pub fn answer(&self, purpose: Purpose) -> Answer {
        let mut all = self.consents.iter();
        let known = all.find(|consent| consent.purpose == purpose);
        known.map_or(Answer::NotAsked, |consent| consent.answer)
    }

    /// Whether the person is counted in this case, and in no other.
    pub fn is_counted(&self) -> bool {
        !self
            .left
            .is_some_and(|(reason, _)| reason.is_counted_elsewhere())
    }

    /// Takes an answer in the place of an earlier one. Where the days do not tell which was first, a no holds.
    pub(super) fn answered(&mut self, said: &ConsentSaid) {
        let fresh = Consent {
            purpose: said.kind,
            answer: said.answer,
            date: said.date,
        };
        let mut all = self.consents.iter_mut();
        match all.find(|known| known.purpose == said.kind) {
            Some(known) if known.place() > fresh.place() => {}
            Some(known) => *known = fresh,
            None => self.consents.push(fresh),
        }
        self.consents.sort_by_key(|consent| consent.purpose);
    }
}

impl Case {
    /// Whether it holds more than the person it was opened for, those included who left.
    pub fn has_several(&self) -> bool {
        self.people.len() > 1
    }

    /// The person of this number.
    pub fn person(&self, number: u16) -> Option<&Person> {
        self.people.iter().find(|person| person.number == number)
    }

    /// Those who have not left.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.left.is_none())
    }

    /// Whose the entry is that began with this event: a decision is that of its application, whoever it was written for.
    pub fn person_of(&self, id: EventId) -> Option<u16> {
        if let Some(named) = self.named(id) {
            return Some(named.matter().person());
        }
        let mut happenings = self.happenings.iter();
        let happening = happenings.find(|one| one.id == id);
        let happening = happening.map(|one| one.person);
        let review = || self.reviews.iter().find(|one| one.id == id);
        let review = || review().and_then(|one| self.person_of(one.data.on));
        happening
            .or_else(review)
            .or_else(|| self.care.person_of(id))
    }

    /// Whose an entry is that says it is that of `said`.
    pub fn whose(&self, entry: &Entry, said: u16) -> u16 {
        let on = match entry {
            Entry::DeadlineComputed(computed) => Some(computed.trigger),
            entry => entry.on(),
        };
        on.and_then(|on| self.person_of(on)).unwrap_or(said)
    }

    /// The case as it is for one of its persons: what belongs to the others is left out, and it is their own origin, sex
    /// and year of birth that it shows. What must not look at others' entries looks at this.
    pub fn only(&self, person: u16) -> Cow<'_, Self> {
        if !self.has_several() {
            return Cow::Borrowed(self);
        }
        let mut case = self.clone();
        case.applications.retain(|one| one.person == person);
        case.measures.retain(|one| one.person == person);
        case.reviews
            .retain(|one| self.person_of(one.id) == Some(person));
        case.happenings.retain(|one| one.person == person);
        case.deadlines.retain(|one| one.person == person);
        case.care.keep(person);
        case.fields.retain(|one| one.person == person);
        let own = |on: Option<EventId>, said: u16| {
            on.and_then(|on| self.person_of(on)).unwrap_or(said) == person
        };
        case.filings.retain(|one| own(one.data.on, one.person));
        case.facts.retain(|one| own(one.data.on, one.person));
        if let (Some(opened), Some(person)) = (&mut case.opened, self.person(person)) {
            opened.origin.clone_from(&person.origin);
            opened.sex = person.sex;
            opened.born = person.born;
        }
        Cow::Owned(case)
    }

    /// Why an entry cannot follow, as an entry of one person.
    pub fn objections_of(&self, person: u16, entry: &Entry) -> Vec<Objection> {
        let mut found = self.seen_by(person, entry).objections(entry);
        found.extend(self.persons_objections(person, entry));
        found
    }

    /// As [`Self::objections_of`], of a fresh entry.
    pub fn fresh_objections_of(&self, person: u16, entry: &Entry) -> Vec<Objection> {
        let mut found = self.seen_by(person, entry).fresh_objections(entry);
        found.extend(self.persons_objections(person, entry));
        found
    }

    /// The case by which an entry is judged: the person's own, or the whole where it is the case's.
    fn seen_by(&self, person: u16, entry: &Entry) -> Cow<'_, Self> {
        if entry.is_of_the_case() {
            Cow::Borrowed(self)
        } else {
            self.only(person)
        }
    }

    fn persons_objections(&self, person: u16, entry: &Entry) -> Vec<Objection> {
        let mut found = Vec::new();
        if entry.is_of_the_case() {
            return found;
        }
        let Some(known) = self.person(person) else {
            if !matches!(entry, Entry::CaseOpened(_) | Entry::PersonAdded(_)) {
                found.push(Objection::NoPerson);
            }
            return found;
        };
        let after = matches!(
            entry,
            Entry::ConsentSaid(_)
                | Entry::Reappeared(_)
                | Entry::NoteTaken(_)
                | Entry::CaseLinked(_)
        );
        match entry {
            Entry::PersonAdded(_) => {}
            Entry::PersonLeft(_) if !self.has_several() => found.push(Objection::OnlyPerson),
            Entry::PersonLeft(_) if known.left.is_some() => found.push(Objection::Twice),
            Entry::PersonLeft(left) => {
                let since = known.since;
                if let Some(since) = since.filter(|day| left.date.latest() < day.earliest()) {
                    found.push(Objection::TooEarly {
                        field: "date",
                        date: left.date,
                        after: since,
                    });
                }
            }
            _ if known.left.is_some() && !after => found.push(Objection::PersonLeft),
            _ => {}
        }
        found
    }
}

/// The number of the next person who is added: none that any event bears, or ever bore.
pub fn next_number(events: &[Event]) -> u16 {
    let greatest = events.iter().map(|event| event.payload.person).max();
    greatest.unwrap_or(FIRST).max(FIRST).saturating_add(1)
}
