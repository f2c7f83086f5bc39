//! `stats threshold`: fewer than how many persons are small in what leaves this store.

use super::release::REASON;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view::Threshold;
use crate::base::id::CaseId;
use crate::disclosure::protect::Wish;
use crate::domain::event::{Entry, Event, ThresholdSet};
use crate::store::Reader;

impl Session<'_> {
    /// What holds, and who said so.
    ///
    /// # Errors
    /// The store.
    pub fn threshold(&self) -> Result<Threshold, AppError> {
        shown(&self.store)
    }

    /// Says what is to hold from now on. A release may ask for more at any time, for less only with a reason.
    ///
    /// # Errors
    /// [`AppError::NoReasonForLess`] and [`AppError::ShortReason`] where it is less than what holds; the store.
    pub fn set_threshold(
        &mut self,
        persons: i64,
        because: Option<String>,
    ) -> Result<Threshold, AppError> {
        self.inside(|now| {
            let holds = of(&now.tx.office_events()?);
            if persons < holds {
                with_a_reason(because.as_deref(), holds)?;
            }
            let set = ThresholdSet { persons, because };
            let payload = now.payload(Entry::ThresholdSet(set));
            now.tx.append(CaseId::OFFICE, payload)?;
            shown(now.tx)
        })
    }
}

/// What goes below what holds is said why.
pub(super) fn with_a_reason(because: Option<&str>, holds: i64) -> Result<(), AppError> {
    match because {
        None => Err(AppError::NoReasonForLess(holds)),
        Some(reason) if reason.chars().count() < REASON => Err(AppError::ShortReason),
        Some(_) => Ok(()),
    }
}

/// What holds by the history of the office.
pub(super) fn of(office: &[Event]) -> i64 {
    latest(office).map_or(Wish::USUAL, |(_, set)| set.persons)
}

fn latest(office: &[Event]) -> Option<(&Event, &ThresholdSet)> {
    let mut newest = office.iter().rev();
    newest.find_map(|event| match &event.payload.entry {
        Entry::ThresholdSet(set) => Some((event, set)),
        _ => None,
    })
}

fn shown(reader: &Reader) -> Result<Threshold, AppError> {
    let office = reader.office_events()?;
    let said = latest(&office);
    Ok(Threshold {
        schema: "nansen.stats-threshold/1",
        threshold: of(&office),
        at: said.map(|(event, _)| event.payload.at),
        member: said.map(|(event, _)| event.payload.by.clone()),
        because: said.and_then(|(_, set)| set.because.clone()),
    })
}
