//! How long closed cases are kept, and what `status` counts of a morning.

use serde_json::{Value, json};

use crate::members::add;
use crate::support::Office;

fn list(office: &Office) -> Value {
    office.ok(&["--json", "retention", "list"]).json()["items"].clone()
}

fn counts(office: &Office) -> Value {
    office.ok(&["--json", "status"]).json()["retention"].clone()
}

#[test]
fn what_has_passed_its_period_is_told_of_twice_and_forgotten_by_a_person() {
    let office = Office::open().on("2026-03-04");
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let moved = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    let open = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["close", &case, "--reason", "protected"]);
    office.ok(&["close", &moved, "--reason", "transferred"]);
    let office = office.on("2028-03-03");
    assert_eq!(list(&office), json!([]), "no period, nothing passed");
    office.ok(&["retention", "set", "--after", "2y"]);
    office.ok(&[
        "retention",
        "set",
        "--after",
        "never",
        "--reason",
        "transferred",
    ]);
    assert_eq!(list(&office), json!([]));
    assert_eq!(
        office.fails(1, &["retention", "warn", &case]),
        "retention.not-passed"
    );

    let office = office.on("2028-03-04");
    let items = list(&office);
    assert_eq!(items.as_array().unwrap().len(), 1);
    assert_eq!(
        (&items[0]["case"], &items[0]["passed"]),
        (&json!(case), &json!("2028-03-04"))
    );
    assert_eq!(
        counts(&office),
        json!({"passed": 1, "to_warn": 1, "to_forget": 0})
    );
    assert_eq!(
        office.fails(1, &["retention", "warn", &open]),
        "retention.not-passed"
    );
    let told = office.ok(&["--json", "retention", "warn"]).json();
    assert_eq!(told["items"][0]["next_warning"], "2028-04-03");
    // Not a second time before 30 days have passed.
    assert_eq!(
        office.ok(&["--json", "retention", "warn"]).json()["items"],
        json!([])
    );
    let office = office.on("2028-04-02");
    assert_eq!(
        office.fails(1, &["retention", "warn", &case]),
        "retention.lately"
    );
    let office = office.on("2028-04-03");
    office.ok(&["retention", "warn", &case]);
    assert_eq!(
        list(&office)[0]["warned"],
        json!(["2028-03-04", "2028-04-03"])
    );
    assert_eq!(
        counts(&office),
        json!({"passed": 1, "to_warn": 0, "to_forget": 0})
    );
    assert_eq!(
        office.fails(1, &["retention", "warn", &case]),
        "retention.twice"
    );
    let office = office.on("2028-05-03");
    assert_eq!(counts(&office)["to_forget"], 1);
    let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
    assert!(needs.contains("people were told twice"), "{needs}");
    let human = office.ok(&["--format", "human", "retention", "list"]).out;
    assert!(
        human.contains(&format!("nansen identity forget {case}")),
        "{human}"
    );

    // Opened and closed again it begins anew; however long nobody does anything, it stays.
    office.ok(&["reopen", &case]);
    assert_eq!(list(&office), json!([]));
    office.ok(&["close", &case, "--reason", "other"]);
    let office = office.on("2040-01-01");
    let again = list(&office);
    assert_eq!(
        (&again[0]["case"], &again[0]["warned"]),
        (&json!(case), &json!([]))
    );
    office.ok(&["show", &case]);
    office.ok(&[
        "identity",
        "forget",
        &case,
        "--confirm",
        &case,
        "--because",
        "period",
    ]);
    assert_eq!(list(&office), json!([]));
    for bad in ["soon", "5", "0y", "-1y", "1000y"] {
        let args = ["retention", "set", &format!("--after={bad}")];
        assert_eq!(office.fails(2, &args), "args.months", "{bad}");
    }
}

#[test]
fn the_morning_counts_what_the_lists_have() {
    let office = Office::open();
    add(&office, "m2");
    let cases: Vec<String> = (0..4)
        .map(|_| office.new_case(&["--origin", "SY", "--jurisdiction", "de"]))
        .collect();
    office.ok(&["record", "hearing", &cases[0], "--date", "2026-03-11"]);
    office.ok(&["record", "interview", &cases[1], "--date", "2026-03-12"]);
    office.ok(&["deadline", "set", &cases[2], "--due", "2026-03-20"]);
    office.ok(&["record", "detention", &cases[3], "--date", "2026-03-02"]);
    office.ok(&[
        "absence",
        "set",
        "m1",
        "--until",
        "2026-03-06",
        "--to",
        "m2",
    ]);
    let morning = office.ok(&["--json", "status"]).json()["morning"].clone();
    let count = |args: &[&str]| {
        let list = office.ok(&[&["--json"][..], args].concat()).json();
        list["items"].as_array().unwrap().len()
    };
    assert_eq!(
        morning["hearings_7d"],
        count(&["list", "--hearing-in", "7d"])
    );
    assert_eq!(morning["hearings_7d"], 1);
    assert_eq!(morning["no_next_step"], count(&["list", "--no-next-step"]));
    let waiting = [
        "due",
        "--worker",
        "all",
        "--within",
        "1y",
        "--where",
        "state=unconfirmed",
    ];
    assert_eq!(morning["unconfirmed"], count(&waiting));
    let away = json!([{"member": "m1", "from": "2026-03-04", "until": "2026-03-06", "to": "m2"}]);
    assert_eq!(morning["away"], away);
    let human = office.ok(&["--format", "human", "status"]).out;
    assert!(
        human.contains("m1 (until Fri 6 Mar 2026, m2 stands in)"),
        "{human}"
    );
    let office = office.on("2026-03-07");
    assert_eq!(
        office.ok(&["--json", "status"]).json()["morning"]["away"],
        json!([])
    );
}

#[test]
fn a_case_that_was_handed_over_is_counted_apart() {
    let office = Office::open();
    let cases: Vec<String> = (0..3)
        .map(|_| office.new_case(&["--origin", "SY", "--jurisdiction", "de"]))
        .collect();
    office.ok(&["close", &cases[0], "--reason", "transferred"]);
    office.ok(&["close", &cases[1], "--reason", "protected"]);
    let counts = |office: &Office| office.ok(&["--json", "status"]).json()["cases"].clone();
    assert_eq!(
        counts(&office),
        json!({"open": 1, "closed": 1, "transferred": 1})
    );
    let human = office.ok(&["--format", "human", "status"]).out;
    assert!(human.contains("1 handed over"), "{human}");
    // Whoever gets it back counts it.
    office.ok(&["reopen", &cases[0]]);
    assert_eq!(
        counts(&office),
        json!({"open": 2, "closed": 1, "transferred": 0})
    );
}
