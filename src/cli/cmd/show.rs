//! `show`: one case.

use crate::app::World;
use crate::cli::args::case::Show;
use crate::cli::cmd::ask::{self, Cases};
use crate::cli::cmd::export;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;

pub(super) fn run(args: &Show, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let mut session = desk.open(export::access(desk), world)?;
    let case = ask::case(desk, &session, args.case.as_deref(), Cases::All)?;
    let shown = session.show(case, as_of, args.all)?;
    export::give_out(&shown, "show", Some(case), &mut session, desk)?;
    Ok(Exit::Done)
}
