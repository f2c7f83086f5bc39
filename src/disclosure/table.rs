//! A table of counts with its margins, made of atoms: one counted thing with its key and its person.

use std::collections::{BTreeMap, BTreeSet};

/// The groups above each value of a dimension.
type Above = BTreeMap<String, Vec<String>>;

/// Fewer than so many persons are few, where nothing else was asked.
pub const THRESHOLD: u64 = 5;

/// The reserved key of a margin, in the place of what it sums over.
pub const TOTAL: &str = "total";

/// Persons of fewer cases than this are known to each other.
const SOURCES: u64 = 3;

/// One counted thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// One value a dimension.
    pub key: Vec<String>,
    /// Whose it is: six decisions on one person are one person.
    pub person: u64,
    /// In whose case: whoever knows one of a family knows them all.
    pub source: u64,
}

/// The count of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// In the table's unit.
    pub value: u64,
    /// Distinct persons.
    pub persons: u64,
    /// Distinct cases.
    pub sources: u64,
    /// Persons of the case that has most.
    pub largest: u64,
}

impl Count {
    /// Nothing.
    pub const NONE: Self = Self {
        value: 0,
        persons: 0,
        sources: 0,
        largest: 0,
    };

    /// Whether it would tell of single people: too few things, too few persons, or one family among too few others.
    pub fn is_small(&self) -> bool {
        let few = self.value < THRESHOLD || self.persons < THRESHOLD;
        let one_family = self.sources < SOURCES || self.persons - self.largest < THRESHOLD - 1;
        self.value > 0 && (few || one_family)
    }
}

/// True counts by key, margins included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What is counted.
    pub unit: String,
    /// The question in canonical form: equal questions are compared over time.
    pub question: String,
    /// The names of the dimensions.
    pub dimensions: Vec<String>,
    /// Cells that hold something, and the grand total.
    pub cells: BTreeMap<Vec<String>, Count>,
}

impl Table {
    /// Counts atoms, whose keys have one value for each dimension.
    pub fn count(unit: &str, question: &str, dimensions: &[String], atoms: &[Atom]) -> Self {
        Self::grouped(unit, question, dimensions, &[], atoms)
    }

    /// The same with sums of groups of values, for each dimension that has some.
    pub fn grouped(
        unit: &str,
        question: &str,
        dimensions: &[String],
        groups: &[(String, Above)],
        atoms: &[Atom],
    ) -> Self {
        type Persons = BTreeMap<u64, BTreeSet<u64>>;
        let of = |name: &String| groups.iter().find(|(of, _)| of == name);
        let above = dimensions
            .iter()
            .map(|name| of(name).map(|(_, above)| above));
        let above: Vec<Option<&Above>> = above.collect();
        let mut sums: BTreeMap<Vec<String>, (u64, Persons)> = BTreeMap::new();
        let grand = vec![TOTAL.to_owned(); dimensions.len().max(1)];
        sums.insert(grand.clone(), (0, BTreeMap::new()));
        for atom in atoms {
            let mut keys = margins(&atom.key, &above);
            if atom.key.is_empty() {
                keys = vec![grand.clone()];
            }
            for key in keys {
                let (value, persons) = sums.entry(key).or_default();
                *value += 1;
                persons.entry(atom.source).or_default().insert(atom.person);
            }
        }
        let size = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let counted = |(key, (value, persons)): (_, (u64, Persons))| {
            let of_each = || persons.values().map(|family| size(family.len()));
            let count = Count {
                value,
                persons: of_each().sum(),
                sources: size(persons.len()),
                largest: of_each().max().unwrap_or(0),
            };
            (key, count)
        };
        Self {
            unit: unit.to_owned(),
            question: question.to_owned(),
            dimensions: dimensions.to_vec(),
            cells: sums.into_iter().map(counted).collect(),
        }
    }
}

/// A key and every margin above it.
fn margins(key: &[String], above: &[Option<&Above>]) -> Vec<Vec<String>> {
    let parts = key.iter().zip(above);
    parts.fold(vec![Vec::new()], |keys, (value, above)| {
        let groups = above
            .and_then(|above| above.get(value))
            .into_iter()
            .flatten();
        let total = TOTAL.to_owned();
        let parts: Vec<&String> = std::iter::once(value)
            .chain(groups)
            .chain(std::iter::once(&total))
            .collect();
        let longer = |key: Vec<String>| {
            let parts = parts.iter().map(move |part| {
                let mut longer = key.clone();
                longer.push((*part).clone());
                longer
            });
            parts.collect::<Vec<_>>()
        };
        keys.into_iter().flat_map(longer).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atom(key: &[&str], person: u64) -> Atom {
        Atom {
            key: key.iter().map(|&v| v.to_owned()).collect(),
            person,
            source: person,
        }
    }

    #[test]
    fn sums_margins_and_persons() {
        let dims = ["origin".to_owned(), "sex".to_owned()];
        let atoms = [
            atom(&["KP", "m"], 1),
            atom(&["KP", "m"], 1),
            atom(&["KP", "f"], 2),
        ];
        let table = Table::count("decisions", "q", &dims, &atoms);
        let cell = |a: &str, b: &str| table.cells[&vec![a.to_owned(), b.to_owned()]];
        assert_eq!(
            cell("KP", "m"),
            Count {
                value: 2,
                persons: 1,
                sources: 1,
                largest: 1
            }
        );
        assert_eq!(
            cell("KP", TOTAL),
            Count {
                value: 3,
                persons: 2,
                sources: 2,
                largest: 1
            }
        );
        assert_eq!(
            cell(TOTAL, "f"),
            Count {
                value: 1,
                persons: 1,
                sources: 1,
                largest: 1
            }
        );
        assert_eq!(
            cell(TOTAL, TOTAL),
            Count {
                value: 3,
                persons: 2,
                sources: 2,
                largest: 1
            }
        );
    }

    #[test]
    fn without_dimensions_there_is_one_cell() {
        let table = Table::count("persons", "q", &[], &[atom(&[], 1), atom(&[], 2)]);
        let all: Vec<_> = table.cells.into_iter().collect();
        assert_eq!(
            all,
            [(
                vec![TOTAL.to_owned()],
                Count {
                    value: 2,
                    persons: 2,
                    sources: 2,
                    largest: 1
                }
            )]
        );
        assert_eq!(Table::count("persons", "q", &[], &[]).cells.len(), 1);
    }
}
