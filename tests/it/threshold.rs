//! `stats threshold`: the office says how many persons are small in what leaves it.

use serde_json::{Value, json};

use crate::support::{Office, printed};

const REASON: &str = "those counted asked for it in writing";

/// So many persons of each result (0 recognised, 1 temporary asylum, 2 refused).
fn office(many: &[(usize, usize)]) -> Office {
    let people: Vec<_> = many
        .iter()
        .flat_map(|(kind, many)| std::iter::repeat_n((*kind, 0, 0), *many))
        .collect();
    crate::looks::office(&people)
}

fn table(office: &Office, more: &[&str]) -> Value {
    let release = [
        "--json",
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
    ];
    office.ok(&[&release[..], more].concat()).json()
}

#[test]
fn what_leaves_is_protected_as_the_office_says() {
    let office = office(&[(0, 7), (1, 40), (2, 40)]);
    let said = office.ok(&["--json", "stats", "threshold"]).json();
    assert_eq!((&said["threshold"], &said["at"]), (&json!(5), &Value::Null));
    assert_eq!(
        printed(&table(&office, &["--dry-run"]), &["refugee_status"]),
        "7"
    );
    // More needs no reason, and holds for every release that says nothing else.
    office.ok(&["stats", "threshold", "10"]);
    let held = table(&office, &["--dry-run"]);
    assert_eq!(
        (&held["threshold"], printed(&held, &["refugee_status"])),
        (&json!(10), "<10")
    );
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(ledger["threshold"], 10);
    // Less does, in the setting as in one release.
    let lower = ["stats", "threshold", "5"];
    let release = [
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--threshold",
        "5",
    ];
    for asked in [&lower[..], &release] {
        assert_eq!(office.fails(5, asked), "stats.threshold");
        let short = [asked, &["--because", "we want to"]].concat();
        assert_eq!(office.fails(2, &short), "stats.reason");
    }
    for bad in ["2", "21", "many"] {
        assert_eq!(office.run(&["stats", "threshold", bad]).code, 2);
    }
    assert_eq!(
        office.ok(&["--json", "stats", "threshold"]).json()["threshold"],
        10
    );
    let left = table(&office, &["--threshold", "5", "--because", REASON]);
    assert_eq!(printed(&left, &["refugee_status"]), "7");
    let ledger = office.ok(&["--json", "stats", "verify"]).json();
    let item = &ledger["items"][0];
    assert_eq!(
        (&item["threshold"], &item["because"], &item["state"]),
        (&json!(5), &json!(REASON), &json!("same"))
    );
    office.ok(&["stats", "threshold", "3", "--because", REASON]);
    let audit = office.ok(&["--json", "audit"]).json();
    let set: Vec<&Value> = audit["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["what"] == "stats.threshold")
        .collect();
    assert_eq!(set.len(), 2);
    assert_eq!(
        (&set[1]["about"], &set[1]["because"]),
        (&json!("3"), &json!(REASON))
    );
    let said = office.ok(&["--json", "stats", "threshold"]).json();
    assert_eq!(
        (&said["threshold"], &said["because"]),
        (&json!(3), &json!(REASON))
    );
}

#[test]
fn a_lower_threshold_is_a_decision_that_waits_for_a_second() {
    let office = office(&[(0, 7), (1, 40), (2, 40)]);
    let key = crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    office.ok(&["deadline", "second-person", "on"]);
    office.ok(&["stats", "threshold", "10"]);
    let release = ["stats", "release", "--to", "press", "--by", "protection"];
    let lower = [&release[..], &["--threshold", "5", "--because", REASON]].concat();
    assert_eq!(office.fails(6, &lower), "stats.second");
    // Where nothing is a decision nobody else is asked.
    let none = [&release[..], &["--because", REASON, "--propose"]].concat();
    assert_eq!(office.fails(2, &none), "stats.nothing-decided");
    office.ok(&[&lower[..], &["--propose"]].concat());
    let approve = [
        "--json",
        "--key",
        &key,
        "stats",
        "release",
        "--approve",
        "R2026-001",
    ];
    let left = office
        .ok(&[&approve[..], &["--because", "asked them again, both agree"]].concat())
        .json();
    assert_eq!(
        (&left["threshold"], printed(&left, &["refugee_status"])),
        (&json!(5), "7")
    );
}

#[test]
fn lists_take_as_many_as_the_office_says() {
    let office = office(&[(1, 60), (2, 60)]);
    office.ok(&["stats", "threshold", "12"]);
    let list = |more: &[&str]| {
        let asked = [
            "--json",
            "export",
            "anonymous",
            "--to",
            "donor",
            "--dry-run",
        ];
        office.run(&[&asked[..], more].concat())
    };
    let said = list(&[]);
    assert_eq!(
        (said.code, &said.json()["k"]),
        (0, &json!(12)),
        "{}",
        said.shown()
    );
    let fewer = list(&["--k", "5"]);
    assert!(
        fewer.code == 5 && fewer.err.contains("stats.threshold"),
        "{}",
        fewer.shown()
    );
    assert_eq!(list(&["--k", "5", "--because", REASON]).json()["k"], 5);
    assert_eq!(list(&["--public"]).json()["k"], 12);
}
