//! The joint check once more, from the printed texts and the heads of the atoms alone.

use crate::disclosure::ledger::crowd::{Atom, Crowd};
use crate::disclosure::ledger::system::Target;
use crate::disclosure::model::{Domain, Printed};
use crate::disclosure::witness::Witness;

/// The first target that the witnesses do not leave open; none where all is well. A witness that contradicts any printed
/// cell counts for nothing.
pub(super) fn stays_open<'a>(
    crowd: &Crowd,
    atoms: &[Atom],
    targets: &'a [Target],
    witnesses: &[Witness],
    withhold: &[usize],
) -> Option<&'a Target> {
    let mut worlds: Vec<Vec<i64>> = vec![atoms.iter().map(|atom| atom.heads).collect()];
    for witness in witnesses {
        let mut heads: Vec<i64> = atoms.iter().map(|atom| atom.heads).collect();
        for (atom, by) in witness.moves.iter().take_while(|(at, _)| *at < atoms.len()) {
            if let Some(of_atom) = heads.get_mut(*atom) {
                *of_atom += by;
            }
        }
        worlds.push(heads);
    }
    worlds.retain(|heads| agrees(crowd, atoms, heads, withhold));
    let is_open = |target: &Target| {
        let in_world = |heads: &Vec<i64>| {
            let parts = target.parts.iter();
            parts
                .map(|(atom, times)| heads.get(*atom).map_or(0, |n| n * times))
                .sum::<i64>()
        };
        let seen: Vec<i64> = worlds.iter().map(in_world).collect();
        let is_seen = |range: &Domain| seen.iter().any(|n| range.admits(*n));
        target
            .options
            .iter()
            .any(|option| option.iter().all(is_seen))
    };
    targets.iter().find(|target| !is_open(target))
}

/// Whether so many heads make every table print what it prints.
fn agrees(crowd: &Crowd, atoms: &[Atom], heads: &[i64], withhold: &[usize]) -> bool {
    let new = crowd.new_sheet();
    heads.iter().all(|n| *n >= 0)
        && crowd.sheets().iter().enumerate().all(|(number, sheet)| {
            let shape = sheet.shape();
            let mut sums = vec![0_i64; shape.len()];
            for (atom, n) in atoms.iter().zip(heads) {
                for place in atom.places.iter().filter(|place| place.sheet == number) {
                    for above in shape.above(&shape.nodes(place.cell)) {
                        if let Some(sum) = sums.get_mut(above) {
                            *sum += n * place.times;
                        }
                    }
                }
            }
            sums.iter().enumerate().all(|(cell, n)| {
                let printed = sheet.printed(cell);
                if crowd.table(number) == new && withhold.contains(&cell) {
                    return *n >= printed.threshold;
                }
                let is_rounded = printed.marker == crate::disclosure::model::Marker::Rounded;
                let read = Printed::read(sheet.text(cell), printed.threshold, is_rounded);
                read.is_some_and(|text| text.domain().admits(*n))
            })
        })
}
