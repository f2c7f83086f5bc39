//! Cases that look alike at a height, and whether they are enough and differ enough in what must not be learned.

use std::collections::BTreeMap;

use crate::disclosure::micro::extract::{Record, Rule};

/// What a value says that is blanked, and a column that says nothing.
pub(super) const BLANK: &str = "*";

/// Cases that look alike, each by its place among all.
pub(super) struct Class<'a> {
    pub key: Vec<&'a str>,
    pub cases: Vec<usize>,
}

/// The classes of some cases at a height of each ladder, with some columns blanked.
pub(super) fn classes<'a>(
    records: &'a [Record],
    of: impl IntoIterator<Item = usize>,
    heights: &[usize],
    blanked: &[usize],
) -> Vec<Class<'a>> {
    let mut classes: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for at in of {
        let ladders = records.get(at).map(|record| record.ladders.iter());
        let key = ladders.into_iter().flatten().zip(heights).enumerate();
        let key = key.map(|(column, (ladder, height))| {
            let told = ladder.get(*height).or(ladder.last());
            told.filter(|_| !blanked.contains(&column))
                .map_or(BLANK, String::as_str)
        });
        classes.entry(key.collect()).or_default().push(at);
    }
    classes
        .into_iter()
        .map(|(key, cases)| Class { key, cases })
        .collect()
}

impl Class<'_> {
    /// Whether enough look alike.
    pub fn is_enough(&self, records: &[Record], rule: &Rule) -> bool {
        let cases = self.cases.len();
        let persons: u64 = self.of(records).map(|case| case.persons).sum();
        cases >= rule.k && persons >= u64::try_from(rule.k).unwrap_or(u64::MAX)
    }

    /// Whether they differ enough in what must not be learned.
    pub fn differs(&self, records: &[Record], rule: &Rule) -> bool {
        rule.sensitive.iter().enumerate().all(|(at, sensitive)| {
            let mut values: BTreeMap<&str, usize> = BTreeMap::new();
            for case in self.of(records) {
                let value = case.sensitive.get(at).map_or("", String::as_str);
                *values.entry(value).or_insert(0) += 1;
            }
            let most = values.values().max().copied().unwrap_or(0);
            values.len() >= sensitive.distinct
                && most * 100 <= self.cases.len() * rule.most_per_cent
        })
    }

    fn of<'r>(&self, records: &'r [Record]) -> impl Iterator<Item = &'r Record> {
        self.cases.iter().filter_map(|at| records.get(*at))
    }
}
