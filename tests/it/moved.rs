//! Whoever moves to a case of their own, or turns out to be recorded twice, is one person for the check of what leaves.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::prompts::at_terminal;
use crate::released::{refused, released};
use crate::support::{Office, Said};

pub(crate) const AS_OF: [&str; 2] = ["--as-of", "2025-12-31"];

/// So many cases of one person or two, called by a word and a number.
pub(crate) fn cases(word: &str, many: usize, persons: usize) -> String {
    let mut text = String::new();
    for case in 0..many {
        let _ = writeln!(
            text,
            r#"{{"type":"case","case":"{word}{case}","origin":"SY","jurisdiction":"ru","opened":"2018-01-01"}}"#
        );
        if persons > 1 {
            let _ = writeln!(
                text,
                r#"{{"type":"person","case":"{word}{case}","ref":"second","sex":"f","born":1990}}"#
            );
        }
    }
    text
}

/// Brings lines in; gives back the numbers of the cases.
pub(crate) fn bring(office: &Office, lines: &str) -> impl Fn(&str) -> String + use<> {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    let done = said.json();
    move |name| {
        let map = done["map"].as_array().unwrap();
        let one = map.iter().find(|one| one["ref"] == name).unwrap();
        one["case"].as_str().unwrap().to_owned()
    }
}

/// 62 persons, of whom twelve are two and two; a table of them has left.
pub(crate) fn office() -> (Office, impl Fn(&str) -> String) {
    let office = Office::open();
    let known = bring(&office, &(cases("r", 50, 1) + &cases("q", 6, 2)));
    let table = released(&office, &AS_OF);
    assert_eq!(table["cells"][0]["shown"], "62", "{table}");
    (office, known)
}

pub(crate) fn leave(office: &Office, case: &str, more: &[&str]) -> Said {
    let leave = ["person", "leave", case, "--person", "2", "--reason"];
    office.run(&[&leave, more].concat())
}

/// The table that left is what comes out.
#[track_caller]
pub(crate) fn is_the_first(office: &Office) {
    assert_eq!(released(office, &AS_OF)["release"], "R2026-001");
}

/// The refusal that names a person who is not followed.
#[track_caller]
fn is_lost(office: &Office, case: &str, person: &str) {
    let said = office.run(&["stats", "release", "--to", "press", "--as-of", "2025-12-31"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.shown());
    let words = format!("`nansen link {case} --person {person} --to CASE --as same_person`");
    assert!(said.err.contains(&words), "{}", said.shown());
    let release = ["stats", "release", "--to", "press"];
    assert_eq!(
        office.fails(1, &[&release[..], &AS_OF].concat()),
        "stats.elsewhere"
    );
}

pub(crate) fn together(office: &Office) -> Value {
    office.ok(&["--json", "stats", "verify"]).json()["together"]["state"].clone()
}

fn links(office: &Office, case: &str) -> Value {
    office.ok(&["--json", "show", case]).json()["links"].clone()
}

#[test]
fn who_moved_hides_nobody_who_came() {
    let (office, known) = office();
    let couple = known("q0");
    let new = bring(&office, &(cases("n", 4, 1) + &cases("o", 1, 1)));
    let own = new("o0");
    let before = office.ok(&["--json", "show", &couple]).json();
    for (more, words) in [
        (&["own_case"][..], "`--to CASE`"),
        (&["died", "--to", &own], "`--to`"),
        (&["own_case", "--to-person", "1"], "--to"),
    ] {
        let said = leave(&office, &couple, more);
        assert!(
            said.code == 2 && said.err.contains(words),
            "{}",
            said.shown()
        );
    }
    let itself = leave(
        &office,
        &couple,
        &["own_case", "--to", &couple, "--to-person", "1"],
    );
    assert_eq!(itself.code, 1, "{}", itself.shown());
    assert_eq!(office.ok(&["--json", "show", &couple]).json(), before);

    let said = leave(&office, &couple, &["own_case", "--to", &own]);
    assert_eq!(said.code, 0, "{}", said.shown());
    // The four who came are few, whoever else stands elsewhere now.
    refused(&office, &AS_OF);
    assert_eq!(together(&office), "holds");
}

#[test]
fn a_table_of_the_same_people_is_the_same_wherever_they_stand() {
    let (office, known) = office();
    let new = bring(&office, &(cases("o", 1, 1) + &cases("z", 1, 1)));
    let (couple, own, third) = (known("q0"), new("o0"), new("z0"));
    leave(&office, &couple, &["own_case", "--to", &own]);
    // One who came is there, too.
    refused(&office, &AS_OF);
    // Round about: that case is a duplicate of the other.
    office.ok(&["link", &own, "--to", &third, "--as", "same_person"]);
    office.ok(&["close", &own, "--reason", "duplicate"]);
    is_the_first(&office);
    // Of the one person who stands in three cases one is counted.
    let shown = office.ok(&["--json", "stats", "show", "--inside"]).json();
    assert_eq!(shown["cells"][0]["value"], 62);
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verified["items"][0]["state"], "same", "{verified}");
}

#[test]
fn nothing_new_leaves_while_somebody_who_was_counted_is_lost() {
    let (office, known) = office();
    let couple = known("q1");
    let leave =
        r#"{"type":"leave","case":"q1","person":"second","reason":"own_case","date":"2020-01-02"}"#;
    let new = bring(&office, &(cases("o", 1, 1) + leave));
    is_lost(&office, &couple, "2");
    assert_eq!(together(&office), "moved");
    // Also of somebody who has left, in a case that is closed.
    office.ok(&["close", &couple, "--reason", "other"]);
    office.ok(&[
        "link",
        &couple,
        "--person",
        "2",
        "--to",
        &new("o0"),
        "--as",
        "same_person",
    ]);
    is_the_first(&office);
    assert_eq!(together(&office), "holds");

    // The other half knows it as well, whoever asks.
    let shown = links(&office, &new("o0"));
    let said = json!([{"case": couple, "as": "same_person", "person": 1, "to_person": 2}]);
    assert_eq!(shown, said);
    // Taken back in one case it is taken back in both.
    let events = office.ok(&["--json", "show", &couple]).json()["events"].clone();
    let mut events = events.as_array().unwrap().iter();
    let link = events.find(|one| one["kind"] == "link").unwrap();
    assert_eq!(link["person"], 2, "{link}");
    office.ok(&["retract", link["event"].as_str().unwrap()]);
    assert_eq!(links(&office, &new("o0")), json!([]));
    is_lost(&office, &couple, "2");
}

#[test]
fn a_case_that_was_recorded_twice_is_counted_once() {
    let (office, known) = office();
    let single = known("r7");
    let new = bring(&office, &cases("d", 1, 1));
    office.ok(&["close", &single, "--reason", "duplicate"]);
    let shown = office.ok(&["--json", "stats", "show", "--inside"]).json();
    assert_eq!(shown["cells"][0]["value"], 62);
    is_lost(&office, &single, "1");
    office.ok(&["link", &new("d0"), "--to", &single, "--as", "same_person"]);
    is_the_first(&office);
    // Open again, they count twice, as one person.
    office.ok(&["reopen", &single]);
    let shown = office.ok(&["--json", "stats", "show", "--inside"]).json();
    assert_eq!(shown["cells"][0]["value"], 63);
}

#[test]
fn links_of_persons_say_who_is_whom() {
    let office = Office::open();
    let lines = cases("q", 3, 2) + &cases("r", 1, 1);
    let known = bring(&office, &lines);
    let (one, other, single) = (known("q0"), known("q1"), known("r0"));
    let link = |args: &[&str]| {
        let said = office.run(&[&["link"], args].concat());
        (said.code, said.err)
    };
    let same = ["--as", "same_person", "--person", "2", "--to-person"];
    let of = |case: &str, to: &str, person: &str| {
        link(&[&[case, "--to", to], &same[..], &[person]].concat())
    };
    office.ok(&["link", &one, "--to", &other, "--as", "family"]);
    assert_eq!(of(&one, &other, "1").0, 0);
    // The family stays one.
    let shown = links(&office, &one);
    assert_eq!(
        shown,
        json!([
            {"case": other, "as": "family"},
            {"case": other, "as": "same_person", "person": 2, "to_person": 1},
        ])
    );
    let human = office.ok(&["--format", "human", "show", &one]).out;
    assert!(human.contains("person 2 here, 1 there"), "{human}");
    // The person's own paper names it, the other's does not.
    for (person, told) in [("1", false), ("2", true)] {
        let paper = office.ok(&["--json", "case", "access", &one, "--person", person]);
        let paper = paper.json();
        let links = paper["history"]["links"].as_array().unwrap();
        assert_eq!(!links.is_empty(), told, "{links:?}");
        let mut events = paper["history"]["events"].as_array().unwrap().iter();
        assert_eq!(events.any(|one| one["kind"] == "link"), told);
    }

    let info = || office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let before = info();
    for ((code, err), words) in [
        (of(&one, &other, "1"), "stands there already"),
        (of(&one, &other, "3"), "nobody of this number"),
        (of(&one, &one, "2"), "cannot be linked to itself"),
        (
            link(&[&one, "--to", &other, "--as", "same_person"]),
            "--person",
        ),
        (
            link(&[&single, "--to", &other, "--as", "same_person"]),
            "--to-person",
        ),
        (
            link(&[&one, "--to", &other, "--as", "related", "--person", "2"]),
            "--as same_person",
        ),
    ] {
        assert!(code > 0 && err.contains(words), "{words}: {code} {err}");
    }
    assert_eq!(info(), before);

    // Twice in one case, said once, and taken back once.
    assert_eq!(of(&other, &other, "1").0, 0);
    assert_eq!(links(&office, &other).as_array().unwrap().len(), 4);
    office.ok(&["undo"]);
    assert_eq!(links(&office, &other).as_array().unwrap().len(), 2);

    // The same in lines of a file, by their own names; again they bring nothing.
    let lines = [
        r#"{"type":"link","case":"q2","ref":"k","person":"second","to":"r0","as":"same_person"}"#,
        r#"{"type":"link","case":"q2","ref":"l","person":1,"to":"q0","to_person":"2","as":"same_person"}"#,
        r#"{"type":"link","case":"q2","ref":"m","person":2,"to":"q2","to_person":1,"as":"same_person"}"#,
    ]
    .join("\n");
    let done = office.run_with(&["--json", "import", "-"], &lines).json();
    assert_eq!(done["events"], 5, "{done}");
    let done = office.run_with(&["--json", "import", "-"], &lines).json();
    assert_eq!(
        (&done["events"], &done["contradictions"]),
        (&json!(0), &json!([]))
    );
    let otherwise = lines.replace(r#""to_person":"2""#, r#""to_person":"1""#);
    let done = office
        .run_with(&["--json", "import", "-"], &otherwise)
        .json();
    assert_eq!(done["contradictions"][0]["fields"], json!(["to_person"]));
    assert_eq!(
        links(&office, &single),
        json!([{"case": known("q2"), "as": "same_person", "person": 1, "to_person": 2}])
    );
    for (line, words) in [
        (r#""to":"r0","as":"same_person""#, "any of several persons"),
        (
            r#""person":1,"to":"q1","as":"same_person""#,
            "`to_person` is missing",
        ),
        (
            r#""person":1,"to":"q1","to_person":7,"as":"same_person""#,
            "`to_person`",
        ),
        (r#""person":9,"to":"r0","as":"same_person""#, "`person`"),
        (
            r#""person":1,"to":"q2","to_person":1,"as":"same_person""#,
            "`to`",
        ),
        (r#""person":1,"to":"r0","as":"family""#, "whole case"),
    ] {
        let line = format!("{{\"type\":\"link\",\"case\":\"q2\",{line}}}\n");
        let said = office.run_with(&["import", "-"], &line);
        assert!(
            said.code == 1 && said.err.contains(words),
            "{words}: {}",
            said.shown()
        );
    }
    office.ok(&["store", "verify"]);
}

/// Neither does a list; a table that left leaves again.
#[test]
fn no_list_leaves_while_somebody_is_lost() {
    let mut people = Vec::new();
    for case in 0..130 {
        people.push((
            [1, 1, 1, 2, 2, 2, 2, 0][case % 8],
            case / 8 % 2,
            case / 16 % 6,
        ));
    }
    let office = crate::looks::office(&people);
    let known = bring(&office, &cases("q", 2, 2));
    released(&office, &AS_OF);
    let leave = r#"{"type":"leave","case":"q1","person":"second","reason":"duplicate","date":"2020-01-02"}"#;
    let _ = bring(&office, leave);
    let why = "the university counts what became of them";
    let said = office.run(&[
        "-o",
        "list.csv",
        "export",
        "anonymous",
        "--to",
        "donor",
        "--because",
        why,
    ]);
    let words = format!("`nansen link {} --person 2 --to CASE", known("q1"));
    assert!(
        said.code == 1 && said.err.contains(&words),
        "{}",
        said.shown()
    );
    assert!(!office.home().join("list.csv").exists());
}

#[test]
fn at_a_terminal_it_asks_for_the_case_of_their_own() {
    let office = Office::open();
    let known = bring(&office, &(cases("q", 1, 2) + &cases("o", 1, 2)));
    let (couple, own) = (known("q0"), known("o0"));
    let key = office.key();
    let leave = [
        "--key",
        key.to_str().unwrap(),
        "person",
        "leave",
        &couple,
        "--person",
        "2",
        "--reason",
        "own_case",
        "--date",
        "today",
    ];
    let mut session = at_terminal(&office, &leave);
    session.exp_string("Which case is their own").unwrap();
    session.send_line(&own).unwrap();
    session.exp_string("Whose is it").unwrap();
    session.send_line("1990").unwrap();
    session.exp_eof().unwrap();
    let said = json!([{"case": own, "as": "same_person", "person": 2, "to_person": 2}]);
    assert_eq!(links(&office, &couple), said);
    let people = office.ok(&["--json", "person", "list", &couple]).json();
    assert_eq!(people["items"][1]["left"], "own_case");
}

#[test]
fn whoever_is_linked_to_somebody_who_is_counted_nowhere_is_lost() {
    let (office, known) = office();
    let couple = known("q0");
    let new = bring(&office, &(cases("o", 1, 1) + &cases("z", 1, 1)));
    let (own, newer) = (new("o0"), new("z0"));
    let said = leave(&office, &couple, &["own_case", "--to", &own]);
    assert_eq!(said.code, 0, "{}", said.shown());
    office.ok(&["close", &own, "--reason", "duplicate"]);
    let _ = bring(&office, &cases("n", 4, 1));
    is_lost(&office, &couple, "2");
    office.ok(&["link", &own, "--to", &newer, "--as", "same_person"]);
    // Followed through both: only who really came is new, and they are few.
    refused(&office, &AS_OF);
}

#[test]
fn a_refusal_to_be_counted_goes_with_the_person() {
    for is_said_before in [true, false] {
        let (office, known) = office();
        let couple = known("q0");
        let own = bring(&office, &cases("o", 1, 1))("o0");
        let refuse = |case: &str, person| {
            let consent = ["record", "consent", case, "--person", person];
            office.ok(&[
                &consent[..],
                &["--kind", "statistics", "--answer", "refused"],
            ]
            .concat());
        };
        if is_said_before {
            refuse(&couple, "2");
        }
        let said = leave(&office, &couple, &["own_case", "--to", &own]);
        assert_eq!(said.code, 0, "{}", said.shown());
        if !is_said_before {
            refuse(&couple, "2");
        }
        let show = ["--json", "stats", "show", "--inside"];
        let table = office.ok(&[&show[..], &AS_OF].concat()).json();
        assert_eq!(table["consent"]["left_out"]["value"], 1, "{table}");
        assert_eq!(table["cells"][0]["value"], 61, "{table}");
    }
}

#[test]
fn a_case_is_shown_without_its_links_to_what_was_erased() {
    let (office, known) = office();
    let (one, gone) = (known("q0"), known("r0"));
    office.ok(&["link", &one, "--to", &gone, "--as", "family"]);
    office.ok(&[
        "link",
        &one,
        "--to",
        &gone,
        "--as",
        "same_person",
        "--person",
        "2",
    ]);
    assert_eq!(links(&office, &one).as_array().unwrap().len(), 2);
    let because = ["--because", "they asked for it"];
    office.ok(&[
        &["identity", "forget", &gone, "--confirm", &gone][..],
        &because,
    ]
    .concat());
    assert_eq!(links(&office, &one), json!([]));
    office.ok(&["case", "access", &one, "--person", "2"]);
}

/// Somebody who left for a case of their own was nobody else when they were counted.
#[test]
fn a_link_to_somebody_who_was_counted_beside_them_hides_nobody() {
    let (office, known) = office();
    let (couple, wrong) = (known("q0"), known("r0"));
    let own = bring(&office, &(cases("n", 4, 1) + &cases("o", 1, 1)))("o0");
    let said = leave(&office, &couple, &["own_case", "--to", &wrong]);
    assert_eq!(said.code, 0, "{}", said.shown());
    // With them it would be 66: four more, and nobody would see that the fifth who came is none.
    refused(&office, &AS_OF);
    assert_eq!(together(&office), "holds");

    // Put right.
    let events = office.ok(&["--json", "show", &couple]).json()["events"].clone();
    let mut events = events.as_array().unwrap().iter();
    let link = events.find(|one| one["kind"] == "link").unwrap();
    office.ok(&["retract", link["event"].as_str().unwrap()]);
    is_lost(&office, &couple, "2");
    let link = ["link", &couple, "--person", "2", "--as", "same_person"];
    office.ok(&[&link[..], &["--to", &own]].concat());
    refused(&office, &AS_OF);
    assert_eq!(together(&office), "holds");
}

/// The leaving is recorded a day after their own case, and a table left in between: nobody is stopped for good.
#[test]
fn who_is_said_late_to_have_left_stops_no_table() {
    let (office, known) = office();
    let couple = known("q0");
    let own = bring(&office, &(cases("n", 4, 1) + &cases("o", 1, 1)))("o0");
    assert_eq!(released(&office, &AS_OF)["release"], "R2026-002");
    assert_eq!(leave(&office, &couple, &["own_case", "--to", &own]).code, 0);
    let _ = bring(&office, &cases("m", 6, 1));
    let table = released(&office, &AS_OF);
    assert_eq!(table["cells"][0]["shown"], "72", "{table}");
    assert_eq!(together(&office), "holds");
    // Taken back for a wrong day and said again: the link stands.
    let events = office.ok(&["--json", "show", &couple]).json()["events"].clone();
    let mut events = events.as_array().unwrap().iter();
    let left = events.find(|one| one["kind"] == "leave").unwrap();
    office.ok(&["retract", left["event"].as_str().unwrap()]);
    let again = ["own_case", "--to", &own, "--date", "2026-03-01"];
    assert_eq!(leave(&office, &couple, &again).code, 0);
    assert_eq!(together(&office), "holds");
}

#[test]
fn two_of_another_sex_or_year_of_birth_are_not_one_person() {
    let office = Office::open();
    let lines = cases("q", 1, 2)
        + r#"{"type":"case","case":"m","origin":"SY","jurisdiction":"ru","sex":"m","opened":"2018-01-01"}
{"type":"case","case":"old","origin":"SY","jurisdiction":"ru","born":1989,"opened":"2018-01-01"}
{"type":"case","case":"x","origin":"SY","jurisdiction":"ru","sex":"unknown","born":1990,"opened":"2018-01-01"}
"#;
    let known = bring(&office, &lines);
    let couple = known("q0");
    let info = || office.ok(&["--json", "store", "info"]).json()["events"].clone();
    let before = info();
    for (to, words) in [("m", "`sex`"), ("old", "`born`")] {
        let link = ["link", &couple, "--person", "2", "--as", "same_person"];
        let line =
            format!(r#"{{"type":"link","case":"q0","person":2,"to":"{to}","as":"same_person"}}"#);
        for said in [
            office.run(&[&link[..], &["--to", &known(to)]].concat()),
            leave(&office, &couple, &["own_case", "--to", &known(to)]),
            office.run_with(&["import", "-"], &line),
        ] {
            let is_told = said.err.contains(words) && !said.err.contains("19");
            assert!(said.code == 1 && is_told, "{}", said.shown());
        }
    }
    assert_eq!(info(), before);
    // A family is of several; and what is not known speaks against nobody.
    office.ok(&["link", &couple, "--to", &known("m"), "--as", "family"]);
    let said = leave(&office, &couple, &["own_case", "--to", &known("x")]);
    assert_eq!(said.code, 0, "{}", said.shown());
}

#[test]
fn a_wrong_link_is_found_out_over_a_duplicate_and_over_two_tables() {
    // To somebody who turns out to be recorded twice.
    let (office, known) = office();
    let (couple, wrong) = (known("q0"), known("r0"));
    let new = bring(
        &office,
        &(cases("n", 4, 1) + &cases("o", 1, 1) + &cases("d", 1, 1)),
    );
    assert_eq!(
        leave(&office, &couple, &["own_case", "--to", &wrong]).code,
        0
    );
    office.ok(&["link", &wrong, "--to", &new("d0"), "--as", "same_person"]);
    office.ok(&["close", &wrong, "--reason", "duplicate"]);
    refused(&office, &AS_OF);
    // Somebody who was recorded twice before is no other: they may leave.
    let (office, known) = crate::moved::office();
    let (couple, twice) = (known("q0"), known("r0"));
    let own = bring(&office, &cases("o", 1, 1))("o0");
    let link = [
        "link",
        &couple,
        "--person",
        "2",
        "--to",
        &twice,
        "--as",
        "same_person",
    ];
    office.ok(&link);
    office.ok(&["close", &twice, "--reason", "duplicate"]);
    assert_eq!(leave(&office, &couple, &["own_case", "--to", &own]).code, 0);
    assert_eq!(together(&office), "holds");

    // Each in a table of their own office.
    let office = Office::open();
    let of = |place: &str| format!(r#""office":"{place}","opened""#);
    let lines = cases("q", 20, 2).replace(r#""opened""#, &of("a"))
        + &cases("r", 40, 1).replace(r#""opened""#, &of("b"));
    let known = bring(&office, &lines);
    for place in ["office=a", "office=b"] {
        released(&office, &[&["--where", place][..], &AS_OF].concat());
    }
    let (couple, wrong) = (known("q0"), known("r0"));
    assert_eq!(
        leave(&office, &couple, &["own_case", "--to", &wrong]).code,
        0
    );
    let _ = bring(&office, &cases("n", 5, 1).replace(r#""opened""#, &of("a")));
    refused(&office, &[&["--where", "office=a"][..], &AS_OF].concat());
}
