//! What the threat model promises of files, output and arguments.

use std::os::unix::fs::PermissionsExt as _;

use data_encoding::{BASE64, HEXLOWER};

use crate::story::tell;
use crate::support::Office;

/// Every file that any command makes is the owner's alone, whatever the umask.
#[test]
fn files_are_private_under_any_umask() {
    for umask in ["000", "022"] {
        let home = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_nansen");
        let script = format!(
            "umask {umask}; n() {{ {program} --no-input \"$@\"; }}
            n key generate --no-passphrase -o me.age && n init --no-recovery &&
            case=$(n new --origin KP --jurisdiction ru) && n list --json -o list.json && n store verify"
        );
        let status = std::process::Command::new("bash")
            .args(["-ec", &script])
            .current_dir(home.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", home.path())
            .env("NANSEN_STORE", home.path().join("store"))
            .env("NANSEN_KEY", home.path().join("me.age"))
            .output()
            .unwrap();
        assert!(
            status.status.success(),
            "{}",
            String::from_utf8_lossy(&status.stderr)
        );
        let mut seen = 0;
        for path in [
            "store",
            "store/store.db",
            "store/keys.age",
            "store/head",
            "me.age",
            "list.json",
        ] {
            let path = home.path().join(path);
            let mode = path.metadata().unwrap().permissions().mode() & 0o777;
            let wanted = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(
                mode,
                wanted,
                "{} under umask {umask}: {mode:o}",
                path.display()
            );
            seen += 1;
        }
        assert_eq!(seen, 6);
    }
}

const NAME: &str = "Zyxqwv Canarius";

/// What the forms are in which a text could lie in a file.
fn disguises(text: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        text.as_bytes().to_vec(),
        utf16,
        BASE64.encode(text.as_bytes()).into_bytes(),
        HEXLOWER.encode(text.as_bytes()).into_bytes(),
        text.replace(' ', "%20").into_bytes(),
    ]
}

/// A name that somebody put into a note stands nowhere in the open.
#[test]
fn what_is_typed_stands_nowhere_in_the_open() {
    let office = Office::open();
    let case = tell(&office);
    let said = office.run_with(&["record", "note", &case], NAME);
    assert_eq!(said.code, 0, "{}", said.shown());
    let mut outputs = vec![said.shown()];
    for args in [
        &["list"][..],
        &["due"],
        &["status"],
        &["store", "info"],
        &["store", "verify"],
        &["stats", "show", "--inside", "--unit", "persons"],
        &["undo"],
        &["--json", "list"],
        &["-v", "due"],
    ] {
        outputs.push(office.run(args).shown());
    }
    for output in outputs {
        assert!(!output.contains(NAME), "{output}");
    }
    for (path, bytes) in office.files() {
        for form in disguises(NAME) {
            assert!(
                !bytes.windows(form.len()).any(|window| window == form),
                "the canary sings in {}",
                path.display()
            );
        }
        for word in ["CREATE TABLE", "SQLite format", "temporary_asylum"] {
            assert!(
                !bytes
                    .windows(word.len())
                    .any(|window| window == word.as_bytes()),
                "{word}"
            );
        }
    }
}

#[test]
fn personal_data_is_refused_in_arguments() {
    let office = Office::open();
    let case = tell(&office);
    let id = office.ok(&["--json", "show", &case]).json()["deadlines"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    for text in ["call +7 495 123-45-67", "write to someone@example.org"] {
        office.fails(2, &["deadline", "waive", &id, "--because", text]);
    }
}

#[test]
fn every_lock_has_its_own_message() {
    let office = Office::open();
    let other = Office::open();
    let key = other.key();
    let wrong = office.fails(3, &["--key", key.to_str().unwrap(), "list"]);
    let nowhere = office.fails(1, &["--store", "/nonexistent/store", "list"]);
    let head = office.store().join("head");
    let bytes = std::fs::read(&head).unwrap();
    std::fs::remove_file(&head).unwrap();
    let missing = office.run(&["--json", "list"]);
    assert!(matches!(missing.code, 1 | 4), "{}", missing.shown());
    std::fs::write(&head, vec![0; bytes.len()]).unwrap();
    let damaged = office.fails(4, &["list"]);
    let ids = std::collections::BTreeSet::from([wrong, nowhere, damaged]);
    assert_eq!(ids.len(), 3, "{ids:?}");
}

/// Whoever reads a pipe may go: that is told nobody, and changes nothing of how the command ended.
#[test]
fn a_closed_pipe_ends_quietly() {
    let office = Office::open();
    tell(&office);
    let piped = |args: &str| {
        // Nobody reads from the first moment on: no race with whoever would read a little.
        let script = format!(
            "exec 3> >(:); sleep 0.2; {} --no-input {args} >&3",
            env!("CARGO_BIN_EXE_nansen")
        );
        let output = std::process::Command::new("bash")
            .args(["-c", &script])
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .env("NANSEN_TEST_NOW", crate::support::NOW)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(told, "", "{args}");
        output.status.code()
    };
    for args in ["rule list", "help deadlines", "list --help", "--version"] {
        assert_eq!(piped(args), Some(0), "{args}");
    }
    assert_eq!(piped("due --exit-code"), Some(10));
    let path = office.store().join("store.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(piped("store verify"), Some(4));
}

#[test]
fn nothing_that_exists_is_overwritten() {
    let office = Office::open();
    let key = office.key();
    let before = std::fs::read(&key).unwrap();
    office.fails(
        1,
        &[
            "key",
            "generate",
            "--no-passphrase",
            "-o",
            key.to_str().unwrap(),
        ],
    );
    office.fails(1, &["init", "--no-recovery"]);
    assert_eq!(std::fs::read(&key).unwrap(), before);
    std::fs::write(office.home().join("out.json"), "mine").unwrap();
    office.fails(1, &["list", "-o", "out.json"]);
    assert_eq!(
        std::fs::read_to_string(office.home().join("out.json")).unwrap(),
        "mine"
    );
}
