//! `rule list` and `rule show`: the law data, and how well each rule is known.

use std::collections::BTreeSet;

use serde::Serialize;

use super::page::{Mark, Page};
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Part, Rows, Sheet, View};
use crate::app::view::{RuleItem, Rules};
use crate::domain::code::RuleStatus;
use crate::i18n::Locale;
use crate::rules::Rule;

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

    fn sheet(&self, out: &Output) -> Sheet {
        sheet(&self.items, out)
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

    fn sheet(&self, out: &Output) -> Sheet {
        sheet(&self.0.items, out)
    }
}

fn row(page: &mut Page<'_>, item: &RuleItem) -> Vec<String> {
    let locale = &page.out.locale;
    let mut rule = item.rule.clone();
    if item.checked_by.is_none() {
        rule.push_str(page.mark(Mark::Unsigned));
    }
    let partly = matches!(
        item.rule_status,
        RuleStatus::Remembered | RuleStatus::PartlyVerified
    );
    if partly || item.old_text || item.review_past {
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
        item.law.named(),
        locale.code("actor", item.actor.as_str()),
    ]
}

/// `2 weeks`, from the code `2 weeks`, `1 working_days` or `5 days..10 days`.
pub(super) fn period_words(locale: &Locale, period: &str) -> String {
    if let Some((min, max)) = period.split_once("..") {
        let (min, max) = (period_words(locale, min), period_words(locale, max));
        return locale.say("rules-frame", &[("min", &min), ("max", &max)]);
    }
    let words = period.split_once(' ').and_then(|(count, unit)| {
        let count: i64 = count.parse().ok()?;
        let id = format!("code-period-{}", unit.replace('_', "-"));
        locale.find(&id, &[("count", &count)])
    });
    words.unwrap_or_else(|| period.to_owned())
}

/// Everything there is to say of a rule, as it is shown to one who asks for it.
pub(super) fn about(page: &mut Page<'_>, item: &RuleItem) {
    let locale = &page.out.locale;
    page.styled(
        Style::Head,
        &format!("{}  {}", item.rule, item.law.named()),
        "",
    );
    page.pairs("  ", &pairs(locale, item));
    for note in item.law.conflict.iter().chain(&item.law.notes) {
        page.words(note, "  \u{b7} ", "    ");
    }
}

/// What a rule says and how well it is known, by name.
pub(super) fn pairs(locale: &Locale, item: &RuleItem) -> Vec<(String, String)> {
    let law = &item.law;
    let period = item.period.as_deref().map_or_else(
        || locale.text("rules-text-only"),
        |period| period_words(locale, period),
    );
    let restoration = law
        .restoration
        .as_ref()
        .map_or_else(String::new, |it| format!("{} ({})", it.text, it.citation));
    let counted = item
        .counted
        .as_ref()
        .map_or_else(String::new, |c| format!("{} ({})", c.name, c.citation));
    let in_force: Vec<String> = law
        .in_force
        .iter()
        .map(|span| {
            let day = |day: Option<chrono::NaiveDate>| {
                day.map_or_else(|| "\u{2026}".to_owned(), |day| locale.date(day))
            };
            format!(
                "{} {} - {} ({})",
                span.axis,
                day(span.from),
                day(span.until),
                span.citation
            )
        })
        .collect();
    let also = law.trigger.also.iter().map(String::as_str);
    let events = std::iter::once(item.event.as_str()).chain(also);
    let events: Vec<String> = events.map(|event| locale.code("trigger", event)).collect();
    let opened = locale.say(
        "rules-opened",
        &[
            ("what", &events.join(", ")),
            ("basis", &locale.code("date-basis", item.basis.as_str())),
        ],
    );
    let mut pairs = vec![
        (locale.text("rules-law"), item.jurisdiction.clone()),
        (
            locale.text("rules-local"),
            item.local.clone().unwrap_or_default(),
        ),
        (locale.text("rules-period"), period),
        (locale.text("rules-counted"), counted),
        (locale.text("rules-opened-by"), opened),
        (locale.text("rules-asks"), facts(law).join(", ")),
        (
            locale.text("rules-actor"),
            locale.code("actor", item.actor.as_str()),
        ),
        (locale.text("rules-in-force"), in_force.join("; ")),
    ];
    pairs.extend(grounds(locale, item));
    let doubts = [
        (item.old_text, "rules-old-text"),
        (item.review_past, "rules-review-past"),
    ];
    let doubts = doubts.iter().filter(|(is, _)| *is);
    let doubts: Vec<String> = doubts.map(|(_, id)| locale.text(id)).collect();
    pairs.extend([
        (locale.text("rules-doubts"), doubts.join("; ")),
        (locale.text("rules-restoration"), restoration),
        (locale.text("rules-review"), locale.date(item.review_by)),
    ]);
    pairs
}

/// What a reckoning rests on: the article, its words, and how well they are known.
pub(super) fn grounds(locale: &Locale, item: &RuleItem) -> [(String, String); 7] {
    let law = &item.law;
    [
        (
            locale.text("rules-body"),
            item.body.clone().unwrap_or_default(),
        ),
        (locale.text("rules-citation"), item.citation.clone()),
        (locale.text("rules-quote"), law.source.quote.clone()),
        (locale.text("rules-source"), law.source.url.clone()),
        (
            locale.text("rules-suspensive"),
            law.suspensive.text.clone().unwrap_or_default(),
        ),
        (locale.text("rules-known"), known(locale, item)),
        (
            locale.text("rules-signed-by"),
            item.checked_by.clone().unwrap_or_default(),
        ),
    ]
}

/// `text of 2022-06, read on 23 Nov 2026, no lawyer has signed`.
fn known(locale: &Locale, item: &RuleItem) -> String {
    let read = match item.source_kind.as_str() {
        "memory" => "rules-not-read",
        "secondary" | "ngo" => "rules-read-elsewhere",
        _ => "rules-read",
    };
    let mut words = locale.say(
        read,
        &[("text", &item.text_of), ("day", &locale.date(item.read_on))],
    );
    if item.checked_by.is_none() {
        words = format!("{words}, {}", locale.text("rules-unsigned"));
    }
    if item.rule_status != RuleStatus::Verified {
        words = format!(
            "{}; {words}",
            locale.code("rule-status", item.rule_status.as_str())
        );
    }
    words
}

/// The facts that matter to a rule.
fn facts(law: &Rule) -> Vec<String> {
    let cases = law.trigger.when.iter().chain(&law.yields);
    let others = law.alternative.iter().flat_map(|other| &other.when);
    let named = cases.chain(others).flat_map(|case| case.keys());
    let days = law
        .alternative
        .iter()
        .filter_map(|other| other.from.as_ref());
    let all: BTreeSet<&String> = named.chain(days).collect();
    all.into_iter().cloned().collect()
}

/// The rules as a page that a lawyer can sign.
fn sheet(items: &[RuleItem], out: &Output) -> Sheet {
    let locale = &out.locale;
    let laws: BTreeSet<&str> = items
        .iter()
        .map(|item| item.jurisdiction.as_str())
        .collect();
    let laws: Vec<&str> = laws.into_iter().collect();
    let computable = items.iter().filter(|item| item.computable).count();
    let text_only = items.len().saturating_sub(computable);
    let examples = |item: &RuleItem| {
        let lines = item.law.example.iter().map(|example| {
            let facts: Vec<String> = example
                .facts
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .chain(
                    example
                        .dates
                        .iter()
                        .map(|(name, day)| format!("{name}={day}")),
                )
                .collect();
            let day = |day: Option<chrono::NaiveDate>| {
                day.map_or_else(String::new, |day| locale.day(day))
            };
            vec![
                example.from.clone(),
                facts.join(", "),
                day(example.due),
                day(example.safe),
                day(example.last_arguable),
                example.why.clone(),
            ]
        });
        let header = [
            "rules-example-from",
            "rules-example-facts",
            "rules-example-due",
            "rules-example-safe",
            "rules-example-last-arguable",
            "rules-example-why",
        ];
        Rows {
            header: header.iter().map(|name| locale.text(name)).collect(),
            lines: lines.collect(),
        }
    };
    Sheet {
        title: locale.say("rules-sheet", &[("laws", &laws.join(", "))]),
        lead: vec![
            locale.say(
                "rules-sheet-counts",
                &[("computable", &computable), ("text", &text_only)],
            ),
            locale.text("rules-sheet-lead"),
        ],
        parts: items
            .iter()
            .map(|item| Part {
                heading: format!("{}: {}", item.rule, item.law.named()),
                pairs: pairs(locale, item),
                notes: item
                    .law
                    .conflict
                    .iter()
                    .chain(&item.law.notes)
                    .cloned()
                    .collect(),
                picture: None,
                table: Some(examples(item)).filter(|rows| !rows.lines.is_empty()),
                blanks: vec![locale.text("rules-sheet-sign")],
            })
            .collect(),
    }
}
