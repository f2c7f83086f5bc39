//! Keeps pseudonymous asylum cases in an encrypted store and finds every deadline.
//!
//! In one sentence: `cli` asks `app`; `app` opens the `store` with the `vault`, folds the history with the `domain`, asks
//! `rules` and `disclosure`, and hands plain views to `render`. A room uses lower floors only (`tests/it/floors.rs`):
//!
//! ```text
//! floor 8  cli
//! floor 7  render
//! floor 6  app
//! floor 4  store
//! floor 3  journal  vault
//! floor 2  rules    disclosure
//! floor 1  domain   i18n
//! floor 0  base
//! ```
//!
//! The command line, the file formats and the JSON are the public interface; this library is not.

pub mod app;
pub mod base;
pub mod cli;
pub mod disclosure;
pub mod domain;
pub mod i18n;
pub mod journal;
pub mod render;
pub mod rules;
pub mod store;
pub mod vault;
