//! Where a name goes that somebody typed in spite of all: into no file in the open, and into nothing that a failing
//! command says.

use std::process::Command;

use data_encoding::{BASE64, BASE64URL, HEXLOWER, HEXUPPER};
use unicode_normalization::UnicodeNormalization as _;

use crate::story::tell;
use crate::support::{Office, Said};

/// A person that there is not. The letters with marks have more than one form in Unicode.
pub(crate) const NAME: &str = "Zyxqwv Čanarjús";

/// The same where codes alone are taken.
const CODE: &str = "zyxqwv-canarjus";

/// The first word of either; it stands in no text of ours.
const WORD: &str = "zyxqwv";

/// Whether a command said anything of the name.
pub(crate) fn told(said: &Said) -> bool {
    let all = (said.out.clone() + &said.err).to_lowercase();
    all.contains(WORD) || all.contains("anarj")
}

/// What the forms are in which a text could lie in a file.
fn disguises(text: &str) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    let normal: String = text.nfc().collect();
    let apart: String = text.nfd().collect();
    for text in [normal.to_lowercase(), normal.to_uppercase(), normal, apart] {
        let bytes = text.as_bytes();
        // The beginning of a text may share its three bytes with what stands before it.
        for skip in 0..3 {
            let rest = &bytes[skip.min(bytes.len())..];
            let whole = &rest[..rest.len() / 3 * 3];
            forms.push(BASE64.encode(whole).into_bytes());
            forms.push(BASE64URL.encode(whole).into_bytes());
        }
        forms.push(HEXLOWER.encode(bytes).into_bytes());
        forms.push(HEXUPPER.encode(bytes).into_bytes());
        forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        forms.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        forms.push(text.replace(' ', "%20").into_bytes());
        let percent = |byte: &u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(*byte).to_string(),
            byte => format!("%{byte:02X}"),
        };
        forms.push(bytes.iter().map(percent).collect::<String>().into_bytes());
        forms.push(text.into_bytes());
    }
    forms
}

/// The first file below the home in which one of these texts stands, in any form.
pub(crate) fn singing(office: &Office, texts: &[&str]) -> Option<String> {
    let forms: Vec<Vec<u8>> = texts.iter().flat_map(|text| disguises(text)).collect();
    let holds = |bytes: &[u8], form: &[u8]| bytes.windows(form.len()).any(|window| window == form);
    office
        .files()
        .iter()
        .find(|(_, bytes)| forms.iter().any(|form| holds(bytes, form)))
        .map(|(path, _)| path.display().to_string())
}

#[track_caller]
pub(crate) fn silent(office: &Office, texts: &[&str]) {
    assert_eq!(singing(office, texts), None);
}

/// The canary is heard wherever it sits.
#[test]
fn a_canary_in_a_file_is_heard() {
    let office = Office::empty();
    let path = office.home().join("file");
    for before in ["", "a", "ab", "abc"] {
        for text in [NAME.nfc().collect::<String>(), NAME.nfd().collect()] {
            let text = format!("{before}{text}{before}");
            for bytes in [
                text.as_bytes().to_vec(),
                BASE64.encode(text.as_bytes()).into_bytes(),
                HEXUPPER.encode(text.as_bytes()).into_bytes(),
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            ] {
                std::fs::write(&path, &bytes).unwrap();
                assert!(singing(&office, &[NAME]).is_some(), "{text} {bytes:?}");
            }
        }
    }
    std::fs::write(&path, "nothing of it").unwrap();
    silent(&office, &[NAME]);
}

/// A name that somebody put wherever a text is taken stands nowhere in the open.
#[test]
fn what_is_typed_stands_nowhere_in_the_open() {
    let office = Office::open();
    let case = tell(&office);
    let note = |args: &[&str]| {
        let said = office.run_with(args, NAME);
        assert_eq!(said.code, 0, "{}", said.shown());
        assert!(!told(&said), "{}", said.shown());
    };
    let texts = [
        NAME,
        CODE,
        // What stands in the tables of its own accord.
        "CREATE TABLE",
        "SQLite format",
        "temporary_asylum",
    ];
    let mut looked = 0;
    let mut look = || {
        silent(&office, &texts);
        looked += 1;
    };
    note(&["record", "note", &case]);
    look();
    let new = ["new", "--origin", "KP", "--jurisdiction", "ru"];
    let coded = ["--office", CODE, "--tag", CODE];
    office.ok(&[&new[..], &coded].concat());
    look();
    let id = office.ok(&["--json", "show", &case]).json()["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["state"] == "missed" || one["state"] == "open")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    note(&["deadline", "waive", &id, "--because", "-"]);
    note(&[
        "record",
        "contact",
        &case,
        "--date",
        "2026-03-02",
        "--even-so",
        "-",
    ]);
    note(&["retract", "--because", "-", &last(&office, &case)]);
    look();
    let lines = format!(
        r#"{{"type":"case","case":"{NAME}","origin":"KP","jurisdiction":"ru","office":"{CODE}"}}
           {{"type":"contact","case":"{NAME}","ref":"{NAME} 1","date":"2026-03-02","place":"{CODE}"}}
           {{"type":"note","case":"{NAME}","text":"{NAME}"}}"#
    );
    let more = (1..6).map(|n| {
        format!(r#"{{"type":"case","case":"{NAME} {n}","origin":"KP","jurisdiction":"ru"}}"#)
    });
    let lines = lines + "\n" + &more.collect::<Vec<_>>().join("\n");
    let said = office.run_with(&["import", "-"], &lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    look();
    let holder = office.home().join("holder.age");
    let holder = holder.to_str().unwrap();
    let made = office.ok(&["--json", "key", "generate", "--no-passphrase", "-o", holder]);
    let recipients = office.home().join("holders.txt");
    let recipient = made.json()["recipient"].as_str().unwrap().to_owned();
    std::fs::write(&recipients, recipient).unwrap();
    office.ok(&[
        "key",
        "holders",
        "--recipients",
        recipients.to_str().unwrap(),
    ]);
    let person = serde_json::json!({"names": [NAME], "address": NAME, "note": NAME}).to_string();
    let said = office.run_with(&["identity", "seal", &case], &person);
    assert_eq!(said.code, 0, "{}", said.shown());
    assert!(!told(&said), "{}", said.shown());
    look();
    for args in [
        &["due"][..],
        &["status"],
        &["store", "info"],
        &["store", "verify"],
        &["store", "rebuild"],
        &["stats", "show", "--inside", "--unit", "persons"],
        &["undo"],
        &["stats", "release", "--to", CODE],
        &["-v", "due"],
    ] {
        let said = office.ok(args);
        assert!(!told(&said), "{args:?}: {}", said.shown());
    }
    look();
    assert_eq!(looked, 6);
}

/// The id of a case's last entry of a person.
fn last(office: &Office, case: &str) -> String {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap();
    let contact = events.iter().rev().find(|event| event["kind"] == "contact");
    contact.unwrap()["event"].as_str().unwrap().to_owned()
}

/// Runs a command that must fail, for people and for programs; neither hears what was typed.
#[track_caller]
fn refuses(office: &Office, args: &[&str], input: &str) {
    for form in [&[][..], &["--json"]] {
        let said = office.run_with(&[form, args].concat(), input);
        assert!(matches!(said.code, 1..=6), "{args:?}: {}", said.shown());
        assert!(!told(&said), "{args:?}: {}", said.shown());
    }
}

#[test]
fn no_error_repeats_what_was_typed() {
    let office = Office::open();
    let case = tell(&office);
    let event = last_of(&office, &case, "events", "event");
    let deadline = last_of(&office, &case, "deadlines", "id");
    let date = ["--date", "2026-03-02"];
    let explain = ["rule", "explain", "de.klage-2w"];
    let from = ["--from", "2026-03-02"];
    let fact = format!("detained={NAME}");
    let named = format!("{NAME}=true");
    let option = format!("--unknown={NAME}");
    let flag = format!("--{NAME}");
    let phone = format!("{NAME} +7 495 123-45-67");
    let path = format!("/nonexistent/{CODE}/file");
    let long = NAME.repeat(20);
    let file = |name: &str, text: &str| {
        let at = office.home().join(name);
        std::fs::write(&at, text).unwrap();
        at.to_str().unwrap().to_owned()
    };
    let made = [
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "m2.age",
    ];
    let made = office.ok(&made).json();
    let recipient = made["recipient"].as_str().unwrap();
    let recipients = file("m2.txt", recipient);
    let letter = file("letter.txt", &format!("{NAME}\n{NAME}"));
    let named_members = file("members.txt", &format!("{CODE} {recipient}"));
    // A field of the office's own that takes no such value, and files that declare none.
    let course = file(
        "course.toml",
        "[[field]]\nname = \"course\"\ntype = \"yes_no\"\n",
    );
    office.ok(&["field", "declare", &course]);
    let own = format!("course={NAME}");
    let by = format!("field:{NAME}");
    let only = format!("field:{NAME}=x,{NAME}");
    let column =
        format!("[[field]]\nname = \"{NAME}\"\ntype = \"{NAME}\"\nlabel.en = \"name {NAME}\"\n");
    let declared = file("declared.toml", &column);
    let undeclared = file("undeclared.toml", &format!("[[{NAME}]]\n{NAME} = {NAME}\n"));
    let commands: &[&[&str]] = &[
        // Names of commands and options, and more than a command takes.
        &[NAME],
        &[CODE],
        &["record", NAME],
        &["list", NAME],
        &["list", &option],
        &["list", &flag],
        &["help", NAME],
        &["completions", NAME],
        // Options of every command.
        &["--format", NAME, "list"],
        &["--color", NAME, "list"],
        &["--passphrase-fd", NAME, "list"],
        &["--as-of", NAME, "list"],
        &["--store", &path, "list"],
        &["--key", &path, "list"],
        &["list", "-o", &path],
        // Cases, entries, deadlines, members.
        &["show", NAME],
        &["show", CODE],
        &["show", "Зyxqwv"],
        &["link", &case, "--to", CODE, "--as", "family"],
        &["link", &case, "--to", &case, "--as", NAME],
        &["assign", &case, "--to", CODE],
        &[
            "new",
            "--origin",
            "KP",
            "--jurisdiction",
            "ru",
            "--to",
            CODE,
        ],
        &["due", "--worker", NAME],
        &["init", "--no-recovery", "--store", "second", "--as", NAME],
        &["retract", CODE],
        &[
            "correct",
            CODE,
            "--lodged",
            "2026-03-02",
            "--because",
            "stamp",
        ],
        &["deadline", "meet", CODE],
        &["deadline", "meet", &case, "--rule", CODE],
        &["record", "contact", &case, date[0], date[1], "--on", CODE],
        // Values of fields.
        &[
            "new",
            "--origin",
            NAME,
            "--jurisdiction",
            NAME,
            "--born",
            NAME,
        ],
        &[
            "new",
            "--origin",
            "KP",
            "--jurisdiction",
            "ru",
            "--office",
            NAME,
        ],
        &[
            "new",
            "--origin",
            "KP",
            "--jurisdiction",
            "ru",
            "--tag",
            NAME,
        ],
        &["record", "contact", &case, "--date", NAME],
        &[
            "record", "contact", &case, date[0], date[1], "--place", NAME,
        ],
        &["record", "application", &case, "--kind", NAME],
        &[
            "record",
            "decision",
            &case,
            "--outcome",
            "refused",
            "--refused",
            NAME,
        ],
        &["record", "fact", &case, "--fact", &fact],
        &["record", "fact", &case, "--fact", &named],
        &["record", "fact", &case, "--fact", NAME],
        &["record", "field", &case, "--field", NAME],
        &["record", "field", &case, "--field", &own],
        &["list", "--field", NAME],
        &["list", "--field", &own],
        &["stats", "show", "--inside", "--by", &by],
        &["stats", "show", "--inside", "--where", &only],
        &["field", "declare", &declared],
        &["field", "declare", &undeclared],
        &["correct", &event, "--decided", NAME, "--because", "stamp"],
        &["close", &case, "--reason", NAME],
        &["deadline", "set", &case, "--due", NAME],
        &["deadline", "extend", &deadline, "--until", NAME],
        // Reasons.
        &[
            "record",
            "contact",
            &case,
            date[0],
            date[1],
            "--even-so",
            &phone,
        ],
        &["deadline", "waive", &deadline, "--because", &phone],
        &["retract", &event, "--because", &long],
        &["stats", "release", "--to", &phone],
        // Questions.
        &["list", "--state", NAME],
        &["list", "--since", NAME],
        &["due", "--within", NAME],
        &["stats", "show", "--inside", "--unit", NAME],
        &["stats", "show", "--inside", "--by", NAME],
        &["stats", "show", "--inside", "--where", NAME],
        &["stats", "show", "--inside", "--where", &named],
        &["stats", "show", "--inside", "--period", NAME],
        &["rule", "list", "--jurisdiction", NAME],
        &["rule", "show", NAME],
        &["rule", "explain", NAME, from[0], from[1]],
        &["rule", "explain", "de.klage-2w", "--from", NAME],
        &[&explain[..], &from, &["--fact", &fact]].concat(),
        &[&explain[..], &from, &["--fact", &named]].concat(),
        &[&explain[..], &from, &["--fact", NAME]].concat(),
        &[&explain[..], &from, &["--date", &named]].concat(),
        &[&explain[..], &from, &["--region", NAME]].concat(),
        &["import", &path],
        // Names, keys, backups, papers.
        &["identity", NAME],
        &["identity", "seal", NAME],
        &["identity", "seal", &case],
        &["identity", "open", NAME, "--force"],
        &["identity", "open", &case, "--reason", NAME, "--force"],
        &[
            "identity",
            "open",
            &case,
            "--reason",
            "check",
            "--because",
            &phone,
            "--force",
        ],
        &["identity", "open", &case, "--force", "-o", &path],
        &["identity", "contact", NAME, "--force"],
        &["identity", "contact", &case, "--reason", NAME, "--force"],
        &["identity", "contact", &case, "--to", NAME],
        &["identity", "match", NAME],
        &["identity", "forget", NAME],
        &["identity", "forget", &case, "--confirm", NAME],
        &[
            "identity",
            "forget",
            &case,
            "--confirm",
            &case,
            "--because",
            &phone,
        ],
        &["key", NAME],
        &["key", "add", NAME, "--recipients", &recipients],
        &[
            "key",
            "add",
            NAME,
            "--recipients",
            &recipients,
            "--opens",
            "identities",
        ],
        &["key", "add", "m2", "--recipients", &path],
        &["key", "add", "m2", "--recipients", &letter],
        &[
            "key",
            "add",
            "m2",
            "--recipients",
            &recipients,
            "--opens",
            NAME,
        ],
        &[
            "key",
            "add",
            "m2",
            "--recipients",
            &recipients,
            "--known",
            &letter,
        ],
        &["key", "remove", NAME],
        &["key", "remove", "m2", "--known", &letter],
        &["key", "rotate", "--members", &letter],
        &["key", "rotate", "--members", &named_members],
        &["key", "holders", "--recipients", &letter],
        &["key", "contact", NAME],
        &["key", "generate", NAME],
        &["key", "generate", "--no-passphrase", "-o", &path],
        &["--key", &letter, "list"],
        &["--key", &letter, "key", "passphrase"],
        &["--key", &path, "key", "passphrase"],
        &["backup", NAME],
        &["backup", "make", &path],
        &["backup", "verify", &path],
        &["backup", "verify", &letter],
        &["backup", "restore", &letter, "--store", "third"],
        &["backup", "drill", &letter],
        &["export", NAME],
        &["export", "letter", NAME],
        &["export", "letter", &case, "--for", NAME],
        &["export", "letter", &case, "--as", NAME],
        &["export", "letter", &case, "-o", &path],
    ];
    for args in commands {
        refuses(&office, args, "");
    }
    refuses(&office, &["record", "note", &case], &NAME.repeat(5000));
    refuses(
        &office,
        &["key", "recover", "--no-passphrase", "-o", "x.age"],
        NAME,
    );
    for args in [
        &["identity", "seal", &case][..],
        &["identity", "open", &case, "--shares", "--force"],
        &["identity", "match", "--shares"],
        &["identity", "contact", &case, "--to", "m1", "--shares"],
        &[
            "identity",
            "forget",
            &case,
            "--confirm",
            &case,
            "--because",
            "-",
        ],
        &["key", "add", "m2", "--recipients", "-"],
        &["key", "rotate", "--members", "-"],
        &["key", "holders", "--recipients", "-"],
        &[
            "key",
            "recover",
            "--shares",
            "--no-passphrase",
            "-o",
            "x.age",
        ],
        &["backup", "drill", &letter],
    ] {
        refuses(&office, args, &format!("{phone}\n{NAME}\n"));
    }
}

/// The id of the last thing of a sort that `show` lists.
fn last_of(office: &Office, case: &str, list: &str, id: &str) -> String {
    let shown = office.ok(&["--json", "show", case]).json();
    let last = shown[list].as_array().unwrap().last().unwrap().clone();
    last[id].as_str().unwrap().to_owned()
}

#[test]
fn no_fault_of_an_import_repeats_the_file() {
    let office = Office::open();
    let case = r#""type":"case","case":"r1","origin":"KP","jurisdiction":"ru""#;
    let rest = r#""case":"r1","date":"2026-03-02""#;
    for line in [
        format!("{{{case},\"{NAME}\":\"x\"}}"),
        format!("{{{case},\"{NAME}\":{{}}}}"),
        format!("{{{case},\"surname\":\"{NAME}\"}}"),
        format!("{{{case},\"colour\":\"{NAME}\"}}"),
        format!("{{{case},\"office\":\"{NAME}\"}}"),
        format!("{{{case},\"born\":\"{NAME}\"}}"),
        format!("{{{case}}}\n{{\"type\":\"{NAME}\",{rest}}}"),
        format!("{{{case}}}\n{{\"type\":\"contact\",{rest},\"on\":\"{NAME}\"}}"),
        format!("{{{case}}}\n{{\"type\":\"contact\",\"case\":\"{NAME}\",\"date\":\"2026\"}}"),
        format!("{{{case}}}\n{{\"type\":\"fact\",{rest},\"fact\":\"detained={NAME}\"}}"),
        format!("{{{case}}}\n{{\"type\":\"decision\",{rest},\"outcome\":\"{NAME}\"}}"),
        format!("{{{case}}}\n{NAME}"),
    ] {
        refuses(&office, &["import", "-"], &line);
        let aside = ["import", "-", "--skip-bad", "aside.jsonl"];
        let said = office.run_with(&aside, &line);
        assert_eq!(said.code, 0, "{}", said.shown());
        assert!(!told(&said), "{}", said.shown());
        std::fs::remove_file(office.home().join("aside.jsonl")).unwrap();
    }
}

#[test]
fn a_wrong_passphrase_is_not_repeated() {
    let office = Office::empty();
    let run = |passphrase: &str, args: &str| {
        let program = env!("CARGO_BIN_EXE_nansen");
        let script = format!("{program} --no-input --passphrase-fd 3 {args} 3<<<'{passphrase}'");
        let output = Command::new("bash")
            .args(["-c", &script])
            .env("HOME", office.home())
            .env("NANSEN_STORE", office.store())
            .env("NANSEN_TEST_SCRYPT", "4")
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Said {
            code: output.status.code().unwrap(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    };
    let made = run("the right one", "init --no-recovery");
    assert_eq!(made.code, 0, "{}", made.shown());
    let said = run(NAME, "list");
    assert_eq!(said.code, 3, "{}", said.shown());
    assert!(!told(&said), "{}", said.shown());
}

/// A defect amid a transaction, with the whole entry in its message: none of it is told, and nothing of it stays.
#[test]
fn a_panic_says_nothing_of_what_it_worked_on() {
    let office = Office::open();
    let case = tell(&office);
    let before = office.files();
    for form in [&[][..], &["--json"], &["-v"]] {
        let mut command = office.command(&[form, &["record", "note", &case]].concat());
        command
            .env("NANSEN_TEST_PANIC", "1")
            .env("RUST_BACKTRACE", "full")
            .write_stdin(NAME);
        let output = command.output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(70), "{err}");
        assert_eq!(output.stdout, b"", "{err}");
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(err.contains(env!("CARGO_PKG_VERSION")), "{err}");
        assert!(!err.to_lowercase().contains(WORD), "{err}");
    }
    assert!(office.ok(&["store", "verify"]).err.is_empty());
    let after = office.files();
    let names = |files: &[(std::path::PathBuf, Vec<u8>)]| {
        files
            .iter()
            .map(|(path, _)| path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&before), names(&after));
    assert!(
        !office
            .ok(&["show", &case])
            .out
            .to_lowercase()
            .contains(WORD)
    );
    silent(&office, &[NAME]);
}
