//! `close`, `reopen`, `assign`, `link`: where a case stands, and with whom.

use crate::app::World;
use crate::app::link::Tie;
use crate::cli::args::case::{Assign, Close, Link, Reopen};
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::cmd::bulk;
use crate::cli::cmd::person::one_of_all;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::domain::code::{CaseEnd, LinkKind};
use crate::store::Access;

pub(super) fn close(args: &Close, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::date("--date", &args.date, world.clock.today())?;
    let even_so = read::reason("--even-so", args.even_so.as_deref())?;
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let asked = args.case.is_none() || args.reason.is_none();
    if asked && desk.prompt.allowed() {
        ask::echo(desk, &session.show(case, None, false)?);
    }
    let chosen = match args.reason.clone() {
        Some(reason) => reason,
        None => ask::one_of(
            desk,
            "--reason",
            "arg-close-reason",
            "case-end",
            CaseEnd::ALL,
        )?,
    };
    let reason: CaseEnd = ask::code("--reason", &chosen)?;
    if asked {
        let label = desk.locale().text("ask-close");
        if !desk.prompt.confirm("--reason", &label, true)? {
            return Err(Usage::NotConfirmed.into());
        }
    }
    desk.acknowledge(&session.close(case, reason, date, even_so.as_deref())?)?;
    Ok(Exit::Done)
}

pub(super) fn reopen(args: &Reopen, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let date = read::date("--date", &args.date, world.clock.today())?;
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Closed)?;
    desk.acknowledge(&session.reopen(case, date)?)?;
    Ok(Exit::Done)
}

pub(super) fn assign(mut args: Assign, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(from) = args.from_worker.take() {
        return bulk::assign(args, from, desk, world);
    }
    if !args.which.is_empty() {
        // A filter, or a rehearsal, is for many.
        return Err(Usage::Missing("--from".to_owned()).into());
    }
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::Open)?;
    let to = Some(args.to).filter(|alias| alias != "nobody");
    desk.acknowledge(&session.assign(case, to)?)?;
    Ok(Exit::Done)
}

pub(super) fn link(args: &Link, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let kind: LinkKind = ask::code("--as", &args.kind)?;
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    let to = session.find(&args.to)?;
    let (mut person, mut to_person) = (args.person, args.to_person);
    if kind == LinkKind::SamePerson {
        person = one_of_all(desk, &session, case, "--person", person)?;
        to_person = one_of_all(desk, &session, to, "--to-person", to_person)?;
    } else if person.or(to_person).is_some() {
        return Err(Usage::NotOfPersons.into());
    }
    let tie = Tie {
        to,
        kind,
        person,
        to_person,
    };
    desk.acknowledge(&session.link(case, &tie)?)?;
    Ok(Exit::Done)
}
