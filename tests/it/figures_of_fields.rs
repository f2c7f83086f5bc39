//! Figures of fields that an office declared for itself: what a condition tells, numbers in bands, words, days.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{Office, printed};

const FIELDS: &str = r#"
[[field]]
name = "hiv"
type = "yes_no"
"#;

/// An office with these fields and cases of one person each, everybody with what is said of them in one field.
fn office(fields: &str, groups: &[(&str, usize, &str)]) -> Office {
    let office = Office::open();
    let said = office.run_with(&["field", "declare", "-"], fields);
    assert_eq!(said.code, 0, "{}", said.shown());
    bring(&office, &lines(groups, r#","date":"2010-03-04""#));
    office
}

fn bring(office: &Office, lines: &str) {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
}

/// So many of an origin, with a field; `dated` ends each line of one.
fn lines(groups: &[(&str, usize, &str)], dated: &str) -> String {
    let (mut text, mut case) = (String::new(), 0);
    for (origin, many, field) in groups {
        for _ in 0..*many {
            case += 1;
            let _ = writeln!(
                text,
                r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"2010-02-01"}}"#
            );
            if !field.is_empty() {
                let _ = writeln!(
                    text,
                    r#"{{"type":"field","case":"r{case}","field":"{field}"{dated}}}"#
                );
            }
        }
    }
    text
}

fn asked(office: &Office, question: &str) -> crate::support::Said {
    let release = ["--json", "stats", "release", "--to", "report"];
    let question: Vec<&str> = question.split_whitespace().collect();
    office.run(&[&release[..], &question].concat())
}

fn released(office: &Office, question: &str) -> Value {
    let said = asked(office, question);
    assert_eq!(said.code, 0, "{question}: {}", said.shown());
    said.json()
}

/// The error of a question that is refused: with this exit code, and nothing printed.
fn refused(office: &Office, code: i32, question: &str) -> Value {
    let said = asked(office, question);
    assert_eq!(
        (said.code, said.out.as_str()),
        (code, ""),
        "{question}: {}",
        said.err
    );
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"].clone()
}

/// Seven of one country all live with it: neither who does nor who does not is told of its lines.
#[test]
fn a_condition_tells_no_more_of_a_line_than_its_dimension() {
    let office = office(
        FIELDS,
        &[
            ("KP", 7, "hiv=yes"),
            ("SY", 10, "hiv=yes"),
            ("SY", 24, "hiv=no"),
            ("AF", 12, "hiv=yes"),
            ("AF", 20, "hiv=no"),
        ],
    );
    for condition in ["hiv=false,none", "hiv=false", "hiv=true", "hiv=true,none"] {
        for by in [
            "origin",
            "origin,sex",
            "origin,field:hiv",
            "origin --group origin=regions",
        ] {
            let error = refused(&office, 5, &format!("--by {by} --where field:{condition}"));
            let told = error["message"].as_str().unwrap();
            assert!(told.contains("a condition on"), "{told}");
            assert!(
                !told.contains("KP") && !told.contains("North Korea"),
                "{told}"
            );
        }
    }
    // What is offered works as it is printed, and tells nothing of the seven.
    let error = refused(
        &office,
        5,
        "--by origin --where sex=unknown --where field:hiv=true",
    );
    let offers = error["offers"].as_array().unwrap();
    let offer = offers.first().unwrap();
    assert_eq!(
        offer["options"], "--by origin,field:hiv --where sex=unknown",
        "{offers:?}"
    );
    let table = released(&office, offer["options"].as_str().unwrap());
    for value in ["true", "false"] {
        assert_eq!(printed(&table, &["KP", value]), "x", "{table}");
    }
    assert_eq!(printed(&table, &["KP", "total"]), "7");
    // Where no line tells of anybody, a condition is one; so it is in whole.
    let error = refused(&office, 5, "--where field:hiv=true --where origin=KP");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("a condition on")
    );
    let table = released(
        &office,
        "--by origin --where field:hiv=true --where origin=SY,AF",
    );
    assert_eq!(printed(&table, &["SY"]), "10");
}
