//! Second tables of an office whose first one is of three dimensions and holds an `x` under which nobody is.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::{Value, json};

use super::support::{Draw, fill};
use crate::disclosure::ledger::{Asks, Crowd, Place, Sheet, Verdict, clear};
use crate::disclosure::model::{Axis, Counter, Counts, Thing, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

/// The axes of the first table.
const NAMES: [&str; 3] = ["origin", "sex", "outcome"];

/// The first table and which of its axes the second one has.
struct Office {
    counts: Counts,
    axes: Vec<Axis>,
    first: Released,
    by: &'static [usize],
}

impl Office {
    /// None where there is no `x` under which nobody is.
    fn of(seed: u64) -> Option<Self> {
        let mut draw = Draw(seed);
        let axes = NAMES.map(|name| {
            let codes = (0..2 + draw.place(4)).map(|n| format!("{name}-{n}"));
            Axis::flat(name, &codes.collect::<Vec<_>>()).unwrap()
        });
        let (mean, zeros) = (2 + draw.below(30), 10 + draw.below(41));
        let counts = fill(&mut draw, axes.to_vec(), mean, zeros, false);
        let by: &[usize] = [&[0][..], &[2], &[0, 2], &[1, 2], &[0, 1, 2]][draw.place(5)];
        let first = made(&counts, &Wish::default())?;
        let office = Self {
            counts,
            axes: axes.to_vec(),
            first,
            by,
        };
        let empty = |cell: &usize| {
            office.first.cells()[*cell].shown == "x" && office.counts.of(*cell).value == 0
        };
        office
            .inner()
            .into_iter()
            .any(|cell| empty(&cell))
            .then_some(office)
    }

    fn inner(&self) -> Vec<usize> {
        let shape = self.counts.shape();
        let cells = 0..shape.len();
        cells.filter(|cell| shape.sums_over(*cell) == 0).collect()
    }

    /// Where those of an inner cell of the first table are in the second.
    fn key(&self, cell: usize) -> Vec<String> {
        let key = self.counts.shape().key(cell);
        self.by.iter().map(|at| key[*at].clone()).collect()
    }

    fn second(&self) -> Counts {
        let axes = self.by.iter().map(|at| self.axes[*at].clone()).collect();
        let mut counter = Counter::new(Unit::Persons, axes).unwrap();
        for cell in self.inner() {
            let key = self.key(cell);
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            for _ in 0..self.counts.of(cell).value {
                let one = Thing {
                    key: &key,
                    person: 1,
                };
                counter.case(&[one]).unwrap();
            }
        }
        counter.counts()
    }

    fn crowd(&self, second: &Released, is_known: bool) -> Crowd {
        let asks = |by: &[usize]| {
            let tells = by.iter().map(|at| NAMES[*at].to_owned());
            is_known.then(|| Asks {
                tells: tells.collect(),
                ..Asks::default()
            })
        };
        let one = Sheet::of("one", &self.first).asking(asks(&[0, 1, 2]));
        let two = Sheet::of("two", second).asking(asks(self.by));
        let mut crowd = Crowd::new(vec![one], two);
        for cell in self.inner() {
            let there = second.shape().find(&self.key(cell)).unwrap();
            let places = [(0, cell), (1, there)].map(|(sheet, cell)| Place {
                sheet,
                cell,
                times: 1,
            });
            for _ in 0..self.counts.of(cell).value {
                crowd.person(&places);
            }
        }
        crowd
    }

    /// What comes of the second table, and what an auditor in another language needs.
    fn asked(&self, is_known: bool) -> (&'static str, Value) {
        let counts = self.second();
        let mut wish = Wish::default();
        let mut told = Value::Null;
        for _ in 0..9 {
            let Some(second) = made(&counts, &wish) else {
                return ("not proved", told);
            };
            let crowd = self.crowd(&second, is_known);
            told = self.told(&crowd);
            match clear(second, crowd, true, &Simplex, &mut Budget::seconds(10)) {
                Ok(Verdict::Cleared(_)) => return ("left", told),
                Ok(Verdict::Withhold(cells)) => wish.withhold.extend(cells),
                Err(conflict) if conflict.cut_off => return ("took too long", told),
                Err(conflict) if conflict.lost_before => return ("lost before", told),
                Err(_) => return ("refused", told),
            }
        }
        ("withheld again and again", told)
    }

    fn told(&self, crowd: &Crowd) -> Value {
        let tables = crowd.sheets().iter().map(Sheet::cells);
        let by = self.by.iter().map(|at| NAMES[*at]);
        let inner = self.inner().into_iter();
        let there = inner.filter(|cell| self.counts.of(*cell).value > 0);
        let people = there.map(|cell| {
            let key = self.counts.shape().key(cell);
            json!([[key, self.key(cell)], self.counts.of(cell).value])
        });
        json!({
            "threshold": 5,
            "tables": tables.collect::<Vec<_>>(),
            "asked": [
                {"unit": "persons", "by": NAMES},
                {"unit": "persons", "by": by.collect::<Vec<_>>()},
            ],
            "people": people.collect::<Vec<_>>(),
        })
    }
}

fn made(counts: &Counts, wish: &Wish) -> Option<Released> {
    release(counts, wish, &Simplex, &mut Budget::seconds(10)).ok()
}

/// What leaves beside nothing does not stop all that comes after it.
#[test]
fn somebody_may_be_under_an_x_beside_another_table() {
    for seed in [10, 17, 23] {
        let office = Office::of(seed).unwrap();
        assert_eq!(office.asked(false).0, "lost before", "seed {seed}");
        assert_eq!(office.asked(true).0, "left", "seed {seed}");
    }
}

/// How many second tables may leave, for an auditor in another language.
#[test]
#[ignore = "cargo test --release --lib long_write_seconds -- --ignored --nocapture"]
fn long_write_seconds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/attack");
    std::fs::create_dir_all(folder).unwrap();
    let mut out = std::fs::File::create(format!("{folder}/seconds.jsonl")).unwrap();
    for is_known in [false, true] {
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for office in (0..300).filter_map(Office::of) {
            let (outcome, mut line) = office.asked(is_known);
            *told.entry(outcome).or_insert(0) += 1;
            line["released"] = json!(outcome == "left");
            if is_known {
                writeln!(out, "{line}").unwrap();
            }
        }
        println!("whom they count is known: {is_known}; {told:?}");
    }
}
