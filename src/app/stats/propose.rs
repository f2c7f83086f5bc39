//! Small numbers that two must want to show: one proposes the table, another lets it leave.

use super::ground::{Ground, Judged};
use super::groups::{Grouping, Groups};
use super::ledger::query;
use super::rates::Rate;
use super::release::{Protect, judged, long_enough, undecided, whole};
use super::{Query, terms, years};

use crate::app::consent::Counted;
use crate::app::error::{AppError, Consented};
use crate::app::second::Second;
use crate::app::session::Session;
use crate::app::view;
use crate::base::id::CaseId;
use crate::domain::event::{Alias, Entry, EntryRetracted, Event, TableProposed};

impl Ground {
    /// Whether another member must approve of the small numbers that are shown: where the office wants a second pair of eyes,
    /// and not all of those concerned agreed to be made public, or fewer persons are small than the office says.
    pub(super) fn waits_for_second(
        &self,
        query: &Query,
        protect: &Protect,
    ) -> Result<bool, AppError> {
        if !Second::of(self.store, &self.past.office).is_wanted() {
            return Ok(false);
        }
        if protect.threshold < self.threshold {
            return Ok(true);
        }
        for key in &protect.show {
            if self.agreed(query, protect, key)? != Consented::All {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Session<'_> {
    /// Judges a table with small numbers shown and keeps it for another member. Nothing leaves.
    ///
    /// # Errors
    /// As [`Session::stats_release`]; a table that shows nothing on a decision needs nobody else.
    pub fn stats_propose(
        &mut self,
        query: &Query,
        protect: &Protect,
        to: &str,
    ) -> Result<view::Table, AppError> {
        let today = self.today();
        self.inside(|now| {
            let ground = Ground::read(now.tx, today)?;
            let (judged, query) = judged(&ground, query, protect, to)?;
            let left = &judged.left;
            let proposed = TableProposed {
                number: left.number.clone(),
                to: to.to_owned(),
                purpose: left.purpose.clone(),
                asked: left.asked.clone(),
                day: left.day,
                because: left.because.clone().ok_or(AppError::NothingDecided)?,
                rates: query.rates.iter().map(|rate| rate.name.clone()).collect(),
            };
            let payload = now.payload(Entry::TableProposed(proposed));
            now.tx.append(CaseId::OFFICE, payload)?;
            let counted = Counted::of(now.tx)?;
            let mut shown = undecided(&ground, &judged, &counted, (&query, protect), to, true)?;
            shown.day = today;
            shown.proposed = true;
            shown.release = Some(judged.left.number);
            Ok(shown)
        })
    }

    /// A proposed table as it would leave, for the member who is to approve of it. Nothing does, and what it gives says so.
    ///
    /// # Errors
    /// As [`Session::stats_approve`].
    pub fn stats_approval(
        &self,
        number: &str,
        because: Option<&str>,
    ) -> Result<view::Table, AppError> {
        because.map_or(Ok(()), long_enough)?;
        let today = self.today();
        let ground = Ground::read(&self.store, today)?;
        let (judged, query) = proposed(&ground, number, &self.me)?;
        let counted = Counted::of(&self.store)?;
        let mut table = whole(&judged, &counted, &judged.left.to, &query);
        table.day = today;
        table.release = None;
        table.released_to = None;
        table.releasable = false;
        table.trial = true;
        Ok(table)
    }

    /// Lets a proposed table leave, as it comes out now.
    ///
    /// # Errors
    /// A number under which nothing waits; a proposal of one's own; a reason that says next to nothing; as
    /// [`Session::stats_release`].
    pub fn stats_approve(&mut self, number: &str, because: &str) -> Result<view::Table, AppError> {
        long_enough(because)?;
        let today = self.today();
        self.inside(|now| {
            let ground = Ground::read(now.tx, today)?;
            let (mut judged, query) = proposed(&ground, number, now.me)?;
            judged.left.approved = Some(because.to_owned());
            let payload = now.payload(Entry::TableLeft(judged.left.clone()));
            let left_on = payload.at.date_naive();
            now.tx.append(CaseId::OFFICE, payload)?;
            let mut table = whole(&judged, &Counted::of(now.tx)?, &judged.left.to, &query);
            table.day = left_on;
            Ok(table)
        })
    }

    /// Ends the waiting of a proposal, one's own or another's: nothing left, and it can be proposed anew.
    ///
    /// # Errors
    /// A number under which nothing waits; a reason that says next to nothing; the store.
    pub fn stats_decline(
        &mut self,
        number: &str,
        because: &str,
    ) -> Result<view::Declined, AppError> {
        long_enough(because)?;
        self.inside(|now| {
            let office = now.tx.office_events()?;
            let (event, _) = last_waiting(&office, number)?;
            let payload = now.payload(Entry::EntryRetracted(EntryRetracted {
                target: event.id,
                because: Some(because.to_owned()),
                anew: false,
            }));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(view::Declined {
                schema: "nansen.release-declined/1",
                release: number.to_owned(),
                proposed_by: event.payload.by.clone(),
                because: because.to_owned(),
            })
        })
    }
}

/// A proposed table as it comes out now, and its question.
fn proposed(ground: &Ground, number: &str, me: &Alias) -> Result<(Judged, Query), AppError> {
    let (by, proposed) = waiting(&ground.past.office, number, me)?;
    if proposed.asked.list.is_some() {
        return Err(AppError::NoProposal);
    }
    let (query, protect) = again(proposed);
    let (mut judged, query) = judged(ground, &query, &protect, &proposed.to)?;
    judged.left.number.clone_from(&proposed.number);
    judged.left.proposed_by = Some(by.clone());
    Ok((judged, query))
}

/// All that waits for another member, the oldest first: what left since, under its number or as the same question, waits no more,
/// nor what was declined.
pub(in crate::app) fn all_waiting(
    office: &[Event],
) -> impl Iterator<Item = (&Event, &TableProposed)> {
    office.iter().filter_map(|event| {
        let Entry::TableProposed(proposed) = &event.payload.entry else {
            return None;
        };
        let is_over = |later: &Event| match &later.payload.entry {
            Entry::TableLeft(left) => {
                left.number == proposed.number
                    || (left.asked == proposed.asked && later.lamport > event.lamport)
            }
            Entry::EntryRetracted(declined) => declined.target == event.id,
            _ => false,
        };
        (!office.iter().any(is_over)).then_some((event, proposed))
    })
}

/// What is told of it before it leaves: the question, and which cells it would show. Its numbers are the trial's to tell.
pub(super) fn shown((event, proposed): (&Event, &TableProposed)) -> view::Waiting {
    let asked = &proposed.asked;
    view::Waiting {
        release: proposed.number.clone(),
        at: event.payload.at,
        member: event.payload.by.clone(),
        to: proposed.to.clone(),
        purpose: proposed.purpose.clone(),
        unit: asked.unit.clone(),
        dimensions: asked.by.clone(),
        filters: terms::filters(&asked.filters),
        period: asked.period.map(years),
        as_of: asked.as_of.unwrap_or(proposed.day),
        threshold: asked.threshold,
        rounded: asked.rounded,
        list: asked.list.is_some(),
        show: asked.show.clone(),
        because: proposed.because.clone(),
        rates: proposed.rates.clone(),
    }
}

fn last_waiting<'a>(
    office: &'a [Event],
    number: &str,
) -> Result<(&'a Event, &'a TableProposed), AppError> {
    let found = all_waiting(office).filter(|(_, one)| one.number == number);
    found.last().ok_or(AppError::NoProposal)
}

/// What waits under a number for another member than who proposed it, and who that was.
pub(super) fn waiting<'a>(
    office: &'a [Event],
    number: &str,
    me: &Alias,
) -> Result<(&'a Alias, &'a TableProposed), AppError> {
    let (event, proposed) = last_waiting(office, number)?;
    if event.payload.by == *me {
        return Err(AppError::OwnProposal);
    }
    Ok((&event.payload.by, proposed))
}

/// The question of a proposal, with its day.
fn again(proposed: &TableProposed) -> (Query, Protect) {
    let asked = &proposed.asked;
    let rates = proposed.rates.iter().map(|name| Rate::read(name));
    let query = Query {
        as_of: Some(asked.as_of.unwrap_or(proposed.day)),
        rates: rates.filter_map(Result::ok).collect(),
        exact: false,
        ..query(asked)
    };
    let combine = asked.combined.iter();
    let groups = asked.groups.iter().map(|(name, above)| {
        let listed = above.iter().cloned().collect();
        (name.clone(), Grouping::Listed(listed))
    });
    let protect = Protect {
        threshold: asked.threshold,
        round: asked.rounded,
        combine: combine.map(|(_, codes)| codes.clone()).collect(),
        groups: Groups(groups.collect()),
        intervals: asked.intervals,
        withhold: asked.withhold.clone(),
        show: asked.show.clone(),
        because: Some(proposed.because.clone()),
        purpose: proposed.purpose.clone(),
        seconds: None,
        strict: false,
    };
    (query, protect)
}
