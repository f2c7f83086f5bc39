//! Tables that left one after the other.

use std::cell::Cell;
use std::ops::Range;

use super::office::{ORIGINS, OUTCOMES, Office, Question, Someone, people, question};
use super::support::Draw;
use crate::disclosure::ledger::{
    Crowd, Place, Scope, Sheet, Verdict, What, clear, joint, together, told,
};
use crate::disclosure::model::{Axis, Domain, Shape};
use crate::disclosure::proof::Released;
use crate::disclosure::protect::{Wish, release};
use crate::disclosure::witness::{Budget, Program, Simplex, Solver};

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

#[test]
fn a_solver_that_finds_nothing_lets_nothing_go() {
    struct Blind;
    impl Solver for Blind {
        fn solve(&self, _: &Program) -> Option<Vec<f64>> {
            None
        }
    }
    let all = people(&[
        (1, "KP", "asylum", 2),
        (1, "FR", "refused", 40),
        (1, "CN", "pending", 60),
    ]);
    let mut office = Office::default();
    let asked = question("one", &["outcome"], 1);
    let released = office.release(asked, &all).unwrap();
    let mut crowd = office.crowd(Sheet::of("two", &released), asked, &all);
    let mut budget = Budget::seconds(60);
    let conflict = joint(&crowd, &Blind, &mut budget).unwrap_err();
    assert!(conflict.lost_before && !conflict.cut_off);
    assert!(
        joint(&crowd, &Simplex, &mut Budget::steps(0))
            .unwrap_err()
            .cut_off
    );
    // What the office knows to be lost is asked about no more.
    for sheet in [0, 1] {
        crowd.give_up(sheet, &released.shape().key(1));
    }
    assert!(joint(&crowd, &Blind, &mut budget).is_ok());
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

/// All that left, with the last of them in the place of the new one.
fn all(office: &Office, people: &[Someone]) -> Crowd {
    let mut before = Office {
        left: office.left.clone(),
        ..Office::default()
    };
    let (last, question, _) = before.left.pop().unwrap();
    before.crowd(last, question, people)
}

#[test]
fn what_left_is_checked_together_once_more() {
    let now = people(&[
        (2013, "KP", "asylum", 30),
        (2013, "FR", "refused", 40),
        (2014, "KP", "asylum", 3),
    ]);
    let mut office = Office::default();
    office.release(question("first", &[], 2014), &now).unwrap();
    office
        .release(question("again", &["origin"], 2014), &now)
        .unwrap();
    assert!(together(&all(&office, &now), &Simplex, &mut Budget::seconds(60)).is_ok());
    // Had the second been let go beside the first, it would be found, also with others after it.
    let fewer = question("second", &[], 2013);
    let counts = fewer.counts(&now);
    let mut budget = Budget::seconds(60);
    let let_go = release(&counts, &Wish::default(), &Simplex, &mut budget).unwrap();
    let sheet = Sheet::of("second", &let_go);
    office.left.push((sheet, fewer, now.clone()));
    let third = office.left[1].clone();
    office.left.push(third);
    let lost = together(&all(&office, &now), &Simplex, &mut Budget::seconds(60)).unwrap_err();
    assert_ne!(lost.given.what, What::Cell);
    assert!(!lost.cut_off);
}

/// Two tables that leave open how many came since.
fn two_tables() -> (Vec<Someone>, Office) {
    let now = people(&[
        (2013, "KP", "asylum", 30),
        (2013, "FR", "refused", 40),
        (2013, "CN", "asylum", 44),
        (2014, "KP", "asylum", 3),
        (2014, "FR", "refused", 6),
        (2014, "CN", "asylum", 6),
    ]);
    let mut office = Office::default();
    // The first withholds how many came from KP and FR, so that the second does not tell of the three who came since.
    let first = question("first", &["origin"], 2014);
    let mut budget = Budget::seconds(60);
    let shape = first.counts(&now).shape().clone();
    let wish = Wish {
        withhold: ["KP", "FR"].map(|key| shape.find(&[key]).unwrap()).to_vec(),
        ..Wish::default()
    };
    let made = release(&first.counts(&now), &wish, &Simplex, &mut budget).unwrap();
    let left = (Sheet::of("first", &made), first, now.clone());
    office.left.push(left);
    office
        .release(question("second", &["origin"], 2013), &now)
        .unwrap();
    (now, office)
}

#[test]
fn what_two_tables_left_open_no_third_one_tells() {
    let (now, mut office) = two_tables();
    let mut budget = Budget::seconds(60);
    assert!(together(&all(&office, &now), &Simplex, &mut budget).is_ok());
    // All who got asylum, less those from CN, are those from KP: then three came since.
    let third = office
        .release(question("third", &["outcome"], 2014), &now)
        .unwrap();
    let shown = |key: &str| &third.cell(&[key]).unwrap().shown;
    assert_eq!(
        (shown("asylum").as_str(), shown("total").as_str()),
        ("c", "129")
    );
    assert!(together(&all(&office, &now), &Simplex, &mut budget).is_ok());
}

/// Answers, but for some calls in a row.
struct Moody {
    calls: Cell<usize>,
    silent: Range<usize>,
}

impl Solver for Moody {
    fn solve(&self, program: &Program) -> Option<Vec<f64>> {
        let call = self.calls.replace(self.calls.get() + 1);
        let answers = !self.silent.contains(&call);
        answers.then(|| Simplex.solve(program)).flatten()
    }
}

/// Whatever answers fail to come, a table that gives something away does not leave as it is.
#[test]
fn a_solver_that_gives_up_lets_no_more_go() {
    let (now, mut office) = two_tables();
    let third = question("third", &["outcome"], 2014);
    let mut budget = Budget::seconds(60);
    let made = release(&third.counts(&now), &Wish::default(), &Simplex, &mut budget).unwrap();
    let sheet = Sheet::of("third", &made);
    let crowd = office.crowd(sheet.clone(), third, &now);
    office.left.push((sheet, third, now.clone()));
    assert!(together(&all(&office, &now), &Simplex, &mut budget).is_err());
    let silences = (0..80).flat_map(|from| (1..12).map(move |many| from..from + many));
    for silent in silences {
        let solver = Moody {
            calls: Cell::new(0),
            silent: silent.clone(),
        };
        let checked = joint(&crowd, &solver, &mut Budget::seconds(60));
        let leaves = checked.is_ok_and(|joint| joint.withhold.is_empty());
        assert!(!leaves, "{silent:?}");
    }
}

#[test]
fn a_table_is_cleared_beside_all_or_beside_each_and_says_so() {
    let now = people(&[
        (2013, "KP", "asylum", 30),
        (2013, "FR", "refused", 40),
        (2013, "FR", "asylum", 20),
        (2014, "KP", "asylum", 2),
        (2014, "KP", "refused", 2),
    ]);
    let mut office = Office::default();
    office
        .release(question("a", &["origin"], 2014), &now)
        .unwrap();
    office
        .release(question("b", &["outcome"], 2014), &now)
        .unwrap();
    // Many times over: all at once is more than any two.
    for _ in 0..3 {
        let again = office.left[..2].to_vec();
        office.left.extend(again);
    }
    let make = |asked: Question| -> (Released, Crowd) {
        let mut budget = Budget::seconds(60);
        let made = release(&asked.counts(&now), &Wish::default(), &Simplex, &mut budget);
        let made = made.unwrap();
        let sheet = Sheet::of(asked.name, &made);
        (made, office.crowd(sheet, asked, &now))
    };
    let asked = question("c", &["origin", "outcome"], 2014);
    let (table, crowd) = make(asked);
    let whole = clear(table, crowd, true, &Simplex, &mut Budget::seconds(60)).unwrap();
    let Verdict::Cleared(whole) = whole else {
        panic!("{whole:?}")
    };
    assert_eq!((whole.scope(), whole.compared()), (Scope::Joint, 8));
    // What all at once needs is a little more than what each alone does.
    let found = (1..400).find_map(|hundred| {
        let (table, crowd) = make(asked);
        let mut budget = Budget::steps(hundred * 100);
        clear(table, crowd, true, &Simplex, &mut budget).ok()
    });
    let Some(Verdict::Cleared(found)) = found else {
        panic!("{found:?}")
    };
    assert_eq!((found.scope(), found.compared()), (Scope::Pairwise, 8));
    let (table, crowd) = make(asked);
    let none = clear(table, crowd, false, &Simplex, &mut Budget::steps(1));
    assert!(none.unwrap_err().cut_off);
    // Pair by pair what one of them gives away is refused all the same.
    let (table, crowd) = make(question("d", &[], 2013));
    let mut little = Budget::steps(600);
    assert!(clear(table, crowd, true, &Simplex, &mut little).is_err());
}

/// What a table printed in its own margins it prints again alone: the same numbers of the same people.
#[test]
fn the_margins_of_a_table_may_leave_after_it_and_before_it() {
    let all = people(&[
        (1, "KP", "asylum", 2),
        (1, "KP", "refused", 3),
        (1, "KP", "pending", 6),
        (1, "FR", "asylum", 20),
        (1, "FR", "refused", 3),
        (1, "FR", "pending", 9),
        (1, "CN", "asylum", 1),
        (1, "CN", "refused", 30),
        (1, "CN", "pending", 12),
        (1, "UA", "asylum", 14),
        (1, "UA", "refused", 2),
        (1, "UA", "pending", 25),
    ]);
    let both: &[&str] = &["origin", "outcome"];
    for order in [
        [both, &["origin"], &["outcome"]],
        [&["outcome"], &["origin"], both],
    ] {
        let mut office = Office::default();
        for by in order {
            let released = office.release(question("table", by, 1), &all);
            assert!(released.is_ok(), "{by:?} of {order:?}: {released:?}");
        }
    }
}

/// A table that others published, by origin, and what it tells by itself of numbers that it withholds.
#[test]
fn a_table_of_others_tells_what_its_own_sums_tell() {
    let left = |printed: [&str; 5], heads: [usize; 4]| {
        let axis = Axis::flat("origin", ORIGINS).unwrap();
        let shape = Shape::new(vec![axis]).unwrap();
        let keys = ["total"].iter().chain(ORIGINS);
        let cells: Vec<(Vec<String>, String)> = keys
            .zip(printed)
            .map(|(key, text)| (vec![(*key).to_owned()], text.to_owned()))
            .collect();
        let sheet = Sheet::recorded("P-001", shape, 5, false, &cells).unwrap();
        let mut crowd = Crowd::new(Vec::new(), sheet);
        for (origin, many) in ORIGINS.iter().zip(heads) {
            let cell = crowd.sheets()[0].shape().find(&[origin]).unwrap();
            for _ in 0..many {
                crowd.stranger(Place {
                    sheet: 0,
                    cell,
                    times: 1,
                });
            }
        }
        let found = told(&crowd, &Simplex, &mut Budget::seconds(60)).into_iter();
        let found = found.map(|(key, left)| (key.concat(), left));
        found.collect::<Vec<_>>()
    };
    let of = |key: &str, left: Domain| (key.to_owned(), left);
    assert_eq!(
        left(["212", "<5", "90", "100", "20"], [2, 90, 100, 20]),
        [of("KP", Domain::only(2))]
    );
    assert_eq!(
        left(["126", "<5", "<5", "100", "20"], [3, 3, 100, 20]),
        [
            of("KP", Domain::between(2, 4)),
            of("FR", Domain::between(2, 4))
        ]
    );
    assert_eq!(
        left(["122", "x", "x", "100", "20"], [2, 0, 100, 20]),
        [of("KP", Domain::between(0, 2))]
    );
    for (total, kp, fr) in [("212", "<5", "c"), ("x", "<5", "90"), ("c", "x", "x")] {
        let told = left([total, kp, fr, "100", "20"], [2, 90, 100, 20]);
        assert_eq!(told, [], "{total} {kp} {fr}");
    }
    // What is shown is shown.
    assert_eq!(left(["212", "2", "90", "100", "20"], [2, 90, 100, 20]), []);
}

/// What a table of others tells is known of these people; where another one splits them, that stays open.
#[test]
fn what_others_told_of_a_few_is_known_of_these_few_alone() {
    let there = people(&[
        (1, "KP", "asylum", 1),
        (1, "KP", "refused", 2),
        (1, "FR", "refused", 40),
        (1, "FR", "pending", 60),
    ]);
    let by_origin = question("P-001", &["origin"], 1);
    let axes = by_origin.axes();
    let shape = Shape::new(axes).unwrap();
    let printed = [
        ("total", "103"),
        ("KP", "<5"),
        ("FR", "100"),
        ("CN", "0"),
        ("UA", "0"),
    ];
    let cells: Vec<(Vec<String>, String)> = printed
        .map(|(key, text)| (vec![key.to_owned()], text.to_owned()))
        .into();
    let sheet = Sheet::recorded("P-001", shape, 5, false, &cells).unwrap();
    let mut office = Office::default();
    office.left.push((sheet, by_origin, there.clone()));
    let mut budget = Budget::seconds(60);
    let mut beside = |new: Sheet, asked: Question, is_told: bool| {
        let mut crowd = office.crowd(new, asked, &there);
        if is_told {
            crowd.tell(0, &["KP"], Domain::only(3));
        }
        let joint = joint(&crowd, &Simplex, &mut budget);
        joint.is_ok_and(|joint| joint.withhold.is_empty())
    };
    let released = |asked: Question| {
        let mut budget = Budget::seconds(60);
        let counts = asked.counts(&there);
        release(&counts, &Wish::default(), &Simplex, &mut budget).unwrap()
    };
    let all = question("all", &[], 1);
    let split = question("split", &["outcome"], 1);
    for asked in [all, by_origin] {
        let table = Sheet::of(asked.name, &released(asked));
        assert!(!beside(table.clone(), asked, false));
        assert!(beside(table, asked, true), "{}", asked.name);
    }
    // One of the three got asylum: whoever knows that all are 103 is not to work it out.
    let printed = [
        ("total", "c"),
        ("asylum", "<5"),
        ("refused", "42"),
        ("pending", "60"),
    ];
    let cells: Vec<(Vec<String>, String)> = printed
        .map(|(key, text)| (vec![key.to_owned()], text.to_owned()))
        .into();
    let telling = Sheet::recorded("split", released(split).shape().clone(), 5, false, &cells);
    assert!(!beside(telling.unwrap(), split, true));
}
