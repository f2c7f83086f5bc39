//! What a refusal offers in the place of a table, and the words in which it is refused.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{Office, Said};

/// Cases of one person each, by their refs: so many of an origin, with protection where it is named.
fn office(groups: &[(&str, usize, &str)]) -> (Office, Value) {
    let office = Office::open();
    let (mut text, mut case) = (String::new(), 0);
    for (origin, many, protection) in groups {
        for _ in 0..*many {
            case += 1;
            let sex = ["f", "m"][case % 2];
            let _ = writeln!(
                text,
                r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"2010-02-01","sex":"{sex}","born":1980}}
{{"type":"application","case":"r{case}","ref":"a","kind":"refugee_status","lodged":"2010-03-04"}}"#
            );
            if !protection.is_empty() {
                let _ = writeln!(
                    text,
                    r#"{{"type":"decision","case":"r{case}","on":"a","outcome":"granted","protection":"{protection}","decided":"2010-09-10"}}"#
                );
            }
        }
    }
    let said = office.run_with(&["--json", "import", "-"], &text);
    assert_eq!(said.code, 0, "{}", said.shown());
    let map = said.json()["map"].clone();
    (office, map)
}

/// The case that was imported under this number.
fn case(map: &Value, number: usize) -> &str {
    let mut all = map.as_array().unwrap().iter();
    let one = all.find(|one| one["ref"] == format!("r{number}")).unwrap();
    one["case"].as_str().unwrap()
}

fn asked(office: &Office, question: &str) -> Said {
    let release = ["--json", "stats", "release", "--to", "report"];
    let question: Vec<&str> = question.split_whitespace().collect();
    office.run(&[&release[..], &question].concat())
}

/// The error of a table that may not leave.
fn refused(office: &Office, question: &str) -> Value {
    let said = asked(office, question);
    assert_eq!(
        (said.code, said.out.as_str()),
        (5, ""),
        "{question}: {}",
        said.err
    );
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"].clone()
}

/// The options of each offer that begins so.
fn options(error: &Value, begin: &str) -> Vec<String> {
    let offers = error["offers"].as_array().unwrap().iter();
    let options = offers.map(|offer| offer["options"].as_str().unwrap().to_owned());
    options
        .filter(|options| options.starts_with(begin))
        .collect()
}

/// Consent is an offer only where all gave it, and then it is typed as it stands there.
#[test]
fn of_consent_only_what_may_leave_is_offered() {
    let (office, map) = office(&[
        ("KP", 2, "refugee_status"),
        ("KP", 60, "temporary_asylum"),
        ("KP", 60, ""),
    ]);
    let question = "--by protection --show refugee_status";
    for agreed in 0..2 {
        let error = refused(&office, question);
        let shown = options(&error, "--show");
        assert_eq!(
            shown,
            ["--show refugee_status --because \"...\""],
            "{error}"
        );
        let said = if agreed == 0 {
            "for none of them"
        } else {
            "for some of them"
        };
        assert!(error["message"].as_str().unwrap().contains("fewer than 5"));
        assert!(
            error.to_string().contains(said) && !error["offers"].to_string().contains("consent"),
            "{error}"
        );
        let consent = [
            "record",
            "consent",
            case(&map, agreed + 1),
            "--kind",
            "publicity",
            "--answer",
            "given",
            "--date",
            "2026-03-02",
        ];
        office.ok(&consent);
    }
    let error = refused(&office, question);
    let offers = error["offers"].as_array().unwrap();
    let offer = offers
        .iter()
        .find(|offer| offer.to_string().contains("for all of them"))
        .unwrap();
    assert_eq!(offer["options"], "--show refugee_status --because \"...\"");
    let because = ["--because", "both of them asked us to tell it", "--dry-run"];
    let typed = [
        "stats",
        "release",
        "--to",
        "report",
        "--by",
        "protection",
        "--show",
        "refugee_status",
    ];
    office.ok(&[&typed[..], &because].concat());
}

/// One of sixty goes to another office: nothing else helps, but without the total the table leaves.
#[test]
fn the_total_withheld_is_tried_and_what_was_not_is_not_named() {
    let (mut office, map) = office(&[("AF", 20, ""), ("SY", 25, ""), ("IR", 15, "")]);
    assert_eq!(asked(&office, "--by origin").code, 0);
    office.ok(&["close", case(&map, 3), "--reason", "transferred"]);
    office.now = "2026-03-03T09:00:00Z".to_owned();
    let error = refused(&office, "--by origin");
    let offered = options(&error, "--withhold");
    assert_eq!(offered, ["--withhold total"], "{error}");
    let typed = ["stats", "release", "--to", "report", "--by", "origin"];
    let offered: Vec<&str> = offered[0].split(' ').collect();
    office.ok(&[&typed[..], &offered].concat());
    // Where nothing may leave, only what was tried is named: here there is no dimension and no condition.
    let error = refused(&office, "--unit persons");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("none of them may leave either: an earlier day"),
        "{message}"
    );
    for untried in [
        "dimensions",
        "conditions",
        "coarser",
        "the cell withheld",
        "the total withheld",
        "years",
    ] {
        assert!(!message.contains(untried), "{untried}: {message}");
    }
}

/// Whose sex was corrected came no later: then nobody reads of newcomers, and nothing is to be waited for.
#[test]
fn what_was_corrected_is_not_called_a_newcomer() {
    let (office, map) = office(&[("AF", 30, ""), ("SY", 32, "")]);
    assert_eq!(asked(&office, "--by sex").code, 0);
    let shown = office.ok(&["--json", "show", case(&map, 1)]).json();
    let opened = shown["events"][0]["event"].as_str().unwrap();
    office.ok(&["correct", opened, "--sex", "f", "--because", "typed wrong"]);
    let error = refused(&office, "--by sex --round 5");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("something was corrected or recorded later"),
        "{message}"
    );
    assert!(
        !message.contains("newcomers'") && !message.contains("It may leave once"),
        "{message}"
    );
    // Who did come is called so.
    let more = r#"{"type":"case","case":"r99","origin":"SY","jurisdiction":"ru","opened":"2010-02-01","sex":"f"}"#;
    let said = office.run_with(&["--json", "import", "-"], more);
    assert_eq!(said.code, 0, "{}", said.shown());
    let error = refused(&office, "--unit persons");
    assert!(
        error["message"].as_str().unwrap().contains("newcomers'"),
        "{error}"
    );
}

/// To whom a table went is read by others and kept for good: the number of a case is not among it.
#[test]
fn the_number_of_a_case_is_no_recipient() {
    let (office, map) = office(&[("AF", 20, "")]);
    let number = case(&map, 1).to_owned();
    let bare = number.replace('-', "");
    for to in [
        number.clone(),
        format!("for the court, {number}."),
        bare,
        number.replace('-', " "),
    ] {
        let release = ["stats", "release", "--to", &to, "--by", "origin"];
        assert_eq!(office.fails(2, &release), "reason.case", "{to}");
    }
    for to in ["the non-profit of 2026", "authority", "press"] {
        office.ok(&["stats", "release", "--to", to, "--by", "origin"]);
    }
}

/// A remedy is allowed or dismissed: that none was granted is no news.
#[test]
fn remedies_have_no_rows_of_what_they_cannot_be() {
    let (office, _) = office(&[("AF", 20, "refugee_status")]);
    let mut text = String::new();
    for case in 100..140 {
        let (outcome, protection) = if case % 2 == 0 {
            ("allowed", r#","protection":"refugee_status""#)
        } else {
            ("dismissed", "")
        };
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"r{case}","origin":"SY","jurisdiction":"ru","opened":"2010-02-01"}}
{{"type":"application","case":"r{case}","ref":"a","kind":"refugee_status","lodged":"2010-03-04"}}
{{"type":"decision","case":"r{case}","ref":"d","on":"a","outcome":"refused","basis":"unfounded","decided":"2010-06-01"}}
{{"type":"appeal","case":"r{case}","ref":"b","on":"a","kind":"appeal","lodged":"2010-06-10"}}
{{"type":"decision","case":"r{case}","on":"b","outcome":"{outcome}"{protection},"decided":"2010-09-10"}}"#
        );
    }
    let said = office.run_with(&["--json", "import", "-"], &text);
    assert_eq!(said.code, 0, "{}", said.shown());
    let outcomes = |question: &str| {
        let table = asked(&office, question).json();
        let cells = table["cells"].as_array().unwrap().clone();
        let codes = cells
            .iter()
            .map(|cell| cell["key"][1].as_str().unwrap().to_owned());
        codes
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        outcomes("--ready appeals --dry-run"),
        ["allowed", "dismissed", "total"]
    );
    let all = outcomes("--unit decisions --by instance,outcome --dry-run");
    assert!(all.contains(&"refused".to_owned()), "{all:?}");
}

/// What has left stays known: the same question passes a trial before another one left, and not after. The trial itself bars
/// nothing.
#[test]
fn one_question_bars_another_and_a_trial_bars_none() {
    let office = Office::open();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let caseload = root.join("examples/ngo-211.jsonl");
    office.ok(&["import", caseload.to_str().unwrap()]);
    let shaped = |shape: &str, more: &[&str]| {
        let line = [
            "stats",
            "release",
            "--to",
            "report",
            "--where",
            "jurisdiction=ru",
            "--shape",
            shape,
        ];
        office.run(&[&line[..], more].concat()).code
    };
    for _ in 0..2 {
        assert_eq!(
            (
                shaped("eurostat", &["--dry-run"]),
                shaped("unhcr", &["--dry-run"])
            ),
            (0, 0)
        );
    }
    assert_eq!(shaped("unhcr", &[]), 0);
    assert_eq!(shaped("eurostat", &["--dry-run"]), 5);
}
