//! `list`: cases by filters.

use crate::app::World;
use crate::app::list::Query;
use crate::app::selection::Selection;
use crate::base::date::PartialDate;
use crate::cli::args::case::List;
use crate::cli::cmd::{ask, export};
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;

pub(super) fn run(args: List, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    let since = args
        .since
        .map(|text| read::date("--since", &text, today))
        .transpose()?;
    let risks = args.risks.iter().map(|level| ask::code("--risk", level));
    let risks = risks.collect::<Result<_, _>>()?;
    let as_of = desk.as_of(world)?;
    let day = as_of.unwrap_or(today);
    let ahead = |text: Option<String>| text.map(|text| read::span(&text, day)).transpose();
    let closed = args.closed_between;
    let closed = closed.map(|text| read::date("--closed-between", &text, today));
    let query = Query {
        as_of,
        all: args.all,
        states: args.states,
        which: Selection {
            workers: args.workers,
            origins: args.origins,
            jurisdictions: args.jurisdictions,
            offices: args.offices,
            tags: args.tags,
            fields: args.fields,
        },
        risks,
        since: since.map(PartialDate::earliest),
        untouched: args
            .untouched
            .map(|text| read::back(&text, day))
            .transpose()?,
        no_next_step: args.no_next_step,
        deadline_in: ahead(args.deadline_in)?,
        hearing_in: ahead(args.hearing_in)?,
        closed_between: closed.transpose()?,
        arrange: read::arrangement(&args.arrange)?,
    };
    let mut session = desk.open(export::access(desk), world)?;
    let shown = session.list(&query)?;
    export::give_out(&shown, "list", None, &mut session, desk)?;
    Ok(Exit::Done)
}
