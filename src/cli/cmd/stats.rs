//! `stats show|release|ledger|verify`.

mod form;

use chrono::NaiveDate;

use crate::app::World;
use crate::app::stats::{Protect, Query, Rate, Shape, ready};
use crate::app::view::Table;
use crate::cli::args::stats::{Question, Release, Show, Stats};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::i18n::Locale;
use crate::store::Access;
use form::Form;

pub(in crate::cli) use form::fits;

pub(super) fn run(args: Stats, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Stats::Show(args) => show(args, desk, world),
        Stats::Release(args) => release(*args, desk, world),
        Stats::Ledger(args) => {
            desk.show(&desk.open(Access::Read, world)?.ledger(&args.release)?)?;
            Ok(Exit::Done)
        }
        Stats::Verify(args) => {
            let ledger = desk
                .open(Access::Read, world)?
                .verify_ledger(&args.release)?;
            desk.show(&ledger)?;
            let differs = ledger
                .items
                .iter()
                .any(|item| item.state == Some("differs"));
            Ok(if differs { Exit::Integrity } else { Exit::Done })
        }
    }
}

fn show(args: Show, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let on_screen = desk.ui.stdout_terminal && desk.globals.output.is_none();
    if !args.inside && !on_screen {
        return Err(Usage::Inside.into());
    }
    let form = Form::of(desk, args.datapackage)?;
    let query = query(args.question, desk.as_of(world)?)?;
    let session = desk.open(Access::Read, world)?;
    form.give(&worded(session.stats_show(&query)?), desk)?;
    Ok(Exit::Done)
}

fn release(args: Release, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let shape = args.shape.as_deref().and_then(Shape::named);
    let form = match shape {
        Some(shape) => Form::shaped(desk, shape)?,
        None => Form::of(desk, args.datapackage)?,
    };
    let unit = args.question.unit.clone();
    let mut query = query(args.question, desk.as_of(world)?)?;
    if let Some(shape) = shape {
        query.unit = unit.unwrap_or_else(|| "decisions".to_owned());
        shape.ask(&mut query).ok_or(Usage::Shape)?;
    }
    let to = read::recipient(&args.to)?;
    let key = |typed: &String| -> Vec<String> { typed.split(',').map(str::to_owned).collect() };
    let parts = |typed: &String| -> Vec<String> { typed.split('+').map(str::to_owned).collect() };
    let protect = Protect {
        threshold: if args.threshold == "10" { 10 } else { 5 },
        round: args.round.is_some() || shape == Some(Shape::Eurostat),
        combine: args.combine.iter().map(parts).collect(),
        intervals: args.intervals,
        withhold: args.withhold.iter().map(key).collect(),
        show: args.show_cell.iter().map(key).collect(),
        because: read::reason("--because", args.because.as_deref())?,
        purpose: read::reason("--purpose", args.purpose.as_deref())?,
    };
    let mut session = desk.open(Access::Write, world)?;
    if !args.dry_run && form == Form::Picture {
        // Whether there is a picture of it is known before it is remembered as gone.
        form.give_nothing(&session.stats_release(&query, &protect, &to, true)?, desk)?;
    }
    let mut table = session.stats_release(&query, &protect, &to, args.dry_run)?;
    if args.dry_run {
        table.released_to = None;
        table.release = None;
        form.give(&worded(table), desk)?;
    } else {
        form.give(&worded(table), desk)
            .map_err(Failure::not_shown)?;
    }
    Ok(Exit::Done)
}

fn query(args: Question, as_of: Option<NaiveDate>) -> Result<Query, Failure> {
    let filter = |typed: &String| -> Result<(String, Vec<String>), Usage> {
        let (name, values) = read::pair("--where", typed)?;
        Ok((
            name,
            values
                .split(',')
                .map(|value| value.trim().to_owned())
                .collect(),
        ))
    };
    let (mut query, named) = match args.ready.as_deref().and_then(ready) {
        Some(ready) => ready,
        None => (
            Query {
                unit: args.unit.unwrap_or_else(|| "persons".to_owned()),
                by: args.by,
                ..Query::default()
            },
            Vec::new(),
        ),
    };
    for typed in &args.filters {
        query.filters.push(filter(typed)?);
    }
    query.period = args.period.as_deref().map(read::years).transpose()?;
    query.as_of = as_of;
    query.median = args.median.is_some();
    if query.median && query.unit != "applications" {
        return Err(Usage::MedianUnit.into());
    }
    let names = named
        .into_iter()
        .chain(args.rate.iter().map(String::as_str));
    for name in names {
        let rate = Rate::read(name).map_err(Usage::Rate)?;
        rate.ask(&mut query).map_err(Usage::Rate)?;
        query.rates.push(rate);
    }
    Ok(query)
}

/// The notes in the words that the JSON has in every language.
fn worded(mut table: Table) -> Table {
    let english = Locale::english();
    if table.notes.is_empty() {
        let say = |step: &crate::domain::event::Step| english.say_all(&step.text, &step.args);
        table.notes = table.note_steps.iter().map(say).collect();
    }
    table
}
