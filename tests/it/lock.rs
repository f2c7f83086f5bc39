//! `unlock`, `lock` and `panic`: how long a key is kept, and what is left when it is destroyed.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::members::make_key;
use crate::prompts::{Terminal, numbered};
use crate::support::{Office, Said, said};

const WORDS: &str = "six words of the list it is\n";

/// A store whose member's key needs a passphrase, without a card.
fn office() -> Office {
    let office = Office::empty();
    let key = office.key();
    for args in [
        &["key", "generate", "-o", key.to_str().unwrap()][..],
        &["init", "--no-recovery"],
    ] {
        let args = [&["--passphrase-fd", "0"], args].concat();
        let said = office.run_with(&args, WORDS);
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    office
}

/// Runs `unlock` on a machine that has been on for so long; nothing where the kernel keeps no keys here.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn unlocked(office: &Office, extra: &[(&str, &str)]) -> Option<Value> {
    let said = with(office, extra, &["--passphrase-fd", "0", "unlock", "--json"]);
    if said.code == 1 && said.err.contains("key.not-kept") {
        println!("skipped: the kernel keeps no keys here");
        return None;
    }
    assert_eq!(said.code, 0, "{}", said.shown());
    Some(said.json())
}

/// A command with further variables and the passphrase on stdin.
fn with(office: &Office, extra: &[(&str, &str)], args: &[&str]) -> Said {
    let mut command = office.command(args);
    command.envs(extra.iter().copied());
    said(&command.write_stdin(WORDS).output().unwrap())
}

/// The kernel's own line on what it keeps for this office: how long it still will, who may do what, and how many bytes.
fn kept(office: &Office) -> Option<(String, String, String)> {
    let keys = std::fs::read_to_string("/proc/keys").unwrap();
    let name = format!("nansen-{}:", office.keeper());
    let line = keys.lines().find(|line| line.contains(&name))?;
    // What was forgotten stands there until the kernel has cleared it away.
    let columns: Vec<&str> = line.split_whitespace().collect();
    let living = columns[1].starts_with('I') && !columns[1].contains('i') && columns[3] != "expd";
    let size = columns.last().unwrap();
    living.then(|| [columns[3], columns[4], size].map(str::to_owned).into())
}

fn state(office: &Office) -> String {
    let said = office.ok(&["--json", "status"]).json();
    said["lock"]["state"].as_str().unwrap().to_owned()
}

#[test]
fn the_passphrase_is_typed_once_until_it_is_locked() {
    let office = office();
    assert_eq!(office.fails(3, &["list"]), "key.no-passphrase");
    let Some(told) = unlocked(&office, &[]) else {
        return;
    };
    assert_eq!(told["lock"]["state"], "unlocked");
    assert_eq!(told["lock"]["idle_seconds"], 600);
    assert_eq!(told["lock"]["seconds_left"], 4 * 3600);
    // Its possessor may see, read, find, link and date it; others nothing. 50 bytes: no passphrase, no file.
    let (time, rights, size) = kept(&office).unwrap();
    assert!(["10m", "9m"].contains(&time.as_str()), "{time}");
    assert_eq!((rights.as_str(), size.as_str()), ("3b000000", "50"));
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    for args in [&["list"][..], &["show", &case], &["store", "verify"]] {
        office.ok(args);
    }
    assert_eq!(state(&office), "unlocked");
    // Another store, another key file, a passphrase that is given: the key that is kept is for none of them.
    let copy = office.home().join("copy.age");
    std::fs::copy(office.key(), &copy).unwrap();
    let copy = copy.to_str().unwrap();
    assert_eq!(
        office.fails(3, &["--key", copy, "list"]),
        "key.no-passphrase"
    );
    let wrong = office.run_with(&["--passphrase-fd", "0", "list"], "other words\n");
    assert_eq!(wrong.code, 3, "{}", wrong.shown());
    let changed = office.run_with(&["key", "passphrase"], "");
    assert_eq!(changed.code, 3, "the old passphrase is asked for");
    // One word.
    let locked = office.ok(&["--json", "lock"]).json();
    assert_eq!(locked["was_unlocked"], true);
    assert_eq!(locked["lock"]["state"], "locked");
    assert_eq!(kept(&office), None);
    assert_eq!(office.fails(3, &["list"]), "key.no-passphrase");
    assert_eq!(office.ok(&["--json", "lock"]).json()["was_unlocked"], false);
}

#[test]
fn a_changed_passphrase_locks() {
    let office = office();
    if unlocked(&office, &[]).is_none() {
        return;
    }
    let words = format!("{WORDS}quite other words\n");
    let said = office.run_with(&["--passphrase-fd", "0", "key", "passphrase"], &words);
    assert_eq!(said.code, 0, "{}", said.shown());
    assert_eq!(kept(&office), None);
    assert_eq!(office.fails(3, &["list"]), "key.no-passphrase");
}

/// The kernel's own time: each use begins it anew, and without use it ends.
#[test]
fn what_nobody_uses_is_forgotten() {
    let office = office();
    let idle = [("NANSEN_TEST_IDLE", "3")];
    if unlocked(&office, &idle).is_none() {
        return;
    }
    for _ in 0..3 {
        std::thread::sleep(Duration::from_millis(1500));
        assert_eq!(with(&office, &idle, &["list"]).code, 0);
    }
    std::thread::sleep(Duration::from_millis(4100));
    assert_eq!(with(&office, &idle, &["list"]).code, 3);
    assert_eq!(kept(&office), None);
}

#[test]
fn after_four_hours_and_after_sleep_it_is_locked() {
    let office = office();
    let on = |total: u64, asleep: u64| format!("{total} {asleep}");
    let list = |uptime: &str| with(&office, &[("NANSEN_TEST_UPTIME", uptime)], &["list"]).code;
    let unlock = |uptime: &str| unlocked(&office, &[("NANSEN_TEST_UPTIME", uptime)]);
    let hours = 4 * 3600;
    if unlock(&on(1000, 50)).is_none() {
        return;
    }
    // The kernel's time ends with the four hours where less than ten minutes are left of them.
    assert_eq!(list(&on(1000 + hours - 300, 50)), 0);
    let time = kept(&office).unwrap().0;
    assert!(["5m", "4m"].contains(&time.as_str()), "{time}");
    assert_eq!(list(&on(1000 + hours, 50)), 3);
    assert_eq!(kept(&office), None);
    assert_eq!(list(&on(1001, 50)), 3, "it stays forgotten");
    // Two seconds of sleep are enough.
    unlock(&on(1000, 50)).unwrap();
    assert_eq!(list(&on(1010, 51)), 0);
    assert_eq!(list(&on(1100, 52)), 3);
    assert_eq!(kept(&office), None);
    assert_eq!(list(&on(1101, 51)), 3, "it stays forgotten");
}

#[test]
fn a_key_that_opens_names_is_never_kept() {
    let office = office();
    if unlocked(&office, &[]).is_none() {
        return;
    }
    // Once my key opens names, it is forgotten, and not taken again.
    let key = with(&office, &[], &["--passphrase-fd", "0", "key", "list"]);
    assert_eq!(key.code, 0);
    let plain = Command::new(env!("CARGO_BIN_EXE_nansen"))
        .args([
            "--json",
            "key",
            "generate",
            "--no-passphrase",
            "-o",
            "open.age",
        ])
        .current_dir(office.home())
        .output()
        .unwrap();
    let other = said(&plain).json()["recipient"]
        .as_str()
        .unwrap()
        .to_owned();
    let holders = |recipients: &str| {
        let file = office.home().join("holders.txt");
        std::fs::write(&file, recipients).unwrap();
        office.ok(&["key", "holders", "--recipients", "holders.txt"]);
    };
    holders(&other);
    assert_eq!(kept(&office), None, "a new group locks");
    unlocked(&office, &[]).unwrap();
    let mine = {
        // The public half of my key, which the program prints when the passphrase is changed.
        let words = format!("{WORDS}{WORDS}");
        let args = ["--passphrase-fd", "0", "--json", "key", "passphrase"];
        let said = office.run_with(&args, &words).json();
        said["recipient"].as_str().unwrap().to_owned()
    };
    unlocked(&office, &[]).unwrap();
    holders(&format!("{other}\n{mine}\n"));
    assert_eq!(kept(&office), None);
    let refused = with(&office, &[], &["--passphrase-fd", "0", "--json", "unlock"]);
    assert_eq!(refused.code, 1, "{}", refused.shown());
    assert!(
        refused.err.contains("identity.never-kept"),
        "{}",
        refused.err
    );
    assert_eq!(kept(&office), None);
}

#[test]
fn new_cards_of_the_seal_key_lock() {
    let office = office();
    if unlocked(&office, &[]).is_none() {
        return;
    }
    let key = office.key();
    let args = ["--key", key.to_str().unwrap(), "key", "shares"];
    let mut terminal = Terminal::new(&office, 24, &args);
    terminal.shares(true);
    let rest = terminal.end();
    assert!(rest.contains("One key opens"), "{rest}");
    assert_eq!(kept(&office), None);
}

/// The key that is kept opens telephones as well; the program asks for the passphrase all the same.
#[test]
fn a_telephone_asks_for_the_passphrase_also_while_unlocked() {
    let office = office();
    if unlocked(&office, &[]).is_none() {
        return;
    }
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    make_key(&office, "seal");
    office.ok(&["key", "holders", "--recipients", "seal.txt"]);
    unlocked(&office, &[]).unwrap();
    office.ok(&["key", "contact", "worker"]);
    let person = "{\"telephone\":[\"+7 900 000 00 17\"]}";
    let sealed = office.run_with(&["--json", "identity", "seal", &case], person);
    assert_eq!(sealed.json()["contact"], "m1", "{}", sealed.shown());
    assert_eq!(state(&office), "unlocked");
    let why = ["--reason", "contact", "--because", "moved", "--force"];
    let contact = [&["--json", "identity", "contact", &case][..], &why].concat();
    assert_eq!(office.fails(3, &contact[1..]), "key.no-passphrase");
    let args = [&["--passphrase-fd", "0"], &contact[..]].concat();
    let opened = with(&office, &[], &args);
    assert_eq!(opened.json()["telephone"][0], "+7 900 000 00 17");
    assert_eq!(state(&office), "unlocked");
}

#[test]
fn where_the_key_needs_no_passphrase_there_is_nothing_to_unlock() {
    let office = Office::open();
    let told = office.ok(&["--json", "unlock"]).json();
    assert_eq!(told["lock"]["state"], "open");
    assert_eq!(kept(&office), None);
    assert_eq!(state(&office), "open");
}

/// strace, with the program and its arguments still to come.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn strace(office: &Office, options: &[&str]) -> Option<Command> {
    let there = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    if !there.is_ok_and(|output| output.status.success()) {
        println!("skipped: no tracing here");
        return None;
    }
    let mut command = Command::new("strace");
    command
        .arg("-f")
        .args(options)
        .args([env!("CARGO_BIN_EXE_nansen"), "--json"])
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_KEY", office.key())
        .env("NANSEN_TEST_KEEPER", office.keeper())
        .env("HOME", office.home())
        .current_dir(office.home());
    Some(command)
}

#[test]
fn where_the_kernel_refuses_each_command_asks() {
    let office = office();
    let refused = "inject=keyctl,add_key,request_key:error=EPERM";
    let run = |args: &[&str]| -> Option<Said> {
        let mut command = strace(&office, &["-o", "/dev/null", "-e", refused])?;
        // Nobody is asked before it is known: a passphrase would have to come from here.
        command.stdin(std::process::Stdio::null()).args(args);
        Some(said(&command.output().unwrap()))
    };
    let Some(unlock) = run(&["unlock"]) else {
        return;
    };
    assert_eq!(unlock.code, 1, "{}", unlock.shown());
    assert!(unlock.err.contains("key.not-kept"), "{}", unlock.err);
    let lock = run(&["lock"]).unwrap();
    assert_eq!(lock.code, 0, "{}", lock.shown());
    assert_eq!(lock.json()["lock"]["state"], "asks");
    let list = run(&["--no-input", "list"]).unwrap();
    assert!(list.err.contains("key.no-passphrase"), "{}", list.err);
}

/// An office made at a terminal, with its card; the words of the card and of the passphrase.
fn carded() -> (Office, PathBuf, String, String) {
    let office = Office::empty();
    let mut terminal = Terminal::new(&office, 24, &["init"]);
    let passphrase = terminal.passphrase();
    let words = numbered(&terminal.until("Is the card copied?"), 24);
    terminal.session.send_line("y").unwrap();
    terminal.until("Go on?");
    terminal.session.send_line("").unwrap();
    terminal.shares(true);
    terminal.session.exp_eof().unwrap();
    let key = office.home().join(".config/nansen/me.age");
    assert!(key.exists());
    (office, key, words.join(" "), passphrase)
}

#[test]
fn after_panic_the_card_restores_everything() {
    let (office, key, card, passphrase) = carded();
    let mine = ["--key", key.to_str().unwrap()];
    let run = |args: &[&str]| {
        let args = [&mine[..], &["--passphrase-fd", "0"], args].concat();
        office.run_with(&args, &format!("{passphrase}\n"))
    };
    let case = run(&["--json", "new", "--origin", "KP", "--jurisdiction", "ru"]).json();
    let case = case["case"].as_str().unwrap().to_owned();
    run(&[
        "record",
        "application",
        &case,
        "--kind",
        "refugee_status",
        "--lodged",
        "2025-09-01",
    ]);
    let refused = ["record", "decision", &case, "--outcome", "refused"];
    let refused = run(&[
        &refused[..],
        &["--basis", "unfounded", "--notified", "2026-03-02"],
    ]
    .concat());
    assert_eq!(refused.code, 0, "{}", refused.shown());
    // A person at a terminal is asked once.
    let mut terminal = Terminal::new(&office, 24, &["unlock"]);
    terminal.until("assphrase");
    terminal.session.send_line(&passphrase).unwrap();
    let left = terminal.session.exp_eof().unwrap();
    let keeps = !left.contains("keeps no key") && !left.contains("keeps no keys");
    if keeps {
        office.ok(&[&mine[..], &["show", &case]].concat());
        assert!(kept(&office).is_some());
    }
    let status = run(&["--json", "status"]).json();
    assert_eq!(status["panic"]["restored_by"], serde_json::json!(["card"]));
    assert_eq!(status["panic"]["lost_cases"], 0);
    let before = store(&office);
    // Without a passphrase and without a question.
    let done = office
        .ok(&[&mine[..], &["--json", "panic"]].concat())
        .json();
    assert_eq!(
        (&done["removed"], &done["overwritten"]),
        (&1.into(), &1.into())
    );
    assert_eq!(done["was_unlocked"], keeps);
    assert_eq!(done["others"], 1);
    assert!(!key.exists());
    assert_eq!(kept(&office), None);
    assert_eq!(store(&office), before, "the store stays");
    // Every command says what happened and what restores it.
    for args in [
        &["list"][..],
        &["status"],
        &["show", &case],
        &["new", "--origin", "KP", "--jurisdiction", "ru"],
        &["store", "verify"],
        &["unlock"],
        &["key", "passphrase"],
    ] {
        let said = office.run(&[&mine[..], &["--json"], args].concat());
        assert_eq!(said.code, 3, "{args:?}: {}", said.shown());
        assert!(said.err.contains("key.gone"), "{args:?}: {}", said.err);
        assert!(said.err.contains("nansen key recover"), "{}", said.err);
    }
    office.ok(&[&mine[..], &["lock"]].concat());
    let again = office
        .ok(&[&mine[..], &["--json", "panic"]].concat())
        .json();
    assert_eq!(again["removed"], 0);
    // The card's words make a key that opens everything; nothing is lost, and nothing is overlooked.
    let args = ["key", "recover", "--no-passphrase", "-o", "card.age"];
    let recovered = office.run_with(&args, &card);
    assert_eq!(recovered.code, 0, "{}", recovered.shown());
    let by_card = |args: &[&str]| office.ok(&[&["--key", "card.age", "--json"], args].concat());
    assert_eq!(by_card(&["show", &case]).json()["case"], case.as_str());
    assert_eq!(
        due(&by_card(&["due", "--within", "6m"])),
        std::slice::from_ref(&case)
    );
    let needs = |said: &Said| said.json()["needs"].to_string();
    assert!(needs(&by_card(&["status"])).contains("recovery.acting"));
    let new = by_card(&["new", "--origin", "SY", "--jurisdiction", "de"]).json();
    let new = by_card(&["show", new["case"].as_str().unwrap()]).json();
    assert_eq!(new["worker"], Value::Null, "nothing is the card's");
    // The only one who could open the store without it must not lose it in passing.
    let remove = ["--key", "card.age", "key", "remove", "recovery"];
    assert_eq!(office.fails(6, &remove), "args.not-confirmed");

    // A key of their own again, in the old place, under the old alias; the one that was destroyed counts no more.
    make_key(&office, "again");
    std::fs::rename(office.home().join("again.age"), &key).unwrap();
    let recipient = std::fs::read_to_string(office.home().join("again.txt")).unwrap();
    let line = format!("m1 {}", recipient.lines().last().unwrap());
    let rotate = [
        "--key",
        "card.age",
        "--json",
        "key",
        "rotate",
        "--members",
        "-",
    ];
    let rotated = office.run_with(&rotate, &line);
    assert_eq!(rotated.json()["replaced"], serde_json::json!(["m1"]));
    let status = office.ok(&[&mine[..], &["--json", "status"]].concat());
    assert!(!needs(&status).contains("recovery.acting"));
    assert_eq!(
        due(&office.ok(&[&mine[..], &["--json", "due", "--within", "6m"]].concat())),
        [case]
    );
    office.ok(&[&mine[..], &["store", "verify"]].concat());
}

/// The cases of which something is due.
fn due(said: &Said) -> Vec<String> {
    let items = said.json()["items"].as_array().unwrap().clone();
    let cases = items
        .iter()
        .map(|item| item["case"].as_str().unwrap().to_owned());
    let mut cases: Vec<String> = cases.collect();
    cases.dedup();
    cases
}

/// The files of the store.
fn store(office: &Office) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = office.files();
    files.retain(|(path, _)| path.starts_with(office.store()));
    assert_eq!(
        files.len(),
        3 + usize::from(files.iter().any(|(p, _)| p.ends_with("store.db-journal")))
    );
    files
}

#[test]
fn where_nothing_restores_it_panic_must_be_told_so() {
    let office = office();
    let kept_here = unlocked(&office, &[]).is_some();
    let open = |args: &[&str]| {
        with(
            &office,
            &[],
            &[&["--passphrase-fd", "0", "--json"], args].concat(),
        )
    };
    for _ in 0..2 {
        open(&["new", "--origin", "KP", "--jurisdiction", "ru"]).json();
    }
    let status = open(&["status"]).json();
    assert_eq!(status["panic"]["restored_by"], serde_json::json!([]));
    assert_eq!(status["panic"]["lost_cases"], 2);
    let key = std::fs::read(office.key()).unwrap();
    assert_eq!(kept(&office).is_some(), kept_here);
    assert_eq!(office.fails(6, &["panic"]), "panic.nothing-restores");
    assert_eq!(std::fs::read(office.key()).unwrap(), key);
    assert_eq!(
        kept(&office),
        None,
        "the key that was kept is gone all the same"
    );
    let done = office.ok(&["--json", "panic", "--yes"]).json();
    assert_eq!((&done["removed"], &done["others"]), (&1.into(), &0.into()));
    assert!(!office.key().exists());
    assert_eq!(office.fails(3, &["list"]), "key.gone");
}

#[test]
fn panic_destroys_key_files_and_nothing_else() {
    let office = office();
    let keys = office.store().join("keys.age");
    let letter = office.home().join("letter.txt");
    std::fs::write(&letter, "Dear Sir").unwrap();
    for other in [&keys, &letter] {
        let before = std::fs::read(other).unwrap();
        let other = other.to_str().unwrap();
        let refused = office.fails(3, &["--key", other, "panic", "--yes"]);
        assert_eq!(refused, "key.not-a-key");
        assert_eq!(std::fs::read(other).unwrap(), before);
    }
    // Two that are named go both, whatever a third is.
    let second = office.home().join("seal.age");
    std::fs::copy(office.key(), &second).unwrap();
    let (mine, other) = (office.key(), letter.to_str().unwrap().to_owned());
    let named = [
        "--key",
        mine.to_str().unwrap(),
        "--key",
        &other,
        "--key",
        second.to_str().unwrap(),
    ];
    assert_eq!(
        office.fails(3, &[&named[..], &["panic", "--yes"]].concat()),
        "key.not-a-key"
    );
    assert!(!mine.exists() && !second.exists() && letter.exists());
}

/// Wherever `--key` stands, before the command or behind it, each that is named counts.
#[test]
fn keys_named_before_and_behind_the_command_are_all_destroyed() {
    let office = office();
    let at = |name: &str| office.home().join(name);
    for (first, second) in [("k1", "k2"), ("k3", "k4")] {
        std::fs::copy(office.key(), at(first)).unwrap();
        std::fs::copy(office.key(), at(second)).unwrap();
        let behind = format!("--key={second}");
        let args = ["--json", "--key", first, "panic", "--yes", &behind];
        assert_eq!(office.ok(&args).json()["removed"], 2);
        assert!(!at(first).exists() && !at(second).exists());
    }
    assert!(office.key().exists(), "it was not named");
}

/// What `key recover --shares` writes beside the member's key opens names: it goes as well, whether or not anybody names it.
#[test]
fn panic_destroys_the_usual_seal_key_too() {
    let office = Office::empty();
    let mut terminal = Terminal::new(&office, 24, &["init"]);
    terminal.passphrase();
    terminal.until("Is the card copied?");
    terminal.session.send_line("y").unwrap();
    terminal.until("Go on?");
    terminal.session.send_line("").unwrap();
    let shares = terminal.shares(true);
    terminal.end();
    let [me, seal] =
        ["me.age", "seal.age"].map(|name| office.home().join(".config/nansen").join(name));
    let two = format!("{}\n{}\n", shares[0].0, shares[2].0);
    let write = || {
        let args = ["key", "recover", "--shares", "--no-passphrase"];
        let said = office.run_with(&args, &two);
        assert_eq!(said.code, 0, "{}", said.shown());
        assert!(seal.exists());
    };
    write();
    // Where nothing restores the store, and nobody said that it may go, it stays as everything does.
    let other = office.home().join("other");
    let elsewhere = [
        "--store",
        other.to_str().unwrap(),
        "--key",
        me.to_str().unwrap(),
    ];
    let refused = office.fails(6, &[&elsewhere[..], &["panic"]].concat());
    assert_eq!(refused, "panic.nothing-restores");
    assert!(me.exists() && seal.exists());
    let mine = ["--json", "--key", me.to_str().unwrap(), "panic"];
    let done = office.ok(&mine).json();
    assert_eq!(
        (&done["removed"], &done["overwritten"]),
        (&2.into(), &2.into())
    );
    assert!(!me.exists() && !seal.exists());
    // It goes also where the member's key is gone already, and without a question.
    write();
    assert_eq!(office.ok(&mine).json()["removed"], 1);
    assert!(!seal.exists());
}

/// What does not answer keeps the key from nothing: a pipe that nobody writes to stands for a disk that hangs.
#[test]
fn panic_waits_for_nothing() {
    let office = office();
    let keys = office.store().join("keys.age");
    let pipe = |at: &std::path::Path| {
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mkfifoat(rustix::fs::CWD, at, mode).unwrap();
    };
    let panic = |args: &[&str]| {
        let begun = std::time::Instant::now();
        let mut command = office.command(&[&["--json", "panic"], args].concat());
        let done = said(&command.timeout(Duration::from_secs(20)).output().unwrap());
        (done, begun.elapsed())
    };
    std::fs::remove_file(&keys).unwrap();
    pipe(&keys);
    let (refused, _) = panic(&[]);
    assert_eq!(refused.code, 6, "{}", refused.shown());
    assert!(office.key().exists());
    // A pipe that is named as a key is none, and keeps nobody from the keys that are.
    let other = office.home().join("pipe");
    pipe(&other);
    let named = ["--key", "pipe", "--key", office.key().to_str().unwrap()].map(str::to_owned);
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let (done, took) = panic(&[&named[..], &["--yes"]].concat());
    assert_eq!(done.code, 3, "{}", done.shown());
    assert!(done.err.contains("key.not-a-key"), "{}", done.err);
    assert!(!office.key().exists() && other.exists());
    println!("panic beside pipes: {took:?}");
}

/// A store whose `keys.age` cannot be read at all is looked at only once the key is gone.
#[test]
fn with_yes_the_key_goes_before_the_store_is_looked_at() {
    let office = office();
    let Some(mut command) = strace(&office, &["-y", "-o", "trace"]) else {
        return;
    };
    let done = said(&command.args(["panic", "--yes"]).output().unwrap());
    assert_eq!(done.code, 0, "{}", done.shown());
    let trace = std::fs::read_to_string(office.home().join("trace")).unwrap();
    let calls: Vec<&str> = trace.lines().collect();
    let at = |what: &dyn Fn(&str) -> bool| calls.iter().position(|call| what(call));
    let gone = at(&|call| call.contains("unlink") && call.contains("me.age")).expect("removed");
    let looked = at(&|call| call.contains("/keys.age")).expect("looked at");
    assert!(gone < looked, "{gone} {looked}");
}

/// What must be fast does little: no passphrase is tried, the store is not opened, nobody is waited for. The kept key
/// goes first, then the file: overwritten, that on the disk, and only then removed.
#[test]
fn panic_does_what_it_does_in_order_and_no_more() {
    let office = Office::empty();
    let key = office.key();
    // At full strength: 256 MiB are seen where somebody tries a passphrase.
    for args in [
        &["key", "generate", "-o", key.to_str().unwrap()][..],
        &["init", "--no-recovery"],
    ] {
        let args = [&["--passphrase-fd", "0"], args].concat();
        let said = with(&office, &[("NANSEN_TEST_SCRYPT", "18")], &args);
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    let keeps = unlocked(&office, &[]).is_some();
    let Some(mut command) = strace(&office, &["-y", "-o", "trace"]) else {
        return;
    };
    let control = {
        let mut list = strace(&office, &["-o", "control"]).unwrap();
        let words = office.home().join("words");
        std::fs::write(&words, WORDS).unwrap();
        list.stdin(std::fs::File::open(words).unwrap());
        let done = said(
            &list
                .args(["--passphrase-fd", "0", "list"])
                .output()
                .unwrap(),
        );
        assert_eq!(done.code, 0, "{}", done.shown());
        std::fs::read_to_string(office.home().join("control")).unwrap()
    };
    let control: Vec<&str> = control.lines().collect();
    let begun = std::time::Instant::now();
    let done = said(&command.args(["panic", "--yes"]).output().unwrap());
    println!("panic under strace: {:?}", begun.elapsed());
    assert_eq!(done.code, 0, "{}", done.shown());
    let trace = std::fs::read_to_string(office.home().join("trace")).unwrap();
    let calls: Vec<&str> = trace.lines().collect();
    let at = |what: &dyn Fn(&str) -> bool| calls.iter().position(|call| what(call));
    let on_key =
        |call: &str, name: &str| call.contains(&format!("{name}(")) && call.contains("me.age");
    let forgotten = at(&|call| call.contains("KEYCTL_INVALIDATE"));
    assert_eq!(forgotten.is_some(), keeps);
    let written = at(&|call| on_key(call, "write")).expect("overwritten");
    let synced = at(&|call| on_key(call, "fsync")).expect("synced");
    let removed = at(&|call| on_key(call, "unlink")).expect("removed");
    let told = at(&|call| call.contains("write(1<")).expect("told");
    let order = [
        forgotten.unwrap_or_default(),
        written,
        synced,
        removed,
        told,
    ];
    assert!(order.is_sorted(), "{order:?}");
    let opened = at(&|call| call.contains("store.db"));
    assert_eq!(opened, None, "the store is not opened");
    let asked = at(&|call| {
        call.contains("read(0<") || call.contains("/dev/tty") || call.contains("sleep(")
    });
    assert_eq!(asked, None, "nobody is waited for");
    // A passphrase that is tried takes 256 MiB; what a thread only reserves is no memory.
    let large = |call: &str| {
        call.contains("PROT_WRITE").then_some(())?;
        let size = call.split("mmap(NULL, ").nth(1)?.split(',').next()?;
        size.parse::<u64>().ok().filter(|size| *size >= 128 << 20)
    };
    let tried = |calls: &[&str]| calls.iter().any(|call| large(call).is_some());
    assert!(!tried(&calls), "no passphrase is tried");
    assert!(tried(&control), "the control tries one");
    assert!(calls.len() < 2000, "{} calls", calls.len());
    println!("panic: {} system calls", calls.len());
}
