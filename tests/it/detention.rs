//! Detentions as periods with their reviews, and papers with the office's own days of renewal.

use serde_json::json;

use crate::care::{due, human, place};
use crate::desk::{Desk, pair};

#[test]
fn a_detention_is_counted_in_days_until_it_ends() {
    let desk = Desk::new("de", "2026-11-26");
    desk.record("detention --date 2026-11-02 --place east-2");
    let days = |day: &str| {
        let said = desk
            .office
            .ok(&["--json", "show", &desk.case, "--as-of", day]);
        said.json()["measures"][0]["days"].clone()
    };
    assert_eq!(days("2026-11-02"), json!(1));
    assert_eq!(days("2026-11-26"), json!(25));
    assert!(human(&desk.office, &["show", &desk.case]).contains("25 days in detention, at east-2"));
    desk.record("release --date 2026-11-20");
    assert_eq!(days("2026-11-26"), json!(19));
    assert_eq!(desk.show()["measures"][0]["open"], false);
    desk.record("removal --kind return_decision --date 2026-11-21");
    assert_eq!(desk.show()["measures"][1]["days"], json!(null));
}

#[test]
fn the_next_review_stands_in_due_until_it_is_held() {
    let desk = Desk::new("de", "2026-11-26");
    desk.refused(1, "detention-review --outcome upheld --date 2026-11-09");
    desk.record("detention --date 2026-11-02");
    assert_eq!(
        desk.refused(2, "detention-review --outcome planned --date 2026-11-03"),
        "field.missing"
    );
    assert_eq!(
        desk.refused(
            1,
            "detention-review --on M1 --outcome upheld --date 2026-11-01"
        ),
        "history.too-early"
    );
    assert_eq!(
        desk.refused(
            1,
            "detention-review --outcome upheld --date 2026-11-09 --next 2026-11-05"
        ),
        "history.too-early"
    );
    desk.record("detention-review --outcome planned --date 2026-11-03 --next 2026-11-08");
    let rule = "nansen.detention-review";
    assert_eq!(desk.deadline(rule), pair("2026-11-08", "missed"));
    // That it was not held changes nothing, until there is another day.
    desk.record("detention-review --outcome not_held --date 2026-11-08");
    assert_eq!(desk.deadline(rule), pair("2026-11-08", "missed"));
    let without = desk.event("detention-review");
    desk.correct(&without, "--next 2026-11-09");
    assert_eq!(desk.all(rule)[0], pair("2026-11-08", "moot"));
    desk.office.ok(&["undo"]);
    desk.office.ok(&["undo"]);
    let planned = desk.event("detention-review");
    desk.correct(&planned, "--next 2026-11-09");
    desk.record("detention-review --outcome upheld --date 2026-11-09 --next 2026-12-07");
    let all = desk.all(rule);
    assert_eq!(all[0], pair("2026-11-09", "met"));
    assert_eq!(all[1], pair("2026-12-07", "open"));
    let listed = due(&desk.office, &[]);
    let item = listed["items"].as_array().unwrap().iter();
    let item = item.clone().find(|one| one["rule"] == rule).unwrap();
    assert_eq!(
        (&item["due"], &item["citation"]),
        (&json!("2026-12-07"), &json!(null))
    );
    let text = human(&desk.office, &["show", &desk.case]);
    let held = place(&text, "upheld 9 Nov 2026, the next on ");
    assert!(place(&text, "planned 3 Nov 2026") < held, "{text}");
    // Another day was printed on the order.
    let review = desk.event("detention-review");
    desk.correct(&review, "--next 2026-12-04");
    assert_eq!(desk.all(rule)[1], pair("2026-12-04", "open"));
    // Who is set free is not reviewed.
    desk.record("release --date 2026-11-24");
    assert_eq!(desk.all(rule)[1].1, "moot");
    assert_eq!(
        desk.refused(1, "detention-review --outcome upheld --date 2026-11-25"),
        "history.not-detained"
    );
}

#[test]
fn a_review_is_of_a_detention_and_of_its_person() {
    let desk = Desk::new("de", "2026-11-26");
    desk.office
        .ok(&["person", "add", &desk.case, "--role", "dependant"]);
    desk.record("detention --date 2026-11-02 --person 2");
    desk.record("removal --kind transfer --date 2026-11-02 --person 1");
    let said = desk
        .record("detention-review --on M1 --outcome upheld --date 2026-11-09 --next 2026-12-01");
    assert_eq!(said["people"][0]["person"], 2);
    assert_eq!(
        desk.refused(
            1,
            "detention-review --on M2 --outcome upheld --date 2026-11-09"
        ),
        "history.wrong-reference"
    );
    assert_eq!(
        desk.refused(
            1,
            "detention-review --on M1 --person 1 --outcome upheld --date 2026-11-10"
        ),
        "history.other-person"
    );
    let shown = desk.show();
    let deadline = shown["deadlines"].as_array().unwrap().iter();
    let of: Vec<_> = deadline
        .filter(|one| one["rule"] == "nansen.detention-review")
        .map(|one| one["person"].clone())
        .collect();
    assert_eq!(of, [json!(2)]);
}

#[test]
fn a_review_limit_of_the_law_stands_beside() {
    let desk = Desk::new("ca", "2026-11-03");
    desk.record("detention --date 2026-11-02");
    assert_eq!(desk.deadline("ca.detention-review-48h").0, "2026-11-03");
    desk.record("detention-review --outcome planned --date 2026-11-02 --next 2026-11-04");
    assert_eq!(
        desk.deadline("nansen.detention-review"),
        pair("2026-11-04", "open")
    );
}

#[test]
fn a_paper_without_a_rule_has_the_office_s_own_days() {
    let desk = Desk::new("eg", "2026-11-26");
    desk.record("application --kind refugee_status --lodged 2026-03-02");
    assert_eq!(
        desk.refused(
            1,
            "document --kind certificate --date 2026-06-01 --renew-from 2026-12-01 --renew-by 2026-11-28"
        ),
        "history.too-early"
    );
    desk.record("document --kind certificate --date 2026-06-01 --until 2026-12-20 --renew-from 2026-12-01 --renew-by 2026-12-07");
    assert_eq!(
        desk.deadline("nansen.renew-from"),
        pair("2026-12-01", "open")
    );
    assert_eq!(desk.deadline("nansen.renew"), pair("2026-12-07", "open"));
    let text = human(&desk.office, &["due"]);
    assert!(text.contains("a day of the office's own, no law"), "{text}");
    let shown = desk.show()["deadlines"].clone();
    let own = shown.as_array().unwrap().iter();
    for one in own.filter(|one| one["rule"].as_str().unwrap().starts_with("nansen.renew")) {
        assert_eq!(
            (&one["citation"], &one["rule_status"]),
            (&json!(null), &json!(null))
        );
    }
    // Once it can be renewed nobody is told so any more; what must be done by then stays.
    let later = desk.on("2026-12-01");
    assert_eq!(later.state("nansen.renew-from"), "met");
    assert_eq!(later.state("nansen.renew"), "open");
    later.record("filing --kind renewal --lodged 2026-12-01");
    assert_eq!(later.state("nansen.renew"), "met");
}

#[test]
fn a_newer_paper_of_the_same_kind_ends_the_office_s_days() {
    let desk = Desk::new("eg", "2026-11-26");
    desk.record("document --kind certificate --date 2026-06-01 --renew-by 2026-12-07");
    desk.record("document --kind passport --date 2026-11-20");
    assert_eq!(desk.state("nansen.renew"), "open");
    desk.record("document --kind certificate --date 2026-11-25");
    assert_eq!(desk.state("nansen.renew"), "moot");
    let first = desk.show()["events"].clone();
    let first = first.as_array().unwrap().iter();
    let mut first = first.filter(|one| one["kind"] == "document");
    let id = first.next().unwrap()["event"].as_str().unwrap().to_owned();
    desk.correct(&id, "--renew-by none");
    assert!(desk.all("nansen.renew").is_empty());
}
