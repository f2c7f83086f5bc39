//! Who files: the office, or the person, who is told; and powers of attorney.

use serde_json::Value;

use crate::care::{due, human, place};
use crate::desk::{Desk, pair};

/// A refusal under Russian law that reached the person on 2 March: a month to complain.
fn refused(day: &str) -> Desk {
    let desk = Desk::new("ru", day);
    desk.record("application --kind temporary_asylum --lodged 2025-12-01");
    desk.record("decision --outcome refused --decided 2026-02-27 --notified 2026-03-02");
    desk
}

const RULE: &str = "ru.complaint-1m";

#[test]
fn with_advice_alone_they_file_and_we_tell_them() {
    let desk = refused("2026-03-04");
    let (office, case) = (&desk.office, desk.case.as_str());
    let files = || {
        let shown = desk.show();
        let all = shown["deadlines"].as_array().unwrap();
        all.iter().find(|d| d["rule"] == RULE).unwrap()["files"].clone()
    };
    let tell = [
        "deadline",
        "told",
        case,
        "--rule",
        RULE,
        "--means",
        "interpreter",
        "--language",
        "fa",
    ];
    // Without a mandate on record we file.
    assert_eq!(files(), "we");
    assert_eq!(office.fails(1, &tell), "deadline.ours");
    desk.record("mandate --kind representation --date 2026-03-02");
    assert_eq!(office.fails(1, &tell), "deadline.ours");
    desk.record("mandate --kind advice --date 2026-03-03");
    assert_eq!(files(), "they");
    let listed = |args: &[&str]| {
        let shown = due(office, &[&["--within", "60d"][..], args].concat());
        let all = shown["items"].as_array().unwrap().clone();
        all.iter().any(|item| item["rule"] == RULE)
    };
    assert!(listed(&[]));
    let text = human(office, &["due", "--within", "60d"]);
    assert!(
        place(&text, "THEY FILE, WE TELL THEM (2)") < place(&text, "[they file]"),
        "{text}"
    );
    assert_eq!(
        office.fails(6, &["close", case, "--reason", "other"]),
        "case.deadlines-open"
    );
    let bad = [&tell[..7], &["--language", "Farsi"]].concat();
    assert_eq!(office.fails(2, &bad), "field.language");
    office.ok(&tell);
    assert!(!listed(&[]) && listed(&["--actor", "all"]));
    // Of the other one they were not told.
    let list = || office.ok(&["--json", "list"]).json()["items"][0]["next_due"].clone();
    assert_eq!(list(), "2026-04-02");
    let other = ["deadline", "told", case, "--rule", "ru.leave-1m"];
    office.ok(&[&other[..], &["--means", "letter", "--language", "fa"]].concat());
    assert_eq!(list(), Value::Null);
    office.ok(&["undo"]);
    let text = human(office, &["due", "--within", "60d"]);
    assert!(
        text.contains("1 of which the person was told, who files"),
        "{text}"
    );
    let shown = human(office, &["show", case]);
    assert!(shown.contains("through an interpreter, in fa"), "{shown}");
    // Where its day moves they were told another one.
    let decision = desk.event("decision");
    desk.correct(&decision, "--notified 2026-03-01");
    assert!(listed(&[]));
    office.ok(&tell);
    assert!(!listed(&[]));
    // Who takes the case on files again.
    desk.record("mandate --kind representation --date 2026-03-04");
    assert!(listed(&[]));
    assert_eq!(files(), "we");
    office.ok(&["undo"]);
    assert!(!listed(&[]));
    office.ok(&["undo"]);
    assert!(listed(&[]));
}

#[test]
fn who_files_hangs_on_the_mandate_of_the_day() {
    let desk = refused("2026-03-20");
    let files = |day: &str| {
        let shown = desk
            .office
            .ok(&["--json", "show", &desk.case, "--as-of", day])
            .json();
        let all = shown["deadlines"].as_array().unwrap().clone();
        all.iter().find(|d| d["rule"] == RULE).unwrap()["files"].clone()
    };
    desk.record("mandate --kind representation --lawyer outside --date 2026-03-05");
    desk.record("mandate --kind monitoring --date 2026-03-10 --until 2026-03-15");
    assert_eq!(files("2026-03-04"), "we");
    assert_eq!(files("2026-03-05"), "they");
    assert_eq!(files("2026-03-15"), "they");
    // It ran out, and nobody relies on the person.
    assert_eq!(files("2026-03-16"), "we");
    assert_eq!(
        desk.refused(
            1,
            "mandate --kind advice --date 2026-03-10 --until 2026-03-09"
        ),
        "history.too-early"
    );
}

#[test]
fn a_power_of_attorney_ends_on_its_day() {
    let desk = Desk::new("de", "2026-03-04");
    // Saturday, and a holiday: it is no time limit, and rolls nowhere.
    let given =
        desk.record("mandate --kind representation --date 2026-03-02 --attorney-until 2026-10-03");
    assert_eq!(given["deadlines"][0]["due"], "2026-10-03");
    assert_eq!(desk.deadline("nansen.attorney"), pair("2026-10-03", "open"));
    assert_eq!(
        desk.show()["care"]["mandates"][0]["attorney_until"],
        "2026-10-03"
    );
    let event = desk.event("mandate");
    desk.correct(&event, "--attorney-until 2026-10-04");
    assert_eq!(desk.deadline("nansen.attorney"), pair("2026-10-04", "open"));
    let desk = desk.on("2026-10-10");
    assert_eq!(
        desk.deadline("nansen.attorney"),
        pair("2026-10-04", "missed")
    );
    // It runs out whether or not the case goes on, and keeps nobody from closing it.
    let desk = desk.on("2026-09-01");
    desk.record("mandate --kind representation --date 2026-09-01 --attorney-until 2027-09-01");
    let all = desk.all("nansen.attorney");
    assert_eq!(all, [pair("2026-10-04", "met"), pair("2027-09-01", "open")]);
    desk.office
        .ok(&["close", &desk.case, "--reason", "transferred"]);
}
