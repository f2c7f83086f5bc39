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

mod access;
mod ahead;
mod alarm;
mod anonymous;
mod asked;
mod attacked;
mod backup;
mod backup_cut;
mod backup_places;
mod between;
mod bulk;
mod canary;
mod care;
mod casefile;
mod consent;
mod contact;
mod damage;
mod deadline_log;
mod deadline_sheet;
mod desk;
mod desk_work;
mod detention;
mod documents;
mod doors;
mod earlier;
mod examples;
mod families;
mod family_care;
mod figures;
mod figures_of_fields;
mod floors;
mod given;
mod guard;
mod handover;
mod identity;
mod import_acts;
mod import_back;
mod import_cases;
mod import_words;
mod init;
mod instances;
mod instead;
mod interop;
mod kill;
mod law_pages;
mod leaving;
mod ledger;
mod letter;
mod lists;
mod lock;
mod looks;
mod mandates;
mod members;
mod notes;
mod notices;
mod office;
mod out_archive;
mod out_calendar;
mod out_lists;
mod output;
mod own_fields;
mod papers;
mod person;
mod places;
mod plans;
mod procedures;
mod promises;
mod prompts;
mod race;
mod record;
mod registers;
mod released;
mod remedies;
mod removals;
mod retention;
mod rotate;
mod round;
mod rules;
mod schema;
mod screens;
mod searched;
mod second_person;
mod shapes;
mod shares;
mod sheet_cells;
mod sheet_whole;
mod sheets;
mod signals;
mod states;
mod steps;
mod story;
mod support;
mod taken_back;
mod tally;
mod threshold;
mod told;
mod tongues;
mod trace;
mod walks;
mod words;
