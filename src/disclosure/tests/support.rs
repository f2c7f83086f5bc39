//! Tables for tests, written down or drawn from a seed.

use crate::disclosure::model::{Axis, Counter, Counts, Thing, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

/// A generator of numbers that is the same everywhere (splitmix64).
pub struct Draw(pub u64);

impl Draw {
    /// A number below.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n.max(1)
    }

    /// A place in a list of so many.
    pub fn place(&mut self, n: usize) -> usize {
        usize::try_from(self.below(u64::try_from(n).unwrap())).unwrap()
    }

    /// Whether something of this many per cent happens.
    pub fn happens(&mut self, per_cent: u64) -> bool {
        self.below(100) < per_cent
    }
}

/// A table of single persons: for each key, how many.
pub fn singles(axes: Vec<Axis>, cells: &[(&[&str], u64)]) -> Counts {
    let mut counter = Counter::new(Unit::Persons, axes).unwrap();
    for (key, many) in cells {
        for _ in 0..*many {
            counter.case(&[Thing { key, person: 1 }]).unwrap();
        }
    }
    counter.counts()
}

/// A table of one dimension.
pub fn line(cells: &[(&str, u64)]) -> Counts {
    let codes: Vec<&str> = cells.iter().map(|(code, _)| *code).collect();
    let keys: Vec<[&str; 1]> = codes.iter().map(|code| [*code]).collect();
    let cells: Vec<(&[&str], u64)> = keys
        .iter()
        .zip(cells)
        .map(|(key, (_, many))| (key.as_slice(), *many))
        .collect();
    singles(vec![Axis::flat("d", &codes).unwrap()], &cells)
}

/// Families of these sizes in one cell beside a large one.
pub fn families(sizes: &[u64]) -> Counts {
    let axis = Axis::flat("d", &["these", "others", "more"]).unwrap();
    let mut counter = Counter::new(Unit::Persons, vec![axis]).unwrap();
    for size in sizes {
        let things: Vec<Thing<'_>> = (0..*size)
            .map(|person| Thing {
                key: &["these"],
                person,
            })
            .collect();
        counter.case(&things).unwrap();
    }
    for key in ["others", "more"] {
        for _ in 0..30 {
            counter
                .case(&[Thing {
                    key: &[key],
                    person: 1,
                }])
                .unwrap();
        }
    }
    counter.counts()
}

pub fn protect(counts: &Counts, wish: &Wish) -> Result<Released, Refused> {
    release(counts, wish, &Simplex, &mut Budget::seconds(600))
}

/// What is printed, in the order of the shape: the total first.
pub fn texts(released: &Released) -> Vec<&str> {
    released
        .cells()
        .iter()
        .map(|cell| cell.shown.as_str())
        .collect()
}

/// The text of a cell.
pub fn text<'a>(released: &'a Released, key: &[&str]) -> &'a str {
    &released.cell(key).unwrap().shown
}

/// A random table: one to three dimensions, some with groups, counts around a mean of its own, many zeros, some families.
pub fn random(draw: &mut Draw) -> Counts {
    let dimensions = 1 + draw.place(3);
    let grouped = draw.happens(33);
    let most = [12, 10, 5][dimensions - 1];
    let axes: Vec<Axis> = (0..dimensions)
        .map(|at| {
            let codes: Vec<String> = (0..2 + draw.place(most - 1))
                .map(|n| format!("{at}-{n}"))
                .collect();
            if grouped && at == 0 {
                let leaves: Vec<(String, Vec<String>)> = codes
                    .iter()
                    .enumerate()
                    .map(|(n, code)| (code.clone(), vec![format!("g{}", n / 3)]))
                    .collect();
                Axis::grouped("a", &leaves).unwrap()
            } else {
                Axis::flat("a", &codes).unwrap()
            }
        })
        .collect();
    let mut axes = axes;
    if draw.happens(20) {
        let last = axes.pop().unwrap();
        axes.push(last.sensitive());
    }
    let mean = 2 + draw.below(59);
    let zeros = 10 + draw.below(41);
    let families = draw.happens(20);
    fill(draw, axes, mean, zeros, families)
}

/// Draws counts for every inner cell.
pub fn fill(draw: &mut Draw, axes: Vec<Axis>, mean: u64, zeros: u64, families: bool) -> Counts {
    let leaves: Vec<Vec<String>> = axes
        .iter()
        .map(|axis| {
            axis.leaves()
                .map(|leaf| axis.code(leaf).to_owned())
                .collect()
        })
        .collect();
    let mut keys: Vec<Vec<&str>> = vec![Vec::new()];
    for of_axis in &leaves {
        keys = keys
            .iter()
            .flat_map(|key| {
                of_axis
                    .iter()
                    .map(|code| [key.as_slice(), &[code.as_str()]].concat())
            })
            .collect();
    }
    let mut counter = Counter::new(Unit::Persons, axes).unwrap();
    for key in &keys {
        if draw.happens(zeros) {
            continue;
        }
        // Skewed, as counts of people are: most cells small, a few large.
        let factor = [20, 30, 50, 80, 100, 150, 300][draw.place(7)];
        let mut left = draw.below(2 * mean * factor / 100 + 2);
        while left > 0 {
            let size = if families && draw.happens(25) {
                (1 + draw.below(5)).min(left)
            } else {
                1
            };
            let things: Vec<Thing<'_>> = (0..size).map(|person| Thing { key, person }).collect();
            counter.case(&things).unwrap();
            left -= size;
        }
    }
    counter.counts()
}
