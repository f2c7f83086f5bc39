//! `stats show` and `stats release`: a table of counts, its markers and what they mean.

mod about;
mod beside;
mod book;
mod grid;
mod ledger;
mod package;
mod page;
mod shaped;

use std::collections::BTreeMap;

pub use book::table_workbook;
pub use package::data_package;
pub use page::{table_picture, table_reading};
pub use shaped::table_shaped;

pub(super) use about::about;
pub(super) use grid::{Face, SMALL};

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, Sheet, View};
use crate::app::stats::values;
use crate::app::view::{Cell, Table};
use crate::base::text::escape;
use crate::domain::event::Step;
use crate::i18n::{Fill, Locale};

/// Stands for the dimension a margin sums over.
pub(super) const TOTAL: &str = "total";

/// Ends the name of a column that says whether a line is of a value of the dimension, of a group or of all.
const LEVEL: &str = ".level";

/// Ends the name of a column that says in which sum the value or the group lies.
const OF: &str = ".of";

impl View for Table {
    const ITEMS: Option<&'static str> = Some("cells");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &title(self, locale), "");
        page.words(&about(self, locale), "", "  ");
        page.gap();
        match self.dimensions.as_slice() {
            [] => {
                let shown = self.cells.first().map_or("", |cell| cell.shown.as_str());
                page.line(&format!("  {}  {shown}", locale.text("stats-total")));
            }
            _ => page.raw(&grid::on_screen(self.into(), out)),
        }
        for (heading, lines) in page::beside(self, locale) {
            page.head(Style::Head, &heading);
            for line in lines {
                page.words(&line.join("  "), "  ", "    ");
            }
        }
        page.gap();
        let key = markers(&self.cells, self.threshold, locale);
        let key = key.into_iter();
        let key = key.map(|(marker, meaning)| pair(&marker, &meaning, locale));
        for note in notes(self, locale)
            .into_iter()
            .chain(sums(self, locale))
            .chain(key)
        {
            page.words(&note, "", "  ");
        }
        if let Some(check) = &self.check {
            let is_any = |why| {
                self.cells
                    .iter()
                    .any(|cell| cell.why.as_deref() == Some(why))
            };
            let witnesses: &dyn Fill = match self.rounded {
                Some(_) if check.witnesses == 0 => &"rounded",
                // Two at least for each number that prints as small: there is none.
                None if check.witnesses == 0 && is_any("line") => &"lines",
                None if check.witnesses == 0 && is_any("complementary") => &"others",
                _ => &check.witnesses,
            };
            let said = locale.say(
                "stats-proved",
                &[
                    ("witnesses", witnesses),
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
        let mut tables = vec![numbers(self.into()), about::rows(self, &Locale::english())];
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
        let mut rows = numbers(self.into());
        if !self.releasable {
            mark(&mut rows);
        }
        rows
    }
}

/// The numbers in codes. Of a dimension with groups each line says whether it is of a value or a sum, and in what it lies:
/// whoever adds up would count twice.
fn numbers(face: Face<'_>) -> Rows {
    let mut header = face.dimensions.to_vec();
    if header.is_empty() {
        header.push(TOTAL.to_owned());
    }
    header.extend(["value", "shown", "why"].map(str::to_owned));
    let grouped = face.grouped();
    for at in &grouped {
        let name = face.dimensions.get(*at).map_or(TOTAL, String::as_str);
        header.extend([LEVEL, OF].map(|ending| format!("{name}{ending}")));
    }
    let line = |cell: &Cell| {
        let mut line = line_of(cell);
        for at in &grouped {
            let code = cell.key.get(*at).map_or(TOTAL, String::as_str);
            line.extend(face.level(*at, code).map(str::to_owned));
        }
        line
    };
    Rows {
        header,
        lines: face.cells.iter().map(line).collect(),
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
pub(super) fn standing(table: &Table, locale: &Locale) -> Option<String> {
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

/// What is counted, and by what.
pub(super) fn title(table: &Table, locale: &Locale) -> String {
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
        (own, _) if own.starts_with("field:") => escape(&locale.code(own, value)),
        _ => escape(value),
    }
}

/// A country or a region by its name; whatever else an office groups them by as it calls it.
fn place(locale: &Locale, code: &str) -> String {
    let country = format!("code-country-{}", code.to_ascii_uppercase());
    let named = locale.find(&country, &[]);
    let named = named.or_else(|| locale.find(&format!("code-region-{code}"), &[]));
    named.unwrap_or_else(|| {
        let is_rest = code.split('-').next() == Some("other");
        if is_rest {
            locale.text("figures-other")
        } else {
            escape(code)
        }
    })
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

/// Of which verb a cell asks in a sentence: of a form of protection it is said that it was received; of anything else nothing.
pub fn received(dimensions: &[String], key: &[String]) -> &'static str {
    let mut told = dimensions.iter().zip(key);
    let is_form = |value: &str| {
        values(value)
            .iter()
            .all(|code| code != "none" && code != TOTAL)
    };
    match told.next() {
        Some((name, value)) if name == "protection" && is_form(value) && told.next().is_none() => {
            "protection"
        }
        _ => "other",
    }
}

/// A note in words, with the cells that it names: each value with its dimension, since a value by itself can be read as its
/// opposite (`none rejected`).
pub fn note_in_words(table: &Table, step: &Step, locale: &Locale) -> String {
    let mut args = step.args.clone();
    if let Some(cells) = table.note_cells.get(&step.text) {
        let cells = cells.iter().map(|key| {
            let told = table.dimensions.iter().zip(key);
            let told = told.filter(|(_, value)| *value != TOTAL);
            let told = told.map(|(dimension, value)| {
                let name = locale.code("dimension", dimension).to_lowercase();
                pair(&name, &word(locale, dimension, value), locale)
            });
            let told: Vec<String> = told.collect();
            if told.is_empty() {
                return locale.text("stats-total");
            }
            locale.listed(&told)
        });
        args.insert("cells".to_owned(), cells.collect::<Vec<_>>().join(" / "));
    }
    locale.say_all(&step.text, &args)
}

/// A name and what it is, as the language writes it.
pub(super) fn pair(name: &str, value: &str, locale: &Locale) -> String {
    [name, value].join(&locale.text("join-colon"))
}

fn notes(table: &Table, locale: &Locale) -> Vec<String> {
    let said = |step: &&Step| match step.text.as_str() {
        // The verdict at the end says it already.
        "note-not-for-release" => false,
        "note-handed-over" => table.handed_over.value != Some(0),
        _ => true,
    };
    if table.note_steps.is_empty() {
        table.notes.clone()
    } else {
        table
            .note_steps
            .iter()
            .filter(said)
            .map(|step| note_in_words(table, step, locale))
            .collect()
    }
}

/// How the sums are told from what they are made of, where people read it.
fn sums(table: &Table, locale: &Locale) -> Option<String> {
    (!table.above.is_empty()).then(|| locale.text("figures-sums"))
}

/// What stands in the place of numbers, and what it means.
pub(super) fn markers(
    cells: &[Cell],
    threshold: Option<i64>,
    locale: &Locale,
) -> Vec<(String, String)> {
    let mut markers: BTreeMap<&str, &str> = BTreeMap::new();
    // A rounded number is no marker: that all are rounded is said once.
    let withheld = |cell: &&Cell| cell.value.is_none() && cell.why.as_deref() != Some("rounded");
    for cell in cells.iter().filter(withheld) {
        if let Some(why) = &cell.why {
            markers.insert(&cell.shown, why);
        }
    }
    let most = threshold.unwrap_or(5) - 1;
    let fills: [(&str, &dyn Fill); 2] = [("most", &most), ("least", &(most + 1))];
    let meaning = |why| locale.say(&format!("marker-{why}"), &fills);
    let said = markers.into_iter();
    said.map(|(shown, why)| (shown.to_owned(), meaning(why)))
        .collect()
}
