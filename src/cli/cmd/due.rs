//! `due`: what falls due.

use crate::app::World;
use crate::app::due::{Duty, Query, Whose};
use crate::cli::args::deadline::Due;
use crate::cli::cmd::export;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;

pub(super) fn run(args: Due, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let query = Query {
        as_of,
        within: read::span(&args.within, as_of.unwrap_or_else(|| world.clock.today()))?,
        overdue: args.overdue,
        whose: match args.worker.as_deref() {
            // What hangs on the wall is for everybody.
            None if args.sheet => Whose::All,
            worker => Whose::named(worker),
        },
        arrange: read::arrangement(&args.arrange)?,
        offices: args.offices,
        jurisdictions: args.jurisdictions,
        duty: match args.actor.as_deref() {
            Some("authority") => Duty::Authority,
            Some("all") => Duty::All,
            _ => Duty::Ours,
        },
    };
    let mut session = desk.open(export::access(desk), world)?;
    if args.sheet {
        let sheet = session.due_sheet(&query, args.neutral)?;
        export::give_out(&sheet, "due", None, &mut session, desk)?;
        let anything = args.exit_code && sheet.is_anything();
        return Ok(if anything { Exit::Due } else { Exit::Done });
    }
    let due = session.due(&query)?;
    export::give_out(&due, "due", None, &mut session, desk)?;
    if args.exit_code && due.is_anything() {
        Ok(Exit::Due)
    } else {
        Ok(Exit::Done)
    }
}
