//! `list`: one line a case.

use std::collections::BTreeSet;

use super::page::Page;
use super::table::{Column, print};
use super::text::width;
use super::{Output, Rows, View};
use crate::app::view::{List, ListItem};
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
            let families = self.items.iter().any(|item| item.people > 1);
            let mut head = vec![
                (locale.text("column-case"), Column::Whole),
                (locale.text("column-callsign"), Column::Whole),
                (locale.text("column-state"), Column::Whole),
                (locale.text("column-origin"), Column::Whole),
                (locale.text("column-law"), Column::Whole),
                (locale.text("column-worker"), Column::Whole),
                (locale.text("column-last-event"), Column::Whole),
                (locale.text("column-next-due"), Column::Whole),
            ];
            let mut rows: Vec<Vec<String>> =
                self.items.iter().map(|item| row(locale, item)).collect();
            if families {
                head.push((locale.text("column-people"), Column::Number));
                for (row, item) in rows.iter_mut().zip(&self.items) {
                    row.push(item.people.to_string());
                }
            }
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

fn row(locale: &Locale, item: &ListItem) -> Vec<String> {
    let state = match item.application_state {
        Some(application) if item.state == "open" => {
            locale.code("application-state", application.as_str())
        }
        Some(application) => format!(
            "{}, {}",
            locale.code("case", &item.state),
            locale.code("application-state", application.as_str())
        ),
        None => locale.code("case", &item.state),
    };
    vec![
        item.case.clone(),
        item.callsign.clone(),
        state,
        item.origin.clone(),
        item.jurisdiction.clone(),
        item.worker.clone().unwrap_or_else(|| locale.text("nobody")),
        item.last_event
            .map_or_else(String::new, |day| locale.date(day)),
        item.next_due.map_or_else(String::new, |day| {
            let past = if item.overdue { "! " } else { "" };
            format!("{past}{}", locale.date(day))
        }),
    ]
}
