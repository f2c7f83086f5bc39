//! Another calculator, written from the law and not from this code, comes to the same days
//! (`tests/fixtures/make/second`).

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate};
use serde::Deserialize;

use crate::base::date::PartialDate;
use crate::rules::calendar::Days;
use crate::rules::reckon::{Count, end};
use crate::rules::{Book, Period, Query, Start, StartRule, explain};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    rule: String,
    from: String,
    facts: BTreeMap<String, String>,
    #[serde(default)]
    dates: BTreeMap<String, PartialDate>,
    #[serde(default)]
    event: Option<String>,
    due: Option<NaiveDate>,
    #[serde(default)]
    due_at: Option<DateTime<chrono::FixedOffset>>,
    #[serde(default)]
    last_arguable: Option<NaiveDate>,
    #[serde(default)]
    safe: Option<NaiveDate>,
    #[serde(default)]
    convention: Option<String>,
    #[serde(default)]
    jurisdiction: Option<String>,
    #[serde(default)]
    period: Option<Period>,
    #[serde(default)]
    start: Option<StartRule>,
}

#[test]
fn another_calculator_comes_to_the_same_days() {
    let (same, unsure) = compare("second.jsonl");
    assert!(same >= 5000 && unsure < 20, "{same} {unsure}");
}

#[test]
fn another_calculator_comes_to_the_same_days_outside_europe() {
    let (same, unsure) = compare("world.jsonl");
    assert!(same >= 2900 && unsure < 20, "{same} {unsure}");
}

#[test]
fn the_days_worked_out_with_the_research_outside_europe_are_ours() {
    let (same, unsure) = compare("world-research.jsonl");
    assert!(same >= 48 && unsure == 0, "{same} {unsure}");
}

#[test]
fn the_days_worked_out_with_the_research_are_ours() {
    let (same, unsure) = compare("research.jsonl");
    assert!(same > 150 && unsure == 0, "{same} {unsure}");
}

#[test]
fn the_count_of_the_union_that_no_rule_uses_yet() {
    // Thursday and three days: Sunday, so Monday. The 31st and a month: Saturday 28 February, so Monday 2 March.
    // Friday and two days: Sunday, so Monday; but two working days at least: Tuesday.
    assert_eq!(compare("hand.jsonl"), (3, 0));
}

/// How many lines of a fixture agree, and in how many we are sure of less. Fails where one does not agree.
fn compare(file: &str) -> (usize, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    let book = Book::builtin();
    let (mut same, mut unsure) = (0, 0);
    let mut other = BTreeMap::<String, Vec<String>>::new();
    for (number, text) in text.lines().enumerate() {
        let line: Line = serde_json::from_str(text).unwrap();
        let got = match &line.convention {
            Some(convention) => by_convention(&book, convention, &line),
            None => by_rule(&book, &line),
        };
        // Beyond the years whose list is complete we know less than the other, and say so: never a later day.
        if let Ok(got) = &got
            && got.unsure
            && got.due < line.due
        {
            unsure += 1;
            continue;
        }
        let got = got.map(|got| {
            let at = got.at.filter(|_| line.due_at.is_some());
            let last = got.last.filter(|_| line.last_arguable.is_some());
            let safe = got.safe.filter(|_| line.safe.is_some());
            (got.due, at, last, safe)
        });
        // Moments are compared, whatever offset they are written with.
        if got == Ok((line.due, line.due_at, line.last_arguable, line.safe)) {
            same += 1;
        } else {
            let name = format!("{}{}", line.rule, line.convention.unwrap_or_default());
            let told = format!("line {}: got {got:?}: {text}", number + 1);
            other.entry(name).or_default().push(told);
        }
    }
    let told: Vec<String> = other
        .iter()
        .map(|(name, all)| format!("{name}: {} such as {}", all.len(), all[0]))
        .collect();
    assert!(other.is_empty(), "{same} agree\n{}", told.join("\n"));
    (same, unsure)
}

/// Where a period ends, and whether a year was touched whose days off are not all known.
struct Ends {
    due: Option<NaiveDate>,
    at: Option<DateTime<chrono::FixedOffset>>,
    last: Option<NaiveDate>,
    safe: Option<NaiveDate>,
    unsure: bool,
}

fn by_rule(book: &Book, line: &Line) -> Result<Ends, String> {
    let from = DateTime::parse_from_rfc3339(&line.from).map(Start::Time);
    let query = Query {
        rule: line.rule.clone(),
        from: from.unwrap_or_else(|_| Start::Date(line.from.parse().unwrap())),
        facts: line.facts.clone(),
        region: None,
        dates: line.dates.clone(),
        event: line.event.clone(),
    };
    let got = explain(book, &query).map_err(|error| error.to_string())?;
    let unsure = got
        .warnings
        .iter()
        .any(|warning| warning.text == "warning-year");
    Ok(Ends {
        due: got.due,
        at: got.due_at,
        last: got.last_arguable,
        safe: got.safe,
        unsure,
    })
}

fn by_convention(book: &Book, name: &str, line: &Line) -> Result<Ends, String> {
    let law = line.jurisdiction.as_deref().unwrap();
    let state = line.facts.get("member_state");
    let state = state.map_or_else(|| law.to_owned(), |state| state.to_lowercase());
    let own = book
        .jurisdiction(law)
        .and_then(|file| file.convention.get(name));
    let all = book
        .jurisdictions()
        .filter_map(|law| book.jurisdiction(law)?.convention.get(name));
    let convention = own
        .or_else(|| book.conventions().find(|(n, _)| *n == name).map(|(_, c)| c))
        .or_else(|| all.into_iter().next())
        .ok_or("no such convention")?;
    let mut days = Days::new(
        book.calendar(&state),
        line.facts.get("region").map(String::as_str),
        &convention.closed,
        convention.weekend.as_deref(),
    )
    .around_easter(&convention.closed_easter);
    let count = Count {
        convention,
        start: line.start.unwrap_or(convention.start),
        roll: convention.roll,
        wait: &[],
        period: line.period.unwrap(),
        adds: None,
    };
    let from = line.from.parse().unwrap();
    let end = end(&mut days, count, from, None).ok_or("no end")?;
    Ok(Ends {
        due: Some(end.due),
        at: None,
        last: None,
        safe: None,
        unsure: end.unknown_year.is_some(),
    })
}
