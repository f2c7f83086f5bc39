//! `deadline second-person`: whether another member must check the day of a new deadline, and approve of small numbers.

use crate::app::error::AppError;
use crate::app::session::{Session, members};
use crate::app::view::{self, SecondPerson};
use crate::base::id::{CaseId, StoreId};
use crate::domain::code::DeadlineState;
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Event, SecondPersonSet};

/// With fewer members the second person is too often the first, and everything would stay unconfirmed.
const FEWEST: usize = 3;

impl Session<'_> {
    /// Says whether the day of a deadline that is entered from now on must be checked by another member. Where it holds it ends
    /// when two members say so.
    ///
    /// # Errors
    /// The store.
    pub fn set_second_person(&mut self, on: bool) -> Result<SecondPerson, AppError> {
        self.inside(|now| {
            let payload = now.payload(Entry::SecondPersonSet(SecondPersonSet { on }));
            now.tx.append(CaseId::OFFICE, payload)?;
            let office = now.tx.office_events()?;
            let holds = Second::of(now.tx.id(), &office);
            Ok(SecondPerson {
                schema: "nansen.second-person/1",
                on,
                members: people(now.tx.id(), &office),
                holds: if on {
                    holds.since.is_some()
                } else {
                    holds.is_wanted
                },
            })
        })
    }

    /// Who must check what, as it holds now.
    pub(super) fn second(&self) -> Result<Second, AppError> {
        Ok(Second::of(self.store.id(), &self.store.office_events()?))
    }
}

/// From which place in the history on deadlines must be checked by another member; nowhere where nobody asked for that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Second {
    since: Option<u64>,
    is_wanted: bool,
}

impl Second {
    pub(super) fn of(store: StoreId, office: &[Event]) -> Self {
        let (mut since, mut is_ended) = (None, false);
        let mut wants_an_end = None;
        for (at, event) in office.iter().enumerate() {
            let Entry::SecondPersonSet(set) = &event.payload.entry else {
                continue;
            };
            let by = Some(&event.payload.by);
            let is_enough = || people(store, office.get(..at).unwrap_or(office)) >= FEWEST;
            if set.on {
                // Said twice it holds from the first time on.
                (since, is_ended, wants_an_end) = (since.or(Some(event.lamport)), false, None);
            } else if wants_an_end.is_some_and(|other| Some(other) != by) || !is_enough() {
                (since, is_ended, wants_an_end) = (None, true, None);
            } else {
                // One alone could end what is to keep one alone from deciding.
                wants_an_end = by;
            }
        }
        let is_enough = people(store, office) >= FEWEST;
        Self {
            since: since.filter(|_| is_enough),
            is_wanted: is_enough && !is_ended,
        }
    }

    /// Whether small numbers leave only with a second pair of eyes: where there is one, unless the office ended that.
    pub(super) const fn is_wanted(self) -> bool {
        self.is_wanted
    }

    /// Whether a deadline waits for another member than who entered it.
    pub(super) fn is_awaited(self, deadline: &Deadline) -> bool {
        let entered_since = self.since.is_some_and(|since| deadline.entered_at > since);
        entered_since && deadline.is_ours() && deadline.lacks_second()
    }

    /// Shows it as unconfirmed until then.
    pub(super) fn mark(self, deadline: &Deadline, shown: &mut view::Deadline) {
        let stands = matches!(shown.state, DeadlineState::Open | DeadlineState::Extended);
        if stands && self.is_awaited(deadline) {
            shown.state = DeadlineState::Unconfirmed;
            shown.awaits_second = Some(deadline.entered_by.clone());
        }
    }
}

fn people(store: StoreId, office: &[Event]) -> usize {
    let members = members(store, office);
    members.iter().filter(|one| !one.member.card).count()
}
