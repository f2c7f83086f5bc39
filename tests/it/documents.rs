//! Documents that hang on a case: sealed like names, opened with a reason, gone with the case.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use rexpect::process::{Signal, WaitStatus};
use serde_json::Value;

use crate::canary::silent;
use crate::identity::office;
use crate::output::to_a_full_disk;
use crate::prompts::Terminal;
use crate::support::{Office, Said};

/// Nobody's name, in every document here.
const WORD: &str = "Zyxqwv";

/// What a court wrote, out of the home: what is looked for there must not be there.
fn paper(dir: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join("Zyxqwv-Canarjus.pdf");
    fs::write(&path, bytes).unwrap();
    path
}

fn decision() -> Vec<u8> {
    let mut bytes = b"%PDF-1.4 /Author (Zyxqwv Canarjus) /Producer ()\n".to_vec();
    // More than one part of what is kept, and nothing that repeats.
    for number in 0..30_000_u32 {
        bytes.extend_from_slice(format!("Zyxqwv {number}\n").as_bytes());
    }
    bytes
}

fn add(office: &Office, case: &str, path: &std::path::Path, more: &[&str]) -> Value {
    let path = path.to_str().unwrap();
    let args = [&["--json", "document", "add", case, path][..], more].concat();
    let said = office.ok(&args);
    assert!(!said.shown().contains(WORD), "{}", said.shown());
    said.json()
}

/// What a document holds, through a pipe.
fn piped(office: &Office, args: &[&str]) -> Vec<u8> {
    let all = [&["document", "open"][..], args, &["-o", "-"]].concat();
    let output = office.command(&all).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn audited(office: &Office) -> usize {
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    items
        .filter(|item| item["what"] == "document.opened")
        .count()
}

const WHY: [&str; 4] = ["--reason", "court", "--because", "the court asks"];
const HOLDER: [&str; 4] = ["--key", "me.age", "--key", "seal.age"];

/// What the ways of `document` say, in JSON.
pub(crate) fn told_of(office: &Office, case: &str) -> Vec<Said> {
    fs::write(office.home().join("rules.pdf"), "%PDF-1.4 /Title (x)").unwrap();
    let add = [
        "--json",
        "document",
        "add",
        case,
        "rules.pdf",
        "--no-person-in-it",
    ];
    vec![
        office.ok(&add),
        office.ok(&add),
        office.ok(&["--json", "document", "list", case]),
    ]
}

#[test]
fn a_document_is_read_by_a_holder_alone_who_says_why() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let bytes = decision();
    let path = paper(&away, &bytes);
    let made = add(&office, &case, &path, &["--kind", "decision"]);
    assert_eq!(
        (&made["sealed"], &made["holders"]),
        (&true.into(), &1.into())
    );
    let id = made["document"].as_str().unwrap();
    // Neither what it holds nor its name is anywhere, and whoever added it cannot read it back.
    silent(&office, &[WORD, "Canarjus"]);
    let locked = office.fails(
        3,
        &[
            "document", "open", id, "-o", "-", WHY[0], WHY[1], WHY[2], WHY[3],
        ],
    );
    assert!(locked == "identity.locked", "{locked}");
    assert_eq!(audited(&office), 0);
    let unsaid = office.fails(
        2,
        &[
            "document", "open", id, "-o", "-", "--key", "me.age", "--key", "seal.age",
        ],
    );
    assert!(unsaid == "args.missing", "{unsaid}");
    let personal = [
        &HOLDER[..],
        &[
            id,
            "--reason",
            "court",
            "--because",
            "call +7 900 000 00 17",
        ],
    ]
    .concat();
    let args = [&["document", "open"][..], &personal, &["-o", "-"]].concat();
    assert_eq!(office.run(&args).code, 2);
    assert_eq!(audited(&office), 0);
    let opened = piped(&office, &[&HOLDER[..], &[&id[..8]], &WHY].concat());
    assert!(opened == bytes);
    assert_eq!(audited(&office), 1);
    let shown = office.ok(&["show", &case, "--format", "human"]).out;
    assert!(
        shown.contains("decision added as a document, sealed"),
        "{shown}"
    );
    let listed = office.ok(&["--json", "document", "list", &case]).json();
    assert_eq!(listed["items"][0]["kind"], "decision");
    assert_eq!(listed["items"][0]["document"], id);
    silent(&office, &[WORD, "Canarjus"]);
    office.ok(&["store", "verify"]);
    // Where nothing takes it nobody saw it, and nobody is told that it is done: that it was opened is on record.
    let mut opened = audited(&office);
    if fs::exists("/dev/full").unwrap() {
        let args = [&["document", "open", id, "-o", "-"][..], &HOLDER, &WHY].concat();
        assert_eq!(to_a_full_disk(&office, &args), "document.not-seen");
        opened += 1;
    }
    // Taken back it is shown to nobody.
    office.ok(&["retract", id, "--because", "the wrong case"]);
    let args = [&["document", "open", id, "-o", "-"][..], &HOLDER, &WHY].concat();
    assert!(office.fails(1, &args) == "document.taken-back");
    assert_eq!(audited(&office), opened);
}

#[test]
fn who_opened_a_document_of_one_person_is_told_to_that_person_alone() {
    let (office, case) = office();
    office.ok(&["person", "add", &case, "--relation", "spouse"]);
    let away = tempfile::tempdir().unwrap();
    let path = paper(&away, b"%PDF-1.4 hers");
    let added = add(&office, &case, &path, &["--person", "2"]);
    let id = added["document"].as_str().unwrap();
    piped(&office, &[&[id][..], &HOLDER, &WHY].concat());
    for (person, told) in [("1", false), ("2", true)] {
        let args = ["--json", "case", "access", &case, "--person", person];
        let looked = office.ok(&args).json()["looked"].to_string();
        assert_eq!(
            looked.contains("document.opened"),
            told,
            "{person}: {looked}"
        );
    }
}

#[test]
fn what_no_person_is_in_is_for_all_and_hangs_there_once() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let path = paper(&away, b"%PDF-1.4 rules of the house");
    let first = add(&office, &case, &path, &["--no-person-in-it"]);
    let commits = office.ok(&["--json", "store", "info"]).json()["commits"].clone();
    let again = add(&office, &case, &path, &["--no-person-in-it"]);
    assert_eq!(again["already_there"], true);
    assert_eq!(again["document"], first["document"]);
    assert_eq!(
        office.ok(&["--json", "store", "info"]).json()["commits"],
        commits
    );
    let id = first["document"].as_str().unwrap();
    assert_eq!(piped(&office, &[id]), b"%PDF-1.4 rules of the house");
    assert_eq!(audited(&office), 0);
    // The same file sealed twice is two: nobody could compare them.
    let one = add(&office, &case, &path, &[]);
    let two = add(&office, &case, &path, &[]);
    assert_ne!(one["document"], two["document"]);
    let none = office.fails(1, &["document", "open", "aaaaaaaa", "-o", "-"]);
    assert!(!none.is_empty());
    let entry = office.ok(&["--json", "show", &case]).json()["events"][0]["event"].clone();
    let other = office.fails(1, &["document", "open", entry.as_str().unwrap(), "-o", "-"]);
    assert!(other == "document.none", "{other}");
}

#[test]
fn what_a_photograph_says_of_itself_is_taken_out_and_of_a_pdf_it_is_told() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let segment = |marker: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], length.as_slice(), data].concat()
    };
    let photograph = [
        vec![0xff, 0xd8],
        segment(0xe1, b"Exif\0\0MM\0\x2aZyxqwv 55.75 N 37.61 E"),
        segment(0xfe, b"Zyxqwv"),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        vec![1, 2, 3, 0xff, 0xd9],
    ]
    .concat();
    let path = paper(&away, &photograph);
    let made = add(
        &office,
        &case,
        &path,
        &["--no-person-in-it", "--kind", "photo"],
    );
    assert_eq!(made["removed"], serde_json::json!(["exif", "comment"]));
    let kept = piped(&office, &[made["document"].as_str().unwrap()]);
    assert!(!kept.windows(6).any(|six| six == WORD.as_bytes()));
    assert!(kept.ends_with(&[1, 2, 3, 0xff, 0xd9]));
    // As evidence of when and where it was taken it stays as it is.
    let made = add(
        &office,
        &case,
        &path,
        &["--no-person-in-it", "--keep-metadata"],
    );
    assert_eq!(made["told"], serde_json::json!(["kept"]));
    let kept = piped(&office, &[made["document"].as_str().unwrap()]);
    assert!(kept == photograph);
    let made = add(&office, &case, &paper(&away, &decision()), &[]);
    assert_eq!(made["told"], serde_json::json!(["author"]));
    let torn = paper(&away, &photograph[..20]);
    let error = office.fails(1, &["document", "add", &case, torn.to_str().unwrap()]);
    assert!(error == "document.image", "{error}");
}

#[test]
fn what_cannot_be_added_changes_nothing() {
    let plain = Office::open();
    let case = plain.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let away = tempfile::tempdir().unwrap();
    let path = paper(&away, b"%PDF-1.4");
    let file = path.to_str().unwrap();
    let error = plain.fails(1, &["document", "add", &case, file]);
    assert!(error == "identity.nobody", "{error}");
    let (office, case) = office();
    let before = office.files();
    File::create(&path).unwrap().set_len(25_000_001).unwrap();
    let error = office.fails(1, &["document", "add", &case, file]);
    assert!(error == "document.too-large", "{error}");
    File::create(&path).unwrap();
    assert!(office.fails(1, &["document", "add", &case, file]) == "document.empty");
    office.fails(1, &["document", "add", &case, "/nowhere"]);
    fs::write(&path, "%PDF-1.4").unwrap();
    office.fails(1, &["document", "add", &case, file, "--on", "A9"]);
    office.fails(2, &["document", "add", &case, file, "--max-size", "101"]);
    let shown = office.fails(5, &["document", "open", "aaaaaaaa"]);
    assert!(shown == "document.nowhere", "{shown}");
    let store = |files: Vec<(PathBuf, Vec<u8>)>| {
        let of_store = files.into_iter();
        let of_store = of_store.filter(|(path, _)| path.starts_with(office.store()));
        of_store.collect::<Vec<_>>()
    };
    assert!(store(office.files()) == store(before));
}

#[test]
fn it_goes_with_the_case_and_comes_back_with_a_backup() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let bytes = decision();
    let path = paper(&away, &bytes);
    let made = add(&office, &case, &path, &["--kind", "decision"]);
    let id = made["document"].as_str().unwrap().to_owned();
    let large = fs::metadata(office.store().join("store.db")).unwrap().len();
    office.ok(&["backup", "make", "one.nansen"]);
    office.ok(&["backup", "verify", "one.nansen"]);
    office.ok(&["key", "rotate"]);
    office.ok(&["store", "verify"]);
    office.ok(&[
        "identity",
        "forget",
        &case,
        "--confirm",
        &case,
        "--because",
        "asked for it",
    ]);
    office.ok(&["store", "verify"]);
    let small = fs::metadata(office.store().join("store.db")).unwrap().len();
    assert!(small + 300_000 < large, "{small} of {large}");
    let args = [&["document", "open", &id, "-o", "-"][..], &HOLDER, &WHY].concat();
    office.fails(1, &args);
    office.ok(&["backup", "restore", "one.nansen", "--store", "restored"]);
    let there = ["--store", "restored"];
    let opened = piped(&office, &[&HOLDER[..], &[&id], &WHY, &there].concat());
    assert!(opened == bytes);
    office.ok(&["--store", "restored", "store", "verify"]);
}

#[test]
fn an_archive_holds_it_and_another_store_opens_it_with_the_same_key() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let bytes = decision();
    let path = paper(&away, &bytes);
    add(&office, &case, &path, &["--kind", "decision"]);
    let open = paper(&away, b"%PDF-1.4 rules of the house");
    add(&office, &case, &open, &["--no-person-in-it"]);
    office.ok(&["export", "archive", "--in-the-open", "-o", "all.jsonl"]);
    let archive = fs::read_to_string(office.home().join("all.jsonl")).unwrap();
    let other = Office::open();
    let from = office.home().join("all.jsonl");
    other.ok(&["import", from.to_str().unwrap()]);
    other.ok(&["store", "verify"]);
    let listed = other.ok(&["--json", "document", "list", &case]).json();
    let id = |nth: usize| {
        listed["items"][nth]["document"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(piped(&other, &[&id(1)]), b"%PDF-1.4 rules of the house");
    fs::copy(
        office.home().join("seal.age"),
        other.home().join("seal.age"),
    )
    .unwrap();
    assert!(piped(&other, &[&HOLDER[..], &[&id(0)], &WHY].concat()) == bytes);
    other.ok(&["export", "archive", "--in-the-open", "-o", "again.jsonl"]);
    let again = fs::read_to_string(other.home().join("again.jsonl")).unwrap();
    let opened = |line: &&str| !line.contains("attachment-opened/1");
    let counted = |line: &&str| !line.starts_with("{\"schema\"");
    let here: Vec<&str> = archive.lines().filter(counted).collect();
    let there: Vec<&str> = again.lines().filter(opened).filter(counted).collect();
    assert_eq!(here.len(), there.len());
    assert!(here == there);
    // Without what it holds a line is none.
    let cut = archive.replacen("\"content\":", "\"contents\":", 1);
    let spoilt = archive.replacen("\"content\":\"", "\"content\":\"AAAA", 1);
    for (name, text) in [("cut.jsonl", cut), ("spoilt.jsonl", spoilt)] {
        let third = Office::open();
        fs::write(third.home().join(name), text).unwrap();
        third.fails(1, &["import", name]);
        assert_eq!(
            third.ok(&["--json", "list"]).json()["items"],
            serde_json::json!([])
        );
    }
}

/// Killed at any moment, or on a full disk, it is there and whole or not there.
#[test]
fn killed_or_on_a_full_disk_it_is_there_whole_or_not_at_all() {
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let bytes = decision();
    let path = paper(&away, &bytes);
    let listed = || {
        let listed = office.ok(&["--json", "document", "list", &case]).json();
        listed["items"].as_array().unwrap().clone()
    };
    let blocks = fs::metadata(office.store().join("store.db")).unwrap().len() / 1024;
    for more in [1, 100, 300] {
        let script = format!(
            "ulimit -f {}; exec \"$0\" --json --no-input document add \"$@\"",
            blocks + more
        );
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_nansen"), &case])
            .arg(&path)
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .current_dir(office.home())
            .output()
            .unwrap();
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["error"]["id"], "store.full", "{error}");
        assert!(listed().is_empty());
        office.ok(&["store", "verify"]);
    }
    let (mut there, mut absent) = (0, 0);
    for round in 0..24_u64 {
        let before = listed().len();
        let mut child = Command::new(env!("CARGO_BIN_EXE_nansen"))
            .args(["--no-input", "document", "add", &case])
            .arg(&path)
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_KEY", office.key())
            .current_dir(office.home())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(20 + round * 25));
        drop(child.kill());
        child.wait().unwrap();
        match listed().len() - before {
            0 => absent += 1,
            1 => there += 1,
            more => panic!("{more}"),
        }
        if there > 1 && absent > 3 {
            break;
        }
    }
    assert!(absent > 0, "{there} and {absent}");
    add(&office, &case, &path, &[]);
    office.ok(&["store", "verify"]);
    for item in listed() {
        let id = item["document"].as_str().unwrap();
        assert!(piped(&office, &[&HOLDER[..], &[id], &WHY].concat()) == bytes);
    }
}

/// The program at a terminal, up to the moment at which the document lies there; and where.
fn laid(office: &Office, id: &str, seconds: &str) -> (Terminal, PathBuf) {
    let folder = office.home().join("looked");
    drop(fs::create_dir(&folder));
    let shown = format!("NANSEN_TEST_SHOWN={seconds}");
    let line = [
        "env",
        &shown,
        env!("CARGO_BIN_EXE_nansen"),
        "document",
        "open",
        id,
        "-o",
        "looked",
    ];
    let mut terminal = Terminal::of(office, 24, &[&line[..], &HOLDER, &WHY].concat());
    terminal.until("Press Enter");
    let draft = fs::read_dir(&folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    (terminal, draft.join("document.pdf"))
}

#[test]
fn at_a_terminal_it_lies_in_a_private_place_that_is_emptied() {
    use std::os::unix::fs::PermissionsExt as _;
    let (office, case) = office();
    let away = tempfile::tempdir().unwrap();
    let bytes = decision();
    let made = add(&office, &case, &paper(&away, &bytes), &[]);
    let id = made["document"].as_str().unwrap();
    let empty = || {
        fs::read_dir(office.home().join("looked"))
            .unwrap()
            .next()
            .is_none()
    };
    let (mut terminal, file) = laid(&office, id, "60");
    assert!(fs::read(&file).unwrap() == bytes);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    // A second name tells whether it was overwritten before it went.
    let other = office.home().join("second-name");
    fs::hard_link(&file, &other).unwrap();
    terminal.session.send_line("").unwrap();
    terminal.end();
    let status = terminal.session.process().wait().unwrap();
    assert!(matches!(status, WaitStatus::Exited(_, 0)), "{status:?}");
    assert!(empty());
    let left = fs::read(&other).unwrap();
    assert!(left.len() == bytes.len() && !left.windows(6).any(|six| six == WORD.as_bytes()));
    fs::remove_file(other).unwrap();
    for signal in [
        Signal::SIGINT,
        Signal::SIGTERM,
        Signal::SIGHUP,
        Signal::SIGTSTP,
    ] {
        let (mut terminal, file) = laid(&office, id, "60");
        assert!(file.exists());
        terminal.session.process_mut().signal(signal).unwrap();
        terminal.end();
        let status = terminal.session.process().wait().unwrap();
        assert!(
            matches!(status, WaitStatus::Exited(_, 130)),
            "{signal:?}: {status:?}"
        );
        assert!(empty(), "{signal:?}");
    }
    // After its time, which is ten times that of a name.
    let (mut terminal, file) = laid(&office, id, "1");
    terminal.end();
    assert!(!file.exists() && empty());
    // What `kill -9` leaves the next one takes away.
    let (mut terminal, file) = laid(&office, id, "60");
    terminal
        .session
        .process_mut()
        .signal(Signal::SIGKILL)
        .unwrap();
    drop(terminal.session.process().wait());
    assert!(file.exists());
    let (mut terminal, another) = laid(&office, id, "60");
    assert!(!file.exists() || another == file);
    terminal.session.send_line("").unwrap();
    terminal.end();
    assert!(empty());
    silent(&office, &[WORD]);
}
