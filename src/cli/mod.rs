//! What is typed, asked, said and returned: clap, prompts, wording, exit codes.

mod args;
#[cfg(test)]
mod classes;
mod cmd;
mod desk;
mod early;
mod env;
mod error;
mod exit;
mod help;
mod member;
mod place;
mod prompt;
mod read;
mod terminal;
mod ui;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::panic;
use std::process::ExitCode;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;

use crate::base::process::harden;
use crate::cli::args::document::Document;
use crate::cli::args::{Cli, Command};
use crate::cli::desk::Desk;
use crate::cli::early::Early;
use crate::cli::env::Env;
use crate::cli::error::{Failure, Report};
use crate::cli::exit::Exit;
use crate::cli::ui::{Ui, unless_closed};
use crate::disclosure::witness::is_solving;
use crate::i18n::Locale;
use crate::store::Notice;

/// Runs the program: reads the command line and the environment, does what was asked, says how it went.
pub fn main() -> ExitCode {
    harden();
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let env = Env::read();
    let early = Early::scan(&arguments);
    hush_panics(&early, &env);
    // A panic was told by the hook; what it left half-written the transaction takes back.
    panic::catch_unwind(panic::AssertUnwindSafe(|| whole(&arguments, env, &early)))
        .unwrap_or(Exit::Defect)
        .into()
}

/// The command and, where it fails, why.
fn whole(arguments: &[OsString], env: Env, early: &Early) -> Exit {
    let locale = early.locale(&env);
    match run(arguments, env, early) {
        Ok(exit) => exit,
        Err(failure) => {
            let report = Report::of(&failure, &locale);
            let ui = Ui::new(false);
            if early.json {
                ui.say(&report.json());
            } else {
                ui.say(&report.human(&locale));
            }
            report.exit
        }
    }
}

fn run(arguments: &[OsString], env: Env, early: &Early) -> Result<Exit, Failure> {
    let locale = early.locale(&env);
    let color = early.color(&env);
    let matches = match help::command(&locale)
        .color(color)
        .try_get_matches_from(arguments)
    {
        Ok(matches) => matches,
        Err(error) => return shown(error, early),
    };
    let mut cli =
        Cli::from_arg_matches(&matches).map_err(|error| Failure::Args(Box::new(error)))?;
    cli.globals.key = early::keys(arguments);
    cmd::stats::fits(&cli.command, &cli.globals)?;
    let (desk, mut world) = Desk::new(cli.globals, env, locale)?;
    // To these it names a file that is made again, or a folder.
    let otherwise = match &cli.command {
        Command::Export(export) => export.replaces(),
        Command::Document(Document::Open(_)) => true,
        _ => false,
    };
    if let Some(path) = desk.globals.output.as_ref().filter(|_| !otherwise) {
        place::must_be_free(path)?;
    }
    let done = cmd::run(cli.command, &desk, &mut world);
    // Some commands open the store twice.
    let notices: BTreeSet<Notice> = world.notices.into_iter().collect();
    for notice in notices {
        desk.warn(notice);
    }
    done
}

/// Help and version are results; everything else that clap says is an error.
fn shown(error: clap::Error, early: &Early) -> Result<Exit, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            unless_closed(error.print()).map_err(Failure::Output)?;
            Ok(Exit::Done)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !early.json => {
            // To stderr: no result was asked for.
            drop(error.print());
            Ok(Exit::NotUnderstood)
        }
        _ => Err(Failure::Args(Box::new(error))),
    }
}

/// A panic says that it happened and nothing of what was being worked on.
fn hush_panics(early: &Early, env: &Env) {
    let locale: Locale = early.locale(env);
    let message = locale.say("defect-panic", &[("version", &env!("CARGO_PKG_VERSION"))]);
    panic::set_hook(Box::new(move |_| {
        // Caught there, and no more than a solution that was not found.
        if is_solving() {
            return;
        }
        terminal::leave_for_good();
        Ui::new(false).say(&message);
    }));
}
