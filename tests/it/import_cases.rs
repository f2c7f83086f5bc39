//! What an import means for the cases that it meets: which line a line is about, what had ended, what contradicts, what ends.

use serde_json::Value;

use crate::support::{Office, Said};

fn imported(office: &Office, lines: &str) -> Value {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

fn refused(office: &Office, lines: &str) -> Said {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 1, "{}", said.shown());
    said
}

fn show(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()
}

fn case_of(done: &Value) -> String {
    done["map"][0]["case"].as_str().unwrap().to_owned()
}

const CASE: &str =
    r#"{"type":"case","case":"r","origin":"SY","jurisdiction":"ru","opened":"2019-05-04"}"#;

fn application(name: &str, kind: &str, lodged: &str) -> String {
    format!(
        r#"{{"type":"application","case":"r","ref":"{name}","kind":"{kind}","lodged":"{lodged}"}}"#
    )
}

fn refusal(on: &str) -> String {
    format!(
        r#"{{"type":"decision","case":"r","on":"{on}","outcome":"refused","basis":"unfounded","decided":"2020-08-03","notified":"2020-08-10"}}"#
    )
}

/// A caller may call lines as this program calls applications: what the caller means holds, in one file and over two.
#[test]
fn the_callers_own_name_for_a_line_is_never_taken_for_ours() {
    let office = Office::open();
    let first = [
        CASE.to_owned(),
        application("A2", "temporary_asylum", "2019-06-04"),
        application("A1", "refugee_status", "2020-02-01"),
    ]
    .join("\n");
    let case = case_of(&imported(&office, &first));
    // A later file alone says what the names of the earlier one mean.
    imported(&office, &refusal("A1"));
    let shown = show(&office, &case);
    let state = |kind: &str| {
        let all = shown["applications"].as_array().unwrap();
        let one = all.iter().find(|one| one["kind"] == kind).unwrap();
        one["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("refugee_status"), "refused");
    assert_eq!(state("temporary_asylum"), "pending");
    // Written otherwise it could be either: it is nobody's.
    let said = refused(&office, &refusal("a2"));
    assert!(said.err.contains("line 1"), "{}", said.err);
    // What no line was ever called is ours.
    imported(
        &office,
        r#"{"type":"case","case":"s","origin":"SY","jurisdiction":"ru"}
{"type":"application","case":"s","ref":"one","kind":"refugee_status","lodged":"2020-02-01"}"#,
    );
    let ours = refusal("A1").replace(r#""case":"r""#, r#""case":"s""#);
    assert_eq!(imported(&office, &ours)["events"], 1);
}

#[test]
fn a_line_left_aside_keeps_its_name() {
    let torn = format!("{}x", application("A1", "temporary_asylum", "2019-06-04"));
    for bad in [
        application("A1", "temporary_asylum", "2019-99-04"),
        application("A1", "temporary_asylum", "2019-06-04").replace("application", "applicatoin"),
        torn,
    ] {
        let office = Office::open();
        let lines = [
            CASE.to_owned(),
            bad.clone(),
            application("A2", "refugee_status", "2020-02-01"),
            refusal("A1"),
        ]
        .join("\n");
        let args = ["--json", "import", "-", "--skip-bad", "bad.jsonl"];
        let said = office.run_with(&args, &lines);
        assert_eq!(said.code, 0, "{}", said.shown());
        let shown = show(&office, &case_of(&said.json()));
        assert_eq!(shown["applications"][0]["kind"], "refugee_status");
        assert_eq!(shown["applications"][0]["state"], "pending", "{bad}");
        let aside = std::fs::read_to_string(office.home().join("bad.jsonl")).unwrap();
        assert_eq!(aside, format!("{bad}\n{}\n", refusal("A1")));
    }
}

#[test]
fn a_name_that_two_lines_carry_names_neither() {
    let office = Office::open();
    let lines = [
        CASE.to_owned(),
        application("a", "temporary_asylum", "2019-06-04"),
        application("a", "refugee_status", "2020-02-01"),
        refusal("a"),
    ];
    let said = refused(&office, &lines.join("\n"));
    assert!(said.err.contains("several lines"), "{}", said.err);
    imported(&office, &lines[..3].join("\n"));
    refused(&office, &refusal("a"));
    // Whose a line is is no guess either.
    let person = r#"{"type":"person","case":"r","ref":"2","role":"dependant","relation":"child","born":2015,"person":99}"#;
    let theirs = r#"{"type":"application","case":"r","kind":"refugee_status","lodged":"2021-02-01","person":"2"}"#;
    let args = ["--json", "import", "-", "--skip-bad", "bad.jsonl"];
    let said = office.run_with(&args, &format!("{person}\n{theirs}\n"));
    assert_eq!(said.json()["events"], 0, "{}", said.shown());
}

const GERMAN: &str = r#"{"type":"case","case":"g","origin":"SY","jurisdiction":"de","opened":"2025-05-04"}
{"type":"application","case":"g","ref":"a","kind":"single_procedure","lodged":"2025-06-04"}"#;

fn refused_in_germany(basis: &str, notified: &str) -> String {
    format!(
        r#"{{"type":"decision","case":"g","ref":"d","on":"a","outcome":"refused","basis":"{basis}","decided":"{notified}","notified":"{notified}"}}"#
    )
}

/// The limits by law of the applicant in a case.
fn limits(office: &Office, case: &str) -> Vec<Value> {
    let mut all = show(office, case)["deadlines"].as_array().unwrap().clone();
    all.retain(|one| one["actor"] == "applicant" && one["due"].is_string());
    all.retain(|one| {
        one["rule"]
            .as_str()
            .is_none_or(|rule| !rule.starts_with("nansen."))
    });
    all
}

fn lapsed_need(office: &Office) -> Option<String> {
    let status = office.ok(&["--json", "status"]).json();
    let needs = status["needs"].as_array().unwrap().clone();
    let need = needs.iter().find(|need| need["id"] == "deadline.lapsed")?;
    Some(need["message"].as_str().unwrap().to_owned())
}

/// What ended while a case was with us was missed, whenever it came to be known; only what had ended before lapsed.
#[test]
fn what_ended_with_us_was_missed_and_only_what_had_ended_before_lapsed() {
    let office = Office::open().on("2026-01-10");
    let case = case_of(&imported(&office, GERMAN));
    let office = office.on("2026-03-04");
    let later = format!(
        "{}\n{}",
        refused_in_germany("unfounded", "2026-01-20"),
        r#"{"type":"deadline","case":"g","due":"2026-02-10"}"#
    );
    let done = imported(&office, &later);
    assert_eq!(done["lapsed"], 0, "{done}");
    let found = limits(&office, &case);
    let states: Vec<&str> = found
        .iter()
        .map(|one| one["state"].as_str().unwrap())
        .collect();
    assert!(
        states.len() > 1 && !states.contains(&"lapsed"),
        "{states:?}"
    );
    assert!(states.contains(&"missed"), "{states:?}");
    let by_hand = found.iter().find(|one| one["rule"].is_null()).unwrap();
    assert_eq!(by_hand["state"], "missed");
    let due = office.ok(&["--json", "due", "--worker", "all"]).json();
    assert!(
        due["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["state"] == "missed"),
        "{due}"
    );
    assert_eq!(lapsed_need(&office), None);
}

#[test]
fn a_mandate_that_began_later_makes_no_miss_of_ours() {
    let office = Office::open().on("2026-01-10");
    let case = case_of(&imported(&office, GERMAN));
    let office = office.on("2026-03-04");
    let later = format!(
        "{}\n{}",
        r#"{"type":"mandate","case":"g","kind":"representation","date":"2026-03-01"}"#,
        refused_in_germany("unfounded", "2026-01-20"),
    );
    let done = imported(&office, &later);
    assert!(done["lapsed"].as_u64() > Some(0), "{done}");
    assert!(
        limits(&office, &case)
            .iter()
            .all(|one| one["state"] == "lapsed")
    );
}

#[test]
fn what_lapsed_is_counted_and_settled_at_once() {
    let office = Office::open();
    let lines = format!(
        "{GERMAN}\n{}",
        refused_in_germany("unfounded", "2025-09-01")
    );
    let said = office.run_with(&["import", "-"], &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    assert!(said.out.contains("\tlapsed\t"), "{}", said.out);
    let done = imported(&office, &lines);
    let count = done["lapsed"].as_u64().unwrap();
    assert!(count > 0, "{done}");
    let case = case_of(&done);
    let need = lapsed_need(&office).unwrap();
    assert!(need.contains("nansen bulk settle --lapsed"), "{need}");
    let due = office.ok(&["--json", "due", "--worker", "all"]).json();
    assert_eq!(due["left_out"]["lapsed"], count, "{due}");
    let told = office
        .ok(&["--format", "human", "due", "--worker", "all"])
        .out;
    assert!(!told.contains("Nothing was left out"), "{told}");
    // How it might be restored stands with it.
    let shown = office.ok(&["--format", "human", "show", &case]).out;
    assert!(
        shown.contains("once missed: ") && shown.contains("over before"),
        "{shown}"
    );
    let args = ["--json", "bulk", "settle", "--lapsed"];
    let tried = office.ok(&[&args[..], &["--dry-run"]].concat()).json();
    assert_eq!(tried["items"].as_array().unwrap().len(), 1);
    assert!(lapsed_need(&office).is_some());
    assert_eq!(office.run(&args).code, 2, "a reason is asked for");
    let because = ["--because", "looked through"];
    let settled = office.ok(&[&args[..], &because].concat()).json();
    assert_eq!(settled["what"], "settle");
    assert_eq!(lapsed_need(&office), None);
    assert!(
        limits(&office, &case)
            .iter()
            .all(|one| one["state"] == "waived")
    );
    office.ok(&["undo"]);
    assert!(lapsed_need(&office).is_some());
    let waived = limits(&office, &case);
    assert!(
        waived.iter().all(|one| one["state"] == "lapsed"),
        "{waived:?}"
    );
}

/// The day of a sheet that fits the duty to leave is late for the remedy, and that is what must be told.
#[test]
fn a_day_that_is_late_for_a_remedy_is_listed_whatever_else_it_fits() {
    let office = Office::open();
    let lines = format!(
        "{GERMAN}\n{}",
        refused_in_germany("manifestly_unfounded", "2026-02-27")
    );
    let case = case_of(&imported(&office, &lines));
    let found = limits(&office, &case);
    let due = |one: &Value| one["due"].as_str().unwrap().to_owned();
    let remedy = found.iter().map(due).min().unwrap();
    let latest = found.iter().map(due).max().unwrap();
    assert!(latest > remedy, "{found:?}");
    let line = format!(r#"{{"type":"deadline","case":"g","ref":"h","due":"{latest}"}}"#);
    let earlier = r#"{"type":"deadline","case":"g","ref":"i","due":"2026-03-05"}"#;
    let update = format!("{lines}\n{earlier}\n{line}");
    for _ in 0..2 {
        // The same file again lists it again: nothing was done about it.
        let done = imported(&office, &update);
        let differing = done["differing"].as_array().unwrap();
        assert_eq!(differing.len(), 2, "{done}");
        assert_eq!(
            (&differing[0]["sheet"], &differing[0]["ours"]),
            (&latest.clone().into(), &remedy.clone().into())
        );
        // The one that it fits is named, too.
        let fits = found.iter().find(|one| due(one) == latest).unwrap();
        assert_eq!(differing[0]["nearer"], fits["rule"], "{done}");
        assert!(differing[0]["days"].as_i64() > Some(0) && differing[1]["days"].as_i64() < Some(0));
    }
    // What is as ours is not listed.
    let fits = format!(r#"{{"type":"deadline","case":"g","ref":"j","due":"{remedy}"}}"#);
    let done = imported(&office, &fits);
    assert_eq!(done["differing"].as_array().unwrap().len(), 0, "{done}");
}

const EVENTS: &str = r#"schema = "nansen.sheet-map/1"
heading = 1
rows = "event"
key = ["A"]
[fixed]
"case.jurisdiction" = "de"
"application.kind" = "single_procedure"
[[column]]
at = "B"
use = "type"
[[column]]
at = "C"
use = "event.date"
[[column]]
at = "D"
use = "case.origin"
"#;

/// Imports rows of events, and gives what it says in a form.
fn rows(office: &Office, map: &str, rows: &str, form: &[&str]) -> Said {
    let home = office.home();
    std::fs::write(home.join("map.toml"), map).unwrap();
    std::fs::write(
        home.join("rows.csv"),
        format!("id,type,date,origin\n{rows}"),
    )
    .unwrap();
    let args = [form, &["import", "rows.csv", "--map", "map.toml"]].concat();
    let said = office.ok(&args);
    std::fs::remove_file(home.join("rows.csv")).unwrap();
    said
}

/// The day of an event is part of what its row is called: a day that was put right makes no second event.
#[test]
fn a_corrected_day_of_a_row_is_listed_and_doubles_nothing() {
    let office = Office::open();
    let told = |text: &str| rows(&office, EVENTS, text, &["--json"]).json();
    let first = "1,application,2025-01-01,SY\n1,interview,2025-02-01,SY\n";
    let case = case_of(&told(first));
    let corrected = first.replace("2025-01-01", "2025-01-03");
    let done = told(&corrected);
    assert_eq!(
        (&done["events"], &done["already_there"]),
        (&0.into(), &3.into()),
        "{done}"
    );
    let found = done["contradictions"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{done}");
    assert_eq!(found[0]["fields"], serde_json::json!(["lodged"]));
    assert_eq!(
        show(&office, &case)["applications"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    // Whoever reads tables is told, too.
    let event = found[0]["event"].as_str().unwrap().to_owned();
    for form in ["plain", "csv"] {
        let said = rows(&office, EVENTS, &corrected, &["--format", form]);
        assert!(said.out.contains(&event), "{form}: {}", said.out);
        assert!(said.out.contains("lodged"), "{form}: {}", said.out);
    }
    // One more beside it is new; what a person put right is no contradiction any more.
    let because = ["--because", "a slip"];
    office.ok(&[&["correct", &event, "--lodged", "2025-01-03"][..], &because].concat());
    let more = format!("{corrected}1,interview,2025-03-01,SY\n");
    let done = told(&more);
    assert_eq!(done["events"], 1, "{done}");
    assert_eq!(
        done["contradictions"].as_array().unwrap().len(),
        0,
        "{done}"
    );
    // A sheet of what is new alone says so.
    let newer = "1,interview,2025-04-01,SY\n";
    assert_eq!(told(newer)["events"], 0);
    let part = EVENTS.replace("rows =", "part = true\nrows =");
    assert_eq!(rows(&office, &part, newer, &["--json"]).json()["events"], 1);
}

/// A line that says something else under the name of an earlier one changes nothing, and is told.
#[test]
fn a_changed_line_of_the_same_name_is_listed() {
    let office = Office::open();
    let lines = format!(
        "{GERMAN}\n{}",
        refused_in_germany("unfounded", "2026-02-27")
    );
    imported(&office, &lines);
    assert_eq!(
        imported(&office, &lines)["contradictions"],
        serde_json::json!([])
    );
    let granted = r#"{"type":"decision","case":"g","ref":"d","on":"a","outcome":"granted","protection":"refugee_status","decided":"2026-02-27","notified":"2026-02-27"}"#;
    let done = imported(&office, granted);
    assert_eq!(
        (&done["events"], &done["already_there"]),
        (&0.into(), &1.into())
    );
    let fields = &done["contradictions"][0]["fields"];
    assert_eq!(
        *fields,
        serde_json::json!(["outcome", "protection"]),
        "{done}"
    );
    let said = office.run_with(&["import", "-"], granted);
    assert!(said.out.contains("outcome,protection"), "{}", said.out);
}

/// A line that closes a case is judged as the command is.
#[test]
fn a_case_is_not_closed_by_an_import_over_what_is_open_in_it() {
    let office = Office::open();
    let close = r#"{"type":"close","case":"g","ref":"c","reason":"other","date":"2026-03-03"}"#;
    let refusal = refused_in_germany("unfounded", "2026-02-27");
    let said = refused(&office, &format!("{GERMAN}\n{refusal}\n{close}"));
    assert!(
        said.err.contains("line 4") && said.err.contains("open"),
        "{}",
        said.err
    );
    // Left aside, it leaves the case open.
    let lines = format!("{GERMAN}\n{refusal}\n{close}");
    let args = ["--json", "import", "-", "--skip-bad", "bad.jsonl"];
    let said = office.run_with(&args, &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    let case = case_of(&said.json());
    assert_eq!(show(&office, &case)["state"], "open");
    assert_eq!(
        std::fs::read_to_string(office.home().join("bad.jsonl")).unwrap(),
        format!("{close}\n")
    );
    // What had ended before is in nobody's way.
    let past = lines
        .replace(r#""case":"g""#, r#""case":"h""#)
        .replace("2026-02-27", "2025-09-01");
    let case = case_of(&imported(&office, &past));
    assert_eq!(show(&office, &case)["state"], "closed");
    // What would go out of sight needs a reason.
    let held = r#"{"type":"case","case":"i","origin":"SY","jurisdiction":"de"}
{"type":"disappearance","case":"i","date":"2026-03-01","reason":"unknown"}"#;
    let close = close.replace(r#""case":"g""#, r#""case":"i""#);
    let said = refused(&office, &format!("{held}\n{close}"));
    assert!(said.err.contains("even_so"), "{}", said.err);
    let over = close.replace(r#""ref""#, r#""even_so":"as the paper file says","ref""#);
    let case = case_of(&imported(&office, &format!("{held}\n{over}")));
    assert_eq!(show(&office, &case)["state"], "closed");
    assert!(
        office
            .ok(&["--format", "human", "show", &case, "--all"])
            .out
            .contains("as the paper file says")
    );
}

/// What was erased is not remembered: a file that still has it brings it again, and says that it may.
#[test]
fn a_file_that_may_bring_back_what_was_erased_says_so() {
    let office = Office::open();
    let case = case_of(&imported(&office, GERMAN));
    office.ok(&[
        "identity",
        "forget",
        &case,
        "--confirm",
        &case,
        "--because",
        "asked for",
    ]);
    let said = office.run_with(&["--format", "human", "import", "-", "--dry-run"], GERMAN);
    assert!(
        said.out.contains("case was erased here"),
        "{}",
        said.shown()
    );
    assert_eq!(imported(&office, GERMAN)["erased"], 1);
    // Where nothing new comes there is nothing to say.
    assert_eq!(imported(&office, GERMAN)["erased"], 0);
}

/// A history goes on where a case was closed and opened again.
#[test]
fn a_case_that_was_closed_and_opened_again_comes_in_whole() {
    let office = Office::open();
    let lines = [
        r#"{"type":"case","case":"k","origin":"SY","jurisdiction":"de","opened":"2024-01-04"}"#,
        r#"{"type":"close","case":"k","reason":"contact_lost","date":"2025-01-04"}"#,
        r#"{"type":"reopening","case":"k","date":"2025-06-01"}"#,
        r#"{"type":"interview","case":"k","date":"2025-07-01"}"#,
    ];
    let done = imported(&office, &lines.join("\n"));
    assert_eq!(done["events"], 4);
    assert_eq!(show(&office, &case_of(&done))["state"], "open");
    let again = imported(&office, &lines.join("\n"));
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&0.into(), &4.into())
    );
    assert_eq!(again["contradictions"], serde_json::json!([]));
    let early = lines
        .join("\n")
        .replace(r#""k""#, r#""l""#)
        .replace("2025-06-01", "2024-12-01");
    let said = refused(&office, &early);
    assert!(said.err.contains("line 3"), "{}", said.err);
}
