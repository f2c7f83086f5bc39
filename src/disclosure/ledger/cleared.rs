//! The one thing that anything is written out from: a table that the audit let go and that was compared with all that left before.

use crate::disclosure::ledger::crowd::Crowd;
use crate::disclosure::ledger::joint::{Conflict, joint};
use crate::disclosure::ledger::sheet::Sheet;
use crate::disclosure::model::Shape;
use crate::disclosure::proof::{Cell, Check, Released};
use crate::disclosure::protect::with_intervals;
use crate::disclosure::witness::{Budget, Solver};

/// How a table was compared with those that left before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// With all of them at once.
    Joint,
    /// With each of them alone: all at once was more than could be spent.
    Pairwise,
    /// With none, and it may stand in the way of later ones ([`crate::disclosure::ledger::Joint::bars_others`]).
    Alone,
}

/// A table that may leave, by itself and beside all that left before. Only [`clear`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    released: Released,
    compared: usize,
    scope: Scope,
}

/// What the comparison said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It may leave.
    Cleared(Cleared),
    /// It may not as it is: it is to be made again with these cells in [`crate::disclosure::protect::Wish::withhold`].
    Withhold(Vec<usize>),
}

/// Compares a table with all that left before. The crowd holds those, and the new table in the place of the last one.
/// Where all at once is more than may be spent, each earlier table is taken alone, if `pairwise` allows it.
///
/// # Errors
/// [`Conflict`].
pub fn clear(
    released: Released,
    mut crowd: Crowd,
    pairwise: bool,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> Result<Verdict, Box<Conflict>> {
    // The crowd says who is where; what is printed is what would leave.
    let new = crowd.sheets().last();
    let name = new.map_or("", Sheet::name).to_owned();
    let asks = new.and_then(Sheet::asks).cloned();
    crowd.reprinted(&Sheet::of(&name, &released).asking(asks));
    let compared = crowd.earlier().count();
    let each = *budget;
    let (mut withhold, scope) = match joint(&crowd, solver, budget) {
        Ok(joint) if joint.bars_others => (joint.withhold, Scope::Alone),
        Ok(joint) => (joint.withhold, Scope::Joint),
        Err(conflict) if conflict.cut_off && pairwise => {
            let mut withhold = Vec::new();
            for earlier in crowd.earlier() {
                let pair = crowd.beside(earlier);
                withhold.extend(joint(&pair, solver, &mut each.clone())?.withhold);
            }
            (withhold, Scope::Pairwise)
        }
        Err(conflict) => return Err(conflict),
    };
    withhold.sort_unstable();
    withhold.dedup();
    Ok(if withhold.is_empty() {
        Verdict::Cleared(Cleared {
            released,
            compared,
            scope,
        })
    } else {
        Verdict::Withhold(withhold)
    })
}

impl Cleared {
    /// With how many tables it was compared.
    pub fn compared(&self) -> usize {
        self.compared
    }

    /// How.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The same table as one that left before: beside as many as that one was.
    #[must_use]
    pub fn beside_the_first(self, compared: usize) -> Self {
        Self { compared, ..self }
    }

    /// The cells, in the order of the shape.
    pub fn cells(&self) -> &[Cell] {
        self.released.cells()
    }

    /// The cell of a key. Axes left out at its end are totals.
    pub fn cell<S: AsRef<str>>(&self, key: &[S]) -> Option<&Cell> {
        self.released.cell(key)
    }

    /// The axes and which cell is where.
    pub fn shape(&self) -> &Shape {
        self.released.shape()
    }

    /// The threshold that the markers speak of.
    pub fn threshold(&self) -> i64 {
        self.released.threshold()
    }

    /// What the audit of the table by itself checked.
    pub fn check(&self) -> Check {
        self.released.check()
    }

    /// The table for shares of its cells, which are computed from what it prints.
    pub fn released(&self) -> &Released {
        &self.released
    }

    /// The same with what readers can work out of each withheld cell.
    #[must_use]
    pub fn with_intervals(self, solver: &dyn Solver, budget: &mut Budget) -> Self {
        Self {
            released: with_intervals(self.released, solver, budget),
            ..self
        }
    }
}
