//! `export`: what leaves the store as a paper, a list, a calendar or an archive.

mod anonymous;
mod lists;
mod over;

use std::path::Path;

use crate::app::{AppError, Session, World};
use crate::base::file::Pending;
use crate::base::id::CaseId;
use crate::cli::args::export::{Archive, Export, Ics, Letter};
use crate::cli::cmd::init::accepted;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::place;
use crate::domain::check::Objection;
use crate::render::{Format, View, calendar, deadline_line, render};
use crate::store::Access;
use lists::Form;
use over::Sort;

pub(super) fn run(args: Export, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Export::Letter(args) => letter(&args, desk, world),
        Export::Csv(args) => lists::run(args, Form::Csv, None, desk, world),
        Export::Xlsx(args) => lists::run(args, Form::Xlsx, None, desk, world),
        Export::Html(page) => {
            let tongue = page.tongue.as_deref();
            lists::run(page.lists, Form::Html, tongue, desk, world)
        }
        Export::Md(page) => {
            let tongue = page.tongue.as_deref();
            lists::run(page.lists, Form::Md, tongue, desk, world)
        }
        Export::Ics(args) => ics(&args, desk, world),
        Export::Archive(args) => archive(&args, desk, world),
        Export::Anonymous(args) => anonymous::run(args, desk, world),
    }
}

/// The file that a command writes beside what it says of it.
pub(super) fn named(desk: &Desk) -> Result<&Path, Failure> {
    let named = desk.globals.output.as_deref();
    if named.is_some_and(|path| path.as_os_str() == "-") {
        // A file of this name would lie unseen in the folder.
        return Err(Usage::NotToStdout.into());
    }
    Ok(named.ok_or_else(|| Usage::Missing("-o FILE".to_owned()))?)
}

/// The file that a list shown by another command makes in a form for others: what leaves so is an export as well.
fn leaves(desk: &Desk) -> Option<&Path> {
    let for_others = matches!(
        desk.out.format,
        Format::Csv | Format::Html | Format::Markdown
    );
    desk.globals.output.as_deref().filter(|_| for_others)
}

/// How a store is opened to show a list: an export is written down.
pub(super) fn access(desk: &Desk) -> Access {
    match leaves(desk) {
        Some(_) => Access::Write,
        None => Access::Read,
    }
}

/// Shows a list; where it makes a file for others, that it left is written down before the file gets its name.
pub(super) fn give_out<V: View>(
    view: &V,
    list: &str,
    case: Option<CaseId>,
    session: &mut Session<'_>,
    desk: &Desk,
) -> Result<(), Failure> {
    let Some(path) = leaves(desk) else {
        return desk.show(view);
    };
    let mut file = begun(path, false)?;
    file.put(render(view, &desk.out)?.as_bytes())?;
    session.gave_out(list, case)?;
    Ok(file.finish()?)
}

/// A file that is made again and again: not in the place of another, unless somebody says so and that one is of its sort.
fn must_be_free(path: &Path, force: bool, sort: Sort) -> Result<(), Failure> {
    if force && path.is_file() {
        place::must_be_outside(path)?;
        return sort.must_be_at(path);
    }
    place::must_be_free(path)
}

/// A file that lies on the disk and has no name yet: where the disk is full nothing was given out, and nothing says so.
fn begun(path: &Path, force: bool) -> Result<Pending, Failure> {
    let begun = if force {
        Pending::over(path)
    } else {
        Pending::new(path)
    };
    Ok(begun?)
}

fn ics(args: &Ics, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = named(desk)?;
    must_be_free(path, args.force, Sort::Calendar)?;
    let mut session = desk.open(Access::Write, world)?;
    let worker = match (args.worker.as_deref(), args.per.as_str()) {
        (Some("me"), _) | (None, "worker") => Some(session.me.clone()),
        (worker, _) => worker.map(str::to_owned),
    };
    let mut file = begun(path, args.force)?;
    let made = session.calendar(worker, args.full, &mut |made| {
        file.put(calendar(made, desk.locale()).as_bytes())
    })?;
    file.finish()?;
    desk.acknowledge_beside(&made)?;
    Ok(Exit::Done)
}

fn archive(args: &Archive, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let path = named(desk)?;
    place::must_be_free(path)?;
    if !args.in_the_open {
        // Where nobody can be asked, only the option says that it is meant.
        if !desk.prompt.allowed() {
            return Err(Usage::Missing("--in-the-open".to_owned()).into());
        }
        accepted(desk, "--in-the-open", "archive-sentence")?;
    }
    let mut session = desk.open(Access::Write, world)?;
    let made = session.archive(path)?;
    desk.acknowledge_beside(&made)?;
    desk.ui.say(&desk.locale().text("archive-open"));
    Ok(Exit::Done)
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
