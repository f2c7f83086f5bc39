//! `stats show` and `stats release`: a table of counts, its markers and what they mean.

mod about;
mod beside;
mod book;
mod ledger;
mod package;
mod page;
mod shaped;

use std::collections::BTreeMap;

pub use book::table_workbook;
pub use package::data_package;
pub use page::{table_picture, table_reading};
pub use shaped::table_shaped;

use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, Sheet, View};
use crate::app::stats::values;
use crate::app::view::{Cell, Table};
use crate::base::text::escape;
use crate::domain::event::Step;
use crate::i18n::{Fill, Locale};

/// Stands for the dimension a margin sums over.
pub(super) const TOTAL: &str = "total";

/// The most columns of a bar beside a number.
const BAR: u64 = 24;

impl View for Table {
    const ITEMS: Option<&'static str> = Some("cells");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &title(self, locale), "");
        page.words(&about::about(self, locale), "", "  ");
        page.gap();
        match self.dimensions.as_slice() {
            [] => {
                let shown = self.cells.first().map_or("", |cell| cell.shown.as_str());
                page.line(&format!("  {}  {shown}", locale.text("stats-total")));
            }
            [_, _] => page.raw(&crossed(self, out)),
            _ => page.raw(&listed(self, out)),
        }
        for (heading, lines) in page::beside(self, locale) {
            page.head(Style::Head, &heading);
            for line in lines {
                page.words(&line.join("  "), "  ", "    ");
            }
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
        let (style, verdict) = match (&self.released_to, standing(self, locale)) {
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
            (None, Some(said)) if self.trial => {
                let said = format!("{said} {}", locale.text("stats-releasable"));
                (Style::Head, said)
            }
            (None, said) => (Style::Care, said.unwrap_or_default()),
        };
        page.styled(style, &verdict, "");
        page.done()
    }

    fn sheet(&self, out: &Output) -> Sheet {
        page::sheet(self, out)
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![numbers(self), about::rows(self, &Locale::english())];
        if !self.protection_now.is_empty() {
            let header = ["protection_now", "value", "shown", "why"];
            tables.push(Rows {
                header: header.map(str::to_owned).to_vec(),
                lines: self.protection_now.iter().map(line_of).collect(),
            });
        }
        tables.extend(
            [beside::rates(self), beside::times(self)]
                .into_iter()
                .flatten(),
        );
        tables
    }

    fn rows(&self) -> Rows {
        let mut rows = numbers(self);
        if !self.releasable {
            mark(&mut rows);
        }
        rows
    }
}

/// The numbers in codes.
fn numbers(table: &Table) -> Rows {
    let mut header = table.dimensions.clone();
    if header.is_empty() {
        header.push(TOTAL.to_owned());
    }
    header.extend(["value", "shown", "why"].map(str::to_owned));
    Rows {
        header,
        lines: table.cells.iter().map(line_of).collect(),
    }
}

/// Says on each line that it may not leave.
fn mark(rows: &mut Rows) {
    rows.header.push("releasable".to_owned());
    for line in &mut rows.lines {
        line.push("false".to_owned());
    }
}

/// What is said above a table that has not left; nothing of one that has.
fn standing(table: &Table, locale: &Locale) -> Option<String> {
    if table.releasable {
        return None;
    }
    Some(if table.trial {
        locale.text("stats-trial")
    } else if table.proposed {
        let number = table.release.as_deref().unwrap_or_default();
        locale.say("stats-proposed", &[("number", &number)])
    } else {
        locale.text("stats-inside")
    })
}

/// A cell in codes.
fn line_of(cell: &Cell) -> Vec<String> {
    let mut line = cell.key.clone();
    line.push(
        cell.value
            .map_or_else(String::new, |value| value.to_string()),
    );
    line.push(cell.shown.clone());
    line.push(cell.why.clone().unwrap_or_default());
    line
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
    locale.say(
        "stats-title-by",
        &[("unit", &unit), ("by", &locale.listed(&by))],
    )
}

/// One line a cell, on a coloured screen with a bar beside each number.
fn listed(table: &Table, out: &Output) -> String {
    let (mut head, mut rows) = lines(table, &out.locale);
    if out.color && table.dimensions.len() == 1 {
        head.push((String::new(), Column::Words));
        for (row, bar) in rows.iter_mut().zip(bars(table)) {
            row.push(bar);
        }
    }
    print(out, "  ", &head, &rows)
}

/// One line a cell: each value in words, then what is printed.
fn lines(table: &Table, locale: &Locale) -> (Vec<(String, Column)>, Vec<Vec<String>>) {
    let mut head: Vec<(String, Column)> = table
        .dimensions
        .iter()
        .map(|dimension| (locale.code("dimension", dimension), Column::Words))
        .collect();
    if head.is_empty() {
        head.push((String::new(), Column::Words));
    }
    head.push((locale.code("unit", &table.unit), Column::Number));
    let none = TOTAL.to_owned();
    let dimensions = table.dimensions.iter().chain(std::iter::once(&none));
    let row = |cell: &Cell| {
        let values = dimensions.clone().zip(&cell.key);
        let mut row: Vec<String> = values
            .map(|(dimension, value)| word(locale, dimension, value))
            .collect();
        row.push(printed(cell));
        row
    };
    (head, table.cells.iter().map(row).collect())
}

/// A bar beside each number, none beside the total; what is withheld is of one length.
fn bars(table: &Table) -> Vec<String> {
    let number = |cell: &Cell| -> Option<u64> {
        let shown = cell.shown.strip_suffix(" !").unwrap_or(&cell.shown);
        shown.parse().ok()
    };
    let is_total = |cell: &Cell| cell.key.iter().any(|part| part == TOTAL);
    let inner = table.cells.iter().filter(|cell| !is_total(cell));
    let largest = inner.filter_map(number).max().unwrap_or(0).max(1);
    let bar = |cell: &Cell| match number(cell) {
        _ if is_total(cell) => String::new(),
        Some(number) => {
            let columns = number.saturating_mul(BAR) / largest;
            "█".repeat(usize::try_from(columns).unwrap_or(0))
        }
        None => "░░░".to_owned(),
    };
    table.cells.iter().map(bar).collect()
}

/// What a cell prints, with what readers can work out of it.
fn printed(cell: &Cell) -> String {
    match cell.interval {
        Some((least, Some(most))) => format!("{} ({least}-{most})", cell.shown),
        Some((least, None)) => format!("{} ({least}-)", cell.shown),
        None => cell.shown.clone(),
    }
}

/// As a reader takes it in: two dimensions crossed, any other number of them one line a cell.
fn grid(table: &Table, locale: &Locale) -> (Vec<(String, Column)>, Vec<Vec<String>>) {
    match table.dimensions.as_slice() {
        [down, across] => crossing(table, locale, down, across),
        _ => lines(table, locale),
    }
}

/// One dimension down, the other across, margins last.
fn crossing(
    table: &Table,
    locale: &Locale,
    down: &str,
    across: &str,
) -> (Vec<(String, Column)>, Vec<Vec<String>>) {
    let mut rows: Vec<&str> = Vec::new();
    let mut columns: Vec<&str> = Vec::new();
    let mut shown: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for cell in &table.cells {
        if let [row, column] = cell.key.as_slice() {
            shown.insert((row, column), printed(cell));
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
    let line = |row: &&str| {
        let mut line = vec![word(locale, down, row)];
        let cells = columns.iter().map(|column| shown.get(&(*row, *column)));
        line.extend(cells.map(|cell| cell.cloned().unwrap_or_default()));
        line
    };
    (head, rows.iter().map(line).collect())
}

/// Crossed, where the screen is wide enough.
fn crossed(table: &Table, out: &Output) -> String {
    let (head, lines) = grid(table, &out.locale);
    let wide: usize = head
        .iter()
        .map(|(name, _)| super::text::width(name) + 2)
        .sum();
    if wide + 12 > out.width {
        return listed(table, out);
    }
    print(out, "  ", &head, &lines)
}

/// A value of a dimension in words.
pub(super) fn word(locale: &Locale, dimension: &str, value: &str) -> String {
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
        ("origin", "stateless" | "unknown") => locale.code("origin", value),
        ("instance", _) => locale.code("instance", value),
        ("result", _) => locale.code("result", value),
        ("final", _) => locale.code("final", value),
        ("order", _) => locale.code("order", value),
        ("decision", _) => {
            let form = locale.code("protection", value);
            if form == value {
                locale.code("result", value)
            } else {
                form
            }
        }
        ("expires", _) => locale.code("expires", value),
        ("state", "open") => locale.code("case", value),
        ("state", _) => locale.code("application-state", value),
        ("origin" | "jurisdiction" | "region", _) => place(locale, value),
        _ => escape(value),
    }
}

/// A country or a region by its name; whatever else an office groups them by as it calls it.
fn place(locale: &Locale, code: &str) -> String {
    let country = format!("code-country-{}", code.to_ascii_uppercase());
    let named = locale.find(&country, &[]);
    let named = named.or_else(|| locale.find(&format!("code-region-{code}"), &[]));
    named.unwrap_or_else(|| escape(code))
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
        locale.listed(&words)
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
    let most = table.threshold.unwrap_or(5) - 1;
    for (shown, why) in markers.into_iter().filter(|(_, why)| *why != "override") {
        if shown.parse::<u64>().is_err() {
            let fills: [(&str, &dyn Fill); 2] = [("most", &most), ("least", &(most + 1))];
            notes.push(format!(
                "{shown}: {}",
                locale.say(&format!("marker-{why}"), &fills)
            ));
        }
    }
    if table.rounded.is_some() {
        notes.push(locale.text("marker-rounded"));
    }
    notes
}
