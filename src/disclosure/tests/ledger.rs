//! Tables that left one after the other.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde_json::{Value, json};

use super::support::Draw;
use crate::disclosure::ledger::{Conflict, Crowd, Place, Sheet, What, joint};
use crate::disclosure::model::{Axis, Counter, Counts, Thing, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

/// A person of an invented office: what each question sees of them.
#[derive(Clone)]
struct Someone {
    came: u64,
    origin: &'static str,
    outcome: &'static str,
    dependant: bool,
}

/// A question: its axes, who is counted, and under which key.
#[derive(Clone, Copy)]
struct Question {
    name: &'static str,
    by: &'static [&'static str],
    until: u64,
    cases: bool,
}

const ORIGINS: &[&str] = &["KP", "FR", "CN", "UA"];
const OUTCOMES: &[&str] = &["asylum", "refused", "pending"];

impl Question {
    fn axes(self) -> Vec<Axis> {
        let codes = |name: &str| if name == "origin" { ORIGINS } else { OUTCOMES };
        self.by
            .iter()
            .map(|name| Axis::flat(name, codes(name)).unwrap())
            .collect()
    }

    fn key(self, of: &Someone) -> Option<Vec<&'static str>> {
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

    fn counts(self, people: &[Someone]) -> Counts {
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
struct Office {
    left: Vec<(Sheet, Question, Vec<Someone>)>,
    /// Each table that was put to the check and what came of it, for an auditor in another language.
    asked: Vec<Value>,
}

impl Office {
    fn crowd(&self, new: Sheet, question: Question, people: &[Someone]) -> Crowd {
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
    fn release(
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

    fn try_release(
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
            let sheet = Sheet::of(question.name, &released);
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
fn told(
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
    json!({
        "released": true,
        "threshold": 5,
        "tables": sheets.collect::<Vec<_>>(),
        "people": kinds.into_iter().map(|(keys, heads)| json!([keys, heads])).collect::<Vec<_>>(),
    })
}

fn people(groups: &[(u64, &'static str, &'static str, u64)]) -> Vec<Someone> {
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

fn question(name: &'static str, by: &'static [&'static str], until: u64) -> Question {
    Question {
        name,
        by,
        until,
        cases: false,
    }
}

#[test]
fn three_who_came_in_the_last_year_are_not_given_away() {
    let people = people(&[
        (2013, "KP", "asylum", 30),
        (2013, "FR", "refused", 40),
        (2014, "KP", "asylum", 3),
    ]);
    for years in [[2014, 2013], [2013, 2014]] {
        let mut office = Office::default();
        let names = ["first", "second"];
        office
            .release(question(names[0], &[], years[0]), &people)
            .unwrap();
        let refused = office.release(question(names[1], &[], years[1]), &people);
        let conflict = refused.unwrap_err().unwrap();
        assert_eq!(conflict.with, ["first"]);
        assert_ne!(conflict.given.what, What::Cell);
        assert_eq!(conflict.given.beside.unwrap().1, ["total"]);
        assert!(!conflict.cut_off);
    }
}

#[test]
fn the_same_table_again_gives_nothing_away() {
    let people = people(&[
        (1, "KP", "asylum", 2),
        (1, "FR", "refused", 40),
        (1, "CN", "pending", 60),
    ]);
    let mut office = Office::default();
    let once = office
        .release(question("one", &["outcome"], 1), &people)
        .unwrap();
    let again = office
        .release(question("two", &["outcome"], 1), &people)
        .unwrap();
    assert_eq!(once.cells(), again.cells());
}

#[test]
fn what_the_office_decided_to_show_is_known_and_the_rest_protected() {
    let all = people(&[
        (1, "KP", "asylum", 2),
        (1, "FR", "refused", 40),
        (1, "CN", "pending", 60),
    ]);
    let mut office = Office::default();
    let asked = question("one", &["outcome"], 1);
    office.release(asked, &all).unwrap();
    let shown = Wish {
        show: vec![1],
        ..Wish::default()
    };
    let mut budget = Budget::seconds(60);
    let released = release(&asked.counts(&all), &shown, &Simplex, &mut budget).unwrap();
    let crowd = office.crowd(Sheet::of("two", &released), asked, &all);
    assert!(
        joint(&crowd, &Simplex, &mut budget)
            .unwrap()
            .withhold
            .is_empty()
    );
    // Two others, of whom the same number would tell.
    let mut all = all;
    all.extend(people(&[(2, "UA", "asylum", 3)]));
    let later = question("later", &["outcome"], 2);
    let released = release(&later.counts(&all), &Wish::default(), &Simplex, &mut budget).unwrap();
    let crowd = office.crowd(Sheet::of("later", &released), later, &all);
    assert_eq!(
        joint(&crowd, &Simplex, &mut budget).unwrap_err().with,
        ["one"]
    );
}

#[test]
fn persons_less_cases_are_dependants() {
    let mut all = people(&[(1, "KP", "asylum", 100), (1, "FR", "refused", 111)]);
    for dependant in all.iter_mut().take(3) {
        dependant.dependant = true;
    }
    let mut office = Office::default();
    let cases = Question {
        cases: true,
        ..question("cases", &[], 1)
    };
    office.release(cases, &all).unwrap();
    let released = office.release(question("persons", &[], 1), &all);
    // 211 less 208 would be three.
    assert_eq!(released.unwrap_err().unwrap().with, ["cases"]);
}

/// Whether a number follows: the least and the most of a sum over atoms, found by trying every way to place few people.
/// Small offices only. The attacker knows which kinds of people there are.
fn follows(office: &Office, people: &[Someone]) -> bool {
    let mut kinds: BTreeMap<Vec<Option<usize>>, i64> = BTreeMap::new();
    for number in 0..people.len() {
        let places = office.left.iter().map(|(sheet, question, then)| {
            let key = then.get(number).and_then(|of| question.key(of))?;
            sheet.shape().find(&key)
        });
        *kinds.entry(places.collect()).or_insert(0) += 1;
    }
    let kinds: Vec<_> = kinds
        .into_iter()
        .filter(|(places, _)| places.iter().any(Option::is_some))
        .collect();
    // Shown totals of one release less those of another: what a reader would try first.
    for (at, (sheet, ..)) in office.left.iter().enumerate() {
        for (other_at, (other, ..)) in office.left.iter().enumerate() {
            for cell in 0..sheet.shape().len() {
                for other_cell in 0..other.shape().len() {
                    let number = |sheet: &Sheet, cell: usize| sheet.shown(cell);
                    let (Some(a), Some(b)) = (number(sheet, cell), number(other, other_cell))
                    else {
                        continue;
                    };
                    let lies =
                        |places: &Vec<Option<usize>>, at: usize, sheet: &Sheet, cell: usize| {
                            places[at].is_some_and(|place| {
                                place == cell || sheet.shape().under(cell).contains(&place)
                            })
                        };
                    let nested = kinds.iter().all(|(places, _)| {
                        !lies(places, other_at, other, other_cell) || lies(places, at, sheet, cell)
                    });
                    if nested && (1..5).contains(&(a - b)) {
                        return true;
                    }
                }
            }
        }
    }
    false
}

fn history(seed: u64) -> (usize, usize, Vec<Value>) {
    let mut draw = Draw(seed);
    let size = 40 + draw.below(160);
    let mut people: Vec<Someone> = Vec::new();
    let newcomer = |draw: &mut Draw, came: u64| Someone {
        came,
        origin: ORIGINS[draw.place(ORIGINS.len())],
        outcome: OUTCOMES[draw.place(OUTCOMES.len())],
        dependant: draw.happens(10),
    };
    for _ in 0..size {
        let one = newcomer(&mut draw, 0);
        people.push(one);
    }
    let mut office = Office::default();
    let (mut released, mut refused) = (0, 0);
    for month in 0..4 {
        for _ in 0..draw.below(size / 8 + 1) {
            let one = newcomer(&mut draw, month);
            people.push(one);
        }
        for _ in 0..draw.below(6) {
            let at = draw.place(people.len());
            people[at].outcome = OUTCOMES[draw.place(OUTCOMES.len())];
        }
        let by: &[&str] =
            [&["outcome"][..], &["origin"], &["origin", "outcome"], &[]][draw.place(4)];
        let asked = Question {
            cases: draw.happens(20),
            ..question("table", by, month)
        };
        match office.release(asked, &people) {
            Ok(_) => released += 1,
            Err(_) => refused += 1,
        }
        assert!(!follows(&office, &people), "seed {seed}, month {month}");
    }
    (released, refused, office.asked)
}

#[test]
fn random_histories_give_nothing_away() {
    let (mut released, mut refused) = (0, 0);
    for seed in 0..12 {
        let (left, kept, _) = history(seed);
        released += left;
        refused += kept;
    }
    println!("{released} released, {refused} refused");
    assert!(released > 0 && refused > 0);
}

#[test]
#[ignore = "cargo test --release --lib long_random_histories -- --ignored --nocapture"]
fn long_random_histories_give_nothing_away() {
    let (mut released, mut refused) = (0, 0);
    for seed in 0..1_000 {
        let (left, kept, _) = history(seed);
        released += left;
        refused += kept;
    }
    println!("{released} released, {refused} refused");
}

#[test]
#[ignore = "cargo test --release --lib long_write_histories -- --ignored --nocapture"]
fn long_write_histories() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/attack");
    std::fs::create_dir_all(folder).unwrap();
    let mut out = std::fs::File::create(format!("{folder}/histories.jsonl")).unwrap();
    let (mut released, mut refused) = (0, 0);
    for seed in 0..1_000 {
        let (left, kept, asked) = history(seed);
        (released, refused) = (released + left, refused + kept);
        for line in asked {
            writeln!(out, "{line}").unwrap();
        }
    }
    println!("{released} released, {refused} refused");
}

#[test]
fn month_by_month_no_newcomer_is_given_away() {
    let mut office = Office::default();
    let mut all = people(&[(0, "KP", "asylum", 10)]);
    let mut left = 0;
    for month in 0..16 {
        all.extend(people(&[(month, "KP", "pending", 1 + month % 4)]));
        left += usize::from(office.release(question("month", &[], month), &all).is_ok());
        let numbers: Vec<i64> = office
            .left
            .iter()
            .filter_map(|(sheet, ..)| sheet.shown(0))
            .collect();
        assert!(
            numbers
                .windows(2)
                .all(|pair| pair[0] == pair[1] || pair[0] + 5 <= pair[1])
        );
    }
    assert!((2..12).contains(&left), "{left}");
}

#[test]
fn quarterly_tables_of_an_office_of_200_leave() {
    let (mut left, mut all_asked) = (0, 0);
    for seed in 0..6 {
        let mut draw = Draw(seed);
        let mut all: Vec<Someone> = Vec::new();
        let mut office = Office::default();
        for quarter in 0..4 {
            let come = if quarter == 0 {
                200
            } else {
                15 + draw.below(20)
            };
            for _ in 0..come {
                all.push(Someone {
                    came: quarter,
                    origin: ORIGINS[draw.place(ORIGINS.len())],
                    outcome: "pending",
                    dependant: false,
                });
            }
            for _ in 0..come / 2 {
                let at = draw.place(all.len());
                all[at].outcome = OUTCOMES[draw.place(2)];
            }
            all_asked += 1;
            left += usize::from(
                office
                    .release(question("quarter", &["outcome"], quarter), &all)
                    .is_ok(),
            );
        }
    }
    println!("{left} of {all_asked} left");
    assert!(left * 10 >= all_asked * 9, "{left} of {all_asked}");
}

#[test]
fn a_sheet_is_read_back_as_it_was_printed() {
    let people = people(&[
        (1, "KP", "asylum", 2),
        (1, "FR", "refused", 40),
        (1, "CN", "pending", 60),
    ]);
    let counts = question("q", &["outcome"], 1).counts(&people);
    let released = release(
        &counts,
        &Wish::default(),
        &Simplex,
        &mut Budget::seconds(60),
    )
    .unwrap();
    let cells: Vec<_> = released
        .cells()
        .iter()
        .map(|cell| (cell.key.clone(), cell.shown.clone()))
        .collect();
    let shape = released.shape().clone();
    let sheet = Sheet::recorded("one", shape.clone(), 5, false, &cells).unwrap();
    assert_eq!(sheet, Sheet::of("one", &released));
    assert!(Sheet::recorded("one", shape, 5, false, &cells[1..]).is_err());
}
