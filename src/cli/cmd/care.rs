//! `check-in set|end|plan` and `task add|done|drop|list`.

use std::io::IsTerminal as _;

use crate::app::fields::{Fields, Kind};
use crate::app::record::Input;
use crate::app::task::Query;
use crate::app::whose::Whom;
use crate::app::{AppError, Session, World};
use crate::base::id::CaseId;
use crate::base::text::short_reason;
use crate::cli::args::care::{Add, CheckIn, End, List, Set, Task};
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::domain::code::TaskKind;
use crate::domain::event::AlarmStep;
use crate::store::Access;

/// More steps than a person works off in an alarm.
const MOST_STEPS: usize = 20;

pub(super) fn check_in(args: CheckIn, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        CheckIn::Set(args) => set(args, desk, world),
        CheckIn::End(args) => end(args, desk, world),
        CheckIn::Plan(args) if args.show => {
            let session = desk.open(Access::Read, world)?;
            desk.show(&session.alarm_plan()?)?;
            Ok(Exit::Done)
        }
        CheckIn::Plan(_) => {
            let steps = plan(desk)?;
            let mut session = desk.open(Access::Write, world)?;
            desk.acknowledge(&session.set_alarm_plan(steps)?)?;
            Ok(Exit::Done)
        }
    }
}

pub(super) fn task(args: Task, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Task::Add(args) => add(args, desk, world),
        Task::Done(args) => finish(&args.event, ("done", args.date), None, desk, world),
        Task::Drop(args) => {
            let because = read::needed_reason(desk, "--because", args.because.as_deref())?;
            finish(
                &args.event,
                ("dropped", args.date),
                Some(because),
                desk,
                world,
            )
        }
        Task::List(args) => list(args, desk, world),
    }
}

fn set(args: Set, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let fields = [
        ("every", args.every),
        ("how", args.how),
        ("date", args.date),
    ];
    of_case(
        "check-in-set",
        args.case.as_deref(),
        fields.into(),
        desk,
        world,
    )
}

fn end(args: End, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let because = read::needed_reason(desk, "--because", args.because.as_deref())?;
    let fields = [("date", args.date), ("because", because)];
    of_case(
        "check-in-end",
        args.case.as_deref(),
        fields.into(),
        desk,
        world,
    )
}

fn add(args: Add, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let other = TaskKind::Other.as_str();
    let what = args.what.unwrap_or_else(|| other.to_owned());
    let mut fields = vec![("due", args.due)];
    if what == other {
        let typed = (!std::io::stdin().is_terminal()).then_some("-");
        let text = read::needed_words(desk, "--what", "ask-task", typed)?;
        fields.push(("text", text));
    }
    fields.push(("what", what));
    fields.extend(args.to.map(|alias| ("to", alias)));
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    record(
        "task",
        case,
        fields,
        Whom::one(args.person),
        desk,
        &mut session,
    )
}

fn finish(
    task: &str,
    (act, date): (&str, String),
    because: Option<String>,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let (case, on) = session.task_named(task)?;
    let mut fields = vec![("on", on), ("act", act.to_owned()), ("date", date)];
    fields.extend(because.map(|because| ("because", because)));
    record("task-act", case, fields, Whom::Unsaid, desk, &mut session)
}

fn list(args: List, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let session = desk.open(Access::Read, world)?;
    let case = args.case.map(|case| session.find(&case)).transpose()?;
    let query = Query {
        as_of,
        case,
        worker: args.worker,
        all: args.all,
    };
    desk.show(&session.tasks(&query)?)?;
    Ok(Exit::Done)
}

/// Records something of a case that was named, or that a person picks.
fn of_case(
    kind: &str,
    case: Option<&str>,
    fields: Vec<(&str, String)>,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, case, Cases::Open)?;
    record(kind, case, fields, Whom::Unsaid, desk, &mut session)
}

fn record(
    kind: &str,
    case: CaseId,
    fields: Vec<(&str, String)>,
    whom: Whom,
    desk: &Desk,
    session: &mut Session<'_>,
) -> Result<Exit, Failure> {
    let named = |(name, text): (&str, String)| (name.to_owned(), text);
    let input = Input {
        case,
        kind: Kind::imported(kind).ok_or(AppError::NoEvent)?,
        fields: fields.into_iter().map(named).collect::<Fields>(),
        whom,
        even_so: None,
    };
    desk.acknowledge(&session.record(&input)?)?;
    Ok(Exit::Done)
}

/// The alarm plan from stdin: a code a line, after a colon a few words.
fn plan(desk: &Desk) -> Result<Vec<AlarmStep>, Failure> {
    if std::io::stdin().is_terminal() {
        if !desk.prompt.allowed() {
            return Err(Usage::NoPlan.into());
        }
        let codes: Vec<&str> = TaskKind::ALL.iter().map(|code| code.as_str()).collect();
        let codes = codes.join(", ");
        desk.ui
            .say(&desk.locale().say("ask-plan", &[("codes", &codes)]));
    }
    let text = read::stdin()?;
    let lines = text.lines().map(str::trim);
    let lines: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    if lines.is_empty() || lines.len() > MOST_STEPS {
        return Err(Usage::NoPlan.into());
    }
    let mut steps = Vec::new();
    for (number, line) in (1_usize..).zip(lines) {
        let (code, words) = line.split_once(':').unwrap_or((line, ""));
        let what: TaskKind = code.trim().parse().map_err(|_| Usage::PlanLine(number))?;
        let text = match words.trim() {
            "" => None,
            words => Some(short_reason(words).map_err(|problem| Usage::Reason {
                option: "PLAN",
                problem,
            })?),
        };
        if text.is_none() && what == TaskKind::Other {
            return Err(Usage::PlanLine(number).into());
        }
        steps.push(AlarmStep { what, text });
    }
    Ok(steps)
}
