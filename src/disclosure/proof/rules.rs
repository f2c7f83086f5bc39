//! The primary rules once more, told apart from the search: which numbers must not stand in a table.

use crate::disclosure::model::Shape;
use crate::disclosure::table::Count;

/// What must not be learned of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secret {
    /// Nothing.
    Open,
    /// Which of the numbers below the threshold it is.
    Small,
    /// Its number, which is not small but rests on too few persons or cases.
    Few,
}

pub(super) fn secret(count: Count, threshold: u64) -> Secret {
    if count.value == 0 {
        return Secret::Open;
    }
    if count.value < threshold {
        return Secret::Small;
    }
    let without_the_largest = count.persons - count.largest.min(count.persons);
    let enough =
        count.persons >= threshold && count.sources >= 3 && without_the_largest >= threshold - 1;
    if enough { Secret::Open } else { Secret::Few }
}

/// A total over a sensitive dimension and the cells under it that say something.
pub(super) struct Group {
    pub total: usize,
    pub values: Vec<usize>,
}

/// All of them.
pub(super) fn groups(shape: &Shape) -> Vec<Group> {
    let mut groups = Vec::new();
    for cell in 0..shape.len() {
        let nodes = shape.nodes(cell);
        for (at, axis) in shape.axes().iter().enumerate() {
            if !axis.is_sensitive() || nodes.get(at) != Some(&0) {
                continue;
            }
            // A group without a neighbour anywhere above it is the total by another name; a lone value is not.
            let alone = |node: usize| {
                let mut above = node;
                while let Some(parent) = axis.parent(above) {
                    if axis.children(parent).len() > 1 {
                        return false;
                    }
                    above = parent;
                }
                true
            };
            let mut values = Vec::new();
            let says = |node: &usize| !alone(*node) || axis.children(*node).is_empty();
            for node in (1..axis.len()).filter(says) {
                let mut there = nodes.clone();
                if let Some(place) = there.get_mut(at) {
                    *place = node;
                }
                values.push(shape.cell(&there));
            }
            if !values.is_empty() {
                groups.push(Group {
                    total: cell,
                    values,
                });
            }
        }
    }
    groups
}
