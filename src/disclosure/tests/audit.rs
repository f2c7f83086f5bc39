//! What the audit must refuse, whatever the search says.

use proptest::prelude::*;

use super::support::{Draw, line, protect, random, singles};
use crate::disclosure::model::{Axis, Counts};
use crate::disclosure::proof::{Claim, Fault, audit};
use crate::disclosure::protect::Wish;

fn counts() -> Counts {
    line(&[("asylum", 2), ("temporary", 90), ("none", 119)])
}

fn claim() -> Claim {
    Claim {
        threshold: 5,
        rounded: false,
        texts: ["211", "<5", "c", "119"].map(str::to_owned).to_vec(),
        overridden: Vec::new(),
        witnesses: vec![vec![(1, -1), (2, 1)], vec![(1, 2), (2, -2)]],
    }
}

fn printed(texts: [&str; 4]) -> Claim {
    Claim {
        texts: texts.map(str::to_owned).to_vec(),
        ..claim()
    }
}

#[test]
fn what_is_proved_may_leave() {
    assert!(audit(&counts(), &claim()).is_ok());
}

#[test]
fn every_fault_is_found() {
    let judge = |claim: Claim| audit(&counts(), &claim).unwrap_err();
    assert_eq!(judge(printed(["211", "2", "c", "119"])), Fault::Open);
    assert_eq!(judge(printed(["211", "c", "c", "119"])), Fault::Untrue);
    assert_eq!(judge(printed(["212", "<5", "c", "119"])), Fault::Untrue);
    assert_eq!(judge(printed(["211", "<6", "c", "119"])), Fault::Untrue);
    assert_eq!(judge(printed(["211", "<5", "90", "119"])), Fault::Domain);
    let with = |witnesses: Vec<Vec<(usize, i64)>>| Claim {
        witnesses,
        ..claim()
    };
    assert_eq!(judge(with(vec![vec![(1, -1), (2, 1)]])), Fault::Disclosed);
    assert_eq!(judge(with(vec![vec![(1, -1), (2, 2)]])), Fault::Sum);
    assert_eq!(judge(with(vec![vec![(1, 3), (2, -3)]])), Fault::Domain);
    assert_eq!(judge(with(vec![vec![(1, -1), (9, 1)]])), Fault::Shape);
    let short = Claim {
        texts: vec!["211".to_owned()],
        ..claim()
    };
    assert_eq!(judge(short), Fault::Shape);
}

#[test]
fn a_decision_is_needed_to_show_a_small_number() {
    let shown = Claim {
        overridden: vec![1],
        witnesses: Vec::new(),
        ..printed(["211", "2", "90", "119"])
    };
    assert!(audit(&counts(), &shown).is_ok());
}

#[test]
fn zeros_under_a_small_margin_are_not_shown() {
    let axes = vec![
        Axis::flat("o", &["KP", "FR"]).unwrap(),
        Axis::flat("d", &["yes", "no"]).unwrap(),
    ];
    let cells: [(&[&str], u64); 3] = [
        (&["KP", "no"], 3),
        (&["FR", "yes"], 40),
        (&["FR", "no"], 50),
    ];
    let counts = singles(axes, &cells);
    let texts = ["c", "40", "c", "<5", "0", "<5", "90", "40", "50"];
    let claim = Claim {
        texts: texts.map(str::to_owned).to_vec(),
        witnesses: Vec::new(),
        ..claim()
    };
    assert_eq!(audit(&counts, &claim), Err(Fault::Open));
}

#[test]
fn a_group_that_is_all_of_one_kind_is_not_shown() {
    let axis = Axis::flat("ground", &["faith", "politics"])
        .unwrap()
        .sensitive();
    let counts = singles(vec![axis], &[(&["faith"], 12)]);
    let told = |texts: [&str; 3], witnesses| {
        let claim = Claim {
            texts: texts.map(str::to_owned).to_vec(),
            witnesses,
            ..claim()
        };
        audit(&counts, &claim)
    };
    assert_eq!(told(["12", "12", "0"], Vec::new()), Err(Fault::Open));
    assert_eq!(told(["12", "x", "x"], Vec::new()), Err(Fault::Group));
    assert!(told(["12", "x", "x"], vec![vec![(1, -2), (2, 2)]]).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Showing one more number, without witnesses that allow for it, never passes.
    #[test]
    fn a_small_number_never_passes(seed in 0_u64..5_000, at in any::<prop::sample::Index>()) {
        let counts = random(&mut Draw(seed));
        let released = protect(&counts, &Wish::default()).unwrap();
        let mut texts: Vec<String> = released.cells().iter().map(|cell| cell.shown.clone()).collect();
        let cells: Vec<usize> = (0..texts.len()).filter(|cell| (1..5).contains(&counts.of(*cell).value)).collect();
        prop_assume!(!cells.is_empty());
        let cell = cells[at.index(cells.len())];
        texts[cell] = counts.of(cell).value.to_string();
        let claim = Claim { threshold: 5, texts, ..Claim::default() };
        prop_assert_eq!(audit(&counts, &claim), Err(Fault::Open));
    }

    #[test]
    fn every_number_shown_is_true_and_every_marker_says_what_is_so(seed in 0_u64..5_000) {
        let counts = random(&mut Draw(seed));
        let released = protect(&counts, &Wish::default()).unwrap();
        for (cell, told) in released.cells().iter().enumerate() {
            let truth = counts.of(cell).value;
            match told.shown.as_str() {
                "<5" => prop_assert!((1..5).contains(&truth)),
                "c" => prop_assert!(truth >= 5),
                "x" => {}
                number => prop_assert_eq!(number, truth.to_string()),
            }
            prop_assert_eq!(told.value, told.shown.parse().ok());
        }
    }
}
