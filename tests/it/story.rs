//! The story that the program exists for: as a script, and as people read it.

use std::path::Path;
use std::process::Command;

use crate::support::Office;

#[test]
fn the_contract_s_story_runs_unchanged() {
    if Command::new("jq").arg("--version").output().is_err() {
        eprintln!("skipped: no jq here; `.ci/run` installs it");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = Path::new(env!("CARGO_BIN_EXE_nansen")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let home = tempfile::tempdir().unwrap();
    let output = Command::new("bash")
        .arg(root.join("tests/story.sh"))
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("TMPDIR", home.path())
        .env("PATH", format!("{}:{path}", program.display()))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.ends_with("story: as it should be\n"), "{said}");
}

/// Tells the story up to the last refusal; gives the case's number.
pub(crate) fn tell(office: &Office) -> String {
    let case = office.new_case(&[
        "--origin",
        "KP",
        "--jurisdiction",
        "ru",
        "--sex",
        "m",
        "--born",
        "1971",
    ]);
    let record = |event: &str, options: &str| {
        let mut args = vec!["record", event, &case];
        args.extend(options.split(' '));
        office.ok(&args);
    };
    record("application", "--kind temporary_asylum --lodged 2019-02-11");
    record(
        "decision",
        "--outcome refused --basis unfounded --decided 2019-05-06 --notified 2019-05-13",
    );
    record("application", "--kind refugee_status --lodged 2019-08-19");
    record(
        "decision",
        "--outcome refused --basis unfounded --decided 2019-11-18 --notified 2019-11-25",
    );
    record("appeal", "--kind administrative_review --lodged 2019-12-09");
    record(
        "decision",
        "--outcome dismissed --decided 2020-01-20 --notified 2020-01-27",
    );
    record("application", "--kind refugee_status --lodged 2020-09-14");
    record(
        "decision",
        "--outcome refused --basis unfounded --decided 2020-12-14 --notified 2020-12-21",
    );
    record("appeal", "--kind appeal --lodged 2021-02-15");
    record(
        "decision",
        "--outcome dismissed --decided 2021-04-12 --notified 2021-04-19",
    );
    record("application", "--kind temporary_asylum --lodged 2021-06-07");
    record(
        "decision",
        "--outcome refused --basis unfounded --decided 2021-09-06 --notified 2021-09-13",
    );
    case
}

#[test]
fn people_read_the_story() {
    let office = Office::open().on("2021-10-01");
    let case = tell(&office);
    let shown = office.ok(&["--format", "human", "show", &case]).out;
    for words in [
        "A4",
        "subsequent",
        "A2.1",
        "A3.1",
        "dismissed",
        "Wed 13 Oct 2021",
        "in 12 days",
        "complaint (жалоба)",
        "art. 10(3)(1)",
        "Mon 13 Dec 2021",
        "met late",
    ] {
        assert!(shown.contains(words), "no {words:?} in\n{shown}");
    }
    let due = office.ok(&["--format", "human", "due"]).out;
    assert!(due.contains(&case) && due.contains("in 12 days"), "{due}");
    let overdue = due
        .find("OVERDUE")
        .expect("overdue ones stand in a group of their own");
    assert!(overdue < due.find("in 12 days").unwrap(), "{due}");
    // Whoever looks a month later sees that it was missed, and what can still be done.
    let later = office
        .ok(&["--format", "human", "--as-of", "2021-11-15", "due"])
        .out;
    assert!(
        later.contains("still arguable until Mon 13 Dec 2021"),
        "{later}"
    );
}
