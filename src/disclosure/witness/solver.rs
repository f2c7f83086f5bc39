//! The crate that solves linear programmes, behind one method. Nothing it says is believed without a check.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions};

use crate::disclosure::witness::program::Program;

/// Solves linear programmes.
pub trait Solver {
    /// A value for each variable at which the price is least, or none: there is no solution, or it found none.
    fn solve(&self, program: &Program) -> Option<Vec<f64>>;
}

/// `microlp`'s simplex. An error, a panic and a search that goes on too long are all "found none".
#[derive(Debug, Clone, Copy, Default)]
pub struct Simplex;

/// Branches that are tried before a search for whole numbers is given up.
const BRANCHES: u64 = 200;

/// The largest whole number that a variable takes in such a search.
const WHOLE_FAR: f64 = 1_000_000.0;

thread_local! {
    static SOLVING: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is inside the solver, where a panic is caught and means no more than "found none": the program's
/// panic hook says nothing of it.
pub fn is_solving() -> bool {
    SOLVING.get()
}

impl Solver for Simplex {
    fn solve(&self, program: &Program) -> Option<Vec<f64>> {
        SOLVING.set(true);
        let solved = panic::catch_unwind(AssertUnwindSafe(|| solve(program)));
        SOLVING.set(false);
        solved.ok().flatten()
    }
}

fn solve(program: &Program) -> Option<Vec<f64>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut columns = Vec::with_capacity(program.columns.len());
    for column in &program.columns {
        let variable = if program.whole {
            let bound = |value: f64| {
                let value = value.clamp(-WHOLE_FAR, WHOLE_FAR);
                format!("{value:.0}").parse::<i32>().ok()
            };
            problem.add_integer_var(column.price, (bound(column.least)?, bound(column.most)?))
        } else {
            problem.add_var(column.price, (column.least, column.most))
        };
        columns.push(variable);
    }
    for row in &program.rows {
        let terms: Vec<_> = row
            .terms
            .iter()
            .filter_map(|(column, times)| Some((*columns.get(*column)?, *times)))
            .collect();
        problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, row.bound);
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES);
    if program.whole {
        options.mip_gap = 0.2;
    }
    let outcome = problem.solve_with(options).ok()?;
    let solution = outcome.solution()?;
    Some(
        columns
            .iter()
            .map(|column| solution.var_value(*column))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::witness::program::{Column, Row};

    fn program(whole: bool) -> Program {
        let column = |price, most| Column {
            price,
            least: 0.0,
            most,
        };
        Program {
            columns: vec![column(1.0, f64::INFINITY), column(3.0, 2.0)],
            rows: vec![Row {
                terms: vec![(0, 2.0), (1, 2.0)],
                bound: 7.0,
            }],
            whole,
        }
    }

    #[test]
    fn finds_the_cheapest_or_none() {
        let solved = Simplex.solve(&program(false)).unwrap();
        assert!((solved[0] - 3.5).abs() < 1e-6 && solved[1].abs() < 1e-6);
        assert_eq!(Simplex.solve(&program(true)), None);
        assert!(!is_solving());
    }
}
