//! `deadline set|meet|waive|extend|confirm`: what people do about deadlines.

use crate::app::World;
use crate::app::act::Which;
use crate::cli::args::deadline::{Act, Deadline, Set};
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::domain::event::DeadlineAct;
use crate::store::Access;

pub(super) fn run(args: Deadline, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Deadline::Set(args) => set(args, desk, world),
        Deadline::Meet(args) => act(&args, DeadlineAct::Met, desk, world),
        Deadline::Waive(mut args) => {
            args.because = Some(read::needed_reason(
                desk,
                "--because",
                args.because.as_deref(),
            )?);
            act(&args, DeadlineAct::Waived, desk, world)
        }
        Deadline::Extend(args) => {
            let until = read::day("--until", &args.until, world.clock.today())?;
            act(&args.act, DeadlineAct::Extended(until), desk, world)
        }
        Deadline::Confirm(args) => act(&args, DeadlineAct::Confirmed, desk, world),
    }
}

fn set(args: Set, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let due = read::day("--due", &args.due, world.clock.today())?;
    let actor = ask::code("--actor", &args.actor)?;
    let mut session = desk.open(Access::Write, world)?;
    let case = session.find(&args.case)?;
    desk.acknowledge(&session.deadline_set(case, args.what, actor, due, args.on.as_deref())?)?;
    Ok(Exit::Done)
}

fn act(args: &Act, act: DeadlineAct, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::day("--date", &args.date, world.clock.today())?;
    let because = read::reason("--because", args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let which = match &args.rule {
        Some(rule) => Which::OfRule(session.find(&args.deadline)?, rule),
        None => Which::Id(&args.deadline),
    };
    desk.acknowledge(&session.deadline_act(&which, act, date, because)?)?;
    Ok(Exit::Done)
}
