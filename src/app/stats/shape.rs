//! Questions that have the columns of another body's tables.

use super::Query;

/// How one is asked for.
pub(super) const OPTION: &str = "--shape";

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
                &[
                    ("instance", "first_instance"),
                    (
                        "decision",
                        "refugee_status,subsidiary_protection,humanitarian,rejected",
                    ),
                ],
            ),
            // Courts above those that decide on the substance are not in it.
            (Self::EurostatFinal, "decisions") => (
                &["year", "origin", "decision"],
                &[
                    ("instance", "administrative_review,appeal,further_appeal"),
                    ("final", "yes"),
                    (
                        "decision",
                        "refugee_status,subsidiary_protection,humanitarian,rejected",
                    ),
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
