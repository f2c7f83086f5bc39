//! What must hold of every rule, whatever the day and whatever is known.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{day, query};
use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::code::DateBasis;
use crate::rules::facts::values;
use crate::rules::{Book, Occurrence, Query, Rule, Start, StartRule, explain, open_deadlines};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..9500u64).prop_map(|n| day("2003-01-01") + chrono::Days::new(n))
}

/// Each fact that a rule asks for with one of the values that matter to it, chosen by `dice`.
fn told(rule: &Rule, dice: u64) -> BTreeMap<String, String> {
    let cases = rule.trigger.when.iter().chain(&rule.yields);
    let others = rule.alternative.iter().flat_map(|other| &other.when);
    let mut told = BTreeMap::new();
    let mut dice = dice;
    for (fact, named) in cases.chain(others).flatten() {
        let mut all: Vec<&str> = named.iter().map(String::as_str).collect();
        all.extend(values(fact));
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = usize::try_from(dice >> 33).unwrap() % all.len();
        told.entry(fact.clone())
            .or_insert_with(|| all[at].to_owned());
    }
    told
}

/// A question in which every day of the case is the same.
fn asked(rule: &Rule, from: NaiveDate, facts: BTreeMap<String, String>) -> Query {
    Query {
        facts,
        ..query(&rule.id, &from.to_string(), &[])
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_three_dates_keep_their_order(from in any_day(), dice in any::<u64>()) {
        let book = Book::builtin();
        for rule in book.rules() {
            let got = explain(&book, &asked(rule, from, told(rule, dice))).unwrap();
            let Some(due) = got.due else { continue };
            prop_assert!(got.safe.is_none_or(|s| s < due), "{}", rule.id);
            prop_assert!(got.last_arguable.is_none_or(|l| l > due), "{}", rule.id);
            prop_assert!(got.steps.iter().any(|s| s.date == Some(due)), "{}: no step reaches it", rule.id);
        }
    }

    #[test]
    fn a_later_day_never_ends_earlier(from in any_day(), more in 0..40u64, dice in any::<u64>()) {
        let book = Book::builtin();
        for rule in book.rules() {
            let due = |from| explain(&book, &asked(rule, from, told(rule, dice))).unwrap().due;
            if let (Some(first), Some(second)) = (due(from), due(from + chrono::Days::new(more))) {
                prop_assert!(first <= second, "{}: {first} {second}", rule.id);
            }
        }
    }

    #[test]
    fn what_is_not_known_never_gains(from in any_day(), dice in any::<u64>()) {
        let book = Book::builtin();
        for rule in book.rules() {
            let known = told(rule, dice);
            let Some(due) = explain(&book, &asked(rule, from, known.clone())).unwrap().due else {
                continue;
            };
            for fact in known.keys() {
                let mut less = known.clone();
                less.remove(fact);
                let without = explain(&book, &asked(rule, from, less)).unwrap().due;
                prop_assert!(
                    without.is_none_or(|without| without <= due),
                    "{}: {due} with {known:?}, {without:?} without {fact}", rule.id
                );
            }
        }
    }

    #[test]
    fn no_part_of_a_country_ends_before_the_whole(from in any_day(), dice in any::<prop::sample::Index>()) {
        let book = Book::builtin();
        for rule in book.rules() {
            let file = book.jurisdiction(rule.jurisdiction()).unwrap();
            let Some(calendar) = book.calendar(&file.calendar) else { continue };
            if calendar.regions.is_empty() || rule.start == Some(StartRule::Backward) {
                continue;
            }
            let backward = rule.convention.as_deref() == Some("backward");
            let mut placed = query(&rule.id, &from.to_string(), &[]);
            let due = explain(&book, &placed).unwrap().due;
            placed.region = Some(dice.get(&calendar.regions).clone());
            let there = explain(&book, &placed).unwrap().due;
            if let (Some(due), Some(there), false) = (due, there, backward) {
                prop_assert!(due <= there, "{} {:?}", rule.id, placed.region);
            }
        }
    }

    #[test]
    fn what_is_recorded_is_what_is_explained(from in any_day(), dice in any::<u64>()) {
        let book = Book::builtin();
        for law in book.jurisdictions().map(str::to_owned).collect::<Vec<_>>() {
            for rule in &book.jurisdiction(&law).unwrap().rule {
                let facts = told(rule, dice);
                let dates = DateBasis::ALL.iter().map(|b| (*b, PartialDate::from(from)));
                let occurrence = Occurrence {
                    event: rule.trigger.event.clone(),
                    jurisdiction: law.clone(),
                    trigger: EventId([7; 16]),
                    scope: None,
                    dates: dates.collect(),
                    facts: facts.clone(),
                };
                for opened in open_deadlines(&book, &occurrence) {
                    if book.rule(&opened.rule).is_none_or(|r| r.after.is_some()) {
                        continue;
                    }
                    let mut facts = facts.clone();
                    facts.insert("member_state".to_owned(), law.to_uppercase());
                    let asked = Query {
                        rule: opened.rule.clone(),
                        from: Start::Date(from.into()),
                        facts,
                        region: None,
                        dates: DateBasis::ALL.iter().map(|b| (b.to_string(), from.into())).collect(),
                        event: Some(occurrence.event.clone()),
                    };
                    if law.len() == 2 && law != "eu" && law != "un" {
                        let got = explain(&book, &asked).unwrap();
                        prop_assert_eq!(got.due, opened.due, "{}", opened.rule);
                    }
                }
            }
        }
    }
}
