//! `import`: JSON Lines, and spreadsheets by a map, into cases.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use crate::app::error::LineFault;
use crate::app::import::sheet::{self, Map};
use crate::app::import::{Done, Options, text};
use crate::app::{AppError, World, archive};
use crate::base::file::{open_regular, read_regular, write_new};
use crate::base::sheet::{Reading, Sheet, told};
use crate::cli::args::store::Import;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, line_in_words};
use crate::cli::exit::Exit;
use crate::cli::place;
use crate::domain::code::SheetFate;
use crate::store::Access;

/// A map is a short text.
const MAX_MAP: u64 = 4 << 20;

pub(super) fn run(args: &Import, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(fate) = &args.sheet_gone {
        let fate = fate.parse().unwrap_or(SheetFate::KeptSealed);
        let mut session = desk.open(Access::Write, world)?;
        desk.acknowledge(&session.sheet_gone(fate)?)?;
        return Ok(Exit::Done);
    }
    let file = args.file.as_deref().unwrap_or(Path::new("-"));
    if args.plan {
        return plan(file, args, desk, world);
    }
    if let Some(map) = &args.map {
        return by_map(file, map, args, desk, world);
    }
    let (mut sheets, mut comments, mut hours) = (0, 0, Vec::new());
    let text = if Sheet::is_named_so(file) {
        let reading = Reading {
            sheet: 1,
            ..Reading::default()
        };
        let sheet = sheet::read(file, reading)?;
        (sheets, comments) = (sheet.sheets, sheet.comments);
        let own = sheet::own_lines(&sheet)?;
        read_in(&sheet, desk);
        hours = own.hours_left_out;
        own.text
    } else if file == Path::new("-") {
        text::read(io::stdin().lock())?
    } else {
        text::read(open_regular(file).map_err(Failure::Input)?)?
    };
    if let Some(path) = &args.skip_bad {
        place::must_be_free(path)?;
    }
    if archive::is_archive(&text) {
        return take_in(&text, args, desk, world);
    }
    let mut session = desk.open(Access::Write, world)?;
    let mut progress = ask::counted(desk, "progress-import");
    let options = Options {
        sheets,
        comments,
        ..options(args)
    };
    let done = session.import(&text, options, &mut progress);
    desk.ui.progress("");
    let mut done = done?;
    done.shown.hours_left_out = hours;
    for fault in &done.bad {
        desk.ui.tell(&line_in_words(fault, desk.locale()));
    }
    personal(&done, desk);
    end(&done, || bad_lines(&text, &done.bad), args, desk)
}

/// Says by which encoding letters were read, where it is not the one that says so itself.
fn read_in(sheet: &Sheet, desk: &Desk) {
    if let Some(name) = told(sheet.encoding) {
        let said = desk.locale().say("import-encoding", &[("name", &name)]);
        desk.ui.say(&said);
    }
}

/// Says in which notes personal data seem to stand, and of what kinds.
fn personal(done: &Done, desk: &Desk) {
    let locale = desk.locale();
    for note in &done.shown.personal {
        let place = note.row.to_string();
        let kinds = note.kinds.iter();
        let kinds: Vec<String> = kinds.map(|kind| locale.code("personal", kind)).collect();
        let kinds = kinds.join(", ");
        let text = match &note.column {
            Some(column) => locale.say(
                "import-note-personal-row",
                &[("row", &place), ("column", column), ("kinds", &kinds)],
            ),
            None => locale.say(
                "import-note-personal",
                &[("line", &place), ("kinds", &kinds)],
            ),
        };
        desk.ui.say(&text);
    }
}

/// Puts what was left aside into its file, and shows what was done.
fn end(
    done: &Done,
    aside: impl FnOnce() -> String,
    args: &Import,
    desk: &Desk,
) -> Result<Exit, Failure> {
    let aside = match &args.skip_bad {
        Some(path) if !args.dry_run && !done.bad.is_empty() => write_new(path, aside().as_bytes()),
        _ => Ok(()),
    };
    if args.dry_run {
        desk.show(&done.shown)?;
        return Ok(Exit::Done);
    }
    // Whatever became of that file: which case is which is told this once.
    desk.acknowledge(&done.shown)?;
    aside.map_err(Failure::not_shown)?;
    Ok(Exit::Done)
}

fn options(args: &Import) -> Options {
    Options {
        sheets: 0,
        comments: 0,
        dry_run: args.dry_run,
        skip_bad: args.skip_bad.is_some(),
        seal_again: args.seal_again,
        recorded: false,
    }
}

/// An archive is the beginning of a store, whole or not at all.
fn take_in(text: &str, args: &Import, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    for (given, option) in [
        (args.dry_run, "--dry-run"),
        (args.skip_bad.is_some(), "--skip-bad"),
    ] {
        if given {
            return Err(Usage::NotOfArchive(option).into());
        }
    }
    let mut session = desk.open(Access::Write, world)?;
    let mut progress = ask::counted(desk, "progress-archive");
    let done = session.take_in(text, &mut progress);
    desk.ui.progress("");
    desk.acknowledge(&done?)?;
    Ok(Exit::Done)
}

/// Proposes a map. Where the store opens without a question, it says which keys are there.
fn plan(file: &Path, args: &Import, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if let Some(path) = &desk.globals.output {
        place::must_be_free(path)?;
    }
    let sheet = sheet::read_to_plan(file, args.sheet)?;
    let session = desk.open_unasked(world);
    let plan = sheet::plan(&sheet, args.heading, session.as_ref())?;
    let Some(path) = &desk.globals.output else {
        desk.show(&plan.shown)?;
        return Ok(Exit::Done);
    };
    write_new(path, plan.map.as_bytes()).map_err(AppError::from)?;
    desk.acknowledge_in_words(&plan.shown)?;
    Ok(Exit::Done)
}

fn by_map(
    file: &Path,
    map: &Path,
    args: &Import,
    desk: &Desk,
    world: &mut World,
) -> Result<Exit, Failure> {
    if let Some(path) = &args.skip_bad {
        place::must_be_free(path)?;
    }
    let bytes = read_regular(map, MAX_MAP).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => AppError::MapTooLarge.into(),
        _ => Failure::Input(error),
    })?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::Input(io::ErrorKind::InvalidData.into()))?;
    let map = Map::parse(text)?;
    let sheet = sheet::read(file, map.reading())?;
    let mut session = desk.open(Access::Write, world)?;
    let mut progress = ask::counted(desk, "progress-import");
    let done = session.import_sheet(&sheet, &map, options(args), &mut progress);
    desk.ui.progress("");
    let done = done?;
    let mut aside = String::new();
    for fault in &done.bad {
        let line = line_in_words(fault, desk.locale());
        desk.ui.tell(&line);
        aside.push_str(&line);
        aside.push('\n');
    }
    personal(&done, desk);
    read_in(&sheet, desk);
    if sheet.formulas > 0 {
        let count = sheet.formulas;
        desk.ui
            .say(&desk.locale().say("import-formulas", &[("count", &count)]));
    }
    // Where they stand, and nothing of what stands there: another copy of names is the last thing to make.
    end(&done, || aside, args, desk)
}

/// The faulty lines as they stood in the file.
fn bad_lines(text: &str, bad: &[LineFault]) -> String {
    let numbers: BTreeSet<usize> = bad.iter().map(|fault| fault.line).collect();
    (1_usize..)
        .zip(text.lines())
        .filter(|(number, _)| numbers.contains(number))
        .flat_map(|(_, line)| [line, "\n"])
        .collect()
}
