//! Calendar dates with the certainty with which they are known: a day, a month, a year or a range.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date as somebody knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String")
)]
pub enum PartialDate {
    /// One day.
    Day(NaiveDate),
    /// Some day of a month; holds its first day.
    Month(NaiveDate),
    /// Some day of a year; holds its first day.
    Year(NaiveDate),
    /// Somewhere between two days, both included.
    Range(NaiveDate, NaiveDate),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadDate {
    /// `03/04/2021` is April or March, depending on the reader.
    #[error("slashes are ambiguous in dates")]
    Slashes,
    /// No known form, or no such day.
    #[error("not a date")]
    Form,
    /// The end of a range lies before its start.
    #[error("the range ends before it begins")]
    Backwards,
}

/// How coarse a date is told outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Grain {
    /// As it is typed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl PartialDate {
    /// Reads `2021`, `2021-09`, `2021-09-13`, `13.09.2021`, `today` or `2021-09-10..2021-09-15`.
    ///
    /// # Errors
    /// [`BadDate`] says what is wrong with the text.
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, BadDate> {
        let text = text.trim();
        if text == "today" {
            return Ok(Self::Day(today));
        }
        if text.contains('/') {
            return Err(BadDate::Slashes);
        }
        if let Some((from, to)) = text.split_once("..") {
            let from = Self::parse(from, today)?.earliest();
            let to = Self::parse(to, today)?.latest();
            return match from.cmp(&to) {
                std::cmp::Ordering::Less => Ok(Self::Range(from, to)),
                std::cmp::Ordering::Equal => Ok(Self::Day(from)),
                std::cmp::Ordering::Greater => Err(BadDate::Backwards),
            };
        }
        let parts: Vec<&str> = text.split(['-', '.']).collect();
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        let year = |part: &str| digits(part, 4).and_then(|y| i32::try_from(y).ok());
        let dashed = !text.contains('.');
        let found = match parts.as_slice() {
            [y] => year(y)
                .and_then(|y| NaiveDate::from_ymd_opt(y, 1, 1))
                .map(Self::Year),
            [y, m] if dashed => year(y)
                .zip(digits(m, 2))
                .and_then(|(y, m)| NaiveDate::from_ymd_opt(y, m, 1))
                .map(Self::Month),
            [y, m, d] if dashed => ymd(year(y), digits(m, 2), digits(d, 2)),
            [d, m, y] if !text.contains('-') => ymd(year(y), digits(m, 2), digits(d, 2)),
            _ => None,
        };
        found.ok_or(BadDate::Form)
    }

    /// The first day it can have been.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Day(d) | Self::Month(d) | Self::Year(d) | Self::Range(d, _) => d,
        }
    }

    /// The last day it can have been.
    pub fn latest(self) -> NaiveDate {
        let last = |d: NaiveDate, months| {
            d.checked_add_months(Months::new(months))
                .and_then(|next| next.checked_sub_days(Days::new(1)))
                .unwrap_or(NaiveDate::MAX)
        };
        match self {
            Self::Day(d) | Self::Range(_, d) => d,
            Self::Month(d) => last(d, 1),
            Self::Year(d) => last(d, 12),
        }
    }

    /// Of two days known of the same thing the better known one: what lies within the other makes it more
    /// exact; where they contradict each other the earlier.
    #[must_use]
    pub fn sharpened(self, other: Self) -> Self {
        let within = |inner: Self, outer: Self| {
            outer.earliest() <= inner.earliest() && inner.latest() <= outer.latest()
        };
        if within(self, other) {
            self
        } else if within(other, self) || other.earliest() < self.earliest() {
            other
        } else {
            self
        }
    }

    /// By its first possible day; of two with the same one the more exact comes first.
    pub fn early(self) -> (NaiveDate, NaiveDate) {
        (self.earliest(), self.latest())
    }

    /// No finer than a grain.
    #[must_use]
    pub fn coarsened(self, grain: Grain) -> Self {
        let first = |day: NaiveDate, month: u32| {
            NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
        };
        let month = |day: NaiveDate| Self::Month(first(day, day.month()));
        let year = |day: NaiveDate| Self::Year(first(day, 1));
        let (from, to) = (self.earliest(), self.latest());
        let same_year = from.year() == to.year();
        match grain {
            Grain::Month if same_year && from.month() == to.month() => month(from),
            _ if same_year => year(from),
            // Over the turn of a year: whole years, from the first to the last.
            _ => Self::Range(year(from).earliest(), year(to).latest()),
        }
    }

    /// The day, where it is known exactly.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(d) => Some(d),
            Self::Month(_) | Self::Year(_) | Self::Range(..) => None,
        }
    }
}

fn ymd(y: Option<i32>, m: Option<u32>, d: Option<u32>) -> Option<PartialDate> {
    NaiveDate::from_ymd_opt(y?, m?, d?).map(PartialDate::Day)
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl fmt::Display for PartialDate {
    /// The form in which it is stored, and read again by [`FromStr`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(d) => write!(f, "{d}"),
            Self::Month(d) => write!(f, "{:04}-{:02}", d.year(), d.month()),
            Self::Year(d) => write!(f, "{:04}", d.year()),
            Self::Range(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;

    /// As [`PartialDate::parse`], without `today`.
    fn from_str(text: &str) -> Result<Self, BadDate> {
        if text.contains("today") {
            return Err(BadDate::Form);
        }
        Self::parse(text, NaiveDate::MIN)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<PartialDate, BadDate> {
        PartialDate::parse(text, NaiveDate::from_ymd_opt(2026, 3, 1).unwrap())
    }

    #[test]
    fn reads_the_forms_of_the_contract() {
        for (text, printed) in [
            ("2021", "2021"),
            ("2021-09", "2021-09"),
            ("2021-09-13", "2021-09-13"),
            ("13.09.2021", "2021-09-13"),
            ("today", "2026-03-01"),
            ("2021-09-10..2021-09-15", "2021-09-10..2021-09-15"),
            ("2021-09-10..2021-09-10", "2021-09-10"),
        ] {
            assert_eq!(read(text).unwrap().to_string(), printed);
        }
    }

    #[test]
    fn refuses_what_could_be_read_twice() {
        assert_eq!(read("03/04/2021"), Err(BadDate::Slashes));
        assert_eq!(read("2021-09-15..2021-09-10"), Err(BadDate::Backwards));
        for text in [
            "",
            "21-9-1",
            "2021-02-30",
            "2021.09.13",
            "13-09-2021",
            "9.2021",
            "soon",
        ] {
            assert_eq!(read(text), Err(BadDate::Form), "{text}");
        }
    }

    #[test]
    fn a_day_makes_a_month_more_exact() {
        let sharpened = |a, b| {
            let (a, b) = (read(a).unwrap(), read(b).unwrap());
            assert_eq!(a.sharpened(b), b.sharpened(a));
            a.sharpened(b).to_string()
        };
        assert_eq!(sharpened("2026-10", "2026-10-29"), "2026-10-29");
        assert_eq!(sharpened("2026", "2026-10"), "2026-10");
        assert_eq!(sharpened("2026-10", "2026-11-03"), "2026-10");
        assert_eq!(sharpened("2026-10-29", "2026-10-05"), "2026-10-05");
    }

    #[test]
    fn is_told_no_finer_than_wished() {
        let coarse = |text, grain| read(text).unwrap().coarsened(grain).to_string();
        for (text, month, year) in [
            ("2021-09-13", "2021-09", "2021"),
            ("2021-09", "2021-09", "2021"),
            ("2021", "2021", "2021"),
            ("2021-09-10..2021-09-15", "2021-09", "2021"),
            ("2021-08-30..2021-09-15", "2021", "2021"),
            (
                "2021-12-30..2022-01-02",
                "2021-01-01..2022-12-31",
                "2021-01-01..2022-12-31",
            ),
        ] {
            assert_eq!(coarse(text, Grain::Month), month);
            assert_eq!(coarse(text, Grain::Year), year);
        }
    }

    #[test]
    fn knows_its_bounds() {
        let month = read("2024-02").unwrap();
        assert_eq!(
            month.latest(),
            NaiveDate::from_ymd_opt(2024, 2, 29).unwrap()
        );
        assert_eq!(
            read("2021").unwrap().latest(),
            NaiveDate::from_ymd_opt(2021, 12, 31).unwrap()
        );
        assert_eq!(month.day(), None);
    }
}
