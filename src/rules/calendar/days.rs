//! Asks of single days whether they are closed, and remembers what the answers rest on.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::year::Year;
use super::{Calendar, easter, saturday_and_sunday};
use crate::rules::model::MonthDay;

/// A calendar while a deadline is reckoned.
///
/// Where the part of the country is not known, a day is closed only if it is closed in every part, and a day that is only
/// reckoned is open: so no date that moves on comes out later than in any of them. Where a date moves back the same asks
/// for the opposite ([`Days::backwards`]).
pub(in crate::rules) struct Days<'b> {
    calendar: Option<&'b Calendar>,
    regions: Vec<Option<&'b str>>,
    closed: &'b [MonthDay],
    easter: &'b [i64],
    weekend: Vec<Weekday>,
    back: bool,
    years: BTreeMap<i32, Vec<Year>>,
    /// A year was asked for whose list is not complete.
    pub(in crate::rules) unknown_year: Option<i32>,
    /// A day was taken as open that is closed in some part of the country.
    pub(in crate::rules) region_matters: bool,
}

/// Why a day is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) enum Closed {
    /// A closed weekday.
    Weekend,
    /// A holiday, or a day off moved there, by name.
    Holiday(String),
    /// Closed under the convention of counting.
    Convention,
}

impl<'b> Days<'b> {
    /// A calendar in one part of the country (unknown: `None`), with what a convention adds.
    pub(in crate::rules) fn new(
        calendar: Option<&'b Calendar>,
        region: Option<&str>,
        closed: &'b [MonthDay],
        weekend: Option<&[Weekday]>,
    ) -> Self {
        let regions = match calendar {
            Some(c) if !c.regions.is_empty() => region.and_then(|r| c.region(r)).map_or_else(
                || c.regions.iter().map(|r| Some(r.as_str())).collect(),
                |r| vec![Some(r)],
            ),
            _ => vec![None],
        };
        Self {
            calendar,
            regions,
            closed,
            easter: &[],
            weekend: weekend.map_or_else(
                || calendar.map_or_else(saturday_and_sunday, |c| c.weekend.clone()),
                <[Weekday]>::to_vec,
            ),
            back: false,
            years: BTreeMap::new(),
            unknown_year: None,
            region_matters: false,
        }
    }

    /// With the days that a convention closes by their distance from the Western Easter Sunday.
    pub(in crate::rules) fn around_easter(self, easter: &'b [i64]) -> Self {
        Self { easter, ..self }
    }

    /// From now on days are asked of to move a date back: what may be closed is.
    pub(in crate::rules) const fn backwards(&mut self, back: bool) {
        self.back = back;
    }

    /// Why nothing can be filed on a day; `None`: it can.
    pub(in crate::rules) fn closed(&mut self, day: NaiveDate) -> Option<Closed> {
        let number = day.year();
        let fixed = self.fixed(day);
        if let Some(calendar) = self.calendar {
            if !calendar.knows(number) {
                self.unknown_year.get_or_insert(number);
            }
            let years = self.years.entry(number).or_insert_with(|| {
                self.regions
                    .iter()
                    .map(|r| Year::of(calendar, *r, number))
                    .collect()
            });
            let mut shut = years.iter().map(|year| {
                let reckoned = year.estimated.get(&day).filter(|_| self.back);
                year.closed.get(&day).or(reckoned)
            });
            let name = if self.back {
                shut.find_map(|name| name)
            } else {
                shut.collect::<Option<Vec<_>>>()
                    .and_then(|all| all.first().copied())
            };
            if let Some(name) = name {
                return Some(Closed::Holiday(name.clone()));
            }
            if years.iter().any(|y| y.working.contains(&day)) {
                return None;
            }
            if fixed.is_none() && years.iter().any(|y| y.closed.contains_key(&day)) {
                self.region_matters = true;
            }
        }
        fixed
    }

    /// Whether a day is closed whatever the holidays.
    fn fixed(&self, day: NaiveDate) -> Option<Closed> {
        if self.weekend.contains(&day.weekday()) {
            return Some(Closed::Weekend);
        }
        let here = MonthDay {
            month: day.month(),
            day: day.day(),
        };
        let from_easter =
            easter::western(day.year()).map(|sunday| day.signed_duration_since(sunday).num_days());
        let closed = self.closed.contains(&here)
            || from_easter.is_some_and(|days| self.easter.contains(&days));
        closed.then_some(Closed::Convention)
    }

    /// The first open day after a day.
    pub(in crate::rules) fn open_after(&mut self, day: NaiveDate) -> Option<NaiveDate> {
        // No country closes for two months; a calendar that does is a defect its test finds.
        day.iter_days()
            .skip(1)
            .take(60)
            .find(|d| self.closed(*d).is_none())
    }

    /// The last open day before a day.
    pub(in crate::rules) fn open_before(&mut self, day: NaiveDate) -> Option<NaiveDate> {
        let mut days = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).take(60);
        days.find(|d| self.closed(*d).is_none())
    }
}
