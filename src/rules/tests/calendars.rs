//! Closed days against lists that were not made from the rule files.

use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;

use super::day;
use crate::rules::calendar::Days;
use crate::rules::{Book, next_working_day};

fn closed(name: &str, region: Option<&str>, on: NaiveDate) -> bool {
    let book = Book::builtin();
    let mut days = Days::new(book.calendar(name), region, &[], None);
    days.closed(on).is_some()
}

/// The holidays of a year that fall on Monday to Friday.
fn weekdays_off(name: &str, region: Option<&str>, year: i32) -> Vec<String> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let book = Book::builtin();
    let mut days = Days::new(book.calendar(name), region, &[], None);
    first
        .iter_days()
        .take_while(|d| d.year() == year)
        .filter(|d| d.weekday().number_from_monday() < 6 && days.closed(*d).is_some())
        .map(|d| d.format("%m-%d").to_string())
        .collect()
}

/// The yearly norm of working days in a five-day week, as the production calendars print it.
#[test]
fn russia_has_as_many_working_days_as_its_production_calendars_say() {
    let book = Book::builtin();
    for (year, norm) in [
        (2012, 249),
        (2013, 247),
        (2014, 247),
        (2015, 247),
        (2016, 247),
        (2017, 247),
        (2018, 247),
        (2019, 247),
        (2020, 248),
        (2021, 247),
        (2022, 247),
        (2023, 247),
        (2024, 248),
        (2025, 247),
        (2026, 247),
    ] {
        let mut days = Days::new(book.calendar("ru"), None, &[], None);
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let open = first.iter_days().take_while(|d| d.year() == year);
        assert_eq!(
            open.filter(|d| days.closed(*d).is_none()).count(),
            norm,
            "{year}"
        );
        assert_eq!(days.unknown_year, None);
    }
}

#[test]
fn russia_moves_its_days_off_by_decree() {
    for (on, is_closed) in [
        ("2025-06-13", true),  // moved from 8 March
        ("2025-11-01", false), // a working Saturday
        ("2025-11-03", true),
        ("2024-11-02", false),
        ("2024-12-28", false),
        ("2024-12-31", true),
        ("2025-01-08", true),
        ("2025-01-09", false),
        ("2014-03-10", true),  // 8 March was a Saturday
        ("2014-02-24", false), // its day went to 3 November
        ("2005-01-10", true),  // the second substitute of the New Year holidays
        ("2004-11-08", true),
        ("2004-12-13", true),
    ] {
        assert_eq!(closed("ru", None, day(on)), is_closed, "{on}");
    }
}

#[test]
fn the_parts_of_the_kingdom_keep_their_own_days() {
    let all = |region| weekdays_off("gb", Some(region), 2022);
    assert_eq!(
        all("GB-EAW"),
        [
            "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26",
            "12-27"
        ]
    );
    assert_eq!(
        all("GB-SCT"),
        [
            "01-03", "01-04", "04-15", "05-02", "06-02", "06-03", "08-01", "09-19", "11-30",
            "12-26", "12-27"
        ]
    );
    assert_eq!(
        all("GB-NIR"),
        [
            "01-03", "03-17", "04-15", "04-18", "05-02", "06-02", "06-03", "07-12", "08-29",
            "09-19", "12-26", "12-27"
        ]
    );
    assert_eq!(weekdays_off("gb", Some("GB-WLS"), 2022), all("GB-EAW"));
    assert_eq!(
        weekdays_off("gb", Some("GB-EAW"), 2027),
        [
            "01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"
        ]
    );
}

#[test]
fn the_laender_keep_their_own_days() {
    assert_eq!(
        weekdays_off("de", Some("DE-BY"), 2026),
        [
            "01-01", "01-06", "04-03", "04-06", "05-01", "05-14", "05-25", "06-04", "12-25"
        ]
    );
    assert!(closed("de", Some("DE-SN"), day("2025-11-19")));
    assert!(!closed("de", Some("DE-BE"), day("2018-03-08")));
    assert!(closed("de", Some("DE-BE"), day("2019-03-08")));
    assert!(closed("de", None, day("2017-10-31")));
    assert!(!closed("de", None, day("2018-10-31")));
}

#[test]
fn a_year_without_its_decree_is_said() {
    let book = Book::builtin();
    let mut days = Days::new(book.calendar("ru"), None, &[], None);
    assert!(days.closed(day("2031-01-02")).is_some());
    assert_eq!(days.unknown_year, Some(2031));
    // 9 May 2032 is a Sunday: its substitute is only estimated and closes nothing.
    assert!(days.closed(day("2032-05-10")).is_none());
}

#[test]
fn the_next_working_day_is_found() {
    let book = Book::builtin();
    let next = |law, region, on| next_working_day(&book, law, region, day(on)).to_string();
    assert_eq!(next("ru", None, "2024-12-28"), "2025-01-09");
    assert_eq!(next("de", Some("DE-BY"), "2026-01-05"), "2026-01-07");
    assert_eq!(next("de", None, "2026-01-05"), "2026-01-06");
    assert_eq!(next("xx", None, "2026-01-02"), "2026-01-05");
}

proptest! {
    #[test]
    fn an_unknown_part_is_open_whenever_any_part_is(
        offset in 0..9000u64,
        which in 0..19usize,
    ) {
        let on = day("2003-01-01") + chrono::Days::new(offset);
        let book = Book::builtin();
        for name in ["de", "gb"] {
            let regions = &book.calendar(name).unwrap().regions;
            let region = &regions[which % regions.len()];
            if !closed(name, Some(region), on) {
                prop_assert!(!closed(name, None, on), "{on} {region}");
            }
        }
    }
}
