//! A table that tells of nobody by itself. Only the audit makes one.

use std::fmt;

use crate::disclosure::model::{Shape, Unit};

/// Why a cell does not show its true number. It says no more than its marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// One or more, fewer than the threshold.
    Small,
    /// The threshold or more, withheld.
    Complementary,
    /// Part of a line that is withheld whole.
    Line,
    /// Rounded to the nearest five.
    Rounded,
    /// Shown on a decision of the office though it is small.
    Override,
}

impl Why {
    /// As files and JSON call it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Complementary => "complementary",
            Self::Line => "line",
            Self::Rounded => "rounded",
            Self::Override => "override",
        }
    }
}

/// A cell as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// A code for each axis, `total` where it sums.
    pub key: Vec<String>,
    /// The number, where a true one is shown.
    pub value: Option<u64>,
    /// What is printed.
    pub shown: String,
    /// Why, where something is withheld or rounded or shown on a decision.
    pub why: Option<Why>,
    /// The least and the most that readers can work out of the whole table, where that was asked for.
    pub interval: Option<(u64, Option<u64>)>,
}

/// What the audit checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Check {
    /// Complete tables that agree with everything printed, besides the true one.
    pub witnesses: usize,
    /// Numbers and lines that they protect.
    pub protected: usize,
}

/// The whole tables that a release was proved by. They are told to nobody: each differs from the truth by some numbers.
#[derive(Clone, Default, PartialEq, Eq)]
pub(in crate::disclosure) struct Proof(pub(super) Vec<Vec<(usize, i64)>>);

impl Proof {
    /// The tables, each told by the cells that differ from the truth and by how much.
    pub fn tables(&self) -> &[Vec<(usize, i64)>] {
        &self.0
    }
}

impl fmt::Debug for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proof")
    }
}

/// A table with nothing in it that readers must not know. What left before is not asked yet: [`crate::disclosure::ledger::clear`] does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    pub(super) unit: Unit,
    pub(super) shape: Shape,
    pub(super) threshold: i64,
    pub(super) rounded: bool,
    pub(super) cells: Vec<Cell>,
    pub(super) check: Check,
    pub(super) proof: Proof,
}

impl Released {
    /// What is counted.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The axes and which cell is where.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The threshold that the markers speak of.
    pub fn threshold(&self) -> i64 {
        self.threshold
    }

    /// Whether all numbers are rounded to the nearest five.
    pub fn is_rounded(&self) -> bool {
        self.rounded
    }

    /// The cells, in the order of the shape. Who writes them out has a [`crate::disclosure::ledger::Cleared`] table.
    pub(in crate::disclosure) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell of a key. Axes left out at its end are totals.
    pub(in crate::disclosure) fn cell<S: AsRef<str>>(&self, key: &[S]) -> Option<&Cell> {
        self.cells.get(self.shape.find(key)?)
    }

    /// Says beside each cell what readers can work out of it.
    #[must_use]
    pub(in crate::disclosure) fn told(mut self, intervals: &[Option<(u64, Option<u64>)>]) -> Self {
        for (cell, interval) in self.cells.iter_mut().zip(intervals) {
            cell.interval = *interval;
        }
        self
    }

    /// How many complete tables readers are told of: of each number that prints as small one in which it is the least and one
    /// in which it is the most. How many had to be found is not told: where the true number is the least or the most, the true
    /// table is one of them, and the count would say so.
    pub fn ends(&self) -> usize {
        let small = |cell: &&Cell| cell.why == Some(Why::Small);
        2 * self.cells.iter().filter(small).count()
    }

    /// What it was proved by, for the check beside others.
    pub(in crate::disclosure) fn proof(&self) -> &Proof {
        &self.proof
    }

    /// What was checked. Nothing of it is for readers: see [`Released::ends`].
    pub fn check(&self) -> Check {
        self.check
    }
}
