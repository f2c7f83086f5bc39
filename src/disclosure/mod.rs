//! What of a table may be published.
//!
//! There is one way from true counts to a reader outside: [`ledger::Cleared`], which only [`ledger::clear`] makes of a
//! [`proof::Released`], which only [`proof::audit`] makes.
//!
//! 1. [`model`]: the axes of a table and its true [`model::Counts`], taken case by case.
//! 2. [`protect::release`]: small cells, families and telling groups are withheld; so are as few other cells as it takes
//!    that no withheld number can be worked out. What is printed is `<5` (1 to 4), `c` (5 or more) or `x` (any number), or,
//!    with [`protect::Wish::round`], everything to the nearest five.
//! 3. The proof is a set of *witnesses*: whole tables that agree with everything printed, in which each small number is 1,
//!    2, 3 and 4. [`witness`] looks for them by linear programming. [`proof`] adds each up again in whole numbers, in code
//!    that shares nothing with the search: what the solver gets wrong costs a cell or the table, never a person.
//! 4. [`ledger`]: the new table beside all that left before. Its answer is a table that may leave, or cells to withhold besides,
//!    and then the table is made again and compared again, or the earlier table with which it cannot be.
//! 5. [`figures`]: shares, computed from what tables show; medians where enough people stand behind them.
//!    [`micro`]: lists of cases in which each looks like enough others.
//!
//! Everything here is a function of what it is given: no clock, no disk, no chance. How long it may take is told as a
//! [`witness::Budget`] of steps, so that the same question has the same answer on every machine.
//!
//! ```
//! use nansen::disclosure::ledger::{Crowd, Place, Sheet, Verdict, clear};
//! use nansen::disclosure::model::{Axis, Counter, Thing, Unit};
//! use nansen::disclosure::protect::{Wish, release};
//! use nansen::disclosure::witness::{Budget, Simplex};
//!
//! let outcomes = [("asylum", 2), ("temporary", 90), ("none", 119)];
//! let axis = Axis::flat("outcome", &outcomes.map(|(code, _)| code))?;
//! let mut counter = Counter::new(Unit::Persons, vec![axis])?;
//! for (outcome, many) in outcomes {
//!     for _ in 0..many {
//!         // Everything of one case at once: here one person.
//!         counter.case(&[Thing { key: &[outcome], person: 1 }])?;
//!     }
//! }
//! let mut budget = Budget::seconds(10);
//! let released = release(&counter.counts(), &Wish::default(), &Simplex, &mut budget)?;
//!
//! // Beside an earlier table: here the same one again, of the same people.
//! let mut crowd = Crowd::new(vec![Sheet::of("R2026-001", &released)], Sheet::of("R2026-002", &released));
//! for (cell, (_, many)) in (1..).zip(outcomes) {
//!     for _ in 0..many {
//!         crowd.person(&[0, 1].map(|sheet| Place { sheet, cell, times: 1 }));
//!     }
//! }
//! let verdict = clear(released, crowd, false, &Simplex, &mut budget).map_err(|conflict| conflict.with.join(", "))?;
//! let Verdict::Cleared(cleared) = verdict else { panic!("nothing more is to be withheld") };
//! let shown: Vec<&str> = cleared.cells().iter().map(|cell| cell.shown.as_str()).collect();
//! assert_eq!(shown, ["211", "<5", "c", "119"]);
//!
//! // What readers work out anyway, told to them.
//! let cleared = cleared.with_intervals(&Simplex, &mut budget);
//! assert_eq!(cleared.cell(&["temporary"]).and_then(|cell| cell.interval), Some((88, Some(91))));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Table`] is of true numbers, for the owner alone: nothing of it leaves.

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

pub use span::{at_least, span};
pub use table::{Atom, Count, THRESHOLD, TOTAL, Table};
