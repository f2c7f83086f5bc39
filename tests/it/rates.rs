//! Of which dimension a share of a table is: the one that has its values, in whatever order they are asked for.

use serde_json::{Value, json};

use crate::figures::imported;
use crate::support::Office;

fn words(line: &str) -> Vec<&str> {
    line.split(' ').collect()
}

fn shown(office: &Office, asked: &str) -> Value {
    let line = format!("--json stats show --inside {asked}");
    office.ok(&words(&line)).json()
}

/// The dimension of its shares, and what the one of everybody says.
#[track_caller]
fn of_all(table: &Value) -> (&Value, &Value, &Value) {
    let rates = table["rates"].as_array().unwrap();
    let is_of_all = |one: &&Value| {
        let mut key = one["key"].as_array().unwrap().iter();
        key.all(|part| part == "total")
    };
    let one = rates.iter().find(is_of_all).unwrap();
    assert!(
        rates
            .iter()
            .all(|rate| rate["dimension"] == one["dimension"])
    );
    (&one["dimension"], &one["numerator"], &one["tenths"])
}

#[test]
fn a_share_is_of_the_dimension_that_has_its_values_in_any_order() {
    let office = imported();
    office.ok(&["field", "declare", "--ready", "grounds"]);
    let decided = "recognised+complementary/recognised+complementary+rejected";
    for (other, own, rate, number, tenths) in [
        ("office", "protection", "temporary_asylum/total", "90", 430),
        (
            "office",
            "protection",
            "protection=temporary_asylum/total",
            "90",
            430,
        ),
        ("office", "result", decided, "92", 600),
        (
            "field:grounds",
            "protection",
            "refugee_status/total",
            "2",
            10,
        ),
        ("year", "protection", "none/total", "119", 560),
    ] {
        for by in [format!("{other},{own}"), format!("{own},{other}")] {
            let table = shown(&office, &format!("--by {by} --rate {rate}"));
            let told = (&json!(own), &json!(number), &json!([tenths, tenths]));
            assert_eq!(of_all(&table), told, "{by} {rate}");
        }
    }
    // What leaves: the same share in both orders, and not nought.
    let left = |by: &str| {
        let line = format!("--json stats release --to press --by {by} --dry-run");
        let rate = ["--rate", "temporary_asylum/total"];
        office.ok(&[&words(&line)[..], &rate].concat()).json()
    };
    let (one, other) = (left("office,protection"), left("protection,office"));
    assert_eq!(of_all(&one), of_all(&other));
    assert_eq!(of_all(&one).0, "protection");
    let (least, most) = (&of_all(&one).2[0], &of_all(&one).2[1]);
    assert!(
        least.as_i64() <= Some(430) && most.as_i64() >= Some(430),
        "{one}"
    );
    assert!(least.as_i64() > Some(0), "{one}");
}

#[test]
fn a_share_of_what_several_dimensions_have_is_refused_until_one_is_named() {
    let office = imported();
    for (by, rate) in [
        (["kind", "protection"], "temporary_asylum/total"),
        (["jurisdiction", "protection"], "none/total"),
        (["protection", "protection_now"], "refugee_status/total"),
    ] {
        for command in ["show --inside", "release --to press"] {
            let line = format!(
                "--format human stats {command} --by {} --rate {rate}",
                by.join(",")
            );
            let said = office.run(&words(&line));
            assert_eq!(said.code, 2, "{}", said.shown());
            for name in by {
                let typed = format!("--rate {name}={rate}");
                let err = said.err.replace("\n  ", " ");
                assert!(err.contains(&typed), "no {typed:?} in {}", said.shown());
            }
        }
    }
    // Nothing left.
    let ledger = office.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(ledger["items"], json!([]));
    let by = "--by kind,protection --rate";
    for (name, number, tenths) in [("protection", "90", 430), ("kind", "183", 870)] {
        let table = shown(&office, &format!("{by} {name}=temporary_asylum/total"));
        let told = (&json!(name), &json!(number), &json!([tenths, tenths]));
        assert_eq!(of_all(&table), told);
    }
    // As of a share with a name, its dimension is added where it is not asked for.
    let added = shown(&office, "--by sex --rate protection=temporary_asylum/total");
    assert_eq!(added["dimensions"], json!(["sex", "protection"]));
}

#[test]
fn a_share_of_what_nobody_has_and_nobody_declared_is_refused() {
    let office = imported();
    office.ok(&["field", "declare", "--ready", "grounds"]);
    let nowhere = "stats.rate-nowhere";
    for asked in [
        "--by office --rate refugee_status/total",
        "--by office --rate eastt/total",
        "--by office --rate office=eastt/total",
        "--by office,result --rate refugee_status/total",
        "--by field:grounds --rate religions/total",
    ] {
        for command in ["show --inside", "release --to press"] {
            let line = format!("stats {command} {asked}");
            assert_eq!(office.fails(2, &words(&line)), nowhere, "{line}");
        }
    }
    // What was declared is nought where nobody has it, and so is who has none.
    for (by, rate) in [
        ("field:grounds", "religion/total"),
        ("office", "none/total"),
        ("year", "none/total"),
    ] {
        let table = shown(&office, &format!("--by {by} --rate {rate}"));
        assert_eq!(of_all(&table).1, "0", "{by}");
    }
    let east = shown(&office, "--by office --rate east/east+west");
    assert_eq!(
        of_all(&east),
        (&json!("office"), &json!("143"), &json!([680, 680]))
    );
    // A condition leaves out what stands in a share of the dimension that is meant, whatever stands before it.
    let filtered = "--by office,protection --where protection=none --rate temporary_asylum/total";
    for command in ["show --inside", "release --to press"] {
        let line = format!("stats {command} {filtered}");
        assert_eq!(office.fails(2, &words(&line)), "stats.rate-filtered");
    }
}

#[test]
fn beside_other_dimensions_a_share_names_its_own_in_every_form() {
    let office = imported();
    let rate = ["--rate", "protection=temporary_asylum/total"];
    let asked = |by: &'static str| [&["--by", by][..], &rate].concat();
    for form in ["human", "md", "html", "xlsx"] {
        let told = |by| {
            let bytes = crate::looks::given(&office, &asked(by), form);
            crate::looks::texts(form, &bytes).join("\n")
        };
        let name = "temporary asylum among total";
        let of_two = told("office,protection").replace("\n  ", " ");
        assert!(
            of_two.contains(&format!("{name} (protection):")),
            "{form}: {of_two}"
        );
        let of_one = told("protection");
        assert!(of_one.contains(&format!("{name}:")), "{form}: {of_one}");
    }
    let plain = crate::looks::given(&office, &asked("office,protection"), "plain");
    let plain = String::from_utf8(plain).unwrap();
    let mut lines = plain
        .lines()
        .skip_while(|line| !line.contains("\tformula\t"));
    assert!(
        lines.next().unwrap().ends_with("\twhy\tdimension"),
        "{plain}"
    );
    assert!(lines.next().unwrap().ends_with("\tprotection"), "{plain}");
}

/// A share is kept as it was typed, and says which dimension it is of when the table leaves.
#[test]
fn a_proposed_table_leaves_with_the_share_that_was_meant() {
    let forms = [(119, ""), (90, "temporary_asylum"), (3, "refugee_status")];
    let office = crate::released::singles(&forms).office();
    let key = crate::members::add(&office, "m2");
    crate::members::add(&office, "m3");
    let because = ["--because", "all three agreed to be told of"];
    let asked = "--json stats release --to press --by year,protection --rate none/total";
    let propose = "--threshold 3 --propose";
    let proposed = [&words(asked)[..], &words(propose), &because].concat();
    let proposed = office.ok(&proposed).json();
    let waiting = office.ok(&["--json", "stats", "ledger"]).json();
    assert_eq!(waiting["waiting"][0]["rates"], json!(["none/total"]));
    let number = proposed["release"].as_str().unwrap();
    let approve = [
        "--json",
        "--key",
        &key,
        "stats",
        "release",
        "--approve",
        number,
    ];
    let left = office.ok(&[&approve[..], &because].concat()).json();
    let told = (&json!("protection"), &json!("119"), &json!([560, 560]));
    assert_eq!(of_all(&left), told);
    // And again, with its share.
    let again = [&words(asked)[..], &["--threshold", "3"], &because].concat();
    let again = office.ok(&again).json();
    assert_eq!(
        (&again["release"], &again["rates"]),
        (&left["release"], &left["rates"])
    );
}
