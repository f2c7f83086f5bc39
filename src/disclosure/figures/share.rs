//! Percentages, computed from what tables print and never from true counts: they say nothing that the tables do not.

use crate::disclosure::model::{Domain, Printed};
use crate::disclosure::proof::{Cell, Released};

/// Of fewer than so many there is no percentage.
const ENOUGH: i64 = 20;

/// From so many on, one decimal.
const FINE: i64 = 1_000;

/// Why there can be no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadShare {
    /// The parts are persons, say, and the whole is decisions.
    #[error("a share across two units")]
    Units,
    /// A key that no cell has.
    #[error("no such cell")]
    NoSuchCell,
    /// One cell lies within another: its people would count twice.
    #[error("one of the cells lies within another")]
    Overlap,
}

/// A percentage, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Per {
    /// So many tenths of a per cent.
    pub tenths: i64,
    /// Whether the tenths count.
    pub is_fine: bool,
}

/// What can be said of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// A percentage.
    Exactly(Per),
    /// Less than so many per cent.
    Under(Per),
    /// From one to another.
    Between(Per, Per),
    /// Nothing: too few, or too little is known.
    Untold,
}

/// The share that some cells have of others, say decisions that gave protection of all decisions. Both tables may be the
/// same one.
///
/// # Errors
/// [`BadShare`].
pub fn share<S: AsRef<str>>(
    (parts, part_keys): (&Released, &[Vec<S>]),
    (whole, whole_keys): (&Released, &[Vec<S>]),
) -> Result<Share, BadShare> {
    if parts.unit() != whole.unit() {
        return Err(BadShare::Units);
    }
    Ok(share_of(sum(parts, part_keys)?, sum(whole, whole_keys)?))
}

/// What the cells can be together.
fn sum<S: AsRef<str>>(table: &Released, keys: &[Vec<S>]) -> Result<Domain, BadShare> {
    let mut cells = Vec::new();
    for key in keys {
        cells.push(table.shape().find(key).ok_or(BadShare::NoSuchCell)?);
    }
    for cell in &cells {
        let under = table.shape().under(*cell);
        let twice = cells.iter().filter(|other| *other == cell).count() > 1;
        if twice || cells.iter().any(|other| under.contains(other)) {
            return Err(BadShare::Overlap);
        }
    }
    let none = Domain::only(0);
    let sum = cells
        .iter()
        .filter_map(|cell| table.cells().get(*cell))
        .fold(none, |sum, cell| {
            let one = known(table, cell);
            Domain {
                least: sum.least + one.least,
                most: sum.most.zip(one.most).map(|(a, b)| a + b),
            }
        });
    Ok(sum)
}

/// What readers know of a cell: what its text says, and what it is said that they can work out.
pub fn known(table: &Released, cell: &Cell) -> Domain {
    let printed = Printed::read(&cell.shown, table.threshold(), table.is_rounded());
    let read = printed.unwrap_or(Printed::ANY).domain();
    let told = cell.interval.map(|(least, most)| Domain {
        least: i64::try_from(least).unwrap_or(0),
        most: most.and_then(|most| i64::try_from(most).ok()),
    });
    told.map_or(read, |told| read.within(told))
}

/// The share that a number has of another, of which so much is known; the part is a part of the whole.
pub fn share_of(part: Domain, whole: Domain) -> Share {
    share_beside(part, Domain::from(0), whole)
}

/// The share that a number has of itself and what stands beside it: what is not known of it, is the same above the line and
/// below.
pub fn share_beside(part: Domain, beside: Domain, whole: Domain) -> Share {
    if whole.least < ENOUGH {
        return Share::Untold;
    }
    let is_fine = whole.least >= FINE;
    // Nobody of however many.
    if part == Domain::only(0) {
        return Share::Exactly(Per { tenths: 0, is_fine });
    }
    let (Some(part_most), Some(whole_most)) = (part.most, whole.most) else {
        return Share::Untold;
    };
    let step = if is_fine { 1 } else { 10 };
    let per = |steps: i64| Per {
        tenths: steps * step,
        is_fine,
    };
    // So many steps of a whole or a tenth of a per cent, down or up.
    let in_steps = |n: i64, of: i64| n * 1_000 / (of * step);
    if part.least == part_most && whole.least == whole_most {
        let twice = part.least * 2_000 / (whole.least * step);
        return Share::Exactly(per((twice + 1) / 2));
    }
    let least_whole = whole.least.max(part_most.saturating_add(beside.least));
    // More than it can be: it is told as something that it is under.
    let above = in_steps(part_most, least_whole) + 1;
    let all = 1_000 / step;
    if part.least <= 1 {
        // Up to all of them is said of nothing.
        return if above > all {
            Share::Untold
        } else {
            Share::Under(per(above))
        };
    }
    let most_whole = beside.most.map_or(whole_most, |most| {
        whole_most.min(part.least.saturating_add(most))
    });
    let least = in_steps(part.least, most_whole.max(part.least));
    // No more than it can be.
    let is_whole = part_most * 1_000 % (least_whole * step) == 0;
    let most = if is_whole { above - 1 } else { above };
    Share::Between(per(least), per(most.min(all)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_a_withheld_number_allows_all_that_its_marker_allows() {
        for whole in 1..=300 {
            let told = share_of(Domain::between(1, 4), Domain::only(whole));
            match told {
                Share::Under(per) => {
                    assert!(
                        (1..=4).all(|n| n * 1_000 < per.tenths * whole),
                        "of {whole}"
                    );
                }
                _ => assert!(told == Share::Untold && whole < 20, "of {whole}: {told:?}"),
            }
        }
    }

    #[test]
    fn a_share_of_shown_numbers_is_rounded() {
        let per = |tenths, is_fine| Share::Exactly(Per { tenths, is_fine });
        assert_eq!(
            share_of(Domain::only(90), Domain::only(211)),
            per(430, false)
        );
        assert_eq!(
            share_of(Domain::only(905), Domain::only(2_110)),
            per(429, true)
        );
        assert_eq!(share_of(Domain::only(0), Domain::only(50)), per(0, false));
        // Of however many it is nought, where there may be a share of them at all.
        let nobody = |whole| share_of(Domain::only(0), whole);
        assert_eq!(nobody(Domain::between(34, 40)), per(0, false));
        assert_eq!(nobody(Domain::from(20)), per(0, false));
        assert_eq!(nobody(Domain::between(19, 40)), Share::Untold);
        assert_eq!(share_of(Domain::only(9), Domain::only(19)), Share::Untold);
        assert_eq!(share_of(Domain::from(5), Domain::only(211)), Share::Untold);
        let Share::Between(low, high) = share_of(Domain::between(88, 91), Domain::only(211)) else {
            panic!()
        };
        assert_eq!((low.tenths, high.tenths), (410, 440));
        // A bound that is a whole per cent is that, and not one more.
        let told = share_of(Domain::only(5), Domain::between(25, 28));
        let Share::Between(low, high) = told else {
            panic!()
        };
        assert_eq!((low.tenths, high.tenths), (170, 200));
    }

    #[test]
    fn every_share_of_up_to_300_allows_all_that_the_markers_allow() {
        let known = |n: i64| match n {
            1..=4 => [Domain::only(n), Domain::between(1, 4)],
            n => [Domain::only(n), Domain::from(5)],
        };
        for whole in 1..=300_i64 {
            for part in 0..=whole {
                for (a, b) in known(part).into_iter().zip(known(whole)).chain([
                    (known(part)[1], Domain::only(whole)),
                    (Domain::only(part), known(whole)[1]),
                ]) {
                    // In thousandths, from the least to the most that is told.
                    let (least, most) = match share_of(a, b) {
                        Share::Untold => continue,
                        Share::Exactly(per) => (per.tenths - 5, per.tenths + 5),
                        Share::Under(per) => (0, per.tenths),
                        Share::Between(least, most) => (least.tenths, most.tenths),
                    };
                    assert!(b.least >= 20, "{part} of {whole}");
                    let is_told = a.least != a.most.unwrap_or(i64::MAX);
                    let all = if is_told {
                        a.least..=a.most.unwrap().min(whole)
                    } else {
                        part..=part
                    };
                    for n in all {
                        let tenths = n * 1_000;
                        assert!(
                            least * whole <= tenths && tenths <= most * whole,
                            "{part} of {whole}: {n} is not {least}..{most}"
                        );
                    }
                }
            }
        }
    }
}
