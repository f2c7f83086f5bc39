//! A table as a page to print or to put into a report: what was asked, its picture, the table behind it, how it was made.

use super::{grid, notes, title, word};
use crate::app::view::{Table, TableRate};
use crate::i18n::{Fill, Locale};
use crate::render::figure::{self, Place};
use crate::render::{Output, Part, Rows, Sheet};

/// A heading with the lines below it.
pub(super) type Block = (String, Vec<Vec<String>>);

/// The page.
pub(super) fn sheet(table: &Table, out: &Output) -> Sheet {
    let locale = &out.locale;
    let title = title(table, locale);
    let mut lead = about(table, locale);
    if !table.releasable {
        lead.insert(0, locale.text("stats-inside"));
    }
    let mut parts = vec![Part {
        picture: figure::of(table, &title, locale, Place::Page),
        table: Some(rows(table, locale)),
        ..Part::default()
    }];
    let beside = [rates(table, locale), times(table, locale)];
    for (heading, lines) in beside.into_iter().flatten() {
        let words = lines.into_iter().map(|line| line.join(" ")).collect();
        parts.push(Part {
            heading,
            notes: words,
            ..Part::default()
        });
    }
    parts.push(Part {
        heading: locale.text("figures-notes"),
        notes: reading(table, locale),
        ..Part::default()
    });
    Sheet { title, lead, parts }
}

/// How to read the table, and how it was made.
pub(super) fn reading(table: &Table, locale: &Locale) -> Vec<String> {
    let mut said = notes(table, locale);
    if let Some(check) = &table.check {
        let fills: [(&str, &dyn Fill); 1] = [("compared", &check.releases_compared)];
        said.push(locale.say("figures-method", &fills));
    }
    said
}

/// The picture alone, as a file of its own; none of a table that is not drawn.
pub fn table_picture(table: &Table, out: &Output) -> Option<String> {
    let locale = &out.locale;
    figure::of(table, &title(table, locale), locale, Place::File)
}

/// The table in words.
pub(super) fn rows(table: &Table, locale: &Locale) -> Rows {
    let (head, lines) = grid(table, locale);
    Rows {
        header: head.into_iter().map(|(name, _)| name).collect(),
        lines,
    }
}

/// What was asked: of whom, when, as of which day; under which number it left.
pub(super) fn about(table: &Table, locale: &Locale) -> Vec<String> {
    let mut said = Vec::new();
    for (dimension, values) in &table.filters {
        let words: Vec<String> = values
            .iter()
            .map(|value| word(locale, dimension, value))
            .collect();
        let name = locale.code("dimension", dimension);
        said.push(format!("{name}: {}", words.join(", ")));
    }
    if let Some(period) = &table.period {
        said.push(locale.say("figures-period", &[("period", period)]));
    }
    if let Some(day) = table.as_of {
        said.push(locale.say("figures-as-of", &[("day", &locale.date(day))]));
    }
    if let Some(number) = &table.release {
        let threshold = table.threshold.unwrap_or(5);
        let fills: [(&str, &dyn Fill); 2] = [("number", number), ("threshold", &threshold)];
        said.push(locale.say("figures-number", &fills));
    }
    if said.is_empty() {
        return Vec::new();
    }
    vec![said.join(" · ")]
}

/// The shares, with what is above and below the line and the formula.
pub(super) fn rates(table: &Table, locale: &Locale) -> Option<Block> {
    let line = |rate: &TableRate| {
        let fills: [(&str, &dyn Fill); 3] = [
            ("numerator", &rate.numerator),
            ("denominator", &rate.denominator),
            ("unit", &locale.code("unit", &table.unit)),
        ];
        vec![
            of_whom(table, &rate.key, locale),
            per_cent(rate, locale),
            locale.say("rate-of", &fills),
        ]
    };
    let first = table.rates.first()?;
    let name = locale.code("rate", &rate_code(&first.rate));
    let fills: [(&str, &dyn Fill); 2] = [("name", &name), ("formula", &first.formula)];
    let heading = locale.say("rate-heading", &fills);
    Some((heading, table.rates.iter().map(line).collect()))
}

/// A named rate has a word of its own.
fn rate_code(rate: &str) -> String {
    rate.replace('/', "-of-")
}

fn per_cent(rate: &TableRate, locale: &Locale) -> String {
    let number = |tenths: i64| {
        if rate.fine {
            format!("{}.{}", tenths / 10, tenths % 10)
        } else {
            (tenths / 10).to_string()
        }
    };
    match rate.tenths {
        None => locale.text("rate-untold"),
        Some((least, most)) if least == most => {
            locale.say("rate-exactly", &[("per", &number(least))])
        }
        Some((0, most)) => locale.say("rate-under", &[("per", &number(most))]),
        Some((least, most)) => {
            let fills: [(&str, &dyn Fill); 2] =
                [("least", &number(least)), ("most", &number(most))];
            locale.say("rate-between", &fills)
        }
    }
}

/// The times.
pub(super) fn times(table: &Table, locale: &Locale) -> Option<Block> {
    let first = table.times.first()?;
    let mut lines = Vec::new();
    for time in &table.times {
        let long = match (time.value, time.unit.as_deref()) {
            (Some(value), Some("months")) => locale.say("time-months", &[("count", &value)]),
            (Some(value), _) => locale.say("time-weeks", &[("count", &value)]),
            (None, _) => locale.text("time-untold"),
        };
        lines.push(vec![
            of_whom(table, &time.key, locale),
            locale.code("quantile", &time.quantile),
            long,
        ]);
    }
    Some((locale.code("time", &first.what), lines))
}

fn of_whom(table: &Table, key: &[String], locale: &Locale) -> String {
    let parts = table.dimensions.iter().zip(key);
    let words: Vec<String> = parts
        .filter(|(_, value)| *value != super::TOTAL)
        .map(|(dimension, value)| word(locale, dimension, value))
        .collect();
    if words.is_empty() {
        locale.text("figures-all")
    } else {
        words.join(", ")
    }
}
