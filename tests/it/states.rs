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
    assert_eq!(desk.deadline("de.klage-1w"), pair("2026-12-01", "open"));
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
    let desk = Desk::new("fr", "2026-11-26");
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
    assert_eq!(due(&[]), 1);
    assert_eq!(due(&["--as-of", "2026-11-26"]), 1);
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
