//! The second pair of eyes: off unless the office asks for it and has three members.

use serde_json::Value;

use crate::members::add;
use crate::support::Office;

fn set(office: &Office, case: &str, due: &str) -> (String, String) {
    let set = office
        .ok(&["--json", "deadline", "set", case, "--due", due])
        .json();
    let text = |name: &str| set["deadlines"][0][name].as_str().unwrap().to_owned();
    (text("id"), text("state"))
}

fn state(office: &Office, id: &str) -> Value {
    let due = office
        .ok(&["--json", "due", "--worker", "all", "--within", "90d"])
        .json();
    let found = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id);
    found.map_or(Value::Null, |one| one["state"].clone())
}

#[test]
fn with_fewer_than_three_members_nothing_waits_for_a_second() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    add(&office, "m2");
    let on = office
        .ok(&["--json", "deadline", "second-person", "on"])
        .json();
    assert_eq!((&on["on"], &on["holds"]), (&true.into(), &false.into()));
    let (id, said) = set(&office, &case, "2026-04-01");
    assert_eq!(
        (said.as_str(), state(&office, &id)),
        ("open", "open".into())
    );
}

#[test]
fn with_three_another_than_who_entered_it_confirms() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let key = add(&office, "m2");
    add(&office, "m3");
    // Without the rule nothing waits, however many there are.
    let (before, said) = set(&office, &case, "2026-04-01");
    assert_eq!(said, "open");
    office.ok(&["deadline", "second-person", "on"]);
    // What was entered before the rule stays as it was.
    assert_eq!(state(&office, &before), "open");

    let (id, said) = set(&office, &case, "2026-04-02");
    assert_eq!(said, "unconfirmed");
    assert_eq!(state(&office, &id), "unconfirmed");
    let shown = office.ok(&["--json", "show", &case]).json();
    let of = |one: &&Value| one["id"] == id.as_str();
    let shown = shown["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(of)
        .unwrap()
        .clone();
    assert_eq!(shown["state"], "unconfirmed");
    let due = office
        .ok(&["--format", "human", "due", "--within", "90d"])
        .out;
    let (above, below) = due.split_once("UNCONFIRMED (1)").unwrap();
    assert!(
        !above.contains("2 Apr") && below.contains("entered by m1"),
        "{due}"
    );
    let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
    assert!(needs.contains("1 deadline is unconfirmed"), "{needs}");

    let files = office.files();
    assert_eq!(
        office.fails(1, &["deadline", "confirm", &id]),
        "deadline.same-member"
    );
    assert!(files == office.files(), "a refusal changes nothing");
    let done = office
        .ok(&["--json", "--key", &key, "deadline", "confirm", &id])
        .json();
    assert_eq!(done["deadlines"][0]["state"], "open", "{done}");
    assert_eq!(state(&office, &id), "open");

    // The rule ends when two say so: nobody alone, however often.
    let (id, _) = set(&office, &case, "2026-04-03");
    let off = ["--json", "deadline", "second-person", "off"];
    for _ in 0..2 {
        let said = office.ok(&off).json();
        assert_eq!((&said["on"], &said["holds"]), (&false.into(), &true.into()));
        assert_eq!(state(&office, &id), "unconfirmed");
    }
    let said = office.ok(&[&off[..], &["--key", &key]].concat()).json();
    assert_eq!(said["holds"], false);
    assert_eq!(state(&office, &id), "open");
}

#[test]
fn a_day_that_moves_is_checked_again() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let key = add(&office, "m2");
    add(&office, "m3");
    office.ok(&["deadline", "second-person", "on"]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let decided = [
        "--outcome",
        "refused",
        "--basis",
        "unfounded",
        "--served",
        "2026-02-23",
    ];
    let said = office.ok(&[&["--json", "record", "decision", &case][..], &decided].concat());
    let said = said.json();
    let all = said["deadlines"].as_array().unwrap();
    let klage = all.iter().find(|one| one["rule"] == "de.klage-2w").unwrap();
    assert_eq!(klage["state"], "unconfirmed");
    // What the authority must keep is nobody's to check.
    let theirs = all.iter().filter(|one| one["actor"] != "applicant");
    assert!(
        theirs.clone().all(|one| one["state"] != "unconfirmed"),
        "{said}"
    );
    let id = klage["id"].as_str().unwrap();
    office.ok(&["--key", &key, "deadline", "confirm", id]);
    assert_eq!(state(&office, id), "open");
    let event = said["event"].as_str().unwrap();
    office.ok(&[
        "correct",
        event,
        "--served",
        "2026-02-24",
        "--because",
        "mistyped",
    ]);
    assert_eq!(state(&office, id), "unconfirmed");
}
