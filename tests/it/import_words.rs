//! What an import takes in the open: aliases, columns under headings, days beside ours; and what it says of a line.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::canary::silent;
use crate::support::Office;

const TOP: &str = "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n";
/// Nobody's name.
const NAME: &str = "Zyxqwv Canarjus";

fn write(office: &Office, fixed: &str, columns: &[(&str, &str)]) {
    let mut map = format!("{TOP}[fixed]\n\"case.jurisdiction\" = \"de\"\n{fixed}");
    for (at, used) in columns {
        writeln!(map, "[[column]]\nat = \"{at}\"\nuse = \"{used}\"").unwrap();
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

fn csv(away: &TempDir, text: &str) -> PathBuf {
    let path = away.path().join("sheet.csv");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_worker_is_an_alias_and_never_what_looks_like_a_person() {
    let office = Office::open();
    let line = |worker: &str, more: &str| {
        json!({"type": "case", "case": format!("r{worker}"), "origin": "SY", "jurisdiction": "de", "worker": worker})
            .to_string()
            + more
    };
    for worker in [
        "Zyxqwv Canarjus, passport A1234567",
        "=HYPERLINK(\"http://x\")\u{1b}[31mRED\u{202e}",
        "+49 170 1234567",
        "491701234567",
        "M1",
        "all",
    ] {
        let said = office.run_with(&["--json", "import", "-"], &line(worker, ""));
        assert_eq!(said.code, 1, "{worker}: {}", said.shown());
        assert!(said.err.contains("`worker`"), "{}", said.shown());
        assert!(!said.err.contains("Zyxqwv"), "{}", said.shown());
    }
    // A colleague who is yet to be added is named by the line; a member is not.
    let lines = line("m1", "\n") + &line("m7", "\n") + &line("nobody", "\n");
    let done = office.run_with(&["--json", "import", "-"], &lines).json();
    assert_eq!(
        (&done["cases"], &done["no_member"]),
        (&json!(3), &json!([2])),
        "{done}"
    );
    let human = office.run_with(&["import", "-", "--format", "human"], &line("m8", "\n"));
    assert!(human.out.contains("no member bears"), "{}", human.shown());
    // Who is to do a step is judged alike.
    let step =
        r#"{"type":"task","case":"rm1","what":"lawyer","due":"2026-03-09","to":"491701234567"}"#;
    let said = office.run_with(&["import", "-"], step);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(said.err.contains("`to`"), "{}", said.shown());
    silent(&office, &["Zyxqwv"]);

    // A sheet gives cases to members alone, and says what to do.
    let away = tempfile::tempdir().unwrap();
    write(&office, "", &[("B", "case.origin"), ("C", "case.worker")]);
    let sheet = csv(&away, "k,country,w\nx1,SY,m1\nx2,SY,m9\nx3,SY,Zyxqwv\n");
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 1);
    for row in ["row 3, column C: no member", "row 4, column C: no member"] {
        assert!(said.err.contains(row), "{}", said.shown());
    }
}

/// A file that somebody wrote is no way around what an option or a line is judged by.
#[test]
fn an_archive_holds_no_words_in_the_place_of_codes() {
    let office = Office::open();
    let args = ["--origin", "SY", "--jurisdiction", "de", "--office", "east"];
    office.new_case(&args);
    office.ok(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    let archive = std::fs::read_to_string(office.home().join("all.jsonl")).unwrap();
    for (from, to) in [
        ("\"worker\":\"m1\"", "\"worker\":\"Zyxqwv Canarjus\""),
        ("\"office\":\"east\"", "\"office\":\"Zyxqwv Canarjus\""),
    ] {
        assert!(archive.contains(from), "{archive}");
        let other = Office::open();
        std::fs::write(other.home().join("all.jsonl"), archive.replace(from, to)).unwrap();
        let said = other.run(&["import", "all.jsonl"]);
        assert_eq!(said.code, 1, "{}", said.shown());
    }
    let other = Office::open();
    std::fs::write(other.home().join("all.jsonl"), &archive).unwrap();
    other.ok(&["import", "all.jsonl"]);
}

#[test]
fn a_column_whose_heading_names_persons_is_sealed_or_dropped() {
    let office = Office::open();
    let away = tempfile::tempdir().unwrap();
    for heading in [
        "Name",
        "Full name",
        "Telephone",
        "Passport no",
        "Home address",
        "Фамилия",
        "Телефон",
        "Nom",
        "Prénom",
        "Teléfono",
        "Apellidos",
        "الاسم",
        "رقم الهاتف",
        "Home Office ref",
    ] {
        let sheet = csv(&away, &format!("k,country,{heading}\nx1,SY,Zyxqwv\n"));
        for used in ["note.text", "case.tags", "case.office", "field.field"] {
            write(&office, "", &[("B", "case.origin"), ("C", used)]);
            let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
            assert_eq!(said.code, 1, "{heading}, {used}: {}", said.shown());
            assert!(
                said.err.contains("C: its heading says that persons")
                    && said.err.contains("identity seal"),
                "{heading}, {used}: {}",
                said.shown()
            );
        }
        write(&office, "", &[("B", "case.origin"), ("C", "drop")]);
        office.ok(&[
            "import",
            sheet.to_str().unwrap(),
            "--map",
            "map.toml",
            "--dry-run",
        ]);
    }
    // A code or a day is none, whoever it is of.
    for (heading, used, cell) in [
        ("Applicant's sex", "case.sex", "f"),
        ("Office name", "case.office", "east"),
        ("Date d'ouverture du dossier", "case.opened", "2025-01-02"),
        ("Client type", "case.role", "applicant"),
        ("Remarks", "note.text", "came alone"),
    ] {
        let sheet = csv(&away, &format!("k,country,{heading}\nx1,SY,{cell}\n"));
        write(&office, "", &[("B", "case.origin"), ("C", used)]);
        let sheet = sheet.to_str().unwrap();
        office.ok(&["import", sheet, "--map", "map.toml", "--dry-run"]);
    }
    silent(&office, &["Zyxqwv", NAME]);
}

/// What the sheet has now stands beside ours, and not what an older one had.
#[test]
fn the_day_of_the_sheet_at_hand_stands_in_the_list() {
    let office = Office::open();
    let away = tempfile::tempdir().unwrap();
    write(
        &office,
        "\"application.kind\" = \"single_procedure\"\n\"decision.basis\" = \"unfounded\"\n",
        &[
            ("B", "case.origin"),
            ("C", "application.lodged"),
            ("D", "decision.outcome"),
            ("E", "decision.decided"),
            ("F", "decision.notified"),
            ("G", "deadline.due"),
        ],
    );
    let row = |due: &str| {
        format!("k,country,a,o,d,n,due\nx1,SY,2025-01-15,refused,2026-02-20,2026-02-26,{due}\n")
    };
    let import = |due: &str| -> Value {
        let sheet = csv(&away, &row(due));
        let args = [
            "--json",
            "import",
            sheet.to_str().unwrap(),
            "--map",
            "map.toml",
        ];
        office.ok(&args).json()
    };
    let first = import("2026-03-25")["differing"][0].clone();
    assert_eq!(first["sheet"], "2026-03-25", "{first}");
    let second = import("2026-03-09");
    let listed = &second["differing"][0];
    assert_eq!(listed["sheet"], "2026-03-09", "{second}");
    assert_eq!(
        first["days"].as_i64().unwrap() - listed["days"].as_i64().unwrap(),
        16
    );
    assert_eq!(second["contradictions"][0]["fields"], json!(["due"]));
}

/// A spreadsheet that needs no map lies somewhere afterwards, as one with a map does.
#[test]
fn a_sheet_with_columns_of_ours_is_a_weakest_copy_too() {
    let office = Office::open();
    let away = tempfile::tempdir().unwrap();
    let sheet = csv(&away, "type,case,origin,jurisdiction\ncase,x1,SY,de\n");
    office.ok(&["import", sheet.to_str().unwrap()]);
    let needs = |office: &Office| office.ok(&["--json", "status"]).out.contains("sheet.open");
    assert!(needs(&office));
    let gone = office
        .ok(&["--json", "import", "--sheet-gone", "deleted"])
        .json();
    assert_eq!(gone["sheets"], 1);
    // The same again brings nothing, and is no new copy of anything.
    office.ok(&["import", sheet.to_str().unwrap()]);
    assert_eq!(
        office.fails(1, &["import", "--sheet-gone", "deleted"]),
        "sheet.none"
    );
}

#[test]
fn a_fault_of_a_row_says_what_is_open_and_in_which_column() {
    let office = Office::open();
    let away = tempfile::tempdir().unwrap();
    write(
        &office,
        "\"application.kind\" = \"single_procedure\"\n\"decision.basis\" = \"unfounded\"\n\"close.reason\" = \"other\"\n",
        &[
            ("B", "case.origin"),
            ("C", "application.lodged"),
            ("D", "decision.outcome"),
            ("E", "decision.decided"),
            ("F", "decision.notified"),
            ("G", "close.date"),
        ],
    );
    let sheet = csv(
        &away,
        "k,country,a,o,d,n,c\nx1,SY,2025-01-15,refused,2026-02-20,2026-02-27,2026-03-03\nx2,SY,2025-01-15,refused,,,\n",
    );
    let said = office.run(&["import", sheet.to_str().unwrap(), "--map", "map.toml"]);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(
        said.err.contains("row 2, column G: ") && said.err.contains("de.klage"),
        "{}",
        said.shown()
    );
    assert!(
        said.err
            .contains("row 3, column D: a day is missing: one of `decided`"),
        "{}",
        said.shown()
    );
    assert!(!said.err.contains("--decided"), "{}", said.shown());
}
