//! The NGO's sentence as data: of 211, two received asylum, ninety temporary asylum for one year.

use std::path::Path;

use crate::support::Office;

/// The office of the README.
pub(crate) fn imported() -> Office {
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

    // What leaves says no small number, nor what would give it away.
    let by = ["--unit", "persons", "--by", "protection"];
    let release = [
        &["--json", "stats", "release", "--to", "press", "--intervals"],
        &by[..],
    ]
    .concat();
    let said = office.ok(&release);
    let released = said.json();
    assert_eq!(released["releasable"], true);
    let cells = released["cells"].as_array().unwrap();
    let shown: Vec<_> = cells
        .iter()
        .map(|cell| cell["shown"].as_str().unwrap())
        .collect();
    assert_eq!(shown, ["119", "<5", "c", "211"]);
    assert_eq!(cells[1]["interval"], serde_json::json!([1, 4]));
    assert_eq!(cells[2]["interval"], serde_json::json!([88, 91]));
    assert_eq!(cells[2]["value"], serde_json::Value::Null);
    // Asked again it is the same table, to the byte.
    assert_eq!(office.ok(&release).out, said.out);
    // What differs by the two from what left does not leave beside it, nor does the two without a reason.
    let without = "protection=temporary_asylum,none";
    let beside = ["stats", "release", "--to", "donor", "--where", without];
    let refused = office.run(&beside);
    assert_eq!(
        (refused.code, refused.out.as_str()),
        (5, ""),
        "{}",
        refused.shown()
    );
    assert!(refused.err.contains("R2026-001"), "{}", refused.shown());
    let show = [
        &[
            "stats",
            "release",
            "--to",
            "report",
            "--show",
            "refugee_status",
        ],
        &by[..],
    ]
    .concat();
    let refused = office.run(&show);
    assert_eq!(
        (refused.code, refused.out.as_str()),
        (5, ""),
        "{}",
        refused.shown()
    );
    let decided = [
        &["--json"][..],
        &show,
        &["--because", "both asked us to tell it"],
    ]
    .concat();
    let decided = office.ok(&decided).json();
    assert_eq!(decided["release"], "R2026-002");
    let why: Vec<_> = decided["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| &cell["why"])
        .collect();
    assert!(why.contains(&&"override".into()), "{why:?}");
    let one = [
        "--json",
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--combine",
        "refugee_status+temporary_asylum",
        "--dry-run",
    ];
    let one = office.ok(&one).json();
    assert_eq!(one["cells"][1]["value"], 92);

    // The ledger knows them, and each comes out again.
    office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let ledger = office.ok(&["--json", "stats", "verify"]).json();
    let items = ledger["items"].as_array().unwrap();
    let told: Vec<_> = items
        .iter()
        .map(|item| (&item["release"], &item["state"]))
        .collect();
    let told = serde_json::json!(told);
    let all = [
        ("R2026-001", "same"),
        ("R2026-001", "same"),
        ("R2026-002", "same"),
    ];
    assert_eq!(told, serde_json::json!(all));
    assert_eq!(items[2]["because"], "both asked us to tell it");
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
