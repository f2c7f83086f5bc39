//! The fields that an office declares for itself: `field list|declare`, what a case has in them, one value in words.

use serde_json::Value;

use super::entry::of_person;
use super::page::Page;
use super::table::{Column, print};
use super::text::Style;
use super::{Output, Rows, View};
use crate::app::view::{DeclaredField, Entry, FieldsDeclared, HeldField, OwnFields};
use crate::base::date::PartialDate;
use crate::base::text::escape;
use crate::domain::code::FieldType;
use crate::domain::event::{FieldDeclared, Labels};
use crate::i18n::Locale;

/// Of what a case has.
pub(super) const COLUMNS: &[&str] = &["field", "value", "date", "source", "known"];

/// What people call something: in their language, else in English, else in any; its name where nobody said.
pub fn field_words(locale: &Locale, name: &str, labels: &Labels) -> String {
    let languages = [locale.language(), "en"];
    let mut own = languages
        .iter()
        .filter_map(|language| labels.get(*language));
    let label = own.next().or_else(|| labels.values().next());
    label.cloned().unwrap_or_else(|| name.to_owned())
}

/// Teaches what the office calls its fields and their values, as dimensions of tables: `field:housing`, `camp`.
pub fn call_fields(locale: &mut Locale, fields: &OwnFields) {
    for field in &fields.items {
        let dimension = format!("field:{}", field.field);
        let label = escape(&field_words(locale, &field.field, &field.labels));
        locale.call("dimension", &dimension, label);
        for one in &field.values {
            let word = escape(&field_words(locale, &one.value, &one.labels));
            locale.call(&dimension, &one.value, word);
        }
        if field.r#type == FieldType::YesNo {
            for (value, word) in [("true", "yes"), ("false", "no")] {
                locale.call(&dimension, value, locale.text(word));
            }
        }
        locale.call(&dimension, "none", locale.text("stats-field-none"));
    }
}

/// A field with its value, as it was declared when that was recorded.
fn words(
    locale: &Locale,
    name: &str,
    value: &str,
    declared: Option<&FieldDeclared>,
) -> [String; 2] {
    let Some(declared) = declared else {
        return [
            locale.say("field-unknown", &[("field", &name)]),
            value.to_owned(),
        ];
    };
    let label = field_words(locale, name, &declared.labels);
    let said = match declared.holds {
        FieldType::YesNo => match value {
            "true" => locale.text("yes"),
            "false" => locale.text("no"),
            other => other.to_owned(),
        },
        FieldType::Date => value
            .parse::<PartialDate>()
            .map_or_else(|_| value.to_owned(), |date| locale.partial(date)),
        FieldType::Code => {
            let known = declared.values.iter().find(|one| one.value == value);
            known.map_or_else(
                || value.to_owned(),
                |one| field_words(locale, value, &one.labels),
            )
        }
        FieldType::Number => value.to_owned(),
    };
    [label, said]
}

/// An entry of the history.
pub(super) fn entry(locale: &Locale, entry: &Entry) -> String {
    let part = |name: &str| entry.fields.get(name).and_then(Value::as_str);
    let [field, value] = words(
        locale,
        part("name").unwrap_or_default(),
        part("value").unwrap_or_default(),
        entry.own.as_ref(),
    );
    locale.say("entry-field", &[("field", &field), ("value", &value)])
}

/// What a case has, as pairs of the head.
pub(super) fn pairs(locale: &Locale, fields: &[HeldField]) -> Vec<(String, String)> {
    let pair = |one: &HeldField| {
        let [field, value] = words(locale, &one.field, &one.value, one.declared.as_ref());
        let since = locale.say("due-since", &[("day", &locale.partial(one.date))]);
        let value = of_person(locale, escape(&value), one.person);
        (escape(&field), locale.listed(&[value, since]))
    };
    fields.iter().map(pair).collect()
}

impl View for OwnFields {
    const ITEMS: Option<&'static str> = Some("items");

    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        if self.items.is_empty() {
            page.words(&locale.text("fields-empty"), "", "");
            return page.done();
        }
        let head = ["column-field", "column-label", "column-holds"];
        let head = head.map(|id| (locale.text(id), Column::Words));
        let rows: Vec<Vec<String>> = self.items.iter().map(|one| row(locale, one)).collect();
        page.raw(&print(out, "", &head, &rows));
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::pick(
            &self.items,
            &[
                "field", "type", "values", "min", "max", "labels", "retired", "since", "by",
            ],
        )
    }
}

fn row(locale: &Locale, field: &DeclaredField) -> Vec<String> {
    let holds = match field.r#type {
        FieldType::Code => {
            let values = field.values.iter().map(|one| {
                if one.retired {
                    locale.say("field-retired", &[("what", &one.value)])
                } else {
                    one.value.clone()
                }
            });
            values.collect::<Vec<_>>().join(", ")
        }
        FieldType::Number => locale.say(
            "field-number",
            &[
                ("min", &field.min.unwrap_or_default()),
                ("max", &field.max.unwrap_or_default()),
            ],
        ),
        other => locale.code("field-type", other.as_str()),
    };
    let name = if field.retired {
        locale.say("field-retired", &[("what", &field.field)])
    } else {
        field.field.clone()
    };
    let label = field_words(locale, "", &field.labels);
    [name, label, holds].map(|text| escape(&text)).to_vec()
}

impl View for FieldsDeclared {
    fn human(&self, out: &Output) -> String {
        let locale = &out.locale;
        let mut page = Page::new(out);
        let parts = [
            ("fields-added", &self.added),
            ("fields-changed", &self.changed),
            ("fields-unchanged", &self.unchanged),
        ];
        for (id, names) in parts.into_iter().filter(|(_, names)| !names.is_empty()) {
            let names = names.join(", ");
            page.words(&locale.say(id, &[("fields", &names)]), "", "  ");
        }
        let verdict = if self.dry_run {
            "fields-dry-run"
        } else if self.added.is_empty() && self.changed.is_empty() {
            "fields-nothing"
        } else {
            "fields-written"
        };
        page.styled(Style::Head, &locale.text(verdict), "");
        page.done()
    }

    fn rows(&self) -> Rows {
        Rows::one(self, &["added", "changed", "unchanged", "dry_run"])
    }
}
