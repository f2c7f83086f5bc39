//! Notes: found again by what stands in them, or sealed so that nobody finds them; and hearings that do not stay where they were.

use serde_json::Value;

use crate::canary::{NAME, silent, told};
use crate::members::seal_to_one;
use crate::support::{Office, Said};

fn find(office: &Office, text: &str) -> Said {
    office.run_with(&["--json", "find"], text)
}

fn cases(said: &Said) -> Vec<String> {
    let items = said.json()["items"].as_array().unwrap().clone();
    let case = |item: &Value| item["case"].as_str().unwrap().to_owned();
    items.iter().map(case).collect()
}

#[test]
fn a_note_is_found_by_its_words_in_any_script() {
    let office = Office::open();
    let [one, two, closed] = ["KP", "SY", "AF"]
        .map(|origin| office.new_case(&["--origin", origin, "--jurisdiction", "ru"]));
    let note = |case: &str, date: &str, text: &str| {
        let said = office.run_with(&["--json", "record", "note", case, "--date", date], text);
        said.json()["event"].as_str().unwrap().to_owned()
    };
    note(
        &one,
        "2026-02-01",
        "Слушание перенесено, переводчик заболел.",
    );
    let second = note(
        &two,
        "2026-02-03",
        "The interpreter did not come; hearing put off.",
    );
    note(&closed, "2026-01-05", "Interpreter found for the hearing.");
    office.ok(&["close", &closed, "--reason", "other"]);
    assert_eq!(
        cases(&find(&office, "interpreter HEARING")),
        [two.clone(), closed.clone()]
    );
    assert_eq!(
        cases(&find(&office, "slushanie")),
        std::slice::from_ref(&one)
    );
    assert_eq!(cases(&find(&office, "nothing of the kind")), [""; 0]);
    assert_eq!(find(&office, "x").json()["looked"], 3);
    assert_eq!(find(&office, " \n").code, 2);
    // What was taken back is found no more, and what is sealed never.
    office.ok(&["retract", &second]);
    assert_eq!(
        cases(&find(&office, "interpreter")),
        std::slice::from_ref(&closed)
    );
    let said = office.run_with(&["--format", "human", "find"], "переводчик");
    assert!(said.out.contains("»переводчик«"), "{}", said.out);
}

#[test]
fn a_sealed_note_is_for_holders_alone() {
    let office = Office::open();
    seal_to_one(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let seal = |text: &str| office.run_with(&["record", "note", &case, "--sealed"], text);
    for text in [
        &format!("sleeps at the house of {NAME}"),
        "fled by way of the river",
    ] {
        let said = seal(text);
        assert_eq!(said.code, 0, "{}", said.shown());
        assert!(!told(&said), "{}", said.shown());
    }
    assert_eq!(seal("  \n").code, 2);
    silent(&office, &[NAME]);
    assert_eq!(cases(&find(&office, "house")), [""; 0]);
    let shown = office.ok(&["--json", "show", &case, "--all"]);
    assert!(
        !told(&shown) && !shown.out.contains("river"),
        "{}",
        shown.out
    );
    let me = office.key();
    let open = [
        "--key",
        me.to_str().unwrap(),
        "--key",
        "seal.age",
        "--json",
        "identity",
        "open",
    ];
    let why = [&case, "--reason", "check", "--because", "where", "--force"];
    let opened = office.ok(&[&open[..], &why].concat()).json();
    let note = opened["note"].as_str().unwrap();
    // The second adds to the first.
    assert!(
        note.contains(NAME) && note.ends_with("\nfled by way of the river"),
        "{note}"
    );
}

/// What runs towards a hearing runs no more once it is called off, and again when there is a new day.
#[test]
fn a_hearing_is_moved_and_called_off() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "us"]);
    let kind = ["--kind", "single_procedure", "--lodged", "2025-11-03"];
    office.ok(&[&["record", "application", &case], &kind[..]].concat());
    let day = [
        "--date",
        "2026-06-16",
        "--language",
        "ko",
        "--needs",
        "hearing_loop,breaks",
    ];
    let hearing = office
        .ok(&[&["--json", "record", "hearing", &case], &day[..]].concat())
        .json();
    let event = hearing["event"].as_str().unwrap();
    let open = || -> Vec<String> {
        let shown = office.ok(&["--json", "show", &case]).json();
        let deadlines = shown["deadlines"].as_array().unwrap().clone();
        let of_it = deadlines
            .iter()
            .filter(|it| it["trigger"]["event"] == event);
        let open = of_it.filter(|it| it["state"] == "open");
        open.map(|it| it["due"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let before = open();
    assert!(
        !before.is_empty(),
        "no rule of this law looks towards a hearing any more"
    );
    let change = |fields: &[&str]| {
        let because = ["--because", "hotline"];
        office.ok(&[&["correct", event], fields, &because].concat())
    };
    change(&["--status", "moved", "--checked", "2026-03-03"]);
    assert_eq!(open(), [""; 0]);
    let shown = office.ok(&["--format", "human", "show", &case]).out;
    let flat = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["put off", "asked on 3 Mar 2026", "language ko"] {
        assert!(flat.contains(words), "{words}: {flat}");
    }
    change(&["--status", "none", "--date", "2026-07-14"]);
    let after = open();
    assert!(
        after.len() == before.len() && after > before,
        "{before:?} {after:?}"
    );
    change(&["--status", "cancelled"]);
    assert_eq!(open(), [""; 0]);
}
