//! Whether a removal must wait: by what is recorded and what the rules say, and by nothing else.

use serde_json::{Value, json};

use crate::care::human;
use crate::desk::Desk;

fn suspension(desk: &Desk) -> Value {
    desk.show()["measures"][0]["suspension"].clone()
}

fn state(desk: &Desk) -> String {
    suspension(desk)["state"].as_str().unwrap().to_owned()
}

/// What bears on it, each as its meaning.
fn why(desk: &Desk) -> Vec<String> {
    let by = suspension(desk)["by"].clone();
    let by = by.as_array().unwrap().iter();
    by.map(|one| one["why"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_remedy_stops_a_removal_only_where_the_rules_say_so() {
    let desk = Desk::new("fr", "2026-11-20");
    desk.record("removal --kind return_decision --date 2026-11-02");
    desk.record("fact --fact detained=false");
    desk.record("fact --fact house_arrest=false");
    desk.record("fact --fact imprisoned=false");
    assert_eq!(state(&desk), "not_suspended");
    assert_eq!(why(&desk), [""; 0]);
    let due = human(&desk.office, &["due"]);
    assert!(due.contains("not suspended by what is recorded"), "{due}");
    assert!(due.contains("REMOVAL (return decision)"), "{due}");
    desk.record("appeal --kind appeal --lodged 2026-11-10");
    assert_eq!(desk.state("fr.oqtf-1m"), "met");
    let shown = suspension(&desk);
    assert_eq!(shown["state"], "suspended", "{shown}");
    assert_eq!(shown["by"][0]["why"], "automatic", "{shown}");
    assert_eq!(shown["by"][0]["ref"], "M1.1");
    assert_eq!(shown["by"][0]["rule"], "fr.oqtf-1m");
    let text = human(&desk.office, &["show", &desk.case]);
    assert!(text.contains("M1.1: stops the removal by itself"), "{text}");
    // Once it is decided nothing stops it.
    desk.record("decision --outcome dismissed --decided 2026-11-18 --notified 2026-11-19");
    assert_eq!(state(&desk), "not_suspended");
}

#[test]
fn what_the_rules_do_not_say_is_to_be_asked() {
    let desk = Desk::new("de", "2026-11-20");
    desk.record("removal --kind extradition --date 2026-11-02");
    desk.record("appeal --kind constitutional --lodged 2026-11-10");
    assert_eq!(state(&desk), "unknown");
    assert_eq!(why(&desk), ["unsaid"]);
    let text = human(&desk.office, &["due"]);
    assert!(
        text.contains("unknown whether it is suspended: ask a lawyer"),
        "{text}"
    );
    // A fact that somebody recorded settles it, until it says otherwise.
    desk.record("fact --fact suspensive=true --on M1 --date 2026-11-12");
    assert_eq!(why(&desk), ["said"]);
    assert_eq!(state(&desk), "suspended");
    desk.record("fact --fact suspensive=false --on M1 --date 2026-11-15");
    assert_eq!(why(&desk), ["taken_away"]);
    assert_eq!(state(&desk), "not_suspended");
}

#[test]
fn a_late_remedy_is_no_shelter() {
    let desk = Desk::new("fr", "2026-11-20");
    desk.record("removal --kind return_decision --date 2026-09-02");
    desk.even_so("appeal --kind appeal --lodged 2026-11-10");
    assert_eq!(desk.state("fr.oqtf-1m"), "met_late");
    assert_eq!(
        (state(&desk).as_str(), why(&desk)),
        ("unknown", vec!["late".to_owned()])
    );
}

#[test]
fn an_interim_measure_stops_it_until_it_ends() {
    let desk = Desk::new("tr", "2026-11-20");
    desk.record("removal --kind imminent --date 2026-12-02");
    desk.record("step --kind interim_measure_granted --date 2026-11-10 --on M1 --until 2026-11-30");
    assert_eq!(why(&desk), ["interim_measure"]);
    assert_eq!(state(&desk), "suspended");
    let text = human(&desk.office, &["show", &desk.case]);
    assert!(
        text.contains("an interim measure forbids it, granted 10 Nov 2026, until 30 Nov 2026"),
        "{text}"
    );
    // By the day on which it is looked at.
    let at = |day: &str| {
        let shown = desk
            .office
            .ok(&["--json", "show", &desk.case, "--as-of", day]);
        shown.json()["measures"][0]["suspension"]["state"].clone()
    };
    assert_eq!(at("2026-11-30"), json!("suspended"));
    assert_eq!(at("2026-12-01"), json!("not_suspended"));
    desk.record("step --kind suspension_granted --date 2026-11-12");
    desk.record("step --kind suspension_ended --date 2026-11-18 --on M1");
    assert_eq!(state(&desk), "not_suspended");
    // What is taken back is so no more.
    let ended = desk.event("step");
    desk.office
        .ok(&["retract", &ended, "--because", "mistyped"]);
    assert_eq!(why(&desk), ["interim_measure", "order"]);
}

#[test]
fn a_remedy_in_an_application_counts_where_the_removal_goes_with_it() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-06-20");
    desk.record(
        "decision --outcome refused --basis unfounded --decided 2026-11-02 --notified 2026-11-05",
    );
    desk.record("removal --kind return_decision --date 2026-11-05");
    desk.record("appeal --on A1 --kind appeal --lodged 2026-11-10");
    assert_eq!(state(&desk), "unknown", "{}", suspension(&desk));
    // By the ordinary time limit it stops the removal, by the shorter one it does not: facts decide.
    assert_eq!(why(&desk), ["unsaid"]);
    desk.record("fact --fact refusal_kind=unfounded --on A1");
    desk.record("fact --fact procedure=regular --on A1");
    assert_eq!(why(&desk), ["apart"], "{}", suspension(&desk));
    assert_eq!(state(&desk), "unknown");
    let removal = desk.event("removal");
    desk.correct(&removal, "--on A1");
    assert_eq!(state(&desk), "suspended", "{}", suspension(&desk));
    // A loss of liberty is no removal.
    desk.record("detention --date 2026-11-20");
    assert_eq!(desk.show()["measures"][1]["suspension"], Value::Null);
}

#[test]
fn a_request_stops_it_until_it_is_answered() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("application --kind single_procedure --lodged 2026-06-20");
    desk.record("removal --kind transfer --date 2026-11-20 --on A1");
    desk.record("filing --kind interim_measure --lodged 2026-11-23 --on M1");
    assert_eq!(desk.state("de.eil-34a-1w-2026"), "met");
    assert_eq!(why(&desk), ["automatic"], "{}", suspension(&desk));
    desk.record("step --kind suspension_refused --date 2026-11-25 --on M1");
    assert_eq!(why(&desk), ["denied"]);
    assert_eq!(state(&desk), "not_suspended");
}

#[test]
fn an_entry_ban_goes_on_after_a_departure() {
    let desk = Desk::new("ru", "2026-11-26");
    desk.record("removal --kind entry_ban --date 2026-11-20 --until 2031-11-20");
    desk.record("removal --kind return_decision --date 2026-11-20");
    desk.record("departure --date 2026-11-24");
    let shown = desk.show()["measures"].clone();
    assert_eq!(shown[0]["open"], true);
    assert_eq!(shown[1]["open"], false);
    assert_eq!(shown[1]["suspension"], Value::Null);
    assert_eq!(shown[0]["suspension"]["state"], "not_suspended");
}
