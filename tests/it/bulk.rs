//! One act on many cases: all or none, and taken back at once.

use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use crate::members::add;
use crate::support::Office;

/// Three cases of Koreans in Russia, one of a Syrian in Germany, all mine.
fn office() -> (Office, Vec<String>) {
    let office = Office::open();
    let mut cases = Vec::new();
    for (origin, law) in [("KP", "ru"), ("KP", "ru"), ("KP", "ru"), ("SY", "de")] {
        cases.push(office.new_case(&["--origin", origin, "--jurisdiction", law]));
    }
    (office, cases)
}

fn workers(office: &Office) -> Vec<String> {
    let list = office
        .ok(&["--json", "list", "--all", "--sort", "origin,case"])
        .json();
    let items = list["items"].as_array().unwrap().iter();
    items
        .map(|one| one["worker"].as_str().unwrap_or("nobody").to_owned())
        .collect()
}

fn kinds(office: &Office, case: &str, kind: &str) -> usize {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap().iter();
    events
        .filter(|one| one["kind"] == kind && one["state"] == "live")
        .count()
}

fn named(batch: &Value) -> Vec<&str> {
    let items = batch["items"].as_array().unwrap().iter();
    items.map(|one| one["case"].as_str().unwrap()).collect()
}

#[test]
fn the_cases_of_whoever_leaves_go_to_another_in_one_step() {
    let (office, cases) = office();
    add(&office, "m2");
    let args = [
        "--json", "assign", "--from", "m1", "--to", "m2", "--origin", "KP",
    ];
    let files = office.files();
    let would = office.ok(&[&args[..], &["--dry-run"]].concat()).json();
    assert!(files == office.files(), "a rehearsal writes nothing");
    let mut korean = cases[..3].to_vec();
    korean.sort();
    assert_eq!(named(&would), korean);
    assert_eq!(
        (&would["batch"], &would["dry_run"]),
        (&Value::Null, &true.into())
    );
    let done = office.ok(&args).json();
    assert_eq!(named(&done), korean);
    assert_eq!(workers(&office), ["m2", "m2", "m2", "m1"]);
    // Again there is nothing left to do.
    assert_eq!(office.ok(&args).json()["items"], json!([]));
    let undone = office.ok(&["--json", "undo"]).json();
    assert_eq!(
        (&undone["taken_back"], &undone["batch"]),
        (&true.into(), &done["batch"])
    );
    assert_eq!(workers(&office), ["m1", "m1", "m1", "m1"]);
    // Before the batch lies an entry of its own.
    let before = office.ok(&["--json", "undo"]);
    assert_eq!(
        before.json()["schema"],
        "nansen.recorded/1",
        "{}",
        before.shown()
    );

    for bad in [
        &["assign", "--to", "m2", "--origin", "KP"][..],
        &["assign", &cases[0], "--from", "m1", "--to", "m2"],
        &["assign", "--from", "m1", "--to", "m2", "--origin", "Korea"],
        &["bulk", "close", "--reason", "other"],
    ] {
        let said = office.run(bad);
        assert_eq!(said.code, 2, "{bad:?}: {}", said.shown());
    }
    let unknown = ["assign", "--from", "m1", "--to", "m9"];
    assert_eq!(office.fails(1, &unknown), "member.absent");
}

#[test]
fn a_notice_on_many_cases_is_taken_back_as_one() {
    let (office, cases) = office();
    let note = [
        "--json",
        "bulk",
        "note",
        "--origin",
        "KP",
        "--jurisdiction",
        "ru",
    ];
    let done = office
        .run_with(&note, "no removals there since the first of March")
        .json();
    let batch = done["batch"].as_str().unwrap();
    assert_eq!(done["items"].as_array().unwrap().len(), 3);
    let notes = |office: &Office| {
        cases
            .iter()
            .map(|case| kinds(office, case, "note"))
            .collect()
    };
    let now: Vec<usize> = notes(&office);
    assert_eq!(now, [1, 1, 1, 0]);
    // One of them is taken back alone; an entry of another sort follows; the rest goes as one.
    let one = done["items"][0]["event"].as_str().unwrap();
    office.ok(&["retract", one]);
    office.ok(&["record", "contact", &cases[3], "--date", "2026-03-01"]);
    let human = office
        .ok(&["--format", "human", "retract", "--batch", batch])
        .out;
    assert!(
        human.contains("Taken back, of all cases at once: noted, 2 cases"),
        "{human}"
    );
    let now: Vec<usize> = notes(&office);
    assert_eq!(now, [0, 0, 0, 0]);
    assert_eq!(kinds(&office, &cases[3], "contact"), 1);
    let again = ["retract", "--batch", batch];
    assert_eq!(office.fails(1, &again), "entry.retracted");
    assert_eq!(office.fails(1, &["retract", "--batch", one]), "bulk.absent");
    let said = office.run_with(&note, "");
    assert_eq!(said.code, 2, "{}", said.shown());
    office.ok(&["store", "verify"]);
}

#[test]
fn where_one_case_waits_none_is_closed() {
    let (office, cases) = office();
    office.ok(&["deadline", "set", &cases[1], "--due", "2026-04-01"]);
    let close = ["bulk", "close", "--reason", "transferred", "--worker", "m1"];
    let files = office.files();
    assert_eq!(office.fails(6, &close), "bulk.deadlines-open");
    assert!(files == office.files(), "nothing was written");
    let told = office.run(&[&close[..], &["--dry-run"]].concat());
    assert!(
        told.err.contains(&format!("{}: 1 open", cases[1])),
        "{}",
        told.shown()
    );
    office.ok(&["undo"]);
    let done = office.ok(&[&["--json"][..], &close].concat()).json();
    assert_eq!(done["items"].as_array().unwrap().len(), 4);
    assert_eq!(office.ok(&["--json", "list"]).json()["items"], json!([]));
    office.ok(&["undo"]);
    let open = office.ok(&["--json", "list"]).json();
    assert_eq!(open["items"].as_array().unwrap().len(), 4);
}

/// Which case is in the way is said, of all that are; what would be taken back is shown first.
#[test]
fn a_batch_names_what_is_in_its_way_and_what_it_would_take_back() {
    let (office, cases) = office();
    let waits = ["--every", "2d", "--how", "partner"];
    office.ok(&[&["check-in", "set", &cases[2]][..], &waits].concat());
    let close = ["bulk", "close", "--reason", "transferred", "--worker", "me"];
    let said = office.run(&close);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(said.err.contains(&cases[2]), "{}", said.shown());
    assert!(!said.err.contains(&cases[1]), "{}", said.shown());
    office.ok(&["undo"]);
    let plain = office.ok(&close).out;
    let batch = plain.lines().last().unwrap().split('\t').next().unwrap();
    let files = office.files();
    let back = ["--json", "retract", "--batch", batch];
    let would = office.ok(&[&back[..], &["--dry-run"]].concat()).json();
    assert!(files == office.files(), "a rehearsal writes nothing");
    assert_eq!(named(&would).len(), 4);
    assert_eq!(would["items"][0]["event"], Value::Null);
    let done = office.ok(&back).json();
    assert_eq!(named(&done), named(&would));
    let open = office.ok(&["--json", "list"]).json();
    assert_eq!(open["items"].as_array().unwrap().len(), 4);
}

#[test]
fn killed_amid_a_batch_it_is_all_or_nothing() {
    let office = Office::open();
    let line = |at: usize| {
        format!(r#"{{"type":"case","case":"r{at}","origin":"KP","jurisdiction":"ru"}}"#)
    };
    let lines: Vec<String> = (0..40).map(line).collect();
    let lines = lines.join("\n");
    let said = office.run_with(&["--json", "import", "-"], &lines).json();
    let map = said["map"].as_array().unwrap();
    let case = |at: usize| map[at]["case"].as_str().unwrap();
    let (mut none, mut all) = (0, 0);
    // How long it takes hangs on the machine and on what else it does.
    let begun = Instant::now();
    office.ok(&["assign", "--from", "nobody", "--to", "m1"]);
    let whole = begun.elapsed();
    for round in 0..24_u32 {
        let before = kinds(&office, case(0), "assignment");
        // Whoever has them, they go to the other.
        let shown = office.ok(&["--json", "show", case(0)]).json();
        let (from, to) = if shown["worker"].is_null() {
            ("nobody", "m1")
        } else {
            ("m1", "nobody")
        };
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--no-input", "assign", "--from", from, "--to", to])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole * round / 12);
        drop(child.kill());
        child.wait().unwrap();
        let list = office.ok(&["--json", "list"]).json();
        let items = list["items"].as_array().unwrap();
        let first = &items[0]["worker"];
        assert!(
            items.iter().all(|one| one["worker"] == *first),
            "round {round}: {list}"
        );
        if kinds(&office, case(0), "assignment") == before {
            none += 1;
        } else {
            all += 1;
        }
    }
    println!("{none} killed before, {all} after");
    assert!(none > 0 && all > 0, "{none} before, {all} after");
    office.ok(&["store", "verify"]);
}
