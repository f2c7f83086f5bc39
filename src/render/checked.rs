//! `rule check`: what is wrong with a rule file.

use super::page::Page;
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::RulesChecked;
use crate::i18n::Locale;
use crate::rules::Problem;

impl View for RulesChecked {
    const ITEMS: Option<&'static str> = Some("findings");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let counts: &[(&str, &dyn crate::i18n::Fill)] = &[
            ("rules", &self.rules),
            ("examples", &self.examples),
            ("count", &self.findings.len()),
        ];
        for finding in &self.findings {
            let place = finding.line.map_or_else(String::new, |line| {
                locale.say("checked-line", &[("line", &line)])
            });
            let head = [
                place.as_str(),
                finding.rule.as_str(),
                finding.field.as_str(),
            ]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" \u{b7} ");
            let told = fault(&finding.problem, locale);
            let told = if head.is_empty() {
                told
            } else {
                format!("{head}: {told}")
            };
            page.words(&told, "! ", "  ");
        }
        let (style, verdict) = if self.ok {
            (Style::Head, "checked-ok")
        } else {
            (Style::Alarm, "checked-faults")
        };
        page.styled(style, &locale.say(verdict, counts), "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(&self.findings, &["line", "rule", "field", "message"])
    }

    fn tables(&self) -> Vec<Rows> {
        vec![Rows::one(self, &["ok", "rules", "examples"]), self.rows()]
    }
}

/// What is wrong, in words.
pub fn fault(problem: &Problem, locale: &Locale) -> String {
    match problem {
        Problem::Notation(text) => locale.say("checked-notation", &[("text", &plainer(text))]),
        Problem::NoRuleFile(holds) if holds.is_empty() => locale.text("checked-no-rules"),
        Problem::NoRuleFile(holds) => {
            locale.say("checked-other-file", &[("holds", &holds.join(", "))])
        }
        Problem::Unknown { given, close } if close.is_empty() => {
            locale.say("checked-unknown", &[("given", given)])
        }
        Problem::Unknown { given, close } => locale.say(
            "checked-unknown-close",
            &[("given", given), ("close", &close.join(", "))],
        ),
        Problem::Empty => locale.text("checked-empty"),
        Problem::GoesWith(field) => locale.say("checked-goes-with", &[("field", field)]),
        Problem::Name => locale.text("checked-name"),
        Problem::Twice => locale.text("checked-twice"),
        Problem::NotAfter(day) => locale.say("checked-not-after", &[("day", &day.to_string())]),
        Problem::Example {
            from,
            why,
            wanted,
            got,
        } => locale.say(
            "checked-example",
            &[
                ("from", from),
                ("why", why),
                ("wanted", wanted),
                ("got", got),
            ],
        ),
    }
}

/// The reader's words for what it wanted, in those of people who write rules.
fn plainer(text: &str) -> String {
    const WORDS: [(&str, &str); 8] = [
        ("expected u32", "expected a whole number"),
        ("expected i64", "expected a whole number"),
        ("expected a sequence", "expected a list in [ ]"),
        ("expected a map", "expected a table in { }"),
        ("premature end of input", "expected a date like 2027-02-28"),
        ("input is out of range", "there is no such date"),
        (
            "input contains invalid characters",
            "expected a date like 2027-02-28",
        ),
        ("invalid type: ", "not what belongs here: "),
    ];
    let words = WORDS.iter();
    words.fold(text.to_owned(), |text, (theirs, ours)| {
        text.replace(theirs, ours)
    })
}
