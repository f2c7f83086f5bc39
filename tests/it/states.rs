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
