//! What a row of a sheet says twice, of somebody else or of all rows together: nothing of it is guessed, and nothing is lost.

use serde_json::json;

use crate::sheets::{file, import, office, refused};
use crate::support::Office;

/// A map of some columns, with what stands under each.
fn map(office: &Office, columns: &[(&str, &str, &str)]) {
    let mut map = String::from(
        "schema = \"nansen.sheet-map/1\"\nheading = 1\nrows = \"case\"\nkey = [\"A\"]\n[fixed]\n\
         \"case.jurisdiction\" = \"de\"\n\"case.origin\" = \"SY\"\n\
         \"application.kind\" = \"single_procedure\"\n",
    );
    for (at, used, more) in columns {
        map += &format!("[[column]]\nat = \"{at}\"\nuse = \"{used}\"\n{more}\n");
    }
    std::fs::write(office.home().join("map.toml"), map).unwrap();
}

#[test]
fn two_columns_of_one_field_agree_or_are_a_fault() {
    let office = office().on("2026-11-27");
    let away = tempfile::tempdir().unwrap();
    let days = "date = \"dmy\"";
    let protection = "[column.values]\n\"ta\" = \"outcome=granted protection=temporary_asylum\"";
    map(
        &office,
        &[
            ("B", "decision.outcome", protection),
            ("C", "decision.decided", days),
            ("D", "decision.notified", days),
            ("E", "decision.notified", days),
            ("F", "decision.protection", ""),
            ("G", "application.lodged", days),
        ],
    );
    let head = "id,dec,on,not,got,what,lodged\n";
    let row = |row: &str| file(away.path(), "a.csv", format!("{head}{row}\n").as_bytes());
    let said = refused(
        &office,
        &row("1,refused,16.10.2026,26.10.2026,20.11.2026,,13.02.2026"),
    );
    let fault = "row 2, column E: column D";
    assert!(said.err.contains(fault), "{}", said.shown());
    // What a word says of a second field is said there, too.
    let said = refused(&office, &row("1,ta,16.10.2026,,,refugee_status,13.02.2026"));
    let fault = "row 2, column F: column B";
    assert!(said.err.contains(fault), "{}", said.shown());
    assert_eq!(office.ok(&["--json", "list"]).json()["items"], json!([]));
    let done = import(
        &office,
        &row(
            "1,refused,16.10.2026,26.10.2026,26.10.2026,,13.02.2026\n2,ta,16.10.2026,,20.11.2026,temporary_asylum,13.02.2026",
        ),
    );
    assert_eq!(
        (&done["cases"], &done["events"]),
        (&json!(2), &json!(6)),
        "{done}"
    );
}
