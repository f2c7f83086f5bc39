//! What persons agreed to: who is in a table, who is not, and what is told of that.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::Office;

/// So many cases of one person each, numbered.
fn office_of(count: usize) -> (Office, Vec<String>) {
    let office = Office::open();
    let cases = add(&office, 0, count);
    (office, cases)
}

fn add(office: &Office, from: usize, count: usize) -> Vec<String> {
    let mut lines = String::new();
    for n in from..from + count {
        let _ = writeln!(
            lines,
            r#"{{"type":"case","case":"r{n}","origin":"SY","jurisdiction":"de","opened":"2025-01-02"}}"#
        );
    }
    let said = office.run_with(&["--json", "import", "-"], &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    let map = said.json()["map"].as_array().unwrap().clone();
    map.iter()
        .map(|one| one["case"].as_str().unwrap().to_owned())
        .collect()
}

fn says(office: &Office, case: &str, answer: &str) {
    let kind = ["--kind", "statistics", "--answer", answer];
    office.ok(&[&["record", "consent", case][..], &kind].concat());
}

fn table(office: &Office, args: &[&str]) -> Value {
    let all = [&["--json", "stats", "show", "--inside"], args].concat();
    office.ok(&all).json()
}

fn total(table: &Value) -> u64 {
    let cells = table["cells"].as_array().unwrap();
    cells.last().unwrap()["value"].as_u64().unwrap()
}

fn release(office: &Office, code: i32) -> Value {
    let said = office.run(&["--json", "stats", "release", "--to", "report"]);
    assert_eq!(said.code, code, "{}", said.shown());
    if code == 0 { said.json() } else { Value::Null }
}

#[test]
fn consent_withdrawn_shows_in_the_next_table() {
    let (office, cases) = office_of(8);
    let decided = [
        &[
            "record",
            "application",
            &cases[0],
            "--kind",
            "single_procedure",
            "--lodged",
            "2025-02-03",
        ][..],
        &[
            "record",
            "decision",
            &cases[0],
            "--outcome",
            "refused",
            "--basis",
            "unfounded",
            "--decided",
            "2025-03-03",
        ],
    ];
    for args in decided {
        office.ok(args);
    }
    let of = |unit: &str| total(&table(&office, &["--unit", unit]));
    assert_eq!(
        [
            of("persons"),
            of("cases"),
            of("applications"),
            of("decisions")
        ],
        [8, 8, 1, 1]
    );
    says(&office, &cases[0], "given");
    assert_eq!(
        [
            of("persons"),
            of("cases"),
            of("applications"),
            of("decisions")
        ],
        [8, 8, 1, 1]
    );
    says(&office, &cases[0], "withdrawn");
    assert_eq!(
        [
            of("persons"),
            of("cases"),
            of("applications"),
            of("decisions")
        ],
        [7, 7, 0, 0]
    );
    // A table about a time before: it is made now, and the person does not want to be in it.
    assert_eq!(total(&table(&office, &["--as-of", "2025-06-30"])), 7);
    // Refused is left out, too; another purpose, and not having been asked, is not.
    says(&office, &cases[1], "refused");
    says(&office, &cases[2], "not_asked");
    for answer in ["refused", "withdrawn"] {
        let kind = ["--kind", "publicity", "--answer", answer];
        office.ok(&[&["record", "consent", &cases[3]][..], &kind].concat());
    }
    let shown = table(&office, &[]);
    assert_eq!(total(&shown), 6);
    assert_eq!(shown["consent"]["left_out"]["value"], 2);
    assert_eq!(shown["consent"]["never_asked"]["value"], 6);
    says(&office, &cases[1], "given");
    assert_eq!(total(&table(&office, &[])), 7);
}

#[test]
fn a_case_whose_first_person_said_no_is_counted_by_the_others() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "de", "--sex", "m"]);
    let spouse = ["--relation", "spouse", "--sex", "f", "--origin", "SY"];
    office.ok(&[&["person", "add", &case][..], &spouse].concat());
    let of = |unit: &str| {
        let table = table(&office, &["--unit", unit, "--by", "origin"]);
        let cells = table["cells"].as_array().unwrap().clone();
        let cells = cells
            .iter()
            .map(|cell| cell["key"][0].as_str().unwrap().to_owned());
        cells.collect::<Vec<_>>()
    };
    assert_eq!(of("persons"), ["KP", "SY", "total"]);
    let no = [
        "--kind",
        "statistics",
        "--answer",
        "refused",
        "--person",
        "1",
    ];
    office.ok(&[&["record", "consent", &case][..], &no].concat());
    assert_eq!(of("persons"), ["SY", "total"]);
    assert_eq!(of("cases"), ["SY", "total"]);
}

#[test]
fn the_number_left_out_is_told_in_spans_alone() {
    let (office, cases) = office_of(30);
    let told = |table: &Value| table["consent"]["left_out"].clone();
    let first = release(&office, 0);
    assert_eq!(first["consent"]["never_asked"]["shown"], "30-34");
    assert_eq!(told(&first)["shown"], "0-4");
    assert_eq!(told(&first)["value"], Value::Null);
    // One says no, and nobody comes: the table would tell of one person.
    says(&office, &cases[0], "withdrawn");
    release(&office, 5);
    // Six come meanwhile: what is told beside the table is what was told before, whoever was the one.
    add(&office, 30, 6);
    let second = release(&office, 0);
    assert_eq!(total(&second), 35);
    assert_eq!(told(&second), told(&first));
    let text = second.to_string();
    assert!(!text.contains("\"value\":1"), "{text}");
    for case in &cases[1..5] {
        says(&office, case, "refused");
    }
    add(&office, 36, 9);
    assert_eq!(told(&release(&office, 0))["shown"], "5-9");
    // The owner sees the true number.
    let human = office.ok(&["--format", "human", "stats", "show", "--inside"]);
    let told = human.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("5 said no or took it back"), "{told}");
}

#[test]
fn the_latest_answer_holds_and_show_prints_it() {
    let (office, cases) = office_of(1);
    let case = &cases[0];
    let say = |kind: &str, answer: &str, date: &str| {
        let all = [
            "--kind",
            kind,
            "--answer",
            answer,
            "--date",
            date,
            "--means",
            "interpreter",
        ];
        office.ok(&[&["record", "consent", case][..], &all].concat())
    };
    let state = |kind: &str| {
        let shown = office.ok(&["--json", "show", case]).json();
        let all = shown["people"][0]["consents"].as_array().unwrap().clone();
        let one = all.iter().find(|one| one["kind"] == kind).unwrap().clone();
        one["answer"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("referral"), "not_asked");
    say("referral", "given", "2026-02-10");
    // Recorded later, said earlier.
    say("referral", "refused", "2026-01-10");
    assert_eq!(state("referral"), "given");
    // Some day of the year, which may have been the last of all.
    say("referral", "withdrawn", "2026");
    assert_eq!(state("referral"), "withdrawn");
    let human = office.ok(&["--format", "human", "show", case]);
    assert!(human.out.contains("referral withdrawn"), "{}", human.out);
    assert!(human.out.contains("not asked: assistance"), "{}", human.out);
    // It opens no deadline.
    let shown = office.ok(&["--json", "show", case]).json();
    assert_eq!(shown["deadlines"], serde_json::json!([]));
    // Whoever takes it back is heard after the case is closed.
    office.ok(&["close", case, "--reason", "other"]);
    say("statistics", "withdrawn", "2026-03-03");
    assert_eq!(state("statistics"), "withdrawn");
    // What is wrong changes nothing.
    let record = [
        "record", "consent", case, "--kind", "referral", "--answer", "given",
    ];
    assert_eq!(
        office.fails(1, &[&record[..], &["--date", "2027-01-01"]].concat()),
        "field.future"
    );
    assert_eq!(
        office.fails(
            2,
            &[
                "record", "consent", case, "--kind", "all", "--answer", "given"
            ]
        ),
        "args.code"
    );
}

#[test]
fn a_family_is_one_source() {
    let office = Office::open();
    let mut text = String::new();
    for case in 0..2 {
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"r{case}","origin":"SY","jurisdiction":"de"}}"#
        );
        for _ in 0..4 {
            let _ = writeln!(
                text,
                r#"{{"type":"person","case":"r{case}","relation":"child"}}"#
            );
        }
    }
    assert_eq!(office.run_with(&["import", "-"], &text).code, 0);
    assert_eq!(total(&table(&office, &[])), 10);
    // Ten persons, of two families who know each other.
    let withheld = &release(&office, 0)["cells"][0];
    assert_eq!(
        (&withheld["value"], &withheld["shown"]),
        (&Value::Null, &"c".into())
    );
    add(&office, 10, 1);
    assert_eq!(total(&release(&office, 0)), 11);
}

/// Those who were never asked stand in the table: their number would tell that five cells of at most four are four each.
#[test]
fn how_many_were_never_asked_tells_of_no_withheld_number() {
    let office = Office::open();
    let mut lines = String::new();
    for (n, origin) in ["AF", "ER", "IR", "KP", "SY"].repeat(4).iter().enumerate() {
        let _ = writeln!(
            lines,
            r#"{{"type":"case","case":"r{n}","origin":"{origin}","jurisdiction":"de","opened":"2025-01-02"}}"#
        );
    }
    assert_eq!(office.run_with(&["import", "-"], &lines).code, 0);
    let by = ["stats", "release", "--to", "report", "--by", "origin"];
    let left = office.ok(&[&["--json"][..], &by].concat()).json();
    let shown = |table: &Value| table["cells"][0]["shown"].clone();
    assert_eq!(
        (&shown(&left), &left["population"]["value"]),
        (&"<5".into(), &Value::Null)
    );
    assert_eq!(left["consent"]["never_asked"]["shown"], "more_than_half");
    for format in ["human", "plain", "md", "html"] {
        let text = office.ok(&[&["--format", format][..], &by].concat()).out;
        assert!(!text.contains("20-24"), "{format}: {text}");
    }
    let page = [&["--format", "md"][..], &by, &["--in", "fr"]].concat();
    assert!(office.ok(&page).out.contains("plus de la moitié"));
}
