//! One entry of the history in words.

mod care;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::Value;

use super::deadline::what;
use super::own;
use super::text::short;
use crate::app::view::{Entry, Named};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::i18n::Locale;

/// Days that are told after what happened, in this order; the first of an entry's days stands in its own column.
const DAYS: &[&str] = &[
    "made",
    "registered",
    "decided",
    "notified",
    "served",
    "received",
    "sent",
    "arrived",
    "lodged",
    "handed_over",
    "learned",
    "final_form",
    "in_force",
    "date",
    "until",
    "checked",
    "attorney_until",
    "review",
    "next",
    "renew_from",
    "renew_by",
    "since",
    "due",
    "opened",
];

/// Which list of codes a field's value belongs to; others are shown as they are.
const LISTS: &[(&str, &str)] = &[
    ("origin", "origin"),
    ("protection", "protection"),
    ("refused", "protection"),
    ("basis", "basis"),
    ("means", "means"),
    ("order", "order"),
    ("sex", "sex"),
    ("status", "appointment"),
    ("as", "link"),
    ("actor", "actor"),
    ("role", "role"),
    ("relation", "relation"),
    ("answer", "answer"),
    ("source", "field-source"),
];

/// Told in words of their own, or of no use to people.
const TOLD: &[&str] = &[
    "jurisdiction",
    "kind",
    "outcome",
    "name",
    "value",
    "fact",
    "text",
    "what",
    "reason",
    "import_ref",
    "number",
    "of",
    "callsign",
    "because",
    "target",
    "act",
    "deadline",
    "to_person",
];

/// What happened, beside the column of its date.
pub(super) fn words(locale: &Locale, entry: &Entry) -> String {
    told(locale, entry, false)
}

/// What happened, with every day.
pub(super) fn whole(locale: &Locale, entry: &Entry) -> String {
    told(locale, entry, true)
}

fn told(locale: &Locale, entry: &Entry, every_day: bool) -> String {
    let kind = plain_kind(&entry.kind);
    let care = care::head(locale, kind, entry).map(|text| escape(&text));
    let own = care.is_some();
    let mut text = care.unwrap_or_else(|| head(locale, kind, entry));
    if !matches!(kind, "person" | "leave") {
        text = of_person(locale, text, entry.person);
    }
    let details = match kind {
        "deadline-computed" | "assignment" | "deadline-watch" | "task" | "attachment"
        | "handover" | "handover-taken" | "handover-receipt" => Vec::new(),
        _ if own => days(locale, entry, every_day),
        _ => details(locale, kind, entry, every_day),
    };
    if !details.is_empty() {
        text.push_str(&locale.text("join-details"));
        text.push_str(&locale.listed(&details));
    }
    let own = entry.fields.get("because").and_then(Value::as_str);
    if let Some(because) = entry.because.as_deref().or(own) {
        text.push_str(" · ");
        text.push_str(&locale.say("because", &[("text", &escape(because))]));
    }
    if let Some(corrects) = &entry.corrects {
        text.push_str(" · ");
        text.push_str(&locale.say("entry-corrects", &[("event", &short(corrects))]));
    }
    text
}

/// A member's alias, or that it is nobody's.
pub(super) fn member(locale: &Locale, alias: Option<&str>) -> String {
    alias.map_or_else(|| locale.text("nobody"), escape)
}

/// With whose it is, where the case holds several persons.
pub(super) fn of_person(locale: &Locale, what: String, person: Option<u16>) -> String {
    match person {
        Some(person) => locale.say(
            "of-person",
            &[("what", &what), ("person", &person.to_string())],
        ),
        None => what,
    }
}

/// An entry in one line: the id that commands take, and what happened.
pub fn line(entry: &Entry, locale: &Locale) -> String {
    format!("{}  {}", short(&entry.event), whole(locale, entry))
}

/// What an entry tells, in one line.
pub fn one_line(entry: &Entry, locale: &Locale) -> String {
    whole(locale, entry)
}

/// Whether it is a computed deadline, which people see in the list of deadlines.
pub(super) fn is_computed(entry: &Entry) -> bool {
    plain_kind(&entry.kind) == "deadline-computed"
}

fn plain_kind(kind: &str) -> &str {
    kind.split('/').next().unwrap_or_default()
}

/// The entry's subject: the kind of application, appeal or paper where it has one.
fn head(locale: &Locale, kind: &str, entry: &Entry) -> String {
    let fields = &entry.fields;
    let code = fields
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let text = match kind {
        "application" => {
            let what = locale.code("application-kind", code);
            locale.say("entry-application", &[("what", &what)])
        }
        "decision" => {
            let outcome = fields
                .get("outcome")
                .and_then(Value::as_str)
                .unwrap_or_default();
            locale.code("outcome", outcome)
        }
        "appeal" => locale.code("appeal-kind", code),
        "filing" => locale.code("filing", code),
        "note" => {
            let text = fields
                .get("text")
                .and_then(Value::as_str)
                .unwrap_or_default();
            locale.say(
                "entry-note",
                &[(
                    "text",
                    &text.split_whitespace().collect::<Vec<_>>().join(" "),
                )],
            )
        }
        "fact" => fact(locale, fields),
        "attachment" => {
            let code = fields.get("document").and_then(Value::as_str);
            let kind = locale.code("document-kind", code.unwrap_or_default());
            let sealed = fields.get("sealed").and_then(Value::as_bool);
            let id = if sealed == Some(false) {
                "entry-document-open"
            } else {
                "entry-document"
            };
            locale.say(id, &[("kind", &kind)])
        }
        "field" => own::entry(locale, entry),
        "person" | "leave" => {
            let number = entry
                .person
                .map_or_else(String::new, |person| person.to_string());
            if kind == "person" {
                locale.say("entry-joined", &[("person", &number)])
            } else {
                locale.say("entry-left", &[("person", &number)])
            }
        }
        "consent" => {
            let purpose = locale.code("purpose", code);
            locale.say("entry-consent", &[("purpose", &purpose)])
        }
        "deadline-computed" => computed(locale, fields),
        "deadline-set" => {
            let what = named(locale, entry.deadline.as_ref());
            locale.say("entry-deadline-set", &[("what", &what)])
        }
        "deadline-act" => {
            let what = named(locale, entry.deadline.as_ref());
            acted(locale, fields, &what)
        }
        "deadline-watch" => {
            let what = named(locale, entry.deadline.as_ref());
            let by = fields.get("by").and_then(Value::as_str).unwrap_or_default();
            let fills: &[(&str, &dyn crate::i18n::Fill)] = &[("by", &by), ("what", &what)];
            if fields.contains_key("off") {
                locale.say("entry-unwatched", fills)
            } else {
                locale.say("entry-watched", fills)
            }
        }
        "assignment" => match fields.get("to").and_then(Value::as_str) {
            Some(to) => locale.say("entry-assigned", &[("to", &to)]),
            None => locale.text("entry-assigned-nobody"),
        },
        "handover" => {
            let until = fields.get("until").and_then(Value::as_str);
            let until = until.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
            let until = until.map_or_else(String::new, |day| locale.day(day));
            locale.say("entry-handover", &[("until", &until)])
        }
        "handover-taken" => {
            let count = fields.get("entries").and_then(Value::as_i64);
            let count = count.unwrap_or_default();
            locale.say("entry-handover-taken", &[("count", &count)])
        }
        "handover-receipt" => locale.text("entry-handover-receipt"),
        "link" => {
            let to = entry.linked.clone().unwrap_or_default();
            match fields.get("to_person").and_then(Value::as_u64) {
                Some(person) if person > 1 => {
                    let person = person.to_string();
                    locale.say("entry-link-person", &[("to", &to), ("person", &person)])
                }
                _ => locale.say("entry-link", &[("to", &to)]),
            }
        }
        // Its own words are escaped already.
        "retraction" => {
            let what = entry.target.as_ref().map(|target| {
                if target.fields.is_empty() {
                    locale.code("event", plain_kind(&target.kind))
                } else {
                    whole(locale, target)
                }
            });
            return match what {
                Some(what) => locale.say("entry-retraction", &[("what", &what)]),
                None => locale.code("event", kind),
            };
        }
        "removal" if !code.is_empty() => locale.code("removal", code),
        "step" => locale.code("trigger", code),
        // A word of the office's own stands as it is.
        _ if !code.is_empty() => {
            let code = locale.code("fact-value", code);
            format!("{} ({code})", locale.code("event", kind))
        }
        _ => locale.code("event", kind),
    };
    escape(&text)
}

/// A deadline that an entry names, in words; its id where the case knows it no longer.
fn named(locale: &Locale, deadline: Option<&Named>) -> String {
    deadline.map_or_else(String::new, |deadline| {
        what(locale, deadline.rule.as_deref(), &deadline.what)
    })
}

/// What was done about a deadline.
fn acted(locale: &Locale, fields: &BTreeMap<String, Value>, what: &str) -> String {
    match fields.get("act") {
        Some(Value::Object(act)) => {
            let until = act.get("extended").and_then(Value::as_str);
            let day = until.and_then(|day| day.parse::<chrono::NaiveDate>().ok());
            let day = day.map_or_else(String::new, |day| locale.day(day));
            locale.say("entry-extended", &[("what", &what), ("day", &day)])
        }
        act => {
            let id = match act.and_then(Value::as_str).unwrap_or_default() {
                "met" => "entry-met",
                "waived" => "entry-waived",
                _ => "entry-confirmed",
            };
            locale.say(id, &[("what", &what)])
        }
    }
}

/// Something that rules ask for, with its value.
fn fact(locale: &Locale, fields: &BTreeMap<String, Value>) -> String {
    let part = |name| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, value) = (part("name"), part("value"));
    let label = locale
        .find(&format!("fact-{name}"), &[])
        .unwrap_or_else(|| name.to_owned());
    let value = match value {
        "true" => locale.text("yes"),
        "false" => locale.text("no"),
        value => match value.parse::<PartialDate>() {
            Ok(date) => locale.partial(date),
            Err(_) => locale.code("fact-value", value),
        },
    };
    locale.say("entry-fact", &[("fact", &label), ("value", &value)])
}

/// A reckoning in one line; the list of deadlines has the rest.
fn computed(locale: &Locale, fields: &BTreeMap<String, Value>) -> String {
    let part = |name| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let (rule, what) = (part("rule"), part("what"));
    if fields.get("withdrawn").is_some_and(|w| w == true) {
        return locale.say("entry-deadline-gone", &[("rule", &rule)]);
    }
    match part("due").parse::<chrono::NaiveDate>() {
        Ok(day) => {
            let day = locale.day(day);
            locale.say("entry-deadline", &[("due", &day), ("rule", &rule)])
        }
        Err(_) => locale.say(
            "entry-deadline-undated",
            &[("what", &what), ("rule", &rule)],
        ),
    }
}

fn details(locale: &Locale, kind: &str, entry: &Entry, every_day: bool) -> Vec<String> {
    let mut details = Vec::new();
    for (name, value) in &entry.fields {
        let name = name.as_str();
        let other_case = kind == "link" && name == "to";
        if TOLD.contains(&name) || DAYS.contains(&name) || name == "on" || other_case {
            continue;
        }
        let list = LISTS.iter().find(|(field, _)| *field == name);
        let said = said(locale, list.map(|(_, list)| *list), value);
        if said.is_empty() {
            continue;
        }
        if list.is_some() && !matches!(name, "origin" | "refused") {
            details.push(said);
        } else {
            details.push(format!("{} {said}", label(locale, name)));
        }
    }
    if let Some(reason) = entry.fields.get("reason").and_then(Value::as_str) {
        let list = match kind {
            "decision" => "reason",
            "leave" => "leave",
            _ => "case-end",
        };
        details.push(locale.code(list, reason));
    }
    details.extend(days(locale, entry, every_day));
    details
}

/// The days of an entry; the one in the column of dates is left out, unless every day is wanted.
fn days(locale: &Locale, entry: &Entry, every_day: bool) -> Vec<String> {
    let mut details = Vec::new();
    let mut skipped = every_day;
    for name in DAYS {
        let Some(day) = entry.fields.get(*name).and_then(Value::as_str) else {
            continue;
        };
        // On which day somebody entered a limit: it does not run from there.
        if *name == "since" && entry.kind.starts_with("deadline-set") {
            continue;
        }
        let day = day.parse::<PartialDate>();
        if !skipped && day.as_ref().ok() == entry.date.as_ref() {
            // It stands in the column of dates; its name is told where others follow or tell it apart.
            skipped = true;
            if !matches!(*name, "date" | "opened" | "decided" | "lodged") {
                details.push(label(locale, name));
            }
            continue;
        }
        if let Ok(day) = day {
            details.push(format!("{} {}", label(locale, name), locale.partial(day)));
        }
    }
    details
}

fn label(locale: &Locale, field: &str) -> String {
    locale.code("label", field)
}

fn said(locale: &Locale, list: Option<&str>, value: &Value) -> String {
    match value {
        Value::String(text) => {
            let word = list.map_or_else(|| text.clone(), |list| locale.code(list, text));
            let id = word.parse::<crate::base::id::DeadlineId>().is_ok();
            escape(&if id { short(&word) } else { word })
        }
        Value::Array(items) if items.is_empty() => locale.text("none"),
        Value::Array(items) => {
            let said: Vec<String> = items.iter().map(|item| said(locale, list, item)).collect();
            locale.listed(&said)
        }
        Value::Bool(true) => locale.text("yes"),
        Value::Bool(false) => locale.text("no"),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Object(_) => String::new(),
    }
}
