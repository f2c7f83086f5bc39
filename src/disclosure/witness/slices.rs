//! A repair for tables of three dimensions, where a corner of what is possible need not be whole: what one slice gains,
//! another gives back. Such a pair of slices is a two-dimensional table, whose corners are.

use crate::disclosure::model::{Axis, Shape};
use crate::disclosure::witness::find::Finder;
use crate::disclosure::witness::program::{Elastic, FAR};
use crate::disclosure::witness::system::{Equation, System};

/// How many pairs of slices are tried for one goal.
const PAIRS: usize = 24;

/// Moves that bring the target where it should be. `things` are the cells, the target's range narrowed to the goal.
pub(in crate::disclosure) fn repair(
    finder: &mut Finder<'_>,
    shape: &Shape,
    things: &[Elastic],
    target: usize,
) -> Option<Vec<i64>> {
    let nodes = shape.nodes(target);
    let mut left = PAIRS;
    for (at, axis) in shape.axes().iter().enumerate() {
        let across = Across::of(shape, at)?;
        let node = *nodes.get(at)?;
        let mut best: Option<(i64, Vec<i64>)> = None;
        for signs in pairs(axis, node) {
            if left == 0 {
                break;
            }
            left -= 1;
            let paired = across.things(shape, things, &signs);
            let Some((price, moved)) = finder.cheapest(&paired, &across.equations) else {
                continue;
            };
            if best.as_ref().is_none_or(|(least, _)| price < *least) {
                best = Some((price, across.spread(shape, &moved, &signs)));
            }
        }
        if let Some((_, moved)) = best {
            return Some(moved);
        }
    }
    None
}

/// Slices that gain (1) or give (-1): a category and those above it that its partner is not under, and the reverse.
fn pairs(axis: &Axis, node: usize) -> Vec<Vec<(usize, i64)>> {
    let under = |leaf: usize, above: usize| axis.upwards(leaf).any(|at| at == above);
    let mut pairs = Vec::new();
    for gains in axis.leaves().filter(|leaf| under(*leaf, node)) {
        let partners = axis.leaves().filter(|leaf| !under(*leaf, node)).map(Some);
        for gives in partners.chain([None]) {
            let plus = axis
                .upwards(gains)
                .filter(|at| gives.is_none_or(|leaf| !under(leaf, *at)));
            let minus = gives.into_iter().flat_map(|leaf| axis.upwards(leaf));
            let minus = minus.filter(|at| !under(gains, *at));
            pairs.push(
                plus.map(|at| (at, 1))
                    .chain(minus.map(|at| (at, -1)))
                    .collect(),
            );
        }
    }
    pairs
}

/// The table of the other axes.
struct Across {
    axis: usize,
    /// The nodes on all axes, with the total on the one that is left out.
    cells: Vec<Vec<usize>>,
    equations: Vec<Equation>,
}

impl Across {
    fn of(shape: &Shape, axis: usize) -> Option<Self> {
        let mut others = shape.axes().to_vec();
        others.remove(axis);
        let flat = Shape::new(others).ok()?;
        let cells = (0..flat.len()).map(|cell| {
            let mut nodes = flat.nodes(cell);
            nodes.insert(axis, 0);
            nodes
        });
        Some(Self {
            axis,
            cells: cells.collect(),
            equations: System::sums_of(&flat),
        })
    }

    /// How far each pair of cells may move together.
    fn things(&self, shape: &Shape, things: &[Elastic], signs: &[(usize, i64)]) -> Vec<Elastic> {
        let of_pair = |nodes: &Vec<usize>| {
            let mut pair = Elastic {
                free: (-FAR, FAR),
                reach: (-FAR, FAR),
                price: 0,
            };
            for (node, sign) in signs {
                let Some(thing) = things.get(shape.beside(nodes, self.axis, *node)) else {
                    continue;
                };
                let turned = |(least, most): (i64, i64)| {
                    if *sign > 0 {
                        (least, most)
                    } else {
                        (-most, -least)
                    }
                };
                let narrow = |a: (i64, i64), b: (i64, i64)| (a.0.max(b.0), a.1.min(b.1));
                pair.free = narrow(pair.free, turned(thing.free));
                pair.reach = narrow(pair.reach, turned(thing.reach));
                if thing.reach != thing.free {
                    pair.price += thing.price;
                }
            }
            // Where the free parts do not meet, nothing is free.
            if pair.free.0 > pair.free.1 {
                pair.free = pair.reach;
            }
            pair
        };
        self.cells.iter().map(of_pair).collect()
    }

    /// The moves of all cells.
    fn spread(&self, shape: &Shape, moved: &[i64], signs: &[(usize, i64)]) -> Vec<i64> {
        let mut all = vec![0; shape.len()];
        for (nodes, by) in self.cells.iter().zip(moved) {
            for (node, sign) in signs {
                if let Some(place) = all.get_mut(shape.beside(nodes, self.axis, *node)) {
                    *place = by * sign;
                }
            }
        }
        all
    }
}
