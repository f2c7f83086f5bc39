//! Signals at a terminal: whatever ends or stops the program, no name and no card stays on the screen, and the terminal is as
//! it was before.

use std::time::{Duration, Instant};

use rexpect::process::{Signal, WaitStatus};
use rustix::termios::{LocalModes, tcgetattr};

use crate::canary::NAME;
use crate::identity::office;
use crate::prompts::Terminal;
use crate::support::Office;

/// The first word of the name, which stands in no text of ours.
const WORD: &str = "Zyxqwv";

/// What comes, by the keyboard or from elsewhere.
#[derive(Debug, Clone, Copy)]
enum Comes {
    Key(&'static str),
    Signal(Signal),
}

use Comes::{Key, Signal as Sent};

/// All of them end the program while something secret is shown: the keys are Ctrl-C, Ctrl-\ and Ctrl-Z.
const ALL: [Comes; 10] = [
    Key("\u{3}"),
    Key("\u{1c}"),
    Key("\u{1a}"),
    Sent(Signal::SIGINT),
    Sent(Signal::SIGTERM),
    Sent(Signal::SIGHUP),
    Sent(Signal::SIGQUIT),
    Sent(Signal::SIGTSTP),
    Sent(Signal::SIGUSR1),
    Sent(Signal::SIGALRM),
];

fn send(terminal: &mut Terminal, comes: Comes) {
    match comes {
        Key(key) => {
            terminal.session.send(key).unwrap();
            terminal.session.flush().unwrap();
        }
        Sent(signal) => terminal.session.process_mut().signal(signal).unwrap(),
    }
}

/// Whether the terminal shows what is typed.
fn echoes(terminal: &Terminal) -> bool {
    let tty = terminal.session.process().get_file_handle().unwrap();
    let modes = tcgetattr(&tty).unwrap().local_modes;
    modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG)
}

/// The program at a terminal that shows what is typed, as a shell leaves it.
fn at_terminal(office: &Office, shown: &str, args: &[&str]) -> Terminal {
    let shown = format!("NANSEN_TEST_SHOWN={shown}");
    let script = "stty echo; echo $$ >pid; exec \"$0\" \"$@\"";
    let line = [
        "sh",
        "-c",
        script,
        "env",
        &shown,
        env!("CARGO_BIN_EXE_nansen"),
    ];
    Terminal::of(office, 24, &[&line[..], args].concat())
}

/// That the program ended as interrupted, on the first screen, with the terminal's modes as they were and none of the words
/// anywhere, neither on the screen nor above it.
#[track_caller]
fn ended_clean(mut terminal: Terminal, words: &[&str], what: &str) -> String {
    let said = terminal.end();
    let status = terminal.session.process().wait().unwrap();
    assert!(
        matches!(status, WaitStatus::Exited(_, 130)),
        "{what}: {status:?}: {said}"
    );
    assert!(!terminal.screen.now().alternate_screen(), "{what}: {said}");
    assert!(!terminal.screen.now().hide_cursor(), "{what}: {said}");
    assert!(echoes(&terminal), "{what}: the terminal is not as it was");
    let left = terminal.left();
    for word in words {
        assert!(!left.contains(word), "{what}: {word} in {left}");
    }
    left
}

/// A case whose name only `seal.age` opens, and whose telephone its worker.
fn sealed() -> (Office, String) {
    let (office, case) = office();
    office.ok(&["key", "contact", "worker"]);
    let person = serde_json::json!({"names": [NAME], "telephone": ["+7 900 000 00 17"]});
    let said = office.run_with(&["identity", "seal", &case], &person.to_string());
    assert_eq!(said.code, 0, "{}", said.shown());
    (office, case)
}

/// The command at a terminal, up to the screen with the name or the telephone, which is seen there.
fn shown(office: &Office, case: &str, seconds: &str, what: &str) -> Terminal {
    let key = office.key();
    let mine = ["--key", key.to_str().unwrap()];
    let keys: &[&str] = if what == "open" {
        &["--key", "seal.age"]
    } else {
        &[]
    };
    let why = ["--reason", "check", "--because", "spelling"];
    let args = [&mine[..], keys, &["identity", what, case], &why].concat();
    let mut terminal = at_terminal(office, seconds, &args);
    let rows = terminal.until("Press Enter").join("\n");
    let secret = if what == "open" { WORD } else { "900 000" };
    assert!(rows.contains(secret), "{rows}");
    assert!(terminal.screen.now().alternate_screen());
    terminal
}

#[test]
fn no_signal_leaves_a_name_on_the_screen() {
    let (office, case) = sealed();
    for comes in ALL {
        let mut terminal = shown(&office, &case, "60", "open");
        send(&mut terminal, comes);
        let left = ended_clean(terminal, &[WORD, "anarj", "900"], &format!("{comes:?}"));
        assert!(!left.contains("nothing was written"), "{left}");
    }
    for comes in [ALL[0], ALL[2], ALL[4]] {
        let mut terminal = shown(&office, &case, "60", "contact");
        send(&mut terminal, comes);
        ended_clean(terminal, &[WORD, "anarj", "900"], &format!("{comes:?}"));
    }
    // Each was written down before.
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let opened = items.filter(|item| item["because"] == "spelling").count();
    assert_eq!(opened, ALL.len() + 3);
}

#[test]
fn no_signal_leaves_what_is_typed_off_or_copied_down() {
    let (office, case) = sealed();
    let key = office.key();
    let mine = ["--key", key.to_str().unwrap()];
    for comes in ALL.into_iter().filter(|comes| matches!(comes, Sent(_))) {
        let args = [&mine[..], &["identity", "seal", &case]].concat();
        let mut terminal = at_terminal(&office, "60", &args);
        terminal.until("A name");
        terminal.session.send_line(WORD).unwrap();
        terminal.until("A name");
        terminal.session.send("Half").unwrap();
        terminal.session.flush().unwrap();
        let rows = terminal.until("Half").join("\n");
        assert!(rows.contains(WORD), "{rows}");
        send(&mut terminal, comes);
        let left = ended_clean(terminal, &[WORD, "Half"], &format!("{comes:?}"));
        assert!(left.contains("nothing was written"), "{left}");
    }
    assert_eq!(office.ok(&["--json", "show", &case]).json()["sealed"], 1);
    for comes in [ALL[4], ALL[5], ALL[7]] {
        // A card that is copied down, and one that is typed off.
        let args = [&mine[..], &["key", "shares", "--replace"]].concat();
        let mut terminal = at_terminal(&office, "60", &args);
        let rows = terminal.until("Is the card copied?");
        let words: Vec<&str> = rows.iter().map(|row| row.trim()).collect();
        let words = words
            .iter()
            .filter(|row| row.starts_with(|c: char| c.is_ascii_digit()));
        let words: Vec<&str> = words.copied().chain(["Card 1 of 3"]).collect();
        assert_eq!(words.len(), 8, "28 words in rows of four: {rows:#?}");
        send(&mut terminal, comes);
        ended_clean(terminal, &words, &format!("{comes:?}"));

        let args = ["key", "recover", "--no-passphrase", "-o", "x.age"];
        let mut terminal = at_terminal(&office, "60", &args);
        terminal.until("words");
        terminal.session.send("canoe").unwrap();
        terminal.session.flush().unwrap();
        terminal.until("canoe");
        send(&mut terminal, comes);
        ended_clean(terminal, &["canoe"], &format!("{comes:?}"));
    }
}

/// Until a condition holds, for as long as a slow machine may take.
#[track_caller]
fn soon(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(15), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// An office whose key needs a passphrase, at the question for it.
fn at_passphrase(office: &Office) -> Terminal {
    let key = office.key();
    if !key.exists() {
        let made = ["--passphrase-fd", "0", "key", "generate", "-o"];
        let said = office.run_with(
            &[&made[..], &[key.to_str().unwrap()]].concat(),
            "six words\n",
        );
        assert_eq!(said.code, 0, "{}", said.shown());
        let said = office.run_with(
            &["--passphrase-fd", "0", "init", "--no-recovery"],
            "six words\n",
        );
        assert_eq!(said.code, 0, "{}", said.shown());
    }
    let args = [
        "--key",
        key.to_str().unwrap(),
        "--format",
        "human",
        "status",
    ];
    let mut terminal = at_terminal(office, "60", &args);
    terminal.until("Passphrase");
    soon("what is typed is seen", || !echoes(&terminal));
    terminal
}

#[test]
fn whoever_ends_the_question_for_the_passphrase_sees_again_what_they_type() {
    let office = Office::empty();
    let signals = ALL.into_iter().filter(|comes| match comes {
        Key(key) => *key == "\u{3}",
        Sent(signal) => *signal != Signal::SIGTSTP,
    });
    for comes in signals {
        let mut terminal = at_passphrase(&office);
        terminal.session.send("half of it").unwrap();
        terminal.session.flush().unwrap();
        send(&mut terminal, comes);
        let left = ended_clean(terminal, &["half of it"], &format!("{comes:?}"));
        assert_eq!(left.matches("interrupted").count(), 1, "{comes:?}: {left}");
    }
}

#[test]
fn a_question_that_was_stopped_goes_on_as_it_was() {
    let office = Office::empty();
    let mut terminal = at_passphrase(&office);
    send(&mut terminal, Sent(Signal::SIGTSTP));
    soon("the shell shows what is typed", || echoes(&terminal));
    let pid = std::fs::read_to_string(office.home().join("pid")).unwrap();
    let place = format!("/proc/{}/stat", pid.trim());
    let is_stopped = || std::fs::read_to_string(&place).unwrap().contains(") T ");
    soon("it is stopped", is_stopped);
    send(&mut terminal, Sent(Signal::SIGCONT));
    soon("it is hidden again", || !echoes(&terminal));
    terminal.session.send_line("six words").unwrap();
    terminal.until("can open it");
    terminal.end();
    let left = terminal.left();
    assert!(!left.contains("six words"), "{left}");
    assert!(echoes(&terminal));
}

#[test]
fn after_its_time_a_name_is_cleared_also_where_the_program_was_stopped() {
    let (office, case) = sealed();
    // Nobody presses a key; what was typed by half is given to no shell.
    let mut terminal = shown(&office, &case, "1", "open");
    terminal.session.send("half").unwrap();
    terminal.session.flush().unwrap();
    terminal.end();
    let status = terminal.session.process().wait().unwrap();
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
    let left = terminal.left();
    assert!(!terminal.screen.now().alternate_screen());
    assert!(!left.contains(WORD), "{left}");

    // The time goes on while it stands still: nothing can clear the screen then, but at once afterwards.
    let mut terminal = shown(&office, &case, "8", "open");
    let begun = Instant::now();
    send(&mut terminal, Sent(Signal::SIGSTOP));
    std::thread::sleep(Duration::from_secs(7));
    assert!(terminal.screen.now().contents().contains(WORD));
    send(&mut terminal, Sent(Signal::SIGCONT));
    terminal.end();
    let took = begun.elapsed();
    assert!(
        took < Duration::from_secs(13),
        "{took:?}: the time stood still"
    );
    let left = terminal.left();
    assert!(!left.contains(WORD), "{left}");
}
