//! A sheet that comes again: what was recorded by hand since, and what it says no longer.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::office;
use crate::support::Office;

const HEAD: &str = "id;or;lod;hea;int;dl;out;dec;not;app\n";

/// A map of the columns of [`HEAD`].
fn map(office: &Office, top: &str) {
    let mut map = format!(
        "schema = \"nansen.sheet-map/1\"\nseparator = \";\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n{top}\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"application.kind\" = \"single_procedure\"\n\
         \"appeal.kind\" = \"appeal\"\n\"deadline.what\" = \"other\"\n"
    );
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "application.lodged"),
        ("D", "hearing.date"),
        ("E", "interview.date"),
        ("F", "deadline.due"),
        ("G", "decision.outcome"),
        ("H", "decision.decided"),
        ("I", "decision.notified"),
        ("J", "appeal.lodged"),
    ] {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn csv(away: &tempfile::TempDir, rows: &[&str]) -> PathBuf {
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, format!("{HEAD}{}\n", rows.join("\n"))).unwrap();
    path
}

fn taken(office: &Office, sheet: &std::path::Path) -> Value {
    let sheet = sheet.to_str().unwrap();
    let said = office.run(&["--json", "import", sheet, "--map", "map.toml"]);
    assert!(said.code == 0, "{}", said.shown());
    said.json()
}

/// The entries of a case that stand, of one kind.
fn entries(office: &Office, case: &str, kind: &str) -> Vec<Value> {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap().iter();
    let live = events.filter(|one| one["kind"] == kind && one["state"] == "live");
    live.cloned().collect()
}

#[test]
fn what_was_recorded_by_hand_since_is_not_there_twice() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "");
    let first = csv(&away, &["1;AF;2025-06-05;;;;;;;"]);
    let done = taken(&office, &first);
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let case = case.as_str();
    for args in [
        &[
            "record",
            "hearing",
            case,
            "--date",
            "2026-05-15",
            "--place",
            "court",
        ][..],
        &["record", "interview", case, "--date", "2025-09-03"],
        &["deadline", "set", case, "--due", "2026-04-20"],
        &[
            "record",
            "decision",
            case,
            "--outcome",
            "refused",
            "--decided",
            "2026-02-16",
        ],
        &[
            "record",
            "appeal",
            case,
            "--kind",
            "appeal",
            "--lodged",
            "2026-02-25",
        ],
    ] {
        office.ok(args);
    }
    let row =
        "1;AF;2025-06-05;2026-05-15;2025-09-03;2026-04-20;refused;2026-02-16;2026-02-20;2026-02-25";
    let sheet = csv(&away, &[row]);
    let done = taken(&office, &sheet);
    assert_eq!(done["by_hand"].as_array().unwrap().len(), 5, "{done}");
    assert_eq!(done["contradictions"], json!([]), "{done}");
    assert_eq!(done["already_there"], 7);
    // The day of notice, of which nobody had said anything, is taken.
    assert_eq!(done["events"], 1, "{done}");
    let shown = office.ok(&["--json", "show", case]);
    assert!(shown.out.contains("2026-02-20"), "{}", shown.out);
    for kind in ["hearing", "interview", "appeal"] {
        assert_eq!(entries(&office, case, kind).len(), 1, "{kind}");
    }
    let hearing = entries(&office, case, "hearing")[0]["event"].clone();
    let listed = |done: &Value| {
        let all = done["by_hand"].as_array().unwrap();
        all.iter().any(|one| {
            (&one["row"], &one["case"], &one["event"]) == (&json!(2), &json!(case), &hearing)
        })
    };
    assert!(listed(&done), "{done}");
    let again = taken(&office, &sheet);
    assert_eq!(
        (
            &again["events"],
            &again["already_there"],
            &again["contradictions"]
        ),
        (&json!(0), &json!(7), &json!([])),
        "{again}"
    );
    // Two of one day are two: the second of them is new.
    let other = row.replace("2026-05-15", "2026-05-16");
    let done = taken(&office, &csv(&away, &[&other]));
    assert_eq!(done["events"], 1, "{done}");
    assert_eq!(entries(&office, case, "hearing").len(), 2);
}

#[test]
fn what_was_recorded_by_hand_otherwise_keeps_no_sheet_out() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "");
    let done = taken(&office, &csv(&away, &["1;AF;2025-06-05;;;;;;;"]));
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    office.ok(&[
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-02-17",
        "--notified",
        "2026-02-20",
    ]);
    let sheet = csv(
        &away,
        &[
            "1;AF;2025-06-05;;;;refused;2026-02-16;2026-02-20;",
            "2;SY;2025-06-05;;;;;;;",
        ],
    );
    for events in [2, 0] {
        let done = taken(&office, &sheet);
        assert_eq!(done["events"], events, "{done}");
        let listed = done["contradictions"].as_array().unwrap();
        assert_eq!(listed.len(), 1, "{done}");
        assert_eq!(
            (
                &listed[0]["row"],
                &listed[0]["case"],
                &listed[0]["fields"],
                &listed[0]["columns"]
            ),
            (&json!(2), &json!(case), &json!(["decided"]), &json!(["H"]))
        );
    }
    assert_eq!(entries(&office, &case, "decision").len(), 1);
}

#[test]
fn what_a_sheet_says_no_longer_is_listed() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "");
    let rows = [
        "1;AF;2025-06-05;2026-05-15;2025-09-03;2026-04-20;refused;2026-02-16;2026-02-20;",
        "2;SY;2025-06-05;2026-05-15;;;;;;",
        "3;ER;2025-06-05;;;;;;;",
    ];
    let sheet = csv(&away, &rows);
    let first = taken(&office, &sheet);
    let case = |nth: usize| first["map"][nth]["case"].clone();
    assert_eq!(taken(&office, &sheet)["gone"], json!([]));
    let later = [
        "1;AF;2025-06-05;;2025-09-03;;refused;2026-02-16;;",
        "2;SY;2025-06-05;2026-05-15;;;;;;",
    ];
    let sheet = csv(&away, &later);
    let done = taken(&office, &sheet);
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(0), &json!([])),
        "{done}"
    );
    let told = |done: &Value| -> Vec<Value> {
        let all = done["gone"].as_array().unwrap().iter();
        all.map(|one| json!([one["row"], one["case"], one["columns"], one["fields"]]))
            .collect()
    };
    assert_eq!(
        told(&done),
        [
            json!([2, case(0), ["I"], ["notified"]]),
            json!([2, case(0), ["F"], []]),
            json!([2, case(0), ["D"], []]),
            json!([null, case(2), [], []]),
        ],
        "{done}"
    );
    let human = office.ok(&[
        "--format",
        "human",
        "import",
        sheet.to_str().unwrap(),
        "--map",
        "map.toml",
    ]);
    assert!(human.out.contains("the whole case"), "{}", human.shown());
    // What a person takes back is told no more, nor the case that they close.
    let hearing = done["gone"][2]["event"].as_str().unwrap();
    office.ok(&["retract", hearing, "--because", "the sheet was wrong"]);
    let gone = case(2);
    office.ok(&["close", gone.as_str().unwrap(), "--reason", "other"]);
    assert_eq!(told(&taken(&office, &sheet)).len(), 2);
    // A sheet of what is new alone says nothing of the rest.
    map(&office, "part = true");
    assert_eq!(taken(&office, &sheet)["gone"], json!([]));
}

#[test]
fn what_was_sealed_at_different_times_and_differs_is_shown_as_older() {
    const OLD: &str = "Zyxqwv Street 1";
    const NEW: &str = "Qwvzyx Square 9";
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let mut text =
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
        \"case.jurisdiction\" = \"de\"\n"
            .to_owned();
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "seal address"),
        ("D", "seal born"),
    ] {
        writeln!(text, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), text).unwrap();
    let sheet = away.path().join("sheet.csv");
    let import = |address: &str, born: &str| {
        std::fs::write(&sheet, format!("id,or,ad,bo\nq-1,AF,{address},{born}\n")).unwrap();
        let sheet = sheet.to_str().unwrap();
        let args = [
            "--json",
            "import",
            sheet,
            "--map",
            "map.toml",
            "--seal-again",
        ];
        office.ok(&args).json()
    };
    let done = import(OLD, "1980-05-13");
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let open = |format: &str| {
        office.ok(&[
            "--format",
            format,
            "--key",
            "me.age",
            "--key",
            "seal.age",
            "identity",
            "open",
            &case,
            "--reason",
            "check",
            "--because",
            "two sheets",
            "--force",
        ])
    };
    assert_eq!(open("json").json()["older"], Value::Null);
    import(NEW, "1980-05-13");
    import(NEW, "1981-05-13");
    let told = open("json").json();
    assert_eq!(
        (&told["address"], &told["born"], &told["older"]),
        (
            &json!(NEW),
            &json!("1981-05-13"),
            &json!({"address": [OLD], "born": ["1980-05-13"]})
        )
    );
    let page = open("human").out;
    for line in [
        format!("address: {NEW}\n"),
        format!("address (older): {OLD}\n"),
        "born (older): 1980-05-13\n".to_owned(),
    ] {
        assert!(page.contains(&line), "{page}");
    }
    assert!(page.contains("says different things"), "{page}");
    silent(&office, &[OLD, NEW]);
}

/// A map of `id,type,date,origin,outcome` in which a row is one event.
fn by_event(office: &Office) {
    let mut map =
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"event\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"ru\"\n\"application.kind\" = \"temporary_asylum\"\n\
         \"appeal.kind\" = \"administrative_review\"\n\"close.reason\" = \"other\"\n"
            .to_owned();
    for (at, used) in [
        ("B", "type"),
        ("C", "event.date"),
        ("D", "case.origin"),
        ("E", "event.outcome"),
    ] {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

#[test]
fn rows_of_one_event_come_in_by_their_days() {
    let away = tempfile::tempdir().unwrap();
    let rows = [
        "1,application,2019-02-11,KP,",
        "1,decision,2019-05-06,KP,refused",
        "1,appeal,2019-05-20,KP,",
        "1,contact,2019-07-01,KP,",
        "1,close,2019-06-30,KP,",
    ];
    let mut newest_first = rows;
    newest_first.reverse();
    let mixed = [rows[2], rows[4], rows[0], rows[3], rows[1]];
    let mut told = Vec::new();
    for rows in [rows, newest_first, mixed] {
        let office = office();
        by_event(&office);
        let sheet = away.path().join("events.csv");
        let text = format!("id,type,date,or,out\n{}\n", rows.join("\n"));
        std::fs::write(&sheet, &text).unwrap();
        let done = taken(&office, &sheet);
        assert_eq!((&done["cases"], &done["events"]), (&json!(1), &json!(6)));
        let case = done["map"][0]["case"].as_str().unwrap();
        let shown = office.ok(&["--json", "show", case]).json();
        let events = shown["events"].as_array().unwrap().iter();
        let own = events.filter(|one| one["kind"] != "deadline-computed");
        let own = own.map(|one| json!([one["kind"], one["date"], one["state"]]));
        told.push((shown["state"].clone(), own.collect::<Vec<Value>>()));
        let again = taken(&office, &sheet);
        assert_eq!(
            (&again["events"], &again["contradictions"], &again["gone"]),
            (&json!(0), &json!([]), &json!([])),
            "{again}"
        );
        // A row that is gone is told, and its entry stays.
        let fewer = rows.iter().filter(|row| !row.contains("contact"));
        let fewer: Vec<&str> = fewer.copied().collect();
        let text = format!("id,type,date,or,out\n{}\n", fewer.join("\n"));
        std::fs::write(&sheet, &text).unwrap();
        let done = taken(&office, &sheet);
        let gone = done["gone"].as_array().unwrap();
        let contact = &entries(&office, case, "contact")[0]["event"];
        assert_eq!((gone.len(), &gone[0]["event"]), (1, contact), "{done}");
        // One that was not understood is not gone.
        std::fs::write(&sheet, text.replace("refused", "nonsense")).unwrap();
        let sheet = sheet.to_str().unwrap();
        let args = [
            "--json",
            "import",
            sheet,
            "--map",
            "map.toml",
            "--skip-bad",
            "bad.txt",
        ];
        assert_eq!(office.ok(&args).json()["gone"], json!([]));
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
}

#[test]
fn words_that_are_known_are_taken_where_an_older_map_does_not_list_them() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "");
    let done = taken(
        &office,
        &csv(&away, &["1;AF;2024-01-05;;;;refused;2024-05-05;;"]),
    );
    assert_eq!(done["known_words"], json!([]));
    let rows = [
        "1;AF;2024-01-05;;;;refused;2024-05-05;;",
        "2;Iraq;2024-01-06;;;;rejected;2024-05-05;;",
        "3;Иран;2024-01-06;;;;rejected;2024-05-05;;",
        "4;IRAQ;2024-01-06;;;;refugee;2024-05-05;;",
    ];
    let sheet = csv(&away, &rows);
    let done = taken(&office, &sheet);
    assert_eq!(done["cases"], 3, "{done}");
    assert_eq!(
        done["known_words"],
        json!([{"column": "B", "count": 2}, {"column": "G", "count": 2}])
    );
    let listed = office
        .ok(&["--json", "list", "--all", "--origin", "IQ"])
        .json();
    assert_eq!(listed["items"].as_array().unwrap().len(), 2, "{listed}");
    let case = done["map"][3]["case"].as_str().unwrap();
    let shown = office.ok(&["--json", "show", case]).json();
    assert_eq!(shown["applications"][0]["protection"], "refugee_status");
    let again = taken(&office, &sheet);
    assert_eq!(
        (&again["events"], &again["known_words"]),
        (&json!(0), &json!([]))
    );
    // What can be two things stays a fault.
    let sheet = csv(&away, &["5;Congo;2024-01-06;;;;withdrawn;2024-05-05;;"]);
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 1, "{}", said.shown());
    for place in ["row 2, column B", "row 2, column G"] {
        assert!(said.err.contains(place), "{}", said.shown());
    }
}
