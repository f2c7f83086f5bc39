//! The second pair of eyes: off unless the office asks for it and has three members.

use serde_json::{Value, json};

use crate::members::add;
use crate::prompts::at_terminal;
use crate::released::singles;
use crate::support::{Office, cell};

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

/// A command line of the member with this key.
fn by<'a>(key: &'a str, args: &[&'a str]) -> Vec<&'a str> {
    [&["--key", key], args].concat()
}

/// What one member proposes another looks at before it leaves: what it asks and why, which numbers it would show, and the table.
#[test]
fn what_waits_is_looked_at_before_it_leaves() {
    let forms = [(119, ""), (90, "temporary_asylum"), (2, "refugee_status")];
    let office = singles(&forms).office();
    let key = add(&office, "m2");
    add(&office, "m3");
    let reason = "both asked us to tell it";
    let release = ["stats", "release", "--to", "press", "--by", "protection"];
    let show = ["--purpose", "the annual report", "--show", "refugee_status"];
    let because = ["--because", reason, "--propose"];
    office.ok(&[&release[..], &show, &because].concat());
    let approve = ["stats", "release", "--approve", "R2026-001"];
    let waiting = || office.ok(&["--json", "stats", "ledger"]).json()["waiting"].clone();
    let asked = |id: &str| {
        let status = office.ok(&["--json", "status"]).json();
        let mut needs = status["needs"].as_array().unwrap().iter();
        needs.any(|need| need["id"] == id)
    };

    let files = office.files();
    let item = waiting()[0].clone();
    assert_eq!(
        [
            &item["release"],
            &item["member"],
            &item["to"],
            &item["because"]
        ],
        ["R2026-001", "m1", "press", reason]
    );
    assert_eq!(item["show"], json!([["refugee_status"]]));
    for line in [
        &["--format", "human", "stats", "ledger"][..],
        &["--format", "human", "stats", "ledger", "R2026-001"],
    ] {
        let told = office.ok(&by(&key, line)).out;
        for said in [
            "waits for another member",
            "annual report",
            reason,
            "refugee status",
        ] {
            assert!(told.contains(said), "{said}: {told}");
        }
        assert!(!told.contains("No table has left"), "{told}");
    }
    let plain = office.ok(&["--format", "plain", "stats", "ledger"]).out;
    assert!(plain.contains(reason), "{plain}");
    assert!(asked("table.waiting"));
    // Of what has not left nothing can be counted again.
    let verify = ["stats", "verify", "R2026-001"];
    assert_eq!(office.fails(1, &verify), "stats.no-release");

    // It is shown as it would leave, and does not; to whom proposed it by a second member alone.
    let trial = [&approve[..], &["--dry-run"]].concat();
    assert_eq!(office.fails(6, &trial), "stats.own");
    let table = office
        .ok(&by(&key, &[&["--json"], &trial[..]].concat()))
        .json();
    assert_eq!(cell(&table, &["refugee_status"])["value"], 2);
    assert_eq!(
        (&table["releasable"], &table["trial"]),
        (&false.into(), &true.into())
    );
    assert_eq!(
        office.fails(2, &by(&key, &[&trial[..], &["-o", "t.csv"]].concat())),
        "args.conflict"
    );
    // Whoever approves says why, in as many words as who proposed it.
    assert_eq!(office.fails(2, &by(&key, &approve)), "args.missing");
    let short = [&approve[..], &["--because", "x"]].concat();
    assert_eq!(office.fails(2, &by(&key, &short)), "stats.reason");
    assert!(files == office.files(), "nothing of this changes anything");

    // At a terminal the number is to be typed, as by whoever shows it alone.
    let why = "asked them again, both agree";
    let left = [&approve[..], &["--because", why]].concat();
    let mut session = at_terminal(&office, &by(&key, &left));
    session.exp_string("Type the number of persons").unwrap();
    session.send_line("3").unwrap();
    session.exp_string("not the number").unwrap();
    session.send_line("2").unwrap();
    session.exp_string("Released to press").unwrap();
    session.exp_eof().unwrap();
    assert_eq!((waiting(), asked("table.waiting")), (Value::Null, false));
    let audit = office.ok(&["--json", "audit"]).json();
    let said = |what: &str| {
        let mut items = audit["items"].as_array().unwrap().iter();
        let item = items.find(|item| item["what"] == what).unwrap();
        (item["about"].clone(), item["because"].clone())
    };
    let number = json!("R2026-001");
    assert_eq!(said("table.proposed"), (number.clone(), json!(reason)));
    assert_eq!(said("table.released"), (number, json!(why)));
}

/// Whoever proposed it, and any other member, ends the waiting of a table or a list: nothing leaves, the reason stays, and it can be
/// proposed anew.
#[test]
fn a_proposal_is_declined_for_a_reason_that_stays() {
    let forms = [(119, ""), (90, "temporary_asylum"), (2, "refugee_status")];
    let office = singles(&forms).office();
    let key = add(&office, "m2");
    add(&office, "m3");
    let release = ["stats", "release", "--to", "press", "--by", "protection"];
    let show = [
        "--show",
        "refugee_status",
        "--because",
        "both asked us to tell it",
    ];
    let propose = [&release[..], &show, &["--propose"]].concat();
    let decline = |number| ["stats", "release", "--decline", number];
    let why = ["--because", "one of them is afraid after all"];
    let waiting = || office.ok(&["--json", "stats", "ledger"]).json()["waiting"].clone();
    for (number, who) in [("R2026-001", &[][..]), ("R2026-002", &["--key", &key])] {
        office.ok(&propose);
        let files = office.files();
        let bare = [who, &decline(number)].concat();
        assert_eq!(office.fails(2, &bare), "args.missing");
        let short = [&bare[..], &["--because", "no"]].concat();
        assert_eq!(office.fails(2, &short), "stats.reason");
        let more = [&bare[..], &why, &["--by", "sex"]].concat();
        assert_eq!(office.fails(2, &more), "args.conflict");
        assert!(files == office.files(), "nothing of this changes anything");
        let said = office.ok(&[&["--json"], &bare[..], &why].concat()).json();
        let proposed = (&said["release"], &said["proposed_by"]);
        assert_eq!(proposed, (&json!(number), &json!("m1")));
        assert_eq!(waiting(), Value::Null);
        // It waits no more: not to be declined once more, nor to be approved of.
        let again = [&bare[..], &why].concat();
        assert_eq!(office.fails(2, &again), "stats.no-proposal");
        let approve = ["--key", &key, "stats", "release", "--approve", number];
        let approve = [&approve[..], &why].concat();
        assert_eq!(office.fails(2, &approve), "stats.no-proposal");
    }
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let declined: Vec<_> = items
        .filter(|item| item["what"] == "table.declined")
        .map(|item| (&item["about"], &item["member"], &item["because"]))
        .collect();
    let because = json!(why[1]);
    let by = |number, who| (json!(number), json!(who));
    let (first, second) = (by("R2026-001", "m1"), by("R2026-002", "m2"));
    assert!(
        declined.contains(&(&first.0, &first.1, &because)),
        "{audit}"
    );
    assert!(
        declined.contains(&(&second.0, &second.1, &because)),
        "{audit}"
    );
    office.ok(&["store", "verify"]);
}

/// Nothing says no to a proposal but time, and what left otherwise waits no more.
#[test]
fn what_waits_is_asked_after_for_a_month() {
    let forms = [(119, ""), (90, "temporary_asylum"), (2, "refugee_status")];
    let mut office = singles(&forms).office();
    let key = add(&office, "m2");
    add(&office, "m3");
    let release = ["stats", "release", "--to", "press", "--by", "protection"];
    let show = [
        "--show",
        "refugee_status",
        "--because",
        "both asked us to tell it",
    ];
    for _ in 0..2 {
        office.ok(&[&release[..], &show, &["--propose"]].concat());
    }
    for (day, is_asked) in [("2026-04-03", true), ("2026-04-04", false)] {
        office = office.on(day);
        let status = office.ok(&["--json", "status"]).out;
        assert_eq!(status.contains("table.waiting"), is_asked, "{day}");
    }
    let waiting = || office.ok(&["--json", "stats", "ledger"]).json()["waiting"].clone();
    let both = waiting();
    let numbers = [&both[0]["release"], &both[1]["release"]];
    assert_eq!(numbers, ["R2026-001", "R2026-002"]);
    // The same question twice: once it left, nobody has to approve of it again.
    let approve = |number| {
        let why = ["--because", "asked them again, both agree"];
        [&["stats", "release", "--approve", number][..], &why].concat()
    };
    office.ok(&by(&key, &approve("R2026-001")));
    assert_eq!(waiting(), Value::Null);
    let second = by(&key, &approve("R2026-002"));
    assert_eq!(office.fails(2, &second), "stats.no-proposal");
}
