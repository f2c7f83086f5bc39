//! `store info|verify|rebuild`.

use crate::app::view::Verified;
use crate::app::{World, keep};
use crate::cli::args::store::Store;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::i18n::Locale;
use crate::store::{Access, Depth};

pub(super) fn run(args: &Store, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Store::Info => {
            let session = desk.open(Access::Read, world)?;
            let mut info = session.info()?;
            info.store = desk.store_dir()?.display().to_string();
            desk.show(&info)?;
            Ok(Exit::Done)
        }
        Store::Rebuild => {
            let mut session = desk.open(Access::Write, world)?;
            let count = session.rebuild()?;
            desk.ui
                .tell(&desk.locale().say("rebuild-done", &[("count", &count)]));
            desk.show(&session.info()?)?;
            Ok(Exit::Done)
        }
        Store::Verify(args) => {
            let depth = if args.quick {
                Depth::Quick
            } else {
                Depth::Full
            };
            verify(depth, desk, world)
        }
    }
}

fn verify(depth: Depth, desk: &Desk, world: &World) -> Result<Exit, Failure> {
    let (dir, identity) = desk.member(world)?;
    let mut progress = super::ask::progress(desk, "progress-verify");
    let verified = keep::verify(&dir, &identity, depth, &mut |done, of| {
        progress(done, of);
    });
    desk.ui.progress("");
    judged(verified?, desk)
}

/// Shows what was found in a store or a backup, and ends as that wants it.
pub(super) fn judged(mut verified: Verified, desk: &Desk) -> Result<Exit, Failure> {
    let english = Locale::english();
    for finding in &mut verified.findings {
        finding.message = english.of_id("finding", &finding.id, &finding.args);
    }
    desk.show(&verified)?;
    Ok(if verified.ok {
        Exit::Done
    } else {
        Exit::Integrity
    })
}
