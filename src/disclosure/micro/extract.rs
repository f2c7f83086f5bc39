//! The search for the least coarse list that may leave.

use crate::disclosure::micro::blanks::blanked;
use crate::disclosure::micro::classes::{Class, classes};

/// Below so many cases there is no list.
const ENOUGH: usize = 100;

/// More columns than this that others may know make every case one of its own.
const COLUMNS: usize = 8;

/// Of a hundred cases so many may be left out.
const LEFT_OUT: usize = 5;

/// Of a hundred cases so many may have values blanked.
const BLANKED: usize = 5;

/// What a list for anybody needs.
const PUBLIC: usize = 11;

/// One case, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// For each column that others may know: its value, then coarser and coarser, `*` last.
    pub ladders: Vec<Vec<String>>,
    /// What must not be learned.
    pub sensitive: Vec<String>,
    /// How many persons it has.
    pub persons: u64,
}

/// A column that must not be learned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitive {
    /// So many different values among cases that look alike.
    pub distinct: usize,
}

/// What a list must keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Cases that look alike, at least.
    pub k: usize,
    /// The columns that must not be learned.
    pub sensitive: Vec<Sensitive>,
    /// The most of cases that look alike that may have one value, in per cent.
    pub most_per_cent: usize,
    /// Whether anybody may have the list.
    pub is_public: bool,
    /// What a step on each ladder loses; one where nothing is said. Larger for columns that are to stay fine.
    pub weights: Vec<u64>,
    /// Whether single values of cases that stand out may be blanked, so that they look like enough others.
    pub may_blank: bool,
}

impl Default for Rule {
    fn default() -> Self {
        Self {
            k: 5,
            sensitive: Vec::new(),
            most_per_cent: 80,
            is_public: false,
            weights: Vec::new(),
            may_blank: true,
        }
    }
}

/// A list that may leave to whom it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    heights: Vec<usize>,
    /// Of each case its line, where it is on the list.
    told: Vec<Option<Vec<String>>>,
    left_out: usize,
    blanked: usize,
    smallest: usize,
    in_small: usize,
}

/// Why there is no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnonymous {
    /// Fewer than a hundred cases.
    #[error("too few cases")]
    TooFew,
    /// More than eight columns, or cases that do not have the same.
    #[error("too many columns that others may know")]
    Columns,
    /// A list for anybody with a smaller k than eleven, or one below two.
    #[error("too small a number of cases that look alike")]
    SmallK,
    /// Even at the coarsest more than 5 % of the cases stand out.
    #[error("too many cases stand out however coarse the list is")]
    StandOut,
}

impl Extract {
    /// How coarse each column is: its place on the ladder.
    pub fn heights(&self) -> &[usize] {
        &self.heights
    }

    /// Of each case that was asked of, in that order, its line; none where it is left out.
    pub fn told(&self) -> &[Option<Vec<String>>] {
        &self.told
    }

    /// The lines, sorted: their order says nothing.
    pub fn lines(&self) -> Vec<&Vec<String>> {
        let mut lines: Vec<&Vec<String>> = self.told.iter().flatten().collect();
        lines.sort_unstable();
        lines
    }

    /// How many lines have a value that was blanked.
    pub fn blanked(&self) -> usize {
        self.blanked
    }

    /// How many cases were left out.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The smallest number of lines that look alike: the largest chance of picking the right one is one in so many.
    pub fn smallest(&self) -> usize {
        self.smallest
    }

    /// How many lines look like fewer than ten.
    pub fn in_small_classes(&self) -> usize {
        self.in_small
    }
}

/// Makes the list that loses least: the whole lattice of heights is tried, the least loss first.
///
/// # Errors
/// [`NotAnonymous`].
pub fn anonymous(records: &[Record], rule: &Rule) -> Result<Extract, NotAnonymous> {
    if records.len() < ENOUGH {
        return Err(NotAnonymous::TooFew);
    }
    if rule.k < if rule.is_public { PUBLIC } else { 2 } {
        return Err(NotAnonymous::SmallK);
    }
    let tops: Vec<usize> = records
        .first()
        .map(|one| {
            one.ladders
                .iter()
                .map(|ladder| ladder.len().saturating_sub(1))
                .collect()
        })
        .unwrap_or_default();
    let same = |one: &Record| {
        one.ladders.len() == tops.len()
            && one
                .ladders
                .iter()
                .zip(&tops)
                .all(|(ladder, top)| ladder.len() == top + 1)
            && one.sensitive.len() >= rule.sensitive.len()
    };
    if tops.len() > COLUMNS || !records.iter().all(same) {
        return Err(NotAnonymous::Columns);
    }
    lattice(&tops, &rule.weights)
        .into_iter()
        .find_map(|heights| listed(records, rule, heights))
        .ok_or(NotAnonymous::StandOut)
}

/// Every choice of heights, the least loss first.
fn lattice(tops: &[usize], weights: &[u64]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for top in tops {
        all = all
            .into_iter()
            .flat_map(|heights| {
                (0..=*top).map(move |height| [heights.as_slice(), &[height]].concat())
            })
            .collect();
    }
    let loss = |heights: &Vec<usize>| {
        let steps = heights.iter().enumerate().map(|(at, height)| {
            let weight = weights.get(at).copied().unwrap_or(1);
            weight.saturating_mul(u64::try_from(*height).unwrap_or(u64::MAX))
        });
        steps.fold(0_u64, u64::saturating_add)
    };
    all.sort_by_cached_key(|heights| (loss(heights), heights.clone()));
    all
}

fn listed(records: &[Record], rule: &Rule, heights: Vec<usize>) -> Option<Extract> {
    let share = |per_cent: usize| records.len() * per_cent / 100;
    let all = classes(records, 0..records.len(), &heights, &[]);
    let (enough, small): (Vec<Class<'_>>, Vec<Class<'_>>) = all
        .into_iter()
        .partition(|class| class.is_enough(records, rule));
    let (mut kept, alike): (Vec<Class<'_>>, Vec<Class<'_>>) = enough
        .into_iter()
        .partition(|class| class.differs(records, rule));
    let many = |classes: &[Class<'_>]| classes.iter().map(|class| class.cases.len()).sum::<usize>();
    let (alike, mut small_out) = (many(&alike), many(&small));
    let may_blank = if rule.may_blank { share(BLANKED) } else { 0 };
    if alike + small_out > share(LEFT_OUT) + may_blank {
        return None;
    }
    let mut blanked_lines = 0;
    if may_blank > 0 {
        let out = small.into_iter().flat_map(|class| class.cases).collect();
        let (classes, left_out) = blanked(records, rule, &heights, out, may_blank);
        blanked_lines = many(&classes);
        kept.extend(classes);
        small_out = left_out;
    }
    let left_out = alike + small_out;
    if left_out > share(LEFT_OUT) {
        return None;
    }
    let mut told = vec![None; records.len()];
    for class in &kept {
        for at in &class.cases {
            let key = class.key.iter().map(|value| (*value).to_owned());
            let sensitive = records.get(*at).map(|case| case.sensitive.iter().cloned());
            if let Some(line) = told.get_mut(*at) {
                *line = Some(key.chain(sensitive.into_iter().flatten()).collect());
            }
        }
    }
    let sizes = || kept.iter().map(|class| class.cases.len());
    Some(Extract {
        heights,
        told,
        left_out,
        blanked: blanked_lines,
        smallest: sizes().min().unwrap_or(0),
        in_small: sizes().filter(|size| *size < 10).sum(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn record(origin: u64, year: u64, outcome: u64) -> Record {
        let region = origin / 3;
        Record {
            ladders: vec![
                vec![format!("o{origin}"), format!("r{region}"), "*".to_owned()],
                vec![
                    (2000 + year).to_string(),
                    format!("{}s", (2000 + year) / 10),
                    "*".to_owned(),
                ],
            ],
            sensitive: vec![format!("out{outcome}")],
            persons: 1,
        }
    }

    fn rule() -> Rule {
        Rule {
            sensitive: vec![Sensitive { distinct: 2 }],
            ..Rule::default()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn every_line_looks_like_enough_others(
            cases in prop::collection::vec((0_u64..9, 0_u64..15, 0_u64..3), 100..250),
            k in 2_usize..12,
        ) {
            let records: Vec<Record> = cases.iter().map(|(o, y, s)| record(*o, *y, *s)).collect();
            let rule = Rule { k, ..rule() };
            let Ok(list) = anonymous(&records, &rule) else { return Ok(()) };
            let mut classes: BTreeMap<&[String], Vec<&String>> = BTreeMap::new();
            for line in list.lines() {
                classes.entry(&line[..2]).or_default().push(&line[2]);
            }
            // A value is blanked only where the class that has it is on the list with none of its cases.
            let mut blanked = 0;
            for (record, told) in records.iter().zip(list.told()) {
                let Some(told) = told else { continue };
                let whole: Vec<String> = record.ladders.iter().zip(list.heights()).map(|(l, h)| l[*h].clone()).collect();
                prop_assert_eq!(&told[2], &record.sensitive[0]);
                prop_assert!(told.iter().zip(&whole).all(|(told, value)| told == value || told == "*"));
                if told[..2] != whole[..] {
                    blanked += 1;
                    prop_assert!(!classes.contains_key(&whole[..]));
                }
            }
            prop_assert_eq!(blanked, list.blanked());
            prop_assert!(blanked * 20 <= records.len());
            for values in classes.values_mut() {
                prop_assert!(values.len() >= k);
                let all = values.len();
                values.sort();
                let most = values.chunk_by(|a, b| a == b).map(<[_]>::len).max().unwrap();
                values.dedup();
                prop_assert!(values.len() >= 2 && most * 100 <= all * 80);
            }
            prop_assert_eq!(list.lines().len() + list.left_out(), records.len());
            prop_assert!(list.left_out() * 20 <= records.len());
            prop_assert!(list.lines().is_sorted());
            prop_assert_eq!(list.lines().len(), list.told().iter().flatten().count());
        }
    }

    #[test]
    fn what_cannot_be_hidden_is_refused() {
        let alike: Vec<Record> = (0..100).map(|n| record(0, 0, n % 2)).collect();
        let list = anonymous(&alike, &rule()).unwrap();
        assert_eq!(
            (list.heights(), list.left_out(), list.smallest()),
            (&[0, 0][..], 0, 100)
        );
        assert_eq!(anonymous(&alike[1..], &rule()), Err(NotAnonymous::TooFew));
        let public = Rule {
            is_public: true,
            ..rule()
        };
        assert_eq!(anonymous(&alike, &public), Err(NotAnonymous::SmallK));
        let one_outcome: Vec<Record> = (0..100).map(|_| record(0, 0, 0)).collect();
        assert_eq!(
            anonymous(&one_outcome, &rule()),
            Err(NotAnonymous::StandOut)
        );
        let wide = Record {
            ladders: vec![vec!["*".to_owned()]; 9],
            ..record(0, 0, 0)
        };
        assert_eq!(
            anonymous(&vec![wide; 100], &rule()),
            Err(NotAnonymous::Columns)
        );
    }

    /// Ninety-six who look alike, and four of four years that nobody else has: blanked, they are four, or with another five.
    #[test]
    fn a_value_is_blanked_where_enough_then_look_alike() {
        let mut records: Vec<Record> = (0..96).map(|n| record(0, 0, n % 2)).collect();
        records.extend((1..5).map(|year| record(0, year, year % 2)));
        let four = anonymous(&records, &rule()).unwrap();
        assert_eq!(
            (four.heights(), four.blanked(), four.left_out()),
            (&[0, 0][..], 0, 4)
        );
        records.push(record(0, 5, 1));
        let five = anonymous(&records, &rule()).unwrap();
        assert_eq!(
            (five.heights(), five.blanked(), five.left_out()),
            (&[0, 0][..], 5, 0)
        );
        assert_eq!(
            five.told()[96],
            Some(vec!["o0".to_owned(), "*".to_owned(), "out1".to_owned()])
        );
        assert_eq!(five.smallest(), 5);
        // All five with one result: they stay out whole, whatever else could be blanked.
        for one in &mut records[96..] {
            one.sensitive = vec!["out1".to_owned()];
        }
        let alike = anonymous(&records, &rule()).unwrap();
        assert_eq!((alike.blanked(), alike.left_out()), (0, 5));
        let none = Rule {
            may_blank: false,
            ..rule()
        };
        assert_eq!(anonymous(&records, &none).unwrap().blanked(), 0);
    }

    /// A class that is large enough and differs too little is never blanked: that it was would say what its cases have.
    #[test]
    fn what_is_on_no_list_for_its_result_is_not_blanked() {
        let mut records: Vec<Record> = (0..290).map(|n| record(0, 0, n % 2)).collect();
        records.extend((0..5).map(|_| record(0, 1, 0)));
        records.extend((2..7).map(|year| record(0, year, year % 2)));
        let list = anonymous(&records, &rule()).unwrap();
        assert_eq!(
            (list.heights(), list.blanked(), list.left_out()),
            (&[0, 0][..], 5, 5)
        );
        assert!(list.told()[290..295].iter().all(Option::is_none));
    }

    #[test]
    fn the_column_to_keep_stays_fine() {
        let records: Vec<Record> = (0..200).map(|n| record(n % 9, n / 9 % 15, n % 2)).collect();
        let keep = |weights: [u64; 2]| {
            let rule = Rule {
                weights: weights.to_vec(),
                ..rule()
            };
            anonymous(&records, &rule).unwrap().heights().to_vec()
        };
        assert_eq!(keep([9, 1])[0], 0);
        assert_eq!(keep([1, 9])[1], 0);
    }
}
