//! `demo`: a guided look at an invented office, in a throwaway store.

use std::path::Path;

use crate::app::due::{Duty, Query, Whose};
use crate::app::import::Options;
use crate::app::{Session, World, demo, rule, setup, stats};
use crate::cli::args::store::Demo;
use crate::cli::cmd::init::make_folders;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::rules::{self, Start};
use crate::store::Access;
use crate::vault::{Identity, write_identity};

pub(super) fn run(args: &Demo, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(dir) = &args.keep {
        make_folders(dir)?;
        look(dir, desk, world)?;
        let (key, store) = (dir.join("me.age"), dir.join("store"));
        next(desk, &format!("--key {} --store {} ", key.display(), store.display()))?;
    } else {
        // The store in it is encrypted, and gone when this ends.
        let dir = tempfile::Builder::new()
            .prefix(".nansen-")
            .tempdir()
            .map_err(Failure::Input)?;
        look(dir.path(), desk, world)?;
        dir.close().map_err(Failure::Input)?;
        next(desk, "")?;
    }
    Ok(Exit::Done)
}
