//! The check of a new table together with all that left before.

use std::collections::BTreeSet;

use crate::disclosure::ledger::alone::lost;
use crate::disclosure::ledger::audit::stays_open;
use crate::disclosure::ledger::crowd::{Atom, Crowd};
use crate::disclosure::ledger::system::{Target, Whole};
use crate::disclosure::model::Domain;
use crate::disclosure::witness::{Budget, Finder, Requirement, Search, Solver, Unmet};

/// A new table that gives nothing away together with the earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// With how many earlier tables it was compared.
    pub compared: usize,
    /// Cells of the new table that must be withheld besides, by their numbers. Where there are some, the table is made
    /// again with them in [`crate::disclosure::protect::Wish::withhold`] and compared again.
    pub withhold: Vec<usize>,
    /// The first table of an office, in which people count more than once and too few to show of every small number that
    /// it stays open where it is known how often they do: it may stand in the way of later ones.
    pub bars_others: bool,
}

/// What a number tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The people in a cell.
    Cell,
    /// The people in a new cell who are not in an earlier one.
    More,
    /// The people in an earlier cell who are not in a new one.
    Fewer,
    /// People whom only several tables together tell apart.
    Rest,
}

/// A small number that would be given away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What it tells of.
    pub what: What,
    /// The table that the cell is in: the new one for differences.
    pub table: String,
    /// The cell.
    pub key: Vec<String>,
    /// The earlier table and its cell, for differences.
    pub beside: Option<(String, Vec<String>)>,
}

/// Why a new table may not leave beside the earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The earlier tables with which it gives something away: one where one is enough, else all.
    pub with: Vec<String>,
    /// What it gives away.
    pub given: Given,
    /// Whether it was only not found in time that nothing is given away.
    pub cut_off: bool,
    /// Whether the earlier tables alone could not be shown to keep it either. Where the office knows that it is lost, by a
    /// decision to show a cell, it says so with [`Crowd::give_up`], and it is asked about no more.
    pub lost_before: bool,
}

/// Checks a new table together with all that left before.
///
/// # Errors
/// [`Conflict`] names what would be given away, and with which earlier table.
pub fn joint(
    crowd: &Crowd,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> Result<Joint, Box<Conflict>> {
    if crowd.new_sheet() > 0 {
        return beside(crowd, solver, budget);
    }
    // Beside later tables it is known how often people count in it: better to withhold for that now than to stand in the
    // way of all that come after it. Where that cannot be, what its readers know of it alone is enough.
    let are_many = crowd.atoms().iter().any(Atom::is_many);
    if are_many && let Ok(joint) = beside(crowd, solver, &mut budget.clone()) {
        return Ok(joint);
    }
    alone(crowd, solver, budget)?;
    Ok(Joint {
        compared: 0,
        withhold: Vec::new(),
        bars_others: are_many,
    })
}

/// The check in which nobody counts otherwise than somebody does.
fn beside(crowd: &Crowd, solver: &dyn Solver, budget: &mut Budget) -> Result<Joint, Box<Conflict>> {
    let new = crowd.new_sheet();
    let mut whole = Whole::of(crowd);
    if whole.too_much {
        return Err(unreckoned(crowd));
    }
    loop {
        let mut search = search(&whole, requirements(&whole), solver, budget);
        let outcome = search.run();
        if outcome.is_ok() {
            search.clean_up();
        }
        let (_, witnesses, held) = search.found();
        let unmet = outcome
            .err()
            .and_then(|Unmet { about }| whole.targets.get(about));
        let Some(target) = unmet.cloned() else {
            // What is held in the new table once more is held in the new table.
            let of_new = |sheet: &usize| crowd.table(*sheet) == new;
            let starts = || (0..=new).filter(of_new).map(|sheet| whole.cell(sheet, 0));
            let cell = |at: &usize| at - starts().filter(|start| start <= at).max().unwrap_or(0);
            let withhold: BTreeSet<usize> = held.iter().map(cell).collect();
            let withhold: Vec<usize> = withhold.into_iter().collect();
            let given = stays_open(crowd, &whole.atoms, &whole.targets, &witnesses, &withhold);
            return match given {
                Some(target) => Err(conflict(crowd, target, Vec::new())),
                None => Ok(Joint {
                    compared: crowd.earlier().count(),
                    withhold,
                    bars_others: false,
                }),
            };
        };
        // All that follows only tells why: what was not found to be open does not leave.
        let alone = |forget: &dyn Fn(usize) -> bool, budget: &mut Budget| {
            let mut whole = whole.clone();
            let without_new = forget(new);
            let is_forgotten = |sheet: &usize| {
                forget(crowd.table(*sheet)) || (without_new && crowd.is_for_new(*sheet))
            };
            for sheet in (0..=new).filter(is_forgotten) {
                whole.forget(crowd, sheet);
            }
            is_open(&whole, target.requirement(0), solver, budget)
        };
        let of_target = crowd.table(target.sheet);
        let lost_before = of_target != new && !alone(&|table| table == new, budget);
        // What earlier tables gave away between themselves no later one can protect; that a solver found no witness is not
        // enough to say so.
        if lost_before
            && target.what != What::Cell
            && was_told(&whole, crowd, &target, solver, budget)
        {
            whole.targets.retain(|one| *one != target);
            continue;
        }
        let guilty = crowd.earlier().find(|one| {
            let others = |table: usize| table != *one && table != new && table != of_target;
            !alone(&others, budget)
        });
        let mut conflict = conflict(crowd, &target, guilty.into_iter().collect());
        conflict.cut_off = budget.is_spent();
        conflict.lost_before = lost_before && !conflict.cut_off;
        return Err(conflict);
    }
}

/// Checks all tables of a crowd once more, together: each small number, and each small difference between any two.
///
/// # Errors
/// [`Conflict`]: what is not found to stay open. Nothing can be withheld any more.
pub fn together(
    crowd: &Crowd,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> Result<(), Box<Conflict>> {
    if crowd.new_sheet() == 0 {
        return alone(crowd, solver, budget);
    }
    let whole = Whole::left(crowd);
    if whole.too_much {
        return Err(unreckoned(crowd));
    }
    let mut search = search(&whole, requirements(&whole), solver, budget);
    let unmet = search.run().err();
    let (_, witnesses, _) = search.found();
    let lost = match unmet {
        Some(Unmet { about }) => whole.targets.get(about),
        None => stays_open(crowd, &whole.atoms, &whole.targets, &witnesses, &[]),
    };
    let Some(target) = lost else {
        return Ok(());
    };
    let mut conflict = conflict(crowd, target, vec![crowd.table(target.sheet)]);
    conflict.cut_off = budget.is_spent();
    Err(conflict)
}

/// The check of the first table.
fn alone(crowd: &Crowd, solver: &dyn Solver, budget: &mut Budget) -> Result<(), Box<Conflict>> {
    let Some(target) = lost(crowd, solver, budget) else {
        return Ok(());
    };
    let mut conflict = conflict(crowd, &target, Vec::new());
    conflict.cut_off = budget.is_spent();
    Err(conflict)
}

fn is_open(
    whole: &Whole,
    requirement: Requirement,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> bool {
    search(whole, vec![requirement], solver, budget)
        .run()
        .is_ok()
}

/// Whether it is shown that the tables without the newest leave no room for what must stay possible of this target.
fn was_told(
    whole: &Whole,
    crowd: &Crowd,
    target: &Target,
    solver: &dyn Solver,
    budget: &mut Budget,
) -> bool {
    let mut before = whole.clone();
    let new = crowd.new_sheet();
    for sheet in (0..=new).filter(|sheet| crowd.table(*sheet) == new) {
        before.forget(crowd, sheet);
    }
    let mut finder = Finder {
        solver,
        budget,
        shape: None,
    };
    let mut beyond = |range: &Domain| finder.is_beyond(&before.system, target.number, *range);
    target
        .options
        .iter()
        .all(|ranges| ranges.iter().any(&mut beyond))
}

/// What every target of the tables asks for.
fn requirements(whole: &Whole) -> Vec<Requirement> {
    let asked = whole.targets.iter().enumerate();
    asked.map(|(at, target)| target.requirement(at)).collect()
}

fn search<'a>(
    whole: &Whole,
    requirements: Vec<Requirement>,
    solver: &'a dyn Solver,
    budget: &'a mut Budget,
) -> Search<'a> {
    let finder = Finder {
        solver,
        budget,
        shape: None,
    };
    Search::new(whole.system.clone(), requirements, Vec::new(), finder)
}

/// The tables were too many, or too large, to reckon what they tell together.
fn unreckoned(crowd: &Crowd) -> Box<Conflict> {
    let new = crowd.sheets().last();
    Box::new(Conflict {
        with: Vec::new(),
        given: Given {
            what: What::Rest,
            table: new.map_or("", |sheet| sheet.name()).to_owned(),
            key: new.map_or(Vec::new(), |sheet| sheet.shape().key(0)),
            beside: None,
        },
        cut_off: true,
        lost_before: false,
    })
}

fn conflict(crowd: &Crowd, target: &Target, with: Vec<usize>) -> Box<Conflict> {
    let name = |sheet: usize| {
        crowd
            .sheets()
            .get(sheet)
            .map_or("", |sheet| sheet.name())
            .to_owned()
    };
    let key = |sheet: usize, cell: usize| {
        crowd
            .sheets()
            .get(sheet)
            .map_or(Vec::new(), |sheet| sheet.shape().key(cell))
    };
    let with = if with.is_empty() {
        crowd.earlier().collect()
    } else {
        with
    };
    Box::new(Conflict {
        with: with.into_iter().map(name).collect(),
        given: Given {
            what: target.what,
            table: name(target.sheet),
            key: key(target.sheet, target.cell),
            beside: target
                .beside
                .map(|(sheet, cell)| (name(sheet), key(sheet, cell))),
        },
        cut_off: false,
        lost_before: false,
    })
}
