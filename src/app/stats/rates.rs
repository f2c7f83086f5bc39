//! Shares of what a table shows: named ones, with the formula that is printed beside them, and any two sums of values.

mod line;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use line::{Cells, Dimension, Line};

use super::ground::Ground;
use super::groups::Groups;
use super::past::Found;
use super::release::Protect;
use super::{Query, rows, terms, values};
use crate::app::error::AppError;
use crate::app::own;
use crate::app::view::TableRate;
use crate::disclosure::TOTAL;
use crate::disclosure::figures::{Per, Share, known, share_beside};
use crate::disclosure::ledger::Cleared;
use crate::disclosure::model::Domain;
use crate::domain::own::Declared;

/// What was decided on the substance.
const DECIDED: &[&str] = &["recognised", "complementary", "rejected"];

const POSITIVE: &[&str] = &["recognised", "complementary"];

/// What came of somebody, told in one way or another: of those whom a condition on one of these leaves, a share with a name is
/// that of nothing.
const TELLING: &[&str] = &[
    "result",
    "outcome",
    "decision",
    "protection",
    "protection_now",
    "basis",
    "state",
    "expires",
];

/// A rate with a name: the dimension of its values, those above the line, those below, and whether it is one of decisions
/// alone.
type Named = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    bool,
);

const NAMED: &[Named] = &[
    ("positive/decided", "result", POSITIVE, DECIDED, false),
    (
        "refugee-recognition",
        "result",
        &["recognised"],
        DECIDED,
        true,
    ),
    ("total-protection", "result", POSITIVE, DECIDED, true),
    (
        "allowed/decided",
        "outcome",
        &["allowed"],
        &["allowed", "dismissed"],
        true,
    ),
];

/// A share that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// As it was asked for.
    pub name: String,
    /// The dimension of its values; nothing until the values of a store have said which.
    dimension: Option<String>,
    above: Vec<String>,
    below: Vec<String>,
    of_decisions: bool,
    /// Whether it is one of those that have a name.
    is_named: bool,
}

/// Why there is no such rate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRate {
    /// Not a name, nor `A+B/C+D`, nor `DIMENSION=A+B/C+D`.
    #[error("not a rate")]
    Form,
    /// A rate of decisions was asked of another unit.
    #[error("a rate of decisions alone")]
    Unit,
    /// There are three dimensions already.
    #[error("no room for its dimension")]
    Full,
    /// No dimension that is asked for has its values.
    #[error("of no dimension that is asked for")]
    Nowhere,
    /// Several dimensions that are asked for have its values.
    #[error("of several dimensions that are asked for")]
    Several {
        /// Which.
        dimensions: Vec<String>,
        /// The share, as it was asked for.
        rate: String,
    },
    /// A condition leaves out what stands in it.
    #[error("a condition leaves out what stands in it")]
    Filtered,
    /// A sum in it has a group and what lies in that group: whoever is in both would be two.
    #[error("somebody would be counted twice")]
    Twice {
        /// Which.
        group: String,
        /// The value or smaller group in it.
        part: String,
    },
}

impl Rate {
    /// A name, or sums of values: `A+B/C+D`, before the first of them its dimension where it is said: `DIMENSION=A+B/C+D`.
    ///
    /// # Errors
    /// [`BadRate::Form`].
    pub fn read(text: &str) -> Result<Self, BadRate> {
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect();
        if let Some((name, dimension, above, below, of_decisions)) =
            NAMED.iter().find(|named| named.0 == text)
        {
            return Ok(Self {
                name: (*name).to_owned(),
                dimension: Some((*dimension).to_owned()),
                above: owned(above),
                below: owned(below),
                of_decisions: *of_decisions,
                is_named: true,
            });
        }
        let (above, below) = text.split_once('/').ok_or(BadRate::Form)?;
        let said = above.split_once('=');
        let above = said.map_or(above, |(_, above)| above);
        let codes = |sum: &str| -> Result<Vec<String>, BadRate> {
            let codes = values(sum).into_iter();
            let codes: Vec<String> = codes.map(|code| code.trim().to_owned()).collect();
            let once: BTreeSet<&String> = codes.iter().collect();
            if codes.iter().any(String::is_empty) || once.len() != codes.len() {
                return Err(BadRate::Form);
            }
            Ok(codes)
        };
        let rate = Self {
            name: text.to_owned(),
            dimension: said.map(|(dimension, _)| own::ready::dimension(dimension.trim())),
            above: codes(above)?,
            below: codes(below)?,
            of_decisions: false,
            is_named: false,
        };
        let sums = [&rate.above, &rate.below];
        if sums
            .iter()
            .any(|codes| codes.len() > 1 && codes.iter().any(|code| code == TOTAL))
        {
            return Err(BadRate::Form);
        }
        // What is above the line is a part of what is below.
        let is_part = rate.above.iter().all(|code| rate.below.contains(code));
        let is_part = is_part || rate.below == [TOTAL];
        is_part.then_some(rate).ok_or(BadRate::Form)
    }

    /// Asks for the dimensions that it needs, where they are not asked for. A rate of decisions is told by instance: whoever
    /// was decided on twice is not one of twice as many. `grouped` are dimensions whose groups may be meant.
    ///
    /// # Errors
    /// [`BadRate`].
    pub fn ask(&self, query: &mut Query, grouped: &[String]) -> Result<(), BadRate> {
        if self.of_decisions && query.unit != "decisions" {
            return Err(BadRate::Unit);
        }
        let instance = "instance";
        let filters = terms::filters(&query.filters);
        let is_one = filters.get(instance).is_some_and(|of| of.len() == 1);
        let instance = Some(instance).filter(|_| self.of_decisions && !is_one);
        for name in instance.into_iter().chain(self.dimension.as_deref()) {
            if !query.by.iter().any(|known| known == name) {
                query.by.push(name.to_owned());
            }
        }
        if query.by.len() > 3 {
            return Err(BadRate::Full);
        }
        let can_have = |name: &&String| {
            grouped.contains(name) || self.values().all(|code| is_value(name, code))
        };
        let is_own = |name: &&String| self.dimension.as_ref().is_none_or(|own| own == *name);
        let mut by = query.by.iter().filter(is_own);
        if !by.any(|name| can_have(&name)) {
            return Err(BadRate::Nowhere);
        }
        match &self.dimension {
            Some(own) => self.is_left(query, own),
            None => Ok(()),
        }
    }

    /// Refuses conditions that leave out what stands in it, of a dimension that is its own.
    fn is_left(&self, query: &Query, of: &str) -> Result<(), BadRate> {
        let filters = terms::filters(&query.filters);
        let is_like = |name: &String| {
            let is_told = |name: &str| TELLING.contains(&name);
            self.is_named && name != of && is_told(of) && is_told(name)
        };
        if filters.keys().any(is_like) {
            return Err(BadRate::Filtered);
        }
        if let Some(admitted) = filters.get(of) {
            let own = self.values().filter(|code| is_value(of, code));
            let is_left = |code: &String| admitted.iter().any(|one| one.eq_ignore_ascii_case(code));
            let mut below = own.filter(|code| !is_left(code));
            let is_all =
                self.below == [TOTAL] && admitted.iter().all(|one| self.above.contains(one));
            if below.next().is_some() || is_all {
                return Err(BadRate::Filtered);
            }
        }
        Ok(())
    }

    /// Its dimension: the one that has all its values, in its list or among its rows; failing that the one that can be without
    /// a value, where none has no row of its own.
    fn place(&self, by: &[String], rows: &rows::Rows) -> Result<String, BadRate> {
        let having = |or_none: bool| -> Vec<String> {
            let has = |name: &String, row: &BTreeSet<String>| {
                self.values().all(|code| {
                    row.contains(code)
                        || terms::is_listed(name, code)
                        || (or_none && code == terms::NONE && is_value(name, code))
                })
            };
            let is_own = |name: &String| self.dimension.as_ref().is_none_or(|own| own == name);
            let all = by.iter().zip(rows);
            let all = all.filter(|(name, row)| is_own(name) && has(name, row));
            all.map(|(name, _)| name.clone()).collect()
        };
        let mut having = [false, true].into_iter().map(having);
        let dimensions = having.find(|all| !all.is_empty()).unwrap_or_default();
        match dimensions.as_slice() {
            [] => Err(BadRate::Nowhere),
            [one] => Ok(one.clone()),
            _ => Err(BadRate::Several {
                dimensions,
                rate: self.name.clone(),
            }),
        }
    }

    /// Refuses sums that have a value more than once, by itself or in its groups, the largest first.
    fn has_once(&self, value: &String, groups: &[String]) -> Result<(), BadRate> {
        for sum in [&self.above, &self.below] {
            let all = groups.iter().chain([value]);
            let mut own = all.filter(|code| sum.contains(code));
            if let (Some(group), Some(part)) = (own.next(), own.next()) {
                return Err(BadRate::Twice {
                    group: group.clone(),
                    part: part.clone(),
                });
            }
        }
        Ok(())
    }

    /// Each value that stands in it.
    fn values(&self) -> impl Iterator<Item = &String> {
        let all = self.above.iter().chain(&self.below);
        all.filter(|code| *code != TOTAL)
    }

    /// Which sums it is the quotient of.
    fn formula(&self) -> String {
        format!(
            "({}) / ({})",
            self.above.join(" + "),
            self.below.join(" + ")
        )
    }
}

/// The question with the dimension of each share. Which one it is follows from the rows of everybody, whatever the conditions
/// admit: those that tables print in any case, so that a refusal says nothing that they do not.
///
/// # Errors
/// [`BadRate::Nowhere`], [`BadRate::Several`], [`BadRate::Filtered`]; groups of what has none.
pub(super) fn placed(
    query: &Query,
    declared: &Declared,
    groups: &Groups,
    count: impl FnOnce(&Query) -> Vec<Found>,
) -> Result<Query, AppError> {
    let mut placed = query.clone();
    if query.rates.is_empty() {
        return Ok(placed);
    }
    let everybody = Query {
        filters: Vec::new(),
        period: None,
        median: false,
        ..query.clone()
    };
    let mut rows = rows::of(declared, &everybody, &count(&everybody));
    let above = groups.add(&query.by, &mut rows)?;
    for rate in &mut placed.rates {
        let of = rate.place(&query.by, &rows)?;
        rate.is_left(query, &of)?;
        let own = above.iter().filter(|(name, _)| *name == of);
        for (value, groups) in own.flat_map(|(_, above)| above) {
            rate.has_once(value, groups)?;
        }
        rate.dimension = Some(of);
    }
    Ok(placed)
}

impl Ground {
    /// A question that may leave with the dimension of each of its shares.
    ///
    /// # Errors
    /// As [`placed`].
    pub(super) fn placed(&self, query: &Query, protect: &Protect) -> Result<Query, AppError> {
        let declared = Declared::of(&self.past.office);
        placed(query, &declared, &protect.groups, |all| self.count(all))
    }
}

/// The shares of a table that may leave, from what it prints.
pub(super) fn of_released(rates: &[Rate], cleared: &Cleared) -> Vec<TableRate> {
    let released = cleared.released();
    let cells = cleared.cells().iter();
    let domains = cells.map(|cell| {
        (
            cell.key.clone(),
            (known(released, cell), cell.shown.clone()),
        )
    });
    let axes = released.shape().axes().iter();
    let axes = axes.map(|axis| Dimension {
        name: axis.name().to_owned(),
        values: axis
            .leaves()
            .map(|leaf| axis.code(leaf).to_owned())
            .collect(),
    });
    of(rates, &axes.collect::<Vec<_>>(), &domains.collect())
}

/// The shares of true numbers, for the owner.
pub(super) fn of_counts(
    rates: &[Rate],
    dimensions: &[String],
    groups: &BTreeMap<String, BTreeMap<String, Vec<String>>>,
    counts: &BTreeMap<Vec<String>, u64>,
) -> Vec<TableRate> {
    let told = |(key, count): (&Vec<String>, &u64)| {
        let number = i64::try_from(*count).unwrap_or(i64::MAX);
        (key.clone(), (Domain::only(number), count.to_string()))
    };
    let axes = dimensions.iter().enumerate().map(|(at, name)| {
        let codes = counts.keys().filter_map(|key| key.get(at));
        let is_group = |code: &String| groups.get(name).is_some_and(|all| all.contains_key(code));
        let values = codes.filter(|code| *code != TOTAL && !is_group(code));
        Dimension {
            name: name.clone(),
            values: values.cloned().collect(),
        }
    });
    let axes: Vec<Dimension> = axes.collect();
    of(rates, &axes, &counts.iter().map(told).collect())
}

fn of(rates: &[Rate], dimensions: &[Dimension], cells: &Cells) -> Vec<TableRate> {
    let mut all = Vec::new();
    for rate in rates {
        let mut axes = dimensions.iter().enumerate();
        let own = |(_, one): &(usize, &Dimension)| rate.dimension.as_ref() == Some(&one.name);
        let Some((at, dimension)) = axes.find(own) else {
            continue;
        };
        let mut parts: Vec<Vec<String>> = Vec::new();
        for key in cells.keys().filter(|key| key.len() == dimensions.len()) {
            let mut part = key.clone();
            if let Some(place) = part.get_mut(at) {
                TOTAL.clone_into(place);
            }
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        // Over all instances whoever was decided on twice would be two.
        let instance = dimensions.iter().position(|known| known.name == "instance");
        let instance = instance.filter(|_| rate.of_decisions);
        let is_several = |value: &String| value == TOTAL || values(value).len() > 1;
        let is_over_all =
            |part: &Vec<String>| instance.is_some_and(|at| part.get(at).is_some_and(is_several));
        for part in parts.into_iter().filter(|part| !is_over_all(part)) {
            let line = Line {
                cells,
                part: &part,
                at,
                dimension,
            };
            let (above, below) = (line.sum(&rate.above), line.sum(&rate.below));
            let is_merged = above.is_none() || below.is_none();
            let beside = line.beside(&rate.above, &rate.below);
            let nothing = || (Domain::from(0), String::new());
            let (above, below) = (above.unwrap_or_else(nothing), below.unwrap_or_else(nothing));
            let told = share_beside(above.0, beside, below.0);
            let tenths = |per: Per| per.tenths;
            let (least_and_most, is_fine) = match told {
                Share::Exactly(per) => (Some((tenths(per), tenths(per))), per.is_fine),
                Share::Under(per) => (Some((0, tenths(per))), per.is_fine),
                Share::Between(least, most) => (Some((tenths(least), tenths(most))), most.is_fine),
                Share::Untold => (None, false),
            };
            all.push(TableRate {
                key: part,
                rate: rate.name.clone(),
                dimension: dimension.name.clone(),
                formula: rate.formula(),
                numerator: above.1,
                denominator: below.1,
                tenths: least_and_most,
                fine: is_fine,
                why: is_merged.then(|| "merged".to_owned()),
            });
        }
    }
    all
}

/// Whether a dimension can have a value, whoever has it.
pub(super) fn is_value(dimension: &str, code: &str) -> bool {
    own::dimension(dimension).is_some()
        || terms::written(dimension, code).is_ok_and(|own| own == code)
}
