//! `link`: that two cases belong together, or that a person of one is a person of another.

use crate::app::act::{enter, enter_for};
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
    /// A case, or a person, cannot be linked to itself, nor twice in the same way; nobody of such a number.
    pub fn link(&mut self, case: CaseId, tie: &Tie) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            let (one, other) = (now.case(case)?, now.case(tie.to)?);
            if tie.kind == LinkKind::SamePerson {
                return link_person(now, one, other, tie);
            }
            if tie.person.or(tie.to_person).is_some() {
                return Err(objection(&one, Objection::OfTheCase));
            }
            if case == tie.to {
                return Err(AppError::SameCase);
            }
            if one.links.contains(&(tie.to, tie.kind)) {
                return Err(objection(&one, Objection::Twice));
            }
            let linked = |to| {
                Entry::CaseLinked(CaseLinked {
                    to,
                    link: tie.kind,
                    to_person: None,
                    import_ref: None,
                })
            };
            enter(now, other, linked(case))?;
            enter(now, one, linked(tie.to))
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

/// Says who of a case is who of another, in both; within one case it is said once.
pub(super) fn link_person(
    now: &mut Inside<'_, '_>,
    one: Case,
    other: Case,
    tie: &Tie,
) -> Result<Written, AppError> {
    let same = SamePerson {
        person: named(&one, tie.person)?,
        to: other.id,
        to_person: named(&other, tie.to_person)?,
    };
    if one.id == same.to && same.person == same.to_person {
        return Err(AppError::SameCase);
    }
    if one.same_persons().any(|known| known == same) {
        return Err(objection(&one, Objection::Twice));
    }
    let case = one.id;
    let linked = |to, to_person| {
        Entry::CaseLinked(CaseLinked {
            to,
            link: LinkKind::SamePerson,
            to_person: Some(to_person),
            import_ref: None,
        })
    };
    if same.to != case {
        let half = linked(case, same.person);
        enter_for(now, other, same.to_person, half, None)?;
    }
    let half = linked(same.to, same.to_person);
    enter_for(now, one, same.person, half, None)
}
