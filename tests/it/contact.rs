//! The contact compartment: who opens telephone and address, who does not, and what is written down.

use serde_json::Value;

use crate::canary::{NAME, silent};
use crate::identity::{at_terminal, left_of};
use crate::support::Office;

const PHONE: &str = "+7 900 000 00 17";

/// An office whose names the key `seal.age` opens, with a case of `m1`.
fn office(sealing: &[&str]) -> (Office, String) {
    let office = Office::empty();
    let generate = |file: &str| {
        let made = ["--json", "key", "generate", "--no-passphrase", "-o", file];
        let said = office.ok(&made).json();
        said["recipient"].as_str().unwrap().to_owned()
    };
    generate("me.age");
    let holder = generate("seal.age");
    std::fs::write(office.home().join("holders.txt"), holder).unwrap();
    let init = ["init", "--no-recovery", "--seal-recipients", "holders.txt"];
    office.ok(&[&init[..], sealing].concat());
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    (office, case)
}

fn seal(office: &Office, case: &str) -> Value {
    let person = format!(
        "{{\"names\":[\"{NAME}\"],\"telephone\":[\"{PHONE}\"],\"address\":\"by the river\",\"reach\":\"say nothing\"}}"
    );
    let said = office.run_with(&["--json", "identity", "seal", case], &person);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()
}

fn contact(case: &str) -> Vec<&str> {
    let why = ["--reason", "contact", "--because", "the hearing was moved"];
    [
        &["--json", "identity", "contact", case, "--force"][..],
        &why,
    ]
    .concat()
}

fn audited(office: &Office, what: &str) -> Vec<Value> {
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().clone();
    items.into_iter().filter(|it| it["what"] == what).collect()
}

#[test]
fn the_worker_opens_telephone_and_address_and_nothing_else() {
    let (office, case) = office(&["--contact", "worker"]);
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&"m1".into(), &Value::Null)
    );
    assert_eq!(audited(&office, "contact.shared")[0]["about"], "m1");

    let opened = office.ok(&contact(&case)).json();
    assert_eq!(opened["telephone"][0], PHONE);
    assert_eq!(
        (&opened["address"], &opened["reach"]),
        (&"by the river".into(), &"say nothing".into())
    );
    assert!(!opened.to_string().contains(NAME), "{opened}");
    assert_eq!(opened.get("names"), None);
    let told = audited(&office, "contact.opened");
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["case"], &told[0]["because"]),
        (&case.clone().into(), &"the hearing was moved".into())
    );
    // The same key opens no name, and nothing is given to a pipe unless a script asks for it.
    let why = ["--reason", "contact", "--because", "the hearing was moved"];
    let args = [&["identity", "contact", &case][..], &why].concat();
    assert_eq!(office.fails(5, &args), "identity.terminal");
    let args = [&["identity", "open", &case, "--force"][..], &why].concat();
    assert_eq!(office.fails(3, &args), "identity.locked");
    assert_eq!(audited(&office, "contact.opened").len(), 1);
    silent(&office, &[NAME, PHONE]);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
    // `undo` takes back the entry that people see.
    office.ok(&["undo"]);
    assert_eq!(office.ok(&["--json", "show", &case]).json()["sealed"], 0);
}

#[test]
fn at_a_terminal_a_number_is_on_no_screen_when_the_program_has_ended() {
    let (office, case) = office(&["--contact", "worker"]);
    seal(&office, &case);
    let why = ["--reason", "contact", "--because", "moved"];
    let args = [&["identity", "contact", &case][..], &why].concat();
    let mut session = at_terminal(&office, &args);
    session.exp_string(PHONE).unwrap();
    session.send_line("").unwrap();
    let left = session.exp_eof().unwrap();
    // What came before the number opened the other screen.
    let left = left_of(&format!("\u{1b}[?1049h{PHONE}{left}"));
    assert!(!left.contains("900"), "{left}");
    assert_eq!(audited(&office, "contact.opened").len(), 1);
}

#[test]
fn by_default_nobody_but_a_holder_opens_them() {
    let (office, case) = office(&[]);
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&Value::Null, &"rule".into())
    );
    assert_eq!(office.ok(&["--json", "status"]).json()["contact"], "sealed");
    assert_eq!(office.fails(3, &contact(&case)[1..]), "contact.locked");
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let share = [&keys[..], &["identity", "contact", &case, "--to", "m1"]].concat();
    assert_eq!(office.fails(1, &share), "contact.not-shared");

    // What the office says later holds for what is sealed from then on, and a holder opens what was sealed before.
    office.ok(&["key", "contact", "worker"]);
    assert_eq!(office.ok(&["--json", "status"]).json()["contact"], "worker");
    assert_eq!(office.fails(3, &contact(&case)[1..]), "contact.locked");
    office.ok(&share);
    assert_eq!(office.ok(&contact(&case)).json()["telephone"][0], PHONE);
    office.ok(&["key", "contact", "sealed"]);
    assert_eq!(office.fails(1, &share), "contact.not-shared");
    assert_eq!(audited(&office, "contact.worker").len(), 1);
    assert_eq!(audited(&office, "contact.sealed").len(), 1);
}

#[test]
fn another_worker_opens_nothing_until_a_holder_lets_them() {
    let (office, case) = office(&["--contact", "worker"]);
    seal(&office, &case);
    office.ok(&["assign", &case, "--to", "nobody"]);
    // The key would open it; the program opens it for whoever works on the case.
    assert_eq!(office.fails(1, &contact(&case)[1..]), "contact.not-mine");
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&Value::Null, &"nobody".into())
    );
    assert_eq!(audited(&office, "contact.opened").len(), 0);

    // Somebody works on it whose recipient the store does not know.
    let line = "{\"type\":\"case\",\"case\":\"r1\",\"origin\":\"SY\",\"jurisdiction\":\"de\",\"worker\":\"m9\"}\n";
    let map = office.run_with(&["--json", "import", "-"], line).json()["map"].clone();
    let other = map[0]["case"].as_str().unwrap();
    assert_eq!(seal(&office, other)["not_shared"], "key");
    let me = office.key();
    let keys = ["--key", me.to_str().unwrap(), "--key", "seal.age"];
    let share = |case, to| [&keys[..], &["identity", "contact", case, "--to", to]].concat();
    assert_eq!(office.fails(1, &share(other, "m9")), "contact.not-shared");
    assert_eq!(office.fails(1, &share(other, "m1")), "contact.not-shared");

    office.ok(&["assign", other, "--to", "m1"]);
    assert_eq!(office.fails(3, &contact(other)[1..]), "contact.locked");
    // Not without a seal key.
    let alone = ["identity", "contact", other, "--to", "m1"];
    assert_eq!(office.fails(3, &alone), "identity.locked");
    office.ok(&share(other, "m1"));
    assert_eq!(office.ok(&contact(other)).json()["telephone"][0], PHONE);
}

#[test]
fn keys_of_two_sorts_are_not_mixed() {
    let office = Office::seeded();
    let made = [
        "--json",
        "key",
        "generate",
        "--no-passphrase",
        "-o",
        "seal.age",
    ];
    let holder = office.ok(&made).json()["recipient"]
        .as_str()
        .unwrap()
        .to_owned();
    let said = office.run_with(&["key", "holders", "--recipients", "-"], &holder);
    assert_eq!(said.code, 0, "{}", said.shown());
    office.ok(&["key", "contact", "worker"]);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&Value::Null, &"sort".into())
    );
    assert_eq!(sealed["envelopes"], 1);
}
