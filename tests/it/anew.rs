//! Whoever was taken back and recorded anew is the same person for the check of what leaves.

use crate::moved::{AS_OF, bring, cases, is_the_first, office, together};
use crate::released::refused;
use crate::support::Office;

fn undo(office: &Office) {
    office.ok(&["undo"]);
}

#[test]
fn an_import_that_is_made_again_hides_nobody_who_came() {
    for [again, more] in [["r", "n"], ["other", "another"]] {
        let office = Office::open();
        let _ = bring(&office, &cases("r", 62, 1));
        is_the_first(&office);
        undo(&office);
        let _ = bring(&office, &cases(again, 62, 1));
        is_the_first(&office);
        // Once more, and four have come.
        undo(&office);
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
