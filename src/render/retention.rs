//! `retention`: what has passed its period, and what comes next.

use super::page::Page;
use super::{Output, Rows, View};
use crate::app::view::{Retained, Retention, RetentionPeriods};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for RetentionPeriods {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let words = locale.say(
            "retention-others",
            &[("period", &period(locale, self.months))],
        );
        page.words(&words, "", "  ");
        for one in &self.reasons {
            let reason = locale.code("case-end", one.reason.as_str());
            let period = period(locale, one.months);
            let words = locale.say("retention-of", &[("reason", &reason), ("period", &period)]);
            page.words(&words, "", "  ");
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let text = |months: Option<u32>| months.map_or_else(String::new, |it| it.to_string());
        let reasons = self.reasons.iter();
        let reasons = reasons.map(|one| vec![one.reason.to_string(), text(one.months)]);
        Rows {
            header: vec!["reason".to_owned(), "months".to_owned()],
            lines: std::iter::once(vec![String::new(), text(self.months)])
                .chain(reasons)
                .collect(),
        }
    }
}

fn period(locale: &Locale, months: Option<u32>) -> String {
    match months {
        None => locale.text("retention-never"),
        Some(months) if months % 12 == 0 => {
            locale.say("retention-years", &[("count", &(months / 12))])
        }
        Some(months) => locale.say("retention-months", &[("count", &months)]),
    }
}

impl View for Retention {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        for item in &self.items {
            let reason = locale.code("case-end", item.reason.as_str());
            let (closed, passed) = (locale.partial(item.closed), locale.date(item.passed));
            page.line(&format!("{}  {}", item.case, escape(&item.callsign)));
            let words = locale.say(
                "retention-case",
                &[
                    ("reason", &reason),
                    ("closed", &closed),
                    ("passed", &passed),
                ],
            );
            page.words(&words, "    ", "    ");
            page.words(&next(item, locale, self.as_of), "    ", "    ");
        }
        if self.items.is_empty() {
            page.line(&locale.text("retention-nothing"));
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &[
                "case",
                "callsign",
                "reason",
                "closed",
                "passed",
                "warned",
                "next_warning",
                "forget_from",
            ],
        )
    }
}

/// What was done, and what comes next.
fn next(item: &Retained, locale: &Locale, today: chrono::NaiveDate) -> String {
    let day = |day: chrono::NaiveDate| locale.date(day);
    let fills = |day: String| [("day", day)];
    match (item.forget_from, item.next_warning, item.warned.last()) {
        (Some(from), ..) if from <= today => {
            locale.say("retention-forget", &[("case", &item.case)])
        }
        (Some(from), ..) => {
            let [(name, from)] = fills(day(from));
            locale.say("retention-forget-from", &[(name, &from)])
        }
        (None, Some(from), Some(_)) if from > today => {
            let [(name, from)] = fills(day(from));
            locale.say("retention-warn-from", &[(name, &from)])
        }
        (None, _, Some(_)) => locale.text("retention-warn-again"),
        (None, _, None) => locale.text("retention-warn"),
    }
}
