//! An invented office with families, where every count agrees with a tally that knows nothing of the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::Office;

/// Numbers that look drawn, the same each time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// What the test knows of one person.
struct Known {
    case: usize,
    sex: &'static str,
    born: i32,
    origin: &'static str,
    year: Option<u64>,
    protection: &'static str,
    counted: bool,
    applications: u64,
    decisions: u64,
}

/// An invented office, as lines of an import and as its tally needs it.
fn office_of_families(cases: usize) -> (String, Vec<Known>) {
    let mut draw = Draw(42);
    let (mut text, mut all) = (String::new(), Vec::new());
    for case in 0..cases {
        let own = ["SY", "AF", "KP"][usize::try_from(draw.below(3)).unwrap()];
        for number in 1..=1 + draw.below(5) {
            let sex = ["f", "m", "x", "unknown"][usize::try_from(draw.below(4)).unwrap()];
            let born = 1950 + i32::try_from(draw.below(75)).unwrap();
            let foreign = number > 1 && draw.below(4) == 0;
            let origin = if foreign { "TR" } else { own };
            if number == 1 {
                let _ = writeln!(
                    text,
                    r#"{{"type":"case","case":"r{case}","origin":"{own}","jurisdiction":"be","sex":"{sex}","born":{born}}}"#
                );
            } else {
                let of = if foreign { r#","origin":"TR""# } else { "" };
                let _ = writeln!(
                    text,
                    r#"{{"type":"person","case":"r{case}","ref":"p{number}","sex":"{sex}","born":{born}{of}}}"#
                );
            }
            let who = if number == 1 {
                "1".to_owned()
            } else {
                format!("p{number}")
            };
            let mut known = Known {
                case,
                sex,
                born,
                origin,
                year: None,
                protection: "none",
                counted: true,
                applications: 0,
                decisions: 0,
            };
            if draw.below(5) > 0 {
                let year = 2018 + draw.below(4);
                known.year = Some(year);
                known.applications = 1;
                let _ = writeln!(
                    text,
                    r#"{{"type":"application","case":"r{case}","ref":"a{number}","person":"{who}","kind":"single_procedure","lodged":"{year}-05-04"}}"#
                );
                let outcome = draw.below(3);
                if outcome > 0 {
                    known.decisions = 1;
                    let said = if outcome == 1 {
                        known.protection = "subsidiary_protection";
                        r#""outcome":"granted","protection":"subsidiary_protection""#
                    } else {
                        r#""outcome":"refused","basis":"unfounded""#
                    };
                    let _ = writeln!(
                        text,
                        r#"{{"type":"decision","case":"r{case}","on":"a{number}",{said},"decided":"2022-05-03","notified":"2022-05-10"}}"#
                    );
                }
            }
            match draw.below(6) {
                0 => {
                    known.counted = false;
                    let answer = ["refused", "withdrawn"][usize::try_from(draw.below(2)).unwrap()];
                    let _ = writeln!(
                        text,
                        r#"{{"type":"consent","case":"r{case}","person":"{who}","kind":"statistics","answer":"{answer}","date":"2023-01-02"}}"#
                    );
                }
                1 if number > 1 => {
                    known.counted = false;
                    let _ = writeln!(
                        text,
                        r#"{{"type":"leave","case":"r{case}","person":"{who}","reason":"own_case","date":"2023-01-02"}}"#
                    );
                }
                2 => {
                    let _ = writeln!(
                        text,
                        r#"{{"type":"consent","case":"r{case}","person":"{who}","kind":"statistics","answer":"given","date":"2023-01-02"}}"#
                    );
                }
                _ => {}
            }
            all.push(known);
        }
    }
    (text, all)
}

/// What a dimension says of a person.
type Told<'a> = &'a dyn Fn(&Known) -> String;

fn cells(office: &Office, args: &[&str]) -> BTreeMap<String, u64> {
    let all = [&["--json", "stats", "show", "--inside"], args].concat();
    let table = office.ok(&all).json();
    let cells = table["cells"].as_array().unwrap().iter();
    cells
        .map(|cell| {
            let key = cell["key"][0].as_str().unwrap().to_owned();
            (key, cell["value"].as_u64().unwrap())
        })
        .collect()
}

#[test]
fn every_count_agrees_with_a_naive_tally() {
    let office = Office::open();
    let (text, all) = office_of_families(60);
    let said = office.run_with(&["--json", "import", "-"], &text);
    assert_eq!(said.code, 0, "{}", said.shown());
    let again = office.run_with(&["--json", "import", "-"], &text).json();
    assert_eq!((&again["cases"], &again["events"]), (&0.into(), &0.into()));
    let counted: Vec<&Known> = all.iter().filter(|one| one.counted).collect();
    let tally = |of: &dyn Fn(&Known) -> String| {
        let mut sums: BTreeMap<String, u64> = BTreeMap::new();
        for one in &counted {
            *sums.entry(of(one)).or_default() += 1;
        }
        sums.insert("total".to_owned(), u64::try_from(counted.len()).unwrap());
        sums
    };
    let age = |born: i32| {
        match 2026 - born {
            ..=4 => "0-4",
            5..=11 => "5-11",
            12..=17 => "12-17",
            18..=59 => "18-59",
            _ => "60+",
        }
        .to_owned()
    };
    let year = |one: &Known| one.year.map_or("none".to_owned(), |year| year.to_string());
    let sex = |one: &Known| one.sex.to_owned();
    let origin = |one: &Known| one.origin.to_owned();
    let band = |one: &Known| age(one.born);
    let protection = |one: &Known| one.protection.to_owned();
    let all: [(&str, Told<'_>); 5] = [
        ("sex", &sex),
        ("origin", &origin),
        ("age_band", &band),
        ("year", &year),
        ("protection", &protection),
    ];
    for (dimension, of) in all {
        let found = cells(&office, &["--unit", "persons", "--by", dimension]);
        assert_eq!(found, tally(of), "{dimension}");
    }
    let sum = |of: &dyn Fn(&Known) -> u64| counted.iter().map(|one| of(one)).sum::<u64>();
    let total = |unit: &str| cells(&office, &["--unit", unit])["total"];
    assert_eq!(total("applications"), sum(&|one| one.applications));
    assert_eq!(total("decisions"), sum(&|one| one.decisions));
    let cases: std::collections::BTreeSet<usize> = counted.iter().map(|one| one.case).collect();
    assert_eq!(total("cases"), u64::try_from(cases.len()).unwrap());
    // By what is known now nobody is counted twice, whatever day it is about.
    let then = cells(&office, &["--unit", "persons", "--as-of", "2022-12-31"]);
    assert_eq!(then["total"], u64::try_from(counted.len()).unwrap());
    let rebuilt = cells(&office, &["--by", "protection"]);
    office.ok(&["store", "rebuild"]);
    assert_eq!(cells(&office, &["--by", "protection"]), rebuilt);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}
