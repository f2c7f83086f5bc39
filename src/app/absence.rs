//! `absence`: who is away, and who sees to their cases meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::{Session, members};
use crate::app::view::{Absence, Absences};
use crate::base::id::{CaseId, StoreId};
use crate::domain::event::{AbsenceSet, Alias, Entry, Event};

impl Session<'_> {
    /// Says that a member is away from a day to a day, and who sees to it. For the same first day it stands in the place of
    /// what was said before.
    ///
    /// # Errors
    /// No such member, the same member, or an end before the beginning.
    pub fn set_absence(&mut self, absence: AbsenceSet) -> Result<Absences, AppError> {
        if absence.until < absence.from {
            return Err(AppError::EndsBefore);
        }
        self.inside(|now| {
            find::member(now.tx, &absence.member)?;
            if let Some(to) = &absence.to {
                find::member(now.tx, to)?;
                if *to == absence.member {
                    return Err(AppError::OwnDeputy);
                }
            }
            let payload = now.payload(Entry::AbsenceSet(absence));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(listed(now.tx.id(), &now.tx.office_events()?, now.today()))
        })
    }

    /// Calls an absence off.
    ///
    /// # Errors
    /// None of this member begins on that day.
    pub fn cancel_absence(&mut self, member: &str, from: NaiveDate) -> Result<Absences, AppError> {
        self.inside(|now| {
            let all = standing(&now.tx.office_events()?);
            let known = all
                .into_iter()
                .find(|one| one.member == member && one.from == from);
            let known = known.ok_or(AppError::NoAbsence)?;
            let payload = now.payload(Entry::AbsenceSet(AbsenceSet { to: None, ..known }));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(listed(now.tx.id(), &now.tx.office_events()?, now.today()))
        })
    }

    /// Who is away, and will be.
    ///
    /// # Errors
    /// The store.
    pub fn absences(&self) -> Result<Absences, AppError> {
        Ok(listed(
            self.store.id(),
            &self.store.office_events()?,
            self.today(),
        ))
    }
}

/// For whom a member stands in on a day, and until when; also where they were to stand in for somebody else who is away.
pub(super) fn stands_in(
    office: &[Event],
    deputy: &str,
    day: NaiveDate,
) -> BTreeMap<Alias, NaiveDate> {
    let away: Vec<AbsenceSet> = standing(office)
        .into_iter()
        .filter(|one| one.from <= day && day <= one.until)
        .collect();
    let mut found = BTreeMap::new();
    let mut waiting = BTreeSet::from([deputy.to_owned()]);
    while let Some(to) = waiting.pop_first() {
        for one in away.iter().filter(|one| one.to.as_ref() == Some(&to)) {
            if one.member != deputy && !found.contains_key(&one.member) {
                found.insert(one.member.clone(), one.until);
                waiting.insert(one.member.clone());
            }
        }
    }
    found
}

/// Whose cases nobody would see to at some time from a day on, were a member gone.
pub(super) fn left_alone(
    store: StoreId,
    office: &[Event],
    gone: &str,
    day: NaiveDate,
) -> BTreeSet<Alias> {
    let mut there = there(store, office);
    there.remove(gone);
    let all = standing(office);
    let alone = all.iter().filter(|one| {
        there.contains(&one.member)
            && one.until >= day
            && nobody_from(&all, &there, one, day).is_some()
    });
    alone.map(|one| one.member.clone()).collect()
}

/// Who has a key now.
fn there(store: StoreId, office: &[Event]) -> BTreeSet<Alias> {
    let all = members(store, office).into_iter();
    all.map(|joined| joined.member.alias).collect()
}

/// The first day of an absence, not before another, on which nobody who is there sees to the cases: whoever is named is gone, or
/// away with nobody else at the end of the row.
fn nobody_from(
    all: &[AbsenceSet],
    there: &BTreeSet<Alias>,
    of: &AbsenceSet,
    day: NaiveDate,
) -> Option<NaiveDate> {
    let within = |on: &NaiveDate| of.from.max(day) <= *on && *on <= of.until;
    // Nothing changes in between.
    let turns = all
        .iter()
        .flat_map(|one| [Some(one.from), one.until.succ_opt()])
        .flatten();
    let turns: BTreeSet<NaiveDate> = turns.chain([of.from.max(day)]).filter(within).collect();
    turns.into_iter().find(|on| {
        let mut passed = BTreeSet::new();
        let mut who = &of.member;
        loop {
            let mut away = all.iter().filter(|one| one.from <= *on && *on <= one.until);
            let Some(one) = away.find(|one| one.member == *who) else {
                return !there.contains(who);
            };
            let Some(to) = one.to.as_ref().filter(|_| passed.insert(who.clone())) else {
                return true;
            };
            who = to;
        }
    })
}

/// The absences that nobody called off, in the order of recording.
fn standing(office: &[Event]) -> Vec<AbsenceSet> {
    let mut all: Vec<AbsenceSet> = Vec::new();
    for event in office {
        if let Entry::AbsenceSet(set) = &event.payload.entry {
            all.retain(|one| one.member != set.member || one.from != set.from);
            if set.to.is_some() {
                all.push(set.clone());
            }
        }
    }
    all
}

/// Who is away or will be, the soonest first.
pub(super) fn listed(store: StoreId, office: &[Event], today: NaiveDate) -> Absences {
    let (all, there) = (standing(office), there(store, office));
    let still = all
        .iter()
        .filter(|one| one.until >= today && there.contains(&one.member));
    let mut items: Vec<Absence> = still
        .map(|one| Absence {
            member: one.member.clone(),
            from: one.from,
            until: one.until,
            to: one.to.clone().unwrap_or_default(),
            nobody_from: nobody_from(&all, &there, one, today),
        })
        .collect();
    items.sort_by(|a, b| (a.from, &a.member).cmp(&(b.from, &b.member)));
    Absences {
        schema: "nansen.absences/1",
        items,
    }
}
