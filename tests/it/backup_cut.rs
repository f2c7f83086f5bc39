//! Backups onto another disk that are cut off: they go on, hold one commit, and nothing that was erased stays ready for it.

use std::fs;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::backup::{left_over, office, other_disk};
use crate::support::Office;

/// Enough that writing takes more than one step.
const MEGABYTES: usize = 32;

/// An office with much to write, and a folder on another disk.
struct Far {
    office: Office,
    case: String,
    disk: TempDir,
}

/// `None` where this machine has no other disk at hand.
fn far() -> Option<Far> {
    let (office, case) = office();
    let disk = other_disk(&office)?;
    // Nothing that repeats; no name.
    let mut bytes = vec![0; MEGABYTES << 20];
    noise(&mut bytes);
    fs::write(office.home().join("large"), &bytes).unwrap();
    let add = ["document", "add", &case, "large", "--no-person-in-it"];
    office.ok(&[&add[..], &["--max-size", "40"]].concat());
    fs::remove_file(office.home().join("large")).unwrap();
    Some(Far { office, case, disk })
}

/// Noise that is the same each time.
fn noise(bytes: &mut [u8]) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for eight in bytes.chunks_mut(8) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        eight.copy_from_slice(&state.to_le_bytes()[..eight.len()]);
    }
}

impl Far {
    fn to(&self) -> PathBuf {
        self.disk.path().join("one.nansen")
    }

    /// What lies ready beside the store.
    fn ready(&self) -> PathBuf {
        self.office.store().join("backup.draft")
    }

    fn begin(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--json", "--no-input", "backup", "make"])
            .arg(self.to())
            .env_clear()
            .env("HOME", self.office.home())
            .env("NANSEN_STORE", self.office.store())
            .env("NANSEN_KEY", self.office.key())
            .env("NANSEN_TEST_NOW", &self.office.now)
            .current_dir(self.office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// The half that lies on the other disk.
    fn half(&self) -> Option<PathBuf> {
        left_over(self.disk.path()).pop()
    }

    /// Sends a signal to a backup while it writes onto the other disk.
    fn amid(&self, signal: &str) -> Child {
        for _ in 0..60 {
            let mut child = self.begin();
            let caught = loop {
                let written = self.half().and_then(|half| half.metadata().ok());
                if written.is_some_and(|half| half.len() > 0) {
                    let id = child.id().to_string();
                    let sent = Command::new("kill").args([signal, &id]).status();
                    // It may have ended, or be at its reading.
                    let wrote = self.half().and_then(|half| half.metadata().ok());
                    let length = self.ready().metadata().map_or(0, |ready| ready.len());
                    let amid = wrote.is_some_and(|half| half.len() + 512 < length);
                    break sent.unwrap().success() && amid;
                }
                if child.try_wait().unwrap().is_some() {
                    break false;
                }
            };
            if caught {
                return child;
            }
            drop(child.kill());
            child.wait().unwrap();
            drop(fs::remove_file(self.to()));
            for left in left_over(self.disk.path()) {
                fs::remove_file(left).unwrap();
            }
        }
        panic!("never amid");
    }

    /// Kills one amid its writing; how much of it stands there.
    fn cut_off(&self) -> u64 {
        let mut child = self.amid("-9");
        child.wait().unwrap();
        assert!(self.ready().exists() && !self.to().exists());
        let seen = self.ready().metadata().unwrap();
        assert_eq!(seen.mode() & 0o7777, 0o600);
        self.half().unwrap().metadata().unwrap().len()
    }

    fn make(&self) -> Value {
        let to = self.to();
        let said = self
            .office
            .ok(&["--json", "backup", "make", to.to_str().unwrap()]);
        self.is_whole();
        said.json()
    }

    /// The backup opens, and nothing is left of the way to it.
    fn is_whole(&self) {
        let to = self.to();
        let checked = ["--json", "backup", "verify", to.to_str().unwrap()];
        assert_eq!(self.office.ok(&checked).json()["ok"], true);
        assert!(!self.ready().exists());
        assert!(self.half().is_none());
    }

    fn asks(&self) -> bool {
        let status = self.office.ok(&["--json", "status"]).json();
        let needs = status["needs"].as_array().unwrap();
        needs.iter().any(|need| need["id"] == "backup.cut-off")
    }
}

#[test]
fn killed_amid_its_writing_it_goes_on_and_opens() {
    let Some(far) = far() else { return };
    assert!(!far.asks());
    let stood = far.cut_off();
    assert!(far.asks());
    // Nothing of it is taken for a stranger, and nothing is open to others.
    let checked = far.office.ok(&["--json", "store", "verify"]).json();
    let findings = checked["findings"].as_array().unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    let made = far.make();
    assert_eq!(made["went_on_at"], stood);
    assert_eq!(made["behind"], 0);
    assert!(!far.asks());
    // Not cut off it is written from the first byte.
    fs::remove_file(far.to()).unwrap();
    assert_eq!(far.make()["went_on_at"], Value::Null);
}

#[test]
fn it_goes_on_behind_what_is_the_same_and_never_joins_two_copies() {
    let Some(far) = far() else { return };
    let change = |path: &Path, at: u64| {
        let mut options = fs::OpenOptions::new();
        let file = options.read(true).write(true).open(path).unwrap();
        let mut byte = [0];
        file.read_exact_at(&mut byte, at).unwrap();
        file.write_all_at(&[byte[0] ^ 1], at).unwrap();
    };
    // A half that was changed, also where a page never reached the disk.
    far.cut_off();
    change(&far.half().unwrap(), 1_000_000);
    assert_eq!(far.make()["went_on_at"], 1_000_000);
    fs::remove_file(far.to()).unwrap();
    far.cut_off();
    change(&far.half().unwrap(), 0);
    assert_eq!(far.make()["went_on_at"], Value::Null);
    fs::remove_file(far.to()).unwrap();
    // What lies ready is not what was put there: it is not gone on with.
    for at in [0, 100, 511] {
        far.cut_off();
        change(&far.ready(), at);
        assert!(!far.asks());
        assert_eq!(far.make()["went_on_at"], Value::Null);
        fs::remove_file(far.to()).unwrap();
    }
    // Or something within it is, which is found when it is read again.
    far.cut_off();
    let length = far.ready().metadata().unwrap().len();
    change(&far.ready(), length - 100);
    let to = far.to();
    let make = ["backup", "make", to.to_str().unwrap()];
    assert_eq!(far.office.fails(4, &make), "backup.damaged");
    assert!(!far.to().exists() && far.half().is_none() && !far.ready().exists());
    assert_eq!(far.make()["went_on_at"], Value::Null);
}

#[test]
fn it_holds_one_commit_however_the_store_goes_on() {
    let Some(far) = far() else { return };
    far.cut_off();
    let contact = ["record", "contact", &far.case, "--date", "2026-03-01"];
    far.office.ok(&contact);
    let made = far.make();
    assert!(made["went_on_at"].is_u64());
    assert_eq!(made["behind"], 1);
    let restored = far.office.home().join("restored");
    let to = far.to();
    let restore = ["backup", "restore", to.to_str().unwrap()];
    let place = ["--store", restored.to_str().unwrap()];
    far.office.ok(&[&place[..], &restore].concat());
    let contacts = |store: &[&str]| {
        let show = [store, &["--json", "show", &far.case]].concat();
        far.office
            .ok(&show)
            .json()
            .to_string()
            .matches("2026-03-01")
            .count()
    };
    assert!(contacts(&place) < contacts(&[]));
    // Into another folder a new one is made.
    fs::remove_file(far.to()).unwrap();
    far.cut_off();
    let other = tempfile::tempdir_in("/dev/shm").unwrap();
    let elsewhere = other.path().join("two.nansen");
    let make = ["--json", "backup", "make", elsewhere.to_str().unwrap()];
    let made = far.office.ok(&make).json();
    assert_eq!(made["went_on_at"], Value::Null);
    assert!(!far.ready().exists());
}

#[test]
fn nothing_that_was_erased_stays_ready_nor_a_key_nor_a_day() {
    let Some(mut far) = far() else { return };
    // Another case, which goes; its day is that of the half.
    let other = crate::story::tell(&far.office);
    far.cut_off();
    let held = fs::File::open(far.ready()).unwrap();
    let opens = || {
        let mut begin = [0; 21];
        held.read_exact_at(&mut begin, 512).unwrap();
        &begin == b"age-encryption.org/v1"
    };
    assert!(opens());
    let forget = ["--json", "identity", "forget", &other, "--confirm", &other];
    let forget = [&forget[..], &["--because", "-"]].concat();
    let gone = far.office.run_with(&forget, "asked").json();
    let days = gone["backups"].as_array().unwrap();
    assert_eq!(days.last().unwrap(), "2026-03-04");
    assert!(!far.ready().exists() && !far.asks());
    // Nor does its name alone go: what opens it was overwritten.
    assert!(!opens());
    assert_eq!(far.make()["went_on_at"], Value::Null);
    fs::remove_file(far.to()).unwrap();
    for change in [&["key", "remove", "card"][..], &["key", "rotate"]] {
        far.cut_off();
        far.office.ok(change);
        assert!(!far.ready().exists(), "{change:?}");
        assert_eq!(far.make()["went_on_at"], Value::Null);
        fs::remove_file(far.to()).unwrap();
    }
    // A day later it goes with the next that is written; a clock that was put back keeps nothing either.
    for now in ["2026-03-05T09:00:01Z", "2026-03-03T09:00:00Z"] {
        far.office.now = crate::support::NOW.to_owned();
        far.cut_off();
        far.office.now = now.to_owned();
        let contact = ["record", "contact", &far.case, "--date", "2026-03-01"];
        far.office.ok(&contact);
        assert!(!far.ready().exists() && !far.asks(), "{now}");
    }
}

#[test]
fn others_write_while_it_writes_and_what_they_erase_is_in_no_later_backup() {
    let Some(far) = far() else { return };
    let other = crate::story::tell(&far.office);
    let mut child = far.amid("-STOP");
    // It stands still and nobody waits for it.
    let contact = ["record", "contact", &far.case, "--date", "2026-03-01"];
    far.office.ok(&contact);
    assert!(far.ready().exists());
    let second = far.disk.path().join("two.nansen");
    far.office.ok(&["backup", "make", second.to_str().unwrap()]);
    assert!(far.ready().exists(), "it is the other's");
    let forget = ["identity", "forget", &other, "--confirm", &other];
    let forget = [&forget[..], &["--because", "-"]].concat();
    assert_eq!(far.office.run_with(&forget, "asked").code, 0);
    assert!(!far.ready().exists());
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-CONT", &id]).status();
    assert!(sent.unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut said).unwrap();
    assert!(said.contains("backup.overtaken"), "{said}");
    assert!(!far.to().exists() && far.half().is_none());
    far.make();
}

/// Runs a script where it may mount small disks of its own; `None` where this machine lets nobody.
#[expect(clippy::print_stdout, reason = "that it is skipped is said")]
fn on_small_disks(office: &Office, script: &str) -> Option<String> {
    let may = Command::new("unshare")
        .args(["-r", "-m", "mount", "-t", "tmpfs", "none", "/mnt"])
        .output();
    if !may.is_ok_and(|output| output.status.success()) {
        println!("no disks of our own: skipped");
        return None;
    }
    let output = Command::new("unshare")
        .args(["-r", "-m", "bash", "-euc", script])
        .env("NANSEN", env!("CARGO_BIN_EXE_nansen"))
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_NOW", &office.now)
        .current_dir(office.home())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(output.status.success(), "{said}");
    Some(said)
}

#[test]
fn on_a_full_disk_there_or_here_it_is_refused_first_or_made_without_the_second_copy() {
    let Some(far) = far() else { return };
    fs::create_dir_all(far.office.home().join("stick")).unwrap();
    // Where it takes no more amid its writing nothing is left.
    let most = far.cut_off() / 1024 + 1;
    let script = format!("ulimit -f {most}; exec \"$0\" --json --no-input backup make \"$1\"");
    let output = Command::new("bash")
        .args(["-c", &script, env!("CARGO_BIN_EXE_nansen")])
        .arg(far.to())
        .env("NANSEN_STORE", far.office.store())
        .env("NANSEN_KEY", far.office.key())
        .env("NANSEN_TEST_NOW", &far.office.now)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(1) && said.contains("file.full"),
        "{said}"
    );
    assert!(!far.to().exists() && far.half().is_none() && !far.ready().exists());
    // Else it is said before anything is written.
    let script = "mount -t tmpfs -o size=20m none stick
        ! $NANSEN --json --no-input backup make stick/one.nansen
        ls -A stick store";
    let Some(said) = on_small_disks(&far.office, script) else {
        return;
    };
    assert!(said.contains("file.full"), "{said}");
    assert!(
        !said.contains("draft") && !said.contains("one.nansen"),
        "{said}"
    );
    // Here: the store's disk takes no second copy. It is said, and the backup is whole.
    let script = "mkdir disk; mount -t tmpfs -o size=60m none disk; cp -r store disk/store
        export NANSEN_STORE=disk/store
        $NANSEN --json --no-input backup make one.nansen
        ls -A disk/store
        $NANSEN --no-input -q backup verify one.nansen";
    let said = on_small_disks(&far.office, script).unwrap();
    assert!(said.contains("takes no second copy"), "{said}");
    assert!(!said.contains("backup.draft"), "{said}");
}

/// The room beside a backup is not its fault.
#[test]
fn a_backup_on_a_full_disk_is_judged_elsewhere() {
    let Some(far) = far() else { return };
    let script = "$NANSEN --no-input -q backup make one.nansen
        size=$(( $(stat -c %s one.nansen) / 1024 + 400 ))
        mkdir stick; mount -t tmpfs -o size=${size}k none stick
        cp one.nansen stick
        $NANSEN --no-input --json backup verify stick/one.nansen
        ls -A stick";
    let Some(said) = on_small_disks(&far.office, script) else {
        return;
    };
    assert!(said.contains("\"ok\":true"), "{said}");
    assert_eq!(said.lines().last(), Some("one.nansen"), "{said}");
}

/// A disk that became read-only lets a backup through, and a copy; what has to be written down first is told of both.
#[test]
fn off_a_disk_for_reading_only_there_is_a_way_out() {
    let Some(far) = far() else { return };
    let script = "mkdir disk; mount -t tmpfs none disk; cp -r store disk/store
        mount -o remount,ro disk
        export NANSEN_STORE=disk/store
        ! $NANSEN --json --no-input backup make one.nansen
        $NANSEN --no-input --json backup verify one.nansen
        ! $NANSEN --json --no-input export ics -o office.ics
        cp -r disk/store copy
        $NANSEN --store copy --no-input --json store verify";
    let Some(said) = on_small_disks(&far.office, script) else {
        return;
    };
    assert!(said.contains("\"backup.not-noted\""), "{said}");
    assert_eq!(said.matches("\"ok\":true").count(), 2, "{said}");
    assert!(said.contains("\"store.read-only\""), "{said}");
    assert!(said.contains("`nansen backup make` goes on"), "{said}");
    // It holds what the store held.
    let restored = ["--store", "back", "backup", "restore", "one.nansen"];
    far.office.ok(&restored);
    let list = |store: &str| {
        let said = far.office.ok(&["--store", store, "--json", "list"]);
        said.json()["items"].clone()
    };
    assert_eq!(list("back"), list("store"));
}
