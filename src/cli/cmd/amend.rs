//! `correct`, `retract`, `undo`.

use crate::app::World;
use crate::app::amend::{New, Undone};
use crate::app::import::back::How;
use crate::cli::args::amend::{Correct, Retract};
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

pub(super) fn correct(mut args: Correct, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.text {
        args.fields.insert("text".to_owned(), ask::note(desk)?);
    }
    if args.fields.is_empty() && args.person.is_none() {
        return Err(Usage::NoField.into());
    }
    let because = read::needed_reason(desk, "--because", args.because.as_deref())?;
    let even_so = read::reason("--even-so", args.even_so.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let new = New {
        fields: &args.fields,
        person: args.person,
    };
    desk.acknowledge(&session.correct(&args.event, &new, because, even_so.as_deref())?)?;
    Ok(Exit::Done)
}

pub(super) fn retract(args: &Retract, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let because = read::reason("--because", args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    if let Some(batch) = &args.batch {
        let how = How {
            because: because.as_deref(),
            forget: args.forget,
            dry_run: args.dry_run,
        };
        let mut progress = ask::counted(desk, "progress-back");
        let undone = session.retract_batch(batch, how, &mut progress);
        desk.ui.progress("");
        tell(undone?, desk)?;
        return Ok(Exit::Done);
    }
    let event = args.event.as_deref().unwrap_or_default();
    desk.acknowledge(&session.retract(event, because)?)?;
    Ok(Exit::Done)
}

pub(super) fn undo(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let mut progress = ask::counted(desk, "progress-back");
    let undone = session.undo(&mut progress);
    desk.ui.progress("");
    tell(undone?, desk)?;
    Ok(Exit::Done)
}

fn tell(undone: Undone, desk: &Desk) -> Result<(), Failure> {
    match undone {
        Undone::Entry(recorded) => desk.acknowledge(&*recorded),
        Undone::Batch(batch) => desk.acknowledge(&batch),
        Undone::Import(import) => desk.acknowledge(&import),
        Undone::Table(ledger) => desk.acknowledge(&ledger),
    }
}
