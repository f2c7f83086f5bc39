//! Tables written for an auditor in another language: `tests/fixtures/make/disclosure/audit.py`.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde_json::{Value, json};

use super::support::{Draw, protect, random};
use crate::disclosure::model::{Counts, Shape};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish};

/// The axes of a table: for each node its code and the node above it.
fn axes(shape: &Shape) -> Value {
    let axes = shape.axes().iter().map(|axis| {
        let nodes = (0..axis.len()).map(|node| json!([axis.code(node), axis.parent(node)]));
        json!({"name": axis.name(), "sensitive": axis.is_sensitive(), "nodes": nodes.collect::<Vec<_>>()})
    });
    axes.collect()
}

/// What readers have: nothing else goes into the first file.
pub fn printed(number: u64, released: &Released) -> Value {
    let cells = released
        .cells()
        .iter()
        .map(|cell| json!([cell.key, cell.shown, cell.interval]));
    json!({
        "table": number,
        "threshold": released.threshold(),
        "rounded": released.is_rounded(),
        "axes": axes(released.shape()),
        "cells": cells.collect::<Vec<_>>(),
    })
}

/// What they do not.
pub fn truth(number: u64, counts: &Counts) -> String {
    let rows = (0..counts.shape().len()).map(|cell| {
        let count = counts.of(cell);
        let key = counts.shape().key(cell).join("/");
        format!(
            "{number},{key},{},{},{},{}\n",
            count.value, count.persons, count.sources, count.largest
        )
    });
    rows.collect()
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/target/attack"));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes so many tables, protected, and the truth beside them.
pub fn write(name: &str, seeds: std::ops::Range<u64>, wish: &Wish) {
    let create = |ending: &str| {
        BufWriter::new(File::create(folder().join(format!("{name}{ending}"))).unwrap())
    };
    let (mut tables, mut truths) = (create(".jsonl"), create("-truth.csv"));
    writeln!(truths, "table,key,value,persons,sources,largest").unwrap();
    let mut refused = 0;
    for seed in seeds.clone() {
        let counts = random(&mut Draw(seed));
        match protect(&counts, wish) {
            Ok(released) => writeln!(tables, "{}", printed(seed, &released)).unwrap(),
            Err(Refused::NotProvable { .. }) => refused += 1,
            Err(other) => panic!("seed {seed}: {other}"),
        }
        truths.write_all(truth(seed, &counts).as_bytes()).unwrap();
    }
    println!("{name}: {} tables, {refused} refused", seeds.count());
}

#[test]
#[ignore = "cargo test --release --lib long_write_a_thousand -- --ignored --nocapture"]
fn long_write_a_thousand() {
    write("thousand", 0..1_000, &Wish::default());
}

#[test]
#[ignore = "cargo test --release --lib long_write_ten_thousand -- --ignored --nocapture"]
fn long_write_ten_thousand() {
    write("ten-thousand", 0..10_000, &Wish::default());
}

#[test]
#[ignore = "cargo test --release --lib long_write_rounded -- --ignored --nocapture"]
fn long_write_rounded() {
    let wish = Wish {
        round: true,
        ..Wish::default()
    };
    write("rounded", 0..1_000, &wish);
}
