//! A linear programme, as plain numbers, and how one is put together from what may move how far at what price.

use crate::disclosure::witness::system::Equation;

/// A variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// What one unit of it costs; the sum is made as small as possible.
    pub price: f64,
    /// The least it can be.
    pub least: f64,
    /// The most it can be.
    pub most: f64,
}

/// A condition: so many times these variables are nothing together, or another number.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Variables and how often each counts.
    pub terms: Vec<(usize, f64)>,
    /// What they sum up to.
    pub bound: f64,
}

/// A linear programme.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Program {
    /// Its variables.
    pub columns: Vec<Column>,
    /// Its conditions.
    pub rows: Vec<Row>,
    /// Whether only whole numbers count.
    pub whole: bool,
}

/// How far something may move: freely, and beyond that at a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::disclosure) struct Elastic {
    /// Freely from here to there.
    pub free: (i64, i64),
    /// At a price from here to there; holds the free part.
    pub reach: (i64, i64),
    /// The price of one, in sixteenths.
    pub price: i64,
}

/// Further than anything moves: what lies beyond counts as without an end.
pub(in crate::disclosure) const FAR: i64 = 1 << 30;

impl Elastic {
    /// Whether no move at all is allowed.
    pub fn is_impossible(self) -> bool {
        self.reach.0 > self.reach.1 || self.free.0 > self.free.1
    }
}

/// A programme and what its variables stand for.
pub(in crate::disclosure) struct Laid {
    /// The programme.
    pub program: Program,
    /// Of each variable: which thing moves.
    moves: Vec<usize>,
    /// Whether it moves down.
    down: Vec<bool>,
}

impl Laid {
    /// Puts a programme together: things that move, sums that must keep adding up.
    pub fn out(things: &[Elastic], equations: &[Equation]) -> Option<Self> {
        if things.iter().any(|thing| thing.is_impossible()) {
            return None;
        }
        let mut laid = Self {
            program: Program::default(),
            moves: Vec::new(),
            down: Vec::new(),
        };
        let mut first = vec![0; things.len() + 1];
        for (at, thing) in things.iter().enumerate() {
            let (free, reach) = (thing.free, thing.reach);
            // From standing still, whichever way: the solver starts where nothing moves.
            if free.0 > 0 || free.1 < 0 {
                laid.column(at, false, 0, free);
            } else {
                if free.1 > 0 {
                    laid.column(at, false, 0, (0, free.1));
                }
                if free.0 < 0 {
                    laid.column(at, true, 0, (0, -free.0));
                }
            }
            if reach.1 > free.1 {
                laid.column(at, false, thing.price, (0, reach.1 - free.1));
            }
            if reach.0 < free.0 {
                laid.column(at, true, thing.price, (0, free.0 - reach.0));
            }
            if let Some(next) = first.get_mut(at + 1) {
                *next = laid.moves.len();
            }
        }
        let of = |at: usize| {
            let from = first.get(at).copied().unwrap_or(0);
            from..first.get(at + 1).copied().unwrap_or(from)
        };
        for equation in equations {
            let parts = equation.parts.iter().map(|(part, times)| (*part, -times));
            let terms: Vec<(usize, i64)> =
                std::iter::once((equation.whole, 1)).chain(parts).collect();
            laid.row(&terms, of);
        }
        Some(laid)
    }

    /// How much each thing moves in a solution, to the nearest whole number.
    pub fn read(&self, solution: &[f64], things: usize) -> Vec<i64> {
        let mut moved = vec![0; things];
        for ((at, down), value) in self.moves.iter().zip(&self.down).zip(solution) {
            if let Some(place) = moved.get_mut(*at) {
                let value = Self::nearest(*value);
                *place += if *down { -value } else { value };
            }
        }
        moved
    }

    /// Sets what one unit of a thing costs, up or down. Returns its variable.
    pub fn price(&mut self, thing: usize, price: i64) -> Option<usize> {
        let column = self.moves.iter().position(|moves| *moves == thing)?;
        self.program.columns.get_mut(column)?.price = real(price);
        Some(column)
    }

    /// The nearest whole number, 0 for what is none.
    pub fn nearest(value: f64) -> i64 {
        if value.abs() < 0.5 {
            return 0;
        }
        format!("{value:.0}").parse().unwrap_or(0)
    }

    fn column(&mut self, at: usize, down: bool, price: i64, (least, most): (i64, i64)) {
        self.moves.push(at);
        self.down.push(down);
        self.program.columns.push(Column {
            price: real(price) / 16.0,
            least: if least <= -FAR {
                f64::NEG_INFINITY
            } else {
                real(least)
            },
            most: if most >= FAR {
                f64::INFINITY
            } else {
                real(most)
            },
        });
    }

    fn row(&mut self, terms: &[(usize, i64)], of: impl Fn(usize) -> std::ops::Range<usize>) {
        let mut row = Row {
            terms: Vec::new(),
            bound: 0.0,
        };
        for (at, times) in terms {
            for column in of(*at) {
                let down = self.down.get(column).copied().unwrap_or_default();
                row.terms
                    .push((column, real(if down { -times } else { *times })));
            }
        }
        if !row.terms.is_empty() {
            self.program.rows.push(row);
        }
    }
}

/// A whole number for the solver. What does not fit is far beyond any count here, and a wrong witness is none.
fn real(number: i64) -> f64 {
    let most = i64::from(i32::MAX);
    f64::from(i32::try_from(number.clamp(-most, most)).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reals_become_whole_and_back() {
        for (value, whole) in [
            (0.4, 0),
            (-0.6, -1),
            (1e6, 1_000_000),
            (3.999_999, 4),
            (f64::NAN, 0),
        ] {
            assert_eq!(Laid::nearest(value), whole, "{value}");
        }
        assert!((real(i64::MAX) - 2_147_483_647.0).abs() < 1e-6);
    }
}
