//! All releases together: what a new one would give away beside those that left before.
//!
//! [`Crowd`] holds the earlier tables as they were printed, the new one, and who is counted where: people who lie in the
//! same cells of all of them are told apart by nobody, and are one atom. [`joint`] asks of every small number, old or new,
//! and of every small difference between a new cell and an earlier one whether it stays open, and says which cells of the
//! new table must be withheld for it, or with which earlier table it cannot be. [`clear`] makes of its answer the [`Cleared`]
//! table that is the only one to be written out. [`together`] asks it again of all that left.

mod alone;
mod audit;
mod cleared;
mod crowd;
mod exact;
mod joint;
mod kinds;
mod rest;
mod sheet;
mod system;
mod told;

pub use cleared::{Cleared, Scope, Verdict, clear};
pub use crowd::{Crowd, Place};
pub use joint::{Conflict, Given, Joint, What, joint, together};
pub use kinds::Asks;
pub use sheet::{BadSheet, Sheet};
pub use told::told;
