//! What can still be fought for: lesser grants, orders, detentions, and whether a refusal is final.

use crate::desk::{Desk, pair};

/// The rules of the deadlines that a command opened, with their states.
fn opened(said: &serde_json::Value) -> Vec<String> {
    let text = |d: &serde_json::Value, key: &str| d[key].as_str().unwrap_or_default().to_owned();
    let all = said["deadlines"].as_array().unwrap().iter();
    all.map(|d| format!("{} {}", text(d, "rule"), text(d, "state")))
        .collect()
}

#[test]
fn a_lesser_grant_refuses_the_status_that_was_asked_for() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-02-19");
    let grant = "decision --outcome granted --protection subsidiary_protection --decided 2026-11-20 --served 2026-11-25";
    assert!(
        opened(&desk.record(grant))
            .iter()
            .any(|d| d.starts_with("de.klage"))
    );
    // Unless it is said that nothing was refused.
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-02-19");
    assert_eq!(
        opened(&desk.record(&format!("{grant} --refused none"))),
        [""; 0]
    );
}

#[test]
fn a_lesser_grant_opens_the_appeal_in_greece_too() {
    let desk = Desk::new("gr", "2026-03-10");
    desk.record("application --kind single_procedure --lodged 2025-11-03");
    let said = desk.record(
        "decision --outcome granted --protection subsidiary_protection --decided 2026-03-02 --served 2026-03-05",
    );
    let opened = opened(&said);
    assert!(
        opened.iter().any(|d| d.starts_with("gr.appeal")),
        "{opened:?}"
    );
    // Who may stay has nobody to ask to be allowed to.
    assert!(!opened.iter().any(|d| d.contains("remain")), "{opened:?}");
}

#[test]
fn a_lesser_grant_leaves_an_earlier_refusal_to_be_fought() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-11-10 --served 2026-11-16",
    );
    desk.record("fact --fact procedure=regular");
    desk.even_so("decision --on A1 --outcome granted --protection humanitarian --decided 2026-11-20 --served 2026-11-22");
    assert_eq!(
        desk.all("de.klage-transition")[0],
        pair("2026-11-30", "open")
    );
    // What was refused itself overtakes it.
    desk.even_so("decision --on A1 --outcome granted --protection refugee_status --decided 2026-11-24 --served 2026-11-25");
    assert_eq!(desk.all("de.klage-transition")[0].1, "moot");
}

#[test]
fn a_court_that_gives_less_refuses_the_rest() {
    let desk = Desk::new("de", "2026-03-01");
    desk.record("application --kind single_procedure --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-01-20 --served 2026-01-25",
    );
    desk.record("appeal --kind appeal --lodged 2026-02-02");
    let said = desk.record(
        "decision --outcome allowed --protection subsidiary_protection --decided 2026-02-20",
    );
    let found = opened(&said);
    assert!(
        found.contains(&"de.gerichtsbescheid-2w unconfirmed".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"nansen.find-service open".to_owned()),
        "{found:?}"
    );
    assert_eq!(desk.application(1)["state"], "granted");
    assert_eq!(
        desk.record("appeal --kind further_appeal --lodged 2026-02-27")["ref"],
        "A1.2"
    );
}

#[test]
fn a_recorded_detention_speaks_above_what_was_said_before() {
    let limit = |after: &str| {
        let desk = Desk::new("gb", "2026-04-10");
        desk.record("application --kind single_procedure --lodged 2025-02-19");
        desk.record("decision --outcome refused --decided 2025-10-20 --sent 2025-10-25");
        desk.record("appeal --kind appeal --lodged 2025-11-02");
        desk.record("decision --outcome dismissed --decided 2025-12-20 --sent 2025-12-21");
        desk.record("appeal --kind further_appeal --lodged 2025-12-30");
        desk.record("fact --fact detained=false");
        desk.record("fact --fact abroad=false");
        desk.record("detention --date 2026-03-20");
        if !after.is_empty() {
            desk.record(after);
        }
        desk.record("decision --on A1.2 --outcome dismissed --decided 2026-04-01 --sent 2026-04-02 --means post");
        desk.deadline("gb.ut-ca-12wd").0
    };
    assert_eq!(
        limit(""),
        "2026-04-14",
        "seven working days, the shorter of the regions"
    );
    let freed = limit("fact --fact detained=false --date 2026-03-25");
    assert!(freed.as_str() > "2026-04-14", "{freed}");
}

#[test]
fn an_order_cannot_be_made_in_the_future() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    for kind in [
        "transfer",
        "return_decision",
        "extradition",
        "entry_refused",
    ] {
        desk.refused(1, &format!("removal --kind {kind} --date 2026-12-20"));
    }
    desk.refused(1, "removal --date 2026-12-20");
    desk.record("removal --kind imminent --date 2026-12-20");
}

#[test]
fn a_fact_of_one_paper_waits_for_the_paper() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-02-19");
    for fact in [
        "refusal_kind=unfounded",
        "printed_date=2026-09-30",
        "subject=bail",
    ] {
        assert_eq!(
            desk.refused(1, &format!("fact --fact {fact}")),
            "history.no-paper"
        );
    }
    assert_eq!(
        desk.refused(1, "fact --on A1 --fact means_of_service=post"),
        "history.no-paper"
    );
    // A transfer is one whatever was said of a refusal: a week.
    desk.record("removal --kind transfer --date 2026-11-24");
    assert_eq!(desk.deadline("de.klage-34a-1w"), pair("2026-12-01", "open"));
}

#[test]
fn a_fact_about_a_detention_takes_nothing_from_a_refusal() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-11-18 --notified 2026-11-25",
    );
    desk.record("detention --date 2026-11-26");
    desk.record("fact --fact subject=bail");
    assert_eq!(desk.state("ru.complaint-1m"), "open");
}

#[test]
fn nothing_is_final_while_a_remedy_may_run() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-01-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-03-18 --notified 2026-03-25",
    );
    assert_eq!(desk.application(1)["final"], true, "every day has passed");
    desk.record("appeal --kind appeal --lodged 2026-04-15");
    desk.record("decision --outcome dismissed --decided 2026-11-20 --notified 2026-11-25");
    assert_eq!(desk.state("ru.kas-appeal-1m"), "unconfirmed");
    assert_eq!(
        desk.application(1)["final"],
        false,
        "the day of the reasoned judgment is not known"
    );
    let id = desk.show()["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["rule"] == "ru.kas-appeal-1m")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.office
        .ok(&["deadline", "waive", &id, "--because", "asked a lawyer"]);
    assert_eq!(desk.application(1)["final"], false);
}

#[test]
fn what_nobody_served_is_not_final() {
    let desk = Desk::new("ru", "2026-03-19");
    desk.record("application --kind temporary_asylum --lodged 2026-01-19");
    desk.record("decision --outcome refused --basis unfounded --decided 2026-03-18");
    let desk = desk.on("2026-11-26");
    assert_eq!(desk.application(1)["final"], false);
    let shown = desk
        .office
        .ok(&["--format", "human", "show", &desk.case])
        .out;
    assert!(!shown.contains("no longer arguable"), "{shown}");
}
