//! A case has what one of its persons has, and that need not be the first: beside a table of persons it tells how many there are
//! who have it as well.

use serde_json::json;

use crate::released;
use crate::support::{Office, Said};

/// Cases whose persons were recognised (`g`), wait (`p`), or wait and refused to be counted (`n`), so many of each form.
fn office(forms: &[(usize, &str)]) -> Office {
    let mut lines = Vec::new();
    let all = forms.iter().flat_map(|(many, form)| vec![*form; *many]);
    for (at, form) in all.enumerate() {
        let case = format!("r{at}");
        lines.push(json!({"type": "case", "case": case, "origin": "SY", "jurisdiction": "de", "sex": "m", "born": 1980,
            "opened": "2018-01-01"}));
        for (nth, state) in form.chars().enumerate() {
            let person = if nth == 0 {
                "1".to_owned()
            } else {
                lines.push(json!({"type": "person", "case": case, "ref": format!("p{nth}"), "sex": "f", "born": 1990}));
                format!("p{nth}")
            };
            let application = format!("a{nth}");
            lines.push(
                json!({"type": "application", "case": case, "ref": application, "person": person,
                "kind": "refugee_status", "lodged": "2018-02-01"}),
            );
            if state == 'g' {
                lines.push(json!({"type": "decision", "case": case, "on": application, "outcome": "granted",
                    "protection": "refugee_status", "decided": "2018-06-01"}));
            }
            if state == 'n' {
                lines.push(
                    json!({"type": "consent", "case": case, "person": person, "kind": "statistics",
                    "answer": "refused", "date": "2019-01-01"}),
                );
            }
        }
    }
    let office = Office::open();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let said = office.run_with(&["--json", "import", "-"], &lines.join("\n"));
    assert_eq!(said.code, 0, "{}", said.shown());
    office
}

fn release(office: &Office, question: &[&str]) -> Said {
    released::release(office, &[&["--as-of", "2025-12-31"], question].concat())
}

/// What a cell shows.
fn number(said: &Said, value: &str) -> Option<u64> {
    if said.code != 0 {
        assert_eq!(said.code, 5, "{}", said.shown());
        return None;
    }
    let table = said.json();
    let cells = table["cells"].as_array().unwrap();
    let cell = cells.iter().find(|cell| cell["key"] == json!([value]));
    cell.and_then(|cell| cell["value"].as_u64())
}

#[test]
fn cases_and_persons_do_not_tell_of_a_second_one_who_was_recognised() {
    const FORMS: &[(usize, &str)] = &[(20, "p"), (9, "g"), (6, "pg"), (1, "pgg"), (5, "pp")];
    let cases = ["--unit", "cases", "--by"];
    for (unit, dimension, value) in [
        ("persons", "protection", "refugee_status"),
        ("persons", "protection_now", "refugee_status"),
        ("applications", "result", "recognised"),
    ] {
        let ours = [&cases[..], &[dimension]].concat();
        let others = ["--unit", unit, "--by", dimension];
        for [first, second] in [[&ours[..], &others[..]], [&others, &ours]] {
            let office = office(FORMS);
            let before = number(&release(&office, first), value);
            let after = number(&release(&office, second), value);
            assert!(
                before.is_some() && after.is_none(),
                "{first:?} {second:?}: {before:?} and {after:?}"
            );
        }
    }
    // Where all are the first of their case, or enough are not, both numbers may stand there.
    for forms in [
        &[(20, "p"), (16, "g"), (6, "pp")][..],
        &[(20, "p"), (9, "g"), (6, "pg"), (6, "pgg"), (5, "pp")],
    ] {
        let office = office(forms);
        let numbers: Vec<Option<u64>> = [&["--unit", "cases"][..], &["--unit", "persons"]]
            .iter()
            .map(|unit| {
                let question = [unit, &["--by", "protection"][..]].concat();
                number(&release(&office, &question), "refugee_status")
            })
            .collect();
        assert!(
            numbers.iter().all(Option::is_some),
            "{forms:?}: {numbers:?}"
        );
    }
}

#[test]
fn the_second_table_leaves_where_two_of_its_cells_withheld_are_enough() {
    const FORMS: &[(usize, &str)] = &[(20, "p"), (9, "g"), (6, "pg"), (1, "pgg"), (5, "pp")];
    let question = |unit| ["--unit", unit, "--by", "protection"];
    for [first, second] in [["cases", "persons"], ["persons", "cases"]] {
        let office = office(FORMS);
        assert_eq!(release(&office, &question(first)).code, 0);
        let said = release(&office, &question(second));
        assert_eq!(said.code, 0, "{first} {second}: {}", said.shown());
        for value in ["none", "refugee_status"] {
            assert_eq!(number(&said, value), None, "{first} {second}");
        }
    }
}

/// A list of cases with the size of their families.
fn list(office: &Office) -> Said {
    let to = [
        "--json",
        "-o",
        "list.csv",
        "export",
        "anonymous",
        "--to",
        "the university",
    ];
    office.run(&[&to[..], &["--keep", "family"]].concat())
}

#[test]
fn a_list_that_tells_of_families_and_the_number_of_persons_do_not_tell_of_a_third_one() {
    let persons: &[&str] = &["--unit", "persons"];
    // Half of all were recognised, as lists want it.
    let forms = |three: usize| {
        let of = [
            (54, "p"),
            (54, "g"),
            (6, "pp"),
            (6 - three, "gp"),
            (three, "gpp"),
        ];
        office(&of)
    };
    let one = forms(1);
    let said = list(&one);
    assert_eq!(said.code, 0, "{}", said.shown());
    let text = std::fs::read_to_string(one.home().join("list.csv")).unwrap();
    assert_eq!(text.matches(",2-4,").count(), 12, "{text}");
    assert_eq!(release(&one, persons).code, 5);
    let one = forms(1);
    assert_eq!(release(&one, persons).code, 0);
    let said = list(&one);
    assert!(
        said.code == 5 && said.err.contains("R2026-001"),
        "{}",
        said.shown()
    );
    // Where nobody is a third one there is nothing to tell.
    let none = forms(0);
    assert_eq!((list(&none).code, release(&none, persons).code), (0, 0));
}

#[test]
fn whoever_refused_is_in_no_family_of_a_list() {
    let office = office(&[(54, "p"), (54, "g"), (5, "pp"), (5, "gp"), (4, "pn")]);
    let said = list(&office);
    assert_eq!(said.code, 0, "{}", said.shown());
    let text = std::fs::read_to_string(office.home().join("list.csv")).unwrap();
    assert_eq!(text.matches(",2-4,").count(), 10, "{text}");
}
