//! Other age programs open what this one seals, and seal what this one opens: typage (npm), age (Go), rage (Rust),
//! each where it is there.
//!
//! Nothing is fetched here: `.ci/run` installs typage below the target folder, `npm ci` in `tests/fixtures/age/npm`
//! says what.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::support::Office;

/// How typage makes a key of each sort, how that begins, and the name of its stanza.
const SORTS: [(&str, &str, &str); 2] = [
    ("make-hybrid", "AGE-SECRET-KEY-PQ-1", "mlkem768x25519"),
    ("make-x25519", "AGE-SECRET-KEY-1", "X25519"),
];

/// Said past the test runner, which keeps what tests print to itself.
fn skipped(why: &str) {
    drop(writeln!(std::io::stderr(), "skipped: {why}"));
}

fn fed(command: &mut Command, input: &[u8]) -> std::io::Result<Output> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // Whoever does not want it all has closed the pipe.
    drop(child.stdin.take().unwrap().write_all(input));
    child.wait_with_output()
}

/// typage, where Node and the package are there.
struct Typage(PathBuf);

impl Typage {
    fn find() -> Option<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
        let node = Command::new("node").arg("--version").output();
        if !node.is_ok_and(|output| output.status.success()) {
            skipped("no node here, so no typage");
            return None;
        }
        if !folder.join("node_modules/age-encryption").is_dir() {
            skipped("typage is not installed; `.ci/run` does it where npm is there");
            return None;
        }
        let script = folder.join("exchange.mjs");
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/age/npm");
        std::fs::copy(ours.join("exchange.mjs"), &script).unwrap();
        Some(Self(script))
    }

    fn run(&self, act: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
        let output = fed(Command::new("node").arg(&self.0).args(act), input).unwrap();
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    fn text(&self, act: &[&str]) -> String {
        String::from_utf8(self.run(act, b"").unwrap()).unwrap()
    }
}

/// The secret line of a key file.
fn secret(file: &str) -> &str {
    file.lines().find(|line| !line.starts_with('#')).unwrap()
}

/// An office whose store is sealed to the key in this file.
fn office(key: &str) -> Office {
    let office = Office::empty();
    std::fs::write(office.key(), key).unwrap();
    office.ok(&["init", "--no-recovery"]);
    office
}

fn keys(office: &Office) -> PathBuf {
    office.store().join("keys.age")
}

#[test]
fn typage_and_we_read_each_other() {
    let Some(typage) = Typage::find() else { return };
    for (make, prefix, stanza) in SORTS {
        // A key of theirs makes a store of ours, which they open.
        let key = typage.text(&[make]);
        assert!(key.starts_with(prefix));
        let office = office(&key);
        let sealed = std::fs::read(keys(&office)).unwrap();
        let header = String::from_utf8_lossy(&sealed).into_owned();
        assert!(header.contains(&format!("-> {stanza} ")), "{header}");
        let plain = typage.run(&["open", &key], &sealed).unwrap();
        assert!(plain.windows(6).any(|window| window == b"format"));
        // What they seal to the same recipient opens our store again.
        let recipient = typage.text(&["recipient", &key]);
        let sealed = typage.run(&["seal", &recipient], &plain).unwrap();
        std::fs::write(keys(&office), sealed).unwrap();
        office.ok(&["store", "verify"]);
        // A stranger of either sort opens it in neither program.
        for (make, ..) in SORTS {
            let stranger = typage.text(&[make]);
            let sealed = std::fs::read(keys(&office)).unwrap();
            typage.run(&["open", &stranger], &sealed).unwrap_err();
            let path = office.home().join("stranger.age");
            std::fs::write(&path, &stranger).unwrap();
            let path = path.to_str().unwrap();
            assert_eq!(office.fails(3, &["--key", path, "status"]), "store.locked");
        }
    }
}

#[test]
fn typage_reads_the_keys_that_we_make() {
    let Some(typage) = Typage::find() else { return };
    let office = Office::empty();
    let made = office.ok(&[
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "me.age",
    ]);
    let recipient = made.json()["recipient"].as_str().unwrap().to_owned();
    let file = std::fs::read_to_string(office.key()).unwrap();
    assert_eq!(typage.text(&["recipient", secret(&file)]), recipient);
    assert!(file.contains(&recipient));
    // Under a passphrase, too.
    let script = format!(
        "{} --no-input --passphrase-fd 3 key generate -o locked.age 3<<<'six words'",
        env!("CARGO_BIN_EXE_nansen")
    );
    let said = Command::new("bash")
        .args(["-c", &script])
        .current_dir(office.home())
        .env("NANSEN_TEST_SCRYPT", "4")
        .output()
        .unwrap();
    assert!(said.status.success());
    let locked = std::fs::read(office.home().join("locked.age")).unwrap();
    let file = typage.run(&["unlock", "six words"], &locked).unwrap();
    let file = String::from_utf8(file).unwrap();
    let recipient = String::from_utf8(said.stdout).unwrap();
    assert_eq!(
        typage.text(&["recipient", secret(&file)]),
        recipient.trim_end()
    );
}

#[test]
fn age_and_rage_and_we_read_each_other() {
    for program in ["age", "rage"] {
        let there = Command::new(program).arg("--version").output();
        if !there.is_ok_and(|output| output.status.success()) {
            skipped(&format!("no {program} here"));
            continue;
        }
        for (sort, keygen) in [("hybrid", "-pq"), ("X25519", "")] {
            let options = Some(keygen).filter(|option| !option.is_empty());
            let made = Command::new(format!("{program}-keygen"))
                .args(options)
                .output()
                .unwrap();
            if !made.status.success() {
                skipped(&format!("this {program} knows no {sort} keys"));
                continue;
            }
            let key = String::from_utf8(made.stdout).unwrap();
            let office = office(&key);
            let run = |act: &[&str], input: &[u8]| {
                let mut command = Command::new(program);
                let output = fed(command.args(act).current_dir(office.home()), input).unwrap();
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert!(output.status.success(), "{program} {act:?}: {said}");
                output.stdout
            };
            let sealed = std::fs::read(keys(&office)).unwrap();
            let plain = run(&["-d", "-i", "me.age"], &sealed);
            let public = key
                .lines()
                .find_map(|line| line.strip_prefix("# public key: "));
            let sealed = run(&["-r", public.unwrap()], &plain);
            std::fs::write(keys(&office), sealed).unwrap();
            office.ok(&["store", "verify"]);
        }
    }
}
