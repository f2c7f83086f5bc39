//! `deadline log`: one day's entries about deadlines, to print and to sign.

use super::deadline::what;
use super::entry::of_person;
use super::page::Page;
use super::text::{Style, pad, short, width};
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{DeadlineLog, LogLine, LogSignature, SecondPerson};
use crate::base::text::escape;
use crate::i18n::Locale;

const COLUMNS: &[&str] = &[
    "at", "by", "did", "case", "due", "was", "what", "rule", "citation", "actor", "state",
    "deadline", "event",
];

impl View for DeadlineLog {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.styled(Style::Head, &title(self, locale), "");
        page.gap();
        let did = |line: &LogLine| locale.code("log", line.did);
        let widest = self.items.iter().map(|line| width(&did(line))).max();
        let people = self.items.iter().map(|line| width(&line.by)).max();
        for line in &self.items {
            page.line(&format!(
                "{}  {}  {}  {}  {}  {}",
                line.hour.format("%H:%M"),
                pad(&escape(&line.by), people.unwrap_or(0)),
                pad(&did(line), widest.unwrap_or(0)),
                line.case,
                escape(&line.callsign),
                short(&line.deadline),
            ));
            let text = format!("{} · {}", days(line, locale), act(line, locale));
            page.words(&text, "    ", "    ");
        }
        if self.items.is_empty() {
            page.line(&locale.text("log-nothing"));
        }
        page.gap();
        for line in foot(self, locale) {
            page.words(&line, "", "  ");
        }
        if self.signatures.is_empty() && !self.items.is_empty() {
            for name in blanks(locale) {
                let room = out.width.min(60).saturating_sub(width(&name) + 2).max(20);
                page.line(&format!("{name}: {}", "_".repeat(room)));
            }
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick_of_persons(&self.items, COLUMNS)
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let heads = [
            "column-hour",
            "column-by",
            "column-entry",
            "column-case",
            "column-callsign",
            "column-due",
            "column-what",
        ];
        let cells = |line: &LogLine| {
            vec![
                line.hour.format("%H:%M").to_string(),
                line.by.clone(),
                locale.code("log", line.did),
                line.case.clone(),
                line.callsign.clone(),
                days(line, locale),
                act(line, locale),
            ]
        };
        let table = Rows {
            header: heads.iter().map(|id| locale.text(id)).collect(),
            lines: self.items.iter().map(cells).collect(),
        };
        let signed = !self.signatures.is_empty();
        Sheet {
            title: title(self, locale),
            lead: Vec::new(),
            parts: vec![
                Part {
                    notes: if self.items.is_empty() {
                        vec![locale.text("log-nothing")]
                    } else {
                        Vec::new()
                    },
                    table: Some(table).filter(|_| !self.items.is_empty()),
                    ..Part::default()
                },
                Part {
                    notes: foot(self, locale),
                    blanks: if signed { Vec::new() } else { blanks(locale) },
                    ..Part::default()
                },
            ],
        }
    }
}

impl View for SecondPerson {
    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        let locale = &out.locale;
        let words = match (self.on, self.holds) {
            (true, true) => locale.text("second-person-on"),
            (true, false) => locale.text("second-person-few"),
            (false, true) => locale.text("second-person-waits"),
            (false, false) => locale.text("second-person-off"),
        };
        page.words(&words, "", "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["on", "members", "holds"])
    }
}

fn title(log: &DeadlineLog, locale: &Locale) -> String {
    let day = locale.day(log.day);
    locale.say("log-title", &[("day", &day), ("count", &log.items.len())])
}

/// `Mon 9 Mar 2026`, with the day before where it is another.
fn days(line: &LogLine, locale: &Locale) -> String {
    let day =
        |day: Option<_>| day.map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day));
    if line.was.is_some() && line.was != line.due {
        let (due, was) = (day(line.due), day(line.was));
        locale.say("log-was", &[("due", &due), ("was", &was)])
    } else if line.did == "changed" {
        // Not its day: how it stands.
        let state = locale.code("deadline-state", line.state.as_str());
        locale.say("log-stands", &[("due", &day(line.due)), ("state", &state)])
    } else {
        day(line.due)
    }
}

fn act(line: &LogLine, locale: &Locale) -> String {
    let mut text = what(locale, line.rule.as_deref(), &line.what);
    for more in [&line.citation, &line.rule].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(&escape(more));
    }
    of_person(locale, text, line.person)
}

fn foot(log: &DeadlineLog, locale: &Locale) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    if log.settled > 0 {
        lines.push(locale.say("log-settled", &[("count", &log.settled)]));
    }
    lines.extend(log.signatures.iter().map(|one| signature(one, locale)));
    if log.unsigned > 0 && !log.signatures.is_empty() {
        lines.push(locale.say("log-unsigned", &[("count", &log.unsigned)]));
    }
    let mark: String = log.digest.chars().take(16).collect();
    if !log.items.is_empty() {
        lines.push(locale.say("log-mark", &[("mark", &mark)]));
    }
    lines
}

fn signature(one: &LogSignature, locale: &Locale) -> String {
    let (by, count) = (escape(&one.by), one.lines);
    let day = locale.day(one.hour.date_naive());
    let hour = one.hour.format("%H:%M").to_string();
    let fills: &[(&str, &dyn crate::i18n::Fill)] = &[
        ("by", &by),
        ("count", &count),
        ("day", &day),
        ("hour", &hour),
    ];
    if one.erased {
        locale.say("log-erased", fills)
    } else if one.fits {
        locale.say("log-signed", fills)
    } else {
        locale.say("log-differs", fills)
    }
}

fn blanks(locale: &Locale) -> Vec<String> {
    vec![locale.text("log-looked-over"), locale.text("log-on")]
}
