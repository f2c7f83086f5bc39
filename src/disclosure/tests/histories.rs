//! Random histories of an office, and a reader who subtracts.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::Value;

use super::office::{ORIGINS, OUTCOMES, Office, Question, Someone, question};
use super::support::Draw;
use crate::disclosure::ledger::Sheet;

/// Whether a number follows: the least and the most of a sum over atoms, found by trying every way to place few people.
/// Small offices only. The attacker knows which kinds of people there are.
fn follows(office: &Office, people: &[Someone]) -> bool {
    let mut kinds: BTreeMap<Vec<Option<usize>>, i64> = BTreeMap::new();
    for number in 0..people.len() {
        let places = office.left.iter().map(|(sheet, question, then)| {
            let key = then.get(number).and_then(|of| question.key(of))?;
            sheet.shape().find(&key)
        });
        *kinds.entry(places.collect()).or_insert(0) += 1;
    }
    let kinds: Vec<_> = kinds
        .into_iter()
        .filter(|(places, _)| places.iter().any(Option::is_some))
        .collect();
    // Shown totals of one release less those of another: what a reader would try first.
    for (at, (sheet, ..)) in office.left.iter().enumerate() {
        for (other_at, (other, ..)) in office.left.iter().enumerate() {
            for cell in 0..sheet.shape().len() {
                for other_cell in 0..other.shape().len() {
                    let number = |sheet: &Sheet, cell: usize| sheet.shown(cell);
                    let (Some(a), Some(b)) = (number(sheet, cell), number(other, other_cell))
                    else {
                        continue;
                    };
                    let lies =
                        |places: &Vec<Option<usize>>, at: usize, sheet: &Sheet, cell: usize| {
                            places[at].is_some_and(|place| {
                                place == cell || sheet.shape().under(cell).contains(&place)
                            })
                        };
                    let nested = kinds.iter().all(|(places, _)| {
                        !lies(places, other_at, other, other_cell) || lies(places, at, sheet, cell)
                    });
                    if nested && (1..5).contains(&(a - b)) {
                        return true;
                    }
                }
            }
        }
    }
    false
}

fn history(seed: u64) -> (usize, usize, Vec<Value>) {
    let mut draw = Draw(seed);
    let size = 40 + draw.below(160);
    let mut people: Vec<Someone> = Vec::new();
    let newcomer = |draw: &mut Draw, came: u64| Someone {
        came,
        origin: ORIGINS[draw.place(ORIGINS.len())],
        outcome: OUTCOMES[draw.place(OUTCOMES.len())],
        dependant: draw.happens(10),
    };
    for _ in 0..size {
        let one = newcomer(&mut draw, 0);
        people.push(one);
    }
    let mut office = Office::default();
    let (mut released, mut refused) = (0, 0);
    for month in 0..4 {
        for _ in 0..draw.below(size / 8 + 1) {
            let one = newcomer(&mut draw, month);
            people.push(one);
        }
        for _ in 0..draw.below(6) {
            let at = draw.place(people.len());
            people[at].outcome = OUTCOMES[draw.place(OUTCOMES.len())];
        }
        let by: &[&str] =
            [&["outcome"][..], &["origin"], &["origin", "outcome"], &[]][draw.place(4)];
        let asked = Question {
            cases: draw.happens(20),
            ..question("table", by, month)
        };
        match office.release(asked, &people) {
            Ok(_) => released += 1,
            Err(_) => refused += 1,
        }
        assert!(!follows(&office, &people), "seed {seed}, month {month}");
    }
    (released, refused, office.asked)
}

#[test]
fn random_histories_give_nothing_away() {
    let (mut released, mut refused) = (0, 0);
    for seed in 0..12 {
        let (left, kept, _) = history(seed);
        released += left;
        refused += kept;
    }
    println!("{released} released, {refused} refused");
    assert!(released > 0 && refused > 0);
}

#[test]
#[ignore = "cargo test --release --lib long_random_histories -- --ignored --nocapture"]
fn long_random_histories_give_nothing_away() {
    let (mut released, mut refused) = (0, 0);
    for seed in 0..1_000 {
        let (left, kept, _) = history(seed);
        released += left;
        refused += kept;
    }
    println!("{released} released, {refused} refused");
}

#[test]
#[ignore = "cargo test --release --lib long_write_histories -- --ignored --nocapture"]
fn long_write_histories() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/attack");
    std::fs::create_dir_all(folder).unwrap();
    let mut out = std::fs::File::create(format!("{folder}/histories.jsonl")).unwrap();
    let (mut released, mut refused) = (0, 0);
    for seed in 0..1_000 {
        let (left, kept, asked) = history(seed);
        (released, refused) = (released + left, refused + kept);
        for line in asked {
            writeln!(out, "{line}").unwrap();
        }
    }
    println!("{released} released, {refused} refused");
}
