//! What people are told after they changed something: what was written, and every deadline that stands otherwise now.

use crate::support::{Office, Said};

fn human(office: &Office, args: &[&str]) -> Said {
    let mut all = vec!["--format", "human"];
    all.extend(args);
    office.ok(&all)
}

/// The lines between a heading and the next.
fn under<'a>(text: &'a str, head: &str) -> Vec<&'a str> {
    let mut lines = text.lines().skip_while(|line| *line != head).skip(1);
    let inside = |line: &&str| line.starts_with(' ') || line.starts_with('!');
    lines.by_ref().take_while(inside).collect()
}

/// A case under the law of `law` with a refusal that reached the person on `served`.
fn refused(office: &Office, law: &str, served: &str) -> String {
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", law]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let decided = ["--outcome", "refused", "--basis", "unfounded"];
    let served = ["--decided", "2026-02-09", "--served", served];
    office.ok(&[&["record", "decision", &case][..], &decided, &served].concat());
    case
}

fn deadline(office: &Office, case: &str, rule: &str) -> String {
    let shown = office.ok(&["--json", "show", case]).json();
    let all = shown["deadlines"].as_array().unwrap();
    let found = all.iter().find(|d| d["rule"] == rule).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

#[test]
fn recording_says_what_was_recorded() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let said = human(
        &office,
        &["record", "hearing", &case, "--date", "2026-05-12"],
    );
    let first = said.out.lines().next().unwrap();
    assert!(first.contains("hearing: on 12 May 2026"), "{first}");
    let said = human(&office, &["assign", &case, "--to", "nobody"]);
    assert!(said.out.contains("now nobody's"), "{}", said.out);
    assert!(!said.out.contains("deadline"), "{}", said.out);
    let shown = human(&office, &["show", &case]).out;
    assert!(shown.contains("now nobody's"), "{shown}");
}

#[test]
fn undo_names_what_it_took_back_and_what_is_open_again() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let appeal = ["--kind", "appeal", "--lodged", "2026-03-02"];
    office.ok(&[&["record", "appeal", &case][..], &appeal].concat());
    let said = human(&office, &["undo"]);
    // A long callsign wraps the first line.
    let first = said.out.replace('\n', " ");
    assert!(
        first.contains("A1.1 · took back: appeal to a court: lodged 2 Mar 2026"),
        "{first}"
    );
    let open = under(&said.out, "Open again:").join("\n");
    assert!(open.contains("Mon 9 Mar 2026"), "{}", said.out);
    assert!(open.contains("before: met (2 Mar 2026)"), "{}", said.out);
}

#[test]
fn undo_tells_programs_what_is_open_again() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let id = deadline(&office, &case, "de.klage-2w");
    for act in [
        &["meet"][..],
        &["waive", "--because", "other remedy used"],
        &["extend", "--until", "2026-03-20"],
    ] {
        office.ok(&[&["deadline", act[0], &id][..], &act[1..]].concat());
        let back = office.ok(&["--json", "undo"]).json();
        let deadlines = back["deadlines"].as_array().unwrap();
        assert_eq!(deadlines.len(), 1, "{act:?}: {back}");
        assert_eq!(deadlines[0]["state"], "open");
        assert_eq!(deadlines[0]["due"], "2026-03-09");
    }
}

#[test]
fn more_time_shows_the_old_day_and_the_new() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let id = deadline(&office, &case, "de.klage-2w");
    let said = human(
        &office,
        &["deadline", "extend", &id, "--until", "2026-03-20"],
    );
    let moved = under(&said.out, "Moves:").join("\n");
    assert!(moved.contains("Fri 20 Mar 2026"), "{}", said.out);
    assert!(moved.contains("before: Mon 9 Mar 2026"), "{}", said.out);
    assert!(!said.out.contains("Opens:"), "{}", said.out);
    let shown = human(&office, &["show", &case]).out;
    assert!(
        shown.contains("deadline extended to Fri 20 Mar 2026: action (Klage)"),
        "{shown}"
    );
    let said = human(&office, &["undo"]);
    let moved = under(&said.out, "Moves:").join("\n");
    assert!(moved.contains("Mon 9 Mar 2026"), "{}", said.out);
    assert!(moved.contains("before: Fri 20 Mar 2026"), "{}", said.out);
}

#[test]
fn a_settled_deadline_that_vanishes_is_named() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "gb"]);
    let lodged = ["--kind", "refugee_status", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let refused = ["--outcome", "refused", "--notified", "2026-02-02"];
    office.ok(&[&["record", "decision", &case][..], &refused].concat());
    let appeal = ["--kind", "appeal", "--lodged", "2026-03-02"];
    office.ok(&[&["record", "appeal", &case][..], &appeal].concat());
    let before = office.ok(&["--json", "show", &case]).json();
    let met_late = |d: &&serde_json::Value| d["state"] == "met_late";
    let rule = before["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(met_late);
    let rule = rule.unwrap()["rule"].as_str().unwrap();
    let said = human(&office, &["record", "fact", &case, "--fact", "abroad=true"]);
    assert!(
        said.out.contains("whether the person is abroad: yes"),
        "{}",
        said.out
    );
    let gone = under(&said.out, "No longer holds:").join("\n");
    assert!(gone.contains(rule), "{}", said.out);
}

#[test]
fn an_appeal_only_sent_says_that_it_is_still_open() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let appeal = ["--kind", "appeal", "--sent", "2026-03-02"];
    let said = human(
        &office,
        &[&["record", "appeal", &case][..], &appeal].concat(),
    );
    let open = under(&said.out, "Still open, until it has arrived:").join("\n");
    assert!(open.contains("Mon 9 Mar 2026"), "{}", said.out);
    assert!(open.contains("--arrived DAY"), "{}", said.out);
    let shown = human(&office, &["show", &case]).out;
    assert!(
        shown.contains("sent 2 Mar 2026, arrival not recorded"),
        "{shown}"
    );
    assert!(!shown.contains("lodged 2 Mar 2026"), "{shown}");
}

#[test]
fn show_prints_what_on_can_name() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    office.ok(&["record", "detention", &case, "--date", "2026-03-01"]);
    let said = office.run(&[
        "record",
        "appeal",
        &case,
        "--kind",
        "appeal",
        "--lodged",
        "2026-03-03",
    ]);
    assert_eq!(said.code, 6, "{}", said.shown());
    let appeal = ["--on", "M1", "--kind", "appeal", "--lodged", "2026-03-03"];
    office.ok(&[&["record", "appeal", &case][..], &appeal].concat());
    let said = human(&office, &["show", &case]).out;
    let against = under(&said, "AGAINST THE PERSON");
    assert!(against[0].starts_with("! M1  DETENTION"), "{said}");
    assert!(against[0].contains("since 1 Mar 2026"), "{said}");
    assert!(against[1].contains("4 days in detention"), "{said}");
    assert!(against[2].contains("M1.1  appeal to a court"), "{said}");
    let on = |text: &str| {
        said.lines()
            .any(|line| line.contains(text) && line.contains("  M1  "))
    };
    assert!(on("detention"), "{said}");
    let shown = office.ok(&["--json", "show", &case]).json();
    assert_eq!(shown["measures"][0]["ref"], "M1");
    assert_eq!(shown["measures"][0]["appeals"][0]["ref"], "M1.1");
    office.ok(&["record", "release", &case, "--date", "2026-03-04"]);
    let said = human(&office, &["show", &case, "--as-of", "2026-03-05"]).out;
    assert!(said.contains("  M1  detention"), "{said}");
}

#[test]
fn a_removal_ahead_is_told_with_its_day() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let ahead = ["--date", "2026-03-18", "--kind", "imminent"];
    office.ok(&[&["record", "removal", &case][..], &ahead].concat());
    for args in [&["due"][..], &["show", &case]] {
        let said = human(&office, args).out;
        assert!(said.contains("on Wed 18 Mar 2026, in 14 days"), "{said}");
    }
}

#[test]
fn the_history_is_a_chronology() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    office.ok(&["record", "interview", &case, "--date", "2026-01-12"]);
    let said = human(&office, &["show", &case]).out;
    let days: Vec<&str> = under(&said, "HISTORY")
        .into_iter()
        .skip(1)
        .map(|line| line.get(2..13).unwrap().trim())
        .collect();
    assert_eq!(
        days,
        ["1 Dec 2025", "12 Jan 2026", "9 Feb 2026", "4 Mar 2026"]
    );
}

#[test]
fn a_lesser_grant_shows_what_it_refused() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let granted = [
        "--outcome",
        "granted",
        "--protection",
        "subsidiary_protection",
        "--served",
        "2026-02-27",
    ];
    office.ok(&[&["record", "decision", &case][..], &granted].concat());
    let said = human(&office, &["show", &case]).out;
    assert!(said.contains("refused beside it: refugee status"), "{said}");
}

#[test]
fn a_linked_case_is_named_by_its_number() {
    let office = Office::open();
    let one = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let other = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let said = human(&office, &["link", &one, "--to", &other, "--as", "family"]);
    let line = format!("linked to {other}: family");
    assert!(said.out.contains(&line), "{}", said.out);
    let shown = human(&office, &["show", &one]).out;
    assert!(shown.contains(&line), "{shown}");
}

#[test]
fn what_runs_out_and_what_no_rule_knows_is_told_in_words() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "tr"]);
    let paper = ["--date", "2026-01-05", "--until", "2026-03-20"];
    office.ok(&[&["record", "document", &case][..], &paper].concat());
    office.ok(&["record", "detention", &case, "--date", "2026-03-01"]);
    for args in [
        &["show", &case][..],
        &["show", &case, "--all"],
        &["due", "--within", "60d"],
    ] {
        let said = human(&office, args).out;
        let known = ["(nansen.runs-out)", "(nansen.no-rule)"];
        let said = known.iter().fold(said, |said, id| said.replace(id, ""));
        for code in ["nansen.", "document_expires", "restriction_imposed"] {
            assert!(!said.contains(code), "{code} in {said}");
        }
    }
}

#[test]
fn a_refusal_names_what_stands_in_the_way_by_ids_that_commands_take() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let closing = ["close", &case, "--reason", "departed"];
    let said = office.run(&closing);
    assert_eq!(said.code, 6);
    let line = said.err.lines().nth(1).unwrap();
    let id = line.split_whitespace().next().unwrap();
    office.ok(&["deadline", "waive", id, "--because", "as the person wishes"]);
    // The decision was corrected: what is named is the version that `show` lists.
    let shown = office.ok(&["--json", "show", &case]).json();
    let event = |kind: &str| {
        let events = shown["events"].as_array().unwrap();
        let found = events.iter().find(|e| e["kind"] == kind).unwrap();
        found["event"].as_str().unwrap()
    };
    let because = ["--because", "the envelope says so"];
    office.ok(&[
        &["correct", event("decision"), "--served", "2026-02-24"][..],
        &because,
    ]
    .concat());
    let said = office.run(&["retract", event("application")]);
    assert_eq!(said.code, 1);
    let line = said.err.lines().nth(1).unwrap();
    assert!(line.contains("refused: unfounded"), "{line}");
    let id = line.split_whitespace().next().unwrap();
    let shown = human(&office, &["show", &case]).out;
    assert!(shown.contains(id), "{id} in {shown}");
}

#[test]
fn a_deadline_set_by_hand_asks_for_a_code() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let set = ["deadline", "set", &case, "--due", "2026-03-20", "--what"];
    for bad in [
        "call the friend of the family",
        "filing:nonsense",
        "hearing",
    ] {
        office.fails(2, &[&set[..], &[bad]].concat());
    }
    for good in [
        "other",
        "filing:documents",
        "appeal:appeal",
        "application:humanitarian",
    ] {
        office.ok(&[&set[..], &[good]].concat());
    }
}

#[test]
fn laws_countries_and_members_that_are_none_are_refused() {
    let office = Office::open();
    office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    for law in ["uk", "zz", "xx", "mars"] {
        assert_eq!(
            office.fails(2, &["new", "--origin", "SY", "--jurisdiction", law]),
            "field.jurisdiction"
        );
        office.fails(2, &["due", "--exit-code", "--jurisdiction", law]);
        office.fails(2, &["list", "--jurisdiction", law]);
    }
    office.fails(2, &["list", "--origin", "zz"]);
    office.fails(1, &["list", "--worker", "somebody"]);
    for law in ["gb", "unhcr", "eu", "DE"] {
        office.ok(&["new", "--origin", "SY", "--jurisdiction", law]);
    }
    office.ok(&[
        "list", "--origin", "sy", "--worker", "m1", "--worker", "nobody",
    ]);
}

#[test]
fn a_case_is_not_opened_again_in_the_future() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    office.ok(&["close", &case, "--reason", "departed"]);
    office.fails(1, &["reopen", &case, "--date", "2026-03-05"]);
    office.ok(&["reopen", &case]);
}

#[test]
fn a_link_is_taken_back_in_both_cases() {
    let office = Office::open();
    let one = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let other = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let links = |case: &str| {
        let shown = office.ok(&["--json", "show", case]).json();
        shown["links"].as_array().unwrap().len()
    };
    office.ok(&["link", &one, "--to", &other, "--as", "family"]);
    assert_eq!((links(&one), links(&other)), (1, 1));
    let said = human(&office, &["undo"]);
    assert!(said.out.contains("took back: linked to"), "{}", said.out);
    assert_eq!((links(&one), links(&other)), (0, 0));
    // From the other case, too.
    office.ok(&["link", &one, "--to", &other, "--as", "family"]);
    let shown = office.ok(&["--json", "show", &other]).json();
    let live = |e: &&serde_json::Value| e["kind"] == "link" && e["state"] == "live";
    let half = shown["events"].as_array().unwrap().iter().find(live);
    office.ok(&["retract", half.unwrap()["event"].as_str().unwrap()]);
    assert_eq!((links(&one), links(&other)), (0, 0));
    // Linked twice, taken back once: the other link is as it was.
    office.ok(&["link", &one, "--to", &other, "--as", "family"]);
    office.fails(1, &["link", &one, "--to", &other, "--as", "family"]);
}

#[test]
fn a_day_of_service_that_is_known_is_not_recorded_again() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let again = ["record", "service", &case, "--served", "2026-02-23"];
    assert_eq!(office.fails(1, &again), "history.twice");
    office.ok(&["record", "service", &case, "--received", "2026-02-23"]);
    office.ok(&[&again[..], &["--means", "post"]].concat());
}

#[test]
fn what_is_missing_is_named_with_a_hint_that_helps() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    let hint = |code: i32, args: &[&str], input: &str| {
        let said = office.run_with(args, input);
        assert_eq!(said.code, code, "{args:?}: {}", said.shown());
        let hint = said.err.lines().find(|line| line.starts_with("hint"));
        hint.unwrap_or_else(|| panic!("{}", said.shown()))
            .to_owned()
    };
    // Asked for at a terminal, and not here.
    assert!(hint(2, &["show"], "").contains("at a terminal"));
    assert!(hint(2, &["deadline", "meet", &case], "").contains("give it"));
    // Never asked for.
    for args in [
        &["correct"][..],
        &["rule", "explain"],
        &["import"],
        &["assign", &case],
    ] {
        assert!(!hint(2, args, "").contains("at a terminal"), "{args:?}");
    }
    let id = office.ok(&["--json", "show", &case]).json();
    let id = id["events"][0]["event"].as_str().unwrap();
    let text = hint(2, &["correct", id, "--because", "misread"], "");
    assert!(text.contains("--notified 2026-03-10"), "{text}");
    assert!(hint(2, &["record", "note", &case], "").contains("< note.txt"));
    assert_eq!(
        office.fails(2, &["deadline", "meet", &case]),
        "args.missing"
    );
}

#[test]
fn the_last_event_of_a_case_has_happened() {
    let office = Office::open();
    let case = refused(&office, "de", "2026-02-23");
    office.ok(&["record", "hearing", &case, "--date", "2026-05-12"]);
    let list = office.ok(&["--json", "list"]).json();
    assert_eq!(list["items"][0]["last_event"], "2026-02-09");
}

#[test]
fn a_deemed_day_of_service_is_told() {
    let office = Office::open();
    let case = office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    let lodged = ["--kind", "single_procedure", "--lodged", "2025-12-01"];
    office.ok(&[&["record", "application", &case][..], &lodged].concat());
    let decided = ["--outcome", "refused", "--basis", "unfounded"];
    let sent = ["--sent", "2026-02-16", "--means", "post"];
    office.ok(&[&["record", "decision", &case][..], &decided, &sent].concat());
    let said = human(&office, &["show", &case]).out;
    let line = "runs from 16 Feb 2026 (sent), counts as served Fri 20 Feb 2026";
    assert!(said.contains(line), "{said}");
    let said = human(&office, &["show", &case, "--all"]).out;
    assert!(
        said.contains("Fri 20 Feb 2026  counts as served (de."),
        "{said}"
    );
    assert!(said.contains("Fri 6 Mar 2026   2 weeks on"), "{said}");
}

#[test]
fn nothing_is_said_twice() {
    let office = Office::open();
    let said = human(
        &office,
        &["rule", "explain", "coe.39-1wd", "--from", "2026-04-17"],
    )
    .out;
    let flat: Vec<&str> = said.split_whitespace().collect();
    let text = "The text counts one working day back";
    assert_eq!(flat.join(" ").matches(text).count(), 1, "{said}");
    let said = human(&office, &["store", "verify", "--quick"]).out;
    assert_eq!(said.matches("left out").count(), 1, "{said}");
    for _ in 0..6 {
        office.new_case(&["--origin", "SY", "--jurisdiction", "de"]);
    }
    let args = [
        "stats",
        "release",
        "--dry-run",
        "--to",
        "press",
        "--unit",
        "cases",
        "--by",
        "sex",
    ];
    let said = human(&office, &args).out;
    assert!(!said.contains("A zero is true"), "{said}");
    assert!(
        office
            .run(&["import", "."])
            .err
            .contains("this is a folder")
    );
}
