//! How a cell prints, and what a reader knows from it.

use std::fmt;

/// How a cell stands in a released table. What it says is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Marker {
    /// The true number.
    Shown,
    /// The number rounded to the nearest five.
    Rounded,
    /// `<5`: one or more, fewer than the threshold.
    Few,
    /// `c`: the threshold or more, withheld to protect another cell.
    Held,
    /// `x`: any number, none included.
    Line,
}

/// The numbers a cell can be, by what is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain {
    /// The least.
    pub least: i64,
    /// The most, where there is one.
    pub most: Option<i64>,
}

impl Domain {
    /// From one number to another.
    pub fn between(least: i64, most: i64) -> Self {
        Self {
            least,
            most: Some(most),
        }
    }

    /// From a number on.
    pub fn from(least: i64) -> Self {
        Self { least, most: None }
    }

    /// One number.
    pub fn only(number: i64) -> Self {
        Self::between(number, number)
    }

    /// Whether a number is possible.
    pub fn admits(self, number: i64) -> bool {
        number >= self.least && self.most.is_none_or(|most| number <= most)
    }

    /// What both admit.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        let most = match (self.most, other.most) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self {
            least: self.least.max(other.least),
            most,
        }
    }
}

/// A number to the nearest five: 1 and 2 are 0, 3 and 4 are 5.
pub fn rounded(number: i64) -> i64 {
    (number + 2) / 5 * 5
}

/// How far from what is printed a rounded number can lie.
pub const READ_ROUNDED: i64 = 2;

/// A cell as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// How.
    pub marker: Marker,
    /// The number, where one is printed.
    pub number: Option<i64>,
    /// The threshold that the markers speak of.
    pub threshold: i64,
}

impl Printed {
    /// What says nothing.
    pub const ANY: Self = Self {
        marker: Marker::Line,
        number: None,
        threshold: 0,
    };

    /// Reads what a table prints.
    pub fn read(text: &str, threshold: i64, is_rounded: bool) -> Option<Self> {
        let number: Option<i64> = text.parse().ok().filter(|n| *n >= 0);
        let marker = match (text, number) {
            ("c", _) => Marker::Held,
            ("x", _) => Marker::Line,
            (_, Some(_)) if is_rounded => Marker::Rounded,
            (_, Some(_)) => Marker::Shown,
            _ => (text.strip_prefix('<')?.parse() == Ok(threshold)).then_some(Marker::Few)?,
        };
        Some(Self {
            marker,
            number,
            threshold,
        })
    }

    /// What a reader knows of the cell.
    pub fn domain(self) -> Domain {
        match (self.marker, self.number) {
            (Marker::Shown, Some(number)) => Domain::only(number),
            (Marker::Rounded, Some(number)) => {
                Domain::between((number - READ_ROUNDED).max(0), number + READ_ROUNDED)
            }
            (Marker::Few, _) => Domain::between(1, self.threshold - 1),
            (Marker::Held, _) => Domain::from(self.threshold),
            (Marker::Line | Marker::Shown | Marker::Rounded, _) => Domain::from(0),
        }
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.marker, self.number) {
            (Marker::Shown | Marker::Rounded, Some(number)) => f.pad(&number.to_string()),
            (Marker::Few, _) => f.pad(&format!("<{}", self.threshold)),
            (Marker::Held, _) => f.pad("c"),
            (Marker::Line | Marker::Shown | Marker::Rounded, _) => f.pad("x"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_to_the_nearest_five_and_read_back_so() {
        let rounded: Vec<i64> = (0..=8).map(rounded).collect();
        assert_eq!(rounded, [0, 0, 0, 5, 5, 5, 5, 5, 10]);
        for true_number in 0..40 {
            let printed = Printed {
                marker: Marker::Rounded,
                number: Some(super::rounded(true_number)),
                threshold: 5,
            };
            assert!(printed.domain().admits(true_number));
        }
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for text in ["<5", "c", "x", "0", "37"] {
            let read = Printed::read(text, 5, false).unwrap();
            assert_eq!(read.to_string(), text);
        }
        assert_eq!(
            Printed::read("35", 5, true).unwrap().domain(),
            Domain::between(33, 37)
        );
        assert_eq!(
            ["<4", "-1", "5 ", ""].map(|text| Printed::read(text, 5, false)),
            [None; 4]
        );
    }

    #[test]
    fn markers_print_what_they_say() {
        let print = |marker| {
            Printed {
                marker,
                number: None,
                threshold: 10,
            }
            .to_string()
        };
        assert_eq!(
            [Marker::Few, Marker::Held, Marker::Line].map(print),
            ["<10", "c", "x"]
        );
    }
}
