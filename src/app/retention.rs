//! `retention`: after how long a closed case is to be forgotten, what has passed its period, and the two warnings before a
//! person forgets it. Nothing is ever forgotten by itself.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};

use crate::app::error::AppError;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{ReasonPeriod, Retained, Retention, RetentionPeriods};
use crate::app::write::Inside;
use crate::base::id::CaseId;
use crate::domain::code::CaseEnd;
use crate::domain::event::{Entry, Event, RetentionSet, RetentionWarned};
use crate::store::Reader;

/// How many days lie between the first and the second warning, and between the second and the end.
const APART: u64 = 30;

impl Session<'_> {
    /// Says after how many months a closed case is to be forgotten: those closed for one reason, or all others.
    ///
    /// # Errors
    /// The store.
    pub fn set_retention(
        &mut self,
        reason: Option<CaseEnd>,
        months: Option<u32>,
    ) -> Result<RetentionPeriods, AppError> {
        self.inside(|now| {
            let set = RetentionSet { reason, months };
            let payload = now.payload(Entry::RetentionSet(set));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(Periods::of(&now.tx.office_events()?).shown())
        })
    }

    /// What has passed its period, the longest first.
    ///
    /// # Errors
    /// The store.
    pub fn retention(&self, as_of: Option<NaiveDate>) -> Result<Retention, AppError> {
        let day = self.day(as_of);
        let office = self.store.office_events()?;
        Ok(Retention {
            schema: "nansen.retention/1",
            as_of: day,
            items: passed(&self.store, &office, day)?,
        })
    }

    /// Writes down that people were told of what has passed its period: of one case, or of all that can be told of today.
    ///
    /// # Errors
    /// [`AppError::NotPassed`] and [`AppError::WarnedLately`] of the one case that was named.
    pub fn warn_of_retention(&mut self, case: Option<CaseId>) -> Result<Retention, AppError> {
        self.inside(|now| {
            let day = now.today();
            let office = now.tx.office_events()?;
            let all = passed(now.tx, &office, day)?;
            let items = if let Some(case) = case {
                vec![named(now, &all, case)?]
            } else {
                let mut items = all;
                items.retain(|one| one.next_warning.is_some_and(|next| next <= day));
                items
            };
            let mut told = Vec::new();
            for mut item in items {
                let case = item.id;
                let warned = Entry::RetentionWarned(RetentionWarned { case, day });
                let payload = now.payload(warned);
                now.tx.append(CaseId::OFFICE, payload)?;
                item.warned.push(day);
                item.look();
                told.push(item);
            }
            Ok(Retention {
                schema: "nansen.retention/1",
                as_of: day,
                items: told,
            })
        })
    }
}

/// The case that a person named, where it can be told of today.
fn named(now: &Inside<'_, '_>, all: &[Retained], case: CaseId) -> Result<Retained, AppError> {
    let item = all.iter().find(|one| one.id == case);
    let item = item.ok_or(AppError::NotPassed)?;
    match item.next_warning {
        Some(next) if next <= now.today() => Ok(item.clone()),
        Some(next) => Err(AppError::WarnedLately(next)),
        None => Err(AppError::WarnedTwice),
    }
}

/// How many months a closed case is kept, by reason.
#[derive(Debug, Default)]
struct Periods {
    others: Option<u32>,
    of: BTreeMap<CaseEnd, Option<u32>>,
}

impl Periods {
    fn of(office: &[Event]) -> Self {
        let mut all = Self::default();
        for event in office {
            if let Entry::RetentionSet(set) = &event.payload.entry {
                match set.reason {
                    Some(reason) => {
                        all.of.insert(reason, set.months);
                    }
                    None => all.others = set.months,
                }
            }
        }
        all
    }

    /// The first day on which a case has passed its period.
    fn end(&self, reason: CaseEnd, closed: NaiveDate) -> Option<NaiveDate> {
        let months = self.of.get(&reason).copied().unwrap_or(self.others)?;
        closed.checked_add_months(Months::new(months))
    }

    fn shown(self) -> RetentionPeriods {
        let reasons = self.of.into_iter();
        RetentionPeriods {
            schema: "nansen.retention-periods/1",
            months: self.others,
            reasons: reasons
                .map(|(reason, months)| ReasonPeriod { reason, months })
                .collect(),
        }
    }
}

/// The closed cases that have passed their period by a day. What was said of a case before it was closed for good is void.
pub(super) fn passed(
    reader: &Reader,
    office: &[Event],
    day: NaiveDate,
) -> Result<Vec<Retained>, AppError> {
    let periods = Periods::of(office);
    let mut found = Vec::new();
    if periods.others.is_none() && periods.of.is_empty() {
        return Ok(found);
    }
    reader.each_case(|id, case| -> Result<(), AppError> {
        let Some((reason, closed)) = case.closed else {
            return Ok(());
        };
        let Some(end) = periods
            .end(reason, closed.latest())
            .filter(|end| *end <= day)
        else {
            return Ok(());
        };
        let since = closed_at(&reader.events(id)?);
        let warned = office.iter().filter(|event| event.lamport > since);
        let warned = warned.filter_map(|event| match &event.payload.entry {
            Entry::RetentionWarned(warned) if warned.case == id => Some(warned.day),
            _ => None,
        });
        let mut item = Retained {
            id,
            case: number_of(&case),
            callsign: callsign_of(&case),
            reason,
            closed,
            passed: end,
            warned: warned.filter(|on| *on <= day).collect(),
            next_warning: None,
            forget_from: None,
        };
        item.look();
        found.push(item);
        Ok(())
    })?;
    found.sort_by(|a, b| (a.passed, &a.case).cmp(&(b.passed, &b.case)));
    Ok(found)
}

/// The place in the history at which a case was last closed.
fn closed_at(events: &[Event]) -> u64 {
    let closed = events
        .iter()
        .rev()
        .find(|event| match &event.payload.entry {
            Entry::CaseClosed(_) => true,
            Entry::EntryCorrected(correction) => matches!(*correction.entry, Entry::CaseClosed(_)),
            _ => false,
        });
    closed.map_or(0, |event| event.lamport)
}

impl Retained {
    /// What comes next: a warning, or a person who forgets it.
    fn look(&mut self) {
        let after = |day: NaiveDate| day.checked_add_days(Days::new(APART)).unwrap_or(day);
        (self.next_warning, self.forget_from) = match self.warned.as_slice() {
            [] => (Some(self.passed), None),
            [first] => (Some(after(*first)), None),
            [.., last] => (None, Some(after(*last))),
        };
    }
}
