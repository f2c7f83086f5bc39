//! Which version of an entry lives: corrections and retractions resolved, nothing forgotten.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::{EntryState, HappeningKind};
use crate::domain::event::{Entry, Event};

/// An entry with all its versions.
#[derive(Debug, Clone)]
pub struct Item<'a> {
    /// Its first event: the id by which others refer to it.
    pub root: &'a Event,
    /// The event whose version holds: the root itself, or a correction.
    pub version: &'a Event,
    /// What holds.
    pub entry: &'a Entry,
    /// More than one version lives: two people corrected it without seeing each other.
    pub contested: bool,
}

impl Item<'_> {
    /// Whose it is, by its own word.
    pub const fn person(&self) -> u16 {
        self.version.payload.person
    }
}

/// The history of one case, resolved.
#[derive(Debug)]
pub struct History<'a> {
    /// Every event, in the order of the fold.
    pub events: &'a [Event],
    /// The state of each.
    pub states: BTreeMap<EventId, EntryState>,
    /// The living entries, by the order of their first events.
    pub items: Vec<Item<'a>>,
}

impl<'a> History<'a> {
    /// Resolves events that stand in the order of the fold. With `as_of`, only what had happened by
    /// that day, by what is known now.
    pub fn resolve(events: &'a [Event], as_of: Option<NaiveDate>) -> Self {
        let retracted = retracted(events);
        let mut versions: BTreeMap<EventId, Vec<&Event>> = BTreeMap::new();
        let mut replaced: BTreeSet<EventId> = BTreeSet::new();
        let mut replaces: BTreeMap<EventId, &[EventId]> = BTreeMap::new();
        for event in events {
            if let Entry::EntryCorrected(correction) = &event.payload.entry {
                replaces.insert(event.id, &correction.replaces);
                if !retracted.contains(&event.id) {
                    replaced.extend(&correction.replaces);
                    versions.entry(correction.root).or_default().push(event);
                }
            }
        }
        // A correction stands in the place of all that its predecessors replaced, also of those taken back.
        let mut left: Vec<EventId> = replaced.iter().copied().collect();
        while let Some(before) = left.pop() {
            for id in replaces.get(&before).copied().unwrap_or_default() {
                if replaced.insert(*id) {
                    left.push(*id);
                }
            }
        }
        let mut states = BTreeMap::new();
        let mut items = Vec::new();
        for event in events {
            let root = match &event.payload.entry {
                Entry::EntryCorrected(correction) => correction.root,
                _ => event.id,
            };
            let state = if retracted.contains(&event.id) || retracted.contains(&root) {
                EntryState::Retracted
            } else if replaced.contains(&event.id) {
                EntryState::Replaced
            } else {
                EntryState::Live
            };
            states.insert(event.id, state);
            let is_root = !matches!(
                event.payload.entry,
                Entry::EntryCorrected(_) | Entry::EntryRetracted(_)
            );
            if is_root && !retracted.contains(&event.id) {
                items.extend(living(event, versions.get(&event.id), &replaced));
            }
        }
        if let Some(day) = as_of {
            // What the office did with the case (opening, assigning, linking) is what is known now.
            items.retain(|item| {
                matches!(item.entry, Entry::CaseOpened(_))
                    || begun(item.root, item.entry).is_none_or(|begun| begun <= day)
            });
        }
        Self {
            events,
            states,
            items,
        }
    }

    /// The living entry that this event began.
    pub fn item(&self, root: EventId) -> Option<&Item<'a>> {
        self.items.iter().find(|item| item.root.id == root)
    }
}

/// The version that holds: the last living correction, or the root.
fn living<'a>(
    root: &'a Event,
    corrections: Option<&Vec<&'a Event>>,
    replaced: &BTreeSet<EventId>,
) -> Option<Item<'a>> {
    let mut alive: Vec<(&Event, &Entry)> = Vec::new();
    if !replaced.contains(&root.id) {
        alive.push((root, &root.payload.entry));
    }
    for &event in corrections.into_iter().flatten() {
        if let Entry::EntryCorrected(correction) = &event.payload.entry
            && !replaced.contains(&event.id)
        {
            alive.push((event, &correction.entry));
        }
    }
    let contested = alive.len() > 1;
    alive.pop().map(|(version, entry)| Item {
        root,
        version,
        entry,
        contested,
    })
}

/// The events that were taken back, and not restored by taking back the retraction.
fn retracted(events: &[Event]) -> BTreeSet<EventId> {
    // A retraction can only name an earlier event, so the last word comes first.
    let mut gone = BTreeSet::new();
    for event in events.iter().rev() {
        if let Entry::EntryRetracted(retraction) = &event.payload.entry
            && !gone.contains(&event.id)
        {
            gone.insert(retraction.target);
        }
    }
    gone
}

/// The first day on which an entry has its effect: that of its earliest date, or of its recording where it tells of
/// something that lies ahead. (Of an import too: what was known of the future then is not said.)
pub fn begun(root: &Event, entry: &Entry) -> Option<NaiveDate> {
    let day = happened(entry)?.earliest();
    let ahead = match entry {
        Entry::EntryCorrected(correction) => return begun(root, &correction.entry),
        Entry::Happened(happening) => matches!(
            happening.what,
            HappeningKind::Removal | HappeningKind::Hearing | HappeningKind::Interview
        ),
        // The day on which a decision comes into force.
        Entry::DecisionServed(_) => true,
        _ => false,
    };
    // The moment is kept in UTC, and west of it the day is still the one before.
    let recorded = root.payload.at - TimeDelta::hours(12);
    Some(if ahead {
        day.min(recorded.date_naive())
    } else {
        day
    })
}

/// The earliest of an entry's own dates.
pub fn happened(entry: &Entry) -> Option<PartialDate> {
    let earliest = |dates: &[Option<PartialDate>]| {
        dates
            .iter()
            .flatten()
            .copied()
            .min_by_key(|date| date.earliest())
    };
    match entry {
        Entry::CaseOpened(e) => Some(e.opened),
        Entry::ApplicationLodged(e) => earliest(&[e.made, e.registered, e.lodged]),
        Entry::DecisionMade(e) => {
            let s = &e.service;
            earliest(&[
                e.decided,
                s.notified,
                s.served,
                s.received,
                s.sent,
                s.handed_over,
                s.learned,
                s.final_form,
                s.in_force,
            ])
        }
        Entry::DecisionServed(e) => {
            let s = &e.service;
            earliest(&[
                s.notified,
                s.served,
                s.received,
                s.sent,
                s.handed_over,
                s.learned,
                s.final_form,
                s.in_force,
            ])
        }
        Entry::AppealLodged(e) => earliest(&[e.act.lodged, e.act.sent, e.act.arrived]),
        Entry::PaperFiled(e) => earliest(&[e.act.lodged, e.act.sent, e.act.arrived]),
        Entry::Happened(e) => Some(e.date),
        Entry::FactLearned(e) => e.date,
        Entry::PersonAdded(e) => e.date,
        Entry::PersonLeft(e) => Some(e.date),
        Entry::ConsentSaid(e) => Some(e.date),
        Entry::NoteTaken(e) => e.date,
        Entry::CaseClosed(e) => Some(e.date),
        Entry::CaseReopened(e) => Some(e.date),
        Entry::EntryCorrected(e) => happened(&e.entry),
        Entry::DeadlineActed(e) => Some(e.date.into()),
        Entry::DeadlineTold(e) => Some(e.date.into()),
        Entry::CheckInSet(e) => Some(e.date.into()),
        Entry::CheckedIn(e) => Some(e.date),
        Entry::CheckInEnded(e) => Some(e.date),
        Entry::Disappeared(e) => Some(e.date),
        Entry::Reappeared(e) => Some(e.date),
        Entry::MandateGiven(e) => Some(e.date),
        Entry::TaskEnded(e) => Some(e.date.into()),
        Entry::Referred(e) => Some(e.date),
        Entry::ReferralAnswered(e) => Some(e.date),
        Entry::ResettlementStep(e) => Some(e.date),
        Entry::RiskWeighed(e) => Some(e.date),
        Entry::DetentionReviewed(e) => Some(e.date),
        Entry::FieldRecorded(e) => Some(e.date),
        Entry::HandedOver(e) => Some(e.made.into()),
        Entry::HandoverTaken(e) => Some(e.date.into()),
        Entry::HandoverReceipt(e) => Some(e.date.into()),
        _ => None,
    }
}
