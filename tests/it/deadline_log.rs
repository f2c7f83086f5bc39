//! The control log: what was recorded of deadlines on one day, looked over by somebody else.

use serde_json::Value;

use crate::desk::Desk;
use crate::members::add;
use crate::support::Office;

fn log(office: &Office, day: &str) -> Value {
    office
        .ok(&["--json", "deadline", "log", "--day", day])
        .json()
}

fn lines(log: &Value) -> Vec<String> {
    let items = log["items"].as_array().unwrap().iter();
    let line = |item: &Value| {
        let part = |name: &str| item[name].as_str().unwrap_or("-").to_owned();
        let what = item["rule"]
            .as_str()
            .unwrap_or(item["what"].as_str().unwrap());
        format!(
            "{} {} {what} {} was {}",
            part("by"),
            part("did"),
            part("due"),
            part("was")
        )
    };
    items.map(line).collect()
}

/// A refusal recorded on a day, with the deadlines of German law that follow.
fn refused() -> Desk {
    let desk = Desk::new("de", "2026-02-24");
    desk.record("application --kind single_procedure --lodged 2025-12-01");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-02-09 --served 2026-02-23",
    );
    desk
}

#[test]
fn a_day_tells_what_was_recorded_of_deadlines() {
    let desk = refused();
    let first = lines(&log(&desk.office, "2026-02-24"));
    assert!(
        first.contains(&"m1 entered de.klage-2w 2026-03-09 was -".to_owned()),
        "{first:?}"
    );
    // That the authority decided meets its own.
    let met = "m1 met de.decision-6m 2026-06-01 was 2026-06-01".to_owned();
    assert!(first.contains(&met), "{first:?}");

    // Another day: the day of service is corrected, one is waived, one extended, one set by hand, an appeal meets its own.
    let desk = desk.on("2026-02-26");
    let decision = desk.event("decision");
    desk.correct(&decision, "--served 2026-02-24");
    let set = desk.office.ok(&[
        "--json",
        "deadline",
        "set",
        &desk.case,
        "--due",
        "2026-03-20",
    ]);
    let id = set.json()["deadlines"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let first_set = desk.event("deadline-set");
    desk.office
        .ok(&["deadline", "extend", &id, "--until", "2026-03-30"]);
    desk.office
        .ok(&["deadline", "waive", &id, "--because", "not needed"]);
    desk.office.ok(&["undo"]);
    desk.record("appeal --kind appeal --lodged 2026-02-26");
    let second = lines(&log(&desk.office, "2026-02-26"));
    for line in [
        "m1 changed de.klage-2w 2026-03-10 was 2026-03-09",
        "m1 entered other 2026-03-20 was -",
        "m1 extended other 2026-03-30 was 2026-03-20",
        "m1 waived other 2026-03-30 was 2026-03-30",
        "m1 reopened other 2026-03-30 was 2026-03-30",
        "m1 met de.klage-2w 2026-03-10 was 2026-03-10",
    ] {
        assert!(
            second.contains(&line.to_owned()),
            "no {line} in {second:#?}"
        );
    }
    // The first day reads as it did.
    assert_eq!(lines(&log(&desk.office, "2026-02-24")), first);
    assert_eq!(
        lines(&log(&desk.office, "2026-02-25")),
        Vec::<String>::new()
    );

    // Filed before it was set: perhaps what was asked for. Its day stays, and how it stands is said.
    let paper = ["--due", "2026-03-21", "--what", "filing:documents"];
    let set = [&["deadline", "set", &desk.case][..], &paper].concat();
    desk.office.ok(&set);
    desk.record("filing --kind documents --lodged 2026-02-25");
    let now = lines(&log(&desk.office, "2026-02-26"));
    let changed = "m1 changed filing:documents 2026-03-21 was 2026-03-21".to_owned();
    assert!(now.contains(&changed), "{now:#?}");
    let human = desk
        .office
        .ok(&["--format", "human", "deadline", "log"])
        .out;
    assert!(human.contains("21 Mar 2026 (now UNCONFIRMED)"), "{human}");

    // What a retraction takes away is cancelled.
    let desk = desk.on("2026-02-27");
    desk.office.ok(&["retract", &first_set]);
    let third = lines(&log(&desk.office, "2026-02-27"));
    assert_eq!(third, ["m1 cancelled other 2026-03-30 was 2026-03-30"]);
}

#[test]
fn a_day_is_looked_over_by_another_and_a_later_difference_shows() {
    let desk = refused();
    let office = &desk.office;
    let sign = ["deadline", "log", "--day", "2026-02-24", "--sign"];
    // With one member there is nobody else.
    let alone = office.ok(&[&["--json"][..], &sign].concat()).json();
    assert_eq!(alone["unsigned"], 0, "{alone}");

    let key = add(office, "m2");
    let before = log(office, "2026-02-24");
    assert_eq!(
        before["unsigned"],
        before["items"].as_array().unwrap().len()
    );
    assert_eq!(office.fails(1, &sign), "deadline.own-log");
    let signed = office
        .ok(&[&["--json", "--key", &key][..], &sign].concat())
        .json();
    assert_eq!(signed["unsigned"], 0, "{signed}");
    assert_eq!(signed["signatures"][1]["by"], "m2");
    assert_eq!(signed["signatures"][1]["fits"], true);

    // What is recorded on the same day afterwards is covered by no signature, which still holds for the rest.
    office.ok(&["deadline", "set", &desk.case, "--due", "2026-03-20"]);
    let later = log(office, "2026-02-24");
    assert_eq!(later["signatures"][1]["fits"], true);
    assert_eq!(later["unsigned"], 1, "{later}");
    let status = office.ok(&["--json", "status"]).json();
    assert_eq!(status["log"]["unsigned"], "2026-02-24", "{status}");
    let human = office
        .ok(&[
            "--format",
            "human",
            "deadline",
            "log",
            "--day",
            "2026-02-24",
        ])
        .out;
    assert!(
        human.contains("1 line was looked over by nobody"),
        "{human}"
    );

    // The next morning `status` names the day, until it is looked over again.
    let desk = desk.on("2026-02-25");
    let status = desk.office.ok(&["--json", "status"]).json();
    assert_eq!(status["log"]["unsigned"], "2026-02-24", "{status}");
    let needs = status["needs"].to_string();
    assert!(
        needs.contains("log.unsigned") && needs.contains("Tue 24 Feb 2026"),
        "{needs}"
    );
    desk.office.ok(&[&["--key", &key][..], &sign].concat());
    let status = desk.office.ok(&["--json", "status"]).json();
    assert_eq!(status["log"]["unsigned"], Value::Null, "{status}");
    assert_eq!(status["log"]["signed"], "2026-02-24");
    // A day ahead can be looked over by nobody.
    let ahead = ["deadline", "log", "--day", "2026-02-26", "--sign"];
    assert_eq!(desk.office.fails(1, &ahead), "date.impossible");
}

#[test]
fn two_who_record_on_one_day_look_over_each_others_lines() {
    let desk = refused();
    let office = &desk.office;
    let key = add(office, "m2");
    office.ok(&[
        "--key",
        &key,
        "deadline",
        "set",
        &desk.case,
        "--due",
        "2026-03-20",
    ]);
    let sign = ["--json", "deadline", "log", "--sign"];
    let mine = office.ok(&sign).json();
    let all = mine["items"].as_array().unwrap();
    let own = all.iter().filter(|line| line["by"] == "m1").count();
    assert_eq!(mine["unsigned"], own);
    // What m2 records after that is m1's to look over again; the rest stays looked over.
    let more = ["deadline", "set", &desk.case, "--due", "2026-03-23"];
    office.ok(&[&["--key", &key][..], &more].concat());
    let later = log(office, "2026-02-24");
    assert_eq!(later["unsigned"], own + 1, "{later}");
    office.ok(&sign);
    let both = office.ok(&[&["--key", &key][..], &sign].concat()).json();
    assert_eq!(both["unsigned"], 0, "{both}");
}

#[test]
fn an_office_that_signs_no_log_is_not_reminded_of_it() {
    let desk = refused().on("2026-02-25");
    let status = desk.office.ok(&["--json", "status"]).json();
    assert_eq!(
        status["log"],
        serde_json::json!({"signed": null, "unsigned": null, "unsigned_since": null, "unsigned_days": 0})
    );
    assert!(!status["needs"].to_string().contains("log."), "{status}");
}

#[test]
fn the_log_can_be_printed() {
    let desk = refused();
    let office = &desk.office;
    let of = |format: &str| {
        office
            .ok(&["--format", format, "deadline", "log", "--day", "2026-02-24"])
            .out
    };
    let (html, md, csv) = (of("html"), of("md"), of("csv"));
    for page in [&html, &md, &of("human")] {
        for part in [
            "Tue 24 Feb 2026",
            "09:00",
            "de.klage-2w",
            "Mon 9 Mar 2026",
            "Looked over by",
        ] {
            assert!(page.contains(part), "no {part} in {page}");
        }
    }
    assert!(
        !html.contains("<script") && !html.contains("http"),
        "{html}"
    );
    let rows = csv.lines().count();
    assert_eq!(
        rows,
        1 + log(office, "2026-02-24")["items"].as_array().unwrap().len()
    );
}

#[test]
fn a_case_that_was_erased_is_in_nobodys_way() {
    let desk = refused();
    let office = &desk.office;
    let kept = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["deadline", "set", &kept, "--due", "2026-03-20"]);
    let gone = office.new_case(&["--origin", "KP", "--jurisdiction", "ru"]);
    office.ok(&["deadline", "set", &gone, "--due", "2026-03-21"]);
    office.ok(&["deadline", "log", "--sign"]);
    let forget = ["identity", "forget", &gone, "--confirm", &gone];
    office.ok(&[&forget[..], &["--because", "asked for"]].concat());
    // What it said is gone, and what is left cannot be compared any more: it counts as looked over.
    let log = log(office, "2026-02-24");
    let set = "m1 entered other 2026-03-20 was -".to_owned();
    assert!(lines(&log).contains(&set), "{log}");
    assert!(!log.to_string().contains("2026-03-21"), "{log}");
    let signed = &log["signatures"][0];
    assert_eq!(
        (&signed["fits"], &signed["erased"]),
        (&false.into(), &true.into())
    );
    assert_eq!(log["unsigned"], 0, "{log}");
    office.ok(&["status"]);
    // An erasure cannot be taken back, and nothing else in its place.
    assert_eq!(office.fails(1, &["undo"]), "entry.nothing-to-undo");
}

/// A gap is told whole: how many days, the first and the last, however long ago.
#[test]
fn status_tells_every_day_that_nobody_looked_over() {
    let desk = refused();
    let key = add(&desk.office, "m2");
    let sign = ["--key", &key, "deadline", "log", "--sign"];
    desk.office.ok(&sign);
    let mut desk = desk;
    for day in ["2026-02-25", "2026-02-26"] {
        desk = desk.on(day);
        desk.office
            .ok(&["deadline", "set", &desk.case, "--due", "2026-06-01"]);
    }
    let desk = desk.on("2026-02-27");
    let status = desk.office.ok(&["--json", "status"]).json();
    let log = &status["log"];
    assert_eq!(
        (&log["unsigned_since"], &log["unsigned"]),
        (&"2026-02-25".into(), &"2026-02-26".into())
    );
    assert_eq!(log["unsigned_days"], 2);
    let human = desk.office.ok(&["--format", "human", "status"]).out;
    assert!(human.contains("not all since Wed 25 Feb 2026"), "{human}");
    let desk = desk.on("2026-06-10");
    let status = desk.office.ok(&["--json", "status"]).json();
    assert_eq!(status["log"]["unsigned_since"], "2026-02-25");
}
