//! `rule list` and `rule show`: the law data, and how well each rule is known.

use serde::Serialize;

use super::page::{Mark, Page};
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{RuleItem, Rules};
use crate::domain::code::RuleStatus;
use crate::i18n::Locale;

/// `rule show`: the same JSON as the list, with everything for people.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Detailed<'a>(pub &'a Rules);

const COLUMNS: &[&str] = &[
    "rule",
    "jurisdiction",
    "actor",
    "what",
    "period",
    "rule_status",
    "text_of",
    "read_on",
    "checked_by",
    "review_by",
];

impl View for Rules {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.line(&locale.text("rules-empty"));
            return page.done();
        }
        let head = [
            (locale.text("column-rule"), Column::Whole),
            (locale.text("column-period"), Column::Words),
            (locale.text("column-what"), Column::Words),
            (locale.text("column-actor"), Column::Words),
        ];
        let rows: Vec<Vec<String>> = self.items.iter().map(|item| row(&mut page, item)).collect();
        page.raw(&print(out, "", &head, &rows));
        page.gap();
        page.line(&locale.say("rules-count", &[("count", &self.items.len())]));
        page.legend();
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.items, COLUMNS)
    }
}

impl View for Detailed<'_> {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let mut page = Page::new(out);
        for item in &self.0.items {
            page.gap();
            about(&mut page, item);
        }
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.0.items, COLUMNS)
    }
}

fn row(page: &mut Page<'_>, item: &RuleItem) -> Vec<String> {
    let locale = &page.out.locale;
    let mut rule = item.rule.clone();
    if item.checked_by.is_none() {
        rule.push_str(page.mark(Mark::Unsigned));
    }
    if matches!(
        item.rule_status,
        RuleStatus::Remembered | RuleStatus::PartlyVerified
    ) {
        rule.push_str(page.mark(Mark::Remembered));
    }
    let period = match (&item.period, item.rule_status) {
        (_, RuleStatus::NotInForce) => locale.code("rule-status", RuleStatus::NotInForce.as_str()),
        (Some(period), _) => period_words(locale, period),
        (None, _) => locale.text("rules-text-only"),
    };
    vec![
        rule,
        period,
        item.what.clone(),
        locale.code("actor", item.actor.as_str()),
    ]
}

/// `2 weeks`, from the code `2 weeks` or `1 working_days`.
pub(super) fn period_words(locale: &Locale, period: &str) -> String {
    let words = period.split_once(' ').and_then(|(count, unit)| {
        let count: i64 = count.parse().ok()?;
        let id = format!("code-period-{}", unit.replace('_', "-"));
        locale.find(&id, &[("count", &count)])
    });
    words.unwrap_or_else(|| period.to_owned())
}

/// Everything there is to say of a rule.
pub(super) fn about(page: &mut Page<'_>, item: &RuleItem) {
    let locale = &page.out.locale;
    page.styled(Style::Head, &format!("{}  {}", item.rule, item.what), "");
    let period = item.period.as_deref().map_or_else(
        || locale.text("rules-text-only"),
        |period| period_words(locale, period),
    );
    let restoration = item
        .restoration
        .as_ref()
        .map_or_else(String::new, |it| format!("{} ({})", it.text, it.citation));
    let signed = item
        .checked_by
        .clone()
        .unwrap_or_else(|| locale.text("rules-unsigned"));
    let read = locale.say(
        "rules-read",
        &[
            (
                "status",
                &locale.code("rule-status", item.rule_status.as_str()),
            ),
            ("text", &item.text_of),
            ("day", &locale.date(item.read_on)),
        ],
    );
    let (event, basis) = &item.opened_by;
    let opened = locale.say(
        "rules-opened",
        &[
            ("what", &locale.code("trigger", event)),
            ("basis", &locale.code("date-basis", basis.as_str())),
        ],
    );
    let pairs = [
        (locale.text("rules-law"), item.jurisdiction.clone()),
        (locale.text("rules-period"), period),
        (locale.text("rules-opened-by"), opened),
        (
            locale.text("rules-actor"),
            locale.code("actor", item.actor.as_str()),
        ),
        (locale.text("rules-citation"), item.citation.clone()),
        (locale.text("rules-quote"), item.quote.clone()),
        (locale.text("rules-source"), item.source.clone()),
        (locale.text("rules-suspensive"), item.suspensive.clone()),
        (locale.text("rules-restoration"), restoration),
        (locale.text("rules-known"), read),
        (locale.text("rules-signed-by"), signed),
        (locale.text("rules-review"), locale.date(item.review_by)),
    ];
    page.pairs("  ", &pairs);
    for note in &item.notes {
        page.words(note, "  · ", "    ");
    }
}
