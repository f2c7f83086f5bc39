//! `status`: the store at a glance.

use crate::app::World;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::i18n::Locale;
use crate::store::Access;

pub(super) fn run(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let as_of = desk.as_of(world)?;
    let session = desk.open(Access::Read, world)?;
    let mut status = session.status(as_of)?;
    // The JSON is the same in every language; people get theirs from `render`.
    let english = Locale::english();
    for need in &mut status.needs {
        need.message = english.of_id("need", &need.id, &need.args);
    }
    drop(session);
    status.lock = Some(desk.lock_state(world)?);
    // They stand among what needs a person.
    world.notices.clear();
    desk.show(&status)?;
    Ok(Exit::Done)
}
