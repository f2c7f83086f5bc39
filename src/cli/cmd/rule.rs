//! `rule list|show|explain|check|install|changes`: the law as data; what the program knows needs no store.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::view::{ExplainedStep, Explanation, RulesChecked};
use crate::app::{World, rule};
use crate::base::date::PartialDate;
use crate::cli::args::rule::{Check, Explain, Rule};
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::i18n::Locale;
use crate::render::{Detailed, fault};
use crate::rules::{Book, Query};
use crate::store::Access;

pub(super) fn run(args: Rule, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let installed = match &args {
        Rule::List(args) => args.installed,
        Rule::Show(args) => args.installed,
        Rule::Explain(args) => args.installed,
        Rule::Check(_) | Rule::Install(_) | Rule::Changes(_) => false,
    };
    if installed {
        // Opening lays the office's own rules over those of the program.
        drop(desk.open(Access::Read, world)?);
    }
    match args {
        Rule::List(args) if args.gaps => {
            desk.show(&rule::gaps(&world.book, today(desk, world)?))?;
        }
        Rule::List(args) => {
            let rules = rule::list(&world.book, &args.jurisdictions, today(desk, world)?)?;
            desk.show(&rules)?;
        }
        Rule::Show(args) => {
            let rules = rule::show(&world.book, &args.rule, today(desk, world)?)?;
            desk.show(&Detailed(&rules))?;
        }
        Rule::Explain(args) => explain(args, desk, world)?,
        Rule::Check(args) => return check(&args, desk, world),
        Rule::Install(args) => return install(&args, desk, world),
        Rule::Changes(args) => {
            let access = if args.confirm {
                Access::Write
            } else {
                Access::Read
            };
            let mut changes = desk.open(access, world)?.rule_changes(args.confirm)?;
            for change in &mut changes.items {
                let lines = change.why_before.iter_mut().chain(&mut change.why_after);
                in_words(lines, desk.locale());
            }
            desk.acknowledge(&changes)?;
        }
    }
    Ok(Exit::Done)
}

/// The day on which a rule is looked at: past its review, or not.
fn today(desk: &Desk, world: &World) -> Result<NaiveDate, Failure> {
    Ok(desk.as_of(world)?.unwrap_or_else(|| world.clock.today()))
}

fn check(args: &Check, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let text = read::lines_of(&args.file)?;
    let book = std::mem::replace(&mut world.book, Book::builtin());
    tell(rule::check(book, &text), desk)
}

fn install(args: &Check, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    let text = read::lines_of(&args.file)?;
    let checked = desk.open(Access::Write, world)?.install(&text)?;
    let done = checked.ok;
    let exit = tell(checked, desk)?;
    if done {
        desk.ui.tell(&desk.locale().text("rule-installed"));
    }
    Ok(exit)
}

/// Prints what is wrong with a file, and says by the exit code whether anything is.
fn tell(mut checked: RulesChecked, desk: &Desk) -> Result<Exit, Failure> {
    let english = Locale::english();
    for finding in &mut checked.findings {
        finding.message = fault(&finding.problem, &english);
    }
    desk.show(&checked)?;
    Ok(if checked.ok { Exit::Done } else { Exit::Failed })
}

fn explain(args: Explain, desk: &Desk, world: &World) -> Result<(), Failure> {
    let now = world.clock.today();
    let today = today(desk, world)?;
    let mut facts = BTreeMap::new();
    for typed in &args.facts {
        let (name, value) = read::pair("--fact", typed)?;
        facts.insert(name, value);
    }
    let mut dates: BTreeMap<String, PartialDate> = BTreeMap::new();
    for typed in &args.dates {
        let (name, value) = read::pair("--date", typed)?;
        dates.insert(name, read::date("--date", &value, now)?);
    }
    let query = Query {
        rule: args.rule,
        from: read::start(&args.from, now)?,
        facts,
        region: args.region,
        dates,
        event: args.event,
    };
    let mut explanation = rule::explain(&world.book, &query, today)?;
    explained(&mut explanation, desk.locale());
    desk.show(&explanation)
}

/// Puts a reckoning into words.
pub(super) fn explained(explanation: &mut Explanation, locale: &Locale) {
    let lines = explanation.steps.iter_mut();
    in_words(lines.chain(&mut explanation.warnings), locale);
}

fn in_words<'s>(lines: impl Iterator<Item = &'s mut ExplainedStep>, locale: &Locale) {
    for line in lines {
        line.text = locale.say_all(&line.step.text, &line.step.args);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Format, Output, View as _};

    /// The columns and lines of a laptop.
    const SCREEN: (usize, usize) = (100, 40);

    #[test]
    fn an_explanation_fits_one_screen() {
        let book = Book::builtin();
        let (width, height) = SCREEN;
        let out = Output {
            format: Format::Human,
            color: false,
            locale: Locale::english(),
            width,
        };
        let today = "2026-11-26".parse().unwrap();
        let mut long = Vec::new();
        for of in book.rules() {
            for query in of.example.iter().filter_map(|e| Query::of(of, e)) {
                let mut explanation = rule::explain(&book, &query, today).unwrap();
                explained(&mut explanation, &out.locale);
                let lines = explanation.human(&out).lines().count();
                if lines > height {
                    long.push(format!("{}: {lines}", of.id));
                }
            }
        }
        assert!(long.is_empty(), "{long:?}");
    }
}
