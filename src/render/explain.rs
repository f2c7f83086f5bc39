//! `rule explain`: why a date is what it is.

use std::collections::BTreeMap;

use super::deadline::{DAY_WIDTH, hour};
use super::page::Page;
use super::rules::grounds;
use super::text::{Style, pad};
use super::{Output, Rows, View};
use crate::app::view::{ExplainedStep, Explanation};
use crate::i18n::Locale;

impl View for Explanation {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let title = format!("{}  {}", self.rule, self.about.law.named());
        page.styled(Style::Head, &title, "");
        steps(&mut page, &self.steps);
        let due = due(self, locale);
        page.styled(
            Style::Alarm,
            &locale.say("explain-due", &[("day", &due)]),
            "",
        );
        if let Some(safe) = self.safe {
            page.words(
                &locale.say("deadline-safe", &[("day", &locale.day(safe))]),
                "",
                "  ",
            );
        }
        if let Some(last) = self.last_arguable {
            page.words(
                &locale.say("deadline-arguable", &[("day", &locale.day(last))]),
                "",
                "  ",
            );
        }
        if self.due.is_none() && self.about.law.is_urgent() {
            page.alert(Style::Alarm, &locale.text("deadline-at-once"));
        }
        if self.provisional && self.due.is_some() {
            page.words(&locale.text("explain-provisional"), "", "  ");
        }
        let is_rival = |w: &&ExplainedStep| w.step.text == RIVAL;
        if let Some(rival) = self.warnings.iter().find(is_rival) {
            page.alert(Style::Alarm, &rival.text);
        }
        let unknown = unknown(locale, &self.warnings);
        if !unknown.is_empty() && self.due.is_some() {
            let facts = unknown.values().cloned().collect::<Vec<_>>().join(", ");
            page.alert(
                Style::Care,
                &locale.say("explain-unknown", &[("facts", &facts)]),
            );
        }
        let others = self.warnings.iter();
        for warning in others.filter(|w| !is_rival(w) && !UNKNOWN.contains(&&*w.step.text)) {
            page.alert(Style::Care, &warning.text);
        }
        page.gap();
        page.pairs("  ", &grounds(locale, &self.about));
        if let Some(note) = &self.about.law.notes {
            page.words(note, "  \u{b7} ", "    ");
        }
        page.words(
            &locale.say("explain-more", &[("rule", &self.rule)]),
            "",
            "  ",
        );
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.steps, &["date", "text"])
    }

    fn tables(&self) -> Vec<Rows> {
        vec![
            Rows::one(
                self,
                &[
                    "rule",
                    "from",
                    "due",
                    "due_at",
                    "safe",
                    "last_arguable",
                    "rule_status",
                    "provisional",
                    "citation",
                    "source",
                ],
            ),
            self.rows(),
        ]
    }
}

/// The warning that another rule may give an earlier date.
const RIVAL: &str = "warning-rival";

/// Warnings that name a fact which would settle the date.
pub(super) const UNKNOWN: [&str; 2] = ["warning-fact-unknown", "warning-fact-shortest"];

/// The facts that would settle the date, in words.
fn unknown<'w>(locale: &Locale, warnings: &'w [ExplainedStep]) -> BTreeMap<&'w str, String> {
    let open = warnings.iter().filter(|w| UNKNOWN.contains(&&*w.step.text));
    open.filter_map(|w| w.step.args.get("fact"))
        .map(|fact| (fact.as_str(), locale.text(&format!("fact-{fact}"))))
        .collect()
}

fn steps(page: &mut Page<'_>, steps: &[ExplainedStep]) {
    let locale = &page.out.locale;
    for step in steps {
        let day = step.date.map_or_else(String::new, |day| locale.day(day));
        let first = format!("  {}  ", pad(&day, DAY_WIDTH));
        let next = " ".repeat(DAY_WIDTH + 4);
        if page.out.width < 50 {
            page.words(&format!("{day} {}", step.text), "  ", "    ");
        } else {
            page.words(&step.text, &first, &next);
        }
    }
}

fn due(explanation: &Explanation, locale: &Locale) -> String {
    match (hour(explanation.due_at.as_deref()), explanation.due) {
        (Some(at), _) => locale.say(
            "explain-hour",
            &[
                ("day", &locale.day(at.date_naive())),
                ("time", &at.format("%H:%M").to_string()),
            ],
        ),
        (None, Some(due)) => locale.day(due),
        (None, None) => locale.text("deadline-no-date"),
    }
}
