//! What may leave in the place of a table that does not go with what left before, or that is too fine: other days, years and
//! conditions, a cell withheld, coarser dimensions. Each is judged just now.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::offers::{Asked, NOTHING, SECONDS};
use super::release::Protect;
use super::{DIMENSIONS, Query, Rate, shape};
use crate::app::error::{Offer, Offered, Tried};
use crate::disclosure::TOTAL;

/// What is coarser than a dimension.
const COARSER: &[(&str, &str)] = &[
    ("quarter", "year"),
    ("year", "period"),
    ("origin", "region"),
    ("decision", "result"),
];

/// So many pairs of values are tried as one.
const PAIRS: usize = 4;

/// So many cells are tried to withhold in the place of one.
const OTHERS: usize = 6;

/// So many earlier days are tried.
const DAYS: usize = 6;

impl Asked<'_> {
    /// Everything that may leave in its place. `with` are the tables that it does not go with, `key` the cell in question.
    pub(super) fn instead(&self, with: &[&str], key: &[String], offers: &mut Vec<Offer>) {
        self.earlier(with, offers);
        self.years(with, offers);
        self.without_showing(offers);
        self.as_one(key, offers);
        self.withheld_besides(key, offers);
        self.all_the_same(key, offers);
        self.under(offers);
        self.fewer_dimensions(offers);
        self.fewer_conditions(offers);
        let rounded = Protect {
            round: true,
            show: Vec::new(),
            ..self.protect.clone()
        };
        if self.protect.round {
            return;
        }
        self.tries(Tried::Rounded);
        if self.protect(&rounded).is_some() {
            let offer = Offer::new(Offered::Rounded, "--round 5");
            offers.push(offer.without(self.typed_to_show()));
        }
    }

    /// What may leave in the place of a table that was to show a cell which is withheld to keep another: a table in which the
    /// other one is kept by something else, or a coarser one.
    pub(super) fn instead_of_another(&self, key: &[String], offers: &mut Vec<Offer>) {
        let hidden = self.hidden();
        let beside = Asked {
            protect: &hidden,
            ..*self
        };
        let from = offers.len();
        beside.without_another(key, offers);
        beside.as_one(key, offers);
        beside.under(offers);
        beside.fewer_dimensions(offers);
        for offer in offers.iter_mut().skip(from) {
            offer.instead_of.push("--show");
        }
    }

    /// The same in the program's own codes, where other columns have no place for these forms.
    pub(super) fn in_own_codes(&self, dimension: &str, forms: &[String], offers: &mut Vec<Offer>) {
        let mut query = self.query.clone();
        let of = query
            .filters
            .iter_mut()
            .filter(|(name, _)| name == dimension);
        for (_, values) in of {
            values.extend(forms.iter().cloned());
        }
        let protect = Protect {
            combine: Vec::new(),
            ..self.protect.clone()
        };
        if self
            .ground
            .judge(&query, &protect, self.to, SECONDS)
            .is_ok()
        {
            offers.push(self.of_another(Offered::OwnCodes, String::new(), &query, &protect));
        }
    }

    /// The same with nothing shown on a decision.
    pub(super) fn hidden(&self) -> Protect {
        Protect {
            show: Vec::new(),
            ..self.protect.clone()
        }
    }

    /// With another number of its line withheld, so that the cell shows its own. No number is told: beside each other those of
    /// two such tables would give the small one away.
    fn without_another(&self, key: &[String], offers: &mut Vec<Offer>) {
        let Some(now) = self.protect(self.protect) else {
            return;
        };
        let others = now.cleared.cells().iter().filter(|cell| {
            let apart = cell.key.iter().zip(key).filter(|(own, asked)| own != asked);
            cell.value.is_some_and(|value| value > 0) && apart.count() == 1
        });
        let mut others: Vec<_> = others.collect();
        // Readers want the sums.
        others.sort_by_key(|cell| cell.key.iter().filter(|code| *code == TOTAL).count());
        for other in others.into_iter().take(OTHERS) {
            let mut protect = self.protect.clone();
            protect.withhold.push(other.key.clone());
            let judged = self.protect(&protect);
            let shows = judged
                .and_then(|one| one.cleared.cell(key)?.value)
                .is_some();
            if shows {
                let what = Offered::Another {
                    key: other.key.clone(),
                    shown: key.to_vec(),
                };
                let option = format!("--withhold {}", other.key.join(","));
                offers.push(Offer::new(what, option));
                return;
            }
        }
    }

    /// As of the day of a table that left, else of the end of an earlier quarter.
    fn earlier(&self, with: &[&str], offers: &mut Vec<Offer>) {
        let at = |day: NaiveDate| {
            self.tries(Tried::Day);
            let query = Query {
                as_of: Some(day),
                ..self.query.clone()
            };
            self.query(&query).is_some()
        };
        let now = self.ground.day(self.query);
        let left = with.iter().filter_map(|number| self.ground.left(number));
        for left in left.filter(|left| left.day != now) {
            if at(left.day) {
                let what = Offered::AsOf {
                    day: left.day,
                    release: left.number.clone(),
                };
                let offer = Offer::new(what, format!("--as-of {}", left.day));
                offers.push(offer.without(self.query.as_of.map(|_| "--as-of")));
                return;
            }
        }
        if with.is_empty() {
            return;
        }
        if let Some(day) = quarters_before(now).take(DAYS).find(|day| at(*day)) {
            let what = Offered::Earlier { day };
            let offer = Offer::new(what, format!("--as-of {day}"));
            offers.push(offer.without(self.query.as_of.map(|_| "--as-of")));
        }
    }

    /// About the years of a table that left.
    fn years(&self, with: &[&str], offers: &mut Vec<Offer>) {
        for left in with.iter().filter_map(|number| self.ground.left(number)) {
            let Some(period) = left.asked.period else {
                continue;
            };
            let query = Query {
                period: Some(period),
                ..self.query.clone()
            };
            if self.query.period == Some(period) {
                continue;
            }
            self.tries(Tried::Years);
            if self.query(&query).is_some() {
                let what = Offered::Years {
                    release: left.number.clone(),
                };
                let option = format!("--period {}-{}", period.0, period.1);
                let typed = self.query.period.map(|_| "--period");
                offers.push(Offer::new(what, option).without(typed));
                return;
            }
        }
    }

    /// With nothing shown on a decision, where something was to be.
    fn without_showing(&self, offers: &mut Vec<Offer>) {
        let Some(key) = self.protect.show.first() else {
            return;
        };
        let hidden = Protect {
            show: Vec::new(),
            because: None,
            ..self.protect.clone()
        };
        self.tries(Tried::Marker);
        if self.protect(&hidden).is_some() {
            let what = Offered::Fewer {
                key: key.clone(),
                beside: None,
            };
            let offer = Offer::new(what, "--intervals");
            offers.push(offer.without(self.typed_to_show()));
        }
    }

    /// A value counted as one with another: that of the cell in question or of one that was to be shown, else the rarest.
    fn as_one(&self, key: &[String], offers: &mut Vec<Offer>) {
        let hidden = Protect {
            show: Vec::new(),
            withhold: Vec::new(),
            because: None,
            ..self.protect.clone()
        };
        let Ok(found) = self.ground.things(self.query, &hidden) else {
            return;
        };
        let mut left = PAIRS;
        for at in 0..self.query.by.len() {
            let mut many: BTreeMap<&String, usize> = BTreeMap::new();
            for code in found.iter().filter_map(|one| one.key.get(at)) {
                *many.entry(code).or_default() += 1;
            }
            let named = self.protect.show.iter().map(Vec::as_slice).chain([key]);
            let named = named
                .filter_map(|key| key.get(at))
                .filter(|code| many.contains_key(code));
            let mut rare: Vec<&String> = many.keys().copied().collect();
            rare.sort_by_key(|code| (NOTHING.contains(&code.as_str()), many.get(code)));
            let mut firsts: Vec<&String> = named.chain(rare.first().copied()).collect();
            firsts.dedup();
            let mut partners = rare.clone();
            partners.sort_by_key(|code| {
                let size = many.get(code).copied().unwrap_or(0);
                (NOTHING.contains(&code.as_str()), std::cmp::Reverse(size))
            });
            for first in firsts {
                for partner in partners.iter().filter(|code| **code != first) {
                    if left == 0 {
                        return;
                    }
                    left -= 1;
                    let pair = vec![first.clone(), (*partner).clone()];
                    let joined = pair.join("+");
                    let mut protect = hidden.clone();
                    protect.combine.push(pair);
                    let mut both = vec![TOTAL.to_owned(); self.query.by.len()];
                    if let Some(place) = both.get_mut(at) {
                        place.clone_from(&joined);
                    }
                    self.tries(Tried::Combined);
                    let judged = self.protect(&protect);
                    let number = judged.and_then(|one| one.cleared.cell(&both)?.value);
                    if let Some(number) = number {
                        let what = Offered::Combined { key: both, number };
                        let typed = self.typed_to_show().chain(self.typed_to_withhold());
                        offers.push(self.with_combined(what, &joined, &protect).without(typed));
                        return;
                    }
                }
            }
        }
    }

    /// The cell in question withheld, or the total, or both: the first of these that is enough.
    fn withheld_besides(&self, key: &[String], offers: &mut Vec<Offer>) {
        if self.query.by.is_empty() {
            return;
        }
        let total = vec![TOTAL.to_owned(); self.query.by.len()];
        let is_cell = key.len() == total.len() && *key != *total;
        let cell = is_cell.then(|| key.to_vec());
        let both: Vec<Vec<String>> = cell.iter().chain([&total]).cloned().collect();
        let alone = both.iter().map(|key| vec![key.clone()]);
        let sets = alone.chain(is_cell.then(|| both.clone()));
        for keys in sets {
            let mut protect = self.protect.clone();
            protect.withhold.extend(keys.iter().cloned());
            for key in &keys {
                let is_total = *key == total;
                self.tries(if is_total { Tried::Total } else { Tried::Cell });
            }
            if self.protect(&protect).is_some() {
                let typed = keys
                    .iter()
                    .map(|key| format!("--withhold {}", key.join(",")));
                let option = typed.collect::<Vec<_>>().join(" ");
                offers.push(Offer::new(Offered::Without { keys }, option));
                return;
            }
        }
    }

    /// The small cell shown on a decision of the office, where that is all that stands in the way.
    fn all_the_same(&self, key: &[String], offers: &mut Vec<Offer>) {
        if key.len() != self.query.by.len().max(1) || self.protect.round {
            return;
        }
        let mut protect = self.protect.clone();
        protect.show.push(key.to_vec());
        protect.because = Some(String::new());
        self.tries(Tried::Decided);
        if self.protect(&protect).is_some() {
            offers.push(self.decided(key));
        }
    }

    /// By what is coarser in the place of a dimension.
    fn under(&self, offers: &mut Vec<Offer>) {
        for (at, dimension) in self.query.by.iter().enumerate() {
            let coarser = COARSER.iter().filter(|(fine, _)| fine == dimension);
            for (_, coarser) in coarser.filter(|(_, name)| DIMENSIONS.contains(name)) {
                let mut query = self.query.clone();
                if let Some(place) = query.by.get_mut(at) {
                    (*coarser).clone_into(place);
                }
                let what = Offered::Under {
                    dimension: dimension.clone(),
                    coarser: (*coarser).to_owned(),
                };
                self.by(&query, dimension, what, offers);
            }
        }
    }

    /// By what a condition asks for, in its place: telling lines are then withheld.
    pub(super) fn as_dimension(&self, name: &str, offers: &mut Vec<Offer>) {
        if self.query.by.iter().any(|by| by == name) {
            return;
        }
        let mut query = self.query.clone();
        query.filters.retain(|(other, _)| other != name);
        query.by.push(name.to_owned());
        let what = Offered::AsDimension {
            dimension: name.to_owned(),
        };
        self.by(&query, name, what, offers);
    }

    fn fewer_dimensions(&self, offers: &mut Vec<Offer>) {
        for (at, dimension) in self.query.by.iter().enumerate() {
            let mut query = self.query.clone();
            query.by.remove(at);
            let what = Offered::Coarser {
                dimension: dimension.clone(),
            };
            self.by(&query, dimension, what, offers);
        }
    }

    /// Other dimensions. What names a value of one that is gone says nothing without it.
    fn by(&self, query: &Query, gone: &str, what: Offered, offers: &mut Vec<Offer>) {
        let mut protect = Protect {
            combine: Vec::new(),
            withhold: Vec::new(),
            show: Vec::new(),
            ..self.protect.clone()
        };
        protect.groups.0.retain(|(name, _)| name != gone);
        let mut once = query.by.clone();
        once.sort();
        once.dedup();
        if once.len() != query.by.len() || !self.has_its_rates(query, &protect) {
            return;
        }
        self.tries(match &what {
            Offered::Under { .. } => Tried::Coarser,
            Offered::AsDimension { .. } => Tried::AsDimension,
            _ => Tried::Dimensions,
        });
        if self.ground.judge(query, &protect, self.to, SECONDS).is_ok() {
            let mut option = match query.by.as_slice() {
                [] => String::new(),
                by => format!("--by {}", by.join(",")),
            };
            let of_others = query.filters != self.query.filters;
            let left = conditions(query);
            if of_others && !left.is_empty() {
                option = format!("{option} {left}");
            }
            let typed = self.typed_to_show().chain(self.typed_to_withhold());
            let combined = Some("--combine").filter(|_| !self.protect.combine.is_empty());
            let grouped = protect.groups.0.is_empty() && !self.protect.groups.0.is_empty();
            let grouped = Some("--group").filter(|_| grouped);
            let typed = typed.chain(combined).chain(grouped);
            let offer = self.of_another(what, option, query, &protect);
            let by = Some("--by").filter(|_| query.word.is_none());
            let conditions = Some("--where").filter(|_| of_others && query.word.is_none());
            offers.push(offer.without(typed.chain(by).chain(conditions)));
        }
    }

    fn fewer_conditions(&self, offers: &mut Vec<Offer>) {
        let mut tried: Vec<&String> = Vec::new();
        for (dimension, _) in &self.query.filters {
            if tried.contains(&dimension) {
                continue;
            }
            tried.push(dimension);
            let mut query = self.query.clone();
            query.filters.retain(|(name, _)| name != dimension);
            self.tries(Tried::Conditions);
            if self.query(&query).is_some() {
                let what = Offered::Conditions {
                    dimension: dimension.clone(),
                };
                let offer = self.of_another(what, conditions(&query), &query, self.protect);
                let typed = Some("--where").filter(|_| query.word.is_none());
                offers.push(offer.without(typed));
            }
        }
    }
}

impl Asked<'_> {
    /// An offer of another question: with the option that differs, or, where a word stood for unit, dimensions and conditions,
    /// with all of these in its place.
    pub(super) fn of_another(
        &self,
        what: Offered,
        option: String,
        query: &Query,
        protect: &Protect,
    ) -> Offer {
        let Some(word) = self.query.word else {
            return Offer::new(what, option);
        };
        let mut typed = vec![format!("--unit {}", query.unit)];
        if !query.by.is_empty() {
            typed.push(format!("--by {}", query.by.join(",")));
        }
        let conditions = conditions(query);
        typed.extend(Some(conditions).filter(|all| !all.is_empty()));
        // What a shape asks for by itself goes without it.
        if word == shape::OPTION {
            let joined = protect.combine.iter().map(|codes| codes.join("+"));
            typed.extend(joined.map(|joined| format!("--combine {joined}")));
        }
        let is_rounded = word == shape::OPTION && protect.round;
        typed.extend(is_rounded.then(|| "--round 5".to_owned()));
        let offer = Offer::new(what, typed.join(" ")).without([word, "--unit", "--where"]);
        let is_combined = word == shape::OPTION && !protect.combine.is_empty();
        let offer = offer.without(is_combined.then_some("--combine"));
        offer.without(is_rounded.then_some("--round"))
    }

    /// An offer of values counted as one, which no shape has columns for.
    pub(super) fn with_combined(&self, what: Offered, joined: &str, protect: &Protect) -> Offer {
        let option = format!("--combine {joined}");
        if self.query.word != Some(shape::OPTION) {
            return Offer::new(what, option);
        }
        self.of_another(what, String::new(), self.query, protect)
    }

    /// An offer of a small number shown all the same.
    pub(super) fn decided(&self, key: &[String]) -> Offer {
        let mut option = format!("--show {}", key.join(","));
        if self.protect.because.is_none() {
            option.push_str(" --because \"...\"");
        }
        let mut shown = self.protect.clone();
        shown.show.push(key.to_vec());
        // Where another member has to approve of it, it leaves no other way.
        if !matches!(self.ground.waits_for_second(self.query, &shown), Ok(false)) {
            option.push_str(" --propose");
            return Offer::new(Offered::Decided, option).without(["--propose", "--dry-run"]);
        }
        Offer::new(Offered::Decided, option)
    }

    /// Whether the shares, as they were typed, are of the same dimensions beside these. Those of a word go with it.
    fn has_its_rates(&self, query: &Query, protect: &Protect) -> bool {
        let grouped = protect.groups.0.iter().map(|(name, _)| name.clone());
        let grouped: Vec<String> = grouped.collect();
        let typed = query.rates.iter().map(|rate| Rate::read(&rate.name));
        let typed: Vec<Rate> = typed.filter_map(Result::ok).collect();
        let mut asked = Query {
            rates: typed.clone(),
            ..query.clone()
        };
        let mut typed = typed.iter();
        let has_all = typed.all(|rate| rate.ask(&mut asked, &grouped).is_ok());
        let is_same = |placed: Query| placed.rates == query.rates;
        query.word.is_some()
            || (has_all
                && asked.by == query.by
                && self.ground.placed(&asked, protect).is_ok_and(is_same))
    }

    /// What goes where nothing is shown on a decision.
    pub(super) fn typed_to_show(&self) -> impl Iterator<Item = &'static str> {
        let is_asked = !self.protect.show.is_empty();
        is_asked.then_some("--show").into_iter()
    }

    fn typed_to_withhold(&self) -> impl Iterator<Item = &'static str> {
        let is_asked = !self.protect.withhold.is_empty();
        is_asked.then_some("--withhold").into_iter()
    }
}

/// The conditions that remain, as they are typed.
pub(super) fn conditions(query: &Query) -> String {
    let left = query.filters.iter();
    let typed = left.map(|(name, values)| format!("--where {name}={}", values.join(",")));
    typed.collect::<Vec<_>>().join(" ")
}

/// The ends of the quarters before a day, the latest first.
fn quarters_before(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let begins = |day: NaiveDate| {
        NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1)?.pred_opt()
    };
    std::iter::successors(begins(day), move |day| begins(*day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_are_tried_backwards() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let days: Vec<String> = quarters_before(day)
            .take(3)
            .map(|day| day.to_string())
            .collect();
        assert_eq!(days, ["2025-12-31", "2025-09-30", "2025-06-30"]);
    }

    #[test]
    fn what_is_coarser_is_a_dimension() {
        for (fine, coarser) in COARSER {
            assert!(
                DIMENSIONS.contains(fine) && DIMENSIONS.contains(coarser),
                "{fine}"
            );
        }
    }
}
