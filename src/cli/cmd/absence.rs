//! `absence`: who is away, and who sees to their cases.

use crate::app::World;
use crate::cli::args::absence::Absence;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::domain::event::AbsenceSet;
use crate::store::Access;

pub(super) fn run(args: Absence, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let today = world.clock.today();
    match args {
        Absence::Set(args) => {
            let from = read::day("--from", &args.from, today)?;
            let until = read::day("--until", &args.until, today)?;
            let mut session = desk.open(Access::Write, world)?;
            let mine = |alias: String| {
                if alias == "me" {
                    session.me.clone()
                } else {
                    alias
                }
            };
            let absence = AbsenceSet {
                member: mine(args.alias),
                from,
                until,
                to: Some(mine(args.to)),
            };
            desk.acknowledge(&session.set_absence(absence)?)?;
        }
        Absence::Cancel(args) => {
            let from = read::day("--from", &args.from, today)?;
            let mut session = desk.open(Access::Write, world)?;
            desk.acknowledge(&session.cancel_absence(&args.alias, from)?)?;
        }
        Absence::List => desk.show(&desk.open(Access::Read, world)?.absences()?)?,
    }
    Ok(Exit::Done)
}
