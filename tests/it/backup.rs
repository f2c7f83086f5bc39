//! Backups: whole under everything that happens beside, opened by whom they should be, and back as a store.

use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use crate::story::tell;
use crate::support::Office;

/// Words that make a key, as those of a recovery card do.
pub(crate) const CARD: &str = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon \
     abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon art";

/// An office with a case and somebody who opens the store with words.
pub(crate) fn office() -> (Office, String) {
    let office = Office::open();
    let case = tell(&office);
    let made = office.run_with(
        &[
            "--json",
            "key",
            "recover",
            "--no-passphrase",
            "-o",
            "card.age",
        ],
        CARD,
    );
    let recipient = made.json()["recipient"].as_str().unwrap().to_owned();
    std::fs::write(office.home().join("card.txt"), recipient).unwrap();
    office.ok(&["key", "add", "card", "--recipients", "card.txt"]);
    (office, case)
}

/// A folder on another disk; `None` where this machine has no other at hand.
#[expect(clippy::print_stdout, reason = "that it is skipped is said")]
pub(crate) fn other_disk(office: &Office) -> Option<TempDir> {
    let disk = tempfile::tempdir_in("/dev/shm").ok()?;
    let on = |path: &Path| std::fs::metadata(path).unwrap().dev();
    if on(disk.path()) == on(office.home()) {
        println!("no other disk: skipped");
        return None;
    }
    Some(disk)
}

fn case_of(office: &Office, store: &Path, key: &str, case: &str) -> Value {
    let args = ["--store", store.to_str().unwrap(), "--key", key];
    office
        .ok(&[&args[..], &["--json", "show", case]].concat())
        .json()
}

/// What lies beside that should not.
pub(crate) fn left_over(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap();
    let hidden = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with('.')
    };
    entries
        .map(|entry| entry.unwrap().path())
        .filter(hidden)
        .collect()
}

#[test]
fn a_backup_comes_back_whole_by_each_key_that_opened_the_store() {
    let (office, case) = office();
    let made = office
        .ok(&["--json", "backup", "make", "one.nansen"])
        .json();
    assert_eq!(made["opens"], serde_json::json!(["m1", "card"]));
    let checked = office
        .ok(&["--json", "backup", "verify", "one.nansen"])
        .json();
    assert_eq!(checked["ok"], true);
    let before = case_of(&office, &office.store(), "me.age", &case);
    // What is written later is not in it.
    office.ok(&["record", "contact", &case, "--date", "2026-03-01"]);
    for key in ["me.age", "card.age"] {
        let dir = office.home().join(key).with_extension("store");
        let to = dir.to_str().unwrap();
        office.ok(&[
            "--key",
            key,
            "--store",
            to,
            "backup",
            "restore",
            "one.nansen",
        ]);
        assert_eq!(case_of(&office, &dir, key, &case), before);
        let store = ["--key", key, "--store", to];
        let with = |more: &[&str]| office.ok(&[&store[..], more].concat());
        // It goes on as a device of its own.
        with(&["record", "contact", &case, "--date", "2026-03-02"]);
        assert_eq!(with(&["--json", "store", "info"]).json()["streams"], 2);
        with(&["store", "verify"]);
    }
    let status = office.ok(&["--json", "status"]).json();
    assert_eq!(status["last_backup"], "2026-03-04");
    let needs = status["needs"].as_array().unwrap();
    assert!(needs.iter().all(|need| need["id"] != "backup.none"));
    let late = office.on("2026-03-12");
    let status = late.ok(&["--json", "status"]).json();
    let needs = status["needs"].as_array().unwrap();
    assert!(needs.iter().any(|need| need["id"] == "backup.old"));
    let audit = late.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap();
    assert!(items.iter().any(|item| item["what"] == "backup.made"));
    assert!(left_over(late.home()).is_empty());
}

#[test]
fn who_left_opens_older_backups_and_no_newer_one() {
    let (office, case) = office();
    office.ok(&["backup", "make", "old.nansen"]);
    office.ok(&["key", "remove", "card"]);
    office.ok(&["backup", "make", "new.nansen"]);
    let verify = |file| ["--key", "card.age", "backup", "verify", file];
    office.ok(&verify("old.nansen"));
    assert_eq!(office.fails(3, &verify("new.nansen")), "backup.locked");
    // What was erased stays in what was made before, and that is told.
    let gone = office.run_with(
        &[
            "--json",
            "identity",
            "forget",
            &case,
            "--confirm",
            &case,
            "--because",
            "-",
        ],
        "asked",
    );
    assert_eq!(
        gone.json()["backups"],
        serde_json::json!(["2026-03-04", "2026-03-04"])
    );
}

#[test]
fn the_card_is_proved_without_changing_anything_else() {
    let (mut office, case) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    office.ok(&["record", "contact", &case, "--date", "2026-03-01"]);
    let keys = std::fs::read(office.store().join("keys.age")).unwrap();
    let proved = office.run_with(&["--json", "backup", "drill", "one.nansen"], CARD);
    assert_eq!(proved.code, 0, "{}", proved.shown());
    // The note that it was made, and the contact.
    assert_eq!(proved.json()["behind"], 2);
    assert_eq!(
        std::fs::read(office.store().join("keys.age")).unwrap(),
        keys
    );
    assert!(left_over(office.home()).is_empty());
    let status = office.ok(&["--json", "status"]).json();
    assert_eq!(status["last_drill"], "2026-03-04");
    // Only the last backup is the one that matters.
    office.now = "2026-03-05T09:00:00Z".to_owned();
    office.ok(&["backup", "make", "two.nansen"]);
    for (file, last, day) in [
        ("one.nansen", false, "2026-03-04"),
        ("two.nansen", true, "2026-03-05"),
    ] {
        let proved = office
            .run_with(&["--json", "backup", "drill", file], CARD)
            .json();
        assert_eq!(proved["last"], last);
        let status = office.ok(&["--json", "status"]).json();
        assert_eq!(status["last_drill"], day, "{file}");
    }
    // Another card, and a backup of another store.
    let other = CARD.replacen("abandon", "zoo", 1);
    let refused = office.run_with(&["--json", "backup", "drill", "one.nansen"], &other);
    assert_eq!(
        refused.code,
        2,
        "the words do not fit together: {}",
        refused.shown()
    );
    let valid = vec!["zoo"; 23].join(" ") + " vote";
    let refused = office.run_with(&["--json", "backup", "drill", "one.nansen"], &valid);
    assert!(
        refused.code == 3 && refused.err.contains("backup.locked"),
        "{}",
        refused.shown()
    );
    let elsewhere = self::office().0;
    let foreign = elsewhere.home().join("x.nansen");
    let foreign = foreign.to_str().unwrap();
    elsewhere.ok(&["backup", "make", foreign]);
    let refused = office.run_with(&["--json", "backup", "drill", foreign], CARD);
    assert!(
        refused.code == 1 && refused.err.contains("backup.other-store"),
        "{}",
        refused.shown()
    );
}

#[test]
fn nothing_that_exists_is_touched() {
    let (office, _) = office();
    std::fs::write(office.home().join("mine"), "mine").unwrap();
    assert_eq!(office.fails(1, &["backup", "make", "mine"]), "file.exists");
    assert_eq!(std::fs::read(office.home().join("mine")).unwrap(), b"mine");
    office.ok(&["backup", "make", "one.nansen"]);
    let store = office.store();
    let before = std::fs::read(store.join("store.db")).unwrap();
    assert_eq!(
        office.fails(1, &["backup", "restore", "one.nansen"]),
        "store.exists"
    );
    assert_eq!(std::fs::read(store.join("store.db")).unwrap(), before);
    // A folder that is empty holds nothing.
    std::fs::create_dir(office.home().join("empty")).unwrap();
    office.ok(&["--store", "empty", "backup", "restore", "one.nansen"]);
    office.ok(&["--store", "empty", "store", "verify"]);
    assert_eq!(
        office.fails(1, &["--store", "empty", "backup", "restore", "one.nansen"]),
        "store.exists"
    );
    assert_eq!(
        office.fails(1, &["backup", "verify", "nowhere"]),
        "file.absent"
    );
}

#[test]
fn a_damaged_backup_is_found_and_makes_no_store() {
    let (office, _) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    let whole = std::fs::read(office.home().join("one.nansen")).unwrap();
    let bad = office.home().join("bad.nansen");
    let length = whole.len();
    let mut damaged: Vec<Vec<u8>> = [0, 1, 100, length / 2, length - 1]
        .iter()
        .map(|cut| whole[..*cut].to_vec())
        .collect();
    damaged.push([&whole[..], b"x"].concat());
    for at in (0..length).step_by(length / 12) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        damaged.push(flipped);
    }
    for bytes in &damaged {
        std::fs::write(&bad, bytes).unwrap();
        let verified = office.run(&["--json", "backup", "verify", "bad.nansen"]);
        // A flipped stanza can be one for another key.
        assert!(matches!(verified.code, 3 | 4), "{}", verified.shown());
        let restored = office.run(&["--store", "new", "backup", "restore", "bad.nansen"]);
        assert!(matches!(restored.code, 3 | 4), "{}", restored.shown());
        assert!(!office.home().join("new").exists());
    }
    assert!(left_over(office.home()).is_empty());
    println!("{} damaged backups", damaged.len());
}

#[test]
fn a_full_disk_leaves_no_half_backup() {
    let (office, case) = office();
    let blocks = std::fs::metadata(office.store().join("store.db"))
        .unwrap()
        .len()
        / 1024;
    for part in [blocks / 4, blocks / 2] {
        let script =
            format!("ulimit -f {part}; exec \"$0\" --json --no-input backup make one.nansen");
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_nansen")])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .current_dir(office.home())
            .output()
            .unwrap();
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{error}");
        let id = error["error"]["id"].as_str().unwrap();
        assert!(matches!(id, "file.full" | "store.full"), "{error}");
        assert!(!office.home().join("one.nansen").exists());
        assert!(left_over(office.home()).is_empty());
    }
    office.ok(&["record", "contact", &case, "--date", "2026-03-02"]);
    office.ok(&["backup", "make", "one.nansen"]);
}

/// Where a backup cannot be unpacked that is no verdict on it.
#[test]
fn a_backup_that_nowhere_can_be_unpacked_is_not_judged() {
    let (office, _) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    let script = "ulimit -f 20; exec \"$0\" --json --no-input backup verify one.nansen";
    let output = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_nansen")])
        .env("NANSEN_KEY", office.key())
        .env("TMPDIR", office.home())
        .current_dir(office.home())
        .output()
        .unwrap();
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert_eq!(error["error"]["id"], "backup.not-judged", "{error}");
    let told = error["error"]["message"].as_str().unwrap();
    assert!(told.contains(office.home().to_str().unwrap()), "{error}");
    assert!(left_over(office.home()).is_empty());
    office.ok(&["backup", "verify", "one.nansen"]);
}

/// Killed at any moment, a backup is there and whole or not there, and so is a restored store; the store is as it was.
#[test]
fn a_killed_backup_or_restore_leaves_all_or_nothing() {
    let (office, _) = office();
    office.ok(&["backup", "make", "whole.nansen"]);
    let (mut there, mut absent) = (0, 0);
    for round in 0..24_u64 {
        let file = format!("{round}.nansen");
        let dir = format!("{round}.store");
        let restores = round % 2 == 1;
        let args: Vec<&str> = if restores {
            vec!["--store", &dir, "backup", "restore", "whole.nansen"]
        } else {
            vec!["backup", "make", &file]
        };
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .arg("--no-input")
            .args(args)
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .current_dir(office.home())
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 5));
        // It may have ended.
        drop(child.kill());
        child.wait().unwrap();
        let (path, check) = if restores {
            (
                office.home().join(&dir),
                ["--store", &dir, "store", "verify"],
            )
        } else {
            (office.home().join(&file), ["-q", "backup", "verify", &file])
        };
        if path.exists() {
            office.ok(&check);
            there += 1;
        } else {
            absent += 1;
        }
    }
    office.ok(&["store", "verify"]);
    println!("{there} whole, {absent} not there");
    // What the killed ones left goes with the next that writes there.
    office.ok(&["backup", "make", "last.nansen"]);
    assert!(left_over(office.home()).is_empty());
}

/// Backups taken while others write hold the store as it stood after one commit.
#[test]
fn a_backup_made_beside_writers_is_whole() {
    concurrent(6);
}

#[test]
#[ignore = "long: 1000 backups under concurrent writes"]
fn long_a_thousand_backups_made_beside_writers_are_whole() {
    // Each is judged with all that was written until then: in one office the last would take longer than all others.
    for _ in 0..10 {
        concurrent(100);
    }
}

fn concurrent(backups: u32) {
    let (office, case) = office();
    let script = "while \"$0\" -q --no-input record contact \"$1\" --date 2026-03-02; do :; done";
    let mut writer = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_nansen"), &case])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .process_group(0)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut last = 0;
    for _ in 0..backups {
        let made = office
            .ok(&["--json", "backup", "make", "now.nansen"])
            .json();
        let commit = made["commit"].as_u64().unwrap();
        assert!(commit > last, "each knows of the one before");
        last = commit;
        let checked = office
            .ok(&["--json", "backup", "verify", "now.nansen"])
            .json();
        assert_eq!(checked["ok"], true, "{checked}");
        std::fs::remove_file(office.home().join("now.nansen")).unwrap();
    }
    let group = format!("-{}", writer.id());
    let killed = Command::new("kill").args(["-9", "--", &group]).status();
    assert!(killed.unwrap().success());
    writer.wait().unwrap();
    office.ok(&["store", "verify"]);
}

/// Nobody needs this program: any age and any tar give the store back.
#[test]
fn a_backup_is_a_tar_in_an_age_file() {
    let (office, case) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    let sealed = std::fs::read(office.home().join("one.nansen")).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    let words = ["store.db", "keys.age", "ustar", "nansen"];
    let body = String::from_utf8_lossy(&sealed);
    assert!(words.iter().all(|word| !body.contains(word)));
    let key = nansen::vault::read_identity(&office.key(), &mut || {
        Err(nansen::vault::VaultError::NoPassphrase)
    });
    let mut archive = Vec::new();
    let mut opened = nansen::vault::open_stream(&key.unwrap(), &sealed[..]).unwrap();
    std::io::copy(&mut opened, &mut archive).unwrap();
    let dir = office.home().join("by-hand");
    std::fs::create_dir(&dir).unwrap();
    let mut tar = Command::new("tar")
        .args(["-x", "-C", dir.to_str().unwrap()])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    tar.stdin.take().unwrap().write_all(&archive).unwrap();
    assert!(tar.wait().unwrap().success());
    case_of(&office, &dir, "me.age", &case);
}

/// Files of backups made on these days, and the office on the day after.
pub(crate) fn over_days(days: &[&str]) -> Office {
    let (mut office, case) = office();
    for day in days {
        office = office.on(day);
        office.ok(&["record", "contact", &case, "--date", "2026-01-05"]);
        office.ok(&["backup", "make", &format!("{day}.nansen")]);
    }
    office
}

pub(crate) fn backups(office: &Office) -> Vec<String> {
    let entries = std::fs::read_dir(office.home()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".nansen")).collect();
    names.sort();
    names
}

#[test]
fn older_backups_go_by_their_spans_and_nothing_else_does() {
    let days = [
        "2026-03-10",
        "2026-03-20",
        "2026-03-28",
        "2026-03-30",
        "2026-04-01",
    ];
    let office = over_days(&days).on("2026-04-02");
    // What is no backup of this store, whatever its name: another store's, a cut off one, a copy with a byte more, a text, a link.
    let other = self::office().0;
    let foreign = office.home().join("foreign.nansen");
    other.ok(&["backup", "make", foreign.to_str().unwrap()]);
    let whole = std::fs::read(office.home().join("2026-03-20.nansen")).unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(office.home().join(name), bytes).unwrap();
    put("cut.nansen", &whole[..whole.len() - 1]);
    put("more.nansen", &[&whole[..], b"x"].concat());
    put("text.nansen", b"2026-03-20");
    std::os::unix::fs::symlink("2026-03-20.nansen", office.home().join("link.nansen")).unwrap();
    std::fs::create_dir(office.home().join("folder.nansen")).unwrap();
    let before = backups(&office);
    let make = ["--json", "backup", "make", "new.nansen", "--keep", "2d,2m"];
    // Nobody can be asked.
    assert_eq!(office.fails(2, &make[1..]), "args.missing");
    let planned = office.ok(&[&make[..], &["--dry-run"]].concat()).json();
    assert_eq!(backups(&office), before);
    let goes = |planned: &Value| -> Vec<String> {
        let items = planned["items"].as_array().unwrap().iter();
        let going = items.filter(|item| item["goes"] == true);
        going
            .map(|item| item["file"].as_str().unwrap().to_owned())
            .collect()
    };
    let wanted = [
        "2026-03-28.nansen",
        "2026-03-20.nansen",
        "2026-03-10.nansen",
    ];
    assert_eq!(goes(&planned), wanted);
    let made = office.ok(&[&make[..], &["--yes"]].concat()).json();
    assert_eq!(made["removed"], serde_json::json!(wanted));
    let mut left = before;
    left.retain(|name| !wanted.contains(&name.as_str()));
    left.push("new.nansen".to_owned());
    left.sort();
    assert_eq!(backups(&office), left);
    office.ok(&["backup", "verify", "new.nansen"]);
    for bad in ["", "7", "0d", "7y", "7d,7d"] {
        let args = ["backup", "make", "x.nansen", "--yes", "--keep", bad];
        assert_eq!(office.fails(2, &args), "args.spans", "{bad}");
        assert!(!office.home().join("x.nansen").exists());
    }
}

/// Whoever says `--yes` reads which go, too; and a clock that was set back makes no newer one old.
#[test]
fn what_goes_is_shown_and_what_is_dated_later_stays() {
    let days = ["2026-03-10", "2026-03-12", "2026-03-20", "2026-03-28"];
    let office = over_days(&days).on("2026-03-15");
    let make = ["backup", "make", "new.nansen", "--keep", "1d", "--yes"];
    let said = office.ok(&make);
    for gone in ["2026-03-10.nansen", "2026-03-12.nansen"] {
        assert!(said.err.contains(gone), "{}", said.shown());
    }
    let left = ["2026-03-20.nansen", "2026-03-28.nansen", "new.nansen"];
    assert_eq!(backups(&office), left);
}

#[test]
fn a_store_is_not_restored_into_another() {
    let (office, _) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    let before = office.files();
    for within in ["within", "a/b/c"] {
        let to = office.store().join(within);
        let restore = [
            "--store",
            to.to_str().unwrap(),
            "backup",
            "restore",
            "one.nansen",
        ];
        assert_eq!(office.fails(2, &restore), "args.in-store", "{within}");
        assert!(!to.exists());
    }
    assert!(office.files() == before);
    let to = office.home().join("a/b/c");
    office.ok(&[
        "--store",
        to.to_str().unwrap(),
        "backup",
        "restore",
        "one.nansen",
    ]);
}

/// A stick that is locked against writing is judged all the same, and nothing stays of it elsewhere.
#[test]
fn a_backup_is_judged_where_nothing_can_be_written() {
    let mut there = Command::new("strace");
    there.args(["-e", "trace=none", "true"]);
    if !there.output().is_ok_and(|done| done.status.success()) {
        println!("skipped: no tracing here");
        return;
    }
    let (office, _) = office();
    office.ok(&["backup", "make", "one.nansen"]);
    for name in ["stick", "spare"] {
        std::fs::create_dir(office.home().join(name)).unwrap();
    }
    let stick = office.home().join("stick/one.nansen");
    std::fs::rename(office.home().join("one.nansen"), &stick).unwrap();
    let refuse = "inject=mkdir,mkdirat:error=EROFS:when=1";
    let done = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", refuse])
        .arg(env!("CARGO_BIN_EXE_nansen"))
        .args([
            "--no-input",
            "--json",
            "backup",
            "verify",
            "stick/one.nansen",
        ])
        .env("NANSEN_KEY", office.key())
        .env("TMPDIR", office.home().join("spare"))
        .current_dir(office.home())
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let said: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(said["ok"], true);
    for (name, count) in [("stick", 1), ("spare", 0)] {
        let left = std::fs::read_dir(office.home().join(name)).unwrap();
        assert_eq!(left.count(), count, "{name}");
    }
}

#[test]
fn the_backup_that_was_proved_last_stays_and_a_renamed_one_is_known() {
    let office = over_days(&["2026-03-10", "2026-03-20", "2026-03-28"]).on("2026-03-28");
    let proved = office.run_with(&["--json", "backup", "drill", "2026-03-20.nansen"], CARD);
    assert_eq!(proved.code, 0, "{}", proved.shown());
    let at = |name: &str| office.home().join(name);
    std::fs::rename(at("2026-03-10.nansen"), at("holiday.jpg")).unwrap();
    let args = [
        "--json",
        "backup",
        "make",
        "new.nansen",
        "--keep",
        "1d",
        "--yes",
    ];
    let made = office.ok(&args).json();
    let removed = serde_json::json!(["2026-03-28.nansen", "holiday.jpg"]);
    assert_eq!(made["removed"], removed);
    assert_eq!(backups(&office), ["2026-03-20.nansen", "new.nansen"]);
}

#[test]
fn at_a_terminal_what_goes_is_shown_and_asked_for() {
    // At the terminal it is the fourth of March.
    let office = over_days(&["2026-02-10", "2026-02-20"]);
    let make = [
        "--key",
        "me.age",
        "backup",
        "make",
        "new.nansen",
        "--keep",
        "1d",
    ];
    let mut terminal = crate::prompts::Terminal::new(&office, 30, &make);
    terminal.until("Remove these older backups?");
    let shown = terminal.screen.now().contents();
    assert!(
        shown.contains("2026-02-10.nansen") && shown.contains("2026-02-20.nansen"),
        "{shown}"
    );
    terminal.session.send_line("n").unwrap();
    terminal.end();
    assert_eq!(
        backups(&office),
        ["2026-02-10.nansen", "2026-02-20.nansen", "new.nansen"]
    );
    let make = [
        "--key",
        "me.age",
        "backup",
        "make",
        "more.nansen",
        "--keep",
        "1d",
    ];
    let mut terminal = crate::prompts::Terminal::new(&office, 30, &make);
    terminal.until("Remove these older backups?");
    terminal.session.send_line("y").unwrap();
    terminal.end();
    assert_eq!(backups(&office), ["more.nansen"]);
}

/// Killed amid thinning: the new one is there before an older one goes, and what is left is whole.
#[test]
fn a_killed_thinning_leaves_the_new_backup_and_whole_older_ones() {
    let days: Vec<String> = (10..18).map(|day| format!("2026-03-{day}")).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let office = over_days(&days).on("2026-03-28");
    for round in 0..8_u64 {
        let file = format!("new-{round}.nansen");
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args([
                "--no-input",
                "backup",
                "make",
                &file,
                "--keep",
                "1d",
                "--yes",
            ])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("NANSEN_TEST_NOW", &office.now)
            .current_dir(office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(round * 25));
        // It may have ended.
        drop(child.kill());
        child.wait().unwrap();
        let left = backups(&office);
        assert!(!left.is_empty());
        let older = left.iter().filter(|name| name.starts_with("2026")).count();
        let newer = left.iter().any(|name| name.starts_with("new"));
        assert!(newer || older == days.len(), "{left:?}");
        for name in left {
            office.ok(&["-q", "backup", "verify", &name]);
        }
    }
    office.ok(&["store", "verify"]);
}

#[test]
fn a_backup_is_a_file_in_another_place_than_the_store() {
    let (office, _) = office();
    let before = office.files();
    assert_eq!(
        office.fails(2, &["backup", "make", "-"]),
        "args.backup-stdout"
    );
    let within = office.store().join("b.nansen");
    let within = within.to_str().unwrap();
    assert_eq!(
        office.fails(2, &["backup", "make", within]),
        "args.backup-in-store"
    );
    std::os::unix::fs::symlink(office.store(), office.home().join("link")).unwrap();
    assert_eq!(
        office.fails(2, &["backup", "make", "link/b.nansen"]),
        "args.backup-in-store"
    );
    std::fs::remove_file(office.home().join("link")).unwrap();
    assert!(office.files() == before);
    office.ok(&["store", "verify"]);
}
