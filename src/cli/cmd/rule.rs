//! `rule list|show|explain`: the law as data; needs no store.

use std::collections::BTreeMap;

use crate::app::view::Explanation;
use crate::app::{World, rule};
use crate::base::date::PartialDate;
use crate::cli::args::rule::{Explain, Rule};
use crate::cli::desk::Desk;
use crate::cli::error::Failure;
use crate::cli::exit::Exit;
use crate::cli::read;
use crate::i18n::Locale;
use crate::render::Detailed;
use crate::rules::Query;

pub(super) fn run(args: Rule, desk: &Desk, world: &mut World) -> Result<Exit, Failure> {
    match args {
        Rule::List(args) => desk.show(&rule::list(&world.book, &args.jurisdictions)?)?,
        Rule::Show(args) => desk.show(&Detailed(&rule::show(&world.book, &args.rule)?))?,
        Rule::Explain(args) => explain(args, desk, world)?,
    }
    Ok(Exit::Done)
}

fn explain(args: Explain, desk: &Desk, world: &World) -> Result<(), Failure> {
    let today = world.clock.today();
    let mut facts = BTreeMap::new();
    for typed in &args.facts {
        let (name, value) = read::pair("--fact", typed)?;
        facts.insert(name, value);
    }
    let mut dates: BTreeMap<String, PartialDate> = BTreeMap::new();
    for typed in &args.dates {
        let (name, value) = read::pair("--date", typed)?;
        dates.insert(name, read::date("--date", &value, today)?);
    }
    let query = Query {
        rule: args.rule,
        from: read::start(&args.from, today)?,
        facts,
        region: args.region,
        dates,
    };
    let mut explanation = rule::explain(&world.book, &query)?;
    explained(&mut explanation, desk.locale());
    desk.show(&explanation)
}

/// Puts the reckoning into words.
pub(super) fn explained(explanation: &mut Explanation, locale: &Locale) {
    for step in explanation.steps.iter_mut().chain(&mut explanation.warnings) {
        step.text = locale.say_all(&step.step.text, &step.step.args);
    }
}
