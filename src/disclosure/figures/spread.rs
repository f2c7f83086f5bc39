//! Medians and quartiles of times, told only where enough persons and cases stand on either side.

use std::collections::BTreeSet;

/// One time that was observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observed {
    /// How many days.
    pub days: u32,
    /// Of whom.
    pub person: u64,
    /// In whose case.
    pub case: u64,
}

/// Which share of the observed lies below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantile {
    /// A quarter.
    Lower,
    /// Half.
    Median,
    /// Three quarters.
    Upper,
    /// Nine tenths.
    Ninetieth,
}

/// A time as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Below a year.
    Weeks(u32),
    /// From a year on.
    Months(u32),
}

/// So many persons on either side.
const SIDE: usize = 5;

/// In so many cases.
const CASES: usize = 3;

/// A month, a twelfth of 365.25 days, in 48ths of a day.
const MONTH: u32 = 1_461;

impl Span {
    /// The first whole number within which so many days are.
    fn of(days: u32) -> Self {
        if days < 365 {
            Self::Weeks(days.div_ceil(7).max(1))
        } else {
            Self::Months(days.saturating_mul(48).div_ceil(MONTH))
        }
    }
}

impl Quantile {
    /// Tenths of the observed below it, doubled; and how many persons must be observed.
    fn asks(self) -> (usize, usize) {
        match self {
            Self::Lower => (5, 4 * SIDE),
            Self::Median => (10, 2 * SIDE),
            Self::Upper => (15, 4 * SIDE),
            Self::Ninetieth => (18, 10 * SIDE),
        }
    }
}

/// A quantile; none where fewer than five persons stand on one side of it, or they are of fewer than three cases.
pub fn quantile(observed: &[Observed], which: Quantile) -> Option<Span> {
    let (twentieths, least) = which.asks();
    let mut sorted = observed.to_vec();
    sorted.sort_unstable_by_key(|one| (one.days, one.case, one.person));
    let persons = |of: &[Observed]| {
        of.iter()
            .map(|one| (one.case, one.person))
            .collect::<BTreeSet<_>>()
            .len()
    };
    let cases: BTreeSet<u64> = sorted.iter().map(|one| one.case).collect();
    if persons(&sorted) < least || cases.len() < CASES {
        return None;
    }
    // The observation at which that share is reached; where it is reached exactly, midway to the next.
    let reached = sorted.len() * twentieths;
    let at = reached / 20;
    let is_between = reached.is_multiple_of(20);
    let below = sorted.get(..at)?;
    let above = sorted.get(if is_between { at } else { at + 1 }..)?;
    if persons(below) < SIDE || persons(above) < SIDE {
        return None;
    }
    let next = sorted.get(at)?.days;
    let days = if is_between {
        u32::midpoint(below.last()?.days, next)
    } else {
        next
    };
    Some(Span::of(days))
}

/// Whether two groups of people differ, on one side or the other, by some but fewer than the threshold: then no statistic of
/// both may be told.
pub fn too_close(one: &BTreeSet<u64>, other: &BTreeSet<u64>, threshold: usize) -> bool {
    let few = |n: usize| (1..threshold).contains(&n);
    few(one.difference(other).count()) || few(other.difference(one).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(many: u64, a_case: u64) -> Vec<Observed> {
        (0..many)
            .map(|n| Observed {
                days: u32::try_from(10 * n).unwrap(),
                person: n,
                case: n / a_case,
            })
            .collect()
    }

    #[test]
    fn a_median_of_nine_is_not_told_nor_of_ten_in_two_cases() {
        assert_eq!(quantile(&observed(9, 1), Quantile::Median), None);
        assert_eq!(quantile(&observed(10, 5), Quantile::Median), None);
        assert_eq!(
            quantile(&observed(10, 1), Quantile::Median),
            Some(Span::Weeks(7))
        );
        assert_eq!(quantile(&observed(19, 1), Quantile::Lower), None);
        assert_eq!(
            quantile(&observed(20, 1), Quantile::Lower),
            Some(Span::Weeks(7))
        );
        assert_eq!(quantile(&observed(49, 1), Quantile::Ninetieth), None);
        assert_eq!(
            quantile(&observed(50, 1), Quantile::Ninetieth),
            Some(Span::Months(15))
        );
        // Ten decisions on three persons are three persons.
        let mut few = observed(10, 1);
        for one in &mut few {
            (one.person, one.case) = (one.person % 3, one.person % 3);
        }
        assert_eq!(quantile(&few, Quantile::Median), None);
    }

    #[test]
    fn on_either_side_of_what_is_told_stand_five() {
        for many in 1..120 {
            let all = observed(many, 1);
            for which in [
                Quantile::Lower,
                Quantile::Median,
                Quantile::Upper,
                Quantile::Ninetieth,
            ] {
                let Some(Span::Weeks(weeks)) = quantile(&all, which) else {
                    continue;
                };
                let days = weeks * 7;
                let within = |one: &&Observed| one.days <= days;
                assert!(
                    all.iter().filter(within).count() >= SIDE,
                    "{which:?} of {many}"
                );
                assert!(all.iter().filter(|one| one.days + 6 >= days).count() >= SIDE);
                let (twentieths, _) = which.asks();
                assert!(all.iter().filter(within).count() * 20 >= all.len() * twentieths);
            }
        }
    }

    #[test]
    fn groups_that_differ_by_few_are_too_close() {
        let group = |from: u64, to: u64| (from..to).collect::<BTreeSet<u64>>();
        assert!(too_close(&group(0, 20), &group(0, 23), 5));
        assert!(too_close(&group(0, 20), &group(1, 30), 5));
        assert!(!too_close(&group(0, 20), &group(0, 25), 5));
        assert!(!too_close(&group(0, 20), &group(0, 20), 5));
    }
}
