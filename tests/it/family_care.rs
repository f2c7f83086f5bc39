//! Check-ins, disappearances, mandates, referrals and resettlement in a case of several persons.

use serde_json::{Value, json};

use crate::desk::Desk;

/// Two persons in one case.
fn couple() -> Desk {
    let desk = Desk::new("de", "2026-03-20");
    let line = ["person", "add", &desk.case, "--relation", "spouse"];
    desk.office.ok(&line);
    desk
}

fn due(desk: &Desk) -> Value {
    desk.office.ok(&["--json", "due"]).json()
}

fn persons(items: &Value) -> Vec<u64> {
    let items = items.as_array().unwrap().iter();
    items.map(|one| one["person"].as_u64().unwrap()).collect()
}

#[test]
fn each_disappears_alone_and_who_is_there_answers_for_the_others() {
    let desk = couple();
    let plan = ["check-in", "plan"];
    let said = desk.office.run_with(&plan, "rule_39\nombudsman\n");
    assert_eq!(said.code, 0, "{}", said.shown());
    let set = [
        "check-in", "set", &desk.case, "--every", "3d", "--how", "partner",
    ];
    desk.office.ok(&set);
    assert_eq!(
        desk.refused(1, "check-in --person 2"),
        "history.of-the-case"
    );
    let gone = "disappearance --date 2026-03-19";
    assert_eq!(desk.refused(6, gone), "history.which-person");
    desk.record(&format!("{gone} --person 2"));
    let shown = due(&desk);
    assert_eq!(persons(&shown["disappeared"]), [2]);
    assert_eq!(persons(&shown["tasks"]), [2, 2]);
    // The other one is there.
    desk.record("check-in --date 2026-03-20");
    desk.record(&format!("{gone} --person 1"));
    assert_eq!(persons(&desk.show()["care"]["disappeared"]), [2, 1]);
    assert_eq!(
        desk.refused(1, "check-in --date 2026-03-20"),
        "history.missing"
    );
    let found = "reappearance --date 2026-03-20";
    assert_eq!(desk.refused(6, found), "history.which-person");
    desk.record(&format!("{found} --person 1"));
    assert_eq!(persons(&due(&desk)["disappeared"]), [2]);
    // One is left: nobody need say who.
    desk.record(found);
    let shown = due(&desk);
    assert_eq!(shown["disappeared"], json!([]));
    // What the plan opened is to be done or dropped by a person.
    assert_eq!(persons(&shown["tasks"]), [2, 2, 1, 1]);
}

#[test]
fn several_who_disappear_at_once_have_the_plan_each() {
    let desk = couple();
    let said = desk.office.run_with(&["check-in", "plan"], "rule_39\n");
    assert_eq!(said.code, 0, "{}", said.shown());
    desk.record("disappearance --date 2026-03-19 --person all");
    let shown = due(&desk);
    assert_eq!(persons(&shown["disappeared"]), [1, 2]);
    assert_eq!(persons(&shown["tasks"]), [1, 2]);
    // Taken back for one, it stays for the other.
    let first = desk.show()["care"]["disappeared"][0]["event"].clone();
    let first = first.as_str().unwrap();
    let back = ["retract", first, "--because", "mistaken"];
    desk.office.ok(&back);
    let shown = due(&desk);
    assert_eq!(persons(&shown["disappeared"]), [2]);
    assert_eq!(persons(&shown["tasks"]), [2]);
}

#[test]
fn each_gives_a_mandate_of_their_own() {
    let desk = couple();
    for line in [
        "application --kind single_procedure --lodged 2026-01-12 --person all",
        "decision --outcome refused --basis unfounded --notified 2026-03-16 --on A1",
        "decision --outcome refused --basis unfounded --notified 2026-03-16 --on A2",
        "mandate --kind advice --date 2026-03-01 --person 2",
    ] {
        desk.record(line);
    }
    let shown = desk.show();
    assert_eq!(persons(&shown["care"]["mandates"]), [2]);
    let ours = shown["deadlines"].as_array().unwrap().iter();
    let mut files: Vec<(u64, &str)> = ours
        .filter_map(|one| Some((one["person"].as_u64()?, one["files"].as_str()?)))
        .collect();
    files.sort_unstable();
    files.dedup();
    assert_eq!(files, [(1, "we"), (2, "they")]);
    // A later mandate of another meets nothing of hers.
    let ends = "mandate --kind representation --date 2026-03-02 --attorney-until 2026-10-01";
    desk.record(&format!("{ends} --person 2"));
    desk.record("mandate --kind representation --date 2026-03-10 --person 1");
    let end = || {
        let shown = desk.show()["deadlines"].clone();
        let mut all = shown.as_array().unwrap().iter();
        let end = all.find(|one| one["due"] == "2026-10-01").unwrap();
        (end["person"].clone(), end["state"].clone())
    };
    assert_eq!(end(), (json!(2), json!("open")));
    desk.record("mandate --kind representation --date 2026-03-11 --person 2");
    assert_eq!(end(), (json!(2), json!("met")));
}

#[test]
fn who_goes_on_elsewhere_is_asked_one_by_one() {
    let desk = couple();
    desk.record("consent --kind referral --answer given --person 1");
    let to = "referral --kind to --partner clinic-2 --service medical --date 2026-03-02";
    let before = desk.show()["events"].clone();
    assert_eq!(
        desk.refused(5, &format!("{to} --person all")),
        "consent.absent"
    );
    assert_eq!(desk.show()["events"], before);
    desk.record(&format!("{to} --person 1"));
    let care = desk.show()["care"].clone();
    assert_eq!(persons(&care["referrals"]), [1]);
    // The answer belongs to whoever was referred.
    desk.record("referral-outcome --outcome accepted --date 2026-03-05");
    let events = desk.show()["events"].clone();
    let mut events = events.as_array().unwrap().iter();
    let answer = events.find(|one| one["kind"] == "referral-outcome");
    assert_eq!(answer.unwrap()["person"], 1);

    let way = "resettlement --country CA --date 2026-03-02 --state";
    desk.record(&format!("{way} referred --person 1"));
    assert_eq!(
        desk.refused(1, &format!("{way} accepted --person 2")),
        "history.not-after"
    );
    desk.record(&format!("{way} referred --person 2"));
    desk.record("resettlement --country CA --date 2026-03-09 --state submitted --person 1");
    let ways = desk.show()["care"]["resettlement"].clone();
    assert_eq!(persons(&ways), [1, 2]);
    assert_eq!(
        (&ways[0]["state"], &ways[1]["state"]),
        (&json!("submitted"), &json!("referred"))
    );
}

#[test]
fn a_paper_tells_whose_each_thing_is_and_what_they_agreed_to() {
    let desk = couple();
    for line in [
        "consent --kind referral --answer given --date 2026-03-02 --person 2",
        "application --kind single_procedure --lodged 2026-03-03 --person 2",
    ] {
        desk.record(line);
    }
    let paper = |what: &[&str]| {
        let mut args = vec!["case", what[0], &desk.case];
        args.extend(&what[1..]);
        let said = desk.office.ok(&args);
        said.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let held = paper(&["access", "--format", "md"]);
    for word in ["spouse", "referral given"] {
        assert!(held.contains(word), "{word}: {held}");
    }
    let items = |more: &[&str]| {
        let args = [&["--json", "case", "timeline", &desk.case], more].concat();
        let told = desk.office.ok(&args).json()["items"].clone();
        let told = told.as_array().unwrap().iter();
        let pair = |one: &Value| {
            (
                one["kind"].as_str().unwrap().to_owned(),
                one["person"].clone(),
            )
        };
        told.map(pair).collect::<Vec<_>>()
    };
    assert!(items(&[]).contains(&("consent".to_owned(), json!(2))));
    // For use outside neither who belongs to the case nor what they agreed to.
    assert_eq!(
        items(&["--coarse", "year"]),
        [("application".to_owned(), json!(2))]
    );
}
