//! What the name of a file says of its form is what is in it.

use crate::looks;

/// An ending that is that of no form is refused before anything is done; those that are known are named, in the help as well.
#[test]
fn a_file_is_what_its_name_says() {
    let office = looks::office(&[(2, 0, 0); 12]);
    let files = office.files();
    let release = ["stats", "release", "--to", "press", "--by", "protection"];
    let known = [".txt", ".tsv", ".json", ".jsonl", ".csv", ".md", ".html"];
    for name in ["figures.pdf", "figures.docx", "figures.csv2"] {
        let told = office.run(&[&["-o", name], &release[..]].concat());
        assert_eq!(told.code, 2, "{}", told.shown());
        for ending in known.iter().chain(&[".xlsx", ".svg"]) {
            assert!(told.err.contains(ending), "{ending}: {}", told.err);
        }
    }
    let refused = |args: &[&str], words: &str| {
        let told = office.run(args);
        assert_eq!(told.code, 2, "{args:?}: {}", told.shown());
        assert!(told.err.contains(words), "{args:?}: {}", told.err);
    };
    for command in [&["list"][..], &["due"], &["status"], &["stats", "ledger"]] {
        refused(&[&["-o", "all.pdf"], command].concat(), "no form");
        // What only tables of figures have is no form of these.
        refused(&[&["-o", "all.xlsx"], command].concat(), "alone: xlsx");
    }
    let shape = ["--shape", "unhcr", "--where", "jurisdiction=ru"];
    let to_page = ["-o", "unhcr.html", "stats", "release", "--to", "press"];
    refused(&[&to_page[..], &shape].concat(), "none by its name");
    // A list of cases without names is CSV.
    let list = ["export", "anonymous", "--to", "press"];
    for ending in ["pdf", "html", "md", "xlsx", "json", "tsv"] {
        let name = format!("list.{ending}");
        for command in [
            &list[..],
            &["export", "anonymous", "--approve", "R2026-001"],
        ] {
            refused(&[&["-o", &name], command].concat(), "none by its name");
        }
    }
    assert!(office.files() == files, "nothing is written or leaves");
    for name in ["list.csv", "LIST.CSV", "list"] {
        // Of so few cases there is none: that was looked at.
        let told = office.run(&[&["-o", name], &list[..]].concat());
        assert_eq!(told.code, 5, "{name}: {}", told.shown());
    }

    // Whoever says which form is meant may call the file as they like, and capitals are no other ending.
    for (name, format) in [
        ("figures.pdf", &["--format", "csv"][..]),
        ("FIGURES.CSV", &[]),
        ("figures", &[]),
    ] {
        office.ok(&[&["-o", name], format, &release].concat());
        let text = std::fs::read_to_string(office.home().join(name)).unwrap();
        assert!(text.starts_with("protection"), "{name}: {text}");
    }
    // What names its own files is not asked.
    office.ok(&["key", "generate", "--no-passphrase", "-o", "new.secret"]);
    let help = office.ok(&["help", "formats"]).out;
    for form in known.iter().chain(&[".xlsx", ".svg"]) {
        assert!(help.contains(form), "{form}: {help}");
    }
}
