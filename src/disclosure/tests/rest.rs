//! What only three tables and more give away, and a reader who adds and subtracts whole tables.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use serde_json::{Value, json};

use super::support::Draw;
use crate::disclosure::ledger::{Conflict, Crowd, Place, Sheet, joint, together};
use crate::disclosure::model::{Axis, Counter, Thing, Unit};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Refused, Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

/// A person: a value of each of some dimensions, and how many applications.
type Someone = (Vec<&'static str>, u64);

/// A table: by which dimensions, of whom, and whether it counts applications.
#[derive(Clone)]
struct Asked {
    by: Vec<usize>,
    only: Vec<(usize, Vec<&'static str>)>,
    applications: bool,
    wish: Wish,
}

fn asked(by: &[usize], only: &[(usize, &[&'static str])]) -> Asked {
    Asked {
        by: by.to_vec(),
        only: only
            .iter()
            .map(|(at, codes)| (*at, codes.to_vec()))
            .collect(),
        applications: false,
        wish: Wish::default(),
    }
}

impl Asked {
    fn key(&self, who: &Someone) -> Option<Vec<&'static str>> {
        let admitted = self
            .only
            .iter()
            .all(|(at, codes)| codes.contains(&who.0[*at]));
        admitted.then(|| self.by.iter().map(|at| who.0[*at]).collect())
    }

    fn protected(&self, people: &[Someone], wish: &Wish) -> Result<Released, Refused> {
        let axes = self.by.iter().map(|at| {
            let codes: BTreeSet<&str> = people.iter().map(|who| who.0[*at]).collect();
            Axis::flat(&format!("d{at}"), &codes.into_iter().collect::<Vec<_>>()).unwrap()
        });
        let unit = if self.applications {
            Unit::Applications
        } else {
            Unit::Persons
        };
        let mut counter = Counter::new(unit, axes.collect()).unwrap();
        for who in people {
            let Some(key) = self.key(who) else { continue };
            let times = if self.applications { who.1 } else { 1 };
            let thing = |_| Thing {
                key: &key,
                person: 1,
            };
            counter
                .case(&(0..times).map(thing).collect::<Vec<_>>())
                .unwrap();
        }
        release(&counter.counts(), wish, &Simplex, &mut Budget::seconds(60))
    }
}

/// All that left.
#[derive(Default)]
struct Office {
    left: Vec<(Sheet, Asked)>,
    given_up: Vec<(usize, Vec<&'static str>)>,
}

impl Office {
    fn crowd(&self, sheet: Sheet, new: &Asked, people: &[Someone]) -> Crowd {
        let earlier = self.left.iter().map(|(sheet, _)| sheet.clone()).collect();
        let mut crowd = Crowd::new(earlier, sheet);
        for who in people {
            let all = self.left.iter().map(|(_, asked)| asked).chain([new]);
            let mut places = Vec::new();
            for (sheet, asked) in all.enumerate() {
                let Some(key) = asked.key(who) else { continue };
                places.push(Place {
                    sheet,
                    cell: crowd.sheets()[sheet].shape().find(&key).unwrap(),
                    times: if asked.applications {
                        i64::try_from(who.1).unwrap()
                    } else {
                        1
                    },
                });
            }
            crowd.person(&places);
        }
        for (sheet, key) in &self.given_up {
            crowd.give_up(*sheet, key);
        }
        crowd
    }

    /// Lets a table leave, if it may.
    fn release(
        &mut self,
        new: &Asked,
        people: &[Someone],
    ) -> Result<Released, Option<Box<Conflict>>> {
        let mut wish = new.wish.clone();
        for _ in 0..8 {
            let released = new.protected(people, &wish).map_err(|_| None)?;
            let name = format!("R{}", self.left.len() + 1);
            let crowd = self.crowd(Sheet::of(&name, &released), new, people);
            let checked = joint(&crowd, &Simplex, &mut Budget::seconds(60)).map_err(Some)?;
            if checked.withhold.is_empty() {
                self.left.push((Sheet::of(&name, &released), new.clone()));
                return Ok(released);
            }
            wish.withhold.extend(checked.withhold);
        }
        Err(None)
    }

    /// Lets a table leave as it is by itself.
    fn let_go(&mut self, new: &Asked, people: &[Someone]) {
        let released = new.protected(people, &new.wish).unwrap();
        self.left
            .push((Sheet::of("let go", &released), new.clone()));
    }

    fn holds(&self, people: &[Someone]) -> bool {
        let mut before = Self {
            left: self.left.clone(),
            given_up: self.given_up.clone(),
        };
        let (last, asked) = before.left.pop().unwrap();
        let crowd = before.crowd(last, &asked, people);
        together(&crowd, &Simplex, &mut Budget::seconds(60)).is_ok()
    }
}

fn people(groups: &[(&[&'static str], usize)]) -> Vec<Someone> {
    let all = groups
        .iter()
        .map(|(values, many)| vec![(values.to_vec(), 1); *many]);
    all.flatten().collect()
}

/// The last of these does not leave, and had it left the check of all that left would say so.
fn the_last_is_refused(tables: &[Asked], all: &[Someone]) {
    for last in 0..tables.len() {
        let mut office = Office::default();
        let earlier = tables.iter().enumerate().filter(|(at, _)| *at != last);
        for (_, table) in earlier {
            office.release(table, all).unwrap();
        }
        assert!(office.holds(all));
        let last = &tables[last];
        let left = office.release(last, all).is_ok();
        if left {
            assert!(office.holds(all));
            let numbers = |sheet: &Sheet| {
                sheet
                    .cells()
                    .iter()
                    .filter(|(_, text)| text.parse::<u64>().is_ok())
                    .count()
            };
            let alone = last.protected(all, &last.wish).unwrap();
            assert!(numbers(&office.left.last().unwrap().0) < numbers(&Sheet::of("", &alone)));
            office.left.pop();
        }
        office.let_go(last, all);
        assert!(!office.holds(all));
    }
}

#[test]
fn two_offices_and_all_of_them_do_not_tell_of_the_third() {
    let all = people(&[
        (&["west", "none"], 30),
        (&["west", "refugee"], 30),
        (&["east", "none"], 23),
        (&["east", "refugee"], 22),
        (&["south", "none"], 1),
        (&["south", "refugee"], 1),
    ]);
    let tables = [
        asked(&[1], &[(0, &["west"])]),
        asked(&[1], &[(0, &["east"])]),
        asked(&[1], &[]),
    ];
    the_last_is_refused(&tables, &all);
    let mut office = Office::default();
    office.release(&tables[0], &all).unwrap();
    office.release(&tables[1], &all).unwrap();
    assert!(office.release(&tables[2], &all).is_err());
}

#[test]
fn years_and_all_of_them_do_not_tell_of_the_last() {
    let all = people(&[(&["2019"], 20), (&["2020"], 15), (&["2021"], 3)]);
    let tables = [
        asked(&[], &[(0, &["2019"])]),
        asked(&[], &[(0, &["2020"])]),
        asked(&[], &[]),
    ];
    the_last_is_refused(&tables, &all);
}

#[test]
fn exact_numbers_do_not_tell_of_a_rounded_one() {
    let all = people(&[(&["AF"], 60), (&["SY"], 50), (&["KP"], 3)]);
    let mut office = Office::default();
    let mut rounded = asked(&[0], &[]);
    rounded.wish.round = true;
    office.release(&rounded, &all).unwrap();
    let others = [
        asked(&[], &[]),
        asked(&[], &[(0, &["AF"])]),
        asked(&[], &[(0, &["SY"])]),
    ];
    let left = others
        .iter()
        .filter(|table| office.release(table, &all).is_ok())
        .count();
    assert_eq!(left, 2);
    assert!(office.holds(&all));
}

#[test]
fn who_was_decided_since_is_not_told_by_two_tables() {
    // By outcome then; and whether decided now.
    let all = people(&[
        (&["granted", "granted"], 20),
        (&["refused", "refused"], 25),
        (&["pending", "granted"], 3),
        (&["pending", "pending"], 30),
    ]);
    let tables = [
        asked(&[0], &[]),
        asked(&[], &[(1, &["granted", "refused"])]),
    ];
    let mut office = Office::default();
    office.release(&tables[0], &all).unwrap();
    assert!(office.release(&tables[1], &all).is_err());
    office.let_go(&tables[1], &all);
    assert!(!office.holds(&all));
}

#[test]
fn applications_less_persons_are_second_ones() {
    for (many, each, leaves) in [
        (2, 2, false),
        (1, 4, false),
        (4, 2, false),
        (5, 2, true),
        (0, 1, true),
    ] {
        let mut all = people(&[(&["KP"], 30), (&["FR"], 30)]);
        for who in all.iter_mut().take(many) {
            who.1 = each;
        }
        let persons = asked(&[], &[]);
        let applications = Asked {
            applications: true,
            ..persons.clone()
        };
        for tables in [[&persons, &applications], [&applications, &persons]] {
            let mut office = Office::default();
            office.release(tables[0], &all).unwrap();
            assert_eq!(
                office.release(tables[1], &all).is_ok(),
                leaves,
                "{many} of {each}"
            );
            if !leaves {
                office.let_go(tables[1], &all);
                assert!(!office.holds(&all));
            }
        }
    }
}

#[test]
fn what_was_given_up_is_given_up_in_every_split() {
    let all = people(&[
        (&["west", "refugee"], 1),
        (&["east", "refugee"], 1),
        (&["west", "none"], 60),
        (&["east", "none"], 50),
    ]);
    let mut office = Office::default();
    let mut shown = asked(&[1], &[]);
    shown.wish.show = vec![2];
    let released = office.release(&shown, &all).unwrap();
    assert_eq!(released.cell(&["refugee"]).unwrap().shown, "2");
    office.given_up.push((0, vec!["refugee"]));
    office.release(&asked(&[0], &[]), &all).unwrap();
    office.release(&asked(&[0, 1], &[]), &all).unwrap();
    assert!(office.holds(&all));
}

/// Every sum of up to four numbers that are shown, each taken or taken away, that counts exactly one to four persons and
/// nobody else.
fn told(office: &Office, all: &[Someone]) -> BTreeSet<Vec<usize>> {
    let mut rows: BTreeSet<Vec<i8>> = BTreeSet::new();
    for (sheet, asked) in &office.left {
        for cell in (0..sheet.shape().len()).filter(|cell| sheet.shown(*cell).is_some()) {
            let lies = |who: &Someone| {
                let inner = asked.key(who).map(|key| sheet.shape().find(&key).unwrap());
                inner.is_some_and(|inner| {
                    inner == cell || sheet.shape().under(cell).contains(&inner)
                })
            };
            rows.insert(all.iter().map(|who| i8::from(lies(who))).collect());
        }
    }
    let rows = rows.into_iter().collect::<Vec<_>>();
    let mut found = BTreeSet::new();
    let mut sums = vec![(0, vec![0_i8; all.len()])];
    for _ in 0..4 {
        let mut longer = Vec::new();
        for (from, sum) in &sums {
            for (at, row) in rows.iter().enumerate().skip(*from) {
                for sign in [1, -1] {
                    let sum: Vec<i8> = sum.iter().zip(row).map(|(sum, n)| sum + sign * n).collect();
                    let inside: Vec<usize> = (0..all.len()).filter(|who| sum[*who] != 0).collect();
                    let of_one_sign = |sign| inside.iter().all(|who| sum[*who] == sign);
                    if (1..5).contains(&inside.len()) && (of_one_sign(1) || of_one_sign(-1)) {
                        found.insert(inside);
                    }
                    longer.push((at + 1, sum));
                }
            }
        }
        sums = longer;
    }
    found
}

/// What an auditor in another language needs of all that left.
fn line(office: &Office, all: &[Someone]) -> Value {
    let mut kinds: BTreeMap<Vec<Option<Vec<&str>>>, u64> = BTreeMap::new();
    for who in all {
        let keys: Vec<_> = office
            .left
            .iter()
            .map(|(_, asked)| asked.key(who))
            .collect();
        if keys.iter().any(Option::is_some) {
            *kinds.entry(keys).or_insert(0) += 1;
        }
    }
    let names =
        |asked: &Asked| -> Vec<String> { asked.by.iter().map(|at| format!("d{at}")).collect() };
    json!({
        "released": true,
        "threshold": 5,
        // Whom a condition admits is not told: nobody else is thought of under an `x`.
        "asked": office.left.iter().enumerate().map(|(at, (_, asked))| json!({"unit": at, "by": names(asked)})).collect::<Vec<_>>(),
        "tables": office.left.iter().map(|(sheet, _)| sheet.cells()).collect::<Vec<_>>(),
        "people": kinds.into_iter().map(|(keys, heads)| json!([keys, heads])).collect::<Vec<_>>(),
    })
}

#[test]
#[ignore = "cargo test --release --lib long_write_sums -- --ignored --nocapture"]
fn long_write_sums() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/attack");
    std::fs::create_dir_all(folder).unwrap();
    for (name, check) in [("sums", true), ("sums-unchecked", false)] {
        let mut out = std::fs::File::create(format!("{folder}/{name}.jsonl")).unwrap();
        let (mut left, mut refused) = (0, 0);
        for seed in 0..500 {
            let (office, all, not) = little(seed, check);
            if office.left.len() > 1 {
                writeln!(out, "{}", line(&office, &all)).unwrap();
            }
            (left, refused) = (left + office.left.len(), refused + not);
        }
        println!("{name}: {left} left, {refused} refused");
    }
}

/// A little office that is asked for some tables in turn: what left, of whom, and how many were refused.
fn little(seed: u64, check: bool) -> (Office, Vec<Someone>, usize) {
    let mut draw = Draw(seed);
    let of: [&[&str]; 3] = [
        &["west", "east", "south"],
        &["none", "refugee"],
        &["AF", "SY"],
    ];
    let mut all: Vec<Someone> = Vec::new();
    for office in of[0] {
        for outcome in of[1] {
            for origin in of[2] {
                let many = [0, 1, 2, 6, 9, 14][draw.place(6)];
                all.extend(people(&[(&[*office, *outcome, *origin], many)]));
            }
        }
    }
    let (mut office, mut refused) = (Office::default(), 0);
    for _ in 0..5 {
        let by: &[usize] = [&[][..], &[0], &[1], &[2]][draw.place(4)];
        let mut table = asked(by, &[]);
        for (at, codes) in of.into_iter().enumerate() {
            if !by.contains(&at) && draw.happens(35) {
                let keep = draw.place(codes.len());
                let only = if draw.happens(50) {
                    vec![codes[keep]]
                } else {
                    codes
                        .iter()
                        .copied()
                        .filter(|code| *code != codes[keep])
                        .collect()
                };
                table.only.push((at, only));
            }
        }
        if check {
            refused += usize::from(office.release(&table, &all).is_err());
        } else if table.protected(&all, &Wish::default()).is_ok() {
            office.let_go(&table, &all);
        }
    }
    (office, all, refused)
}

#[test]
fn no_sum_of_four_numbers_tells_of_few() {
    let (mut left, mut refused) = (0, 0);
    for seed in 0..40 {
        let (office, all, not) = little(seed, true);
        assert_eq!(told(&office, &all), BTreeSet::new(), "seed {seed}");
        left += office.left.len();
        refused += not;
    }
    // Unchecked the same questions tell: this reader sees something.
    let tells = |seed: &u64| {
        let (office, all, _) = little(*seed, false);
        !told(&office, &all).is_empty()
    };
    let seen = (0..40).filter(tells).count();
    println!("{left} left, {refused} refused; unchecked {seen} of 40 tell");
    assert!(left > 60 && seen > 10, "{left} {seen}");
}
