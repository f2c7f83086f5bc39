//! Sums of what a line of a table prints.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::stats::values;
use crate::disclosure::TOTAL;
use crate::disclosure::model::Domain;

/// A dimension of a table with its values, groups apart.
pub(super) struct Dimension {
    pub name: String,
    pub values: BTreeSet<String>,
}

/// What is printed of each cell: what it may be, and how it reads.
pub(super) type Cells = BTreeMap<Vec<String>, (Domain, String)>;

/// A line of a table: its cells over one dimension.
pub(super) struct Line<'a> {
    pub cells: &'a Cells,
    pub part: &'a [String],
    pub at: usize,
    pub dimension: &'a Dimension,
}

impl Line<'_> {
    fn cell(&self, code: &str) -> Option<&(Domain, String)> {
        let mut key = self.part.to_vec();
        if let Some(place) = key.get_mut(self.at) {
            code.clone_into(place);
        }
        self.cells.get(&key)
    }

    fn add<'a>(&self, codes: impl Iterator<Item = &'a String>) -> Domain {
        codes
            .filter_map(|code| self.cell(code))
            .fold(Domain::only(0), |sum, (domain, _)| Domain {
                least: sum.least.saturating_add(domain.least),
                most: sum.most.zip(domain.most).map(|(a, b)| a.saturating_add(b)),
            })
    }

    /// The cells that are these values: each by itself, and those counted as one that all are among them. Nothing where some
    /// are counted as one with others.
    fn cells_of(&self, codes: &[String]) -> Option<Vec<&String>> {
        let mut cells = Vec::new();
        for own in &self.dimension.values {
            let parts = values(own);
            let among = |part: &String| codes.contains(part);
            if codes.contains(own) || parts.iter().all(among) {
                cells.push(own);
            } else if parts.iter().any(among) {
                return None;
            }
        }
        Some(cells)
    }

    /// What some values of a line are together, and how that is printed: a value that nobody has is nought. Readers add up
    /// what is printed of them, and take the others from the line's total. Nothing where some are counted as one with others.
    pub fn sum(&self, codes: &[String]) -> Option<(Domain, String)> {
        let own = self.cells_of(codes)?;
        // The total, and groups.
        let is_sum =
            |code: &&String| !self.dimension.values.contains(*code) && self.cell(code).is_some();
        let sums: Vec<&String> = codes.iter().filter(is_sum).collect();
        let all = || sums.iter().chain(&own).copied();
        let mut sum = self.add(all());
        if let Some((whole, _)) = self.cells.get(self.part).filter(|_| sums.is_empty()) {
            let values = self.dimension.values.iter();
            let rest = self.add(values.filter(|code| !own.contains(code)));
            let least = rest.most.map_or(0, |most| whole.least.saturating_sub(most));
            sum = sum.within(Domain {
                least: least.max(0),
                most: whole.most.map(|most| most.saturating_sub(rest.least)),
            });
        }
        let texts = all().filter_map(|code| self.cell(code));
        let text = match sum.most {
            Some(most) if most == sum.least => most.to_string(),
            _ => {
                let texts: Vec<&str> = texts.map(|(_, text)| text.as_str()).collect();
                texts.join(" + ")
            }
        };
        Some((sum, text))
    }

    /// What stands below the line alone.
    pub fn beside(&self, above: &[String], below: &[String]) -> Domain {
        let nothing_known = Domain::from(0);
        if below == [TOTAL] {
            let Some(own) = self.cells_of(above) else {
                return nothing_known;
            };
            let is_value = |code: &String| self.dimension.values.contains(code);
            if !above
                .iter()
                .all(|code| is_value(code) || self.cell(code).is_none())
            {
                return nothing_known;
            }
            let values = self.dimension.values.iter();
            return self.add(values.filter(|code| !own.contains(code)));
        }
        let alone: Vec<String> = below
            .iter()
            .filter(|code| !above.contains(code))
            .cloned()
            .collect();
        self.sum(&alone).map_or(nothing_known, |(domain, _)| domain)
    }
}
