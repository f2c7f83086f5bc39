//! `stats threshold`: fewer than how many persons are small in what leaves this store.

use super::release::long_enough;
use crate::app::error::AppError;
use crate::app::second::Second;
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

    /// Says what is to hold from now on. A release may ask for more at any time, for less only with a reason, and where the office
    /// wants a second pair of eyes only with another member.
    ///
    /// # Errors
    /// [`AppError::NoReasonForLess`] and [`AppError::ShortReason`] where it is less than what holds;
    /// [`AppError::SecondWanted`] where another member must approve, [`AppError::NoProposal`] and [`AppError::OwnProposal`]
    /// where nothing of another's waits; the store.
    pub fn set_threshold(
        &mut self,
        persons: i64,
        because: Option<String>,
        how: How,
    ) -> Result<Threshold, AppError> {
        self.inside(|now| {
            let office = now.tx.office_events()?;
            let holds = of(&office);
            let is_less = persons < holds;
            if is_less || how == How::Approved {
                with_a_reason(because.as_deref(), holds)?;
            }
            let waits = is_less && Second::of(now.tx.id(), &office).is_wanted();
            let mut set = ThresholdSet {
                persons,
                because,
                proposed: false,
                proposed_by: None,
                approved: None,
            };
            match how {
                How::Said if waits => return Err(AppError::SecondWanted),
                How::Said => {}
                How::Proposed if waits => set.proposed = true,
                How::Proposed => return Err(AppError::NothingDecided),
                How::Approved => {
                    let (event, proposed) = waiting(&office).ok_or(AppError::NoProposal)?;
                    if proposed.persons != persons {
                        return Err(AppError::NoProposal);
                    }
                    if event.payload.by == *now.me {
                        return Err(AppError::OwnProposal);
                    }
                    set.proposed_by = Some(event.payload.by.clone());
                    set.approved = set.because.take();
                    set.because.clone_from(&proposed.because);
                }
            }
            let payload = now.payload(Entry::ThresholdSet(set));
            now.tx.append(CaseId::OFFICE, payload)?;
            shown(now.tx)
        })
    }
}

/// How a threshold is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By one member, to hold at once.
    Said,
    /// For another member, who approves.
    Proposed,
    /// As another member proposed it.
    Approved,
}

/// What waits for another member: what was proposed last, where nothing was said since.
fn waiting(office: &[Event]) -> Option<(&Event, &ThresholdSet)> {
    all(office).next().filter(|(_, set)| set.proposed)
}

/// What goes below what holds is said why.
pub(super) fn with_a_reason(because: Option<&str>, holds: i64) -> Result<(), AppError> {
    match because {
        None => Err(AppError::NoReasonForLess(holds)),
        Some(reason) => long_enough(reason),
    }
}

/// What holds by the history of the office.
pub(super) fn of(office: &[Event]) -> i64 {
    latest(office).map_or(Wish::USUAL, |(_, set)| set.persons)
}

fn latest(office: &[Event]) -> Option<(&Event, &ThresholdSet)> {
    all(office).find(|(_, set)| !set.proposed)
}

/// All that was said and proposed, the newest first.
fn all(office: &[Event]) -> impl Iterator<Item = (&Event, &ThresholdSet)> {
    let newest = office.iter().rev();
    newest.filter_map(|event| match &event.payload.entry {
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
        proposed_by: said.and_then(|(_, set)| set.proposed_by.clone()),
        approved: said.and_then(|(_, set)| set.approved.clone()),
        waits: waiting(&office).map(|(_, set)| set.persons),
    })
}
