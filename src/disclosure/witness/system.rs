//! Numbers that hang together: what each truly is, what is printed of it, and which are sums of which.

use crate::disclosure::model::{Domain, Shape};
use crate::disclosure::witness::program::{Elastic, FAR};

/// A number that is the sum of others, each counted so many times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) struct Equation {
    /// The sum.
    pub whole: usize,
    /// Its parts, and how often each counts.
    pub parts: Vec<(usize, i64)>,
}

/// One number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::disclosure) struct Place {
    /// What it truly is.
    pub truth: i64,
    /// What a reader thinks possible, as it is printed.
    pub free: Domain,
    /// What a reader would think possible if it were withheld as well, where that may be done.
    pub wide: Option<Domain>,
    /// What withholding it costs.
    pub price: i64,
}

impl Place {
    /// How it may move; beyond what is printed only where `wide` is asked for.
    pub fn elastic(&self, wide: bool, range: Option<Domain>) -> Elastic {
        let moves = |domain: Domain| {
            let most = domain.most.map_or(FAR, |most| (most - self.truth).min(FAR));
            ((domain.least - self.truth).max(-FAR), most)
        };
        let narrow = |domain: Domain| range.map_or(domain, |range| domain.within(range));
        let free = moves(narrow(self.free));
        let reach = match self.wide.filter(|_| wide && range.is_none()) {
            Some(domain) => {
                let (least, most) = moves(domain);
                (least.min(free.0), most.max(free.1))
            }
            None => free,
        };
        Elastic {
            free,
            reach,
            price: self.price,
        }
    }
}

/// A whole set of numbers that agrees with everything printed, told by how it differs from the truth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::disclosure) struct Witness {
    /// Places in rising order, and by how much each moves.
    pub moves: Vec<(usize, i64)>,
}

impl Witness {
    /// By how much a place moves.
    pub fn by(&self, place: usize) -> i64 {
        let found = self.moves.binary_search_by_key(&place, |(at, _)| *at);
        found
            .ok()
            .and_then(|at| self.moves.get(at))
            .map_or(0, |(_, by)| *by)
    }

    /// By how much each of so many places moves.
    pub fn all(&self, places: usize) -> Vec<i64> {
        let mut moved = vec![0; places];
        for (at, by) in &self.moves {
            if let Some(place) = moved.get_mut(*at) {
                *place = *by;
            }
        }
        moved
    }

    /// The moves that are some.
    pub fn of(moved: &[i64]) -> Self {
        let moves = moved.iter().copied().enumerate();
        Self {
            moves: moves.filter(|(_, by)| *by != 0).collect(),
        }
    }
}

/// Numbers that hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) struct System {
    /// The numbers.
    pub places: Vec<Place>,
    /// How they hang together.
    pub equations: Vec<Equation>,
    /// Whether every corner of what is possible is whole by itself.
    pub network: bool,
}

impl System {
    /// The sums of a table's cells.
    pub fn sums_of(shape: &Shape) -> Vec<Equation> {
        let sums = shape.sums().into_iter();
        sums.map(|sum| Equation {
            whole: sum.whole,
            parts: sum.parts.into_iter().map(|part| (part, 1)).collect(),
        })
        .collect()
    }

    /// What a place is in a witness.
    pub fn value(&self, witness: &Witness, place: usize) -> i64 {
        self.places.get(place).map_or(0, |at| at.truth) + witness.by(place)
    }

    /// Whether moves are a witness: every number possible, every sum kept, in whole numbers. With `wide`, numbers that may
    /// be withheld may move as far as that allows.
    pub fn admits(&self, moved: &[i64], wide: bool) -> bool {
        let in_domain = self.places.iter().zip(moved).all(|(place, by)| {
            let value = place.truth + by;
            place.free.admits(value)
                || (wide && place.wide.is_some_and(|domain| domain.admits(value)))
        });
        let by = |at: usize| moved.get(at).copied().unwrap_or(0);
        in_domain
            && moved.len() == self.places.len()
            && self.equations.iter().all(|equation| {
                let parts = equation.parts.iter();
                parts.map(|(part, times)| times * by(*part)).sum::<i64>() == by(equation.whole)
            })
    }

    /// Withholds what a witness moves beyond what is printed. Returns the places.
    pub fn hold(&mut self, witness: &Witness) -> Vec<usize> {
        let mut held = Vec::new();
        for (at, by) in &witness.moves {
            let Some(place) = self.places.get_mut(*at) else {
                continue;
            };
            if let Some(wide) = place.wide.filter(|_| !place.free.admits(place.truth + by)) {
                place.free = wide;
                place.wide = None;
                held.push(*at);
            }
        }
        held
    }
}
