//! Deadlines from data: a jurisdiction's time limits with their citations, and the reckoning shown.
//!
//! The law stands in `rules/*.toml` (`docs/rules.md` says how to read it), never in code. This room is pure: it reads no
//! clock, and its sentences are message ids whose words stand in `locales/`.

mod applies;
mod book;
mod calendar;
mod check;
mod compute;
mod explain;
mod facts;
mod law;
mod model;
mod occurrence;
mod open;
mod reckon;
mod reckoner;
mod recorded;
mod steps;
mod trigger;

pub use book::{Book, Jurisdiction, Over, Reach};
pub use calendar::{Calendar, may_be_closed, next_working_day, open_until};
pub use check::{Fault, Problem, check, place, read};
pub use explain::{Explanation, Query, RuleError, Start, explain, rival, unknown_rule};
pub use facts::Vocabulary;
pub use law::{Example, InForce, Rule, RuleKind, Source, Suspensive, SuspensiveEffect, Trigger};
pub use model::{
    Alternative, AlternativeKind, Convention, Frame, Pause, Period, Resume, Roll, StartRule, Unit,
    Window,
};
pub use occurrence::Occurrence;
pub use open::{Computed, LOCAL, knows, open_deadlines, texts};
pub use recorded::{is_adverse, occurrences};
pub use steps::note;

#[cfg(test)]
mod tests;
