//! One table made fit to leave, or a reason why it cannot be.

use crate::disclosure::model::{Counts, MAX_AXES, MAX_CELLS, Marker, TooLarge};
use crate::disclosure::proof::{self, Claim, Fault, Released};
use crate::disclosure::protect::primary::Primary;
use crate::disclosure::protect::require::{printed, requirements, system};
use crate::disclosure::protect::wish::Wish;
use crate::disclosure::witness::{Budget, Finder, Search, Solver, Unmet, Witness};

/// Larger tables are not searched for cells that need not be withheld.
const CLEANED: usize = 5_000;

/// Why a table cannot leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Too many cells or dimensions.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// The threshold is under [`Wish::FLOOR`].
    #[error("the threshold is too low")]
    Threshold,
    /// Nothing that may be withheld protects this cell.
    #[error("a cell cannot be protected")]
    NotProvable {
        /// Which.
        key: Vec<String>,
    },
    /// What was to be spent was spent before all was proved.
    #[error("the search was cut off before everything was proved")]
    OutOfBudget,
    /// The audit found what the search did not see.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Protects a table and audits it in full.
///
/// # Errors
/// [`Refused`]: nothing of the table may leave.
pub fn release(
    counts: &Counts,
    wish: &Wish,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> Result<Released, Refused> {
    let shape = counts.shape();
    if shape.len() > MAX_CELLS || shape.axes().len() > MAX_AXES {
        return Err(Refused::TooLarge(TooLarge {
            cells: shape.len(),
            axes: shape.axes().len(),
        }));
    }
    if wish.threshold < Wish::FLOOR {
        return Err(Refused::Threshold);
    }
    let mut primary = Primary::of(counts, wish);
    let mut known: Vec<Witness> = Vec::new();
    let witnesses = loop {
        let finder = Finder {
            solver,
            budget,
            shape: Some(shape),
        };
        let mut search = Search::new(
            system(counts, &primary, wish),
            requirements(counts, &primary, wish),
            known,
            finder,
        );
        let outcome = search.run();
        if outcome.is_ok() && wish.clean_up && shape.len() <= CLEANED {
            search.clean_up();
        }
        let (_, witnesses, held) = search.found();
        for cell in held {
            mark(&mut primary, cell, Marker::Held);
        }
        let Err(Unmet { about }) = outcome else {
            break witnesses;
        };
        if budget.is_spent() {
            return Err(Refused::OutOfBudget);
        }
        if !widen(&mut primary, counts, wish, about) {
            return Err(Refused::NotProvable {
                key: shape.key(about),
            });
        }
        known = witnesses;
    };
    let claim = Claim {
        threshold: wish.threshold,
        rounded: wish.round,
        texts: texts(counts, &primary, wish),
        overridden: wish.show.clone(),
        witnesses: witnesses.into_iter().map(|witness| witness.moves).collect(),
    };
    Ok(proof::audit(counts, &claim)?)
}

fn texts(counts: &Counts, primary: &Primary, wish: &Wish) -> Vec<String> {
    let cells = primary.markers.iter().enumerate();
    cells
        .map(|(cell, marker)| printed(*marker, counts.value(cell), wish).to_string())
        .collect()
}

fn mark(primary: &mut Primary, cell: usize, marker: Marker) {
    if let Some(place) = primary.markers.get_mut(cell) {
        *place = marker;
    }
}

/// Withholds zeros and small cells as `x`, on the lines through a cell, or, where that was done, in the whole table. Says
/// whether anything changed.
fn widen(primary: &mut Primary, counts: &Counts, wish: &Wish, about: usize) -> bool {
    let shape = counts.shape();
    let nodes = shape.nodes(about);
    let lines = shape.axes().iter().enumerate();
    let near: Vec<usize> = lines
        .flat_map(|(at, axis)| (0..axis.len()).map(move |node| (at, node)))
        .map(|(at, node)| shape.beside(&nodes, at, node))
        .collect();
    widen_all(primary, counts, wish, &near)
        || widen_all(primary, counts, wish, &(0..shape.len()).collect::<Vec<_>>())
}

fn widen_all(primary: &mut Primary, counts: &Counts, wish: &Wish, cells: &[usize]) -> bool {
    let mut changed = false;
    let may_change =
        |cell: &usize| !wish.show.contains(cell) && !counts.shape().is_empty_for_all(*cell);
    for cell in cells.iter().filter(|cell| may_change(cell)) {
        let Some(place) = primary.markers.get_mut(*cell) else {
            continue;
        };
        let is_open = matches!(place, Marker::Shown | Marker::Rounded | Marker::Few);
        if is_open && counts.value(*cell) < wish.threshold {
            *place = Marker::Line;
            changed = true;
        }
    }
    changed
}
