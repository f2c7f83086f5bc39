//! `deadline second-person`: whether another member must check the day of a new deadline.

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
    /// Says whether the day of a deadline that is entered from now on must be checked by another member.
    ///
    /// # Errors
    /// The store.
    pub fn set_second_person(&mut self, on: bool) -> Result<SecondPerson, AppError> {
        self.inside(|now| {
            let payload = now.payload(Entry::SecondPersonSet(SecondPersonSet { on }));
            now.tx.append(CaseId::OFFICE, payload)?;
            let people = people(now.tx.id(), &now.tx.office_events()?);
            Ok(SecondPerson {
                schema: "nansen.second-person/1",
                on,
                members: people,
                holds: on && people >= FEWEST,
            })
        })
    }

    /// Who must check what, as it holds now.
    pub(super) fn second(&self) -> Result<Second, AppError> {
        Ok(Second::of(self.store.id(), &self.store.office_events()?))
    }
}

/// From which place in the history on deadlines must be checked by another member; nowhere where that is off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Second {
    since: Option<u64>,
}

impl Second {
    pub(super) fn of(store: StoreId, office: &[Event]) -> Self {
        let mut since = None;
        for event in office {
            if let Entry::SecondPersonSet(set) = &event.payload.entry {
                // Said twice it holds from the first time on.
                since = set.on.then(|| since.unwrap_or(event.lamport));
            }
        }
        Self {
            since: since.filter(|_| people(store, office) >= FEWEST),
        }
    }

    /// Whether the office wants a second pair of eyes, and has one.
    pub(super) const fn is_wanted(self) -> bool {
        self.since.is_some()
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
