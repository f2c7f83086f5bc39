//! Ids, clock, partial dates, private files, secrets and text hygiene: what every room above stands on.

pub mod alike;
pub mod bytes;
pub mod callsign;
pub mod clock;
pub mod close;
pub mod date;
pub mod document;
pub mod draft;
pub mod file;
pub mod guard;
pub mod id;
pub mod number;
pub mod process;
pub mod random;
pub mod secret;
pub mod sheet;
pub mod text;
