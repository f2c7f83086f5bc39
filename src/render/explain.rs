//! `rule explain`: why a date is what it is.

use super::deadline::{DAY_WIDTH, hour};
use super::page::Page;
use super::rules::about;
use super::text::{Style, pad};
use super::{Output, Rows, View};
use crate::app::view::{ExplainedStep, Explanation, RuleItem};
use crate::i18n::Locale;

impl View for Explanation {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        about(&mut page, &self.without_conflicts());
        page.head(Style::Head, &locale.text("explain-reckoning"));
        steps(&mut page, &self.steps);
        page.gap();
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
        if self.provisional {
            page.words(&locale.text("explain-provisional"), "", "  ");
        }
        for warning in &self.warnings {
            page.alert(Style::Care, &warning.text);
        }
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

impl Explanation {
    /// The rule without the conflicts that its warnings tell.
    fn without_conflicts(&self) -> RuleItem {
        let mut rule = self.about.clone();
        let warned = |note: &String| {
            let mut texts = self.warnings.iter().flat_map(|w| w.step.args.values());
            texts.any(|text| text == note)
        };
        rule.law.conflict = rule.law.conflict.filter(|text| !warned(text));
        rule
    }
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
