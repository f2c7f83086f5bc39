//! `stats show` and `stats release`: a table of counts, its markers and what they mean.

use std::collections::BTreeMap;

use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::stats::values;
use crate::app::view::{Cell, Ledger, LedgerItem, Limit, Limits, Table};
use crate::base::text::escape;
use crate::domain::event::Step;
use crate::i18n::Locale;

/// Stands for the dimension a margin sums over.
const TOTAL: &str = "total";

impl View for Table {
    const ITEMS: Option<&'static str> = Some("cells");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &title(self, locale), "");
        if let Some(day) = self.as_of {
            let unit = locale.code("unit", &self.unit).to_lowercase();
            let day = locale.date(day);
            let said = locale.say("stats-as-of", &[("unit", &unit), ("day", &day)]);
            page.words(&said, "", "  ");
        }
        page.gap();
        match self.dimensions.as_slice() {
            [] => {
                let shown = self.cells.first().map_or("", |cell| cell.shown.as_str());
                page.line(&format!("  {}  {shown}", locale.text("stats-total")));
            }
            [rows, columns] => page.raw(&crossed(self, out, rows, columns)),
            _ => page.raw(&listed(self, out)),
        }
        page.gap();
        for note in notes(self, locale) {
            page.words(&note, "", "  ");
        }
        if let Some(check) = &self.check {
            let said = locale.say(
                "stats-proved",
                &[
                    ("witnesses", &check.witnesses),
                    ("compared", &check.releases_compared),
                    ("scope", &check.scope),
                    ("threshold", &self.threshold.unwrap_or(0)),
                ],
            );
            page.words(&said, "", "  ");
        }
        let (style, verdict) = match (&self.released_to, self.releasable) {
            (Some(to), _) => {
                let number = self.release.as_deref().unwrap_or_default();

                (
                    Style::Head,
                    locale.say(
                        "stats-released",
                        &[("to", &escape(to)), ("number", &number)],
                    ),
                )
            }
            (None, true) if self.proposed => {
                let number = self.release.as_deref().unwrap_or_default();
                let said = locale.say("stats-proposed", &[("number", &number)]);
                (Style::Care, said)
            }
            (None, true) => (Style::Head, locale.text("stats-releasable")),
            (None, false) => (Style::Care, locale.text("stats-inside")),
        };
        page.styled(style, &verdict, "");
        page.done()
    }

    fn rows(&self) -> Rows {
        let mut header = self.dimensions.clone();
        if header.is_empty() {
            header.push(TOTAL.to_owned());
        }
        header.extend(["value", "shown", "why"].map(str::to_owned));
        let line = |cell: &Cell| {
            let mut line = cell.key.clone();
            line.push(
                cell.value
                    .map_or_else(String::new, |value| value.to_string()),
            );
            line.push(cell.shown.clone());
            line.push(cell.why.clone().unwrap_or_default());
            line
        };
        Rows {
            header,
            lines: self.cells.iter().map(line).collect(),
        }
    }
}

fn title(table: &Table, locale: &Locale) -> String {
    let unit = locale.code("unit", &table.unit);
    if table.dimensions.is_empty() {
        return locale.say("stats-title", &[("unit", &unit)]);
    }
    let by: Vec<String> = table
        .dimensions
        .iter()
        .map(|dimension| locale.code("dimension", dimension).to_lowercase())
        .collect();
    locale.say("stats-title-by", &[("unit", &unit), ("by", &by.join(", "))])
}

/// One line a cell.
fn listed(table: &Table, out: &Output) -> String {
    let locale = &out.locale;
    let mut head: Vec<(String, Column)> = table
        .dimensions
        .iter()
        .map(|dimension| (locale.code("dimension", dimension), Column::Words))
        .collect();
    head.push((locale.code("unit", &table.unit), Column::Number));
    let rows: Vec<Vec<String>> = table
        .cells
        .iter()
        .map(|cell| {
            let mut row: Vec<String> = table
                .dimensions
                .iter()
                .zip(&cell.key)
                .map(|(dimension, value)| word(locale, dimension, value))
                .collect();
            row.push(printed(cell));
            row
        })
        .collect();
    print(out, "  ", &head, &rows)
}

/// What a cell prints, with what readers can work out of it.
fn printed(cell: &Cell) -> String {
    match cell.interval {
        Some((least, Some(most))) => format!("{} ({least}-{most})", cell.shown),
        Some((least, None)) => format!("{} ({least}-)", cell.shown),
        None => cell.shown.clone(),
    }
}

/// One dimension down, the other across, margins last.
fn crossed(table: &Table, out: &Output, down: &str, across: &str) -> String {
    let locale = &out.locale;
    let mut rows: Vec<&str> = Vec::new();
    let mut columns: Vec<&str> = Vec::new();
    let mut shown: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for cell in &table.cells {
        if let [row, column] = cell.key.as_slice() {
            shown.insert((row, column), &cell.shown);
            for (known, value) in [(&mut rows, row), (&mut columns, column)] {
                if !known.contains(&value.as_str()) {
                    known.push(value);
                }
            }
        }
    }
    for known in [&mut rows, &mut columns] {
        known.sort_by_key(|value| *value == TOTAL);
    }
    let mut head = vec![(locale.code("dimension", down), Column::Words)];
    head.extend(
        columns
            .iter()
            .map(|column| (word(locale, across, column), Column::Number)),
    );
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mut line = vec![word(locale, down, row)];
            line.extend(columns.iter().map(|column| {
                shown
                    .get(&(*row, *column))
                    .copied()
                    .unwrap_or_default()
                    .to_owned()
            }));
            line
        })
        .collect();
    let wide: usize = head
        .iter()
        .map(|(name, _)| super::text::width(name) + 2)
        .sum();
    if wide + 12 > out.width {
        return listed(table, out);
    }
    print(out, "  ", &head, &lines)
}

fn word(locale: &Locale, dimension: &str, value: &str) -> String {
    if value == TOTAL {
        return locale.text("stats-total");
    }
    match (dimension, value) {
        (_, joined) if values(joined).len() > 1 => {
            let parts = values(joined).into_iter();
            let parts = parts.map(|part| word(locale, dimension, &part));
            parts.collect::<Vec<_>>().join(" + ")
        }
        ("protection", "none") => locale.text("stats-none-so-far"),
        ("protection_now", "none") => locale.text("stats-none-now"),
        ("protection" | "protection_now", _) => locale.code("protection", value),
        ("outcome", _) => locale.code("outcome", value),
        ("kind", _) => locale.code("application-kind", value),
        ("sex", _) => locale.code("sex", value),
        ("basis", _) => locale.code("basis", value),
        ("instance", _) => locale.code("instance", value),
        ("state", "open") => locale.code("case", value),
        ("state", _) => locale.code("application-state", value),
        _ => escape(value),
    }
}

/// A cell's key in words.
pub fn key_in_words(locale: &Locale, dimensions: &[String], key: &[String]) -> String {
    let told = dimensions
        .iter()
        .zip(key)
        .filter(|(_, value)| *value != TOTAL);
    let words: Vec<String> = told
        .map(|(dimension, value)| word(locale, dimension, value))
        .collect();
    if words.is_empty() {
        locale.text("stats-total")
    } else {
        words.join(", ")
    }
}

fn notes(table: &Table, locale: &Locale) -> Vec<String> {
    // The verdict at the end says it already.
    let zeros = table.cells.iter().any(|cell| cell.value == Some(0));
    let said = |step: &&Step| match step.text.as_str() {
        "note-not-for-release" => false,
        "note-zero" => zeros,
        "note-handed-over" => table.handed_over.value != Some(0),
        _ => true,
    };
    let mut notes: Vec<String> = if table.note_steps.is_empty() {
        table.notes.clone()
    } else {
        table
            .note_steps
            .iter()
            .filter(said)
            .map(|step| locale.say_all(&step.text, &step.args))
            .collect()
    };
    let mut markers: BTreeMap<&str, &str> = BTreeMap::new();
    for cell in &table.cells {
        if let Some(why) = &cell.why {
            markers.insert(&cell.shown, why);
        }
    }
    for (shown, why) in markers {
        if shown.parse::<u64>().is_err() {
            notes.push(format!("{shown}  {}", locale.code("why", why)));
        }
    }
    notes
}

impl View for Ledger {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&locale.text("ledger-empty"));
        }
        for item in &self.items {
            let unit = locale.code("unit", &item.unit);
            let by: Vec<String> = item
                .dimensions
                .iter()
                .map(|dimension| locale.code("dimension", dimension).to_lowercase())
                .collect();
            let day = locale.date(item.at.date_naive());
            let (to, member) = (escape(&item.to), escape(&item.member));
            page.line(&format!("{}  {day}  {to}  {member}", item.release));
            page.line(&format!("  {unit} {}", by.join(", ")));

            page.words(
                &locale.say(
                    "ledger-cells",
                    &[
                        ("cells", &item.cells),
                        ("withheld", &item.withheld),
                        ("threshold", &item.threshold),
                    ],
                ),
                "  ",
                "  ",
            );
            if let Some(because) = &item.because {
                page.words(
                    &locale.say(
                        "ledger-decided",
                        &[
                            ("count", &item.overridden.len()),
                            ("because", &escape(because)),
                        ],
                    ),
                    "  ",
                    "  ",
                );
            }
            if let Some(by) = &item.proposed_by {
                let approved = escape(item.approved.as_deref().unwrap_or_default());
                let said = locale.say(
                    "ledger-approved",
                    &[("by", &escape(by)), ("because", &approved)],
                );
                page.words(&said, "  ", "  ");
            }
            if item.pairwise {
                page.words(&locale.text("ledger-pairwise"), "  ", "  ");
            }
            if let Some(state) = item.state {
                page.words(&locale.code("ledger", state), "  ", "  ");
            }
        }
        if let Some(together) = &self.together {
            page.gap();
            let release = together.release.as_deref().unwrap_or_default();
            let key = together
                .key
                .as_ref()
                .map_or(String::new(), |key| key.join(", "));
            let said = locale.say(
                "ledger-together",
                &[
                    ("state", &together.state),
                    ("releases", &together.releases),
                    ("release", &release),
                    ("key", &escape(&key)),
                ],
            );
            page.words(&said, "", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let header = [
            "release",
            "at",
            "member",
            "to",
            "unit",
            "dimensions",
            "threshold",
            "cells",
            "withheld",
            "state",
        ];
        let line = |item: &LedgerItem| {
            vec![
                item.release.clone(),
                item.at.to_rfc3339(),
                item.member.clone(),
                item.to.clone(),
                item.unit.clone(),
                item.dimensions.join(","),
                item.threshold.to_string(),
                item.cells.to_string(),
                item.withheld.to_string(),
                item.state.unwrap_or_default().to_owned(),
            ]
        };
        Rows {
            header: header.map(str::to_owned).to_vec(),
            lines: self.items.iter().map(line).collect(),
        }
    }
}

impl View for Limits {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        for item in &self.items {
            page.words(&out.locale.text(&format!("limit-{}", item.id)), "", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let line = |item: &Limit| vec![item.id.clone(), item.message.clone()];
        Rows {
            header: ["id", "message"].map(str::to_owned).to_vec(),
            lines: self.items.iter().map(line).collect(),
        }
    }
}
