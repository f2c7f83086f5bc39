//! `backup make|verify|restore|drill|kept`.

use std::path::PathBuf;

use crate::app::backup::thin::{Keep, NotSpans, Plan};
use crate::app::{Session, World, backup};
use crate::base::file::parent;
use crate::base::secret::ExposeSecret as _;
use crate::cli::args::backup::{Backup, Drill, From, Kept, Make};
use crate::cli::cmd::ask;
use crate::cli::cmd::init::make_folders;
use crate::cli::cmd::key::{known, type_card};
use crate::cli::cmd::store::judged;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::place;
use crate::domain::code::Whereabouts;
use crate::render::View as _;
use crate::store::{Access, Store};
use crate::vault::{Card, Sort};

pub(super) fn run(args: &Backup, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Backup::Make(args) => make(args, desk, world),
        Backup::Verify(args) => verify(args, desk, world),
        Backup::Restore(args) => restore(args, desk, world),
        Backup::Drill(args) => drill(args, desk, world),
        Backup::Kept(args) => kept(args, desk, world),
    }
}

fn make(args: &Make, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let known = known(args.known.as_deref())?;
    let keep = args.spans.as_deref().map(str::parse::<Keep>);
    let keep = keep.transpose().map_err(|NotSpans| Usage::Spans)?;
    if keep.is_some() && !args.yes && !args.dry_run && !desk.prompt.allowed() {
        // Where nobody can be asked, only the option says that older ones may go.
        return Err(Usage::Missing("--yes".to_owned()).into());
    }
    if args.file.as_os_str() == "-" {
        return Err(Usage::BackupToStdout.into());
    }
    let (dir, identity) = desk.member(world)?;
    if place::in_a_store(parent(&args.file)) {
        return Err(Usage::BackupInStore.into());
    }
    if let Some(keep) = keep.filter(|_| args.dry_run) {
        let session = Session::open(&dir, &identity, Access::Read, world)?;
        let plan = session.thinning(&args.file, &identity, keep, args.kept.as_deref())?;
        desk.show(&plan.shown(true))?;
        return Ok(Exit::Done);
    }
    // Off a disk that takes nothing more it is the way out: that it was made can be written down nowhere then.
    let access = if Store::can_be_written(&dir) {
        Access::Write
    } else {
        Access::Read
    };
    let mut session = Session::open(&dir, &identity, access, world)?;
    let place = match args.kept.as_deref() {
        Some(alias) => Some(session.place(alias, whereabouts(args.whereabouts.as_deref())?)?),
        None => None,
    };
    if session.cannot_go_on(&args.file)? {
        desk.ui.say(&desk.locale().text("backup-cannot-go-on"));
    }
    let mut progress = ask::progress(desk, "progress-bytes");
    let made = session.back_up(&args.file, &identity, &known, place, &mut progress);
    desk.ui.progress("");
    let mut made = made?;
    if let Some(keep) = keep {
        // The new one is whole and has its place before an older one goes.
        let plan = session.thinning(&args.file, &identity, keep, args.kept.as_deref())?;
        if plan.removes() && may_thin(&plan, args.yes, desk)? {
            made.removed = plan.carry_out()?;
        }
    }
    desk.acknowledge(&made)?;
    Ok(Exit::Done)
}

/// Shows what is to go, and asks unless that was answered before.
fn may_thin(plan: &Plan, yes: bool, desk: &Desk) -> Result<bool, Failure> {
    let shown = plan.shown(false).human(&desk.out);
    if yes {
        desk.ui.tell(&shown);
        return Ok(true);
    }
    desk.ui.say(&shown);
    let label = desk.locale().text("ask-thin");
    Ok(desk.prompt.confirm("--yes", &label, false)?)
}

fn whereabouts(code: Option<&str>) -> Result<Option<Whereabouts>, Failure> {
    code.map(|code| ask::code("--where", code)).transpose()
}

/// Writes down where a copy lies, or lists where they do.
fn kept(args: &Kept, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let (dir, identity) = desk.member(world)?;
    let Some(alias) = &args.place else {
        let session = Session::open(&dir, &identity, Access::Read, world)?;
        desk.show(&session.places()?)?;
        return Ok(Exit::Done);
    };
    let mut session = Session::open(&dir, &identity, Access::Write, world)?;
    let place = session.place(alias, whereabouts(args.whereabouts.as_deref())?)?;
    desk.acknowledge(&session.kept(place, args.file.as_deref(), &identity)?)?;
    Ok(Exit::Done)
}

fn verify(args: &From, desk: &Desk, world: &World) -> Result<Exit, Failure> {
    let identity = desk.identity(world)?;
    let mut progress = ask::progress(desk, "progress-verify");
    #[expect(
        clippy::disallowed_methods,
        reason = "what a backup holds is encrypted as it stands"
    )]
    let spare = std::env::temp_dir();
    let verified = backup::verify(&args.file, &spare, &identity, &mut progress);
    desk.ui.progress("");
    judged(verified?, desk)
}

fn restore(args: &From, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let identity = desk.identity(world)?;
    let dir = std::path::absolute(desk.store_dir()?).map_err(Failure::Output)?;
    place::must_be_outside(&dir)?;
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
    let place = args.kept.as_deref();
    let place = place.map(|alias| session.place(alias, None)).transpose()?;
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
    let done = session.drill(&file, card, &dir, place, &mut progress);
    desk.ui.progress("");
    desk.acknowledge(&done?)?;
    Ok(Exit::Done)
}
