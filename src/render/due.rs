//! `due`: what must be done, the most pressing first, for people who are tired.

use chrono::NaiveDate;

use super::ahead::stands_in;
use super::arranged;
use super::care::{
    TASK_COLUMNS, disappeared, missing_in_words, plan, plan_in_words, tasks, tasks_in_words,
};
use super::deadline::{Naming, Widths, cited, is_late, marks, with_remarks, write};
use super::due_lines::{Beside, left_out_rows};
use super::entry::{member, of_person};
use super::page::{Page, legend};
use super::suspension;
use super::table::{Column, print};
use super::text::{Style, pad, width};
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Deadline, Due, LeftOut, Measure};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::domain::code::{DeadlineState, Files};
use crate::i18n::Locale;

/// The columns of a deadline in plain form and CSV.
pub(super) const COLUMNS: &[&str] = &[
    "due",
    "due_at",
    "days_left",
    "state",
    "case",
    "what",
    "rule",
    "citation",
    "actor",
    "safe",
    "last_arguable",
    "rule_status",
    "jurisdiction",
    "provisional",
    "files",
    "told.date",
    "trigger.event",
    "trigger.basis",
    "trigger.date",
    "id",
];

/// In the order in which people see them; a deadline stands in the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// Above all else, with the alarm plan below it.
    CheckIn,
    Now,
    Nobody,
    Unconfirmed,
    Overdue,
    Coming,
    They,
}

impl View for Due {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &title(self, locale), "");
        for line in stands_in(locale, &self.stands_in_for) {
            page.words(&line, "", "  ");
        }
        if self.table || !self.columns.is_empty() {
            disappeared(&mut page, &self.disappeared);
            plan(&mut page, &self.alarm_plan);
            arranged(self, &mut page);
            return page.done();
        }
        let widths = Widths::of(locale, Naming::Case, &self.items);
        let mut items: Vec<(Group, &Deadline)> =
            self.items.iter().map(|item| (group(item), item)).collect();
        items.sort_by_key(|(group, item)| (*group, item.due, item.due_at.as_deref()));
        disappeared(&mut page, &self.disappeared);
        let silent = items.iter().any(|(group, _)| *group == Group::CheckIn);
        if !silent {
            plan(&mut page, &self.alarm_plan);
        }
        for group in [
            Group::CheckIn,
            Group::Now,
            Group::Nobody,
            Group::Unconfirmed,
            Group::Overdue,
            Group::Coming,
            Group::They,
        ] {
            let members: Vec<&Deadline> = items
                .iter()
                .filter(|(its, _)| *its == group)
                .map(|(_, item)| *item)
                .collect();
            let measures: &[Measure] = if group == Group::Now {
                &self.measures
            } else {
                &[]
            };
            let count = members.len() + measures.len();
            if count == 0 {
                continue;
            }
            page.head(style(group), &heading(locale, group, count));
            write_measures(&mut page, measures, self.as_of);
            for item in members {
                write(&mut page, Naming::Case, &widths, item);
            }
            if group == Group::CheckIn {
                plan(&mut page, &self.alarm_plan);
            }
        }
        next_steps(&mut page, self);
        if !self.is_anything() {
            page.gap();
            page.line(&locale.text("due-nothing"));
        }
        page.legend();
        page.gap();
        page.words(
            &left_out(locale, &self.left_out, "due-left-later"),
            "",
            "  ",
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Beside::default()
            .measures(&self.measures)
            .disappeared(&self.disappeared)
            .plan(&self.alarm_plan)
            .tasks(&self.tasks)
            .left_out(&self.left_out)
            .below(deadlines(self), &self.items)
    }

    fn tables(&self) -> Vec<Rows> {
        let disappeared =
            Rows::pick_of_persons(&self.disappeared, &["case", "since", "reason", "event"]);
        let plan = Rows::pick(&self.alarm_plan, &["what", "text"]);
        let tasks = Rows::pick(&self.tasks, TASK_COLUMNS);
        let measures = Rows::pick_of_persons(
            &self.measures,
            &[
                "case",
                "what",
                "kind",
                "since",
                "suspension.state",
                "worker",
            ],
        );
        let left_out = left_out_rows(&self.left_out);
        let beside = [measures, disappeared, plan, tasks, left_out].into_iter();
        let mut tables = vec![deadlines(self)];
        tables.extend(beside.filter(|table| !table.lines.is_empty()));
        tables
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let columns = columns(self);
        let lines = self.items.iter();
        let table = Rows {
            header: columns
                .iter()
                .map(|one| arranged::head(locale, one))
                .collect(),
            lines: lines.map(|item| on_paper(locale, item, &columns)).collect(),
        };
        let measures = Part {
            notes: measures_in_words(locale, &self.measures, self.as_of)
                .iter()
                .map(|line| line.join("  "))
                .collect(),
            ..Part::default()
        };
        let marks = self.items.iter().flat_map(marks);
        let marks = marks.filter(|_| columns.iter().any(|one| one == "citation"));
        let mut notes = legend(locale, &marks.collect());
        notes.push(left_out(locale, &self.left_out, "due-left-later"));
        let foot = Part {
            notes,
            ..Part::default()
        };
        let alarms = Part {
            notes: missing_in_words(locale, &self.disappeared),
            ..Part::default()
        };
        let plan = Part {
            notes: plan_in_words(locale, &self.alarm_plan),
            ..Part::default()
        };
        let steps = Part {
            heading: locale.say("due-tasks", &[("count", &self.tasks.len())]),
            table: Some(tasks_in_words(locale, &self.tasks)),
            ..Part::default()
        };
        let mut parts = vec![alarms, plan, measures, Part::of(table), steps, foot];
        parts.retain(|part| {
            let rows = part.table.as_ref();
            !part.notes.is_empty() || rows.is_some_and(|table| !table.lines.is_empty())
        });
        Sheet {
            title: title(self, locale),
            lead: stands_in(locale, &self.stands_in_for)
                .into_iter()
                .chain(page_as_written(locale))
                .collect(),
            parts,
        }
    }
}

/// What is not in the reader's language, where that is another than English.
pub(super) fn page_as_written(locale: &Locale) -> Option<String> {
    (!locale.is_english()).then(|| locale.text("page-as-written"))
}

/// The deadlines as codes, with the columns that were asked for.
fn deadlines(due: &Due) -> Rows {
    if due.columns.is_empty() {
        Rows::pick_of_persons(&due.items, COLUMNS)
    } else {
        arranged::codes(&due.items, &due.columns)
    }
}

/// The cells of a deadline on paper, where nothing stands beneath a line: what it says there stands with what is to be done.
fn on_paper(locale: &Locale, item: &Deadline, columns: &[String]) -> Vec<String> {
    let cells = arranged::of_deadline(locale, item, columns);
    let cells = columns.iter().zip(cells);
    cells
        .map(|(column, cell)| match column.as_str() {
            "what" => with_remarks(locale, Naming::Case, item, cell),
            "citation" => cited(item),
            _ => cell,
        })
        .collect()
}

/// The columns that were asked for, or those that people need.
fn columns(due: &Due) -> Vec<String> {
    let usual = [
        "due",
        "days_left",
        "state",
        "case",
        "callsign",
        "worker",
        "what",
        "citation",
    ];
    if due.columns.is_empty() {
        usual.map(str::to_owned).to_vec()
    } else {
        due.columns.clone()
    }
}

/// One list instead of the groups, in the order and with the columns that were asked for.
fn arranged(due: &Due, page: &mut Page<'_>) {
    let out = page.out;
    let locale = &out.locale;
    page.gap();
    write_measures(page, &due.measures, due.as_of);
    if !due.is_anything() {
        page.line(&locale.text("due-nothing"));
    } else if due.columns.is_empty() {
        let widths = Widths::of(locale, Naming::Case, &due.items);
        for item in &due.items {
            write(page, Naming::Case, &widths, item);
        }
        page.legend();
    } else {
        page.raw(&columned(due, out));
    }
    next_steps(page, due);
    page.gap();
    page.words(&left_out(locale, &due.left_out, "due-left-later"), "", "  ");
}

/// The columns that were asked for, beside each other.
fn columned(due: &Due, out: &Output) -> String {
    let locale = &out.locale;
    let columns = columns(due);
    let wide = |column: &str| matches!(column, "what" | "citation");
    let head: Vec<(String, Column)> = columns
        .iter()
        .map(|one| {
            let words = wide(one);
            let sort = if words { Column::Words } else { Column::Whole };
            (arranged::head(locale, one), sort)
        })
        .collect();
    let items = due.items.iter();
    let rows: Vec<Vec<String>> = items
        .map(|item| arranged::of_deadline(locale, item, &columns))
        .collect();
    print(out, "", &head, &rows)
}

fn next_steps(page: &mut Page<'_>, due: &Due) {
    if !due.tasks.is_empty() {
        let count = due.tasks.len();
        let head = page.out.locale.say("due-tasks", &[("count", &count)]);
        page.head(Style::Head, &head);
        tasks(page, &due.tasks, false);
    }
}

fn title(due: &Due, locale: &Locale) -> String {
    let whose = whose(locale, due.whose.as_deref());
    let reach = due.within.map_or_else(
        || locale.text("due-overdue-only"),
        |days| locale.say("due-within", &[("count", &days)]),
    );
    let day = locale.day(due.as_of);
    locale.say(
        "due-title",
        &[("day", &day), ("whose", &whose), ("reach", &reach)],
    )
}

/// Whose cases a list is of.
pub(super) fn whose(locale: &Locale, worker: Option<&str>) -> String {
    match worker {
        None => locale.text("due-everyones"),
        Some("nobody") => locale.text("due-nobodys-only"),
        Some(worker) => locale.say("due-mine", &[("worker", &escape(worker))]),
    }
}

fn group(item: &Deadline) -> Group {
    if item.is_silence() {
        Group::CheckIn
    } else if item.due_at.is_some() || (item.urgent && item.due.is_none()) {
        Group::Now
    } else if item.worker.is_none() {
        Group::Nobody
    } else if item.state == DeadlineState::Unconfirmed {
        Group::Unconfirmed
    } else if is_late(item) {
        Group::Overdue
    } else if item.files == Some(Files::They) {
        Group::They
    } else {
        Group::Coming
    }
}

const fn style(group: Group) -> Style {
    match group {
        Group::CheckIn | Group::Now | Group::Overdue => Style::Alarm,
        Group::Nobody | Group::Unconfirmed => Style::Care,
        Group::Coming | Group::They => Style::Head,
    }
}

fn heading(locale: &Locale, group: Group, count: usize) -> String {
    let count: &[(&str, &dyn crate::i18n::Fill)] = &[("count", &count)];
    match group {
        Group::CheckIn => locale.say("due-check-in", count),
        Group::They => locale.say("due-they", count),
        Group::Now => locale.say("due-now", count),
        Group::Nobody => locale.say("due-nobody", count),
        Group::Unconfirmed => locale.say("due-unconfirmed", count),
        Group::Overdue => locale.say("due-overdue", count),
        Group::Coming => locale.say("due-coming", count),
    }
}

/// `since 12 Nov 2026`, or `on Thu 10 Dec 2026, in 14 days` where it lies ahead.
pub(super) fn since(locale: &Locale, date: PartialDate, as_of: NaiveDate) -> String {
    let ahead = (date.earliest() - as_of).num_days();
    match date.day() {
        _ if ahead <= 0 => locale.say("due-since", &[("day", &locale.partial(date))]),
        Some(day) => locale.say(
            "due-ahead",
            &[("day", &locale.day(day)), ("left", &locale.distance(ahead))],
        ),
        None => locale.say("due-ahead-about", &[("day", &locale.partial(date))]),
    }
}

fn write_measures(page: &mut Page<'_>, measures: &[Measure], as_of: NaiveDate) {
    let lines = measures_in_words(&page.out.locale, measures, as_of);
    let widest = lines
        .iter()
        .map(|[what, ..]| width(what))
        .max()
        .unwrap_or(0);
    for (measure, [what, rest @ ..]) in measures.iter().zip(lines) {
        let first = page.out.paint(Style::Alarm, &pad(&what, widest));
        let one = format!("! {first}  {}", rest.join("  "));
        if widest + width(&rest.join("  ")) + 4 > page.out.width {
            page.line(&format!("! {}", first.trim_end()));
            page.words(&rest.join("  "), "    ", "    ");
        } else {
            page.line(&one);
        }
        let of = measure.suspension.as_ref();
        for line in of.map_or_else(Vec::new, |of| suspension::lines(page, of)) {
            page.words(&line, "    ", "      ");
        }
    }
}

pub(super) fn measures_in_words(
    locale: &Locale,
    measures: &[Measure],
    as_of: NaiveDate,
) -> Vec<[String; 4]> {
    measures
        .iter()
        .map(|measure| {
            let mut what = locale.code("measure", &measure.what);
            let kind = measure.kind.as_ref();
            if let Some(kind) = kind.filter(|_| measure.suspension.is_some()) {
                what = format!("{what} ({})", escape(&locale.code("removal", kind)));
            }
            let what = of_person(locale, what, measure.person);
            let since = since(locale, measure.since, as_of);
            [
                locale.say("due-measure", &[("what", &what), ("since", &since)]),
                measure.case.clone(),
                escape(&measure.callsign),
                member(locale, measure.worker.as_deref()),
            ]
        })
        .collect()
}

pub(super) fn left_out(locale: &Locale, left: &LeftOut, later: &str) -> String {
    let mut parts = Vec::new();
    if left.colleagues > 0 {
        parts.push(locale.say("due-left-colleagues", &[("count", &left.colleagues)]));
    }
    if left.later > 0 {
        parts.push(locale.say(later, &[("count", &left.later)]));
    }
    if left.authority > 0 {
        parts.push(locale.say("due-left-authority", &[("count", &left.authority)]));
    }
    if left.ours > 0 {
        parts.push(locale.say("due-left-applicant", &[("count", &left.ours)]));
    }
    if left.closed > 0 {
        parts.push(locale.say("due-left-closed", &[("count", &left.closed)]));
    }
    if left.told > 0 {
        parts.push(locale.say("due-left-told", &[("count", &left.told)]));
    }
    if left.lapsed > 0 {
        parts.push(locale.say("due-left-lapsed", &[("count", &left.lapsed)]));
    }
    if left.filtered > 0 {
        parts.push(locale.say("due-left-filtered", &[("count", &left.filtered)]));
    }
    if parts.is_empty() {
        return locale.text("due-left-nothing");
    }
    locale.say("due-left", &[("parts", &locale.listed(&parts))])
}
