//! Where a result cannot go: refused before anything is done, or told apart from what failed.

use std::fs::{File, OpenOptions};
use std::process::Command;

use serde_json::Value;

use crate::support::{NOW, Office};

const NEW: [&str; 5] = ["new", "--origin", "KP", "--jurisdiction", "ru"];

fn events(office: &Office) -> Value {
    office.ok(&["--json", "store", "info"]).json()["events"].clone()
}

#[test]
fn an_output_that_cannot_be_is_refused_before_anything_is_done() {
    let office = Office::open();
    let case = office.new_case(&NEW[1..]);
    std::fs::write(office.home().join("mine.json"), "mine").unwrap();
    let line = r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru"}"#;
    let before = (events(&office), office.files());
    for place in ["mine.json", "absent/out.json", "mine.json/out.json", "."] {
        let output = ["-o", place];
        for command in [
            &NEW[..],
            &["record", "contact", &case, "--date", "2026-03-02"],
            &["close", &case, "--reason", "other"],
            &["undo"],
            &["stats", "release", "--to", "report"],
            &["key", "passphrase", "--passphrase-fd", "0"],
            &["list"],
        ] {
            office.fails(1, &[command, &output].concat());
        }
        let said = office.run_with(&[&["import", "-"][..], &output].concat(), line);
        assert_eq!(said.code, 1, "{place}: {}", said.shown());
        let lines = format!("{line}\nnot json");
        let said = office.run_with(&["import", "-", "--skip-bad", place], &lines);
        assert_eq!(said.code, 1, "{place}: {}", said.shown());
    }
    assert_eq!(before, (events(&office), office.files()));
}

/// Runs a command whose result meets a full disk; gives the id of the error.
pub(crate) fn to_a_full_disk(office: &Office, args: &[&str]) -> String {
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_nansen"))
        .args(["--no-input", "--json"])
        .args(args)
        .env("HOME", office.home())
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", NOW)
        .current_dir(office.home())
        .stdin(File::open("/dev/null").unwrap())
        .stdout(full)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {told}");
    let error: Value = serde_json::from_str(told.lines().last().unwrap()).unwrap();
    error["error"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_done_and_cannot_be_shown_is_told_apart() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let office = Office::open();
    assert_eq!(to_a_full_disk(&office, &["list"]), "file.full");
    assert_eq!(to_a_full_disk(&office, &NEW), "result.not-shown");
    let list = office.ok(&["--json", "list"]).json();
    let case = list["items"][0]["case"].as_str().unwrap();
    let contact = ["record", "contact", case, "--date", "2026-03-02"];
    assert_eq!(to_a_full_disk(&office, &contact), "result.not-shown");
    let key = office.home().join("second.age");
    let path = key.to_str().unwrap();
    let generate = ["key", "generate", "--no-passphrase", "-o", path];
    assert_eq!(to_a_full_disk(&office, &generate), "result.not-shown");
    assert!(key.exists());
    let kinds = office.ok(&["--json", "show", case]).out;
    assert!(kinds.contains("\"contact\""), "{kinds}");
}
