//! `list`: one line a case.

use std::collections::BTreeSet;

use super::arranged;
use super::page::Page;
use super::table::{Column, print};
use super::text::width;
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Cells as _, List, ListItem};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for List {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&locale.text("list-empty"));
        } else {
            let columns = columns(self);
            let head: Vec<(String, Column)> = columns
                .iter()
                .map(|column| match column.as_str() {
                    "people" => (arranged::head(locale, column), Column::Number),
                    _ => (arranged::head(locale, column), Column::Whole),
                })
                .collect();
            let rows: Vec<Vec<String>> = lines(self, locale, &columns);
            if fits(out, &head, &rows) {
                page.raw(&print(out, "", &head, &rows));
            } else {
                stacked(&mut page, &head, &rows);
            }
            page.gap();
            page.line(&locale.say("list-count", &[("count", &self.items.len())]));
        }
        if self.closed_left_out > 0 {
            page.line(&locale.say("list-closed-left-out", &[("count", &self.closed_left_out)]));
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        if !self.columns.is_empty() {
            return arranged::codes(&self.items, &self.columns);
        }
        let mut columns = vec![
            "case",
            "callsign",
            "state",
            "application_state",
            "origin",
            "jurisdiction",
            "worker",
            "office",
            "opened",
            "last_event",
            "next_due",
            "risk",
        ];
        if self.items.iter().any(|item| item.people > 1) {
            columns.push("people");
        }
        let own: BTreeSet<&String> = self.items.iter().flat_map(|i| i.fields.keys()).collect();
        let own: Vec<String> = own.iter().map(|name| format!("fields.{name}")).collect();
        columns.extend(own.iter().map(String::as_str));
        Rows::pick(&self.items, &columns)
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let columns = columns(self);
        let table = Rows {
            header: columns
                .iter()
                .map(|one| arranged::head(locale, one))
                .collect(),
            lines: lines(self, locale, &columns),
        };
        let mut notes = vec![locale.say("list-count", &[("count", &self.items.len())])];
        if self.closed_left_out > 0 {
            let count = self.closed_left_out;
            notes.push(locale.say("list-closed-left-out", &[("count", &count)]));
        }
        Sheet {
            title: locale.text("list-title"),
            lead: Vec::new(),
            parts: vec![
                Part::of(table),
                Part {
                    notes,
                    ..Part::default()
                },
            ],
        }
    }
}

/// The columns that were asked for, or those that people need.
fn columns(list: &List) -> Vec<String> {
    let usual = [
        "case",
        "callsign",
        "state",
        "origin",
        "jurisdiction",
        "worker",
        "last_event",
        "next_due",
    ];
    if list.columns.is_empty() {
        let mut columns = usual.map(str::to_owned).to_vec();
        if list.items.iter().any(|item| item.people > 1) {
            columns.push("people".to_owned());
        }
        columns
    } else {
        list.columns.clone()
    }
}

fn lines(list: &List, locale: &Locale, columns: &[String]) -> Vec<Vec<String>> {
    let line = |item: &ListItem| {
        let usual = list.columns.is_empty();
        columns
            .iter()
            .map(|column| cell(locale, item, column, usual))
            .collect()
    };
    list.items.iter().map(line).collect()
}

/// Whether all columns stand beside each other.
fn fits(out: &Output, head: &[(String, Column)], rows: &[Vec<String>]) -> bool {
    let widest = head.iter().enumerate().map(|(at, (name, _))| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|cell| width(cell)).fold(width(name), usize::max) + 2
    });
    widest.sum::<usize>() <= out.width + 2
}

/// Too narrow for columns: which case in one line, the rest with its names in the next.
fn stacked(page: &mut Page<'_>, head: &[(String, Column)], rows: &[Vec<String>]) {
    const NAMES: usize = 3;
    for row in rows {
        let names: Vec<String> = row.iter().take(NAMES).map(|cell| escape(cell)).collect();
        let names = names.join("  ");
        if width(&names) <= page.out.width {
            page.line(&names);
        } else {
            page.words(&names, "", "    ");
        }
        let rest: Vec<String> = head
            .iter()
            .zip(row)
            .skip(NAMES)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|((name, _), cell)| format!("{name} {}", escape(cell)))
            .collect();
        page.words(&rest.join(" · "), "    ", "    ");
    }
}

/// A cell in words. In the usual columns the state tells where the latest application stands.
fn cell(locale: &Locale, item: &ListItem, column: &str, usual: bool) -> String {
    match column {
        "state" if usual => state(locale, item),
        "worker" => item.worker.clone().unwrap_or_else(|| locale.text("nobody")),
        "next_due" => item.next_due.map_or_else(String::new, |day| {
            let past = if item.overdue { "! " } else { "" };
            format!("{past}{}", locale.date(day))
        }),
        other => {
            let code = item.cell(other).unwrap_or_default();
            arranged::word(locale, "case", other, &code)
        }
    }
}

fn state(locale: &Locale, item: &ListItem) -> String {
    match item.application_state {
        Some(application) if item.state == "open" => {
            locale.code("application-state", application.as_str())
        }
        Some(application) => format!(
            "{}, {}",
            locale.code("case", &item.state),
            locale.code("application-state", application.as_str())
        ),
        None => locale.code("case", &item.state),
    }
}
