//! A number told so roughly that no small one follows from it, nor from two of them. That there are so many is told, too:
//! whoever prints a span of people who stand in tables asks whether that is known.

use crate::disclosure::table::THRESHOLD;

/// The span of as many numbers as the threshold has in which a number lies: `0-4`, `35-39`. Zero is told from four no more than
/// nine from five; where the span changes from one release to the next, between one and nine may have come, and nothing
/// tells whether it was one.
pub fn span(number: u64) -> String {
    let from = at_least(number);
    format!("{from}-{}", from.saturating_add(THRESHOLD - 1))
}

/// How many there are at least, by the span.
pub const fn at_least(number: u64) -> u64 {
    number - number % THRESHOLD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_number_is_told_from_no_other() {
        assert_eq!(span(0), "0-4");
        assert!((0..THRESHOLD).all(|n| span(n) == span(0)));
        assert_eq!(span(5), "5-9");
        assert_eq!(span(39), "35-39");
    }
}
