//! What the doors of figures say is so: shares are those of what is printed, a trial is no release, and no day is to come.

use serde_json::{Value, json};

use crate::figures::imported;
use crate::support::Office;

/// A release of the README's office, or a refusal.
fn table(office: &Office, asked: &str) -> Value {
    let line = format!("--json stats release --to press {asked}");
    office.ok(&line.split(' ').collect::<Vec<_>>()).json()
}

/// What a share says: above the line, below, in tenths of a per cent, why nothing.
fn shares(table: &Value) -> Vec<(Value, Value, Value, Value)> {
    let rates = table["rates"].as_array().unwrap().iter();
    let told = rates.map(|one| {
        (
            one["numerator"].clone(),
            one["denominator"].clone(),
            one["tenths"].clone(),
            one["why"].clone(),
        )
    });
    told.collect()
}

#[test]
fn a_share_of_values_that_are_counted_as_one_is_theirs_or_is_not_told() {
    let office = imported();
    let positive = "--by result --rate positive/decided --dry-run --combine";
    let told = table(&office, &format!("{positive} recognised+complementary"));
    assert_eq!(
        shares(&told),
        [(json!("92"), json!("153"), json!([600, 600]), Value::Null)]
    );
    let told = table(&office, &format!("{positive} rejected+closed"));
    assert_eq!(
        (&shares(&told)[0].2, &shares(&told)[0].3),
        (&Value::Null, &json!("merged"))
    );
    let ready = "--ready recognition --dry-run --combine recognised+complementary";
    for (at, one) in table(&office, ready)["rates"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
    {
        let is_recognition = one["rate"] == "refugee-recognition";
        let why = if is_recognition {
            json!("merged")
        } else {
            Value::Null
        };
        assert_eq!(one["why"], why, "{at}: {one}");
        // Nought is said where a 0 stands above the line, and of nothing that is not told.
        let is_nought = one["tenths"] == json!([0, 0]);
        assert!(!is_nought || one["numerator"] == "0", "{one}");
        assert!(!is_recognition || one["tenths"].is_null(), "{one}");
    }
    let appeals = table(
        &office,
        "--ready appeals --dry-run --combine allowed+remitted",
    );
    let all = shares(&appeals);
    assert!(
        !all.is_empty() && all.iter().all(|one| one.2.is_null() && one.3 == "merged"),
        "{all:?}"
    );
    let said = "--format human stats release --to press --ready appeals --dry-run --combine allowed+remitted";
    let said = office.ok(&said.split(' ').collect::<Vec<_>>()).out;
    assert!(said.contains("counted as one"), "{said}");
}

#[test]
fn no_share_is_more_than_all_and_none_is_of_a_condition() {
    let office = imported();
    for one in shares(&table(&office, "--ready subsequent --dry-run")) {
        let most = one.2.get(1).and_then(Value::as_i64).unwrap_or(0);
        assert!(most <= 1_000, "{one:?}");
    }
    let release = |asked: &str| {
        let line = format!("stats release --to press --dry-run {asked}");
        office.fails(2, &line.split(' ').collect::<Vec<_>>())
    };
    for filter in [
        "--where result=recognised,complementary",
        "--where protection=refugee_status",
    ] {
        let asked = format!("--by result --rate positive/decided {filter}");
        assert_eq!(release(&asked), "stats.rate-filtered", "{filter}");
    }
    assert_eq!(
        release("--by sex --rate pending/total"),
        "stats.rate-nowhere"
    );
}

/// What a command printed, in one form.
fn said(office: &Office, line: &str) -> crate::support::Said {
    office.run(&line.split(' ').collect::<Vec<_>>())
}

#[test]
fn a_trial_is_no_release_in_any_form() {
    let office = imported();
    let trial = "stats release --to press --by protection --dry-run";
    for file in ["t.html", "t.xlsx", "t.md", "t.svg", "t.csv", "t.json"] {
        let line = format!("-o {file} {trial}");
        let refused = said(&office, &line);
        assert_eq!(refused.code, 2, "{}", refused.shown());
        assert!(refused.err.contains("--dry-run"), "{}", refused.shown());
        assert!(!office.home().join(file).exists(), "{file}");
    }
    for line in [
        format!("--format xlsx {trial}"),
        format!("--format csv -o t.csv {trial} --datapackage"),
    ] {
        assert_eq!(said(&office, &line).code, 2, "{line}");
    }
    for form in ["html", "md", "svg", "human"] {
        let told = said(&office, &format!("--format {form} {trial}"));
        assert_eq!(told.code, 0, "{}", told.shown());
        assert!(
            told.out.contains("Trial: not released"),
            "{form}: {}",
            told.out
        );
        assert!(!told.out.contains("R2026"), "{form}: {}", told.out);
    }
    let json = said(&office, &format!("--json {trial}")).json();
    assert_eq!(
        (&json["releasable"], &json["trial"]),
        (&json!(false), &json!(true))
    );
    let shape = "stats release --to press --where jurisdiction=ru --shape unhcr --dry-run";
    for line in [format!("--format csv {trial}"), shape.to_owned()] {
        let told = said(&office, &line);
        for line in told.out.lines().skip(1) {
            assert!(line.ends_with(",false"), "{}", told.out);
        }
        assert!(told.out.starts_with(|c: char| c.is_ascii_alphabetic()));
    }
    for line in said(&office, &format!("--format jsonl {trial}"))
        .out
        .lines()
    {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["releasable"], false);
    }
    // True numbers say the same of themselves.
    let show = "stats show --by protection --inside";
    let csv = said(&office, &format!("--format csv {show}")).out;
    assert!(
        csv.lines().skip(1).all(|line| line.ends_with(",false")),
        "{csv}"
    );
    let svg = said(&office, &format!("--format svg {show}")).out;
    let drawn = svg.split("</desc>").nth(1).unwrap();
    assert!(drawn.contains("may not leave"), "{svg}");
    // What leaves says nothing of the kind.
    let left = said(
        &office,
        "--format csv stats release --to press --by protection",
    )
    .out;
    assert_eq!(left.lines().next(), Some("protection,value,shown,why"));
}

#[test]
fn what_nobody_decided_yet_is_printed_by_no_trial_and_no_proposal() {
    let office = imported();
    crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    office.ok(&["deadline", "second-person", "on"]);
    let because = "asked them and both agreed";
    let show = ["stats", "release", "--to", "press", "--by", "protection"];
    let show = [
        &show[..],
        &["--show", "refugee_status", "--because", because],
    ]
    .concat();
    for (form, last) in [
        ("html", "--dry-run"),
        ("json", "--dry-run"),
        ("html", "--propose"),
    ] {
        let line = [&["--format", form][..], &show, &[last]].concat();
        let told = office.run(&line);
        assert_eq!(told.code, 0, "{}", told.shown());
        if form == "json" {
            let cells = told.json()["cells"].as_array().unwrap().clone();
            let hidden = cells.iter().filter(|cell| cell["value"].is_null());
            let shown: Vec<&Value> = hidden.map(|cell| &cell["shown"]).collect();
            assert_eq!(shown, ["<5", "c"], "{}", told.out);
        } else {
            let words = crate::looks::words(&told.out);
            for number in ["2", "90"] {
                let has = words.iter().any(|word| word == number);
                assert!(!has, "{form} {number}: {}", told.out);
            }
        }
        for left in [
            "on a decision of the office.",
            "release R2026",
            "may leave as it stands. N",
        ] {
            assert!(!told.out.contains(left), "{form} {left}: {}", told.out);
        }
        assert!(
            told.out.contains("If the office so decides"),
            "{}",
            told.out
        );
    }
    // A file of what waits does not look like one of what left.
    let page = office.home().join("p.html");
    let line = [&["-o", "p.html"][..], &show, &["--propose"]].concat();
    office.ok(&line);
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("Nothing left. It waits as R2026-"), "{page}");
    assert!(!page.contains("threshold 5"), "{page}");
}

#[test]
fn a_lower_threshold_of_the_office_waits_for_a_second_member() {
    let office = imported();
    let second = crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    office.ok(&["deadline", "second-person", "on"]);
    let lower = [
        "stats",
        "threshold",
        "3",
        "--because",
        "the ministry asks for it by law",
    ];
    assert_eq!(office.fails(6, &lower), "stats.second");
    let propose = [&["--json"][..], &lower, &["--propose"]].concat();
    let told = office.ok(&propose).json();
    assert_eq!((&told["threshold"], &told["waits"]), (&json!(5), &json!(3)));
    let approve = [
        "stats",
        "threshold",
        "3",
        "--approve",
        "--because",
        "read the letter of the ministry",
    ];
    assert_eq!(office.fails(6, &approve), "stats.own");
    let other = [
        "stats",
        "threshold",
        "4",
        "--approve",
        "--because",
        "read the letter of the ministry",
    ];
    assert_eq!(
        office.fails(2, &[&["--key", &second][..], &other].concat()),
        "stats.no-proposal"
    );
    let held = office
        .ok(&[&["--json", "--key", &second][..], &approve].concat())
        .json();
    assert_eq!(
        (
            &held["threshold"],
            &held["member"],
            &held["proposed_by"],
            &held["waits"]
        ),
        (&json!(3), &json!("m2"), &json!("m1"), &Value::Null)
    );
    assert_eq!(
        (&held["because"], &held["approved"]),
        (&json!(lower[4]), &json!("read the letter of the ministry"))
    );
    // What leaves under it says so.
    let left = said(
        &office,
        "--format md stats release --to press --by protection",
    )
    .out;
    assert!(
        left.contains("threshold 3") && left.contains("on a decision of the office"),
        "{left}"
    );
    // Up goes anybody, and it stands in the record of access.
    office.ok(&["stats", "threshold", "5"]);
    let audit = office.ok(&["--json", "audit"]).json();
    let items = audit["items"].as_array().unwrap().iter();
    let items = items.filter(|item| item["what"] == "stats.threshold-proposed");
    assert_eq!(items.count(), 1);
    assert_eq!(
        office.fails(2, &[&["--key", &second][..], &approve].concat()),
        "stats.no-proposal"
    );
}

#[test]
fn what_is_pending_is_pending_also_where_a_refusal_is_fought() {
    let office = imported();
    let show = "--json stats show --inside --unit applications --by result";
    let by = said(&office, show).json();
    let pending = by["cells"].as_array().unwrap().iter();
    let mut pending = pending.filter(|cell| cell["key"] == json!(["pending"]));
    let pending = pending.next().unwrap()["value"].clone();
    let backlog = said(&office, "--json stats show --inside --ready backlog").json();
    assert_eq!(backlog["population"]["value"], pending);
}

#[test]
fn no_figures_are_of_a_day_to_come() {
    let office = imported();
    for door in ["show --inside", "release --to press"] {
        let line = format!("--as-of 2030-01-01 stats {door} --by protection");
        let line: Vec<&str> = line.split(' ').collect();
        assert_eq!(office.fails(2, &line), "stats.ahead");
    }
}

#[test]
fn a_refusal_offers_values_counted_as_one() {
    let office = imported();
    let shape = "--format csv stats release --to press --where jurisdiction=ru --shape eurostat";
    assert_eq!(said(&office, shape).code, 0);
    let plain = said(&office, "stats release --to press --by protection");
    assert_eq!(plain.code, 5, "{}", plain.shown());
    let offer = "--combine refugee_status+temporary_asylum";
    assert!(plain.err.contains(offer), "{}", plain.shown());
    assert!(!plain.err.contains("have come"), "{}", plain.shown());
}

/// That two got asylum was decided to be told; of which sex they are was not.
#[test]
fn what_was_shown_on_a_decision_is_not_told_apart_by_later_tables() {
    let office = imported();
    let because = ["--because", "both asked us to tell it"];
    let show = "--json stats release --to press --by protection --show refugee_status";
    let words: Vec<&str> = show.split(' ').chain(because).collect();
    office.ok(&words);
    let split = said(
        &office,
        "--json stats release --to press --by protection,sex",
    );
    assert_eq!(split.code, 0, "{}", split.shown());
    let split: Value = serde_json::from_str(&split.out).unwrap();
    let shown = |key: [&str; 2]| {
        let cells = split["cells"].as_array().unwrap();
        let of_key = |cell: &&Value| cell["key"] == serde_json::json!(key);
        cells.iter().find(of_key).unwrap()["shown"].clone()
    };
    for sex in ["f", "m"] {
        assert_eq!(shown(["refugee_status", sex]), "x");
        let others = ["none", "temporary_asylum", "total"].map(|form| shown([form, sex]));
        assert!(others.contains(&"c".into()), "{sex}: {others:?}");
    }
}

#[test]
fn a_refusal_names_the_threshold_that_what_left_had() {
    let people: Vec<_> = (0..80)
        .map(|at| (if at < 7 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = crate::looks::office(&people);
    let release = "stats release --to press --by protection";
    assert_eq!(said(&office, &format!("{release} --threshold 10")).code, 0);
    let refused = said(&office, release);
    assert_eq!(refused.code, 5, "{}", refused.shown());
    assert!(
        refused.err.contains("a number under 10"),
        "{}",
        refused.shown()
    );
}

#[test]
fn columns_of_other_bodies_are_described_beside_them() {
    let office = imported();
    let shape = "stats release --to press --where jurisdiction=ru --shape unhcr";
    let line = format!("--format csv -o u.csv {shape} --datapackage --in fr");
    let told = said(&office, &line);
    assert_eq!(told.code, 0, "{}", told.shown());
    let csv = std::fs::read_to_string(office.home().join("u.csv")).unwrap();
    let package = std::fs::read_to_string(office.home().join("datapackage.json")).unwrap();
    let package: Value = serde_json::from_str(&package).unwrap();
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap();
    let names: Vec<&str> = fields
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(csv.lines().next().unwrap(), names.join(","));
    for field in fields {
        let told = field["description"].as_str().unwrap_or_default();
        assert!(!told.is_empty() && !told.starts_with('⟨'), "{field}");
    }
    let told = package["description"].as_str().unwrap();
    assert!(told.contains("<5\u{a0}: de 1 à 4"), "{told}");
    // Without it the markers are explained beside what is printed.
    let printed = said(&office, &format!("--format csv {shape}"));
    assert!(printed.err.contains("<5: 1 to 4"), "{}", printed.shown());
    // Where nobody is counted every line says so, in the codes of that body.
    let none = said(
        &office,
        "--format csv stats release --to press --where jurisdiction=fr --shape eurostat-final",
    );
    let mut lines = none.out.lines().skip(1).take_while(|line| !line.is_empty());
    assert!(
        lines.all(|line| line.ends_with(",0") && !line.contains("none")),
        "{}",
        none.shown()
    );
}

#[test]
fn what_is_read_by_everybody_has_no_words_of_the_program() {
    let office = imported();
    let page = said(&office, "--format html stats release --to press --by protection --combine refugee_status+temporary_asylum --period 2004-2014").out;
    for wrong in ["--by", "Of each that is withheld", "1 tables"] {
        assert!(!page.contains(wrong), "{wrong}: {page}");
    }
    assert!(page.contains("No table left before."), "{page}");
    let one = said(
        &office,
        "--format md stats release --to press --by sex --period 2010",
    );
    assert!(
        one.code != 0 || one.out.contains("first application 2010 "),
        "{}",
        one.shown()
    );
}

#[test]
fn a_picture_of_many_times_is_legible_and_markers_are_read_from_the_left() {
    let office = imported();
    let svg = said(&office, "--format svg stats show --inside --by quarter").out;
    let mut places: Vec<u64> = Vec::new();
    for text in svg.split("<text ").skip(1) {
        let words = text.split('>').nth(1).unwrap().split('<').next().unwrap();
        if words.len() == 7 && words.contains("-Q") {
            let x = text
                .split("x=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            places.push(x.parse().unwrap());
        }
    }
    assert!(places.len() > 3, "{svg}");
    assert!(
        places.windows(2).all(|two| two[1] - two[0] >= 7 * 8),
        "{places:?}"
    );
    assert!(svg.contains("paint-order"), "{svg}");
    let few: Vec<_> = (0..60)
        .map(|at| (if at < 3 { 0 } else { 1 + at % 2 }, 0, 0))
        .collect();
    let office = crate::looks::office(&few);
    let svg = said(
        &office,
        "--format svg stats release --to press --by protection --in ar",
    )
    .out;
    assert!(svg.contains("\u{2066}&lt;5\u{2069}"), "{svg}");
}

#[test]
fn nobody_is_in_no_row_of_nothing() {
    let office = imported();
    for door in ["show --inside", "release --to press"] {
        let csv = said(
            &office,
            &format!("--format csv stats {door} --by sex --where sex=x"),
        )
        .out;
        assert!(!csv.contains("none"), "{door}: {csv}");
    }
}
