//! Groups above the values of a dimension: bands of years and ages, or what a file of the office says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::rates::is_value;
use super::rows::Rows;
use crate::app::error::AppError;
use crate::disclosure::TOTAL;
use crate::domain::event::Above;

/// The groups of values that no group was said for.
const OTHER: &str = "other";

/// Years in one band.
const BAND: i32 = 5;

/// One dimension's groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grouping {
    /// Five years each; quarters by their year; ages under and over eighteen.
    Bands,
    /// The groups of each value, the largest first.
    Listed(BTreeMap<String, Vec<String>>),
}

/// The groups that were asked for, by dimension.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups(pub Vec<(String, Grouping)>);

impl Groups {
    /// The groups of the values of each dimension.
    ///
    /// # Errors
    /// [`AppError::BadGroups`]: a dimension that is not asked about, or bands of what has none.
    pub(super) fn of(&self, by: &[String], rows: &Rows) -> Result<Vec<(String, Above)>, AppError> {
        let mut all = Vec::new();
        for (name, grouping) in &self.0 {
            let at = by.iter().position(|one| one == name);
            let at = at.ok_or(AppError::BadGroups)?;
            let mut above = Vec::new();
            for code in rows.get(at).into_iter().flatten() {
                above.push((code.clone(), grouping.above(name, code)?));
            }
            all.push((name.clone(), above));
        }
        Ok(all)
    }

    /// Adds to the values of each dimension its groups, those of a file also where nobody is in them. Gives back the groups of
    /// the values.
    ///
    /// # Errors
    /// As [`Groups::of`].
    pub(super) fn add(
        &self,
        by: &[String],
        rows: &mut Rows,
    ) -> Result<Vec<(String, Above)>, AppError> {
        let above = self.of(by, rows)?;
        for (name, row) in by.iter().zip(rows) {
            let own = above.iter().filter(|(of, _)| of == name);
            row.extend(
                own.flat_map(|(_, above)| above)
                    .flat_map(|(_, groups)| groups.clone()),
            );
            let own = self.0.iter().filter(|(of, _)| of == name);
            for (_, grouping) in own {
                if let Grouping::Listed(listed) = grouping {
                    row.extend(listed.values().flatten().cloned());
                }
            }
        }
        Ok(above)
    }
}

impl Grouping {
    /// The regions of the United Nations with their sub-regions, of countries.
    ///
    /// # Errors
    /// [`AppError::BadGroups`], a defect.
    pub fn regions() -> Result<Self, AppError> {
        Self::read(include_str!("regions.toml"))
    }

    /// Reads a file of the office about a dimension. A value that nobody can have is a slip: those who were meant would stand
    /// in no group.
    ///
    /// # Errors
    /// [`AppError::BadGroups`], [`AppError::GroupName`].
    pub fn of_file(dimension: &str, text: &str) -> Result<Self, AppError> {
        let grouping = Self::read(text)?;
        match &grouping {
            Self::Listed(listed) if !listed.keys().all(|code| is_value(dimension, code)) => {
                Err(AppError::BadGroups)
            }
            _ => Ok(grouping),
        }
    }

    /// Reads groups: `[GROUP] values = [...]`, or groups within groups.
    fn read(text: &str) -> Result<Self, AppError> {
        let table: toml::Table = text.parse().map_err(|_| AppError::BadGroups)?;
        let mut listed = BTreeMap::new();
        walk(&table, &mut Vec::new(), &mut listed)?;
        Ok(Self::Listed(listed))
    }

    /// The groups of a value, or of several that count as one and lie in the same.
    fn above(&self, name: &str, code: &str) -> Result<Vec<String>, AppError> {
        let mut all = BTreeSet::new();
        for value in values(code) {
            all.insert(self.above_one(name, &value)?);
        }
        match all.len() {
            0 | 1 => Ok(all.pop_first().unwrap_or_default()),
            _ => Err(AppError::CombinedAcross {
                values: code.to_owned(),
                groups: all.iter().map(|groups| groups.join(" / ")).collect(),
            }),
        }
    }

    fn above_one(&self, name: &str, value: &str) -> Result<Vec<String>, AppError> {
        let group = match (self, name) {
            (Self::Listed(listed), _) => {
                let levels = listed.values().next().map_or(1, Vec::len);
                let above = listed.get(value).cloned();
                return Ok(above.unwrap_or_else(|| other(levels)));
            }
            (Self::Bands, "year") => value.parse::<i32>().ok().map(band),
            (Self::Bands, "quarter") => value.split_once("-Q").map(|(year, _)| year.to_owned()),
            (Self::Bands, "age_band") => match value {
                "0-4" | "5-11" | "12-17" => Some("0-17".to_owned()),
                "18-59" | "60+" => Some("18+".to_owned()),
                _ => None,
            },
            (Self::Bands, _) => return Err(AppError::BadGroups),
        };
        Ok(vec![group.unwrap_or_else(|| OTHER.to_owned())])
    }
}

/// The five years in which a year lies.
pub(super) fn band(year: i32) -> String {
    let from = year - year.rem_euclid(BAND);
    format!("{from}-{}", from + BAND - 1)
}

/// The regions of the United Nations by country.
static REGIONS: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| match Grouping::regions() {
        Ok(Grouping::Listed(listed)) => listed,
        _ => BTreeMap::new(),
    });

/// The region of the United Nations in which a country of origin lies.
pub(super) fn region(origin: &str) -> String {
    if origin == "unknown" {
        return origin.to_owned();
    }
    let above = REGIONS.get(origin).and_then(|above| above.first());
    above.map_or_else(|| OTHER.to_owned(), Clone::clone)
}

/// All of them.
pub(super) fn regions() -> BTreeSet<&'static str> {
    let first = |above: &'static Vec<String>| above.first().map(String::as_str);
    REGIONS
        .values()
        .filter_map(first)
        .chain([OTHER, "unknown"])
        .collect()
}

/// The values that a code counts as one. `60+` is one by itself.
pub fn values(joined: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in joined.split('+') {
        match all.last_mut() {
            Some(last) if part.is_empty() && !last.ends_with('+') => last.push('+'),
            _ => all.push(part.to_owned()),
        }
    }
    all
}

/// `other`, and under it on each further level its own.
fn other(levels: usize) -> Vec<String> {
    let name = |level| match level {
        1 => OTHER.to_owned(),
        _ => format!("{OTHER}-{level}"),
    };
    (1..=levels).map(name).collect()
}

fn walk(
    table: &toml::Table,
    path: &mut Vec<String>,
    listed: &mut BTreeMap<String, Vec<String>>,
) -> Result<(), AppError> {
    for (name, value) in table {
        // Such names stand for what is in no group, for all, for several values, or for what is withheld.
        let is_taken =
            name.starts_with("other-") || matches!(name.as_str(), OTHER | TOTAL | "x" | "c");
        if is_taken || name.contains(['+', '<']) {
            return Err(AppError::GroupName(name.clone()));
        }
        path.push(name.clone());
        match value {
            toml::Value::Table(inner) => walk(inner, path, listed)?,
            toml::Value::Array(values) => {
                for value in values {
                    let code = value.as_str().ok_or(AppError::BadGroups)?;
                    if listed.insert(code.to_owned(), path.clone()).is_some() {
                        return Err(AppError::BadGroups);
                    }
                }
            }
            _ => return Err(AppError::BadGroups),
        }
        path.pop();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_groups_within_groups() {
        let text = "[asia]\neast = [\"KP\", \"CN\"]\nwest = [\"SY\"]\n[africa]\nnorth = [\"EG\"]\n";
        let grouping = Grouping::read(text).unwrap();
        let above = |code: &str| grouping.above("origin", code).unwrap();
        assert_eq!(above("KP"), ["asia", "east"]);
        assert_eq!(above("FR"), ["other", "other-2"]);
        assert_eq!(above("KP+CN"), ["asia", "east"]);
        for across in ["SY+FR", "KP+SY", "KP+EG"] {
            assert!(grouping.above("origin", across).is_err(), "{across}");
        }
        for bad in [
            "east = [\"KP\", \"KP\"]",
            "east = [1]",
            "east = 1",
            "[",
            "y = \"KP\"",
        ] {
            assert!(
                matches!(Grouping::read(bad), Err(AppError::BadGroups)),
                "{bad}"
            );
        }
    }

    /// Every country lies in a region but those that the standard places in none.
    #[test]
    fn every_country_has_its_region() {
        let regions = Grouping::regions().unwrap();
        let mut without = Vec::new();
        for code in crate::domain::country::all() {
            let above = regions.above("origin", code).unwrap();
            assert_eq!(above.len(), 2, "{code}");
            if above[0] == OTHER {
                without.push(code);
            }
        }
        let none = ["AQ", "BV", "CC", "CX", "GS", "HM", "IO", "TF", "UM", "XK"];
        let unknown: Vec<_> = without.iter().filter(|code| !none.contains(code)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        assert_eq!(
            regions.above("origin", "KP").unwrap(),
            ["asia", "eastern-asia"]
        );
        assert_eq!(
            regions.above("origin", "stateless").unwrap(),
            ["other", "other-2"]
        );
    }

    #[test]
    fn a_plus_joins_values_and_ends_one() {
        assert_eq!(values("a+b"), ["a", "b"]);
        assert_eq!(values("60+"), ["60+"]);
        assert_eq!(values("60++18-59"), ["60+", "18-59"]);
        assert_eq!(values("18-59+60+"), ["18-59", "60+"]);
    }

    #[test]
    fn bands_are_of_years_quarters_and_ages() {
        let above = |name: &str, code: &str| Grouping::Bands.above(name, code);
        assert_eq!(above("year", "2009").unwrap(), ["2005-2009"]);
        assert_eq!(above("year", "2010").unwrap(), ["2010-2014"]);
        assert_eq!(above("year", "none").unwrap(), ["other"]);
        assert_eq!(above("quarter", "2010-Q3").unwrap(), ["2010"]);
        assert_eq!(above("age_band", "12-17").unwrap(), ["0-17"]);
        assert_eq!(above("age_band", "60+").unwrap(), ["18+"]);
        assert_eq!(above("age_band", "unknown").unwrap(), ["other"]);
        assert!(above("origin", "KP").is_err());
    }
}
