//! What the office holds on one of several persons: theirs, and nothing of the others.

use serde_json::{Value, json};

use crate::care::human;
use crate::desk::Desk;

/// What stands in the paper of [`family`] as it is, whatever the language: what the office wrote, and the rules of the law.
/// The longer first, for a shorter one may stand in it.
const IN_EVERY_LANGUAGE: &[&str] = &[
    "a note about the second",
    "a note about both",
    "for the first",
    "mistyped",
    "clinic-",
    "CA",
    "KP",
    "SY",
];

fn access(desk: &Desk, person: &str) -> Value {
    let args = ["--json", "case", "access", &desk.case, "--person", person];
    desk.office.ok(&args).json()
}

/// A family of two whose entries can be told apart by their days.
fn family() -> Desk {
    let desk = Desk::new("de", "2026-11-26");
    desk.office.ok(&[
        "person",
        "add",
        &desk.case,
        "--role",
        "dependant",
        "--origin",
        "SY",
        "--born",
        "1999",
    ]);
    for (person, day) in [("1", "2026-01-11"), ("2", "2026-02-22")] {
        for line in [
            "application --kind single_procedure --lodged DAY --person N",
            "decision --on REF --outcome refused --basis unfounded --decided DAY --notified DAY",
            "appeal --on REF --kind appeal --lodged DAY",
            "fact --fact imprisoned=false --date DAY --person N",
            "detention --date DAY --person N",
            "mandate --kind advice --date DAY --person N",
            "disappearance --date DAY --person N",
            "consent --kind referral --answer given --date DAY --person N",
            "referral --kind to --partner clinic-N --service medical --date DAY --person N",
            "resettlement --state referred --country CA --date DAY --person N",
        ] {
            let reference = format!("A{person}");
            let line = line
                .replace("DAY", day)
                .replace('N', person)
                .replace("REF", &reference);
            desk.record(&line);
        }
        // What was taken back is told, too, to whom it concerns.
        let contact = desk.record(&format!("departure --date {day} --person {person}"));
        let id = contact["event"].as_str().unwrap().to_owned();
        desk.office.ok(&["retract", &id, "--because", "mistyped"]);
    }
    desk.record("risk --level high --review 2027-01-02");
    desk.office
        .run_with(&["record", "note", &desk.case], "a note about both");
    let of_second = ["record", "note", &desk.case, "--person", "2"];
    desk.office.run_with(&of_second, "a note about the second");
    let set = [
        "--json",
        "deadline",
        "set",
        &desk.case,
        "--due",
        "2027-02-03",
        "--person",
        "1",
    ];
    let set = desk.office.ok(&set).json();
    let deadline = set["deadlines"][0]["id"].as_str().unwrap();
    let watch = ["deadline", "watch", deadline, "--by", "m1"];
    desk.office.ok(&watch);
    let waive = ["deadline", "waive", deadline, "--because", "for the first"];
    desk.office.ok(&waive);
    desk
}

#[test]
fn of_several_persons_one_reads_nothing_of_the_others() {
    let desk = family();
    let all = desk
        .office
        .ok(&["--json", "case", "access", &desk.case])
        .json();
    assert_eq!(all["notes_left_out"], 0);
    assert_eq!(all["person"], Value::Null);
    for (person, own, other) in [
        ("1", "2026-01-11", "2026-02-22"),
        ("2", "2026-02-22", "2026-01-11"),
    ] {
        let given = access(&desk, person);
        let history = given["history"].to_string();
        assert!(history.contains(own), "{person}: {history}");
        assert!(!history.contains(other), "{person}: {given:#}");
        assert!(!history.contains("a note about both"), "{person}");
        let of: Vec<&Value> = given["history"]["people"]
            .as_array()
            .unwrap()
            .iter()
            .collect();
        assert_eq!(of.len(), 1);
        assert_eq!(of[0]["person"].to_string(), person);
        let applications = given["history"]["applications"].as_array().unwrap();
        assert_eq!(applications.len(), 1);
        let watched = history.contains("deadline-watch");
        assert_eq!(watched, person == "1", "{person}: {history}");
        // The danger was weighed for all of them.
        assert!(history.contains("2027-01-02"), "{person}");
        let text = human(
            &desk.office,
            &["case", "access", &desk.case, "--person", person],
        );
        assert!(text.contains(&format!("person {person} of case")), "{text}");
        assert!(text.contains("of the whole case"), "{text}");
    }
    // A next step in the office's words may speak of the others, unless it is said to be of one alone.
    let office = &desk.office;
    let add = ["task", "add", &desk.case, "--by", "2027-03-04"];
    office.run_with(&add, "ask whether she leaves him");
    office.run_with(&[&add[..], &["--person", "2"]].concat(), "her passport");
    let first = access(&desk, "1");
    let told = first.to_string();
    assert!(
        !told.contains("leaves him") && !told.contains("her passport"),
        "{told}"
    );
    assert_eq!(
        first["notes_left_out"], 2,
        "the note about both and a next step: {told}"
    );
    let second = access(&desk, "2").to_string();
    assert!(
        !second.contains("leaves him") && second.contains("her passport"),
        "{second}"
    );
    // A note of one alone is theirs, and says so.
    let shown = desk.office.ok(&["--json", "show", &desk.case]).json();
    let notes: Vec<&Value> = shown["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["kind"] == "note")
        .map(|event| &event["person"])
        .collect();
    assert_eq!(notes, [&Value::Null, &2.into()]);
    let first = access(&desk, "1");
    assert_eq!(first["notes_left_out"], 2);
    assert_eq!(first["history"]["origin"], "KP");
    assert!(first.to_string().contains("for the first"));
    let second = access(&desk, "2");
    assert_eq!(second["notes_left_out"], 2);
    assert!(second.to_string().contains("a note about the second"));
    assert!(!second.to_string().contains("for the first"));
    assert_eq!(
        (&second["history"]["origin"], &second["history"]["born"]),
        (&json!("SY"), &json!(1999))
    );
    assert!(!second["history"].to_string().contains("\"KP\""));
}

#[test]
fn nobody_of_that_number_is_refused_and_a_case_of_one_is_whole() {
    let desk = Desk::new("de", "2026-11-26");
    let audit = || {
        let items = desk.office.ok(&["--json", "audit"]).json()["items"].clone();
        items.as_array().unwrap().len()
    };
    let before = audit();
    let args = ["case", "access", &desk.case, "--person", "2"];
    assert_eq!(desk.office.fails(1, &args), "history.no-person");
    assert_eq!(audit(), before);
    desk.office
        .run_with(&["record", "note", &desk.case], "a note");
    let given = access(&desk, "1");
    assert_eq!(given["notes_left_out"], 0);
    assert!(given.to_string().contains("a note"));
}

#[test]
fn of_several_persons_one_reads_none_of_the_others_own_fields() {
    let office = crate::support::Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&["person", "add", &case, "--relation", "spouse"]);
    let declared = "[[field]]\nname = \"housing\"\ntype = \"code\"\nvalues = [\"camp\"]\n";
    assert_eq!(
        office.run_with(&["field", "declare", "-"], declared).code,
        0
    );
    let record = [
        "record",
        "field",
        &case,
        "--field",
        "housing=camp",
        "--person",
    ];
    office.ok(&[&record[..], &["1"]].concat());
    let read = |person: &str| {
        let said = office.ok(&["--json", "case", "access", &case, "--person", person]);
        said.json()["history"]["fields"].as_array().unwrap().len()
    };
    assert_eq!((read("1"), read("2")), (1, 0));
}

/// What was recorded for all at once is corrected for one; the others are named, for the letter was one.
#[test]
fn a_correction_names_what_was_recorded_at_once_with_it() {
    let desk = Desk::new("de", "2026-03-10");
    desk.office
        .ok(&["person", "add", &desk.case, "--relation", "spouse"]);
    let lodged = "application --kind single_procedure --lodged 2026-01-05 --person all";
    desk.record(lodged);
    let refused = "decision --outcome refused --basis unfounded --served 2026-03-01 --person all";
    let refused = desk.record(refused);
    let [first, second] =
        [0, 1].map(|at| refused["people"][at]["event"].as_str().unwrap().to_owned());
    let correct = [
        "correct",
        &first,
        "--served",
        "2026-02-25",
        "--because",
        "envelope",
    ];
    let done = desk.office.ok(&[&["--json"][..], &correct].concat()).json();
    assert_eq!(done["unchanged"][0]["event"], second.as_str(), "{done}");
    assert_eq!(done["unchanged"].as_array().unwrap().len(), 1);
    let back = [
        "--format",
        "human",
        "retract",
        &second,
        "--because",
        "wrong",
    ];
    let said = desk.office.ok(&back).out;
    assert!(said.contains("of person 1"), "{said}");
}

/// The person reads it in their language; what programs read is the same in each.
#[test]
fn the_paper_is_in_the_language_of_the_person() {
    let desk = family();
    let case = desk.case.as_str();
    let paper = |language: &str, format: &str| {
        let args = ["case", "access", case, "--in", language, "--format", format];
        desk.office.ok(&args).out
    };
    for (language, words, sections) in [
        (
            "ru",
            ["Что эта организация хранит по делу", "янв. 2026 г."],
            ["## Сроки", "## Что запечатано"],
        ),
        (
            "ar",
            ["ما يحتفظ به هذا المكتب في الملف", "كانون الثاني/يناير 2026"],
            ["## المُهَل", "## ما هو مختوم"],
        ),
    ] {
        let told = paper(language, "md");
        for word in words {
            assert!(told.contains(word), "{word}: {told}");
        }
        // A word that is still English shows beside letters of another kind. What the law says is in a column of its own.
        let (told, deadlines) = told.split_once(sections[0]).unwrap();
        let (deadlines, sealed) = deadlines.split_once(sections[1]).unwrap();
        let line = |line: &str| {
            let cells: Vec<&str> = line.split('|').collect();
            let law = cells.get(3).copied().unwrap_or_default();
            line.replace(law, "")
        };
        let deadlines: String = deadlines.lines().map(line).collect();
        let left = [told, &deadlines, sealed].concat().replace(case, "");
        let left = IN_EVERY_LANGUAGE
            .iter()
            .fold(left, |told, said| told.replace(said, ""));
        let left: Vec<&str> = left
            .split(|c: char| !c.is_ascii_alphanumeric())
            // The law of the country, by its code.
            .filter(|word| *word != "DE")
            .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
            .collect();
        assert!(left.is_empty(), "{language}: {left:?}");
        assert!(paper(language, "html").contains(&format!("<html lang=\"{language}\"")));
    }
    // Each was written down, and tells it of those before: of what was read before either, nothing may differ.
    let json = |language: &str| {
        let args = ["--json", "case", "access", case, "--in", language];
        let mut given = desk.office.ok(&args).json();
        given["looked"] = Value::Null;
        given.to_string()
    };
    for language in ["ar", "es", "fr", "ru"] {
        assert_eq!(json("en"), json(language));
    }
    let unknown = ["case", "access", case, "--in", "tlh"];
    let refused = desk.office.run(&unknown);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("ru"), "{}", refused.err);
}
