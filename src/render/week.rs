//! `due --sheet`: the week to hang up, with a box to tick for each line.

use chrono::NaiveDate;

use super::ahead::stands_in;
use super::care::{TASK_COLUMNS, missing, task_words};
use super::deadline::{hour, what};
use super::due::{left_out, measures_in_words, whose};
use super::entry::{member, of_person};
use super::page::Page;
use super::text::{Style, wrap};
use super::{Output, Part, Rows, Sheet, View, WIDTH};
use crate::app::view::{Deadline, DueSheet, SheetDay, SheetHearing, Task};
use crate::base::text::escape;
use crate::i18n::Locale;

/// A line of the sheet, in words.
struct Line {
    when: String,
    case: String,
    callsign: String,
    worker: String,
    what: String,
}

impl View for DueSheet {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        put(&mut page, &title(self, locale), "", "");
        for (heading, lines) in groups(self, locale) {
            page.head(Style::Head, &heading);
            for line in &lines {
                let names = [&line.when, &line.case, &line.callsign, &line.worker];
                let names: Vec<&str> = names
                    .into_iter()
                    .map(String::as_str)
                    .filter(|name| !name.is_empty())
                    .collect();
                put(&mut page, &names.join("  "), "[ ] ", "    ");
                put(&mut page, &line.what, "    ", "    ");
            }
        }
        page.gap();
        for line in foot(self, locale) {
            put(&mut page, &line, "", "  ");
        }
        page.gap();
        for name in blanks(locale) {
            page.line(&format!("{name}: {}", "_".repeat(30)));
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let days = self.days.iter().flat_map(|day| &day.items);
        Rows::pick(
            self.before.iter().chain(days).chain(&self.ahead),
            &[
                "due", "due_at", "state", "case", "what", "rule", "actor", "id",
            ],
        )
    }

    fn tables(&self) -> Vec<Rows> {
        let disappeared = Rows::pick_of_persons(&self.disappeared, &["case", "since", "event"]);
        let steps = self.days.iter().flat_map(|day| &day.tasks);
        let steps = Rows::pick(self.late.iter().chain(steps), TASK_COLUMNS);
        let beside = [disappeared, steps].into_iter();
        let beside = beside.filter(|table| !table.lines.is_empty());
        [self.rows()].into_iter().chain(beside).collect()
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let heads = [
            "column-when",
            "column-case",
            "column-callsign",
            "column-worker",
            "column-what",
        ];
        let header: Vec<String> = heads
            .iter()
            .filter(|id| !self.neutral || **id != "column-callsign")
            .map(|id| locale.text(id))
            .collect();
        let part = |(heading, lines): (String, Vec<Line>)| {
            let cells = |line: Line| {
                let mut cells = vec![format!("☐ {}", line.when), line.case];
                cells.extend(Some(line.callsign).filter(|_| !self.neutral));
                cells.extend([line.worker, line.what]);
                cells
            };
            let rows: Vec<Vec<String>> = lines.into_iter().map(cells).collect();
            Part {
                heading,
                table: Some(Rows {
                    header: header.clone(),
                    lines: rows,
                })
                .filter(|table| !table.lines.is_empty()),
                ..Part::default()
            }
        };
        let mut parts: Vec<Part> = groups(self, locale).into_iter().map(part).collect();
        parts.push(Part {
            notes: foot(self, locale),
            blanks: blanks(locale),
            ..Part::default()
        });
        Sheet {
            title: title(self, locale),
            lead: Vec::new(),
            parts,
        }
    }
}

/// A text no wider than a sheet of paper, whatever the terminal is.
fn put(page: &mut Page<'_>, text: &str, first: &str, next: &str) {
    for line in wrap(text, page.out.width.min(WIDTH), first, next) {
        page.line(&line);
    }
}

fn title(sheet: &DueSheet, locale: &Locale) -> String {
    let (from, until) = (locale.day(sheet.from), locale.day(sheet.until));
    let whose = whose(locale, sheet.whose.as_deref());
    locale.say(
        "sheet-title",
        &[("from", &from), ("until", &until), ("whose", &whose)],
    )
}

/// What stands above the days, then each day, also those without a line.
fn groups(sheet: &DueSheet, locale: &Locale) -> Vec<(String, Vec<Line>)> {
    let mut groups = Vec::new();
    if !sheet.disappeared.is_empty() {
        let lines = sheet.disappeared.iter().map(|one| Line {
            when: String::new(),
            case: one.case.clone(),
            callsign: callsign(sheet, &one.callsign),
            worker: member(locale, one.worker.as_deref()),
            what: missing(locale, one),
        });
        let count = sheet.disappeared.len();
        let head = locale.say("due-disappeared", &[("count", &count)]);
        groups.push((head, lines.collect()));
    }
    let measures = measures_in_words(locale, &sheet.measures, sheet.from);
    if !measures.is_empty() {
        let lines = measures
            .into_iter()
            .map(|[what, case, callsign, worker]| Line {
                when: String::new(),
                case,
                callsign: if sheet.neutral {
                    String::new()
                } else {
                    callsign
                },
                worker,
                what,
            });
        groups.push((locale.text("sheet-now"), lines.collect()));
    }
    if !sheet.before.is_empty() || !sheet.late.is_empty() {
        let items = sheet
            .before
            .iter()
            .map(|item| line(sheet, item, locale, true));
        let late = sheet
            .late
            .iter()
            .map(|task| step(sheet, task, locale, true));
        groups.push((locale.text("sheet-before"), items.chain(late).collect()));
    }
    for day in &sheet.days {
        let items = day
            .items
            .iter()
            .map(|item| line(sheet, item, locale, false));
        let hearings = day.hearings.iter().map(|one| hearing(sheet, one, locale));
        let steps = day
            .tasks
            .iter()
            .map(|task| step(sheet, task, locale, false));
        let mut lines: Vec<Line> = items.chain(hearings).chain(steps).collect();
        lines.sort_by(|a, b| a.when.cmp(&b.when));
        groups.push((heading(day, locale), lines));
    }
    if !sheet.ahead.is_empty() {
        let line = |item| line(sheet, item, locale, true);
        let lines = sheet.ahead.iter().map(line).collect();
        groups.push((locale.text("sheet-ahead"), lines));
    }
    groups
}

/// `Sat 7 Mar 2026 · closed (de, ru)`
fn heading(day: &SheetDay, locale: &Locale) -> String {
    let name = locale.day(day.day);
    if day.closed.is_empty() {
        return name;
    }
    let laws = day.closed.join(", ");
    locale.say("sheet-closed", &[("day", &name), ("laws", &laws)])
}

fn line(sheet: &DueSheet, item: &Deadline, locale: &Locale, dated: bool) -> Line {
    let hour = hour(item.due_at.as_deref());
    let when = match (dated, item.due, hour) {
        (true, Some(day), _) => on(sheet, day, locale),
        (true, None, _) => locale.text("deadline-no-date"),
        (false, _, Some(hour)) => hour.format("%H:%M").to_string(),
        (false, _, None) => String::new(),
    };
    let mut text = what(locale, item.rule.as_deref(), &item.what);
    if let Some(citation) = item.citation.as_ref().filter(|_| !sheet.neutral) {
        text.push_str(" · ");
        text.push_str(&escape(citation));
    }
    let state = item.state;
    if !matches!(state, crate::domain::code::DeadlineState::Open) {
        let state = locale.code("deadline-state", state.as_str());
        text = format!("[{state}] {text}");
    }
    Line {
        when,
        case: item.case.clone(),
        callsign: callsign(sheet, &item.callsign),
        worker: member(locale, item.worker.as_deref()),
        what: text,
    }
}

fn step(sheet: &DueSheet, task: &Task, locale: &Locale, dated: bool) -> Line {
    let whose = task.to.as_deref().or(task.worker.as_deref());
    Line {
        when: if dated {
            on(sheet, task.due, locale)
        } else {
            String::new()
        },
        case: task.case.clone(),
        callsign: callsign(sheet, &task.callsign),
        worker: member(locale, whose),
        what: of_person(
            locale,
            task_words(locale, task.what, task.text.as_deref()),
            task.person,
        ),
    }
}

fn on(sheet: &DueSheet, day: NaiveDate, locale: &Locale) -> String {
    let name = locale.day(day);
    if day < sheet.from {
        locale.say("sheet-late", &[("day", &name)])
    } else {
        name
    }
}

fn hearing(sheet: &DueSheet, one: &SheetHearing, locale: &Locale) -> Line {
    let mut text = locale.code("event", &one.what);
    if let Some(place) = &one.place {
        text.push_str(" · ");
        text.push_str(&escape(place));
    }
    Line {
        when: String::new(),
        case: one.case.clone(),
        callsign: callsign(sheet, &one.callsign),
        worker: member(locale, one.worker.as_deref()),
        what: text,
    }
}

fn callsign(sheet: &DueSheet, callsign: &str) -> String {
    if sheet.neutral {
        String::new()
    } else {
        escape(callsign)
    }
}

fn foot(sheet: &DueSheet, locale: &Locale) -> Vec<String> {
    let days = sheet
        .days
        .iter()
        .map(|day| day.items.len() + day.hearings.len() + day.tasks.len());
    let above = sheet.disappeared.len()
        + sheet.measures.len()
        + sheet.before.len()
        + sheet.late.len()
        + sheet.ahead.len();
    let count = days.sum::<usize>() + above;
    let mut lines = stands_in(locale, &sheet.stands_in_for);
    lines.push(locale.say("sheet-count", &[("count", &count)]));
    lines.push(left_out(locale, &sheet.parts));
    lines
}

fn blanks(locale: &Locale) -> Vec<String> {
    vec![locale.text("sheet-checked"), locale.text("sheet-by")]
}
