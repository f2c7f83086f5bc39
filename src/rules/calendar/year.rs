//! The closed days of one year in one part of a country.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{Calendar, Holiday, easter};

/// What a calendar says about the days of one year, weekends apart.
#[derive(Debug, Default, Clone)]
pub(super) struct Year {
    /// Closed days and why.
    pub(super) closed: BTreeMap<NaiveDate, String>,
    /// Days that are only reckoned to be closed.
    pub(super) estimated: BTreeMap<NaiveDate, String>,
    /// Days of a weekend that a decree made working days.
    pub(super) working: BTreeSet<NaiveDate>,
}

impl Year {
    /// The year's days in a part of the country (`None`: a calendar without parts).
    pub(super) fn of(calendar: &Calendar, region: Option<&str>, year: i32) -> Self {
        let mut this = Self::default();
        let weekend = |day: NaiveDate| calendar.weekend.contains(&day.weekday());
        let known = calendar.knows(year);

        let mut substituted = Vec::new();
        // A substitute may fall into the next year.
        for y in [year - 1, year] {
            for holiday in &calendar.holiday {
                if !holiday.is_in(region) {
                    continue;
                }
                for day in holiday.days(y) {
                    if holiday.estimated {
                        this.estimated.insert(day, holiday.name.clone());
                        continue;
                    }
                    this.closed.insert(day, holiday.name.clone());
                    if holiday.substitute && weekend(day) && calendar.knows(y) {
                        substituted.push(day);
                    }
                }
            }
        }
        let moves = calendar.moved.iter().flat_map(|m| m.days.iter().copied());
        let (from, to): (Vec<_>, Vec<_>) = moves.unzip();
        substituted.sort();
        for day in substituted.into_iter().filter(|d| !from.contains(d)) {
            let free = |d: &NaiveDate| !weekend(*d) && !this.closed.contains_key(d);
            if let Some(next) = day.iter_days().skip(1).take(31).find(free) {
                let name = this.closed.get(&day).cloned().unwrap_or_default();
                this.closed
                    .insert(next, format!("in place of {day}, {name}"));
            }
        }
        if known {
            for (from, to) in from.into_iter().zip(to) {
                if !this.closed.contains_key(&from) {
                    this.working.insert(from);
                }
                this.closed
                    .entry(to)
                    .or_insert_with(|| format!("day off moved from {from}"));
            }
        }
        this.closed.retain(|day, _| day.year() == year);
        this.working.retain(|day| day.year() == year);
        this
    }
}

impl Holiday {
    fn is_in(&self, region: Option<&str>) -> bool {
        self.regions.is_empty() || region.is_some_and(|r| self.regions.iter().any(|x| x == r))
    }

    /// Its days in a year.
    fn days(&self, year: i32) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self
            .dates
            .iter()
            .copied()
            .filter(|d| d.year() == year)
            .collect();
        let off = self.from.is_some_and(|y| year < y)
            || self.until.is_some_and(|y| year > y)
            || self.not_in.contains(&year);
        if off {
            return days;
        }
        if let Some(first) = self.on.and_then(|d| d.of(year)) {
            let last = self.to.and_then(|d| d.of(year)).unwrap_or(first);
            days.extend(first.iter_days().take_while(|d| *d <= last));
        }
        days.extend(self.easter.and_then(|n| shift(easter::western(year)?, n)));
        days.extend(
            self.orthodox_easter
                .and_then(|n| shift(easter::orthodox(year)?, n)),
        );
        days.extend(
            self.nth
                .and_then(|nth| nth_weekday(year, nth.month, nth.weekday, nth.n)),
        );
        days.extend(
            self.before
                .and_then(|b| last_before(b.day.of(year)?, b.weekday)),
        );
        days
    }
}

fn shift(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(by)?)
}

fn last_before(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    (1..=7)
        .filter_map(|n| day.checked_sub_days(Days::new(n)))
        .find(|d| d.weekday() == weekday)
}

fn nth_weekday(year: i32, month: u32, weekday: Weekday, n: i8) -> Option<NaiveDate> {
    if n > 0 {
        NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(n).ok()?)
    } else {
        let (y, m) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
        let last = last_before(NaiveDate::from_ymd_opt(y, m, 1)?, weekday)?;
        shift(last, 7 * (i64::from(n) + 1))
    }
}
