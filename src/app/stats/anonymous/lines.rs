//! What a list of cases prints, made from the cases as they stood: its lines, and the table of them that the ledger keeps.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::NoList;
use super::columns::{COLUMNS, Column, RESULT};
use crate::app::stats::Query;
use crate::app::stats::past::Found;
use crate::app::stats::things::FAMILY;
use crate::disclosure::TOTAL;
use crate::disclosure::ledger::Sheet;
use crate::disclosure::micro::{Extract, NotAnonymous, Record, Rule, Sensitive, anonymous};
use crate::disclosure::model::{Axis, Shape};
use crate::domain::event::{ListAsked, TableAsked};

/// What a list counts by, in the ledger: its lines.
const LINE: &str = "line";

/// A list, and how it is remembered.
pub(super) struct Made {
    pub extract: Extract,
    pub asked: TableAsked,
    /// How many cases each line stands for.
    pub lines: BTreeMap<String, u64>,
}

/// The cases as they stood, each under its line, for the ledger.
pub(in crate::app::stats) fn found(
    asked: &TableAsked,
    count: &dyn Fn(&Query) -> Vec<Found>,
) -> Vec<Found> {
    let Some(list) = &asked.list else {
        return Vec::new();
    };
    let cases = count(&of_cases(asked.as_of));
    match made(&cases, (**list).clone(), asked.as_of) {
        Ok(made) => lines_of(&cases, &made),
        Err(_) => Vec::new(),
    }
}

/// What the list printed, made again from the cases that it held.
pub(in crate::app::stats) fn printed(found: &[Found]) -> Vec<(Vec<String>, String)> {
    cells(&counted(found.iter().map(|one| &one.key)))
}

/// How many cases have each line.
fn counted<'a>(all: impl IntoIterator<Item = &'a Vec<String>>) -> BTreeMap<String, u64> {
    let mut lines = BTreeMap::new();
    for line in all {
        *lines.entry(line.join(";")).or_insert(0) += 1;
    }
    lines
}

/// Whether a list has a column.
pub(super) fn has(list: &ListAsked, column: &str) -> bool {
    !list.without.iter().any(|name| name == column)
}

/// The columns of a list beside the result, each with its place among all.
pub(super) fn kept(list: &ListAsked) -> Vec<(usize, &'static Column)> {
    let all = COLUMNS.iter().enumerate();
    all.filter(|(_, column)| has(list, column.name)).collect()
}

/// Every case with all that a list can say of it.
pub(super) fn of_cases(as_of: Option<NaiveDate>) -> Query {
    let names = COLUMNS.iter().map(|column| column.value).chain([RESULT]);
    Query {
        unit: "cases".to_owned(),
        by: names.map(str::to_owned).collect(),
        as_of,
        ..Query::default()
    }
}

pub(super) fn made(
    cases: &[Found],
    list: ListAsked,
    as_of: Option<NaiveDate>,
) -> Result<Made, NoList> {
    let (has_result, kept) = (has(&list, RESULT), kept(&list));
    let records: Vec<Record> = cases
        .iter()
        .map(|case| Record {
            ladders: kept
                .iter()
                .map(|(at, column)| column.ladder(case.key.get(*at).map_or("", String::as_str)))
                .collect(),
            sensitive: case
                .key
                .last()
                .filter(|_| has_result)
                .cloned()
                .into_iter()
                .collect(),
            // Of a family one is on the list; it hides behind as many cases.
            persons: 1,
        })
        .collect();
    let weight = |(_, column): &(usize, &Column)| {
        if list.keep.iter().any(|name| name == column.name) {
            9
        } else {
            1
        }
    };
    let rule = Rule {
        k: list.k,
        sensitive: if has_result {
            vec![Sensitive { distinct: 2 }]
        } else {
            Vec::new()
        },
        is_public: list.is_public,
        may_blank: list.may_blank,
        weights: kept.iter().map(weight).collect(),
        ..Rule::default()
    };
    let extract = anonymous(&records, &rule).map_err(|refused| match refused {
        NotAnonymous::StandOut if has_result => {
            one_result(&records).map_or(NoList::Not(refused), NoList::OneResult)
        }
        other => NoList::Not(other),
    })?;
    let lines = counted(extract.told().iter().flatten());
    let asked = TableAsked {
        unit: "cases".to_owned(),
        by: vec![LINE.to_owned()],
        as_of,
        list: Some(Box::new(list)),
        ..TableAsked::default()
    };
    Ok(Made {
        extract,
        asked,
        lines,
    })
}

/// The share of the result that most cases have, where it is too large for any list.
fn one_result(records: &[Record]) -> Option<usize> {
    let mut many: BTreeMap<&String, usize> = BTreeMap::new();
    for record in records {
        for result in &record.sensitive {
            *many.entry(result).or_insert(0) += 1;
        }
    }
    let most = many.values().max().copied()? * 100 / records.len().max(1);
    Some(most).filter(|most| *most >= 80)
}

/// Each case that is on the list, under its line.
pub(super) fn lines_of(cases: &[Found], made: &Made) -> Vec<Found> {
    let list = made.asked.list.as_deref();
    let family = list.and_then(|list| {
        let mut kept = kept(list).into_iter();
        kept.position(|(_, column)| column.value == FAMILY)
    });
    let told = cases.iter().zip(made.extract.told());
    told.filter_map(|(case, line)| {
        let line = line.as_ref()?;
        // As many as its words begin with: `2-4`, `5+`.
        let says = family.and_then(|at| line.get(at)?.get(..1)?.parse().ok());
        Some(Found {
            key: vec![line.join(";")],
            persons: case
                .persons
                .iter()
                .copied()
                .take(says.unwrap_or(1))
                .collect(),
            ..case.clone()
        })
    })
    .collect()
}

pub(super) fn cells(lines: &BTreeMap<String, u64>) -> Vec<(Vec<String>, String)> {
    let all: u64 = lines.values().sum();
    let total = (vec![TOTAL.to_owned()], all.to_string());
    let line = |(line, many): (&String, &u64)| (vec![line.clone()], many.to_string());
    lines.iter().map(line).chain([total]).collect()
}

/// The list as a table, by its lines.
pub(in crate::app::stats) fn sheet(
    number: &str,
    lines: &BTreeMap<String, u64>,
    threshold: i64,
) -> Option<Sheet> {
    let codes: Vec<&str> = lines.keys().map(String::as_str).collect();
    let shape = Shape::new(vec![Axis::flat(LINE, &codes).ok()?]).ok()?;
    Sheet::recorded(number, shape, threshold, false, &cells(lines)).ok()
}
