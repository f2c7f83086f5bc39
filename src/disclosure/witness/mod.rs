//! The search for witnesses: whole tables that agree with everything printed and in which a withheld number is another.
//!
//! A witness is checked in whole numbers before it counts. What looks for one may be wrong as often as it likes: it then
//! costs a cell, or the table is refused; nothing leaves for it.

mod budget;
mod find;
mod program;
mod search;
mod slices;
mod solver;
mod system;

pub use budget::Budget;
pub use program::{Column, Program, Row};
pub use solver::{Simplex, Solver, is_solving};

pub(in crate::disclosure) use find::Finder;
pub(in crate::disclosure) use program::Laid;
pub(in crate::disclosure) use search::{Goal, Requirement, Search, Unmet};
pub(in crate::disclosure) use system::{Equation, Place, System, Witness};
