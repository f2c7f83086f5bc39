//! What `store verify` finds, and how the program tells one lock from another.

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use nansen::base::secret::SecretString;
use nansen::vault::{Identity, Recipient, VaultError, open_keys, read_identity, seal_keys};

use crate::story::tell;
use crate::support::Office;

const FILES: [&str; 3] = ["store.db", "head", "keys.age"];

/// A store with a story in it.
fn filled() -> Office {
    let office = Office::open();
    tell(&office);
    office
}

fn findings(office: &Office) -> (i32, Vec<String>) {
    let said = office.run(&["--json", "store", "verify"]);
    if said.out.is_empty() {
        return (said.code, Vec::new());
    }
    let found = said.json()["findings"].clone();
    let ids = found.as_array().unwrap().iter().map(|f| {
        assert_ne!(f["id"], f["message"], "it has no words");
        f["id"].as_str().unwrap().to_owned()
    });
    (said.code, ids.collect())
}

/// Flips one bit, judges, and puts it back.
fn flipped(office: &Office, name: &str, at: usize) -> (i32, Vec<String>) {
    let path = office.store().join(name);
    let good = std::fs::read(&path).unwrap();
    let mut bad = good.clone();
    bad[at] ^= 1 << (at % 8);
    std::fs::write(&path, &bad).unwrap();
    let found = findings(office);
    std::fs::write(&path, &good).unwrap();
    found
}

#[test]
fn one_flipped_byte_anywhere_is_found() {
    let office = filled();
    assert_eq!(findings(&office), (0, Vec::new()));
    for (name, stride) in [("store.db", 4999), ("head", 211), ("keys.age", 23)] {
        let length = std::fs::read(office.store().join(name)).unwrap().len();
        for at in (0..length).step_by(stride) {
            let (code, found) = flipped(&office, name, at);
            let slot = name == "head" && (at < 512 || (4096..4608).contains(&at));
            match name {
                "keys.age" => assert!(matches!(code, 3 | 4), "{name} {at}: {code} {found:?}"),
                // One bad slot is named and does no harm: the other one holds.
                _ if slot => assert_eq!((code, found), (0, vec!["head-slot".to_owned()]), "{at}"),
                _ => assert_eq!(code, 4, "{name} {at}: {found:?}"),
            }
        }
    }
    assert_eq!(findings(&office), (0, Vec::new()));
}

#[test]
fn an_older_database_is_found() {
    let office = filled();
    let path = office.store().join("store.db");
    let older = std::fs::read(&path).unwrap();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&["record", "contact", &case, "--date", "2026-03-02"]);
    let newer = std::fs::read(&path).unwrap();
    std::fs::write(&path, &older).unwrap();
    assert_eq!(findings(&office).0, 4);
    office.fails(4, &["list"]);

    // A single older page put back into the newer file.
    let mut pages = 0;
    for (page, bytes) in older.chunks(4096).enumerate() {
        let place = page * 4096..page * 4096 + bytes.len();
        if newer[place.clone()] == *bytes {
            continue;
        }
        let mut mixed = newer.clone();
        mixed[place].copy_from_slice(bytes);
        std::fs::write(&path, &mixed).unwrap();
        assert_eq!(findings(&office).0, 4, "page {page}");
        pages += 1;
    }
    assert!(pages > 2, "{pages} pages differ");
    std::fs::write(&path, &newer).unwrap();
    assert_eq!(findings(&office), (0, Vec::new()));
}

/// An older head loses nothing, and tells that somebody was at the folder: until something is written, and
/// loudly then, it stays to be seen.
#[test]
fn an_older_head_is_told_until_it_is_mended() {
    let office = filled();
    let path = office.store().join("head");
    let older = std::fs::read(&path).unwrap();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let contact = ["record", "contact", &case, "--date", "2026-03-02"];
    for _ in 0..2 {
        assert_eq!(office.ok(&contact).err, "");
    }
    std::fs::write(&path, &older).unwrap();
    for _ in 0..2 {
        assert_eq!(findings(&office), (4, vec!["head-older".to_owned()]));
        assert!(office.ok(&["list"]).err.starts_with("warning: "));
        let status = office.ok(&["--json", "status"]);
        assert_eq!(status.err, "");
        let needs = status.json()["needs"].to_string();
        assert!(needs.contains("head.older"), "{needs}");
    }
    let warned = office.ok(&contact).err;
    assert!(warned.contains("older head"), "{warned}");
    assert_eq!(findings(&office), (0, Vec::new()));
    assert_eq!(office.ok(&contact).err, "");
}

/// A slot that a power cut tore is good again after a look, and somebody was told.
#[test]
fn a_bad_slot_is_told_by_whoever_mends_it() {
    let office = filled();
    let path = office.store().join("head");
    let good = std::fs::read(&path).unwrap();
    for slot in [0, 4096] {
        let mut torn = good.clone();
        torn[slot + 100] ^= 1;
        std::fs::write(&path, &torn).unwrap();
        let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
        assert!(needs.contains("head.slot"), "{needs}");
        std::fs::write(&path, &torn).unwrap();
        let warned = office.ok(&["list"]).err;
        assert!(warned.contains("slots of the store's head"), "{warned}");
    }
}

/// Where nothing can be written, what is there can be read, also with a head that lags behind.
#[test]
fn a_full_disk_keeps_nobody_from_reading() {
    let office = filled();
    let path = office.store().join("head");
    let behind = std::fs::read(&path).unwrap();
    office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    std::fs::write(&path, &behind).unwrap();
    let list = "ulimit -f 0; exec \"$0\" --no-input list";
    let output = Command::new("bash")
        .args(["-c", list, env!("CARGO_BIN_EXE_nansen")])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .output()
        .unwrap();
    let warned = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{warned}");
    assert!(warned.contains("could not follow"), "{warned}");
    assert_eq!(findings(&office), (0, Vec::new()));
    assert_eq!(office.ok(&["list"]).err, "");
}

#[test]
fn a_file_cut_or_lengthened_is_found() {
    let office = filled();
    for name in FILES {
        let path = office.store().join(name);
        let good = std::fs::read(&path).unwrap();
        let longer = [good.as_slice(), &[0]].concat();
        for bad in [
            &good[..good.len() - 1],
            &good[..good.len() / 2],
            longer.as_slice(),
        ] {
            std::fs::write(&path, bad).unwrap();
            let (code, found) = findings(&office);
            // Where age's file is cut decides whether it is for nobody or damaged.
            let noticed = code == 4 || (name == "keys.age" && code == 3);
            assert!(
                noticed,
                "{name}, {} of {}: {code} {found:?}",
                bad.len(),
                good.len()
            );
        }
        std::fs::write(&path, &good).unwrap();
    }
    assert_eq!(findings(&office), (0, Vec::new()));
}

#[test]
fn four_faults_four_messages() {
    let office = filled();
    let stranger = Office::open();
    let wrong = office.fails(3, &["--key", stranger.key().to_str().unwrap(), "list"]);

    let keys = office.store().join("keys.age");
    let good = std::fs::read(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    let missing = office.fails(1, &["list"]);

    // A store of a format to come: refused by its number, and left as it is.
    let mut never = || -> Result<SecretString, VaultError> { panic!("the key has no passphrase") };
    let identity: Identity = read_identity(&office.key(), &mut never).unwrap();
    let mut newer = open_keys(&good, &identity).unwrap();
    newer.format += 1;
    let recipients: [Recipient; 1] = [identity.recipient()];
    std::fs::write(&keys, seal_keys(&newer, &recipients).unwrap()).unwrap();
    let before = office.files();
    let format = office.fails(1, &["list"]);
    office.fails(1, &["new", "--origin", "KP", "--jurisdiction", "ru"]);
    assert!(office.files() == before, "a newer store was touched");
    std::fs::write(&keys, &good).unwrap();

    let database = office.store().join("store.db");
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&database, &bytes).unwrap();
    let damaged = office.fails(4, &["list"]);
    let ids = std::collections::BTreeSet::from([wrong, missing, format, damaged]);
    assert_eq!(ids.len(), 4, "{ids:?}");
}

/// Starts a program without root's rights, which nothing would stop.
fn unprivileged_program(program: &Path) -> Command {
    let mut command = Command::new(program);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

/// Runs a command so; gives its exit code and the id of its error.
fn unprivileged(office: &Office, args: &[&str]) -> (i32, String) {
    let output = unprivileged_program(&nobodys(office))
        .args(["--no-input", "--json"])
        .args(args)
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("HOME", office.home())
        .output()
        .unwrap();
    let error: Option<serde_json::Value> = serde_json::from_slice(&output.stderr).ok();
    let id = error.map(|e| e["error"]["id"].as_str().unwrap().to_owned());
    (output.status.code().unwrap(), id.unwrap_or_default())
}

const NOBODY: u32 = 65534;

/// The program where anybody may start it, and the home as theirs.
fn nobodys(office: &Office) -> PathBuf {
    let program = office.home().join("nansen");
    if !program.exists() {
        std::fs::copy(env!("CARGO_BIN_EXE_nansen"), &program).unwrap();
    }
    if rustix::process::geteuid().is_root() {
        let files = office.files().into_iter().map(|(path, _)| path);
        for path in files.chain([office.home().to_owned(), office.store()]) {
            std::os::unix::fs::chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    program
}

/// What may not be read is not damaged, and a folder that may not be looked into is not empty.
#[test]
fn what_may_not_be_read_is_told_as_that() {
    let office = Office::open();
    nobodys(&office);
    let verify = ["store", "verify"];
    assert_eq!(unprivileged(&office, &verify), (0, String::new()));
    let places = FILES.map(|name| office.store().join(name));
    for place in places.into_iter().chain([office.store()]) {
        let rights = std::fs::metadata(&place).unwrap().permissions();
        std::fs::set_permissions(&place, Permissions::from_mode(0o000)).unwrap();
        for args in [["store", "verify"].as_slice(), &["list"]] {
            let told = unprivileged(&office, args);
            assert_eq!(told, (1, "store.unreadable".to_owned()), "{place:?}");
        }
        std::fs::set_permissions(&place, rights).unwrap();
    }
    assert_eq!(unprivileged(&office, &verify), (0, String::new()));
}

#[test]
fn two_writers_wait_for_each_other() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let program = env!("CARGO_BIN_EXE_nansen");
    let writers: Vec<_> = (0..6)
        .map(|_| {
            Command::new(program)
                .args([
                    "--no-input",
                    "record",
                    "contact",
                    &case,
                    "--date",
                    "2026-03-02",
                ])
                .env("NANSEN_STORE", office.store())
                .env("NANSEN_KEY", office.key())
                .env("NANSEN_TEST_NOW", crate::support::NOW)
                .output_later()
        })
        .collect();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let shown = office.ok(&["--json", "show", &case]).json();
    let kept = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "contact")
        .count();
    assert_eq!(kept, 6);
    office.ok(&["store", "verify"]);
}

trait Later {
    fn output_later(&mut self) -> std::process::Child;
}

impl Later for Command {
    fn output_later(&mut self) -> std::process::Child {
        use std::process::Stdio;
        self.stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

/// A disk that is full: what was acknowledged stays, and the store opens again once there is room.
#[test]
fn a_full_disk_loses_nothing_acknowledged() {
    let office = filled();
    let case = office.ok(&["--json", "list"]).json()["items"][0]["case"]
        .as_str()
        .unwrap()
        .to_owned();
    let before = office.ok(&["--json", "store", "info"]).json()["events"]
        .as_u64()
        .unwrap();
    let size = std::fs::metadata(office.store().join("store.db"))
        .unwrap()
        .len()
        / 1024
        + 1;
    // No file may grow beyond what the database has now.
    let script = format!(
        "ulimit -f {size}; for i in $(seq 40); do \"$0\" --json --no-input record contact {case} --date 2026-03-02 || exit $?; echo done; done"
    );
    let output = Command::new("bash")
        .args(["-c", &script, env!("CARGO_BIN_EXE_nansen")])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .output()
        .unwrap();
    assert!(!output.status.success(), "the disk never filled");
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["id"], "store.full", "{error}");
    let acknowledged = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter(|l| *l == "done")
        .count();
    let after = office.ok(&["--json", "store", "info"]).json()["events"]
        .as_u64()
        .unwrap();
    assert_eq!(usize::try_from(after - before).unwrap(), acknowledged);
    office.ok(&["store", "verify"]);
    office.ok(&["record", "contact", &case, "--date", "2026-03-02"]);
}

/// On a full disk an import is there whole or not at all, and so is a store that comes back from a backup.
#[test]
fn a_full_disk_leaves_old_or_new_of_an_import_and_of_a_restore() {
    let office = Office::open();
    let blocks = std::fs::metadata(office.store().join("store.db"))
        .unwrap()
        .len()
        / 1024;
    let case =
        r#"{"type":"case","case":"r","origin":"SY","jurisdiction":"ru","opened":"2019-05-04"}"#;
    let text = "so it was told. ".repeat(60);
    let note = format!("{{\"type\":\"note\",\"case\":\"r\",\"text\":\"{text}\"}}");
    let lines = [vec![case], vec![&*note; 400]].concat().join("\n");
    std::fs::write(office.home().join("many.jsonl"), lines).unwrap();
    let events = || office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let before = events();
    let fails = |line: &[&str], blocks: u64| {
        let output = crate::between::bare(&office, line, Some(blocks))
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(
            error.contains("file.full") || error.contains("store.full"),
            "{error}"
        );
        assert!(crate::backup::left_over(office.home()).is_empty());
    };
    let import = ["import", "many.jsonl"];
    for part in [blocks, blocks + 200] {
        fails(&import, part);
        assert_eq!(events(), before);
    }
    office.ok(&["store", "verify"]);
    office.ok(&import);
    assert_ne!(events(), before);
    office.ok(&["backup", "make", "one.nansen"]);
    let restore = ["--store", "new", "backup", "restore", "one.nansen"];
    let blocks = std::fs::metadata(office.store().join("store.db"))
        .unwrap()
        .len()
        / 1024;
    for part in [4, blocks / 4, blocks - 8] {
        fails(&restore, part);
        assert!(!office.home().join("new").exists(), "{part}");
    }
    office.ok(&restore);
    let back = ["--store", "new", "store", "verify"];
    office.ok(&back);
}

/// Neither a core file nor a look from outside: the limits are set before anything secret is read.
#[test]
fn the_process_keeps_to_itself() {
    if !Path::new("/proc/self/limits").exists() {
        return;
    }
    let office = Office::open();
    let mut child = unprivileged_program(&nobodys(&office))
        .args(["--no-input", "import", "-"])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut other = unprivileged_program(Path::new("sleep"))
        .arg("10")
        .spawn()
        .unwrap();
    // It waits for its input now.
    std::thread::sleep(std::time::Duration::from_millis(300));
    let place = format!("/proc/{}", child.id());
    let limits = std::fs::read_to_string(format!("{place}/limits")).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    // Linux gives what tells of memory and environment to root where nobody else may look.
    let owner = |id| {
        let environment = format!("/proc/{id}/environ");
        std::fs::metadata(environment).unwrap().uid()
    };
    let (owned, control) = (owner(child.id()), owner(other.id()));
    other.kill().unwrap();
    other.wait().unwrap();
    drop(child.stdin.take());
    child.wait().unwrap();
    let values: Vec<_> = core
        .split_whitespace()
        .filter(|word| word.parse::<u64>().is_ok())
        .collect();
    assert_eq!(values, ["0", "0"], "{core}");
    assert_ne!(control, 0, "this tells nothing here");
    assert_eq!(owned, 0, "others of the same user may look");
}
