//! As of which day a table is made that may leave: the end of the last closed quarter, of a small office the last year.
//!
//! So all tables of a season are about the same people, and nobody can be found by comparing two of them.

use chrono::{Datelike as _, NaiveDate};

use super::Query;
use super::past::Past;

/// An office with fewer persons makes tables once a year.
const SMALL: usize = 200;

/// The day; none where fewer than half of those who are counted today were there by then: such an office is younger than its
/// seasons, and counts as of today.
pub(super) fn snapshot(past: &Past, today: NaiveDate) -> Option<NaiveDate> {
    let persons = |as_of: Option<NaiveDate>| {
        let query = Query {
            unit: "persons".to_owned(),
            as_of,
            ..Query::default()
        };
        past.found(&query, as_of.unwrap_or(today), None).len()
    };
    let quarter = before(today, today.month0() / 3 * 3 + 1);
    let now = persons(None);
    let year = before(today, 1).filter(|_| now < SMALL);
    let mut days = [year, quarter].into_iter().flatten();
    days.find(|day| now > 0 && persons(Some(*day)) * 2 >= now)
}

/// The day before the first of a month of this year.
fn before(today: NaiveDate, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(today.year(), month, 1)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_end_before_they_begin_again() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, quarter) in [
            ("2026-11-27", "2026-09-30"),
            ("2026-10-01", "2026-09-30"),
            ("2026-09-30", "2026-06-30"),
            ("2026-01-01", "2025-12-31"),
            ("2026-03-31", "2025-12-31"),
            ("2026-04-01", "2026-03-31"),
        ] {
            let today = day(today);
            let found = before(today, today.month0() / 3 * 3 + 1);
            assert_eq!(found, Some(day(quarter)), "{today}");
        }
    }
}
