//! What an office knows of a country, for people.

use super::page::Page;
use super::text::{Style, short};
use super::{Output, Rows, View};
use crate::app::view::{Notice, Notices};
use crate::base::text::escape;

/// Their columns in plain form and CSV.
pub(super) const COLUMNS: &[&str] = &[
    "origin",
    "jurisdiction",
    "since",
    "ended",
    "source",
    "text",
    "by",
    "notice",
];

/// Each with what it is about in one line, and its text beneath.
pub(super) fn write(page: &mut Page<'_>, notices: &[Notice]) {
    let locale = &page.out.locale;
    for one in notices {
        let mut parts = vec![escape(&one.origin)];
        parts.extend(one.jurisdiction.as_deref().map(escape));
        let since = if one.ahead {
            "notice-ahead"
        } else {
            "due-since"
        };
        parts.push(locale.say(since, &[("day", &locale.partial(one.since))]));
        parts.extend(one.ended.map(|day| {
            let day = locale.partial(day);
            locale.say("notice-ended", &[("day", &day)])
        }));
        parts.extend(one.source.as_deref().map(escape));
        parts.extend(
            one.cases
                .map(|count| locale.say("notice-cases", &[("count", &count)])),
        );
        parts.push(short(&one.notice));
        page.words(&parts.join(" · "), "  ", "    ");
        page.words(
            &escape(&one.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            "    ",
            "    ",
        );
    }
}

/// A block of them, where there are any.
pub(super) fn block(page: &mut Page<'_>, notices: &[Notice]) {
    if !notices.is_empty() {
        page.head(Style::Head, &page.out.locale.text("show-notices"));
        write(page, notices);
    }
}

impl View for Notices {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&out.locale.text("notice-none"));
        }
        write(&mut page, &self.items);
        page.done()
    }

    fn rows(&self) -> Rows {
        let columns: Vec<&str> = COLUMNS.iter().copied().chain(["cases"]).collect();
        Rows::pick(&self.items, &columns)
    }
}
