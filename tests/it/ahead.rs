//! Told in time: warnings ahead, deadlines that another watches, and who sees to the cases of whoever is away.

use serde_json::{Value, json};

use crate::members::add;
use crate::support::Office;

fn set(office: &Office, case: &str, due: &str) -> String {
    let set = office
        .ok(&["--json", "deadline", "set", case, "--due", due])
        .json();
    set["deadlines"][0]["id"].as_str().unwrap().to_owned()
}

/// Whether `due` has a deadline, and with which mark.
fn warned(office: &Office, id: &str, args: &[&str]) -> Option<bool> {
    let due = office.ok(&[&["--json", "due"][..], args].concat()).json();
    let found = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id);
    found.map(|one| one["warned"] == true)
}

#[test]
fn due_shows_a_deadline_from_its_first_warning_on() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    // A Sunday: a day before it is a Saturday, so that people are told on Friday.
    let id = set(&office, &case, "2026-03-29");
    let near = ["--within", "0d"];
    assert_eq!(warned(&office, &id, &near), None);
    let shown = office
        .ok(&["--json", "deadline", "warn", "--set", "1d"])
        .json();
    assert_eq!((&shown["days"], &shown["rules"]), (&json!([1]), &json!([])));
    let office = office.on("2026-03-26");
    assert_eq!(warned(&office, &id, &near), None);
    let office = office.on("2026-03-27");
    assert_eq!(warned(&office, &id, &near), Some(true));
    let human = office
        .ok(&["--format", "human", "due", "--within", "0d"])
        .out;
    assert!(human.contains("[warned]"), "{human}");
    // The earliest of several counts; `none` ends it.
    let office = office.on("2026-03-24");
    assert_eq!(warned(&office, &id, &near), None);
    office.ok(&["deadline", "warn", "--set", "1d,5d,3d"]);
    assert_eq!(warned(&office, &id, &near), Some(true));
    office.ok(&["deadline", "warn", "--set", "none"]);
    assert_eq!(warned(&office, &id, &near), None);
    // Past its day it is overdue and no longer warned of.
    office.ok(&["deadline", "warn", "--set", "7d"]);
    let office = office.on("2026-03-30");
    assert_eq!(warned(&office, &id, &near), Some(false));
    for bad in [&["--set", "soon"][..], &["--set", "0d"], &["--set", "2y"]] {
        let args = [&["deadline", "warn"][..], bad].concat();
        assert_eq!(office.fails(2, &args), "args.span", "{bad:?}");
    }
}

#[test]
fn a_rule_has_warnings_of_its_own() {
    let office = Office::open().on("2026-02-24");
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
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
    let of = |rule: &str| {
        let all = said["deadlines"].as_array().unwrap();
        let one = all.iter().find(|one| one["rule"] == rule).unwrap();
        one["id"].as_str().unwrap().to_owned()
    };
    let (action, leave) = (of("de.klage-2w"), of("de.leave-30d"));
    office.ok(&["deadline", "warn", "--set", "60d"]);
    office.ok(&["deadline", "warn", "--set", "2d", "--rule", "de.klage-2w"]);
    let near = ["--within", "0d"];
    assert_eq!(warned(&office, &action, &near), None);
    assert_eq!(warned(&office, &leave, &near), Some(true));
    let unknown = ["deadline", "warn", "--set", "2d", "--rule", "de.no-such"];
    assert_eq!(office.fails(1, &unknown), "rule.unknown");
    let shown = office.ok(&["--json", "deadline", "warn"]).json();
    assert_eq!(
        shown["rules"],
        json!([{"rule": "de.klage-2w", "days": [2]}])
    );
    // What is warned of stands on the sheet of the week, too, and is not counted as left out.
    let sheet = office.ok(&["--json", "due", "--sheet"]).json();
    let ahead = sheet["ahead"].as_array().unwrap();
    assert!(
        ahead.iter().any(|one| one["id"] == leave.as_str()),
        "{sheet}"
    );
}

#[test]
fn what_is_watched_stands_in_both_lists() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let (id, other) = (
        set(&office, &case, "2026-03-10"),
        set(&office, &case, "2026-03-11"),
    );
    let key = add(&office, "m2");
    let theirs = |id: &str| warned_of(&office, &key, id);
    assert!(!theirs(&id));
    office.ok(&["deadline", "watch", &id, "--by", "m2"]);
    assert!(theirs(&id) && !theirs(&other));
    assert_eq!(warned(&office, &id, &[]), Some(false));
    let human = office.ok(&["--format", "human", "due"]).out;
    assert!(human.contains("watched by m2"), "{human}");
    let shown = office.ok(&["--format", "human", "show", &case]).out;
    assert!(shown.contains("watched by m2: "), "{shown}");
    // Twice is not more; it is taken back like any entry, and can be ended.
    let again = ["deadline", "watch", &id, "--by", "m2"];
    assert_eq!(office.fails(1, &again), "entry.nothing-to-change");
    office.ok(&["undo"]);
    assert!(!theirs(&id));
    office.ok(&again);
    office.ok(&[&again[..], &["--off"]].concat());
    assert!(!theirs(&id));
    let nobody = ["deadline", "watch", &id, "--by", "m9"];
    assert_eq!(office.fails(1, &nobody), "member.absent");
}

fn warned_of(office: &Office, key: &str, id: &str) -> bool {
    let due = office.ok(&["--json", "--key", key, "due"]).json();
    due["items"]
        .as_array()
        .unwrap()
        .iter()
        .any(|one| one["id"] == id)
}

#[test]
fn while_somebody_is_away_the_deputy_sees_their_cases() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let id = set(&office, &case, "2026-03-20");
    let keys = ["m2", "m3"].map(|name| add(&office, name));
    let mine = |office: &Office, at: usize| warned_of(office, &keys[at], &id);
    let away = [
        "--from",
        "2026-03-09",
        "--until",
        "2026-03-13",
        "--to",
        "m2",
    ];
    office.ok(&[&["absence", "set", "m1"][..], &away].concat());
    let office = office.on("2026-03-08");
    assert!(!mine(&office, 0));
    let office = office.on("2026-03-09");
    assert!(mine(&office, 0) && !mine(&office, 1));
    let due = office.ok(&["--json", "--key", &keys[0], "due"]).json();
    assert_eq!(
        due["stands_in_for"],
        json!([{"member": "m1", "until": "2026-03-13"}])
    );
    let human = office
        .ok(&["--format", "human", "--key", &keys[0], "due"])
        .out;
    assert!(
        human.contains("With m1's cases, who is away until Fri 13 Mar 2026"),
        "{human}"
    );
    // The deputy falls ill: whoever stands in for the deputy sees both. A ring of deputies ends.
    let ill = ["--until", "2026-03-10", "--to", "m3"];
    office.ok(&[&["absence", "set", "m2"][..], &ill].concat());
    assert!(mine(&office, 0) && mine(&office, 1));
    let ring = ["--until", "2026-03-10", "--to", "m1"];
    let rung = ["--json", "absence", "set", "m3"];
    let rung = office.ok(&[&rung[..], &ring].concat()).json();
    assert!(mine(&office, 0) && mine(&office, 1));
    // All three are away: that nobody is there is said at once, and each morning.
    let nobody: Vec<&Value> = rung["items"].as_array().unwrap().iter().collect();
    assert!(
        nobody.iter().all(|one| one["nobody_from"] == "2026-03-09"),
        "{rung}"
    );
    let needs = |office: &Office| office.ok(&["--json", "status"]).json()["needs"].to_string();
    assert!(needs(&office).contains("absence.nobody"));
    assert_eq!(
        warned(&office, &id, &[]),
        Some(false),
        "the cases stay theirs"
    );
    let office = office.on("2026-03-11");
    assert!(mine(&office, 0) && !mine(&office, 1));
    let list = office.ok(&["--json", "absence", "list"]).json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert!(list["items"][0].get("nobody_from").is_none(), "{list}");
    assert!(!needs(&office).contains("absence.nobody"));
    office.ok(&["absence", "cancel", "m1", "--from", "2026-03-09"]);
    assert!(!mine(&office, 0));
    let office = office.on("2026-03-14");
    assert!(!mine(&office, 0));
    let set = |args: &[&'static str]| [&["absence", "set"][..], args].concat();
    let until = ["m1", "--until", "2026-03-01", "--to", "m2"];
    assert_eq!(office.fails(2, &set(&until)), "absence.backwards");
    let own = ["m1", "--until", "2026-03-20", "--to", "m1"];
    assert_eq!(office.fails(1, &set(&own)), "absence.same");
    let none = ["absence", "cancel", "m1", "--from", "2026-03-09"];
    assert_eq!(office.fails(1, &none), "absence.none");
    let _: Value = office.ok(&["--json", "absence", "list"]).json();
}

/// A deputy who loses the key leaves somebody's cases to nobody, and their own to a name that is no member's.
#[test]
fn a_deputy_who_is_removed_leaves_nobodys_cases_unseen() {
    let office = Office::open();
    let _key = add(&office, "m2");
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["assign", &case, "--to", "m2"]);
    let away = ["--until", "2026-03-20", "--to", "m2"];
    office.ok(&[&["absence", "set", "m1"][..], &away].concat());
    let would = ["--json", "key", "remove", "m2", "--dry-run"];
    assert_eq!(office.ok(&would).json()["left_alone"], json!(["m1"]));
    let human = office
        .ok(&["--format", "human", "key", "remove", "m2", "--yes"])
        .out;
    assert!(human.contains("name somebody else"), "{human}");
    let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
    assert!(needs.contains("absence.nobody"), "{needs}");
    assert!(needs.contains("case.left"), "{needs}");
}
