//! A table as a page to print or to put into a report: what was asked, its picture, the table behind it, how it was made.

use super::about::about;
use super::grid::grid;
use super::{markers, notes, pair, standing, sums, title, word};
use crate::app::view::{Cell, Table, TableRate, TableTime};
use crate::i18n::{Fill, Locale};
use crate::render::figure::{self, Place};
use crate::render::{Output, Part, Rows, Sheet};

/// A heading with the lines below it.
pub(super) type Block = (String, Vec<Vec<String>>);

/// The page.
pub(super) fn sheet(table: &Table, out: &Output) -> Sheet {
    let locale = &out.locale;
    let title = title(table, locale);
    let mut lead = vec![about(table, locale)];
    if let Some(said) = standing(table, locale) {
        lead.insert(0, said);
    }
    let mut parts = vec![Part {
        picture: figure::of(table, locale, Place::Page),
        table: Some(rows(table, locale)),
        ..Part::default()
    }];
    for (heading, lines) in beside(table, locale) {
        let words = lines.into_iter().map(|line| line.join(" ")).collect();
        parts.push(Part {
            heading,
            notes: words,
            ..Part::default()
        });
    }
    parts.push(Part {
        heading: locale.text("figures-notes"),
        pairs: markers(&table.cells, table.threshold, locale),
        notes: sums(table, locale)
            .into_iter()
            .chain(method(table, locale))
            .collect(),
        ..Part::default()
    });
    Sheet { title, lead, parts }
}

/// How to read the table, and how it was made.
pub(super) fn reading(table: &Table, locale: &Locale) -> Vec<String> {
    let key = markers(&table.cells, table.threshold, locale);
    let key = key
        .into_iter()
        .map(|(marker, meaning)| pair(&marker, &meaning, locale));
    key.chain(method(table, locale)).collect()
}

/// The same without what its markers mean and how its sums are told, which hangs on the form.
pub(super) fn method(table: &Table, locale: &Locale) -> Vec<String> {
    let mut said = notes(table, locale);
    if let Some(check) = &table.check {
        let fills: [(&str, &dyn Fill); 1] = [("compared", &check.releases_compared)];
        let mut method = Vec::new();
        // Of a rounded table none is.
        if table.rounded.is_none() {
            method.push(locale.text("figures-method"));
        }
        let is_small = |cell: &Cell| matches!(cell.why.as_deref(), Some("small" | "line"));
        if table.cells.iter().any(is_small) {
            method.push(locale.text("figures-method-withheld"));
        }
        method.push(locale.say("figures-method-compared", &fills));
        said.push(method.join(" "));
    }
    said
}

/// The picture alone, as a file of its own; none of a table that is not drawn.
pub fn table_picture(table: &Table, out: &Output) -> Option<String> {
    figure::of(table, &out.locale, Place::File)
}

/// What the table is about and how to read it, for readers of a form that has no room for it.
pub fn table_reading(table: &Table, out: &Output) -> Vec<String> {
    let mut said = vec![about(table, &out.locale)];
    said.extend(reading(table, &out.locale));
    said
}

/// The table in words.
pub(super) fn rows(table: &Table, locale: &Locale) -> Rows {
    let (header, lines) = grid(table.into(), locale);
    Rows { header, lines }
}

/// The shares, with what is above and below the line; those of one rate under one heading, which says its formula.
fn rates(table: &Table, locale: &Locale) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let of = match table.rounded {
        Some(_) => "rate-of-rounded",
        None => "rate-of",
    };
    for rate in &table.rates {
        let fills: [(&str, &dyn Fill); 3] = [
            ("numerator", &rate.numerator),
            ("denominator", &rate.denominator),
            ("unit", &locale.code("unit", &table.unit).to_lowercase()),
        ];
        let line = vec![
            of_whom(table, &rate.key, locale),
            per_cent(rate, locale),
            locale.say(of, &fills),
        ];
        let heading = rate_heading(table, rate, locale);
        match blocks.last_mut().filter(|(known, _)| *known == heading) {
            Some((_, lines)) => lines.push(line),
            None => blocks.push((heading, vec![line])),
        }
    }
    blocks
}

/// A named rate has a word of its own; any other is called by its values, and by their dimension where the table has others.
fn rate_heading(table: &Table, rate: &TableRate, locale: &Locale) -> String {
    let sums = |between: &str| {
        let sums = rate.formula.split('/').map(|sum| {
            let codes = sum.trim_matches(|c: char| c == ' ' || c == '(' || c == ')');
            let words = codes
                .split(" + ")
                .map(|code| word(locale, &rate.dimension, code));
            words.collect::<Vec<_>>().join(between)
        });
        sums.collect::<Vec<_>>()
    };
    let code = rate.rate.replace('/', "-of-");
    let name = locale.code("rate", &code);
    let is_named = name != code;
    let name = if is_named {
        name
    } else {
        sums(", ").join(&format!(" {} ", locale.text("rate-among")))
    };
    let formula = sums(" + ").into_iter().map(|sum| format!("({sum})"));
    let formula = formula.collect::<Vec<_>>().join(" / ");
    let dimension = locale.code("dimension", &rate.dimension).to_lowercase();
    let fills: [(&str, &dyn Fill); 3] = [
        ("name", &name),
        ("formula", &formula),
        ("dimension", &dimension),
    ];
    let heading = match table.dimensions.len() {
        2.. if !is_named => "rate-heading-of",
        _ => "rate-heading",
    };
    locale.say(heading, &fills)
}

fn per_cent(rate: &TableRate, locale: &Locale) -> String {
    let number = |tenths: i64| {
        if rate.fine {
            let point = locale.text("decimal-point");
            format!("{}{point}{}", tenths / 10, tenths % 10)
        } else {
            (tenths / 10).to_string()
        }
    };
    match rate.tenths {
        None if rate.why.is_some() => locale.text("rate-untold-merged"),
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

/// What stands below the table: who still has what was granted, shares, times.
pub(super) fn beside(table: &Table, locale: &Locale) -> Vec<Block> {
    let mut blocks: Vec<Block> = now(table, locale).into_iter().collect();
    blocks.extend(rates(table, locale));
    blocks.extend(times(table, locale));
    blocks
}

/// Who still has what was ever granted.
fn now(table: &Table, locale: &Locale) -> Option<Block> {
    const NOW: &str = "protection_now";
    let cells = table.protection_now.iter();
    let line = cells.filter_map(|cell| {
        let value = cell.key.first()?;
        Some(vec![word(locale, NOW, value), cell.shown.clone()])
    });
    let lines: Vec<Vec<String>> = line.collect();
    (!lines.is_empty()).then(|| (locale.code("dimension", NOW), lines))
}

/// The times.
fn times(table: &Table, locale: &Locale) -> Option<Block> {
    let first = table.times.first()?;
    let mut lines = Vec::new();
    let whom = |time: &TableTime| {
        let whom = of_whom(table, &time.key, locale);
        time.decided.map_or(whom.clone(), |count| {
            let fills: [(&str, &dyn Fill); 2] = [("whom", &whom), ("count", &count)];
            locale.say("time-of-decided", &fills)
        })
    };
    for part in table.times.chunk_by(|a, b| a.key == b.key) {
        if part.iter().all(|time| time.value.is_none()) {
            let first = part.first().map(whom);
            lines.extend(first.map(|whom| vec![whom, locale.text("time-untold")]));
            continue;
        }
        for time in part {
            let quantile = locale.code("quantile", &time.quantile);
            let long = match (time.value, time.unit.as_deref()) {
                (Some(value), Some("months")) => locale.say("time-months", &[("count", &value)]),
                (Some(value), _) => locale.say("time-weeks", &[("count", &value)]),
                (None, _) => {
                    let said = locale.say("time-untold-of", &[("quantile", &quantile)]);
                    lines.push(vec![whom(time), said]);
                    continue;
                }
            };
            lines.push(vec![whom(time), quantile, long]);
        }
    }
    if table.times.iter().any(|time| time.value.is_none()) {
        lines.push(vec![locale.text("time-untold-why")]);
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
        locale.listed(&words)
    }
}
