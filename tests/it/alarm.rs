//! A disappearance that an import brings opens the alarm plan as one that is recorded does.

use serde_json::{Value, json};

use crate::support::Office;

const PLAN: &str = "rule_39: before the removal\nombudsman\n";

fn import(office: &Office, lines: &[&str]) -> Value {
    let said = office.run_with(&["import", "-", "--json"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

fn tasks(office: &Office, case: &str) -> Vec<Value> {
    let listed = office.ok(&["--json", "task", "list", case, "--all"]).json();
    listed["items"].as_array().unwrap().clone()
}

/// What is told of the steps of a plan, their ids left out.
fn told(tasks: &[Value]) -> Vec<Value> {
    let one = |task: &Value| {
        json!([
            task["what"],
            task["text"],
            task["due"],
            task["to"],
            task["ended"]
        ])
    };
    tasks.iter().map(one).collect()
}

#[test]
fn an_imported_disappearance_opens_the_alarm_plan() {
    let office = Office::open().on("2026-11-26");
    assert_eq!(office.run_with(&["check-in", "plan"], PLAN).code, 0);
    let lines = [
        r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#,
        r#"{"type":"disappearance","case":"r1","ref":"x","date":"2026-11-20","reason":"abduction_feared"}"#,
    ];
    let done = import(&office, &lines);
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    assert_eq!(done["events"], 2);
    let opened = tasks(&office, &case);
    assert_eq!(opened.len(), 2);
    let own = office.new_case(&["--origin", "KP", "--jurisdiction", "de"]);
    office.ok(&["record", "disappearance", &own, "--date", "2026-11-20"]);
    assert_eq!(told(&opened), told(&tasks(&office, &own)));
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(
        shown["care"]["tasks"][0]["opened_by"],
        shown["care"]["disappeared"][0]["event"]
    );
    assert_eq!(shown["care"]["alarm_plan"].as_array().unwrap().len(), 2);
    // A second import of the same file opens nothing again.
    import(&office, &lines);
    assert_eq!(tasks(&office, &case).len(), 2);
    // What is taken back takes its steps with it.
    let gone = shown["care"]["disappeared"][0]["event"].as_str().unwrap();
    office.ok(&["retract", gone, "--because", "mistyped"]);
    assert!(tasks(&office, &case).is_empty());
    assert!(office.ok(&["--json", "store", "verify"]).json()["ok"] == true);
}

#[test]
fn who_was_found_or_whose_case_is_over_raises_no_alarm() {
    let office = Office::open().on("2026-11-26");
    assert_eq!(office.run_with(&["check-in", "plan"], PLAN).code, 0);
    let done = import(
        &office,
        &[
            r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#,
            r#"{"type":"disappearance","case":"r1","date":"2026-03-20"}"#,
            r#"{"type":"reappearance","case":"r1","date":"2026-03-24"}"#,
            r#"{"type":"case","case":"r2","origin":"KP","jurisdiction":"de","opened":"2016-01-04"}"#,
            r#"{"type":"disappearance","case":"r2","date":"2016-03-20"}"#,
            r#"{"type":"close","case":"r2","reason":"contact_lost","even_so":"the paper file says so","date":"2016-09-20"}"#,
            r#"{"type":"case","case":"r3","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#,
            r#"{"type":"person","case":"r3","ref":"child","relation":"child"}"#,
            r#"{"type":"disappearance","case":"r3","person":"child","date":"2026-11-20"}"#,
        ],
    );
    let case = |nth: usize| done["map"][nth]["case"].as_str().unwrap().to_owned();
    assert!(tasks(&office, &case(0)).is_empty());
    assert!(tasks(&office, &case(1)).is_empty());
    let of_child = tasks(&office, &case(2));
    assert_eq!(of_child.len(), 2);
    assert_eq!(of_child[0]["person"], 2);
}

#[test]
fn a_dry_run_raises_no_alarm() {
    let office = Office::open().on("2026-11-26");
    assert_eq!(office.run_with(&["check-in", "plan"], PLAN).code, 0);
    let lines = [
        r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#,
        r#"{"type":"disappearance","case":"r1","date":"2026-11-20"}"#,
    ];
    let said = office.run_with(&["import", "-", "--dry-run"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    let listed = office.ok(&["--json", "task", "list", "--all"]).json();
    assert_eq!(listed["items"], json!([]));
}
