//! Easter Sunday in both reckonings.

use chrono::{Days, NaiveDate};

/// The Western Easter Sunday (Meeus, Jones and Butcher: the Gregorian computus).
#[expect(
    clippy::many_single_char_names,
    reason = "as the computus is printed everywhere"
)]
pub(super) fn western(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, n / 31, n % 31 + 1)
}

/// The Orthodox Easter Sunday (Meeus: the Julian computus), in the Gregorian calendar.
pub(super) fn orthodox(year: i32) -> Option<NaiveDate> {
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let n = d + e + 114;
    let lag = u64::try_from(year / 100 - year / 400 - 2).ok()?;
    day(year, n / 31, n % 31 + 1)?.checked_add_days(Days::new(lag))
}

fn day(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_published_tables() {
        for (year, w, o) in [
            (2000, (4, 23), (4, 30)),
            (2008, (3, 23), (4, 27)),
            (2016, (3, 27), (5, 1)),
            (2019, (4, 21), (4, 28)),
            (2024, (3, 31), (5, 5)),
            (2025, (4, 20), (4, 20)),
            (2026, (4, 5), (4, 12)),
            (2027, (3, 28), (5, 2)),
        ] {
            let at = |(m, d)| NaiveDate::from_ymd_opt(year, m, d);
            assert_eq!(western(year), at(w), "{year}");
            assert_eq!(orthodox(year), at(o), "{year}");
        }
    }
}
