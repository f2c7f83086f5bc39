//! `case timeline` and `case access`: one case as a paper.

use super::deadline::{Naming, cited, marks, what, with_remarks};
use super::entry::{is_computed, of_person, whole, words as entry_words};
use super::page::{Page, legend};
use super::people::{consents, line as person_line};
use super::show::about;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Access, Deadline, Entry, Happened, History, Timeline};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::domain::code::Actor;
use crate::domain::deadline::{ATTORNEY, CHECK_IN, DETENTION_REVIEW, FIND_SERVICE, RISK_REVIEW};
use crate::i18n::Locale;

impl View for Timeline {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        page.styled(Style::Head, &self.title(&out.locale), "");
        page.gap();
        let head = [
            (out.locale.text("column-date"), Column::Whole),
            (out.locale.text("column-on"), Column::Whole),
            (out.locale.text("column-what"), Column::Words),
        ];
        page.raw(&print(out, "", &head, &self.lines(&out.locale)));
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick_of_persons(
            &self.items,
            &[
                "date",
                "kind",
                "ref",
                "on",
                "fields.kind",
                "fields.outcome",
                "fields.protection",
            ],
        )
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let head = ["column-date", "column-on", "column-what"];
        Sheet {
            title: self.title(locale),
            lead: Vec::new(),
            parts: vec![Part::of(Rows {
                header: head.iter().map(|id| locale.text(id)).collect(),
                lines: self.lines(locale),
            })],
        }
    }
}

impl Timeline {
    fn title(&self, locale: &Locale) -> String {
        let origin = escape(&self.origin);
        match (&self.case, &self.callsign) {
            (Some(case), Some(callsign)) => locale.say(
                "timeline-title",
                &[
                    ("case", case),
                    ("callsign", &escape(callsign)),
                    ("origin", &origin),
                ],
            ),
            _ => locale.say("timeline-title-coarse", &[("origin", &origin)]),
        }
    }

    fn lines(&self, locale: &Locale) -> Vec<Vec<String>> {
        let mut last: Option<PartialDate> = None;
        let line = |item: &Happened| {
            // A day that several things share stands once.
            let date = item.date.filter(|date| last != Some(*date));
            last = item.date;
            vec![
                date.map_or_else(String::new, |date| locale.partial(date)),
                item.r#ref.clone().or(item.on.clone()).unwrap_or_default(),
                words(item, locale),
            ]
        };
        self.items.iter().map(line).collect()
    }
}

fn words(item: &Happened, locale: &Locale) -> String {
    match (&item.entry, &item.deadline) {
        (Some(entry), _) => entry_words(locale, entry),
        (None, Some(deadline)) => {
            let act = what(locale, deadline.rule.as_deref(), &deadline.what);
            let act = of_person(locale, act, item.person);
            let state = locale.code("deadline-state", deadline.state.as_str());
            locale.say("timeline-due", &[("what", &act), ("state", &state)])
        }
        (None, None) => String::new(),
    }
}

/// Who has to see to a limit, for somebody who does not know the program: its own reminders are the office's.
fn who(locale: &Locale, deadline: &Deadline) -> String {
    match (deadline.rule.as_deref(), deadline.actor) {
        (Some(FIND_SERVICE | RISK_REVIEW | CHECK_IN | ATTORNEY), _) => locale.text("access-office"),
        (Some(DETENTION_REVIEW), _) => locale.code("actor", Actor::Authority.as_str()),
        (_, Actor::Document) => locale.text("access-remember"),
        (_, actor) => locale.code("actor", actor.as_str()),
    }
}

/// What is to be done, and by which article.
fn by_law(what: String, deadline: &Deadline) -> String {
    let cited = cited(deadline);
    let parts = [what, cited].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What a case is, in sentences: whose it is, what was recorded of it, and its deadlines.
pub(super) fn course(case: &History, events: &[&Entry], locale: &Locale) -> Vec<Part> {
    let text = |id: &str| locale.text(id);
    let about = Part {
        heading: text("access-case"),
        pairs: about(case, locale),
        ..Part::default()
    };
    let people = case.people.iter();
    let people = people.flat_map(|one| {
        let agreed = consents(locale, &one.consents);
        let agreed = [text("show-consent"), agreed].join(&text("join-colon"));
        [person_line(one, locale), agreed]
    });
    let people = Part {
        heading: text("access-people"),
        notes: people.collect(),
        ..Part::default()
    };
    let notices = case.notices.iter().map(|one| {
        let since = locale.say("due-since", &[("day", &locale.partial(one.since))]);
        let of = escape(&locale.code("origin", &one.origin));
        let of = locale.listed(&[of, since]);
        [of, escape(&one.text)].join(&text("join-colon"))
    });
    let notices = Part {
        heading: if case.notices.is_empty() {
            String::new()
        } else {
            text("access-notices")
        },
        notes: notices.collect(),
        ..Part::default()
    };
    let entry = |entry: &Entry| {
        vec![
            entry
                .date
                .map_or_else(String::new, |date| locale.partial(date)),
            whole(locale, entry),
            locale.code("entry-state", entry.state.as_str()),
            locale.date(entry.recorded_at.date_naive()),
            escape(&entry.by),
        ]
    };
    let head = [
        "column-date",
        "column-what",
        "column-state",
        "column-recorded",
        "column-by",
    ];
    let mut history = Part::of(Rows {
        header: head.map(text).to_vec(),
        lines: (events.iter().copied())
            .filter(|entry| !is_computed(entry))
            .map(entry)
            .collect(),
    });
    history.heading = text("access-history");
    let deadline = |it: &Deadline| {
        // As people call it, not with the command that records it.
        let act = match it.rule.as_deref() {
            Some(CHECK_IN) => text("show-check-in"),
            rule => what(locale, rule, &it.what),
        };
        vec![
            (it.due).map_or_else(|| text("deadline-no-date"), |day| locale.day(day)),
            who(locale, it),
            with_remarks(
                locale,
                Naming::Id,
                it,
                by_law(of_person(locale, act, it.person), it),
            ),
            it.trigger.as_ref().map_or_else(String::new, |from| {
                let what = locale.code("trigger", &from.canonical);
                locale.listed(&[what, locale.partial(from.date)])
            }),
            locale.code("deadline-state", it.state.as_str()),
        ]
    };
    let head = [
        "column-date",
        "access-who",
        "column-what",
        "access-from",
        "column-state",
    ];
    let mut deadlines = Part::of(Rows {
        header: head.map(text).to_vec(),
        lines: case.deadlines.iter().map(deadline).collect(),
    });
    deadlines.heading = text("access-deadlines");
    deadlines.notes = legend(locale, &case.deadlines.iter().flat_map(marks).collect());
    let mut parts = vec![about, people, notices, history, deadlines];
    parts.retain(|part| !part.heading.is_empty());
    parts
}

impl View for Access {
    fn human(&self, out: &Output) -> String {
        let sheet = self.sheet(out);
        let mut page = Page::new(out);
        page.styled(Style::Head, &sheet.title, "");
        for lead in &sheet.lead {
            page.words(lead, "", "");
        }
        for part in &sheet.parts {
            page.head(Style::Head, &part.heading);
            let said: Vec<(String, String)> = part.said().cloned().collect();
            page.pairs("  ", &said);
            for note in &part.notes {
                page.words(note, "  ", "  ");
            }
            if let Some(table) = &part.table {
                let head: Vec<_> = table
                    .header
                    .iter()
                    .map(|name| (name.clone(), Column::Words))
                    .collect();
                page.raw(&print(out, "  ", &head, &table.lines));
            }
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.history.events,
            &["event", "kind", "date", "recorded_at", "by", "on", "state"],
        )
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let text = |id: &str| locale.text(id);
        let events: Vec<&Entry> = self.history.events.iter().collect();
        let sealed = &i64::from(self.history.sealed);
        let looked = self.looked.iter().map(|item| {
            let what = locale.code("audit", item.what);
            let reason = item.reason.as_ref();
            let reason = reason.map(|code| locale.code("opening-reason", code));
            let because = item.because.as_deref().map(escape);
            vec![
                locale.date(item.at.date_naive()),
                escape(&item.member),
                what,
                [reason, because]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(&text("join-colon")),
            ]
        });
        let head = ["column-date", "column-by", "column-what", "column-why"];
        let lines: Vec<Vec<String>> = looked.collect();
        let looked = Part {
            heading: text("access-sealed"),
            notes: vec![locale.say("access-sealed-count", &[("count", sealed)])],
            table: (!lines.is_empty()).then(|| Rows {
                header: head.map(text).to_vec(),
                lines,
            }),
            ..Part::default()
        };
        let left_out = (self.notes_left_out > 0)
            .then(|| locale.say("access-notes", &[("count", &self.notes_left_out)]));
        Sheet {
            title: match self.person {
                Some(person) => {
                    let fills: [(&str, &dyn crate::i18n::Fill); 2] =
                        [("case", &self.history.case), ("person", &i64::from(person))];
                    locale.say("access-title-person", &fills)
                }
                None => locale.say("access-title", &[("case", &self.history.case)]),
            },
            lead: std::iter::once(text("access-lead"))
                .chain((!locale.is_english()).then(|| text("access-law")))
                .chain(left_out)
                .collect(),
            parts: (course(&self.history, &events, locale).into_iter())
                .chain([looked])
                .collect(),
        }
    }
}
