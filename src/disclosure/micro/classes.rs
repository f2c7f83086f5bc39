//! Cases that look alike at a height, and whether they are enough and differ enough in what must not be learned.

use std::collections::BTreeMap;

use crate::disclosure::micro::extract::{Record, Rule};

/// Cases that look alike.
pub(super) struct Class<'a> {
    pub key: Vec<&'a str>,
    pub cases: Vec<&'a Record>,
}

/// The classes at a height of each ladder.
pub(super) fn classes<'a>(records: &'a [Record], heights: &[usize]) -> Vec<Class<'a>> {
    let mut classes: BTreeMap<Vec<&str>, Vec<&Record>> = BTreeMap::new();
    for record in records {
        let key = record.ladders.iter().zip(heights).map(|(ladder, height)| {
            ladder
                .get(*height)
                .or(ladder.last())
                .map_or("*", String::as_str)
        });
        classes.entry(key.collect()).or_default().push(record);
    }
    classes
        .into_iter()
        .map(|(key, cases)| Class { key, cases })
        .collect()
}

impl Class<'_> {
    /// Whether it may be listed.
    pub fn keeps(&self, rule: &Rule) -> bool {
        let cases = self.cases.len();
        let persons: u64 = self.cases.iter().map(|case| case.persons).sum();
        let enough = cases >= rule.k && persons >= u64::try_from(rule.k).unwrap_or(u64::MAX);
        enough
            && rule.sensitive.iter().enumerate().all(|(at, sensitive)| {
                let mut values: BTreeMap<&str, usize> = BTreeMap::new();
                for case in &self.cases {
                    let value = case.sensitive.get(at).map_or("", String::as_str);
                    *values.entry(value).or_insert(0) += 1;
                }
                let most = values.values().max().copied().unwrap_or(0);
                values.len() >= sensitive.distinct && most * 100 <= cases * rule.most_per_cent
            })
    }
}
