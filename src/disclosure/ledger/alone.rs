//! The first table of an office: nothing stands beside it, and what proves it by itself proves it.

use std::collections::BTreeMap;

use crate::disclosure::ledger::audit::stays_open;
use crate::disclosure::ledger::crowd::Crowd;
use crate::disclosure::ledger::system::{Target, Whole};
use crate::disclosure::model::Shape;
use crate::disclosure::witness::{Budget, Finder, Place, Search, Solver, System, Unmet, Witness};

/// The first target that does not stay open, in a crowd of one table; none where all is well. The search is that of the
/// table by itself, and begins with what it was proved by.
pub(super) fn lost(crowd: &Crowd, solver: &dyn Solver, budget: &mut Budget) -> Option<Target> {
    let sheet = crowd.sheets().first()?;
    let shape = sheet.shape();
    let whole = Whole::alone(crowd);
    let from = whole.cell(0, 0);
    let system = own_sums(&whole, shape);
    let asked = whole.targets.iter().enumerate();
    let asked = asked.map(|(at, target)| target.at(target.number - from, at));
    // What is no witness here counts for nothing.
    let proof = sheet.proof().iter().map(|moves| Witness {
        moves: moves.clone(),
    });
    let finder = Finder {
        solver,
        budget,
        shape: Some(shape),
    };
    let known = proof.filter(|witness| system.admits(&witness.all(shape.len()), false));
    let mut search = Search::new(system.clone(), asked.collect(), known.collect(), finder);
    if let Err(Unmet { about }) = search.run() {
        return whole.targets.get(about).cloned();
    }
    let (_, witnesses, _) = search.found();
    // Of each inner cell there is one kind of people: those who count in it.
    let kinds = whole.atoms.iter().enumerate();
    let kinds: BTreeMap<usize, usize> = kinds
        .flat_map(|(at, atom)| atom.places.iter().map(move |place| (place.cell, at)))
        .collect();
    let of_kinds = |witness: Witness| {
        let moves = witness.moves.into_iter();
        let mut moves: Vec<(usize, i64)> = moves
            .filter_map(|(cell, by)| Some((*kinds.get(&cell)?, by)))
            .collect();
        moves.sort_unstable();
        Witness { moves }
    };
    let witnesses: Vec<Witness> = witnesses.into_iter().map(of_kinds).collect();
    stays_open(crowd, &whole.atoms, &whole.targets, &witnesses, &[]).cloned()
}

/// The cells of the one table of a crowd, as they were printed, and how they add up.
pub(super) fn own_sums(whole: &Whole, shape: &Shape) -> System {
    let places = whole.system.places.iter();
    let places = places.skip(whole.cell(0, 0)).take(shape.len());
    System {
        places: places
            .map(|place| Place {
                wide: None,
                ..*place
            })
            .collect(),
        equations: System::sums_of(shape),
        network: shape.is_network(),
    }
}
