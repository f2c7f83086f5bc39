//! From true counts to a table that may leave: primary rules, complementary cells, widening, and the audit at the end.

mod intervals;
mod primary;
mod release;
mod require;
mod wish;

pub use intervals::with_intervals;
pub use primary::has_telling_line;
pub use primary::{Stake, at_stake};
pub use release::{Refused, release};
pub use wish::Wish;
