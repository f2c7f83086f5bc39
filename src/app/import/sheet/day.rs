//! Days as sheets write them. What can be read in two ways is never guessed.

use chrono::{Days, NaiveDate};
use icu_calendar::cal::Hijri;
use icu_calendar::{Date, Gregorian};

use crate::base::sheet::Cell;

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
}

impl Way {
    /// A cell as `2020-12-31`, `2020-12` or `2020`.
    ///
    /// # Errors
    /// [`BadDay`].
    pub fn read(self, cell: &Cell) -> Result<String, BadDay> {
        match cell {
            Cell::Bad => Err(BadDay::None),
            Cell::Day(day) if self.calendar.is_none() => Ok(day.to_string()),
            Cell::Day(_) => Err(BadDay::Calendar),
            Cell::Number(number) => self.serial(*number),
            Cell::Text(text) => self.text(text),
        }
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
        // 1954 to 2119: else it is a number that is no day.
        let from = if self.since_1904 {
            NaiveDate::from_ymd_opt(1904, 1, 1)
        } else {
            NaiveDate::from_ymd_opt(1899, 12, 30)
        };
        let day = from
            .filter(|_| (18_264..80_000).contains(&whole) && self.calendar.is_none())
            .and_then(|from| from.checked_add_days(Days::new(whole)));
        day.map(|day| day.to_string()).ok_or(BadDay::None)
    }

    fn text(self, text: &str) -> Result<String, BadDay> {
        let parts = parts(text).ok_or(BadDay::None)?;
        let (year, month, day) = match parts.as_slice() {
            [year] if year.digits == 4 => (*year, None, None),
            [year, month] if year.digits == 4 => (*year, Some(*month), None),
            [month, year] if year.digits == 4 => (*year, Some(*month), None),
            [year, month, day] if year.digits == 4 => (*year, Some(*month), Some(*day)),
            [first, second, third] => self.three(*first, *second, *third)?,
            _ => return Err(BadDay::None),
        };
        let number = match (year.digits, self.pivot) {
            (4, _) => year.value,
            (1 | 2, Some(pivot)) if year.value <= pivot => year.value + 2000,
            (1 | 2, Some(_)) => year.value + 1900,
            (1 | 2, None) => return Err(BadDay::Pivot),
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

    /// Three numbers of which the first is no year of four digits.
    fn three(self, first: Part, second: Part, third: Part) -> Result<Three, BadDay> {
        let dmy = (third, Some(second), Some(first));
        let mdy = (third, Some(first), Some(second));
        if second.named {
            return Ok(dmy);
        }
        if first.named {
            return Ok(mdy);
        }
        match self.order {
            Some(Order::Dmy) => Ok(dmy),
            Some(Order::Mdy) => Ok(mdy),
            Some(Order::Ymd) if third.digits <= 2 => Ok((first, Some(second), Some(third))),
            Some(Order::Ymd | Order::Open) | None => Err(BadDay::Order),
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
    };
    let number = |n: u8| i32::from(n);
    ours(
        iso.year().extended_year(),
        Some(number(iso.month().ordinal)),
        Some(number(iso.day_of_month().0)),
    )
}

/// The numbers of a text, in any digits, with months by name; an hour behind is left out.
fn parts(text: &str) -> Option<Vec<Part>> {
    let text = text.replace(['T', 'ـ'], " ");
    let mut parts = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '\'';
    for word in text.split(|c: char| !is_part(c) && c != ':') {
        if word.contains(':') {
            continue;
        }
        let lower = word.to_lowercase();
        if matches!(
            lower.as_str(),
            "" | "г" | "года" | "de" | "del" | "er" | "م" | "z"
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
    (1..=3).contains(&parts.len()).then_some(parts)
}

fn digit(c: char) -> Option<u32> {
    let from = |zero: char| {
        u32::from(c)
            .checked_sub(u32::from(zero))
            .filter(|n| *n < 10)
    };
    from('0').or_else(|| from('٠')).or_else(|| from('۰'))
}

/// Beginnings of the months' names, in en, ru, fr, es and ar.
const MONTHS: [&[&str]; 12] = [
    &["jan", "янв", "ene", "يناير", "كانون2"],
    &["feb", "фев", "fév", "fev", "فبراير", "شباط"],
    &["mar", "мар", "مارس", "آذار"],
    &["apr", "апр", "avr", "abr", "أبريل", "ابريل", "نيسان"],
    &["may", "май", "мая", "mai", "مايو", "أيار"],
    &["jun", "июн", "juin", "يونيو", "حزيران"],
    &["jul", "июл", "juil", "يوليو", "تموز"],
    &["aug", "авг", "aoû", "aou", "ago", "أغسطس", "آب"],
    &["sep", "сен", "سبتمبر", "أيلول"],
    &["oct", "окт", "أكتوبر", "اكتوبر"],
    &["nov", "ноя", "نوفمبر"],
    &["dec", "дек", "déc", "dic", "ديسمبر"],
];

fn month(word: &str) -> Option<i32> {
    let fits = |names: &&[&str]| names.iter().any(|name| word.starts_with(name));
    let place = MONTHS.iter().position(fits)?;
    i32::try_from(place + 1).ok()
}

/// Which orders fit all of these cells: none needed where no cell can be read in two ways.
pub fn orders<'a>(cells: impl Iterator<Item = &'a Cell>) -> Orders {
    let mut found = Orders {
        asked: false,
        short_years: false,
        other_calendar: false,
        fits: vec![Order::Dmy, Order::Mdy, Order::Ymd],
    };
    for cell in cells {
        let Cell::Text(_) = cell else { continue };
        let bare = Way::default().read(cell);
        found.other_calendar |= bare == Err(BadDay::Calendar);
        if bare != Err(BadDay::Order) {
            continue;
        }
        found.asked = true;
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
        found.short_years |= found.fits.iter().any(|order| year_is_short(*order));
        let calendar = [Order::Dmy, Order::Mdy].map(|order| with(order).read(cell));
        if calendar.contains(&Err(BadDay::Calendar)) {
            found.other_calendar = true;
        } else if [Order::Dmy, Order::Mdy, Order::Ymd]
            .iter()
            .any(|order| with(*order).read(cell).is_ok())
        {
            found.fits.retain(|order| with(*order).read(cell).is_ok());
        }
    }
    found
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
    /// The orders in which all can be read.
    pub fits: Vec<Order>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(way: Way, text: &str) -> Result<String, BadDay> {
        way.read(&Cell::Text(text.to_owned()))
    }

    #[test]
    fn a_day_that_can_be_two_is_none() {
        let open = Way::default();
        assert_eq!(read(open, "03/04/2021"), Err(BadDay::Order));
        assert_eq!(read(open, "2021-04-03").as_deref(), Ok("2021-04-03"));
        assert_eq!(read(open, "3 апреля 2021 г.").as_deref(), Ok("2021-04-03"));
        assert_eq!(read(open, "1er mai 2021").as_deref(), Ok("2021-05-01"));
        assert_eq!(read(open, "04/2021").as_deref(), Ok("2021-04"));
        let dmy = Way {
            order: Some(Order::Dmy),
            ..open
        };
        assert_eq!(read(dmy, "03/04/2021").as_deref(), Ok("2021-04-03"));
        assert_eq!(read(dmy, "٠٣/٠٤/٢٠٢١ 10:30").as_deref(), Ok("2021-04-03"));
        assert_eq!(read(dmy, "13/14/2021"), Err(BadDay::None));
        assert_eq!(read(dmy, "03.04.21"), Err(BadDay::Pivot));
        let pivot = Way {
            pivot: Some(30),
            ..dmy
        };
        assert_eq!(read(pivot, "03.04.21").as_deref(), Ok("2021-04-03"));
        assert_eq!(read(pivot, "03.04.71").as_deref(), Ok("1971-04-03"));
    }

    #[test]
    fn other_calendars_are_refused_or_converted() {
        let dmy = Way {
            order: Some(Order::Dmy),
            ..Way::default()
        };
        assert_eq!(read(dmy, "01/01/1400"), Err(BadDay::Calendar));
        let persian = Way {
            calendar: Some(Calendar::Persian),
            ..dmy
        };
        assert_eq!(read(persian, "1400/01/01").as_deref(), Ok("2021-03-21"));
        assert_eq!(read(persian, "30/12/1399").as_deref(), Ok("2021-03-20"));
        assert_eq!(read(persian, "31/12/1399"), Err(BadDay::None));
        assert_eq!(read(persian, "01/01/2021"), Err(BadDay::Calendar));
        let hijri = Way {
            calendar: Some(Calendar::Hijri),
            ..dmy
        };
        assert_eq!(read(hijri, "1442/09/01").as_deref(), Ok("2021-04-13"));
    }

    #[test]
    fn numbers_are_days_of_either_epoch() {
        let days = |since_1904, number| {
            let way = Way {
                since_1904,
                ..Way::default()
            };
            way.read(&Cell::Number(number))
        };
        assert_eq!(days(false, 43_831.0).as_deref(), Ok("2020-01-01"));
        assert_eq!(days(true, 42_369.5).as_deref(), Ok("2020-01-01"));
        assert_eq!(days(false, 2019.0).as_deref(), Ok("2019"));
        assert_eq!(days(false, 7.0), Err(BadDay::None));
    }
}
