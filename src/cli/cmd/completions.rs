//! `completions`: for the shell.

use crate::cli::args::store::Completions;
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::help::command;

pub(super) fn run(args: &Completions, desk: &Desk) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut command(desk.locale()),
        "nansen",
        &mut script,
    );
    desk.ui
        .result(&String::from_utf8_lossy(&script))
        .map_err(Failure::Output)?;
    Ok(Exit::Done)
}
