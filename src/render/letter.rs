//! `export letter`: a cover sheet to print, with gaps to fill in by hand.

use super::deadline::{hour, what};
use super::page::Page;
use super::text::{Style, width};
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{Attacked, Letter};
use crate::base::text::escape;
use crate::i18n::Locale;

/// How many things can be listed that go with the letter.
const ENCLOSED: usize = 5;

/// The widest gap of the text form.
const GAP: usize = 60;

impl View for Letter {
    fn human(&self, out: &Output) -> String {
        let sheet = self.sheet(out);
        let mut page = Page::new(out);
        page.styled(Style::Head, &sheet.title, "");
        for part in &sheet.parts {
            if part.heading.is_empty() {
                page.gap();
            } else {
                page.head(Style::Head, &part.heading);
            }
            let said: Vec<(String, String)> = part.said().cloned().collect();
            page.pairs("", &said);
            for name in &part.blanks {
                let room = out.width.min(GAP).saturating_sub(width(name) + 2).max(20);
                page.line(&format!("{name}: {}", "_".repeat(room)));
            }
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(
            self,
            &[
                "case",
                "deadline.id",
                "deadline.what",
                "deadline.rule",
                "deadline.citation",
                "last_day",
                "against.what",
                "against.outcome",
                "against.date",
                "against.reached",
            ],
        )
    }

    fn sheet(&self, out: &Output) -> Sheet {
        let locale = &out.locale;
        let text = |id: &str| locale.text(id);
        let blank = |ids: &[&str]| ids.iter().map(|id| locale.text(id)).collect::<Vec<_>>();
        let act = what(locale, self.deadline.rule.as_deref(), &self.deadline.what);
        let citation = self.deadline.citation.as_deref().map(escape);
        let last = match hour(self.last_hour.as_deref()) {
            Some(hour) => format!("{} {}", locale.day(hour.date_naive()), hour.format("%H:%M")),
            None => self
                .last_day
                .map_or_else(String::new, |day| locale.day(day)),
        };
        let open = if last.is_empty() {
            &["letter-last-day"][..]
        } else {
            &[]
        };
        let parts = vec![
            Part {
                pairs: vec![(text("letter-reference"), self.case.clone())],
                blanks: blank(&["letter-to", "letter-place"]),
                ..Part::default()
            },
            Part {
                heading: text("letter-for"),
                blanks: blank(&["letter-name"]),
                ..Part::default()
            },
            Part {
                heading: text("letter-against"),
                pairs: self
                    .against
                    .as_ref()
                    .map_or_else(Vec::new, |it| attacked(it, locale)),
                blanks: blank(&["letter-authority", "letter-file-number"]),
                ..Part::default()
            },
            Part {
                heading: text("letter-filed"),
                pairs: vec![
                    (text("letter-act"), act),
                    (text("letter-citation"), citation.unwrap_or_default()),
                    (text("letter-last-day"), last),
                ],
                blanks: blank(open),
                ..Part::default()
            },
            Part {
                heading: text("letter-enclosed"),
                blanks: (1..=ENCLOSED).map(|count| count.to_string()).collect(),
                ..Part::default()
            },
            Part {
                blanks: blank(&["letter-signature", "letter-signed-name", "letter-date"]),
                ..Part::default()
            },
        ];
        Sheet {
            title: text("letter-title"),
            lead: Vec::new(),
            parts,
        }
    }
}

fn attacked(it: &Attacked, locale: &Locale) -> Vec<(String, String)> {
    let mut words = locale.code("event", &it.what);
    if let (Some(outcome), Some(instance)) = (it.outcome, &it.instance) {
        let outcome = locale.code("outcome", outcome.as_str());
        words = format!("{words} ({outcome}, {})", locale.code("instance", instance));
    }
    let day = |date: Option<_>| date.map_or_else(String::new, |date| locale.partial(date));
    vec![
        (locale.text("letter-what"), words),
        (locale.text("letter-of"), day(it.date)),
        (locale.text("letter-reached"), day(it.reached)),
    ]
}
