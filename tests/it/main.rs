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

mod ahead;
mod backup;
mod bulk;
mod canary;
mod contact;
mod damage;
mod deadline_log;
mod deadline_sheet;
mod desk;
mod examples;
mod figures;
mod floors;
mod guard;
mod identity;
mod init;
mod instances;
mod interop;
mod kill;
mod large_office;
mod law_pages;
mod letter;
mod lists;
mod lock;
mod members;
mod output;
mod papers;
mod person;
mod places;
mod promises;
mod prompts;
mod race;
mod record;
mod remedies;
mod retention;
mod rotate;
mod rules;
mod schema;
mod screens;
mod second_person;
mod shares;
mod states;
mod steps;
mod story;
mod support;
mod trace;
mod words;
