//! Who is counted where, told only as far as any of the tables tells people apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::ledger::sheet::Sheet;
use crate::disclosure::model::Domain;

/// Where a person counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// In which table: the earlier ones in their order, the new one last.
    pub sheet: usize,
    /// In which inner cell.
    pub cell: usize,
    /// How often: an applicant with three decisions counts thrice in a table of decisions.
    pub times: i64,
}

/// People who lie in the same cells of every table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    pub places: Vec<Place>,
    pub heads: i64,
}

impl Atom {
    /// Whether they count more than once.
    pub fn is_many(&self) -> bool {
        !matches!(self.places.as_slice(), [once] if once.times == 1)
    }
}

/// Tables and the people in them.
#[derive(Debug, Clone)]
pub struct Crowd {
    sheets: Vec<Sheet>,
    atoms: BTreeMap<Vec<Place>, i64>,
    given_up: BTreeSet<(usize, usize)>,
    /// Cells of which a table that others published leaves open less than their markers say.
    told: BTreeMap<(usize, usize), Domain>,
    strangers: BTreeSet<Vec<Place>>,
    /// Sheets that are another one once more.
    again: BTreeMap<usize, usize>,
    /// They tell something beside the new table alone.
    again_beside_new: bool,
}

impl Crowd {
    /// Begins with the tables that left before and the new one.
    pub fn new(earlier: Vec<Sheet>, new: Sheet) -> Self {
        let mut sheets = earlier;
        sheets.push(new);
        Self {
            sheets,
            atoms: BTreeMap::new(),
            given_up: BTreeSet::new(),
            told: BTreeMap::new(),
            strangers: BTreeSet::new(),
            again: BTreeMap::new(),
            again_beside_new: false,
        }
    }

    /// Says that a table is another one once more, with other people of the same cases counted in it: a case has what one of its
    /// persons has, and that need not be the first. To be said before anything is given up.
    pub fn once_more(&mut self, sheet: usize, of: usize) {
        self.again.insert(sheet, of);
    }

    /// Says that those once more tell something beside the new table alone: without it all count cases.
    pub const fn once_more_for_new(&mut self) {
        self.again_beside_new = true;
    }

    /// Whether a sheet tells nothing without the new table.
    pub(super) fn is_for_new(&self, sheet: usize) -> bool {
        self.table(sheet) == self.new_sheet()
            || (self.again_beside_new && self.again.contains_key(&sheet))
    }

    /// Which table a sheet is.
    pub(super) fn table(&self, sheet: usize) -> usize {
        self.again.get(&sheet).copied().unwrap_or(sheet)
    }

    /// The earlier tables, each once.
    pub(super) fn earlier(&self) -> impl Iterator<Item = usize> {
        (0..self.new_sheet()).filter(|sheet| !self.again.contains_key(sheet))
    }

    /// Counts a person where the tables count them. A case counts at its first applicant. Whoever is in no table need not
    /// be told.
    pub fn person(&mut self, places: &[Place]) {
        let mut places = places.to_vec();
        places.sort_unstable();
        if !places.is_empty() {
            *self.atoms.entry(places).or_insert(0) += 1;
        }
    }

    /// Counts somebody of whom only one table is known: where else they counted, nobody can say any more.
    pub fn stranger(&mut self, place: Place) {
        self.person(&[place]);
        self.strangers.insert(vec![place]);
    }

    /// Whether there may be strangers among people who count there.
    pub(super) fn are_strangers(&self, places: &[Place]) -> bool {
        self.strangers.contains(places)
    }

    /// Says that a cell of a table is known to readers by a decision of the office, and no longer protected.
    pub fn give_up<S: AsRef<str>>(&mut self, sheet: usize, key: &[S]) {
        let cells = self.cells(sheet, key);
        self.given_up.extend(cells);
    }

    /// Says of a cell of a table that others published what it leaves open by itself: readers know that much, and what else is
    /// printed cannot protect it any more.
    pub fn tell<S: AsRef<str>>(&mut self, sheet: usize, key: &[S], left: Domain) {
        let cells = self.cells(sheet, key).into_iter();
        self.told.extend(cells.map(|cell| (cell, left)));
    }

    /// A cell of a table, and of the same table once more.
    fn cells<S: AsRef<str>>(&self, sheet: usize, key: &[S]) -> Vec<(usize, usize)> {
        let again = self.again.iter().filter(|(_, of)| **of == sheet);
        let sheets = again.map(|(again, _)| *again).chain([sheet]);
        let cell = |sheet: usize| self.sheets.get(sheet)?.shape().find(key);
        sheets
            .filter_map(|sheet| Some((sheet, cell(sheet)?)))
            .collect()
    }

    /// What the table that has a cell leaves open of it by itself, where that is less than it means to.
    pub(super) fn left_open(&self, sheet: usize, cell: usize) -> Option<Domain> {
        self.told.get(&(sheet, cell)).copied()
    }

    /// Whether a cell was given up.
    pub(super) fn is_given_up(&self, sheet: usize, cell: usize) -> bool {
        self.given_up.contains(&(sheet, cell))
    }

    /// The same people, with the new table printed otherwise.
    pub fn reprinted(&mut self, new: &Sheet) {
        let last = self.new_sheet();
        for (sheet, known) in self.sheets.iter_mut().enumerate() {
            if self.again.get(&sheet).copied().unwrap_or(sheet) == last {
                *known = new.clone();
            }
        }
    }

    /// The new table beside one earlier one, and the people as these two tell them apart.
    pub(super) fn beside(&self, earlier: usize) -> Self {
        let new = self.new_sheet();
        let kept = (0..=new).filter(|sheet| [earlier, new].contains(&self.table(*sheet)));
        let kept: Vec<usize> = kept.collect();
        let at = |sheet: usize| kept.iter().position(|one| *one == sheet);
        let sheets = self.sheets.iter().enumerate();
        let mut pair = Self {
            sheets: sheets
                .filter(|(sheet, _)| at(*sheet).is_some())
                .map(|(_, sheet)| sheet.clone())
                .collect(),
            atoms: BTreeMap::new(),
            given_up: BTreeSet::new(),
            told: BTreeMap::new(),
            strangers: BTreeSet::new(),
            again: BTreeMap::new(),
            again_beside_new: self.again_beside_new,
        };
        let again = self.again.iter();
        pair.again = again
            .filter_map(|(sheet, of)| Some((at(*sheet)?, at(*of)?)))
            .collect();
        for (all, heads) in &self.atoms {
            let places: Vec<Place> = all
                .iter()
                .filter_map(|place| {
                    Some(Place {
                        sheet: at(place.sheet)?,
                        ..*place
                    })
                })
                .collect();
            if !places.is_empty() {
                if self.are_strangers(all) {
                    pair.strangers.insert(places.clone());
                }
                *pair.atoms.entry(places).or_insert(0) += heads;
            }
        }
        let given_up = self.given_up.iter();
        pair.given_up = given_up
            .filter_map(|(sheet, cell)| Some((at(*sheet)?, *cell)))
            .collect();
        let told = self.told.iter();
        pair.told = told
            .filter_map(|((sheet, cell), left)| Some(((at(*sheet)?, *cell), *left)))
            .collect();
        pair
    }

    /// The earlier tables, the new one last.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The number of the new table.
    pub fn new_sheet(&self) -> usize {
        self.sheets.len().saturating_sub(1)
    }

    /// The atoms.
    pub(super) fn atoms(&self) -> Vec<Atom> {
        let atoms = self.atoms.iter();
        atoms
            .map(|(places, heads)| Atom {
                places: places.clone(),
                heads: *heads,
            })
            .collect()
    }
}
