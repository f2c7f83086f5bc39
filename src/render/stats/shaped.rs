//! A table with the columns and the codes of another body; what is withheld keeps its marker.
//!
//! Where the columns were read stands in `docs/statistics.md`.

use std::collections::BTreeMap;

use super::TOTAL;
use crate::app::stats::Shape;
use crate::app::view::Table;
use crate::domain::country;
use crate::render::Rows;

/// What UNHCR counts in columns, with our values.
const RESULTS: [(&str, &str); 5] = [
    ("dec_recognized", "recognised"),
    ("dec_other", "complementary"),
    ("dec_rejected", "rejected"),
    ("dec_closed", "closed"),
    ("dec_total", TOTAL),
];

/// Eurostat's codes of decisions, with our values.
const DECISIONS: [(&str, &str); 5] = [
    ("TOTAL", TOTAL),
    ("POS_RFG", "refugee_status"),
    ("POS_SPROT", "subsidiary_protection"),
    ("POS_HUM", "humanitarian+temporary_asylum"),
    ("NEG", "rejected"),
];

/// The one value of a dimension where nobody is counted.
const NOBODY: &str = "none";

/// Of final decisions its code was not read anywhere: they are in the total.
const UNREAD_OF_FINAL: &str = "rejected";

/// The table in that shape: of a question that was asked for it.
pub fn table_shaped(table: &Table, shape: Shape) -> Rows {
    let asked = table
        .filters
        .get("jurisdiction")
        .and_then(|values| values.first());
    let asylum = asked.map_or("", String::as_str).to_ascii_uppercase();
    let cells: BTreeMap<&[String], &str> = table
        .cells
        .iter()
        .map(|cell| (cell.key.as_slice(), cell.shown.as_str()))
        .collect();
    let mut pairs: Vec<(&String, &String)> = Vec::new();
    for cell in &table.cells {
        if let [year, origin, ..] = cell.key.as_slice()
            && year != TOTAL
            && origin != TOTAL
            // What stands in the place of values where there are none.
            && origin != NOBODY
            && !pairs.contains(&(year, origin))
        {
            pairs.push((year, origin));
        }
    }
    let nobody = |year: &str, origin: &str| {
        let total = [year, origin, TOTAL].map(str::to_owned);
        table.rounded.is_none() && cells.get(total.as_slice()) == Some(&"0")
    };
    // A value that nobody has stands in no cell: nought. So is each part of a printed nought, whatever line withholds it.
    let shown = |year: &str, origin: &str, last: Option<&str>| -> String {
        if nobody(year, origin) {
            return "0".to_owned();
        }
        let parts = [Some(year), Some(origin), last].into_iter().flatten();
        let key: Vec<String> = parts.map(str::to_owned).collect();
        cells
            .get(key.as_slice())
            .map_or("0", |shown| shown)
            .to_owned()
    };
    let mut rows = Rows::default();
    match (shape, table.unit.as_str()) {
        (Shape::Unhcr, "decisions") => {
            rows.header = named("year coo_iso coa_iso procedure_type dec_level dec_pc");
            rows.header
                .extend(RESULTS.map(|(column, _)| column.to_owned()));
            for (year, origin) in pairs {
                let mut line = unhcr(year, origin, &asylum);
                line.extend(["NA", "P"].map(str::to_owned));
                line.extend(RESULTS.map(|(_, value)| shown(year, origin, Some(value))));
                rows.lines.push(line);
            }
        }
        (Shape::Unhcr, _) => {
            rows.header =
                named("year coo_iso coa_iso procedure_type app_type dec_level app_pc applied");
            for (year, origin) in pairs {
                for (kind, level, value) in [("N", "NA", "first"), ("R", "RA", "subsequent")] {
                    let mut line = unhcr(year, origin, &asylum);
                    line.extend([kind, level, "P"].map(str::to_owned));
                    line.push(shown(year, origin, Some(value)));
                    rows.lines.push(line);
                }
            }
        }
        (Shape::Eurostat | Shape::EurostatFinal, "decisions") => {
            rows.header = named("freq unit citizen sex age decision geo time values");
            for (year, origin) in pairs {
                let read = |(_, value): &(&str, &str)| {
                    shape == Shape::Eurostat || *value != UNREAD_OF_FINAL
                };
                for (code, value) in DECISIONS.into_iter().filter(read) {
                    let number = shown(year, origin, Some(value));
                    rows.lines.push(eurostat(
                        [
                            "A",
                            "PER",
                            eu(origin),
                            "T",
                            "TOTAL",
                            code,
                            eu(&asylum),
                            year,
                        ],
                        number,
                    ));
                }
            }
        }
        (Shape::Eurostat | Shape::EurostatFinal, _) => {
            rows.header = named("freq unit citizen sex applicant age geo time values");
            for (year, origin) in pairs {
                let number = shown(year, origin, None);
                rows.lines.push(eurostat(
                    [
                        "A",
                        "PER",
                        eu(origin),
                        "T",
                        "FRST",
                        "TOTAL",
                        eu(&asylum),
                        year,
                    ],
                    number,
                ));
            }
        }
    }
    if !table.releasable {
        super::mark(&mut rows);
    }
    rows
}

fn named(columns: &str) -> Vec<String> {
    columns.split(' ').map(str::to_owned).collect()
}

fn eurostat(codes: [&str; 8], number: String) -> Vec<String> {
    codes
        .into_iter()
        .map(str::to_owned)
        .chain([number])
        .collect()
}

/// Eurostat writes two countries otherwise.
fn eu(code: &str) -> &str {
    match code {
        "GR" => "EL",
        "GB" => "UK",
        other => other,
    }
}

/// Year, origin and asylum in three letters, and whose procedure it is.
fn unhcr(year: &str, origin: &str, asylum: &str) -> Vec<String> {
    let long = |code: &str| country::alpha3(code).unwrap_or(code).to_owned();
    let whose = if asylum == "UNHCR" { "U" } else { "G" };
    vec![
        year.to_owned(),
        long(origin),
        long(asylum),
        whose.to_owned(),
    ]
}
