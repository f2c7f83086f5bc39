//! The demo's caseload: two dozen invented cases whose dates lie around the day on which they are shown.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

/// The cases as a table, days counted from today. Its head says how to read it.
const OFFICE: &str = include_str!("office.txt");

/// The caseload of an invented office as import lines, case after case, each in the order of its history.
///
/// Member `m1` is whoever looks. Every act lies on a weekday not after `today`; hearings, interviews and
/// validities may lie ahead.
pub fn office(today: NaiveDate) -> String {
    OFFICE
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
        .map(|row| line(row, today) + "\n")
        .collect()
}

/// One row of the table as a line of import.
fn line(row: &str, today: NaiveDate) -> String {
    let mut words = row.split_ascii_whitespace();
    let mut fields = Map::new();
    for (name, word) in ["type", "case"].into_iter().zip(&mut words) {
        fields.insert(name.to_owned(), json!(word));
    }
    for (name, text) in words.filter_map(|word| word.split_once('=')) {
        let value = match (name, text.strip_prefix('@')) {
            (_, Some(away)) => json!(day(away, today).to_string()),
            ("born", None) => json!(text.parse::<i32>().unwrap_or_default()),
            (_, None) => json!(text),
        };
        fields.insert(name.to_owned(), value);
    }
    Value::Object(fields).to_string()
}

/// The weekday that lies `away` from today: signed numbers of `d`ays, `m`onths or `y`ears, and after `<` a day that
/// it must not pass.
fn day(away: &str, today: NaiveDate) -> NaiveDate {
    let (away, last) = away.split_once('<').unwrap_or((away, ""));
    let mut day = today;
    for step in away.split_inclusive(['d', 'm', 'y']) {
        day = moved(day, step).unwrap_or(day);
    }
    let day = day.min(last.parse().unwrap_or(NaiveDate::MAX));
    let weekday = |d: &NaiveDate| !matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
    let found = if day > today {
        day.iter_days().find(weekday)
    } else {
        day.iter_days().rev().find(weekday)
    };
    found.unwrap_or(day)
}

/// A day moved by one step (`-40d`).
fn moved(day: NaiveDate, step: &str) -> Option<NaiveDate> {
    let (number, unit) = step.split_at_checked(step.len().checked_sub(1)?)?;
    let number: i32 = number.parse().ok()?;
    let far = number.unsigned_abs();
    let months = match unit {
        "d" if number < 0 => return day.checked_sub_days(Days::new(far.into())),
        "d" => return day.checked_add_days(Days::new(far.into())),
        "m" => Months::new(far),
        _ => Months::new(far.checked_mul(12)?),
    };
    if number < 0 {
        day.checked_sub_months(months)
    } else {
        day.checked_add_months(months)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(today: NaiveDate) -> Vec<Map<String, Value>> {
        office(today)
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    #[test]
    fn counts_days_from_today_and_stops_on_weekdays() {
        let today = on("2026-11-24");
        for (away, expected) in [
            ("-1d", "2026-11-23"),
            ("-2d", "2026-11-20"),
            ("+4d", "2026-11-30"),
            ("+9d-1m", "2026-11-03"),
            ("-1y", "2025-11-24"),
            ("-2m<2026-06-05", "2026-06-05"),
        ] {
            assert_eq!(day(away, today), on(expected), "{away}");
        }
    }

    #[test]
    fn every_row_is_read_whole() {
        let rows = OFFICE.lines().filter(|row| row.contains('='));
        for (row, fields) in rows
            .filter(|row| !row.starts_with('#'))
            .zip(read(on("2026-11-24")))
        {
            assert_eq!(fields.len(), row.split_ascii_whitespace().count(), "{row}");
            for step in row.split('@').skip(1) {
                let step = step.split([' ', '<']).next().unwrap();
                let steps = step.split_inclusive(['d', 'm', 'y']);
                assert!(
                    steps
                        .into_iter()
                        .all(|s| moved(on("2026-11-24"), s).is_some()),
                    "{row}"
                );
            }
        }
    }

    #[test]
    fn on_any_day_acts_are_past_weekdays_in_order() {
        let may_lie_ahead = ["interview", "hearing"];
        for today in on("2026-01-01").iter_days().take(800) {
            let mut last = BTreeMap::new();
            for fields in read(today) {
                let text = |name: &str| fields.get(name).and_then(Value::as_str);
                let what = text("type").unwrap();
                for name in [
                    "opened",
                    "lodged",
                    "decided",
                    "handed_over",
                    "sent",
                    "served",
                    "notified",
                    "date",
                ] {
                    let Some(day) = text(name).map(on) else {
                        continue;
                    };
                    let place = format!("{today}: {fields:?}");
                    assert!(day.weekday().number_from_monday() <= 5, "{place}");
                    assert!(day <= today || may_lie_ahead.contains(&what), "{place}");
                    if name != "opened" {
                        let before = last.insert(text("case").unwrap().to_owned(), day);
                        assert!(before.is_none_or(|before| before <= day), "{place}");
                    }
                }
            }
            assert_eq!(last.len(), 24);
        }
    }
}
