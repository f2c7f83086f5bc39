//! Where deadlines stand after what people record: nothing that still runs may look settled.

use crate::desk::{Desk, pair};

#[test]
fn an_appeal_does_not_attack_an_order_made_after_it() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-03-01 --served 2026-03-05",
    );
    let refusal = desk.event("decision");
    desk.record("appeal --kind appeal --lodged 2026-03-10");
    desk.record("decision --outcome dismissed --decided 2026-09-10 --served 2026-09-15");
    desk.record(&format!(
        "removal --kind transfer --date 2026-11-24 --on {refusal}"
    ));
    assert_eq!(desk.deadline("de.klage-34a-1w"), pair("2026-12-01", "open"));
}

const OPENED: &str =
    r#"{"type":"case","case":"r","origin":"KP","jurisdiction":"de","opened":"2026-01-04"}"#;
const LODGED: &str = r#"{"type":"application","case":"r","ref":"a","kind":"single_procedure","lodged":"2026-02-01"}"#;

fn refusal(days: &str) -> String {
    format!(
        r#"{{"type":"decision","case":"r","ref":"d","on":"a","outcome":"refused","basis":"manifestly_unfounded",{days}}}"#
    )
}

#[test]
fn what_an_import_brings_in_has_lapsed_only_where_it_has_surely_ended() {
    let import = |days: &str| Desk::imported("2026-11-26", &[OPENED, LODGED, &refusal(days)]);
    // No day of service at all: it may have come yesterday.
    let desk = import(r#""decided":"2026-10-15""#);
    assert_eq!(
        desk.deadline("de.klage-1w"),
        pair("2026-10-22", "unconfirmed")
    );
    assert_eq!(desk.state("nansen.find-service"), "open");
    desk.record("service --served 2026-11-24");
    assert_eq!(desk.deadline("de.klage-1w"), pair("2026-12-01", "open"));
    assert_eq!(desk.state("nansen.find-service"), "met");
    // Only the month.
    let desk = import(r#""decided":"2026-10-15","served":"2026-11""#);
    assert_eq!(
        desk.deadline("de.klage-1w"),
        pair("2026-11-09", "unconfirmed")
    );
    assert_eq!(desk.state("nansen.find-service"), "open");
    // Sent, and not known to have arrived.
    let desk = import(r#""decided":"2026-10-15","sent":"2026-10-16""#);
    assert_eq!(desk.state("nansen.find-service"), "open");
    assert_eq!(desk.state("de.klage-1w"), "missed");
    // A known day.
    let desk = import(r#""decided":"2026-10-15","served":"2026-10-16""#);
    assert_eq!(desk.state("de.klage-1w"), "lapsed");
    assert!(desk.all("nansen.find-service").is_empty());
}

#[test]
fn an_archive_asks_nothing() {
    let lines = [OPENED, LODGED, &refusal(r#""decided":"2009-05""#)];
    let lines = lines.map(|line| line.replace("2026-", "2009-"));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let desk = Desk::imported("2026-11-26", &lines);
    assert_eq!(desk.state("de.klage-1w"), "lapsed");
    assert!(desk.all("nansen.find-service").is_empty());
}

#[test]
fn an_exact_day_takes_the_place_of_a_vague_one() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-09-28 --notified 2026-10");
    assert_eq!(
        desk.deadline("ru.complaint-1m"),
        pair("2026-11-02", "unconfirmed")
    );
    desk.record("service --notified 2026-10-29");
    assert_eq!(desk.deadline("ru.complaint-1m"), pair("2026-11-30", "open"));
    assert_eq!(desk.state("nansen.find-service"), "met");
}

#[test]
fn a_vague_day_of_service_is_still_to_be_found() {
    let desk = Desk::new("ru", "2026-11-26");
    for kind in ["refugee_status", "temporary_asylum"] {
        desk.record(&format!("application --kind {kind} --lodged 2026-08-19"));
    }
    desk.record("decision --on A1 --outcome refused --decided 2026-09-28 --notified 2026-10");
    desk.record("decision --on A2 --outcome refused --decided 2026-10-01 --notified 2026-10-02");
    // The one that lacks its day, not the latest.
    assert_eq!(
        desk.record("service --notified 2026-10-29")["case"],
        desk.case.as_str()
    );
    assert_eq!(
        desk.all("ru.complaint-1m"),
        [pair("2026-11-30", "open"), pair("2026-11-02", "missed")]
    );
}

/// A deadline of 10 December set by hand.
fn set(desk: &Desk, what: &str, on: Option<&str>) {
    let mut args = vec![
        "deadline",
        "set",
        &desk.case,
        "--what",
        what,
        "--due",
        "2026-12-10",
    ];
    args.extend(on.into_iter().flat_map(|on| ["--on", on]));
    desk.office.ok(&args);
}

#[test]
fn a_paper_in_another_matter_meets_no_deadline_set_by_hand() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("detention --date 2026-11-20");
    desk.record("removal --date 2026-11-21 --kind extradition");
    set(&desk, "filing:documents", Some("M1"));
    desk.record("filing --kind documents --lodged 2026-11-26 --on M2");
    assert_eq!(desk.state("filing:documents"), "open");
    desk.record("filing --kind documents --lodged 2026-11-26 --on M1");
    assert_eq!(desk.state("filing:documents"), "met");
    // Where it is not said in what, only the one matter there is can be meant.
    set(&desk, "filing:reply", None);
    desk.record("filing --kind reply --lodged 2026-11-26 --on M1");
    assert_eq!(desk.state("filing:reply"), "open");
}

#[test]
fn deadlines_set_by_hand_know_appeals_and_do_not_hang_on_the_order_of_typing() {
    let desk = Desk::new("tr", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-01-19");
    desk.record("filing --kind documents --lodged 2026-11-20 --on A1");
    // Filed before the deadline was entered: perhaps what it asks for. A person says.
    set(&desk, "filing:documents", Some("A1"));
    assert_eq!(desk.state("filing:documents"), "unconfirmed");
    let deadlines = desk.show()["deadlines"].clone();
    let id = deadlines[0]["id"].as_str().unwrap();
    desk.office.ok(&["deadline", "confirm", id]);
    assert_eq!(desk.state("filing:documents"), "met");
    desk.record("decision --outcome refused --decided 2026-11-10 --notified 2026-11-12");
    set(&desk, "appeal:appeal", Some("A1"));
    assert_eq!(desk.state("appeal:appeal"), "open");
    desk.record("appeal --kind appeal --lodged 2026-11-26");
    assert_eq!(desk.state("appeal:appeal"), "met");
}

#[test]
fn a_day_west_of_greenwich_is_the_local_one() {
    let mut desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-01-19");
    desk.office.now = "2026-11-26T20:00:00-05:00".to_owned();
    set(&desk, "filing:documents", Some("A1"));
    desk.record("filing --kind documents --lodged 2026-11-26 --on A1");
    assert_eq!(desk.state("filing:documents"), "met");
}

#[test]
fn today_shows_the_removal_that_lies_ahead() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("removal --kind imminent --date 2026-12-01");
    let due = |args: &[&str]| {
        let said = desk.office.ok(&[&["--json", "due"], args].concat()).json();
        said["items"].as_array().unwrap().len()
    };
    assert!(due(&[]) >= 1);
    assert_eq!(due(&["--as-of", "2026-11-26"]), due(&[]));
    assert_eq!(due(&["--as-of", "2026-11-20"]), 0, "not known then");
}

#[test]
fn a_decision_known_by_its_final_form_alone_has_its_day() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-08-19");
    desk.record("decision --outcome refused --final-form 2026-11-20");
    let at = |day: &str| {
        let shown = desk
            .office
            .ok(&["--json", "show", &desk.case, "--as-of", day])
            .json();
        shown["applications"][0]["state"].clone()
    };
    assert_eq!(
        (at("2026-09-01"), at("2026-11-20")),
        ("pending".into(), "refused".into())
    );
}

#[test]
fn time_granted_in_advance_can_be_recorded_after_the_act() {
    let desk = Desk::new("de", "2026-11-20");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-05-01 --served 2026-05-05",
    );
    desk.record("appeal --kind appeal --lodged 2026-05-12");
    desk.record("filing --kind appeal_grounds --lodged 2026-06-10");
    assert_eq!(desk.state("de.grounds-1m"), "met_late");
    let id = desk.id("de.grounds-1m");
    let letter = ["--date", "2026-06-01", "--because", "letter of the court"];
    desk.office
        .fails(1, &[&["deadline", "meet", &id][..], &letter].concat());
    desk.office.ok(&[
        &["deadline", "extend", &id, "--until", "2026-06-20"][..],
        &letter,
    ]
    .concat());
    assert_eq!(desk.state("de.grounds-1m"), "met");
}

#[test]
fn closing_hides_nothing_that_goes_on() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record(
        "decision --outcome granted --decided 2026-11-10 --notified 2026-11-10 --until 2026-12-05",
    );
    desk.record("detention --date 2026-11-10");
    for deadline in desk.show()["deadlines"].as_array().unwrap() {
        if deadline["actor"] == "applicant" {
            let id = deadline["id"].as_str().unwrap();
            desk.office
                .ok(&["deadline", "waive", id, "--because", "a lawyer was asked"]);
        }
    }
    let close = ["close", &desk.case, "--reason", "protected", "--date"];
    desk.office
        .fails(1, &[&close[..], &["2027-05-01"]].concat());
    let so = ["2026-11-26", "--even-so", "the court goes on without us"];
    desk.office.ok(&[&close[..], &so].concat());
    let shown = desk.office.ok(&["--format", "human", "due"]).out;
    assert!(shown.contains("in closed cases"), "{shown}");
}

#[test]
fn where_the_sending_counts_its_day_is_asked_for() {
    let desk = Desk::new("gb", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-08-19");
    desk.record("decision --outcome refused --basis unfounded --decided 2026-11-20");
    assert_eq!(desk.state("gb.ftt-in-14d"), "unconfirmed");
    assert_eq!(desk.state("nansen.find-service"), "open");
    let shown = desk.office.ok(&["--format", "human", "due"]).out;
    assert!(
        shown.contains("on which day the decision was sent"),
        "{shown}"
    );
    desk.record("service --received 2026-11-23");
    assert_eq!(
        desk.state("nansen.find-service"),
        "open",
        "the arrival does not help"
    );
    desk.record("service --sent 2026-11-21");
    assert_eq!(desk.state("nansen.find-service"), "met");
    assert_eq!(desk.state("gb.ftt-in-14d"), "open");
}

#[test]
fn what_was_prolonged_does_not_run_out() {
    let desk = Desk::new("ru", "2026-11-26");
    for (lodged, decided, until) in [
        ("2025-01-19", "2025-03-18", "2026-03-18"),
        ("2026-02-19", "2026-03-10", "2027-03-10"),
    ] {
        desk.record(&format!(
            "application --kind temporary_asylum --lodged {lodged}"
        ));
        desk.record(&format!(
            "decision --outcome granted --decided {decided} --until {until}"
        ));
    }
    assert_eq!(
        desk.all("ru.ta-validity-1y"),
        [pair("2026-03-18", "moot"), pair("2027-03-10", "open")]
    );
    let desk = Desk::new("tr", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2025-01-19");
    let grant =
        "decision --on A1 --outcome granted --protection subsidiary_protection --refused none";
    desk.record(&format!("{grant} --decided 2025-03-18 --until 2026-03-18"));
    desk.even_so(&format!("{grant} --decided 2026-03-10 --until 2027-03-10"));
    assert_eq!(
        desk.all("nansen.runs-out"),
        [pair("2026-03-18", "moot"), pair("2027-03-10", "open")]
    );
}

#[test]
fn the_certificate_of_the_day_of_the_grant_runs_out() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome granted --decided 2026-11-10 --notified 2026-11-10");
    desk.record("document --date 2026-11-10 --kind temporary_asylum --until 2027-04-10 --on A1");
    assert!(
        desk.all("ru.ta-validity-1y")
            .contains(&pair("2027-04-10", "open"))
    );
}

#[test]
fn what_fell_leaves_nothing_to_do() {
    let desk = Desk::new("de", "2026-03-10");
    desk.record("application --kind single_procedure --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-01-20 --served 2026-01-25",
    );
    desk.record("appeal --kind appeal --lodged 2026-02-02");
    desk.record("decision --outcome remitted --decided 2026-02-20 --notified 2026-02-22");
    assert_eq!(desk.state("de.grounds-1m"), "moot");
    // Also where nobody knows whether the remedy was in time, or when the decision came.
    let vague = Desk::new("ru", "2026-03-10");
    vague.record("application --kind refugee_status --lodged 2020");
    vague.record("decision --outcome refused --basis unfounded --decided 2021");
    vague.record("appeal --kind appeal --lodged 2021");
    assert_eq!(vague.state("ru.complaint-1m"), "unconfirmed");
    vague.record("decision --outcome remitted --decided 2021");
    assert_eq!(vague.state("ru.complaint-1m"), "moot");
    assert_eq!(vague.state("nansen.find-service"), "moot");
    desk.office.ok(&["close", &desk.case, "--reason", "other"]);
}

#[test]
fn an_old_year_has_lapsed_whatever_was_done_in_it() {
    let desk = Desk::imported(
        "2026-11-26",
        &[
            r#"{"type":"case","case":"r","origin":"KP","jurisdiction":"ru","opened":"2009-05-04"}"#,
            r#"{"type":"application","case":"r","ref":"a","kind":"refugee_status","lodged":"2009"}"#,
            r#"{"type":"decision","case":"r","ref":"d","on":"a","outcome":"refused","basis":"unfounded","decided":"2009","notified":"2009"}"#,
            r#"{"type":"appeal","case":"r","ref":"p","on":"a","kind":"administrative_review","lodged":"2009"}"#,
        ],
    );
    assert_eq!(desk.state("ru.complaint-1m"), "lapsed");
    desk.office.ok(&["close", &desk.case, "--reason", "other"]);
}

#[test]
fn the_list_for_the_authority_counts_our_own_apart() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-10-01 --notified 2026-10-02");
    let shown = desk
        .office
        .ok(&["--format", "human", "due", "--actor", "authority"])
        .out;
    assert!(
        shown.contains("2 of our own") && !shown.contains("for the authority,"),
        "{shown}"
    );
}
