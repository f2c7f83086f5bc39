//! Prints the example caseload: 211 invented cases of one NGO over 2004-2014, as `nansen import` reads them.
//!
//! ```sh
//! cargo run --example caseload > caseload.jsonl
//! nansen import caseload.jsonl
//! nansen stats show --unit persons --by protection
//! ```
//!
//! Only the totals follow the press: of 211 persons two were recognised as refugees, ninety had temporary asylum
//! for one year, the others nothing so far. Every person and date is drawn from a fixed seed.

#[path = "caseload/ngo.rs"]
mod ngo;

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    io::stdout().write_all(ngo::caseload().as_bytes())
}
