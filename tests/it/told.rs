//! What is told without a number: that a time is told, that a row is there.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::Office;

/// Applications of one person each: so many of an origin, and whether they were decided on.
fn lines(groups: &[(&str, usize, bool)]) -> String {
    let (mut text, mut case) = (String::new(), 0);
    for (origin, many, decided) in groups {
        for _ in 0..*many {
            case += 1;
            let _ = writeln!(
                text,
                r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"2010-02-01"}}"#
            );
            let _ = writeln!(
                text,
                r#"{{"type":"application","case":"r{case}","ref":"a","kind":"refugee_status","lodged":"2010-03-04"}}"#
            );
            if *decided {
                let _ = writeln!(
                    text,
                    r#"{{"type":"decision","case":"r{case}","on":"a","outcome":"granted","protection":"refugee_status","decided":"2010-{:02}-10"}}"#,
                    4 + case % 9
                );
            }
        }
    }
    text
}

fn office(groups: &[(&str, usize, bool)]) -> Office {
    let office = Office::open();
    let said = office.run_with(&["--json", "import", "-"], &lines(groups));
    assert_eq!(said.code, 0, "{}", said.shown());
    office
}

fn release(office: &Office, question: &str) -> Value {
    let asked = ["--json", "stats", "release", "--to", "press"];
    let question: Vec<&str> = question.split(' ').collect();
    office.ok(&[&asked[..], &question].concat()).json()
}

/// What each cell prints, by its first dimension.
fn rows(table: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cells = table["cells"].as_array().unwrap().iter();
    let mut rows: Vec<_> = cells
        .map(|cell| (text(&cell["key"][0]), text(&cell["shown"])))
        .collect();
    rows.sort();
    rows
}

fn is_told(table: &Value, quantile: &str) -> bool {
    let times = table["times"].as_array().unwrap();
    let of = |time: &&Value| time["key"][0] == "total" && time["quantile"] == quantile;
    !times.iter().find(of).unwrap()["value"].is_null()
}

#[test]
fn that_a_time_is_told_says_nothing_of_a_small_number() {
    let with = "--unit applications --by outcome --median days-to-decision";
    let after = [
        "--unit applications --by outcome",
        "--unit applications --median days-to-decision",
    ];
    for (all, quantile, pending, questions) in [
        (51, "ninetieth", 1, &[with][..]),
        (53, "ninetieth", 4, &[with]),
        (21, "upper", 1, &[with]),
        (51, "ninetieth", 1, &after),
        (53, "ninetieth", 4, &after),
    ] {
        let office = office(&[("KP", all - pending, true), ("KP", pending, false)]);
        let tables = questions.iter().map(|question| release(&office, question));
        let last = tables.last().unwrap();
        assert!(!is_told(&last, quantile), "{all}, {pending}");
        assert_eq!(
            office.ok(&["--json", "stats", "verify"]).json()["together"]["state"],
            "holds"
        );
    }
    // Where there is no small number it is told, and again when it is asked again; a later table is checked beside it.
    let office = office(&[("KP", 60, true), ("FR", 4, true), ("KP", 6, false)]);
    let question = "--unit applications --median days-to-decision";
    let first = release(&office, question);
    assert!(is_told(&first, "ninetieth"));
    assert_eq!(release(&office, question), first);
    assert_eq!(
        office.ok(&["--json", "stats", "verify"]).json()["together"]["state"],
        "holds"
    );
}

#[test]
fn a_row_does_not_say_that_somebody_is_in_it() {
    let office = office(&[
        ("AF", 1, true),
        ("AF", 20, false),
        ("SY", 2, true),
        ("SY", 20, false),
        ("SO", 40, false),
    ]);
    let all = ["AF", "SO", "SY"];
    let under = rows(&release(
        &office,
        "--by origin --where protection=refugee_status",
    ));
    let expected = all.map(|code| (code.to_owned(), "x".to_owned()));
    assert_eq!(under[..3], expected);
    assert_eq!(under[3], ("total".to_owned(), "<5".to_owned()));
    let years = rows(&release(
        &office,
        "--by year --period 2008-2011 --where origin=SO",
    ));
    let years: Vec<&str> = years
        .iter()
        .map(|(key, shown)| {
            assert_eq!(shown == "0", !matches!(key.as_str(), "2010" | "total"));
            key.as_str()
        })
        .collect();
    assert_eq!(years, ["2008", "2009", "2010", "2011", "total"]);
    // What the filter names has a row, whoever is there.
    let named = rows(&release(&office, "--by origin --where origin=SO,KP"));
    assert_eq!(
        named,
        [("KP", "0"), ("SO", "40"), ("total", "40")]
            .map(|(key, shown)| (key.to_owned(), shown.to_owned()))
    );
    assert_eq!(
        office.ok(&["--json", "stats", "verify"]).json()["together"]["state"],
        "holds"
    );
}

#[test]
fn one_value_of_all_of_a_village_is_not_told() {
    let office = office(&[("KP", 12, false), ("SY", 30, false)]);
    let fields = "[[field]]\nname = \"ground\"\ntype = \"code\"\nvalues = [\"religion\", \"orientation\", \"politics\"]\n";
    let said = office.run_with(&["field", "declare", "-"], fields);
    assert_eq!(said.code, 0, "{}", said.shown());
    let mut text = String::new();
    for case in 1..=42 {
        let ground = ["orientation", "religion", "politics"][if case <= 12 { 0 } else { case % 3 }];
        let _ = writeln!(
            text,
            r#"{{"type":"field","case":"r{case}","field":"ground={ground}","date":"2010-03-04"}}"#
        );
    }
    let said = office.run_with(&["--json", "import", "-"], &text);
    assert_eq!(said.code, 0, "{}", said.shown());
    let told = rows(&release(&office, "--by field:ground --where origin=KP"));
    for (key, shown) in &told {
        assert_eq!(shown, if key == "total" { "12" } else { "x" }, "{key}");
    }
    assert!(told.len() > 3);
    let asked = [
        "--json",
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "origin,field:ground",
    ];
    let both = office
        .ok(&[&asked[..], &["--where", "origin=KP"]].concat())
        .json();
    for cell in both["cells"].as_array().unwrap() {
        assert_eq!(
            cell["shown"],
            if cell["key"][1] == "total" { "12" } else { "x" }
        );
    }
}
