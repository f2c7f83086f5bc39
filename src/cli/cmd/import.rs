//! `import`: JSON Lines into cases.

use std::collections::BTreeSet;
use std::path::Path;

use crate::app::error::LineFault;
use crate::app::import::Options;
use crate::app::{World, archive};
use crate::base::file::write_new;
use crate::cli::args::store::Import;
use crate::cli::cmd::ask;
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage, kinds_in_words, line_in_words};
use crate::cli::exit::Exit;
use crate::cli::place;
use crate::cli::read;
use crate::store::Access;

pub(super) fn run(args: &Import, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let text = if args.file == Path::new("-") {
        read::stdin()?
    } else {
        std::fs::read_to_string(&args.file).map_err(Failure::Input)?
    };
    if let Some(path) = &args.skip_bad {
        place::must_be_free(path)?;
    }
    if archive::is_archive(&text) {
        return take_in(&text, args, desk, world);
    }
    let options = Options {
        dry_run: args.dry_run,
        skip_bad: args.skip_bad.is_some(),
        recorded: false,
    };
    let mut session = desk.open(Access::Write, world)?;
    let mut progress = ask::progress(desk, "progress-import");
    let done = session.import(&text, options, &mut |done, of| {
        progress(
            u64::try_from(done).unwrap_or(u64::MAX),
            u64::try_from(of).unwrap_or(u64::MAX),
        );
    });
    desk.ui.progress("");
    let done = done?;
    for fault in &done.bad {
        desk.ui.tell(&line_in_words(fault, desk.locale()));
    }
    for (line, kinds) in &done.personal {
        let line = line.to_string();
        let kinds = kinds_in_words(kinds, desk.locale());
        let text = desk.locale().say(
            "import-note-personal",
            &[("line", &line), ("kinds", &kinds)],
        );
        desk.ui.say(&text);
    }
    let aside = match &args.skip_bad {
        Some(path) if !args.dry_run && !done.bad.is_empty() => {
            write_new(path, bad_lines(&text, &done.bad).as_bytes())
        }
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
    let mut progress = ask::progress(desk, "progress-archive");
    let done = session.take_in(text, &mut |done, of| {
        progress(
            u64::try_from(done).unwrap_or(u64::MAX),
            u64::try_from(of).unwrap_or(u64::MAX),
        );
    });
    desk.ui.progress("");
    desk.acknowledge(&done?)?;
    Ok(Exit::Done)
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
