use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use fluent_bundle::FluentResource;

use super::{LANGUAGES, Locale, PAPERS};

/// Families whose ids are put together while the program runs; each has a test of its own.
const BUILT: &[&str] = &[
    "marker-",
    "arg-",
    "basis-",
    "cmd-",
    "code-",
    "err-",
    "fact-",
    "field-",
    "finding-",
    "help-",
    "figures-column-",
    "hint-",
    "need-",
    "notice-",
    "note-",
    "step-",
    "topic-",
    "warning-",
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

/// Families whose every id the paper for the person can ask for. What a rule of the law says is not among them: it stands in
/// the rules, in English.
const PAPER: &[&str] = &[
    "access-",
    "code-act-",
    "code-answer-",
    "code-appeal-kind-",
    "code-application-kind-",
    "code-appointment-",
    "code-basis-",
    "code-case-end-",
    "code-check-in-how-",
    "code-deadline-state-",
    "code-actor-",
    "code-disappearance-",
    "code-document-kind-",
    "code-entry-state-",
    "code-event-",
    "code-fact-value-",
    "code-field-source-",
    "code-filing-",
    "code-label-",
    "code-lawyer-",
    "code-leave-",
    "code-link-",
    "code-mandate-",
    "code-means-",
    "code-opening-reason-",
    "code-order-",
    "code-origin-",
    "code-outcome-",
    "code-own-",
    "code-protection-",
    "code-purpose-",
    "code-reason-",
    "code-referral-outcome-",
    "code-relation-",
    "code-removal-",
    "code-resettlement-",
    "code-review-outcome-",
    "code-risk-",
    "code-role-",
    "code-service-",
    "code-sex-",
    "code-task-",
    "code-trigger-",
    "entry-",
    "fact-",
    "join-",
    "month-",
    "weekday-",
];

/// Of these families, what stands in no paper: entries of the office and not of a case, and computed deadlines, which have
/// a list of their own.
const NO_PAPER: &[&str] = &[
    "code-event-absence",
    "code-event-alarm-plan",
    "code-event-backup-kept",
    "code-event-batch",
    "code-event-import",
    "code-event-import-undone",
    "code-event-field-declared",
    "code-event-log-signed",
    "code-event-notice",
    "code-event-notice-end",
    "code-event-release-proposed",
    "code-event-retention",
    "code-event-retention-warned",
    "code-event-second-person",
    "code-event-stats-threshold",
    "code-event-warnings",
    "entry-deadline",
    "entry-deadline-undated",
    "entry-deadline-confirmed",
    "entry-deadline-gone",
    "plan-heading",
];

/// Families whose every id a table of numbers can ask for.
const TABLE: &[&str] = &[
    "code-application-state-",
    "code-country-",
    "code-dimension-",
    "code-expires-",
    "code-final-",
    "code-instance-",
    "code-quantile-",
    "code-rate-",
    "code-region-",
    "code-result-",
    "code-time-",
    "code-unit-",
    "decimal-",
    "figure-",
    "figures-",
    "marker-",
    "note-",
    "rate-",
    "time-",
];

/// What a page of lists, deadlines or a case can ask for besides.
const PAGE: &[&str] = &[
    "code-case-",
    "code-files-",
    "code-measure-",
    "code-rule-status-",
    "day-in",
    "day-to",
    "due-ahead",
    "due-disappeared",
    "due-everyones",
    "due-left",
    "due-measure",
    "due-mine",
    "due-nobodys-only",
    "due-overdue-only",
    "due-since",
    "deadline-arguable",
    "deadline-at-once",
    "deadline-first-day",
    "deadline-no-number",
    "deadline-not-arguable",
    "deadline-restoration",
    "deadline-safe",
    "deadline-second",
    "deadline-still-arguable",
    "deadline-they-file",
    "deadline-told",
    "deadline-unconfirmed",
    "deadline-unknown",
    "deadline-watched",
    "due-stands-in",
    "due-tasks",
    "due-title",
    "due-within",
    "list-closed-left-out",
    "list-count",
    "list-title",
    "mark-",
    "page-as-written",
    "plan-head",
];

#[test]
fn what_readers_outside_get_is_whole_in_each_of_its_languages() {
    let english: BTreeSet<String> = english_ids().into_iter().collect();
    for (language, files) in PAPERS {
        let file = files.concat();
        FluentResource::try_new(file.clone()).unwrap();
        let listed: Vec<&str> = (file.lines())
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="))
            .map(|(id, _)| id)
            .collect();
        let own: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(own.len(), listed.len(), "{language} says something twice");
        let missing: Vec<_> = (english.iter())
            .filter(|id| {
                PAPER
                    .iter()
                    .chain(TABLE)
                    .chain(PAGE)
                    .any(|family| id.starts_with(family))
            })
            .filter(|id| !NO_PAPER.contains(&id.as_str()) && !own.contains(id.as_str()))
            .collect();
        assert!(missing.is_empty(), "{language} has no {missing:?}");
        // English calls a month the same with and without a day.
        let idle = |id: &&&str| !english.contains(**id) && !id.starts_with("month-alone-");
        let idle: Vec<_> = own.iter().filter(idle).collect();
        assert!(idle.is_empty(), "{language}: English has no {idle:?}");
    }
    let russian = Locale::paper("ru").unwrap();
    let sealed = |count: i64| russian.say("show-sealed", &[("count", &count)]);
    let forms = [1, 3, 5, 21].map(sealed);
    assert!(forms[0].ends_with("конверт") && forms[1].ends_with("конверта"));
    assert!(forms[2].ends_with("конвертов") && forms[3].ends_with("конверт"));
    let arabic = Locale::paper("ar").unwrap();
    let sealed = |count: i64| arabic.say("show-sealed", &[("count", &count)]);
    let forms: BTreeSet<String> = [1, 2, 3, 11, 100].map(sealed).into();
    assert_eq!(forms.len(), 5, "{forms:?}");
    assert!(Locale::paper("xx").is_none() && !Locale::knows("ru"));
}
