//! The rule files say what they must, in words that the program knows, and their examples come out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use crate::domain::code::{Actor, StepKind};
use crate::rules::model::{Roll, Unit};
use crate::rules::{Book, Query, Start, check, explain, place, read};

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

/// What is imported of a paper whose end is not known counts as over eleven years later (`app::deadlines`).
#[test]
fn no_paper_runs_for_longer_than_ten_years() {
    let book = Book::builtin();
    let papers = book.rules().filter(|rule| rule.actor == Actor::Document);
    let mut seen = 0;
    for period in papers.filter_map(|rule| rule.period) {
        let most = match period.unit {
            Unit::Years => 10,
            Unit::Months => 120,
            _ => continue,
        };
        assert!(period.n <= most, "{period:?}");
        seen += 1;
    }
    assert!(seen > 3, "{seen}");
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
fn every_time_limit_that_was_researched_is_there() {
    let book = Book::builtin();
    let ids = include_str!("../../../tests/fixtures/rules/researched.txt");
    let missing: Vec<&str> = ids.lines().filter(|id| book.rule(id).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(ids.lines().count(), 468);
}

/// Every event that a rule waits for can be recorded: as a step, or by an entry with a word of its own.
#[test]
fn every_event_that_opens_a_rule_can_be_recorded() {
    const BY_ENTRIES: [&str; 21] = [
        "appeal_lodged",
        "appeal_refused",
        "application_lodged",
        "application_made",
        "application_registered",
        "decision_closed",
        "decision_refused",
        "departure",
        "document_expires",
        "document_issued",
        "entry_refused",
        "extradition_decision",
        "hearing_set",
        "judgment",
        "released",
        "removal_imminent",
        "restriction_imposed",
        "return_decision",
        "status_granted",
        "transfer_decision",
        // That a limit passed is no entry: the rules that run from it open with the one before (`after`).
        "deadline_missed",
    ];
    let book = Book::builtin();
    let steps: Vec<&str> = StepKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let opening = book.rules().filter(|rule| rule.opens_deadlines());
    let events =
        opening.flat_map(|rule| std::iter::once(&rule.trigger.event).chain(&rule.trigger.also));
    let lost: BTreeSet<&String> = events
        .filter(|event| !steps.contains(&event.as_str()) && !BY_ENTRIES.contains(&event.as_str()))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
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
            Some(22),
            "xx.appeal-10d event: decision_refusd is not known".to_owned()
        )
    );
    assert_eq!(told[1].0, Some(32), "{}", told[1].1);
}

#[test]
fn every_rule_that_cannot_be_read_is_told() {
    let second = country();
    let second = second.split_once("[[rule]]").unwrap().1;
    let second = second
        .replace("xx.appeal-10d", "xx.other")
        .replace("citation =", "cites =");
    let text = format!("{}[[rule]]{second}", country()).replace(
        "kind = \"limit\"\nwhat = \"appeal\"\nlocal_name = \"appeal\"\nactor = \"applicant\"\ncitation",
        "kind = \"limits\"\nwhat = \"appeal\"\nlocal_name = \"appeal\"\nactor = \"applicant\"\ncitation",
    );
    let faults = read(&text).unwrap_err();
    let told: Vec<_> = faults.iter().map(|f| (f.rule.as_str(), f.line)).collect();
    assert_eq!(
        told,
        [("xx.appeal-10d", Some(9)), ("xx.other", Some(42))],
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

/// Three worked examples at least for each way of counting: an ordinary one, one that ends on a closed day where such an
/// end moves, and one at an edge (a month's end, a leap day, a year's turn, an hour, a deemed day).
#[test]
fn every_way_of_counting_is_worked_out_three_times() {
    let book = Book::builtin();
    let mut counted: BTreeMap<String, Vec<(bool, bool)>> = BTreeMap::new();
    let mut moves = BTreeSet::new();
    for id in book.jurisdictions() {
        let file = book.jurisdiction(id).unwrap();
        for rule in &file.rule {
            let Some(name) = rule.convention.as_deref() else {
                continue;
            };
            let own = file.convention.contains_key(name);
            let key = if own {
                format!("{id}: {name}")
            } else {
                name.to_owned()
            };
            let convention = book.convention(file, name).unwrap();
            let days = rule
                .length()
                .is_some_and(|p| !matches!(p.unit, Unit::Hours | Unit::WorkingDays));
            if days
                && rule.roll.unwrap_or(convention.roll) != Roll::None
                && !convention.days_are_working_days
            {
                moves.insert(key.clone());
            }
            for query in rule
                .example
                .iter()
                .filter_map(|example| Query::of(rule, example))
            {
                let got = explain(&book, &query).unwrap();
                let Some(due) = got.due else { continue };
                let has =
                    |texts: &[&str]| got.steps.iter().any(|step| texts.contains(&&*step.text));
                let closed = has(&["step-weekend", "step-holiday", "step-closed"]);
                let from = match query.from {
                    Start::Date(date) => date.earliest(),
                    Start::Time(at) => at.date_naive(),
                };
                let turn = from.year() != due.year();
                let month_end = |day: NaiveDate| day.succ_opt().is_some_and(|next| next.day() == 1);
                let leap = from.month() <= 2
                    && due.month() >= 3
                    && NaiveDate::from_ymd_opt(due.year(), 2, 29).is_some();
                let edge = turn
                    || leap
                    || month_end(from)
                    || month_end(due)
                    || got.due_at.is_some()
                    || !query.dates.is_empty()
                    || has(&["step-deemed", "step-hour-unknown"]);
                counted.entry(key.clone()).or_default().push((closed, edge));
            }
        }
    }
    let mut lacking = Vec::new();
    for (key, examples) in &counted {
        let lacks = [
            (examples.len() < 3, "three"),
            (
                !examples.iter().any(|(closed, _)| !closed),
                "an ordinary one",
            ),
            (
                moves.contains(key) && !examples.iter().any(|(closed, _)| *closed),
                "a closed day",
            ),
            (!examples.iter().any(|(_, edge)| *edge), "an edge"),
        ];
        lacking.extend(
            lacks
                .iter()
                .filter(|(lacks, _)| *lacks)
                .map(|(_, what)| format!("{key}: {what}")),
        );
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}
