//! Days, months and ranges in words.

use chrono::{Datelike as _, NaiveDate};

use super::Locale;
use crate::base::date::PartialDate;

impl Locale {
    /// A day with its weekday: `Wed 13 Oct 2021`.
    pub fn day(&self, day: NaiveDate) -> String {
        let weekday = self.text(weekday(day));
        self.say(
            "day-full",
            &[("weekday", &weekday), ("day", &self.date(day))],
        )
    }

    /// A day without its weekday: `13 Oct 2021`.
    pub fn date(&self, day: NaiveDate) -> String {
        let month = self.text(month(day));
        // As a text: a year is no quantity, to be grouped into thousands.
        let (number, year) = (i64::from(day.day()), day.year().to_string());
        self.say(
            "day-date",
            &[("day", &number), ("month", &month), ("year", &year)],
        )
    }

    /// A date as far as it is known: `13 Oct 2021`, `Oct 2021`, `2021`, `10 Sep 2021 to 15 Sep 2021`.
    pub fn partial(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.date(day),
            PartialDate::Month(day) => {
                // Some languages call a month without a day by another form.
                let alone = format!("month-alone-{}", day.month());
                let month = (self.find(&alone, &[])).unwrap_or_else(|| self.text(month(day)));
                let year = day.year().to_string();
                self.say("day-month", &[("month", &month), ("year", &year)])
            }
            PartialDate::Year(day) => day.year().to_string(),
            PartialDate::Range(from, to) => self.say(
                "day-range",
                &[("from", &self.date(from)), ("to", &self.date(to))],
            ),
        }
    }

    /// How far away a day is: `today`, `in 12 days`, `3 days ago`.
    pub fn distance(&self, days: i64) -> String {
        match days {
            0 => self.text("day-today"),
            1 => self.text("day-tomorrow"),
            2.. => self.say("day-in", &[("count", &days)]),
            _ => self.say("day-ago", &[("count", &days.saturating_neg())]),
        }
    }

    /// How far away a deadline is: `today`, `in 12 days`, `3 days overdue`.
    pub fn days_left(&self, days: i64) -> String {
        if days < 0 {
            self.say("day-overdue", &[("count", &days.saturating_neg())])
        } else {
            self.distance(days)
        }
    }
}

fn weekday(day: NaiveDate) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match day.weekday() {
        Mon => "weekday-mon",
        Tue => "weekday-tue",
        Wed => "weekday-wed",
        Thu => "weekday-thu",
        Fri => "weekday-fri",
        Sat => "weekday-sat",
        Sun => "weekday-sun",
    }
}

fn month(day: NaiveDate) -> &'static str {
    match day.month() {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    }
}
