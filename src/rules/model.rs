//! How time is counted: periods, conventions of counting, and what changes a period.

use std::fmt;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Deserializer};

use crate::rules::facts::Case;

/// A length of time as the law states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

impl std::str::FromStr for Period {
    type Err = ();

    /// Reads the short form in which facts hold it: `10d`, `2w`, `1m`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let unit = match text.chars().next_back().ok_or(())? {
            'd' => Unit::Days,
            'w' => Unit::Weeks,
            'm' => Unit::Months,
            _ => return Err(()),
        };
        let n = text.trim_end_matches(['d', 'w', 'm']).parse();
        n.map(|n| Self { n, unit }).map_err(|_| ())
    }
}

/// What a period is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// From hour to hour.
    Hours,
    /// Calendar days, unless the convention says that days are working days.
    Days,
    /// Days that are not closed.
    WorkingDays,
    /// Seven days each.
    Weeks,
    /// To the same number of a later month.
    Months,
    /// Twelve months each.
    Years,
}

impl Unit {
    /// The code as files and messages hold it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
            Self::WorkingDays => "working_days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

impl fmt::Display for Period {
    /// `2 weeks`, for machines; people get the words of `locales/`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.n, self.unit.as_str())
    }
}

/// Whether the day of the event is the first of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StartRule {
    /// The day after is day one.
    DayAfter,
    /// The day itself is day one.
    Inclusive,
    /// Counted back from the day.
    Backward,
    /// From the hour of the event.
    FromHour,
}

/// What happens to a last day on which nothing can be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// It stays the last day.
    None,
    /// The next working day is the last.
    Next,
    /// The working day before is the last.
    Previous,
}

/// How a body of law counts time; several rules share one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Convention {
    /// For people.
    pub name: String,
    /// Where counting starts, unless the rule says otherwise.
    pub start: StartRule,
    /// What happens to a closed last day, unless the rule says otherwise.
    pub roll: Roll,
    /// Periods "in days" leave closed days out.
    #[serde(default)]
    pub days_are_working_days: bool,
    /// Months and years end on the day before the number of the first day counted, not on the number of the event's day
    /// (Japan): the same but at the end of a month.
    #[serde(default)]
    pub months_from_first_day: bool,
    /// The last day is not counted either (France: délai franc).
    #[serde(default)]
    pub last_day_not_counted: bool,
    /// Days of every year that are closed under this convention beside the calendar's.
    #[serde(default)]
    pub closed: Vec<MonthDay>,
    /// Days that are closed likewise, counted from the Western Easter Sunday: -2 is Good Friday.
    #[serde(default)]
    pub closed_easter: Vec<i64>,
    /// Closed weekdays in place of the calendar's.
    #[serde(default)]
    pub weekend: Option<Vec<Weekday>>,
    /// A period of `from_days` or more holds at least `n` working days.
    #[serde(default)]
    pub least_working_days: Option<LeastWorkingDays>,
    /// Longer periods do not roll.
    #[serde(default)]
    pub rolls_up_to: Vec<Period>,
    /// Periods in hours leave closed days out.
    #[serde(default)]
    pub hours_of_open_days: bool,
    /// When the body addressed opens (`08:00`), where what comes in outside its hours counts as of another day.
    #[serde(default)]
    pub opens: Option<String>,
    /// Whose clock `opens` and `until` go by, where the body sits in another country (IANA: `Europe/Paris`).
    #[serde(default)]
    pub zone: Option<String>,
    /// Whose days off they are, where the body sits in a part of the country that the case does not tell (`MY-14`).
    #[serde(default)]
    pub region: Option<String>,
    /// When the last day ends (`24:00`, `17:00`).
    #[serde(default)]
    pub until: Option<String>,
    /// Where it is written.
    pub citation: String,
    /// How well it is known, in words.
    pub known: String,
}

/// A floor of working days within a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeastWorkingDays {
    /// At least so many.
    pub n: u32,
    /// In periods of at least so many days.
    pub from_days: u32,
}

/// A day of every year, written `12-27`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "String")
)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl MonthDay {
    /// That day of a year, where the year has it.
    pub fn of(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.split_once('-')
            .and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)))
            .map(|(month, day)| Self { month, day })
            // 2024 has every day that any year has.
            .filter(|d| d.of(2024).is_some())
            .ok_or_else(|| serde::de::Error::custom(format!("{text:?} is no day of a year")))
    }
}

/// What some cases change about a rule: another period, another day to run from, a bound.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What it does to the main period.
    #[serde(rename = "as")]
    pub kind: AlternativeKind,
    /// The cases in which it applies; empty: every case.
    #[serde(default)]
    pub when: Vec<Case>,
    /// Only where this event opened the rule.
    #[serde(default)]
    pub event: Option<String>,
    /// Its length; absent: the rule's own.
    #[serde(default)]
    pub period: Option<Period>,
    /// A fact that is a number: what is added is the period so many times. Not known: nothing, and that is said.
    #[serde(default)]
    pub times: Option<String>,
    /// The day it runs from, where that is another one: a basis, or a fact that is a date.
    #[serde(default)]
    pub from: Option<String>,
    /// In place of the rule's.
    #[serde(default)]
    pub convention: Option<String>,
    /// In place of the rule's.
    #[serde(default)]
    pub start: Option<StartRule>,
    /// In place of the rule's.
    #[serde(default)]
    pub roll: Option<Roll>,
    /// Where it is written, if not where the rule is.
    #[serde(default)]
    pub citation: Option<String>,
}

/// What an alternative does to the main period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// Takes its place. Of those still possible the earliest date counts.
    Instead,
    /// Is added to it, where it surely applies.
    Adds,
    /// Gives the last arguable day.
    Later,
    /// Gives a safer, earlier day.
    Safe,
    /// It ends no later than this.
    Cap,
    /// It ends no earlier than this, where that surely applies.
    Floor,
}

/// The shortest and the longest period that a higher law leaves to the States.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The shortest: what counts until the State's own number is known.
    pub min: Period,
    /// The longest, where the law names one.
    #[serde(default)]
    pub max: Option<Period>,
    /// The fact that holds the State's own number, where it is not `national_period`.
    #[serde(default)]
    pub fact: Option<String>,
}

/// What makes a running period stand still or begin anew.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// A fact that is a date: the day on which it stops.
    pub from: String,
    /// A fact that is a date: the day on which it goes on.
    pub until: String,
    /// What is left of it runs on, or all of it begins anew.
    pub then: Resume,
    /// Only where it begins within this time from the day that the period runs from.
    #[serde(default)]
    pub within: Option<Period>,
    /// Where it is written.
    pub citation: String,
}

/// How a period goes on after a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Resume {
    /// What was left of it.
    Rest,
    /// The whole period.
    Anew,
}

/// A time in which periods of a whole country stood still. It makes a later day arguable and moves no other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// The rules concerned.
    pub rules: Vec<String>,
    /// Where it is written.
    pub citation: String,
}
