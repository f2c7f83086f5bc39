//! The audit in full: whether a table may leave, judged from what is printed. It shares nothing with the search.

mod audit;
mod released;
mod rules;

pub use audit::{Claim, Fault, audit};
pub use released::{Cell, Check, Released, Why};

pub(in crate::disclosure) use released::Proof;
