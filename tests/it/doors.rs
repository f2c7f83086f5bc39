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
        assert_ne!(one["tenths"], json!([0, 0]), "{one}");
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
