//! What readers can work out of withheld cells, told to them: the least and the most that the printed table leaves.
//!
//! All of it is computed from what is printed and from nothing else, so it tells nothing that the table does not.

use crate::disclosure::model::{Domain, Printed, Shape};
use crate::disclosure::proof::Released;
use crate::disclosure::witness::{Budget, Finder, Laid, Place, Solver, System};

/// The same table with the least and the most of each cell that prints no true number, by what all cells print. Where the
/// most has no end, or it was not found within the budget, there is none.
#[must_use]
pub fn with_intervals(released: Released, solver: &dyn Solver, budget: &mut Budget) -> Released {
    let found = intervals(&released, solver, budget);
    released.told(&found)
}

fn intervals(
    released: &Released,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> Vec<Option<(u64, Option<u64>)>> {
    let read = released.cells().iter().enumerate().map(|(at, cell)| {
        let printed = Printed::read(&cell.shown, released.threshold(), released.is_rounded());
        let printed = printed.unwrap_or(Printed::ANY);
        released.shape().known(at, printed.domain())
    });
    let domains: Vec<Domain> = read.collect();
    let shown: i64 = domains
        .iter()
        .map(|domain| domain.most.unwrap_or(domain.least))
        .sum();
    // Further than any sum of what is printed: what can be so large can be any number.
    let far = 4 * shown + 1_000;
    let system = printed_system(released.shape(), &domains, far);
    let mut finder = Finder {
        solver,
        budget,
        shape: None,
    };
    let of_cell = |(cell, domain): (usize, &Domain)| {
        if domain.most == Some(domain.least) {
            return None;
        }
        let least = extreme(&mut finder, &system, cell, 1)?;
        let most = extreme(&mut finder, &system, cell, -1)?;
        let most = (most < far / 2).then(|| u64::try_from(most).unwrap_or(0));
        Some((u64::try_from(least).unwrap_or(0), most))
    };
    domains.iter().enumerate().map(of_cell).collect()
}

/// Every number from nothing on, so that how far it moves is what it is.
fn printed_system(shape: &Shape, domains: &[Domain], far: i64) -> System {
    let places = domains.iter().map(|domain| Place {
        truth: 0,
        free: Domain::between(domain.least, domain.most.unwrap_or(far)),
        wide: None,
        price: 0,
    });
    System {
        places: places.collect(),
        equations: System::sums_of(shape),
        network: shape.is_network(),
    }
}

fn extreme(finder: &mut Finder<'_>, system: &System, cell: usize, price: i64) -> Option<i64> {
    let things: Vec<_> = system
        .places
        .iter()
        .map(|place| place.elastic(false, None))
        .collect();
    let mut laid = Laid::out(&things, &system.equations)?;
    let column = laid.price(cell, price)?;
    let value = *finder.solve(&laid)?.get(column)?;
    // Inwards to the next whole number: there is none beyond.
    let slack = if price > 0 { 0.5 - 1e-6 } else { 1e-6 - 0.5 };
    Some(Laid::nearest(value + slack))
}
