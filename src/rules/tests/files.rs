//! The rule files say what they must, in words that the program knows, and their examples come out.

use std::collections::BTreeSet;

use crate::rules::{Book, check, place, read};

#[test]
fn nothing_is_wrong_with_any_file() {
    let book = Book::builtin();
    let mut wrong = Vec::new();
    for id in book.jurisdictions() {
        let file = book.jurisdiction(id).unwrap();
        assert_eq!(file.id, id, "a file is named as its jurisdiction");
        wrong.extend(check(&book, file).iter().map(ToString::to_string));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_are_unique_and_found() {
    let book = Book::builtin();
    let ids: BTreeSet<&str> = book.rules().map(|r| r.id.as_str()).collect();
    assert_eq!(ids.len(), book.rules().count());
    for rule in book.rules() {
        assert_eq!(book.rule(&rule.id), Some(rule));
        assert!(
            !rule.is_signed(),
            "{}: nobody has signed anything yet",
            rule.id
        );
    }
    assert_eq!(book.rule("ru.complaint"), None);
    assert_eq!(book.rule("nansen"), None);
}

#[test]
fn calendars_and_conventions_say_where_they_were_read() {
    let book = Book::builtin();
    for name in book.calendars() {
        let calendar = book.calendar(name).unwrap();
        assert!(!calendar.source.is_empty(), "{name}");
        for to in calendar.aliases.values() {
            assert!(calendar.region(to).is_some(), "{name}: {to}");
        }
        for holiday in &calendar.holiday {
            let known = |region| calendar.regions.contains(region);
            assert!(
                holiday.regions.iter().all(known),
                "{name}: {}",
                holiday.name
            );
        }
    }
    assert!(
        book.conventions()
            .all(|(_, c)| !c.citation.is_empty() && !c.known.is_empty())
    );
    assert!(
        book.reaches()
            .iter()
            .all(|reach| !reach.citation.is_empty())
    );
}

/// A folder that holds a country which the program does not know.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rules/country");

fn country() -> String {
    std::fs::read_to_string(format!("{FOLDER}/xx.toml")).unwrap()
}

#[test]
fn a_country_needs_one_file_and_no_code() {
    let mut book = Book::builtin();
    assert!(!book.jurisdictions().any(|known| known == "xx"));
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let file = read(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        book.add(file.clone());
        assert_eq!(check(&book, &file), []);
    }
    let refused = super::happened(
        "decision_refused",
        "xx",
        &[(crate::domain::code::DateBasis::Served, "2026-03-02")],
        &[],
    );
    let opened = crate::rules::open_deadlines(&book, &refused);
    assert_eq!(
        super::of(&opened, "xx.appeal-10d").due,
        Some(super::day("2026-03-12"))
    );
}

#[test]
fn faults_name_their_line_and_what_was_meant() {
    let broken = country()
        .replace("decision_refused", "decision_refusd")
        .replace("2026-03-12", "2026-03-13");
    let mut book = Book::builtin();
    let file = read(&broken).unwrap();
    book.add(file.clone());
    let mut faults = check(&book, &file);
    place(&broken, &mut faults);
    let told: Vec<(Option<usize>, String)> = faults
        .iter()
        .map(|fault| (fault.line, fault.to_string()))
        .collect();
    assert_eq!(
        told[0],
        (
            Some(21),
            "xx.appeal-10d event: decision_refusd is not known".to_owned()
        )
    );
    assert_eq!(told[1].0, Some(31), "{}", told[1].1);
}

#[test]
fn every_rule_that_cannot_be_read_is_told() {
    let second = country();
    let second = second.split_once("[[rule]]").unwrap().1;
    let second = second
        .replace("xx.appeal-10d", "xx.other")
        .replace("citation =", "cites =");
    let text = format!("{}[[rule]]{second}", country()).replace(
        "kind = \"limit\"\nwhat = \"appeal\"\nactor = \"applicant\"\ncitation",
        "kind = \"limits\"\nwhat = \"appeal\"\nactor = \"applicant\"\ncitation",
    );
    let faults = read(&text).unwrap_err();
    let told: Vec<_> = faults.iter().map(|f| (f.rule.as_str(), f.line)).collect();
    assert_eq!(
        told,
        [("xx.appeal-10d", Some(9)), ("xx.other", Some(40))],
        "{faults:?}"
    );
    let head = read(&country().replace("calendar =", "calender =")).unwrap_err();
    assert_eq!((head.len(), head[0].line), (1, Some(4)), "{head:?}");
    let other = read(include_str!("../../../rules/vocabulary.toml")).unwrap_err();
    assert_eq!(
        other[0].problem,
        crate::rules::Problem::NoRuleFile(vec!["event".to_owned()])
    );
}
