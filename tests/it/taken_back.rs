//! Decisions that are taken back, statuses that end, and what that does to deadlines and figures.

use crate::desk::{Desk, pair};

#[test]
fn what_was_taken_back_leaves_nothing_to_do() {
    let desk = Desk::new("de", "2026-03-10");
    desk.record("application --kind single_procedure --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-03-01 --served 2026-03-05",
    );
    assert_eq!(desk.deadline("de.klage-2w"), pair("2026-03-19", "open"));
    desk.record("decision --outcome rescinded --decided 2026-03-09");
    assert_eq!(desk.state("de.klage-2w"), "moot");
    assert_eq!(desk.application(1)["state"], "pending");
    assert_eq!(
        desk.refused(1, "appeal --kind appeal --lodged 2026-03-10"),
        "history.nothing-to-appeal"
    );
    // Taken back once, it cannot be again; and what follows cannot lie before.
    assert_eq!(
        desk.refused(
            1,
            "decision --on A1 --outcome rescinded --decided 2026-03-10"
        ),
        "history.nothing-to-rescind"
    );
    assert_eq!(
        desk.refused(1, "decision --outcome refused --decided 2026-03-06"),
        "history.too-early"
    );
    // The mistake of a caseworker is taken back like any other entry.
    desk.office.ok(&["undo"]);
    assert_eq!(desk.state("de.klage-2w"), "open");
    assert_eq!(desk.application(1)["state"], "refused");
}

#[test]
fn the_end_of_a_status_opens_the_remedies_of_its_own() {
    let desk = Desk::new("de", "2026-03-10");
    desk.record("application --kind single_procedure --lodged 2022-02-19");
    desk.record("decision --outcome granted --protection refugee_status --decided 2023-03-01 --served 2023-03-05");
    let now = |desk: &Desk| {
        let args = [
            "stats",
            "show",
            "--inside",
            "--unit",
            "persons",
            "--by",
            "protection_now",
            "--json",
        ];
        desk.office.ok(&args).json()["cells"][0]["key"][0].clone()
    };
    assert_eq!(now(&desk), "refugee_status");
    desk.record("decision --outcome revoked --decided 2026-03-01 --served 2026-03-05");
    assert_eq!(
        desk.deadline("de.klage-revocation-2w"),
        pair("2026-03-19", "open")
    );
    assert_eq!(desk.application(1)["state"], "ended");
    assert_eq!(now(&desk), "none");
    desk.record("appeal --kind appeal --lodged 2026-03-09");
    assert_eq!(desk.state("de.klage-revocation-2w"), "met");
    let shown = desk
        .office
        .ok(&["--format", "human", "show", &desk.case])
        .out;
    assert!(shown.contains("ended by the authority"), "{shown}");
    desk.record("decision --on A1.1 --outcome allowed --decided 2026-03-10");
    assert_eq!(desk.application(1)["state"], "granted");
    assert_eq!(now(&desk), "refugee_status");
}

#[test]
fn where_no_rule_is_known_the_end_of_a_status_says_so() {
    let desk = Desk::new("kp", "2026-03-10");
    desk.record("application --kind single_procedure --lodged 2022-02-19");
    desk.record("decision --outcome granted --protection refugee_status --decided 2023-03-01");
    desk.record("decision --outcome revoked --decided 2026-03-01 --served 2026-03-05");
    assert_eq!(
        desk.deadline("nansen.no-rule"),
        pair("2026-03-10", "unconfirmed")
    );
}

#[test]
fn a_further_request_to_prolong_goes_into_the_same_application() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2024-03-11");
    desk.record("decision --outcome granted --decided 2024-06-03 --until 2025-06-03");
    desk.record("filing --kind renewal --lodged 2025-04-28");
    desk.record("decision --outcome granted --decided 2025-05-26 --until 2026-06-03");
    desk.record("filing --kind renewal --lodged 2026-04-27");
    // Another application that waits is meant before one that is to be prolonged.
    desk.record("application --kind refugee_status --lodged 2026-05-04");
    assert_eq!(
        desk.record("decision --outcome refused --decided 2026-07-06")["ref"],
        "A2"
    );
    assert_eq!(
        desk.record("decision --outcome refused --decided 2026-07-13 --notified 2026-07-17")["ref"],
        "A1"
    );
    assert_eq!(desk.application(1)["state"], "refused");
}

#[test]
fn a_correction_can_say_that_it_was_taken_back() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-01-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-03-18 --notified 2026-03-25",
    );
    desk.record("decision --outcome rescinded --decided 2026-04-15");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-06-15 --notified 2026-06-18",
    );
    let last = desk.event("decision");
    desk.correct(
        &last,
        "--outcome granted --protection refugee_status --basis none",
    );
    assert_eq!(desk.application(1)["state"], "granted");
    desk.office.ok(&["retract", &last]);
    assert_eq!(desk.application(1)["state"], "pending");
}

#[test]
fn what_is_back_below_waits_there_when_the_authority_takes_its_decision_back() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2025-05-01 --notified 2025-05-05",
    );
    desk.record("appeal --kind appeal --lodged 2025-05-20");
    desk.record("decision --outcome dismissed --decided 2025-07-01 --notified 2025-07-03");
    desk.record("appeal --kind further_appeal --lodged 2025-07-20");
    desk.record("decision --outcome remitted --decided 2025-10-01 --notified 2025-10-05");
    desk.record("decision --on A1 --outcome rescinded --decided 2025-11-03");
    assert_eq!(desk.application(1)["appeals"][0]["state"], "pending");
    desk.record("decision --on A1.1 --outcome closed --reason discontinued --decided 2025-11-10");
    assert_eq!(desk.application(1)["appeals"][0]["state"], "closed");
    assert_eq!(desk.application(1)["state"], "pending");
}
