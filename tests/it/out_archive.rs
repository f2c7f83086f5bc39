//! `export archive` and `import` of it: a store that holds the same, and nothing of keys.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use jsonschema::validator_for;
use serde_json::Value;

use crate::members::seal_to_one;
use crate::out_lists::many;
use crate::story::tell;
use crate::support::Office;

fn export(office: &Office, file: &str) -> String {
    office.ok(&["export", "archive", "--in-the-open", "-o", file]);
    std::fs::read_to_string(office.home().join(file)).unwrap()
}

/// An office that took it in.
fn another(office: &Office, file: &str) -> Office {
    let other = Office::open().on(&office.now[..10]);
    let path = office.home().join(file);
    other.ok(&["import", path.to_str().unwrap()]);
    other
}

/// What a command prints, with every id exchanged for the place at which it first stands there: another store has others.
fn without_ids(text: &str) -> String {
    let mut known: Vec<String> = Vec::new();
    let mut shown = String::new();
    let mut word = String::new();
    for mark in text.chars().chain(['\n']) {
        if mark.is_ascii_lowercase() || mark.is_ascii_digit() {
            word.push(mark);
            continue;
        }
        if word.len() == 26 {
            let at = known
                .iter()
                .position(|one| *one == word)
                .unwrap_or_else(|| {
                    known.push(word.clone());
                    known.len() - 1
                });
            word = format!("id{at}");
        }
        shown.push_str(&word);
        shown.push(mark);
        word.clear();
    }
    shown
}

fn same(one: &Office, other: &Office) {
    let cases = one.ok(&["list", "--all", "--format", "plain"]).out;
    let cases: Vec<&str> = cases
        .lines()
        .skip(1)
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert!(!cases.is_empty());
    let mut all = vec![
        vec!["--json", "list", "--all"],
        vec![
            "--json",
            "stats",
            "show",
            "--inside",
            "--unit",
            "decisions",
            "--by",
            "outcome",
        ],
        vec!["--json", "deadline", "warn"],
    ];
    all.extend(
        cases
            .iter()
            .take(40)
            .map(|case| vec!["--json", "show", case, "--all"]),
    );
    for args in all {
        let [here, there] = [one, other].map(|office| without_ids(&office.ok(&args).out));
        assert!(here == there, "{args:?}\n{here}\n{there}");
    }
    // Those of one day stand in the order of their ids.
    let [here, there] = [one, other].map(|office| {
        let due = office
            .ok(&[
                "--format",
                "plain",
                "due",
                "--worker",
                "all",
                "--within",
                "900d",
                "--columns",
                "due,case,what,rule,state",
            ])
            .out;
        let mut lines: Vec<String> = due.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    });
    assert_eq!(here, there);
}

#[test]
fn an_archive_makes_an_equal_store_and_that_one_the_same_archive() {
    for office in [many(), {
        let office = Office::open();
        let case = tell(&office);
        office.ok(&["deadline", "warn", "--set", "7d,1d"]);
        let second = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
        office.ok(&["link", &case, "--to", &second, "--as", "family"]);
        office.ok(&["export", "ics", "-o", "office.ics"]);
        office
    }] {
        let first = export(&office, "all.jsonl");
        let other = another(&office, "all.jsonl");
        same(&office, &other);
        let again = export(&other, "again.jsonl");
        assert!(again == first, "another archive");
        other.ok(&["store", "verify"]);
        other.ok(&["store", "rebuild"]);
        same(&office, &other);
        let audit = other.ok(&["--json", "audit"]).out;
        assert!(audit.contains("archive.read") && audit.contains("archive.exported"));
        println!(
            "{} events, {} bytes",
            first.lines().count() - 1,
            first.len()
        );
    }
}

#[test]
fn every_line_is_as_the_schema_says() {
    let office = Office::open();
    tell(&office);
    let schema = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/docs/format/archive.schema.json"
    );
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(schema).unwrap()).unwrap();
    let schema = validator_for(&schema).unwrap();
    let text = export(&office, "all.jsonl");
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let faults: Vec<String> = schema
            .iter_errors(&value)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{line}: {faults:?}");
    }
    for wrong in [
        "{}",
        "{\"n\":0,\"at\":1,\"by\":\"m1\",\"person\":1,\"kind\":\"note/1\",\"fields\":{}}",
        "[]",
    ] {
        let value: Value = serde_json::from_str(wrong).unwrap();
        assert!(!schema.is_valid(&value), "{wrong}");
    }
}

#[test]
fn an_archive_has_nothing_of_keys_and_what_is_sealed_opens_with_the_same_key_elsewhere() {
    let office = Office::open();
    seal_to_one(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let person = "{\"names\":[\"Example Person\"]}";
    assert_eq!(
        office.run_with(&["identity", "seal", &case], person).code,
        0
    );
    let text = export(&office, "all.jsonl");
    let path = office.home().join("all.jsonl");
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    for word in [
        "age1",
        "AGE-SECRET",
        "member/1",
        "seal-group/1",
        "device/1",
        "recipient",
        "Example",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    let other = another(&office, "all.jsonl");
    let seal = office.home().join("seal.age");
    let me = other.key();
    let keys = [
        "--key",
        me.to_str().unwrap(),
        "--key",
        seal.to_str().unwrap(),
    ];
    let open = [
        "--json",
        "identity",
        "open",
        &case,
        "--reason",
        "court",
        "--because",
        "-",
        "--force",
    ];
    let said = other.run_with(&[&keys[..], &open].concat(), "a hearing");
    assert_eq!(said.code, 0, "{}", said.shown());
    assert!(said.out.contains("Example Person"), "{}", said.shown());
}

/// By what a file is known again hangs on keys that no archive has: it is told.
#[test]
fn a_store_made_of_an_archive_says_that_it_does_not_know_the_file_again() {
    let office = Office::open();
    office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let line =
        r#"{"type":"case","case":"r1","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#;
    assert_eq!(office.run_with(&["import", "-"], line).code, 0);
    let archive = ["export", "archive", "--in-the-open", "-o", "all.jsonl"];
    office.ok(&archive);
    let other = Office::open();
    let file = office.home().join("all.jsonl");
    let taken = other.ok(&["--format", "human", "import", file.to_str().unwrap()]);
    let said = format!("{}{}", taken.out, taken.err);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("1 case came out of a sheet or a file."),
        "{said}"
    );
}

#[test]
fn only_whoever_says_so_makes_one_in_the_open() {
    let office = Office::open();
    tell(&office);
    let before = office.files();
    assert_eq!(
        office.fails(2, &["export", "archive", "-o", "all.jsonl"]),
        "args.missing"
    );
    assert_eq!(
        office.fails(2, &["export", "archive", "--in-the-open"]),
        "args.missing"
    );
    assert_eq!(office.files(), before);
    std::fs::write(office.home().join("all.jsonl"), "the older").unwrap();
    let before = office.files();
    let args = ["export", "archive", "--in-the-open", "-o", "all.jsonl"];
    assert_eq!(office.fails(1, &args), "file.exists");
    assert_eq!(office.files(), before);
}

#[test]
fn what_is_no_whole_archive_changes_nothing() {
    let office = Office::open();
    let case = tell(&office);
    let text = export(&office, "all.jsonl");
    let file = |name: &str, text: &str| {
        let path = office.home().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| lines.join("\n") + "\n";
    let member = "{\"n\":1,\"at\":1,\"by\":\"m1\",\"person\":1,\"kind\":\"member/1\",\"fields\":{\"alias\":\"m7\",\"mark\":\"00\",\"card\":false}}";
    let mut swapped = lines.clone();
    swapped.swap(3, 4);
    let other = Office::open();
    let before = other.files();
    for (name, text) in [
        ("cut", joined(&lines[..lines.len() - 1])),
        ("longer", joined(&[&lines[..], &[member]].concat())),
        ("left out", joined(&[&lines[..3], &lines[4..]].concat())),
        ("swapped", joined(&swapped)),
        (
            "a member",
            joined(&[&lines[..1], &[member], &lines[2..]].concat()),
        ),
        ("ahead", text.replacen("{\"$event\":", "{\"$event\":9", 1)),
        ("no end", text[..text.len() - 20].to_owned()),
    ] {
        let path = file(name, &text);
        assert_eq!(
            other.fails(1, &["import", path.to_str().unwrap()]),
            "archive.line",
            "{name}"
        );
        assert!(other.files() == before, "{name}");
    }
    let whole = office.home().join("all.jsonl");
    let whole = whole.to_str().unwrap();
    for option in [&["--dry-run"][..], &["--skip-bad", "bad.jsonl"]] {
        let args = [&["import", whole], option].concat();
        assert_eq!(other.fails(2, &args), "args.not-of-archive");
    }
    assert!(other.files() == before);
    other.ok(&["import", whole]);
    assert_eq!(other.fails(1, &["import", whole]), "archive.not-empty");
    assert_eq!(office.fails(1, &["import", whole]), "archive.not-empty");
    assert_eq!(
        other.ok(&["--json", "show", &case]).json()["case"],
        case.as_str()
    );
    assert!(Path::new(whole).exists());
}
