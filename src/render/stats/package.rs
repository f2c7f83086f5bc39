//! `datapackage.json`: what the columns of a table's CSV hold, for whoever opens it without us (Frictionless Data Package).

use serde_json::{Value, json};

use super::about::about;
use super::page::reading;
use super::{LEVEL, OF, title};
use crate::app::view::Table;
use crate::render::{Output, Rows};

/// Columns of other bodies that hold numbers.
const NUMBERS: &[&str] = &[
    "values",
    "applied",
    "dec_recognized",
    "dec_other",
    "dec_rejected",
    "dec_closed",
    "dec_total",
];

/// What describes the CSV of this name and these columns beside it.
pub fn data_package(table: &Table, rows: &Rows, file: &str, out: &Output) -> String {
    let locale = &out.locale;
    let field = |name: &String| {
        let (kind, told) = match name.as_str() {
            "value" => ("integer", locale.text("column-value")),
            "shown" => ("string", locale.text("column-shown")),
            "why" => ("string", locale.text("column-why")),
            "releasable" => ("boolean", locale.text("stats-inside")),
            dimension if table.dimensions.iter().any(|own| own == dimension) => {
                ("string", locale.code("dimension", dimension))
            }
            level if level.ends_with(LEVEL) => ("string", locale.text("figures-column-level")),
            of if of.ends_with(OF) => ("string", locale.text("figures-column-of")),
            // Of another body's columns the numbers are ours, the rest its codes.
            number if NUMBERS.contains(&number) => ("string", locale.text("column-shown")),
            code => {
                let told = format!("figures-column-{}", code.replace('_', "-"));
                ("string", locale.text(&told))
            }
        };
        let mut field = json!({"name": name, "type": kind, "description": told});
        if let (Some(field), Some(groups)) = (field.as_object_mut(), table.groups.get(name)) {
            field.insert("groups".to_owned(), json!(groups));
        }
        field
    };
    let fields: Vec<Value> = rows.header.iter().map(field).collect();
    let told: Vec<String> = std::iter::once(about(table, locale))
        .chain(reading(table, locale))
        .collect();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let package = json!({
        "profile": "tabular-data-package",
        "name": name(stem),
        "title": title(table, locale),
        "description": told.join("\n"),
        "resources": [{
            "profile": "tabular-data-resource",
            "name": name(stem),
            "path": file,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": fields, "missingValues": [""]},
        }],
    });
    format!("{package:#}\n")
}

/// A name in the letters that a package allows.
fn name(stem: &str) -> String {
    let small = stem.to_lowercase();
    let kept = small.chars().map(|c| {
        let is_plain = c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if is_plain { c } else { '-' }
    });
    kept.collect()
}
