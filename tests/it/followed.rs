//! Whoever has a case of their own is counted as before: with what happened to them, as of every day, of the same family, and a case is the
//! same case whoever of it may be counted.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::members::add;
use crate::moved::{AS_OF, bring, cases, is_the_first, leave, office, together};
use crate::released::{refused, released};
use crate::support::{Office, cell, printed};

/// An application of a person of a case, lodged and decided: granted after so many days, or not at all.
fn application(case: &str, person: &str, days: Option<u64>) -> String {
    let mut lines = format!(
        r#"{{"type":"application","case":"{case}","ref":"{case}-{person}","person":"{person}","kind":"refugee_status","lodged":"2018-02-01"}}"#
    );
    lines.push('\n');
    if let Some(days) = days {
        let lodged: chrono::NaiveDate = "2018-02-01".parse().unwrap();
        let decided = lodged + chrono::Days::new(days);
        let _ = writeln!(
            lines,
            r#"{{"type":"decision","case":"{case}","on":"{case}-{person}","outcome":"granted","protection":"refugee_status","decided":"{decided}"}}"#
        );
    }
    lines
}

fn refuse(office: &Office, case: &str, person: &str) {
    let consent = ["record", "consent", case, "--person", person];
    let refused = ["--kind", "statistics", "--answer", "refused"];
    office.ok(&[&consent[..], &refused].concat());
}

const BY_ORDER: [&str; 8] = [
    "--json",
    "stats",
    "show",
    "--inside",
    "--unit",
    "applications",
    "--by",
    "order",
];

const CASES: [&str; 4] = ["--unit", "cases", "--as-of", "2025-12-31"];

#[test]
fn a_case_is_the_same_whoever_of_it_may_be_counted() {
    for many in [1, 4] {
        let (office, known) = office();
        assert_eq!(released(&office, &CASES)["release"], "R2026-002");
        refuse(&office, &known("q0"), "1");
        assert_eq!(released(&office, &CASES)["release"], "R2026-002");
        let _ = bring(&office, &cases("n", many, 1));
        refused(&office, &CASES);
        assert_eq!(together(&office), "holds");
    }
    // Recorded twice, the other person first.
    let (office, known) = office();
    let couple = known("q0");
    assert_eq!(released(&office, &CASES)["release"], "R2026-002");
    let twice = r#"{"type":"case","case":"d0","origin":"SY","jurisdiction":"ru","opened":"2018-01-01","sex":"f","born":1990}
{"type":"person","case":"d0","ref":"second"}
"#;
    let twice = bring(&office, twice)("d0");
    for (person, there) in [("1", "2"), ("2", "1")] {
        let link = ["link", &couple, "--person", person, "--to", &twice];
        let same = ["--to-person", there, "--as", "same_person"];
        office.ok(&[&link[..], &same].concat());
    }
    office.ok(&["close", &couple, "--reason", "duplicate"]);
    assert_eq!(released(&office, &CASES)["release"], "R2026-002");
    let _ = bring(&office, &cases("n", 4, 1));
    refused(&office, &CASES);
    assert_eq!(together(&office), "holds");
}

#[test]
fn before_their_own_case_began_they_are_counted_where_they_were() {
    let (office, known) = office();
    for case in 0..6 {
        let own = ["--json", "new", "--origin", "SY", "--jurisdiction", "ru"];
        let own = office.ok(&[&own[..], &["--sex", "f", "--born", "1990"]].concat());
        let own = own.json()["case"].as_str().unwrap().to_owned();
        let said = leave(
            &office,
            &known(&format!("q{case}")),
            &["own_case", "--to", &own],
        );
        assert_eq!(said.code, 0, "{}", said.shown());
        is_the_first(&office);
    }
    let today = office.ok(&["--json", "stats", "show", "--inside"]).json();
    assert_eq!(cell(&today, &["total"])["value"], 62);
    let cases = ["--json", "stats", "show", "--inside", "--unit", "cases"];
    assert_eq!(cell(&office.ok(&cases).json(), &["total"])["value"], 62);
    let cases = [&cases[..], &AS_OF].concat();
    assert_eq!(cell(&office.ok(&cases).json(), &["total"])["value"], 56);
}

#[test]
fn what_happened_to_them_goes_with_them() {
    let office = Office::open();
    let mut lines = cases("r", 30, 1) + &cases("q", 20, 2);
    for case in 0..20 {
        lines += &application(&format!("q{case}"), "second", (case < 12).then_some(100));
    }
    let known = bring(&office, &lines);
    let questions: [&[&str]; 3] = [
        &["--by", "protection"],
        &["--unit", "applications", "--by", "result"],
        &["--unit", "decisions"],
    ];
    let shown = |office: &Office| {
        questions.map(|question| {
            let show = ["--json", "stats", "show", "--inside"];
            office.ok(&[&show[..], question, &AS_OF].concat()).json()["cells"].clone()
        })
    };
    let before = shown(&office);
    for question in questions {
        released(&office, &[question, &AS_OF].concat());
    }
    // One of them has everything recorded again, one has nothing, one has a second application.
    let own = cases("o", 3, 1) + &application("o1", "1", Some(100));
    let own = bring(&office, &own);
    for case in 0..3 {
        let (from, to) = (known(&format!("q{case}")), own(&format!("o{case}")));
        assert_eq!(leave(&office, &from, &["own_case", "--to", &to]).code, 0);
    }
    assert_eq!(shown(&office), before);
    for (number, question) in (1..).zip(questions) {
        let again = released(&office, &[question, &AS_OF].concat());
        assert_eq!(again["release"], format!("R2026-00{number}"));
    }
    let second = application("o2", "1", None).replace("2018-02-01", "2024-02-01");
    let _ = bring(&office, &second);
    let table = office.ok(&BY_ORDER).json();
    assert_eq!(cell(&table, &["subsequent"])["value"], 1, "{table}");
    assert_eq!(cell(&table, &["total"])["value"], 21, "{table}");
}

#[test]
fn a_family_is_one_in_however_many_cases() {
    // Also where no table left before; ids are drawn, and must not decide.
    for leaves_before in [true, false, false, false] {
        let office = Office::open();
        let mut lines = cases("r", 50, 1) + &cases("k", 1, 1).replace("SY", "KP");
        for person in 2..=6 {
            let _ = writeln!(
                lines,
                r#"{{"type":"person","case":"k0","ref":"p{person}","sex":"f","born":1990}}"#
            );
        }
        let family = bring(&office, &lines)("k0");
        let by_origin = [&["--by", "origin"][..], &AS_OF].concat();
        if leaves_before {
            assert_eq!(printed(&released(&office, &by_origin), &["KP"]), "c");
        }
        let own = bring(&office, &cases("o", 5, 1).replace("SY", "KP"));
        for person in 2..=6_usize {
            let to = own(&format!("o{}", person - 2));
            let person = person.to_string();
            let leave = ["person", "leave", &family, "--person", &person];
            office.ok(&[&leave[..], &["--reason", "own_case", "--to", &to]].concat());
        }
        let again = released(&office, &by_origin);
        assert_eq!(
            (printed(&again, &["KP"]), &again["release"]),
            ("c", &json!("R2026-001"))
        );
    }
}

#[test]
fn times_know_who_moved() {
    let office = Office::open();
    let mut lines = cases("r", 20, 1) + &cases("q", 6, 2);
    for case in 0..20 {
        lines += &application(&format!("r{case}"), "1", Some(30 + 7 * case));
    }
    for case in 0..6 {
        lines += &application(&format!("q{case}"), "1", Some(40 + 7 * case));
        lines += &application(&format!("q{case}"), "second", Some(40 + 7 * case));
    }
    let known = bring(&office, &lines);
    let times = ["--unit", "applications", "--median", "days-to-decision"];
    let times = [&times[..], &AS_OF].concat();
    let is_told = |table: &Value| {
        let times = table["times"].as_array().unwrap();
        times.iter().any(|time| !time["value"].is_null())
    };
    assert!(is_told(&released(&office, &times)));
    let mut own = cases("o", 5, 1);
    for case in 0..5 {
        own += &application(&format!("o{case}"), "1", Some(40 + 7 * case));
    }
    let own = bring(&office, &own);
    for case in 0..5 {
        let (from, to) = (known(&format!("q{case}")), own(&format!("o{case}")));
        assert_eq!(leave(&office, &from, &["own_case", "--to", &to]).code, 0);
    }
    // The same people: their times are the same, and are told for each part as if nobody had moved.
    let again = released(&office, &times);
    assert_eq!(again["release"], "R2026-001");
    assert!(is_told(&released(
        &office,
        &[&times[..], &["--by", "sex"]].concat()
    )));
    // One goes and one comes, and the middle would tell of them.
    refuse(&office, &known("r0"), "1");
    let _ = bring(
        &office,
        &(cases("n", 1, 1) + &application("n0", "1", Some(700))),
    );
    assert!(!is_told(&released(&office, &times)));
}

#[test]
fn all_who_are_concerned_agree_wherever_they_say_it() {
    let shows = ["--by", "protection", "--show", "refugee_status"];
    let because = ["--because", "the press asked for it and all of them agreed"];
    let agree = |office: &Office, case: &str, person: &str, answer: &str, date: &str| {
        let consent = ["record", "consent", case, "--person", person, "--kind"];
        let answer = ["publicity", "--answer", answer, "--date", date];
        office.ok(&[&consent[..], &answer].concat());
    };
    let office = || {
        let office = Office::open();
        let mut lines = cases("r", 30, 1) + &cases("g", 2, 2);
        for case in 0..2 {
            lines += &application(&format!("g{case}"), "second", Some(100));
        }
        let known = bring(&office, &lines);
        for member in ["m2", "m3"] {
            add(&office, member);
        }
        office.ok(&["deadline", "second-person", "on"]);
        (office, known)
    };
    // A case is about all of its persons.
    let (one, known) = office();
    let of_cases = [
        &["stats", "release", "--to", "press", "--unit", "cases"][..],
        &shows,
        &because,
        &AS_OF,
    ]
    .concat();
    for case in ["g0", "g1"] {
        agree(&one, &known(case), "1", "given", "2026-02-01");
        agree(&one, &known(case), "2", "refused", "2026-02-01");
    }
    assert_eq!(one.fails(6, &of_cases), "stats.second");
    for case in ["g0", "g1"] {
        agree(&one, &known(case), "2", "given", "2026-02-02");
    }
    one.ok(&of_cases);
    // What is taken back where they stood before is taken back.
    let (two, known) = office();
    let own = bring(&two, &cases("o", 2, 1));
    for case in 0..2 {
        let (from, to) = (known(&format!("g{case}")), own(&format!("o{case}")));
        assert_eq!(leave(&two, &from, &["own_case", "--to", &to]).code, 0);
        agree(&two, &to, "1", "given", "2026-02-01");
        agree(&two, &from, "2", "withdrawn", "2026-02-03");
    }
    let of_persons = [
        &["stats", "release", "--to", "press"][..],
        &shows,
        &because,
        &AS_OF,
    ]
    .concat();
    assert_eq!(two.fails(6, &of_persons), "stats.second");
}

#[test]
fn what_is_recorded_in_both_places_is_one() {
    let office = Office::open();
    let mut lines = cases("r", 30, 1) + &cases("q", 6, 2);
    for case in 0..6 {
        lines += &application(&format!("q{case}"), "second", Some(100));
    }
    let known = bring(&office, &lines);
    // The application again without its decision, by its month alone; and one of before, that was refused.
    let mut own = cases("o", 6, 1);
    for case in 0..6 {
        let again = application(&format!("o{case}"), "1", None);
        own += &again.replace("2018-02-01", "2018-02");
        let first = application(&format!("o{case}"), "1", Some(0))
            .replace(&format!("o{case}-1"), &format!("o{case}-0"));
        let first = first.replace("2018-02-01", "2015-02-01");
        own += &first.replace(r#""granted","protection":"refugee_status""#, r#""refused""#);
    }
    let own = bring(&office, &own);
    for case in 0..6 {
        let (from, to) = (known(&format!("q{case}")), own(&format!("o{case}")));
        assert_eq!(leave(&office, &from, &["own_case", "--to", &to]).code, 0);
    }
    let show = |question: &[&str]| {
        let show = ["--json", "stats", "show", "--inside"];
        office.ok(&[&show[..], question].concat()).json()
    };
    for (question, key, many) in [
        (&["--by", "protection"][..], "refugee_status", 6),
        (&["--by", "outcome"], "granted", 6),
        (&["--unit", "applications"], "total", 12),
        (&["--unit", "decisions"], "total", 12),
        (
            &["--unit", "applications", "--by", "order"],
            "subsequent",
            6,
        ),
    ] {
        let table = show(question);
        assert_eq!(cell(&table, &[key])["value"], many, "{question:?} {table}");
    }
}

#[test]
fn two_applications_of_one_year_stay_two() {
    let office = Office::open();
    let mut lines = cases("r", 30, 1) + &cases("q", 3, 2);
    for case in 0..3 {
        let of = format!("q{case}");
        let first = application(&of, "second", Some(120)).replace("2018-02-01", "2018");
        let first = first.replace(r#""granted","protection":"refugee_status""#, r#""refused""#);
        lines += &first.replace("-second", "-first");
        lines += &application(&of, "second", Some(300)).replace("2018-02-01", "2018-11-01");
    }
    let known = bring(&office, &lines);
    let shown = || office.ok(&BY_ORDER).json()["cells"].clone();
    let before = shown();
    let own = bring(&office, &cases("o", 3, 1));
    for case in 0..3 {
        let (from, to) = (known(&format!("q{case}")), own(&format!("o{case}")));
        assert_eq!(leave(&office, &from, &["own_case", "--to", &to]).code, 0);
    }
    assert_eq!(shown(), before);
}

#[test]
fn a_duplicate_is_no_case_of_its_own_on_any_day() {
    let (office, known) = office();
    let own = cases("o", 6, 1).replace("2018-01-01", "2020-01-01");
    let new = bring(&office, &(own + &cases("d", 6, 1)));
    for case in 0..6 {
        let of = |word: &str| format!("{word}{case}");
        let (couple, own, twice) = (known(&of("q")), new(&of("o")), new(&of("d")));
        assert_eq!(leave(&office, &couple, &["own_case", "--to", &own]).code, 0);
        office.ok(&[
            "link",
            &couple,
            "--person",
            "1",
            "--to",
            &twice,
            "--as",
            "same_person",
        ]);
        office.ok(&["close", &couple, "--reason", "duplicate"]);
    }
    let show = |unit: &str, day: &str| {
        let show = ["--json", "stats", "show", "--inside", "--unit", unit];
        let table = office.ok(&[&show[..], &["--as-of", day]].concat()).json();
        cell(&table, &["total"])["value"].clone()
    };
    assert_eq!(show("cases", "2018-06-01"), 56);
    assert_eq!(show("persons", "2018-06-01"), 62);
    assert_eq!(show("cases", "2021-01-01"), 62);
    assert_eq!(show("persons", "2021-01-01"), 62);
}

#[test]
fn a_case_that_is_recorded_twice_is_that_of_most_of_its_persons() {
    for _ in 0..3 {
        let (office, known) = office();
        let couple = known("q0");
        let twice = cases("d", 1, 2) + &cases("x", 1, 1);
        let new = bring(&office, &twice);
        let (twice, other) = (new("d0"), new("x0"));
        let link = |person: &str, to: &str, there: &str| {
            let link = ["link", &couple, "--person", person, "--to", to];
            let same = ["--to-person", there, "--as", "same_person"];
            office.ok(&[&link[..], &same].concat());
        };
        link("2", &other, "1");
        released(&office, &CASES);
        link("1", &twice, "1");
        link("2", &twice, "2");
        office.ok(&["close", &couple, "--reason", "duplicate"]);
        let _ = bring(&office, &cases("n", 4, 1));
        refused(&office, &CASES);
    }
}
