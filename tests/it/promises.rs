//! What the threat model promises of files, output and arguments.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::members::seal_to_one;
use crate::story::tell;
use crate::support::Office;

/// Everything below a folder, folders too, that others than its owner may touch, or that is more than a plain file.
fn open_to_others(dir: &Path, found: &mut Vec<String>) -> usize {
    let mut seen = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let meta = path.symlink_metadata().unwrap();
        let mode = meta.permissions().mode() & 0o7777;
        let wanted = if meta.is_dir() { 0o700 } else { 0o600 };
        if mode != wanted {
            found.push(format!("{} {mode:o}", path.display()));
        }
        seen += 1;
        if meta.is_dir() {
            seen += open_to_others(&path, found);
        }
    }
    seen
}

/// Every file that any command makes is the owner's alone, whatever the umask: the home is walked after each.
#[test]
fn files_are_private_under_any_umask() {
    let case = r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"ru"}"#;
    for umask in ["000", "022", "077", "277"] {
        let home = tempfile::tempdir().unwrap();
        let program = env!("CARGO_BIN_EXE_nansen");
        let mut seen = 0;
        for command in [
            "n key generate --no-passphrase -o me.age",
            "n init --no-recovery",
            "n new --origin KP --jurisdiction ru >/dev/null",
            "n list --json -o list.json",
            "n import - --skip-bad aside.jsonl <<<\"$lines\"",
            "n record contact $(n list --format plain | tail -n 1 | cut -f 1) --date 2026-03-02",
            "n undo",
            "c=$(n list --format plain | tail -n 1 | cut -f 1); n deadline set $c --due 2026-04-01; n export letter $c -o cover.html; n export xlsx --of show $c -o case.xlsx; n export ics -o office.ics; n export ics --force -o office.ics; n export archive --in-the-open -o all.jsonl",
            "n stats show --inside -o table.csv; n stats show --inside -o table.xlsx; n stats show --inside --by sex --datapackage -o sex.csv",
            "n store rebuild",
            "n key rotate",
            "n store verify",
            "n demo --keep deep/er",
            "n --key other.age --passphrase-fd 3 key generate -o other.age 3<<<words",
            "n --key other.age --passphrase-fd 3 key passphrase 3<<<$'words\\nothers'",
            "n --store deep/in/here --passphrase-fd 3 init --no-recovery 3<<<words",
            "unset NANSEN_KEY; n --store fresh --passphrase-fd 3 init --no-recovery 3<<<words",
            "n nonsense || true",
        ] {
            let script =
                format!("umask {umask}; n() {{ {program} --no-input \"$@\"; }}; {command}");
            let output = std::process::Command::new("bash")
                .args(["-ec", &script])
                .current_dir(home.path())
                .env_clear()
                .env("PATH", "/usr/bin:/bin")
                .env("HOME", home.path())
                .env("TMPDIR", home.path())
                .env("NANSEN_STORE", home.path().join("store"))
                .env("NANSEN_KEY", home.path().join("me.age"))
                .env("NANSEN_TEST_NOW", crate::support::NOW)
                .env("NANSEN_TEST_SCRYPT", "4")
                .env("lines", format!("{case}\nnot json"))
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{command}: {told}");
            let mut open = Vec::new();
            seen = open_to_others(home.path(), &mut open);
            assert_eq!(open, Vec::<String>::new(), "{command}, umask {umask}");
        }
        assert!(seen > 20, "{seen} files and folders");
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
    let seal = ["identity", "open", &case, "--reason", "court", "--force"];
    for text in [
        "call +7 495 123-45-67",
        "write to someone@example.org",
        "born 02.03.1971",
        "DE89 3704 0044 0532 0130 00",
        "Herr Beispiel",
    ] {
        for (args, option) in [
            (&["deadline", "waive", &id][..], "--because"),
            (&["retract", &id], "--because"),
            (&["correct", &id, "--lodged", "2026-01-02"], "--because"),
            (
                &["identity", "forget", &case, "--confirm", &case],
                "--because",
            ),
            (&seal, "--because"),
            (
                &["record", "contact", &case, "--date", "2026-03-01"],
                "--even-so",
            ),
        ] {
            let refused = office.fails(2, &[args, &[option, text]].concat());
            assert_eq!(refused, "reason.personal", "{args:?} {text}");
        }
    }
}

/// How far the bytes are from an even spread: about 255 where they are random, give or take 23 (chi squared, 255 degrees
/// of freedom).
fn unevenness(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let even = f64::from(u32::try_from(bytes.len()).unwrap()) / 256.0;
    let off = |count: &u32| (f64::from(*count) - even).powi(2) / even;
    counts.iter().map(off).sum()
}

/// What lies on the disk looks like noise, and its lengths say nothing of names.
#[test]
fn what_lies_on_the_disk_looks_like_noise() {
    let office = Office::open();
    tell(&office);
    seal_to_one(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let grown = |name: &str| {
        let json = format!("{{\"names\":[\"{name}\"]}}");
        let said = office.run_with(&["--json", "identity", "seal", &case], &json);
        assert_eq!(said.code, 0, "{}", said.shown());
        std::fs::metadata(office.store().join("store.db"))
            .unwrap()
            .len()
    };
    grown("A");
    office.ok(&["backup", "make", "one.backup"]);
    for (path, head) in [
        (office.store().join("store.db"), 0),
        // Before the sealed bytes an age file has its stanzas in letters.
        (office.home().join("one.backup"), 8192),
    ] {
        let bytes = std::fs::read(&path).unwrap();
        let uneven = unevenness(&bytes[head..]);
        println!("{}: {uneven:.0}", path.file_name().unwrap().display());
        assert!(uneven < 400.0, "{}: {uneven}", path.display());
    }
    assert!(unevenness(&std::fs::read(office.home().join("seal.txt")).unwrap()) > 400.0);
    let (short, long) = ("A", "A".repeat(300));
    let before = grown(short);
    let one = grown(short) - before;
    let two = grown(&long) - before - one;
    assert_eq!(one, two, "as much for a long name");
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
    assert_eq!(missing.code, 4, "{}", missing.shown());
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
