//! Recording: what opens, what is refused, what moves.

use serde_json::Value;

use crate::support::Office;

const RU: [&str; 4] = ["--origin", "KP", "--jurisdiction", "ru"];

/// A case with a refusal served on 1 February 2026; its complaint is due on 2 March (1 March is a Sunday).
fn refused(office: &Office) -> String {
    let case = office.new_case(&RU);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "temporary_asylum",
        "--lodged",
        "2025-12-01",
    ]);
    office.ok(&[
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-02-09",
        "--notified",
        "2026-02-16",
    ]);
    case
}

fn deadlines(office: &Office, case: &str) -> Vec<Value> {
    office.ok(&["--json", "show", case]).json()["deadlines"]
        .as_array()
        .unwrap()
        .clone()
}

fn deadline(office: &Office, case: &str, rule: &str) -> Value {
    let all = deadlines(office, case);
    all.iter()
        .find(|d| d["rule"] == rule)
        .unwrap_or_else(|| panic!("no {rule} in {all:?}"))
        .clone()
}

#[test]
fn a_refusal_opens_its_deadline_and_an_appeal_meets_it() {
    let office = Office::open();
    let case = refused(&office);
    let open = deadline(&office, &case, "ru.complaint-1m");
    assert_eq!(
        (&open["due"], &open["state"]),
        (&"2026-03-16".into(), &"open".into())
    );
    let said = office.ok(&[
        "--format",
        "human",
        "record",
        "appeal",
        &case,
        "--kind",
        "administrative_review",
        "--lodged",
        "2026-03-03",
    ]);
    assert!(said.out.contains("A1.1"), "{}", said.out);
    assert_eq!(deadline(&office, &case, "ru.complaint-1m")["state"], "met");
    assert_eq!(
        deadline(&office, &case, "ru.complaint-noanswer-1m")["state"],
        "open"
    );
}

#[test]
fn what_contradicts_the_history_is_refused_and_changes_nothing() {
    let office = Office::open();
    let case = office.new_case(&RU);
    let before = office.ok(&["--json", "show", &case]).out;
    for (code, args) in [
        (
            1,
            &[
                "record",
                "decision",
                &case,
                "--outcome",
                "refused",
                "--decided",
                "2026-01-05",
            ][..],
        ),
        (
            1,
            &[
                "record",
                "appeal",
                &case,
                "--kind",
                "appeal",
                "--lodged",
                "2026-01-05",
            ],
        ),
        (1, &["record", "service", &case, "--served", "2026-01-05"]),
        (1, &["record", "release", &case, "--date", "2026-01-05"]),
        (
            2,
            &[
                "record",
                "application",
                &case,
                "--kind",
                "asylum",
                "--lodged",
                "2026-01-05",
            ],
        ),
        (
            2,
            &[
                "record",
                "application",
                &case,
                "--kind",
                "refugee_status",
                "--lodged",
                "05/01/2026",
            ],
        ),
        (
            1,
            &[
                "record",
                "application",
                &case,
                "--kind",
                "refugee_status",
                "--lodged",
                "2026-03-05",
            ],
        ),
        (
            2,
            &["record", "application", &case, "--kind", "refugee_status"],
        ),
        (2, &["record", "party", &case]),
        (1, &["show", "7MK-2D5-HPX"]),
        (1, &["show", "7MK-2D5-HPP"]),
        (1, &["show", "quiet-nobody"]),
    ] {
        office.fails(code, args);
    }
    assert_eq!(office.ok(&["--json", "show", &case]).out, before);
}

#[test]
fn practice_can_be_so_and_the_reason_stays() {
    let office = Office::open();
    let case = refused(&office);
    let again = [
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-03-02",
    ];
    office.fails(1, &again);
    let mut even_so = again.to_vec();
    even_so.extend(["--even-so", "the office decided twice"]);
    office.ok(&even_so);
    let events = office.ok(&["--json", "show", &case]).json()["events"].clone();
    let reasons: Vec<_> = events
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|e| e["because"].as_str())
        .collect();
    assert_eq!(reasons, ["the office decided twice"]);
}

#[test]
fn a_refusal_without_a_day_of_service_asks_for_it() {
    let office = Office::open();
    let case = office.new_case(&RU);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "temporary_asylum",
        "--lodged",
        "2025-12-01",
    ]);
    office.ok(&[
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-02-16",
    ]);
    let find = deadline(&office, &case, "nansen.find-service");
    assert_eq!(
        (&find["due"], &find["state"]),
        (&"2026-03-05".into(), &"open".into())
    );
    assert_eq!(
        deadline(&office, &case, "ru.complaint-1m")["state"],
        "unconfirmed"
    );
    office.ok(&["record", "service", &case, "--received", "2026-02-20"]);
    assert_eq!(
        deadline(&office, &case, "nansen.find-service")["state"],
        "met"
    );
    let sure = deadline(&office, &case, "ru.complaint-1m");
    assert_eq!(
        (&sure["due"], &sure["state"]),
        (&"2026-03-20".into(), &"open".into())
    );
}

#[test]
fn where_no_rule_is_known_it_says_so() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "md"]);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "single_procedure",
        "--lodged",
        "2025-12-01",
    ]);
    let said = office.ok(&[
        "--format",
        "human",
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-02-09",
        "--notified",
        "2026-03-02",
    ]);
    assert!(
        said.out.contains("no time limit known here")
            || said.err.contains("no time limit known here"),
        "{}",
        said.shown()
    );
    let unknown = deadline(&office, &case, "nansen.no-rule");
    assert_eq!(
        (&unknown["due"], &unknown["state"]),
        (&"2026-03-04".into(), &"unconfirmed".into())
    );
    // A note, a contact, a fact open none.
    office.ok(&["record", "contact", &case, "--date", "2026-03-03"]);
    office.ok(&["record", "fact", &case, "--fact", "detained=false"]);
    assert_eq!(deadlines(&office, &case).len(), 1);
}

#[test]
fn a_correction_moves_the_deadline_and_both_stay_visible() {
    let office = Office::open();
    let case = refused(&office);
    let history = office.ok(&["--json", "show", &case]).json();
    let decision = history["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["kind"] == "decision")
        .unwrap();
    let id = decision["event"].as_str().unwrap();
    let said = office.ok(&[
        "--format",
        "human",
        "correct",
        &id[..8],
        "--notified",
        "2026-02-20",
        "--because",
        "misread stamp",
    ]);
    assert!(
        said.out.contains("16 Mar 2026") && said.out.contains("20 Mar 2026"),
        "{}",
        said.out
    );
    assert_eq!(
        deadline(&office, &case, "ru.complaint-1m")["due"],
        "2026-03-20"
    );
    let after = office.ok(&["--json", "show", &case]).json();
    let states: Vec<_> = after["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "decision")
        .map(|e| e["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["replaced", "live"]);
    office.ok(&["undo"]);
    assert_eq!(
        deadline(&office, &case, "ru.complaint-1m")["due"],
        "2026-03-16"
    );
}

#[test]
fn undo_takes_back_my_last_entry() {
    let office = Office::open();
    let case = refused(&office);
    office.ok(&[
        "record",
        "appeal",
        &case,
        "--kind",
        "appeal",
        "--lodged",
        "2026-03-03",
    ]);
    assert_eq!(deadline(&office, &case, "ru.complaint-1m")["state"], "met");
    office.ok(&["undo"]);
    assert_eq!(deadline(&office, &case, "ru.complaint-1m")["state"], "open");
    office.ok(&["undo"]);
    let left = deadlines(&office, &case);
    assert!(left.iter().all(|d| d["actor"] == "authority"), "{left:?}");
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(shown["applications"][0]["state"], "pending");
}

#[test]
fn a_case_with_an_open_deadline_is_not_closed() {
    let office = Office::open();
    let case = refused(&office);
    office.fails(6, &["close", &case, "--reason", "departed"]);
    let id = deadline(&office, &case, "ru.complaint-1m")["id"]
        .as_str()
        .unwrap()
        .to_owned();
    office.fails(2, &["deadline", "waive", &id]);
    office.ok(&[
        "deadline",
        "waive",
        &id,
        "--because",
        "the person wishes so",
    ]);
    office.ok(&["close", &case, "--reason", "departed"]);
    office.fails(1, &["record", "contact", &case, "--date", "2026-03-03"]);
    office.ok(&["reopen", &case]);
    office.ok(&["record", "contact", &case, "--date", "2026-03-03"]);
}

#[test]
fn a_lesser_grant_opens_the_deadlines_of_what_was_refused() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "single_procedure",
        "--lodged",
        "2025-12-01",
    ]);
    let said = office.ok(&[
        "--json",
        "record",
        "decision",
        &case,
        "--outcome",
        "granted",
        "--protection",
        "subsidiary_protection",
        "--decided",
        "2026-02-20",
        "--served",
        "2026-02-27",
    ]);
    let rules: Vec<_> = said.json()["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["rule"].as_str().unwrap().to_owned())
        .collect();
    assert!(rules.contains(&"de.klage-2w".to_owned()), "{rules:?}");
    assert_eq!(deadline(&office, &case, "de.klage-2w")["due"], "2026-03-13");
}

#[test]
fn sent_is_not_arrived() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "single_procedure",
        "--lodged",
        "2025-12-01",
    ]);
    office.ok(&[
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--basis",
        "unfounded",
        "--decided",
        "2026-02-16",
        "--served",
        "2026-02-23",
    ]);
    office.ok(&[
        "record",
        "appeal",
        &case,
        "--kind",
        "appeal",
        "--sent",
        "2026-03-03",
    ]);
    assert_eq!(deadline(&office, &case, "de.klage-2w")["state"], "sent");
    let event = office.ok(&["--json", "show", &case]).json()["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["kind"] == "appeal")
        .unwrap()["event"]
        .as_str()
        .unwrap()
        .to_owned();
    office.ok(&[
        "correct",
        &event,
        "--arrived",
        "2026-03-04",
        "--because",
        "court's stamp",
    ]);
    assert_eq!(deadline(&office, &case, "de.klage-2w")["state"], "met");
}

#[test]
fn due_never_hides() {
    let office = Office::open();
    let mine = refused(&office);
    let nobodys = refused(&office);
    office.ok(&["assign", &nobodys, "--to", "nobody"]);
    let all = office.ok(&["--json", "due"]).json();
    let cases: Vec<_> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["case"].as_str().unwrap().to_owned())
        .collect();
    assert!(cases.contains(&mine) && cases.contains(&nobodys));
    let near = office
        .ok(&["--format", "human", "due", "--within", "2d"])
        .out;
    assert!(near.contains("4 later"), "{near}");
    assert_eq!(office.run(&["due", "--exit-code"]).code, 10);
    assert_eq!(
        office.run(&["due", "--exit-code", "--within", "2d"]).code,
        0
    );
}
