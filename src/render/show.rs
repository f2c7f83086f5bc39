//! `show`: where a case stands, its deadlines, and everything that happened.

mod instances;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

use super::care::{self, TASK_COLUMNS, alarms, blocks};
use super::deadline::{Naming, Widths, is_late, is_waiting, reckoning, write};
use super::due::{COLUMNS, page_as_written};
use super::entry::{is_computed, member, words};
use super::notice;
use super::own;
use super::page::Page;
use super::table::{Column, print};
use super::text::{Style, short};
use super::timeline::course;
use super::{Output, Rows, Sheet, View};
use crate::app::view::{Deadline, Entry, History, Person};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::domain::code::{EntryState, PersonRole};
use crate::i18n::{Fill, Locale};
use instances::{applications, measures};

impl View for History {
    const ITEMS: Option<&'static str> = Some("events");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        head(&mut page, self);
        people(&mut page, &self.people);
        alarms(&mut page, &self.care);
        notice::block(&mut page, &self.notices);
        measures(&mut page, self);
        applications(&mut page, &self.applications);
        deadlines(&mut page, &self.deadlines, self.all);
        blocks(&mut page, self);
        history(&mut page, self);
        page.legend();
        page.done()
    }

    fn rows(&self) -> Rows {
        let mut events = self.events.clone();
        if !self.all {
            let reckoned = reckoned_anew(&self.events);
            let gone = |entry: &&mut Entry| !stands(entry, &reckoned);
            events.iter_mut().filter(gone).for_each(Entry::empty);
        }
        Rows::pick_of_persons(
            &events,
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

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let reckoned = reckoned_anew(&self.events);
        let told = |entry: &&Entry| self.all || stands(entry, &reckoned);
        let events: Vec<&Entry> = self.events.iter().filter(told).collect();
        Sheet {
            title: format!("{} · {}", self.case, escape(&self.callsign)),
            lead: page_as_written(locale).into_iter().collect(),
            parts: course(self, &events, locale),
        }
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
        let several = self.people.len() > 1;
        let people = if several {
            Rows::pick(&self.people, super::people::COLUMNS)
        } else {
            Rows::default()
        };
        let fields = Rows::pick_of_persons(&self.fields, own::COLUMNS);
        let applications = Rows::pick_of_persons(
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
        let against = self.measures.iter().flat_map(|one| &one.appeals);
        let appeals = self.applications.iter().flat_map(|one| &one.appeals);
        let appeals = appeals.chain(against);
        let appeals = Rows::pick(appeals, &["ref", "on", "kind", "lodged", "state"]);
        let measures = Rows::pick_of_persons(
            &self.measures,
            &[
                "ref",
                "what",
                "kind",
                "date",
                "until",
                "open",
                "suspension.state",
            ],
        );
        let notices = Rows::pick(&self.notices, notice::COLUMNS);
        let deadlines = Rows::pick_of_persons(&self.deadlines, COLUMNS);
        let care = &self.care;
        let disappeared = Rows::pick_of_persons(&care.disappeared, &["since", "reason", "event"]);
        let check_in = Rows::pick(
            &care.check_in,
            &["every", "how", "since", "last", "due", "overdue"],
        );
        let plan = Rows::pick(&care.alarm_plan, &["what", "text"]);
        let mandates = Rows::pick_of_persons(
            &care.mandates,
            &["kind", "date", "until", "lawyer", "attorney_until", "files"],
        );
        let risk = Rows::pick(&care.risk, &["level", "date", "review"]);
        let tasks = Rows::pick_of_persons(&care.tasks, TASK_COLUMNS);
        let referrals = Rows::pick_of_persons(
            &care.referrals,
            &[
                "date",
                "kind",
                "partner",
                "service",
                "outcome",
                "outcome_date",
                "event",
            ],
        );
        let resettlement =
            Rows::pick_of_persons(&care.resettlement, &["country", "state", "date", "since"]);
        tables.extend(
            [
                people,
                fields,
                disappeared,
                check_in,
                plan,
                notices,
                mandates,
                risk,
            ]
            .into_iter()
            .filter(|t| !t.lines.is_empty()),
        );
        let care = [tasks, referrals, resettlement];
        tables.extend(
            [measures, applications, appeals, deadlines]
                .into_iter()
                .chain(care)
                .chain([self.rows()])
                .filter(|table| !table.lines.is_empty()),
        );
        tables
    }
}

/// Whether an entry says something that nobody took back or replaced.
fn stands(entry: &Entry, reckoned: &BTreeSet<String>) -> bool {
    entry.state == EntryState::Live && !reckoned.contains(&entry.event)
}

/// Reckonings that another took the place of, or that fell with what they were reckoned from: a day that was recorded wrongly
/// stands in them.
fn reckoned_anew(events: &[Entry]) -> BTreeSet<String> {
    let mut gone = BTreeSet::new();
    for entry in events.iter().filter(|entry| is_computed(entry)) {
        let before = entry.fields.get("replaces").and_then(Value::as_str);
        gone.extend(before.map(str::to_owned));
        if entry.fields.get("withdrawn").is_some_and(|it| it == true) {
            gone.insert(entry.event.clone());
        }
    }
    gone
}

fn head(page: &mut Page<'_>, case: &History) {
    let locale = &page.out.locale;
    let mut state = locale.code("case", &case.state);
    if let Some(end) = case.closed {
        state = format!("{state} ({})", locale.code("case-end", end.as_str()));
    }
    let title = format!("{} · {} · {state}", case.case, escape(&case.callsign));
    page.styled(Style::Head, &title, "");
    page.pairs("  ", &about(case, locale));
}

/// What is known of a case beside its course.
pub(super) fn about(case: &History, locale: &Locale) -> Vec<(String, String)> {
    let born = case.born.map_or_else(String::new, |year| {
        locale.say("show-born", &[("year", &year.to_string())])
    });
    let role = case
        .people
        .first()
        .filter(|one| one.role != PersonRole::Applicant);
    let role = role.map_or_else(String::new, |one| locale.code("role", one.role.as_str()));
    let origin = locale.say(
        "show-origin",
        &[("origin", &escape(&locale.code("origin", &case.origin)))],
    );
    let person = [role, origin, born, locale.code("sex", &case.sex)];
    let person: Vec<String> = person.into_iter().filter(|part| !part.is_empty()).collect();
    let worker = member(locale, case.worker.as_deref());
    let links: Vec<String> = case
        .links
        .iter()
        .map(|link| {
            let said = format!(
                "{} ({})",
                link.case,
                locale.code("link", link.r#as.as_str())
            );
            let Some((own, there)) = link.person.zip(link.to_person) else {
                return said;
            };
            let (own, there) = (own.to_string(), there.to_string());
            let fills: [(&str, &dyn Fill); 3] = [("link", &said), ("own", &own), ("there", &there)];
            locale.say("show-link-persons", &fills)
        })
        .collect();
    // Of several each has a line of their own.
    let consent = match case.people.as_slice() {
        [one] => super::people::consents(locale, &one.consents),
        _ => String::new(),
    };
    let sealed = match case.sealed {
        0 => String::new(),
        count => locale.say("show-sealed", &[("count", &i64::from(count))]),
    };
    let law = escape(&case.jurisdiction);
    // In a language that has the word `de`, a code in small letters reads as one.
    let law = if locale.is_english() {
        law
    } else {
        law.to_uppercase()
    };
    let pairs = [
        (locale.text("show-from"), locale.listed(&person)),
        (locale.text("show-law"), law),
        (locale.text("show-worker"), worker),
        (
            locale.text("show-office"),
            case.office.as_deref().map_or_else(String::new, escape),
        ),
        (locale.text("show-opened"), locale.partial(case.opened)),
        (locale.text("show-tags"), escape(&locale.listed(&case.tags))),
        (locale.text("show-identity"), sealed),
        (locale.text("show-consent"), consent),
        (locale.text("show-links"), locale.listed(&links)),
        (locale.text("show-as-of"), locale.day(case.as_of)),
    ];
    pairs
        .into_iter()
        .chain(care::pairs(locale, &case.care))
        .chain(own::pairs(locale, &case.fields))
        .collect()
}

/// Who belongs to it, where that is more than the one it was opened for.
fn people(page: &mut Page<'_>, people: &[Person]) {
    if people.len() > 1 {
        page.head(Style::Head, &page.out.locale.text("show-people"));
        super::people::write(page, people);
    }
}

fn deadlines(page: &mut Page<'_>, deadlines: &[Deadline], all: bool) {
    let locale = &page.out.locale;
    let (mut waiting, mut settled): (Vec<_>, Vec<_>) =
        deadlines.iter().partition(|one| is_waiting(one));
    waiting.sort_by_key(|one| (!is_late(one), one.due));
    settled.sort_by_key(|one| one.due);
    let widths = Widths::of(locale, Naming::Id, deadlines);
    page.head(Style::Head, &locale.text("show-deadlines"));
    if waiting.is_empty() {
        page.line(&format!("  {}", locale.text("show-no-deadlines")));
    }
    let write = |page: &mut Page<'_>, one: &Deadline| {
        write(page, Naming::Id, &widths, one);
        if all {
            reckoning(page, one);
        }
    };
    for one in waiting {
        write(page, one);
    }
    if !settled.is_empty() {
        page.head(Style::Head, &locale.text("show-settled"));
        for one in settled {
            write(page, one);
        }
    }
}

fn history(page: &mut Page<'_>, case: &History) {
    let locale = &page.out.locale;
    page.head(Style::Head, &locale.text("show-history"));
    let mut shown: Vec<&Entry> = case
        .events
        .iter()
        .filter(|entry| {
            let told = !is_computed(entry) || newer_rules(case, entry).is_some();
            case.all || (entry.state == EntryState::Live && told)
        })
        .collect();
    // A chronology; what happened on one day stands in the order of recording.
    shown.sort_by_key(|entry| day_of(entry));
    let rows: Vec<Vec<String>> = shown
        .iter()
        .map(|entry| row(page.out, case, entry))
        .collect();
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

/// The day of the column of dates.
fn day_of(entry: &Entry) -> NaiveDate {
    entry
        .date
        .map_or_else(|| entry.recorded_at.date_naive(), PartialDate::earliest)
}

/// The version of the rules by which a person moved a deadline; none where an event of the case moved it.
fn newer_rules<'e>(case: &History, entry: &'e Entry) -> Option<&'e str> {
    let field = |of: &'e Entry, name| of.fields.get(name).and_then(Value::as_str);
    let replaced = field(entry, "replaces")?;
    let before = case.events.iter().find(|other| other.event == replaced)?;
    let version = field(entry, "rule_version")?;
    let was = before.fields.get("rule_version").and_then(Value::as_str);
    (was != Some(version)).then_some(version)
}

fn row(out: &Output, case: &History, entry: &Entry) -> Vec<String> {
    let locale = &out.locale;
    let date = match entry.date {
        Some(date) => locale.partial(date),
        None => locale.date(entry.recorded_at.date_naive()),
    };
    let mut what = words(locale, entry);
    if let Some(version) = newer_rules(case, entry) {
        let version = escape(version);
        what = locale.say(
            "entry-deadline-confirmed",
            &[("version", &version), ("what", &what)],
        );
    }
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
