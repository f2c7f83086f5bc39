//! Cases that stand out stay on a list with single values blanked, where enough others then look like them.

use crate::disclosure::micro::classes::{Class, classes};
use crate::disclosure::micro::extract::{Record, Rule};

/// The most values of one case that are blanked: with more of them a line says hardly anything.
const MOST: usize = 2;

/// Classes of cases that stand out, each with the same columns blanked, and how many cases stay out.
///
/// Only cases of classes that are too *small* come in, and which values are blanked hangs on how many there are and on nothing
/// else. If it hung on what must not be learned, that a value is blanked would say something of it: a class that is large enough
/// and is not on the list would be one in which nearly all have the same. For the same reason a class that turns out to differ too little stays out
/// whole, and its cases are tried no further.
pub(super) fn blanked<'a>(
    records: &'a [Record],
    rule: &Rule,
    heights: &[usize],
    mut out: Vec<usize>,
    most_lines: usize,
) -> (Vec<Class<'a>>, usize) {
    let (mut kept, mut lines, mut left_out) = (Vec::new(), 0, 0);
    for columns in patterns(records, rule, heights) {
        for class in classes(records, out.clone(), heights, &columns) {
            let size = class.cases.len();
            if !class.is_enough(records, rule) || lines + size > most_lines {
                continue;
            }
            out.retain(|at| !class.cases.contains(at));
            lines += size;
            if class.differs(records, rule) {
                kept.push(class);
            } else {
                left_out += size;
            }
        }
    }
    (kept, left_out + out.len())
}

/// Which columns are blanked, the least loss first. A column that says nothing anyway has nothing to blank.
fn patterns(records: &[Record], rule: &Rule, heights: &[usize]) -> Vec<Vec<usize>> {
    let ladders = records.first().map(|one| one.ladders.as_slice());
    let tops = ladders.unwrap_or_default().iter().map(Vec::len);
    let told: Vec<usize> = tops
        .zip(heights)
        .enumerate()
        .filter(|(_, (steps, height))| *height + 1 < *steps)
        .map(|(column, _)| column)
        .collect();
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for column in told {
        let more: Vec<Vec<usize>> = all
            .iter()
            .filter(|columns| columns.len() < MOST)
            .map(|columns| [columns.as_slice(), &[column]].concat())
            .collect();
        all.extend(more);
    }
    all.retain(|columns| !columns.is_empty());
    let weight = |column: &usize| rule.weights.get(*column).copied().unwrap_or(1);
    all.sort_by_cached_key(|columns| {
        let loss = columns.iter().map(weight).fold(0, u64::saturating_add);
        (loss, columns.clone())
    });
    all
}
