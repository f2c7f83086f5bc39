//! Which columns a plan proposes as the key: never one that counts the rows where another tells the cases apart, for a row
//! that moves gets another number, and so becomes another person.

use std::collections::BTreeSet;

use super::key;
use super::map::Sort;
use super::words::Reading;
use crate::base::sheet::Row;

/// The columns of a key, as they are proposed.
pub(super) struct Keys {
    /// What is reckoned with.
    pub(super) at: Vec<usize>,
    /// What counts the rows, and is no part of the key.
    pub(super) left_out: Vec<usize>,
    /// A person must say whether what is left out is the key.
    pub(super) open: bool,
}

/// The columns whose headings are of keys for certain; else the first of a file's number.
pub(super) fn named(known: &[Option<Reading>]) -> Vec<usize> {
    let keys: Vec<usize> = of(known, "key", true).collect();
    if keys.is_empty() {
        return of(known, "seal file_numbers", true).take(1).collect();
    }
    keys
}

/// The key, by what stands in the columns that are `named`.
pub(super) fn keys(
    named: Vec<usize>,
    known: &[Option<Reading>],
    body: &[&Row],
    sort: Sort,
) -> Keys {
    let tells = |at: &[usize]| distinct(&parts(body, at));
    // In a sheet of events each case has several rows.
    let apart = |at: &[usize]| sort == Sort::Event || tells(at).saturating_mul(2) > body.len();
    if let [only] = named[..] {
        let numbers = parts(body, &named);
        let by_row = counts(&numbers) || key::is_running(numbers.iter());
        let files = of(known, "seal file_numbers", false).find(|at| {
            let filled = parts(body, &[*at]).len();
            filled.saturating_mul(2) > body.len() && apart(&[*at])
        });
        if let Some(file) = files.filter(|file| by_row && *file != only) {
            return Keys {
                at: vec![file],
                left_out: named,
                open: true,
            };
        }
    } else {
        let all = tells(&named);
        let (by_row, others): (Vec<usize>, Vec<usize>) =
            named.iter().partition(|at| counts(&parts(body, &[**at])));
        let told = by_row.is_empty() || (!others.is_empty() && apart(&others));
        if !told {
            // Two columns count, or what does not count is the same in most rows.
            let (at, left_out) = if others.is_empty() {
                (named, Vec::new())
            } else {
                (others, by_row)
            };
            return Keys {
                at,
                left_out,
                open: true,
            };
        }
        // A count that begins anew, below each heading of a part, beside what tells the cases apart alone.
        let whole = |at: usize| {
            sort != Sort::Event
                && !key::is_running(parts(body, &[at]).iter())
                && tells(&[at]) == all
        };
        let (anew, at): (Vec<usize>, Vec<usize>) = others.iter().partition(|at| {
            key::is_running(parts(body, &[**at]).iter()) && others.iter().any(|other| whole(*other))
        });
        return Keys {
            at,
            left_out: [by_row, anew].concat(),
            open: false,
        };
    }
    Keys {
        at: named,
        left_out: Vec::new(),
        open: false,
    }
}

fn of<'a>(
    known: &'a [Option<Reading>],
    target: &'a str,
    certain: bool,
) -> impl Iterator<Item = usize> + 'a {
    let named = known.iter().enumerate().filter(move |(_, reading)| {
        let fits = reading.as_ref().filter(|it| it.certain || !certain);
        fits.is_some_and(|reading| reading.target == target)
    });
    named.map(|(at, _)| at)
}

/// What stands in the columns, as keys are compared.
fn parts(body: &[&Row], at: &[usize]) -> Vec<zeroize::Zeroizing<String>> {
    let rows = body.iter();
    rows.filter_map(|row| key::joined(row, at, key::plain))
        .collect()
}

fn distinct(parts: &[zeroize::Zeroizing<String>]) -> usize {
    parts
        .iter()
        .map(|part| part.as_str())
        .collect::<BTreeSet<_>>()
        .len()
}

/// Whether they are the numbers from 1 on, each once, in whichever order; some rows may be gone.
fn counts(parts: &[zeroize::Zeroizing<String>]) -> bool {
    let numbers: BTreeSet<usize> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    let within = numbers
        .last()
        .is_some_and(|last| *last <= parts.len().saturating_mul(2));
    parts.len() > 1 && numbers.len() == parts.len() && within && numbers.first() == Some(&1)
}
