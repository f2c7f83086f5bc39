//! `due --sheet`: the week to hang up, with a box to tick for each line.

use chrono::NaiveDate;

use super::ahead::stands_in;
use super::care::{TASK_COLUMNS, missing, task_words};
use super::deadline::{hour, what};
use super::due::{left_out, measures_in_words, whose};
use super::due_lines::{Beside, left_out_rows};
use super::entry::{member, of_person};
use super::page::Page;
use super::text::{Style, wrap};
use super::{Output, Part, Rows, Sheet, View, WIDTH};
use crate::app::view::{Deadline, DueSheet, SheetDay, SheetHearing, Task};
use crate::base::text::escape;
use crate::i18n::Locale;

/// A line of the sheet, in words.
#[derive(Default)]
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
                if names.is_empty() {
                    put(&mut page, &line.what, "[ ] ", "    ");
                    continue;
                }
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
        Beside::default()
            .disappeared(&self.disappeared)
            .plan(&self.alarm_plan)
            .measures(&self.measures)
            .tasks(all_steps(self))
            .hearings(&self.days)
            .left_out(&self.left_out_by)
            .below(deadlines(self), all_deadlines(self))
    }

    fn tables(&self) -> Vec<Rows> {
        let disappeared = Rows::pick_of_persons(&self.disappeared, &["case", "since", "event"]);
        let plan = Rows::pick(&self.alarm_plan, &["what", "text"]);
        let columns = ["case", "what", "kind", "since", "suspension.state"];
        let measures = Rows::pick_of_persons(&self.measures, &columns);
        let steps = Rows::pick_of_persons(all_steps(self), TASK_COLUMNS);
        let hearings = hearings_rows(self);
        let left_out = left_out_rows(&self.left_out_by);
        let beside = [disappeared, plan, measures, steps, hearings, left_out].into_iter();
        let beside = beside.filter(|table| !table.lines.is_empty());
        [deadlines(self)].into_iter().chain(beside).collect()
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

/// The deadlines as codes.
fn deadlines(sheet: &DueSheet) -> Rows {
    Rows::pick_of_persons(
        all_deadlines(sheet),
        &[
            "due", "due_at", "state", "case", "what", "rule", "actor", "id",
        ],
    )
}

fn all_deadlines(sheet: &DueSheet) -> impl Iterator<Item = &Deadline> {
    let days = sheet.days.iter().flat_map(|day| &day.items);
    let before = sheet.silent.iter().chain(&sheet.before);
    before.chain(days).chain(&sheet.ahead)
}

fn all_steps(sheet: &DueSheet) -> impl Iterator<Item = &Task> {
    let days = sheet.days.iter().flat_map(|day| &day.tasks);
    sheet.late.iter().chain(days)
}

fn hearings_rows(sheet: &DueSheet) -> Rows {
    let days = sheet.days.iter();
    let lines = days.flat_map(|day| {
        let of_day = Rows::pick(&day.hearings, &["case", "what", "place", "person"]).lines;
        let day = day.day.to_string();
        of_day
            .into_iter()
            .map(move |line| [vec![day.clone()], line].concat())
    });
    Rows {
        header: ["day", "case", "what", "place", "person"]
            .map(str::to_owned)
            .to_vec(),
        lines: lines.collect(),
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
            callsign: escape(&one.callsign),
            worker: member(locale, one.worker.as_deref()),
            what: missing(locale, one),
        });
        let count = sheet.disappeared.len();
        let head = locale.say("due-disappeared", &[("count", &count)]);
        groups.push((head, lines.collect()));
    }
    if !sheet.silent.is_empty() {
        let lines = sheet
            .silent
            .iter()
            .map(|item| line(sheet, item, locale, true));
        let count = sheet.silent.len();
        let head = locale.say("due-check-in", &[("count", &count)]);
        groups.push((head, lines.collect()));
    }
    if !sheet.alarm_plan.is_empty() {
        let lines = sheet.alarm_plan.iter().map(|step| Line {
            what: task_words(locale, step.what, step.text.as_deref()),
            ..Line::default()
        });
        groups.push((locale.text("plan-head"), lines.collect()));
    }
    if !sheet.measures.is_empty() {
        let words = measures_in_words(locale, &sheet.measures, sheet.from).into_iter();
        let lines = words
            .zip(&sheet.measures)
            .map(|([what, case, callsign, worker], of)| {
                let waits = of.suspension.as_ref();
                let waits = waits.map(|of| locale.code("suspended", of.state.as_str()));
                Line {
                    when: String::new(),
                    case,
                    callsign,
                    worker,
                    what: [Some(what), waits]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" · "),
                }
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
        let hearings = day.hearings.iter().map(|one| hearing(one, locale));
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
        callsign: escape(&item.callsign),
        worker: member(locale, item.worker.as_deref()),
        what: of_person(locale, text, item.person),
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
        callsign: escape(&task.callsign),
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

fn hearing(one: &SheetHearing, locale: &Locale) -> Line {
    let mut text = locale.code("event", &one.what);
    if let Some(place) = &one.place {
        text.push_str(" · ");
        text.push_str(&escape(place));
    }
    Line {
        when: String::new(),
        case: one.case.clone(),
        callsign: escape(&one.callsign),
        worker: member(locale, one.worker.as_deref()),
        what: of_person(locale, text, one.person),
    }
}

fn foot(sheet: &DueSheet, locale: &Locale) -> Vec<String> {
    let days = sheet
        .days
        .iter()
        .map(|day| day.items.len() + day.hearings.len() + day.tasks.len());
    let above = sheet.disappeared.len()
        + sheet.silent.len()
        + sheet.measures.len()
        + sheet.before.len()
        + sheet.late.len()
        + sheet.ahead.len();
    let count = days.sum::<usize>() + above;
    let mut lines = stands_in(locale, &sheet.stands_in_for);
    lines.push(locale.say("sheet-count", &[("count", &count)]));
    lines.push(left_out(locale, &sheet.left_out_by, "sheet-left-later"));
    lines
}

fn blanks(locale: &Locale) -> Vec<String> {
    vec![locale.text("sheet-checked"), locale.text("sheet-by")]
}
