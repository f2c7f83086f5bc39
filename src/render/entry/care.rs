//! Entries beside the procedures in words: check-ins, mandates, next steps, referrals, resettlement, risk.

use serde_json::Value;

use super::named;
use crate::app::view::Entry;
use crate::domain::code::TaskKind;
use crate::i18n::Locale;
use crate::render::care::{by, task_words};

/// The sentence of an entry of these sorts, where it is one; its own days stand beside it.
pub(super) fn head(locale: &Locale, kind: &str, entry: &Entry) -> Option<String> {
    let field = |name: &str| entry.fields.get(name).and_then(Value::as_str);
    let word = |list: &str, name: &str| locale.code(list, field(name).unwrap_or_default());
    Some(match kind {
        "check-in-set" => {
            let every = entry.fields.get("every").and_then(Value::as_i64);
            let how = word("check-in-how", "how");
            let every = every.unwrap_or_default();
            locale.say("entry-check-in-set", &[("count", &every), ("how", &how)])
        }
        "check-in" | "check-in-end" | "reappearance" => locale.code("event", kind),
        "disappearance" => match field("reason") {
            Some(reason) => format!(
                "{} ({})",
                locale.code("event", kind),
                locale.code("disappearance", reason)
            ),
            None => locale.code("event", kind),
        },
        "mandate" => {
            let kind = word("mandate", "kind");
            let mandate = locale.say("entry-mandate", &[("kind", &kind)]);
            match field("lawyer") {
                Some(lawyer) => locale.listed(&[mandate, locale.code("lawyer", lawyer)]),
                None => mandate,
            }
        }
        "deadline-told" => {
            let what = named(locale, entry.deadline.as_ref());
            let language = field("language").unwrap_or_default();
            let means = word("means", "means");
            let fills: [(&str, &dyn crate::i18n::Fill); 3] =
                [("what", &what), ("means", &means), ("language", &language)];
            locale.say("entry-told", &fills)
        }
        "task" => {
            let what: TaskKind = field("what")?.parse().ok()?;
            let what = task_words(locale, what, field("text"));
            let day = by(locale, field("due").unwrap_or_default());
            let text = locale.say("entry-task", &[("what", &what), ("day", &day)]);
            match field("to") {
                Some(to) => locale.listed(&[text.as_str(), to]),
                None => text,
            }
        }
        "task-act" => {
            let what = entry.task.as_ref();
            let what = what.map(|task| task_words(locale, task.what, task.text.as_deref()));
            let what = what.unwrap_or_default();
            let end = word("task-end", "act");
            locale.say("entry-task-act", &[("what", &what), ("end", &end)])
        }
        "referral" => {
            let id = match field("kind") {
                Some("from") => "entry-referred-from",
                _ => "entry-referred-to",
            };
            let service = word("service", "service");
            let partner = field("partner").unwrap_or_default();
            locale.say(id, &[("partner", &partner), ("service", &service)])
        }
        "referral-outcome" => {
            let outcome = word("referral-outcome", "outcome");
            locale.say("entry-referral-outcome", &[("outcome", &outcome)])
        }
        "detention-review" => {
            let outcome = word("review-outcome", "outcome");
            locale.say("entry-detention-review", &[("outcome", &outcome)])
        }
        "resettlement" => {
            let state = word("resettlement", "state");
            let country = field("country").unwrap_or_default();
            let fills: [(&str, &dyn crate::i18n::Fill); 2] =
                [("country", &country), ("state", &state)];
            locale.say("entry-resettlement", &fills)
        }
        "risk" => {
            let level = word("risk", "level");
            locale.say("entry-risk", &[("level", &level)])
        }
        _ => return None,
    })
}
