//! Whether a table may leave as it stands.

use std::collections::BTreeMap;

use crate::disclosure::table::Table;

/// A cell of fewer persons than this, and more than none, is small. Five: what UNHCR and Eurostat work in.
pub const THRESHOLD: u64 = 5;

/// What left before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its question in canonical form.
    pub question: String,
    /// What it printed.
    pub cells: BTreeMap<Vec<String>, u64>,
}

/// A table that may leave. Only [`audit`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    table: Table,
}

impl Released {
    /// The counts, every one of them fit to print.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// Why a table may not leave as it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refusal {
    /// Cells of 1 up to below the threshold, in the table's unit or in persons.
    pub small: usize,
    /// Cells that differ by so few from what was published before that the difference tells of them.
    pub differs: usize,
}

/// Judges a table against the threshold and against what left before with the same question.
///
/// # Errors
/// [`Refusal`] counts the cells for which it is withheld.
pub fn audit(table: Table, earlier: &[Earlier]) -> Result<Released, Refusal> {
    let is_small = |n: u64| n > 0 && n < THRESHOLD;
    let small = table
        .cells
        .values()
        .filter(|count| count.is_small())
        .count();
    let differs = earlier
        .iter()
        .filter(|release| release.question == table.question)
        .map(|release| {
            let now = |key| table.cells.get(key).map_or(0, |count| count.value);
            let moved = release
                .cells
                .iter()
                .filter(|(key, then)| is_small(now(*key).abs_diff(**then)));
            let fresh = table
                .cells
                .iter()
                .filter(|(key, count)| !release.cells.contains_key(*key) && is_small(count.value));
            moved.count() + fresh.count()
        })
        .max()
        .unwrap_or(0);
    if small == 0 && differs == 0 {
        Ok(Released { table })
    } else {
        Err(Refusal { small, differs })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::disclosure::table::Atom;

    fn table(counts: &[(&str, u64)]) -> Table {
        let mut atoms = Vec::new();
        for (value, n) in counts {
            for _ in 0..*n {
                let person = u64::try_from(atoms.len()).unwrap();
                atoms.push(Atom {
                    key: vec![(*value).to_owned()],
                    person,
                    source: person,
                });
            }
        }
        Table::count("persons", "q", &["outcome".to_owned()], &atoms)
    }

    #[test]
    fn the_two_are_withheld() {
        let refusal = audit(
            table(&[("asylum", 2), ("temporary", 90), ("none", 119)]),
            &[],
        );
        assert_eq!(
            refusal,
            Err(Refusal {
                small: 1,
                differs: 0
            })
        );
    }

    #[test]
    fn six_decisions_on_one_person_are_one_person() {
        let atoms = vec![
            Atom {
                key: Vec::new(),
                person: 1,
                source: 1
            };
            6
        ];
        let table = Table::count("decisions", "q", &[], &atoms);
        assert_eq!(audit(table, &[]).unwrap_err().small, 1);
    }

    /// Persons of families of these sizes, in one cell.
    fn families(sizes: &[u64]) -> Table {
        let mut atoms = Vec::new();
        for (source, size) in (0..).zip(sizes) {
            for _ in 0..*size {
                atoms.push(Atom {
                    key: Vec::new(),
                    person: u64::try_from(atoms.len()).unwrap(),
                    source,
                });
            }
        }
        Table::count("persons", "q", &[], &atoms)
    }

    #[test]
    fn a_family_is_one_source() {
        for sizes in [&[6, 1][..], &[4, 4], &[10], &[6, 1, 1], &[2, 1, 1]] {
            assert!(audit(families(sizes), &[]).is_err(), "{sizes:?}");
        }
        for sizes in [&[3, 3, 3][..], &[1, 1, 1, 1, 1], &[6, 2, 2], &[]] {
            assert!(audit(families(sizes), &[]).is_ok(), "{sizes:?}");
        }
    }

    #[test]
    fn a_release_that_differs_by_one_is_withheld() {
        let first = audit(table(&[("a", 10), ("b", 20)]), &[]).unwrap();
        let cells = first
            .table()
            .cells
            .iter()
            .map(|(k, c)| (k.clone(), c.value))
            .collect();
        let earlier = [Earlier {
            question: "q".to_owned(),
            cells,
        }];
        assert!(audit(table(&[("a", 10), ("b", 20)]), &earlier).is_ok());
        assert_eq!(
            audit(table(&[("a", 11), ("b", 20)]), &earlier)
                .unwrap_err()
                .differs,
            2
        );
        assert!(audit(table(&[("a", 20), ("b", 20)]), &earlier).is_ok());
    }

    proptest! {
        #[test]
        fn what_leaves_has_no_small_cell(counts in prop::collection::vec(0_u64..12, 0..5)) {
            let names = ["a", "b", "c", "d", "e"];
            let counts: Vec<_> = names.into_iter().zip(counts).collect();
            let has_small = counts.iter().any(|(_, n)| *n > 0 && *n < THRESHOLD);
            let released = audit(table(&counts), &[]);
            prop_assert_eq!(released.is_err(), has_small);
        }
    }
}
