//! What a table says of itself in every form, and what the program says where a question is none, a table may not leave, or
//! it left and could not be written.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::figures::imported;
use crate::released::release;
use crate::support::{Office, Said};

/// So many cases each of an origin, with or without what they got.
fn office(groups: &[(&str, usize, &str)]) -> Office {
    let office = Office::open();
    bring(&office, "r", 2010, groups);
    office
}

fn bring(office: &Office, prefix: &str, year: i32, groups: &[(&str, usize, &str)]) {
    let mut lines = String::new();
    let mut number = 0;
    for (origin, many, granted) in groups {
        for _ in 0..*many {
            number += 1;
            let case = format!("{prefix}{number}");
            let _ = writeln!(
                lines,
                r#"{{"type":"case","case":"{case}","origin":"{origin}","jurisdiction":"ru","opened":"{year}-02-01"}}
{{"type":"application","case":"{case}","ref":"a1","kind":"refugee_status","lodged":"{year}-03-04"}}"#
            );
            if !granted.is_empty() {
                let _ = writeln!(
                    lines,
                    r#"{{"type":"decision","case":"{case}","on":"a1","outcome":"granted","protection":"{granted}","decided":"{year}-06-01"}}"#
                );
            }
        }
    }
    let said = office.run_with(&["--json", "import", "-"], &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
}

/// The error of a command, as programs get it.
#[track_caller]
fn error(said: &Said, code: i32) -> Value {
    assert_eq!(
        (said.code, said.out.as_str()),
        (code, ""),
        "{}",
        said.shown()
    );
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"].clone()
}

/// The guide's first example is what the program says of the README's caseload, letter by letter.
#[test]
fn the_guides_first_example_is_what_the_program_says() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide/caseworker.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let figures = guide.split("\n## Figures\n").nth(1).unwrap();
    let example = figures.split("```console\n$ nansen ").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let (command, answer) = example.split_once('\n').unwrap();
    assert!(command.contains("--period 2004-2014"), "{command}");
    let office = imported();
    let args: Vec<&str> = command.split(' ').collect();
    let said = office.run(&[&["--format", "human"], &args[..]].concat());
    assert_eq!((said.code, said.err.as_str()), (5, answer));
    // The same numbers as the press was told.
    let told = ["211 persons", "92 received", "119 none so far"];
    assert!(told.iter().all(|told| answer.contains(told)), "{answer}");
}

/// In every form: what is counted, of whom, when, how many they are, who was not asked and who is left out, what is unknown.
#[test]
fn every_form_says_what_it_counts() {
    let office = office(&[("KP", 30, ""), ("SY", 12, "")]);
    let by = [
        "--by",
        "sex",
        "--where",
        "origin=kp",
        "--period",
        "2009-2011",
    ];
    for (command, leaves) in [
        (&["show", "--inside"][..], false),
        (&["release", "--to", "press"], true),
    ] {
        let told = |format: &str| {
            let said = [&["--format", format, "stats"], command, &by].concat();
            office.ok(&said).out
        };
        for format in ["human", "md", "html"] {
            let text = told(format);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in [
                "Unit: persons",
                "population: 30 persons",
                "Origin: North Korea",
                "first application 2009-2011",
                "as of",
                "Sex 30",
                "were never asked",
                "said no",
            ] {
                assert!(text.contains(words), "no {words:?} in {format}: {text}");
            }
            if leaves {
                assert!(text.contains("R2026-001"), "{text}");
            }
        }
        let picture = told("svg");
        assert!(
            picture.contains("Origin: North Korea · first application 2009-2011"),
            "{picture}"
        );
        let plain = told("plain");
        let (cells, about) = plain.split_once("\n\n").unwrap();
        assert!(cells.starts_with("sex\tvalue\tshown\twhy\n"), "{plain}");
        for line in [
            "about\tvalue",
            "unit\tpersons",
            "population\t30",
            "where.origin\tKP",
            "period\t2009-2011",
            "unknown.sex\t30",
            if leaves {
                "never_asked\tmore_than_half"
            } else {
                "never_asked\t42"
            },
            if leaves {
                "left_out\t0-4"
            } else {
                "left_out\t0"
            },
            if leaves {
                "release\tR2026-001"
            } else {
                "releasable\tfalse"
            },
        ] {
            assert!(
                about.lines().any(|own| own == line),
                "no {line:?} in {about}"
            );
        }
        assert!(about.contains("\nas_of\t20"), "{about}");
        let json: Value = serde_json::from_str(&told("json")).unwrap();
        assert_eq!(json["population"], json!({"value": 30, "shown": "30"}));
        assert_eq!(json["unknown"]["sex"]["shown"], "30");
        // The code as the store writes it, not as it was typed.
        assert_eq!(json["where"], json!({"origin": ["KP"]}));
    }
    let items = office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    assert_eq!(items[0]["where"], json!({"origin": ["KP"]}));
    let human = office.ok(&["--format", "human", "stats", "ledger"]).out;
    assert!(
        human.contains("Origin: North Korea · first application 2009-2011"),
        "{human}"
    );
    let nothing = office
        .ok(&["--format", "human", "stats", "show", "--inside"])
        .out;
    assert!(
        nothing.contains("all years") && nothing.contains("population: 42"),
        "{nothing}"
    );
}

/// Groups in `show` as in `release`; a period and a region are dimensions of their own; beside what was ever granted stands
/// who still has it.
#[test]
fn hierarchies_and_who_still_has_it() {
    let office = office(&[
        ("KP", 30, ""),
        ("SY", 12, "temporary_asylum"),
        ("EG", 8, ""),
    ]);
    bring(&office, "l", 2011, &[("CN", 7, "")]);
    let cells = |command: &[&str], by: &[&str]| {
        let table = office
            .ok(&[&["--json", "stats"], command, by].concat())
            .json();
        let cells = table["cells"].as_array().unwrap().clone();
        let told = |cell: &Value| {
            (
                cell["key"][0].as_str().unwrap().to_owned(),
                cell["value"].clone(),
            )
        };
        (cells.iter().map(told).collect::<Vec<_>>(), table)
    };
    let show = &["show", "--inside"][..];
    let release = &["release", "--to", "press", "--dry-run"][..];
    for by in [
        &["--by", "origin", "--group", "origin=regions"][..],
        &["--by", "year", "--group", "year=bands"],
        &["--by", "region"],
        &["--by", "period"],
    ] {
        let (shown, of_show) = cells(show, by);
        let (released, of_release) = cells(release, by);
        assert_eq!(shown, released, "{by:?}");
        assert_eq!(of_show["groups"], of_release["groups"]);
    }
    let grouped = cells(show, &["--by", "origin", "--group", "origin=regions"]).0;
    assert!(
        grouped.contains(&("asia".to_owned(), 49.into())),
        "{grouped:?}"
    );
    let regions = cells(show, &["--by", "region"]).0;
    let told =
        [("africa", 8), ("asia", 49), ("total", 57)].map(|(name, n)| (name.to_owned(), n.into()));
    assert_eq!(regions, told);
    let periods = cells(show, &["--by", "period", "--where", "region=Asia"]).0;
    assert_eq!(periods[0], ("2010-2014".to_owned(), 49.into()));
    let args = [
        "stats",
        "show",
        "--inside",
        "--by",
        "sex",
        "--group",
        "origin=regions",
    ];
    assert_eq!(office.fails(2, &args), "stats.groups");
    // What ran out is not held, though it was granted.
    let case = office.ok(&["--json", "list", "--all"]).json()["items"].clone();
    let held = case
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["origin"] == "SY")
        .unwrap();
    let case = held["case"].as_str().unwrap();
    let event = office.ok(&["--json", "show", case]).json()["events"].clone();
    let decision = event
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["kind"] == "decision")
        .unwrap();
    let event = decision["event"].as_str().unwrap();
    let until = ["--until", "2011-06-01", "--because", "for one year"];
    office.ok(&[&["correct", event][..], &until].concat());
    let (ever, table) = cells(show, &["--by", "protection"]);
    assert!(
        ever.contains(&("temporary_asylum".to_owned(), 12.into())),
        "{ever:?}"
    );
    let now = table["protection_now"].as_array().unwrap();
    let has = now
        .iter()
        .find(|cell| cell["key"] == json!(["temporary_asylum"]))
        .unwrap();
    assert_eq!(has["value"], 11);
    let human = office
        .ok(&[
            "--format",
            "human",
            "stats",
            "show",
            "--inside",
            "--by",
            "protection",
        ])
        .out;
    assert!(
        human.contains("Protection now") && human.contains("temporary asylum 11"),
        "{human}"
    );
    // What leaves says that it is another question.
    let (_, left) = cells(release, &["--by", "protection"]);
    assert!(
        left["notes"].to_string().contains("a table of its own"),
        "{left}"
    );
    assert_eq!(left.get("protection_now"), None);
}

/// A code that the dimension does not have counts nobody: it is refused, with those that are like it.
#[test]
fn an_unknown_value_is_no_zero() {
    let office = office(&[("KP", 12, "")]);
    let fields = "[[field]]\nname = \"camp\"\ntype = \"code\"\nvalues = [\"north\", \"south\"]\n\
                  [[field]]\nname = \"seen\"\ntype = \"date\"\n";
    assert_eq!(office.run_with(&["field", "declare", "-"], fields).code, 0);
    for (filter, near) in [
        ("origin=ZZ", "ZA"),
        ("region=aisa", "asia"),
        ("jurisdiction=rx", "ru"),
        ("protection=refugee", "refugee_status"),
        ("protection_now=refugee", "refugee_status"),
        ("outcome=refuse", "refused"),
        ("kind=temporary", "temporary_asylum"),
        ("sex=female", "f"),
        ("age_band=18-60", "18-59"),
        ("year=20100", "2010"),
        ("quarter=2010Q1", "2010-Q3"),
        ("period=2009-2013", "2010-2014"),
        ("basis=unfound", "unfounded"),
        ("instance=appeals", "appeal"),
        ("state=pend", "pending"),
        ("result=recognized", "recognised"),
        ("order=second", "first"),
        ("expires=2010", "2010-09"),
        ("decision=reject", "rejected"),
    ] {
        let dimension = filter.split('=').next().unwrap();
        for command in [&["show", "--inside"][..], &["release", "--to", "press"]] {
            let said = office.run(&[&["--json", "stats"], command, &["--where", filter]].concat());
            let error = error(&said, 2);
            assert_eq!(error["id"], "stats.value", "{filter}");
            let message = error["message"].as_str().unwrap();
            assert!(
                message.contains(dimension) && message.contains(near),
                "{message}"
            );
        }
    }
    for filter in [
        "field:camp=west",
        "field:camp=North",
        "field:nothing=1",
        "field:seen=soon",
    ] {
        let said = release(&office, &["--where", filter]);
        let error = error(&said, 2);
        assert!(
            error["message"].as_str().unwrap().contains("where"),
            "{filter}: {error}"
        );
    }
    // What it can have and nobody has is nobody, and other letters are the same code.
    for filter in ["origin=ZA", "origin=kp,za", "order=reopened"] {
        assert_eq!(
            release(&office, &["--dry-run", "--where", filter]).code,
            0,
            "{filter}"
        );
    }
    // That everybody is without one is what nearly all of a line are.
    let said = release(&office, &["--dry-run", "--where", "field:camp=none"]);
    assert_eq!(error(&said, 5)["id"], "stats.withheld");
    // Of what was recorded for nobody, nobody can be said to have it or not.
    let said = release(&office, &["--dry-run", "--where", "field:seen=2010"]);
    assert_eq!(error(&said, 1)["id"], "stats.not-recorded");
    assert_eq!(
        office.ok(&["--json", "stats", "ledger"]).json()["items"],
        json!([])
    );
}

#[test]
fn questions_that_are_none_say_why() {
    let office = office(&[("KP", 12, "")]);
    for command in [&["show", "--inside"][..], &["release", "--to", "press"]] {
        let twice = [&["stats"], command, &["--by", "year,sex,year"]].concat();
        assert_eq!(office.fails(2, &twice), "stats.twice");
    }
    // Nothing has this number: that is no mistake of typing.
    for command in ["ledger", "verify"] {
        assert_eq!(
            office.fails(1, &["stats", command, "R2026-999"]),
            "stats.no-release"
        );
    }
    let table = json!({"unit": "persons", "dimensions": [], "as_of": "2015-12-31",
        "cells": [{"key": ["total"], "shown": "12"}]});
    for field in ["unit", "dimensions", "as_of", "cells"] {
        let mut lacking = table.clone();
        lacking.as_object_mut().unwrap().remove(field);
        let add = ["--json", "stats", "ledger", "--add", "-", "--to", "report"];
        let said = office.run_with(&add, &lacking.to_string());
        let error = error(&said, 1);
        assert_eq!(error["id"], "stats.table-lacks");
        assert!(
            error["message"].as_str().unwrap().contains(field),
            "{error}"
        );
    }
}

/// Each offer of a refusal does leave, one by one; in JSON they are a list of their own.
#[test]
fn what_a_refusal_offers_does_leave() {
    let groups = [
        ("KP", 20, ""),
        ("KP", 9, "refugee_status"),
        ("SY", 15, ""),
        ("SY", 8, "refugee_status"),
    ];
    let office = office(&groups);
    let by = ["--by", "origin,protection"];
    assert_eq!(release(&office, &by).code, 0);
    // Three newcomers, lodged on a day that a table of today knows.
    bring(&office, "n", 2026, &[("KP", 3, "")]);
    for asked in [
        &["--by", "origin,protection", "--as-of", "2026-03-04"][..],
        &["--by", "origin", "--as-of", "2026-03-04"],
        &["--as-of", "2026-03-04"],
        &[
            "--by",
            "quarter",
            "--where",
            "origin=KP",
            "--where",
            "protection=none",
            "--as-of",
            "2026-03-04",
        ],
    ] {
        let said = release(&office, asked);
        let error = error(&said, 5);
        let message = error["message"].as_str().unwrap();
        assert!(message.contains("R2026-001"), "{message}");
        let offers = error["offers"]
            .as_array()
            .unwrap_or_else(|| panic!("none of {asked:?}: {error}"));
        for offer in offers {
            let (words, options) = (
                offer["message"].as_str().unwrap(),
                offer["options"].as_str().unwrap(),
            );
            assert!(!words.is_empty() && !message.contains(words), "{error}");
            let mut args: Vec<&str> = asked.to_vec();
            let replaced = ["--as-of", "--by", "--period"]
                .iter()
                .find(|name| options.contains(*name));
            if words.starts_with("without the condition") {
                while let Some(at) = args.iter().position(|arg| *arg == "--where") {
                    args.drain(at..at + 2);
                }
            }
            if words.starts_with("leave") && options.is_empty() {
                let at = args.iter().position(|arg| *arg == "--by").unwrap();
                args.drain(at..at + 2);
            }
            if let Some(at) = replaced.and_then(|name| args.iter().position(|arg| arg == name)) {
                args.drain(at..at + 2);
            }
            let options = options.replace("\"...\"", "all-of-them-asked-us-to");
            args.extend(options.split_whitespace());
            let left = release(&office, &[&args[..], &["--dry-run"]].concat());
            assert_eq!(left.code, 0, "{asked:?}: {offer}: {}", left.shown());
        }
    }
    // An earlier day is among them, and that it is enough to wait.
    let said = office.run(&[
        "--format",
        "human",
        "stats",
        "release",
        "--to",
        "press",
        "--as-of",
        "2026-03-04",
    ]);
    assert_eq!(said.code, 5, "{}", said.shown());
    assert!(said.err.contains("--as-of 2025-12-31"), "{}", said.err);
    assert!(
        said.err.contains("once 5 or more have come"),
        "{}",
        said.err
    );
}

/// Shares are of what is printed, and of what readers take from it; each rate has its own heading, in words.
#[test]
fn a_share_that_follows_from_what_is_printed_is_printed() {
    let office = office(&[
        ("KP", 60, ""),
        ("KP", 103, "refugee_status"),
        ("KP", 2, "humanitarian"),
        ("KP", 9, "temporary_asylum"),
    ]);
    let rates = [
        "--rate",
        "refugee_status/total",
        "--rate",
        "refugee_status/refugee_status+humanitarian+temporary_asylum",
    ];
    let by = [&["--by", "protection", "--dry-run"], &rates[..]].concat();
    let table = release(&office, &by).json();
    let shown = |code: &str| {
        let mut cells = table["cells"].as_array().unwrap().iter();
        cells.find(|cell| cell["key"] == json!([code])).unwrap()["shown"].clone()
    };
    assert_eq!(
        (shown("humanitarian"), shown("temporary_asylum")),
        ("<5".into(), "c".into())
    );
    // 174 in all less 60 without: 114, which readers work out.
    let told = table["rates"].as_array().unwrap();
    assert_eq!(
        (&told[1]["numerator"], &told[1]["denominator"]),
        (&"103".into(), &"114".into())
    );
    assert_eq!(
        (&told[0]["tenths"], &told[1]["tenths"]),
        (&json!([590, 590]), &json!([900, 900]))
    );
    let human = office
        .ok(&[
            &["--format", "human", "stats", "release", "--to", "press"],
            &by[..],
        ]
        .concat())
        .out;
    for heading in [
        "refugee status among total: (refugee status) / (total)",
        "refugee status among refugee status, humanitarian status, temporary asylum",
    ] {
        assert!(human.contains(heading), "no {heading:?} in {human}");
    }
    assert!(!human.contains("refugee_status"), "{human}");
}

/// What stands in the ledger as gone and could not be written is looked for there.
#[test]
fn a_release_that_could_not_be_written_is_looked_for_in_the_ledger() {
    let office = office(&[("KP", 12, "")]);
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("nansen"));
    let output = command
        .env_clear()
        .envs([
            ("HOME", office.home()),
            ("NANSEN_STORE", &office.store()),
            ("NANSEN_KEY", &office.key()),
        ])
        .envs([
            ("NANSEN_TEST_NOW", crate::support::NOW),
            ("NANSEN_TEST_KEEPER", office.keeper()),
        ])
        .args(["--no-input", "stats", "release", "--to", "press"])
        .stdout(full)
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(err.contains("stats ledger"), "{err}");
    let items = office.ok(&["--json", "stats", "ledger"]).json()["items"].clone();
    assert_eq!(items.as_array().unwrap().len(), 1);
    // And is the same one when it is asked for again.
    assert_eq!(release(&office, &[]).json()["release"], items[0]["release"]);
}

/// A workbook of figures has no name in it but those of its sheets, and the day of the release.
#[test]
fn a_workbook_of_figures_says_the_day_of_the_release_and_has_no_named_ranges() {
    let office = office(&[("KP", 30, ""), ("SY", 12, "")]);
    let book = |office: &Office, name: &str| {
        office.ok(&[
            "-o", name, "stats", "release", "--to", "press", "--by", "origin",
        ]);
        std::fs::read(office.home().join(name)).unwrap()
    };
    let first = book(&office, "a.xlsx");
    let later = office.on("2026-03-20");
    assert!(
        book(&later, "b.xlsx") == first,
        "the same release is the same bytes"
    );
    let mut files = zip::ZipArchive::new(std::io::Cursor::new(first)).unwrap();
    let mut text = |name: &str| {
        let mut text = String::new();
        files
            .by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    let core = text("docProps/core.xml");
    assert!(
        core.contains("2026-03-04T00:00:00Z") && !core.contains("1970"),
        "{core}"
    );
    assert!(!text("xl/workbook.xml").contains("definedName"));
    assert!(!text("docProps/app.xml").contains("Print_Titles"));
}

/// A list that left on a decision is the same list when it is asked for again, and a refusal tells what was measured.
#[test]
fn a_list_asked_for_again_is_the_list_that_left() {
    let people: Vec<_> = (0..120)
        .map(|at| (if at < 3 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = crate::looks::office(&people);
    let export = ["export", "anonymous", "--to", "the university"];
    for dry in [&["--dry-run"][..], &["-o", "none.csv"]] {
        let said = office.run(&[&export[..], dry].concat());
        assert_eq!(said.code, 5, "{}", said.shown());
        for words in [
            "a list of 120 cases",
            "stand out: 0",
            "one in",
            "fewer than ten",
        ] {
            assert!(said.err.contains(words), "no {words:?} in {}", said.err);
        }
    }
    let why = ["--because", "the university counts what became of them"];
    let list = |name: &str, more: &[&str]| {
        let said = office
            .ok(&[&["--json", "-o", name], &export[..], more].concat())
            .json();
        (
            said["release"].clone(),
            std::fs::read(office.home().join(name)).unwrap(),
        )
    };
    let first = list("a.csv", &why);
    assert_eq!(first.0, "R2026-001");
    assert!(list("b.csv", &why) == first);
    // It is known already why.
    assert!(list("c.csv", &[]) == first);
    let items = office.ok(&["--json", "stats", "verify"]).json()["items"].clone();
    for item in items.as_array().unwrap() {
        assert_eq!(
            (&item["release"], &item["because"], &item["state"]),
            (&first.0, &why[1].into(), &"same".into())
        );
    }
    assert_eq!(items.as_array().unwrap().len(), 3);
}
