//! `case`: one case as a paper, or on its way to another office.

use crate::app::World;
use crate::base::date::Grain;
use crate::cli::args::casefile::{Access as AccessArgs, CaseFile, Timeline};
use crate::cli::args::person::Named;
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::cmd::handover;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::render::{Format, render_as};
use crate::store::Access;

pub(super) fn run(args: CaseFile, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        CaseFile::Timeline(args) => timeline(&args, desk, world),
        CaseFile::Access(args) => access(&args, desk, world),
        CaseFile::Export(args) => handover::give(&args, desk, world),
        CaseFile::Import(args) => handover::take(&args, desk, world),
        CaseFile::Receipt(args) => handover::receipt(&args, desk, world),
        CaseFile::Origin(args) => handover::origin(&args, desk, world),
    }
}

fn timeline(args: &Timeline, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let coarse = match args.coarse.as_deref() {
        None => None,
        Some("year") => Some(Grain::Year),
        Some(_) => Some(Grain::Month),
    };
    let mut session = desk.open(
        if coarse.is_some() {
            Access::Write
        } else {
            Access::Read
        },
        world,
    )?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    let told = session.timeline(case, as_of, coarse)?;
    desk.acknowledge_as(&told, paper(desk))?;
    if coarse.is_some() {
        desk.ui.tell(&desk.locale().text("timeline-coarse"));
    }
    Ok(Exit::Done)
}

fn access(args: &AccessArgs, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let mut session = desk.open(Access::Write, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    let held = session.access(case, args.person.and_then(Named::number))?;
    let text = render_as(&held, &desk.out_in(args.tongue.as_deref()), paper(desk))?;
    desk.print(&text).map_err(Failure::not_shown)?;
    Ok(Exit::Done)
}

/// A paper is for people, whatever takes it.
fn paper(desk: &Desk) -> Format {
    let named = desk.globals.json || desk.globals.format.is_some();
    match desk.out.format {
        Format::Plain if !named => Format::Human,
        format => format,
    }
}
