//! Cases of several persons: whose an entry is, whose deadline it opens, how they are counted.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::members::seal_to_one;
use crate::prompts::at_terminal;
use crate::support::Office;

const BE: [&str; 8] = [
    "--origin",
    "SY",
    "--jurisdiction",
    "be",
    "--sex",
    "m",
    "--born",
    "1980",
];

/// Splits a line into words, with the case in the place of `CASE`.
fn words(case: &str, line: &str) -> Vec<String> {
    line.split(' ')
        .map(|word| if word == "CASE" { case } else { word }.to_owned())
        .collect()
}

fn ok(office: &Office, case: &str, line: &str) -> Value {
    let words = words(case, line);
    let mut args = vec!["--json"];
    args.extend(words.iter().map(String::as_str));
    office.ok(&args).json()
}

fn fails(office: &Office, case: &str, code: i32, line: &str) -> String {
    let words = words(case, line);
    let args: Vec<&str> = words.iter().map(String::as_str).collect();
    office.fails(code, &args)
}

fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()
}

fn events(office: &Office) -> Value {
    office.ok(&["--json", "store", "info"]).json()["events"].clone()
}

/// A couple with a child: 1, 2 and 3.
fn family(office: &Office) -> String {
    let case = office.new_case(&BE);
    let spouse = "person add CASE --relation spouse --sex f --born 1985";
    assert_eq!(ok(office, &case, spouse)["people"][0]["person"], 2);
    let child = "person add CASE --role dependant --relation child --born 2015 --origin TR";
    assert_eq!(ok(office, &case, child)["people"][0]["person"], 3);
    case
}

fn deadlines(office: &Office, case: &str, rule: &str) -> Vec<(u64, String, String)> {
    let shown = show(office, case);
    let all = shown["deadlines"].as_array().unwrap().iter();
    let mut found: Vec<_> = all
        .filter(|one| one["rule"] == rule)
        .map(|one| {
            let text = |name: &str| one[name].as_str().unwrap().to_owned();
            (one["person"].as_u64().unwrap(), text("id"), text("state"))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn what_is_decided_for_several_is_recorded_at_once_and_each_has_a_deadline() {
    let office = Office::open();
    let case = family(&office);
    let applied = ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person all",
    );
    let refs: Vec<_> = applied["people"].as_array().unwrap().iter().collect();
    assert_eq!(refs.len(), 3);
    assert_eq!(
        (&refs[2]["person"], &refs[2]["ref"]),
        (&3.into(), &"A3".into())
    );
    let refused = ok(
        &office,
        &case,
        "record decision CASE --outcome refused --basis unfounded --decided 2026-02-02 --notified 2026-02-25 \
         --person 1 --person 3",
    );
    let opened = refused["deadlines"].as_array().unwrap();
    let whose: Vec<_> = opened.iter().map(|one| one["person"].as_u64()).collect();
    assert!(
        whose.contains(&Some(1)) && whose.contains(&Some(3)),
        "{whose:?}"
    );
    assert!(!whose.contains(&Some(2)), "{whose:?}");
    let both = deadlines(&office, &case, "be.appeal-30d");
    assert_eq!(both.len(), 2);
    assert_ne!(both[0].1, both[1].1, "each has an id of its own");
    // The appeal of one leaves the other's deadline open.
    ok(
        &office,
        &case,
        "record appeal CASE --kind appeal --lodged 2026-03-02 --person 3",
    );
    let state: Vec<_> = deadlines(&office, &case, "be.appeal-30d")
        .into_iter()
        .map(|(person, _, state)| (person, state))
        .collect();
    assert_eq!(state, [(1, "open".to_owned()), (3, "met".to_owned())]);
    let shown = show(&office, &case);
    let states = shown["applications"].as_array().unwrap().iter();
    let states: Vec<_> = states
        .map(|one| (one["person"].clone(), one["state"].clone()))
        .collect();
    assert_eq!(
        states,
        [(1, "refused"), (2, "pending"), (3, "refused")]
            .map(|(person, state)| (person.into(), state.into()))
    );
    let human = office.ok(&[
        "--format", "human", "due", "--worker", "all", "--within", "90d",
    ]);
    assert!(human.out.contains("person 1: "), "{}", human.out);
    let human = office.ok(&["--format", "human", "show", &case]);
    assert!(human.out.contains("PEOPLE"), "{}", human.out);
    assert!(human.out.contains("(person 3)"), "{}", human.out);
    let list = office.ok(&["--format", "human", "list"]);
    assert!(list.out.contains("people"), "{}", list.out);
    let verified = office.ok(&["--json", "store", "verify"]).json();
    assert_eq!(verified["ok"], true);
}

#[test]
fn whose_it_is_must_be_said_and_what_is_wrong_changes_nothing() {
    let office = Office::open();
    let case = family(&office);
    let before = events(&office);
    let lodged = "record application CASE --kind single_procedure --lodged 2025-10-01";
    assert_eq!(fails(&office, &case, 6, lodged), "history.which-person");
    for wrong in ["--person 4", "--person 1 --person 9"] {
        let line = format!("{lodged} {wrong}");
        assert_eq!(fails(&office, &case, 1, &line), "history.no-person");
    }
    assert_eq!(
        fails(&office, &case, 2, &format!("{lodged} --person x")),
        "args.value"
    );
    assert_eq!(events(&office), before, "nothing was written");
    ok(&office, &case, &format!("{lodged} --person 2"));
    ok(&office, &case, &format!("{lodged} --person 1"));
    let refused = "record decision CASE --outcome refused --decided 2026-02-02";
    assert_eq!(fails(&office, &case, 6, refused), "history.several");
    let other = format!("{refused} --on A1 --person 1");
    assert_eq!(fails(&office, &case, 1, &other), "history.other-person");
    // One of those named has nothing pending: nobody gets a decision.
    let before = events(&office);
    let line = format!("{refused} --person 1 --person 3");
    assert_eq!(fails(&office, &case, 1, &line), "history.nothing-pending");
    assert_eq!(events(&office), before);
    // What it is about says whose it is.
    let said = ok(&office, &case, &format!("{refused} --on A1"));
    assert_eq!(said["people"][0]["person"], 2);
    // A note concerns the whole case.
    assert_eq!(
        office.run_with(&["record", "note", &case], "a note").code,
        0
    );
}

#[test]
fn a_case_of_one_person_shows_nothing_of_it() {
    let office = Office::open();
    let case = office.new_case(&BE);
    let applied = "record application CASE --kind single_procedure --lodged 2025-10-01";
    assert_eq!(ok(&office, &case, applied)["people"], serde_json::json!([]));
    ok(
        &office,
        &case,
        "record decision CASE --outcome refused --notified 2026-02-25",
    );
    let due = office.ok(&["--json", "due", "--within", "90d"]).json();
    assert_ne!(due["items"][0]["id"], Value::Null);
    assert_eq!(due["items"][0]["person"], Value::Null);
    for args in [&["list"][..], &["due", "--within", "90d"], &["show", &case]] {
        for format in ["plain", "human"] {
            let said = office.ok(&[&["--format", format], args].concat());
            assert!(!said.out.contains("people"), "{}", said.out);
            assert!(!said.out.contains("person 1"), "{}", said.out);
            let header = said
                .out
                .lines()
                .any(|line| line.split('\t').any(|c| c == "person"));
            assert!(!header, "{}", said.out);
        }
    }
    let alone = "person leave CASE --person 1 --reason died";
    assert_eq!(fails(&office, &case, 1, alone), "history.only-person");
}

#[test]
fn a_grant_to_one_opens_the_limit_for_the_family_and_their_applications_meet_it() {
    let office = Office::open();
    for (law, rule, decided) in [
        ("be", "be.family-6m", "2026-02-02"),
        ("ie", "ie.family-12m", "2026-02-02"),
    ] {
        let case = office.new_case(&["--origin", "SY", "--jurisdiction", law]);
        ok(&office, &case, "person add CASE --relation spouse");
        ok(&office, &case, "person add CASE --relation child");
        ok(
            &office,
            &case,
            "record application CASE --kind single_procedure --lodged 2025-10-01 --person 1",
        );
        let granted = format!(
            "record decision CASE --outcome granted --protection refugee_status --decided {decided} --notified {decided}"
        );
        ok(&office, &case, &granted);
        let state = || {
            let all = deadlines(&office, &case, rule);
            assert_eq!(all.len(), 1, "{rule} {all:?}");
            (all[0].0, all[0].2.clone())
        };
        assert_eq!(state(), (1, "open".to_owned()), "{rule}");
        let joins = "record application CASE --kind family_extension --lodged 2026-03-02";
        ok(&office, &case, &format!("{joins} --person 2"));
        // The child has asked for nothing yet.
        assert_eq!(state(), (1, "open".to_owned()), "{rule}");
        ok(&office, &case, &format!("{joins} --person 3"));
        assert_eq!(state(), (1, "met".to_owned()), "{rule}");
    }
    // By the one who has the status, for the others.
    let case = office.new_case(&BE);
    ok(&office, &case, "person add CASE --relation spouse");
    let lodged = "record application CASE --kind single_procedure --lodged 2025-10-01 --person 1";
    ok(&office, &case, lodged);
    let granted =
        "record decision CASE --outcome granted --protection refugee_status --decided 2026-02-02";
    ok(&office, &case, granted);
    let asks = "record application CASE --kind family_extension --lodged 2026-03-02 --person 1";
    ok(&office, &case, asks);
    assert_eq!(deadlines(&office, &case, "be.family-6m")[0].2, "met");
}

#[test]
fn what_happens_to_one_bears_on_no_other() {
    let office = Office::open();
    let case = family(&office);
    ok(
        &office,
        &case,
        "record detention CASE --date 2026-02-25 --person 1 --person 2",
    );
    ok(
        &office,
        &case,
        "record release CASE --date 2026-02-26 --person 2",
    );
    let open: Vec<_> = show(&office, &case)["measures"].as_array().unwrap().clone();
    let open: Vec<_> = open
        .iter()
        .map(|one| (one["person"].as_u64(), one["open"].as_bool()))
        .collect();
    assert_eq!(open, [(Some(1), Some(true)), (Some(2), Some(false))]);
    let nobody = "record release CASE --date 2026-02-26 --person 3";
    assert_eq!(fails(&office, &case, 1, nobody), "history.not-detained");
    // The same application of another person is no second one, and none is subsequent to another's.
    let applied = "record application CASE --kind single_procedure --lodged 2025-10-01 --person 1";
    ok(&office, &case, applied);
    assert_eq!(fails(&office, &case, 1, applied), "history.twice");
    ok(
        &office,
        &case,
        "record decision CASE --outcome refused --decided 2026-01-05 --on A1",
    );
    let later = "record application CASE --kind single_procedure --lodged 2026-02-02";
    ok(&office, &case, &format!("{later} --person 2"));
    ok(&office, &case, &format!("{later} --person 1"));
    let shown = show(&office, &case);
    let orders = shown["applications"].as_array().unwrap().iter();
    let orders: Vec<_> = orders.map(|one| one["order"].as_str().unwrap()).collect();
    assert_eq!(orders, ["first", "first", "subsequent"]);
}

#[test]
fn a_fact_about_one_moves_only_their_deadline() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    ok(&office, &case, "person add CASE --relation spouse");
    ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person all",
    );
    ok(
        &office,
        &case,
        "record decision CASE --outcome refused --basis unfounded --decided 2026-02-16 --served 2026-02-20 --person all",
    );
    let days = |office: &Office| {
        let mut days: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for one in show(office, &case)["deadlines"].as_array().unwrap() {
            let due = one["due"].as_str().unwrap_or_default().to_owned();
            days.entry(one["person"].as_u64().unwrap())
                .or_default()
                .push(due);
        }
        for days in days.values_mut() {
            days.sort();
        }
        days
    };
    let before = days(&office);
    assert_eq!(before[&1], before[&2], "the same letter, the same days");
    // Said of one of them alone: the ground that shortens.
    ok(
        &office,
        &case,
        "record fact CASE --fact refusal_kind=manifestly_unfounded --on A2",
    );
    let after = days(&office);
    assert_eq!(after[&1], before[&1]);
    assert_ne!(after[&2], before[&2]);
}

#[test]
fn what_is_known_of_one_says_nothing_of_another() {
    let office = Office::open();
    let case = family(&office);
    ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person 1 --person 2",
    );
    ok(
        &office,
        &case,
        "record decision CASE --outcome refused --basis unfounded --notified 2026-02-25 --person 1 --person 2",
    );
    let arguable = || -> BTreeMap<u64, bool> {
        let shown = show(&office, &case)["deadlines"].clone();
        let all = shown.as_array().unwrap().iter();
        let appeals = all.filter(|one| one["rule"] == "be.appeal-30d");
        appeals
            .map(|one| {
                (
                    one["person"].as_u64().unwrap(),
                    !one["last_arguable"].is_null(),
                )
            })
            .collect()
    };
    // Nothing is known of either: the short limit, and the long one can be argued.
    assert_eq!(arguable(), BTreeMap::from([(1, true), (2, true)]));
    for fact in ["detained=false", "procedure=accelerated"] {
        ok(
            &office,
            &case,
            &format!("record fact CASE --fact {fact} --person 2"),
        );
    }
    assert_eq!(arguable(), BTreeMap::from([(1, true), (2, false)]));
}

#[test]
fn who_leaves_has_no_open_deadline_and_takes_no_further_entry() {
    let office = Office::open();
    let case = family(&office);
    ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person 2",
    );
    ok(
        &office,
        &case,
        "record decision CASE --outcome refused --basis unfounded --notified 2026-02-25 --person 2",
    );
    let leave = "person leave CASE --person 2 --reason died --date 2026-03-01";
    assert_eq!(fails(&office, &case, 6, leave), "case.deadlines-open");
    ok(
        &office,
        &case,
        "record appeal CASE --kind appeal --lodged 2026-03-02 --person 2",
    );
    for one in show(&office, &case)["deadlines"].as_array().unwrap() {
        if one["state"] == "open" && one["actor"] == "applicant" {
            let id = one["id"].as_str().unwrap();
            office.run_with(&["deadline", "waive", id, "--because", "-"], "not needed");
        }
    }
    ok(&office, &case, leave);
    assert_eq!(fails(&office, &case, 1, leave), "history.twice");
    let contact = "record interview CASE --date 2026-03-02 --person 2";
    assert_eq!(fails(&office, &case, 1, contact), "history.person-left");
    ok(&office, &case, &format!("{contact} --even-so late"));
    let people = ok(&office, &case, "person list CASE");
    assert_eq!(people["items"][1]["left"], "died");
    assert_eq!(people["items"][2]["left"], Value::Null);
    let list = office.ok(&["--json", "list"]).json();
    assert_eq!(list["items"][0]["people"], 2);
    // A number is never given to somebody else, also not that of a person who was taken back.
    let fourth = ok(&office, &case, "person add CASE");
    assert_eq!(fourth["people"][0]["person"], 4);
    ok(&office, &case, "undo");
    assert_eq!(
        ok(&office, &case, "person add CASE")["people"][0]["person"],
        5
    );
}

#[test]
fn what_was_recorded_for_several_at_once_is_taken_back_at_once() {
    let office = Office::open();
    let case = family(&office);
    ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person all",
    );
    let decided =
        "record decision CASE --outcome refused --notified 2026-02-20 --person 1 --person 3";
    let decided = ok(&office, &case, decided);
    assert_eq!(decided["people"].as_array().unwrap().len(), 2);
    let standing = || {
        let shown = show(&office, &case);
        let all = shown["applications"].as_array().unwrap().clone();
        let states = all
            .iter()
            .map(|one| one["state"].as_str().unwrap().to_owned());
        states.collect::<Vec<_>>()
    };
    assert_eq!(standing(), ["refused", "pending", "refused"]);
    let undone = ok(&office, &case, "undo");
    let persons = undone["items"].as_array().unwrap().iter();
    let persons: Vec<u64> = persons.map(|one| one["person"].as_u64().unwrap()).collect();
    assert_eq!(persons, [1, 3]);
    assert_eq!(standing(), ["pending", "pending", "pending"]);
    // The one before is the next.
    ok(&office, &case, "undo");
    assert_eq!(standing(), [""; 0]);
    // Of what one took back alone the others' part is left.
    let applied =
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person all";
    let applied = ok(&office, &case, applied);
    let second = applied["people"][1]["event"].as_str().unwrap();
    office.ok(&["retract", second, "--because", "own case"]);
    let undone = ok(&office, &case, "undo");
    assert_eq!(undone["items"].as_array().unwrap().len(), 2);
    assert_eq!(standing(), [""; 0]);
}

#[test]
fn an_entry_can_turn_out_to_be_anothers() {
    let office = Office::open();
    let case = family(&office);
    let applied = ok(
        &office,
        &case,
        "record application CASE --kind single_procedure --lodged 2025-10-01 --person 1",
    );
    let event = applied["event"].as_str().unwrap();
    let refused = "record decision CASE --outcome refused --basis unfounded --notified 2026-02-25";
    let decided = ok(&office, &case, refused);
    assert_eq!(deadlines(&office, &case, "be.appeal-30d")[0].0, 1);
    let because = ["--because", "a slip"];
    let correct = |event: &str, person: &str| -> Vec<String> {
        let all = [&["correct", event, "--person", person][..], &because].concat();
        all.into_iter().map(str::to_owned).collect()
    };
    let run = |args: Vec<String>| office.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let code = run(correct(event, "7")).code;
    assert_eq!(code, 1, "nobody of this number");
    let of_decision = run(correct(decided["event"].as_str().unwrap(), "2"));
    assert_eq!(of_decision.code, 1, "a decision is that of its application");
    assert_eq!(run(correct(event, "2")).code, 0);
    // What hangs on it goes with it, under the same ids.
    let moved = deadlines(&office, &case, "be.appeal-30d");
    assert_eq!((moved.len(), moved[0].0), (1, 2));
    assert_eq!(show(&office, &case)["applications"][0]["person"], 2);
    // Nobody is taken back while something of theirs stands.
    let person = show(&office, &case)["events"].as_array().unwrap().clone();
    let person = person
        .iter()
        .find(|one| one["kind"] == "person" && one["person"] == 2);
    let person = person.unwrap()["event"].as_str().unwrap().to_owned();
    assert_eq!(office.fails(1, &["retract", &person]), "entry.hangs");
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

#[test]
fn a_line_of_an_import_says_whose_it_is() {
    let office = Office::open();
    let opening = r#"{"type":"case","case":"r1","origin":"SY","jurisdiction":"be"}
{"type":"person","case":"r1","ref":"child","role":"dependant","relation":"child","born":2015}
"#;
    let line =
        r#"{"type":"application","case":"r1","kind":"single_procedure","lodged":"2025-10-01""#;
    for wrong in [
        format!("{line}}}"),
        format!(r#"{line},"person":3}}"#),
        format!(r#"{line},"person":"nobody"}}"#),
    ] {
        let said = office.run_with(&["--json", "import", "-"], &format!("{opening}{wrong}\n"));
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(said.err.contains("line 3"), "names the line: {}", said.err);
    }
    let good = format!("{opening}{line},\"person\":\"child\"}}\n{line},\"person\":1}}\n");
    let made = office.run_with(&["--json", "import", "-"], &good).json();
    assert_eq!((&made["cases"], &made["events"]), (&1.into(), &4.into()));
    let case = made["map"][0]["case"].as_str().unwrap();
    let shown = show(&office, case);
    assert_eq!(shown["applications"][0]["person"], 2);
    assert_eq!(shown["applications"][1]["person"], 1);
    assert_eq!(shown["people"][1]["relation"], "child");
}

#[test]
fn names_are_sealed_for_one_of_them_and_open_for_one() {
    let office = Office::open();
    let case = family(&office);
    seal_to_one(&office);
    let person = r#"{"names":["Zyxqwv Example"],"born":"1985-03-02"}"#;
    let seal =
        |args: &[&str]| office.run_with(&[&["identity", "seal", &case], args].concat(), person);
    assert_eq!(seal(&[]).code, 6, "whose names?");
    assert_eq!(seal(&["--person", "8"]).code, 1);
    assert_eq!(seal(&["--person", "2"]).code, 0);
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age", "--json"];
    let open = |number: &str| {
        let all = [
            "identity", "open", &case, "--person", number, "--reason", "check",
        ];
        office.run(&[&keys[..], &all, &["--because", "a check", "--force"]].concat())
    };
    assert!(open("2").out.contains("Zyxqwv"));
    let none = open("1");
    assert_eq!(none.code, 1, "{}", none.shown());
    assert!(!none.shown().contains("Zyxqwv"));
    let found = office.run_with(
        &[&keys[..], &["identity", "match"]].concat(),
        "Zyxqwv Example",
    );
    let found = found.json();
    assert_eq!(found["items"][0]["person"], 2);
    assert_eq!(found["looked"], 1);
    let audit = office.ok(&["--json", "audit"]).json();
    let opened = audit["items"].as_array().unwrap().clone();
    let opened = opened.iter().find(|one| one["what"] == "identity.opened");
    assert_eq!(opened.unwrap()["person"], 2);
}

#[test]
fn at_a_terminal_it_asks_whose_it_is() {
    let office = Office::open();
    let case = family(&office);
    let key = office.key();
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-10-01"];
    let record = [
        "--key",
        key.to_str().unwrap(),
        "record",
        "application",
        &case,
    ];
    let args = [&record[..], &lodged].concat();
    let mut session = at_terminal(&office, &args);
    session.exp_string("Whose is it").unwrap();
    session.exp_string("dependant, child").unwrap();
    session.send_line("everybody").unwrap();
    session.exp_eof().unwrap();
    let applications = show(&office, &case)["applications"].clone();
    assert_eq!(applications.as_array().unwrap().len(), 3, "{applications}");
    // Somebody who is added is asked about field by field.
    let add = ["--key", key.to_str().unwrap(), "person", "add", &case];
    let mut session = at_terminal(&office, &add);
    session.exp_string(&case).unwrap();
    for (label, answer) in [
        ("What the person is in the procedure", "dependant"),
        ("What the person is to the first person", "child"),
        ("Sex", "female"),
        ("Year of birth", "2019"),
    ] {
        session.exp_string(label).unwrap();
        session.send_line(answer).unwrap();
    }
    session.exp_eof().unwrap();
    let people = ok(&office, &case, "person list CASE");
    let fourth = &people["items"][3];
    assert_eq!(
        (&fourth["born"], &fourth["sex"]),
        (&2019.into(), &"f".into())
    );
}
