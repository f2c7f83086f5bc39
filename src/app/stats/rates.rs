//! Shares of what a table shows: named ones, with the formula that is printed beside them, and any two sums of values.

use std::collections::{BTreeMap, BTreeSet};

use super::{Query, terms, values};
use crate::app::own;
use crate::app::view::TableRate;
use crate::disclosure::TOTAL;
use crate::disclosure::figures::{Per, Share, known, share_beside};
use crate::disclosure::ledger::Cleared;
use crate::disclosure::model::Domain;

/// What was decided on the substance.
const DECIDED: &[&str] = &["recognised", "complementary", "rejected"];

const POSITIVE: &[&str] = &["recognised", "complementary"];

/// What came of somebody, told in one way or another: of those whom a condition on one of these leaves, a share with a name is
/// that of nothing.
const TELLING: &[&str] = &[
    "result",
    "outcome",
    "decision",
    "protection",
    "protection_now",
    "basis",
    "state",
    "expires",
];

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
    /// No dimension that is asked for has its values.
    #[error("of no dimension that is asked for")]
    Nowhere,
    /// A condition leaves out what stands in it.
    #[error("a condition leaves out what stands in it")]
    Filtered,
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
            let codes = values(sum).into_iter();
            let codes: Vec<String> = codes.map(|code| code.trim().to_owned()).collect();
            let once: BTreeSet<&String> = codes.iter().collect();
            if codes.iter().any(String::is_empty) || once.len() != codes.len() {
                return Err(BadRate::Form);
            }
            Ok(codes)
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
    /// was decided on twice is not one of twice as many. `grouped` are dimensions whose groups may be meant.
    ///
    /// # Errors
    /// [`BadRate`].
    pub fn ask(&self, query: &mut Query, grouped: &[String]) -> Result<(), BadRate> {
        if self.of_decisions && query.unit != "decisions" {
            return Err(BadRate::Unit);
        }
        let instance = "instance";
        let filters = terms::filters(&query.filters);
        let is_one = filters.get(instance).is_some_and(|of| of.len() == 1);
        let instance = Some(instance).filter(|_| self.of_decisions && !is_one);
        for name in instance.into_iter().chain(self.dimension) {
            if !query.by.iter().any(|known| known == name) {
                query.by.push(name.to_owned());
            }
        }
        if query.by.len() > 3 {
            return Err(BadRate::Full);
        }
        let of = query.by.iter().find(|name| match self.dimension {
            Some(own) => own == name.as_str(),
            None => grouped.contains(name) || self.values().all(|code| is_value(name, code)),
        });
        let of = of.ok_or(BadRate::Nowhere)?;
        let is_like = |name: &String| {
            let is_told = |name: &str| TELLING.contains(&name);
            self.dimension.is_some() && name != of && is_told(of) && is_told(name)
        };
        if filters.keys().any(is_like) {
            return Err(BadRate::Filtered);
        }
        if let Some(admitted) = filters.get(of) {
            let own = self.values().filter(|code| is_value(of, code));
            let is_left = |code: &String| admitted.iter().any(|one| one.eq_ignore_ascii_case(code));
            let mut below = own.filter(|code| !is_left(code));
            let is_all =
                self.below == [TOTAL] && admitted.iter().all(|one| self.above.contains(one));
            if below.next().is_some() || is_all {
                return Err(BadRate::Filtered);
            }
        }
        Ok(())
    }

    /// Each value that stands in it.
    fn values(&self) -> impl Iterator<Item = &String> {
        let all = self.above.iter().chain(&self.below);
        all.filter(|code| *code != TOTAL)
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
        let has = |at: usize, value: &String| {
            let mut codes = cells.keys().filter_map(|key| key.get(at));
            codes.any(|code| code == value || values(code).contains(value))
        };
        let fits = |(at, one): &(usize, &Dimension)| {
            let mut values = rate.values();
            values.all(|value| has(*at, value) || is_value(&one.name, value))
        };
        let of = dimensions
            .iter()
            .enumerate()
            .find(|one| match rate.dimension {
                Some(name) => one.1.name == name,
                None => fits(one),
            });
        let Some((at, dimension)) = of else {
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
        let is_several = |value: &String| value == TOTAL || values(value).len() > 1;
        let is_over_all =
            |part: &Vec<String>| instance.is_some_and(|at| part.get(at).is_some_and(is_several));
        for part in parts.into_iter().filter(|part| !is_over_all(part)) {
            let line = Line {
                cells,
                part: &part,
                at,
                dimension,
            };
            let (above, below) = (line.sum(&rate.above), line.sum(&rate.below));
            let is_merged = above.is_none() || below.is_none();
            let beside = line.beside(&rate.above, &rate.below);
            let nothing = || (Domain::from(0), String::new());
            let (above, below) = (above.unwrap_or_else(nothing), below.unwrap_or_else(nothing));
            let told = share_beside(above.0, beside, below.0);
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
                why: is_merged.then(|| "merged".to_owned()),
            });
        }
    }
    all
}

/// Whether a dimension can have a value, whoever has it.
fn is_value(dimension: &str, code: &str) -> bool {
    own::dimension(dimension).is_some()
        || terms::written(dimension, code).is_ok_and(|own| own == code)
}

/// A line of a table: its cells over one dimension.
struct Line<'a> {
    cells: &'a Cells,
    part: &'a [String],
    at: usize,
    dimension: &'a Dimension,
}

impl Line<'_> {
    fn cell(&self, code: &str) -> Option<&(Domain, String)> {
        let mut key = self.part.to_vec();
        if let Some(place) = key.get_mut(self.at) {
            code.clone_into(place);
        }
        self.cells.get(&key)
    }

    fn add<'a>(&self, codes: impl Iterator<Item = &'a String>) -> Domain {
        codes
            .filter_map(|code| self.cell(code))
            .fold(Domain::only(0), |sum, (domain, _)| Domain {
                least: sum.least.saturating_add(domain.least),
                most: sum.most.zip(domain.most).map(|(a, b)| a.saturating_add(b)),
            })
    }

    /// The cells that are these values: each by itself, and those counted as one that all are among them. Nothing where some
    /// are counted as one with others.
    fn cells_of(&self, codes: &[String]) -> Option<Vec<&String>> {
        let mut cells = Vec::new();
        for own in &self.dimension.values {
            let parts = values(own);
            let among = |part: &String| codes.contains(part);
            if codes.contains(own) || parts.iter().all(among) {
                cells.push(own);
            } else if parts.iter().any(among) {
                return None;
            }
        }
        Some(cells)
    }

    /// What some values of a line are together, and how that is printed: a value that nobody has is nought. Readers add up
    /// what is printed of them, and take the others from the line's total. Nothing where some are counted as one with others.
    fn sum(&self, codes: &[String]) -> Option<(Domain, String)> {
        let own = self.cells_of(codes)?;
        // The total, and groups.
        let is_sum =
            |code: &&String| !self.dimension.values.contains(*code) && self.cell(code).is_some();
        let sums: Vec<&String> = codes.iter().filter(is_sum).collect();
        let all = || sums.iter().chain(&own).copied();
        let mut sum = self.add(all());
        if let Some((whole, _)) = self.cells.get(self.part).filter(|_| sums.is_empty()) {
            let values = self.dimension.values.iter();
            let rest = self.add(values.filter(|code| !own.contains(code)));
            let least = rest.most.map_or(0, |most| whole.least.saturating_sub(most));
            sum = sum.within(Domain {
                least: least.max(0),
                most: whole.most.map(|most| most.saturating_sub(rest.least)),
            });
        }
        let texts = all().filter_map(|code| self.cell(code));
        let text = match sum.most {
            Some(most) if most == sum.least => most.to_string(),
            _ => {
                let texts: Vec<&str> = texts.map(|(_, text)| text.as_str()).collect();
                texts.join(" + ")
            }
        };
        Some((sum, text))
    }

    /// What stands below the line alone.
    fn beside(&self, above: &[String], below: &[String]) -> Domain {
        let nothing_known = Domain::from(0);
        if below == [TOTAL] {
            let Some(own) = self.cells_of(above) else {
                return nothing_known;
            };
            let is_value = |code: &String| self.dimension.values.contains(code);
            if !above
                .iter()
                .all(|code| is_value(code) || self.cell(code).is_none())
            {
                return nothing_known;
            }
            let values = self.dimension.values.iter();
            return self.add(values.filter(|code| !own.contains(code)));
        }
        let alone: Vec<String> = below
            .iter()
            .filter(|code| !above.contains(code))
            .cloned()
            .collect();
        self.sum(&alone).map_or(nothing_known, |(domain, _)| domain)
    }
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

    /// Values that are counted as one stand in a sum where all of them do; where others are among them, nothing is told.
    #[test]
    fn values_counted_as_one_are_not_nought() {
        let of_these = cells(&[
            ("recognised+complementary", "92", Domain::only(92)),
            ("rejected", "61", Domain::only(61)),
            ("total", "153", Domain::only(153)),
        ]);
        let results = [dimension(
            "result",
            &["recognised+complementary", "rejected"],
        )];
        let one = |name: &str| {
            let told = of(&[Rate::read(name).unwrap()], &results, &of_these);
            let [one] = told.as_slice() else {
                panic!("{told:?}")
            };
            (
                one.numerator.clone(),
                one.denominator.clone(),
                one.tenths,
                one.why.clone(),
            )
        };
        assert_eq!(
            one("positive/decided"),
            ("92".into(), "153".into(), Some((600, 600)), None)
        );
        for name in ["recognised/recognised+rejected", "recognised/total"] {
            let (.., tenths, why) = one(name);
            assert_eq!((tenths, why.as_deref()), (None, Some("merged")), "{name}");
        }
    }

    /// What stands above the line stands below it too.
    #[test]
    fn no_share_is_over_a_hundred() {
        let of_these = cells(&[
            ("recognised", "x", Domain::from(0)),
            ("complementary", "91", Domain::only(91)),
            ("rejected", "c", Domain::from(5)),
            ("pending", "10", Domain::only(10)),
            ("total", "200", Domain::only(200)),
        ]);
        let results = [dimension(
            "result",
            &["recognised", "complementary", "rejected", "pending"],
        )];
        let rate = Rate::read("positive/decided").unwrap();
        let told = of(&[rate], &results, &of_these);
        // 91 to 185 of 190.
        assert_eq!(told[0].tenths, Some((470, 980)));
    }

    #[test]
    fn a_condition_leaves_nothing_of_a_share_out() {
        let asked = |filters: &[(&str, &str)], by: &[&str], rate: &str| {
            let filters = filters.iter().map(|(name, of)| {
                let of = of.split(',').map(str::to_owned);
                ((*name).to_owned(), of.collect())
            });
            let mut query = Query {
                unit: "persons".to_owned(),
                by: by.iter().map(|&name| name.to_owned()).collect(),
                filters: filters.collect(),
                ..Query::default()
            };
            Rate::read(rate).unwrap().ask(&mut query, &[])
        };
        let positive = "positive/decided";
        for filters in [
            ("result", "recognised,complementary"),
            ("protection", "refugee_status"),
        ] {
            let told = asked(&[filters], &["result"], positive);
            assert_eq!(told, Err(BadRate::Filtered), "{filters:?}");
        }
        let decided = ("result", "recognised,complementary,rejected");
        assert_eq!(asked(&[decided], &["result"], positive), Ok(()));
        assert_eq!(asked(&[("sex", "f,m")], &["sex"], "f/total"), Ok(()));
        assert_eq!(
            asked(&[("sex", "f")], &["sex"], "f/total"),
            Err(BadRate::Filtered)
        );
        assert_eq!(asked(&[], &["sex"], "pending/total"), Err(BadRate::Nowhere));
    }

    #[test]
    fn a_rate_of_decisions_asks_for_the_instance_and_for_no_other_unit() {
        let rate = Rate::read("total-protection").unwrap();
        let mut query = Query {
            unit: "decisions".to_owned(),
            ..Query::default()
        };
        rate.ask(&mut query, &[]).unwrap();
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
        assert_eq!(rate.ask(&mut query, &[]), Err(BadRate::Unit));
        assert_eq!(Rate::read("60+/total").unwrap().above, ["60+"]);
        for text in ["", "a", "a+a/a", "a/b", "a+/a", "a/"] {
            assert_eq!(Rate::read(text), Err(BadRate::Form), "{text}");
        }
        assert!(Rate::read("f/f+m").is_ok() && Rate::read("f/total").is_ok());
    }
}
