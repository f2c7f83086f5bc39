//! An office's own rules, and what other rules would change.

use std::fs;

use serde_json::Value;

use crate::desk::{Desk, pair};

/// The built-in file of a jurisdiction.
fn builtin(law: &str) -> String {
    let path = format!("{}/rules/{law}.toml", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

/// One rule of ours with another period, as an office would install it, without its examples.
fn shorter() -> String {
    let all = builtin("gb");
    let (head, _) = all.split_once("[[rule]]").unwrap();
    let start = all.find("id = \"gb.ftt-in-14d\"").unwrap();
    let rule = &all[start..];
    let rule = &rule[..rule.find("[[rule.example]]").unwrap()];
    let rule = rule.replace("n = 14, unit", "n = 5, unit");
    let example = "[[rule.example]]\nfrom = \"2026-05-01\"\nfacts = { abroad = \"false\" }\ndue = \"2026-05-06\"\nwhy = \"five days\"\n";
    let (before, version) = head.split_once("version = \"").unwrap();
    let (_, after) = version.split_once('"').unwrap();
    format!("{before}version = \"ours\"{after}[[rule]]\n{rule}{example}")
}

fn write(desk: &Desk, text: &str) -> String {
    let file = desk.office.home().join("ours.toml");
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

fn changes(desk: &Desk, args: &[&str]) -> Value {
    let said = desk
        .office
        .ok(&[&["--json", "rule", "changes"], args].concat());
    said.json()["items"].clone()
}

#[test]
fn nothing_moves_by_a_rule_until_a_person_says_so() {
    let desk = Desk::new("gb", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    desk.record("fact --fact abroad=false");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-11-23 --sent 2026-11-24",
    );
    assert_eq!(desk.deadline("gb.ftt-in-14d"), pair("2026-12-08", "open"));
    assert_eq!(changes(&desk, &[]).as_array().unwrap().len(), 0);

    let file = write(&desk, &shorter());
    desk.office.ok(&["rule", "install", &file]);
    assert_eq!(desk.deadline("gb.ftt-in-14d"), pair("2026-12-08", "open"));
    let listed = changes(&desk, &[]);
    assert_eq!(listed[0]["rule"], "gb.ftt-in-14d");
    assert_eq!(listed[0]["before"], "2026-12-08");
    assert_eq!(listed[0]["after"], "2026-11-30");
    assert_eq!(listed[0]["version"], "local ours");
    assert_eq!(listed[0]["why_before"]["date"], "2026-12-08");
    assert_eq!(listed[0]["why_after"]["date"], "2026-11-29");
    let said = desk.office.ok(&["--format", "human", "rule", "changes"]);
    assert!(
        said.out.contains("where the reckonings part: 14 days on"),
        "{}",
        said.shown()
    );
    assert_eq!(desk.deadline("gb.ftt-in-14d"), pair("2026-12-08", "open"));

    changes(&desk, &["--confirm"]);
    assert_eq!(desk.deadline("gb.ftt-in-14d"), pair("2026-11-30", "open"));
    assert_eq!(changes(&desk, &[]).as_array().unwrap().len(), 0);
    desk.office.ok(&["store", "verify"]);

    // What is explained is what is recorded.
    let explain = [
        "rule",
        "explain",
        "gb.ftt-in-14d",
        "--from",
        "2026-05-01",
        "--json",
    ];
    let told = |more: &[&str]| desk.office.ok(&[&explain, more].concat()).json()["due"].clone();
    assert_eq!(
        told(&["--fact", "abroad=false", "--installed"]),
        "2026-05-06"
    );
    assert_eq!(told(&["--fact", "abroad=false"]), "2026-05-15");

    // It is marked as the office's own; a rule that should have been read again is said.
    let said = desk.office.ok(&["--format", "human", "show", &desk.case]);
    assert!(
        said.out.contains("by the rules of local ours: due"),
        "{}",
        said.shown()
    );
    assert!(
        said.out.contains("a rule of this office"),
        "{}",
        said.shown()
    );
    let needs = |day: &str| {
        let status = desk.office.ok(&["--json", "--as-of", day, "status"]);
        status.json()["needs"].to_string()
    };
    assert!(!needs("2026-11-26").contains("rule.stale"));
    assert!(needs("2035-01-01").contains("rule.stale"));
    let shown = |day: &str| {
        let said = desk
            .office
            .ok(&["--format", "human", "--as-of", day, "show", &desk.case]);
        said.out.contains('?')
    };
    assert!(!shown("2026-11-26") && shown("2035-01-01"));

    let said = desk.office.ok(&["--format", "human", "rule", "changes"]);
    assert!(
        said.out.contains("No open deadline would change"),
        "{}",
        said.shown()
    );
}

#[test]
fn a_file_with_faults_is_not_taken() {
    let desk = Desk::new("gb", "2026-11-26");
    let file = write(
        &desk,
        &shorter().replace("due = \"2026-05-06\"", "due = \"2026-05-07\""),
    );
    for command in ["check", "install"] {
        let said = desk
            .office
            .run(&["--format", "human", "rule", command, &file]);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(
            said.out.contains("wanted due 2026-05-07"),
            "{}",
            said.shown()
        );
        assert!(said.out.contains("line "), "{}", said.shown());
    }
    let before = desk.office.ok(&["--json", "store", "info"]).json()["events"].clone();
    desk.office.run(&["rule", "install", &file]);
    let after = desk.office.ok(&["--json", "store", "info"]).json()["events"].clone();
    assert_eq!(before, after);
}

#[test]
fn a_lawyer_gets_a_sheet_to_sign() {
    let office = crate::support::Office::empty();
    let page = office
        .ok(&["--format", "html", "rule", "list", "--jurisdiction", "de"])
        .out;
    for needed in [
        "<!doctype html>",
        "de.klage-2w",
        "Checked by, on",
        "no lawyer",
    ] {
        let found = page.to_lowercase().contains(&needed.to_lowercase());
        assert!(found, "{needed}");
    }
    for banned in ["<script", "src=", "@import"] {
        assert!(!page.contains(banned), "{banned}");
    }
    let gaps = office.ok(&["--json", "rule", "list", "--gaps"]).json();
    let items = gaps["items"].as_array().unwrap();
    let refused = |law: &str| {
        let of = items
            .iter()
            .find(|i| i["event"] == "decision_refused" && i["jurisdiction"] == law);
        of.unwrap()["dated"].as_u64().unwrap()
    };
    assert!(refused("de") > 5 && refused("ru") > 0 && refused("un") == 0);
}

#[test]
fn the_same_rules_change_nothing_of_what_was_just_imported() {
    let office = crate::support::Office::open();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/ngo-211.jsonl");
    office.ok(&["import", file]);
    let listed = office.ok(&["--json", "rule", "changes"]).json();
    assert_eq!(listed["items"], serde_json::json!([]));
}
