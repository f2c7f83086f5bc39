//! How long tables of the named sizes take, and how much of them is withheld.

use std::time::Instant;

use super::support::{Draw, fill};
use crate::disclosure::model::{Axis, Counter, Thing, Unit};
use crate::disclosure::protect::{Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

fn axis(n: usize, in_groups_of: usize) -> Axis {
    let codes = (0..n).map(|n| format!("v{n}"));
    let leaves: Vec<(String, Vec<String>)> = codes
        .enumerate()
        .map(|(n, code)| {
            let groups = n.checked_div(in_groups_of).map(|group| format!("g{group}"));
            (code, groups.into_iter().collect())
        })
        .collect();
    Axis::grouped("a", &leaves).unwrap()
}

#[test]
#[ignore = "cargo test --release --lib long_sizes -- --ignored --nocapture"]
fn long_sizes() {
    let sizes: [(&str, Vec<Axis>, u64); 7] = [
        ("10x10, mean 8", vec![axis(10, 0), axis(10, 0)], 8),
        ("20x20, mean 8", vec![axis(20, 0), axis(20, 0)], 8),
        ("50x50, mean 8", vec![axis(50, 0), axis(50, 0)], 8),
        ("50x50, mean 60", vec![axis(50, 0), axis(50, 0)], 60),
        (
            "100 in groups of 5 x 20, mean 20",
            vec![axis(100, 5), axis(20, 0)],
            20,
        ),
        (
            "12x10x6, mean 8",
            vec![axis(12, 0), axis(10, 0), axis(6, 0)],
            8,
        ),
        (
            "20x20x5, mean 20",
            vec![axis(20, 0), axis(20, 0), axis(5, 0)],
            20,
        ),
    ];
    for (name, axes, mean) in sizes {
        let counts = fill(&mut Draw(7), axes, mean, 20, false);
        let began = Instant::now();
        let released = release(
            &counts,
            &Wish::default(),
            &Simplex,
            &mut Budget::seconds(10),
        );
        let took = began.elapsed();
        let Ok(released) = released else {
            println!(
                "{name}: {} cells, {released:?}, {took:.2?}",
                counts.shape().len()
            );
            continue;
        };
        let of = |text: &str| {
            released
                .cells()
                .iter()
                .filter(|cell| cell.shown == text)
                .count()
        };
        println!(
            "{name}: {} cells, {} <5, {} c, {} x, {} witnesses, {took:.2?}",
            released.cells().len(),
            of("<5"),
            of("c"),
            of("x"),
            released.check().witnesses,
        );
    }
}

#[test]
#[ignore = "cargo test --release --lib long_a_million -- --ignored --nocapture"]
fn long_a_million_cases() {
    let axes = || vec![axis(60, 0), axis(6, 0)];
    let codes = |n: usize| (0..n).map(|n| format!("v{n}")).collect::<Vec<_>>();
    let (origins, outcomes) = (codes(60), codes(6));
    let mut draw = Draw(1);
    let began = Instant::now();
    let mut counter = Counter::new(Unit::Persons, axes()).unwrap();
    for _ in 0..1_000_000 {
        let origin = draw.place(60) * draw.place(60) / 60;
        let key = [origins[origin].as_str(), outcomes[draw.place(6)].as_str()];
        counter
            .case(&[Thing {
                key: &key,
                person: 1,
            }])
            .unwrap();
    }
    let counted = began.elapsed();
    release(
        &counter.counts(),
        &Wish::default(),
        &Simplex,
        &mut Budget::seconds(10),
    )
    .unwrap();
    println!(
        "a million cases: counted in {counted:.2?}, released in {:.2?}",
        began.elapsed()
    );
}
