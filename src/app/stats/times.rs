//! How long it took to a first decision: told only where enough stand on either side, and where nobody who came or went between
//! two groups could be found by comparing them.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::Earlier;
use super::past::Found;
use super::{Query, timed};
use crate::app::view::TableTime;
use crate::disclosure::TOTAL;
use crate::disclosure::figures::{Observed, Quantile, Span, quantile, too_close};
use crate::domain::event::TimeTold;
use crate::domain::same::{Key, Whom};

/// Groups that differ by fewer are too close.
const THRESHOLD: usize = 5;

const QUANTILES: [(&str, Quantile); 4] = [
    ("lower", Quantile::Lower),
    ("median", Quantile::Median),
    ("upper", Quantile::Upper),
    ("ninetieth", Quantile::Ninetieth),
];

/// Numbers for persons, the same in every table.
type Numbers = BTreeMap<Key, u64>;

/// The times of a table beside those that were told before. Of a part whose number is withheld none is: that there are enough
/// for a time would say more of the number than its marker does.
pub(super) fn told(
    found: &[Found],
    query: &Query,
    (earlier, whom): (&[Earlier], &Whom),
    is_shown: &dyn Fn(&str) -> bool,
) -> Vec<TimeTold> {
    if !query.median {
        return Vec::new();
    }
    let mut numbers = Numbers::new();
    let mut others: Vec<BTreeSet<u64>> = Vec::new();
    for one in earlier {
        let is_told = |part: &String| {
            let times = one.left.times.iter();
            times
                .filter(|time| time.part == *part)
                .any(|time| time.told.is_some())
        };
        let parts = parts(&one.found).into_iter();
        for (part, observed) in parts.filter(|(part, _)| is_told(part)) {
            drop(part);
            others.push(who(&observed, whom, &mut numbers));
        }
    }
    let groups: Vec<(String, Vec<&Found>)> = parts(found).into_iter().collect();
    let mut told = Vec::new();
    // The whole comes first: a part that nearly is the whole is not told beside it.
    let whole = groups.iter().filter(|(part, _)| part == TOTAL);
    let single = groups.iter().filter(|(part, _)| part != TOTAL);
    for (part, observed) in whole.chain(single) {
        let persons = who(observed, whom, &mut numbers);
        let is_close = others
            .iter()
            .any(|other| too_close(&persons, other, THRESHOLD));
        let mut all = of_part(part, observed);
        if is_close || !is_shown(part) {
            for time in &mut all {
                time.told = None;
            }
        }
        if all.iter().any(|time| time.told.is_some()) {
            others.push(persons);
        }
        told.extend(all);
    }
    told
}

/// Whether the times that were told come out again.
pub(super) fn stands(told: &[TimeTold], found: &[Found], query: &Query) -> bool {
    let parts = if query.median {
        parts(found)
    } else {
        BTreeMap::new()
    };
    let again = |time: &&TimeTold| {
        let observed = parts.get(&time.part).map_or(&[][..], Vec::as_slice);
        of_part(&time.part, observed).contains(time)
    };
    let mut shown = told.iter().filter(|time| time.told.is_some());
    shown.all(|time| again(&time))
}

/// For readers. `timed` is the table of those who have a known time: where a time is told, so is of how many.
pub(super) fn shown(
    told: &[TimeTold],
    timed: &[(Vec<String>, String)],
    by: &[String],
) -> Vec<TableTime> {
    let is_told = |part: &str| {
        let mut told = told.iter().filter(|time| time.told.is_some());
        told.any(|time| time.part == part)
    };
    let shown = |time: &TimeTold| {
        let mut key = vec![TOTAL.to_owned(); by.len().max(1)];
        if let Some(first) = key.first_mut() {
            first.clone_from(&time.part);
        }
        TableTime {
            key,
            what: "days-to-decision".to_owned(),
            quantile: time.quantile.clone(),
            value: time.told.as_ref().map(|(value, _)| *value),
            unit: time.told.as_ref().map(|(_, unit)| unit.clone()),
            decided: timed::number(timed, &time.part).filter(|_| is_told(&time.part)),
        }
    };
    told.iter().map(shown).collect()
}

/// Those observed, of all and of each value of the first dimension.
fn parts(found: &[Found]) -> BTreeMap<String, Vec<&Found>> {
    let mut parts: BTreeMap<String, Vec<&Found>> = BTreeMap::new();
    parts.insert(TOTAL.to_owned(), Vec::new());
    for one in found.iter().filter(|one| one.days.is_some()) {
        let first = one.key.first().cloned();
        for part in first.into_iter().chain([TOTAL.to_owned()]) {
            parts.entry(part).or_default().push(one);
        }
    }
    parts
}

fn who(observed: &[&Found], whom: &Whom, numbers: &mut Numbers) -> BTreeSet<u64> {
    let mut number = |one: &&Found| {
        let next = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
        *numbers
            .entry(whom.is((one.case, one.person)))
            .or_insert(next)
    };
    observed.iter().map(&mut number).collect()
}

fn of_part(part: &str, found: &[&Found]) -> Vec<TimeTold> {
    let observed = |one: &&Found| {
        Some(Observed {
            days: one.days?,
            person: one.who,
            case: one.source,
        })
    };
    let observed: Vec<Observed> = found.iter().filter_map(observed).collect();
    let time = |(name, which): (&str, Quantile)| TimeTold {
        part: part.to_owned(),
        quantile: name.to_owned(),
        told: quantile(&observed, which).map(|span| match span {
            Span::Weeks(weeks) => (weeks, "weeks".to_owned()),
            Span::Months(months) => (months, "months".to_owned()),
        }),
    };
    QUANTILES.map(time).to_vec()
}
