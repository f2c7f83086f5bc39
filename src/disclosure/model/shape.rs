//! The cells of a table of several axes, in a fixed order, and which of them add up to which.

use std::collections::BTreeSet;

use crate::disclosure::model::axis::Axis;
use crate::disclosure::model::marker::Domain;

/// The most dimensions for which anything is proved.
pub const MAX_AXES: usize = 3;

/// The most cells, margins and all, for which complementary cells are sought.
pub const MAX_CELLS: usize = 20_000;

/// A table that is too large to be protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a table of {cells} cells in {axes} dimensions is too large")]
pub struct TooLarge {
    /// Its cells, margins and all.
    pub cells: usize,
    /// Its dimensions.
    pub axes: usize,
}

/// The axes of a table. A cell is a number below [`Shape::len`]: its node on each axis, the last axis fastest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    axes: Vec<Axis>,
    len: usize,
    /// Cells in which nobody can be, as every reader knows.
    empty: BTreeSet<usize>,
}

/// A cell and the cells that add up to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::disclosure) struct Sum {
    /// The sum.
    pub whole: usize,
    /// What it is the sum of.
    pub parts: Vec<usize>,
}

impl Shape {
    /// A table over these axes; over none it has one cell.
    ///
    /// # Errors
    /// [`TooLarge`] beyond a million cells; protection sets narrower limits.
    pub fn new(axes: Vec<Axis>) -> Result<Self, TooLarge> {
        let cells = axes
            .iter()
            .try_fold(1_usize, |cells, axis| cells.checked_mul(axis.len()));
        match cells {
            Some(len) if len <= 1_000_000 => Ok(Self {
                axes,
                len,
                empty: BTreeSet::new(),
            }),
            other => Err(TooLarge {
                cells: other.unwrap_or(usize::MAX),
                axes: axes.len(),
            }),
        }
    }

    /// With what readers know of its axes before they see a number: in which categories, one of each axis, anybody can be.
    #[must_use]
    pub fn knowing(mut self, can_be: impl Fn(&[&str]) -> bool) -> Self {
        let mut empty: BTreeSet<usize> = (0..self.len).collect();
        for cell in (0..self.len).filter(|cell| self.sums_over(*cell) == 0) {
            let nodes = self.nodes(cell);
            let codes: Vec<&str> = (self.axes.iter().zip(&nodes))
                .map(|(axis, node)| axis.code(*node))
                .collect();
            if can_be(&codes) {
                for above in self.above(&nodes) {
                    empty.remove(&above);
                }
            }
        }
        self.empty = empty;
        self
    }

    /// Whether nobody can be in a cell, as every reader knows: whatever it prints says nothing.
    pub fn is_empty_for_all(&self, cell: usize) -> bool {
        self.empty.contains(&cell)
    }

    /// What a reader knows of a cell, whatever it prints.
    pub(in crate::disclosure) fn known(&self, cell: usize, printed: Domain) -> Domain {
        if self.is_empty_for_all(cell) {
            Domain::only(0)
        } else {
            printed
        }
    }

    /// What readers know is not so of a cell in which somebody is. It is given up on the lines through it, too: were it alone not nought
    /// among noughts, it would tell that somebody is there.
    pub(in crate::disclosure) fn is_not_empty(&mut self, cell: usize) {
        if !self.empty.remove(&cell) {
            return;
        }
        let nodes = self.nodes(cell);
        for at in 0..self.axes.len() {
            for node in 0..self.axes.get(at).map_or(0, Axis::len) {
                let beside = self.beside(&nodes, at, node);
                self.empty.remove(&beside);
            }
        }
    }

    /// The axes.
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// How many cells, margins and all.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no cell; there always is one.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The nodes of a cell.
    pub fn nodes(&self, cell: usize) -> Vec<usize> {
        let mut rest = cell;
        let mut nodes: Vec<usize> = self
            .axes
            .iter()
            .rev()
            .map(|axis| {
                let node = rest % axis.len();
                rest /= axis.len();
                node
            })
            .collect();
        nodes.reverse();
        nodes
    }

    /// The cell of these nodes.
    pub fn cell(&self, nodes: &[usize]) -> usize {
        self.axes
            .iter()
            .zip(nodes)
            .fold(0, |cell, (axis, node)| cell * axis.len() + node)
    }

    /// The key of a cell: a code for each axis, `total` where it sums; `total` alone without axes.
    pub fn key(&self, cell: usize) -> Vec<String> {
        if self.axes.is_empty() {
            return vec![crate::disclosure::table::TOTAL.to_owned()];
        }
        let nodes = self.nodes(cell);
        let codes = self.axes.iter().zip(nodes);
        codes
            .map(|(axis, node)| axis.code(node).to_owned())
            .collect()
    }

    /// The cell of a key. Axes left out at its end are totals.
    pub fn find<S: AsRef<str>>(&self, key: &[S]) -> Option<usize> {
        let mut nodes = vec![0; self.axes.len()];
        for ((axis, node), code) in self.axes.iter().zip(&mut nodes).zip(key) {
            *node = axis.node(code.as_ref())?;
        }
        Some(self.cell(&nodes))
    }

    /// On how many axes a cell is a sum.
    pub fn sums_over(&self, cell: usize) -> usize {
        let nodes = self.nodes(cell);
        let on_axes = self.axes.iter().zip(nodes);
        on_axes.filter(|(axis, node)| !axis.is_leaf(*node)).count()
    }

    /// The cell beside another: the same but on one axis.
    pub fn beside(&self, nodes: &[usize], axis: usize, node: usize) -> usize {
        let mut there = nodes.to_vec();
        if let Some(place) = there.get_mut(axis) {
            *place = node;
        }
        self.cell(&there)
    }

    /// All cells that a cell counts in, itself included.
    pub fn above(&self, leaves: &[usize]) -> Vec<usize> {
        let mut cells = vec![0];
        for (axis, leaf) in self.axes.iter().zip(leaves) {
            let nodes: Vec<usize> = axis.upwards(*leaf).collect();
            cells = cells
                .into_iter()
                .flat_map(|cell| nodes.iter().map(move |node| cell * axis.len() + node))
                .collect();
        }
        cells
    }

    /// All cells that count in a cell, itself left out.
    pub(in crate::disclosure) fn under(&self, margin: usize) -> Vec<usize> {
        let mut cells = vec![0];
        for (axis, node) in self.axes.iter().zip(self.nodes(margin)) {
            let mut below = vec![node];
            let mut at = 0;
            while let Some(node) = below.get(at).copied() {
                below.extend(axis.children(node));
                at += 1;
            }
            cells = cells
                .into_iter()
                .flat_map(|cell| below.iter().map(move |node| cell * axis.len() + node))
                .collect();
        }
        cells.retain(|cell| *cell != margin);
        cells
    }

    /// Sums that fix every margin, none of which follows from the others: over an axis only where all later axes are at
    /// a category.
    pub(in crate::disclosure) fn sums(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        for cell in 0..self.len {
            let nodes = self.nodes(cell);
            let last = self
                .axes
                .iter()
                .zip(&nodes)
                .rposition(|(axis, node)| !axis.is_leaf(*node));
            let Some(at) = last else { continue };
            let (Some(axis), Some(node)) = (self.axes.get(at), nodes.get(at)) else {
                continue;
            };
            let parts = axis.children(*node).iter();
            sums.push(Sum {
                whole: cell,
                parts: parts.map(|child| self.beside(&nodes, at, *child)).collect(),
            });
        }
        sums
    }

    /// Whether the sums make a network: then every corner of what is possible is whole by itself.
    pub(in crate::disclosure) fn is_network(&self) -> bool {
        let grouped = self.axes.iter().filter(|axis| axis.has_groups()).count();
        self.axes.len() <= 1 || (self.axes.len() == 2 && grouped <= 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape() -> Shape {
        let origin = [
            ("KP", vec!["Asia"]),
            ("CN", vec!["Asia"]),
            ("FR", vec!["Europe"]),
        ];
        Shape::new(vec![
            Axis::grouped("origin", &origin).unwrap(),
            Axis::flat("sex", &["f", "m"]).unwrap(),
        ])
        .unwrap()
    }

    #[test]
    fn a_cell_is_found_by_its_key_and_back() {
        let shape = shape();
        assert_eq!(shape.len(), 18);
        for cell in 0..shape.len() {
            assert_eq!(shape.find(&shape.key(cell)), Some(cell));
            assert_eq!(shape.cell(&shape.nodes(cell)), cell);
        }
        assert_eq!(shape.find(&["Asia"]), shape.find(&["Asia", "total"]));
        assert_eq!(shape.find(&["XX"]), None);
        assert!(shape.is_network());
    }

    #[test]
    fn every_margin_is_fixed_by_one_sum() {
        let shape = shape();
        let sums = shape.sums();
        let mut wholes: Vec<usize> = sums.iter().map(|sum| sum.whole).collect();
        wholes.sort_unstable();
        wholes.dedup();
        assert_eq!(wholes.len(), sums.len());
        let margins = (0..shape.len())
            .filter(|cell| shape.sums_over(*cell) > 0)
            .count();
        assert_eq!(sums.len(), margins);
    }

    #[test]
    fn what_is_not_as_readers_know_it_is_given_up_on_its_lines() {
        let can_be = |codes: &[&str]| codes == ["KP", "f"] || codes == ["FR", "m"];
        let mut shape = shape().knowing(can_be);
        let empty = |shape: &Shape, key: &[&str]| shape.is_empty_for_all(shape.find(key).unwrap());
        assert!(empty(&shape, &["CN"]) && empty(&shape, &["Asia", "m"]));
        assert!(!empty(&shape, &["Asia"]) && !empty(&shape, &[]) && !empty(&shape, &["KP", "f"]));
        let cell = shape.find(&["KP", "m"]).unwrap();
        shape.is_not_empty(cell);
        assert!(!empty(&shape, &["KP", "m"]) && !empty(&shape, &["CN", "m"]));
        assert!(empty(&shape, &["FR", "f"]) && empty(&shape, &["CN", "f"]));
    }

    #[test]
    fn without_axes_there_is_one_cell() {
        let shape = Shape::new(Vec::new()).unwrap();
        assert_eq!(
            (shape.len(), shape.key(0), shape.sums().len()),
            (1, vec!["total".to_owned()], 0)
        );
    }
}
