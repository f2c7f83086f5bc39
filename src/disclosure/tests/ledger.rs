//! Tables that left one after the other.

use super::office::{ORIGINS, OUTCOMES, Office, Question, Someone, people, question};
use super::support::Draw;
use crate::disclosure::ledger::{Sheet, What, joint};
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
        crowd.give_up(sheet, 1);
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
