//! One dimension of a table: its categories, the groups above them, the total above all.

use std::collections::BTreeMap;

use crate::disclosure::table::TOTAL;

/// How many levels of groups may lie between a category and the total.
pub const MAX_GROUPS: usize = 3;

/// Why codes make no axis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAxis {
    /// There is no category.
    #[error("a dimension without a category")]
    Empty,
    /// A code stands twice, or for a group and a category, or is the reserved word `total`.
    #[error("the code stands for two things")]
    Twice(String),
    /// More levels of groups than [`MAX_GROUPS`], or categories on different levels.
    #[error("too many levels of groups, or not the same number everywhere")]
    Levels,
    /// A code that no category has.
    #[error("no such category")]
    Unknown(String),
}

/// A category, a group or the total.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    code: String,
    parent: Option<usize>,
    children: Vec<usize>,
}

/// One dimension. Node 0 is the total; the nodes below it come in the order in which they were named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    name: String,
    sensitive: bool,
    nodes: Vec<Node>,
    /// The nodes by code, and further codes that count in a category.
    places: BTreeMap<String, usize>,
}

impl Axis {
    /// Categories directly under the total.
    ///
    /// # Errors
    /// [`BadAxis`].
    pub fn flat<S: AsRef<str>>(name: &str, codes: &[S]) -> Result<Self, BadAxis> {
        let leaves: Vec<(&str, Vec<&str>)> = codes
            .iter()
            .map(|code| (code.as_ref(), Vec::new()))
            .collect();
        Self::grouped(name, &leaves)
    }

    /// Categories with the groups above them, the largest group first: `("KP", ["Asia", "East Asia"])`.
    ///
    /// # Errors
    /// [`BadAxis`].
    pub fn grouped<S: AsRef<str>>(name: &str, leaves: &[(S, Vec<S>)]) -> Result<Self, BadAxis> {
        let total = Node {
            code: TOTAL.to_owned(),
            parent: None,
            children: Vec::new(),
        };
        let mut axis = Self {
            name: name.to_owned(),
            sensitive: false,
            nodes: vec![total],
            places: BTreeMap::from([(TOTAL.to_owned(), 0)]),
        };
        let levels = leaves.first().ok_or(BadAxis::Empty)?.1.len();
        for (code, groups) in leaves {
            if groups.len() != levels || levels > MAX_GROUPS {
                return Err(BadAxis::Levels);
            }
            let mut parent = 0;
            for (level, group) in (1..).zip(groups) {
                let known = axis.places.get(group.as_ref()).copied();
                parent = match known {
                    Some(node)
                        if axis.parent(node) == Some(parent) && axis.depth(node) == level =>
                    {
                        node
                    }
                    Some(_) => return Err(BadAxis::Twice(group.as_ref().to_owned())),
                    None => axis.add(group.as_ref(), parent),
                };
            }
            if axis.places.contains_key(code.as_ref()) {
                return Err(BadAxis::Twice(code.as_ref().to_owned()));
            }
            axis.add(code.as_ref(), parent);
        }
        Ok(axis)
    }

    /// Marks the dimension as one whose value nobody should learn of a person by learning of the group.
    #[must_use]
    pub fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    /// The same axis with some categories counted as one, `asylum+temporary`, in the place of the first of them.
    ///
    /// # Errors
    /// [`BadAxis::Unknown`] where one is no category, [`BadAxis::Twice`] where they lie in different groups.
    pub fn combine<S: AsRef<str>>(&self, codes: &[S]) -> Result<Self, BadAxis> {
        let unknown = |code: &S| BadAxis::Unknown(code.as_ref().to_owned());
        let mut merged = Vec::new();
        for code in codes {
            merged.push(self.leaf(code.as_ref()).ok_or_else(|| unknown(code))?);
        }
        let Some(first) = merged.first().copied() else {
            return Err(BadAxis::Empty);
        };
        let names: Vec<&str> = codes.iter().map(AsRef::as_ref).collect();
        let joined = names.join("+");
        if let Some(apart) = merged
            .iter()
            .find(|node| self.parent(**node) != self.parent(first))
        {
            return Err(BadAxis::Twice(self.code(*apart).to_owned()));
        }
        let mut leaves = Vec::new();
        for node in self.leaves() {
            let name = if node == first {
                joined.as_str()
            } else {
                self.code(node)
            };
            if node == first || !merged.contains(&node) {
                leaves.push((name, self.groups(node)));
            }
        }
        let mut axis = Self::grouped(&self.name, &leaves)?;
        axis.sensitive = self.sensitive;
        for (code, node) in &self.places {
            let name = if merged.contains(node) {
                joined.as_str()
            } else {
                self.code(*node)
            };
            if let Some(now) = axis.places.get(name).copied() {
                axis.places.entry(code.clone()).or_insert(now);
            }
        }
        Ok(axis)
    }

    /// What the dimension is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether what it says of a group must not be said of everyone in it.
    pub fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// How many nodes: categories, groups and the total.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing below the total; it never is.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    /// The code of a node.
    pub fn code(&self, node: usize) -> &str {
        self.nodes.get(node).map_or(TOTAL, |node| &node.code)
    }

    /// The node of a code: a category, a group or the total.
    pub fn node(&self, code: &str) -> Option<usize> {
        self.places.get(code).copied()
    }

    /// The category of a code.
    pub fn leaf(&self, code: &str) -> Option<usize> {
        self.node(code).filter(|node| self.is_leaf(*node))
    }

    /// Whether it is a category.
    pub fn is_leaf(&self, node: usize) -> bool {
        self.children(node).is_empty()
    }

    /// All categories.
    pub fn leaves(&self) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(|node| self.is_leaf(*node))
    }

    /// What lies directly below.
    pub fn children(&self, node: usize) -> &[usize] {
        self.nodes.get(node).map_or(&[], |node| &node.children)
    }

    /// What lies directly above.
    pub fn parent(&self, node: usize) -> Option<usize> {
        self.nodes.get(node).and_then(|node| node.parent)
    }

    /// A node and all above it, the total last.
    pub fn upwards(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |node| self.parent(*node))
    }

    /// Whether there are groups.
    pub fn has_groups(&self) -> bool {
        self.nodes
            .iter()
            .skip(1)
            .any(|node| !node.children.is_empty())
    }

    /// Whether a node holds every category, so that being in it says nothing.
    pub fn holds_all(&self, node: usize) -> bool {
        node == 0
            || self.upwards(node).all(|node| {
                self.parent(node)
                    .is_none_or(|above| self.children(above).len() == 1)
            })
    }

    fn depth(&self, node: usize) -> usize {
        self.upwards(node).skip(1).count()
    }

    fn groups(&self, node: usize) -> Vec<&str> {
        let mut groups: Vec<&str> = self
            .upwards(node)
            .skip(1)
            .filter(|node| *node != 0)
            .map(|node| self.code(node))
            .collect();
        groups.reverse();
        groups
    }

    fn add(&mut self, code: &str, parent: usize) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node {
            code: code.to_owned(),
            parent: Some(parent),
            children: Vec::new(),
        });
        if let Some(above) = self.nodes.get_mut(parent) {
            above.children.push(node);
        }
        self.places.insert(code.to_owned(), node);
        node
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_lie_between_categories_and_the_total() {
        let leaves = [
            ("KP", vec!["Asia"]),
            ("CN", vec!["Asia"]),
            ("FR", vec!["Europe"]),
        ];
        let axis = Axis::grouped("origin", &leaves).unwrap();
        let codes: Vec<&str> = (0..axis.len()).map(|node| axis.code(node)).collect();
        assert_eq!(codes, ["total", "Asia", "KP", "CN", "Europe", "FR"]);
        let up: Vec<&str> = axis.upwards(3).map(|node| axis.code(node)).collect();
        assert_eq!(up, ["CN", "Asia", "total"]);
        assert!(axis.has_groups() && !axis.holds_all(1) && axis.leaf("Asia").is_none());
    }

    #[test]
    fn a_code_stands_for_one_thing() {
        let twice = |code: &str| Err(BadAxis::Twice(code.to_owned()));
        assert_eq!(Axis::flat("d", &["a", "a"]), twice("a"));
        assert_eq!(Axis::flat("d", &["total"]), twice("total"));
        assert_eq!(Axis::flat::<&str>("d", &[]), Err(BadAxis::Empty));
        let mixed = [("a", vec!["g"]), ("b", vec![])];
        assert_eq!(Axis::grouped("d", &mixed), Err(BadAxis::Levels));
        let in_two = [("a", vec!["g", "h"]), ("b", vec!["i", "h"])];
        assert_eq!(Axis::grouped("d", &in_two), twice("h"));
    }

    #[test]
    fn combined_categories_count_as_one() {
        let axis = Axis::flat("outcome", &["asylum", "temporary", "none"]).unwrap();
        let axis = axis.combine(&["asylum", "temporary"]).unwrap();
        let codes: Vec<&str> = axis.leaves().map(|node| axis.code(node)).collect();
        assert_eq!(codes, ["asylum+temporary", "none"]);
        assert_eq!(axis.leaf("temporary"), axis.leaf("asylum+temporary"));
        assert_eq!(
            axis.combine(&["no"]),
            Err(BadAxis::Unknown("no".to_owned()))
        );
    }
}
