//! True counts of every cell, taken case by case.

use crate::disclosure::model::axis::Axis;
use crate::disclosure::model::shape::{Shape, TooLarge};
use crate::disclosure::table::Count;

/// What is counted. Units never mix in a table, a sum or a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Persons.
    Persons,
    /// Cases.
    Cases,
    /// Applications.
    Applications,
    /// Decisions.
    Decisions,
}

/// One thing that is counted: where, and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thing<'a> {
    /// A code for each axis.
    pub key: &'a [&'a str],
    /// Whose it is, by a number within the case.
    pub person: u64,
}

/// A code that is no category of its axis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such category")]
pub struct NoSuchPlace {
    /// The axis.
    pub axis: String,
    /// The code.
    pub code: String,
}

/// Takes counts case by case and keeps nothing of a case.
#[derive(Debug, Clone)]
pub struct Counter {
    counts: Counts,
}

/// True counts. They never go to a reader outside: what does is [`crate::disclosure::ledger::Cleared`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    unit: Unit,
    shape: Shape,
    cells: Vec<Count>,
}

impl Counter {
    /// Counts over these axes.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn new(unit: Unit, axes: Vec<Axis>) -> Result<Self, TooLarge> {
        Ok(Self::over(unit, Shape::new(axes)?))
    }

    /// Counts over these cells.
    pub fn over(unit: Unit, shape: Shape) -> Self {
        let cells = vec![Count::NONE; shape.len()];
        Self {
            counts: Counts { unit, shape, cells },
        }
    }

    /// Counts everything of one case. Each case is counted once, whole: its persons know each other.
    ///
    /// # Errors
    /// [`NoSuchPlace`], and then nothing of the case is counted.
    pub fn case(&mut self, things: &[Thing<'_>]) -> Result<(), NoSuchPlace> {
        let counts = &mut self.counts;
        let mut touched: Vec<(usize, u64)> = Vec::new();
        for thing in things {
            let mut leaves = Vec::new();
            for (axis, code) in counts.shape.axes().iter().zip(thing.key) {
                leaves.push(axis.leaf(code).ok_or_else(|| NoSuchPlace {
                    axis: axis.name().to_owned(),
                    code: (*code).to_owned(),
                })?);
            }
            let cells = counts.shape.above(&leaves);
            touched.extend(cells.into_iter().map(|cell| (cell, thing.person)));
        }
        touched.sort_unstable();
        for of_cell in touched.chunk_by(|a, b| a.0 == b.0) {
            let place = of_cell
                .first()
                .and_then(|(cell, _)| counts.cells.get_mut(*cell));
            let Some(count) = place else { continue };
            let persons = size(of_cell.chunk_by(|a, b| a.1 == b.1).count());
            count.value += size(of_cell.len());
            // What was thought impossible is not: then nothing of it may be built on.
            if let Some((cell, _)) = of_cell.first() {
                counts.shape.is_not_empty(*cell);
            }
            count.persons += persons;
            count.sources += 1;
            count.largest = count.largest.max(persons);
        }
        Ok(())
    }

    /// The counts.
    pub fn counts(self) -> Counts {
        self.counts
    }
}

fn size(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

impl Counts {
    /// What is counted.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// The cells.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// The count of a cell.
    pub fn of(&self, cell: usize) -> Count {
        self.cells.get(cell).copied().unwrap_or(Count::NONE)
    }

    /// The value of a cell.
    pub(in crate::disclosure) fn value(&self, cell: usize) -> i64 {
        i64::try_from(self.of(cell).value).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_things_persons_and_families_in_every_margin() {
        let origin = Axis::grouped("origin", &[("KP", vec!["Asia"]), ("FR", vec!["Europe"])]);
        let sex = Axis::flat("sex", &["f", "m"]);
        let mut counter =
            Counter::new(Unit::Decisions, vec![origin.unwrap(), sex.unwrap()]).unwrap();
        let thing = |key, person| Thing { key, person };
        counter
            .case(&[
                thing(&["KP", "f"], 1),
                thing(&["KP", "f"], 1),
                thing(&["KP", "m"], 2),
            ])
            .unwrap();
        counter.case(&[thing(&["FR", "m"], 1)]).unwrap();
        assert!(
            counter
                .case(&[thing(&["FR", "m"], 1), thing(&["XX", "m"], 1)])
                .is_err()
        );
        let counts = counter.counts();
        let of = |key: &[&str]| {
            let count = counts.of(counts.shape().find(key).unwrap());
            (count.value, count.persons, count.sources, count.largest)
        };
        assert_eq!(of(&["KP", "f"]), (2, 1, 1, 1));
        assert_eq!(of(&["Asia", "total"]), (3, 2, 1, 2));
        assert_eq!(of(&["total", "m"]), (2, 2, 2, 1));
        assert_eq!(of(&[]), (4, 3, 2, 2));
    }
}
