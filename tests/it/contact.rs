//! The contact compartment: who opens telephone and address, who does not, and what is written down.

use std::ops::ControlFlow;

use nansen::domain::event::Entry;
use nansen::store::{Access, Store, StoreError};
use nansen::vault::{VaultError, open_person, read_identity};
use serde_json::Value;

use crate::canary::{NAME, silent};
use crate::identity::{at_terminal, left_of};
use crate::members::{add, add_as, seal_to_one};
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

    // Somebody works on it who is no member.
    let line = "{\"type\":\"case\",\"case\":\"r1\",\"origin\":\"SY\",\"jurisdiction\":\"de\",\"worker\":\"m9\"}\n";
    let map = office.run_with(&["--json", "import", "-"], line).json()["map"].clone();
    let other = map[0]["case"].as_str().unwrap();
    assert_eq!(seal(&office, other)["not_shared"], "member");
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
    seal_to_one(&office);
    office.ok(&["key", "contact", "worker"]);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&Value::Null, &"sort".into())
    );
    assert_eq!(sealed["envelopes"], 1);
}

/// Lets a holder open a case's contact to its worker.
fn share<'a>(case: &'a str, to: &'a str) -> Vec<&'a str> {
    let keys = ["--key", "me.age", "--key", "seal.age"];
    [&keys[..], &["identity", "contact", case, "--to", to]].concat()
}

/// Which of the contacts that were sealed so far a key opens, the oldest first, whatever the program would say to it.
fn opened_by(office: &Office, key: &str) -> Vec<bool> {
    let identity = |file| read_identity(&office.home().join(file), &mut || unreachable!()).unwrap();
    let (member, key) = (identity("me.age"), identity(key));
    let store = Store::open(&office.store(), &member, Access::Read).unwrap();
    let mut opened = Vec::new();
    let walked = store.walk_back(|event| -> Result<ControlFlow<()>, StoreError> {
        if let Entry::ContactSealed(sealed) = &event.payload.entry {
            opened.push(match open_person(event.case, &sealed.envelope, &key) {
                Ok(person) => !person.telephone.is_empty(),
                Err(VaultError::NotForThisKey) => false,
                Err(other) => panic!("{other}"),
            });
        }
        Ok(ControlFlow::Continue(()))
    });
    walked.unwrap();
    opened.reverse();
    opened
}

fn as_member<'a>(key: &'a str, args: &[&'a str]) -> Vec<&'a str> {
    [&["--key", key][..], args].concat()
}

#[test]
fn a_second_member_opens_what_they_work_on_and_not_what_went_to_another() {
    let (office, case) = office(&["--contact", "worker"]);
    let second = add(&office, "m2");
    office.ok(&["assign", &case, "--to", "m2"]);
    assert_eq!(seal(&office, &case)["contact"], "m2");
    // It was typed in by m1, who opens none of it.
    assert_eq!(office.fails(1, &contact(&case)[1..]), "contact.not-mine");
    assert_eq!(opened_by(&office, "me.age"), [false]);

    let opened = office.ok(&as_member(&second, &contact(&case))).json();
    assert_eq!(opened["telephone"][0], PHONE);
    assert!(!opened.to_string().contains(NAME), "{opened}");
    let told = audited(&office, "contact.opened");
    assert_eq!((told.len(), &told[0]["member"]), (1, &"m2".into()));
    let why = ["--reason", "contact", "--because", "moved", "--force"];
    let names = [&["identity", "open", &case][..], &why].concat();
    let with_itself = [&["--key", &second][..], &as_member(&second, &names)].concat();
    assert_eq!(office.fails(3, &with_itself), "identity.locked");

    // The key still would; the program does not.
    office.ok(&as_member(&second, &["assign", &case, "--to", "m1"]));
    let refused = as_member(&second, &contact(&case)[1..]);
    assert_eq!(office.fails(1, &refused), "contact.not-mine");
    assert_eq!(opened_by(&office, &second), [true]);
    assert_eq!(office.fails(3, &contact(&case)[1..]), "contact.locked");
    assert_eq!(office.fails(1, &share(&case, "m2")), "contact.not-shared");
    office.ok(&share(&case, "m1"));
    assert_eq!(office.ok(&contact(&case)).json()["telephone"][0], PHONE);
    assert_eq!(opened_by(&office, &second), [true, false]);
    assert_eq!(opened_by(&office, "seal.age"), [true, true]);
    assert_eq!(audited(&office, "contact.opened").len(), 2);
    silent(&office, &[NAME, PHONE]);
}

#[test]
fn a_removed_members_key_opens_no_contact_that_is_sealed_later() {
    let (office, case) = office(&["--contact", "worker"]);
    let second = add(&office, "m2");
    office.ok(&["assign", &case, "--to", "m2"]);
    seal(&office, &case);
    let gone = office.ok(&["--json", "key", "remove", "m2"]).json();
    assert_eq!(gone["assigned"], 1);
    let refused = as_member(&second, &contact(&case)[1..]);
    assert_eq!(office.fails(3, &refused), "store.locked");

    // The case is still theirs by name: nobody gets what is sealed now, until it goes to somebody.
    let sealed = seal(&office, &case);
    assert_eq!(
        (&sealed["contact"], &sealed["not_shared"]),
        (&Value::Null, &"member".into())
    );
    assert_eq!(office.fails(1, &contact(&case)[1..]), "contact.not-mine");
    let refused = office.run(&share(&case, "m2"));
    assert_eq!(refused.code, 1, "{}", refused.shown());
    assert!(
        refused.err.contains("cannot open this store"),
        "{}",
        refused.err
    );
    office.ok(&["assign", &case, "--to", "m1"]);
    office.ok(&share(&case, "m1"));
    assert_eq!(office.ok(&contact(&case)).json()["telephone"][0], PHONE);

    // Whoever gets the alias gets nothing with it.
    let other = add_as(&office, "m2", "m2-new");
    office.ok(&["assign", &case, "--to", "m2"]);
    let refused = as_member(&other, &contact(&case)[1..]);
    assert_eq!(office.fails(3, &refused), "contact.locked");
    office.ok(&share(&case, "m2"));
    let opened = office.ok(&as_member(&other, &contact(&case)));
    assert_eq!(opened.json()["telephone"][0], PHONE);
    assert_eq!(opened_by(&office, &second), [true, false, false]);
    assert_eq!(opened_by(&office, "me.age"), [false, true, false]);
    assert_eq!(opened_by(&office, &other), [false, false, true]);
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

#[test]
fn what_was_sealed_to_the_wrong_case_and_taken_back_is_shown_to_nobody() {
    let (office, case) = office(&["--contact", "worker"]);
    let why = ["--reason", "check", "--because", "moved", "--force"];
    let open = ["--json", "--key", "me.age", "--key", "seal.age", "identity"];
    let names = [&open[..], &["open", &case], &why].concat();
    let find = |name: &str| {
        let found = office.run_with(&[&open[..], &["match"]].concat(), name);
        assert_eq!(found.code, 0, "{}", found.shown());
        found.json()["items"].as_array().unwrap().len()
    };
    let seal_another = |text: &str| {
        let said = office.run_with(&["identity", "seal", &case], text);
        assert_eq!(said.code, 0, "{}", said.shown());
    };
    let right = r#"{"names":["Right Example"],"telephone":["+7 900 000 00 99"]}"#;

    seal(&office, &case);
    assert_eq!(find(NAME), 1);
    office.ok(&["undo"]);
    assert_eq!(office.fails(1, &names[1..]), "identity.nothing");
    assert_eq!(find(NAME), 0);
    assert_eq!(office.fails(3, &contact(&case)[1..]), "contact.locked");
    assert_eq!(office.fails(1, &share(&case, "m1")), "identity.nothing");
    // The envelope is there until the case is erased.
    assert_eq!(opened_by(&office, "me.age"), [true]);

    seal_another(right);
    let opened = office.ok(&names).json();
    assert_eq!(opened["names"], Value::from(["Right Example"].as_slice()));
    assert_eq!(opened["closed"], 0);
    let told = office.ok(&contact(&case)).json();
    assert_eq!(
        told["telephone"],
        Value::from(["+7 900 000 00 99"].as_slice())
    );

    // What a holder took from two, one of which was wrong, goes with it.
    office.ok(&["key", "contact", "sealed"]);
    let event = seal(&office, &case)["event"].as_str().unwrap().to_owned();
    office.ok(&["key", "contact", "worker"]);
    office.ok(&share(&case, "m1"));
    let told = office.ok(&contact(&case)).json();
    assert_eq!(told["telephone"].as_array().unwrap().len(), 2);
    office.ok(&["retract", &event, "--because", "another case"]);
    let told = office.ok(&contact(&case)).json();
    assert_eq!(
        told["telephone"],
        Value::from(["+7 900 000 00 99"].as_slice())
    );
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}
