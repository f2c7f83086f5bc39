//! Reads what is printed, rebuilds what a reader thinks possible, adds every witness up again, and asks whether each
//! secret is kept. In whole numbers throughout.

use std::collections::BTreeSet;

use crate::disclosure::model::{Counts, Shape};
use crate::disclosure::proof::released::{Cell, Check, Proof, Released, Why};
use crate::disclosure::proof::rules::{Secret, groups, secret};

/// What is to leave, and the tables that are said to agree with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    /// The threshold that the markers speak of.
    pub threshold: i64,
    /// Whether numbers are rounded to the nearest five.
    pub rounded: bool,
    /// What is printed, cell by cell in the order of the shape.
    pub texts: Vec<String>,
    /// Cells that are shown on a decision of the office.
    pub overridden: Vec<usize>,
    /// Tables that agree with it, each told by the cells that differ from the truth and by how much.
    pub witnesses: Vec<Vec<(usize, i64)>>,
}

/// Why a table may not leave. Whoever sees one of these sees a defect of this program, and no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Not as many texts as cells.
    #[error("the printed table has another shape")]
    Shape,
    /// A text that says what is not so.
    #[error("a printed cell is untrue")]
    Untrue,
    /// A text that says more than the rules allow.
    #[error("a printed cell says too much")]
    Open,
    /// A witness that does not add up.
    #[error("a witness does not add up")]
    Sum,
    /// A witness that contradicts what is printed.
    #[error("a witness contradicts what is printed")]
    Domain,
    /// A small number, or one that rests on a family, of which too little stays possible.
    #[error("too little stays possible of a withheld number")]
    Disclosed,
    /// A line that tells what nearly all of a group are.
    #[error("a withheld line can be worked out")]
    Group,
}

/// What a reader knows of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    Number(i64),
    Near(i64),
    Under(i64),
    AtLeast(i64),
    Any,
}

impl Read {
    fn text(text: &str, threshold: i64, rounded: bool) -> Option<Self> {
        match text {
            "c" => Some(Self::AtLeast(threshold)),
            "x" => Some(Self::Any),
            _ => match text.strip_prefix('<') {
                Some(limit) => limit
                    .parse()
                    .ok()
                    .filter(|n| *n == threshold)
                    .map(Self::Under),
                None if rounded => text.parse().ok().map(Self::Near),
                None => text.parse().ok().map(Self::Number),
            },
        }
    }

    fn allows(self, n: i64) -> bool {
        match self {
            Self::Number(shown) => n == shown,
            Self::Near(shown) => n >= 0 && (shown - n).abs() <= 2,
            Self::Under(limit) => (1..limit).contains(&n),
            Self::AtLeast(limit) => n >= limit,
            Self::Any => n >= 0,
        }
    }

    fn is_number(self) -> bool {
        matches!(self, Self::Number(_))
    }
}

/// Judges a table.
///
/// # Errors
/// [`Fault`]: it may not leave.
pub fn audit(counts: &Counts, claim: &Claim) -> Result<Released, Fault> {
    let shape = counts.shape();
    let limit = u64::try_from(claim.threshold).map_err(|_| Fault::Shape)?;
    if claim.texts.len() != shape.len() || limit < 3 {
        return Err(Fault::Shape);
    }
    let mut read = Vec::with_capacity(shape.len());
    for text in &claim.texts {
        read.push(Read::text(text, claim.threshold, claim.rounded).ok_or(Fault::Untrue)?);
    }
    let truth: Vec<i64> = (0..shape.len()).map(|cell| counts.value(cell)).collect();
    agrees(&read, &truth).map_err(|_| Fault::Untrue)?;

    // What must be kept, and of what the printed text may say nothing at all.
    let forced = |cell: usize| claim.overridden.contains(&cell);
    let secrets: Vec<Secret> = (0..shape.len())
        .map(|cell| {
            if forced(cell) {
                Secret::Open
            } else {
                secret(counts.of(cell), limit)
            }
        })
        .collect();
    for (kept, text) in secrets.iter().zip(&read) {
        if *kept != Secret::Open && text.is_number() {
            return Err(Fault::Open);
        }
    }
    // Of a cell in which nobody can be everybody knows that it is nought.
    let nobody = |cell: usize| shape.is_empty_for_all(cell);
    let shown_under =
        |cell: usize| read.get(cell) != Some(&Read::Any) && !forced(cell) && !nobody(cell);
    if !claim.rounded
        && (0..shape.len())
            .any(|cell| shown_under(cell) && small_above(shape, &truth, cell, claim.threshold))
    {
        return Err(Fault::Open);
    }
    let kept_groups = kept_groups(counts, &read, limit, forced)?;

    // What the witnesses show to be possible.
    let mut possible: Vec<BTreeSet<i64>> = truth.iter().map(|n| BTreeSet::from([*n])).collect();
    let mut spread = vec![false; kept_groups.len()];
    for moves in std::iter::once(&Vec::new()).chain(&claim.witnesses) {
        let mut table = truth.clone();
        for (cell, by) in moves {
            *table.get_mut(*cell).ok_or(Fault::Shape)? += by;
        }
        if !adds_up(shape, &table) {
            return Err(Fault::Sum);
        }
        agrees(&read, &table)?;
        if (table.iter().enumerate()).any(|(cell, n)| *n != 0 && nobody(cell)) {
            return Err(Fault::Domain);
        }
        for ((seen, kept), n) in possible.iter_mut().zip(&secrets).zip(&table) {
            if *kept != Secret::Open {
                seen.insert(*n);
            }
        }
        for (done, (total, values)) in spread.iter_mut().zip(&kept_groups) {
            let of = |cell: &usize| table.get(*cell).copied().unwrap_or(i64::MAX / 16);
            *done = *done || values.iter().all(|value| of(value) * 10 < of(total) * 9);
        }
    }
    if spread.contains(&false) {
        return Err(Fault::Group);
    }
    let between = holds_what_lies_between(shape);
    for ((kept, text), seen) in secrets.iter().zip(&read).zip(&possible) {
        if !is_kept(*kept, *text, seen, claim.threshold, between) {
            return Err(Fault::Disclosed);
        }
    }
    let protected = secrets.iter().filter(|kept| **kept != Secret::Open).count();
    let check = Check {
        witnesses: claim.witnesses.len(),
        protected: protected + kept_groups.len(),
    };
    let cells = read.iter().enumerate().map(|(cell, text)| Cell {
        key: shape.key(cell),
        value: match text {
            Read::Number(n) => u64::try_from(*n).ok(),
            _ => None,
        },
        shown: claim.texts.get(cell).cloned().unwrap_or_default(),
        why: match text {
            _ if forced(cell) => Some(Why::Override),
            Read::Number(_) => None,
            Read::Near(_) => Some(Why::Rounded),
            Read::Under(_) => Some(Why::Small),
            Read::AtLeast(_) => Some(Why::Complementary),
            Read::Any => Some(Why::Line),
        },
        interval: None,
    });
    Ok(Released {
        unit: counts.unit(),
        shape: shape.clone(),
        threshold: claim.threshold,
        rounded: claim.rounded,
        cells: cells.collect(),
        check,
        proof: Proof(claim.witnesses.clone()),
    })
}

fn agrees(read: &[Read], table: &[i64]) -> Result<(), Fault> {
    let all = read.iter().zip(table).all(|(text, n)| text.allows(*n));
    if all { Ok(()) } else { Err(Fault::Domain) }
}

/// Whether enough is possible of a number. What the marker `x` covers is told by nothing else, so there the two ends count.
fn is_kept(kept: Secret, text: Read, seen: &BTreeSet<i64>, threshold: i64, between: bool) -> bool {
    let (least, most) = (
        seen.first().copied().unwrap_or(0),
        seen.last().copied().unwrap_or(0),
    );
    let as_many_as = |n: i64| {
        if between {
            most - least + 1 >= n
        } else {
            i64::try_from(seen.len()).is_ok_and(|many| many >= n)
        }
    };
    match (kept, text) {
        (Secret::Open, _) => true,
        (_, Read::Number(_)) => false,
        (_, Read::Near(_)) => as_many_as(3),
        (Secret::Few, _) => as_many_as(threshold - 1),
        (Secret::Small, Read::Any) => least <= 1 && most >= threshold - 1,
        (Secret::Small, _) => least <= 1 && most >= threshold - 1 && as_many_as(threshold - 1),
    }
}

/// Whether between two whole tables lies one for each number between: so in tables of two dimensions of which at most one
/// has groups.
fn holds_what_lies_between(shape: &Shape) -> bool {
    let mut grouped = 0;
    for axis in shape.axes() {
        let below_the_total = axis.children(0);
        if below_the_total
            .iter()
            .any(|node| !axis.children(*node).is_empty())
        {
            grouped += 1;
        }
    }
    match shape.axes().len() {
        0 | 1 => true,
        2 => grouped <= 1,
        _ => false,
    }
}

/// Whether a cell counts in a margin that is itself small.
fn small_above(shape: &Shape, truth: &[i64], cell: usize, threshold: i64) -> bool {
    let mut seen = BTreeSet::from([cell]);
    let mut open = vec![shape.nodes(cell)];
    while let Some(nodes) = open.pop() {
        for (at, axis) in shape.axes().iter().enumerate() {
            let mut higher = nodes.clone();
            let parent = nodes.get(at).and_then(|node| axis.parent(*node));
            let (Some(place), Some(parent)) = (higher.get_mut(at), parent) else {
                continue;
            };
            *place = parent;
            let margin = shape.cell(&higher);
            if truth
                .get(margin)
                .is_some_and(|n| (1..threshold).contains(n))
            {
                return true;
            }
            if seen.insert(margin) {
                open.push(higher);
            }
        }
    }
    false
}

/// Adds the inner cells up, each into every margin above it, and compares.
fn adds_up(shape: &Shape, table: &[i64]) -> bool {
    let mut sums = vec![0_i64; table.len()];
    for (cell, n) in table.iter().enumerate() {
        let nodes = shape.nodes(cell);
        let leaves = shape.axes().iter().zip(&nodes);
        if *n == 0
            || leaves
                .clone()
                .any(|(axis, node)| !axis.children(*node).is_empty())
        {
            continue;
        }
        let mut keys: Vec<Vec<usize>> = vec![Vec::new()];
        for (axis, node) in leaves {
            let mut longer = Vec::new();
            let mut at = Some(*node);
            while let Some(node) = at {
                for key in &keys {
                    let mut key = key.clone();
                    key.push(node);
                    longer.push(key);
                }
                at = axis.parent(node);
            }
            keys = longer;
        }
        for key in keys {
            if let Some(sum) = sums.get_mut(shape.cell(&key)) {
                *sum += n;
            }
        }
    }
    sums == table
}

/// The lines over sensitive dimensions that are withheld whole; an error where one is open that must not be, or where a
/// small total lies open to what is under it.
fn kept_groups(
    counts: &Counts,
    read: &[Read],
    limit: u64,
    forced: impl Fn(usize) -> bool,
) -> Result<Vec<(usize, Vec<usize>)>, Fault> {
    let mut kept = Vec::new();
    for group in groups(counts.shape()) {
        let total = counts.of(group.total);
        let most = group
            .values
            .iter()
            .map(|value| counts.of(*value).value)
            .max()
            .unwrap_or(0);
        let tells =
            total.value > 0 && total.persons < 50.max(limit) && most * 10 >= total.value * 9;
        let hidden = |value: &usize| read.get(*value) == Some(&Read::Any);
        let all_hidden = group.values.iter().all(hidden);
        if tells
            && !group
                .values
                .iter()
                .all(|value| hidden(value) || forced(*value))
        {
            return Err(Fault::Open);
        }
        if all_hidden && total.value > 0 {
            kept.push((group.total, group.values));
        }
    }
    Ok(kept)
}
