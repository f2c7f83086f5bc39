use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use fluent_bundle::FluentResource;

use super::{LANGUAGES, Locale};

/// Families whose ids are put together while the program runs; each has a test of its own.
const BUILT: &[&str] = &[
    "marker-", "arg-", "basis-", "cmd-", "code-", "err-", "fact-", "field-", "finding-", "help-",
    "hint-", "need-", "notice-", "note-", "step-", "topic-", "warning-",
];

fn english_ids() -> Vec<String> {
    let (_, files) = LANGUAGES[0];
    files
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.contains(' '))
        .collect()
}

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

fn all_code() -> String {
    let mut paths = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut paths,
    );
    paths
        .iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_file_can_be_read_and_says_nothing_twice() {
    for (language, files) in LANGUAGES {
        for file in *files {
            if let Err((_, faults)) = FluentResource::try_new((*file).to_owned()) {
                panic!("{language}: {faults:?}");
            }
        }
    }
    let ids = english_ids();
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(*id)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_id_that_the_code_names_exists() {
    let ids: BTreeSet<_> = english_ids().into_iter().collect();
    let code = all_code();
    let mut missing = BTreeSet::new();
    for call in [".text(", ".say(", ".say_all("] {
        for rest in code.split(call).skip(1) {
            let Some(literal) = rest.trim_start().strip_prefix('"') else {
                continue;
            };
            let id = literal.split('"').next().unwrap();
            if !ids.contains(id) {
                missing.insert(id.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "no sentence for {missing:?}");
}

#[test]
fn every_sentence_is_used() {
    let code = all_code();
    let idle: Vec<_> = english_ids()
        .into_iter()
        .filter(|id| !BUILT.iter().any(|family| id.starts_with(family)))
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(idle.is_empty(), "nothing says {idle:?}");
}

#[test]
fn says_what_is_missing() {
    let english = Locale::english();
    assert_eq!(english.text("no-such-id"), "⟨no-such-id⟩");
    assert_eq!(
        english.code("outcome", "from_the_future"),
        "from_the_future"
    );
}

#[test]
fn picks_a_language() {
    assert_eq!(Locale::pick(Some("en-GB"), &[]).language(), "en");
    assert_eq!(Locale::pick(None, &["tlh", "en_US.UTF-8"]).language(), "en");
    assert_eq!(Locale::pick(Some("xx"), &["C"]).language(), "en");
}

#[test]
fn says_days() {
    let english = Locale::english();
    let day = NaiveDate::from_ymd_opt(2021, 10, 13).unwrap();
    assert_eq!(english.day(day), "Wed 13 Oct 2021");
    let partial = |text: &str| english.partial(text.parse().unwrap());
    assert_eq!(partial("2021-09"), "Sep 2021");
    assert_eq!(partial("1997"), "1997");
    assert_eq!(
        partial("2021-09-10..2021-09-15"),
        "10 Sep 2021 to 15 Sep 2021"
    );
    let left: Vec<_> = [-3, -1, 0, 1, 12].map(|n| english.days_left(n)).into();
    assert_eq!(
        left,
        [
            "3 days overdue",
            "1 day overdue",
            "today",
            "tomorrow",
            "in 12 days"
        ]
    );
}

#[test]
fn fills_texts_in_as_what_they_are() {
    let english = Locale::english();
    let fills = BTreeMap::from([("count".to_owned(), "1".to_owned())]);
    assert_eq!(english.say_all("day-in", &fills), "in 1 day");
    let fills = BTreeMap::from([
        ("weekday".to_owned(), "x".to_owned()),
        ("day".to_owned(), "2021-10-13".to_owned()),
    ]);
    assert_eq!(english.say_all("day-full", &fills), "x Wed 13 Oct 2021");
}
