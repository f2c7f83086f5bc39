//! `rule changes`: which open deadlines the rules would date otherwise.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{Changed, Changes, ExplainedStep};
use crate::i18n::Locale;

const COLUMNS: &[&str] = &[
    "case",
    "callsign",
    "deadline",
    "rule",
    "what",
    "before",
    "after",
    "was_version",
    "version",
];

impl View for Changes {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        for item in &self.items {
            let days = days(out, item);
            let head = format!("{}  {}  {days}", item.case, item.callsign);
            page.words(&head, "  ", "    ");
            let versions = [&item.was_version, &item.version];
            let versions: Vec<&str> = versions.into_iter().flatten().map(String::as_str).collect();
            let versions = versions.join(" \u{2192} ");
            page.words(
                &format!("{} \u{b7} {} ({versions})", item.what, item.rule),
                "    ",
                "    ",
            );
            if let Some(why) = why(locale, item) {
                page.words(&why, "    ", "    ");
            }
        }
        let id = if self.items.is_empty() {
            "changes-none"
        } else if self.confirmed {
            "changes-confirmed"
        } else {
            "changes-listed"
        };
        page.gap();
        page.styled(
            Style::Head,
            &locale.say(id, &[("count", &self.items.len())]),
            "",
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, COLUMNS)
    }
}

/// `Fri 4 Dec 2026, before: Mon 7 Dec 2026`.
fn days(out: &Output, item: &Changed) -> String {
    let locale = &out.locale;
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| locale.text("deadline-no-date"), |day| locale.day(day))
    };
    match (&item.was_version, &item.version) {
        (None, _) => locale.say("changes-new", &[("day", &day(item.after))]),
        (_, None) => locale.say("changes-gone", &[("day", &day(item.before))]),
        _ if item.after == item.before => {
            locale.say("changes-same-day", &[("day", &day(item.after))])
        }
        _ => locale.say(
            "changes-moved",
            &[("day", &day(item.after)), ("before", &day(item.before))],
        ),
    }
}

/// Where the two reckonings part.
fn why(locale: &Locale, item: &Changed) -> Option<String> {
    if item.why_before.is_none() && item.why_after.is_none() {
        return None;
    }
    let line = |step: &Option<ExplainedStep>| match step {
        Some(step) => match step.date {
            Some(day) => locale.say(
                "changes-step",
                &[("text", &step.text), ("day", &locale.day(day))],
            ),
            None => step.text.clone(),
        },
        None => locale.text("changes-no-line"),
    };
    let (before, after) = (line(&item.why_before), line(&item.why_after));
    Some(locale.say("changes-why", &[("before", &before), ("after", &after)]))
}
