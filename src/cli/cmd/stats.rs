//! `stats show|release|ledger|verify|threshold`.

mod form;

use std::path::Path;

use chrono::NaiveDate;

use crate::app::World;
use crate::app::own::ready::dimension;
use crate::app::stats::{Grouping, Groups, How, Protect, Query, Rate, Shape, ready, values};
use crate::app::view::{Cell, Limit, Limits, Table};
use crate::cli::args::stats::{Ledger, Question, Release, Show, Stats, Threshold};
use crate::cli::desk::Desk;
use crate::cli::error::{Failure, Usage};
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::i18n::{Fill, Locale};
use crate::render::{call_fields, key_in_words, note_in_words, received};
use crate::store::Access;
use form::Form;

pub(in crate::cli) use form::fits;

/// What answers the question of a small number where nobody can be asked.
const BECAUSE: &str = "--because";

/// What the check of what left does not know; their words are `limit-...`.
const LIMITS: &[&str] = &[
    "limit-checked",
    "limit-others",
    "limit-before",
    "limit-chance",
    "limit-jointly",
    "limit-pattern",
    "limit-medians",
    "limit-groups",
    "limit-lines",
    "limit-families",
];

pub(super) fn run(args: Stats, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Stats::Threshold(args) => threshold(&args, desk, world),
        Stats::Show(args) => show(args, desk, world),
        Stats::Release(args) => release(*args, desk, world),
        Stats::Ledger(args) => ledger(&args, desk, world),
        Stats::Verify(args) => {
            let ledger = desk
                .open(Access::Read, world)?
                .verify_ledger(&args.release)?;
            desk.show(&ledger)?;
            let given_away = ledger
                .together
                .as_ref()
                .is_some_and(|one| one.state == "given_away");
            let mut items = ledger.items.iter();
            let differs = given_away || items.any(|item| item.state == Some("differs"));
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
    let mut out = desk.out_in(args.question.tongue.as_deref());
    let groups = groups(&args.question.group)?;
    let query = query(args.question, day(desk, world)?)?;
    let session = desk.open(Access::Read, world)?;
    call_fields(&mut out.locale, &session.own_fields()?);
    form.give(&worded(session.stats_show(&query, &groups)?), desk, &out)?;
    Ok(Exit::Done)
}

fn ledger(args: &Ledger, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.limits {
        let english = Locale::english();
        let items = LIMITS.iter().map(|id| Limit {
            id: id.trim_start_matches("limit-").to_owned(),
            message: english.text(id),
        });
        desk.show(&Limits {
            schema: "nansen.ledger-limits/1",
            items: items.collect(),
        })?;
        return Ok(Exit::Done);
    }
    if let Some(file) = &args.add {
        let to = read::recipient(args.to.as_deref().unwrap_or_default())?;
        let text = read::lines_of(file)?;
        let mut session = desk.open(Access::Write, world)?;
        let years = |text: &str| read::years(text).ok();
        desk.acknowledge(&session.ledger_add(&text, &to, years)?)?;
        return Ok(Exit::Done);
    }
    if let Some(number) = &args.remove {
        let because = read::needed_reason(desk, BECAUSE, args.because.as_deref())?;
        let mut session = desk.open(Access::Write, world)?;
        desk.acknowledge(&session.ledger_remove(number, &because)?)?;
        return Ok(Exit::Done);
    }
    let today = world.clock.today();
    let since = args.since.as_deref();
    let since = since
        .map(|day| read::day("--since", day, today))
        .transpose()?;
    let ledger = desk
        .open(Access::Read, world)?
        .ledger(&args.release, since)?;
    desk.show(&ledger)?;
    Ok(Exit::Done)
}

fn threshold(args: &Threshold, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let because = read::reason(BECAUSE, args.because.as_deref())?;
    match args.persons {
        Some(persons) => {
            let mut session = desk.open(Access::Write, world)?;
            let how = match (args.propose, args.approve) {
                (true, _) => How::Proposed,
                (_, true) => How::Approved,
                _ => How::Said,
            };
            desk.acknowledge(&session.set_threshold(persons, because, how)?)?;
        }
        None => desk.show(&desk.open(Access::Read, world)?.threshold()?)?,
    }
    Ok(Exit::Done)
}

fn release(args: Release, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    if args.dry_run {
        // Whatever lies in a file looks as if it had left.
        let globals = &desk.globals;
        let is_book = globals.format.as_deref() == Some("xlsx");
        if let Some((_, other)) = [
            (globals.output.is_some(), "-o"),
            (is_book, "--format xlsx"),
            (args.datapackage, "--datapackage"),
        ]
        .into_iter()
        .find(|(is_asked, _)| *is_asked)
        {
            return Err(Usage::Conflict("--dry-run", other).into());
        }
    }
    if let Some(number) = &args.decline {
        let because = read::needed_reason(desk, BECAUSE, args.because.as_deref())?;
        let declined = desk
            .open(Access::Write, world)?
            .stats_decline(number, &because)?;
        desk.acknowledge(&declined)?;
        return Ok(Exit::Done);
    }
    if let Some(number) = &args.approve {
        return approve(number, &args, desk, world);
    }
    let because = read::reason(BECAUSE, args.because.as_deref())?;
    let shape = args.shape.as_deref().and_then(Shape::named);
    let form = match shape {
        Some(shape) => Form::shaped(desk, shape, args.datapackage)?,
        None => Form::of(desk, args.datapackage)?,
    };
    let mut out = desk.out_in(args.question.tongue.as_deref());
    let unit = args.question.unit.clone();
    let groups = groups(&args.question.group)?;
    let mut query = query(args.question, day(desk, world)?)?;
    if let Some(shape) = shape {
        query.unit = unit.unwrap_or_else(|| "decisions".to_owned());
        shape.ask(&mut query).ok_or(Usage::Shape)?;
    }
    let to = read::recipient(args.to.as_deref().unwrap_or_default())?;
    let key = |typed: &String| -> Vec<String> { typed.split(',').map(str::to_owned).collect() };
    let mut session = desk.open(Access::Write, world)?;
    call_fields(&mut out.locale, &session.own_fields()?);
    let threshold = match args.threshold {
        Some(asked) => asked,
        None => session.threshold()?.threshold,
    };
    let combined = shape.map_or(Vec::new(), |shape| shape.combined(&query.unit));
    let typed = args.combine.iter().map(|typed| values(typed));
    let protect = Protect {
        threshold,
        round: args.round.is_some() || shape.is_some_and(Shape::is_rounded),
        combine: combined.into_iter().chain(typed).collect(),
        groups,
        intervals: args.intervals,
        seconds: args.budget.as_deref().map(read::seconds).transpose()?,
        strict: args.strict,
        withhold: args.withhold.iter().map(key).collect(),
        show: args.show_cell.iter().map(key).collect(),
        because,
        purpose: read::reason("--purpose", args.purpose.as_deref())?,
    };
    if !args.dry_run && protect.because.is_some() && desk.prompt.allowed() {
        let table = session.stats_release(&query, &protect, &to, true)?;
        confirm(desk, &table)?;
    }
    if args.propose {
        let table = session.stats_propose(&query, &protect, &to)?;
        desk.acknowledge(&worded(table))?;
        return Ok(Exit::Done);
    }
    if !args.dry_run && form == Form::Picture {
        // Whether there is a picture of it is known before it is remembered as gone.
        form.give_nothing(&session.stats_release(&query, &protect, &to, true)?, desk)?;
    }
    if args.dry_run {
        let table = session.stats_trial(&query, &protect, &to)?;
        form.give(&worded(table), desk, &out)?;
        return Ok(Exit::Done);
    }
    let table = session.stats_release(&query, &protect, &to, false)?;
    form.give(&worded(table), desk, &out)
        .map_err(Failure::left_not_shown)?;
    Ok(Exit::Done)
}

/// Lets leave what another member proposed; with `--dry-run` it shows it as it would.
fn approve(number: &str, args: &Release, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let form = Form::of(desk, args.datapackage)?;
    let mut out = desk.out_in(args.question.tongue.as_deref());
    let because = args.because.as_deref();
    if args.dry_run {
        let because = read::reason(BECAUSE, because)?;
        let session = desk.open(Access::Read, world)?;
        call_fields(&mut out.locale, &session.own_fields()?);
        let table = session.stats_approval(number, because.as_deref())?;
        form.give(&worded(table), desk, &out)?;
        return Ok(Exit::Done);
    }
    let because = read::needed_reason(desk, BECAUSE, because)?;
    let mut session = desk.open(Access::Write, world)?;
    call_fields(&mut out.locale, &session.own_fields()?);
    let is_asked = desk.prompt.allowed();
    if is_asked || form == Form::Picture {
        let table = session.stats_approval(number, Some(&because))?;
        form.give_nothing(&table, desk)?;
        if is_asked {
            confirm(desk, &table)?;
        }
    }
    let table = session.stats_approve(number, &because)?;
    form.give(&worded(table), desk, &out)
        .map_err(Failure::left_not_shown)?;
    Ok(Exit::Done)
}

/// The day as of which is counted: none that is to come.
fn day(desk: &Desk, world: &World) -> Result<Option<NaiveDate>, Failure> {
    match desk.as_of(world)? {
        Some(day) if day > world.clock.today() => Err(Usage::Ahead(day).into()),
        day => Ok(day),
    }
}

/// Asks of each small number that would be shown, whether it is meant: the number is to be typed.
fn confirm(desk: &Desk, table: &Table) -> Result<(), Failure> {
    let locale = desk.locale();
    let decided = |cell: &&Cell| cell.why.as_deref() == Some("override");
    for cell in table.cells.iter().filter(decided) {
        let Some(number) = cell.value else {
            continue;
        };
        let words = key_in_words(locale, &table.dimensions, &cell.key);
        let unit = locale.code("unit", &table.unit).to_lowercase();
        let fills: [(&str, &dyn Fill); 4] = [
            ("number", &number),
            ("unit", &unit),
            ("cell", &words),
            ("of", &received(&table.dimensions, &cell.key)),
        ];
        let label = locale.say("ask-show-cell", &fills);
        let wrong = locale.text("ask-show-cell-wrong");
        let check = |typed: &str| match typed.parse::<u64>() {
            Ok(typed) if number == typed => Ok(()),
            _ => Err(wrong.clone()),
        };
        desk.prompt.text(BECAUSE, &label, "", &check)?;
    }
    Ok(())
}

/// Each dimension's groups.
fn groups(typed: &[String]) -> Result<Groups, Failure> {
    let all = typed.iter().map(|typed| grouping(typed));
    Ok(Groups(all.collect::<Result<_, _>>()?))
}

/// `year=bands` or `origin=FILE`.
fn grouping(typed: &str) -> Result<(String, Grouping), Failure> {
    let (name, what) = read::pair("--group", typed)?;
    let name = dimension(&name);
    let grouping = match what.as_str() {
        "bands" => Grouping::Bands,
        "regions" => Grouping::regions()?,
        path => Grouping::of_file(&name, &read::lines_of(Path::new(path))?)?,
    };
    Ok((name, grouping))
}

fn query(args: Question, as_of: Option<NaiveDate>) -> Result<Query, Failure> {
    let filter = |typed: &String| -> Result<(String, Vec<String>), Usage> {
        let (name, values) = read::pair("--where", typed)?;
        Ok((
            dimension(&name),
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
                by: args.by.iter().map(|name| dimension(name)).collect(),
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
    let grouped = args.group.iter().filter_map(|typed| typed.split_once('='));
    let grouped: Vec<String> = grouped.map(|(name, _)| dimension(name)).collect();
    let names = named
        .into_iter()
        .chain(args.rate.iter().map(String::as_str));
    for name in names {
        let rate = Rate::read(name).map_err(Usage::Rate)?;
        rate.ask(&mut query, &grouped).map_err(Usage::Rate)?;
        query.rates.push(rate);
    }
    Ok(query)
}

/// The notes in the words that the JSON has in every language.
fn worded(mut table: Table) -> Table {
    let english = Locale::english();
    if table.notes.is_empty() {
        let steps = table.note_steps.iter();
        let notes = steps.map(|step| note_in_words(&table, step, &english));
        table.notes = notes.collect();
    }
    table
}
