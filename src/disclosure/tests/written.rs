//! Tables written for an auditor in another language: `tests/fixtures/make/disclosure/audit.py`.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde_json::{Value, json};

use super::support::{Draw, fill, protect, random};
use crate::disclosure::model::{Axis, Counts, Shape};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish, with_intervals};
use crate::disclosure::witness::{Budget, Simplex};

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
    write_all(name, seeds, wish, |seed| random(&mut Draw(seed)));
}

fn write_all(name: &str, seeds: std::ops::Range<u64>, wish: &Wish, draw: impl Fn(u64) -> Counts) {
    let create = |ending: &str| {
        BufWriter::new(File::create(folder().join(format!("{name}{ending}"))).unwrap())
    };
    let (mut tables, mut truths) = (create(".jsonl"), create("-truth.csv"));
    writeln!(truths, "table,key,value,persons,sources,largest").unwrap();
    let mut refused = 0;
    for seed in seeds.clone() {
        let counts = draw(seed);
        // One in five says what readers can work out, which the auditor compares with what it works out.
        let told = |released| {
            if seed.is_multiple_of(5) {
                with_intervals(released, &Simplex, &mut Budget::seconds(60))
            } else {
                released
            }
        };
        match protect(&counts, wish).map(told) {
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

/// Small tables of two dimensions, for a comparison with the best that can be done.
#[test]
#[ignore = "cargo test --release --lib long_write_small -- --ignored --nocapture"]
fn long_write_small() {
    let axis =
        |n: usize| Axis::flat("a", &(0..n).map(|n| format!("v{n}")).collect::<Vec<_>>()).unwrap();
    let draw = |seed: u64| {
        let axes = if seed.is_multiple_of(2) {
            vec![axis(4), axis(4)]
        } else {
            vec![axis(6), axis(5)]
        };
        fill(&mut Draw(seed), axes, 12, 10, false)
    };
    write_all("small", 0..200, &Wish::default(), draw);
}

/// Tables of four sizes, for a comparison with what others make of them.
#[test]
#[ignore = "cargo test --release --lib long_write_peers -- --ignored --nocapture"]
fn long_write_peers() {
    let axis =
        |n: usize| Axis::flat("a", &(0..n).map(|n| format!("v{n}")).collect::<Vec<_>>()).unwrap();
    let draw = |seed: u64| {
        let sizes: &[usize] = match seed {
            0..40 => &[6, 5],
            40..100 => &[10, 10],
            100..110 => &[20, 20],
            _ => &[4, 4, 3],
        };
        let axes = sizes.iter().map(|n| axis(*n)).collect();
        fill(&mut Draw(seed), axes, 8, 20, false)
    };
    write_all("peers", 0..130, &Wish::default(), draw);
}

/// The tables that lie in the repository with the auditor's verdicts.
fn sample() -> String {
    let lines = (0..30).map(|seed| {
        let released = protect(&random(&mut Draw(seed)), &Wish::default()).unwrap();
        format!("{}\n", printed(seed, &released))
    });
    lines.collect()
}

#[test]
#[ignore = "writes the sample anew: then run audit.py over it, with --verdicts"]
fn write_sample() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/disclosure");
    fs::create_dir_all(folder).unwrap();
    let create = |name: &str| File::create(format!("{folder}/{name}")).unwrap();
    create("sample.jsonl")
        .write_all(sample().as_bytes())
        .unwrap();
    let mut truths = create("sample-truth.csv");
    writeln!(truths, "table,key,value,persons,sources,largest").unwrap();
    for seed in 0..30 {
        truths
            .write_all(truth(seed, &random(&mut Draw(seed))).as_bytes())
            .unwrap();
    }
}

#[test]
fn the_tables_are_those_that_the_auditor_judged() {
    let judged = include_str!("../../../tests/fixtures/disclosure/sample.jsonl");
    assert!(
        sample() == judged,
        "printed otherwise than judged: write_sample, then audit.py again"
    );
    let verdicts = include_str!("../../../tests/fixtures/disclosure/sample-verdicts.jsonl");
    let mut asked = 0;
    for (line, seed) in verdicts.lines().zip(0_u64..) {
        let verdict: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            (verdict["table"].as_u64(), &verdict["found"]),
            (Some(seed), &json!({}))
        );
        asked += verdict["asked"].as_u64().unwrap();
    }
    assert_eq!(verdicts.lines().count(), judged.lines().count());
    assert!(asked > 50, "{asked}");
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

#[test]
#[ignore = "cargo test --release --lib long_write_tens -- --ignored --nocapture"]
fn long_write_tens() {
    let wish = Wish {
        threshold: 10,
        ..Wish::default()
    };
    write("tens", 0..1_000, &wish);
}

#[test]
#[ignore = "cargo test --release --lib long_write_bounds -- --ignored --nocapture"]
fn long_write_bounds() {
    for (name, threshold) in [("threes", 3), ("twenties", 20)] {
        let wish = Wish {
            threshold,
            ..Wish::default()
        };
        write(name, 0..300, &wish);
    }
}
