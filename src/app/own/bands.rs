//! Numbers of a field are counted in bands that are the same whoever is counted: a number of its own would be the name of a
//! row, and tell what the one person in it owes.

/// So small a number, on either side of nought, stands for itself.
const ALONE: u64 = 4;

/// The band of a number: `0` to `4`, then `5-9`, `10-19`, `20-49`, `50-99` and so on; below nought `-9..-5`.
pub(in crate::app) fn band(number: i64) -> String {
    let size = number.unsigned_abs();
    if size <= ALONE {
        return number.to_string();
    }
    let (least, most) = bounds(size);
    if number < 0 {
        format!("-{most}..-{least}")
    } else {
        format!("{least}-{most}")
    }
}

/// One, two and five, times ten as often as it takes.
fn bounds(size: u64) -> (u64, u64) {
    let mut tens: u64 = 1;
    loop {
        for (least, next) in [(1, 2), (2, 5), (5, 10)] {
            let most = tens.saturating_mul(next).saturating_sub(1);
            if size <= most {
                return (tens.saturating_mul(least), most);
            }
        }
        tens = tens.saturating_mul(10);
    }
}

/// The least number of a band, where a text is one.
pub(in crate::app) fn least(code: &str) -> Option<i64> {
    let first = match (code.split_once(".."), code.split_once('-')) {
        (Some((first, _)), _) => first,
        (None, Some((first, _))) if !first.is_empty() => first,
        _ => code,
    };
    let first = first.parse().ok()?;
    (band(first) == code).then_some(first)
}

/// All bands from that of one number to that of another.
pub(in crate::app) fn between(first: i64, last: i64) -> impl Iterator<Item = String> {
    let next = |number: &i64| {
        let size = number.unsigned_abs();
        let step = match size {
            0..=ALONE => 1,
            // Towards nought the band below, away from it the one above.
            _ if *number > 0 => bounds(size).1 - size + 1,
            _ => size - bounds(size).0 + 1,
        };
        number.checked_add(i64::try_from(step).ok()?)
    };
    std::iter::successors(Some(first), next)
        .take_while(move |number| *number <= last)
        .map(band)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_do_not_hang_on_what_is_recorded() {
        let of = |number: i64| band(number);
        assert_eq!(
            [0, 4, 5, 9, 10, 19].map(of),
            ["0", "4", "5-9", "5-9", "10-19", "10-19"]
        );
        assert_eq!(
            [20, 50, 99, 100, 200, 999].map(of),
            ["20-49", "50-99", "50-99", "100-199", "200-499", "500-999"]
        );
        assert_eq!(
            [1_310, -1, -4, -5, -120].map(of),
            ["1000-1999", "-1", "-4", "-9..-5", "-199..-100"]
        );
        for number in [i64::MIN, -1_000_000, -20, -5, -4, 0, 3, 7, 4_999, i64::MAX] {
            let least = least(&band(number));
            assert!(
                least.is_none_or(|least| least <= number && band(least) == band(number)),
                "{number}"
            );
        }
        for code in [
            "5",
            "6-9",
            "5-8",
            "none",
            "",
            "-",
            "2010",
            "2010-2014",
            "1-2",
        ] {
            assert_eq!(least(code), None, "{code}");
        }
        let all: Vec<String> = between(-12, 23).collect();
        assert_eq!(
            all,
            [
                "-19..-10", "-9..-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4", "5-9",
                "10-19", "20-49"
            ]
        );
    }
}
