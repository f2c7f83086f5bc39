//! The week on one page.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Office;

/// Cases whose deadlines lie before, within and after the week from 4 March 2026 on.
fn office() -> (Office, Vec<String>) {
    let office = Office::open();
    let mut cases = Vec::new();
    for (law, dues) in [
        ("de", ["2026-03-01", "2026-03-06"]),
        ("ru", ["2026-03-10", "2026-03-11"]),
    ] {
        let case = office.new_case(&["--origin", "KP", "--jurisdiction", law]);
        for due in dues {
            office.ok(&["deadline", "set", &case, "--due", due]);
        }
        cases.push(case);
    }
    office.ok(&["assign", &cases[1], "--to", "nobody"]);
    office.ok(&[
        "record",
        "hearing",
        &cases[0],
        "--date",
        "2026-03-05",
        "--place",
        "court-1",
    ]);
    office.ok(&["record", "detention", &cases[1], "--date", "2026-03-02"]);
    (office, cases)
}

fn ids(items: &Value) -> BTreeSet<String> {
    let items = items.as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_sheet_has_what_due_has_and_counts_the_rest() {
    let (office, cases) = office();
    let sheet = office.ok(&["--json", "due", "--sheet"]).json();
    let due = office
        .ok(&["--json", "due", "--worker", "all", "--within", "6d"])
        .json();
    let days = sheet["days"].as_array().unwrap();
    assert_eq!(days.len(), 7);
    assert_eq!(
        (&sheet["from"], &sheet["until"]),
        (&"2026-03-04".into(), &"2026-03-10".into())
    );
    let mut on_it = ids(&sheet["before"]);
    for day in days {
        for item in day["items"].as_array().unwrap() {
            assert_eq!(item["due"], day["day"]);
        }
        on_it.extend(ids(&day["items"]));
    }
    assert_eq!(on_it, ids(&due["items"]));
    assert_eq!(on_it.len(), 3);
    let every = ["--worker", "all", "--actor", "all", "--within", "400d"];
    let every = office.ok(&[&["--json", "due"][..], &every].concat()).json();
    let every = every["items"].as_array().unwrap().len();
    assert_eq!(sheet["left_out"], every - 3, "{sheet}");
    assert_eq!(days[1]["hearings"][0]["case"], cases[0].as_str());
    // Saturday is closed under both; 9 March is a day off in Russia alone.
    assert_eq!(days[3]["closed"], serde_json::json!(["de", "ru"]));
    let closed: Vec<&Value> = days.iter().map(|day| &day["closed"]).collect();
    assert_eq!(closed[5], &serde_json::json!(["ru"]), "{closed:?}");
    assert_eq!(closed[0], &serde_json::json!([]));
    // For whom it is can be said, and what is then left out is counted.
    let mine = office
        .ok(&["--json", "due", "--sheet", "--where", "jurisdiction=de"])
        .json();
    assert_eq!(mine["left_out"], every - 2, "{mine}");
    assert_eq!(office.run(&["due", "--sheet", "--exit-code"]).code, 10);
    for bad in [
        &["due", "--neutral"][..],
        &["due", "--sheet", "--within", "9d"],
    ] {
        assert_eq!(office.run(bad).code, 2, "{bad:?}");
    }
}

#[test]
fn the_sheet_has_next_steps_and_whom_nobody_has_heard_of() {
    let (office, cases) = office();
    for (by, words) in [("2026-03-05", "ring the clinic"), ("2026-03-12", "later")] {
        office.run_with(&["task", "add", &cases[0], "--by", by], words);
    }
    let gone = ["record", "disappearance", &cases[1], "--date", "2026-03-03"];
    office.ok(&gone);
    // Put off: it is on no sheet any more.
    let show = office.ok(&["--json", "show", &cases[0]]).json();
    let events = show["events"].as_array().unwrap();
    let hearing = events.iter().find(|one| one["kind"] == "hearing").unwrap();
    let id = hearing["event"].as_str().unwrap();
    office.ok(&["correct", id, "--status", "moved", "--because", "letter"]);

    let sheet = office.ok(&["--json", "due", "--sheet"]).json();
    let day = &sheet["days"][1];
    assert_eq!(day["tasks"][0]["text"], "ring the clinic", "{sheet}");
    assert_eq!(day["tasks"].as_array().unwrap().len(), 1);
    assert_eq!(day["hearings"], serde_json::json!([]));
    assert_eq!(sheet["disappeared"][0]["case"], cases[1].as_str());
    let status = office.ok(&["--json", "status"]).json();
    assert_eq!(status["morning"]["hearings_7d"], 0);
    for format in ["human", "plain", "json", "csv", "md", "html"] {
        let sheet = ["--format", format, "due", "--sheet"];
        let with = office.ok(&sheet).out;
        assert!(with.contains("ring the clinic"), "{format}: {with}");
        let without = office.ok(&[&sheet[..], &["--neutral"]].concat()).out;
        assert!(!without.contains("ring the clinic"), "{format}: {without}");
    }
    // However the list is sorted and cut, who is gone stands above it, and the steps below.
    for format in ["human", "md", "html"] {
        let sorted = [
            "--format",
            format,
            "due",
            "--worker",
            "all",
            "--sort",
            "-due",
            "--columns",
            "due,case",
        ];
        let sorted = office.ok(&sorted).out;
        assert!(sorted.contains("DISAPPEARED"), "{format}: {sorted}");
        assert!(sorted.contains("ring the clinic"), "{format}: {sorted}");
    }
}

#[test]
fn the_sheet_is_printed_in_eighty_columns() {
    let (office, _) = office();
    let mut wide = office.command(&["--format", "human", "due", "--sheet"]);
    let human = crate::support::said(&wide.env("COLUMNS", "200").output().unwrap()).out;
    for line in human.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for part in [
        "Wed 4 Mar 2026",
        "Sat 7 Mar 2026 · closed (de, ru)",
        "! Sun 1 Mar 2026",
        "DETENTION",
        "court-1",
        "[ ] ",
        "5 lines on this sheet",
        "Left out: 2 later",
        "Compared by hand",
    ] {
        assert!(human.contains(part), "no {part} in {human}");
    }
}

#[test]
fn a_neutral_sheet_has_no_callsign_in_any_form() {
    let (office, cases) = office();
    let callsigns: Vec<String> = cases
        .iter()
        .map(|case| {
            let shown = office.ok(&["--json", "show", case]).json();
            shown["callsign"].as_str().unwrap().to_owned()
        })
        .collect();
    for format in ["human", "plain", "json", "jsonl", "csv", "md", "html"] {
        let with = office.ok(&["--format", format, "due", "--sheet"]).out;
        let without = office
            .ok(&["--format", format, "due", "--sheet", "--neutral"])
            .out;
        for (case, callsign) in cases.iter().zip(&callsigns) {
            let human = matches!(format, "human" | "md" | "html");
            assert_eq!(with.contains(callsign), human, "{format}: {with}");
            assert!(!without.contains(callsign), "{format}: {without}");
            assert!(without.contains(case), "{format}: {without}");
        }
        assert!(!with.contains("<script"));
    }
}

/// What a spreadsheet would be without: whoever keeps one sees there what the screen shows.
#[test]
fn a_spreadsheet_has_a_line_for_everything() {
    let (office, cases) = office();
    office.run_with(&["task", "add", &cases[0], "--by", "2026-03-05"], "ring");
    let gone = ["record", "disappearance", &cases[1], "--date", "2026-03-03"];
    office.ok(&gone);
    let lists = |args: &[&str]| -> BTreeSet<String> {
        let csv = office
            .ok(&[&["--format", "csv", "due"][..], args].concat())
            .out;
        let mut lines = csv.lines();
        assert!(
            lines.next().unwrap().ends_with(",worker,since,list,text")
                || csv.contains("due,case,worker,since,list,text"),
            "{csv}"
        );
        lines
            .map(|line| line.rsplit(',').nth(1).unwrap().to_owned())
            .collect()
    };
    let all = |more: &[&str]| {
        let names = ["deadline", "disappeared", "measure", "task"];
        let names = names.iter().chain(more).map(|name| (*name).to_owned());
        names.collect::<BTreeSet<String>>()
    };
    assert_eq!(lists(&["--worker", "all"]), all(&[]));
    let some = ["--worker", "all", "--columns", "due,case,worker"];
    assert_eq!(lists(&some), all(&[]));
    assert_eq!(lists(&["--sheet"]), all(&["hearing", "left_out"]));
}

/// Above the week stands who is missing, below it at once whose check-in did not come, with what the office does then.
#[test]
fn the_sheet_begins_with_who_is_in_danger() {
    let (office, cases) = office();
    office.run_with(&["check-in", "plan"], "other_office: ring at night\n");
    let every = ["--every", "1d", "--how", "partner"];
    office.ok(&[&["check-in", "set", &cases[0]][..], &every].concat());
    let gone = ["record", "disappearance", &cases[1], "--date", "2026-03-03"];
    office.ok(&gone);
    let office = office.on("2026-03-07");
    let human = office.ok(&["--format", "human", "due", "--sheet"]).out;
    let place = |part: &str| {
        human
            .find(part)
            .unwrap_or_else(|| panic!("no {part}: {human}"))
    };
    let parts = ["DISAPPEARED", "CHECK-IN", "Alarm plan", "DETENTION"].map(place);
    assert!(parts.is_sorted(), "{human}");
    let sheet = office.ok(&["--json", "due", "--sheet"]).json();
    assert_eq!(sheet["silent"].as_array().unwrap().len(), 1, "{sheet}");
    // A wall that visitors see has neither the reason nor the words of the plan.
    let wall = office
        .ok(&["--format", "human", "due", "--sheet", "--neutral"])
        .out;
    assert!(!wall.contains("ring at night"), "{wall}");
}
