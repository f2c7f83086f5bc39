//! Shares of what a table shows: named ones, with the formula that is printed beside them, and any two sums of values.

use std::collections::{BTreeMap, BTreeSet};

use super::Query;
use crate::app::view::TableRate;
use crate::disclosure::TOTAL;
use crate::disclosure::figures::{Per, Share, known, share_of};
use crate::disclosure::ledger::Cleared;
use crate::disclosure::model::Domain;

/// What was decided on the substance.
const DECIDED: &[&str] = &["recognised", "complementary", "rejected"];

const POSITIVE: &[&str] = &["recognised", "complementary"];

/// A rate with a name: the dimension of its values, those above the line, those below, and whether it is one of decisions
/// alone.
type Named = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    bool,
);

const NAMED: &[Named] = &[
    ("positive/decided", "result", POSITIVE, DECIDED, false),
    (
        "refugee-recognition",
        "result",
        &["recognised"],
        DECIDED,
        true,
    ),
    ("total-protection", "result", POSITIVE, DECIDED, true),
    (
        "allowed/decided",
        "outcome",
        &["allowed"],
        &["allowed", "dismissed"],
        true,
    ),
];

/// A share that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// As it was asked for.
    pub name: String,
    /// The dimension of its values; nothing where its values say which.
    dimension: Option<&'static str>,
    above: Vec<String>,
    below: Vec<String>,
    of_decisions: bool,
}

/// Why there is no such rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadRate {
    /// Not a name, nor `A+B/C+D`.
    #[error("not a rate")]
    Form,
    /// A rate of decisions was asked of another unit.
    #[error("a rate of decisions alone")]
    Unit,
    /// There are three dimensions already.
    #[error("no room for its dimension")]
    Full,
}

impl Rate {
    /// A name, or sums of values: `A+B/C+D`.
    ///
    /// # Errors
    /// [`BadRate::Form`].
    pub fn read(text: &str) -> Result<Self, BadRate> {
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect();
        if let Some((name, dimension, above, below, of_decisions)) =
            NAMED.iter().find(|named| named.0 == text)
        {
            return Ok(Self {
                name: (*name).to_owned(),
                dimension: Some(dimension),
                above: owned(above),
                below: owned(below),
                of_decisions: *of_decisions,
            });
        }
        let (above, below) = text.split_once('/').ok_or(BadRate::Form)?;
        let codes = |sum: &str| -> Result<Vec<String>, BadRate> {
            let codes: Vec<&str> = sum.split('+').map(str::trim).collect();
            let mut once = codes.clone();
            once.sort_unstable();
            once.dedup();
            if codes.iter().any(|code| code.is_empty()) || once.len() != codes.len() {
                return Err(BadRate::Form);
            }
            Ok(owned(&codes))
        };
        let rate = Self {
            name: text.to_owned(),
            dimension: None,
            above: codes(above)?,
            below: codes(below)?,
            of_decisions: false,
        };
        // What is above the line is a part of what is below.
        let is_part = rate.above.iter().all(|code| rate.below.contains(code));
        let is_part = is_part || rate.below == [TOTAL];
        is_part.then_some(rate).ok_or(BadRate::Form)
    }

    /// Asks for the dimensions that it needs, where they are not asked for. A rate of decisions is told by instance: whoever
    /// was decided on twice is not one of twice as many.
    ///
    /// # Errors
    /// [`BadRate`].
    pub fn ask(&self, query: &mut Query) -> Result<(), BadRate> {
        if self.of_decisions && query.unit != "decisions" {
            return Err(BadRate::Unit);
        }
        let instance = "instance";
        let is_asked = query.filters.iter().any(|(name, _)| name == instance);
        let instance = Some(instance).filter(|_| self.of_decisions && !is_asked);
        for name in instance.into_iter().chain(self.dimension) {
            if !query.by.iter().any(|known| known == name) {
                query.by.push(name.to_owned());
            }
        }
        if query.by.len() > 3 {
            return Err(BadRate::Full);
        }
        Ok(())
    }

    /// Which sums it is the quotient of.
    fn formula(&self) -> String {
        format!(
            "({}) / ({})",
            self.above.join(" + "),
            self.below.join(" + ")
        )
    }
}

/// The shares of a table that may leave, from what it prints.
pub(super) fn of_released(rates: &[Rate], cleared: &Cleared) -> Vec<TableRate> {
    let released = cleared.released();
    let cells = cleared.cells().iter();
    let domains = cells.map(|cell| {
        (
            cell.key.clone(),
            (known(released, cell), cell.shown.clone()),
        )
    });
    let axes = released.shape().axes().iter();
    let axes = axes.map(|axis| Dimension {
        name: axis.name().to_owned(),
        values: axis
            .leaves()
            .map(|leaf| axis.code(leaf).to_owned())
            .collect(),
    });
    of(rates, &axes.collect::<Vec<_>>(), &domains.collect())
}

/// The shares of true numbers, for the owner.
pub(super) fn of_counts(
    rates: &[Rate],
    dimensions: &[String],
    groups: &BTreeMap<String, BTreeMap<String, Vec<String>>>,
    counts: &BTreeMap<Vec<String>, u64>,
) -> Vec<TableRate> {
    let told = |(key, count): (&Vec<String>, &u64)| {
        let number = i64::try_from(*count).unwrap_or(i64::MAX);
        (key.clone(), (Domain::only(number), count.to_string()))
    };
    let axes = dimensions.iter().enumerate().map(|(at, name)| {
        let codes = counts.keys().filter_map(|key| key.get(at));
        let is_group = |code: &String| groups.get(name).is_some_and(|all| all.contains_key(code));
        let values = codes.filter(|code| *code != TOTAL && !is_group(code));
        Dimension {
            name: name.clone(),
            values: values.cloned().collect(),
        }
    });
    let axes: Vec<Dimension> = axes.collect();
    of(rates, &axes, &counts.iter().map(told).collect())
}

/// A dimension of a table with its values, groups apart.
struct Dimension {
    name: String,
    values: BTreeSet<String>,
}

type Cells = BTreeMap<Vec<String>, (Domain, String)>;

fn of(rates: &[Rate], dimensions: &[Dimension], cells: &Cells) -> Vec<TableRate> {
    let mut all = Vec::new();
    for rate in rates {
        let has = |at: usize| {
            let codes = || cells.keys().filter_map(|key| key.get(at));
            let values = rate.above.iter().chain(&rate.below);
            values
                .filter(|value| *value != TOTAL)
                .any(|value| codes().any(|code| code == value))
        };
        let at = match rate.dimension {
            Some(name) => dimensions.iter().position(|known| known.name == name),
            None => (0..dimensions.len()).find(|at| has(*at)),
        };
        let Some((at, dimension)) = at.and_then(|at| Some((at, dimensions.get(at)?))) else {
            continue;
        };
        let mut parts: Vec<Vec<String>> = Vec::new();
        for key in cells.keys().filter(|key| key.len() == dimensions.len()) {
            let mut part = key.clone();
            if let Some(place) = part.get_mut(at) {
                TOTAL.clone_into(place);
            }
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        // Over all instances whoever was decided on twice would be two.
        let instance = dimensions.iter().position(|known| known.name == "instance");
        let instance = instance.filter(|_| rate.of_decisions);
        let is_over_all = |part: &Vec<String>| {
            instance.is_some_and(|at| part.get(at).is_some_and(|value| value == TOTAL))
        };
        for part in parts.into_iter().filter(|part| !is_over_all(part)) {
            let (above, below) = (
                sum(cells, &part, (at, dimension), &rate.above),
                sum(cells, &part, (at, dimension), &rate.below),
            );
            let told = share_of(above.0, below.0);
            let tenths = |per: Per| per.tenths;
            let (least_and_most, is_fine) = match told {
                Share::Exactly(per) => (Some((tenths(per), tenths(per))), per.is_fine),
                Share::Under(per) => (Some((0, tenths(per))), per.is_fine),
                Share::Between(least, most) => (Some((tenths(least), tenths(most))), most.is_fine),
                Share::Untold => (None, false),
            };
            all.push(TableRate {
                key: part,
                rate: rate.name.clone(),
                dimension: dimension.name.clone(),
                formula: rate.formula(),
                numerator: above.1,
                denominator: below.1,
                tenths: least_and_most,
                fine: is_fine,
            });
        }
    }
    all
}

/// What some values of a line are together, and how that is printed: a value that nobody has is nought. Readers add up what is
/// printed of them, and take the others from the line's total.
fn sum(
    cells: &Cells,
    part: &[String],
    (at, dimension): (usize, &Dimension),
    codes: &[String],
) -> (Domain, String) {
    let cell = |code: &String| {
        let mut key = part.to_vec();
        if let Some(place) = key.get_mut(at) {
            place.clone_from(code);
        }
        cells.get(&key)
    };
    let add = |codes: &mut dyn Iterator<Item = &String>| {
        codes
            .filter_map(cell)
            .fold(Domain::only(0), |sum, (domain, _)| Domain {
                least: sum.least.saturating_add(domain.least),
                most: sum.most.zip(domain.most).map(|(a, b)| a.saturating_add(b)),
            })
    };
    let mut sum = add(&mut codes.iter());
    let are_values = codes
        .iter()
        .all(|code| dimension.values.contains(code) || cell(code).is_none());
    if let Some((whole, _)) = cells.get(part).filter(|_| are_values) {
        let mut rest = dimension.values.iter().filter(|code| !codes.contains(code));
        let rest = add(&mut rest);
        let least = rest.most.map_or(0, |most| whole.least.saturating_sub(most));
        sum = sum.within(Domain {
            least: least.max(0),
            most: whole.most.map(|most| most.saturating_sub(rest.least)),
        });
    }
    let texts = codes.iter().filter_map(cell).map(|(_, text)| text.as_str());
    let text = match sum.most {
        Some(most) if most == sum.least => most.to_string(),
        _ => texts.collect::<Vec<_>>().join(" + "),
    };
    (sum, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimension(name: &str, values: &[&str]) -> Dimension {
        Dimension {
            name: name.to_owned(),
            values: values.iter().map(|&value| value.to_owned()).collect(),
        }
    }

    fn cells(of: &[(&str, &str, Domain)]) -> Cells {
        let one = |(code, text, domain): &(&str, &str, Domain)| {
            (vec![(*code).to_owned()], (*domain, (*text).to_owned()))
        };
        of.iter().map(one).collect()
    }

    #[test]
    fn a_share_is_of_what_is_printed_and_says_of_what() {
        let rate = Rate::read("positive/decided").unwrap();
        let of_these = cells(&[
            ("recognised", "<5", Domain::between(1, 4)),
            ("rejected", "119", Domain::only(119)),
            ("total", "x", Domain::from(0)),
        ]);
        let results = [dimension("result", &["recognised", "rejected"])];
        let told = of(&[rate], &results, &of_these);
        let [one] = told.as_slice() else {
            panic!("{told:?}")
        };
        assert_eq!(
            (one.numerator.as_str(), one.denominator.as_str()),
            ("<5", "<5 + 119")
        );
        assert_eq!(one.tenths, Some((0, 40)));
        assert_eq!(
            one.formula,
            "(recognised + complementary) / (recognised + complementary + rejected)"
        );
    }

    /// What is withheld of those below the line follows from the line's total, and readers take it from there.
    #[test]
    fn a_share_that_follows_from_what_is_printed_is_told() {
        let rate = Rate::read("refused/granted+refused").unwrap();
        let outcomes = [dimension("outcome", &["closed", "granted", "refused"])];
        let of_these = |closed| {
            cells(&[
                ("closed", "c", closed),
                ("granted", "c", Domain::from(5)),
                ("refused", "103", Domain::only(103)),
                ("total", "180", Domain::only(180)),
            ])
        };
        let told = of(
            std::slice::from_ref(&rate),
            &outcomes,
            &of_these(Domain::only(8)),
        );
        assert_eq!(
            (told[0].denominator.as_str(), told[0].tenths),
            ("172", Some((600, 600)))
        );
        // Of what is withheld beside it, only what both markers leave open.
        let told = of(&[rate], &outcomes, &of_these(Domain::from(5)));
        assert_eq!(
            (told[0].denominator.as_str(), told[0].tenths),
            ("c + 103", Some((580, 960)))
        );
    }

    #[test]
    fn a_rate_of_decisions_asks_for_the_instance_and_for_no_other_unit() {
        let rate = Rate::read("total-protection").unwrap();
        let mut query = Query {
            unit: "decisions".to_owned(),
            ..Query::default()
        };
        rate.ask(&mut query).unwrap();
        assert_eq!(query.by, ["instance", "result"]);
        let key = |instance: &str, result: &str| vec![instance.to_owned(), result.to_owned()];
        let number = |n| (Domain::only(n), n.to_string());
        let of_these: Cells = [("first_instance", 40), ("total", 80)]
            .into_iter()
            .map(|(instance, n)| (key(instance, "rejected"), number(n)))
            .collect();
        let by = [
            dimension("instance", &["first_instance"]),
            dimension("result", &["rejected"]),
        ];
        let told = of(std::slice::from_ref(&rate), &by, &of_these);
        assert_eq!(told.len(), 1, "none over all instances");
        assert_eq!(told[0].key, key("first_instance", "total"));
        query.unit = "persons".to_owned();
        assert_eq!(rate.ask(&mut query), Err(BadRate::Unit));
        for text in ["", "a", "a+a/a", "a/b", "a+/a", "a/"] {
            assert_eq!(Rate::read(text), Err(BadRate::Form), "{text}");
        }
        assert!(Rate::read("f/f+m").is_ok() && Rate::read("f/total").is_ok());
    }
}
