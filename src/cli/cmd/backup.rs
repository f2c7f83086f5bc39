//! `backup make|verify|restore|drill`.

use std::path::PathBuf;

use crate::app::{Session, World, backup};
use crate::base::secret::ExposeSecret as _;
use crate::cli::args::backup::{Backup, Drill, From, Make};
use crate::cli::cmd::ask;
use crate::cli::cmd::init::make_folders;
use crate::cli::cmd::key::{known, type_card};
use crate::cli::cmd::store::judged;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::store::Access;
use crate::vault::{Card, Sort};

pub(super) fn run(args: &Backup, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Backup::Make(args) => make(args, desk, world),
        Backup::Verify(args) => verify(args, desk, world),
        Backup::Restore(args) => restore(args, desk, world),
        Backup::Drill(args) => drill(args, desk, world),
    }
}

fn make(args: &Make, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let known = known(args.known.as_deref())?;
    let (dir, identity) = desk.member(world)?;
    let mut session = Session::open(&dir, &identity, Access::Write, world)?;
    let mut progress = ask::progress(desk, "progress-bytes");
    let made = session.back_up(&args.file, &identity, &known, &mut progress);
    desk.ui.progress("");
    desk.acknowledge(&made?)?;
    Ok(Exit::Done)
}

fn verify(args: &From, desk: &Desk, world: &World) -> Result<Exit, Failure> {
    let identity = desk.identity(world)?;
    let mut progress = ask::progress(desk, "progress-verify");
    let verified = backup::verify(&args.file, &identity, &mut progress);
    desk.ui.progress("");
    judged(verified?, desk)
}

fn restore(args: &From, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let identity = desk.identity(world)?;
    let dir = std::path::absolute(desk.store_dir()?).map_err(Failure::Output)?;
    if let Some(parent) = dir.parent() {
        make_folders(parent)?;
    }
    let mut progress = ask::progress(desk, "progress-verify");
    let restored = backup::restore(&args.file, &dir, &identity, world, &mut progress);
    desk.ui.progress("");
    desk.acknowledge(&restored?)?;
    Ok(Exit::Done)
}

fn drill(args: &Drill, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let dir = std::path::absolute(desk.store_dir()?).map_err(Failure::Output)?;
    let mut session = desk.open(Access::Write, world)?;
    let file = if let Some(file) = &args.file {
        file.clone()
    } else {
        let label = desk.locale().text("ask-backup");
        let option = "FILE";
        PathBuf::from(desk.prompt.text(option, &label, "", &|_| Ok(()))?)
    };
    let typed = type_card(desk)?;
    let card = Card::from_words(typed.expose_secret(), Sort::Hybrid).map_err(Usage::Card)?;
    let mut progress = ask::progress(desk, "progress-verify");
    let done = session.drill(&file, card, &dir, &mut progress);
    desk.ui.progress("");
    desk.acknowledge(&done?)?;
    Ok(Exit::Done)
}
