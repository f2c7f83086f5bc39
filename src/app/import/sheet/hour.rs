//! Hours as sheets write them, alone or beside a day.

use chrono::{NaiveTime, TimeDelta};

use super::day::digit;
use crate::base::sheet::Cell;

/// What stands beside an hour and says nothing more.
const BESIDE: &[&str] = &[
    "à",
    "a",
    "las",
    "at",
    "um",
    "uhr",
    "в",
    "ч",
    "час",
    "часов",
    "h",
    "hrs",
    "kl",
    "الساعة",
];
const BEFORE_NOON: &[&str] = &["am", "a.m", "a.m."];
const AFTER_NOON: &[&str] = &["pm", "p.m", "p.m."];

/// The hour of a cell that stands in a column of hours, as `09:30`.
pub(super) fn read(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Hour(time) => Some(shown(*time)),
        Cell::Moment(moment) => Some(shown(moment.time())),
        Cell::Number(part) if (0.0..1.0).contains(part) => {
            let minutes: i64 = format!("{:.0}", part * 1440.0).parse().ok()?;
            let midnight = NaiveTime::default();
            let (time, over) = midnight.overflowing_add_signed(TimeDelta::minutes(minutes));
            (over == 0).then(|| shown(time))
        }
        Cell::Text(text) => alone(text)
            .map(shown)
            .or_else(|| apart(text).map(|(_, hour)| hour)),
        Cell::Number(_) | Cell::Day(_) | Cell::Bad | Cell::Unreckoned => None,
    }
}

/// The hour beside the day of a cell. Midnight is what programs write where there is none.
pub(super) fn beside(cell: &Cell) -> Option<String> {
    let hour = match cell {
        Cell::Moment(moment) => Some(shown(moment.time())),
        Cell::Text(text) => apart(text).map(|(_, hour)| hour),
        _ => None,
    };
    hour.filter(|hour| !hour.starts_with("00:00"))
}

/// A text without the hour that stands in it beside a day, and that hour.
pub(super) fn apart(text: &str) -> Option<(String, String)> {
    if let Some(parts) = of_machine(text) {
        return Some(parts);
    }
    let words: Vec<&str> = text
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '،' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        })
        .filter(|word| !word.is_empty())
        .collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_aside = |word: &str| {
        [BESIDE, BEFORE_NOON, AFTER_NOON]
            .iter()
            .any(|list| list.contains(&word))
    };
    let clear = lower.iter().position(|word| {
        (word.contains(':') || word.contains(['h', 'ч'])) && of_word(word).is_some()
    });
    // Of 9.30 the place alone says that it is an hour: behind a whole day.
    let last = lower.iter().rposition(|word| !is_aside(word));
    let last = last.filter(|at| lower.get(*at).is_some_and(|word| of_word(word).is_some()));
    let at =
        clear.or_else(|| last.filter(|at| is_whole_day(words.get(..*at).unwrap_or_default())))?;
    let time = of_word(lower.get(at)?)?;
    let has = |list: &[&str]| lower.iter().any(|word| list.contains(&word.as_str()));
    let time = in_half(time, has(BEFORE_NOON), has(AFTER_NOON))?;
    let day = words.iter().zip(&lower).enumerate();
    let day = day.filter(|(nth, (_, lower))| *nth != at && !is_aside(lower));
    let day: Vec<&str> = day.map(|(_, (word, _))| *word).collect();
    Some((day.join(" "), shown(time)))
}

/// `2020-12-31T10:30:00Z`, with its zone.
fn of_machine(text: &str) -> Option<(String, String)> {
    let (day, hour) = text.split_once('T')?;
    let is_of_hour = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    let fits = day.ends_with(|c: char| c.is_ascii_digit()) && hour.chars().all(is_of_hour);
    let time = of_word(hour.get(..5).filter(|hour| fits && hour.contains(':'))?)?;
    let zone = match hour.find(['+', '-', 'Z']).and_then(|at| hour.get(at..)) {
        Some("Z") => "+00:00",
        Some(zone) if zone.len() == 6 => zone,
        _ => "",
    };
    Some((day.to_owned(), format!("{}{zone}", shown(time))))
}

/// A text that is an hour and nothing else.
fn alone(text: &str) -> Option<NaiveTime> {
    let lower = text.to_lowercase();
    let has = |list: &[&str]| lower.split_whitespace().any(|word| list.contains(&word));
    let mut words = lower.split_whitespace().filter(|word| {
        ![BESIDE, BEFORE_NOON, AFTER_NOON]
            .iter()
            .any(|list| list.contains(word))
    });
    let time = words.next().and_then(of_word);
    let time = time.filter(|_| words.next().is_none())?;
    in_half(time, has(BEFORE_NOON), has(AFTER_NOON))
}

/// The hour of a half of the day.
fn in_half(time: NaiveTime, before: bool, after: bool) -> Option<NaiveTime> {
    let noon = TimeDelta::hours(12);
    let early = time < NaiveTime::default().overflowing_add_signed(noon).0;
    match (before, after) {
        (true, true) => None,
        (true, false) if !early => Some(time.overflowing_sub_signed(noon).0),
        (false, true) if early => Some(time.overflowing_add_signed(noon).0),
        _ => Some(time),
    }
}

/// `9:30`, `09:30:00`, `9.30`, `9h30`, `9h`, `9ч30`.
fn of_word(word: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = word.split([':', '.', 'h', 'ч']).collect();
    let number = |part: &str| -> Option<u32> {
        let digits: Option<Vec<u32>> = part.chars().map(digit).collect();
        let digits = digits.filter(|digits| (1..=2).contains(&digits.len()))?;
        Some(digits.iter().fold(0, |sum, n| sum * 10 + n))
    };
    let two = |part: &&str| part.chars().count() == 2;
    let (hour, minute, second) = match *parts.as_slice() {
        [hour, ""] if word.ends_with(['h', 'ч']) => (hour, "0", "0"),
        [hour, minute] if two(&minute) => (hour, minute, "0"),
        [hour, minute, second] if word.matches(':').count() == 2 => (hour, minute, second),
        _ => return None,
    };
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, number(second)?)
}

/// Whether three numbers or names stand there.
fn is_whole_day(words: &[&str]) -> bool {
    let parts = words.iter().flat_map(|word| word.split(['.', '/', '-']));
    parts.filter(|part| !part.is_empty()).count() >= 3
}

fn shown(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_beside_days() {
        for (text, day, hour) in [
            ("15/12/2026 14:30", "15/12/2026", "14:30"),
            ("15.12.2026, 9.30", "15.12.2026", "09:30"),
            ("15.12.2026 um 9.30 Uhr", "15.12.2026", "09:30"),
            ("15/12/2026 à 14h30", "15/12/2026", "14:30"),
            ("15/12/2026 14h", "15/12/2026", "14:00"),
            ("12/15/2026 2:30 PM", "12/15/2026", "14:30"),
            ("٠٣/٠٤/٢٠٢١ ١٠:٣٠", "٠٣/٠٤/٢٠٢١", "10:30"),
            ("2026-12-31T10:30:00Z", "2026-12-31", "10:30+00:00"),
            ("2026-12-31T10:30", "2026-12-31", "10:30"),
        ] {
            let apart = apart(text);
            assert_eq!(apart, Some((day.to_owned(), hour.to_owned())), "{text}");
        }
        for text in [
            "15.12.2026",
            "2021 04.13",
            "3 Feb 20.21",
            "12.2026",
            "Thursday",
            "15.12.2026 25.30",
        ] {
            assert_eq!(apart(text), None, "{text}");
        }
        assert_eq!(beside(&Cell::Text("2026-12-31 00:00:00".to_owned())), None);
    }

    #[test]
    fn hours_alone() {
        for (text, hour) in [
            ("9:30", "09:30"),
            ("9.30", "09:30"),
            ("9h30", "09:30"),
            ("9h", "09:00"),
            ("09:30:00", "09:30"),
            ("9.30 Uhr", "09:30"),
            ("12:15 am", "00:15"),
        ] {
            assert_eq!(
                read(&Cell::Text(text.to_owned())).as_deref(),
                Some(hour),
                "{text}"
            );
        }
        assert_eq!(read(&Cell::Number(0.395_833_333)).as_deref(), Some("09:30"));
        for text in ["9", "930", "9.3", "soon", "25:00", "9:3"] {
            assert_eq!(read(&Cell::Text(text.to_owned())), None, "{text}");
        }
    }
}
