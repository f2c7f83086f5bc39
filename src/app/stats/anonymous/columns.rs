//! What a list without names can say of a case, and how each column becomes coarser, step by step, until it says nothing.

/// The column that nobody may learn of somebody they know.
pub(super) const RESULT: &str = "result";

/// A column that others may know.
pub(super) struct Column {
    pub name: &'static str,
    /// The dimension that it is read from.
    pub value: &'static str,
    /// What each step says.
    pub steps: &'static [&'static str],
    coarser: fn(&str, usize) -> String,
}

impl Column {
    /// The value as it is, then coarser and coarser, `*` last.
    pub(super) fn ladder(&self, value: &str) -> Vec<String> {
        let last = self.steps.len().saturating_sub(1);
        let step = |height: usize| match height {
            _ if height == last => "*".to_owned(),
            height => (self.coarser)(value, height),
        };
        (0..self.steps.len()).map(step).collect()
    }
}

pub(super) const COLUMNS: [Column; 7] = [
    Column {
        name: "origin",
        value: "origin",
        steps: &["country", "*"],
        coarser: as_it_is,
    },
    Column {
        name: "jurisdiction",
        value: "jurisdiction",
        steps: &["country", "*"],
        coarser: as_it_is,
    },
    Column {
        name: "sex",
        value: "sex",
        steps: &["as it is", "*"],
        coarser: as_it_is,
    },
    Column {
        name: "born",
        value: "born",
        steps: &["5 years", "10 years", "20 years", "*"],
        coarser: |value, height| years(value, [5, 10, 20].get(height).copied().unwrap_or(20)),
    },
    Column {
        name: "year",
        value: "year",
        steps: &["year", "3 years", "6 years", "*"],
        coarser: |value, height| years(value, [1, 3, 6].get(height).copied().unwrap_or(6)),
    },
    Column {
        name: "office",
        value: "office",
        steps: &["as it is", "*"],
        coarser: as_it_is,
    },
    Column {
        name: "family",
        value: "family",
        steps: &["1, 2-4, 5+", "1, 2+", "*"],
        coarser: family,
    },
];

/// All columns by name, for the command line.
pub const NAMES: [&str; 8] = [
    "origin",
    "jurisdiction",
    "sex",
    "born",
    "year",
    "office",
    "family",
    RESULT,
];

fn as_it_is(value: &str, _: usize) -> String {
    value.to_owned()
}

/// The span of so many years that a year lies in.
fn years(value: &str, many: i32) -> String {
    match value.parse::<i32>() {
        Ok(year) if many > 1 => {
            let from = year - year.rem_euclid(many);
            format!("{from}-{}", from + many - 1)
        }
        _ => value.to_owned(),
    }
}

fn family(value: &str, height: usize) -> String {
    let size: u32 = value.parse().unwrap_or(1);
    let band = match (size, height) {
        (0 | 1, _) => "1",
        (_, 1) => "2+",
        (2..=4, _) => "2-4",
        _ => "5+",
    };
    band.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_ends_in_saying_nothing() {
        let of = |name: &str, value: &str| {
            let column = COLUMNS.iter().find(|column| column.name == name);
            column.unwrap().ladder(value)
        };
        assert_eq!(
            of("born", "1983"),
            ["1980-1984", "1980-1989", "1980-1999", "*"]
        );
        assert_eq!(of("year", "2014"), ["2014", "2013-2015", "2010-2015", "*"]);
        assert_eq!(of("year", "none"), ["none", "none", "none", "*"]);
        assert_eq!(of("family", "3"), ["2-4", "2+", "*"]);
        assert_eq!(of("family", "7"), ["5+", "2+", "*"]);
        assert_eq!(of("family", "1"), ["1", "1", "*"]);
        for column in &COLUMNS {
            assert!(NAMES.contains(&column.name));
            assert_eq!(column.ladder("x").last().unwrap(), "*");
        }
    }
}
