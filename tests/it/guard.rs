//! The guard over free text: what it says it saw, that it keeps nobody from going on, and that it repeats nothing.

use crate::prompts::at_terminal;
use crate::support::Office;

const TEXT: &str = "Mrs Rahimi is on +49 151 23456789 in the evening";

fn notes(office: &Office, case: &str) -> usize {
    let shown = office.ok(&["--json", "show", case]).json();
    let events = shown["events"].as_array().unwrap().iter();
    events.filter(|event| event["kind"] == "note").count()
}

#[test]
fn it_warns_of_what_it_sees_and_keeps_nobody_from_going_on() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let said = office.run_with(&["record", "note", &case], TEXT);
    assert_eq!(said.code, 0, "{}", said.shown());
    let told = "I can see in it a telephone number, a name behind a title. I cannot see names.";
    assert!(said.err.contains(told), "{}", said.err);
    for part in ["Rahimi", "151", "2345"] {
        assert!(!said.err.contains(part), "{}", said.err);
    }
    assert_eq!(notes(&office, &case), 1);
    // A bare name it cannot see; that a text is clean it never says.
    let said = office.run_with(&["record", "note", &case], "spoke with Rahimi");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(notes(&office, &case), 2);
}

#[test]
fn at_a_terminal_it_asks_and_does_as_it_is_told() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let key = office.key();
    let key = key.to_str().unwrap();
    for (answer, kept) in [("n", 0), ("y", 1)] {
        let mut session = at_terminal(&office, &["--key", key, "record", "note", &case]);
        session.exp_string("I cannot see other names").unwrap();
        session.send_line(TEXT).unwrap();
        session.send_control('d').unwrap();
        session
            .exp_string("I can see in it a telephone number")
            .unwrap();
        session.exp_string("Keep it as it is?").unwrap();
        session.send_line(answer).unwrap();
        session.exp_eof().unwrap();
        assert_eq!(notes(&office, &case), kept);
    }
    // A reason that is typed is told the same way; as an argument it is refused.
    let args = [
        "--key",
        key,
        "identity",
        "forget",
        &case,
        "--confirm",
        &case,
    ];
    let mut session = at_terminal(&office, &args);
    session.exp_string("Why").unwrap();
    session.send_line(TEXT).unwrap();
    session.exp_string("I cannot see names").unwrap();
    session.send_line("n").unwrap();
    session.exp_string("Why").unwrap();
    session.send_line("asked by Mr Smith of the court").unwrap();
    session.exp_string("a name behind a title").unwrap();
    session.exp_string("Keep it as it is?").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let audit = office.ok(&["--json", "audit"]).json();
    let last = audit["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["because"], "asked by Mr Smith of the court");
}
