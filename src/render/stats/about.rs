//! What a table is about, told alike in every form: what is counted, of whom and when, how many they are, of how many
//! something is not recorded, under which number it left.

use std::collections::BTreeMap;

use super::{pair, word};
use crate::app::view::Table;
use crate::i18n::{Fill, Locale};
use crate::render::Rows;

/// One thing that a table says of itself.
struct Fact {
    /// Its name for programs.
    name: String,
    /// What it says, in codes.
    code: String,
    /// The same in words; empty where a sentence of the notes says it.
    said: String,
}

impl Fact {
    fn new(name: impl Into<String>, code: impl Into<String>, said: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            code: code.into(),
            said: said.into(),
        }
    }
}

/// For people, one after the other.
pub(in crate::render) fn about(table: &Table, locale: &Locale) -> String {
    let facts = facts(table, locale).into_iter();
    let said = facts.map(|fact| fact.said).filter(|said| !said.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// For programs, a line each.
pub(super) fn rows(table: &Table, locale: &Locale) -> Rows {
    let facts = facts(table, locale).into_iter();
    Rows {
        header: ["about", "value"].map(str::to_owned).to_vec(),
        lines: facts.map(|fact| vec![fact.name, fact.code]).collect(),
    }
}

/// Each condition in words.
pub(super) fn filters(filters: &BTreeMap<String, Vec<String>>, locale: &Locale) -> Vec<String> {
    let said = |(dimension, values): (&String, &Vec<String>)| {
        let words = values.iter().map(|value| word(locale, dimension, value));
        let name = locale.code("dimension", dimension);
        let words = locale.listed(&words.collect::<Vec<_>>());
        pair(&name, &words, locale)
    };
    filters.iter().map(said).collect()
}

/// The years that are asked for, with what of the counted lies in them.
pub(super) fn years(unit: &str, period: &str, locale: &Locale) -> String {
    let fills: [(&str, &dyn Fill); 2] = [("unit", &unit), ("period", &period)];
    locale.say("figures-period", &fills)
}

fn facts(table: &Table, locale: &Locale) -> Vec<Fact> {
    let unit = locale.code("unit", &table.unit).to_lowercase();
    let population = &table.population.shown;
    let fills: [(&str, &dyn Fill); 2] = [("count", population), ("unit", &unit)];
    let mut facts = vec![
        Fact::new(
            "unit",
            &table.unit,
            locale.say("figures-unit", &[("unit", &unit)]),
        ),
        Fact::new(
            "population",
            population,
            locale.say("figures-population", &fills),
        ),
    ];
    let words = filters(&table.filters, locale);
    for ((dimension, values), said) in table.filters.iter().zip(words) {
        facts.push(Fact::new(
            format!("where.{dimension}"),
            values.join(","),
            said,
        ));
    }
    let period = table.period.as_ref().map_or_else(
        || Fact::new("period", "all", locale.text("figures-all-years")),
        |period| Fact::new("period", period, years(&table.unit, period, locale)),
    );
    facts.push(period);
    let day = table.as_of.unwrap_or(table.day);
    let said = locale.say("figures-as-of", &[("day", &locale.date(day))]);
    facts.push(Fact::new("as_of", day.to_string(), said));
    let mut unknown = Vec::new();
    for (dimension, count) in &table.unknown {
        let name = locale.code("dimension", dimension);
        unknown.push(format!("{name} {}", count.shown));
        facts.push(Fact::new(format!("unknown.{dimension}"), &count.shown, ""));
    }
    if unknown.is_empty() {
        facts.push(Fact::new("unknown", "0", locale.text("figures-no-unknown")));
    } else if let Some(last) = facts.last_mut() {
        let all = locale.listed(&unknown);
        last.said = locale.say("figures-unknown", &[("all", &all)]);
    }
    for (name, count) in [
        ("never_asked", &table.consent.never_asked),
        ("left_out", &table.consent.left_out),
        ("handed_over", &table.handed_over),
    ] {
        facts.push(Fact::new(name, &count.shown, ""));
    }
    if let Some(number) = table.release.as_ref().filter(|_| table.releasable) {
        let threshold = table.threshold.unwrap_or(5);
        let fills: [(&str, &dyn Fill); 2] = [("number", number), ("threshold", &threshold)];
        let said = locale.say("figures-number", &fills);
        facts.push(Fact::new("release", number, said));
    }
    if let Some(threshold) = table.threshold {
        facts.push(Fact::new("threshold", threshold.to_string(), ""));
    }
    facts.push(Fact::new("releasable", table.releasable.to_string(), ""));
    facts
}
