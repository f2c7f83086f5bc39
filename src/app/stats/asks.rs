//! Whom a table counts, told to the check beside others: it decides who else could be in it.

use chrono::NaiveDate;

use crate::disclosure::ledger::Asks;
use crate::domain::event::{TableAsked, TableLeft};

/// What of a person a dimension tells. What depends on each other is one thing: who is four years old has not applied ten
/// years ago, and not every country grants every form.
fn tells(dimension: &str) -> Option<&'static str> {
    match dimension {
        "origin" | "region" => Some(ORIGIN),
        "sex" => Some(SEX),
        "year" | "quarter" | "period" | "age_band" => Some(WHEN),
        "protection" | "protection_now" | "outcome" | "kind" | "jurisdiction" | "office"
        | "basis" | "instance" | "state" | "result" | "order" | "expires" | "decision"
        | "final" => Some(COURSE),
        // Of a field of the office's own nobody can say what it depends on.
        _ => None,
    }
}

const ORIGIN: &str = "origin";
const SEX: &str = "sex";

/// What became of them, where.
const COURSE: &str = "course";

/// Years, and ages, which are not the same on another day.
const WHEN: &str = "when";

/// Of a table that left: nothing of a list, nor of one that was entered by hand.
pub(super) fn of_left(left: &TableLeft) -> Option<Asks> {
    let day = left.asked.as_of.unwrap_or(left.day);
    asks(&left.asked, day).filter(|_| !left.added)
}

/// Of a question: nothing where it asks for a field of the office's own.
pub(super) fn asks(asked: &TableAsked, day: NaiveDate) -> Option<Asks> {
    if asked.list.is_some() {
        return None;
    }
    // Who has another application, or a decision on another one, has more of them: not another course alone.
    let several: &[&str] = match asked.unit.as_str() {
        "persons" | "cases" => &[],
        _ => &[WHEN, COURSE],
    };
    let several = several.iter().copied().map(Some);
    let words = |names: Option<Vec<&str>>| {
        names.map(|names| names.into_iter().map(str::to_owned).collect())
    };
    let by = asked.by.iter().map(|name| tells(name)).collect();
    let filters = asked.filters.iter().map(|(name, _)| tells(name));
    let period = asked.period.map(|_| Some(WHEN));
    Some(Asks {
        unit: asked.unit.clone(),
        day: day.to_string(),
        tells: words(by)?,
        chosen_by: words(filters.chain(period).chain(several).collect())?,
        of_the_day: vec![WHEN.to_owned()],
        lasting: [ORIGIN, SEX].map(str::to_owned).to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::stats::DIMENSIONS;

    #[test]
    fn every_dimension_tells_of_something() {
        assert!(DIMENSIONS.iter().all(|name| tells(name).is_some()));
        assert_eq!(tells("field:note"), None);
    }
}
