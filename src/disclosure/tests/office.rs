//! An invented office that lets tables leave one after the other.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::disclosure::ledger::{Asks, Conflict, Crowd, Place, Sheet, joint};
use crate::disclosure::model::{Axis, Counter, Counts, Thing, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

/// A person of an invented office: what each question sees of them.
#[derive(Clone)]
pub struct Someone {
    pub came: u64,
    pub origin: &'static str,
    pub outcome: &'static str,
    pub dependant: bool,
}

/// A question: its axes, who is counted, and under which key.
#[derive(Clone, Copy)]
pub struct Question {
    pub name: &'static str,
    pub by: &'static [&'static str],
    pub until: u64,
    pub cases: bool,
}

pub const ORIGINS: &[&str] = &["KP", "FR", "CN", "UA"];
pub const OUTCOMES: &[&str] = &["asylum", "refused", "pending"];

impl Question {
    pub fn axes(self) -> Vec<Axis> {
        let codes = |name: &str| if name == "origin" { ORIGINS } else { OUTCOMES };
        self.by
            .iter()
            .map(|name| Axis::flat(name, codes(name)).unwrap())
            .collect()
    }

    /// Whom it counts: origin and outcome tell of two things.
    pub fn asks(self) -> Asks {
        Asks {
            unit: if self.cases { "cases" } else { "persons" }.to_owned(),
            day: self.until.to_string(),
            tells: self.by.iter().map(|name| (*name).to_owned()).collect(),
            ..Asks::default()
        }
    }

    pub fn key(self, of: &Someone) -> Option<Vec<&'static str>> {
        let counted = of.came <= self.until && !(self.cases && of.dependant);
        let value = |name: &&str| {
            if *name == "origin" {
                of.origin
            } else {
                of.outcome
            }
        };
        counted.then(|| self.by.iter().map(value).collect())
    }

    pub fn counts(self, people: &[Someone]) -> Counts {
        let unit = if self.cases {
            Unit::Cases
        } else {
            Unit::Persons
        };
        let mut counter = Counter::new(unit, self.axes()).unwrap();
        for key in people.iter().filter_map(|of| self.key(of)) {
            counter
                .case(&[Thing {
                    key: &key,
                    person: 1,
                }])
                .unwrap();
        }
        counter.counts()
    }
}

/// What left, and who was where then.
#[derive(Default)]
pub struct Office {
    pub left: Vec<(Sheet, Question, Vec<Someone>)>,
    /// Each table that was put to the check and what came of it, for an auditor in another language.
    pub asked: Vec<Value>,
}

impl Office {
    pub fn crowd(&self, new: Sheet, question: Question, people: &[Someone]) -> Crowd {
        let mut crowd = Crowd::new(
            self.left.iter().map(|(sheet, ..)| sheet.clone()).collect(),
            new,
        );
        for (number, now) in people.iter().enumerate() {
            let then = self
                .left
                .iter()
                .map(|(_, question, people)| (question, people.get(number)));
            let all = then.chain([(&question, Some(now))]);
            let mut places = Vec::new();
            for (sheet, (question, of)) in all.enumerate() {
                let Some(key) = of.and_then(|of| question.key(of)) else {
                    continue;
                };
                let cell = crowd.sheets()[sheet].shape().find(&key).unwrap();
                places.push(Place {
                    sheet,
                    cell,
                    times: 1,
                });
            }
            crowd.person(&places);
        }
        crowd
    }

    /// Lets a table leave, if it may.
    pub fn release(
        &mut self,
        question: Question,
        people: &[Someone],
    ) -> Result<Released, Option<Box<Conflict>>> {
        let outcome = self.try_release(question, people);
        if let (Err(Some(_)), Some(last)) = (&outcome, self.asked.last_mut()) {
            last["released"] = json!(false);
        }
        outcome
    }

    pub fn try_release(
        &mut self,
        question: Question,
        people: &[Someone],
    ) -> Result<Released, Option<Box<Conflict>>> {
        let counts = question.counts(people);
        let mut wish = Wish::default();
        for _ in 0..4 {
            let mut budget = Budget::seconds(300);
            let released = match release(&counts, &wish, &Simplex, &mut budget) {
                Ok(released) => released,
                Err(Refused::NotProvable { .. }) => return Err(None),
                Err(other) => panic!("{other}"),
            };
            let sheet = Sheet::of(question.name, &released).asking(Some(question.asks()));
            let crowd = self.crowd(sheet.clone(), question, people);
            let first = wish.withhold.is_empty();
            let asked = told(&crowd, people, &self.left, question);
            if first {
                self.asked.push(asked.clone());
            }
            let checked = joint(&crowd, &Simplex, &mut budget).map_err(Some)?;
            if let Some(last) = self
                .asked
                .last_mut()
                .filter(|_| checked.withhold.is_empty())
            {
                *last = asked;
            }
            assert_eq!(checked.compared, self.left.len());
            if checked.withhold.is_empty() {
                self.left.push((sheet, question, people.to_vec()));
                return Ok(released);
            }
            wish.withhold.extend(checked.withhold);
        }
        Err(None)
    }
}

/// What an auditor needs: every table as it was printed, and how many people are in which cells of them.
pub fn told(
    crowd: &Crowd,
    people: &[Someone],
    left: &[(Sheet, Question, Vec<Someone>)],
    new: Question,
) -> Value {
    let mut kinds: BTreeMap<Vec<Option<Vec<&str>>>, u64> = BTreeMap::new();
    for (number, now) in people.iter().enumerate() {
        let then = left
            .iter()
            .map(|(_, question, people)| (*question, people.get(number)));
        let keys = then.chain([(new, Some(now))]);
        let keys: Vec<_> = keys
            .map(|(question, of)| of.and_then(|of| question.key(of)))
            .collect();
        if keys.iter().any(Option::is_some) {
            *kinds.entry(keys).or_insert(0) += 1;
        }
    }
    let sheets = crowd.sheets().iter().map(|sheet| {
        let cells =
            (0..sheet.shape().len()).map(|cell| json!([sheet.shape().key(cell), sheet.text(cell)]));
        cells.collect::<Vec<_>>()
    });
    let questions = left.iter().map(|(_, question, _)| question);
    let asked = questions.chain([&new]).map(|question| {
        let unit = if question.cases { "cases" } else { "persons" };
        json!({"unit": unit, "by": question.by})
    });
    json!({
        "released": true,
        "threshold": 5,
        "asked": asked.collect::<Vec<_>>(),
        "tables": sheets.collect::<Vec<_>>(),
        "people": kinds.into_iter().map(|(keys, heads)| json!([keys, heads])).collect::<Vec<_>>(),
    })
}

pub fn people(groups: &[(u64, &'static str, &'static str, u64)]) -> Vec<Someone> {
    let mut people = Vec::new();
    for (came, origin, outcome, many) in groups {
        for _ in 0..*many {
            people.push(Someone {
                came: *came,
                origin,
                outcome,
                dependant: false,
            });
        }
    }
    people
}

pub fn question(name: &'static str, by: &'static [&'static str], until: u64) -> Question {
    Question {
        name,
        by,
        until,
        cases: false,
    }
}
