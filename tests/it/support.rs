//! A hermetic office: a temporary home, a fixed clock, a store of its own.

use std::cell::Cell;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The day on which every test happens unless it says otherwise.
pub(crate) const NOW: &str = "2026-03-04T09:00:00Z";

/// A key that guards nothing: ids hang on whose store it is.
const SEEDED_KEY: &str =
    "AGE-SECRET-KEY-165G6J549VHU5CW549VMA9LC9RQQG6QM0TR4YY8VDE0PK58U0U89Q7DXM6M\n";

/// The cell of a table that has a key, one value a dimension.
#[track_caller]
pub(crate) fn cell<'a>(table: &'a Value, key: &[&str]) -> &'a Value {
    let cells = table["cells"].as_array().unwrap();
    let found = cells.iter().find(|cell| cell["key"] == json!(key));
    found.unwrap_or_else(|| panic!("{key:?} in {table}"))
}

/// What it prints.
#[track_caller]
pub(crate) fn printed<'a>(table: &'a Value, key: &[&str]) -> &'a str {
    cell(table, key)["shown"].as_str().unwrap()
}

/// A home with a member's key, and a store once [`Office::open`] made it.
pub(crate) struct Office {
    home: TempDir,
    pub(crate) now: String,
    /// Of the next command's randomness, where it is to repeat.
    seed: Option<Cell<u64>>,
}

/// What one command said.
pub(crate) struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The JSON on stdout.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|_| panic!("no JSON: {}{}", self.out, self.err))
    }

    /// Stdout, stderr and exit status in one text.
    pub(crate) fn shown(&self) -> String {
        let mut text = self.out.clone();
        if !self.err.is_empty() {
            let _ = write!(text, "------- stderr -------\n{}", self.err);
        }
        if self.code != 0 {
            let _ = writeln!(text, "[exit status: {}]", self.code);
        }
        text
    }
}

pub(crate) fn said(output: &std::process::Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Said {
        code: output.status.code().expect("killed by a signal"),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

impl Office {
    /// A home without a store.
    pub(crate) fn empty() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            now: NOW.to_owned(),
            seed: None,
        }
    }

    /// A home with a key without a passphrase and a store without a card.
    pub(crate) fn open() -> Self {
        let office = Self::empty();
        let key = office.key();
        office.ok(&[
            "key",
            "generate",
            "--no-passphrase",
            "-o",
            key.to_str().unwrap(),
        ]);
        office.ok(&["init", "--no-recovery"]);
        office
    }

    /// An office in which every number and id comes out the same each time: see [`SEEDED_KEY`].
    pub(crate) fn seeded() -> Self {
        let mut office = Self::empty();
        office.seed = Some(Cell::new(1));
        std::fs::write(office.key(), SEEDED_KEY).unwrap();
        office.ok(&["init", "--no-recovery"]);
        office
    }

    /// The same office on another day.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.now = format!("{day}T09:00:00Z");
        self
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.home().join("store")
    }

    pub(crate) fn key(&self) -> PathBuf {
        self.home().join("me.age")
    }

    /// Under which name the kernel keeps this office's key, apart from those of other tests.
    pub(crate) fn keeper(&self) -> &str {
        self.home().file_name().unwrap().to_str().unwrap()
    }

    /// The program in this office, with nothing else in its environment.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = assert_cmd::cargo::cargo_bin_cmd!("nansen");
        command
            .env_clear()
            .env("HOME", self.home())
            .env("TMPDIR", self.home())
            .env("COLUMNS", "100")
            .env("TZ", "UTC")
            .env("NANSEN_STORE", self.store())
            .env("NANSEN_KEY", self.key())
            .env("NANSEN_TEST_NOW", &self.now)
            .env("NANSEN_TEST_SCRYPT", "4")
            .env("NANSEN_TEST_KEEPER", self.keeper())
            .current_dir(self.home())
            .arg("--no-input")
            .args(args);
        if let Some(seed) = &self.seed {
            command.env("NANSEN_TEST_SEED", seed.replace(seed.get() + 1).to_string());
        }
        command
    }

    /// Runs a command with `input` on stdin.
    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Said {
        said(&self.command(args).write_stdin(input).output().unwrap())
    }

    /// Runs commands at the same moment, each in a process of its own.
    pub(crate) fn at_once(&self, commands: &[&[&str]]) -> Vec<Said> {
        let gate = std::sync::Barrier::new(commands.len());
        let commands: Vec<Command> = commands.iter().map(|args| self.command(args)).collect();
        std::thread::scope(|scope| {
            let started: Vec<_> = commands
                .into_iter()
                .map(|mut command| {
                    let gate = &gate;
                    scope.spawn(move || {
                        gate.wait();
                        said(&command.output().unwrap())
                    })
                })
                .collect();
            started.into_iter().map(|one| one.join().unwrap()).collect()
        })
    }

    /// Runs a command.
    pub(crate) fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, "")
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{args:?}: {}", said.shown());
        said
    }

    /// Runs a command that must fail with `code`; gives the id of the error.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, args: &[&str]) -> String {
        let mut all = vec!["--json"];
        all.extend(args);
        let said = self.run(&all);
        assert_eq!(said.code, code, "{args:?}: {}", said.shown());
        assert_eq!(said.out, "", "an error leaves stdout empty");
        let error: Value = serde_json::from_str(said.err.lines().last().unwrap()).unwrap();
        for part in ["id", "message", "hint"] {
            assert!(
                !error["error"][part].as_str().unwrap().is_empty(),
                "{part} of {error}"
            );
        }
        error["error"]["id"].as_str().unwrap().to_owned()
    }

    /// Opens a case and gives its number.
    pub(crate) fn new_case(&self, options: &[&str]) -> String {
        let mut args = vec!["new", "--json"];
        args.extend(options);
        self.ok(&args).json()["case"].as_str().unwrap().to_owned()
    }

    /// Every file of the home, with its bytes.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn walk(dir: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in std::fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found);
                } else {
                    let bytes = std::fs::read(&path).unwrap();
                    found.push((path, bytes));
                }
            }
        }
        let mut found = Vec::new();
        walk(self.home(), &mut found);
        found.sort();
        found
    }
}
