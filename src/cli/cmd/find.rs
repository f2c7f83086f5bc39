//! `find`: words in the notes.

use std::io::IsTerminal as _;

use crate::app::World;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::store::Access;

/// What to give instead of an answer.
const STDIN: &str = "stdin";

pub(super) fn run(desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let session = desk.open(Access::Read, world)?;
    let text = if std::io::stdin().is_terminal() {
        let label = desk.locale().text("ask-find");
        desk.prompt.text(STDIN, &label, "", &|_| Ok(()))?
    } else {
        read::stdin()?
    };
    desk.show(&session.find_notes(&text)?)?;
    Ok(Exit::Done)
}
