//! Two people at the same case in the same moment: each command judges the case as the one before it left it.

use serde_json::Value;

use crate::support::{Office, Said};

const RU: [&str; 4] = ["--origin", "KP", "--jurisdiction", "ru"];

/// How many at once: more than cores, so that each waits for the lock while another writes.
const MANY: usize = 8;

/// A case with an application that waits for its decision.
fn pending(office: &Office) -> String {
    let case = office.new_case(&RU);
    let lodged = ["--kind", "temporary_asylum", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    case
}

fn refusal(case: &str) -> Vec<&str> {
    let fields = ["--outcome", "refused", "--notified", "2026-02-16"];
    [&["record", "decision", case][..], &fields].concat()
}

fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()
}

/// How many entries of this kind stand.
fn live(shown: &Value, kind: &str) -> usize {
    let events = shown["events"].as_array().unwrap().iter();
    events
        .filter(|event| event["kind"] == kind && event["state"] == "live")
        .count()
}

fn open_deadlines(shown: &Value) -> usize {
    let deadlines = shown["deadlines"].as_array().unwrap().iter();
    deadlines
        .filter(|one| one["actor"] == "applicant")
        .filter(|one| {
            let state = one["state"].as_str().unwrap();
            ["open", "sent", "extended", "unconfirmed", "missed"].contains(&state)
        })
        .count()
}

/// Exactly one was done, and every other was refused with this code; nothing else happened.
#[track_caller]
fn one_wins(all: &[Said], code: i32) {
    let codes: Vec<i32> = all.iter().map(|said| said.code).collect();
    let won = codes.iter().filter(|one| **one == 0).count();
    let lost = codes.iter().filter(|one| **one == code).count();
    let told: Vec<&str> = all.iter().map(|said| said.err.as_str()).collect();
    assert_eq!((won, lost), (1, all.len() - 1), "{codes:?} {told:#?}");
}

#[test]
fn of_many_who_close_a_case_one_does() {
    let office = Office::open();
    let case = office.new_case(&RU);
    let close = ["close", &case, "--reason", "other"];
    one_wins(&office.at_once(&[&close[..]; MANY]), 1);
    assert_eq!(live(&show(&office, &case), "close"), 1);
    let reopen = ["reopen", case.as_str()];
    one_wins(&office.at_once(&[&reopen[..]; MANY]), 1);
    office.ok(&["store", "verify"]);
}

#[test]
fn of_many_who_record_the_decision_one_does() {
    let office = Office::open();
    let case = pending(&office);
    let refusal = refusal(&case);
    one_wins(&office.at_once(&[refusal.as_slice(); MANY]), 1);
    let shown = show(&office, &case);
    assert_eq!(live(&shown, "decision"), 1);
    let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
    let complaint = deadlines.find(|d| d["rule"] == "ru.complaint-1m").unwrap();
    let id = complaint["id"].as_str().unwrap();
    let waive = ["deadline", "waive", id, "--because", "other remedy used"];
    one_wins(&office.at_once(&[&waive[..]; MANY]), 1);
    let rule = ["deadline", "meet", &case, "--rule", "ru.complaint-1m"];
    for said in office.at_once(&[&rule[..]; 2]) {
        assert_eq!(said.code, 1, "{}", said.shown());
    }
}

#[test]
fn a_closed_case_has_no_open_deadline_whoever_was_first() {
    let office = Office::open();
    let mut closed = 0;
    for round in 0..MANY {
        let case = pending(&office);
        let close = ["close", &case, "--reason", "departed"];
        let refusal = refusal(&case);
        let commands = if round % 2 == 0 {
            [&close[..], &refusal]
        } else {
            [&refusal, &close[..]]
        };
        let all = office.at_once(&commands);
        let shown = show(&office, &case);
        let done = all.iter().filter(|said| said.code == 0).count();
        assert_eq!(done, 1, "{} {}", all[0].shown(), all[1].shown());
        if shown["state"] == "closed" {
            closed += 1;
            assert_eq!(open_deadlines(&shown), 0, "{shown:#}");
        } else {
            assert!(open_deadlines(&shown) > 0, "{shown:#}");
        }
    }
    println!("{closed} of {MANY} were closed first");
}

#[test]
fn each_undo_takes_back_another_entry() {
    let office = Office::open();
    let case = office.new_case(&RU);
    for _ in 0..MANY {
        office.ok(&["record", "contact", &case, "--date", "2026-03-02"]);
    }
    for said in office.at_once(&[&["undo"][..]; MANY]) {
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    assert_eq!(live(&show(&office, &case), "contact"), 0);
}

#[test]
fn corrections_follow_each_other() {
    let office = Office::open();
    let case = pending(&office);
    let event = show(&office, &case)["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["kind"] == "application")
        .unwrap()["event"]
        .as_str()
        .unwrap()
        .to_owned();
    let days: Vec<String> = (1..=MANY).map(|day| format!("2025-11-0{day}")).collect();
    let commands: Vec<Vec<&str>> = days
        .iter()
        .map(|day| vec!["correct", &event, "--lodged", day, "--because", "stamp"])
        .collect();
    let commands: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    for said in office.at_once(&commands) {
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    // No two versions stand beside each other.
    assert_eq!(live(&show(&office, &case), "application"), 1);
    let status = office.ok(&["--json", "status"]).out;
    assert!(!status.contains("contested"), "{status}");
}

/// Two tables of one question that differ by a single person tell of that person, also where neither release saw
/// the other.
#[test]
fn releases_see_each_other() {
    let office = Office::open();
    let lines: Vec<String> = (0..40)
        .map(|n| {
            format!(r#"{{"type":"case","case":"c{n}","origin":"KP","jurisdiction":"ru","opened":"2020"}}"#)
        })
        .collect();
    let said = office.run_with(&["import", "-"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    let new = [&["new"][..], &RU].concat();
    let release = ["--json", "stats", "release", "--to", "report"];
    let commands = [
        &new[..],
        &release,
        &new,
        &release,
        &new,
        &release,
        &new,
        &release,
    ];
    let mut totals = std::collections::BTreeSet::new();
    for (said, args) in office.at_once(&commands).iter().zip(commands) {
        match (args == release, said.code) {
            (true, 0) => drop(totals.insert(said.json()["cells"][0]["value"].as_u64())),
            (true, 5) | (false, 0) => {}
            _ => panic!("{}", said.shown()),
        }
    }
    assert_eq!(totals.len(), 1, "{totals:?}");
}
