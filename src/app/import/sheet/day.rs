//! Days as sheets write them. What can be read in two ways is never guessed.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, NaiveDate};
use icu_calendar::cal::Hijri;
use icu_calendar::{Date, Gregorian};

use super::hour;
use crate::base::sheet::Cell;
use crate::base::text::western;

/// In which order a column writes day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// 31/12/2020
    Dmy,
    /// 12/31/2020
    Mdy,
    /// 2020-12-31
    Ymd,
    /// Nobody has said it.
    #[serde(rename = "?")]
    Open,
}

/// By which calendar a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Umm al-Qura; others differ by a day.
    Hijri,
    /// Solar Hijri.
    Persian,
    /// Nobody has said it.
    #[serde(rename = "?")]
    Open,
}

/// What is needed to read a day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Way {
    /// The order.
    pub order: Option<Order>,
    /// The calendar; ours where there is none.
    pub calendar: Option<Calendar>,
    /// Years of two digits up to this one are of this century.
    pub pivot: Option<i32>,
    /// Numbers that are days count from 1904.
    pub since_1904: bool,
    /// What of the days that the file itself calls so, where texts stand beside them.
    pub real_days: Option<RealDays>,
    /// What of numbers without a date's format.
    pub numbers: Option<Numbers>,
}

/// What a number is that is no year, and that the file does not call a day: as many days as it says since the first that the
/// spreadsheet counts, or a number that somebody wrote there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbers {
    /// Days.
    Days,
    /// None: each is a fault of its row.
    None,
    /// Nobody has said it.
    #[serde(rename = "?")]
    Open,
}

/// Whether the days of a file are those that somebody wrote. A program that takes 03/04/2021 for March, where April was
/// meant, makes a real day of it, and leaves 14/04/2021 a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RealDays {
    /// They are.
    Right,
    /// Day and month are in each other's place.
    Swapped,
    /// Nobody has said it.
    #[serde(rename = "?")]
    Open,
}

/// Why a cell is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadDay {
    /// It is none.
    None,
    /// It can be two.
    Order,
    /// Its year has two digits.
    Pivot,
    /// Its year is one of the Hijri or Persian calendar.
    Calendar,
    /// It is said to be swapped, and cannot be.
    Swapped,
    /// A formula whose result is not there.
    Unreckoned,
    /// A birth that is still to come.
    Future,
}

impl Way {
    /// A cell as `2020-12-31`, `2020-12` or `2020`.
    ///
    /// # Errors
    /// [`BadDay`].
    pub fn read(self, cell: &Cell) -> Result<String, BadDay> {
        match cell {
            Cell::Bad | Cell::Hour(_) => Err(BadDay::None),
            Cell::Unreckoned => Err(BadDay::Unreckoned),
            Cell::Day(_) | Cell::Moment(_) if self.calendar.is_some() => Err(BadDay::Calendar),
            Cell::Day(day) => self.real(*day),
            Cell::Moment(moment) => self.real(moment.date()),
            Cell::Number(number) => self.serial(*number),
            Cell::Text(text) => self.text(text),
        }
    }

    /// A day of birth: of two digits the latest year in which it can have come, whatever is said of other days.
    ///
    /// # Errors
    /// [`BadDay`]; [`BadDay::Future`] where it is still to come.
    pub fn birth(self, cell: &Cell, today: NaiveDate) -> Result<String, BadDay> {
        let this = today.year().rem_euclid(100);
        let until = |pivot| {
            let way = Self {
                pivot: Some(pivot),
                ..self
            };
            way.read(cell)
        };
        let now = today.to_string();
        // `2026` and `2026-12` have come where they have begun.
        let has_come = |day: &String| now.get(..day.len()).is_some_and(|now| day.as_str() <= now);
        let latest = until(this)?;
        if has_come(&latest) {
            return Ok(latest);
        }
        let earlier = until(this.saturating_sub(1))?;
        Some(earlier).filter(has_come).ok_or(BadDay::Future)
    }

    /// A day that the file itself calls one.
    fn real(self, day: NaiveDate) -> Result<String, BadDay> {
        let meant = match self.real_days {
            Some(RealDays::Swapped) => NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
                .ok_or(BadDay::Swapped)?,
            Some(RealDays::Right | RealDays::Open) | None => day,
        };
        Ok(meant.to_string())
    }

    /// A bare number: a year, or a day as Excel counts them.
    fn serial(self, number: f64) -> Result<String, BadDay> {
        let text = number.to_string();
        let whole: u64 = text
            .split('.')
            .next()
            .and_then(|whole| whole.parse().ok())
            .ok_or(BadDay::None)?;
        if !text.contains('.') && whole < 2200 {
            return self.text(&text);
        }
        if self.numbers == Some(Numbers::None) {
            return Err(BadDay::None);
        }
        // 1954 to 2119: else it is a number that is no day.
        let from = if self.since_1904 {
            NaiveDate::from_ymd_opt(1904, 1, 1)
        } else {
            NaiveDate::from_ymd_opt(1899, 12, 30)
        };
        let day = from
            .filter(|_| (18_264..80_000).contains(&whole) && self.calendar.is_none())
            .and_then(|from| from.checked_add_days(Days::new(whole)));
        self.real(day.ok_or(BadDay::None)?)
    }

    fn text(self, text: &str) -> Result<String, BadDay> {
        let parts = parts(text).ok_or(BadDay::None)?;
        let (year, month, day) = self.places(&parts)?;
        // A name is that of a month, and nothing but a year has more than two digits.
        let small = |part: Option<Part>| part.is_none_or(|part| part.digits <= 2);
        let named = year.named || day.is_some_and(|day| day.named);
        if named || !small(month) || !small(day) {
            return Err(BadDay::None);
        }
        let number = match (year.digits, self.pivot) {
            (4, _) => year.value,
            (2, Some(pivot)) if year.value <= pivot => year.value + 2000,
            (2, Some(_)) => year.value + 1900,
            (2, None) => return Err(BadDay::Pivot),
            _ => return Err(BadDay::None),
        };
        let month = month.map(|month| month.value);
        let day = day.map(|day| day.value);
        match self.calendar {
            Some(calendar) => other(calendar, number, month, day),
            None if (1250..1500).contains(&number) => Err(BadDay::Calendar),
            None => ours(number, month, day),
        }
    }

    /// Which part is the year, which the month, which the day.
    fn places(self, parts: &[Part]) -> Result<Three, BadDay> {
        match *parts {
            [year] if year.digits == 4 => Ok((year, None, None)),
            [year, month] | [month, year] if year.digits == 4 => Ok((year, Some(month), None)),
            // The name says where the month is, wherever the year stands.
            [year, day, month] if year.digits == 4 && month.named => {
                Ok((year, Some(month), Some(day)))
            }
            [year, month, day] if year.digits == 4 => Ok((year, Some(month), Some(day))),
            [first, second, third] if second.named => match self.order {
                Some(Order::Ymd) if third.digits <= 2 => Ok((first, Some(second), Some(third))),
                // The 17th of 26, or the 26th of 17.
                None | Some(Order::Open) if third.digits <= 2 => Err(BadDay::Order),
                _ => Ok((third, Some(second), Some(first))),
            },
            [month, day, year] if month.named => Ok((year, Some(month), Some(day))),
            [first, second, third] => match self.order {
                Some(Order::Dmy) => Ok((third, Some(second), Some(first))),
                Some(Order::Mdy) => Ok((third, Some(first), Some(second))),
                Some(Order::Ymd) if third.digits <= 2 => Ok((first, Some(second), Some(third))),
                Some(Order::Ymd | Order::Open) | None => Err(BadDay::Order),
            },
            _ => Err(BadDay::None),
        }
    }
}

type Three = (Part, Option<Part>, Option<Part>);

/// One number of a day.
#[derive(Debug, Clone, Copy)]
struct Part {
    value: i32,
    digits: usize,
    /// It was the name of a month.
    named: bool,
}

fn ours(year: i32, month: Option<i32>, day: Option<i32>) -> Result<String, BadDay> {
    if !(1900..2200).contains(&year) {
        return Err(BadDay::None);
    }
    let small = |n: i32| u32::try_from(n).map_err(|_| BadDay::None);
    let (month_number, day_number) = (small(month.unwrap_or(1))?, small(day.unwrap_or(1))?);
    let date = NaiveDate::from_ymd_opt(year, month_number, day_number).ok_or(BadDay::None)?;
    Ok(match (month, day) {
        (None, _) => date.format("%Y").to_string(),
        (_, None) => date.format("%Y-%m").to_string(),
        _ => date.to_string(),
    })
}

/// A whole day of another calendar as ours.
fn other(
    calendar: Calendar,
    year: i32,
    month: Option<i32>,
    day: Option<i32>,
) -> Result<String, BadDay> {
    let small = |n: Option<i32>| n.and_then(|n| u8::try_from(n).ok()).ok_or(BadDay::None);
    let (month, day) = (small(month)?, small(day)?);
    if !(1250..1500).contains(&year) {
        return Err(BadDay::Calendar);
    }
    let iso = match calendar {
        Calendar::Persian => Date::try_new_persian(year, month, day)
            .map(|date| date.to_calendar(Gregorian))
            .map_err(|_| BadDay::None)?,
        Calendar::Hijri => {
            Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())
                .map(|date| date.to_calendar(Gregorian))
                .map_err(|_| BadDay::None)?
        }
        Calendar::Open => return Err(BadDay::Calendar),
    };
    let number = |n: u8| i32::from(n);
    ours(
        iso.year().extended_year(),
        Some(number(iso.month().ordinal)),
        Some(number(iso.day_of_month().0)),
    )
}

/// The parts of a day; an hour beside a whole one is left out.
fn parts(text: &str) -> Option<Vec<Part>> {
    match hour::apart(text) {
        Some((day, _)) => numbers(&day).filter(|parts| parts.len() == 3),
        None => numbers(text),
    }
}

/// The numbers of a text, in any digits, with the month by name once at most.
fn numbers(text: &str) -> Option<Vec<Part>> {
    let text = whole_month(text);
    let mut parts = Vec::new();
    let parting = |c: char| c.is_whitespace() || BETWEEN.contains(c);
    for word in text.split(parting) {
        let lower = word.to_lowercase();
        if matches!(
            lower.as_str(),
            "" | "г" | "года" | "de" | "del" | "er" | "م"
        ) {
            continue;
        }
        let digits: Option<String> = lower
            .chars()
            .map(|c| digit(c).and_then(|n| char::from_digit(n, 10)))
            .collect();
        let lone = lower.strip_suffix("er").or_else(|| lower.strip_suffix('г'));
        let lone = lone.filter(|it| it.bytes().all(|b| b.is_ascii_digit()));
        if let Some(digits) = digits.or_else(|| lone.map(str::to_owned)) {
            parts.push(Part {
                value: digits.parse().ok()?,
                digits: digits.len(),
                named: false,
            });
        } else {
            parts.push(Part {
                value: month(&lower)?,
                digits: 2,
                named: true,
            });
        }
    }
    let named = parts.iter().filter(|part| part.named).count();
    let fits = (1..=3).contains(&parts.len()) && named <= 1;
    fits.then_some(parts)
}

/// What may stand between the numbers of a day. Anything else says that it is no day, or that somebody doubts it.
const BETWEEN: &str =
    ".,/-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}،؍ـ\u{200e}\u{200f}\u{61c}";

/// Puts one word in the place of the months that have two.
fn whole_month(text: &str) -> String {
    [
        ("كانون الثاني", "يناير"),
        ("كانون الأول", "ديسمبر"),
        ("تشرين الأول", "أكتوبر"),
        ("تشرين الثاني", "نوفمبر"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (two, one)| text.replace(two, one))
}

pub(super) fn digit(c: char) -> Option<u32> {
    western(c).to_digit(10)
}

/// The months' names and how they are shortened, in en, ru, fr, es, ar and de. A whole word must fit: `martes` is no month.
const MONTHS: [&str; 12] = [
    "january jan январь января янв janvier janv enero ene يناير كانون2 جانفي januar jänner",
    "february feb февраль февраля фев февр février fevrier févr fevr fév fev febrero فبراير شباط فيفري februar",
    "march mar март марта мар mars marzo مارس آذار اذار märz",
    "april apr апрель апреля апр avril avr abril abr أبريل ابريل نيسان أفريل",
    "may май мая mai mayo مايو أيار ايار ماي",
    "june jun июнь июня июн juin junio يونيو حزيران جوان juni",
    "july jul июль июля июл juillet juil julio يوليو تموز جويلية juli",
    "august aug август августа авг août aout aoû aou agosto ago أغسطس اغسطس آب أوت",
    "september sept sep сентябрь сентября сен сент septembre septiembre setiembre set سبتمبر أيلول ايلول",
    "october oct октябрь октября окт octobre octubre أكتوبر اكتوبر oktober okt",
    "november nov ноябрь ноября ноя нояб novembre noviembre نوفمبر november",
    "december dec декабрь декабря дек décembre decembre déc diciembre dic ديسمبر dezember dez",
];

fn month(word: &str) -> Option<i32> {
    let fits = |names: &&str| names.split(' ').any(|name| name == word);
    let place = MONTHS.iter().position(fits)?;
    i32::try_from(place + 1).ok()
}

/// What a column of days leaves to be said. How some write their days says nothing of those who write them otherwise: of
/// each sign that parts day, month and year the cells with that sign speak alone.
pub fn orders<'a>(cells: impl Iterator<Item = &'a Cell>) -> Orders {
    const ALL: [Order; 3] = [Order::Dmy, Order::Mdy, Order::Ymd];
    let mut found = Orders {
        asked: false,
        short_years: false,
        other_calendar: false,
        real: false,
        numbers: false,
        order: Order::Open,
    };
    let mut fits: BTreeMap<Option<char>, Vec<Order>> = BTreeMap::new();
    for cell in cells {
        if let Cell::Day(_) | Cell::Moment(_) | Cell::Number(_) = cell {
            let is_day = Way::default().read(cell).is_ok_and(|day| day.len() == 10);
            found.real |= is_day;
            found.numbers |= is_day && matches!(cell, Cell::Number(_));
        }
        let Cell::Text(text) = cell else { continue };
        let bare = Way::default().read(cell);
        found.other_calendar |= bare == Err(BadDay::Calendar);
        found.short_years |= bare == Err(BadDay::Pivot);
        if bare != Err(BadDay::Order) {
            continue;
        }
        found.asked = true;
        let fits = fits.entry(sign(text)).or_insert_with(|| ALL.to_vec());
        let with = |order| Way {
            order: Some(order),
            pivot: Some(99),
            ..Way::default()
        };
        let year_is_short = |order| {
            let way = Way {
                pivot: None,
                ..with(order)
            };
            way.read(cell) == Err(BadDay::Pivot)
        };
        found.short_years |= fits.iter().any(|order| year_is_short(*order));
        let calendar = [Order::Dmy, Order::Mdy].map(|order| with(order).read(cell));
        if calendar.contains(&Err(BadDay::Calendar)) {
            found.other_calendar = true;
        } else if ALL.iter().any(|order| with(*order).read(cell).is_ok()) {
            fits.retain(|order| with(*order).read(cell).is_ok());
        }
    }
    let mut each = fits.values();
    if let Some([one]) = each.next().map(Vec::as_slice)
        && each.all(|fits| fits == &[*one])
    {
        found.order = *one;
    }
    found
}

/// What stands behind the first number.
fn sign(text: &str) -> Option<char> {
    let behind = text.chars().skip_while(|c| digit(*c).is_none());
    let mut behind = behind.skip_while(|c| digit(*c).is_some());
    behind.find(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}'))
}

/// What a column of days leaves to be said.
#[derive(Debug)]
pub struct Orders {
    /// Some cells can only be read by an order.
    pub asked: bool,
    /// Some years have two digits.
    pub short_years: bool,
    /// Some years are of another calendar.
    pub other_calendar: bool,
    /// Some cells are days that the file itself calls so.
    pub real: bool,
    /// Some are numbers without a date's format, and no years.
    pub numbers: bool,
    /// The order that the cells show by themselves, each way of writing for itself.
    pub order: Order,
}

#[cfg(test)]
mod tests;
