//! Random tables, and a solver that lies.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::support::{Draw, protect, random};
use crate::disclosure::ledger::{Crowd, Place, Sheet, Verdict, clear};
use crate::disclosure::model::Counts;
use crate::disclosure::protect::{Refused, Wish, release};
use crate::disclosure::witness::{Budget, Program, Simplex, Solver};

fn attack(seeds: std::ops::Range<u64>, wish: &Wish) {
    let (mut refused, mut all) = (0, 0);
    for seed in seeds {
        let counts = random(&mut Draw(seed));
        all += 1;
        match protect(&counts, wish) {
            Ok(released) => assert_eq!(released.cells().len(), counts.shape().len()),
            Err(Refused::NotProvable { .. }) => refused += 1,
            Err(other) => panic!("seed {seed}: {other}"),
        }
    }
    println!("{refused} of {all} refused");
    assert!(refused * 100 <= all, "{refused} of {all} refused");
}

#[test]
fn random_tables_are_proved() {
    attack(0..150, &Wish::default());
}

/// Whatever an office may set.
#[test]
fn random_tables_are_proved_with_every_threshold() {
    for threshold in [3, 7, 20] {
        let wish = Wish {
            threshold,
            ..Wish::default()
        };
        attack(0..100, &wish);
    }
}

#[test]
#[ignore = "10,000 tables take minutes: cargo test --release --lib long_random_tables"]
fn long_random_tables_are_proved() {
    attack(0..10_000, &Wish::default());
}

/// What comes of a table that is the first of its office.
fn first_of_an_office(counts: &Counts) -> &'static str {
    let mut wish = Wish::default();
    for _ in 0..9 {
        let mut budget = Budget::seconds(10);
        let Ok(released) = release(counts, &wish, &Simplex, &mut budget) else {
            return "not proved";
        };
        let mut crowd = Crowd::new(Vec::new(), Sheet::of("R", &released));
        let shape = counts.shape();
        for cell in (0..shape.len()).filter(|cell| shape.sums_over(*cell) == 0) {
            for _ in 0..counts.of(cell).value {
                crowd.person(&[Place {
                    sheet: 0,
                    cell,
                    times: 1,
                }]);
            }
        }
        match clear(released, crowd, true, &Simplex, &mut Budget::seconds(10)) {
            Ok(Verdict::Cleared(_)) => return "left",
            Ok(Verdict::Withhold(cells)) => wish.withhold.extend(cells),
            Err(conflict) if conflict.cut_off => return "took too long",
            Err(_) => return "refused",
        }
    }
    "withheld again and again"
}

/// Nothing stands beside the first table: what proves it by itself lets it leave, also where somebody may be under an `x`
/// where nobody is.
#[test]
fn a_first_table_that_is_proved_leaves() {
    for seed in [5, 14, 22, 39] {
        let counts = random(&mut Draw(seed));
        assert_eq!(counts.shape().axes().len(), 3);
        assert_eq!(first_of_an_office(&counts), "left", "seed {seed}");
    }
}

/// How many tables may leave as the first of their office.
#[test]
#[ignore = "cargo test --release --lib long_first_of_an_office -- --ignored --nocapture"]
fn long_first_of_an_office() {
    let mut told: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for seed in 0..1_000 {
        let counts = random(&mut Draw(seed));
        let outcome = first_of_an_office(&counts);
        if outcome != "left" {
            println!("seed {seed}: {outcome}");
        }
        *told
            .entry((counts.shape().axes().len(), outcome))
            .or_insert(0) += 1;
    }
    for ((dimensions, outcome), many) in told {
        println!("{dimensions} dimensions, {outcome}: {many}");
    }
}

/// Answers like the real one, but is wrong about one variable in a few.
struct Liar {
    draw: RefCell<Draw>,
    per_cent: u64,
}

impl Solver for Liar {
    fn solve(&self, program: &Program) -> Option<Vec<f64>> {
        let mut draw = self.draw.borrow_mut();
        let mut answer = match Simplex.solve(program) {
            Some(answer) => answer,
            None if draw.happens(50) => return None,
            None => vec![0.0; program.columns.len()],
        };
        for value in &mut answer {
            if draw.happens(self.per_cent) {
                *value += [1.0, -1.0, 0.5, 1e9, f64::NAN, f64::NEG_INFINITY][draw.place(6)];
            }
        }
        Some(answer)
    }
}

#[test]
fn a_solver_that_lies_costs_cells_and_gives_nothing_away() {
    let (mut released, mut refused) = (0, 0);
    for seed in 0..100 {
        let counts = random(&mut Draw(seed));
        for per_cent in [2, 40, 100] {
            let liar = Liar {
                draw: RefCell::new(Draw(seed)),
                per_cent,
            };
            // What is released went through the audit, which knows nothing of the solver.
            match release(&counts, &Wish::default(), &liar, &mut Budget::seconds(5)) {
                Ok(_) => released += 1,
                Err(Refused::NotProvable { .. } | Refused::OutOfBudget) => refused += 1,
                Err(other) => panic!("seed {seed}: {other}"),
            }
        }
    }
    assert!(
        released > 0 && refused > 0,
        "{released} released, {refused} refused"
    );
}

#[test]
fn the_same_table_prints_the_same() {
    for seed in 0..20 {
        let once = protect(&random(&mut Draw(seed)), &Wish::default());
        let again = std::thread::spawn(move || protect(&random(&mut Draw(seed)), &Wish::default()));
        assert_eq!(once, again.join().unwrap());
    }
}
