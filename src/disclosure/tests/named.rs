//! Tables that are written down, with what may be printed of them.

use super::support::{families, line, protect, singles, text, texts};
use crate::disclosure::figures::{BadShare, Per, Share, share};
use crate::disclosure::model::{Axis, Counter, Thing, Unit};
use crate::disclosure::proof::Why;
use crate::disclosure::protect::{Refused, Wish, with_intervals};
use crate::disclosure::witness::{Budget, Simplex};

fn two_ninety() -> crate::disclosure::model::Counts {
    line(&[("asylum", 2), ("temporary", 90), ("none", 119)])
}

#[test]
fn of_211_two_received_asylum() {
    let released = protect(&two_ninety(), &Wish::default()).unwrap();
    assert_eq!(texts(&released), ["211", "<5", "c", "119"]);
    let why: Vec<_> = released.cells().iter().map(|cell| cell.why).collect();
    assert_eq!(
        why,
        [None, Some(Why::Small), Some(Why::Complementary), None]
    );
    let values: Vec<_> = released.cells().iter().map(|cell| cell.value).collect();
    assert_eq!(values, [Some(211), None, None, Some(119)]);
    assert_eq!(released.check().witnesses, 2);
}

#[test]
fn readers_are_told_what_they_can_work_out() {
    let released = protect(&two_ninety(), &Wish::default()).unwrap();
    let released = with_intervals(released, &Simplex, &mut Budget::seconds(10));
    let told: Vec<_> = released.cells().iter().map(|cell| cell.interval).collect();
    assert_eq!(told, [None, Some((1, Some(4))), Some((88, Some(91))), None]);
    // Where the total is withheld as well there is no end.
    let released = protect(&line(&[("a", 4), ("b", 4)]), &Wish::default()).unwrap();
    let released = with_intervals(released, &Simplex, &mut Budget::seconds(10));
    let told: Vec<_> = released.cells().iter().map(|cell| cell.interval).collect();
    assert_eq!(
        told,
        [Some((5, Some(8))), Some((1, Some(4))), Some((1, Some(4)))]
    );
}

#[test]
fn a_share_is_of_one_unit() {
    let released = protect(&two_ninety(), &Wish::default()).unwrap();
    let asylum = [vec!["asylum"]];
    let told = share((&released, &asylum), (&released, &[vec!["total"]]));
    let two_per_cent = Per {
        tenths: 20,
        is_fine: false,
    };
    assert_eq!(told, Ok(Share::Under(two_per_cent)));
    let twice = [vec!["asylum"], vec!["total"]];
    assert_eq!(
        share((&released, &twice), (&released, &asylum)),
        Err(BadShare::Overlap)
    );
    let axis = Axis::flat("d", &["a"]).unwrap();
    let mut counter = Counter::new(Unit::Decisions, vec![axis]).unwrap();
    for _ in 0..40 {
        counter
            .case(&[Thing {
                key: &["a"],
                person: 1,
            }])
            .unwrap();
    }
    let decisions = protect(&counter.counts(), &Wish::default()).unwrap();
    let across = share((&released, &asylum), (&decisions, &[vec!["total"]]));
    assert_eq!(across, Err(BadShare::Units));
}

#[test]
fn rounded_numbers_leave_three_or_are_withheld() {
    let wish = Wish {
        round: true,
        ..Wish::default()
    };
    let released = protect(&two_ninety(), &wish).unwrap();
    assert_eq!(texts(&released), ["210", "0", "90", "120"]);
    assert!(released.cells().iter().all(|cell| cell.value.is_none()));
    // Six threes print six times 5; a total of 20, at most 22, would say that each is 3 or 4.
    let cells: Vec<(&str, u64)> = ["a", "b", "c", "d", "e", "f"]
        .map(|code| (code, 3))
        .to_vec();
    let released = protect(&line(&cells), &wish).unwrap();
    assert_eq!(texts(&released)[1..], ["5"; 6]);
}

#[test]
fn a_line_of_small_cells() {
    let five = |n: u64| {
        let cells: Vec<(&str, u64)> = ["a", "b", "c", "d", "e"].map(|code| (code, n)).to_vec();
        texts(&protect(&line(&cells), &Wish::default()).unwrap()).join(" ")
    };
    assert_eq!(five(1), "c <5 <5 <5 <5 <5");
    assert_eq!(five(4), "c <5 <5 <5 <5 <5");
    // Where one can gain what another loses, the total may stay.
    let released = protect(&line(&[("a", 2), ("b", 3)]), &Wish::default()).unwrap();
    assert_eq!(texts(&released), ["5", "<5", "<5"]);
}

#[test]
fn what_lies_under_a_small_margin_is_not_told() {
    let axes = vec![
        Axis::flat("origin", &["KP", "FR", "CN"]).unwrap(),
        Axis::flat("outcome", &["yes", "no", "open"]).unwrap(),
    ];
    let cells: [(&[&str], u64); 7] = [
        (&["KP", "no"], 3),
        (&["FR", "yes"], 20),
        (&["FR", "no"], 30),
        (&["FR", "open"], 12),
        (&["CN", "yes"], 9),
        (&["CN", "no"], 31),
        (&["CN", "open"], 7),
    ];
    let released = protect(&singles(axes, &cells), &Wish::default()).unwrap();
    assert_eq!(text(&released, &["KP"]), "<5");
    for outcome in ["yes", "no", "open"] {
        assert_eq!(text(&released, &["KP", outcome]), "x");
    }
}

#[test]
fn a_family_is_one_source() {
    for sizes in [&[6, 1][..], &[4, 4], &[10], &[6, 1, 1]] {
        let released = protect(&families(sizes), &Wish::default()).unwrap();
        assert_eq!(text(&released, &["these"]), "c", "{sizes:?}");
    }
    for sizes in [&[3, 3, 3][..], &[1, 1, 1, 1, 1], &[6, 2, 2]] {
        let released = protect(&families(sizes), &Wish::default()).unwrap();
        let sum: u64 = sizes.iter().sum();
        assert_eq!(text(&released, &["these"]), sum.to_string(), "{sizes:?}");
    }
}

#[test]
fn six_decisions_on_one_person_are_withheld() {
    let axis = Axis::flat("d", &["a", "b"]).unwrap();
    let mut counter = Counter::new(Unit::Decisions, vec![axis]).unwrap();
    let thing = |key| Thing { key, person: 1 };
    counter.case(&[thing(&["a"]); 6]).unwrap();
    for _ in 0..40 {
        counter.case(&[thing(&["b"])]).unwrap();
    }
    let released = protect(&counter.counts(), &Wish::default()).unwrap();
    assert_eq!(texts(&released)[1..], ["c", "c"]);
}

#[test]
fn a_group_of_which_all_have_one_ground() {
    let of = |sensitive: bool| {
        let grounds = Axis::flat("ground", &["faith", "politics"]).unwrap();
        let grounds = if sensitive {
            grounds.sensitive()
        } else {
            grounds
        };
        singles(vec![grounds], &[(&["faith"], 12)])
    };
    let released = protect(&of(true), &Wish::default()).unwrap();
    assert_eq!(texts(&released), ["12", "x", "x"]);
    let released = protect(&of(false), &Wish::default()).unwrap();
    assert_eq!(texts(&released), ["12", "12", "0"]);
}

#[test]
fn the_columns_do_not_betray_a_withheld_line() {
    let axes = vec![
        Axis::flat("village", &["one", "two", "three"]).unwrap(),
        Axis::flat("ground", &["faith", "politics"])
            .unwrap()
            .sensitive(),
    ];
    let cells: [(&[&str], u64); 5] = [
        (&["one", "faith"], 12),
        (&["two", "faith"], 20),
        (&["two", "politics"], 30),
        (&["three", "faith"], 25),
        (&["three", "politics"], 15),
    ];
    let released = protect(&singles(axes, &cells), &Wish::default()).unwrap();
    assert_eq!(text(&released, &["one", "faith"]), "x");
    assert_eq!(text(&released, &["one", "politics"]), "x");
    assert_eq!(text(&released, &["one"]), "12");
    // Were all else shown, 45 - 30 - 15 = 0 would say that all twelve are of one ground.
    let others = ["two", "three"].map(|village| text(&released, &[village, "politics"]));
    assert!(others.contains(&"c") || text(&released, &["total", "politics"]) == "c");
}

#[test]
fn a_decision_of_the_office_shows_one_cell() {
    let counts = two_ninety();
    let wish = Wish {
        show: vec![1],
        ..Wish::default()
    };
    let released = protect(&counts, &wish).unwrap();
    assert_eq!(texts(&released), ["211", "2", "90", "119"]);
    assert_eq!(released.cells()[1].why, Some(Why::Override));
    // It protects all others as before.
    let counts = line(&[("a", 2), ("b", 3), ("c", 90), ("d", 50)]);
    let released = protect(&counts, &wish).unwrap();
    assert_eq!(texts(&released)[..3], ["145", "2", "<5"]);
    assert!(texts(&released)[3..].contains(&"c"));
}

#[test]
fn what_was_withheld_on_demand_is_withheld() {
    let counts = line(&[("a", 20), ("b", 0), ("c", 90)]);
    let wish = Wish {
        withhold: vec![1, 2],
        ..Wish::default()
    };
    let released = protect(&counts, &wish).unwrap();
    assert_eq!(texts(&released), ["110", "c", "x", "90"]);
}

#[test]
fn combined_categories_may_leave() {
    let axis = Axis::flat("d", &["asylum", "temporary", "none"]).unwrap();
    let axis = axis.combine(&["asylum", "temporary"]).unwrap();
    let cells: [(&[&str], u64); 3] = [(&["asylum"], 2), (&["temporary"], 90), (&["none"], 119)];
    let released = protect(&singles(vec![axis], &cells), &Wish::default()).unwrap();
    assert_eq!(texts(&released), ["211", "92", "119"]);
}

#[test]
fn a_table_without_dimensions() {
    let of = |n: u64| {
        let released = protect(&singles(Vec::new(), &[(&[], n)]), &Wish::default()).unwrap();
        texts(&released).join(" ")
    };
    assert_eq!([0, 3, 7].map(of), ["0", "<5", "7"]);
}

#[test]
fn a_table_beyond_what_is_proved_is_refused() {
    let axes: Vec<Axis> = (0..4)
        .map(|_| Axis::flat("a", &["1", "2"]).unwrap())
        .collect();
    let refused = protect(&singles(axes, &[]), &Wish::default());
    assert!(matches!(refused, Err(Refused::TooLarge(_))));
    let low = Wish {
        threshold: 2,
        ..Wish::default()
    };
    assert_eq!(protect(&two_ninety(), &low), Err(Refused::Threshold));
}

#[test]
fn what_cannot_be_computed_is_refused_not_released() {
    let mut budget = Budget::steps(0);
    let solver = Simplex;
    let refused =
        crate::disclosure::protect::release(&two_ninety(), &Wish::default(), &solver, &mut budget);
    assert_eq!(refused, Err(Refused::OutOfBudget));
}

/// Three applicants of a country, none of whom was recognised: who takes the other lines from the totals does not learn it.
#[test]
fn what_all_the_few_of_a_small_total_are_is_worked_out_by_nobody() {
    let axes = [
        ("origin", &["AF", "KP", "SY"][..]),
        ("protection", &["status", "subsidiary", "none"]),
    ];
    let axes = axes.map(|(name, codes)| Axis::flat(name, codes).unwrap());
    let counts = singles(
        axes.to_vec(),
        &[
            (&["AF", "status"], 11),
            (&["AF", "subsidiary"], 8),
            (&["AF", "none"], 20),
            (&["SY", "status"], 14),
            (&["SY", "subsidiary"], 9),
            (&["SY", "none"], 12),
            (&["KP", "none"], 3),
        ],
    );
    let released = protect(&counts, &Wish::default()).unwrap();
    assert_eq!(text(&released, &["KP"]), "<5");
    let values = ["status", "subsidiary", "none"];
    assert!(
        values
            .iter()
            .all(|value| text(&released, &["KP", value]) == "x")
    );
    // In `none` and one column more something else is withheld too, so that somebody can be there or not.
    let is_open = |value: &&&str| {
        let mut others = ["AF", "SY", "total"].iter();
        others.any(|origin| text(&released, &[origin, **value]) == "c")
    };
    let open: Vec<_> = values.iter().filter(is_open).collect();
    assert!(open.len() > 1 && open.contains(&&"none"), "{open:?}");
}
