//! Check-ins of people in danger, disappearances and the alarm plan; and that all beside the procedures can be imported.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::support::Office;

/// An alarm plan as an office could have it.
const PLAN: &str = "rule_39: before the removal\nombudsman\n# a remark\n\nother_office: ask for the worker on duty\n";

/// What a command prints for people.
pub(crate) fn human(office: &Office, args: &[&str]) -> String {
    office.ok(&[&["--format", "human"][..], args].concat()).out
}

pub(crate) fn due(office: &Office, args: &[&str]) -> Value {
    office.ok(&[&["--json", "due"][..], args].concat()).json()
}

/// The check-ins that are listed, each with its case.
fn check_ins(office: &Office, args: &[&str]) -> Vec<Value> {
    let mut items = due(office, args)["items"].as_array().unwrap().clone();
    items.retain(|item| item["rule"] == "nansen.check-in");
    items
}

fn planned(office: &Office) {
    let said = office.run_with(&["check-in", "plan"], PLAN);
    assert_eq!(said.code, 0, "{}", said.shown());
}

/// The place of a text in another.
pub(crate) fn place(text: &str, part: &str) -> usize {
    text.find(part)
        .unwrap_or_else(|| panic!("no `{part}` in:\n{text}"))
}

/// The case of somebody else: who lists is not who works on it.
pub(crate) fn of_a_colleague(office: &Office) -> String {
    let line = r#"{"type":"case","case":"r","origin":"KP","jurisdiction":"de","worker":"m7","opened":"2026-01-04"}"#;
    let said = office.run_with(&["import", "-", "--json"], line);
    said.json()["map"][0]["case"].as_str().unwrap().to_owned()
}

#[test]
fn an_overdue_check_in_stands_above_all_else_for_everybody() {
    let office = Office::open();
    planned(&office);
    let case = of_a_colleague(&office);
    let set = [
        "check-in", "set", &case, "--every", "3d", "--how", "partner",
    ];
    office.ok(&[&set[..], &["--date", "2026-02-20"]].concat());
    // Something else that presses.
    let own = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&["record", "detention", &own, "--date", "2026-03-01"]);
    office.ok(&["record", "check-in", &case, "--date", "2026-02-27"]);
    // Three days after the last one; the day itself is not late.
    let office = office.on("2026-03-02");
    let shown = due(&office, &["--worker", "all"]);
    let item = &check_ins(&office, &["--worker", "all"])[0];
    assert_eq!(
        (&item["due"], &item["state"]),
        (&json!("2026-03-02"), &json!("open"))
    );
    assert_eq!(item["what"], "nansen.check-in");
    assert_eq!(shown["alarm_plan"], json!([]));
    // A colleague's is left out and counted, until it is late.
    assert!(check_ins(&office, &[]).is_empty());
    assert!(human(&office, &["due"]).contains("1 of colleagues' cases"));
    let office = office.on("2026-03-03");
    for filter in [
        &["--worker", "m1"][..],
        &["--worker", "nobody"],
        &["--within", "1d"],
        &["--overdue"],
        &["--office", "east"],
        &["--jurisdiction", "ru"],
        &["--actor", "authority"],
    ] {
        let shown = due(&office, filter);
        let late = &check_ins(&office, filter)[0];
        assert_eq!(late["case"], case, "{filter:?}: {shown}");
        assert_eq!(late["state"], "missed", "{filter:?}");
        assert_eq!(shown["alarm_plan"][1]["what"], "ombudsman", "{filter:?}");
    }
    let text = human(&office, &["due"]);
    let head = place(&text, "NO CHECK-IN (1)");
    assert!(head < place(&text, "Alarm plan:"), "{text}");
    assert!(
        place(&text, "3. tell the other office") < place(&text, "NOW ("),
        "{text}"
    );
    assert_eq!(
        office.run(&["due", "--exit-code", "--worker", "m1"]).code,
        10
    );
    let needs = office.ok(&["--json", "status"]).json()["needs"].clone();
    assert_eq!(needs[0]["id"], "check-in.overdue");
    let shown = human(&office, &["show", &case]);
    assert!(
        place(&shown, "! NO CHECK-IN") < place(&shown, "APPLICATIONS"),
        "{shown}"
    );
    office.ok(&["record", "check-in", &case]);
    assert!(check_ins(&office, &["--worker", "m1"]).is_empty());
    assert_eq!(
        check_ins(&office, &["--worker", "m7"])[0]["due"],
        "2026-03-06"
    );
}

#[test]
fn a_change_of_how_often_hides_no_check_in_that_did_not_come() {
    let desk = Desk::new("de", "2026-03-20");
    let set = |every: &str, date: &str| {
        let set = ["check-in", "set", &desk.case, "--how", "partner"];
        desk.office
            .ok(&[&set[..], &["--every", every, "--date", date]].concat())
    };
    set("2d", "2026-03-10");
    set("1w", "2026-03-20");
    assert_eq!(due(&desk.office, &[])["items"][0]["due"], "2026-03-17");
    assert_eq!(
        due(&desk.office, &["--as-of", "2026-03-15"])["items"][0]["due"],
        "2026-03-12"
    );
    let again = [
        "check-in", "set", &desk.case, "--every", "7d", "--how", "partner",
    ];
    assert_eq!(desk.office.fails(1, &again), "history.twice");
}

#[test]
fn there_is_no_check_in_by_telephone() {
    let desk = Desk::new("de", "2026-03-20");
    let by = [
        "check-in",
        "set",
        &desk.case,
        "--every",
        "3d",
        "--how",
        "telephone",
    ];
    assert_eq!(desk.office.fails(2, &by), "args.code");
    let help = desk.office.ok(&["check-in", "set", "--help"]).out;
    assert!(
        help.contains("no code for the telephone, on purpose"),
        "{help}"
    );
    for every in ["0d", "93d", "3m", "often"] {
        let set = [
            "check-in", "set", &desk.case, "--every", every, "--how", "partner",
        ];
        assert_eq!(desk.office.fails(2, &set), "field.every", "{every}");
    }
    assert_eq!(desk.refused(1, "check-in"), "history.no-check-in");
}

#[test]
fn a_case_is_not_closed_while_somebody_waits_for_a_check_in() {
    let desk = Desk::new("de", "2026-03-20");
    let (office, case) = (&desk.office, desk.case.as_str());
    office.ok(&["check-in", "set", case, "--every", "3d", "--how", "lawyer"]);
    let close = ["close", case, "--reason", "transferred"];
    assert_eq!(office.fails(1, &close), "history.check-in-stands");
    let end = ["check-in", "end", case, "--because"];
    let personal = [&end[..], &["write to a@example.org"]].concat();
    assert_eq!(office.fails(2, &personal), "reason.personal");
    office.ok(&[&end[..], &["safe with relatives"]].concat());
    assert!(human(office, &["show", case]).contains("because: safe with relatives"));
    office.ok(&close);
    assert_eq!(due(office, &[])["items"], json!([]));
}

#[test]
fn a_disappearance_opens_the_plan_and_stops_nothing() {
    let desk = Desk::new("de", "2026-03-04");
    planned(&desk.office);
    let (office, case) = (&desk.office, desk.case.as_str());
    office.ok(&["check-in", "set", case, "--every", "3d", "--how", "partner"]);
    let gone = desk.record("disappearance --date 2026-03-02 --reason abduction_feared");
    let tasks = gone["tasks"].as_array().unwrap();
    let what: Vec<&Value> = tasks.iter().map(|task| &task["what"]).collect();
    assert_eq!(what, ["rule_39", "ombudsman", "other_office"]);
    assert_eq!(tasks[0]["opened_by"], gone["event"]);
    assert_eq!(tasks[0]["due"], "2026-03-04");
    let shown = due(office, &["--worker", "all"]);
    assert_eq!(shown["disappeared"][0]["case"], case);
    assert_eq!(shown["tasks"].as_array().unwrap().len(), 3);
    // The check-in goes on.
    assert_eq!(shown["items"][0]["due"], "2026-03-07");
    // The law of Germany reaches Strasbourg and the committees; what another law knows does not stand here.
    let interim = shown["disappeared"][0]["interim_measures"]
        .as_array()
        .unwrap();
    let rules: Vec<&str> = interim
        .iter()
        .map(|one| one["rule"].as_str().unwrap())
        .collect();
    assert!(
        rules.contains(&"coe.39") && rules.contains(&"un.ccpr-interim"),
        "{rules:?}"
    );
    assert!(
        rules.iter().all(|rule| !rule.starts_with("us.")),
        "{rules:?}"
    );
    for args in [&["due"][..], &["show", case]] {
        let text = human(office, args);
        let head = place(&text, "DISAPPEARED");
        assert!(head < place(&text, "(Rule 39)"), "{text}");
        assert!(
            place(&text, "Alarm plan:") < place(&text, "NEXT STEPS"),
            "{text}"
        );
    }
    assert_eq!(
        office.ok(&["--json", "status"]).json()["needs"][0]["id"],
        "person.missing"
    );
    // Taken back as one.
    office.ok(&["undo"]);
    let shown = due(office, &["--worker", "all"]);
    assert_eq!(
        (&shown["disappeared"], &shown["tasks"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(
        desk.refused(1, "reappearance --date 2026-03-03"),
        "history.not-missing"
    );
}

#[test]
fn who_is_found_again_has_checked_in() {
    let desk = Desk::new("ru", "2026-03-04");
    let (office, case) = (&desk.office, desk.case.as_str());
    let set = ["check-in", "set", case, "--every", "3d", "--how", "partner"];
    office.ok(&[&set[..], &["--date", "2026-02-20"]].concat());
    let gone = ["record", "disappearance", case, "--date", "2026-02-25"];
    let said = human(office, &gone);
    assert!(said.contains("The office has no alarm plan"), "{said}");
    assert_eq!(
        desk.refused(1, "disappearance --date 2026-02-26"),
        "history.twice"
    );
    assert_eq!(desk.refused(1, "check-in"), "history.missing");
    // Strasbourg stops no removal by Russia any more: only the committees are named.
    let shown = due(office, &[]);
    let interim = shown["disappeared"][0]["interim_measures"].to_string();
    assert!(
        interim.contains("un.cat-interim") && !interim.contains("coe.39"),
        "{interim}"
    );
    assert_eq!(
        desk.refused(1, "reappearance --date 2026-02-20"),
        "history.too-early"
    );
    desk.record("reappearance --date 2026-03-03");
    let shown = due(office, &[]);
    assert_eq!(shown["disappeared"], json!([]));
    assert_eq!(shown["items"][0]["due"], "2026-03-06");
    // By the day.
    let shown = due(office, &["--as-of", "2026-03-01"]);
    assert_eq!(shown["disappeared"][0]["since"], "2026-02-25");
}

#[test]
fn an_alarm_plan_is_short_coded_and_impersonal() {
    let office = Office::open();
    for (plan, id) in [
        ("", "plan.empty"),
        ("call_home", "plan.line"),
        ("other", "plan.line"),
        ("lawyer: write to a@example.org", "reason.personal"),
        (&"lawyer\n".repeat(21), "plan.empty"),
        (&format!("lawyer: {}", "a".repeat(121)), "reason.too-long"),
    ] {
        let said = office.run_with(&["--json", "check-in", "plan"], plan);
        assert_eq!(said.code, 2, "{plan}: {}", said.shown());
        assert!(said.err.contains(id), "{plan}: {}", said.err);
        assert!(!said.err.contains("example.org"), "{}", said.err);
    }
    let none = office.ok(&["--json", "check-in", "plan", "--show"]).json();
    assert_eq!(none["items"], json!([]));
    planned(&office);
    let plan = office.ok(&["--json", "check-in", "plan", "--show"]).json();
    assert_eq!(
        plan["items"][0],
        json!({"what": "rule_39", "text": "before the removal"})
    );
    let again = office.run_with(&["--json", "check-in", "plan"], PLAN);
    assert!(
        again.err.contains("entry.nothing-to-change"),
        "{}",
        again.shown()
    );
}

#[test]
fn all_of_it_can_be_imported_and_corrected() {
    let lines = [
        r#"{"type":"case","case":"r","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#,
        r#"{"type":"check-in-set","case":"r","every":"3d","how":"partner","date":"2026-02-01"}"#,
        r#"{"type":"check-in","case":"r","date":"2026-02-27"}"#,
        r#"{"type":"disappearance","case":"r","date":"2026-02-28","reason":"unknown"}"#,
        r#"{"type":"reappearance","case":"r","date":"2026-03-01"}"#,
        r#"{"type":"mandate","case":"r","kind":"advice","date":"2026-02-01","attorney_until":"2026-12-31"}"#,
        r#"{"type":"task","case":"r","ref":"t","what":"other","text":"look at it again","due":"2026-03-10"}"#,
        r#"{"type":"task","case":"r","ref":"u","what":"check","due":"2026-03-11"}"#,
        r#"{"type":"task-act","case":"r","on":"u","act":"dropped","date":"2026-03-02","because":"needless"}"#,
        r#"{"type":"referral","case":"r","ref":"f","kind":"to","partner":"clinic","service":"housing","date":"2026-02-02"}"#,
        r#"{"type":"referral-outcome","case":"r","on":"f","outcome":"accepted","date":"2026-02-10"}"#,
        r#"{"type":"resettlement","case":"r","state":"referred","country":"CA","date":"2026-02-02"}"#,
        r#"{"type":"risk","case":"r","level":"extreme","review":"2026-04-01","date":"2026-02-02"}"#,
        r#"{"type":"check-in-end","case":"r","date":"2026-03-03","because":"safe"}"#,
    ];
    let desk = Desk::imported("2026-03-04", &lines);
    let care = desk.show()["care"].clone();
    assert_eq!(care["check_in"], Value::Null);
    assert_eq!(care["tasks"][0]["text"], "look at it again");
    assert_eq!(care["tasks"][1]["ended"], "dropped");
    assert_eq!(care["referrals"][0]["outcome"], "accepted");
    assert_eq!(care["resettlement"][0]["state"], "referred");
    assert_eq!(care["risk"]["review"], "2026-04-01");
    assert_eq!(care["mandates"][0]["files"], "they");
    // A second time it brings nothing.
    let again = desk
        .office
        .run_with(&["--json", "import", "-"], &lines.join("\n"))
        .json();
    assert_eq!(
        (&again["events"], &again["already_there"]),
        (&json!(0), &json!(14))
    );
    for (kind, line) in [
        ("check-in-set", "--every 2d"),
        ("check-in", "--date 2026-02-26"),
        ("disappearance", "--reason moved_on"),
        ("reappearance", "--date 2026-03-02"),
        ("mandate", "--kind monitoring"),
        ("task-act", "--act done"),
        ("referral", "--service legal"),
        ("referral-outcome", "--outcome refused"),
        ("resettlement", "--country US"),
        ("risk", "--level medium"),
        ("check-in-end", "--date 2026-03-04"),
        ("task", "--due 2026-03-12"),
        ("task", "--to m1"),
        ("task", "--to nobody"),
    ] {
        let event = desk.event(kind);
        desk.correct(&event, line);
    }
    // Each is told in words: none falls back on its code.
    let shown = human(&desk.office, &["show", &desk.case, "--all"]);
    for kind in [
        "check-in-set",
        "check-in-end",
        "referral-outcome",
        "task-act",
    ] {
        assert!(!shown.contains(kind), "{kind}: {shown}");
    }
    // What looks personal is no text of a next step.
    let bad = r#"{"type":"task","case":"r","what":"other","text":"write to a@example.org","due":"2026-03-10"}"#;
    let said = desk.office.run_with(&["--json", "import", "-"], bad);
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(!said.err.contains("example.org"), "{}", said.err);
}

/// Whoever has disappeared does not go out of sight with a case that is closed for want of contact.
#[test]
fn a_case_is_not_closed_over_what_is_open_in_it() {
    let office = Office::open();
    planned(&office);
    let case = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["record", "disappearance", &case, "--date", "2026-03-03"]);
    let close = ["close", &case, "--reason", "contact_lost"];
    let files = office.files();
    assert_eq!(office.fails(6, &close), "case.unsettled");
    let said = office.run(&close).err;
    assert!(
        said.contains("disappeared: 1, removals and detentions: 0, next steps: 3"),
        "{said}"
    );
    let bulk = [
        "bulk",
        "close",
        "--reason",
        "contact_lost",
        "--worker",
        "all",
    ];
    assert_eq!(office.fails(6, &bulk), "bulk.deadlines-open");
    assert!(files == office.files(), "nothing was written");
    let so = ["--even-so", "the partner looks on"];
    office.ok(&[&close[..], &so].concat());
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(shown["state"], "closed");
    // Who has died has nothing open.
    office.ok(&["undo"]);
    office.ok(&["close", &case, "--reason", "died"]);
}
