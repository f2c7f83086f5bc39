//! What a person at a terminal is asked: `init` with its passphrase and card, and recording field by field.

use std::process::Command;
use std::time::Duration;

use rexpect::session::{PtySession, spawn_command};

use crate::support::{NOW, Office};

/// The program at a terminal, in an office without key or store.
fn at_terminal(office: &Office, args: &[&str]) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nansen"));
    command
        .args(args)
        .env_clear()
        .env("HOME", office.home())
        .env("TERM", "xterm")
        .env("COLUMNS", "100")
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_TEST_NOW", NOW)
        .env("NANSEN_TEST_SCRYPT", "4")
        .current_dir(office.home());
    let session = spawn_command(command, Some(20_000)).unwrap();
    std::thread::sleep(Duration::from_millis(50));
    session
}

/// The words between two texts on the screen, without what a terminal would obey.
fn words(screen: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = screen.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            for c in rest.by_ref() {
                if c.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(c);
        }
    }
    plain.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_card_opens_the_new_store() {
    let office = Office::empty();
    let mut session = at_terminal(&office, &["init"]);
    session.exp_string("destroy the paper").unwrap();
    let shown = session.exp_string("It will be asked for").unwrap();
    let all = words(&shown);
    let passphrase: Vec<_> = all
        .iter()
        .filter(|w| w.chars().all(|c| c.is_ascii_lowercase()))
        .collect();
    let passphrase: Vec<_> = passphrase[passphrase.len() - 6..]
        .iter()
        .map(|w| (*w).clone())
        .collect();
    session.exp_string("written it down").unwrap();
    session.send_line("y").unwrap();
    session.exp_string("Type it back").unwrap();
    session.send_line("not these words").unwrap();
    session.exp_string("Not the same").unwrap();
    session.send_line(&passphrase.join(" ")).unwrap();
    session.exp_string("Recovery card").unwrap();
    let card = session.exp_string("Keep it in another place").unwrap();
    let card: Vec<_> = words(&card);
    let numbered: Vec<_> = (1..=24)
        .map(|place| {
            let at = card
                .iter()
                .position(|word| *word == place.to_string())
                .unwrap();
            card[at + 1].clone()
        })
        .collect();
    session.exp_string("Is the card copied").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    assert!(office.store().join("store.db").exists());

    // The passphrase opens it, and so do the words of the card.
    let mut session = at_terminal(&office, &["--format", "human", "status"]);
    session.exp_string("Passphrase").unwrap();
    session.send_line(&passphrase.join(" ")).unwrap();
    session.exp_string("members").unwrap();
    session.exp_eof().unwrap();
    let said = office.run_with(
        &["key", "recover", "--no-passphrase", "-o", "card.age"],
        &numbered.join(" "),
    );
    assert_eq!(said.code, 0, "{}", said.shown());
    let members = office
        .ok(&["--key", "card.age", "--json", "key", "list"])
        .json();
    let names: Vec<_> = members["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| m["member"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["m1", "recovery"]);
    // Neither the words nor the passphrase stand in any file.
    for (path, bytes) in office.files() {
        for secret in [numbered[..4].join(" "), passphrase.join(" ")] {
            assert!(
                !bytes.windows(secret.len()).any(|w| w == secret.as_bytes()),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn without_a_terminal_init_needs_to_be_told_what_it_gives_up() {
    let office = Office::empty();
    let key = office.key();
    office.ok(&[
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        key.to_str().unwrap(),
    ]);
    office.fails(6, &["init"]);
    assert!(!office.store().exists());
}

#[test]
fn recording_asks_field_by_field() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = office.key();
    let mut session = at_terminal(
        &office,
        &["--key", key.to_str().unwrap(), "record", "contact", &case],
    );
    session.exp_string("When").unwrap();
    session.send_line("2026-03-02").unwrap();
    // Before it writes, it says whose case it is.
    session.exp_string(&case).unwrap();
    session.exp_string("contact").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let shown = office.ok(&["--json", "show", &case]).json();
    assert!(
        shown["events"]
            .as_array()
            .unwrap()
            .iter()
            .any(|e| e["kind"] == "contact" && e["date"] == "2026-03-02")
    );
}

#[test]
fn without_a_case_a_picker_offers_them() {
    let office = Office::open();
    office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let made = office
        .ok(&["--json", "new", "--origin", "SY", "--jurisdiction", "de"])
        .json();
    let (case, callsign) = (made["case"].as_str().unwrap(), &made["callsign"]);
    let key = office.key();
    let key = key.to_str().unwrap();
    let mut session = at_terminal(
        &office,
        &["--key", key, "record", "contact", "--date", "2026-03-02"],
    );
    session.exp_string("Which case").unwrap();
    // Typing narrows it down.
    session.send_line(callsign.as_str().unwrap()).unwrap();
    session.exp_string("Record this").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap();
    assert!(events.iter().any(|e| e["kind"] == "contact"), "{shown:#}");
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_does_not() {
    let office = Office::open();
    let key = office.key();
    let key = key.to_str().unwrap();
    let mut session = at_terminal(&office, &["--key", key, "key", "passphrase"]);
    session.exp_string("destroy the paper").unwrap();
    let shown = session.exp_string("It will be asked for").unwrap();
    let all = words(&shown);
    let small = |w: &&String| w.chars().all(|c| c.is_ascii_lowercase());
    let all: Vec<_> = all.iter().filter(small).cloned().collect();
    let passphrase = all[all.len() - 6..].join(" ");
    session.exp_string("written it down").unwrap();
    session.send_line("y").unwrap();
    session.exp_string("Type it back").unwrap();
    session.send_line(&passphrase).unwrap();
    session.exp_eof().unwrap();

    office.fails(3, &["status"]);
    let mut session = at_terminal(&office, &["--key", key, "--format", "human", "status"]);
    session.exp_string("Passphrase").unwrap();
    session.send_line(&passphrase).unwrap();
    session.exp_string("members").unwrap();
    session.exp_eof().unwrap();
    let beside: Vec<_> = office
        .files()
        .into_iter()
        .filter(|(path, _)| path.to_str().unwrap().contains(".new"))
        .collect();
    assert_eq!(beside, []);
}

#[test]
fn ctrl_c_at_a_question_writes_nothing() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = office.key();
    let before = office.files();
    let args = ["--key", key.to_str().unwrap(), "record", "contact", &case];
    let mut session = at_terminal(&office, &args);
    session.exp_string("When").unwrap();
    session.send_control('c').unwrap();
    session.exp_string("interrupted").unwrap();
    let status = session.process().wait().unwrap();
    assert!(format!("{status:?}").contains("130"), "{status:?}");
    assert!(before == office.files());
}
