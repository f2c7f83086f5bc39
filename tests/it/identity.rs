//! Sealed identities: who can open them, what is written down, and what stays on no screen and in no file.

use std::process::Command;

use proptest::strategy::{Strategy as _, ValueTree as _};
use rexpect::session::{PtySession, spawn_command};
use serde_json::Value;

use crate::canary::{NAME, silent, told};
use crate::members::seal_to_one;
use crate::prompts::Screen;
use crate::support::{NOW, Office};

/// An office whose names only the key `seal.age` opens, and a case in it.
pub(crate) fn office() -> (Office, String) {
    let office = Office::open();
    seal_to_one(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    (office, case)
}

fn seal(office: &Office, case: &str, json: &str) -> Value {
    let said = office.run_with(&["--json", "identity", "seal", case], json);
    assert_eq!(said.code, 0, "{}", said.shown());
    assert!(!told(&said), "{}", said.shown());
    said.json()
}

fn open<'a>(case: &'a str, keys: &[&'a str]) -> Vec<&'a str> {
    let keys = keys.iter().flat_map(|key| ["--key", *key]);
    let mut args: Vec<&str> = keys.collect();
    args.extend(["identity", "open", case, "--reason", "contact"]);
    args.extend(["--because", "before the hearing", "--force"]);
    args
}

fn json(office: &Office, args: &[&str]) -> Value {
    office.ok(&[&["--json"], args].concat()).json()
}

fn openings(office: &Office) -> usize {
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().clone();
    items
        .iter()
        .filter(|it| it["what"] == "identity.opened")
        .count()
}

/// That somebody has no key is only said where it is so.
#[test]
fn whose_own_key_opens_names_is_told() {
    let (office, case) = office();
    crate::members::make_key(&office, "m2");
    office.ok(&["key", "add", "m2", "--recipients", "m2.txt"]);
    let needs = |wanted: &str| {
        let status = office.ok(&["--json", "status"]).json();
        status["needs"].to_string().contains(wanted)
    };
    assert_eq!(seal(&office, &case, "{\"names\":[\"x\"]}")["mine"], false);
    assert!(!needs("names.member"));
    let add = ["key", "add", "m2", "--opens", "identities", "--recipients"];
    // An alias stands for one person.
    assert_eq!(
        office.fails(1, &[&add[..], &["seal.txt"]].concat()),
        "member.known"
    );
    crate::members::make_key(&office, "other");
    assert_eq!(
        office.fails(1, &[&add[..], &["other.txt"]].concat()),
        "member.taken"
    );
    office.ok(&[&add[..], &["m2.txt"]].concat());
    assert!(needs("names.member"));
    let status = office.ok(&["--json", "status"]).json();
    assert_eq!(status["opens_store"], Value::from(["m1", "m2"].as_slice()));
    assert_eq!(
        status["opens_names"],
        Value::from(["m2", "holder-1"].as_slice())
    );
    assert_eq!(
        (&status["names_since"], &status["names_by"]),
        (&"2026-03-04".into(), &"m1".into())
    );
    let sealed = office.run_with(
        &[
            "--key", "m2.age", "--format", "human", "identity", "seal", &case,
        ],
        "{\"names\":[\"y\"]}",
    );
    assert!(
        sealed.out.contains("yours among them"),
        "{}",
        sealed.shown()
    );
    // With that key alone, without a second.
    office.ok(&open(&case, &["m2.age"]));
}

#[test]
fn a_caseworkers_keys_open_no_name_and_a_holders_does() {
    let (office, case) = office();
    let me = office.key();
    let me = me.to_str().unwrap();
    let person = format!("{{\"names\":[\"{NAME}\"],\"born\":\"1971-03\"}}");
    assert_eq!(seal(&office, &case, &person)["holders"], 1);
    seal(
        &office,
        &case,
        "{\"telephone\":[\"+7 900 000 00 00\"],\"born\":\"1971-03-02\"}",
    );
    silent(&office, &[NAME]);

    // Whoever typed it in has every key but one.
    assert_eq!(office.fails(3, &open(&case, &[me])), "identity.locked");
    assert_eq!(office.fails(3, &open(&case, &[me, me])), "identity.locked");
    assert_eq!(
        openings(&office),
        0,
        "what was not opened is not said to be"
    );
    // Wherever the keys stand, before the command, behind it, or both.
    let behind = [
        &["--key", me],
        &open(&case, &[])[..],
        &["--key", "seal.age"],
    ]
    .concat();
    let all_behind = [&open(&case, &[])[..], &["--key", me, "--key", "seal.age"]].concat();
    for args in [behind, all_behind] {
        assert_eq!(json(&office, &args)["names"][0], NAME);
    }
    // The seal key alone opens no store.
    assert_eq!(office.fails(3, &open(&case, &["seal.age"])), "store.locked");
    let opened = json(&office, &open(&case, &[me, "seal.age"]));
    assert_eq!(opened["names"][0], NAME);
    assert_eq!(
        (&opened["born"], &opened["closed"]),
        (&"1971-03-02".into(), &0.into())
    );

    // It is written down for all, and outlives what anybody takes back.
    assert_eq!(openings(&office), 3);
    let audit = office.ok(&["--json", "audit"]).json();
    let last = audit["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["case"], &last["reason"]),
        (&case.clone().into(), &"contact".into())
    );
    assert_eq!(last["because"], "before the hearing");
    assert!(
        office.ok(&["--json", "show", &case]).json()["events"]
            .to_string()
            .contains("identity")
    );
    silent(&office, &[NAME]);
    office.ok(&["store", "verify"]);
}

#[test]
fn another_group_leaves_what_was_sealed_to_those_who_had_it() {
    let (office, case) = office();
    let me = office.key();
    let me = me.to_str().unwrap();
    seal(&office, &case, "{\"names\":[\"First Example\"]}");
    let made = [
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "other.age",
    ];
    let recipient = office.ok(&made).json()["recipient"].clone();
    let said = office.run_with(
        &["key", "holders", "--recipients", "-"],
        recipient.as_str().unwrap(),
    );
    assert_eq!(said.code, 0, "{}", said.shown());
    seal(&office, &case, "{\"names\":[\"Second Example\"]}");
    let names = |key: &str| {
        let opened = json(&office, &open(&case, &[me, key]));
        (opened["names"].clone(), opened["closed"].clone())
    };
    assert_eq!(names("seal.age"), (["First Example"][..].into(), 1.into()));
    assert_eq!(
        names("other.age"),
        (["Second Example"][..].into(), 1.into())
    );
    let both = json(&office, &open(&case, &[me, "seal.age", "other.age"]));
    assert_eq!(
        both["names"],
        Value::from(["First Example", "Second Example"].as_slice())
    );
    assert_eq!(openings(&office), 3);
}

#[test]
fn a_holder_finds_a_person_in_another_script_and_nobody_else_does() {
    let (office, case) = office();
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    seal(
        &office,
        &case,
        "{\"names\":[\"Ким Чхоль Су\"],\"telephone\":[\"+7 900 123-45-67\"]}",
    );
    let other = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    seal(
        &office,
        &other,
        "{\"names\":[\"محمد أحمد\"],\"file_numbers\":[\"AZ 765432-1\"]}",
    );
    let look = |keys: &[&str], text: &str| {
        office.run_with(&[keys, &["--json", "identity", "match"]].concat(), text)
    };
    let found = |text: &str| {
        let said = look(&keys, text);
        assert_eq!(said.code, 0, "{}", said.shown());
        let items = said.json()["items"].as_array().unwrap().clone();
        let cases = items
            .iter()
            .map(|it| (it["case"].clone(), it["by"].clone()));
        cases.collect::<Vec<_>>()
    };
    let one = |case: &str, by: &str| vec![(Value::from(case), Value::from(by))];
    assert_eq!(found("Kim Chol-su"), one(&case, "name"));
    assert_eq!(found("Mohammed Ahmad"), one(&other, "name"));
    assert_eq!(found("900 1234567"), one(&case, "telephone"));
    assert_eq!(found("az7654321"), one(&other, "file_number"));
    assert_eq!(found("Somebody Else"), []);
    // A caseworker's keys look into nothing, and what was looked for is kept nowhere.
    let said = look(&keys[..2], NAME);
    assert_eq!(said.code, 3, "{}", said.shown());
    look(&keys, NAME);
    silent(&office, &[NAME]);
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap();
    let looked = items
        .iter()
        .filter(|it| it["what"] == "identity.matched")
        .count();
    assert_eq!(looked, 6);
}

#[test]
fn an_erased_case_is_gone_and_the_chain_still_verifies() {
    let (office, case) = office();
    seal(&office, &case, "{\"names\":[\"Example Person\"]}");
    let other = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let before = office.ok(&["--json", "store", "verify"]).json()["events"].clone();
    let begin = [
        "identity",
        "forget",
        &case,
        "--because",
        "the person asked for it",
    ];
    let confirmed = [&begin[..], &["--confirm", &case]].concat();
    let other_one = [&begin[..], &["--confirm", &other]].concat();
    assert_eq!(office.fails(6, &begin), "args.not-confirmed");
    assert_eq!(office.fails(6, &other_one), "args.not-confirmed");
    assert_eq!(office.ok(&["--json", "show", &case]).json()["sealed"], 1);

    let args = [&["--json"], &confirmed[..]].concat();
    let gone = office.ok(&args).json();
    assert_eq!(
        (&gone["case"], &gone["events"]),
        (&Value::from(case.as_str()), &2.into())
    );
    assert_eq!(office.fails(1, &["show", &case]), "case.absent");
    let listed = office.ok(&["--json", "list", "--all"]).json()["items"].to_string();
    assert!(
        !listed.contains(&case) && listed.contains(&other),
        "{listed}"
    );
    let verified = office.ok(&["--json", "store", "verify"]).json();
    assert_eq!(verified["ok"], true);
    assert_eq!(verified["events"].as_u64(), before.as_u64().map(|n| n + 1));
    office.ok(&["store", "rebuild"]);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);

    // Why it went stays; nobody takes that back, and nobody erases twice.
    let audit = office.ok(&["--json", "audit"]).json()["items"].to_string();
    assert!(
        audit.contains("case.erased") && audit.contains("asked for it"),
        "{audit}"
    );
    assert_eq!(office.fails(1, &confirmed), "case.absent");
    // Nothing stumbles over what is not there any more.
    let me = office.key();
    let add = ["key", "add", "m2", "--recipients", "m2.txt"];
    crate::members::make_key(&office, "m2");
    office.ok(&add);
    for key in [me.to_str().unwrap(), "m2.age"] {
        for args in [
            &["key", "list"][..],
            &["store", "info"],
            &["status"],
            &["due"],
            &["audit"],
        ] {
            office.ok(&[&["--key", key], args].concat());
        }
    }
    assert_eq!(
        office.fails(1, &["--key", "m2.age", "undo"]),
        "entry.nothing-to-undo"
    );
    // What was erased is not taken back, nor an older entry of another case in its place.
    assert_eq!(office.fails(1, &["undo"]), "entry.nothing-to-undo");
    office.new_case(&["--origin", "AF", "--jurisdiction", "at"]);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

/// Opens names by chance, and holds what was done against the record that all can see: one for each, in their order, with
/// case and reason, and none for an attempt that opened nothing.
fn openings_have_records(count: usize) {
    let (office, case) = office();
    let mut cases = vec![case];
    for _ in 0..4 {
        cases.push(office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]));
    }
    for case in &cases {
        seal(&office, case, "{\"names\":[\"Example Person\"]}");
    }
    let reasons = ["court", "contact", "medical", "handover", "check", "other"];
    let me = office.key();
    let me = me.to_str().unwrap();
    let mut chance = proptest::test_runner::TestRunner::deterministic();
    let mut draw = |below: usize| (0..below).new_tree(&mut chance).unwrap().current();
    let mut done = Vec::new();
    for number in 0..count {
        let (case, reason) = (&cases[draw(cases.len())], reasons[draw(reasons.len())]);
        let because = format!("call {number}");
        let opening = [
            "identity",
            "open",
            case,
            "--reason",
            reason,
            "--because",
            &because,
            "--force",
        ];
        if draw(10) == 0 {
            assert_eq!(
                office.fails(3, &[&["--key", me], &opening[..]].concat()),
                "identity.locked"
            );
        } else {
            office.ok(&[&["--key", me, "--key", "seal.age"], &opening[..]].concat());
            done.push([case.clone(), reason.to_owned(), because]);
        }
    }
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let openings = items.filter(|item| item["what"] == "identity.opened");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let written = openings.map(|item| [&item["case"], &item["reason"], &item["because"]].map(text));
    assert_eq!(written.collect::<Vec<_>>(), done);
    office.ok(&["store", "verify"]);
}

#[test]
fn each_opening_has_its_record() {
    openings_have_records(30);
}

#[test]
#[ignore = "long: 1,000 openings"]
fn long_a_thousand_openings_have_a_thousand_records() {
    openings_have_records(1000);
}

#[test]
fn what_cannot_be_sealed_or_shown_changes_nothing() {
    let (office, case) = office();
    let refused = |json: &str| {
        let said = office.run_with(&["--json", "identity", "seal", &case], json);
        assert_eq!(said.code, 2, "{}", said.shown());
        assert!(!told(&said), "{}", said.shown());
    };
    for json in [
        "",
        "{}",
        NAME,
        "{\"names\":\"x\"}",
        "{\"name\":[\"x\"]}",
        "{\"names\":[\"x\"],\"born\":\"long ago\"}",
    ] {
        refused(json);
    }
    assert_eq!(office.ok(&["--json", "show", &case]).json()["sealed"], 0);
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let ask = [
        "identity",
        "open",
        &case,
        "--reason",
        "court",
        "--because",
        "papers",
    ];
    let all = [&keys[..], &ask].concat();
    assert_eq!(office.fails(5, &all), "identity.terminal");
    assert_eq!(
        office.fails(1, &open(&case, &[keys[1], keys[3]])),
        "identity.nothing"
    );
    let personal = [
        &ask[..5],
        &["--because", "call +7 900 000 00 00", "--force"],
    ]
    .concat();
    assert_eq!(
        office.fails(2, &[&keys[..], &personal].concat()),
        "reason.personal"
    );
    assert_eq!(openings(&office), 0);

    // Where nobody is named who could open it, nothing is sealed.
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let said = office.run_with(
        &["--json", "identity", "seal", &case],
        "{\"names\":[\"x\"]}",
    );
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(said.err.contains("identity.nobody"), "{}", said.shown());
}

/// The program at a terminal, with a member's key and a holder's.
pub(crate) fn at_terminal(office: &Office, args: &[&str]) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nansen"));
    command
        .arg("--key")
        .arg(office.key())
        .args(["--key", "seal.age"])
        .args(args)
        .env_clear()
        .env("HOME", office.home())
        .env("TERM", "xterm")
        .env("NANSEN_STORE", office.store())
        .env("NANSEN_TEST_NOW", NOW)
        .current_dir(office.home());
    spawn_command(command, Some(20_000)).unwrap()
}

/// What a terminal shows and can scroll back to, once a program has ended.
fn left_on(session: &mut PtySession) -> String {
    left_of(&session.exp_eof().unwrap())
}

/// As [`left_on`], of what a program wrote.
pub(crate) fn left_of(written: &str) -> String {
    let mut screen = Screen::new(24);
    screen.show(written);
    screen.left()
}

#[test]
fn at_a_terminal_a_name_is_on_no_screen_when_the_program_has_ended() {
    let (office, case) = office();
    let mut session = at_terminal(&office, &["identity", "seal", &case]);
    std::thread::sleep(std::time::Duration::from_millis(300));
    for line in ["Zyxqwv", "", "1971", "", "", "", "", "", ""] {
        std::thread::sleep(std::time::Duration::from_millis(150));
        session.send_line(line).unwrap();
    }
    let left = left_on(&mut session);
    assert!(left.contains("Sealed for"), "{left}");
    assert!(!left.to_lowercase().contains("zyxqwv"), "{left}");

    let ask = [
        "identity",
        "open",
        &case,
        "--reason",
        "check",
        "--because",
        "spelling",
    ];
    let mut session = at_terminal(&office, &ask);
    std::thread::sleep(std::time::Duration::from_secs(1));
    session.send_line("").unwrap();
    let all = session.exp_eof().unwrap();
    assert!(all.contains("Zyxqwv"), "it was shown: {all}");
    let left = left_of(&all);
    assert!(!left.to_lowercase().contains("zyxqwv"), "{left}");
    assert_eq!(openings(&office), 1);
}
