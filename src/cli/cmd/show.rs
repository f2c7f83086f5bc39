//! `show`: one case.

use crate::app::World;
use crate::cli::args::case::Show;
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::store::Access;

pub(super) fn run(args: &Show, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let session = desk.open(Access::Read, world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    desk.show(&session.show(case, as_of, args.all)?)?;
    Ok(Exit::Done)
}
