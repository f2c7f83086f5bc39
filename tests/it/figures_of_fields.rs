//! Figures of fields that an office declared for itself: what a condition tells, numbers in bands, words, days.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{Office, printed};

const FIELDS: &str = r#"
[[field]]
name = "hiv"
type = "yes_no"
"#;

/// An office with these fields and cases of one person each, everybody with what is said of them in one field.
fn office(fields: &str, groups: &[(&str, usize, &str)]) -> Office {
    let office = Office::open();
    let said = office.run_with(&["field", "declare", "-"], fields);
    assert_eq!(said.code, 0, "{}", said.shown());
    bring(&office, &lines(groups, r#","date":"2010-03-04""#));
    office
}

fn bring(office: &Office, lines: &str) {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
}

/// So many of an origin, with a field; `dated` ends each line of one.
fn lines(groups: &[(&str, usize, &str)], dated: &str) -> String {
    let (mut text, mut case) = (String::new(), 0);
    for (origin, many, field) in groups {
        for _ in 0..*many {
            case += 1;
            let _ = writeln!(
                text,
                r#"{{"type":"case","case":"r{case}","origin":"{origin}","jurisdiction":"ru","opened":"2010-02-01"}}"#
            );
            if !field.is_empty() {
                let _ = writeln!(
                    text,
                    r#"{{"type":"field","case":"r{case}","field":"{field}"{dated}}}"#
                );
            }
        }
    }
    text
}

fn asked(office: &Office, question: &str) -> crate::support::Said {
    let release = ["--json", "stats", "release", "--to", "report"];
    let question: Vec<&str> = question.split_whitespace().collect();
    office.run(&[&release[..], &question].concat())
}

fn released(office: &Office, question: &str) -> Value {
    let said = asked(office, question);
    assert_eq!(said.code, 0, "{question}: {}", said.shown());
    said.json()
}

/// The error of a question that is refused: with this exit code, and nothing printed.
fn refused(office: &Office, code: i32, question: &str) -> Value {
    let said = asked(office, question);
    assert_eq!(
        (said.code, said.out.as_str()),
        (code, ""),
        "{question}: {}",
        said.err
    );
    let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
    error["error"].clone()
}

/// Seven of one country all live with it: neither who does nor who does not is told of its lines.
#[test]
fn a_condition_tells_no_more_of_a_line_than_its_dimension() {
    let office = office(
        FIELDS,
        &[
            ("KP", 7, "hiv=yes"),
            ("SY", 10, "hiv=yes"),
            ("SY", 24, "hiv=no"),
            ("AF", 12, "hiv=yes"),
            ("AF", 20, "hiv=no"),
        ],
    );
    for condition in ["hiv=false,none", "hiv=false", "hiv=true", "hiv=true,none"] {
        for by in [
            "origin",
            "origin,sex",
            "origin,field:hiv",
            "origin --group origin=regions",
        ] {
            let error = refused(&office, 5, &format!("--by {by} --where field:{condition}"));
            let told = error["message"].as_str().unwrap();
            assert!(told.contains("a condition on"), "{told}");
            assert!(
                !told.contains("KP") && !told.contains("North Korea"),
                "{told}"
            );
        }
    }
    // What is offered works as it is printed, and tells nothing of the seven.
    let error = refused(
        &office,
        5,
        "--by origin --where sex=unknown --where field:hiv=true",
    );
    let offers = error["offers"].as_array().unwrap();
    let offer = offers.first().unwrap();
    assert_eq!(
        offer["options"], "--by origin,field:hiv --where sex=unknown",
        "{offers:?}"
    );
    let table = released(&office, offer["options"].as_str().unwrap());
    for value in ["true", "false"] {
        assert_eq!(printed(&table, &["KP", value]), "x", "{table}");
    }
    assert_eq!(printed(&table, &["KP", "total"]), "7");
    // Where no line tells of anybody, a condition is one; so it is in whole.
    let error = refused(&office, 5, "--where field:hiv=true --where origin=KP");
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("a condition on")
    );
    let table = released(
        &office,
        "--by origin --where field:hiv=true --where origin=SY,AF",
    );
    assert_eq!(printed(&table, &["SY"]), "10");
}

/// Beside what is offered the share that was typed is still of the dimension that it was of.
#[test]
fn no_offer_makes_a_share_one_of_something_else() {
    let yes = [
        ("KP", 7, "hiv=yes"),
        ("SY", 10, "hiv=yes"),
        ("AF", 12, "hiv=yes"),
    ];
    let others = [("SY", 24, "hiv=no"), ("AF", 20, "hiv=no"), ("AF", 20, "")];
    let office = office(FIELDS, &[&yes[..], &others].concat());
    let asked = "--by origin,kind --where field:hiv=true --rate";
    let is_offered = |rate: &str| {
        let error = refused(&office, 5, &format!("{asked} {rate}"));
        let offers = error["offers"].as_array().unwrap().iter();
        let options: Vec<String> = offers
            .map(|offer| offer["options"].as_str().unwrap().to_owned())
            .collect();
        options.contains(&"--by origin,kind,field:hiv".to_owned())
    };
    // Of the field some have nothing recorded, and then it would have a `none` too.
    assert!(!is_offered("none/total"));
    assert!(is_offered("kind=none/total"));
    let table = released(&office, "--by origin,kind,field:hiv --rate kind=none/total");
    assert_eq!(table["rates"][0]["dimension"], "kind");
}

/// What a person owes is not the name of a row.
#[test]
fn numbers_are_counted_in_bands_that_do_not_hang_on_them() {
    let fields = "[[field]]\nname = \"debt\"\ntype = \"number\"\nmin = -9\nmax = 3000\n";
    let office = office(fields, &[]);
    let mut text = lines(&[("SY", 41, "")], "");
    let owed = ["1306", "1310", "2040", "-6", "3"];
    for (case, debt) in (1..=40).zip(owed.iter().cycle()) {
        let _ = writeln!(
            text,
            r#"{{"type":"field","case":"r{case}","field":"debt={debt}","date":"2010-03-04"}}"#
        );
    }
    bring(&office, &text);
    let keys = |table: &Value| -> Vec<String> {
        let cells = table["cells"].as_array().unwrap().iter();
        cells
            .map(|cell| cell["key"][0].as_str().unwrap().to_owned())
            .collect()
    };
    let all = office
        .ok(&["--json", "stats", "show", "--inside", "--by", "field:debt"])
        .json();
    let found = ["-9..-5", "3", "1000-1999", "2000-4999", "none", "total"];
    assert_eq!(keys(&all), found, "{all}");
    assert_eq!(crate::support::cell(&all, &["1000-1999"])["value"], 16);
    // What leaves has each band between the declared bounds, whoever is in it.
    let table = released(&office, "--by field:debt");
    let bands = [
        "-9..-5",
        "-4",
        "-3",
        "-2",
        "-1",
        "0",
        "1",
        "2",
        "3",
        "4",
        "5-9",
        "10-19",
        "20-49",
        "50-99",
        "100-199",
        "200-499",
        "500-999",
        "1000-1999",
        "2000-4999",
        "none",
        "total",
    ];
    assert_eq!(keys(&table), bands);
    assert_eq!(printed(&table, &["1000-1999"]), "16");
    let csv = office
        .ok(&[
            "--format",
            "csv",
            "stats",
            "release",
            "--to",
            "report",
            "--by",
            "field:debt",
        ])
        .out;
    assert!(!csv.contains("13") && !csv.contains("-6"), "{csv}");
    // A condition asks for a band, as it is printed; a number in one is refused with its name.
    let error = refused(&office, 2, "--where field:debt=1310");
    assert_eq!(error["id"], "field.own-band", "{error}");
    assert!(
        error["hint"].as_str().unwrap().contains("debt=1000-1999"),
        "{error}"
    );
    for (code, condition) in [
        (2, "7"),
        (2, "1000-1500"),
        (2, "many"),
        (2, "-6"),
        (0, "3"),
        (0, "1000-1999"),
        (0, "-9..-5"),
    ] {
        let filter = format!("field:debt={condition}");
        let show = ["--json", "stats", "show", "--inside", "--where", &filter];
        assert_eq!(office.run(&show).code, code, "{condition}");
    }
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verified["items"][0]["state"], "same", "{verified}");
    // A list goes on by the numbers themselves.
    assert_eq!(office.run(&["list", "--where", "field:debt=1311"]).code, 0);
}

/// Readers get the office's words, programs its codes.
#[test]
fn fields_have_the_words_of_their_declaration() {
    let fields = r#"
[[field]]
name = "housing"
type = "code"
label.en = "Where they live"
label.ru = "Жильё"
values = [{ value = "camp", label.en = "in a camp", label.ru = "в лагере" }, { value = "flat", label.en = "in a flat" }]

[[field]]
name = "school"
type = "yes_no"
label.en = "At school"
"#;
    let groups = [
        ("SY", 20, "housing=camp"),
        ("SY", 30, "housing=flat"),
        ("AF", 12, "school=yes"),
        ("AF", 13, "school=no"),
    ];
    let office = office(fields, &groups);
    let told = |form: &str, more: &[&str]| {
        let line = ["--format", form, "stats", "release", "--to", "report"];
        office.ok(&[&line[..], more].concat()).out
    };
    for form in ["human", "md", "html", "svg"] {
        let text = told(form, &["--by", "field:housing"]).to_lowercase();
        for word in ["where they live", "in a camp", "in a flat", "none recorded"] {
            assert!(text.contains(word), "{form}, {word}: {text}");
        }
        assert!(!text.contains("field:housing"), "{form}: {text}");
        let text = told(form, &["--by", "field:housing", "--in", "ru"]);
        assert!(
            text.to_lowercase().contains("жильё") && text.contains("в лагере"),
            "{form}: {text}"
        );
        let text = told(form, &["--by", "field:school", "--in", "ru"]);
        assert!(
            text.contains("да") && !text.contains("true"),
            "{form}: {text}"
        );
    }
    for form in ["csv", "json"] {
        let text = told(form, &["--by", "field:housing"]);
        assert!(
            text.contains("field:housing") && text.contains("camp"),
            "{text}"
        );
        assert!(!text.contains("in a camp"), "{text}");
        assert!(told(form, &["--by", "field:school"]).contains("true"));
    }
    let shown = office
        .ok(&[
            "--format",
            "human",
            "stats",
            "show",
            "--inside",
            "--by",
            "field:school",
        ])
        .out;
    assert!(shown.contains("yes") && !shown.contains("true"), "{shown}");
}

/// An entry without a date counts from the day of its recording: a table of a day before has none of them and says so.
#[test]
fn what_was_recorded_after_the_day_is_not_printed_as_nought() {
    let fields = "[[field]]\nname = \"housing\"\ntype = \"code\"\nvalues = [\"camp\", \"flat\"]\n";
    let office = office(fields, &[]);
    let groups = [("SY", 30, "housing=camp"), ("SY", 37, "housing=flat")];
    bring(&office, &lines(&groups, ""));
    for question in [
        "--by field:housing",
        "--by origin,field:housing",
        "--where field:housing=camp",
    ] {
        let error = refused(&office, 1, question);
        assert_eq!(error["id"], "stats.recorded-later", "{error}");
        let hint = error["hint"].as_str().unwrap();
        let (_, rest) = hint.split_once("`--as-of ").unwrap();
        let day = rest.split('`').next().unwrap();
        if question == "--by field:housing" {
            let table = released(&office, &format!("{question} --as-of {day} --dry-run"));
            assert_eq!(
                (printed(&table, &["camp"]), printed(&table, &["flat"])),
                ("30", "37")
            );
        }
    }
    // With the day from which it holds it is in the table, which says up to which day it counts.
    let dated = lines(
        &[("SY", 30, "housing=camp"), ("SY", 37, "housing=flat")],
        r#","date":"2010-03-04""#,
    );
    let dated: Vec<&str> = dated
        .lines()
        .filter(|line| line.contains("\"field\""))
        .collect();
    bring(&office, &dated.join("\n"));
    let table = released(&office, "--by field:housing");
    assert_eq!(printed(&table, &["camp"]), "30", "{table}");
    let notes = table["notes"].to_string();
    assert!(notes.contains("fields of the office's own"), "{notes}");
    assert!(
        !released(&office, "--by origin --dry-run")["notes"]
            .to_string()
            .contains("office's own")
    );
}
