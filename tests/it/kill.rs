//! A writer killed at random moments loses nothing that it acknowledged.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

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
        let moment = Duration::from_millis(u64::from(round * 37 % 60));
        std::thread::sleep(moment);
        let group = i32::try_from(child.id()).unwrap();
        let killed = Command::new("kill")
            .args(["-9", "--", &format!("-{group}")])
            .status()
            .unwrap();
        assert!(killed.success());
        child.wait().unwrap();
        acknowledged += BufReader::new(child.stdout.take().unwrap()).lines().count();
    }
    let shown = office.ok(&["--json", "show", &case]).json();
    let kept = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "contact")
        .count();
    assert!(
        kept >= acknowledged,
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

#[test]
#[ignore = "long: 500 kills"]
fn long_five_hundred_killed_writers_lose_nothing_acknowledged() {
    let acknowledged = kill_writers(500);
    assert!(acknowledged > 0, "the writers were never let to write");
    println!("500 kills, {acknowledged} events acknowledged, none lost");
}
