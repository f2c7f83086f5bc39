//! How a table is wanted.

/// How a table is wanted, and what was decided about single cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Fewer than so many persons are small. Never under [`Wish::FLOOR`].
    pub threshold: i64,
    /// Every number to the nearest five, instead of complementary cells.
    pub round: bool,
    /// Cells that are to be withheld though nothing asks for it.
    pub withhold: Vec<usize>,
    /// Small cells that are shown all the same: facts for whoever reads, and nothing protects them.
    pub show: Vec<usize>,
    /// Whether to look for cells that need not be withheld after all, which takes most of the time.
    pub clean_up: bool,
}

impl Wish {
    /// The least threshold.
    pub const FLOOR: i64 = 3;
    /// The threshold where none is asked for.
    pub const USUAL: i64 = 5;
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            threshold: Self::USUAL,
            round: false,
            withhold: Vec::new(),
            show: Vec::new(),
            clean_up: true,
        }
    }
}
