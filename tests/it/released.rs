//! What may leave, asked of the program as an office would: tables drawn small, each danger once.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::{Office, Said, cell, printed};

/// What an import says of cases, one number after the other.
#[derive(Default)]
pub(crate) struct Lines {
    text: String,
    cases: usize,
}

impl Lines {
    /// So many cases of so many persons each, who applied in a year; `granted` is what each of them got, if anything.
    pub(crate) fn add(
        &mut self,
        cases: usize,
        persons: usize,
        origin: &str,
        year: i32,
        granted: &str,
    ) {
        for _ in 0..cases {
            self.cases += 1;
            let case = self.cases;
            let _ = writeln!(
                self.text,
                r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"{year}-02-01"}}"#
            );
            for person in 1..=persons {
                if person > 1 {
                    let _ = writeln!(
                        self.text,
                        r#"{{"type":"person","case":"r{case}","ref":"{person}"}}"#
                    );
                }
                let _ = writeln!(
                    self.text,
                    r#"{{"type":"application","case":"r{case}","ref":"a{person}","person":"{person}","kind":"refugee_status","lodged":"{year}-03-04"}}"#
                );
                if !granted.is_empty() {
                    let _ = writeln!(
                        self.text,
                        r#"{{"type":"decision","case":"r{case}","on":"a{person}","outcome":"granted","protection":"{granted}","decided":"{year}-06-01"}}"#
                    );
                }
            }
        }
    }

    /// An office of these.
    pub(crate) fn office(&self) -> Office {
        let office = Office::open();
        self.bring(&office);
        office
    }

    fn bring(&self, office: &Office) {
        let said = office.run_with(&["--json", "import", "-"], &self.text);
        assert_eq!(said.code, 0, "{}", said.shown());
    }
}

/// Single persons by what they got, of one origin and year.
pub(crate) fn singles(groups: &[(usize, &str)]) -> Lines {
    let mut lines = Lines::default();
    for (many, granted) in groups {
        lines.add(*many, 1, "KP", 2010, granted);
    }
    lines
}

/// One case each by origin.
pub(crate) fn origins(groups: &[(&str, usize)]) -> Lines {
    let mut lines = Lines::default();
    for (origin, many) in groups {
        lines.add(*many, 1, origin, 2010, "");
    }
    lines
}

pub(crate) fn release(office: &Office, args: &[&str]) -> Said {
    office.run(&[&["--json", "stats", "release", "--to", "press"], args].concat())
}

#[track_caller]
pub(crate) fn released(office: &Office, args: &[&str]) -> Value {
    let said = release(office, args);
    assert_eq!(said.code, 0, "{args:?}: {}", said.shown());
    said.json()
}

#[track_caller]
pub(crate) fn refused(office: &Office, args: &[&str]) -> Said {
    let said = release(office, args);
    assert_eq!((said.code, said.out.as_str()), (5, ""), "{}", said.shown());
    said
}

pub(crate) const BY_ORIGIN: [&str; 2] = ["--by", "origin"];
const BY_FORM: [&str; 2] = ["--by", "protection"];

/// Lines whose total would tell each of its parts: five ones make five, five fours make twenty.
#[test]
fn a_total_that_tells_its_parts_is_withheld() {
    for (many, total) in [(1, 5), (4, 20)] {
        let groups = ["AF", "ER", "IR", "KP", "SY"].map(|origin| (origin, many));
        let office = origins(&groups).office();
        let table = released(&office, &["--by", "origin", "--intervals"]);
        for (origin, _) in groups {
            assert_eq!(printed(&table, &[origin]), "<5", "{table}");
            assert_eq!(cell(&table, &[origin])["interval"], json!([1, 4]));
        }
        assert_eq!(printed(&table, &["total"]), "c", "{table}");
        assert!(
            !release(&office, &BY_ORIGIN)
                .out
                .contains(&format!("\"{total}\""))
        );
    }
}

/// An origin with three applicants: its total is small, and nothing under it is told, not even what is nobody.
#[test]
fn under_a_small_total_nothing_is_told() {
    let mut lines = Lines::default();
    lines.add(30, 1, "SY", 2010, "");
    lines.add(20, 1, "SY", 2010, "refugee_status");
    lines.add(25, 1, "AF", 2010, "");
    lines.add(15, 1, "AF", 2010, "temporary_asylum");
    lines.add(3, 1, "KP", 2010, "refugee_status");
    let office = lines.office();
    let table = released(&office, &["--by", "origin,protection"]);
    assert_eq!(printed(&table, &["KP", "total"]), "<5", "{table}");
    for form in ["none", "refugee_status", "temporary_asylum"] {
        let cell = cell(&table, &["KP", form]);
        assert_eq!(
            (&cell["shown"], &cell["why"]),
            (&"x".into(), &"line".into())
        );
        assert_eq!(cell["value"], Value::Null);
    }
    // Elsewhere nobody is nobody.
    assert_eq!(cell(&table, &["SY", "temporary_asylum"])["value"], 0);
}

/// A number that rests on one or two families is withheld as if it protected another.
#[test]
fn families_count_as_one_source() {
    let of = |cases: &[usize]| {
        let mut lines = Lines::default();
        for persons in cases {
            lines.add(1, *persons, "KP", 2010, "");
        }
        lines.add(60, 1, "SY", 2010, "");
        lines.add(40, 1, "AF", 2010, "");
        released(&lines.office(), &["--by", "origin", "--intervals"])
    };
    for families in [&[6, 1][..], &[4, 4]] {
        let table = of(families);
        let kp = cell(&table, &["KP"]);
        assert_eq!(
            (&kp["shown"], &kp["why"]),
            (&"c".into(), &"complementary".into())
        );
        let (least, most) = (kp["interval"][0].as_u64(), kp["interval"][1].as_u64());
        assert!(
            most.is_none_or(|most| most - least.unwrap() >= 3),
            "{table}"
        );
        assert!(!table.to_string().contains("famil"), "{table}");
    }
    for cases in [&[3, 3, 3][..], &[1, 1, 1, 1, 1]] {
        let total: usize = cases.iter().sum();
        assert_eq!(cell(&of(cases), &["KP"])["value"], total);
    }
}

/// Six decisions on one person are one person; and what is counted in one unit is not divided by another.
#[test]
fn decisions_on_one_person_are_one_person() {
    let mut lines = singles(&[(40, ""), (20, "refugee_status")]);
    lines.add(1, 1, "AF", 2010, "");
    let case = lines.cases;
    for again in 2..=6 {
        let _ = writeln!(
            lines.text,
            r#"{{"type":"decision","case":"r{case}","on":"a{before}","outcome":"refused","basis":"unfounded","decided":"20{year}-06-01"}}
{{"type":"application","case":"r{case}","ref":"a{again}","kind":"refugee_status","lodged":"20{next}-03-04"}}"#,
            before = again - 1,
            year = 9 + again,
            next = 10 + again,
        );
    }
    let _ = writeln!(
        lines.text,
        r#"{{"type":"decision","case":"r{case}","on":"a6","outcome":"refused","basis":"unfounded","decided":"2016-06-01"}}"#
    );
    let office = lines.office();
    let table = released(&office, &["--unit", "decisions", "--by", "origin"]);
    assert_eq!(printed(&table, &["AF"]), "c", "{table}");
    assert_eq!(printed(&table, &["KP"]), "c", "{table}");
    office.fails(
        2,
        &[
            "stats",
            "release",
            "--to",
            "press",
            "--unit",
            "persons,cases",
        ],
    );
}

/// Where all of a group share what must not be learned of anyone, the group's line is withheld; of an outcome it is told.
#[test]
fn what_all_of_a_group_share_is_withheld_where_it_is_sensitive() {
    let mut lines = origins(&[("KP", 12), ("SY", 40)]);
    for case in 1..=52 {
        let ground = if case <= 12 || case % 2 == 0 {
            "faith"
        } else {
            "opinion"
        };
        let _ = writeln!(
            lines.text,
            r#"{{"type":"field","case":"r{case}","field":"ground={ground}","date":"2010-03-04"}}
{{"type":"decision","case":"r{case}","on":"a1","outcome":"{outcome}"{basis},"decided":"2010-06-01"}}"#,
            outcome = if case <= 12 || case % 2 == 0 {
                "refused"
            } else {
                "granted"
            },
            basis = if case <= 12 || case % 2 == 0 {
                r#","basis":"unfounded""#
            } else {
                r#","protection":"refugee_status""#
            },
        );
    }
    let office = Office::open();
    let fields =
        "[[field]]\nname = \"ground\"\ntype = \"code\"\nvalues = [\"faith\", \"opinion\"]\n";
    assert_eq!(office.run_with(&["field", "declare", "-"], fields).code, 0);
    lines.bring(&office);
    let table = released(&office, &["--by", "origin,field:ground", "--dry-run"]);
    for ground in ["faith", "opinion"] {
        assert_eq!(printed(&table, &["KP", ground]), "x", "{table}");
    }
    assert_eq!(cell(&table, &["KP", "total"])["value"], 12);
    let table = released(&office, &["--by", "origin,outcome"]);
    assert_eq!(cell(&table, &["KP", "refused"])["value"], 12, "{table}");
    let notes = table["notes"].to_string();
    let named = "(origin: North Korea, outcome: refused)";
    assert!(notes.contains(named), "{notes}");
}

/// The same question is the same bytes: again, elsewhere on the globe, in a store that heard of the people the other way round.
#[test]
fn the_same_release_is_the_same_bytes() {
    let groups = [(20, ""), (9, "temporary_asylum"), (3, "refugee_status")];
    let office = singles(&groups).office();
    let first = release(&office, &BY_FORM);
    assert_eq!(first.out, release(&office, &BY_FORM).out);
    let mut far = office.command(&["--json", "stats", "release", "--to", "press"]);
    far.args(BY_FORM)
        .env("TZ", "Pacific/Auckland")
        .env("LANG", "ar_EG.UTF-8");
    assert_eq!(
        String::from_utf8(far.output().unwrap().stdout).unwrap(),
        first.out
    );
    let mut groups = groups;
    groups.reverse();
    let other = singles(&groups).office();
    let again = released(&other, &BY_FORM);
    assert_eq!(again["cells"], first.json()["cells"]);
    assert_eq!(again["cells"][0]["key"], json!(["none"]));
}

/// A rounded table leaves more open of its numbers than of a difference between two: that is no reason to refuse it again.
#[test]
fn a_rounded_table_asked_again_is_the_same() {
    let mut lines = Lines::default();
    lines.add(30, 1, "KP", 2010, "");
    lines.add(3, 1, "KP", 2011, "");
    let office = lines.office();
    let rounded = ["--by", "year", "--round", "5"];
    let first = release(&office, &rounded);
    assert_eq!(first.code, 0, "{}", first.shown());
    assert_eq!(first.json()["rounded"], 5);
    let again = release(&office, &rounded);
    assert_eq!(
        (again.code, &again.out),
        (0, &first.out),
        "{}",
        again.shown()
    );
    let verify = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verify["together"]["state"], "holds", "{verify}");
}

/// Eleven years and then ten of them: who came in the last one would be told, in either order.
#[test]
fn overlapping_periods_are_not_subtracted() {
    for (first, second) in [("2004-2014", "2004-2013"), ("2004-2013", "2004-2014")] {
        let mut lines = Lines::default();
        for year in 2004..=2013 {
            lines.add(3, 1, "KP", year, "");
        }
        lines.add(3, 1, "KP", 2014, "");
        let office = lines.office();
        assert_eq!(
            cell(&released(&office, &["--period", first]), &["total"])["why"],
            Value::Null
        );
        let said = refused(&office, &["--period", second]);
        assert!(said.err.contains("R2026-001"), "{}", said.shown());
    }
}

/// Shown on a decision: never without a reason, and then a fact for everything that is asked afterwards.
#[test]
fn what_is_shown_on_a_decision_is_remembered_and_reckoned_with() {
    let office = singles(&[(119, ""), (90, "temporary_asylum"), (2, "refugee_status")]).office();
    let show = ["--by", "protection", "--show", "refugee_status"];
    refused(&office, &show);
    assert_eq!(
        office.ok(&["--json", "stats", "ledger"]).json()["items"],
        json!([])
    );
    let reason = "both asked us to tell it";
    let table = released(&office, &[&show[..], &["--because", reason]].concat());
    let told = cell(&table, &["refugee_status"]);
    assert_eq!(
        (&told["value"], &told["why"]),
        (&2.into(), &"override".into())
    );
    let items = office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    assert_eq!(items[0]["overridden"], json!([["refugee_status"]]));
    assert_eq!(items[0]["because"], reason);
    // What it told stays told: the same people without a decision are a table beside it, and nothing else is given away.
    let after = released(&office, &BY_FORM);
    assert_eq!(printed(&after, &["refugee_status"]), "<5");
    assert_eq!(after["check"]["releases_compared"], 1);
}

#[test]
fn rounded_withheld_on_wish_and_under_ten() {
    let office = singles(&[(42, ""), (23, "temporary_asylum"), (8, "refugee_status")]).office();
    let dry = |args: &[&str]| released(&office, &[&BY_FORM[..], args, &["--dry-run"]].concat());
    let table = dry(&["--round", "5"]);
    assert_eq!(printed(&table, &["none"]), "40");
    assert_eq!(printed(&table, &["temporary_asylum"]), "25");
    assert_eq!(
        (
            printed(&table, &["refugee_status"]),
            printed(&table, &["total"])
        ),
        ("10", "75")
    );
    for cell in table["cells"].as_array().unwrap() {
        assert_eq!(
            (&cell["why"], &cell["value"]),
            (&"rounded".into(), &Value::Null)
        );
    }
    let table = dry(&["--threshold", "10"]);
    assert_eq!(printed(&table, &["refugee_status"]), "<10");
    assert_eq!(printed(&table, &["temporary_asylum"]), "c", "{table}");
    assert_eq!(cell(&table, &["none"])["value"], 42);
    let table = dry(&["--withhold", "none"]);
    assert_eq!(printed(&table, &["none"]), "c");
    let others = table["cells"].as_array().unwrap();
    assert!(
        others.iter().filter(|cell| cell["shown"] == "c").count() >= 1,
        "{table}"
    );
    office.fails(
        2,
        &[
            "stats",
            "release",
            "--to",
            "press",
            "--by",
            "protection",
            "--withhold",
            "nothing",
        ],
    );
}

/// Many columns on few people: refused in words, with what can be asked instead.
/// Of these years two lie in a period with one small number: were it thought that somebody of 2018 can be of 2020-2024, it would be told.
#[test]
fn where_nobody_can_be_nobody_is_thought_of() {
    let mut lines = Lines::default();
    for (year, cases) in [
        (2017, 6),
        (2018, 4),
        (2019, 12),
        (2020, 3),
        (2021, 6),
        (2022, 5),
    ] {
        lines.add(cases, 1, "SY", year, "");
    }
    for by in ["year,period", "period,year", "year,quarter", "year,result"] {
        let office = lines.office();
        let table = released(&office, &["--by", by, "--intervals"]);
        let mut small = 0;
        for cell in table["cells"].as_array().unwrap() {
            let (year, other) = match by {
                "period,year" => (&cell["key"][1], &cell["key"][0]),
                _ => (&cell["key"][0], &cell["key"][1]),
            };
            let (year, other) = (year.as_str().unwrap(), other.as_str().unwrap());
            let of_period = |year: &str, period: &str| {
                year[..3] == period[..3] && (year[3..] < *"5") == (period[3..4] < *"5")
            };
            let is_apart = match by {
                "year,quarter" => other[..4] != *year,
                "year,result" => other == "none",
                _ => !of_period(year, other),
            };
            if year != "total" && other != "total" && is_apart {
                assert_eq!(cell["shown"], "0", "{by} {cell}");
            }
            if cell["shown"] == "<5" {
                assert_eq!(cell["interval"], json!([1, 4]), "{by} {cell}");
                small += 1;
            }
        }
        assert!(small > 1, "{by} {table}");
    }
}

#[test]
fn what_is_too_fine_is_refused_with_proposals() {
    let mut lines = Lines::default();
    let origins = [
        "AF", "BI", "CM", "CO", "EG", "ER", "ET", "GE", "IQ", "IR", "KP", "SY",
    ];
    for (at, origin) in (0..).zip(origins) {
        for year in 2006..2016 {
            lines.add(usize::from((at + year) % 4 == 0), 1, origin, year, "");
        }
    }
    let office = lines.office();
    let fine = ["--by", "origin,year,outcome"];
    let rounded = released(
        &office,
        &[&fine[..], &["--round", "5", "--dry-run"]].concat(),
    );
    assert_eq!(rounded["check"]["state"], "proved");
    let said = release(&office, &fine);
    assert!(matches!(said.code, 0 | 5), "{}", said.shown());
    if said.code == 5 {
        assert!(
            said.err.contains("--by") || said.err.contains("--combine"),
            "{}",
            said.err
        );
    }
}

/// Releases are counted again after more was recorded, after a case was erased, and where the store was changed behind our back.
#[test]
fn what_left_is_counted_again() {
    let lines = singles(&[(30, ""), (12, "temporary_asylum"), (2, "refugee_status")]);
    let office = lines.office();
    released(&office, &BY_FORM);
    released(&office, &["--unit", "decisions", "--by", "outcome"]);
    let mut more = lines;
    more.add(40, 1, "SY", 2011, "refugee_status");
    more.bring(&office);
    let case = office.ok(&["--json", "list", "--all"]).json()["items"][0]["case"].clone();
    office.ok(&[
        "record",
        "contact",
        case.as_str().unwrap(),
        "--date",
        "2026-03-02",
    ]);
    let states = |said: &Said| -> Vec<String> {
        let items = said.json()["items"].clone();
        let items = items.as_array().unwrap().iter();
        items
            .map(|item| item["state"].as_str().unwrap().to_owned())
            .collect()
    };
    let verify = ["--json", "stats", "verify"];
    assert_eq!(states(&office.ok(&verify)), ["same", "same"]);
    // One byte of the store, wherever it lies in the entry of a release.
    let path = office.store().join("store.db");
    let good = std::fs::read(&path).unwrap();
    for at in (good.len() / 2..good.len()).step_by(good.len() / 7) {
        let mut bad = good.clone();
        bad[at] ^= 4;
        std::fs::write(&path, &bad).unwrap();
        let said = office.run(&verify);
        assert!(matches!(said.code, 0 | 4), "{at}: {}", said.shown());
    }
    std::fs::write(&path, &good).unwrap();
    let gone = office.ok(&["--json", "list", "--all"]).json()["items"].clone();
    let oldest = gone
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["origin"] == "KP");
    let case = oldest.unwrap()["case"].as_str().unwrap();
    office.ok(&["identity", "forget", case, "--confirm", case]);
    let said = office.run(&verify);
    println!("{}", said.shown());
    assert_eq!(
        (said.code, states(&said).contains(&"erased".to_owned())),
        (0, true)
    );
}

/// A release counts as of the end of the last season that the office has seen, and says so.
#[test]
fn a_release_counts_as_of_the_end_of_a_season() {
    // Today is the fourth of March 2026: of a small office the year 2025 has ended, of a large one its last quarter.
    let mut lines = origins(&[("KP", 12), ("SY", 20)]);
    let office = lines.office();
    let first = released(&office, &BY_ORIGIN);
    assert_eq!(first["as_of"], "2025-12-31");
    lines.add(3, 1, "KP", 2026, "");
    lines.bring(&office);
    // Who came since is in none of the season's tables, and so cannot be found by comparing two of them.
    let again = released(&office, &BY_ORIGIN);
    assert_eq!(
        (&again["cells"], &again["release"]),
        (&first["cells"], &first["release"])
    );
    let human = office.ok(&[
        "--format", "human", "stats", "release", "--to", "press", "--by", "origin",
    ]);
    assert!(
        human.out.contains("31 Dec 2025") || human.out.contains("2025-12-31"),
        "{}",
        human.out
    );
    // Another day is possible, and checked like everything.
    let said = refused(&office, &["--by", "origin", "--as-of", "2026-03-04"]);
    assert!(said.err.contains("--as-of 2025-12-31"), "{}", said.err);
    // An office of which fewer than half were there then counts as of today.
    let young = Office::open();
    young.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    assert_eq!(released(&young, &["--dry-run"])["as_of"], "2026-03-04");
}

/// The sentence that this is for: what may leave in its place is offered, each with its option, and the two are not named.
#[test]
fn a_small_number_is_refused_with_what_may_leave_in_its_place() {
    let mut lines = singles(&[(119, ""), (90, "temporary_asylum"), (2, "refugee_status")]);
    lines.add(20, 1, "KP", 2016, "");
    lines.add(12, 1, "KP", 2016, "temporary_asylum");
    lines.add(5, 1, "KP", 2016, "refugee_status");
    let office = lines.office();
    let asked = [
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--period",
        "2010-2014",
    ];
    let show = [&asked[..], &["--show", "refugee_status"]].concat();
    let said = office.run(&show);
    assert_eq!((said.code, said.out.as_str()), (5, ""), "{}", said.shown());
    insta::assert_snapshot!(said.err);
    // Each of them does leave.
    let dry = |more: &[&str]| {
        office
            .ok(&[&["--json"][..], &asked, more, &["--dry-run"]].concat())
            .json()
    };
    let table = dry(&["--intervals"]);
    assert_eq!(
        cell(&table, &["temporary_asylum"])["interval"],
        json!([88, 91])
    );
    let both = "refugee_status+temporary_asylum";
    assert_eq!(cell(&dry(&["--combine", both]), &[both])["value"], 92);
    let longer = [
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--period",
        "2010-2016",
    ];
    let table = office
        .ok(&[&["--json"][..], &longer, &["--dry-run"]].concat())
        .json();
    assert_eq!(cell(&table, &["refugee_status"])["value"], 7);
    // A reason of three words is none.
    assert_eq!(
        office.fails(2, &[&show[..], &["--because", "they said so"]].concat()),
        "stats.reason"
    );
    assert_eq!(
        office.ok(&["--json", "stats", "ledger"]).json()["items"],
        json!([])
    );
}

/// Where the office wants a second pair of eyes, one proposes and another approves; not where all concerned agreed.
#[test]
fn what_is_shown_on_a_decision_waits_for_a_second_member() {
    let office = singles(&[(119, ""), (90, "temporary_asylum"), (2, "refugee_status")]).office();
    let key = crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    let reason = "both asked us to tell it";
    let show = [
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--show",
        "refugee_status",
        "--because",
        reason,
    ];
    office.ok(&[&show[..], &["--dry-run"]].concat());
    office.ok(&["deadline", "second-person", "on"]);
    assert_eq!(office.fails(6, &show), "stats.second");
    let rate = &["--rate", "refugee_status/total"];
    let proposed = office
        .ok(&[&["--json"][..], &show, rate, &["--propose"]].concat())
        .json();
    assert_eq!(
        (&proposed["proposed"], &proposed["release"]),
        (&true.into(), &"R2026-001".into())
    );
    assert_eq!(
        office.ok(&["--json", "stats", "ledger"]).json()["items"],
        json!([])
    );
    // What waits keeps its number.
    assert_eq!(
        released(&office, &["--unit", "cases"])["release"],
        "R2026-002"
    );
    let approve = [
        "stats",
        "release",
        "--approve",
        "R2026-001",
        "--because",
        "asked them again, both agree",
    ];
    assert_eq!(office.fails(6, &approve), "stats.own");
    let of_m2 = [&["--json", "--key", &key][..], &approve].concat();
    let left = office.ok(&of_m2).json();
    assert_eq!(cell(&left, &["refugee_status"])["value"], 2);
    let items = office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    let last = items.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["member"], &last["proposed_by"]),
        (&"m2".into(), &"m1".into())
    );
    assert_eq!(
        (&last["because"], &last["approved"]),
        (&reason.into(), &"asked them again, both agree".into())
    );
    assert_eq!(office.fails(2, &of_m2[3..]), "stats.no-proposal");
    // The share that was asked for with it stands beside it, and what left may be printed again by whoever asked for it.
    assert_eq!(left["rates"][0]["tenths"], json!([10, 10]), "{left}");
    let again = office.ok(&[&["--json"][..], &show, rate].concat()).json();
    assert_eq!(
        (&again["release"], &again["cells"]),
        (&left["release"], &left["cells"])
    );
    // With the consent of all concerned nobody else is asked.
    for item in office.ok(&["--json", "list", "--all"]).json()["items"]
        .as_array()
        .unwrap()
    {
        let case = item["case"].as_str().unwrap();
        let shown = office.ok(&["--json", "show", case]).json();
        if shown
            .to_string()
            .contains("\"protection\":\"refugee_status\"")
        {
            let said = [
                "record",
                "consent",
                case,
                "--kind",
                "publicity",
                "--answer",
                "given",
                "--date",
                "2026-03-02",
            ];
            office.ok(&said);
        }
    }
    office.ok(&show);
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verified["together"]["state"], "holds", "{verified}");
}

/// Groups above values: sums of their own, which the check takes for what they are.
#[test]
fn groups_are_sums_that_protect_nothing_away() {
    let lines = origins(&[("AF", 7), ("CN", 3), ("KP", 6), ("SY", 21), ("TR", 30)]);
    let office = lines.office();
    let file = office.home().join("groups.toml");
    std::fs::write(&file, "east = [\"CN\", \"KP\"]\nwest = [\"SY\", \"TR\"]\n").unwrap();
    let group = format!("origin={}", file.display());
    let table = released(&office, &["--by", "origin", "--group", &group]);
    assert_eq!(cell(&table, &["west"])["value"], 51);
    assert_eq!(printed(&table, &["CN"]), "<5");
    // Nine from the east, six of them from one country: one of the two numbers is withheld with the three.
    let withheld = ["KP", "east"].map(|code| printed(&table, &[code]) == "c");
    assert!(withheld.contains(&true), "{table}");
    assert_eq!(table["groups"]["origin"]["other"], json!(["AF"]));
    let states = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(states["items"][0]["state"], "same");
    assert_eq!(states["together"]["state"], "holds");
    // A year in bands of five.
    let table = released(
        &office,
        &["--by", "year", "--group", "year=bands", "--dry-run"],
    );
    assert_eq!(cell(&table, &["2010-2014"])["value"], 67);
    for wrong in ["origin=bands", "year=bands"] {
        let args = [
            "stats", "release", "--to", "press", "--by", "origin", "--group", wrong,
        ];
        assert_eq!(office.fails(2, &args), "stats.groups", "{wrong}");
    }
}

/// At a terminal the number is to be typed before it is told.
#[test]
fn at_a_terminal_the_number_is_typed_first() {
    let office = singles(&[(119, ""), (90, "temporary_asylum"), (2, "refugee_status")]).office();
    let args = [
        "--key",
        office.key().to_str().unwrap(),
        "stats",
        "release",
        "--to",
        "press",
        "--by",
        "protection",
        "--show",
        "refugee_status",
        "--because",
        "both asked us to tell it",
    ]
    .map(str::to_owned);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let mut session = crate::prompts::at_terminal(&office, &args);
    session.exp_string("received refugee status").unwrap();
    session.exp_string("Type the number of persons").unwrap();
    session.send_line("3").unwrap();
    session.exp_string("not the number").unwrap();
    session.send_line("2").unwrap();
    session.exp_string("R2026-001").unwrap();
    session.exp_eof().unwrap();
    let items = office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    assert_eq!(items[0]["overridden"], json!([["refugee_status"]]));
}

/// What left since a day, and what the check of it does not know.
#[test]
fn the_ledger_says_what_left_since_and_what_it_does_not_know() {
    let office = origins(&[("KP", 12), ("SY", 20)]).office();
    released(&office, &BY_ORIGIN);
    let since = |day: &str| {
        office
            .ok(&["--json", "stats", "ledger", "--since", day])
            .json()["items"]
            .clone()
    };
    assert_eq!(since("2026-03-04").as_array().unwrap().len(), 1);
    assert_eq!(since("2026-03-05"), json!([]));
    let limits = office.ok(&["--json", "stats", "ledger", "--limits"]).json();
    assert!(limits["items"].as_array().unwrap().len() > 5);
    let human = office
        .ok(&["--format", "human", "stats", "ledger", "--limits"])
        .out;
    assert!(human.contains("other bodies"), "{human}");
    assert_eq!(
        office.fails(2, &["stats", "release", "--to", "press", "--budget", "1h"]),
        "args.seconds"
    );
    released(
        &office,
        &["--by", "origin", "--budget", "30s", "--strict", "--dry-run"],
    );
}
