//! Next steps, referrals, resettlement and risk.

use serde_json::{Value, json};

use crate::care::{due, human, of_a_colleague, place};
use crate::desk::{Desk, pair};
use crate::prompts::at_terminal;
use crate::support::Office;

#[test]
fn next_steps_have_a_day_and_a_person() {
    let desk = Desk::new("de", "2026-03-04");
    let (office, case) = (&desk.office, desk.case.as_str());
    let add = |args: &[&str], words: &str| {
        office.run_with(
            &[&["--json", "task", "add", case][..], args].concat(),
            words,
        )
    };
    let coded = add(&["--what", "translate", "--by", "2026-03-10"], "").json();
    assert_eq!(coded["tasks"][0]["what"], "translate");
    let own = add(
        &["--by", "2026-03-02", "--to", "m1"],
        "ask for the file again\n",
    )
    .json();
    assert_eq!(own["tasks"][0]["text"], "ask for the file again");
    for (args, words, id) in [
        (&["--by", "2026-03-09"][..], "", "reason.empty"),
        (
            &["--by", "2026-03-09"],
            "write to a@example.org",
            "reason.personal",
        ),
        (&["--by", "2026-03", "--what", "check"], "", "date.day"),
        (
            &["--by", "2026-03-09", "--what", "check", "--to", "m9"],
            "",
            "member.absent",
        ),
    ] {
        let said = add(args, words);
        assert_ne!(said.code, 0, "{args:?}");
        assert!(said.err.contains(id), "{args:?}: {}", said.err);
    }
    let text = human(office, &["due"]);
    assert!(
        place(&text, "NEXT STEPS (2)") < place(&text, "ask for the file again"),
        "{text}"
    );
    assert!(text.contains("! Mon 2 Mar 2026  2 days overdue"), "{text}");
    let needs = office.ok(&["--json", "status"]).json()["needs"].to_string();
    assert!(needs.contains("task.overdue"), "{needs}");
    let listed = |args: &[&str]| {
        let list = office
            .ok(&[&["--json", "task", "list"][..], args].concat())
            .json();
        list["items"].as_array().unwrap().len()
    };
    assert_eq!(
        (listed(&[]), listed(&[case]), listed(&["--worker", "m1"])),
        (2, 2, 2)
    );
    let id = own["event"].as_str().unwrap();
    office.ok(&["task", "done", &id[..8]]);
    assert_eq!(office.fails(1, &["task", "done", id]), "history.twice");
    assert_eq!((listed(&[]), listed(&["--all"])), (1, 2));
    let shown = human(office, &["show", case]);
    assert!(
        shown.contains("next step done: ask for the file again"),
        "{shown}"
    );
    let other = coded["event"].as_str().unwrap();
    office.ok(&[
        "correct",
        other,
        "--due",
        "2026-03-12",
        "--because",
        "asked for more time",
    ]);
    assert_eq!(due(office, &[])["tasks"][0]["due"], "2026-03-12");
    let unknown = ["correct", other, "--to", "m9", "--because", "mistyped"];
    assert_eq!(office.fails(1, &unknown), "member.absent");
    // What hangs on it keeps it.
    assert_eq!(office.fails(1, &["retract", id]), "entry.hangs");
    office.ok(&["task", "drop", other, "--because", "the court has it"]);
    assert_eq!(due(office, &[])["tasks"], json!([]));
    office.ok(&["undo"]);
    assert_eq!(due(office, &[])["tasks"][0]["task"], other);
}

#[test]
fn a_next_step_is_seen_by_who_was_given_it() {
    let office = Office::open();
    let case = of_a_colleague(&office);
    let add = [
        "task",
        "add",
        &case,
        "--what",
        "check",
        "--by",
        "2026-03-05",
    ];
    office.ok(&add);
    assert_eq!(due(&office, &[])["tasks"], json!([]));
    assert!(human(&office, &["due"]).contains("1 of colleagues' cases"));
    office.ok(&[&add[..], &["--to", "m1"]].concat());
    assert_eq!(due(&office, &[])["tasks"][0]["to"], "m1");
    let close = ["close", &case, "--reason", "transferred"];
    assert_eq!(office.fails(6, &close), "case.unsettled");
    office.ok(&[&close[..], &["--even-so", "theirs now"]].concat());
    assert_eq!(due(&office, &[])["tasks"], json!([]));
    assert!(human(&office, &["due"]).contains("2 in closed cases"));
}

#[test]
fn a_referral_goes_out_and_is_answered() {
    let desk = Desk::new("de", "2026-03-20");
    let (office, case) = (&desk.office, desk.case.as_str());
    let to = [
        "record",
        "referral",
        case,
        "--kind",
        "to",
        "--partner",
        "clinic-2",
    ];
    let to = [&to[..], &["--service", "medical", "--date", "2026-03-02"]].concat();
    // Nobody goes out without a recorded yes, whatever is said of it.
    let before = desk.show();
    let line = to[1..].join(" ").replace(&format!(" {case}"), "");
    assert_eq!(desk.refused(5, &line), "consent.absent");
    desk.record("consent --kind referral --answer refused --date 2026-03-01");
    let even_so = format!("{line} --even-so agreed");
    assert_eq!(desk.refused(5, &even_so), "consent.absent");
    assert_eq!(desk.show()["care"], before["care"]);
    desk.record("consent --kind referral --answer given --date 2026-03-02");
    office.ok(&to);
    let from = [
        "record",
        "referral",
        case,
        "--kind",
        "from",
        "--partner",
        "unhcr",
    ];
    let said = human(
        office,
        &[&from[..], &["--service", "legal", "--date", "2026-03-01"]].concat(),
    );
    assert!(!said.contains("consent"), "{said}");
    // Whoever comes from others goes nowhere by a correction either.
    desk.record("consent --kind referral --answer withdrawn --date 2026-03-03");
    let from = desk.event("referral");
    let turned = [
        "--json",
        "correct",
        &from,
        "--kind",
        "to",
        "--because",
        "typing",
    ];
    assert_eq!(office.fails(5, &turned[1..]), "consent.absent");
    let waits = desk.show()["care"]["referrals"].clone();
    assert_eq!(waits[0]["outcome"], Value::Null);
    // Two wait: a person says which.
    let answer = "referral-outcome --outcome accepted --date 2026-03-05";
    assert_eq!(desk.refused(6, answer), "history.several");
    let first = format!("--on {}", waits[0]["event"].as_str().unwrap());
    assert_eq!(
        desk.refused(1, &format!("{} {first}", answer.replace("03-05", "03-01"))),
        "history.too-early"
    );
    desk.record(&format!("{answer} {first}"));
    assert_eq!(
        desk.refused(1, &format!("{answer} {first}")),
        "history.twice"
    );
    desk.record(&format!(
        "referral-outcome --outcome done --date 2026-03-09 {first}"
    ));
    let refused = format!("referral-outcome --outcome refused --date 2026-03-10 {first}");
    assert_eq!(desk.refused(1, &refused), "history.not-after");
    let known = desk.show()["care"]["referrals"][0].clone();
    assert_eq!(
        (&known["outcome"], &known["outcome_date"]),
        (&json!("done"), &json!("2026-03-09"))
    );
    // The one that is left.
    desk.record("referral-outcome --outcome refused --date 2026-03-05");
    assert_eq!(desk.refused(1, answer), "history.no-referral");
    // The earlier of two answers is corrected without regard to the later.
    let shown = human(office, &["show", case]);
    assert!(
        shown.contains("referred to clinic-2: medical help"),
        "{shown}"
    );
    assert!(shown.contains("referral done"), "{shown}");
    let accepted = desk.show()["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["fields"]["outcome"] == "accepted")
        .unwrap()["event"]
        .clone();
    desk.correct(accepted.as_str().unwrap(), "--date 2026-03-04");
}

#[test]
fn a_resettlement_goes_step_by_step() {
    let desk = Desk::new("tr", "2026-11-20");
    let step = |state: &str, country: &str, day: &str| {
        format!("resettlement --state {state} --country {country} --date {day}")
    };
    assert_eq!(
        desk.refused(1, &step("accepted", "CA", "2026-02-01")),
        "history.not-after"
    );
    assert_eq!(
        desk.refused(2, &step("referred", "XX", "2026-02-01")),
        "field.country"
    );
    desk.record(&step("referred", "ca", "2026-02-01"));
    assert_eq!(
        desk.refused(1, &step("referred", "CA", "2026-02-01")),
        "history.twice"
    );
    assert_eq!(
        desk.refused(1, &step("submitted", "CA", "2026-01-01")),
        "history.too-early"
    );
    desk.record(&step("submitted", "CA", "2026-03-01"));
    desk.record(&step("refused", "CA", "2026-04-01"));
    assert_eq!(
        desk.refused(1, &step("departed", "CA", "2026-05-01")),
        "history.not-after"
    );
    desk.record(&step("submitted", "US", "2026-05-01"));
    desk.record(&step("accepted", "US", "2026-06-01"));
    let known = desk.show()["care"]["resettlement"].clone();
    let ways = known.as_array().unwrap();
    assert_eq!(ways.len(), 2);
    assert_eq!(
        (&ways[0]["country"], &ways[0]["state"]),
        (&json!("CA"), &json!("refused"))
    );
    assert_eq!(
        (&ways[1]["state"], &ways[1]["since"]),
        (&json!("accepted"), &json!("2026-05-01"))
    );
    // What was accepted is not made a departure by a correction of the step before it.
    let submitted = desk.show()["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|event| event["fields"]["country"] == "US")
        .unwrap()["event"]
        .clone();
    let submitted = submitted.as_str().unwrap();
    let wrong = [
        "correct",
        submitted,
        "--state",
        "departed",
        "--because",
        "mistyped",
    ];
    assert_eq!(desk.office.fails(1, &wrong), "history.not-after");
    desk.correct(submitted, "--date 2026-05-02");
    desk.record(&step("departed", "US", "2026-11-01"));
    // Who is gone goes nowhere else.
    assert_eq!(
        desk.refused(1, &step("referred", "CA", "2026-11-10")),
        "history.not-after"
    );
    let shown = human(&desk.office, &["show", &desk.case]);
    assert!(
        place(&shown, "RESETTLEMENT") < place(&shown, "US  departed"),
        "{shown}"
    );
    assert!(shown.contains("resettlement to US: accepted"), "{shown}");
}

#[test]
fn a_risk_is_weighed_again_on_its_day() {
    let desk = Desk::new("de", "2026-03-04");
    let weighed = desk.record("risk --level high --review 2026-03-18");
    assert_eq!(weighed["deadlines"][0]["due"], "2026-03-18");
    assert_eq!(
        due(&desk.office, &[])["items"][0]["rule"],
        "nansen.risk-review"
    );
    assert_eq!(
        desk.refused(1, "risk --level low --review 2026-03-01"),
        "history.too-early"
    );
    let desk = desk.on("2026-03-10");
    let listed = |level: &str| {
        let list = desk.office.ok(&["--json", "list", "--risk", level]).json();
        list["items"].as_array().unwrap().len()
    };
    assert_eq!((listed("high"), listed("low")), (1, 0));
    desk.record("risk --level low --review 2026-06-10");
    assert_eq!((listed("high"), listed("low")), (0, 1));
    let all = desk.all("nansen.risk-review");
    assert_eq!(all, [pair("2026-03-18", "met"), pair("2026-06-10", "open")]);
    assert_eq!(desk.show()["care"]["risk"]["level"], "low");
    assert_eq!(
        desk.office.fails(2, &["list", "--risk", "great"]),
        "args.code"
    );
}

#[test]
fn at_a_terminal_it_asks_for_the_words_and_for_the_plan() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let key = office.key();
    let key = key.to_str().unwrap();
    let add = ["--key", key, "task", "add", &case, "--by", "2026-03-09"];
    let mut session = at_terminal(&office, &add);
    session.exp_string("What is to be done").unwrap();
    session.send_line("write to a@example.org").unwrap();
    session.exp_string("Keep it as it is?").unwrap();
    session.send_line("n").unwrap();
    session.exp_string("What is to be done").unwrap();
    session.send_line("ask for the file").unwrap();
    session.exp_eof().unwrap();
    let tasks = due(&office, &[])["tasks"].clone();
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    assert_eq!(tasks[0]["text"], "ask for the file");
    let mut session = at_terminal(&office, &["--key", key, "check-in", "plan"]);
    session.exp_string("rule_39, interim_measure").unwrap();
    session.send_line("ombudsman: by the night number").unwrap();
    session.send_control('d').unwrap();
    session.exp_string("It holds from now on").unwrap();
    session.exp_eof().unwrap();
    let mut session = at_terminal(&office, &["--key", key, "record", "risk", &case]);
    session.exp_string("How great it is").unwrap();
    session.send_line("\u{1b}[B").unwrap();
    session.exp_string("The day to look at it again").unwrap();
    session.send_line("2026-04-04").unwrap();
    session.exp_string("?").unwrap();
    session.send_line("y").unwrap();
    session.exp_eof().unwrap();
    let list = office.ok(&["--json", "list"]).json();
    assert_eq!(list["items"][0]["risk"], "medium");
}
