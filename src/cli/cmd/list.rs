//! `list`: cases by filters.

use crate::app::World;
use crate::app::list::Query;
use crate::base::date::PartialDate;
use crate::cli::args::case::List;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

pub(super) fn run(args: List, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    let since = args
        .since
        .map(|text| read::date("--since", &text, today))
        .transpose()?;
    let risks = args.risks.iter().map(|level| ask::code("--risk", level));
    let risks = risks.collect::<Result<_, _>>()?;
    let query = Query {
        as_of: desk.as_of(world)?,
        all: args.all,
        states: args.states,
        origins: args.origins,
        jurisdictions: args.jurisdictions,
        workers: args.workers,
        offices: args.offices,
        tags: args.tags,
        risks,
        fields: args.fields,
        since: since.map(PartialDate::earliest),
    };
    let session = desk.open(Access::Read, world)?;
    desk.show(&session.list(&query)?)?;
    Ok(Exit::Done)
}
