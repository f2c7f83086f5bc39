//! `-o` and `--force`: neither a store nor a key nor a backup is lost to a mistyped name.

use std::fs;

use crate::support::Office;

const FORMS: [&str; 5] = ["ics", "csv", "xlsx", "html", "md"];

/// `export FORM … -o FILE`.
fn export<'a>(form: &'a str, file: &'a str, force: bool) -> Vec<&'a str> {
    let mut args = vec!["export", form, "-o", file];
    if form != "ics" {
        args.extend(["--of", "list"]);
    }
    if force {
        args.push("--force");
    }
    args
}

#[test]
fn force_replaces_files_of_the_same_sort_alone() {
    let office = Office::open();
    office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["backup", "make", "copy.nansen"]);
    office.ok(&["export", "archive", "--in-the-open", "-o", "archive.jsonl"]);
    let at = |name: &str| office.home().join(name);
    fs::write(at("others.txt"), "# office\nage1pq1\n").unwrap();
    fs::write(at("minutes.html"), "<html><p>Minutes</p></html>").unwrap();
    fs::write(
        at("other.ics"),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n",
    )
    .unwrap();
    let before = office.files();
    for form in FORMS {
        for file in [
            "me.age",
            "copy.nansen",
            "archive.jsonl",
            "others.txt",
            "minutes.html",
            "other.ics",
        ] {
            let id = office.fails(1, &export(form, file, true));
            assert_eq!(id, "file.other-sort", "{form} over {file}");
        }
    }
    assert!(office.files() == before);
    for form in FORMS {
        let file = format!("mine.{form}");
        office.ok(&export(form, &file, false));
        for other in FORMS.iter().filter(|other| **other != form) {
            let id = office.fails(1, &export(other, &file, true));
            assert_eq!(id, "file.other-sort", "{other} over {form}");
        }
        office.ok(&export(form, &file, true));
    }
    fs::write(at("empty"), "").unwrap();
    office.ok(&export("md", "empty", true));
    assert!(fs::read_to_string(at("empty")).unwrap().starts_with("# "));
}

#[test]
fn nothing_is_written_into_the_folder_of_a_store() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let other = Office::open();
    fs::create_dir(office.store().join("within")).unwrap();
    std::os::unix::fs::symlink(office.store(), office.home().join("link")).unwrap();
    let mut before = office.files();
    let mine = office.store().to_str().unwrap().to_owned();
    let theirs = other.store().to_str().unwrap().to_owned();
    for folder in [&mine, &format!("{mine}/within"), &theirs, "link"] {
        let file = format!("{folder}/x");
        for form in FORMS {
            assert_eq!(
                office.fails(2, &export(form, &file, false)),
                "args.in-store"
            );
        }
        for args in [
            &["list", "-o", &file][..],
            &["case", "timeline", &case, "-o", &file],
            &["key", "generate", "--no-passphrase", "-o", &file],
            &["export", "archive", "--in-the-open", "-o", &file],
            &["stats", "ledger", "-o", &file],
        ] {
            assert_eq!(office.fails(2, args), "args.in-store", "{args:?}");
        }
        assert_eq!(
            office.fails(2, &["backup", "make", &file]),
            "args.backup-in-store"
        );
    }
    for part in ["store.db", "keys.age", "head"] {
        for form in FORMS {
            let file = office.store().join(part);
            let id = office.fails(2, &export(form, file.to_str().unwrap(), true));
            assert_eq!(id, "args.in-store", "{form} over {part}");
        }
    }
    let mut after = office.files();
    // The link leads there, too.
    for files in [&mut before, &mut after] {
        files.retain(|(path, _)| path.starts_with(office.store()));
    }
    assert!(before == after);
    office.ok(&["store", "verify"]);
}
