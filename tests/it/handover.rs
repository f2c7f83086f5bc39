//! Figures: a case that another office has now counts there, and a lesser grant counts while more is fought for.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::support::Office;

fn stats(office: &Office, args: &[&str]) -> Value {
    office
        .ok(&[&["--json", "stats", "show", "--inside"][..], args].concat())
        .json()
}

fn total(office: &Office, unit: &str) -> Value {
    stats(office, &["--unit", unit])["cells"][0]["value"].clone()
}

#[test]
fn a_case_handed_over_counts_at_the_receiver_alone() {
    let office = Office::open().on("2026-11-26");
    let cases: Vec<String> = (0..3)
        .map(|_| office.new_case(&["--origin", "KP", "--jurisdiction", "de"]))
        .collect();
    for case in &cases {
        let applied = ["record", "application", case, "--kind", "single_procedure"];
        office.ok(&[&applied[..], &["--lodged", "2026-03-02"]].concat());
    }
    office.ok(&["person", "add", &cases[1], "--relation", "child"]);
    assert_eq!(total(&office, "persons"), 4);
    office.ok(&["close", &cases[0], "--reason", "removed"]);
    office.ok(&["close", &cases[1], "--reason", "transferred"]);
    for (unit, counted) in [("persons", 2), ("cases", 2), ("applications", 2)] {
        assert_eq!(total(&office, unit), counted, "{unit}");
    }
    let shown = stats(&office, &["--unit", "persons"]);
    assert_eq!(shown["handed_over"], json!({"value": 2, "shown": "2"}));
    // Nobody is asked there whether they may be counted.
    assert_eq!(shown["consent"]["never_asked"]["value"], 2);
    // Whatever day it is about: the other office has the whole history.
    let then = stats(&office, &["--unit", "persons", "--as-of", "2026-05-01"]);
    assert_eq!(then["cells"][0]["value"], 2);
    let text = office.ok(&[
        "--format", "human", "stats", "show", "--inside", "--unit", "cases",
    ]);
    assert!(
        text.out
            .contains("handed to another office, which counts them: 2 persons"),
        "{}",
        text.out
    );
    // Who comes back is counted again.
    office.ok(&["reopen", &cases[1]]);
    assert_eq!(total(&office, "persons"), 4);
    assert_eq!(
        stats(&office, &["--unit", "cases"])["handed_over"]["value"],
        0
    );
}

#[test]
fn a_release_tells_a_span_of_those_handed_over_and_never_zero() {
    let office = Office::open().on("2026-11-26");
    let lines: Vec<String> = (0..20)
        .map(|nth| {
            format!(r#"{{"type":"case","case":"r{nth}","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}}"#)
        })
        .collect();
    office.run_with(&["import", "-"], &lines.join("\n"));
    let release = |office: &Office| {
        let args = [
            "--json",
            "stats",
            "release",
            "--to",
            "press",
            "--unit",
            "persons",
            "--dry-run",
        ];
        office.ok(&args).json()
    };
    let before = release(&office);
    assert_eq!(
        before["handed_over"],
        json!({"value": null, "shown": "0-4"})
    );
    let cases = office.ok(&["--json", "list"]).json()["items"].clone();
    let case = cases[0]["case"].as_str().unwrap();
    office.ok(&["close", case, "--reason", "transferred"]);
    assert_eq!(release(&office)["handed_over"], before["handed_over"]);
}

/// What one person has now, and what an application and each decision gave.
fn now(desk: &Desk, unit: &str) -> Vec<String> {
    let shown = stats(&desk.office, &["--unit", unit, "--by", "protection_now"]);
    let cells = shown["cells"].as_array().unwrap().iter();
    let held = cells.filter(|cell| cell["value"] != 0);
    let mut keys: Vec<String> = held
        .map(|cell| cell["key"][0].as_str().unwrap().to_owned())
        .filter(|key| key != "total")
        .collect();
    keys.sort();
    keys
}

#[test]
fn a_lesser_grant_stands_while_more_is_fought_for() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-01-05");
    desk.record("decision --outcome granted --protection subsidiary_protection --decided 2026-02-02 --notified 2026-02-04");
    assert_eq!(now(&desk, "persons"), ["subsidiary_protection"]);
    desk.record("appeal --kind appeal --lodged 2026-02-10");
    assert_eq!(now(&desk, "persons"), ["subsidiary_protection"]);
    // The court sends the stronger form back: the application is pending, and the grant stands.
    desk.record("decision --outcome remitted --decided 2026-05-04 --notified 2026-05-06");
    assert_eq!(desk.application(1)["state"], "pending");
    assert_eq!(now(&desk, "persons"), ["subsidiary_protection"]);
    assert_eq!(now(&desk, "applications"), ["subsidiary_protection"]);
    assert_eq!(now(&desk, "decisions"), ["none", "subsidiary_protection"]);
    // It is refused again, and the grant still stands; once ended it stands no more.
    desk.record("decision --on A1 --outcome refused --decided 2026-07-06 --notified 2026-07-08");
    assert_eq!(now(&desk, "persons"), ["subsidiary_protection"]);
    desk.even_so("decision --on A1 --outcome revoked --decided 2026-09-07 --notified 2026-09-09");
    assert_eq!(now(&desk, "persons"), ["none"]);
    assert_eq!(now(&desk, "decisions"), ["none"]);
    // A remedy against that end gives it back.
    desk.record("appeal --on A1 --kind appeal --lodged 2026-09-14");
    desk.record("decision --outcome allowed --decided 2026-11-02");
    assert_eq!(now(&desk, "persons"), ["subsidiary_protection"]);
}

#[test]
fn a_stronger_grant_takes_the_place_and_a_refusal_to_prolong_takes_it() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-01-05");
    desk.record(
        "decision --outcome granted --protection subsidiary_protection --decided 2026-02-02",
    );
    desk.record("appeal --kind appeal --lodged 2026-02-10");
    desk.record("decision --outcome allowed --protection refugee_status --decided 2026-05-04");
    assert_eq!(now(&desk, "persons"), ["refugee_status"]);
    assert_eq!(now(&desk, "decisions"), ["none", "refugee_status"]);
    let other = Desk::new("ru", "2026-11-26");
    other.record("application --kind temporary_asylum --lodged 2025-01-05");
    other.record("decision --outcome granted --decided 2025-02-02 --until 2027-02-02");
    assert_eq!(now(&other, "persons"), ["temporary_asylum"]);
    other.record("filing --kind renewal --lodged 2026-10-05");
    other.record("decision --outcome refused --decided 2026-11-02");
    assert_eq!(now(&other, "persons"), ["none"]);
}
