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

/// A country that the program does not know, in one file.
const COUNTRY: &str = r#"
id = "xx"
name = "Nowhere"
calendar = "gb"
version = "1"

[[rule]]
id = "xx.appeal-10d"
kind = "limit"
what = "appeal"
actor = "applicant"
citation = "Act 1"
status = "remembered"
period = { n = 10, unit = "days" }
convention = "uk-ftt"
met_by = ["appeal:appeal"]
saved_by = "arrival"
checked_by = ""
review_by = "2027-01-01"
[rule.trigger]
event = "decision_refused"
basis = "served"
[rule.suspensive]
effect = "unknown"
[rule.source]
url = "none"
kind = "memory"
text_as_of = "unknown"
read_on = "2026-01-01"
quote = "ten days"
[[rule.example]]
from = "2026-03-02"
due = "2026-03-12"
why = "ten days on"
"#;

#[test]
fn a_country_needs_one_file_and_no_code() {
    let mut book = Book::builtin();
    let file = read(COUNTRY).unwrap();
    book.add(file.clone());
    assert_eq!(check(&book, &file), []);
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
    let broken = COUNTRY
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
    let unread = read(&COUNTRY.replace("unit = \"days\"", "unit = \"dyas\"")).unwrap_err();
    assert_eq!(unread.line, Some(14));
}
