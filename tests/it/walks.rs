//! The walks of `examples/walks`: each ends as it says, needs nothing but the program and a shell, and can fail.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/walks")
}

/// The scripts, by name.
fn walks() -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder()).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let mut scripts: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|ext| ext == "sh"))
        .collect();
    scripts.sort();
    scripts
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn run(script: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_nansen")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let home = tempfile::tempdir().unwrap();
    Command::new("sh")
        .arg(script)
        .env_clear()
        .env("HOME", home.path())
        .env("TMPDIR", home.path())
        .env("PATH", format!("{}:{path}", program.display()))
        .current_dir(home.path())
        .output()
        .unwrap()
}

#[test]
fn each_walk_ends_as_it_says() {
    let scripts = walks();
    let (left, right) = scripts.split_at(scripts.len() / 2);
    std::thread::scope(|scope| {
        for half in [left, right] {
            scope.spawn(move || {
                for script in half {
                    let output = run(script);
                    let said = String::from_utf8_lossy(&output.stdout);
                    let wrong = String::from_utf8_lossy(&output.stderr);
                    let name = script.display();
                    assert!(output.status.success(), "{name}: {said}{wrong}");
                    assert!(
                        said.ends_with("\nwalk: as it should be\n"),
                        "{name}: {said}"
                    );
                    assert_eq!(wrong, "", "{name}");
                }
            });
        }
    });
}

/// Each walk checks days of the law's own, says what happens at each step, and stands in the README.
#[test]
fn the_walks_are_what_the_readme_says() {
    let readme = text(&folder().join("../README.md"));
    let scripts = walks();
    assert_eq!(scripts.len(), 12);
    let mut laws = std::collections::BTreeSet::new();
    for script in &scripts {
        let name = script.file_name().unwrap().to_str().unwrap();
        assert!(
            readme.contains(&format!("`{name}`")),
            "{name} is not in the README"
        );
        let words = text(script);
        assert!(!words.contains("jq"), "{name}");
        let law = words
            .lines()
            .find_map(|line| line.strip_prefix("walk "))
            .unwrap();
        laws.insert(law.split(' ').next().unwrap().to_owned());
        let count = |word: &str| words.lines().filter(|line| line.starts_with(word)).count();
        assert!(count("says ") >= 5 && count("deadline ") >= 3, "{name}");
        assert!(words.ends_with("walked\n"), "{name}");
    }
    assert!(laws.len() >= 8, "{laws:?}");
}

/// A walk whose law went another way ends with an error, and says what differs.
#[test]
fn a_walk_can_fail() {
    let walk = text(&folder().join("kr-objection-and-suit.sh"));
    for (right, wrong, told) in [
        (
            "deadline kr.objection 2024-03-14 open",
            "deadline kr.objection 2024-03-15 open",
            "2024-03-14 open",
        ),
        (
            "state A1.3 allowed",
            "state A1.3 dismissed",
            "wanted dismissed, got allowed",
        ),
        (
            "refuses history.over-the-court",
            "refuses history.closed",
            "wanted history.closed",
        ),
        ("refuses history.over-the-court", "does", "history"),
    ] {
        assert!(walk.contains(right), "{right}");
        let dir = tempfile::tempdir().unwrap();
        let copy = dir.path().join("walk.sh");
        let lib = folder().join("lib/walk.sh");
        let words = walk.replace(right, wrong);
        let words = words.replace(r#"$(dirname "$0")/lib/walk.sh"#, lib.to_str().unwrap());
        std::fs::write(&copy, words).unwrap();
        let output = run(&copy);
        assert!(!output.status.success(), "{wrong}");
        let said = String::from_utf8_lossy(&output.stderr);
        // `does` tells what the program said, in words.
        let expected = if wrong == "does" { "no court" } else { told };
        assert!(
            said.starts_with("walk: ") && said.contains(expected),
            "{said}"
        );
    }
}
