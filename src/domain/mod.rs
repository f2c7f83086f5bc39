//! A pseudonymous case as the sum of its events; pure: no clock, no disk, no rules.
//!
//! [`event`] says what can happen, `history` which version of an entry lives, `case` what the
//! living entries add up to, `check` what may lawfully follow, `deadline` where a time limit stands, `own` which
//! fields the office declared, `person` whose
//! each of it is.

pub mod application;
pub mod care;
pub mod case;
pub mod check;
pub mod code;
pub mod country;
pub mod deadline;
mod detention;
mod document;
pub mod event;
pub mod fact;
mod footing;
pub mod history;
pub mod matter;
pub mod notice;
pub mod own;
pub mod person;
pub mod same;
pub mod suspension;

#[cfg(test)]
pub(crate) mod invented;
#[cfg(test)]
mod tests;
