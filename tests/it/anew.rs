//! Whoever was taken back and recorded anew is the same person for the check of what leaves.

use crate::moved::{AS_OF, bring, cases, is_the_first, office, together};
use crate::released::{refused, released};
use crate::support::Office;

/// Brings lines in; gives back by what the import is taken back.
fn brought(office: &Office, lines: &str) -> String {
    let said = office.run_with(&["--json", "import", "-"], lines);
    assert_eq!(said.code, 0, "{}", said.shown());
    said.json()["batch"].as_str().unwrap().to_owned()
}

/// A table has left since: the import is taken back by name.
fn undo(office: &Office, batch: &str) {
    assert_eq!(office.fails(1, &["undo"]), "entry.of-office-release");
    office.ok(&["retract", "--batch", batch]);
}

#[test]
fn an_import_that_is_made_again_hides_nobody_who_came() {
    for [again, more] in [["r", "n"], ["other", "another"]] {
        let office = Office::open();
        let first = brought(&office, &cases("r", 62, 1));
        is_the_first(&office);
        undo(&office, &first);
        let second = brought(&office, &cases(again, 62, 1));
        is_the_first(&office);
        // Once more, and four have come.
        undo(&office, &second);
        let _ = bring(&office, &(cases(more, 4, 1) + &cases(again, 62, 1)));
        refused(&office, &AS_OF);
        assert_eq!(together(&office), "holds");
    }
}

#[test]
fn a_person_who_is_recorded_again_hides_nobody_who_came() {
    // Taken back first, or last; put right on the way, or not.
    for (is_first, born) in [(true, "1990"), (true, "1991"), (false, "1990")] {
        let (office, known) = office();
        let couple = known("q0");
        let people = office.ok(&["--json", "person", "list", &couple]).json();
        assert_eq!(people["items"].as_array().unwrap().len(), 2);
        let events = office.ok(&["--json", "show", &couple]).json()["events"].clone();
        let mut events = events.as_array().unwrap().iter();
        let added = events.find(|one| one["kind"] == "person").unwrap();
        let retract = ["retract", added["event"].as_str().unwrap()];
        let add = [
            "person",
            "add",
            &couple,
            "--sex",
            "f",
            "--born",
            born,
            "--role",
            "applicant",
        ];
        if is_first {
            office.ok(&retract);
            office.ok(&add);
        } else {
            office.ok(&add);
            office.ok(&retract);
        }
        is_the_first(&office);
        let _ = bring(&office, &cases("n", 4, 1));
        refused(&office, &AS_OF);
        assert_eq!(together(&office), "holds");
    }
}

/// Of cases with sealed notes nothing is left where their import is taken back.
#[test]
fn an_import_that_is_forgotten_and_made_again_hides_nobody_who_came() {
    let noted = |word: &str, many: usize| {
        let note = |case| {
            format!(
                "{{\"type\":\"note\",\"case\":\"{word}{case}\",\"text\":\"calls on Mondays\"}}\n"
            )
        };
        cases(word, many, 1) + &(0..many).map(note).collect::<String>()
    };
    for again in ["r", "other"] {
        let office = Office::open();
        let said = office
            .run_with(&["--json", "import", "-"], &noted("r", 62))
            .json();
        let batch = said["batch"].as_str().unwrap().to_owned();
        is_the_first(&office);
        let origins = ["--by", "origin", "--as-of", "2025-12-31"];
        assert_eq!(released(&office, &origins)["release"], "R2026-002");
        let forget = [
            "--json",
            "retract",
            "--batch",
            &batch,
            "--forget",
            "--because",
            "the wrong map",
        ];
        assert_eq!(office.ok(&forget).json()["forgotten"], 62);
        let _ = bring(&office, &noted(again, 62));
        is_the_first(&office);
        assert_eq!(released(&office, &origins)["release"], "R2026-002");
        let _ = bring(&office, &noted("n", 4));
        refused(&office, &AS_OF);
        assert_eq!(together(&office), "holds");
        let verified = office.run(&["--json", "stats", "verify"]).json();
        assert_eq!(verified["items"][0]["state"], "erased", "{verified}");
    }
}

/// Who refused to be counted, and who is of another sex, stands in nobody's place.
#[test]
fn only_who_is_counted_and_most_alike_stands_in_the_place_of_another() {
    // One who refused was recorded first.
    let (office, known) = office();
    let new = bring(&office, &cases("x", 1, 1))("x0");
    let refuse = ["record", "consent", &new, "--kind", "statistics"];
    office.ok(&[&refuse[..], &["--answer", "refused"]].concat());
    let events = office.ok(&["--json", "show", &known("r0")]).json()["events"].clone();
    let mut events = events.as_array().unwrap().iter();
    let opened = events.find(|one| one["kind"] == "case").unwrap();
    office.ok(&["retract", opened["event"].as_str().unwrap()]);
    let again = cases("again", 1, 1).replace(r#""opened""#, r#""born":1971,"opened""#);
    let _ = bring(&office, &(again + &cases("n", 4, 1)));
    refused(&office, &AS_OF);

    // Women who came were recorded before the men whose year was put right.
    let of = |word: &str, many, sex: &str, born: &str| {
        let of = format!(r#""sex":"{sex}","born":{born},"opened""#);
        cases(word, many, 1).replace(r#""opened""#, &of)
    };
    let office = Office::open();
    let _ = bring(
        &office,
        &(of("m", 30, "m", "1980") + &of("f", 30, "f", "1980")),
    );
    let wrong = of("w", 4, "m", "1901");
    let wrong = office.run_with(&["--json", "import", "-"], &wrong).json();
    let by_sex = [&["--by", "sex"][..], &AS_OF].concat();
    assert_eq!(released(&office, &by_sex)["release"], "R2026-001");
    let batch = wrong["batch"].as_str().unwrap();
    office.ok(&["retract", "--batch", batch, "--because", "the wrong years"]);
    let _ = bring(&office, &of("v", 6, "f", "1980"));
    let _ = bring(&office, &of("u", 4, "m", "1990"));
    assert_eq!(released(&office, &by_sex)["release"], "R2026-002");
    let _ = bring(&office, &of("t", 4, "m", "1980"));
    refused(&office, &by_sex);
}

/// Twice, and between the times enough have come for another table.
#[test]
fn an_import_that_is_made_a_third_time_hides_nobody_who_came() {
    let office = Office::open();
    let batch = |lines: &str| {
        let said = office.run_with(&["--json", "import", "-"], lines).json();
        said["batch"].as_str().unwrap().to_owned()
    };
    let take_back = |batch: &str| {
        office.ok(&["retract", "--batch", batch, "--because", "the wrong map"]);
    };
    let first = batch(&cases("r", 62, 1));
    is_the_first(&office);
    take_back(&first);
    let second = batch(&cases("r", 68, 1));
    assert_eq!(released(&office, &AS_OF)["release"], "R2026-002");
    take_back(&second);
    let _ = batch(&cases("r", 72, 1));
    refused(&office, &AS_OF);
    assert_eq!(together(&office), "holds");
}
