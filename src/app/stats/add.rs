//! `stats ledger --add`: a table that was published before the ledger began, or beside it, becomes a fact for the check of later ones;
//! `--remove`: it was entered by mistake, and is one no more.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use super::ledger::{all_together, sheet, standing};
use super::past::{Past, checked, sizes};
use super::protect::{combined, digest};
use super::release::long_enough;
use super::{Query, terms};
use crate::app::entry::kind_of;
use crate::app::error::AppError;
use crate::app::own;
use crate::app::session::Session;
use crate::app::view::{Close, Ledger};
use crate::app::write::Inside;
use crate::base::id::{CaseId, EventId};
use crate::disclosure::TOTAL;
use crate::disclosure::model::Printed;
use crate::domain::event::{Above, Entry, EntryRetracted, Event, TableAsked, TableLeft};
use crate::domain::own::Declared;

/// A table as `stats release --json` prints it; what else stands there is not needed.
#[derive(Debug, Deserialize)]
struct Published {
    unit: String,
    dimensions: Vec<String>,
    #[serde(default, rename = "where")]
    filters: BTreeMap<String, Vec<String>>,
    period: Option<String>,
    as_of: NaiveDate,
    threshold: Option<i64>,
    rounded: Option<i64>,
    /// The values of each group, by dimension.
    #[serde(default)]
    groups: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    cells: Vec<Printing>,
}

impl Published {
    /// The values that a dimension is told by: no total and no group.
    fn values(&self, at: usize, name: &str) -> BTreeSet<&String> {
        let groups = self.groups.get(name);
        let is_group = |code: &String| groups.is_some_and(|groups| groups.contains_key(code));
        let codes = self.cells.iter().filter_map(|one| one.key.get(at));
        codes
            .filter(|code| *code != TOTAL && !is_group(code))
            .collect()
    }

    /// The groups above each value of a dimension, the largest first.
    fn above(&self, at: usize, name: &str) -> Above {
        let groups = self.groups.get(name);
        let above = |code: &String| {
            let of = groups.into_iter().flatten();
            let mut of: Vec<_> = of.filter(|(_, codes)| codes.contains(code)).collect();
            of.sort_by_key(|(_, codes)| Reverse(codes.len()));
            let of: Vec<String> = of.into_iter().map(|(group, _)| group.clone()).collect();
            of
        };
        let values = self.values(at, name).into_iter();
        let above = values.map(|code| (code.clone(), above(code)));
        above.filter(|(_, above)| !above.is_empty()).collect()
    }
}

/// What a table cannot do without.
const NEEDED: &[&str] = &["unit", "dimensions", "as_of", "cells"];

#[derive(Debug, Deserialize)]
struct Printing {
    key: Vec<String>,
    shown: String,
}

impl Session<'_> {
    /// Enters a published table. `years` reads a period.
    ///
    /// # Errors
    /// What is no table, does not add up, or is by what nothing is counted by.
    pub fn ledger_add(
        &mut self,
        text: &str,
        to: &str,
        years: impl Fn(&str) -> Option<(i32, i32)>,
    ) -> Result<Ledger, AppError> {
        let read: serde_json::Value =
            serde_json::from_str(text).map_err(|_| AppError::NotATable)?;
        let fields = read.as_object().ok_or(AppError::NotATable)?;
        let mut lacking = NEEDED.iter().filter(|name| !fields.contains_key(**name));
        if let Some(lacks) = lacking.next() {
            // What has none of them is something else.
            let is_other = lacking.count() + 1 == NEEDED.len();
            return Err(if is_other {
                AppError::NotATable
            } else {
                AppError::TableLacks(lacks)
            });
        }
        let table: Published = serde_json::from_value(read).map_err(|_| AppError::NotATable)?;
        let period = match &table.period {
            Some(period) => Some(years(period).ok_or(AppError::NotATable)?),
            None => None,
        };
        let number = self.inside(|now| {
            let past = Past::read(now.tx)?;
            let number = next(&past.office);
            let left = left(&past, &table, period, &number, to)?;
            let payload = now.payload(Entry::TableLeft(left));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok::<_, AppError>(number)
        })?;
        let past = Past::read(&self.store)?;
        let mut ledger = self.ledger(std::slice::from_ref(&number), None)?;
        ledger.close = close(&past, &number);
        ledger.together = Some(all_together(&past)?);
        Ok(ledger)
    }
}

impl Session<'_> {
    /// Says of a table that was entered that it was by mistake: it stands in the ledger, and counts in the check no more.
    ///
    /// # Errors
    /// A number that no table has; a table that left from here, which cannot be called back; one that was taken back; a reason
    /// that says next to nothing.
    pub fn ledger_remove(&mut self, number: &str, because: &str) -> Result<Ledger, AppError> {
        self.inside(|now| {
            take_back(now, number, Some(because.to_owned()))?;
            long_enough(because).map_err(|_| AppError::NoRemoveReason)
        })?;
        self.without_table(number.to_owned())
    }

    /// The ledger's line of a table that was taken back, and what came of checking the others together.
    pub(in crate::app) fn without_table(&self, number: String) -> Result<Ledger, AppError> {
        let mut ledger = self.ledger(&[number], None)?;
        ledger.together = Some(all_together(&Past::read(&self.store)?)?);
        Ok(ledger)
    }
}

/// Takes back a table that was entered.
pub(in crate::app) fn take_back(
    now: &mut Inside<'_, '_>,
    number: &str,
    because: Option<String>,
) -> Result<(), AppError> {
    let office = now.tx.office_events()?;
    let of_number = |event: &&Event| matches!(&event.payload.entry, Entry::TableLeft(left) if left.number == number);
    let event = office.iter().find(of_number).ok_or(AppError::NoRelease)?;
    if !matches!(&event.payload.entry, Entry::TableLeft(left) if left.added) {
        let kind = kind_of(&event.payload.entry).to_owned();
        return Err(AppError::OfTheOffice { kind });
    }
    if is_taken_back(&office, event.id) {
        return Err(AppError::AlreadyRetracted);
    }
    let payload = now.payload(Entry::EntryRetracted(EntryRetracted {
        target: event.id,
        because,
        anew: false,
    }));
    now.tx.append(CaseId::OFFICE, payload)?;
    Ok(())
}

/// Whether an entry of the office's history was taken back.
pub(in crate::app) fn is_taken_back(office: &[Event], id: EventId) -> bool {
    back(office, id).is_some()
}

/// What took back an entry of the office's history: who did, when and why.
pub(super) fn back(office: &[Event], id: EventId) -> Option<(&Event, &EntryRetracted)> {
    office.iter().find_map(|event| match &event.payload.entry {
        Entry::EntryRetracted(back) if back.target == id => Some((event, back)),
        _ => None,
    })
}

/// The numbers of a table that was entered that differ by few from what other tables print of the same people on the same
/// day: one of the two is wrong, or tells of those few.
fn close(past: &Past, number: &str) -> Vec<Close> {
    let all: BTreeMap<String, TableLeft> = standing(&past.office)
        .into_iter()
        .map(|(_, left)| (left.number.clone(), left))
        .collect();
    let (entered, others): (Vec<_>, Vec<_>) = all.values().partition(|left| left.number == number);
    let mut found = Vec::new();
    for own in entered {
        let said = numbers(own);
        for other in others.iter().filter(|other| asks_alike(own, other)) {
            for (of, beside_shown) in numbers(other) {
                let near = |shown: &u64| {
                    let apart = i64::try_from(shown.abs_diff(beside_shown));
                    apart.is_ok_and(|apart| (1..own.asked.threshold).contains(&apart))
                };
                if let Some(shown) = said.get(&of).copied().filter(near) {
                    found.push(Close {
                        of,
                        shown,
                        beside: other.number.clone(),
                        beside_shown,
                    });
                }
            }
        }
    }
    found
}

/// Whether two tables count the same people, by whatever they split them.
fn asks_alike(a: &TableLeft, b: &TableLeft) -> bool {
    let of = |left: &TableLeft| {
        let asked = &left.asked;
        let mut filters = asked.filters.clone();
        filters.sort();
        let day = asked.as_of.unwrap_or(left.day);
        let is_exact = !asked.rounded && asked.list.is_none();
        (asked.unit.clone(), filters, asked.period, day, is_exact)
    };
    of(a) == of(b) && of(a).4
}

/// The numbers that a table prints, by what those have whom it counts.
fn numbers(left: &TableLeft) -> BTreeMap<BTreeMap<String, String>, u64> {
    let cells = left.cells.iter().filter_map(|(key, shown)| {
        let values = left.asked.by.iter().zip(key);
        let values = values.filter(|(_, code)| *code != TOTAL);
        let of = values
            .map(|(name, code)| (name.clone(), code.clone()))
            .collect();
        Some((of, shown.parse().ok()?))
    });
    cells.collect()
}

/// `P-001`: a number of its own kind, so that nobody looks for it among the releases.
fn next(office: &[Event]) -> String {
    let added = office
        .iter()
        .filter(|event| matches!(&event.payload.entry, Entry::TableLeft(left) if left.added));
    format!("P-{:03}", added.count() + 1)
}

fn left(
    past: &Past,
    table: &Published,
    period: Option<(i32, i32)>,
    number: &str,
    to: &str,
) -> Result<TableLeft, AppError> {
    let declared = Declared::of(&past.office);
    let bands = has_bands(table, &declared);
    let query = Query {
        unit: table.unit.clone(),
        by: table.dimensions.clone(),
        filters: table.filters.clone().into_iter().collect(),
        period,
        as_of: Some(table.as_of),
        rates: Vec::new(),
        median: false,
        exact: !bands,
        word: None,
    };
    // Of offices that have no cases here none was counted, whatever they are called.
    let offices = || {
        table
            .filters
            .get("office")
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    };
    let query = checked(&query, &declared, offices)?;
    let dimensions = || (0..).zip(&query.by);
    // Values that nobody can have are counted by nothing here, and would tell the check of nobody.
    let told = dimensions().map(|(at, name)| {
        let codes = table.values(at, name).into_iter();
        let codes = codes.flat_map(|code| parts(code));
        (name.clone(), codes.collect::<Vec<String>>())
    });
    let told = Query {
        filters: told.collect(),
        by: Vec::new(),
        ..query.clone()
    };
    let offices = || {
        let of_offices = told.filters.iter().filter(|(name, _)| name == "office");
        of_offices.flat_map(|(_, codes)| codes.clone()).collect()
    };
    checked(&told, &declared, offices)?;
    let joined = dimensions().flat_map(|(at, name)| {
        let codes = table.values(at, name).into_iter().map(|code| parts(code));
        let joined = codes.filter(|parts| parts.len() > 1);
        joined.map(|parts| (name.clone(), parts))
    });
    let groups = dimensions().map(|(at, name)| (name.clone(), table.above(at, name)));
    let mut asked = TableAsked {
        combined: joined.collect(),
        groups: groups.filter(|(_, above)| !above.is_empty()).collect(),
        ..TableAsked::default()
    };
    let wide = query.by.len().max(1);
    let threshold = table.threshold.unwrap_or(5);
    let is_rounded = table.rounded.is_some();
    asked.by.clone_from(&query.by);
    let ours = combined(past.found(&query, table.as_of, None), &asked);
    let ours = sizes(&ours);
    let mut cells = BTreeMap::new();
    let mut counts = Vec::new();
    for one in &table.cells {
        let read = Printed::read(&one.shown, threshold, is_rounded).ok_or(AppError::NotATable)?;
        let is_new = cells.insert(one.key.clone(), one.shown.clone()).is_none();
        if !is_new || one.key.len() != wide {
            return Err(AppError::NotATable);
        }
        let mut codes = dimensions().zip(&one.key);
        let is_inner = query.by.is_empty()
            || codes.all(|((at, name), code)| table.values(at, name).contains(code));
        if is_inner {
            let key = if query.by.is_empty() {
                Vec::new()
            } else {
                one.key.clone()
            };
            // Behind a marker there are as many as we know of, where the marker allows it.
            let domain = read.domain();
            let known = ours.get(&key).and_then(|n| i64::try_from(*n).ok());
            let many = known.filter(|n| domain.admits(*n)).unwrap_or(domain.least);
            counts.push((key, u64::try_from(many).unwrap_or(0)));
        }
    }
    let asked = TableAsked {
        unit: query.unit,
        filters: query.filters,
        period,
        as_of: query.as_of,
        threshold,
        rounded: is_rounded,
        bands,
        ..asked
    };
    let cells: Vec<(Vec<String>, String)> = cells.into_iter().collect();
    let left = TableLeft {
        number: number.to_owned(),
        to: to.to_owned(),
        purpose: None,
        day: table.as_of,
        because: None,
        counts,
        digest: digest(&cells),
        cells,
        pairwise: false,
        added: true,
        proposed_by: None,
        approved: None,
        times: Vec::new(),
        ids: None,
        timed: Vec::new(),
        asked,
    };
    adds_up(&left)?;
    Ok(left)
}

/// The values that a code counts as one. `60+` is one by itself, also among others.
fn parts(code: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in code.split('+') {
        match parts.last_mut() {
            Some(last) if part.is_empty() => last.push('+'),
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// Whether it is by fields that hold numbers, and has them in bands as `release` prints them.
fn has_bands(table: &Published, declared: &Declared) -> bool {
    let dimensions = table.dimensions.iter().enumerate();
    let codes = dimensions.map(|(at, name)| {
        let codes = table.cells.iter().filter_map(move |one| one.key.get(at));
        (name, codes.collect::<Vec<_>>())
    });
    let filters = table.filters.iter();
    let filters = filters.map(|(name, values)| (name, values.iter().collect()));
    let is_band =
        |code: &String| code == TOTAL || code == terms::NONE || own::bands::least(code).is_some();
    let mut numbers = codes
        .chain(filters)
        .filter(|(name, _)| own::is_number(declared, name))
        .peekable();
    numbers.peek().is_some() && numbers.all(|(_, codes)| codes.into_iter().all(is_band))
}

/// Refuses a table in which a sum is missing, or is not the sum of its parts: the check would take it for a fact.
fn adds_up(left: &TableLeft) -> Result<(), AppError> {
    let sheet = sheet(left).ok_or(AppError::NotATable)?;
    let shape = sheet.shape();
    let mut sums = vec![0_i64; shape.len()];
    for (key, many) in &left.counts {
        let cell = shape.find(key).ok_or(AppError::NotATable)?;
        let above = shape.above(&shape.nodes(cell));
        for cell in above {
            if let Some(sum) = sums.get_mut(cell) {
                *sum += i64::try_from(*many).unwrap_or(0);
            }
        }
    }
    let fits = |((_, text), sum): (&(Vec<String>, String), &i64)| {
        let read = Printed::read(text, left.asked.threshold, left.asked.rounded);
        read.is_some_and(|printed| printed.domain().admits(*sum))
    };
    if sheet.cells().iter().zip(&sums).all(fits) {
        Ok(())
    } else {
        Err(AppError::DoesNotAddUp)
    }
}
