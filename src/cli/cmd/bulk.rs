//! `bulk`, `assign --from`: one act on many cases.

use crate::app::World;
use crate::app::bulk::Bulk as Act;
use crate::app::selection::Selection;
use crate::cli::args::bulk::{Bulk, Which};
use crate::cli::args::case::Assign;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

pub(super) fn run(args: Bulk, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Bulk::Note(args) => {
            // Which cases hangs on no text.
            let text = if args.which.dry_run {
                String::new()
            } else {
                ask::note(desk)?
            };
            let act = Act::Note(text);
            at_once(args.workers, args.which, &act, desk, world)
        }
        Bulk::Close(args) => {
            let date = read::date("--date", &args.date, world.clock.today())?;
            let act = Act::Close(ask::code("--reason", &args.reason)?, date);
            at_once(args.workers, args.which, &act, desk, world)
        }
        Bulk::Settle(args) => {
            // Which deadlines hangs on no reason.
            let because = if args.which.dry_run && args.because.is_none() {
                String::new()
            } else {
                read::needed_reason(desk, "--because", args.because.as_deref())?
            };
            let act = Act::Settle(because);
            at_once(args.workers, args.which, &act, desk, world)
        }
    }
}

/// The cases of one member, or nobody's, to another.
pub(super) fn assign(
    args: Assign,
    from: String,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let act = Act::Assign(Some(args.to).filter(|alias| alias != "nobody"));
    at_once(vec![from], args.which, &act, desk, world)
}

fn at_once(
    workers: Vec<String>,
    which: Which,
    act: &Act,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let selection = Selection {
        workers,
        origins: which.origins,
        jurisdictions: which.jurisdictions,
        offices: which.offices,
        tags: which.tags,
        fields: which.fields,
    };
    let mut session = desk.open(Access::Write, world)?;
    desk.acknowledge(&session.bulk(&selection, act, which.dry_run)?)?;
    Ok(Exit::Done)
}
