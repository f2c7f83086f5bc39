//! Ids, clock, partial dates, private files, secrets and text hygiene: what every room above stands on.

pub mod date;
pub mod id;
