//! What an earlier program gave is taken: `tests/fixtures/handover/` has a file of each version that was.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::between::{public, show};
use crate::support::Office;

fn fixture(name: &str) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/handover");
    fixtures.join(name)
}

/// The program of 27 November 2026, before anything was cut out of an entry, gave a case of its office's `north` with a worker,
/// a tag, marks of an import and a next step for `m1`.
#[test]
fn a_hand_over_of_version_1_is_taken_without_what_is_its_offices() {
    let office = Office::empty();
    std::fs::copy(fixture("1/key.txt"), office.key()).unwrap();
    office.ok(&["init", "--no-recovery"]);
    let file = fixture("1/case.handover");
    let file = file.to_str().unwrap();
    let import = ["--json", "case", "import", file];
    let look = office.ok(&[&import[..], &["--dry-run"]].concat()).json();
    assert_eq!(
        (&look["case"], &look["cut"]),
        (&Value::Null, &json!(0)),
        "{look}"
    );
    let kinds = |of: &Value| -> Vec<String> {
        let all = of.as_array().unwrap().iter();
        let all = all.map(|one| one["kind"].as_str().unwrap().to_owned());
        all.filter(|kind| kind != "handover-taken" && kind != "deadline-computed")
            .collect()
    };
    let given = ["case", "application", "decision", "consent", "note", "task"];
    assert_eq!(kinds(&look["entries"]), given);
    let taken = office.ok(&[&import[..], &["-o", "one.receipt"]].concat());
    let taken = taken.json();
    let case = taken["case"].as_str().unwrap();
    assert_eq!(taken["digest"], look["digest"]);
    let shown = show(&office, case);
    assert_eq!(kinds(&shown["events"]), given);
    // Its number and callsign there stand in what was given, and nowhere here; nor who worked on it.
    assert_eq!(
        (&shown["worker"], &shown["office"], &shown["tags"]),
        (&Value::Null, &Value::Null, &json!([])),
        "{shown}"
    );
    let text = shown.to_string();
    for of_the_office in ["north", "housing", "import_ref"] {
        assert!(!text.contains(of_the_office), "{of_the_office}: {text}");
    }
    let step = &shown["care"]["tasks"][0];
    assert_eq!(
        (&step["text"], &step["to"]),
        (&json!("ring the court"), &Value::Null)
    );
    assert_eq!(shown["applications"][0]["lodged"], "2021-01-11");
    let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
    assert!(deadlines.any(|one| one["due"] == "2021-05-19"), "{shown}");
    // It is kept as it came and can be checked again; a second time only the receipt is written.
    let origin = office.ok(&["--json", "case", "origin", case]).json();
    assert_eq!(origin["digest"], look["digest"]);
    assert_eq!(origin["signed_by"], look["signed_by"]);
    let again = office.ok(&[&import[..], &["-o", "two.receipt"]].concat());
    assert_eq!(again.json()["already_there"], true);
    let receipt = |name: &str| std::fs::read(office.home().join(name)).unwrap();
    assert_eq!(receipt("one.receipt"), receipt("two.receipt"));
    assert_eq!(
        office.ok(&["--json", "store", "verify"]).json()["findings"],
        json!([])
    );
    // What was taken of an earlier version is given on in the present one.
    let consent = ["record", "consent", case, "--kind", "referral"];
    office.ok(&[&consent[..], &["--answer", "given"]].concat());
    let other = Office::open();
    let to = public(&other, "them.txt");
    let given = office.run(&[
        "case",
        "export",
        case,
        "--recipients",
        &to,
        "-o",
        "on.handover",
    ]);
    assert_eq!(given.code, 0, "{}", given.shown());
}
