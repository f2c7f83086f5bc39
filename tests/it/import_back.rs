//! A whole wrong import, taken back: what goes, what stays, and the same file once more.

use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::sheets::office as with_holders;
use crate::support::Office;

fn imported(office: &Office, lines: &str) -> Value {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

fn cases(office: &Office) -> Vec<String> {
    let list = office.ok(&["--json", "list", "--all"]).json();
    let items = list["items"].as_array().unwrap().iter();
    let mut all: Vec<String> = items
        .map(|one| one["case"].as_str().unwrap().to_owned())
        .collect();
    all.sort();
    all
}

fn due(office: &Office) -> Value {
    let due = office.ok(&["--json", "due", "--worker", "all", "--actor", "all"]);
    due.json()["items"].clone()
}

fn number_of(done: &Value, name: &str) -> String {
    let map = done["map"].as_array().unwrap();
    let one = map.iter().find(|one| one["ref"] == name).unwrap();
    one["case"].as_str().unwrap().to_owned()
}

fn live(office: &Office, case: &str, kind: &str) -> usize {
    let shown = office.ok(&["--json", "show", case, "--all"]).json();
    let events = shown["events"].as_array().unwrap().iter();
    let live = events.filter(|one| one["kind"] == kind && one["state"] == "live");
    live.count()
}

fn fates(undone: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = undone["items"].as_array().unwrap().iter();
    let mut all: Vec<_> = items
        .map(|one| (text(&one["case"]), text(&one["fate"])))
        .collect();
    all.sort();
    all
}

const BEFORE: &str = r#"{"type":"case","case":"old","origin":"SY","jurisdiction":"de","opened":"2026-01-04"}
{"type":"application","case":"old","ref":"a","kind":"single_procedure","lodged":"2026-01-05"}
"#;

/// Adds to one case that is there, and opens three.
const WRONG: &str = r#"{"type":"decision","case":"old","ref":"d","on":"a","outcome":"refused","basis":"unfounded","decided":"2026-02-20","notified":"2026-02-27"}
{"type":"case","case":"x","origin":"SY","jurisdiction":"de","opened":"2026-01-04"}
{"type":"application","case":"x","ref":"a","kind":"single_procedure","lodged":"2026-01-05"}
{"type":"decision","case":"x","ref":"d","on":"a","outcome":"refused","basis":"unfounded","decided":"2026-02-20","notified":"2026-02-27"}
{"type":"case","case":"y","origin":"SY","jurisdiction":"de","opened":"2026-01-04"}
{"type":"contact","case":"y","ref":"n","date":"2026-01-20"}
{"type":"case","case":"z","origin":"SY","jurisdiction":"de","opened":"2026-01-04"}
{"type":"application","case":"z","ref":"a","kind":"single_procedure","lodged":"2026-01-05"}
"#;

#[test]
fn an_import_taken_back_counts_nowhere_and_the_file_comes_in_whole_again() {
    let office = Office::open();
    let before = imported(&office, BEFORE);
    let old = number_of(&before, "old");
    let (list, open) = (cases(&office), due(&office));
    let stats = || office.ok(&["--json", "stats", "show", "--inside"]).json();
    let (status, counted) = (office.ok(&["--json", "status"]).json(), stats());
    let done = imported(&office, WRONG);
    let batch = done["batch"].as_str().unwrap().to_owned();
    let (x, y, z) = (
        number_of(&done, "x"),
        number_of(&done, "y"),
        number_of(&done, "z"),
    );
    assert_ne!(due(&office), open);

    let tried = office
        .ok(&["--json", "retract", "--batch", &batch, "--dry-run"])
        .json();
    let expected = [
        (old.clone(), "entries".to_owned()),
        (x.clone(), "gone".to_owned()),
        (y, "gone".to_owned()),
        (z, "gone".to_owned()),
    ];
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(fates(&tried), expected, "{tried}");
    assert_eq!((&tried["dry_run"], cases(&office).len()), (&true.into(), 4));

    let undone = office.ok(&["--json", "undo"]).json();
    assert_eq!(undone["schema"], "nansen.import-undone/1");
    assert_eq!(fates(&undone), expected);
    assert_eq!(
        (&undone["entries"], &undone["cases"], &undone["changed"]),
        (&8.into(), &3.into(), &1.into()),
        "{undone}"
    );
    assert_eq!((cases(&office), due(&office)), (list, open));
    let after = office.ok(&["--json", "status"]).json();
    assert_eq!(
        (&after["cases"], &after["due"]),
        (&status["cases"], &status["due"])
    );
    assert_eq!(stats()["cells"], counted["cells"]);
    assert_eq!(live(&office, &old, "decision"), 0);
    office.fails(1, &["show", &x]);
    assert_eq!(
        office.fails(1, &["retract", "--batch", &batch]),
        "entry.retracted"
    );
    // The import before is not taken back by the way.
    assert_eq!(office.fails(1, &["undo"]), "import.whole");
    let first = before["batch"].as_str().unwrap();
    office.ok(&["retract", "--batch", first]);
    assert_eq!(cases(&office).len(), 0);
    assert_eq!(office.fails(1, &["undo"]), "entry.nothing-to-undo");

    let again = imported(&office, &format!("{BEFORE}{WRONG}"));
    assert_eq!(
        (&again["cases"], &again["events"], &again["already_there"]),
        (&4.into(), &10.into(), &0.into()),
        "{again}"
    );
    let old = number_of(&again, "old");
    assert_eq!(live(&office, &old, "decision"), 1);
    // And then it is a file like any other.
    let same = imported(&office, &format!("{BEFORE}{WRONG}"));
    assert_eq!(
        (&same["events"], &same["already_there"], &same["batch"]),
        (&0.into(), &10.into(), &Value::Null)
    );
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
    office.ok(&["store", "rebuild"]);
    let same = imported(&office, &format!("{BEFORE}{WRONG}"));
    assert_eq!(same["events"], 0, "{same}");
}

#[test]
fn a_case_with_which_somebody_went_on_is_left_as_it_is() {
    let office = Office::open();
    let old = number_of(&imported(&office, BEFORE), "old");
    let done = imported(&office, WRONG);
    let batch = done["batch"].as_str().unwrap().to_owned();
    let (x, y) = (number_of(&done, "x"), number_of(&done, "y"));
    // A person went on with two, and took back what they did in one of them.
    for case in [&x, &y] {
        office.ok(&["record", "contact", case, "--date", "2026-02-28"]);
    }
    office.ok(&["undo"]);
    // By the way it is not taken back.
    office.ok(&["--json", "retract", "--batch", &batch, "--dry-run"]);
    office.ok(&["record", "contact", &old, "--date", "2026-02-28"]);
    office.ok(&["undo"]);
    let event = {
        let shown = office.ok(&["--json", "show", &x]).json();
        let events = shown["events"].as_array().unwrap().clone();
        let contact = events.iter().find(|one| one["kind"] == "contact");
        contact.unwrap()["event"].as_str().unwrap().to_owned()
    };
    let human = office.ok(&[
        "--format",
        "human",
        "retract",
        "--batch",
        &batch,
        "--dry-run",
    ]);
    assert!(
        human.out.contains(&x) && !human.out.contains(&y),
        "{}",
        human.shown()
    );

    let undone = office
        .ok(&[
            "--json",
            "retract",
            "--batch",
            &batch,
            "--because",
            "the wrong map",
        ])
        .json();
    assert!(
        fates(&undone).contains(&(x.clone(), "left".to_owned())),
        "{undone}"
    );
    assert!(fates(&undone).contains(&(y, "gone".to_owned())), "{undone}");
    assert_eq!((&undone["left"], &undone["cases"]), (&1.into(), &2.into()));
    assert_eq!(
        (
            live(&office, &x, "decision"),
            live(&office, &old, "decision")
        ),
        (1, 0)
    );
    // Nothing more is to be had from it, and nothing is written.
    let events = || office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let written = events();
    let again = office.ok(&["--json", "retract", "--batch", &batch]).json();
    assert_eq!((&again["entries"], &again["left"]), (&0.into(), &1.into()));
    assert_eq!(events(), written);
    // The file again brings what went, and finds what stayed.
    let same = imported(&office, WRONG);
    assert_eq!(
        (&same["cases"], &same["already_there"]),
        (&2.into(), &3.into()),
        "{same}"
    );
    // Once nobody goes on with it any more it goes, too.
    office.ok(&["retract", &event]);
    let undone = office.ok(&["--json", "retract", "--batch", &batch]).json();
    assert_eq!(fates(&undone), [(x, "gone".to_owned())]);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

#[test]
fn undo_takes_no_import_back_by_the_way_and_no_single_line_of_it() {
    let office = Office::open();
    let done = imported(&office, WRONG.split_once('\n').unwrap().1);
    let z = number_of(&done, "z");
    office.ok(&["record", "contact", &z, "--date", "2026-02-28"]);
    office.ok(&["undo"]);
    let said = office.run(&["--json", "undo"]);
    assert_eq!(said.code, 1, "{}", said.shown());
    let batch: String = done["batch"].as_str().unwrap().chars().take(8).collect();
    assert!(
        said.err.contains("import.whole") && said.err.contains(&batch),
        "{}",
        said.shown()
    );
    assert_eq!(cases(&office).len(), 3);
    office.ok(&["--json", "retract", "--batch", &batch]);
    assert_eq!(cases(&office).len(), 0);
}

const MAP: &str = r#"schema = "nansen.sheet-map/1"
heading = 1
rows = "case"
key = ["A"]
[fixed]
"case.jurisdiction" = "de"
"application.kind" = "single_procedure"
[[column]]
at = "B"
use = "seal names"
[[column]]
at = "C"
use = "case.origin"
[[column]]
at = "D"
use = "application.lodged"
"#;
/// Of a sheet that says how to reach people, too.
const REACHED: &str = r#"[[column]]
at = "E"
use = "seal telephone"
[[column]]
at = "F"
use = "case.worker"
"#;

#[test]
fn names_that_an_import_sealed_go_only_where_that_is_said() {
    let office = with_holders();
    // Telephones are sealed to who works on the case as well, by an entry that is no line of the file.
    office.ok(&["key", "contact", "worker"]);
    std::fs::write(office.home().join("map.toml"), format!("{MAP}{REACHED}")).unwrap();
    let sheet = "id,name,origin,lodged,tel,who\n\
        1,Zyxqwv One,SY,2025-01-03,+49 170 1234567,m1\n\
        2,Zyxqwv Two,SY,2025-02-03,+49 170 7654321,m1\n";
    std::fs::write(office.home().join("rows.csv"), sheet).unwrap();
    let import = || {
        office
            .ok(&["--json", "import", "rows.csv", "--map", "map.toml"])
            .json()
    };
    let done = import();
    assert_eq!(
        (&done["cases"], &done["sealed"]),
        (&2.into(), &2.into()),
        "{done}"
    );
    let batch = done["batch"].as_str().unwrap().to_owned();
    office.ok(&["backup", "make", "copy.age"]);

    assert_eq!(office.fails(6, &["undo"]), "import.forgets");
    assert_eq!(
        office.fails(6, &["retract", "--batch", &batch]),
        "import.forgets"
    );
    assert_eq!(cases(&office).len(), 2);
    let tried = office
        .ok(&["--json", "retract", "--batch", &batch, "--dry-run"])
        .json();
    assert_eq!((&tried["forgotten"], cases(&office).len()), (&2.into(), 2));
    let undone = office
        .ok(&[
            "--json",
            "retract",
            "--batch",
            &batch,
            "--forget",
            "--because",
            "the wrong map",
        ])
        .json();
    assert_eq!(
        (
            &undone["forgotten"],
            &undone["cases"],
            &undone["names_left"]
        ),
        (&2.into(), &2.into(), &0.into()),
        "{undone}"
    );
    assert_eq!(undone["backups"].as_array().unwrap().len(), 1, "{undone}");
    assert_eq!(cases(&office).len(), 0);
    let audit = office.ok(&["--json", "audit"]).json();
    let last = audit["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["what"], &last["about"], &last["because"]),
        (
            &"import.forgotten".into(),
            &"2".into(),
            &"the wrong map".into()
        )
    );
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
    // Nothing opens, and the names come in again with the sheet.
    let match_none = office.run_with(
        &[
            "--key", "me.age", "--key", "seal.age", "--json", "identity", "match",
        ],
        "Zyxqwv One\n",
    );
    assert_eq!(match_none.json()["looked"], 0, "{}", match_none.shown());
    let again = import();
    assert_eq!(
        (&again["cases"], &again["sealed"], &again["erased"]),
        (&2.into(), &2.into(), &0.into()),
        "{again}"
    );
    assert_eq!(import()["batch"], json!(null));
}

/// What an import seals into a case that stays cannot go without the case: it is said.
#[test]
fn names_in_a_case_that_stays_are_said_to_stay() {
    let office = with_holders();
    let dropped = MAP.replace("seal names", "drop");
    let sheet = "id,name,origin,lodged\n1,Zyxqwv One,SY,2025-01-03\n";
    std::fs::write(office.home().join("rows.csv"), sheet).unwrap();
    let import = |map: &str| {
        std::fs::write(office.home().join("map.toml"), map).unwrap();
        office
            .ok(&["--json", "import", "rows.csv", "--map", "map.toml"])
            .json()
    };
    import(&dropped);
    let done = import(MAP);
    assert_eq!(
        (&done["events"], &done["sealed"]),
        (&0.into(), &1.into()),
        "{done}"
    );
    let undone = office.ok(&["--json", "undo"]).json();
    assert_eq!(
        (
            &undone["changed"],
            &undone["names_left"],
            &undone["forgotten"]
        ),
        (&1.into(), &1.into(), &0.into()),
        "{undone}"
    );
    let again = import(MAP);
    assert_eq!(
        (&again["sealed"], &again["not_compared"]),
        (&1.into(), &json!([])),
        "{again}"
    );
}

/// What was taken back before is still there, and could be found by nobody to have it forgotten.
#[test]
fn notes_and_names_that_somebody_took_back_go_with_the_case() {
    let office = with_holders();
    let done = imported(&office, WRONG.split_once('\n').unwrap().1);
    let batch = done["batch"].as_str().unwrap().to_owned();
    let (x, y) = (number_of(&done, "x"), number_of(&done, "y"));
    let seal = ["--json", "--key", "me.age", "identity", "seal", &x];
    let sealed = office.run_with(&seal, "{\"names\":[\"Zyxqwv One\"]}\n");
    assert_eq!(sealed.code, 0, "{}", sealed.shown());
    office.ok(&["undo"]);
    let note = office.run_with(&["record", "note", &y], "spoke with her\n");
    assert_eq!(note.code, 0, "{}", note.shown());
    office.ok(&["undo"]);
    assert_eq!(
        office.fails(6, &["retract", "--batch", &batch]),
        "import.forgets"
    );
    let undone = office
        .ok(&["--json", "retract", "--batch", &batch, "--forget"])
        .json();
    assert_eq!(
        (&undone["cases"], &undone["forgotten"]),
        (&3.into(), &2.into()),
        "{undone}"
    );
    let kept = office.ok(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    assert_eq!(kept.code, 0);
    let all = std::fs::read_to_string(office.home().join("all.jsonl")).unwrap();
    assert!(!all.contains("spoke with her") && !all.contains("identity/1"));
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

/// Erasing takes the guard of the history away for a moment: a kill puts it back with all else.
#[test]
fn a_killed_taking_back_leaves_all_of_the_import_or_nothing() {
    let office = with_holders();
    std::fs::write(office.home().join("map.toml"), MAP).unwrap();
    let rows: Vec<String> = (1..=60)
        .map(|row| format!("{row},Zyxqwv {row},SY,2025-01-03"))
        .collect();
    let sheet = format!("id,name,origin,lodged\n{}\n", rows.join("\n"));
    std::fs::write(office.home().join("rows.csv"), sheet).unwrap();
    let import = ["--json", "import", "rows.csv", "--map", "map.toml"];
    let done = office.ok(&import).json();
    let batch = done["batch"].as_str().unwrap();
    let (mut nothing, mut tries) = (0, 0);
    while !cases(&office).is_empty() {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--no-input", "retract", "--batch", batch, "--forget"])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(30 + tries * 120));
        drop(child.kill());
        child.wait().unwrap();
        let there = cases(&office).len();
        assert!(there == 0 || there == 60, "{there}");
        // A kill can leave what is to be taken back and, once all is gone, what the file is to be cut off by.
        let told = office.ok(&["--json", "store", "verify"]).json();
        assert_eq!(told["ok"], true, "{told}");
        for one in told["findings"].as_array().unwrap() {
            assert!(
                one["id"] == "journal" || (one["id"] == "uncut" && there == 0),
                "{told}"
            );
        }
        nothing += usize::from(there == 60);
        tries += 1;
    }
    assert!(nothing > 0);
    assert_eq!(office.ok(&import).json()["cases"], 60);
    let told = office.ok(&["--json", "store", "verify"]).json();
    assert_eq!(told["findings"], json!([]), "whoever writes cuts it off");
}

/// The same, made on purpose: the file as it is when SQLite is stopped after the commit that erased.
#[test]
fn what_was_erased_goes_from_the_file_with_the_next_command_that_writes() {
    let office = with_holders();
    std::fs::write(office.home().join("map.toml"), MAP).unwrap();
    let rows = (1..=60).map(|row| format!("{row},Zyxqwv {row},SY,2025-01-03\n"));
    let sheet = format!("id,name,origin,lodged\n{}", rows.collect::<String>());
    std::fs::write(office.home().join("rows.csv"), sheet).unwrap();
    let import = ["--json", "import", "rows.csv", "--map", "map.toml"];
    let done = office.ok(&import).json();
    let database = office.store().join("store.db");
    let before = std::fs::read(&database).unwrap();
    office.ok(&[
        "retract",
        "--batch",
        done["batch"].as_str().unwrap(),
        "--forget",
    ]);
    let after = std::fs::read(&database).unwrap();
    let uncut = [&after, &before[after.len()..]].concat();
    assert!(uncut.len() == before.len() && after.len() < before.len());
    std::fs::write(&database, &uncut).unwrap();
    let findings = || {
        let told = office.ok(&["--json", "store", "verify"]).json();
        told["findings"].clone()
    };
    assert_eq!(findings()[0]["id"], "uncut");
    assert!(cases(&office).is_empty());
    assert!(
        std::fs::read(&database).unwrap() == uncut,
        "whoever reads leaves it"
    );
    office.ok(&["backup", "make", "now.nansen"]);
    assert!(std::fs::read(&database).unwrap().len() < uncut.len());
    assert_eq!(findings(), json!([]));
    // What SQLite would not have left there is damage, and no command takes it away.
    let now = std::fs::read(&database).unwrap();
    let strange = [now, vec![7; 4096]].concat();
    std::fs::write(&database, &strange).unwrap();
    office.ok(&[
        "new",
        "--origin",
        "SY",
        "--jurisdiction",
        "de",
        "--opened",
        "2026-01-04",
    ]);
    let told = office.run(&["--json", "store", "verify"]);
    assert!(
        told.code == 4 && told.shown().contains("\"length\""),
        "{}",
        told.shown()
    );
}
