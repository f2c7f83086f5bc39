//! Lists: sorted, cut and filtered by every column, and printed.

use serde_json::Value;

use crate::members::add;
use crate::support::Office;

const LINES: &str = r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru","office":"east","opened":"2025-03-04","worker":"m1"}
{"type":"application","case":"r1","ref":"a","kind":"refugee_status","lodged":"2025-03-10"}
{"type":"hearing","case":"r1","date":"2026-03-12"}
{"type":"case","case":"r2","origin":"SY","jurisdiction":"de","office":"west","opened":"2025-09-01"}
{"type":"application","case":"r2","ref":"a","kind":"single_procedure","lodged":"2025-09-02"}
{"type":"decision","case":"r2","on":"a","outcome":"refused","basis":"unfounded","served":"2026-02-27"}
{"type":"case","case":"r3","origin":"AF","jurisdiction":"de","office":"east","opened":"2026-02","worker":"m1"}
{"type":"case","case":"r4","origin":"AF","jurisdiction":"de","office":"east","opened":"2024-01-08"}
{"type":"close","case":"r4","reason":"protected","date":"2025-11-20"}
"#;

/// An office with four cases; gives their numbers.
fn office() -> (Office, Vec<String>) {
    let office = Office::open();
    let said = office.run_with(&["--json", "import", "-"], LINES).json();
    let map = said["map"].as_array().unwrap().iter();
    let cases = map
        .map(|one| one["case"].as_str().unwrap().to_owned())
        .collect();
    (office, cases)
}

fn cells(office: &Office, args: &[&str], column: &str) -> Vec<String> {
    let list = office.ok(&[&["--json"][..], args].concat()).json();
    let items = list["items"].as_array().unwrap().iter();
    let cell = |item: &Value| match &item[column] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    items.map(cell).collect()
}

#[test]
fn lists_are_sorted_by_any_column_both_ways() {
    let (office, _) = office();
    for column in [
        "case",
        "callsign",
        "state",
        "application_state",
        "origin",
        "jurisdiction",
        "worker",
        "office",
        "opened",
        "last_event",
        "next_due",
    ] {
        let up = cells(&office, &["list", "--all", "--sort", column], column);
        let down = cells(
            &office,
            &["list", "--all", "--sort", &format!("-{column}")],
            column,
        );
        let (full, empty): (Vec<_>, Vec<_>) = up.iter().cloned().partition(|cell| cell != "null");
        let mut sorted = full.clone();
        sorted.sort_by_key(|cell| cell.to_lowercase());
        assert_eq!(full, sorted, "{column}");
        // What is empty comes last, whichever way.
        let backwards: Vec<_> = full.into_iter().rev().chain(empty).collect();
        assert_eq!(down, backwards, "{column}");
    }
    let two = cells(
        &office,
        &["list", "--all", "--sort", "office,-origin"],
        "origin",
    );
    assert_eq!(two, ["KP", "AF", "AF", "SY"]);
    let due = [
        "due", "--worker", "all", "--actor", "all", "--within", "400d",
    ];
    let all = cells(&office, &due, "due");
    assert!(all.len() > 2, "{all:?}");
    for column in [
        "due",
        "days_left",
        "rule",
        "jurisdiction",
        "actor",
        "case",
        "id",
    ] {
        let up = cells(&office, &[&due[..], &["--sort", column]].concat(), column);
        assert_eq!(up.len(), all.len());
        let mut sorted = up.clone();
        sorted.sort_by(|a, b| match (a.parse::<i64>(), b.parse::<i64>()) {
            (Ok(a), Ok(b)) => a.cmp(&b),
            _ => (a == "null").cmp(&(b == "null")).then(a.cmp(b)),
        });
        assert_eq!(up, sorted, "{column}");
    }
    assert_eq!(office.fails(2, &["list", "--sort", "name"]), "args.term");
    assert_eq!(
        office.fails(2, &["due", "--columns", "origin"]),
        "args.term"
    );
}

#[test]
fn lists_are_filtered_by_every_column() {
    let (office, cases) = office();
    let list = |condition: &str| cells(&office, &["list", "--all", "--where", condition], "case");
    let all = office.ok(&["--json", "list", "--all"]).json();
    for item in all["items"].as_array().unwrap() {
        let columns = item.as_object().unwrap().iter();
        // The office's own fields have a filter of their own, `--field`.
        for (column, value) in columns.filter(|(column, _)| *column != "fields") {
            // Each value of each column finds its own case, and its opposite does not.
            let text = match value {
                Value::Null => "none".to_owned(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let own = item["case"].as_str().unwrap().to_owned();
            assert!(
                list(&format!("{column}={text}")).contains(&own),
                "{column}={text}"
            );
            assert!(
                !list(&format!("{column}!={text}")).contains(&own),
                "{column}!={text}"
            );
        }
    }
    assert_eq!(list("opened<2025"), [cases[3].clone()]);
    assert_eq!(list("opened>2026-01"), [cases[2].clone()]);
    assert_eq!(list("opened=2025").len(), 2);
    assert_eq!(list("worker=nobody").len(), 2);
    assert_eq!(list("origin=AF,KP").len(), 3);
    for wrong in [
        "state=openn",
        "origin=Korea",
        "next_due=soon",
        "opened>tomorrow",
    ] {
        let said = office.run(&["list", "--where", wrong]);
        assert_eq!(said.code, 2, "{wrong}: {}", said.shown());
    }
    assert_eq!(office.fails(2, &["list", "--where", "opened"]), "args.pair");
    // What a condition takes off a list of deadlines is counted.
    let due = [
        "--format", "human", "due", "--worker", "all", "--within", "400d",
    ];
    let whole = office.ok(&due).out;
    assert!(!whole.contains("by your filters"), "{whole}");
    let part = office
        .ok(&[&due[..], &["--where", "rule=de.klage-2w"]].concat())
        .out;
    assert!(
        part.contains("de.klage-2w") && part.contains("by your filters"),
        "{part}"
    );
}

#[test]
fn cases_that_wait_or_were_left_are_found() {
    let (office, cases) = office();
    let list = |args: &[&str]| cells(&office, &[&["list"][..], args].concat(), "case");
    let of = |which: &[usize]| {
        let mut some: Vec<_> = which.iter().map(|at| cases[*at].clone()).collect();
        some.sort();
        some
    };
    assert_eq!(list(&["--hearing-in", "8d"]), of(&[0]));
    assert_eq!(list(&["--hearing-in", "7d"]), of(&[]));
    assert_eq!(list(&["--deadline-in", "14d"]), of(&[1]));
    assert_eq!(list(&["--no-next-step", "--jurisdiction", "de"]), of(&[2]));
    assert_eq!(list(&["--closed-between", "2025-11"]), of(&[3]));
    assert_eq!(
        list(&["--closed-between", "2025-11-01..2025-11-19"]),
        of(&[])
    );
    // What an import tells of counts on the day it happened.
    assert_eq!(
        list(&["--untouched", "90d", "--jurisdiction", "de"]),
        of(&[])
    );
    let office = office.on("2026-07-01");
    let list = |args: &[&str]| cells(&office, &[&["list"][..], args].concat(), "case");
    assert_eq!(list(&["--untouched", "90d"]), of(&[0, 1, 2]));
    office.ok(&["assign", &cases[2], "--to", "nobody"]);
    assert_eq!(list(&["--untouched", "90d"]), of(&[0, 1]));
    // A hearing in the past is none to come.
    assert_eq!(list(&["--hearing-in", "1y"]), of(&[]));
    for bad in [
        ["--untouched", "long"],
        ["--deadline-in", "14"],
        ["--closed-between", "x"],
    ] {
        assert_eq!(
            office.run(&[&["list"][..], &bad].concat()).code,
            2,
            "{bad:?}"
        );
    }
}

#[test]
fn me_is_who_asks() {
    let (office, cases) = office();
    let key = add(&office, "m2");
    office.ok(&["assign", &cases[2], "--to", "m2"]);
    let mine = cells(&office, &["--key", &key, "list", "--worker", "me"], "case");
    assert_eq!(mine, [cases[2].clone()]);
    assert_eq!(
        cells(&office, &["list", "--worker", "me"], "case"),
        [cases[0].clone()]
    );
}

#[test]
fn lists_are_printed_with_the_columns_that_were_asked_for() {
    let (office, cases) = office();
    let of =
        |format: &str, args: &[&str]| office.ok(&[&["--format", format][..], args].concat()).out;
    let list = [
        "list",
        "--all",
        "--columns",
        "origin,case,office",
        "--sort",
        "-origin",
    ];
    let csv = of("csv", &list);
    let first = format!("origin,case,office\nSY,{},west\n", cases[1]);
    assert!(csv.starts_with(&first), "{csv}");
    let human = of("human", &list);
    let heads: Vec<&str> = human.lines().next().unwrap().split_whitespace().collect();
    assert_eq!(heads, ["from", "case", "office"]);
    let html = of("html", &list);
    assert!(
        html.contains("<th dir=\"auto\">office</th>") && html.contains("size:A4"),
        "{html}"
    );
    assert!(
        !html.contains("<script") && !html.contains("callsign"),
        "{html}"
    );
    // The JSON has all of them whatever people see.
    let json = office.ok(&[&["--json"][..], &list].concat()).json();
    assert_eq!(json["items"][0].as_object().unwrap().len(), 14);

    let due = [
        "due",
        "--worker",
        "all",
        "--columns",
        "due,worker,rule",
        "--sort",
        "rule",
    ];
    let csv = of("csv", &due);
    assert!(
        csv.starts_with("due,worker,rule,since,list,text\n2026-03-13,,de.klage-2w,,deadline,\n"),
        "{csv}"
    );
    let human = of("human", &due);
    assert!(
        human.contains("13 Mar 2026") && human.contains("nobody"),
        "{human}"
    );
    assert!(human.contains("Left out:"), "{human}");
    assert!(of("html", &due).contains("Left out:"));
}

#[test]
fn dangers_are_sorted_by_how_great_they_are_and_due_tells_programs_what_it_left_out() {
    let office = Office::open();
    for level in ["high", "low", "extreme", "medium"] {
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
        let risk = ["record", "risk", &case, "--level", level, "--review"];
        office.ok(&[&risk[..], &["2027-06-01"]].concat());
        office.ok(&["deadline", "set", &case, "--due", "2027-03-20"]);
    }
    let risks = |args: &[&str]| cells(&office, &[&["list"][..], args].concat(), "risk");
    assert_eq!(
        risks(&["--sort", "-risk"]),
        ["extreme", "high", "medium", "low"]
    );
    assert_eq!(
        risks(&["--where", "risk>medium", "--sort", "risk"]),
        ["high", "extreme"]
    );
    let due = office.ok(&["--json", "due"]).json();
    assert_eq!(due["left_out"]["later"], 8);
    let plain = office.ok(&["--format", "plain", "due"]).out;
    assert!(plain.contains("later"), "{plain}");
}

#[test]
fn undo_takes_nothing_else_where_the_last_entry_is_the_offices() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["record", "contact", &case, "--date", "2026-03-01"]);
    office.run_with(&["notice", "add", "--origin", "KP"], "no removals");
    assert_eq!(office.fails(1, &["undo"]), "entry.of-office-notice");
    office.ok(&["record", "contact", &case, "--date", "2026-03-02"]);
    office.ok(&["undo"]);
}
