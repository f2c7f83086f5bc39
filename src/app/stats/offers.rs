//! What may leave in the place of a table that may not: each of it judged just now, like the table itself.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::ground::{Ground, Judged};
use super::instead::conditions;
use super::past::Found;
use super::release::Protect;
use super::{Query, terms};
use crate::app::consent::answer_anywhere;
use crate::app::error::{AppError, Consented, Offer, Offered, Refusal, Told, Tried, Withheld};
use crate::base::id::CaseId;
use crate::disclosure::TOTAL;
use crate::disclosure::ledger::What;
use crate::domain::case::Case;
use crate::domain::code::{Answer, Purpose};
use crate::domain::same::Key;

/// What may be spent on one offer.
pub(super) const SECONDS: u32 = 2;

/// How many values are tried to count a small one together with.
const PARTNERS: usize = 3;

/// Values that say that there is nothing: what is counted together with them is no category.
pub(super) const NOTHING: &[&str] = &["none", "unknown", "pending"];

/// A question, and how its table is wanted.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) ground: &'a Ground,
    pub(super) query: &'a Query,
    pub(super) protect: &'a Protect,
    pub(super) to: &'a str,
    /// What was tried so far.
    pub(super) tried: &'a RefCell<BTreeSet<Tried>>,
}

impl Ground {
    /// The refusal with everything that may leave in the place of the table.
    pub(super) fn refusal(
        &self,
        why: Withheld,
        query: &Query,
        protect: &Protect,
        to: &str,
    ) -> AppError {
        let tried = RefCell::default();
        let asked = Asked {
            ground: self,
            query,
            protect,
            to,
            tried: &tried,
        };
        let mut refusal = Refusal {
            why,
            threshold: protect.threshold,
            asked: query.clone(),
            told: None,
            agreed: None,
            offers: Vec::new(),
            tried: BTreeSet::new(),
            came: true,
            waits: false,
        };
        if let Withheld::Beside { with, .. } = &refusal.why {
            // What earlier ones withhold as small is small by what held for them.
            let earlier = with.iter().filter_map(|(number, ..)| self.left(number));
            let most = earlier.map(|left| left.asked.threshold).max();
            refusal.threshold = refusal.threshold.max(most.unwrap_or(0));
        }
        match refusal.why.clone() {
            Withheld::Small(key) | Withheld::Kept(key) => {
                asked.instead_of_showing(&key, &mut refusal);
            }
            Withheld::NotSmall(key) => {
                if asked.prints_a_number(&key) {
                    return AppError::NotSmall {
                        by: query.by.clone(),
                        key,
                    };
                }
                asked.instead_of_another(&key, &mut refusal.offers);
            }
            Withheld::Beside {
                with, key, what, ..
            } => {
                let with: Vec<&str> = with.iter().map(|(number, ..)| number.as_str()).collect();
                asked.instead(&with, &key, &mut refusal.offers);
                refusal.came = asked.somebody_came(&with);
                // Where a small number was to be shown, it is that which stands in the way and not who came.
                refusal.waits = what == What::More && refusal.came && protect.show.is_empty();
            }
            Withheld::Bare(key) => asked.instead(&[], &key, &mut refusal.offers),
            Withheld::Condition(name) => {
                asked.as_dimension(&name, &mut refusal.offers);
                asked.instead(&[], &[], &mut refusal.offers);
            }
            Withheld::NoCode { dimension, forms } => {
                asked.in_own_codes(&dimension, &forms, &mut refusal.offers);
            }
            Withheld::Large | Withheld::Costly => asked.instead(&[], &[], &mut refusal.offers),
        }
        refusal.tried = tried.into_inner();
        AppError::Withheld(Box::new(refusal))
    }
}

impl Asked<'_> {
    /// Remembers that something of this sort is judged.
    pub(super) fn tries(&self, what: Tried) {
        self.tried.borrow_mut().insert(what);
    }

    /// Whether the table is of a later day than one of these, or the same question now counts somebody who was not in it.
    fn somebody_came(&self, with: &[&str]) -> bool {
        let day = self.ground.day(self.query);
        let now = self.ground.count(self.query);
        let named = |number: &str| with.contains(&number);
        let mut earlier = self.ground.earlier.iter();
        earlier.any(|one| {
            let asked = &one.left.asked;
            let is_same = asked.unit == self.query.unit
                && asked.period == self.query.period
                && terms::filters(&asked.filters) == terms::filters(&self.query.filters);
            let whom = &self.ground.whom;
            let known: BTreeSet<_> = one.found.iter().map(|one| whom.of_thing(one)).collect();
            let is_new = |one: &Found| !known.contains(&whom.of_thing(one));
            named(&one.left.number) && (one.left.day < day || (is_same && now.iter().any(is_new)))
        })
    }

    /// Judges another question.
    pub(super) fn query(&self, query: &Query) -> Option<Judged> {
        self.ground.something_is_recorded(query).ok()?;
        self.ground
            .judge(query, self.protect, self.to, SECONDS)
            .ok()
    }

    /// Judges the same question with another wish.
    pub(super) fn protect(&self, protect: &Protect) -> Option<Judged> {
        self.ground
            .judge(self.query, protect, self.to, SECONDS)
            .ok()
    }

    /// Whether the cell prints a number where nothing is shown on a decision.
    fn prints_a_number(&self, key: &[String]) -> bool {
        let hidden = self.hidden();
        let judged = self.protect(&hidden);
        let shown = judged.and_then(|one| Some(one.cleared.cell(key)?.shown.clone()));
        shown.is_some_and(|shown| shown.parse::<u64>().is_ok())
    }

    /// What is withheld for its own sake was to be shown, and nobody said why.
    fn instead_of_showing(&self, key: &[String], refusal: &mut Refusal) {
        let hidden = Protect {
            intervals: true,
            ..self.hidden()
        };
        let beside = Asked {
            protect: &hidden,
            ..*self
        };
        self.tries(Tried::Marker);
        if let Some(judged) = beside.protect(&hidden) {
            let cell = judged.cleared.cell(key);
            let is_few = cell.is_some_and(|cell| cell.shown.starts_with('<'));
            if is_few {
                let what = Offered::Fewer {
                    key: key.to_vec(),
                    beside: told_beside(&judged, key),
                };
                let offer = Offer::new(what, "--intervals");
                refusal.offers.push(offer.without(self.typed_to_show()));
            }
            beside.combined(key, &judged, refusal);
            if !is_few {
                refusal.told = None;
            }
        }
        beside.longer(key, &mut refusal.offers);
        beside.wider(key, &mut refusal.offers);
        let agreed = self.ground.agreed(self.query, self.protect, key).ok();
        refusal.agreed = agreed.filter(|agreed| *agreed != Consented::All);
        let decided = Protect {
            because: Some(String::new()),
            ..self.protect.clone()
        };
        self.tries(Tried::Decided);
        if self.protect(&decided).is_some() {
            let offer = self.decided(key);
            if agreed == Some(Consented::All) {
                let consented = Offer::new(Offered::Consented, offer.option.clone());
                refusal.offers.push(consented.without(["--show"]));
            }
            refusal.offers.push(offer.without(["--show"]));
        }
    }

    /// The value counted as one with another, where that needs no marker.
    fn combined(&self, key: &[String], whole: &Judged, refusal: &mut Refusal) {
        let Some((at, code)) = key.iter().enumerate().find(|(_, code)| *code != TOTAL) else {
            return;
        };
        let Some(axis) = whole.cleared.shape().axes().get(at) else {
            return;
        };
        let many = |code: &str| {
            let of = whole
                .found
                .iter()
                .filter(|one| one.key.get(at).is_some_and(|own| own == code));
            of.count()
        };
        let mut partners: Vec<&str> = axis.leaves().map(|leaf| axis.code(leaf)).collect();
        partners.retain(|partner| partner != code);
        partners.sort_by_key(|one| (NOTHING.contains(one), std::cmp::Reverse(many(one))));
        for partner in partners.into_iter().take(PARTNERS) {
            let pair = vec![code.clone(), partner.to_owned()];
            let joined = pair.join("+");
            let mut protect = self.protect.clone();
            protect.combine.push(pair);
            let mut both = key.to_vec();
            if let Some(place) = both.get_mut(at) {
                place.clone_from(&joined);
            }
            self.tries(Tried::Combined);
            let judged = self.protect(&protect);
            let number = judged
                .as_ref()
                .and_then(|one| one.cleared.cell(&both)?.value);
            let (Some(judged), Some(number)) = (judged, number) else {
                continue;
            };
            refusal.told = told(&judged, key, &both, number);
            let what = Offered::Combined { key: both, number };
            let offer = self.with_combined(what, &joined, &protect);
            refusal.offers.push(offer.without(["--show"]));
            return;
        }
    }

    /// More years, where the cell is then shown.
    fn longer(&self, key: &[String], offers: &mut Vec<Offer>) {
        let Some((from, to)) = self.query.period else {
            return;
        };
        let years = Query {
            by: vec!["year".to_owned()],
            period: None,
            ..self.query.clone()
        };
        let years = self.ground.count(&years);
        let years = years
            .iter()
            .filter_map(|one| one.key.first()?.parse::<i32>().ok());
        let (first, last) = years.fold((from, to), |(a, b), year| (a.min(year), b.max(year)));
        let mut periods = vec![(first, to), (from, last), (first, last)];
        periods.retain(|period| *period != (from, to));
        periods.dedup();
        for period in periods {
            let query = Query {
                period: Some(period),
                ..self.query.clone()
            };
            self.tries(Tried::Years);
            if let Some((number, all)) = self.number(&query, key) {
                let what = Offered::Longer {
                    period,
                    key: key.to_vec(),
                    number,
                    all,
                };
                let option = format!("--period {}-{}", period.0, period.1);
                offers.push(Offer::new(what, option).without(["--period", "--show"]));
                return;
            }
        }
    }

    /// Without one of the conditions, where the cell is then shown.
    fn wider(&self, key: &[String], offers: &mut Vec<Offer>) {
        for (at, (name, _)) in self.query.filters.iter().enumerate() {
            let mut query = self.query.clone();
            query.filters.remove(at);
            self.tries(Tried::Conditions);
            if let Some((number, all)) = self.number(&query, key) {
                let what = Offered::Wider {
                    dimension: name.clone(),
                    key: key.to_vec(),
                    number,
                    all,
                };
                let offer = self.of_another(what, conditions(&query), &query, self.protect);
                let typed = Some("--where").filter(|_| query.word.is_none());
                offers.push(offer.without(typed.into_iter().chain(["--show"])));
                return;
            }
        }
    }

    /// The number of a cell in another table, where that shows it, and whether it shows all.
    fn number(&self, query: &Query, key: &[String]) -> Option<(u64, bool)> {
        let judged = self.query(query)?;
        let number = judged.cleared.cell(key)?.value?;
        let all = judged
            .cleared
            .cells()
            .iter()
            .all(|cell| cell.value.is_some());
        Some((number, all))
    }
}

impl Ground {
    /// How far those of a cell agreed to be made public.
    pub(super) fn agreed(
        &self,
        query: &Query,
        protect: &Protect,
        key: &[String],
    ) -> Result<Consented, AppError> {
        let found = self.things(query, protect)?;
        let of_cell = found.iter().filter(|one| {
            let codes = one.key.iter().zip(key);
            codes.clone().count() == one.key.len()
                && codes
                    .into_iter()
                    .all(|(own, asked)| asked == TOTAL || own == asked)
        });
        let now = self.past.now();
        let by_id: BTreeMap<CaseId, &Case> = now.iter().map(|case| (case.id, case)).collect();
        let agrees = |key: Key| {
            answer_anywhere(&self.whom, &by_id, key, Purpose::Publicity) == Answer::Given
        };
        // A case is about all its persons, whoever of them may be counted.
        let all_agree = |one: &Found| match by_id.get(&one.case) {
            Some(case) if one.is_a_case() => {
                let mut persons = case.people.iter().filter(|person| person.is_counted());
                persons.all(|person| agrees((case.id, person.number)))
            }
            _ => agrees((one.case, one.person)),
        };
        let (mut yes, mut no) = (false, false);
        for one in of_cell {
            if all_agree(one) {
                yes = true;
            } else {
                no = true;
            }
        }
        Ok(match (yes, no) {
            (true, false) => Consented::All,
            (true, true) => Consented::Some,
            (false, _) => Consented::None,
        })
    }
}

/// What readers can work out of the cell that is withheld for this one, on the same line.
fn told_beside(judged: &Judged, key: &[String]) -> Option<(Vec<String>, u64, u64)> {
    let mut cells = judged.cleared.cells().iter().filter(|cell| {
        let apart = cell.key.iter().zip(key).filter(|(own, asked)| own != asked);
        cell.shown == "c" && apart.count() == 1
    });
    cells.find_map(|cell| {
        let (least, most) = cell.interval?;
        Some((cell.key.clone(), least, most?))
    })
}

/// The sentence that may leave: all of them, those of the two values together, and the others.
fn told(judged: &Judged, key: &[String], both: &[String], number: u64) -> Option<Told> {
    let [_] = key else {
        return None;
    };
    let total = judged.cleared.cell(&[TOTAL])?.value?;
    let mut others = Vec::new();
    let axis = judged.cleared.shape().axes().first()?;
    for leaf in axis.leaves() {
        let own = vec![axis.code(leaf).to_owned()];
        let value = judged.cleared.cell(&own)?.value?;
        if own != both {
            others.push((own, value));
        }
    }
    Some(Told {
        total,
        both: (both.to_vec(), number),
        small: key.to_vec(),
        others,
    })
}
