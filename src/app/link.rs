//! `link`: that two cases belong together, or that a person of one is a person of another.

use crate::app::act::enter_for;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::Recorded;
use crate::app::whose::{named, objection};
use crate::app::write::{Inside, Written};
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::LinkKind;
use crate::domain::event::{CaseLinked, Entry};
use crate::domain::person::FIRST;
use crate::domain::same::SamePerson;

/// What a case is linked to.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// The other case.
    pub to: CaseId,
    /// How they belong together.
    pub kind: LinkKind,
    /// Of the same person: who of the case, where it holds several.
    pub person: Option<u16>,
    /// And who of the other.
    pub to_person: Option<u16>,
}

impl Session<'_> {
    /// Says that two cases belong together; both show it. Of the same person it may be one case, in which somebody was recorded
    /// twice.
    ///
    /// # Errors
    /// A case, or a person, cannot be linked to itself, nor twice in the same way, nor to a person of another sex or year of
    /// birth; nobody of such a number.
    pub fn link(&mut self, case: CaseId, tie: &Tie) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let (one, other) = (now.case(case)?, now.case(tie.to)?);
            enter_link(now, one, other, tie)
        })?;
        Ok(self.recorded(&written))
    }

    /// Whether a link says who a person of a case is in another.
    ///
    /// # Errors
    /// The store's.
    pub fn is_known_elsewhere(&self, case: CaseId, person: u16) -> Result<bool, AppError> {
        Ok(self.store.case(case)?.is_known_elsewhere(person))
    }
}

/// Says in both cases what one is to the other, or who of the one is who of the other; within one case it is said once.
pub(super) fn enter_link(
    now: &mut Inside<'_, '_>,
    one: Case,
    other: Case,
    tie: &Tie,
) -> Result<Written, AppError> {
    let persons = if tie.kind == LinkKind::SamePerson {
        (named(&one, tie.person)?, named(&other, tie.to_person)?)
    } else if tie.person.or(tie.to_person).is_some() {
        return Err(objection(&one, Objection::OfTheCase));
    } else {
        (FIRST, FIRST)
    };
    if one.id == other.id && persons.0 == persons.1 {
        return Err(AppError::SameCase);
    }
    let halves = halves(&one, &other, tie.kind, persons);
    let (own, half) = halves.map_err(|found| objection(&one, found))?;
    if let Some((person, linked)) = half {
        enter_for(now, other, person, Entry::CaseLinked(linked), None)?;
    }
    let (person, linked) = own;
    enter_for(now, one, person, Entry::CaseLinked(linked), None)
}

/// One of the two entries of a link: whose it is, and what it says.
pub(super) type Half = (u16, CaseLinked);

/// What is written in a case and, unless that is the same one, in the other.
///
/// # Errors
/// It stands there already; or they are known not to be one person.
pub(super) fn halves(
    one: &Case,
    other: &Case,
    link: LinkKind,
    (person, to_person): (u16, u16),
) -> Result<(Half, Option<Half>), Objection> {
    let is_same = link == LinkKind::SamePerson;
    let same = SamePerson {
        person,
        to: other.id,
        to_person,
    };
    let stands = if is_same {
        one.same_persons().any(|known| known == same)
    } else {
        one.links.contains(&(other.id, link))
    };
    if stands {
        return Err(Objection::Twice);
    }
    let both = one.person(person).zip(other.person(to_person));
    let both = both.filter(|_| is_same);
    if let Some(field) = both.and_then(|(own, its)| own.differs_from(its)) {
        return Err(Objection::NotOnePerson(field));
    }
    let half = |person, to: &Case, to_person| {
        let linked = CaseLinked {
            to: to.id,
            link,
            to_person: is_same.then_some(to_person),
            import_ref: None,
        };
        (person, linked)
    };
    let mirrored = (one.id != other.id).then(|| half(to_person, one, person));
    Ok((half(person, other, to_person), mirrored))
}
