//! A question as it is remembered, and its table protected by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Query;
use super::implied::Implied;
use super::past::Found;
use super::release::Protect;
use super::rows::Rows;
use crate::app::error::{AppError, Withheld};
use crate::app::own;
use crate::disclosure::model::{Axis, Counter, Counts, MAX_CELLS, Shape, Thing, TooLarge, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Stake, Wish, at_stake, release};
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::TableAsked;

/// The question as it is remembered: order and letters make no other one.
pub(super) fn canonical(query: &Query, protect: &Protect) -> TableAsked {
    let mut filters = Vec::new();
    for (name, values) in &query.filters {
        let mut values: Vec<String> = values.iter().map(|v| v.to_ascii_lowercase()).collect();
        values.sort();
        filters.push((name.clone(), values));
    }
    filters.sort();
    TableAsked {
        unit: query.unit.clone(),
        by: query.by.clone(),
        filters,
        period: query.period,
        as_of: query.as_of,
        threshold: protect.threshold,
        rounded: protect.round,
        intervals: protect.intervals,
        combined: Vec::new(),
        withhold: protect.withhold.clone(),
        show: protect.show.clone(),
        groups: Vec::new(),
        median: query.median,
        bands: false,
        list: None,
    }
}

/// The same things, values that count as one under one name.
pub(super) fn combined(mut found: Vec<Found>, asked: &TableAsked) -> Vec<Found> {
    for (name, codes) in &asked.combined {
        let Some(at) = asked.by.iter().position(|by| by == name) else {
            continue;
        };
        let parts = found.iter_mut().filter_map(|one| one.key.get_mut(at));
        for part in parts.filter(|part| codes.contains(part)) {
            *part = codes.join("+");
        }
    }
    found
}

/// The table of some things, protected by itself.
pub(super) fn protected(
    found: &[Found],
    asked: &TableAsked,
    rows: &Rows,
    budget: &mut Budget,
) -> Result<Released, AppError> {
    let (counts, wish) = counted(found, asked, rows)?;
    release(&counts, &wish, &Simplex, budget).map_err(|refused| {
        AppError::from(match refused {
            Refused::NotProvable { key } => Withheld::Bare(key),
            Refused::TooLarge(_) => Withheld::Large,
            Refused::Threshold | Refused::OutOfBudget | Refused::Fault(_) => Withheld::Costly,
        })
    })
}

/// What the office decides by showing each of the cells that it asks for.
pub(super) fn stakes(
    found: &[Found],
    asked: &TableAsked,
    rows: &Rows,
) -> Result<Vec<Stake>, AppError> {
    if asked.show.is_empty() {
        return Ok(Vec::new());
    }
    let (counts, wish) = counted(found, asked, rows)?;
    let shown = wish.show.iter();
    Ok(shown.map(|cell| at_stake(&counts, &wish, *cell)).collect())
}

/// The true counts of some things.
pub(super) fn counts(found: &[Found], asked: &TableAsked, rows: &Rows) -> Result<Counts, AppError> {
    let mut axes = Vec::new();
    for (name, codes) in asked.by.iter().zip(rows) {
        axes.push(axis(name, codes.iter().collect(), asked)?);
    }
    let large = |_| AppError::from(Withheld::Large);
    let shape = shape(axes, asked).map_err(large)?;
    let mut counter = Counter::over(unit(&asked.unit), shape);
    let mut found: Vec<&Found> = found.iter().collect();
    found.sort_by_key(|one| one.source);
    for family in found.chunk_by(|a, b| a.source == b.source) {
        let keys: Vec<Vec<&str>> = family
            .iter()
            .map(|one| one.key.iter().map(String::as_str).collect())
            .collect();
        let things: Vec<Thing<'_>> = family
            .iter()
            .zip(&keys)
            .map(|(one, key)| Thing {
                key,
                person: one.who,
            })
            .collect();
        counter
            .case(&things)
            .map_err(|_| AppError::from(Withheld::Large))?;
    }
    Ok(counter.counts())
}

/// The cells over these axes, with what follows from each dimension for the others.
pub(super) fn shape(axes: Vec<Axis>, asked: &TableAsked) -> Result<Shape, TooLarge> {
    let shape = Shape::new(axes)?;
    // A larger one is refused.
    if shape.len() > MAX_CELLS {
        return Ok(shape);
    }
    let implied = Implied::of(asked);
    Ok(shape.knowing(|codes| implied.can_be(codes)))
}

/// True counts, and how their table is wanted.
fn counted(found: &[Found], asked: &TableAsked, rows: &Rows) -> Result<(Counts, Wish), AppError> {
    let counts = counts(found, asked, rows)?;
    let shape = counts.shape();
    let cells = |keys: &[Vec<String>]| -> Result<Vec<usize>, AppError> {
        let mut cells = Vec::new();
        for key in keys {
            let found = shape
                .find(key)
                .filter(|_| key.len() <= asked.by.len().max(1));
            let codes = || shape.axes().iter().flat_map(codes_of);
            cells.push(found.ok_or_else(|| no_such_cell(codes()))?);
        }
        Ok(cells)
    };
    let wish = Wish {
        threshold: asked.threshold,
        round: asked.rounded,
        withhold: cells(&asked.withhold)?,
        show: cells(&asked.show)?,
        clean_up: true,
    };
    Ok((counts, wish))
}

/// A dimension with its values and, where it has some, the groups above them.
pub(super) fn axis(
    name: &str,
    codes: BTreeSet<&String>,
    asked: &TableAsked,
) -> Result<Axis, AppError> {
    let groups = asked.groups.iter().find(|(of, _)| of == name);
    let groups: BTreeMap<&String, &Vec<String>> = groups
        .iter()
        .flat_map(|(_, all)| all.iter().map(|(code, above)| (code, above)))
        .collect();
    let leaves = codes.into_iter().map(|code| {
        let above = groups
            .get(code)
            .map_or(Vec::new(), |above| (*above).clone());
        (code.clone(), above)
    });
    let mut leaves: Vec<(String, Vec<String>)> = leaves.collect();
    if leaves.is_empty() {
        leaves.push(("none".to_owned(), Vec::new()));
    }
    let axis = Axis::grouped(name, &leaves).map_err(|_| AppError::BadGroups)?;
    // What an office keeps in fields of its own is as telling as it made it.
    Ok(if own::dimension(name).is_some() {
        axis.sensitive()
    } else {
        axis
    })
}

fn codes_of(axis: &Axis) -> impl Iterator<Item = &str> {
    (0..axis.len()).map(|node| axis.code(node))
}

pub(super) fn no_such_cell<S: AsRef<str>>(codes: impl Iterator<Item = S>) -> AppError {
    let known: BTreeSet<String> = codes.map(|code| code.as_ref().to_owned()).collect();
    AppError::UnknownTerm {
        what: "cell",
        known: known.into_iter().collect(),
    }
}

fn unit(name: &str) -> Unit {
    match name {
        "cases" => Unit::Cases,
        "applications" => Unit::Applications,
        "decisions" => Unit::Decisions,
        _ => Unit::Persons,
    }
}

/// BLAKE3 of the printed cells as JSON.
pub(super) fn digest(cells: &[(Vec<String>, String)]) -> String {
    let bytes = serde_json::to_vec(cells).unwrap_or_default();
    blake3::hash(&bytes).to_hex().to_string()
}
