//! What is looked at before anybody is asked, and what is said where something was left out or mistyped.

use crate::canary::NAME;
use crate::identity::office;
use crate::prompts::Terminal;
use crate::support::Office;

/// An office whose key needs a passphrase, which nobody gives.
fn locked() -> Office {
    let office = Office::empty();
    let key = office.key();
    let made = [
        "--passphrase-fd",
        "0",
        "key",
        "generate",
        "-o",
        key.to_str().unwrap(),
    ];
    let said = office.run_with(&made, "six words\n");
    assert_eq!(said.code, 0, "{}", said.shown());
    office
}

#[test]
fn nobody_types_a_passphrase_for_a_store_that_is_not_there() {
    let office = locked();
    std::fs::create_dir(office.home().join("empty")).unwrap();
    std::fs::write(office.home().join("file"), "").unwrap();
    for store in ["nowhere", "empty", "file", "file/below"] {
        for line in [
            "list",
            "due",
            "status",
            "unlock",
            "show amber-heron",
            "new --origin KP --jurisdiction ru",
            "record contact amber-heron --date 2026-03-02",
            "undo",
            "audit",
            "store info",
            "store verify",
            "store rebuild",
            "stats show --inside",
            "backup make one.nansen",
            "export letter amber-heron",
            "key list",
            "key rotate",
            "key remove m2",
            "identity open amber-heron --reason check --because spelling --force",
            "identity contact amber-heron --reason check --because spelling --force",
            "identity forget amber-heron --confirm amber-heron",
        ] {
            let args: Vec<&str> = ["--store", store]
                .into_iter()
                .chain(line.split(' '))
                .collect();
            assert_eq!(office.fails(1, &args), "store.absent", "{store}: {line}");
        }
    }
    // Where one lies it is asked for.
    let said = office.run_with(
        &["--passphrase-fd", "0", "init", "--no-recovery"],
        "six words\n",
    );
    assert_eq!(said.code, 0, "{}", said.shown());
    assert_eq!(office.fails(3, &["list"]), "key.no-passphrase");
}

#[test]
fn a_mistyped_key_is_told_as_no_such_file() {
    let (office, case) = office();
    let key = office.key();
    let me = key.to_str().unwrap();
    let gone = office.run(&["--key", "me.aeg", "list"]);
    assert_eq!(gone.code, 3);
    assert!(
        gone.err.contains("there is no such key file"),
        "{}",
        gone.err
    );
    assert!(gone.err.contains("nansen key recover"), "{}", gone.err);
    let said = office.run_with(&["identity", "seal", &case], "{\"names\":[\"Example\"]}");
    assert_eq!(said.code, 0, "{}", said.shown());
    let why = ["--reason", "check", "--because", "spelling", "--force"];
    let keys = ["--key", me, "--key", "seal.aeg", "identity", "open", &case];
    assert_eq!(
        office.fails(3, &[&keys[..], &why].concat()),
        "key.no-further"
    );
}

#[test]
fn cards_are_asked_for_where_there_is_something_to_open() {
    let (office, case) = office();
    let why = [
        "--shares",
        "--reason",
        "check",
        "--because",
        "spelling",
        "--force",
    ];
    let open = |case: &str| office.fails(1, &[&["identity", "open", case][..], &why].concat());
    assert_eq!(open("7MK-2D5-HPP"), "case.absent");
    assert_eq!(open(&case), "identity.nothing");
    let to = ["identity", "contact", &case, "--to", "m1", "--shares"];
    assert_eq!(office.fails(1, &to), "identity.nothing");
    let key = office.key();
    let args = [
        "--key",
        key.to_str().unwrap(),
        "identity",
        "open",
        &case,
        "--shares",
    ];
    let mut terminal = Terminal::new(&office, 24, &args);
    let said = terminal.end();
    assert!(said.contains("nothing is sealed for this case"), "{said}");
    assert!(!said.contains("card"), "{said}");
    // With an identity they are.
    let said = office.run_with(&["identity", "seal", &case], "{\"names\":[\"Example\"]}");
    assert_eq!(said.code, 0, "{}", said.shown());
    let asked = [&["identity", "open", &case][..], &why].concat();
    assert_eq!(office.fails(2, &asked), "share.two");
}

#[test]
fn what_was_left_out_is_named() {
    let (office, case) = office();
    let key = office.key();
    let keys = ["--key", key.to_str().unwrap(), "--key", "seal.age"];
    for input in ["", "\n  \n"] {
        let said = office.run_with(
            &[&keys[..], &["--json", "identity", "match"]].concat(),
            input,
        );
        assert_eq!(said.code, 2, "{}", said.shown());
        assert!(said.err.contains("identity.nothing-typed"), "{}", said.err);
    }
    let said = office.run(&["export", "letter", &case, "--for", "A9"]);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(said.err.contains("`--for` names nothing"), "{}", said.err);
    assert!(!said.err.contains("--on"), "{}", said.err);
}

#[test]
fn a_case_is_erased_without_a_reason_and_the_history_says_so() {
    let (office, case) = office();
    office.ok(&["identity", "forget", &case, "--confirm", &case]);
    let audit = office.ok(&["--json", "audit"]).json();
    let erased = audit["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&erased["what"], &erased["because"]),
        (&"case.erased".into(), &"none given".into())
    );
    // At a terminal it is asked for.
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let key = office.key();
    let args = [
        "--key",
        key.to_str().unwrap(),
        "identity",
        "forget",
        &case,
        "--confirm",
        &case,
    ];
    let mut terminal = Terminal::new(&office, 24, &args);
    terminal.until("Why");
    terminal.session.send_line("asked for it").unwrap();
    terminal.end();
    let audit = office.ok(&["--json", "audit"]).json();
    let erased = audit["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(erased["because"], "asked for it");
}

#[test]
fn a_key_without_a_passphrase_gets_one_and_that_is_told() {
    let office = Office::open();
    let change = |input: &str| {
        let said = office.run_with(&["--passphrase-fd", "0", "key", "passphrase"], input);
        assert_eq!(said.code, 0, "{}", said.shown());
        said.err
    };
    let told = change("six words\n");
    assert!(
        told.contains("has no passphrase: it gets one now"),
        "{told}"
    );
    assert_eq!(office.fails(3, &["list"]), "key.no-passphrase");
    let told = change("six words\nother words\n");
    assert!(!told.contains("has no passphrase"), "{told}");
}

/// Whoever adds `--force` at a terminal reads the name on its other screen all the same, and no option puts it into a file.
#[test]
fn force_prints_names_into_a_pipe_alone() {
    let (office, case) = office();
    office.ok(&["key", "contact", "worker"]);
    let person = serde_json::json!({"names": [NAME], "telephone": [NAME]}).to_string();
    let said = office.run_with(&["identity", "seal", &case], &person);
    assert_eq!(said.code, 0, "{}", said.shown());
    let key = office.key();
    let me = ["--key", key.to_str().unwrap()];
    let why = ["--reason", "check", "--because", "spelling"];
    for (what, keys) in [("open", &["--key", "seal.age"][..]), ("contact", &[])] {
        let ask = [&me[..], keys, &["identity", what, &case], &why].concat();
        for force in [&[][..], &["--force"]] {
            let into_file = [&ask[..], force, &["-o", "name.txt"]].concat();
            assert_eq!(office.fails(5, &into_file), "identity.file");
            assert!(!office.home().join("name.txt").exists());
        }
        let forced = [&ask[..], &["--force"]].concat();
        let mut terminal = Terminal::new(&office, 24, &forced);
        let rows = terminal.until("Press Enter").join("\n");
        assert!(rows.contains("Zyxqwv"), "{rows}");
        assert!(terminal.screen.now().alternate_screen());
        terminal.session.send_line("").unwrap();
        terminal.end();
        let left = terminal.left();
        assert!(!left.contains("Zyxqwv"), "{left}");

        // Where nobody can be asked at a terminal, nothing is shown there.
        let unasked = [&forced[..], &["--no-input"]].concat();
        let mut terminal = Terminal::new(&office, 24, &unasked);
        let said = terminal.end();
        assert!(
            said.contains("names are not printed at a terminal"),
            "{said}"
        );
        assert!(!said.contains("Zyxqwv"), "{said}");
    }
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let opened = items.filter(|item| item["because"] == "spelling").count();
    assert_eq!(opened, 2, "what was refused was not opened");
}
