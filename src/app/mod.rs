//! One use case a file; takes plain input, owns the open session, returns a plain view.
//!
//! [`session`] opens the store; [`write`] is the one way in which a case is written: judged, the event, then the
//! deadlines that follow, all within one transaction. Everything else is named after the command it serves.

pub mod absence;
mod access;
pub mod act;
mod alarm;
pub mod amend;
pub mod archive;
pub mod arrange;
pub mod backup;
pub mod bulk;
pub mod calendar;
pub mod cards;
mod care;
pub mod consent;
pub mod contact;
mod deadlines;
pub mod demo;
pub mod document;
pub mod due;
mod entry;
pub mod error;
pub mod fields;
mod find;
pub mod handover;
pub mod identity;
pub mod import;
pub mod keep;
mod law;
pub mod letter;
pub mod link;
pub mod list;
pub mod lock;
mod log;
mod members;
mod new;
pub mod notice;
pub mod offer;
mod office_days;
pub mod own;
mod person;
pub mod record;
mod retention;
pub mod rule;
mod search;
mod second;
pub mod selection;
pub mod session;
pub mod setup;
mod sheet;
mod show;
pub mod stats;
mod status;
mod suspension;
pub mod task;
mod timeline;
mod told;
pub mod view;
pub mod warn;
pub mod whose;
mod write;

#[cfg(test)]
pub(crate) use entry::samples;
pub use error::AppError;
pub use session::{Session, World};
