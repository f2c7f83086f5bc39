//! One witness for one goal: a linear programme whose solution is the witness, repaired where it is not whole.

use crate::disclosure::model::{Domain, Shape};
use crate::disclosure::witness::budget::Budget;
use crate::disclosure::witness::program::{Elastic, Laid};
use crate::disclosure::witness::search::Goal;
use crate::disclosure::witness::slices;
use crate::disclosure::witness::solver::Solver;
use crate::disclosure::witness::system::{Equation, System, Witness};

/// What may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::disclosure) enum Mode {
    /// What is withheld.
    Printed,
    /// And, at a price, what may be withheld.
    Widen,
}

/// Larger programmes are not searched branch by branch.
const BRANCHED: usize = 3_000;

/// What moves by one at the price of one.
const UNIT: i64 = 16;

/// So far from a range a solver may be that meant to be in it.
const NEAR: f64 = 1e-3;

/// What looks for witnesses, and how much it may still look.
pub(in crate::disclosure) struct Finder<'a> {
    /// Solves.
    pub solver: &'a dyn Solver,
    /// What is left to spend.
    pub budget: &'a mut Budget,
    /// The table, where the places are its cells: its slices help to repair.
    pub shape: Option<&'a Shape>,
}

impl Finder<'_> {
    /// A witness for a goal, checked in whole numbers.
    pub fn find(&mut self, system: &System, goal: &Goal, mode: Mode) -> Option<Witness> {
        let wide = mode == Mode::Widen;
        let things = stakes(system, goal, wide);
        let laid = Laid::out(&things, &system.equations)?;
        let solved = self.solve(&laid)?;
        let fits = |moved: &[i64]| {
            let serves = system.admits(moved, wide) && goal.is_served(system, &Witness::of(moved));
            serves.then(|| Witness::of(moved))
        };
        if let Some(witness) = fits(&laid.read(&solved, things.len())) {
            return Some(witness);
        }
        if let (Goal::At(target, _), Some(shape)) = (goal, self.shape.filter(|_| !system.network)) {
            let repaired = slices::repair(self, shape, &things, *target);
            if let Some(witness) = repaired.as_deref().and_then(fits) {
                return Some(witness);
            }
        }
        let mut laid = laid;
        laid.program.whole = true;
        if system.network || laid.program.columns.len() > BRANCHED {
            return None;
        }
        let solved = self.solve(&laid)?;
        fits(&laid.read(&solved, things.len()))
    }

    /// Solves a programme, if there is enough left to spend on it.
    pub fn solve(&mut self, laid: &Laid) -> Option<Vec<f64>> {
        let size = laid.program.columns.len() + laid.program.rows.len();
        let steps = match self.shape {
            _ if laid.program.whole => size * 10,
            Some(shape) if shape.is_network() => size / 8,
            _ => size,
        };
        self.budget
            .take(steps)
            .then(|| self.solver.solve(&laid.program))
            .flatten()
    }

    /// Whether a place is shown to be beyond a range: of all solutions, whole or not, the one that comes nearest to the range
    /// was found, and is outside it. That none was found shows nothing.
    pub fn is_beyond(&mut self, system: &System, at: usize, range: Domain) -> bool {
        let mut things = stakes(system, &Goal::At(at, range), false);
        let Some((thing, place)) = things.get_mut(at).zip(system.places.get(at)) else {
            return false;
        };
        if thing.is_impossible() {
            return true;
        }
        thing.reach = place.elastic(false, None).free;
        thing.price = UNIT;
        let Some(laid) = Laid::out(&things, &system.equations) else {
            return false;
        };
        let Some(nearest) = self.solve(&laid) else {
            return false;
        };
        let columns = laid.program.columns.iter().zip(&nearest);
        let beyond: f64 = columns.map(|(column, by)| column.price * by).sum();
        beyond > NEAR
    }

    /// The smallest price of moves of these things, and the moves.
    pub fn cheapest(
        &mut self,
        things: &[Elastic],
        equations: &[Equation],
    ) -> Option<(i64, Vec<i64>)> {
        let laid = Laid::out(things, equations)?;
        let solved = self.solve(&laid)?;
        let moved = laid.read(&solved, things.len());
        let price = |(thing, by): (&Elastic, &i64)| {
            let beyond = (by - thing.free.1).max(thing.free.0 - by).max(0);
            thing.price.saturating_mul(beyond)
        };
        Some((things.iter().zip(&moved).map(price).sum(), moved))
    }
}

/// How everything may move so that the goal is met.
fn stakes(system: &System, goal: &Goal, wide: bool) -> Vec<Elastic> {
    let places = system.places.iter();
    let mut things: Vec<Elastic> = places.map(|place| place.elastic(wide, None)).collect();
    let mut bind = |at: usize, range: Domain| {
        if let (Some(thing), Some(place)) = (things.get_mut(at), system.places.get(at)) {
            *thing = place.elastic(wide, Some(range));
        }
    };
    match goal {
        Goal::At(at, range) => bind(*at, *range),
        Goal::Spread { whole, parts } => {
            // With a total that stands still no part needs to be compared with it; one person cannot be spread.
            let total = system
                .places
                .get(*whole)
                .map_or(2, |place| place.truth.max(2));
            bind(*whole, Domain::only(total));
            for part in parts {
                bind(*part, Domain::between(0, (9 * total - 1) / 10));
            }
        }
    }
    things
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::witness::program::Program;
    use crate::disclosure::witness::{Place, Simplex};

    struct Blind;

    impl Solver for Blind {
        fn solve(&self, _: &Program) -> Option<Vec<f64>> {
            None
        }
    }

    /// Thirteen, of whom three are of one kind and ten, as far as is known, of the other.
    fn system(known: Domain) -> System {
        let place = |truth, free| Place {
            truth,
            free,
            wide: None,
            price: 0,
        };
        System {
            places: vec![
                place(3, Domain::from(0)),
                place(10, known),
                place(13, Domain::only(13)),
            ],
            equations: vec![Equation {
                whole: 2,
                parts: vec![(0, 1), (1, 1)],
            }],
            network: false,
        }
    }

    #[test]
    fn that_a_number_cannot_be_is_shown_and_not_taken_from_silence() {
        let beyond = |solver: &dyn Solver, known, range| {
            let mut budget = Budget::steps(1_000);
            let mut finder = Finder {
                solver,
                budget: &mut budget,
                shape: None,
            };
            finder.is_beyond(&system(known), 0, range)
        };
        let (told, open) = (Domain::only(10), Domain::from(5));
        assert!(beyond(&Simplex, told, Domain::between(0, 1)));
        assert!(beyond(&Simplex, told, Domain::from(4)));
        assert!(!beyond(&Simplex, told, Domain::only(3)));
        assert!(!beyond(&Simplex, open, Domain::between(0, 1)));
        assert!(!beyond(&Simplex, open, Domain::only(8)));
        assert!(beyond(&Simplex, open, Domain::from(9)));
        assert!(!beyond(&Blind, told, Domain::from(4)));
    }
}
