//! `retention`: when a closed case is to be forgotten.

use crate::app::World;
use crate::cli::args::retention::Retention;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

pub(super) fn run(args: &Retention, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Retention::Set(args) => {
            let months = read::months(&args.after)?;
            let reason = args.reason.as_deref();
            let reason = reason.map(|code| ask::code("--reason", code)).transpose()?;
            let mut session = desk.open(Access::Write, world)?;
            desk.acknowledge(&session.set_retention(reason, months)?)?;
        }
        Retention::List => {
            let as_of = desk.as_of(world)?;
            desk.show(&desk.open(Access::Read, world)?.retention(as_of)?)?;
        }
        Retention::Warn(args) => {
            let mut session = desk.open(Access::Write, world)?;
            let case = args.case.as_deref();
            let case = case.map(|case| session.find(case)).transpose()?;
            desk.acknowledge(&session.warn_of_retention(case)?)?;
        }
    }
    Ok(Exit::Done)
}
