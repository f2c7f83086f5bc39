//! A sheet that comes again in another order, with rows that are gone, or with what was done in time beside a last day.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::{file, import, office};
use crate::support::Office;

pub(crate) fn map(office: &Office, rows: &str, fixed: &[(&str, &str)], columns: &[(&str, &str)]) {
    let mut map = format!(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nkey = [\"A\"]\nrows = \"{rows}\"\n[fixed]\n"
    );
    for (name, value) in fixed {
        writeln!(map, "\"{name}\" = \"{value}\"").unwrap();
    }
    for (at, used) in columns {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn by_event(office: &Office) {
    let columns = [
        ("B", "case.origin"),
        ("C", "type"),
        ("D", "event.date"),
        ("E", "event.kind"),
        ("F", "event.registered"),
        ("G", "event.text"),
    ];
    map(office, "event", &[("case.jurisdiction", "ru")], &columns);
}

fn events(away: &Path, rows: &[&str]) -> PathBuf {
    let text = format!("id,or,type,date,kind,reg,text\n{}\n", rows.join("\n"));
    file(away, "e.csv", text.as_bytes())
}

/// The entries of one kind that stand: the fields of each that are named.
fn fields(office: &Office, case: &str, kind: &str, names: [&str; 2]) -> Vec<Value> {
    let shown = office.ok(&["--json", "show", case]).json();
    let all = shown["events"].as_array().unwrap().iter();
    let live = all.filter(|one| one["kind"] == kind && one["state"] == "live");
    live.map(|one| json!([one["fields"][names[0]], one["fields"][names[1]]]))
        .collect()
}

fn nothing_new(done: &Value) {
    assert_eq!(
        (
            &done["cases"],
            &done["events"],
            &done["contradictions"],
            &done["gone"]
        ),
        (&json!(0), &json!(0), &json!([]), &json!([])),
        "{done}"
    );
}

#[test]
fn rows_of_one_day_are_known_by_what_they_say_and_not_by_their_order() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    by_event(&office);
    let rows = [
        "7,IR,application,2026-05-01,refugee_status,2026-05-04,",
        "7,IR,application,2026-05-01,temporary_asylum,,",
        "7,IR,hearing,2026-12-20,,,",
        "7,IR,hearing,2026-12-20 09:30,,,",
        "7,IR,hearing,2026-12-20 14:00,,,",
        "7,IR,filing,2026-06-01,documents,,",
    ];
    // The first row of a filing has its day elsewhere: of this case it is left out.
    let rows = &rows[..5];
    let done = import(&office, &events(away.path(), rows));
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(1), &json!(6)),
        "{done}"
    );
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let hours = || fields(&office, &case, "hearing", ["at", "date"]);
    let registered = || fields(&office, &case, "application", ["kind", "registered"]);
    let (before, forms) = (hours(), registered());
    let mut turned = rows.to_vec();
    for _ in rows {
        turned.rotate_left(1);
        nothing_new(&import(&office, &events(away.path(), &turned)));
        turned.reverse();
        nothing_new(&import(&office, &events(away.path(), &turned)));
        turned.reverse();
    }
    assert_eq!((hours(), registered()), (before, forms));
    // A further hearing of that day is one, whichever row it is.
    let mut more = turned.clone();
    more.insert(0, "7,IR,hearing,2026-12-20 16:00,,,");
    let done = import(&office, &events(away.path(), &more));
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(1), &json!([])),
        "{done}"
    );
    // An hour that could be of either is told and put into none.
    let less = ["8,IR,hearing,2026-12-21,,,", "8,IR,hearing,2026-12-21,,,"];
    let done = import(&office, &events(away.path(), &less));
    let other = done["map"][0]["case"].as_str().unwrap().to_owned();
    let filled = [
        "8,IR,hearing,2026-12-21 11:00,,,",
        "8,IR,hearing,2026-12-21,,,",
    ];
    for _ in 0..2 {
        let done = import(&office, &events(away.path(), &filled));
        let listed = &done["contradictions"];
        assert_eq!(
            (
                &done["events"],
                listed.as_array().unwrap().len(),
                &listed[0]["fields"]
            ),
            (&json!(0), 1, &json!(["at"])),
            "{done}"
        );
    }
    let none = json!([Value::Null, "2026-12-21"]);
    assert_eq!(
        fields(&office, &other, "hearing", ["at", "date"]),
        [none.clone(), none]
    );
    // Of one alone it is filled in, as ever.
    import(
        &office,
        &events(away.path(), &["9,IR,hearing,2026-12-22,,,"]),
    );
    let done = import(
        &office,
        &events(away.path(), &["9,IR,hearing,2026-12-22 11:00,,,"]),
    );
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(1), &json!([])),
        "{done}"
    );
}

#[test]
fn a_row_that_is_gone_is_told_also_where_a_newer_sheet_had_brought_it() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let columns = [("B", "case.origin"), ("C", "application.lodged")];
    let fixed = [
        ("case.jurisdiction", "de"),
        ("application.kind", "single_procedure"),
    ];
    map(&office, "case", &fixed, &columns);
    let take = |keys: &[&str]| {
        let rows = keys.iter().map(|key| format!("{key},IR,2024-01-02\n"));
        let text = format!("id,or,lod\n{}", rows.collect::<String>());
        import(&office, &file(away.path(), "a.csv", text.as_bytes()))
    };
    let gone = |done: &Value| -> Vec<String> {
        let all = done["gone"].as_array().unwrap().iter();
        all.map(|one| one["case"].as_str().unwrap().to_owned())
            .collect()
    };
    let case = |done: &Value, nth: usize| done["map"][nth]["case"].as_str().unwrap().to_owned();
    // Another file of the same office, which has nothing to do with it.
    take(&["S-1", "S-2", "S-3", "S-4", "S-5", "S-6"]);
    let first = take(&["N-1", "N-2"]);
    let second = take(&["N-1", "N-2", "N-3"]);
    let third = take(&["N-1", "N-2", "N-3", "N-4"]);
    assert_eq!(gone(&third), [""; 0]);
    let (n2, n3) = (case(&first, 1), case(&second, 2));
    assert_eq!(
        gone(&take(&["N-1", "N-2", "N-4"])),
        std::slice::from_ref(&n3)
    );
    assert_eq!(gone(&take(&["N-4"])).len(), 3);
    // As often as the sheet comes in, until somebody closes the case or takes it back.
    for _ in 0..2 {
        let done = take(&["N-1", "N-4", "N-5"]);
        assert_eq!(gone(&done), [n2.clone(), n3.clone()]);
    }
    office.ok(&["close", &n2, "--reason", "other"]);
    assert_eq!(gone(&take(&["N-1", "N-4", "N-5"])), [n3]);
}

#[test]
fn a_last_day_beside_the_appeal_that_kept_it_is_met() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    let columns = [
        ("B", "case.origin"),
        ("C", "application.lodged"),
        ("D", "decision.outcome"),
        ("E", "decision.decided"),
        ("F", "decision.notified"),
        ("G", "appeal.lodged"),
        ("H", "deadline.due"),
    ];
    let fixed = [
        ("case.jurisdiction", "de"),
        ("application.kind", "single_procedure"),
        ("appeal.kind", "appeal"),
        ("deadline.what", "appeal:appeal"),
    ];
    map(&office, "case", &fixed, &columns);
    let rows = [
        (
            "1,GN,2026-03-01,refused,2026-10-30,2026-11-05,2026-11-20,2026-12-07",
            "met",
        ),
        (
            "2,GN,2026-03-01,refused,2026-10-30,2026-11-05,,2026-12-07",
            "open",
        ),
        (
            "3,GN,2021-03-01,refused,2021-10-30,2021-11-05,2021-11-20,2021-12-06",
            "met",
        ),
        (
            "4,GN,2021-03-01,refused,2021-10-30,2021-11-05,,2021-12-06",
            "lapsed",
        ),
        (
            "5,GN,2021-03-01,refused,2021-10-30,2021-11-05,2021-12-08,2021-12-06",
            "met_late",
        ),
        // Perhaps in time.
        (
            "6,GN,2021-03-01,refused,2021-10-30,2021-11-05,2021-12,2021-12-06",
            "lapsed",
        ),
    ];
    let text = |rows: &[&str]| format!("id,or,lod,out,dec,not,app,due\n{}\n", rows.join("\n"));
    let all: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
    let sheet = file(away.path(), "a.csv", text(&all).as_bytes());
    let done = import(&office, &sheet);
    let by_hand = |case: &str| {
        let shown = office.ok(&["--json", "show", case]).json();
        let all = shown["deadlines"].as_array().unwrap().iter();
        let mut own = all.filter(|one| one["rule"].is_null());
        own.next().unwrap()["state"].clone()
    };
    let case = |nth: usize| done["map"][nth]["case"].as_str().unwrap();
    for (nth, (row, state)) in (0..).zip(rows) {
        assert_eq!(by_hand(case(nth)), state, "{row}");
    }
    // An appeal that a newer version of the sheet tells of, of a day before that one came in.
    let now = rows[1].0.replace(",,", ",2026-11-21,");
    let sheet = file(away.path(), "a.csv", text(&[&now]).as_bytes());
    assert_eq!(import(&office, &sheet)["events"], 1);
    assert_eq!(by_hand(case(1)), "met");
    // What a person entered here of what was done before is a person's to say.
    let due = [
        "deadline",
        "set",
        case(0),
        "--due",
        "2026-12-09",
        "--what",
        "appeal:appeal",
    ];
    office.ok(&due);
    let shown = office.ok(&["--json", "show", case(0)]).json();
    let all = shown["deadlines"].as_array().unwrap().iter();
    let mut own = all.filter(|one| one["due"] == "2026-12-09");
    assert_eq!(own.next().unwrap()["state"], "unconfirmed");
}

#[test]
fn a_note_with_a_telephone_number_is_told_and_never_shown() {
    const NUMBER: &str = "+7 916 111 22 33";
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let columns = [("B", "case.origin"), ("C", "note.text")];
    map(&office, "case", &[("case.jurisdiction", "ru")], &columns);
    let text = format!("id,or,text\n1,KP,called\n2,KP,{NUMBER}\n3,KP,zyxqwv@example.org\n");
    let sheet = file(away.path(), "a.csv", text.as_bytes());
    let sheet = sheet.to_str().unwrap();
    for more in [&["--dry-run"][..], &[]] {
        let args = [&["--json", "import", sheet, "--map", "map.toml"][..], more].concat();
        let said = office.ok(&args);
        for told in [
            "row 3, column C: I can see in this note a telephone number",
            "row 4, column C: I can see in this note an e-mail address",
        ] {
            assert!(said.err.contains(told), "{}", said.shown());
        }
        assert!(!said.err.contains("row 2"), "{}", said.shown());
        assert!(!said.err.contains("916") && !said.out.contains("916"));
        assert_eq!(
            said.json()["personal"],
            json!([
                {"row": 3, "column": "C", "kinds": ["phone"]},
                {"row": 4, "column": "C", "kinds": ["email"]},
            ])
        );
    }
    // It is told when it comes in, and not of what is there.
    let said = office.ok(&["--json", "import", sheet, "--map", "map.toml"]);
    assert_eq!(said.json()["personal"], json!([]));
    assert!(!said.err.contains("I can see"), "{}", said.shown());
    // Of lines, too.
    let lines = format!(
        "{{\"type\":\"case\",\"case\":\"x\",\"origin\":\"KP\",\"jurisdiction\":\"ru\"}}\n\
         {{\"type\":\"note\",\"case\":\"x\",\"text\":\"{NUMBER}\"}}\n"
    );
    let lines = file(away.path(), "a.jsonl", lines.as_bytes());
    let said = office.ok(&["--json", "import", lines.to_str().unwrap(), "--dry-run"]);
    assert!(said.err.contains("line 2: I can see"), "{}", said.shown());
    assert_eq!(
        said.json()["personal"],
        json!([{"row": 2, "column": null, "kinds": ["phone"]}])
    );
    silent(&office, &[]);
}
