//! One case as a paper: what a coarse timeline leaves out, and what a person is given of what the office holds.

use serde_json::Value;

use crate::canary::NAME;
use crate::members::seal_to_one;
use crate::support::Office;

const NOTE: &str = "Came with the colleague from the second floor.";

/// A refused case with a note, a correction, a sealed name and a member's alias all over it.
fn office() -> (Office, String) {
    let office = Office::open();
    seal_to_one(&office);
    let case = ["--origin", "KP", "--jurisdiction", "ru", "--office", "east"];
    let case = office.new_case(&[&case[..], &["--born", "1971"]].concat());
    let kind = ["--kind", "refugee_status"];
    office.ok(&[
        &["record", "application", &case, "--lodged", "2025-09-01"],
        &kind[..],
    ]
    .concat());
    let refused = [
        "--outcome",
        "refused",
        "--basis",
        "unfounded",
        "--decided",
        "2025-12-01",
    ];
    let refused = [&["--json", "record", "decision", &case], &refused[..]].concat();
    let decision = office.ok(&refused).json()["event"]
        .as_str()
        .unwrap()
        .to_owned();
    let told = ["--notified", "2025-12-05", "--because", "envelope found"];
    office.ok(&[&["correct", &decision], &told[..]].concat());
    let held = ["--date", "2026-01-12", "--place", "airport"];
    office.ok(&[&["record", "detention", &case], &held[..]].concat());
    office.run_with(&["record", "note", &case], NOTE);
    let sealed = serde_json::json!({ "names": [NAME] }).to_string();
    assert_eq!(
        office.run_with(&["identity", "seal", &case], &sealed).code,
        0
    );
    (office, case)
}

fn audited(office: &Office) -> String {
    office.ok(&["--json", "audit"]).json()["items"].to_string()
}

#[test]
fn a_timeline_is_in_the_order_in_which_it_happened() {
    let (office, case) = office();
    let told = office.ok(&["--json", "case", "timeline", &case]).json();
    let items = told["items"].as_array().unwrap();
    let dates: Vec<&str> = items
        .iter()
        .filter_map(|item| item["date"].as_str())
        .collect();
    let mut sorted = dates.clone();
    sorted.sort_unstable();
    assert_eq!(dates, sorted);
    let kinds: Vec<&str> = items
        .iter()
        .map(|item| item["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds[..3], ["application", "decision", "detention"]);
    assert!(
        kinds.contains(&"deadline") && kinds.contains(&"note"),
        "{kinds:?}"
    );
    // The decision as it stands now, once.
    assert_eq!(kinds.iter().filter(|kind| **kind == "decision").count(), 1);
    assert!(!audited(&office).contains("timeline"));
}

/// Nothing finer than the grain, and nothing of the office.
#[test]
fn what_is_coarse_names_no_day_and_nobody() {
    let (office, case) = office();
    let shown = office.ok(&["--json", "show", &case]).json();
    let callsign = shown["callsign"].as_str().unwrap().to_owned();
    let hidden = [
        &*case, &callsign, "m1", "east", "airport", "floor", "envelope", "1971",
    ];
    for (grain, days) in [("month", 7), ("year", 4)] {
        for format in ["json", "human", "md", "html", "csv", "plain"] {
            let coarse = [
                "--format", format, "case", "timeline", &case, "--coarse", grain,
            ];
            let said = office.ok(&coarse);
            for word in hidden {
                assert!(!said.out.contains(word), "{format}: {word}: {}", said.out);
            }
            // Dates as they are stored are no longer than the grain; those for people have no day before the month.
            let digits = |c: char| !(c.is_ascii_digit() || c == '-');
            let long = |text: &&str| text.len() > days && text.starts_with("202");
            let finer: Vec<&str> = said.out.split(digits).filter(long).collect();
            assert!(finer.is_empty(), "{format}: {finer:?}");
            for day in ["1 Dec", "5 Dec", "12 Jan", "1 Sep"] {
                assert!(!said.out.contains(day), "{format}: {day}: {}", said.out);
            }
            assert!(said.out.contains("refused"), "{format}: {}", said.out);
        }
    }
    let audit = audited(&office);
    assert_eq!(audit.matches("timeline.exported").count(), 12, "{audit}");
}

/// Everything but what is sealed, and who looked at that.
#[test]
fn a_person_is_given_what_is_held() {
    let (office, case) = office();
    let me = office.key();
    let open = [
        "--key",
        me.to_str().unwrap(),
        "--key",
        "seal.age",
        "identity",
        "open",
    ];
    let why = [
        &case,
        "--reason",
        "contact",
        "--because",
        "asked for it",
        "--force",
    ];
    office.ok(&[&open[..], &why].concat());
    for format in ["json", "human", "md", "html"] {
        let said = office.ok(&["--format", format, "case", "access", &case]);
        let flat = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
        for word in ["envelope found", NOTE, "asked for it"] {
            assert!(flat.contains(word), "{format}: {word}: {flat}");
        }
        assert!(!crate::canary::told(&said), "{}", said.out);
    }
    let given = office.ok(&["--json", "case", "access", &case]).json();
    assert_eq!(given["history"]["sealed"], 1);
    let looked = given["looked"].as_array().unwrap();
    let what: Vec<&Value> = looked.iter().map(|item| &item["what"]).collect();
    assert_eq!(what[0], "identity.opened");
    assert!(what[1..].iter().all(|what| *what == "access.exported"));
}
