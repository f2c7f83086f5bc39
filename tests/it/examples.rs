//! The example caseload: it is what its generator makes, its figures are the NGO's, and its histories can be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Datelike as _, NaiveDate, Weekday};
use serde_json::Value;

#[path = "../../examples/caseload/ngo.rs"]
mod ngo;

fn committed() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join("examples/ngo-211.jsonl")).unwrap()
}

fn lines() -> Vec<Value> {
    committed()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'a>(line: &'a Value, field: &str) -> Option<&'a str> {
    line.get(field)?.as_str()
}

#[test]
fn the_committed_caseload_is_what_the_generator_makes() {
    assert!(
        committed() == ngo::caseload(),
        "run `cargo run --example caseload > examples/ngo-211.jsonl`"
    );
}

#[test]
fn two_recognised_ninety_for_a_year_the_others_nothing_so_far() {
    let mut strongest: BTreeMap<String, u8> = BTreeMap::new();
    for line in lines() {
        let rank = match text(&line, "protection") {
            Some("refugee_status") => 2,
            Some("temporary_asylum") => 1,
            None => 0,
            Some(other) => panic!("{other}"),
        };
        let case = text(&line, "case").unwrap().to_owned();
        let held = strongest.entry(case).or_default();
        *held = rank.max(*held);
    }
    let count = |rank| strongest.values().filter(|held| **held == rank).count();
    assert_eq!([count(2), count(1), count(0)], [2, 90, 119]);
}

#[test]
fn temporary_asylum_runs_for_one_year() {
    for line in lines() {
        if text(&line, "protection") == Some("temporary_asylum") {
            let decided: NaiveDate = text(&line, "decided").unwrap().parse().unwrap();
            let until = decided + chrono::Months::new(12);
            assert_eq!(text(&line, "until"), Some(until.to_string().as_str()));
        }
    }
}

#[test]
fn days_are_working_days_of_2004_to_2014_in_order() {
    let mut last: BTreeMap<String, NaiveDate> = BTreeMap::new();
    for line in lines() {
        for field in ["opened", "lodged", "decided", "notified", "date"] {
            let Some(day) = text(&line, field) else {
                continue;
            };
            let day: NaiveDate = day.parse().unwrap();
            assert!((2004..=2014).contains(&day.year()), "{line}");
            assert!(
                !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
                "{line}"
            );
            let before = last
                .insert(text(&line, "case").unwrap().to_owned(), day)
                .unwrap_or(day);
            assert!(before <= day, "{line}");
        }
    }
    assert_eq!(last.len(), 211);
}

/// What may follow what, told a second time and apart from the program's own check.
#[test]
fn nothing_contradicts_the_history_before_it() {
    let mut pending: BTreeSet<(String, String)> = BTreeSet::new();
    let mut adverse = pending.clone();
    let mut closed = BTreeSet::new();
    for line in lines() {
        let case = text(&line, "case").unwrap().to_owned();
        assert!(!closed.contains(&case), "{line}");
        let own = |field| text(&line, field).map(|name| (case.clone(), name.to_owned()));
        match text(&line, "type").unwrap() {
            "application" => assert!(pending.insert(own("ref").unwrap()), "{line}"),
            "appeal" => {
                assert!(adverse.remove(&own("on").unwrap()), "{line}");
                assert!(pending.insert(own("ref").unwrap()), "{line}");
            }
            "decision" => {
                let on = own("on").unwrap();
                assert!(pending.remove(&on), "{line}");
                match text(&line, "outcome").unwrap() {
                    "refused" | "dismissed" => assert!(adverse.insert(on), "{line}"),
                    // The first application of these histories that was refused is open again.
                    "remitted" => assert!(pending.insert((case, remitted(&line))), "{line}"),
                    _ => {}
                }
            }
            "close" => assert!(closed.insert(case), "{line}"),
            _ => {}
        }
    }
    assert_eq!(pending.len(), 4 + 12 + 6);
}

/// The application that an appeal was about.
fn remitted(decision: &Value) -> String {
    let wanted = (text(decision, "case"), text(decision, "on"));
    let appeal = lines()
        .into_iter()
        .find(|line| (text(line, "case"), text(line, "ref")) == wanted)
        .unwrap();
    text(&appeal, "on").unwrap().to_owned()
}
