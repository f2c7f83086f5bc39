//! The one integration binary: the program as people and scripts meet it, on real encrypted stores.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "a test that cannot go on should stop"
)]

mod damage;
mod examples;
mod figures;
mod floors;
mod kill;
mod papers;
mod person;
mod promises;
mod prompts;
mod record;
mod schema;
mod screens;
mod story;
mod support;
