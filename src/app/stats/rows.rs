//! Which rows a table has: those of everybody, whatever its filters admit. Were there a row only where somebody is, it would
//! tell that somebody is.

use std::collections::BTreeSet;

use super::Query;
use super::groups::band;
use super::past::Found;
use super::terms::{self, NONE};
use crate::app::own::{self, bands};
use crate::domain::code::FieldType;
use crate::domain::event::TableAsked;
use crate::domain::own::Declared;

/// The values of each dimension.
pub(super) type Rows = Vec<BTreeSet<String>>;

/// Of more years nobody means to ask: then only those have rows in which anybody is.
pub(super) const YEARS: i32 = 200;

/// The years of days that are recorded in a field of the office's own: a period is not one of theirs.
const OWN_YEAR: &str = "own year";

/// The instance that is no remedy.
const FIRST: &str = "first_instance";

/// How an application alone is decided, and no remedy.
const OF_APPLICATIONS: &[&str] = &["granted", "refused", "revoked"];

/// Of whoever is found.
pub(super) fn of_found(by: &[String], found: &[Found]) -> Rows {
    let of = |at: usize| found.iter().filter_map(move |one| one.key.get(at).cloned());
    (0..by.len()).map(|at| of(at).collect()).collect()
}

/// Of a question: the values that a filter of the same dimension names, else those of everybody without a filter, without a
/// gap in time; of a field of the office's own also those that were declared.
pub(super) fn of(declared: &Declared, query: &Query, everybody: &[Found]) -> Rows {
    let named = terms::filters(&query.filters);
    let mut rows = of_found(&query.by, everybody);
    for (name, values) in query.by.iter().zip(&mut rows) {
        if let Some(named) = named.get(name) {
            *values = named.iter().cloned().collect();
            continue;
        }
        if let Some(own) = own::dimension(name) {
            values.extend(declared.values(own));
            // Whoever is counted: of numbers the bands between the bounds that were declared.
            let numbers = declared.named(own).map(|(_, field)| field);
            let numbers = numbers.filter(|field| field.holds == FieldType::Number);
            if let Some((min, max)) = numbers.and_then(|field| field.min.zip(field.max)) {
                values.extend(bands::between(min, max));
            }
        }
        without_a_gap(time_of(declared, name), query.period, values);
        // What stands runs out in some month or never: a condition that asks for it leaves nobody without.
        let stands = named.get("protection_now");
        if name == "expires" && stands.is_some_and(|forms| !forms.iter().any(|one| one == NONE)) {
            values.remove(NONE);
        }
    }
    rows
}

/// Without the rows of how applications alone are decided, where remedies are asked for and none of them was so.
pub(super) fn of_remedies(mut rows: Rows, query: &Query, found: &[Found]) -> Rows {
    let named = terms::filters(&query.filters);
    let instances = named.get("instance").filter(|_| query.unit == "decisions");
    let is_of_remedies = instances.is_some_and(|all| all.iter().all(|one| one != FIRST));
    let at = query.by.iter().position(|name| name == "outcome");
    let Some(at) = at.filter(|_| is_of_remedies && !named.contains_key("outcome")) else {
        return rows;
    };
    let has = |code: &String| found.iter().any(|one| one.key.get(at) == Some(code));
    if let Some(values) = rows.get_mut(at) {
        values.retain(|code| !OF_APPLICATIONS.contains(&code.as_str()) || has(code));
    }
    rows
}

/// The dimension whose values are like those of a dimension: the days of a field of the office's own are counted by year.
fn time_of<'a>(declared: &Declared, name: &'a str) -> &'a str {
    let field = own::dimension(name).and_then(|own| declared.named(own));
    match field {
        Some((_, field)) if field.holds == FieldType::Date => OWN_YEAR,
        _ => name,
    }
}

/// Every year, quarter or month from the first to the last, or those of the period that is asked for.
fn without_a_gap(name: &str, period: Option<(i32, i32)>, values: &mut BTreeSet<String>) {
    let year = |value: &String| value.get(..4).and_then(|year| year.parse::<i32>().ok());
    let years: BTreeSet<i32> = values.iter().filter_map(year).collect();
    let is_of_period = matches!(name, "year" | "quarter" | "period");
    let asked = period.filter(|(from, to)| is_of_period && (0..YEARS).contains(&(to - from)));
    let there = || Some((*years.first()?, *years.last()?));
    let Some((from, to)) = asked.or_else(there) else {
        return;
    };
    if to - from >= YEARS {
        return;
    }
    let parts = |year: i32| -> Vec<String> {
        match name {
            "year" | OWN_YEAR => vec![year.to_string()],
            "period" => vec![band(year)],
            "quarter" => (1..=4).map(|part| format!("{year}-Q{part}")).collect(),
            "expires" => (1..=12).map(|part| format!("{year}-{part:02}")).collect(),
            _ => Vec::new(),
        }
    };
    if asked.is_some() {
        values.clear();
    }
    values.extend((from..=to).flat_map(parts));
}

/// With values that count as one under one name.
pub(super) fn combined(mut rows: Rows, asked: &TableAsked) -> Rows {
    for (name, codes) in &asked.combined {
        let of = asked.by.iter().zip(&mut rows).find(|(by, _)| *by == name);
        if let Some((_, values)) = of {
            values.retain(|value| !codes.contains(value));
            values.insert(codes.join("+"));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_has_no_gap() {
        let filled = |name: &str, period, values: &[&str]| {
            let mut all: BTreeSet<String> = values.iter().map(|one| (*one).to_owned()).collect();
            without_a_gap(name, period, &mut all);
            all.into_iter().collect::<Vec<_>>()
        };
        let years = ["2010", "2011", "2012"];
        assert_eq!(filled("year", None, &["2010", "2012"]), years);
        assert_eq!(filled("year", Some((2010, 2012)), &["2011", "none"]), years);
        let months = filled("expires", Some((2010, 2012)), &["2027-03", "unlimited"]);
        assert_eq!((months.len(), months[12].as_str()), (13, "unlimited"));
        assert_eq!(filled("quarter", Some((2010, 2011)), &[]).len(), 8);
        assert_eq!(
            filled("period", Some((2009, 2010)), &[]),
            ["2005-2009", "2010-2014"]
        );
        assert_eq!(filled("origin", Some((2010, 2012)), &["2011"]), ["2011"]);
        assert_eq!(filled("year", Some((0, 9_999)), &["2010", "2012"]), years);
        let recorded = ["2010", "2012", "none"];
        let asked = Some((2019, 2020));
        assert_eq!(
            filled(OWN_YEAR, asked, &recorded),
            ["2010", "2011", "2012", "none"]
        );
    }
}
