//! `deadline set|meet|waive|extend|confirm|log|second-person|warn|watch`: what people do about deadlines.

use crate::app::act::Which;
use crate::app::{Session, World};
use crate::base::id::CaseId;
use crate::cli::args::care::Told;
use crate::cli::args::deadline::{Act, Deadline, Log, Set, Warn, Watch};
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::prompt::Choice;
use crate::cli::read;
use crate::domain::event::DeadlineAct;
use crate::render::{deadline_line, is_waiting};
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
        Deadline::Told(args) => told(&args, desk, world),
        Deadline::Log(args) => log(&args, desk, world),
        Deadline::Warn(args) => warn(args, desk, world),
        Deadline::Watch(args) => watch(args, desk, world),
        Deadline::SecondPerson(args) => {
            let mut session = desk.open(Access::Write, world)?;
            desk.acknowledge(&session.set_second_person(args.whether == "on")?)?;
            Ok(Exit::Done)
        }
    }
}

fn log(args: &Log, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    let day = args.day.as_ref();
    let day = day.map(|day| read::day("--day", day, today)).transpose()?;
    if args.sign {
        let mut session = desk.open(Access::Write, world)?;
        desk.acknowledge(&session.sign_log(day)?)?;
    } else {
        desk.show(&desk.open(Access::Read, world)?.deadline_log(day)?)?;
    }
    Ok(Exit::Done)
}

fn warn(args: Warn, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.set.is_empty() {
        desk.show(&desk.open(Access::Read, world)?.warnings()?)?;
        return Ok(Exit::Done);
    }
    let today = world.clock.today();
    let spans = args.set.iter().filter(|span| *span != "none");
    let days = spans.map(|span| {
        let days = read::span(span, today)?;
        // On the day itself it is due, and a year ahead nobody acts.
        u16::try_from(days)
            .ok()
            .filter(|days| (1..=366).contains(days))
            .ok_or(Usage::Span)
    });
    let days = days.collect::<Result<Vec<u16>, Usage>>()?;
    let mut session = desk.open(Access::Write, world)?;
    desk.acknowledge(&session.set_warnings(args.rule, days)?)?;
    Ok(Exit::Done)
}

fn watch(args: Watch, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let named = named(&args.deadline, args.rule.as_deref(), desk, &session)?;
    let by = args.watcher.filter(|by| by != "me");
    let by = by.unwrap_or_else(|| session.me.clone());
    desk.acknowledge(&session.watch(&named.which(), by, args.off)?)?;
    Ok(Exit::Done)
}

fn set(args: Set, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let due = read::day("--due", &args.due, world.clock.today())?;
    let actor = ask::code("--actor", &args.actor)?;
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let on = args.on.as_deref();
    let set = session.deadline_set(case, args.what, actor, due, on, args.person)?;
    desk.acknowledge(&set)?;
    Ok(Exit::Done)
}

fn act(args: &Act, act: DeadlineAct, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::day("--date", &args.date, world.clock.today())?;
    let because = read::reason("--because", args.because.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let named = named(&args.deadline, args.rule.as_deref(), desk, &session)?;
    desk.acknowledge(&session.deadline_act(&named.which(), act, date, because)?)?;
    Ok(Exit::Done)
}

fn told(args: &Told, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::day("--date", &args.date, world.clock.today())?;
    let means = ask::code("--means", &args.means)?;
    let language = read::language(&args.language)?;
    let mut session = desk.open(Access::Write, world)?;
    let named = named(&args.deadline, args.rule.as_deref(), desk, &session)?;
    desk.acknowledge(&session.deadline_told(&named.which(), date, means, language)?)?;
    Ok(Exit::Done)
}

/// A deadline as a person named it.
enum Named {
    Id(String),
    OfRule(CaseId, String),
}

impl Named {
    fn which(&self) -> Which<'_> {
        match self {
            Self::Id(id) => Which::Id(id),
            Self::OfRule(case, rule) => Which::OfRule(*case, rule),
        }
    }
}

/// By its id, by a case and a rule, or by a case where a person picks it.
fn named(
    deadline: &str,
    rule: Option<&str>,
    desk: &Desk,
    session: &Session<'_>,
) -> Result<Named, Failure> {
    Ok(match (rule, session.find(deadline)) {
        (Some(rule), case) => Named::OfRule(case?, rule.to_owned()),
        (None, Ok(case)) => Named::Id(pick(desk, session, case)?),
        (None, Err(_)) => Named::Id(deadline.to_owned()),
    })
}

/// Which of a case's deadlines that still wait, where only the case is named.
fn pick(desk: &Desk, session: &Session<'_>, case: CaseId) -> Result<String, Failure> {
    let choices = session
        .show(case, None, false)?
        .deadlines
        .into_iter()
        .filter(is_waiting)
        .map(|deadline| Choice {
            word: deadline_line(&deadline, desk.locale()),
            code: deadline.id,
        })
        .collect();
    let label = desk.locale().text("ask-deadline");
    Ok(desk.prompt.select("--rule", &label, choices)?)
}
