//! What the ledger tells of tables that left, and of those that were entered by hand.

use serde_json::{Value, json};

use crate::figures::imported;
use crate::released::{BY_ORIGIN, Lines, origins, refused, released};
use crate::support::Office;

/// What was published before the ledger began is a fact for everything that is asked afterwards.
#[test]
fn a_table_from_before_the_ledger_is_reckoned_with() {
    let office = origins(&[("KP", 12), ("SY", 20)]).office();
    let table = |kp: u32, total: u32| {
        json!({"unit": "persons", "dimensions": ["origin"], "as_of": "2025-12-31", "cells": [
            {"key": ["KP"], "shown": kp.to_string()},
            {"key": ["SY"], "shown": "20"},
            {"key": ["total"], "shown": total.to_string()},
        ]})
        .to_string()
    };
    let add = |text: &str| {
        office.run_with(
            &["--json", "stats", "ledger", "--add", "-", "--to", "report"],
            text,
        )
    };
    // Whoever takes ours from the other finds three.
    let ours = ["--by", "origin", "--where", "origin=SY", "--dry-run"];
    released(&office, &ours);
    for (text, id) in [
        (table(12, 33), "stats.adds-up"),
        ("{}".to_owned(), "stats.not-a-table"),
    ] {
        let said = add(&text);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(said.err.contains(id), "{}", said.shown());
    }
    let mut of_less = serde_json::from_str::<Value>(&table(9, 29)).unwrap();
    of_less["where"] = json!({"origin": ["KP", "SY"]});
    of_less["period"] = json!("2010");
    let said = add(&of_less.to_string());
    assert_eq!(said.code, 0, "{}", said.shown());
    let item = said.json()["items"][0].clone();
    assert_eq!(
        (&item["release"], &item["added"]),
        (&"P-001".into(), &true.into())
    );
    assert!(
        refused(&office, &["--by", "origin", "--dry-run"])
            .err
            .contains("P-001")
    );
    let verified = office.ok(&["--json", "stats", "verify"]).json();
    assert_eq!(verified["items"][0]["state"], "added");
}

/// Two tables of the same people on the same day that differ by three tell of those three: it is said when the other one is
/// entered, and whenever all that left is checked.
#[test]
fn a_table_entered_by_hand_is_compared_with_what_left() {
    let office = origins(&[("KP", 12), ("SY", 20)]).office();
    released(&office, &BY_ORIGIN);
    let table = |sy: u64| {
        json!({"unit": "persons", "dimensions": ["origin"], "as_of": "2025-12-31", "cells": [
            {"key": ["KP"], "shown": "12"},
            {"key": ["SY"], "shown": sy.to_string()},
            {"key": ["total"], "shown": (12 + sy).to_string()},
        ]})
        .to_string()
    };
    let add = |format: &str, sy: u64| {
        let to = [
            "--format", format, "stats", "ledger", "--add", "-", "--to", "report",
        ];
        let said = office.run_with(&to, &table(sy));
        assert_eq!(said.code, 0, "{}", said.shown());
        said
    };
    let same = add("json", 20).json();
    assert_eq!(same.get("close"), None, "{same}");
    assert_eq!(same["together"]["state"], "holds");

    let other = add("json", 23).json();
    let close = other["close"].as_array().unwrap();
    let beside: Vec<&Value> = close.iter().map(|one| &one["beside"]).collect();
    assert_eq!(
        beside,
        ["P-001", "P-001", "R2026-001", "R2026-001"],
        "{other}"
    );
    let of =
        json!({"of": {"origin": "SY"}, "shown": 23, "beside": "R2026-001", "beside_shown": 20});
    assert!(close.contains(&of), "{other}");
    assert_eq!(other["together"]["state"], "given_away", "{other}");
    let verified = office.run(&["--format", "plain", "stats", "verify"]);
    assert_eq!(verified.code, 4, "{}", verified.shown());
    assert!(verified.out.contains("given_away"), "{}", verified.shown());
    let human = add("human", 23).out;
    assert!(human.contains("Syria") && human.contains("23"), "{human}");
}

/// What left cannot be called back, and an import on which it rests is not taken back by the way; a table that was entered by
/// mistake is, by `undo` at once or by its number, and stands in the ledger.
#[test]
fn undo_after_a_table_takes_no_import_back() {
    let office = origins(&[("KP", 12), ("SY", 20)]).office();
    let whole = || {
        let status = office.ok(&["--json", "status"]).json();
        assert_eq!(status["cases"]["open"], 32, "{status}");
    };
    let add = |sy: u64| {
        let table = json!({"unit": "persons", "dimensions": ["origin"], "as_of": "2025-12-31", "cells": [
            {"key": ["KP"], "shown": "12"},
            {"key": ["SY"], "shown": sy.to_string()},
            {"key": ["total"], "shown": (12 + sy).to_string()},
        ]});
        let args = ["--json", "stats", "ledger", "--add", "-", "--to", "report"];
        let said = office.run_with(&args, &table.to_string());
        assert_eq!(said.code, 0, "{}", said.shown());
    };
    let item = |number: &str, verb: &str| {
        office.ok(&["--json", "stats", verb, number]).json()["items"][0].clone()
    };

    // Taken back at once.
    add(23);
    refused(&office, &[&BY_ORIGIN[..], &["--dry-run"]].concat());
    let back = office.ok(&["--json", "undo"]).json();
    assert_eq!(back["items"][0]["state"], "taken_back", "{back}");
    whole();
    let human = office.ok(&["--format", "human", "stats", "ledger"]).out;
    assert!(human.contains("by mistake"), "{human}");
    assert_eq!(item("P-001", "verify")["state"], "taken_back");
    // Now the import is not the last that was done.
    assert_eq!(office.fails(1, &["undo"]), "import.whole");
    whole();

    // What left cannot be.
    released(&office, &["--by", "sex"]);
    assert_eq!(office.fails(1, &["undo"]), "entry.of-office-release");
    whole();

    // And later, after others.
    add(23);
    add(20);
    let verified = office.run(&["--json", "stats", "verify"]);
    assert_eq!(verified.json()["together"]["state"], "given_away");
    let because = "the numbers were those of another year";
    let remove = |number: &str| {
        office.run(&[
            "--json",
            "stats",
            "ledger",
            "--remove",
            number,
            "--because",
            because,
        ])
    };
    for (number, id) in [
        ("R2026-001", "entry.of-office-release"),
        ("P-001", "entry.retracted"),
        ("P-009", "stats.no-release"),
    ] {
        let said = remove(number);
        assert_eq!(said.code, 1, "{}", said.shown());
        assert!(said.err.contains(id), "{}", said.shown());
    }
    let removed = remove("P-002");
    assert_eq!(removed.code, 0, "{}", removed.shown());
    assert_eq!(removed.json()["together"]["state"], "holds");
    let human = office
        .ok(&["--format", "human", "stats", "ledger", "P-002"])
        .out;
    let human = human.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(human.contains(&format!("2026: {because}")), "{human}");
    let said = item("P-002", "ledger");
    assert_eq!(said["taken_back"]["because"], because, "{said}");
    assert_eq!(item("P-003", "verify")["state"], "added");
    released(&office, &BY_ORIGIN);
    // Its number is nobody else's.
    add(20);
    assert_eq!(item("P-004", "ledger")["added"], true);
    let audit = office.ok(&["--json", "audit"]).json();
    let mut lines = audit["items"].as_array().unwrap().iter();
    assert!(
        lines.any(|one| one["what"] == "table.taken-back" && one["because"] == because),
        "{audit}"
    );
    whole();
    assert_eq!(office.ok(&["--json", "store", "verify"]).json()["ok"], true);
}

/// Whatever a member did for the office after an import, the import goes by its name alone.
#[test]
fn undo_takes_no_import_back_after_something_was_done() {
    let office = origins(&[("KP", 12), ("SY", 20)]).office();
    office.ok(&["export", "md", "--of", "list", "-o", "list.md"]);
    assert_eq!(office.fails(1, &["undo"]), "import.whole");
    let other = origins(&[("KP", 12)]).office();
    other.ok(&["backup", "make", "one.nansen"]);
    let back = other.ok(&["--json", "undo"]).json();
    assert_eq!(back["cases"], 12, "{back}");
}

/// Enters a table of persons that somebody published, by one dimension or by none; gives back the ledger's line of it, and what
/// came of the check of all together.
fn published(office: &Office, of: &Value, cells: &[(&str, &str)]) -> (Value, Value) {
    let cells = cells.iter();
    let cells: Vec<Value> = cells
        .map(|(key, shown)| json!({"key": [key], "shown": shown}))
        .collect();
    let mut table = json!({"unit": "persons", "as_of": "2025-12-31", "cells": cells});
    for (name, value) in of.as_object().unwrap() {
        table[name] = value.clone();
    }
    let args = ["--json", "stats", "ledger", "--add", "-", "--to", "report"];
    let said = office.run_with(&args, &table.to_string());
    assert_eq!(said.code, 0, "{}", said.shown());
    let ledger = said.json();
    (
        ledger["items"][0].clone(),
        ledger["together"]["state"].clone(),
    )
}

/// Thirty from two countries, two of them of another year, and three from a third.
fn office_of_three() -> Office {
    let mut lines = Lines::default();
    lines.add(10, 1, "KP", 2010, "temporary_asylum");
    lines.add(2, 1, "KP", 2012, "");
    lines.add(18, 1, "SY", 2010, "");
    lines.add(3, 1, "IR", 2010, "");
    lines.office()
}

/// A question, of the day of what was published.
fn ask<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [args, &["--as-of", "2025-12-31"]].concat()
}

/// What somebody published without withholding enough is known: it stands in the way of no table that tells no more.
#[test]
fn what_a_published_table_gives_away_is_known_and_nothing_else() {
    let by_origin = json!({"dimensions": ["origin"]});
    for is_first in [true, false] {
        let office = office_of_three();
        if !is_first {
            // What left from here withholds what the other table then tells.
            let table = released(&office, &ask(&BY_ORIGIN));
            assert!(table.to_string().contains("<5"), "{table}");
        }
        let cells = [("IR", "<5"), ("KP", "12"), ("SY", "18"), ("total", "33")];
        let (item, together) = published(&office, &by_origin, &cells);
        assert_eq!(item["told"], json!([["IR"]]), "{item}");
        assert_eq!(together, "given_away");
        let human = office
            .ok(&["--format", "human", "stats", "ledger", "P-001"])
            .out;
        assert!(human.contains("by itself it tells"), "{human}");

        for args in [
            &["--by", "sex"][..],
            &["--by", "outcome", "--where", "origin=SY"],
            &["--unit", "cases", "--by", "protection"],
            &["--unit", "applications", "--by", "origin"],
            &["--by", "origin"],
        ] {
            let dry = [args, &["--dry-run"]].concat();
            released(&office, &ask(&dry));
        }
        released(&office, &ask(&["--by", "protection"]));
        // The two of 2012 are another small number.
        let said = refused(&office, &ask(&["--period", "2010-2011"])).err;
        let first = if is_first { "P-001" } else { "R2026-001" };
        assert!(said.contains(first) && !said.contains("IR"), "{said}");
        assert_eq!(said.contains("is known"), is_first, "{said}");
    }
}

/// What it leaves open of them stays open.
#[test]
fn what_a_published_table_leaves_open_is_told_by_no_other() {
    let mut lines = Lines::default();
    for (origin, many) in [("KP", 12), ("SY", 18), ("IR", 3), ("AF", 3)] {
        lines.add(many, 1, origin, 2010, "");
    }
    let office = lines.office();
    let cells = [
        ("AF", "<5"),
        ("IR", "<5"),
        ("KP", "12"),
        ("SY", "18"),
        ("total", "36"),
    ];
    let (item, _) = published(&office, &json!({"dimensions": ["origin"]}), &cells);
    // Each of the two is two, three or four.
    assert_eq!(item["told"], json!([["AF"], ["IR"]]), "{item}");
    released(&office, &ask(&["--by", "sex"]));
    released(&office, &ask(&BY_ORIGIN));
    // Fifteen less twelve are three.
    let said = refused(&office, &ask(&["--where", "origin=IR,KP"])).err;
    assert!(said.contains("P-001"), "{said}");
}

/// What follows only from several tables of others is not given up by itself: a table that shows it says that it is known.
#[test]
fn what_several_published_tables_tell_is_known_when_it_is_entered() {
    let office = office_of_three();
    let by_origin = json!({"dimensions": ["origin"]});
    let cells = [("IR", "<5"), ("KP", "12"), ("SY", "c"), ("total", "33")];
    assert_eq!(published(&office, &by_origin, &cells).1, "holds");
    let of_one = json!({"dimensions": [], "where": {"origin": ["SY"]}});
    let (item, together) = published(&office, &of_one, &[("total", "18")]);
    assert_eq!((item.get("told"), together), (None, "given_away".into()));
    let by_sex = ask(&["--by", "sex"]);
    let said = refused(&office, &by_sex).err;
    assert!(said.contains("given away already"), "{said}");
    let cells = [("IR", "3"), ("KP", "12"), ("SY", "18"), ("total", "33")];
    assert_eq!(published(&office, &by_origin, &cells).1, "holds");
    released(&office, &by_sex);
}

/// Of one number everything that is remembered, the table as it was printed among it.
#[test]
fn one_number_tells_the_whole_record() {
    let office = origins(&[("KP", 12), ("SY", 20), ("IR", 3)]).office();
    let because = "the three of them asked us to tell it";
    let decided = [
        "--show",
        "IR",
        "--because",
        because,
        "--purpose",
        "a report on the year",
    ];
    let table = released(&office, &[&BY_ORIGIN[..], &decided].concat());
    // Every file that is made of it stands in the ledger.
    for _ in 0..3 {
        released(&office, &[&BY_ORIGIN[..], &decided].concat());
    }
    let human = |args: &[&str]| {
        office
            .ok(&[&["--format", "human", "stats", "ledger"], args].concat())
            .out
    };
    let all = human(&[]);
    assert_eq!(all.matches("R2026-001").count(), 1, "{all}");
    assert!(all.contains("4 times"), "{all}");
    assert!(!all.contains("a report on the year"), "{all}");
    let one = human(&["R2026-001"]);
    for said in [
        "a report on the year",
        because,
        "as of",
        "shown on a decision: Iran",
        "35",
    ] {
        assert!(one.contains(said), "{said}\n{one}");
    }
    let json = office
        .ok(&["--json", "stats", "ledger", "R2026-001"])
        .json();
    let said: Vec<(&Value, &Value)> = json["items"][0]["table"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (&cell["key"], &cell["shown"]))
        .collect();
    let printed: Vec<(&Value, &Value)> = table["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| (&cell["key"], &cell["shown"]))
        .collect();
    assert_eq!(said, printed);
    assert_eq!(json["items"].as_array().unwrap().len(), 4);
    let plain = office
        .ok(&["--format", "plain", "stats", "ledger", "R2026-001"])
        .out;
    assert!(plain.contains("IR\t3\t3\toverride"), "{plain}");
    assert!(plain.contains("overridden\tIR"), "{plain}");
    assert_eq!(
        office.ok(&["--json", "stats", "ledger"]).json()["items"][0].get("table"),
        None
    );
}

/// Sums stand before what they are made of, and say so; the page has the table in a box of its own.
#[test]
fn sums_stand_before_what_they_are_made_of() {
    let office = origins(&[("ER", 12), ("UG", 9), ("SY", 20), ("AF", 11)]).office();
    let asked = ["--by", "origin", "--group", "origin=regions"];
    let form = |form: &str| {
        let release = ["--format", form, "stats", "release", "--to", "press"];
        office.ok(&[&release[..], &asked].concat()).out
    };
    let page = form("html");
    let values = [
        "Africa",
        "· Eastern Africa",
        "·· Eritrea",
        "·· Uganda",
        "Asia",
        "total",
    ];
    let places: Vec<usize> = values
        .iter()
        .map(|value| {
            let value = value.replace("··", "· ·").replace("· ", "·\u{a0}");
            page.find(&format!("<td dir=\"auto\">{value}</td>"))
                .unwrap_or_else(|| panic!("{value}\n{page}"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}\n{page}");
    assert!(
        page.contains("one · more") && page.contains("<div class=\"wide\"><table>"),
        "{page}"
    );
    let picture = form("svg");
    assert!(
        picture.contains(">Africa<") && !picture.contains("Eritrea"),
        "{picture}"
    );
    assert!(picture.contains("Sums alone"), "{picture}");
    for form in [form("human"), form("md")] {
        let form = form.replace('\u{a0}', " ");
        let (sum, part) = (
            form.find("Africa").unwrap(),
            form.find("· · Eritrea").unwrap(),
        );
        assert!(sum < part, "{form}");
    }
}

/// What `release` prints is read again: values counted as one, groups, whatever dimension. In another store, where nothing left,
/// it bars what it bars where it left.
#[test]
fn a_table_that_was_printed_here_is_a_fact_in_another_store() {
    let combined = [
        "--unit",
        "decisions",
        "--by",
        "outcome",
        "--where",
        "instance=appeal",
    ];
    let first = [
        &combined[..],
        &[
            "--combine",
            "allowed+remitted",
            "--combine",
            "dismissed+closed",
        ],
    ]
    .concat();
    let years = ["--by", "year", "--group", "year=years.toml"];
    let groups = r#"old = ["2004", "2005", "2006"]
new = ["2009", "2010", "2011", "2012"]
"#;
    for question in [
        &first[..],
        &years,
        &["--by", "origin", "--group", "origin=regions"],
        &["--by", "age_band,sex"],
        &["--by", "age_band", "--combine", "18-59+60+"],
        &["--by", "period,protection"],
        &["--unit", "applications", "--by", "quarter"],
        &["--by", "expires"],
        &["--by", "office,kind"],
    ] {
        let (one, other) = (imported(), imported());
        std::fs::write(one.home().join("years.toml"), groups).unwrap();
        let printed = released(&one, question).to_string();
        let add = ["--json", "stats", "ledger", "--add", "-", "--to", "report"];
        let said = other.run_with(&add, &printed);
        assert_eq!(said.code, 0, "{question:?}: {}", said.shown());
        assert_eq!(said.json()["together"]["state"], "holds", "{question:?}");
        if question == first {
            refused(&one, &combined);
            let said = refused(&other, &combined);
            assert!(said.err.contains("P-001"), "{}", said.shown());
        }
    }
    // Nobody can have such a value.
    let other = imported();
    let table = json!({"unit": "persons", "dimensions": ["sex"], "as_of": "2025-12-31", "cells": [
        {"key": ["males"], "shown": "120"},
        {"key": ["females"], "shown": "91"},
        {"key": ["total"], "shown": "211"},
    ]});
    let add = ["--json", "stats", "ledger", "--add", "-", "--to", "report"];
    let said = other.run_with(&add, &table.to_string());
    assert_eq!(said.code, 2, "{}", said.shown());
    assert!(said.err.contains("stats.value"), "{}", said.shown());
}
