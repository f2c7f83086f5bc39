//! How much may be computed, in steps: the same question gets the same answer on every machine, slow or quick.

/// Steps that are left. One step is one variable or equation of one linear programme,
/// or eight where the table is a network, whose programmes are quickly solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    left: u64,
    spent: u64,
}

/// Steps of a second, on a machine of two ordinary cores, of the slowest kind of table.
const STEPS_A_SECOND: u64 = 400_000;

impl Budget {
    /// So many steps.
    pub fn steps(steps: u64) -> Self {
        Self {
            left: steps,
            spent: 0,
        }
    }

    /// What fits in about so many seconds; two-dimensional tables are quicker.
    pub fn seconds(seconds: u32) -> Self {
        Self::steps(u64::from(seconds).saturating_mul(STEPS_A_SECOND))
    }

    /// Takes steps; false when there were not enough.
    pub(in crate::disclosure) fn take(&mut self, steps: usize) -> bool {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        self.spent = self.spent.saturating_add(steps);
        let enough = self.left >= steps;
        self.left = self.left.saturating_sub(steps);
        enough
    }

    /// Whether nothing is left.
    pub fn is_spent(&self) -> bool {
        self.left == 0
    }

    /// How many steps were asked for so far.
    pub fn spent(&self) -> u64 {
        self.spent
    }
}
