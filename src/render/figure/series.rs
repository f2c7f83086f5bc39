//! What of a table a picture shows: its values in words, and what each cell prints.

use std::collections::BTreeMap;

use super::{MOST_BARS, MOST_SERIES};
use crate::app::view::Table;
use crate::i18n::Locale;
use crate::render::stats::{Face, SMALL, TOTAL, word};

/// What a cell prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    Number(u64),
    /// Its marker.
    Withheld(String),
}

impl Shown {
    /// Read from what is printed: pictures know no other number.
    fn read(text: &str) -> Self {
        // `stats show` marks small numbers, for the owner.
        let number = text.strip_suffix(SMALL).unwrap_or(text).parse();
        number.map_or_else(|_| Self::Withheld(text.to_owned()), Self::Number)
    }

    /// The number that is printed.
    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Withheld(_) => None,
        }
    }
}

/// One value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// The code, as in the table.
    code: String,
    /// In words.
    pub words: String,
    /// Its place in time, of a year or a quarter.
    pub when: Option<u64>,
}

/// A table of one or two dimensions, as it is drawn.
pub(super) struct Plot {
    /// The values along the picture: of a dimension of time, in its order.
    pub along: Vec<Value>,
    /// The values drawn at each of them; one without a name, where there is one dimension.
    pub each: Vec<Value>,
    cells: BTreeMap<(String, String), Shown>,
    is_over_time: bool,
    has_sums: bool,
}

impl Plot {
    /// None of a table that is not drawn.
    pub(super) fn of(table: &Table, locale: &Locale) -> Option<Self> {
        let face = Face::from(table);
        let time = table.dimensions.iter().position(|name| is_time(name));
        // Time runs along, whichever dimension it is.
        let (along, each) = match (table.dimensions.len(), time) {
            (1, _) => (0, None),
            (2, Some(1)) => (1, Some(0)),
            (2, _) => (0, Some(1)),
            _ => return None,
        };
        let part = |key: &[String], at: Option<usize>| match at {
            Some(at) => key.get(at).cloned(),
            None => Some(String::new()),
        };
        let mut cells = BTreeMap::new();
        for cell in &table.cells {
            let (along, each) = (part(&cell.key, Some(along))?, part(&cell.key, each)?);
            cells.insert((along, each), Shown::read(&cell.shown));
        }
        let values = |at: usize| -> Option<Vec<Value>> {
            let name = table.dimensions.get(at)?;
            let codes = face.values(at).into_iter();
            // A sum is no further bar beside what it is made of: the largest alone are drawn. Of times it is the times.
            let is_drawn = |code: &&str| {
                *code != TOTAL
                    && if is_time(name) {
                        !face.is_sum(at, code)
                    } else {
                        face.path(at, code).len() == 1
                    }
            };
            let value = |code: &str| Value {
                code: code.to_owned(),
                words: word(locale, name, code),
                when: when(name, code),
            };
            Some(codes.filter(is_drawn).map(value).collect())
        };
        let mut along = values(along)?;
        let each = match each {
            Some(at) => values(at)?,
            None => vec![Value {
                code: String::new(),
                words: String::new(),
                when: None,
            }],
        };
        let dated = along.iter().filter(|value| value.when.is_some()).count();
        let is_over_time = time.is_some() && dated > 1 && each.len() <= MOST_SERIES;
        if is_over_time {
            // What has no day stands in the table.
            along.retain(|value| value.when.is_some());
            along.sort_by_key(|value| value.when);
        } else if along.len() * each.len() > MOST_BARS {
            return None;
        }
        Some(Self {
            along,
            each,
            cells,
            is_over_time,
            has_sums: face.above.iter().any(|(name, _)| !is_time(name)),
        })
    }

    /// Whether sums stand for what they are made of.
    pub(super) fn has_sums(&self) -> bool {
        self.has_sums
    }

    pub(super) fn is_over_time(&self) -> bool {
        self.is_over_time
    }

    /// Parts of a whole can be laid end to end only where each of them is a number that is printed.
    pub(super) fn can_be_stacked(&self) -> bool {
        (2..=MOST_SERIES).contains(&self.each.len()) && !self.has_withheld()
    }

    pub(super) fn has_withheld(&self) -> bool {
        self.drawn().any(|shown| shown.number().is_none())
    }

    /// The largest number that is drawn; never nought, so that it can be divided by.
    pub(super) fn largest(&self) -> u64 {
        self.drawn()
            .filter_map(Shown::number)
            .max()
            .unwrap_or(0)
            .max(1)
    }

    fn drawn(&self) -> impl Iterator<Item = &Shown> {
        let pairs = self
            .along
            .iter()
            .flat_map(|a| self.each.iter().map(move |e| (a, e)));
        pairs.filter_map(|(along, each)| self.cell(along, each))
    }

    pub(super) fn cell(&self, along: &Value, each: &Value) -> Option<&Shown> {
        self.cells.get(&(along.code.clone(), each.code.clone()))
    }

    /// What the table prints over all of a line.
    pub(super) fn total(&self, along: &Value) -> Option<&Shown> {
        self.cells.get(&(along.code.clone(), TOTAL.to_owned()))
    }
}

/// Whether a dimension is one of time.
fn is_time(dimension: &str) -> bool {
    matches!(dimension, "year" | "quarter" | "expires")
}

/// A place in time, one step a year, a quarter or a month.
fn when(dimension: &str, code: &str) -> Option<u64> {
    match dimension {
        "year" => code.parse().ok(),
        "quarter" => {
            let (year, quarter) = code.split_once("-Q")?;
            Some(year.parse::<u64>().ok()? * 4 + quarter.parse::<u64>().ok()?)
        }
        "expires" => {
            let (year, month) = code.split_once('-')?;
            Some(year.parse::<u64>().ok()? * 12 + month.parse::<u64>().ok()?)
        }
        _ => None,
    }
}
