//! `show`: where a case stands, its deadlines, and everything that happened.

use super::deadline::{Naming, Widths, is_late, is_waiting, write};
use super::due::COLUMNS;
use super::entry::{is_computed, words};
use super::page::Page;
use super::table::{Column, print};
use super::text::{Style, pad, short, width};
use super::{Output, Rows, View};
use crate::app::view::{Application, Deadline, Entry, History};
use crate::base::text::escape;
use crate::domain::code::EntryState;

impl View for History {
    const ITEMS: Option<&'static str> = Some("events");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        head(&mut page, self);
        applications(&mut page, &self.applications);
        deadlines(&mut page, &self.deadlines);
        history(&mut page, self);
        page.legend();
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.events,
            &[
                "event",
                "date",
                "kind",
                "on",
                "ref",
                "state",
                "by",
                "recorded_at",
                "fields",
            ],
        )
    }

    fn tables(&self) -> Vec<Rows> {
        let mut tables = vec![Rows::one(
            self,
            &[
                "case",
                "callsign",
                "state",
                "origin",
                "jurisdiction",
                "sex",
                "born",
                "office",
                "worker",
                "opened",
                "closed",
                "tags",
            ],
        )];
        let applications = Rows::pick(
            &self.applications,
            &[
                "ref",
                "kind",
                "order",
                "jurisdiction",
                "lodged",
                "state",
                "protection",
                "until",
                "final",
            ],
        );
        let appeals = self.applications.iter().flat_map(|one| &one.appeals);
        let appeals = Rows::pick(appeals, &["ref", "on", "kind", "lodged", "state"]);
        let deadlines = Rows::pick(&self.deadlines, COLUMNS);
        tables.extend(
            [applications, appeals, deadlines, self.rows()]
                .into_iter()
                .filter(|table| !table.lines.is_empty()),
        );
        tables
    }
}

fn head(page: &mut Page<'_>, case: &History) {
    let locale = &page.out.locale;
    let mut state = locale.code("case", &case.state);
    if let Some(end) = case.closed {
        state = format!("{state} ({})", locale.code("case-end", end.as_str()));
    }
    let title = format!("{} · {} · {state}", case.case, escape(&case.callsign));
    let born = case.born.map_or_else(String::new, |year| {
        locale.say("show-born", &[("year", &year.to_string())])
    });
    let origin = locale.say("show-origin", &[("origin", &escape(&case.origin))]);
    let person = [origin, born, locale.code("sex", &case.sex)];
    let person: Vec<String> = person.into_iter().filter(|part| !part.is_empty()).collect();
    let worker = case
        .worker
        .as_deref()
        .map_or_else(|| locale.text("nobody"), escape);
    let links: Vec<String> = case
        .links
        .iter()
        .map(|link| {
            format!(
                "{} ({})",
                link.case,
                locale.code("link", link.r#as.as_str())
            )
        })
        .collect();
    let pairs = [
        (locale.text("show-from"), person.join(", ")),
        (locale.text("show-law"), escape(&case.jurisdiction)),
        (locale.text("show-worker"), worker),
        (
            locale.text("show-office"),
            case.office.as_deref().map_or_else(String::new, escape),
        ),
        (locale.text("show-opened"), locale.partial(case.opened)),
        (locale.text("show-tags"), escape(&case.tags.join(", "))),
        (locale.text("show-links"), links.join(", ")),
        (locale.text("show-as-of"), locale.day(case.as_of)),
    ];
    page.styled(Style::Head, &title, "");
    page.pairs("  ", &pairs);
}

fn applications(page: &mut Page<'_>, applications: &[Application]) {
    let locale = &page.out.locale;
    page.head(Style::Head, &locale.text("show-applications"));
    if applications.is_empty() {
        page.line(&format!("  {}", locale.text("show-no-applications")));
        return;
    }
    let lines: Vec<[String; 3]> = applications
        .iter()
        .flat_map(|one| {
            std::iter::once(application_line(page.out, one))
                .chain(one.appeals.iter().map(|appeal| {
                    let mut what = locale.code("appeal-kind", appeal.kind.as_str());
                    if let Some(body) = &appeal.body {
                        what = format!("{what} ({})", escape(body));
                    }
                    if appeal.on != one.r#ref {
                        what = locale.say("show-against", &[("what", &what), ("on", &appeal.on)]);
                    }
                    let lodged = appeal.lodged.map_or_else(String::new, |day| {
                        locale.say("show-lodged", &[("day", &locale.partial(day))])
                    });
                    let state = locale.code("appeal-state", appeal.state.as_str());
                    [format!("  {}  {what}", appeal.r#ref), lodged, state]
                }))
                .collect::<Vec<_>>()
        })
        .collect();
    let widest = |at: usize| {
        lines
            .iter()
            .filter_map(|line| line.get(at))
            .map(|part| width(part))
            .max()
            .unwrap_or(0)
    };
    let fits = lines
        .iter()
        .map(|[_, _, state]| width(state))
        .max()
        .unwrap_or(0)
        + widest(0)
        + widest(1)
        + 6
        <= page.out.width;
    for [what, lodged, state] in &lines {
        if fits {
            page.line(&format!(
                "  {}  {}  {state}",
                pad(what, widest(0)),
                pad(lodged, widest(1))
            ));
        } else {
            let indent = what.chars().take_while(|c| *c == ' ').count() + 2;
            let first = " ".repeat(indent);
            page.words(what.trim_start(), &first, &format!("{first}    "));
            page.words(
                &format!("{lodged}  {state}"),
                &format!("{first}    "),
                &format!("{first}    "),
            );
        }
    }
}

fn application_line(out: &Output, one: &Application) -> [String; 3] {
    let locale = &out.locale;
    let what = locale.say(
        "show-application",
        &[
            ("ref", &one.r#ref),
            ("what", &locale.code("application-kind", one.kind.as_str())),
            ("order", &locale.code("order", one.order.as_str())),
            ("law", &escape(&one.jurisdiction)),
        ],
    );
    let lodged = one.lodged.map_or_else(String::new, |day| {
        locale.say("show-lodged", &[("day", &locale.partial(day))])
    });
    let mut state = locale.code("application-state", one.state.as_str());
    if let Some(protection) = one.protection {
        state = format!(
            "{state}: {}",
            locale.code("protection", protection.as_str())
        );
    }
    if let Some(until) = one.until {
        state = locale.say(
            "show-until",
            &[("state", &state), ("day", &locale.partial(until))],
        );
    }
    if one.r#final {
        state = locale.say("show-final", &[("state", &state)]);
    }
    [what, lodged, state]
}

fn deadlines(page: &mut Page<'_>, deadlines: &[Deadline]) {
    let locale = &page.out.locale;
    let (mut waiting, settled): (Vec<_>, Vec<_>) =
        deadlines.iter().partition(|one| is_waiting(one));
    waiting.sort_by_key(|one| (!is_late(one), one.due));
    let widths = Widths::of(locale, Naming::Id, deadlines);
    page.head(Style::Head, &locale.text("show-deadlines"));
    if waiting.is_empty() {
        page.line(&format!("  {}", locale.text("show-no-deadlines")));
    }
    for one in waiting {
        write(page, Naming::Id, &widths, one);
    }
    if !settled.is_empty() {
        page.head(Style::Head, &locale.text("show-settled"));
        for one in settled {
            write(page, Naming::Id, &widths, one);
        }
    }
}

fn history(page: &mut Page<'_>, case: &History) {
    let locale = &page.out.locale;
    page.head(Style::Head, &locale.text("show-history"));
    let shown: Vec<&Entry> = case
        .events
        .iter()
        .filter(|entry| case.all || (entry.state == EntryState::Live && !is_computed(entry)))
        .collect();
    let rows: Vec<Vec<String>> = shown.iter().map(|entry| row(page.out, entry)).collect();
    let head = [
        (locale.text("column-date"), Column::Whole),
        (locale.text("column-what"), Column::Words),
        (locale.text("column-on"), Column::Whole),
        (locale.text("column-by"), Column::Words),
        (locale.text("column-entry"), Column::Whole),
    ];
    page.raw(&print(page.out, "  ", &head, &rows));
    let hidden = case
        .events
        .iter()
        .filter(|entry| entry.state != EntryState::Live)
        .count();
    if !case.all && hidden > 0 {
        page.words(
            &locale.say("show-hidden", &[("count", &hidden)]),
            "  ",
            "  ",
        );
    }
}

fn row(out: &Output, entry: &Entry) -> Vec<String> {
    let locale = &out.locale;
    let date = match entry.date {
        Some(date) => locale.partial(date),
        None => locale.date(entry.recorded_at.date_naive()),
    };
    let mut what = words(locale, entry);
    if entry.state != EntryState::Live {
        let state = locale
            .code("entry-state", entry.state.as_str())
            .to_uppercase();
        what = format!("[{state}] {what}");
    }
    let on = entry
        .r#ref
        .clone()
        .or_else(|| entry.on.clone())
        .unwrap_or_default();
    // What it is about may be another event's whole id.
    let on = if on.len() > 12 { short(&on) } else { on };
    vec![date, what, on, entry.by.clone(), short(&entry.event)]
}
