//! `deadline warn` and `absence`.

use super::page::Page;
use super::table::{Column, print};
use super::{Output, Rows, View};
use crate::app::view::{Absence, Absences, StandsIn, Warnings};
use crate::base::text::escape;
use crate::i18n::Locale;

impl View for Warnings {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        page.words(
            &locale.say("warn-days", &[("days", &ahead(&self.days, locale))]),
            "",
            "  ",
        );
        for one in &self.rules {
            let days = ahead(&one.days, locale);
            page.words(
                &locale.say("warn-rule", &[("rule", &one.rule), ("days", &days)]),
                "",
                "  ",
            );
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        let line = |rule: &str, days: &[u16]| {
            let days: Vec<String> = days.iter().map(ToString::to_string).collect();
            vec![rule.to_owned(), days.join(",")]
        };
        let rules = self.rules.iter().map(|one| line(&one.rule, &one.days));
        Rows {
            header: vec!["rule".to_owned(), "days".to_owned()],
            lines: std::iter::once(line("", &self.days)).chain(rules).collect(),
        }
    }
}

fn ahead(days: &[u16], locale: &Locale) -> String {
    if days.is_empty() {
        return locale.text("warn-none");
    }
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    locale.say("warn-ahead", &[("days", &days.join(", "))])
}

impl View for Absences {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&locale.text("absence-none"));
            return page.done();
        }
        let heads = [
            "column-member",
            "column-from",
            "column-until",
            "column-deputy",
        ];
        let head = heads.map(|id| (locale.text(id), Column::Whole));
        let rows: Vec<Vec<String>> = self
            .items
            .iter()
            .map(|one| {
                let (from, until) = (locale.day(one.from), locale.day(one.until));
                vec![one.member.clone(), from, until, one.to.clone()]
            })
            .collect();
        page.raw(&print(out, "", &head, &rows));
        for one in &self.items {
            if let Some(line) = left_alone(locale, one) {
                page.words(&line, "", "  ");
            }
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &["member", "from", "until", "to", "nobody_from"],
        )
    }
}

/// That from a day on nobody sees to somebody's cases.
fn left_alone(locale: &Locale, one: &Absence) -> Option<String> {
    let day = locale.day(one.nobody_from?);
    let (member, to) = (escape(&one.member), escape(&one.to));
    let fills: &[(&str, &dyn crate::i18n::Fill)] =
        &[("day", &day), ("member", &member), ("to", &to)];
    Some(locale.say("absence-nobody", fills))
}

/// For whom a list stands in.
pub(super) fn stands_in(locale: &Locale, all: &[StandsIn]) -> Vec<String> {
    let line = |one: &StandsIn| {
        let (member, until) = (escape(&one.member), locale.day(one.until));
        locale.say("due-stands-in", &[("member", &member), ("until", &until)])
    };
    all.iter().map(line).collect()
}
