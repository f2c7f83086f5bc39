//! What must stay possible of each number that is withheld, and the numbers of a table as they hang together.

use crate::disclosure::model::{Counts, Domain, Marker, Printed, rounded};
use crate::disclosure::protect::primary::{Line, Primary, Risk};
use crate::disclosure::protect::wish::Wish;
use crate::disclosure::witness::{Goal, Place, Requirement, System};

/// A rounded small number must leave so many numbers possible.
const LEFT_BY_ROUNDING: i64 = 3;

/// The numbers of a table, as its markers print them.
pub(super) fn system(counts: &Counts, primary: &Primary, wish: &Wish) -> System {
    let shape = counts.shape();
    let places = primary.markers.iter().enumerate().map(|(cell, marker)| {
        let truth = counts.value(cell);
        let free = shape.known(cell, printed(*marker, truth, wish).domain());
        let may_widen = truth >= wish.threshold && !wish.show.contains(&cell);
        let wide = match marker {
            Marker::Shown => may_widen,
            // Only totals, and only where all that the rounded number says lies above the threshold.
            Marker::Rounded => {
                may_widen && shape.sums_over(cell) > 0 && free.least >= wish.threshold
            }
            Marker::Few | Marker::Held | Marker::Line => false,
        };
        Place {
            truth,
            free,
            wide: wide.then(|| Domain::from(wish.threshold)),
            price: price(truth) << shape.sums_over(cell),
        }
    });
    System {
        places: places.collect(),
        equations: System::sums_of(shape),
        network: shape.is_network(),
    }
}

/// A cell as a marker prints it.
pub(super) fn printed(marker: Marker, truth: i64, wish: &Wish) -> Printed {
    Printed {
        marker,
        number: match marker {
            Marker::Shown => Some(truth),
            Marker::Rounded => Some(rounded(truth)),
            Marker::Few | Marker::Held | Marker::Line => None,
        },
        threshold: wish.threshold,
    }
}

/// What readers lose by not seeing a number: its logarithm to base two, in sixteenths, straight between powers.
fn price(truth: i64) -> i64 {
    let n = truth.max(0) + 2;
    let whole = n.ilog2();
    let power = 1_i64 << whole;
    i64::from(whole) * 16 + (n - power) * 16 / power
}

/// What must stay possible.
pub(super) fn requirements(counts: &Counts, primary: &Primary, wish: &Wish) -> Vec<Requirement> {
    let network = counts.shape().is_network();
    let few = wish.threshold - 1;
    let of_cell = |(cell, (risk, marker)): (usize, (&Risk, &Marker))| {
        let truth = counts.value(cell);
        let at = |range| Goal::At(cell, range);
        let options = match (risk, marker) {
            (Risk::None, _) | (Risk::Small | Risk::Family, Marker::Shown) => return None,
            (_, Marker::Rounded) => splits(cell, truth, LEFT_BY_ROUNDING, network),
            (Risk::Family, _) => splits(cell, truth, few, network),
            (Risk::Small, Marker::Few) if network => {
                vec![vec![at(Domain::only(1)), at(Domain::only(few))]]
            }
            (Risk::Small, Marker::Few) => vec![(1..=few).map(|n| at(Domain::only(n))).collect()],
            (Risk::Small, Marker::Line | Marker::Held) => {
                vec![vec![at(Domain::between(0, 1)), at(Domain::from(few))]]
            }
        };
        Some(Requirement {
            about: cell,
            options,
            is_wish: false,
        })
    };
    let cells = primary
        .risks
        .iter()
        .zip(&primary.markers)
        .enumerate()
        .filter_map(of_cell);
    let spread = |Line { whole, parts }: &Line, is_wish| Requirement {
        about: *whole,
        options: vec![vec![Goal::Spread {
            whole: *whole,
            parts: parts.clone(),
        }]],
        is_wish,
    };
    let lines = primary.lines.iter().map(|line| spread(line, false));
    let small = primary.small_lines.iter().map(|line| spread(line, true));
    cells.chain(lines).chain(small).collect()
}

/// Ways to leave so many numbers possible, the true one among them: all above it, all but one, and so on. In a network
/// what lies between two possible numbers is possible too.
fn splits(cell: usize, truth: i64, numbers: i64, network: bool) -> Vec<Vec<Goal>> {
    let mut options = Vec::new();
    for below in 0..numbers {
        let above = numbers - 1 - below;
        let mut option = Vec::new();
        if network {
            if above > 0 {
                option.push(Goal::At(cell, Domain::from(truth + above)));
            }
            if below > 0 {
                option.push(Goal::At(cell, Domain::between(0, truth - below)));
            }
        } else {
            let others = (-below..=above).filter(|by| *by != 0);
            option.extend(others.map(|by| Goal::At(cell, Domain::only(truth + by))));
        }
        options.push(option);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_rise_with_the_number() {
        assert_eq!([0, 2, 6, 14].map(price), [16, 32, 48, 64]);
        let prices: Vec<i64> = (0..1_000).map(price).collect();
        assert!(prices.is_sorted());
    }
}
