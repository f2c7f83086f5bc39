//! What a table that others published tells by itself of numbers that it withholds.

use crate::disclosure::ledger::alone::own_sums;
use crate::disclosure::ledger::crowd::Crowd;
use crate::disclosure::ledger::system::Whole;
use crate::disclosure::model::{Domain, Marker};
use crate::disclosure::witness::{Budget, Finder, Solver, System};

/// The small numbers of the one table of a crowd of which its other cells leave open less than their markers say, and between
/// what each must lie. Nothing is reckoned with but its own sums, and only what is shown to follow is told: whoever has the
/// table knows as much, whatever else they know.
pub fn told(crowd: &Crowd, solver: &dyn Solver, budget: &mut Budget) -> Vec<(Vec<String>, Domain)> {
    let Some(sheet) = crowd.sheets().first().filter(|_| crowd.new_sheet() == 0) else {
        return Vec::new();
    };
    let whole = Whole::alone(crowd);
    let system = own_sums(&whole, sheet.shape());
    let mut finder = Finder {
        solver,
        budget,
        shape: Some(sheet.shape()),
    };
    let mut found = Vec::new();
    for (cell, place) in system.places.iter().enumerate() {
        let printed = sheet.printed(cell);
        let is_withheld = matches!(printed.marker, Marker::Few | Marker::Line | Marker::Rounded);
        if !is_withheld || !(1..printed.threshold).contains(&place.truth) {
            continue;
        }
        // Under an `x` it is asked whether there may be as many as are small, and no more.
        let open = match printed.marker {
            Marker::Line => Domain::between(0, printed.threshold - 1),
            _ => printed.domain(),
        };
        let left = narrowed(&mut finder, &system, cell, open);
        if left != open {
            let most = left
                .most
                .filter(|most| printed.marker != Marker::Line || *most < printed.threshold - 1);
            found.push((sheet.shape().key(cell), Domain { most, ..left }));
        }
    }
    found
}

/// What a place can be, from what it might be.
fn narrowed(finder: &mut Finder<'_>, system: &System, at: usize, open: Domain) -> Domain {
    let truth = system.places.get(at).map_or(0, |place| place.truth);
    let Some(mut most) = open.most else {
        return open;
    };
    let mut least = open.least;
    while least < truth && finder.is_beyond(system, at, Domain::between(open.least, least)) {
        least += 1;
    }
    while most > truth && finder.is_beyond(system, at, Domain::from(most)) {
        most -= 1;
    }
    Domain::between(least, most)
}
