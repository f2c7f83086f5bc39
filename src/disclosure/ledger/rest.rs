//! What is left of a cell when other tables' cells within it are taken away, and what all tables together tell exactly.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::ledger::crowd::Crowd;
use crate::disclosure::ledger::exact::Exact;
use crate::disclosure::ledger::joint::What;
use crate::disclosure::ledger::sheet::Sheet;
use crate::disclosure::ledger::system::{Target, Whole};
use crate::disclosure::model::Domain;

/// A cell of a table.
type At = (usize, usize);

/// Which cells lie within which of other tables, and how many people are in each.
#[derive(Default)]
pub(super) struct Nested {
    pub inside: BTreeMap<At, BTreeSet<At>>,
    pub sizes: BTreeMap<At, i64>,
}

impl Nested {
    /// Two cells share so many people.
    pub fn met(&mut self, one: (At, i64), other: (At, i64), both: i64) {
        for ((cell, size), (part, of_part)) in [(one, other), (other, one)] {
            if both == of_part && of_part < size {
                self.inside.entry(cell).or_default().insert(part);
            }
            self.sizes.insert(cell, size);
        }
    }
}

impl Whole {
    /// Asks of what is left of each cell, where few are.
    pub(super) fn rests(
        &mut self,
        crowd: &Crowd,
        nested: &Nested,
        asked: &mut BTreeSet<(i64, Vec<(usize, i64)>)>,
    ) {
        let mut atoms: BTreeMap<At, BTreeSet<usize>> = BTreeMap::new();
        for (at, atom) in self.atoms.iter().enumerate() {
            for place in &atom.places {
                if let Some(sheet) = crowd.sheets().get(place.sheet) {
                    let shape = sheet.shape();
                    for cell in shape.above(&shape.nodes(place.cell)) {
                        atoms.entry((place.sheet, cell)).or_default().insert(at);
                    }
                }
            }
        }
        let heads: Vec<i64> = self.atoms.iter().map(|atom| atom.heads).collect();
        let form = |sheet: usize| -> Vec<String> {
            let axes = crowd.sheets().get(sheet).map(|sheet| sheet.shape().axes());
            let axes = axes.into_iter().flatten();
            axes.map(|axis| axis.name().to_owned()).collect()
        };
        let forms: Vec<Vec<String>> = (0..crowd.sheets().len()).map(form).collect();
        for (whole, parts) in &nested.inside {
            let mut parts: Vec<At> = parts.iter().copied().collect();
            let size = |part: &At| nested.sizes.get(part).copied().unwrap_or(0);
            // The largest first, of the same size the latest.
            parts.sort_by_key(|part| (-size(part), std::cmp::Reverse(part.0), part.1));
            let sheets: BTreeSet<usize> = parts.iter().map(|(sheet, _)| *sheet).collect();
            let alike: BTreeSet<&Vec<String>> = sheets
                .iter()
                .filter_map(|sheet| forms.get(*sheet))
                .collect();
            let takes_all = std::iter::once(sheets.iter().copied().collect::<Vec<_>>());
            let takes_one = sheets.iter().map(|sheet| vec![*sheet]);
            let takes_alike = alike.iter().map(|form| {
                let of_form = sheets
                    .iter()
                    .filter(|sheet| forms.get(**sheet) == Some(form));
                of_form.copied().collect::<Vec<_>>()
            });
            let takes: BTreeSet<Vec<usize>> =
                takes_all.chain(takes_one).chain(takes_alike).collect();
            for sheets in takes {
                let mut left = atoms.get(whole).cloned().unwrap_or_default();
                let mut newest = *whole;
                for part in parts.iter().filter(|part| sheets.contains(&part.0)) {
                    let Some(of_part) = atoms.get(part) else {
                        continue;
                    };
                    // Of whom there is nobody, nobody is taken twice.
                    let is_there = |at: &&usize| heads.get(**at).is_some_and(|n| *n > 0);
                    if of_part.iter().filter(is_there).all(|at| left.contains(at)) {
                        left.retain(|at| !of_part.contains(at));
                        newest = newest.max(*part);
                    }
                }
                let few: i64 = left.iter().filter_map(|at| heads.get(*at)).sum();
                self.few(crowd, newest, *whole, &left, few, asked);
            }
        }
    }

    /// Asks of groups whose number follows exactly, and from none of these parts of the tables alone. False where that was
    /// too much to reckon.
    pub(super) fn exact(&mut self, crowd: &Crowd, parts: &[Vec<usize>], threshold: i64) -> bool {
        let Some(told) = Exact::of(crowd, &self.atoms, threshold).told(parts) else {
            return false;
        };
        let new = crowd.new_sheet();
        for group in told {
            let left: BTreeSet<usize> = group.into_iter().collect();
            let heads = left.iter().filter_map(|at| self.atoms.get(*at));
            let few = heads.map(|atom| atom.heads).sum();
            // Told by the least cell of the new table that has them all.
            let sheet = crowd.sheets().get(new);
            let mut within: Option<BTreeSet<usize>> = None;
            for atom in left.iter().filter_map(|at| self.atoms.get(*at)) {
                let places = atom.places.iter().filter(|place| place.sheet == new);
                let cells = places.flat_map(|place| {
                    let shape = sheet.map(Sheet::shape);
                    shape.map_or(Vec::new(), |shape| shape.above(&shape.nodes(place.cell)))
                });
                let cells: BTreeSet<usize> = cells.collect();
                within = Some(match within {
                    Some(known) => known.intersection(&cells).copied().collect(),
                    None => cells,
                });
            }
            let cell = within.and_then(|cells| cells.last().copied()).unwrap_or(0);
            self.few(
                crowd,
                (new, cell),
                (new, cell),
                &left,
                few,
                &mut BTreeSet::new(),
            );
        }
        true
    }

    fn few(
        &mut self,
        crowd: &Crowd,
        (sheet, cell): At,
        whole: At,
        left: &BTreeSet<usize>,
        few: i64,
        asked: &mut BTreeSet<(i64, Vec<(usize, i64)>)>,
    ) {
        let table = crowd.sheets().get(sheet);
        let threshold = table.map_or(0, |table| table.printed(cell).threshold);
        let parts: Vec<(usize, i64)> = left.iter().map(|at| (*at, 1)).collect();
        if !(1..threshold).contains(&few) || !asked.insert((threshold, parts.clone())) {
            return;
        }
        let number = self.number(few, Domain::from(0), Some(parts.clone()));
        self.targets.push(Target {
            number,
            sheet,
            cell,
            what: What::Rest,
            beside: (whole.0 != sheet).then_some(whole),
            options: self.open(crowd, &parts, threshold),
            parts,
        });
    }
}
