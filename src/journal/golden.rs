//! A payload of every kind with its bytes, so that wire names and forms never change by accident.

mod entries;

use std::collections::BTreeSet;

use ciborium::Value;
use data_encoding::HEXLOWER;

use entries::entries;

use super::seal::{KINDS, decode, encode};
use crate::domain::event::*;

const GOLDEN: &str = include_str!("../../tests/fixtures/format/payloads.txt");
const PAGE: &str = include_str!("../../docs/format/journal.md");

/// An entry of every kind, with every field.
pub(crate) fn payloads() -> Vec<Payload> {
    let payload = |entry| Payload {
        at: chrono::DateTime::from_timestamp(1_767_225_600, 0).unwrap(),
        by: "m1".to_owned(),
        person: 1,
        via: Some(Via::Import),
        even_so: Some("the court wrote so".to_owned()),
        entry,
    };
    entries().into_iter().map(payload).collect()
}

/// One line a payload, as the golden file has it.
fn lines() -> Vec<String> {
    let line = |payload: &Payload| HEXLOWER.encode(&encode(payload).unwrap());
    payloads().iter().map(line).collect()
}

#[test]
fn every_kind_keeps_its_bytes() {
    let golden: Vec<_> = GOLDEN.lines().collect();
    assert_eq!(golden.len(), payloads().len());
    for ((payload, line), golden) in payloads().iter().zip(lines()).zip(golden) {
        assert_eq!(line, golden, "{payload:?}");
        let bytes = HEXLOWER.decode(golden.as_bytes()).unwrap();
        assert_eq!(decode(&bytes).as_ref(), Some(payload));
    }
}

#[test]
fn every_kind_is_known_and_described() {
    let mut kinds = BTreeSet::new();
    let mut names = BTreeSet::new();
    for line in lines() {
        let bytes = HEXLOWER.decode(line.as_bytes()).unwrap();
        let value: Value = ciborium::from_reader(bytes.as_slice()).unwrap();
        gather(&value, &mut names, &mut kinds);
    }
    let known: BTreeSet<_> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(kinds, known);
    for name in kinds.iter().chain(&names) {
        let described =
            PAGE.contains(&format!("`{name}`")) || PAGE.contains(&format!("{{{name}: "));
        assert!(described, "{name} is not in docs/format/journal.md");
    }
}

/// The names of all fields, and the kinds, within a payload.
fn gather(value: &Value, names: &mut BTreeSet<String>, kinds: &mut BTreeSet<String>) {
    for (name, value) in value.as_map().into_iter().flatten() {
        let name = name.as_text().unwrap();
        if name == "kind" && value.as_text().is_some_and(|text| text.contains('/')) {
            kinds.insert(value.as_text().unwrap().to_owned());
        }
        names.insert(name.to_owned());
        if !matches!(name, "args" | "labels") {
            gather(value, names, kinds);
        }
    }
    for value in value.as_array().into_iter().flatten() {
        gather(value, names, kinds);
    }
}

/// Run by hand after a kind was added: `cargo test --lib journal::golden -- --ignored`. A line that
/// changes instead of being added means that old stores can no longer be read.
#[test]
#[ignore = "writes the golden file"]
fn write_golden_file() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/format/payloads.txt"
    );
    let text = lines().join("\n") + "\n";
    crate::base::file::replace(path.as_ref(), text.as_bytes()).unwrap();
}
