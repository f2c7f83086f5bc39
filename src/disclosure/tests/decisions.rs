//! A first table in which people count more than once, and one after it that counts nobody.

use super::support::Draw;
use crate::disclosure::ledger::{Crowd, Place, Scope, Sheet, Verdict, clear};
use crate::disclosure::model::{Axis, Counter, Counts, Thing, Unit};
use crate::disclosure::proof::Cell;
use crate::disclosure::protect::{Wish, release};
use crate::disclosure::witness::{Budget, Simplex};

const YEARS: &[&str] = &["2016", "2017", "2018", "2019", "2020", "2021", "2022"];
const OUTCOMES: &[&str] = &["asylum", "temporary", "refused", "closed"];

/// Of each person, in which inner cells their decisions are, in rising order.
fn people(draw: &mut Draw, counts: &Counts) -> Vec<Vec<usize>> {
    let shape = counts.shape();
    let person = |draw: &mut Draw| {
        let first = draw.place(YEARS.len());
        let mut cells: Vec<usize> = (0..=draw.place(3))
            .map(|later| {
                let year = YEARS[(first + later).min(YEARS.len() - 1)];
                // Few get asylum, most are refused.
                let outcome = [0, 1, 1, 1, 2, 2, 2, 2, 2, 3][draw.place(10)];
                shape.find(&[year, OUTCOMES[outcome]]).unwrap()
            })
            .collect();
        cells.sort_unstable();
        cells
    };
    (0..30 + draw.below(200)).map(|_| person(draw)).collect()
}

fn counted(people: &[Vec<usize>]) -> Counts {
    let axes = [("year", YEARS), ("outcome", OUTCOMES)];
    let axes = axes.map(|(name, codes)| Axis::flat(name, codes).unwrap());
    let mut counter = Counter::new(Unit::Decisions, axes.to_vec()).unwrap();
    let shape = counter.clone().counts().shape().clone();
    for cells in people {
        let keys: Vec<Vec<String>> = cells.iter().map(|cell| shape.key(*cell)).collect();
        let keys: Vec<Vec<&str>> = keys
            .iter()
            .map(|key| key.iter().map(String::as_str).collect())
            .collect();
        let things = keys.iter().map(|key| Thing { key, person: 1 });
        counter.case(&things.collect::<Vec<_>>()).unwrap();
    }
    counter.counts()
}

/// What comes of both.
struct Both {
    /// How many cells the first one withholds.
    withheld: usize,
    /// How many it would by its own proof.
    by_itself: usize,
    /// How it was checked.
    scope: Scope,
    /// Whether the one that counts nobody leaves after it.
    leaves: bool,
}

/// None where not even the first one leaves.
fn both(seed: u64) -> Option<Both> {
    let mut draw = Draw(seed);
    let people = people(&mut draw, &counted(&[]));
    let counts = counted(&people);
    let nobody = counted(&[]);
    let crowd = |earlier: Vec<Sheet>, new: Sheet| {
        let mut crowd = Crowd::new(earlier, new);
        for cells in &people {
            let of_cell = |cells: &[usize]| Place {
                sheet: 0,
                cell: cells[0],
                times: i64::try_from(cells.len()).unwrap(),
            };
            let places: Vec<Place> = cells.chunk_by(|a, b| a == b).map(of_cell).collect();
            crowd.person(&places);
        }
        crowd
    };
    let mut wish = Wish::default();
    let withheld = |cells: &[Cell]| cells.iter().filter(|cell| cell.value.is_none()).count();
    let mut by_itself = None;
    let first = loop {
        let released = release(&counts, &wish, &Simplex, &mut Budget::seconds(10)).ok()?;
        by_itself.get_or_insert(withheld(released.cells()));
        let crowd = crowd(Vec::new(), Sheet::of("R1", &released));
        match clear(released, crowd, true, &Simplex, &mut Budget::seconds(10)).ok()? {
            Verdict::Cleared(cleared) => break cleared,
            Verdict::Withhold(cells) => wish.withhold.extend(cells),
        }
    };
    let earlier = vec![Sheet::of("R1", first.released())];
    let released = release(
        &nobody,
        &Wish::default(),
        &Simplex,
        &mut Budget::seconds(10),
    )
    .ok()?;
    let crowd = crowd(earlier, Sheet::of("R2", &released));
    let after = clear(released, crowd, false, &Simplex, &mut Budget::seconds(10));
    Some(Both {
        withheld: withheld(first.cells()),
        by_itself: by_itself?,
        scope: first.scope(),
        leaves: matches!(after, Ok(Verdict::Cleared(_))),
    })
}

/// It may withhold more than its own readers alone would ask for, so as not to be the last; where that does not help, it
/// says so.
#[test]
fn a_first_table_stands_in_nobodys_way_or_says_so() {
    let (mut helped, mut bars) = (0, 0);
    for seed in 0..40 {
        let both = both(seed).unwrap();
        assert!(both.leaves || both.scope == Scope::Alone, "{seed}");
        helped += usize::from(both.withheld > both.by_itself);
        bars += usize::from(!both.leaves);
    }
    assert!(helped > 0 && bars > 0, "{helped} {bars}");
}

#[test]
#[ignore = "cargo test --release --lib long_first_of_decisions -- --ignored --nocapture"]
fn long_first_of_decisions() {
    let all: Vec<Both> = (0..500).filter_map(both).collect();
    let sum = |of: fn(&Both) -> usize| all.iter().map(of).sum::<usize>();
    println!(
        "{} first tables left, {} cells withheld in them ({} by their own proof), {} of them say `alone`; {} second ones left",
        all.len(),
        sum(|one| one.withheld),
        sum(|one| one.by_itself),
        sum(|one| usize::from(one.scope == Scope::Alone)),
        sum(|one| usize::from(one.leaves)),
    );
}
