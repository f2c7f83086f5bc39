//! What is not recorded of a condition: whoever lacks it is not counted, and the table says so.

use std::collections::BTreeSet;

use super::ground::Ground;
use super::past::Found;
use super::{Query, terms};
use crate::app::error::AppError;
use crate::app::own;

/// Of the same fact, more or less finely: nothing is recorded of one where nothing is of the other.
const ALIKE: &[(&str, &str)] = &[
    ("quarter", "year"),
    ("period", "year"),
    ("region", "origin"),
];

/// The dimension whose value is recorded.
fn recorded(dimension: &str) -> &str {
    let mut alike = ALIKE.iter();
    let of = alike.find(|(derived, _)| *derived == dimension);
    of.map_or(dimension, |(_, recorded)| recorded)
}

/// The dimensions of conditions that somebody can be without a value of, and that do not admit such people.
pub(super) fn dimensions(
    filters: &[(String, Vec<String>)],
    period: Option<(i32, i32)>,
) -> BTreeSet<String> {
    let asked = terms::filters(filters).into_iter();
    let lacking = asked.filter(|(name, values)| {
        let admits = values.iter().any(|value| terms::is_unknown(name, value));
        terms::can_be_unknown(name) && !admits
    });
    let lacking = lacking.map(|(name, _)| recorded(&name).to_owned());
    lacking.chain(period.map(|_| "year".to_owned())).collect()
}

/// Whom the other conditions admit, by this dimension.
pub(super) fn question(query: &Query, dimension: &str) -> Query {
    let mut question = Query {
        by: vec![dimension.to_owned()],
        period: query.period.filter(|_| dimension != "year"),
        median: false,
        rates: Vec::new(),
        ..query.clone()
    };
    question
        .filters
        .retain(|(name, _)| recorded(name) != dimension);
    question
}

/// How many of them are without a value.
pub(super) fn many(found: &[Found], dimension: &str) -> usize {
    let lacks = |one: &&Found| {
        let mut values = one.key.iter();
        values.all(|value| terms::is_unknown(dimension, value))
    };
    found.iter().filter(lacks).count()
}

impl Ground {
    /// Refuses a table of which each number would be nought because nothing is recorded of what a condition asks for, or of a
    /// field of the office's own nothing for any day up to the one that is asked about, and something for a later one.
    ///
    /// # Errors
    /// [`AppError::NothingRecorded`], [`AppError::RecordedLater`].
    pub(super) fn something_is_recorded(&self, query: &Query) -> Result<(), AppError> {
        let conditions = dimensions(&query.filters, query.period);
        let fields = query
            .by
            .iter()
            .filter(|name| own::dimension(name).is_some());
        let fields: BTreeSet<String> = fields.cloned().collect();
        for dimension in conditions.union(&fields) {
            let asked = question(query, dimension);
            let nothing = |query: &Query| {
                let found = self.count(query);
                !found.is_empty() && many(&found, dimension) == found.len()
            };
            if !nothing(&asked) {
                continue;
            }
            let (day, today) = (self.day(query), self.today);
            let now = Query {
                as_of: Some(today),
                ..asked
            };
            if own::dimension(dimension).is_some() && day < today && !nothing(&now) {
                return Err(AppError::RecordedLater {
                    dimension: dimension.clone(),
                    day,
                    today,
                });
            }
            if conditions.contains(dimension) {
                return Err(AppError::NothingRecorded {
                    unit: query.unit.clone(),
                    dimension: dimension.clone(),
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_these_conditions_somebody_can_be_without_a_value() {
        let of = |typed: &[(&str, &str)], period| {
            let filters = typed.iter().map(|(name, values)| {
                let values = values.split(',').map(str::to_owned).collect();
                ((*name).to_owned(), values)
            });
            let found = dimensions(&filters.collect::<Vec<_>>(), period);
            found.into_iter().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            of(&[("final", "yes"), ("instance", "appeal")], None),
            "final"
        );
        assert_eq!(of(&[("final", "yes,Unknown")], None), "");
        assert_eq!(of(&[("quarter", "2010-Q1")], Some((2010, 2012))), "year");
        assert_eq!(
            of(&[("region", "unsd_030"), ("origin", "kp")], None),
            "origin"
        );
        assert_eq!(of(&[("field:grade", "high")], None), "field:grade");
        assert_eq!(of(&[("year", "none"), ("jurisdiction", "ru")], None), "");
    }
}
