//! What `init` leaves behind, however it ends: never a store without its key.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::Office;

const PASSPHRASE: &str = "six words of our own making";

/// `init` through a shell that gives it the passphrase on descriptor 3. `NANSEN_KEY` is not set: the key is made.
fn init(office: &Office, script: &str) -> Output {
    let program = env!("CARGO_BIN_EXE_nansen");
    let script = format!(
        "set -o pipefail; n() {{ \"{program}\" --no-input --passphrase-fd 3 \"$@\" 3<<<\"{PASSPHRASE}\"; }}; {script}"
    );
    Command::new("bash")
        .args(["-c", &script])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", office.home())
        .env("XDG_CONFIG_HOME", office.home().join("config"))
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_TEST_NOW", crate::support::NOW)
        .env("NANSEN_TEST_SCRYPT", "4")
        .current_dir(office.home())
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn key(office: &Office) -> std::path::PathBuf {
    office.home().join("config/nansen/me.age")
}

/// The new key opens the new store.
#[track_caller]
fn opens(office: &Office, store: &Path) {
    let script = format!("n --store '{}' status", store.display());
    let output = init(office, &script);
    assert!(output.status.success(), "{}", told(&output));
}

/// The stanzas of `keys.age`: of the hybrid sort, of the older one.
fn stanzas(office: &Office) -> [usize; 2] {
    let sealed = std::fs::read(office.store().join("keys.age")).unwrap();
    let header = String::from_utf8_lossy(&sealed);
    ["mlkem768x25519", "X25519"].map(|name| header.matches(&format!("-> {name} ")).count())
}

#[test]
fn what_is_made_withstands_a_quantum_computer() {
    let office = Office::empty();
    let output = init(&office, "n init --no-recovery");
    assert!(output.status.success(), "{}", told(&output));
    assert_eq!(stanzas(&office), [1, 0]);
    assert!(!told(&output).contains("older sort"), "{}", told(&output));
    let output = init(&office, "n --json key generate -o other.age");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains(r#""recipient":"age1pq1"#), "{told}");
    // A key that was brought along is taken as it is, and told.
    let office = Office::seeded();
    assert_eq!(stanzas(&office), [0, 1]);
    let (key, other) = (office.key(), office.home().join("other"));
    let (key, other) = (key.to_str().unwrap(), other.to_str().unwrap());
    let said = office.ok(&["--key", key, "--store", other, "init", "--no-recovery"]);
    assert!(said.err.contains("older sort"), "{}", said.err);
}

#[test]
fn whatever_becomes_of_its_output_the_key_stays_with_the_store() {
    for (script, code) in [
        ("n init --no-recovery > >(:)", 0),
        ("n init --no-recovery >/dev/full", 1),
        ("n init --no-recovery >&-", 0),
        ("n init --no-recovery -o made.json", 0),
    ] {
        let office = Office::empty();
        let output = init(&office, script);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{script}: {}",
            told(&output)
        );
        assert!(key(&office).exists(), "{script}: {}", told(&output));
        opens(&office, &office.store());
    }
}

#[test]
fn where_no_store_is_made_no_key_stays() {
    let office = Office::empty();
    std::fs::write(office.home().join("mine"), "mine").unwrap();
    for script in [
        "n init --no-recovery -o mine",
        "n init --no-recovery -o absent/mine",
        "n init --no-recovery --store mine",
        "n init --no-recovery --store mine/store",
        "n init --no-recovery --store .",
        "n init --no-recovery --as 'Not an alias'",
        "ln -sf nowhere link; n init --no-recovery --store link",
    ] {
        let output = init(&office, script);
        assert!(!output.status.success(), "{script}");
        assert!(!key(&office).exists(), "{script}: {}", told(&output));
        assert!(!office.store().exists(), "{script}");
    }
}

#[test]
fn the_folder_one_stands_in_becomes_the_store() {
    let office = Office::empty();
    for (name, dir) in [("one", "."), ("two", "../two"), ("three", "$PWD")] {
        std::fs::create_dir(office.home().join(name)).unwrap();
        let script = format!(
            "cd {name} && n init --no-recovery --store {dir} && cd \"$PWD\" && n status --store {dir}"
        );
        let output = init(&office, &script);
        assert!(output.status.success(), "{script}: {}", told(&output));
        assert!(told(&output).contains("cd \"$PWD\""), "{}", told(&output));
        opens(&office, &office.home().join(name));
    }
}

#[test]
fn a_folder_that_cannot_be_replaced_is_told_before_anything_is_made() {
    let office = Office::empty();
    let above = office.home().join("above");
    std::fs::create_dir_all(above.join("empty")).unwrap();
    // Who is root is held by rights only without this capability.
    let dropped = "setpriv --bounding-set=-dac_override,-dac_read_search";
    let enforced = Command::new("bash")
        .args(["-c", &format!("[ $(id -u) != 0 ] || {dropped} true")])
        .status()
        .unwrap();
    if enforced.success() {
        for dir in ["above/empty", "above/new", "above/new/deeper"] {
            let program = env!("CARGO_BIN_EXE_nansen");
            let script = format!(
                "chmod 500 above; p=; [ $(id -u) != 0 ] || p='{dropped}'
                $p {program} --json --no-input --passphrase-fd 3 init --no-recovery --store {dir} 3<<<'{PASSPHRASE}'
                code=$?; chmod 700 above; exit $code"
            );
            let output = init(&office, &script);
            assert_eq!(output.status.code(), Some(1), "{}", told(&output));
            assert!(told(&output).contains("store.no-room"), "{}", told(&output));
            assert!(!key(&office).exists());
        }
    } else {
        println!("skipped: root, and no setpriv");
    }
    let mounted = Path::new("/dev/shm");
    let empty = std::fs::read_dir(mounted).is_ok_and(|mut entries| entries.next().is_none());
    if empty {
        let output = init(&office, "n --json init --no-recovery --store /dev/shm");
        assert!(
            told(&output).contains("store.mount-point"),
            "{}",
            told(&output)
        );
        assert!(!key(&office).exists());
    } else {
        println!("skipped: no empty mount point");
    }
}

/// The longest passphrase is taken whole; of a longer one no part is.
#[test]
fn a_passphrase_is_never_cut() {
    let office = Office::empty();
    let with = |length: usize, end: &str, command: &str| {
        let line = "x".repeat(length) + end;
        std::fs::write(office.home().join("line"), line).unwrap();
        let program = env!("CARGO_BIN_EXE_nansen");
        let script = format!("{program} --json --no-input --passphrase-fd 3 {command} 3<line");
        let output = init(&office, &script);
        (output.status.code().unwrap(), told(&output))
    };
    for end in ["", "\n", "\r\n"] {
        let (code, told) = with(1025, end, "init --no-recovery");
        assert_eq!(code, 2, "{told}");
        assert!(told.contains("key.passphrase-long"), "{told}");
        assert!(!key(&office).exists() && !office.store().exists());
    }
    assert_eq!(with(1024, "\r\n", "init --no-recovery").0, 0);
    assert_eq!(with(1024, "\n", "status").0, 0);
    assert_eq!(with(1023, "\n", "status").0, 3);
    let (code, told) = with(1025, "\n", "status");
    assert_eq!(code, 2, "{told}");
}
