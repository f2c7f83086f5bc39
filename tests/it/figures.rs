//! The NGO's sentence as data: of 211, two received asylum, ninety temporary asylum for one year.

use std::path::Path;

use crate::support::Office;

fn imported() -> Office {
    let office = Office::open();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ngo-211.jsonl");
    let said = office
        .ok(&["--json", "import", file.to_str().unwrap()])
        .json();
    assert_eq!(said["cases"], 211);
    office
}

fn protection(office: &Office) -> Vec<(String, u64)> {
    let table = office
        .ok(&[
            "--json",
            "stats",
            "show",
            "--inside",
            "--unit",
            "persons",
            "--by",
            "protection",
        ])
        .json();
    assert_eq!(table["releasable"], false);
    let cells = table["cells"].as_array().unwrap();
    cells
        .iter()
        .map(|c| {
            (
                c["key"][0].as_str().unwrap().to_owned(),
                c["value"].as_u64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_sentence_comes_out() {
    let office = imported();
    let figures: std::collections::BTreeMap<_, _> = protection(&office).into_iter().collect();
    assert_eq!(figures["refugee_status"], 2);
    assert_eq!(figures["temporary_asylum"], 90);
    assert_eq!(figures["none"], 119);
    assert_eq!(figures["total"], 211);
    let human = office
        .ok(&[
            "--format",
            "human",
            "stats",
            "show",
            "--inside",
            "--unit",
            "persons",
            "--by",
            "protection",
        ])
        .out;
    assert!(
        human.contains("none so far") && !human.contains("refused"),
        "{human}"
    );

    // A second import of the same file changes nothing.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ngo-211.jsonl");
    let again = office
        .ok(&["--json", "import", file.to_str().unwrap()])
        .json();
    assert_eq!((&again["cases"], &again["events"]), (&0.into(), &0.into()));

    // Nothing of the small table leaves; one without small cells does, and is remembered.
    let withheld = office.run(&[
        "stats",
        "release",
        "--to",
        "press",
        "--unit",
        "persons",
        "--by",
        "protection",
    ]);
    assert_eq!(
        (withheld.code, withheld.out.as_str()),
        (5, ""),
        "{}",
        withheld.shown()
    );
    let released = office
        .ok(&[
            "--json", "stats", "release", "--to", "press", "--unit", "persons",
        ])
        .json();
    assert_eq!(released["releasable"], true);
    assert_eq!(released["cells"][0]["value"], 211);
    office.ok(&["store", "verify"]);
    // True numbers reach a pipe only where somebody says so.
    office.fails(5, &["stats", "show", "--unit", "persons"]);
}

#[test]
fn one_bad_line_changes_nothing() {
    let office = Office::open();
    let lines = [
        r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru"}"#,
        r#"{"type":"application","case":"r1","ref":"a1","kind":"temporary_asylum","lodged":"2009-05-04"}"#,
        r#"{"type":"decision","case":"r1","on":"a1","outcome":"maybe","decided":"2009-08-03"}"#,
        r#"{"type":"case","case":"r2","origin":"KP","jurisdiction":"ru","surname":"Kim"}"#,
        r#"{"type":"case","case":"r3","origin":"KP","jurisdiction":"ru","colour":"red"}"#,
        "not json",
    ]
    .join("\n");
    let before = office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let said = office.run_with(&["import", "-"], &lines);
    assert_eq!(said.code, 1, "{}", said.shown());
    for words in [
        "line 3",
        "outcome",
        "line 4",
        "surname",
        "identity seal",
        "line 5",
        "colour",
        "line 6",
    ] {
        assert!(said.err.contains(words), "no {words:?} in\n{}", said.err);
    }
    assert!(!said.err.contains("Kim"), "{}", said.err);
    assert_eq!(
        office.ok(&["--json", "store", "info"]).json()["events"],
        before
    );
    assert_eq!(
        office.ok(&["--json", "list"]).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        0
    );

    let skipped = office.run_with(
        &["--json", "import", "-", "--skip-bad", "bad.jsonl"],
        &lines,
    );
    assert_eq!(skipped.code, 0, "{}", skipped.shown());
    assert_eq!(skipped.json()["cases"], 1);
    let aside = std::fs::read_to_string(office.home().join("bad.jsonl")).unwrap();
    assert_eq!(aside.lines().count(), 4, "{aside}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let office = Office::open();
    let line = r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru"}"#;
    let said = office.run_with(&["--json", "import", "--dry-run", "-"], line);
    assert_eq!(said.json()["cases"], 1);
    assert_eq!(
        office.ok(&["--json", "list"]).json()["items"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
}
