//! Groups of few people whose number follows exactly from what several tables show, however many of them it takes.
//!
//! A number follows from others exactly where every way in which people could be moved without changing anything that is
//! shown leaves it as it is. One such way, drawn at random over a prime field, is a mark for each kind of people: the number
//! of a group follows where the marks of its kinds add up to nothing, and else it does so by chance once in 2^61. So the
//! groups are found without trying how they could be subtracted.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::ledger::crowd::{Atom, Crowd};

/// A prime, 2^61 - 1.
const PRIME: u64 = (1 << 61) - 1;

/// More is not spent on marks: then the tables are taken as too many.
const ENTRIES: usize = 20_000_000;

/// Of more kinds of few people groups of three are not looked for.
const THREES: usize = 2_000;

/// Nor groups of four.
const FOURS: usize = 1_000;

/// One is enough to withhold or refuse; so many are asked about at once.
const AT_ONCE: usize = 50;

type Row = BTreeMap<usize, u64>;

/// What the tables of a crowd tell exactly of few people.
pub(super) struct Exact<'a> {
    crowd: &'a Crowd,
    atoms: &'a [Atom],
    threshold: i64,
    spent: usize,
}

impl<'a> Exact<'a> {
    /// Of groups of fewer than the threshold.
    pub fn of(crowd: &'a Crowd, atoms: &'a [Atom], threshold: i64) -> Self {
        Self {
            crowd,
            atoms,
            threshold,
            spent: 0,
        }
    }

    /// The groups whose number all tables tell, and none of these parts of them does alone; none where it was too much to
    /// reckon. Not every group is among them: where one is, nothing leaves as it is.
    pub fn told(mut self, parts: &[Vec<usize>]) -> Option<Vec<Vec<usize>>> {
        let all: Vec<usize> = (0..self.crowd.sheets().len()).collect();
        let marks = self.marks(&all)?;
        let known: Option<Vec<Vec<u64>>> = parts.iter().map(|part| self.marks(part)).collect();
        let known = known?;
        let is_new = |group: &[usize]| known.iter().all(|marks| sum(marks, group) != 0);
        Some(self.groups(&marks, &is_new))
    }

    /// A mark for each kind of people.
    fn marks(&mut self, sheets: &[usize]) -> Option<Vec<u64>> {
        let rows = self.rows(sheets);
        let mut often = vec![0_usize; self.atoms.len()];
        for at in rows.iter().flat_map(BTreeMap::keys) {
            if let Some(often) = often.get_mut(*at) {
                *often += 1;
            }
        }
        let often = |at: usize| often.get(at).copied().unwrap_or(0);
        // Each with the kind that it decides, which no later one has.
        let mut solved: Vec<(usize, Row)> = Vec::new();
        let mut decided: BTreeMap<usize, usize> = BTreeMap::new();
        for mut row in rows {
            while let Some(by) = row.keys().filter_map(|at| decided.get(at)).min() {
                let (pivot, other) = solved.get(*by)?;
                let factor = row.get(pivot).copied().unwrap_or(0);
                self.spent += row.len() + other.len();
                if self.spent > ENTRIES {
                    return None;
                }
                for (at, value) in other {
                    let less = PRIME - times(factor, *value);
                    let now = (row.get(at).copied().unwrap_or(0) + less) % PRIME;
                    if now == 0 {
                        row.remove(at);
                    } else {
                        row.insert(*at, now);
                    }
                }
            }
            let Some(pivot) = row.keys().copied().min_by_key(|at| (often(*at), *at)) else {
                continue;
            };
            let by = inverse(row.get(&pivot).copied().unwrap_or(1));
            for value in row.values_mut() {
                *value = times(*value, by);
            }
            decided.insert(pivot, solved.len());
            solved.push((pivot, row));
        }
        let mut marks: Vec<u64> = (0..).take(self.atoms.len()).map(drawn).collect();
        for (pivot, row) in solved.iter().rev() {
            let others = row.iter().filter(|(at, _)| *at != pivot);
            let others = others.fold(0, |sum, (at, value)| {
                let mark = marks.get(*at).copied().unwrap_or(0);
                (sum + times(mark, *value)) % PRIME
            });
            if let Some(mark) = marks.get_mut(*pivot) {
                *mark = (PRIME - others) % PRIME;
            }
        }
        Some(marks)
    }

    /// What is shown: for each number, how often each kind counts in it. Short ones first. Sums of others that are shown say
    /// nothing of their own.
    fn rows(&self, sheets: &[usize]) -> Vec<Row> {
        let mut wanted: Vec<Vec<bool>> = Vec::new();
        for (number, sheet) in self.crowd.sheets().iter().enumerate() {
            let is_known = |cell: usize| {
                let domain = sheet.printed(cell).domain();
                domain.most == Some(domain.least) && sheets.contains(&number)
            };
            let cells = 0..sheet.shape().len();
            let mut of_sheet: Vec<bool> = cells.map(is_known).collect();
            for sum in sheet.shape().sums() {
                if sum.parts.iter().all(|part| is_known(*part))
                    && let Some(wanted) = of_sheet.get_mut(sum.whole)
                {
                    *wanted = false;
                }
            }
            wanted.push(of_sheet);
        }
        let mut rows: BTreeMap<(usize, usize), Row> = BTreeMap::new();
        for (at, atom) in self.atoms.iter().enumerate() {
            for place in &atom.places {
                let (Some(sheet), Some(wanted)) = (
                    self.crowd.sheets().get(place.sheet),
                    wanted.get(place.sheet),
                ) else {
                    continue;
                };
                let shape = sheet.shape();
                for cell in shape.above(&shape.nodes(place.cell)) {
                    if wanted.get(cell) == Some(&true) {
                        let row = rows.entry((place.sheet, cell)).or_default();
                        *row.entry(at).or_insert(0) += u64::try_from(place.times).unwrap_or(0);
                    }
                }
            }
        }
        let mut rows: Vec<Row> = rows.into_values().collect();
        rows.sort_by_key(BTreeMap::len);
        rows
    }

    /// Groups of up to four kinds, with fewer people than the threshold, whose marks add up to nothing.
    fn groups(&self, marks: &[u64], is_new: &dyn Fn(&[usize]) -> bool) -> Vec<Vec<usize>> {
        let heads = |group: &[usize]| -> i64 {
            let heads = group.iter().filter_map(|at| self.atoms.get(*at));
            heads.map(|atom| atom.heads).sum()
        };
        let is_few = |group: &[usize]| (1..self.threshold).contains(&heads(group));
        let few = self.atoms.iter().zip(marks).enumerate();
        let few = few.filter(|(_, (atom, _))| atom.heads < self.threshold);
        let (alone, few): (Vec<_>, Vec<_>) = few
            .map(|(at, (_, mark))| (at, *mark))
            .partition(|(_, mark)| *mark == 0);
        let mut found: Vec<Vec<usize>> = alone.into_iter().map(|(at, _)| vec![at]).collect();
        let mut by_mark: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, mark) in &few {
            by_mark.entry(*mark).or_default().push(*at);
        }
        let lacks = |marks: u64| {
            by_mark
                .get(&((PRIME - marks) % PRIME))
                .into_iter()
                .flatten()
        };
        for (one, mark) in &few {
            let others = lacks(*mark).filter(|other| *other > one);
            found.extend(others.map(|other| vec![*one, *other]));
        }
        let mut sums: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
        if few.len() <= THREES {
            for (number, (one, mark)) in (1..).zip(&few) {
                for (other, second) in few.iter().skip(number) {
                    let both = (mark + second) % PRIME;
                    if both == 0 || heads(&[*one, *other]) >= self.threshold {
                        continue;
                    }
                    let thirds = lacks(both).filter(|third| *third > other);
                    found.extend(thirds.map(|third| vec![*one, *other, *third]));
                    if few.len() <= FOURS {
                        sums.entry(both).or_default().push((*one, *other));
                    }
                }
            }
        }
        for (both, pairs) in &sums {
            let others = sums.get(&((PRIME - both) % PRIME));
            for (one, two) in pairs {
                let after = others
                    .into_iter()
                    .flatten()
                    .filter(|(three, _)| three > two);
                found.extend(after.map(|(three, four)| vec![*one, *two, *three, *four]));
            }
            if found.len() > AT_ONCE * AT_ONCE {
                break;
            }
        }
        found.retain(|group| is_few(group) && is_new(group));
        found.truncate(AT_ONCE);
        let unique: BTreeSet<Vec<usize>> = found.into_iter().collect();
        unique.into_iter().collect()
    }
}

fn sum(marks: &[u64], group: &[usize]) -> u64 {
    let marks = group.iter().filter_map(|at| marks.get(*at));
    marks.fold(0, |sum, mark| (sum + mark) % PRIME)
}

fn times(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

/// What makes one of a number, by Fermat.
fn inverse(of: u64) -> u64 {
    let (mut power, mut left, mut found) = (of, PRIME - 2, 1);
    while left > 0 {
        if left % 2 == 1 {
            found = times(found, power);
        }
        power = times(power, power);
        left /= 2;
    }
    found
}

/// A number like one of chance, the same for the same place everywhere (splitmix64).
fn drawn(at: u64) -> u64 {
    let mut z = (at + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % PRIME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_over_makes_one() {
        for number in (0..50).map(drawn) {
            assert_eq!(times(number, inverse(number)), 1);
        }
        assert_eq!(times(PRIME - 1, PRIME - 1), 1);
    }
}
