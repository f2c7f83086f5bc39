//! A writer killed at random moments loses nothing that it acknowledged.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::support::Office;

/// Kills writers `kills` times; gives how many events they had acknowledged.
fn kill_writers(kills: u32) -> usize {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let program = env!("CARGO_BIN_EXE_nansen");
    let mut acknowledged = 0;
    for round in 0..kills {
        // One process records and acknowledges; the shell goes on with the next until it is killed.
        let script = format!(
            "while {program} --no-input record contact {case} --date 2026-01-05 >/dev/null; do echo done; done"
        );
        let mut child = Command::new("bash")
            .args(["-c", &script])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .process_group_0()
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        if round % 5 == 0 {
            // However slow the machine, some are let to write.
            said.next().unwrap().unwrap();
            acknowledged += 1;
        }
        let moment = Duration::from_millis(u64::from(round * 37 % 60));
        std::thread::sleep(moment);
        let group = i32::try_from(child.id()).unwrap();
        let killed = Command::new("kill")
            .args(["-9", "--", &format!("-{group}")])
            .status()
            .unwrap();
        assert!(killed.success());
        child.wait().unwrap();
        acknowledged += said.count();
    }
    let shown = office.ok(&["--json", "show", &case]).json();
    let kept = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "contact")
        .count();
    // Each kill may meet one that was written and not yet acknowledged.
    let most = acknowledged + usize::try_from(kills).unwrap();
    assert!(
        (acknowledged..=most).contains(&kept),
        "{acknowledged} acknowledged, {kept} kept"
    );
    office.ok(&["store", "verify"]);
    acknowledged
}

/// Its own process group, so that the shell and its child die together.
trait Group {
    fn process_group_0(&mut self) -> &mut Self;
}

impl Group for Command {
    fn process_group_0(&mut self) -> &mut Self {
        use std::os::unix::process::CommandExt as _;
        self.process_group(0)
    }
}

#[test]
fn a_killed_writer_loses_nothing_acknowledged() {
    kill_writers(25);
}

/// Each sync of a command in turn fails, alone or with all that follow: exit 0 means that the entry is there, an
/// error that it is not, unless it says that nobody knows.
#[test]
fn a_failed_sync_is_told_as_what_it_did() {
    let traced = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    if !traced.is_ok_and(|output| output.status.success()) {
        println!("skipped: no tracing here");
        return;
    }
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let events = || {
        let info = office.ok(&["--json", "store", "info"]).json();
        info["events"].as_u64().unwrap()
    };
    let mut told = BTreeSet::new();
    let database =
        (1..=9).flat_map(|nth| [format!("fsync:when={nth}"), format!("fsync:when={nth}+")]);
    // The head's own; strace counts each call by itself.
    let head = [1, 2, 3].map(|nth| format!("fdatasync:when={nth}+"));
    for which in database.chain(head) {
        let before = events();
        let output = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-e"])
            .arg(format!("inject={which}:error=EIO"))
            .args([env!("CARGO_BIN_EXE_nansen"), "--json", "--no-input"])
            .args(["record", "contact", &case, "--date", "2026-01-05"])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("HOME", office.home())
            .output()
            .unwrap();
        let there = events() - before;
        let said = String::from_utf8_lossy(&output.stderr);
        let error = said.lines().last().unwrap_or_default();
        if let Ok(error) = serde_json::from_str::<Value>(error) {
            let id = error["error"]["id"].as_str().unwrap().to_owned();
            assert!(there == 0 || id == "store.unsure", "{which}: {said}");
            assert_eq!(output.status.code(), Some(1));
            told.insert(id);
        } else {
            assert!(there == 1 && output.status.success(), "{which}: {said}");
            told.insert(error.split(':').next().unwrap().to_owned());
        }
    }
    // Done, done with a warning, and the three ways to fail.
    let wanted = [
        "",
        "file.failed",
        "store.not-written",
        "store.unsure",
        "warning",
    ];
    assert_eq!(told, wanted.map(str::to_owned).into());
    office.ok(&["store", "verify"]);
}

#[test]
#[ignore = "long: 500 kills"]
fn long_five_hundred_killed_writers_lose_nothing_acknowledged() {
    let acknowledged = kill_writers(500);
    println!("500 kills, {acknowledged} events acknowledged, none lost");
}
