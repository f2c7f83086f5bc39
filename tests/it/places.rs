//! What a person is told of where things are, and in which words and form.

use crate::support::{Office, Said};

fn human(office: &Office, args: &[&str]) -> Said {
    let mut all = vec!["--format", "human"];
    all.extend(args);
    office.ok(&all)
}

#[test]
fn the_program_says_where_the_store_and_the_key_are() {
    let office = Office::empty();
    let (store, key) = (office.store(), office.key());
    let (store, key) = (store.to_str().unwrap(), key.to_str().unwrap());
    office.ok(&["key", "generate", "--no-passphrase", "-o", key]);
    let said = human(&office, &["init", "--no-recovery"]).out;
    assert!(said.contains(store) && said.contains(key), "{said}");
    assert!(said.contains("nansen new"), "{said}");
    let said = human(&office, &["store", "info"]).out;
    assert!(said.contains(store), "{said}");
    let said = office.ok(&["--json", "store", "info"]).out;
    assert!(!said.contains(store), "{said}");
    let said = human(&office, &["help", "environment"]).out;
    for place in ["~/.local/share/nansen/store", "~/.config/nansen/me.age"] {
        assert!(said.contains(place), "{said}");
    }
}

#[test]
fn a_language_or_a_form_that_is_none_is_not_taken_silently() {
    let office = Office::open();
    assert_eq!(office.fails(2, &["--lang", "xx", "list"]), "args.value");
    office.ok(&["--lang", "en-GB", "list"]);
    for args in [
        &["--format", "human", "list", "--json"][..],
        &["--json", "list", "--format", "csv"],
        &["--format", "human", "--json", "list"],
    ] {
        let said = office.run(args);
        assert_eq!(said.code, 2, "{}", said.shown());
        assert!(said.err.contains("does not go with") || said.err.contains("args.conflict"));
    }
    office.ok(&["--format", "json", "list"]);
}

const LINES: &str = r#"{"type":"case","case":"row-17","origin":"SY","jurisdiction":"md"}
{"type":"application","case":"row-17","ref":"a1","kind":"single_procedure","lodged":"2026-01-05"}
{"type":"decision","case":"row-17","on":"a1","outcome":"refused","notified":"2026-02-20"}
{"type":"note","case":"row-17","text":"calls from +49 151 23456789 in the evening"}
"#;

#[test]
fn a_dry_run_names_the_lines_and_cases_of_the_file() {
    let office = Office::open();
    let dry = ["--format", "human", "import", "-", "--dry-run"];
    let said = office.run_with(&dry, LINES);
    assert_eq!(said.code, 0, "{}", said.shown());
    let row = said
        .out
        .lines()
        .find(|line| line.contains("row-17"))
        .unwrap();
    assert!(row.trim_start().starts_with('3'), "{row}");
    assert!(
        said.err
            .contains("line 4: I can see in this note a telephone number"),
        "{}",
        said.err
    );
    assert!(!said.shown().contains("151"), "{}", said.shown());
    let dry = ["--json", "import", "-", "--dry-run"];
    let map = office.run_with(&dry, LINES).json()["map"].clone();
    assert_eq!(map.as_array().unwrap().len(), 0);
    // The cases that are there are named as they are.
    office.run_with(&["import", "-"], LINES);
    let map = office.run_with(&["--json", "import", "-"], LINES).json()["map"].clone();
    let number = office.ok(&["--json", "list"]).json()["items"][0]["case"].clone();
    assert_eq!(map[0]["case"], number);
}

#[test]
fn a_hint_names_what_can_be_typed() {
    let office = Office::open();
    let said = |args: &[&str]| office.run(args).err;
    assert!(said(&["list", "--no-inpt"]).contains("did you mean --no-input?"));
    assert!(said(&["lst"]).contains("did you mean list?"));
    assert!(said(&["record", "xyz"]).contains("the events of `record`"));
    let tag = [
        "new",
        "--origin",
        "SY",
        "--jurisdiction",
        "de",
        "--tag",
        "a b",
    ];
    let tag = said(&tag);
    assert!(tag.contains("`--tag`") && !tag.contains("--tags"), "{tag}");
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    for lodged in ["2025-12-01", "2026-01-12"] {
        let lodged = ["--kind", "single_procedure", "--lodged", lodged];
        office.ok(&[&["record", "application", &case][..], &lodged].concat());
    }
    let several = said(&[
        "record",
        "decision",
        &case,
        "--outcome",
        "refused",
        "--decided",
        "2026-02-02",
    ]);
    assert!(several.contains("for example `--on A1`"), "{several}");
}

/// A folder, a device, a pipe to which nobody writes: none is read, and none is waited for.
#[test]
fn what_is_no_ordinary_file_is_told_and_not_read() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let pipe = office.home().join("pipe");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let commands: [&[&str]; 7] = [
        &["import", "FILE"],
        &["import", "FILE", "--plan", "-o", "map.toml"],
        &["document", "add", &case, "--no-person-in-it", "FILE"],
        &["backup", "verify", "FILE"],
        &["--store", "new", "backup", "restore", "FILE"],
        &["case", "import", "FILE", "-o", "r"],
        &["case", "receipt", "FILE"],
    ];
    for (what, id) in [
        (".", "file.folder"),
        ("pipe", "file.no-file"),
        ("/dev/zero", "file.no-file"),
    ] {
        for command in commands {
            let args: Vec<&str> = command
                .iter()
                .map(|word| if *word == "FILE" { what } else { word })
                .collect();
            assert_eq!(office.fails(1, &args), id, "{args:?}");
        }
    }
}

/// Where no recovery card was made, nobody is told to carry one out of the office.
#[test]
fn a_card_that_does_not_exist_is_not_to_be_taken_away() {
    let office = Office::open();
    crate::members::seal_to_one(&office);
    let needs = office.ok(&["--json", "status"]).json()["needs"].clone();
    let needs: Vec<&str> = needs
        .as_array()
        .unwrap()
        .iter()
        .map(|need| need["id"].as_str().unwrap())
        .collect();
    assert!(
        needs.contains(&"recovery.none") && needs.contains(&"names.unconfirmed"),
        "{needs:?}"
    );
    assert!(!needs.contains(&"recovery.unconfirmed"), "{needs:?}");
    let text = office.ok(&["--format", "human", "status"]).out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("make the recovery card first"), "{text}");
}
