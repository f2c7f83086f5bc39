//! What people see of whole commands, kept as text. Seeded, so that numbers and ids stay.

use crate::support::{Office, Said};

/// A command, and beneath it what it printed at a wide terminal.
fn shot(office: &Office, args: &[&str]) -> String {
    shot_with(office, args, "")
}

fn shot_with(office: &Office, args: &[&str], input: &str) -> String {
    let mut all = vec!["--format", "human"];
    all.extend(args);
    let said: Said = office.run_with(&all, input);
    let home = office.home().to_str().unwrap();
    let shown = said.shown().replace(home, "~");
    // The wrapped keys vary by a few bytes.
    let size = |line: &str| line.starts_with("bytes ");
    let shown: String = shown
        .split_inclusive('\n')
        .filter(|line| !size(line))
        .collect();
    format!("$ nansen {}\n{shown}", args.join(" "))
}

/// Holds a sequence of commands against its snapshot.
macro_rules! holds {
    ($office:expr, $name:literal, [$($args:expr),+ $(,)?]) => {
        let shots = [$(shot(&$office, &$args)),+].join("\n");
        insta::assert_snapshot!($name, shots);
    };
}

#[test]
fn a_case_from_its_opening_to_its_close() {
    let office = Office::seeded();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru", "--born", "1971"]);
    let case = case.as_str();
    holds!(
        office,
        "case",
        [
            [
                "record",
                "application",
                case,
                "--kind",
                "refugee_status",
                "--lodged",
                "2026-01-12"
            ],
            [
                "record",
                "decision",
                case,
                "--outcome",
                "refused",
                "--basis",
                "unfounded",
                "--decided",
                "2026-02-16",
                "--notified",
                "2026-02-20"
            ],
            ["show", case],
            ["close", case, "--reason", "departed"],
            [
                "record",
                "appeal",
                case,
                "--kind",
                "administrative_review",
                "--lodged",
                "2026-03-02"
            ],
            ["show", case, "--all"],
            ["undo"],
            ["status"],
        ]
    );
}

#[test]
fn a_correction_and_what_moves() {
    let office = Office::seeded();
    let case = office.new_case(&["--origin", "AF", "--jurisdiction", "de"]);
    office.ok(&[
        "record",
        "application",
        &case,
        "--kind",
        "single_procedure",
        "--lodged",
        "2026-01-05",
    ]);
    let decision = office
        .ok(&[
            "--json",
            "record",
            "decision",
            &case,
            "--outcome",
            "refused",
            "--basis",
            "unfounded",
            "--served",
            "2026-02-20",
        ])
        .json();
    let event = decision["event"].as_str().unwrap();
    let case = case.as_str();
    holds!(
        office,
        "correction",
        [
            [
                "correct",
                event,
                "--served",
                "2026-02-24",
                "--because",
                "the envelope says so"
            ],
            ["retract", event, "--because", "belongs to another file"],
            ["show", case],
        ]
    );
}

#[test]
fn what_falls_due() {
    let office = Office::seeded();
    for (jurisdiction, served, worker) in [
        ("ru", "2026-01-20", "m1"),
        ("de", "2026-02-25", "nobody"),
        ("gb", "2026-02-20", "m1"),
    ] {
        let case = office.new_case(&["--origin", "SY", "--jurisdiction", jurisdiction]);
        office.ok(&[
            "record",
            "application",
            &case,
            "--kind",
            "refugee_status",
            "--lodged",
            "2026-01-05",
        ]);
        office.ok(&[
            "record",
            "decision",
            &case,
            "--outcome",
            "refused",
            "--basis",
            "unfounded",
            "--notified",
            served,
        ]);
        office.ok(&["assign", &case, "--to", worker]);
    }
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "ee"]);
    office.ok(&["record", "detention", &case, "--date", "2026-03-01"]);
    holds!(
        office,
        "due",
        [
            ["due"],
            ["due", "--overdue"],
            ["due", "--within", "6m", "--worker", "all", "--actor", "all"],
            ["list"],
        ]
    );
}

#[test]
fn the_law_explains_itself() {
    let office = Office::empty();
    holds!(
        office,
        "law",
        [
            ["rule", "list", "--jurisdiction", "gb"],
            ["rule", "show", "de.klage-2w"],
            ["rule", "explain", "de.klage-2w", "--from", "2026-04-17"],
            ["rule", "explain", "ru.complaint-1m", "--from", "2026-01-31"],
            ["rule", "explain", "de.klage-2", "--from", "2026-04-17"],
        ]
    );
}

#[test]
fn figures() {
    let office = Office::seeded();
    let ngo = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/ngo-211.jsonl");
    let imported = office.ok(&["--format", "human", "-q", "import", ngo]);
    assert_eq!(imported.code, 0);
    holds!(
        office,
        "figures",
        [
            [
                "stats",
                "show",
                "--inside",
                "--unit",
                "persons",
                "--by",
                "protection"
            ],
            [
                "stats",
                "release",
                "--to",
                "press",
                "--unit",
                "persons",
                "--by",
                "protection"
            ],
            [
                "stats", "release", "--to", "press", "--unit", "persons", "--by", "sex"
            ],
            [
                "stats",
                "release",
                "--to",
                "press",
                "--unit",
                "persons",
                "--by",
                "shoe_size"
            ],
        ]
    );
}

#[test]
fn the_store_and_its_keys() {
    let office = Office::seeded();
    holds!(
        office,
        "store",
        [
            ["store", "info"],
            ["store", "verify"],
            ["store", "rebuild"],
            ["key", "list"],
            ["status"],
        ]
    );
}

#[test]
fn an_import_with_faults() {
    let office = Office::seeded();
    let lines = "{\"type\":\"case\",\"case\":\"r1\",\"origin\":\"KP\",\"jurisdiction\":\"ru\"}\n\
        {\"type\":\"application\",\"case\":\"r1\",\"ref\":\"a1\",\"kind\":\"temporary\",\"lodged\":\"03/04/2021\"}\n\
        {\"type\":\"contact\",\"case\":\"r1\",\"date\":\"2021-01-01\",\"surname\":\"K\"}\n\
        {\"type\":\"contact\"";
    insta::assert_snapshot!("import", shot_with(&office, &["import", "-"], lines));
}
