//! Questions that are asked again and again, under one word each.

use super::Query;

/// A question under its word: unit, dimensions, values admitted, rates.
type Ready = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

const QUESTIONS: &[Ready] = &[
    // Not decided for good on a day: also what was refused and is fought.
    (
        "backlog",
        "applications",
        &["kind"],
        &[("result", "pending")],
        &[],
    ),
    // What came in.
    ("lodged", "applications", &["quarter", "order"], &[], &[]),
    // What was decided.
    ("decided", "decisions", &["quarter", "result"], &[], &[]),
    (
        "recognition",
        "decisions",
        &["instance", "result"],
        &[],
        &["refugee-recognition", "total-protection"],
    ),
    (
        "appeals",
        "decisions",
        &["instance", "outcome"],
        &[("instance", "administrative_review,appeal,further_appeal")],
        &["allowed/decided"],
    ),
    (
        "subsequent",
        "applications",
        &["order", "result"],
        &[],
        &["positive/decided"],
    ),
    // In which month what people have runs out.
    (
        "expiring",
        "persons",
        &["expires"],
        &[(
            "protection_now",
            "refugee_status,subsidiary_protection,temporary_protection,temporary_asylum,humanitarian,other_national",
        )],
        &[],
    ),
    // What stands behind "none so far".
    (
        "none-so-far",
        "persons",
        &["result"],
        &[("protection", "none")],
        &[],
    ),
];

/// The words.
pub const READY: [&str; 8] = [
    "backlog",
    "lodged",
    "decided",
    "recognition",
    "appeals",
    "subsequent",
    "expiring",
    "none-so-far",
];

/// The question of a word, with the names of its rates.
pub fn ready(word: &str) -> Option<(Query, Vec<&'static str>)> {
    let (_, unit, by, filters, rates) = QUESTIONS.iter().find(|one| one.0 == word)?;
    let values = |list: &str| list.split(',').map(str::to_owned).collect();
    let query = Query {
        unit: (*unit).to_owned(),
        by: by.iter().map(|&name| name.to_owned()).collect(),
        filters: filters
            .iter()
            .map(|(name, list)| ((*name).to_owned(), values(list)))
            .collect(),
        word: Some("--ready"),
        ..Query::default()
    };
    Some((query, rates.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::stats::{DIMENSIONS, Rate, UNITS};

    #[test]
    fn every_word_asks_for_what_there_is() {
        assert_eq!(QUESTIONS.len(), READY.len());
        for word in READY {
            let (mut query, rates) = ready(word).unwrap();
            assert!(UNITS.contains(&query.unit.as_str()));
            let filters = query.filters.iter().map(|(name, _)| name);
            let names: Vec<&String> = query.by.iter().chain(filters).collect();
            assert!(
                names.iter().all(|name| DIMENSIONS.contains(&name.as_str())),
                "{word}"
            );
            let by = query.by.clone();
            for rate in rates {
                Rate::read(rate).unwrap().ask(&mut query, &[]).unwrap();
            }
            assert_eq!(query.by, by, "{word}");
        }
    }
}
