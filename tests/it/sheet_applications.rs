//! A person who applied more than once: a row each, or a row for each event, and one case.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::canary::silent;
use crate::sheets::{file, import, office, plan, refused};
use crate::support::Office;

/// Nobody's name.
const NAME: &str = "Zyxqwv Canarjus";
const HEAD: &str = "id,or,name,lod,kind,out,dec,not,app,out2,dec2,hea,end,why,due\n";

/// A map of the columns of [`HEAD`].
fn map(office: &Office, top: &str) {
    let mut map = format!(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nkey = [\"A\"]\n{top}\n[fixed]\n\
         \"case.jurisdiction\" = \"ru\"\n\"appeal.kind\" = \"administrative_review\"\n\
         \"deadline.what\" = \"appeal:administrative_review\"\n\"close.even_so\" = \"as the paper file says\"\n"
    );
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "seal names"),
        ("D", "application.lodged"),
        ("E", "application.kind"),
        ("F", "decision.outcome"),
        ("G", "decision.decided"),
        ("H", "decision.notified"),
        ("I", "appeal.lodged"),
        ("J", "decision#2.outcome"),
        ("K", "decision#2.decided"),
        ("L", "hearing.date"),
        ("M", "close.date"),
        ("N", "close.reason"),
        ("O", "deadline.due"),
    ] {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn csv(away: &Path, rows: &[&str]) -> PathBuf {
    let rows = rows.join("\n").replace("NAME", NAME);
    file(away, "a.csv", format!("{HEAD}{rows}\n").as_bytes())
}

/// The events of a case that stand and that are of these kinds: kind, on, day.
fn told(office: &Office, case: &str, kinds: &[&str]) -> Vec<String> {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap().iter();
    let of = |one: &&Value| {
        one["state"] == "live" && kinds.contains(&one["kind"].as_str().unwrap_or_default())
    };
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let text = |one: &Value| {
        let parts = [&one["kind"], &one["on"], &one["ref"], &one["date"]];
        let parts: Vec<String> = parts.into_iter().map(word).collect();
        parts.join(" ")
    };
    events.filter(of).map(text).collect()
}

const ACTS: [&str; 3] = ["application", "decision", "appeal"];

/// Three applications of one person, not in the order of their days, with what followed; and somebody else.
const ROWS: [&str; 4] = [
    "1,IR,NAME,2019-04-10,temporary_asylum,refused,2019-07-01,2019-07-03,,,,,,,",
    "2,SY,,2020-01-05,refugee_status,refused,2020-04-05,2020-04-07,,,,,,,",
    "1,IR,NAME,2016-02-01,refugee_status,refused,2016-05-03,2016-05-11,2016-06-01,dismissed,2016-07-01,,,,",
    "1,IR,NAME,2021-03-01,temporary_asylum,,,,,,,,,,",
];

#[test]
fn rows_of_one_key_are_the_applications_of_one_case() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let sheet = csv(away.path(), &ROWS);
    // Where each row is a case that is a fault, and it says the way out.
    map(&office, "rows = \"case\"");
    let said = refused(&office, &sheet);
    assert!(
        said.err.contains("row 4, column A") && said.err.contains("rows = \"application\""),
        "{}",
        said.shown()
    );
    map(&office, "rows = \"application\"");
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"], &done["sealed"]),
        (&json!(2), &json!(11), &json!(1)),
        "{done}"
    );
    let case = done["map"][0]["case"].as_str().unwrap().to_owned();
    let all = [
        "application  A1 2016-02-01",
        "decision A1  2016-05-03",
        "appeal A1 A1.1 2016-06-01",
        "decision A1.1  2016-07-01",
        "application  A2 2019-04-10",
        "decision A2  2019-07-01",
        "application  A3 2021-03-01",
    ];
    assert_eq!(told(&office, &case, &ACTS), all);
    // The same again, in the other order too, is nothing new.
    let none = |done: &Value| {
        for list in ["contradictions", "gone", "by_hand", "map"] {
            assert_eq!(done[list], json!([]), "{list}: {done}");
        }
        assert_eq!(
            (&done["cases"], &done["events"]),
            (&json!(0), &json!(0)),
            "{done}"
        );
    };
    let again = import(&office, &sheet);
    assert_eq!(again["events"], 0, "{again}");
    let mut turned = ROWS;
    turned.reverse();
    none(&{
        let mut done = import(&office, &csv(away.path(), &turned));
        done["map"] = json!([]);
        done
    });
    // What is decided since, and a further row, come in; nothing of the others is touched.
    let decided = "1,IR,NAME,2021-03-01,temporary_asylum,refused,2021-06-01,2021-06-02,,,,,,,";
    let further = "1,IR,NAME,2024-05-01,temporary_asylum,,,,,,,,,,";
    let sheet = csv(away.path(), &[ROWS[0], ROWS[1], ROWS[2], decided, further]);
    let done = import(&office, &sheet);
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(0), &json!(2)),
        "{done}"
    );
    assert_eq!(
        (&done["contradictions"], &done["gone"]),
        (&json!([]), &json!([]))
    );
    let mut now: Vec<&str> = all.to_vec();
    now.extend(["decision A3  2021-06-01", "application  A4 2024-05-01"]);
    assert_eq!(told(&office, &case, &ACTS), now);
    assert_eq!(import(&office, &sheet)["events"], 0);
    // One that is new is no other one whose row is gone: a day that is put right leaps over none.
    let late = "1,IR,NAME,2025-05-01,temporary_asylum,refused,2025-07-01,,,,,,,,";
    let sheet = csv(away.path(), &[ROWS[1], ROWS[2], decided, further, late]);
    let done = import(&office, &sheet);
    assert_eq!(
        (
            &done["events"],
            &done["contradictions"],
            done["gone"].as_array().unwrap().len()
        ),
        (&json!(2), &json!([]), 2),
        "{done}"
    );
    let near = ROWS[0].replace("2019-04-10", "2019-04-11");
    let sheet = csv(
        away.path(),
        &[&near, ROWS[1], ROWS[2], decided, further, late],
    );
    let done = import(&office, &sheet);
    let put_right = &done["contradictions"];
    assert_eq!(
        (
            &done["events"],
            &put_right[0]["columns"],
            put_right.as_array().unwrap().len()
        ),
        (&json!(0), &json!(["D"]), 1),
        "{done}"
    );
    // A row that is gone is listed with all that it told, a cell that is blank now with its column.
    let blank = "1,IR,NAME,2021-03-01,temporary_asylum,refused,2021-06-01,,,,,,,,";
    let done = import(
        &office,
        &csv(away.path(), &[ROWS[1], ROWS[2], blank, further, late]),
    );
    let gone = done["gone"].as_array().unwrap();
    let columns: Vec<&Value> = gone.iter().map(|one| &one["columns"]).collect();
    assert_eq!(done["events"], 0, "{done}");
    assert_eq!(columns, [&json!(["H"]), &json!([]), &json!([])], "{done}");
    silent(&office, &[NAME]);
}

/// Somebody who stands under two keys becomes two cases: that is told, by rows, and never by the name.
#[test]
fn who_stands_under_two_keys_is_asked_about() {
    let away = tempfile::tempdir().unwrap();
    let office = office();
    map(&office, "rows = \"application\"");
    let rows = [
        "1,IR,NAME,2019-04-10,temporary_asylum,,,,,,,,,,",
        "2,SY,Another Person,2020-01-05,refugee_status,,,,,,,,,,",
        "3,IR,  name ,2021-03-01,temporary_asylum,,,,,,,,,,",
        "4,IR,Mononym,2021-03-01,temporary_asylum,,,,,,,,,,",
        "5,IR,Mononym,2021-03-01,temporary_asylum,,,,,,,,,,",
    ]
    .map(|row| row.replace("  name ", &format!(" {} ", NAME.to_uppercase())));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let path = csv(away.path(), &rows);
    let words = [
        "--format",
        "human",
        "import",
        path.to_str().unwrap(),
        "--map",
        "map.toml",
        "--dry-run",
    ];
    let said = office.ok(&words).out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("Row 4 is a case of somebody who has the name"),
        "{said}"
    );
    assert!(!said.to_lowercase().contains("canarjus"));
    let done = import(&office, &path);
    assert_eq!(
        (&done["cases"], &done["same_person_rows"]),
        (&json!(5), &json!([4]))
    );
    // Nothing came in, so nothing is asked.
    assert_eq!(import(&office, &path)["same_person_rows"], json!([]));
}

#[test]
fn rows_of_one_case_agree_and_what_is_the_cases_is_said_once() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    map(&office, "rows = \"application\"");
    // Another country is no detail.
    let other = ROWS[2].replace("IR", "IQ");
    let said = refused(&office, &csv(away.path(), &[ROWS[0], &other]));
    assert!(said.err.contains("row 3, column B"), "{}", said.shown());
    // The same application twice is one too many.
    let said = refused(&office, &csv(away.path(), &[ROWS[0], ROWS[0]]));
    assert!(
        said.err.contains("one fault") && said.err.contains("row 3, column D: an earlier row"),
        "{}",
        said.shown()
    );
    // A decision of no application is nobody's: the row and its column are named, and never that of another row.
    let none = "1,IR,NAME,,,refused,2024-06-01,,,,,,,,";
    let said = refused(&office, &csv(away.path(), &[ROWS[3], none]));
    assert!(
        said.err.contains("row 3, column D: ") && said.err.contains("day of an application"),
        "{}",
        said.shown()
    );
    assert_eq!(office.ok(&["--json", "list"]).json()["items"], json!([]));
    // Nor is there anything to appeal where it was granted.
    let granted = "1,IR,NAME,2016-02-01,temporary_asylum,granted,2016-05-03,,2016-06-01,,,,,,";
    let said = refused(&office, &csv(away.path(), &[granted]));
    assert!(
        said.err.contains("row 2, column I: ") && said.err.contains("--even-so"),
        "{}",
        said.shown()
    );
    // The end of the case stands in each row; two on one day are told apart by what they say.
    let end = ",2022-01-01,departed,";
    let one = format!("3,IR,,2021-03-01,refugee_status,refused,2021-06-01,2021-06-02,,,,{end}");
    let two = format!("3,IR,,2021-03-01,temporary_asylum,refused,2021-07-01,2021-07-02,,,,{end}");
    let done = import(&office, &csv(away.path(), &[&one, &two]));
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(1), &json!(6)),
        "{done}"
    );
    let case = done["map"][0]["case"].as_str().unwrap();
    let all = [
        "application  A1 2021-03-01",
        "decision A1  2021-06-01",
        "application  A2 2021-03-01",
        "decision A2  2021-07-01",
    ];
    assert_eq!(told(&office, case, &ACTS), all);
    let done = import(&office, &csv(away.path(), &[&two, &one]));
    assert_eq!(
        (&done["events"], &done["contradictions"], &done["gone"]),
        (&json!(0), &json!([]), &json!([])),
        "{done}"
    );
    // A plan counts them.
    let text = "No;Nationality;Application date;Decision;Decision date\n7;SY;2020-05-14;refused;2024-05-14\n7;SY;2025-05-14;refused;2025-09-15\n";
    let sheet = file(away.path(), "twice.csv", text.as_bytes());
    let (planned, _) = plan(&office, &sheet);
    assert_eq!(planned["repeated_rows"], json!([3]));
}

#[test]
fn a_row_without_a_day_of_application_says_what_it_lacks() {
    let office = office();
    let away = tempfile::tempdir().unwrap();
    let row = "1,IR,,,,refused,2021-06-01,2021-06-02,,,,,,,";
    let sheet = csv(away.path(), &[row]);
    let cure = "\"application.lodged\" = \"2021\"";
    for rows in ["case", "application"] {
        map(&office, &format!("rows = \"{rows}\""));
        let said = refused(&office, &sheet);
        let told = said.err.contains("row 2") && said.err.contains(cure);
        assert!(
            told && !said.err.contains("nothing is pending"),
            "{}",
            said.shown()
        );
    }
    // And does as it says.
    map(&office, "rows = \"case\"");
    let path = office.home().join("map.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let wrong = text.replace(
        "[fixed]\n",
        "[fixed]\n\"application.lodged\" = \"unknown\"\n",
    );
    std::fs::write(&path, wrong).unwrap();
    let said = refused(&office, &sheet);
    let told_once = said.err.matches("application.lodged: no value").count();
    assert_eq!((said.code, told_once), (1, 1), "{}", said.shown());
    std::fs::write(&path, text).unwrap();
    let path = office.home().join("map.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let fixed = format!("[fixed]\n{cure}\n\"application.kind\" = \"refugee_status\"\n");
    std::fs::write(&path, text.replace("[fixed]\n", &fixed)).unwrap();
    let nothing = "2,IR,,,,,,,,,,,,,";
    let done = import(&office, &csv(away.path(), &[row, nothing]));
    // A row that tells of nothing decided has no application for that.
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(2), &json!(4)),
        "{done}"
    );
    let case = done["map"][0]["case"].as_str().unwrap();
    assert_eq!(
        told(&office, case, &ACTS),
        ["application  A1 2021", "decision A1  2021-06-01"]
    );
}

/// A map of `id,or,type,date,outcome,kind,on` in which a row is one event.
fn by_event(office: &Office, on: &str) {
    let mut map = String::from(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"event\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"ru\"\n",
    );
    for (at, used) in [
        ("B", "case.origin"),
        ("C", "type"),
        ("D", "event.date"),
        ("E", "event.outcome"),
        ("F", "event.kind"),
        ("G", on),
    ] {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    map += "[column.values]\n\"granted ta\" = \"outcome=granted protection=temporary_asylum\"\n";
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

#[test]
fn which_of_two_that_wait_a_row_decides_is_said_or_plain() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    let both = "id,or,type,date,outcome,kind,on\n\
        7,IR,application,2026-03-01,,refugee_status,\n7,IR,application,2026-03-01,,temporary_asylum,\n";
    let sheet = |rows: &str| file(away.path(), "e.csv", format!("{both}{rows}\n").as_bytes());
    by_event(&office, "event.on");
    // Nothing says which.
    let said = refused(&office, &sheet("7,IR,decision,2026-06-01,refused,,"));
    let which = said.err.contains("A1, A2") && said.err.contains("`event.on`");
    assert!(which, "{}", said.shown());
    // And of what nothing was decided is no riddle.
    let none = file(
        away.path(),
        "n.csv",
        b"id,or,type,date,outcome,kind,on\n7,IR,decision,2026-06-01,refused,,\n",
    );
    let said = refused(&office, &none);
    assert!(
        said.err.contains("row 2, column D: no application"),
        "{}",
        said.shown()
    );
    // What is no name of an entry is not told.
    let wrong = format!("7,IR,decision,2026-06-01,refused,,{NAME}");
    let said = refused(&office, &sheet(&wrong));
    assert!(said.err.contains("row 4, column G"), "{}", said.shown());
    for (key, row) in [
        ("7", "7,IR,decision,2026-06-01,refused,,A2"),
        ("8", "7,IR,decision,2026-06-01,refused,,а2"),
        ("9", "7,IR,decision,2026-06-01,refused,temporary_asylum,"),
        ("10", "7,IR,decision,2026-06-01,refused,,temporary_asylum"),
    ] {
        let text = format!("{both}{row}\n").replace("\n7,", &format!("\n{key},"));
        let sheet = file(away.path(), "e.csv", text.as_bytes());
        let done = import(&office, &sheet);
        assert_eq!(
            (&done["cases"], &done["events"]),
            (&json!(1), &json!(4)),
            "{done}"
        );
        let case = done["map"][0]["case"].as_str().unwrap();
        assert_eq!(
            told(&office, case, &["decision"]),
            ["decision A2  2026-06-01"],
            "{row}"
        );
        let again = import(&office, &sheet);
        assert_eq!(
            (&again["events"], &again["contradictions"], &again["gone"]),
            (&json!(0), &json!([]), &json!([])),
            "{again}"
        );
    }
    // What is granted was asked for in one of them alone.
    by_event(&office, "drop");
    let map = std::fs::read_to_string(office.home().join("map.toml")).unwrap();
    let words = map.split_once("[column.values]").unwrap().1;
    let words = format!("use = \"event.outcome\"\n[column.values]{words}");
    let map = map.split_once("[column.values]").unwrap().0;
    let map = map.replace("use = \"event.outcome\"\n", &words);
    std::fs::write(office.home().join("map.toml"), map).unwrap();
    let text = format!("{both}7,IR,decision,2026-06-01,granted ta,,\n").replace("\n7,", "\n11,");
    let done = import(&office, &file(away.path(), "e.csv", text.as_bytes()));
    let case = done["map"][0]["case"].as_str().unwrap();
    assert_eq!(
        told(&office, case, &["decision"]),
        ["decision A2  2026-06-01"]
    );
    silent(&office, &[NAME]);
}
