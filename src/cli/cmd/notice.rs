//! `notice add|list|end`.

use crate::app::World;
use crate::app::notice::Input;
use crate::cli::args::notice::{Add, End, Notice};
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

pub(super) fn run(args: Notice, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Notice::Add(args) => add(args, desk, world),
        Notice::List(args) => {
            let as_of = desk.as_of(world)?;
            let session = desk.open(Access::Read, world)?;
            desk.show(&session.notices(as_of, args.all)?)?;
            Ok(Exit::Done)
        }
        Notice::End(args) => end(&args, desk, world),
    }
}

fn add(args: Add, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::date("--date", &args.date, world.clock.today())?;
    let mut session = desk.open(Access::Write, world)?;
    let input = Input {
        origin: args.origin,
        jurisdiction: args.jurisdiction,
        date,
        source: args.source,
        text: ask::note(desk)?,
    };
    desk.acknowledge(&session.add_notice(input)?)?;
    Ok(Exit::Done)
}

fn end(args: &End, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::date("--date", &args.date, world.clock.today())?;
    let because = read::reason("--because", args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    desk.acknowledge(&session.end_notice(&args.notice, date, because)?)?;
    Ok(Exit::Done)
}
