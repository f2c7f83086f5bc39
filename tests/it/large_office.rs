//! A large office, of 2,000 cases in the long tier: what the sheet of a week, the control log and `status` count, against a tally that the test makes by
//! itself from how it generated them.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::support::Office;

/// The day of service of a case: Tuesday to Friday, 10 to 27 February 2026, so that two weeks later no day is closed in Germany.
fn served(at: u64) -> NaiveDate {
    let week = (at / 4) % 3;
    let first = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    first
        .checked_add_days(Days::new(week * 7 + at % 4))
        .unwrap()
}

/// Every tenth was appealed in time, every hundredth of the others belongs to nobody.
const fn appealed(at: u64) -> bool {
    at.is_multiple_of(10)
}

fn lines(cases: u64) -> String {
    let mut lines = Vec::new();
    for at in 0..cases {
        let worker = if at % 100 == 1 {
            ""
        } else {
            r#","worker":"m1""#
        };
        lines.push(format!(
            r#"{{"type":"case","case":"r{at}","origin":"SY","jurisdiction":"de","opened":"2025-11-03"{worker}}}"#
        ));
        lines.push(format!(
            r#"{{"type":"application","case":"r{at}","ref":"a","kind":"single_procedure","lodged":"2025-11-10"}}"#
        ));
        lines.push(format!(
            r#"{{"type":"decision","case":"r{at}","ref":"d","on":"a","outcome":"refused","basis":"unfounded","served":"{}"}}"#,
            served(at)
        ));
        if appealed(at) {
            lines.push(format!(
                r#"{{"type":"appeal","case":"r{at}","on":"a","kind":"appeal","lodged":"{}"}}"#,
                served(at)
            ));
        }
    }
    lines.join("\n")
}

fn of_rule<'a>(items: &'a Value, rule: &'a str) -> impl Iterator<Item = &'a Value> {
    let items = items.as_array().unwrap().iter();
    items.filter(move |one| one["rule"] == rule)
}

#[test]
fn the_counts_of_an_office_are_those_of_an_independent_tally() {
    tallied(200);
}

#[test]
#[ignore = "long"]
fn long_the_counts_of_two_thousand_cases_are_those_of_an_independent_tally() {
    tallied(2000);
}

fn tallied(cases: u64) {
    let office = Office::open();
    let said = office.run_with(&["--json", "import", "-"], &lines(cases));
    assert_eq!(said.code, 0, "{}", said.err);
    let mut tally: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for at in (0..cases).filter(|at| !appealed(*at)) {
        let due = served(at).checked_add_days(Days::new(14)).unwrap();
        *tally.entry(due).or_default() += 1;
    }
    let today: NaiveDate = "2026-03-04".parse().unwrap();
    let json = |args: &[&str]| office.ok(&[&["--json"][..], args].concat()).json();

    let sheet = json(&["due", "--sheet"]);
    let mut on_sheet = 0;
    for day in sheet["days"].as_array().unwrap() {
        let on: NaiveDate = day["day"].as_str().unwrap().parse().unwrap();
        let expected = tally.get(&on).copied().unwrap_or(0);
        assert_eq!(
            of_rule(&day["items"], "de.klage-2w").count(),
            expected,
            "{on}"
        );
        on_sheet += day["items"].as_array().unwrap().len();
    }
    on_sheet += sheet["before"].as_array().unwrap().len();
    // What was over when an import brought it in is nobody's to keep any more.
    assert_eq!(of_rule(&sheet["before"], "de.klage-2w").count(), 0);
    let past: usize = tally.range(..today).map(|(_, count)| count).sum();
    let all = json(&["due", "--worker", "all", "--actor", "all", "--within", "9y"]);
    let all = all["items"].as_array().unwrap().len();
    let left_out = usize::try_from(sheet["left_out"].as_u64().unwrap()).unwrap();
    assert_eq!(on_sheet + left_out, all);

    // All came in today: each action that still waits was entered; those that an appeal met are settled, and counted.
    let log = json(&["deadline", "log"]);
    let waiting: usize = tally.range(today..).map(|(_, count)| count).sum();
    let entered = of_rule(&log["items"], "de.klage-2w").filter(|one| one["did"] == "entered");
    assert_eq!(entered.count(), waiting);
    let settled = usize::try_from(log["settled"].as_u64().unwrap()).unwrap();
    let met = (0..cases).filter(|at| appealed(*at)).count();
    assert!(settled >= past + met, "{settled}");
    assert!(past > 0 && waiting > 0, "{tally:?}");
    json(&["deadline", "log", "--sign"]);

    let status = json(&["status"]);
    assert_eq!(status["cases"]["open"], cases);
    let nobodys = (0..cases).filter(|at| at % 100 == 1).count();
    let list = json(&["list", "--worker", "nobody", "--sort", "next_due"]);
    assert_eq!(list["items"].as_array().unwrap().len(), nobodys);
    let overdue = json(&["due", "--overdue", "--worker", "all"]);
    assert_eq!(
        status["due"]["overdue"],
        overdue["items"].as_array().unwrap().len()
    );
    let moved = json(&["assign", "--from", "nobody", "--to", "m1"]);
    assert_eq!(moved["items"].as_array().unwrap().len(), nobodys);
}
