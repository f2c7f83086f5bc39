//! Days on which nothing can be filed: holidays by rule, days moved by decree, weekends.

mod days;
mod easter;
mod year;

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;

use crate::rules::book::Book;
use crate::rules::model::MonthDay;

pub(super) use days::{Closed, Days};

/// The closed days of a country, with those of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// For people.
    pub name: String,
    /// Closed weekdays.
    #[serde(default = "saturday_and_sunday")]
    pub weekend: Vec<Weekday>,
    /// Parts with holidays of their own (ISO 3166-2); empty where there are none.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Other names of parts, and which part they mean.
    #[serde(default)]
    pub aliases: std::collections::BTreeMap<String, String>,
    /// The years whose list is complete; absent: every year follows from the law.
    #[serde(default)]
    pub known: Option<Known>,
    /// Where it was read.
    pub source: String,
    /// What it leaves out, and why that is safe.
    #[serde(default)]
    pub notes: Option<String>,
    /// It adds to the table that a library gives, and takes from it.
    #[serde(default)]
    pub extends: Option<Base>,
    /// Days of that table that are open.
    #[serde(default)]
    pub not: Vec<Not>,
    /// The holidays.
    #[serde(default)]
    pub holiday: Vec<Holiday>,
    /// Days off moved by decree.
    #[serde(default)]
    pub moved: Vec<Moved>,
}

/// What a hand-kept calendar builds on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// The table of the same name under `generated/`.
    Generated,
}

/// The first and the last year whose list is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// First year.
    pub from: i32,
    /// Last year.
    pub until: i32,
}

/// One holiday, or a row of them; one of `on`, `easter`, `orthodox_easter`, `nth`, `before` and `dates` says when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// For people.
    pub name: String,
    /// The same day every year.
    #[serde(default)]
    pub on: Option<MonthDay>,
    /// With `on`: to this day.
    #[serde(default)]
    pub to: Option<MonthDay>,
    /// Days after the Western Easter Sunday.
    #[serde(default)]
    pub easter: Option<i64>,
    /// Days after the Orthodox Easter Sunday.
    #[serde(default)]
    pub orthodox_easter: Option<i64>,
    /// The n-th such weekday of a month.
    #[serde(default)]
    pub nth: Option<Nth>,
    /// The last such weekday before a day.
    #[serde(default)]
    pub before: Option<Before>,
    /// Single days.
    #[serde(default)]
    pub dates: Vec<NaiveDate>,
    /// Only in these parts.
    #[serde(default)]
    pub regions: Vec<String>,
    /// First year.
    #[serde(default)]
    pub from: Option<i32>,
    /// Last year.
    #[serde(default)]
    pub until: Option<i32>,
    /// Not in these years.
    #[serde(default)]
    pub not_in: Vec<i32>,
    /// Where it falls on a weekend, the next working day is closed too.
    #[serde(default)]
    pub substitute: bool,
    /// Its day is reckoned, not announced: it never moves a deadline later.
    #[serde(default)]
    pub estimated: bool,
}

/// Days of a library's table on which things can be filed all the same.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Not {
    /// Single days.
    #[serde(default)]
    pub dates: Vec<NaiveDate>,
    /// All from this day on.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Only the holiday of this name.
    #[serde(default)]
    pub name: Option<String>,
    /// Where it is written.
    pub source: String,
}

/// The n-th weekday of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nth {
    /// 1 is the first; -1 the last.
    pub n: i8,
    /// Which weekday.
    pub weekday: Weekday,
    /// 1 to 12.
    pub month: u32,
}

/// The last weekday before a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Which weekday.
    pub weekday: Weekday,
    /// Strictly before this day.
    pub day: MonthDay,
}

/// Days off of one year moved by a decree.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// The year.
    pub year: i32,
    /// `[from, to]`: `to` is closed; `from` is a working day, or a holiday that then has no substitute.
    pub days: Vec<(NaiveDate, NaiveDate)>,
    /// The decree, or where its days were read.
    pub source: String,
}

impl Calendar {
    /// The part of the country that a text names, where this calendar knows it.
    pub fn region(&self, text: &str) -> Option<&str> {
        let text = self.aliases.get(text).map_or(text, String::as_str);
        self.regions.iter().map(String::as_str).find(|r| *r == text)
    }

    /// What is kept by hand, laid over the table that a library gives.
    pub(super) fn over(self, table: &Self) -> Self {
        let open = |holiday: &Holiday, day: &NaiveDate| {
            self.not.iter().any(|not| {
                not.name.as_ref().is_none_or(|name| *name == holiday.name)
                    && (not.dates.contains(day) || not.from.is_some_and(|from| *day >= from))
            })
        };
        let mut holiday = table.holiday.clone();
        for known in &mut holiday {
            let dates = std::mem::take(&mut known.dates);
            known.dates = dates.into_iter().filter(|day| !open(known, day)).collect();
        }
        holiday.extend(self.holiday);
        let regions = if self.regions.is_empty() {
            table.regions.clone()
        } else {
            self.regions
        };
        let mut moved = table.moved.clone();
        moved.extend(self.moved);
        let mut aliases = table.aliases.clone();
        aliases.extend(self.aliases);
        Self {
            holiday,
            regions,
            moved,
            aliases,
            weekend: table.weekend.clone(),
            known: self.known.or(table.known),
            ..self
        }
    }

    /// Whether the list of a year is complete.
    pub fn knows(&self, year: i32) -> bool {
        self.known
            .is_none_or(|k| (k.from..=k.until).contains(&year))
    }
}

fn saturday_and_sunday() -> Vec<Weekday> {
    vec![Weekday::Sat, Weekday::Sun]
}

/// The first working day after a day, by the calendar of a jurisdiction; Saturday and Sunday are
/// closed where the jurisdiction is not known.
pub fn next_working_day(
    book: &Book,
    jurisdiction: &str,
    region: Option<&str>,
    after: NaiveDate,
) -> NaiveDate {
    let calendar = book.calendar(jurisdiction);
    Days::new(calendar, region, &[], None)
        .open_after(after)
        .unwrap_or(after)
}

/// Whether a day is closed under a jurisdiction, or may be in some part of it.
pub fn may_be_closed(book: &Book, jurisdiction: &str, day: NaiveDate) -> bool {
    let mut days = Days::new(book.calendar(jurisdiction), None, &[], None);
    days.backwards(true);
    days.closed(day).is_some()
}

/// The day itself where it is open under a jurisdiction, else the last open one before it. A day that may be closed is.
pub fn open_until(book: &Book, jurisdiction: &str, day: NaiveDate) -> NaiveDate {
    let mut days = Days::new(book.calendar(jurisdiction), None, &[], None);
    days.backwards(true);
    if days.closed(day).is_none() {
        return day;
    }
    days.open_before(day).unwrap_or(day)
}
