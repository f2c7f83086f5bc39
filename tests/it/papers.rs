//! What the documents say of the program is so.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn path(rel: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(rel)
}

fn read(rel: &str) -> String {
    std::fs::read_to_string(path(rel)).unwrap_or_else(|_| panic!("no {rel}"))
}

/// Every promise of the threat model names a test or a step of `.ci/run`, and all that are named are there.
#[test]
fn promises_name_tests_that_exist() {
    let paper = read("docs/threat-model.md");
    let steps = read(".ci/run");
    let mut promises = 0;
    for row in paper.lines() {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [promise, _, held_by] = cells[..] else {
            continue;
        };
        if !promise.starts_with("| P") && !promise.starts_with("| D") {
            continue;
        }
        let mut named = 0;
        for quoted in held_by.split('`').skip(1).step_by(2) {
            let Some((file, test)) = quoted.split_once("::") else {
                assert_eq!(quoted, ".ci/run", "{promise} names no test");
                continue;
            };
            let found = read(file).contains(&format!("fn {test}("));
            assert!(found, "{file} has no test {test}");
            named += 1;
        }
        for step in held_by.split('"').skip(1).step_by(2) {
            assert!(steps.contains(&format!("step '{step}'")), "{step}");
            named += 1;
        }
        assert!(named > 0, "nothing holds {promise}");
        promises += 1;
    }
    assert!(promises >= 22 + 7, "{promises}");
}

/// A promise that another paper names by its number is one, and each number is given once.
#[test]
fn promises_are_named_by_their_numbers() {
    let paper = read("docs/threat-model.md");
    let numbers = paper.lines().filter_map(|row| row.strip_prefix("| P"));
    let mut numbers: Vec<&str> = numbers
        .filter_map(|row| row.split(' ').next())
        .filter(|number| number.parse::<u8>().is_ok())
        .collect();
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "a number is given twice");
    let mut named = 0;
    for paper in ["docs/claims.md", "docs/threat-model.md"] {
        for text in read(paper).split(|c: char| !c.is_ascii_alphanumeric()) {
            if let Some(number) = text.strip_prefix('P').filter(|it| it.parse::<u8>().is_ok()) {
                assert!(numbers.contains(&number), "{paper}: P{number} is not there");
                named += 1;
            }
        }
    }
    // Each stands once where it is made; others speak of them, too.
    assert!(named > count, "{named}");
}

/// Every crate that we name in `Cargo.toml` has its reason, and no other has one.
#[test]
fn each_dependency_has_its_reason() {
    let manifest = read("Cargo.toml");
    let mut inside = false;
    let mut declared = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && let Some((name, _)) = line.split_once(" = ") {
            declared.insert(name.trim_start_matches("# ").to_owned());
        }
    }
    let paper = read("docs/dependencies.md");
    let (taken, _) = paper.split_once("## Not taken").unwrap();
    let named = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    let explained: BTreeSet<String> = taken.lines().filter_map(named).collect();
    assert_eq!(declared, explained);
}

/// `docs/errors.md`, from the texts themselves.
fn errors() -> String {
    let mut out = String::from(
        "# Errors\n\n\
        Every fault that the program tells of, by the id that stands in `{\"error\":{\"id\",…}}` under `--json`, with\n\
        its words and what to do next. `{ $name }` is filled in. Scripts go by the id and the\n\
        [exit code](exit-codes.md), never by the words. Made by `cargo test --test it write_errors -- --ignored`.\n",
    );
    let texts = read("locales/en/errors.ftl");
    let mut heading = None;
    let lines: Vec<&str> = texts.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = Some(title);
        }
        let Some((id, words)) = line.strip_prefix("err-").and_then(|l| l.split_once(" = ")) else {
            continue;
        };
        // Where the words go by a number, those for many.
        let words = if words.ends_with("->") {
            let many = lines[at..].iter();
            let mut many = many.filter_map(|l| l.trim_start().strip_prefix("*[other] "));
            many.next().unwrap()
        } else {
            words
        };
        let hint = format!("hint-{id} = ");
        let hint = lines[at..].iter().find_map(|l| l.strip_prefix(&hint));
        let hint = hint.unwrap_or_else(|| panic!("no hint of {id}"));
        if let Some(title) = heading.take() {
            let _ = write!(
                out,
                "\n## {title}\n\n| id | what it says | what to do |\n| --- | --- | --- |\n"
            );
        }
        // The first word of an id names the kind of thing, the rest the fault.
        let (kind, fault) = id.split_once('-').unwrap_or((id, ""));
        let id = if fault.is_empty() {
            kind.to_owned()
        } else {
            format!("{kind}.{fault}")
        };
        let _ = writeln!(out, "| `{id}` | {} | {} |", cell(words), cell(hint));
    }
    out
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn every_error_stands_in_the_docs() {
    let stored = std::fs::read_to_string(path("docs/errors.md")).unwrap_or_default();
    assert_eq!(
        stored,
        errors(),
        "run `cargo test --test it write_errors -- --ignored`"
    );
}

#[test]
#[ignore = "writes docs/errors.md"]
fn write_errors() {
    std::fs::write(path("docs/errors.md"), errors()).unwrap();
}
