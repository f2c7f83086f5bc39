//! The encrypted file: the history, the keys of its cases, projections of it, and the head beside it.
//!
//! Specified in `docs/format/store.md` and `docs/format/head.md`. Whoever opens a store gets a [`Store`],
//! which reads as a [`Reader`] does; all writing goes through [`Store::write`].

mod attachment;
mod backup;
mod change;
mod commit;
mod connection;
mod create;
mod device;
mod erase;
mod error;
mod folder;
mod gate;
mod handover;
mod head;
mod length;
mod open;
mod project;
mod query;
mod reader;
mod schema;
mod sql;
mod staged;
mod verify;
mod write;

#[cfg(test)]
mod tests;

pub use attachment::attachment_digest;
pub use backup::{Taken, Unpacked};
pub use create::free;
pub use error::{Damage, Part, StoreError};
pub use folder::is_at;
pub use handover::Chained;
pub use open::{Access, Info, Notice, Store};
pub use query::Counts;
pub use reader::Reader;
pub use schema::FORMAT;
pub use staged::{Staged, StagedCopy};
pub use verify::{Depth, Finding, Report, verify_dir};
pub use write::Tx;
