//! What of a table may be published.
//!
//! This first cut knows one answer: a table without a small cell may leave, any other is withheld whole. The protected
//! form (complementary cells, proved by witnesses) comes with disclosure control. There is one way from a table to a
//! reader outside: [`Released`], which only [`audit`] can make.

mod audit;
pub mod figures;
pub mod ledger;
pub mod micro;
pub mod model;
pub mod proof;
pub mod protect;
mod span;
mod table;
#[cfg(test)]
mod tests;
pub mod witness;

pub use audit::{Earlier, Refusal, Released, THRESHOLD, audit};
pub use span::span;
pub use table::{Atom, Count, TOTAL, Table};
