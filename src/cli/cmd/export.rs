//! `export letter`: what leaves the store as a paper.

use crate::app::{AppError, World};
use crate::cli::args::export::{Export, Letter};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::domain::check::Objection;
use crate::render::{Format, deadline_line};
use crate::store::Access;

pub(super) fn run(args: Export, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Export::Letter(args) => letter(&args, desk, world),
    }
}

fn letter(args: &Letter, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let named = desk.globals.json || desk.globals.format.is_some();
    let format = match args.form.as_deref() {
        Some(_) if named => return Err(Usage::Conflict("--as", "--format").into()),
        Some("html") => Format::Html,
        Some("md") => Format::Markdown,
        Some(_) => Format::Human,
        // A paper is for people, whatever takes it.
        None if !named && desk.out.format == Format::Plain => Format::Human,
        None => desk.out.format,
    };
    let mut session = desk.open(Access::Write, world)?;
    let letter = session.letter(&args.case, args.of.as_deref());
    let letter = letter.map_err(|error| match error {
        AppError::History {
            objection: Objection::NoReference,
            ..
        } => Failure::from(Usage::NothingToWriteFor),
        error => error.into(),
    })?;
    desk.acknowledge_as(&letter, format)?;
    let locale = desk.locale();
    let line = deadline_line(&letter.deadline, locale);
    desk.ui
        .tell(&locale.say("letter-made", &[("deadline", &line)]));
    Ok(Exit::Done)
}
