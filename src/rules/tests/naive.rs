//! The reckoning against one that walks day by day, and the laws that every rule keeps.

use chrono::{Datelike as _, NaiveDate};
use proptest::prelude::*;

use super::day;
use crate::rules::Roll::{Next, Previous};
use crate::rules::StartRule::{Backward, DayAfter, Inclusive};
use crate::rules::calendar::Days;
use crate::rules::reckon::{Count, end};
use crate::rules::{Book, Convention, Period, Roll, Unit};

/// A day between 2003 and 2026: every calendar knows these years and the one after.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..8600u64).prop_map(|n| day("2003-01-01") + chrono::Days::new(n))
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Days),
        Just(Unit::WorkingDays),
        Just(Unit::Weeks),
        Just(Unit::Months),
        Just(Unit::Years),
    ]
}

fn any_place() -> impl Strategy<Value = (&'static str, Option<&'static str>)> {
    prop_oneof![
        Just(("ru", None)),
        Just(("de", None)),
        Just(("de", Some("DE-BY"))),
        Just(("de", Some("DE-SN"))),
        Just(("gb", None)),
        Just(("gb", Some("GB-SCT"))),
        Just(("gb", Some("GB-EAW"))),
    ]
}

/// The month `n` months on, and its last day where it lacks the number: from scratch.
fn months_on(from: NaiveDate, n: u32) -> NaiveDate {
    let mut year = from.year();
    let mut month = from.month();
    for _ in 0..n {
        month += 1;
        if month == 13 {
            (year, month) = (year + 1, 1);
        }
    }
    let mut number = from.day();
    loop {
        if let Some(found) = NaiveDate::from_ymd_opt(year, month, number) {
            return found;
        }
        number -= 1;
    }
}

/// Walks one day at a time from the day after the event.
fn walk(days: &mut Days<'_>, period: Period, from: NaiveDate, roll: bool) -> NaiveDate {
    let mut today = from;
    let target = match period.unit {
        Unit::Months => Some(months_on(from, period.n)),
        Unit::Years => Some(months_on(from, 12 * period.n)),
        _ => None,
    };
    let mut counted = 0;
    loop {
        today = today.succ_opt().unwrap();
        let open = days.closed(today).is_none();
        if period.unit != Unit::WorkingDays || open {
            counted += 1;
        }
        let over = match (period.unit, target) {
            (_, Some(target)) => today >= target,
            (Unit::Weeks, _) => counted >= 7 * period.n,
            _ => counted >= period.n,
        };
        if over && (open || !roll) {
            return today;
        }
    }
}

fn shared<'b>(book: &'b Book, name: &str) -> &'b Convention {
    book.conventions().find(|(n, _)| *n == name).unwrap().1
}

fn count<'b>(book: &'b Book, convention: &str, period: Period, roll: Roll) -> Count<'b> {
    Count {
        convention: shared(book, convention),
        start: DayAfter,
        roll,
        wait: &[],
        period,
        adds: None,
    }
}

proptest! {
    #[test]
    fn agrees_with_a_walk_day_by_day(
        from in any_day(),
        (law, region) in any_place(),
        n in 1..40u32,
        unit in any_unit(),
        rolls in any::<bool>(),
    ) {
        let n = if unit == Unit::Years { 1 } else if unit == Unit::Months { n % 12 + 1 } else { n };
        let book = Book::builtin();
        let period = Period { n, unit };
        let convention = match law { "ru" => "ru-months", "de" => "de-bgb", _ => "uk-ftt" };
        let closed = &shared(&book, convention).closed;
        let mut days = Days::new(book.calendar(law), region, closed, None);
        let roll = if rolls { Next } else { Roll::None };
        let found = end(&mut days, count(&book, convention, period, roll), from, None).unwrap();
        prop_assert_eq!(found.due, walk(&mut days, period, from, rolls));
        if rolls {
            prop_assert!(days.closed(found.due).is_none());
        }
    }

    #[test]
    fn a_later_event_never_ends_earlier(
        from in any_day(),
        more in 0..40u64,
        (law, region) in any_place(),
        n in 1..20u32,
        unit in any_unit(),
        back in any::<bool>(),
    ) {
        let n = if unit == Unit::Years { 1 } else { n };
        let book = Book::builtin();
        let mut days = Days::new(book.calendar(law), region, &[], None);
        let mut due = |from| {
            let (start, roll) = if back {
                (Backward, Previous)
            } else {
                (DayAfter, Next)
            };
            let count = Count { start, ..count(&book, "de-bgb", Period { n, unit }, roll) };
            end(&mut days, count, from, None).unwrap().due
        };
        let (first, second) = (due(from), due(from + chrono::Days::new(more)));
        prop_assert!(first <= second);
        if back { prop_assert!(first < from) } else { prop_assert!(first > from) }
    }
}

#[test]
fn odd_conventions_count_as_written() {
    let book = Book::builtin();
    let run = |change: fn(&mut Convention), n, unit, start, roll, from: &str| {
        let mut convention = shared(&book, "de-bgb").clone();
        change(&mut convention);
        let count = Count {
            convention: &convention,
            start,
            roll,
            wait: &[],
            period: Period { n, unit },
            adds: None,
        };
        let mut days = Days::new(book.calendar("de"), None, &[], None);
        end(&mut days, count, day(from), None)
            .unwrap()
            .due
            .to_string()
    };
    let same = |_: &mut Convention| {};
    // Délai franc: 28 February and a day, then off Sunday 1 March.
    let franc = |c: &mut Convention| c.last_day_not_counted = true;
    assert_eq!(
        run(franc, 1, Unit::Months, DayAfter, Next, "2026-01-30"),
        "2026-03-02"
    );
    // Two days from a Friday hold two working days.
    let least = |c: &mut Convention| {
        c.least_working_days = Some(crate::rules::model::LeastWorkingDays { n: 2, from_days: 2 });
    };
    assert_eq!(
        run(least, 2, Unit::Days, DayAfter, Next, "2026-07-03"),
        "2026-07-07"
    );
    // The day itself is day one.
    assert_eq!(
        run(
            same,
            15,
            Unit::WorkingDays,
            Inclusive,
            Roll::None,
            "2026-11-27"
        ),
        "2026-12-17"
    );
    assert_eq!(
        run(same, 28, Unit::Days, Inclusive, Roll::None, "2026-11-27"),
        "2026-12-24"
    );
    // No roll at all, and back to the working day before.
    assert_eq!(
        run(same, 6, Unit::Months, DayAfter, Roll::None, "2025-08-30"),
        "2026-02-28"
    );
    assert_eq!(
        run(same, 1, Unit::Weeks, Backward, Previous, "2026-03-15"),
        "2026-03-06"
    );
    // Periods above a length do not roll.
    let short = |c: &mut Convention| {
        c.rolls_up_to = vec![Period {
            n: 12,
            unit: Unit::Weeks,
        }];
    };
    assert_eq!(
        run(short, 13, Unit::Weeks, DayAfter, Next, "2026-01-03"),
        "2026-04-04"
    );
    assert_eq!(
        run(short, 12, Unit::Weeks, DayAfter, Next, "2026-01-10"),
        "2026-04-07"
    );
}

#[test]
fn hours_run_from_the_hour_or_from_the_start_of_the_day() {
    let book = Book::builtin();
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-06T14:20:00+01:00").unwrap();
    let hours = Period {
        n: 48,
        unit: Unit::Hours,
    };
    let count = count(&book, "de-bgb", hours, Roll::None);
    let mut days = Days::new(book.calendar("de"), None, &[], None);
    let known = end(&mut days, count, day("2026-03-06"), Some(at)).unwrap();
    assert_eq!(
        known.due_at.unwrap().to_rfc3339(),
        "2026-03-08T14:20:00+01:00"
    );
    assert_eq!(known.due, day("2026-03-08"));
    let unknown = end(&mut days, count, day("2026-03-06"), None).unwrap();
    assert_eq!((unknown.due, unknown.due_at), (day("2026-03-07"), None));
}
