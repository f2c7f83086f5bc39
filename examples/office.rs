//! Prints the cases of an invented office of any size, as `nansen import` reads them.
//!
//! ```sh
//! cargo run --example office -- --cases 2000 > office.jsonl
//! nansen import office.jsonl
//! nansen status
//! ```
//!
//! Every person and day is drawn from a fixed seed: the same number of cases gives the same lines on every machine, and
//! the first cases of a large office are those of a small one.

#[path = "office/cases.rs"]
mod cases;

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1);
    let count = match (args.next().as_deref(), args.next(), args.next()) {
        (None, None, None) => Some(2000),
        (Some("--cases"), Some(number), None) => number.parse().ok(),
        _ => None,
    };
    let Some(count) = count else {
        let usage = "usage: cargo run --example office -- --cases NUMBER";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, usage));
    };
    io::stdout().write_all(cases::office(count).as_bytes())
}
