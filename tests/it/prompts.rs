//! What a person at a terminal is asked: `init` with its passphrase and card, and recording field by field.

use std::process::Command;
use std::time::Duration;

use rexpect::session::{PtySession, spawn_command};

use crate::support::{NOW, Office};

/// The program at a terminal, in an office without key or store.
pub(crate) fn at_terminal(office: &Office, args: &[&str]) -> PtySession {
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

/// What a terminal of 80 columns makes of what is written to it.
pub(crate) struct Screen(vt100::Parser);

impl Screen {
    pub(crate) fn new(rows: u16) -> Self {
        let (rows, columns) = (rows.try_into().unwrap(), 80.try_into().unwrap());
        Self(vt100::Parser::new(rows, columns, 1000))
    }

    pub(crate) fn show(&mut self, text: &str) {
        // The library gives each byte as the character of that number.
        let bytes = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap());
        self.0.process(&bytes.collect::<Vec<_>>());
    }

    /// As it is now.
    pub(crate) fn now(&self) -> &vt100::Screen {
        self.0.screen()
    }

    /// The screen, and everything that can be scrolled back to.
    pub(crate) fn left(&mut self) -> String {
        let mut all = String::new();
        for rows in (0..=1000).rev() {
            self.0.screen_mut().set_scrollback(rows);
            if self.0.screen().scrollback() == rows {
                all += &self.0.screen().contents();
                all.push('\n');
            }
        }
        all
    }
}

/// The program at a terminal of so many rows and 80 columns, and what that shows.
pub(crate) struct Terminal {
    pub(crate) session: PtySession,
    pub(crate) screen: Screen,
}

impl Terminal {
    pub(crate) fn new(office: &Office, rows: u16, args: &[&str]) -> Self {
        Self::of(
            office,
            rows,
            &[&[env!("CARGO_BIN_EXE_nansen")], args].concat(),
        )
    }

    /// The same of any command line.
    pub(crate) fn of(office: &Office, rows: u16, line: &[&str]) -> Self {
        let mut command = Command::new("sh");
        let script = format!("stty rows {rows} cols 80; exec \"$0\" \"$@\"");
        command
            .args(["-c", &script])
            .args(line)
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", office.home())
            .env("TERM", "xterm")
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_TEST_NOW", NOW)
            .env("NANSEN_TEST_SCRYPT", "4")
            .env("NANSEN_TEST_KEEPER", office.keeper())
            .current_dir(office.home());
        Self {
            session: spawn_command(command, Some(20_000)).unwrap(),
            screen: Screen::new(rows),
        }
    }

    /// Waits for a text; gives the rows of the screen as a person then sees them.
    pub(crate) fn until(&mut self, text: &str) -> Vec<String> {
        let before = self.session.exp_string(text).unwrap();
        self.show(&(before + text));
        self.screen.now().rows(0, 80).collect()
    }

    /// What the program says until it ends.
    pub(crate) fn end(&mut self) -> String {
        let rest = self.session.exp_eof().unwrap();
        self.show(&rest);
        rest
    }

    fn show(&mut self, text: &str) {
        self.screen.show(text);
    }

    /// The screen, and everything that can be scrolled back to.
    pub(crate) fn left(&mut self) -> String {
        self.screen.left()
    }

    /// Through the three cards of the seal key: the words of each as they stood there, and what a camera made of the
    /// square, where there is room for one.
    pub(crate) fn shares(&mut self, squares: bool) -> Vec<(String, String)> {
        let mut card = |number: u8| {
            self.until(&format!("Card {number} of 3"));
            let words = numbered(&self.until("Is the card copied?"), 28);
            self.session.send_line("y").unwrap();
            let mut code = String::new();
            if squares {
                code = square(&self.until("Go on?"));
                self.session.send_line("").unwrap();
            }
            (words.join(" "), code)
        };
        vec![card(1), card(2), card(3)]
    }

    /// Up to the card: takes the passphrase that is proposed, and gives it.
    pub(crate) fn passphrase(&mut self) -> String {
        let rows = self.until("Have you written it down?");
        let words = rows.iter().find(|row| row.starts_with("    ")).unwrap();
        self.session.send_line("y").unwrap();
        self.until("Type it back");
        self.session.send_line(words.trim()).unwrap();
        words.trim().to_owned()
    }
}

/// The numbered words that stand on a screen, in rows that begin with a number.
pub(crate) fn numbered(rows: &[String], count: u8) -> Vec<String> {
    let all = rows.iter().map(|row| row.split_whitespace());
    let all = all.filter(|row| {
        row.clone()
            .next()
            .is_some_and(|word| word.parse::<u8>().is_ok())
    });
    let all: Vec<&str> = all.flatten().collect();
    (1..=count)
        .map(|place| {
            let at = all.iter().position(|word| *word == place.to_string());
            all[at.unwrap_or_else(|| panic!("{place} is not seen in {rows:#?}")) + 1].to_owned()
        })
        .collect()
}

/// What a camera reads off the square on a screen: light blocks on a dark ground.
pub(crate) fn square(rows: &[String]) -> String {
    let picture: Vec<Vec<char>> = rows
        .iter()
        .filter(|row| row.contains('█'))
        .map(|row| row.chars().collect())
        .collect();
    let light = |x: usize, y: usize| {
        let block = picture.get(y / 2).and_then(|row| row.get(x)).copied();
        match block {
            Some('█') => true,
            Some('▀') => y.is_multiple_of(2),
            Some('▄') => !y.is_multiple_of(2),
            _ => false,
        }
    };
    let size = picture[0].len();
    let grey = |x: usize, y: usize| if light(x / 4, y / 4) { 255 } else { 0 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * 4, size * 4, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "no square in {rows:#?}");
    grids[0].decode().unwrap().1
}

/// Public halves of a key file's key and of a card's words.
fn recipient(office: &Office, name: &str, words: &str) -> String {
    let said = office.run_with(
        &["--json", "key", "recover", "--no-passphrase", "-o", name],
        words,
    );
    said.json()["recipient"].as_str().unwrap().to_owned()
}

#[test]
fn on_a_screen_of_24_rows_the_whole_card_is_seen() {
    // One row less is what the square needs with the question.
    for rows in [24, 23] {
        the_whole_card_is_seen(rows);
    }
}

fn the_whole_card_is_seen(rows: u16) {
    let office = Office::empty();
    let mut terminal = Terminal::new(&office, rows, &["init"]);
    terminal.passphrase();
    let words = numbered(&terminal.until("Is the card copied?"), 24);
    terminal.session.send_line("y").unwrap();
    let code = square(&terminal.until("Go on?"));
    terminal.session.send_line("").unwrap();
    // Those of the seal key are seen whole as well.
    for (words, code) in terminal.shares(true) {
        let read = |text: &str| nansen::vault::Share::read(text).unwrap();
        assert_eq!(read(&words), read(&code));
    }
    terminal.session.exp_eof().unwrap();
    // Both are the key that opens the store: the words as they stood there, and what a camera made of the square.
    let of_words = recipient(&office, "words.age", &words.join(" "));
    std::fs::write(office.home().join("square.age"), &code).unwrap();
    for key in ["words.age", "square.age"] {
        let members = office.ok(&["--key", key, "--json", "key", "list"]).json();
        // The member, the card, and who has two of the other three.
        assert_eq!(members["items"].as_array().unwrap().len(), 3, "{of_words}");
    }
}

#[test]
fn a_card_is_of_the_sort_of_the_key_and_known_by_the_store() {
    // The seeded office's key is of the older sort.
    for (office, begins) in [
        (Office::empty(), "AGE-SECRET-KEY-PQ-1"),
        (Office::seeded(), "AGE-SECRET-KEY-1"),
    ] {
        let store = office.home().join("carded");
        let store = store.to_str().unwrap();
        let older = office.key();
        let older = older.exists().then(|| older.to_str().unwrap().to_owned());
        let mut args = vec!["--store", store, "init"];
        if let Some(key) = &older {
            args.extend(["--key", key]);
        }
        let mut terminal = Terminal::new(&office, 24, &args);
        if older.is_none() {
            terminal.passphrase();
        }
        let words = numbered(&terminal.until("Is the card copied?"), 24);
        terminal.session.send_line("y").unwrap();
        let code = square(&terminal.until("Go on?"));
        assert!(code.starts_with(begins), "{code}");
        terminal.session.send_line("").unwrap();
        terminal.shares(true);
        terminal.session.exp_eof().unwrap();
        // Beside the store the words give the key; elsewhere they are taken for a card of the newer sort, and that is told.
        let recover = |store: &str, file: &str| {
            let args = [
                "--store",
                store,
                "key",
                "recover",
                "--no-passphrase",
                "-o",
                file,
            ];
            let said = office.run_with(&args, &words.join(" "));
            assert_eq!(said.code, 0, "{}", said.shown());
            let key = std::fs::read_to_string(office.home().join(file)).unwrap();
            (key.lines().last().unwrap().to_owned(), said.err)
        };
        let (key, said) = recover(store, "here.age");
        assert_eq!(key, code);
        assert!(!said.contains("no store"), "{said}");
        office.ok(&["--key", "here.age", "--store", store, "key", "list"]);
        let (key, said) = recover("nowhere", "elsewhere.age");
        assert!(key.starts_with("AGE-SECRET-KEY-PQ-1"), "{key}");
        assert!(said.contains("open no store here"), "{said}");
    }
}

#[test]
fn where_the_square_has_no_room_the_words_do() {
    let office = Office::empty();
    let mut terminal = Terminal::new(&office, 20, &["init"]);
    terminal.passphrase();
    let rows = terminal.until("Is the card copied?");
    let words = numbered(&rows, 24);
    let all = rows.join(" ");
    assert!(all.contains("too small") && !all.contains('█'), "{rows:#?}");
    terminal.session.send_line("y").unwrap();
    terminal.shares(false);
    let rest = terminal.session.exp_eof().unwrap();
    assert!(!rest.contains("Go on?"), "{rest}");
    recipient(&office, "words.age", &words.join(" "));
    office.ok(&["--key", "words.age", "key", "list"]);
}

#[test]
fn a_card_that_was_not_copied_makes_no_store() {
    let office = Office::empty();
    let mut terminal = Terminal::new(&office, 24, &["init"]);
    terminal.passphrase();
    terminal.until("Is the card copied?");
    terminal.session.send_line("n").unwrap();
    terminal.session.exp_string("not confirmed").unwrap();
    terminal.session.exp_eof().unwrap();
    assert!(office.files().is_empty(), "{:?}", office.files());
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
    session.exp_string("Go on").unwrap();
    session.send_line("y").unwrap();
    for card in 1..=3 {
        session.exp_string(&format!("Card {card} of 3")).unwrap();
        session.exp_string("Is the card copied").unwrap();
        session.send_line("y").unwrap();
        session.exp_string("Go on").unwrap();
        session.send_line("y").unwrap();
    }
    session.exp_eof().unwrap();
    assert!(office.store().join("store.db").exists());

    // The passphrase opens it, and so do the words of the card.
    let mut session = at_terminal(&office, &["--format", "human", "status"]);
    session.exp_string("Passphrase").unwrap();
    session.send_line(&passphrase.join(" ")).unwrap();
    session.exp_string("can open it").unwrap();
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
    assert_eq!(names, ["m1", "recovery", "holder-1"]);
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

/// A case with one application that is pending.
fn pending(office: &Office, law: &str) -> String {
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", law]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    case
}

#[test]
fn a_decision_is_asked_for_with_every_day_and_judged_before_it_is_agreed_to() {
    let office = Office::open();
    let case = pending(&office, "de");
    let key = office.key();
    let args = ["--key", key.to_str().unwrap(), "record", "decision", &case];
    let mut session = at_terminal(&office, &args);
    let shown = session.exp_string("refused").unwrap();
    assert!(!shown.contains("allowed"), "{shown}");
    session.send_line("refused").unwrap();
    session.exp_string("Why it was refused").unwrap();
    session.send_line("").unwrap();
    let days = [
        "The date of the decision itself",
        "When the person was told",
        "When it was formally served",
        "When it came into the person's hands",
        "When it was sent off",
    ];
    for label in days.iter().chain(&["How it reached the person"]) {
        session.exp_string(label).unwrap();
        session.send_line("").unwrap();
    }
    // Nothing is lost where something is missing: it is asked for again.
    session.exp_string("is missing").unwrap();
    for (label, day) in days.iter().zip(["2026-02-16", "", "2026-02-23", "", ""]) {
        session.exp_string(label).unwrap();
        session.send_line(day).unwrap();
    }
    let echo = session.exp_string("Record this").unwrap();
    assert!(
        words(&echo)
            .join(" ")
            .contains("last: applied for international protection"),
        "{echo}"
    );
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(shown["applications"][0]["state"], "refused", "{shown:#}");

    // The remedy is offered with the body that it goes to, and no other.
    let args = ["--key", key.to_str().unwrap(), "record", "appeal", &case];
    let mut session = at_terminal(&office, &args);
    let shown = session.exp_string("Verwaltungsgericht").unwrap();
    assert!(!shown.contains("administrative review"), "{shown}");
    session.send_control('c').unwrap();
    session.exp_eof().unwrap();
}

#[test]
fn nobody_types_a_decision_where_nothing_is_pending() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let key = office.key();
    let args = ["--key", key.to_str().unwrap(), "record", "decision", &case];
    let mut session = at_terminal(&office, &args);
    session.exp_string("nothing is pending").unwrap();
    session.exp_eof().unwrap();
}

#[test]
fn closing_says_which_case_is_meant() {
    let office = Office::open();
    let case = pending(&office, "de");
    let key = office.key();
    let mut session = at_terminal(&office, &["--key", key.to_str().unwrap(), "close"]);
    session.exp_string("Which case").unwrap();
    session.send_line("").unwrap();
    session.exp_string(&case).unwrap();
    session.exp_string("last: applied for").unwrap();
    session.exp_string("Why the case ends").unwrap();
    session.send_line("recorded twice").unwrap();
    session.exp_string("Close this case?").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(shown["state"], "closed");
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
    session.exp_string("can open it").unwrap();
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
