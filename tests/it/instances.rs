//! Decisions and remedies through all instances: what is sent back, what is attacked, what a correction moves.

use crate::desk::{Desk, pair};

/// The references and states of the remedies on an application.
fn appeals(desk: &Desk, number: usize) -> Vec<String> {
    let all = desk.application(number)["appeals"].clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let all = all.as_array().unwrap().iter();
    all.map(|a| {
        format!(
            "{} on {} {}",
            text(&a["ref"]),
            text(&a["on"]),
            text(&a["state"])
        )
    })
    .collect()
}

#[test]
fn what_a_higher_court_sends_back_is_pending_below() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2025-05-01 --notified 2025-05-05",
    );
    desk.record("appeal --kind appeal --lodged 2025-05-20");
    desk.record("decision --outcome dismissed --decided 2025-07-01 --notified 2025-07-03");
    desk.record("appeal --kind further_appeal --lodged 2025-07-20");
    desk.record("decision --outcome remitted --decided 2025-10-01 --notified 2025-10-05");
    assert_eq!(desk.application(1)["state"], "pending");
    assert_eq!(
        appeals(&desk, 1),
        ["A1.1 on A1 pending", "A1.2 on A1.1 remitted"]
    );
    desk.record("decision --outcome dismissed --decided 2026-11-18 --notified 2026-11-20");
    assert_eq!(desk.application(1)["state"], "refused");
    assert_eq!(appeals(&desk, 1)[0], "A1.1 on A1 dismissed");
}

#[test]
fn what_goes_back_to_the_authority_is_decided_there_by_name() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2025-02-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2025-05-01 --notified 2025-05-05",
    );
    desk.record("appeal --kind appeal --lodged 2025-05-20");
    desk.record("decision --outcome dismissed --decided 2025-07-01 --notified 2025-07-03");
    desk.record("appeal --kind further_appeal --lodged 2025-07-20");
    desk.record("decision --outcome remitted --decided 2025-10-01 --notified 2025-10-05");
    desk.record("decision --on A1 --outcome granted --decided 2026-11-18");
    assert_eq!(desk.application(1)["state"], "granted");
    assert_eq!(appeals(&desk, 1)[0], "A1.1 on A1 dismissed");
}

#[test]
fn days_too_vague_to_tell_leave_the_order_of_recording() {
    for (remitted, refused) in [
        ("2026-10", "2026-10"),
        ("2026-10-15", "2026-10"),
        ("2026", "2026-10"),
    ] {
        let desk = Desk::new("ru", "2026-11-26");
        desk.record("application --kind refugee_status --lodged 2026-01-19");
        desk.record("decision --outcome refused --basis unfounded --decided 2026-03-18 --notified 2026-03-25");
        desk.record("appeal --kind appeal --lodged 2026-04-15");
        let remittal = desk.record(&format!("decision --outcome remitted --decided {remitted}"));
        assert_eq!(remittal["ref"], "A1.1");
        desk.record(&format!(
            "decision --outcome refused --basis unfounded --decided {refused} --notified 2026-11-20"
        ));
        assert_eq!(
            desk.application(1)["state"],
            "refused",
            "{remitted} {refused}"
        );
        desk.refused(1, "decision --outcome granted --decided 2026-11-25");
    }
}

#[test]
fn a_correction_names_an_application_and_means_its_decision() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --basis unfounded --decided 2026-10-10");
    desk.record("service --notified 2026-10-12");
    desk.record("appeal --kind appeal --lodged 2026-11-10");
    assert_eq!(desk.state("ru.complaint-1m"), "met");
    desk.correct(&desk.event("appeal"), "--on A1 --lodged 2026-11-09");
    assert_eq!(desk.deadline("ru.complaint-1m"), pair("2026-11-12", "met"));
    desk.correct(&desk.event("service"), "--on A1 --notified 2026-10-13");
    assert_eq!(desk.deadline("ru.complaint-1m"), pair("2026-11-13", "met"));
    assert_eq!(desk.state("nansen.find-service"), "met");
}

#[test]
fn an_appeal_is_against_the_latest_refusal_that_no_ordinary_remedy_attacks() {
    // Named by the application: the dismissal of the complaint.
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-09-01 --notified 2026-09-02");
    desk.record("appeal --kind administrative_review --lodged 2026-09-20");
    desk.record("decision --outcome dismissed --decided 2026-10-20 --notified 2026-10-22");
    desk.record("appeal --kind appeal --lodged 2026-11-10 --on A1");
    assert_eq!(appeals(&desk, 1)[1], "A1.2 on A1.1 pending");
    assert_eq!(desk.state("ru.court-219-3m"), "met");
    // Before it was notified: against the refusal, not against silence.
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-10-20 --notified 2026-11-01");
    desk.refused(1, "appeal --kind appeal --lodged 2026-10-28");
    desk.even_so("appeal --kind appeal --lodged 2026-10-28");
    assert_eq!(desk.state("ru.complaint-1m"), "met");
    // Beside a complaint to the United Nations.
    let desk = Desk::new("ru", "2026-11-26");
    for (application, refusal) in [("2025-02-19", "2025-05-05"), ("2026-02-19", "2026-11-05")] {
        desk.record(&format!(
            "application --kind temporary_asylum --lodged {application}"
        ));
        desk.record(&format!(
            "decision --outcome refused --decided {refusal} --notified {refusal}"
        ));
    }
    desk.record("appeal --kind international --lodged 2026-11-10");
    desk.record("appeal --kind appeal --lodged 2026-11-20");
    assert_eq!(appeals(&desk, 2).len(), 2);
    assert_eq!(desk.all("ru.complaint-1m")[1].1, "met");
}

#[test]
fn what_fell_is_not_attacked_again() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-01-19");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-03-18 --notified 2026-03-25",
    );
    desk.record("appeal --kind appeal --lodged 2026-04-15");
    desk.record("decision --outcome remitted --decided 2026-10-01 --notified 2026-10-05");
    let id = desk.refused(1, "appeal --kind administrative_review --lodged 2026-11-20");
    assert_eq!(id, "history.nothing-to-appeal");
}

#[test]
fn silence_is_attacked_once_it_lasted() {
    let desk = Desk::new("ru", "2026-10-10");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-09-06 --notified 2026-09-13");
    desk.record("appeal --kind administrative_review --lodged 2026-10-04");
    desk.refused(1, "appeal --kind administrative_review --lodged 2026-10-04");
    assert_eq!(
        desk.refused(
            1,
            "appeal --on A1.1 --kind administrative_review --lodged 2026-10-04"
        ),
        "history.twice"
    );
    assert_eq!(desk.state("ru.complaint-noanswer-1m"), "open");
    let desk = desk.on("2026-11-10");
    desk.record("appeal --kind appeal --lodged 2026-11-09");
    assert_eq!(desk.state("ru.complaint-noanswer-1m"), "met");
}

#[test]
fn a_withdrawn_complaint_can_be_lodged_again_while_time_runs() {
    let desk = Desk::new("ru", "2026-10-08");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-09-06 --notified 2026-09-13");
    desk.record("appeal --kind administrative_review --lodged 2026-10-04");
    assert_eq!(desk.state("ru.complaint-1m"), "met");
    desk.record("decision --outcome closed --reason withdrawn_explicit --decided 2026-10-06 --notified 2026-10-06");
    assert_eq!(desk.deadline("ru.complaint-1m"), pair("2026-10-13", "open"));
    assert_eq!(desk.on("2026-10-20").state("ru.complaint-1m"), "met");
}

#[test]
fn a_wrong_outcome_is_corrected_and_none_clears_a_field() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record(
        "decision --outcome granted --decided 2026-11-10 --notified 2026-11-10 --until 2027-11-10",
    );
    desk.correct(&desk.event("decision"), "--outcome refused");
    assert_eq!(desk.deadline("ru.complaint-1m"), pair("2026-12-10", "open"));
    desk.correct(&desk.event("decision"), "--notified none");
    assert_eq!(desk.state("ru.complaint-1m"), "unconfirmed");
    assert_eq!(desk.state("nansen.find-service"), "open");
    desk.correct(&desk.event("decision"), "--outcome granted");
    assert_eq!(desk.application(1)["protection"], "temporary_asylum");
    desk.office.fails(
        2,
        &[
            "correct",
            &desk.event("decision"),
            "--outcome",
            "none",
            "--because",
            "mistyped",
        ],
    );
}

#[test]
fn taking_back_a_correction_leaves_nothing_in_the_air() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    let first = desk.event("application");
    desk.record("application --kind temporary_asylum --lodged 2026-08-20");
    desk.record("decision --outcome refused --decided 2026-10-06 --notified 2026-10-13 --on A1");
    let refusal = desk.event("decision");
    desk.correct(&refusal, "--on A2");
    desk.office
        .ok(&["retract", &first, "--because", "entered twice"]);
    let correction = desk.event("decision");
    let before = desk.show();
    let error = desk
        .office
        .fails(1, &["retract", &correction, "--because", "mistyped"]);
    assert_eq!(error, "entry.hangs");
    assert_eq!(desk.show(), before);
}

#[test]
fn a_correction_replaces_what_the_one_before_it_replaced() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("application --kind temporary_asylum --lodged 2026-08-19");
    desk.record("decision --outcome refused --decided 2026-10-01 --notified 2026-11-01");
    let root = desk.event("decision");
    desk.correct(&root, "--notified 2026-11-10");
    let first = desk.event("decision");
    desk.correct(&root, "--notified 2026-11-15");
    desk.office
        .ok(&["retract", &first, "--because", "mistyped"]);
    let states: Vec<_> = desk.show()["events"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["kind"] == "decision")
        .map(|e| e["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["replaced", "retracted", "live"]);
    assert_eq!(desk.deadline("ru.complaint-1m").0, "2026-12-15");
}
