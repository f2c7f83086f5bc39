//! Questions that have the columns of another body's tables.

use std::collections::BTreeSet;

use super::Query;
use super::ground::Ground;
use super::past::Found;
use crate::app::error::{AppError, Withheld};

/// How one is asked for.
pub(super) const OPTION: &str = "--shape";

/// What Eurostat has codes for.
const CODED: &str = "refugee_status,subsidiary_protection,humanitarian,temporary_asylum,rejected";

/// What stands under its code of an authorisation to stay for humanitarian reasons: temporary asylum is one, for those who
/// are not recognised and may not be removed (sources in `docs/statistics.md`).
pub const HUMANITARIAN: [&str; 2] = ["humanitarian", "temporary_asylum"];

/// Forms that it has no code for, as far as its codes were read.
const UNCODED: [&str; 2] = ["temporary_protection", "other_national"];

/// What is known of a grant of which no form was recorded.
const FORMLESS: &str = "other";

/// Whose columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// UNHCR's refugee data finder.
    Unhcr,
    /// Eurostat's tables of asylum.
    Eurostat,
    /// Its table of final decisions in appeal or review.
    EurostatFinal,
}

impl Shape {
    /// By its name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "unhcr" => Some(Self::Unhcr),
            "eurostat" => Some(Self::Eurostat),
            "eurostat-final" => Some(Self::EurostatFinal),
            _ => None,
        }
    }

    /// Whether that body rounds to five.
    pub const fn is_rounded(self) -> bool {
        matches!(self, Self::Eurostat | Self::EurostatFinal)
    }

    /// Values that its columns count as one.
    pub fn combined(self, unit: &str) -> Vec<Vec<String>> {
        if self == Self::Unhcr || unit != "decisions" {
            return Vec::new();
        }
        vec![HUMANITARIAN.map(str::to_owned).to_vec()]
    }

    /// Asks for what the columns need; nothing where the unit has none, or where not exactly one country of asylum is asked for.
    pub fn ask(self, query: &mut Query) -> Option<()> {
        let mut places = query
            .filters
            .iter()
            .filter(|(name, _)| name == "jurisdiction");
        let one = places.next().filter(|(_, values)| values.len() == 1);
        if one.is_none() || places.next().is_some() {
            return None;
        }
        let (by, filters): (&[&str], &[(&str, &str)]) = match (self, query.unit.as_str()) {
            (Self::Unhcr, "decisions") => (
                &["year", "origin", "result"],
                &[
                    ("instance", "first_instance"),
                    ("order", "first"),
                    ("result", "recognised,complementary,rejected,closed"),
                ],
            ),
            (Self::Unhcr, "applications") => (
                &["year", "origin", "order"],
                &[("order", "first,subsequent")],
            ),
            (Self::Eurostat, "decisions") => (
                &["year", "origin", "decision"],
                &[("instance", "first_instance"), ("decision", CODED)],
            ),
            // Courts above those that decide on the substance are not in it.
            (Self::EurostatFinal, "decisions") => (
                &["year", "origin", "decision"],
                &[
                    ("instance", "administrative_review,appeal,further_appeal"),
                    ("final", "yes"),
                    ("decision", CODED),
                ],
            ),
            (Self::Eurostat, "applications") => (&["year", "origin"], &[("order", "first")]),
            _ => return None,
        };
        query.word = Some(OPTION);
        query.by = by.iter().map(|&name| name.to_owned()).collect();
        for (name, list) in filters {
            let values = list.split(',').map(str::to_owned).collect();
            query.filters.push(((*name).to_owned(), values));
        }
        Some(())
    }
}

impl Ground {
    /// Refuses columns that have no place for a decision which granted something: it would be in no row and in no total.
    ///
    /// # Errors
    /// [`Withheld::NoCode`].
    pub(super) fn every_grant_has_a_code(&self, query: &Query) -> Result<(), AppError> {
        let told = |name: &&String| matches!(name.as_str(), "decision" | "result");
        let Some(by) = query.by.iter().find(told) else {
            return Ok(());
        };
        if query.word != Some(OPTION) {
            return Ok(());
        }
        let mut all = Query {
            by: vec!["decision".to_owned(), "outcome".to_owned()],
            rates: Vec::new(),
            ..query.clone()
        };
        all.filters.retain(|(name, _)| name != by);
        let has_forms = by == "decision";
        let is_missed = |one: &&Found| match one.key.as_slice() {
            [form, outcome] => {
                let is_granted = matches!(outcome.as_str(), "granted" | "allowed");
                (has_forms && UNCODED.contains(&form.as_str())) || (is_granted && form == FORMLESS)
            }
            _ => false,
        };
        let found = self.count(&all);
        let missed = found.iter().filter(is_missed);
        let forms: BTreeSet<String> = missed.filter_map(|one| one.key.first().cloned()).collect();
        if forms.is_empty() {
            return Ok(());
        }
        Err(Withheld::NoCode {
            dimension: by.clone(),
            forms: forms.into_iter().collect(),
        }
        .into())
    }
}
