//! `deadline set|meet|waive|extend|confirm`: what people do about deadlines.

use crate::app::{Session, World};
use crate::cli::args::deadline::{Act, Deadline, Set};
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
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
    let actor = ask::code(&args.actor)?;
    let mut session = desk.open(Access::Write, world)?;
    let case = session.find(&args.case)?;
    desk.show(&session.deadline_set(case, args.what, actor, due, args.on.as_deref())?)?;
    Ok(Exit::Done)
}

fn act(args: &Act, act: DeadlineAct, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::day("--date", &args.date, world.clock.today())?;
    let because = read::reason("--because", args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let id = match &args.rule {
        Some(rule) => of_rule(&session, &args.deadline, rule)?,
        None => args.deadline.clone(),
    };
    desk.show(&session.deadline_act(&id, act, date, because)?)?;
    Ok(Exit::Done)
}

/// The deadline of a rule in a case: the one that still waits, where there are several.
fn of_rule(session: &Session<'_>, case: &str, rule: &str) -> Result<String, Failure> {
    let shown = session.show(session.find(case)?, None, false)?;
    let mut found: Vec<_> = shown
        .deadlines
        .into_iter()
        .filter(|deadline| deadline.rule.as_deref() == Some(rule))
        .collect();
    if found.iter().any(crate::render::is_waiting) {
        found.retain(crate::render::is_waiting);
    }
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => Err(Usage::NoDeadline.into()),
        several => Err(crate::app::AppError::TwoEvents(
            several.iter().map(|deadline| deadline.id.clone()).collect(),
        )
        .into()),
    }
}
