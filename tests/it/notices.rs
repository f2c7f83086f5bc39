//! What an office knows of a country: said once, shown on every case that it is about.

use serde_json::{Value, json};

use crate::care::{due, human};
use crate::support::{Office, Said};

fn add(office: &Office, options: &[&str], text: &str) -> Said {
    office.run_with(&[&["--json", "notice", "add"][..], options].concat(), text)
}

fn id(said: &Said) -> String {
    said.json()["items"][0]["notice"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The notices that `show` has of a case.
fn shown(office: &Office, case: &str) -> Vec<Value> {
    let shown = office.ok(&["--json", "show", case]).json();
    shown["notices"].as_array().unwrap().clone()
}

#[test]
fn a_notice_stands_on_every_case_that_it_is_about() {
    let office = Office::open().on("2026-11-26");
    let [ours, other_law, other] = [("KP", "ru"), ("KP", "de"), ("SY", "ru")]
        .map(|(origin, law)| office.new_case(&["--origin", origin, "--jurisdiction", law]));
    let before = due(&office, &["--worker", "all"]);
    let events = office.ok(&["--json", "show", &ours]).json()["events"].clone();
    let said = add(
        &office,
        &[
            "--origin",
            "kp",
            "--jurisdiction",
            "ru",
            "--date",
            "2026-09",
            "--source",
            "ministry-9",
        ],
        "No removals to this country since the decree.",
    );
    assert_eq!(said.code, 0, "{}", said.shown());
    let item = &said.json()["items"][0];
    assert_eq!(
        (
            &item["origin"],
            &item["since"],
            &item["source"],
            &item["cases"]
        ),
        (
            &json!("KP"),
            &json!("2026-09"),
            &json!("ministry-9"),
            &json!(1)
        )
    );
    assert_eq!(shown(&office, &ours).len(), 1);
    assert_eq!(shown(&office, &other_law).len(), 0);
    assert_eq!(shown(&office, &other).len(), 0);
    // It opens nothing and writes into no case.
    assert_eq!(due(&office, &["--worker", "all"]), before);
    assert_eq!(
        office.ok(&["--json", "show", &ours]).json()["events"],
        events
    );
    // A case that is opened later has it too, and so has one with a further person from there.
    let later = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    assert_eq!(shown(&office, &later).len(), 1);
    office.ok(&["person", "add", &other, "--origin", "KP"]);
    assert_eq!(shown(&office, &other).len(), 1);
    office.ok(&[
        "person", "leave", &other, "--person", "2", "--reason", "other",
    ]);
    assert_eq!(shown(&office, &other).len(), 0);
    // An application under that law suffices.
    let applied = [
        "record",
        "application",
        &other_law,
        "--kind",
        "refugee_status",
    ];
    office.ok(&[
        &applied[..],
        &["--jurisdiction", "ru", "--lodged", "2026-10-01"],
    ]
    .concat());
    assert_eq!(shown(&office, &other_law).len(), 1);
    let text = human(&office, &["show", &ours]);
    assert!(text.contains("KNOWN OF THE COUNTRY"), "{text}");
    assert!(
        text.contains("No removals to this country since the decree."),
        "{text}"
    );
    let access = human(&office, &["case", "access", &ours]);
    assert!(access.contains("No removals to this country"), "{access}");
    let found = office
        .run_with(&["--json", "find"], "removals decree")
        .json();
    assert_eq!(found["notices"][0]["origin"], "KP");
    assert_eq!(found["items"], json!([]));
}

#[test]
fn a_notice_ends_and_is_shown_no_more() {
    let office = Office::open().on("2026-11-26");
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let notice = id(&add(
        &office,
        &["--origin", "KP", "--date", "2026-09-01"],
        "No removals.",
    ));
    let end = |more: &[&str]| office.run(&[&["--json", "notice", "end", &notice], more].concat());
    for day in ["2026-08-31", "2026-11-27"] {
        assert_eq!(end(&["--date", day]).code, 1, "{day}");
    }
    assert_eq!(shown(&office, &case).len(), 1);
    let said = end(&[
        "--date",
        "2026-11-20",
        "--because",
        "set aside by the court",
    ]);
    assert_eq!(
        said.json()["items"][0]["ended"],
        "2026-11-20",
        "{}",
        said.shown()
    );
    assert!(shown(&office, &case).is_empty());
    assert_eq!(end(&[]).code, 1);
    // As it was on a day before.
    let then = office
        .ok(&["--json", "show", &case, "--as-of", "2026-11-19"])
        .json();
    assert_eq!(then["notices"].as_array().unwrap().len(), 1);
    let listed = |args: &[&str]| {
        let said = office.ok(&[&["--json", "notice", "list"], args].concat());
        said.json()["items"].as_array().unwrap().len()
    };
    assert_eq!((listed(&[]), listed(&["--all"])), (0, 1));
    let found = office.run_with(&["--json", "find"], "removals").json();
    assert_eq!(found["notices"][0]["ended"], "2026-11-20");
    // One that does not hold yet is listed, and says so.
    add(
        &office,
        &["--origin", "KP", "--date", "2027-01-01"],
        "Later.",
    );
    assert_eq!((listed(&[]), shown(&office, &case).len()), (1, 0));
    let human = office.ok(&["--format", "human", "notice", "list"]).out;
    assert!(human.contains("not yet: from 1 Jan 2027 on"), "{human}");
    // It is no entry of a case, and no other event is a notice.
    assert_eq!(office.run(&["retract", &notice]).code, 1);
    let note = office
        .run_with(&["--json", "record", "note", &case], "a note")
        .json();
    let note = note["event"].as_str().unwrap();
    assert_eq!(office.run(&["notice", "end", note]).code, 1);
}

#[test]
fn a_notice_is_codes_and_a_guarded_text() {
    let office = Office::open().on("2026-11-26");
    for (options, code) in [
        (&["--origin", "Korea"][..], 2),
        (&["--origin", "KP", "--jurisdiction", "nowhere"], 2),
        (&["--origin", "KP", "--source", "call +49 151 1234567"], 2),
        (&["--origin", "KP", "--date", "soon"], 2),
    ] {
        let said = add(&office, options, "No removals.");
        assert_eq!(said.code, code, "{options:?} {}", said.shown());
    }
    assert_eq!(add(&office, &["--origin", "KP"], " \n").code, 2);
    let listed = office.ok(&["--json", "notice", "list", "--all"]).json();
    assert_eq!(listed["items"], json!([]));
    // Personal data is warned of, as in a note.
    let said = add(
        &office,
        &["--origin", "KP"],
        "Ask Mr. John Smith, +49 151 23456789.",
    );
    assert!(
        said.err
            .contains("a telephone number, a name behind a title"),
        "{}",
        said.shown()
    );
}
