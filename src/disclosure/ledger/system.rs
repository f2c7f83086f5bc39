//! The tables and the people in them as numbers that hang together: heads of atoms, cells of tables, differences.

use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::ledger::crowd::{Atom, Crowd, Place};
use crate::disclosure::ledger::joint::What;
use crate::disclosure::ledger::kinds::{kinds, of_one};
use crate::disclosure::ledger::rest::Nested;
use crate::disclosure::ledger::sheet::Sheet;
use crate::disclosure::model::{Domain, Marker};
use crate::disclosure::witness::{Equation, Goal, Place as Number, Requirement, System};

/// The numbers of all tables, and what must stay open.
#[derive(Clone)]
pub(super) struct Whole {
    pub system: System,
    pub atoms: Vec<Atom>,
    pub targets: Vec<Target>,
    /// Whether it was too much to reckon what all tables together tell exactly.
    pub too_much: bool,
    /// The first number of each table's cells.
    starts: Vec<usize>,
    /// How many kinds of people are in each inner cell of each table.
    crowded: BTreeMap<(usize, usize), usize>,
}

/// A number that must stay open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub number: usize,
    pub sheet: usize,
    pub cell: usize,
    pub what: What,
    /// The earlier table's cell that it differs from.
    pub beside: Option<(usize, usize)>,
    /// In which all of one must stay possible.
    pub options: Vec<Vec<Domain>>,
    /// The atoms that make it up, each counted so many times.
    pub parts: Vec<(usize, i64)>,
}

impl Target {
    pub fn requirement(&self, about: usize) -> Requirement {
        self.at(self.number, about)
    }

    /// The same of a number that stands elsewhere.
    pub fn at(&self, number: usize, about: usize) -> Requirement {
        let goals = |ranges: &Vec<Domain>| {
            let goals = ranges.iter().map(|range| Goal::At(number, *range));
            goals.collect()
        };
        Requirement {
            about,
            options: self.options.iter().map(goals).collect(),
            is_wish: false,
        }
    }
}

impl Whole {
    /// The new table beside the earlier ones. Of those it is asked again what they differ by: a third table can tell what two
    /// left open.
    pub fn of(crowd: &Crowd) -> Self {
        let new = crowd.new_sheet();
        let mut whole = Self::with(crowd, kinds(crowd), std::iter::once(new).chain(1..new));
        if new > 0 {
            // What one table tells of several of its cells its own proof answers for; what earlier ones told is told.
            let (own, before) = (0..=new).partition(|sheet| crowd.table(*sheet) == new);
            let parts = [before, own];
            let threshold = threshold(crowd, new);
            whole.too_much = !whole.exact(crowd, &parts, threshold);
        }
        whole.give_up(crowd);
        whole
    }

    /// The first table by itself, as its readers know it.
    pub fn alone(crowd: &Crowd) -> Self {
        let mut whole = Self::with(crowd, of_one(crowd), std::iter::empty());
        whole.give_up(crowd);
        whole
    }

    /// All tables as they left: none can be changed any more, and each is asked about beside those before it.
    pub fn left(crowd: &Crowd) -> Self {
        let mut whole = Self::with(crowd, kinds(crowd), 1..=crowd.new_sheet());
        let all = 0..=crowd.new_sheet();
        let least = all.clone().map(|sheet| threshold(crowd, sheet)).min();
        let of = |table: usize| {
            all.clone()
                .filter(move |sheet| crowd.table(*sheet) == table)
        };
        let parts: Vec<Vec<usize>> = all.clone().map(|table| of(table).collect()).collect();
        whole.too_much = !whole.exact(crowd, &parts, least.unwrap_or(0));
        whole.give_up(crowd);
        for place in &mut whole.system.places {
            place.wide = None;
        }
        whole
    }

    /// With what these tables differ by from those before each.
    fn with(crowd: &Crowd, atoms: Vec<Atom>, of: impl Iterator<Item = usize>) -> Self {
        let mut whole = Self {
            system: System {
                places: Vec::new(),
                equations: Vec::new(),
                network: false,
            },
            atoms,
            targets: Vec::new(),
            too_much: false,
            starts: Vec::new(),
            crowded: BTreeMap::new(),
        };
        for place in whole.atoms.iter().flat_map(|atom| &atom.places) {
            *whole.crowded.entry((place.sheet, place.cell)).or_insert(0) += 1;
        }
        let heads: Vec<i64> = whole.atoms.iter().map(|atom| atom.heads).collect();
        for head in heads {
            whole.number(head, Domain::from(0), None);
        }
        for sheet in 0..crowd.sheets().len() {
            whole.sheet(crowd, sheet);
        }
        whole.cells(crowd);
        let (mut asked, mut nested) = (BTreeSet::new(), Nested::default());
        for new in of {
            whole.differences(crowd, new, &mut asked, &mut nested);
        }
        whole.rests(crowd, &nested, &mut asked);
        whole
    }

    /// What a table shows though it is small was shown on a decision: there is nothing left to protect of it. Which of them
    /// are what, where another table splits it, nobody decided to show: that stays as open as their number allows. So does what
    /// a table of others tells by itself.
    fn give_up(&mut self, crowd: &Crowd) {
        let known = self.known(crowd);
        for mut target in std::mem::take(&mut self.targets) {
            let who: BTreeSet<usize> = target.parts.iter().map(|(at, _)| *at).collect();
            let same: Vec<&Known> = known.iter().filter(|one| one.is(&who, &target)).collect();
            if same.iter().any(|one| one.left.most == Some(one.left.least)) {
                continue;
            }
            for one in &same {
                for option in &mut target.options {
                    for range in option.iter_mut() {
                        *range = nearer(*range, one.left);
                    }
                    option.dedup();
                }
                // What still asks for most.
                let most = target.options.iter().map(Vec::len).max();
                target.options.retain(|option| Some(option.len()) == most);
            }
            let once = target.parts.iter().all(|(_, times)| *times == 1);
            let among_known = known.iter().filter(|one| who.is_subset(&one.who));
            let most = among_known.filter_map(|one| one.left.most).min();
            if let Some(most) = most.filter(|_| once) {
                for range in target.options.iter_mut().flatten() {
                    *range = among(*range, most);
                }
            }
            self.targets.push(target);
        }
    }

    /// The small cells that are shown, or told by the table of others that has them.
    fn known(&self, crowd: &Crowd) -> Vec<Known> {
        let sheets = crowd.sheets().iter().enumerate();
        let cells = sheets.flat_map(|(number, sheet)| {
            (0..sheet.shape().len()).map(move |cell| (number, cell, sheet.printed(cell)))
        });
        let known = cells.filter_map(|(number, cell, printed)| {
            let small = |number: i64| (1..printed.threshold).contains(&number);
            let shown = printed.marker == Marker::Shown && printed.number.is_some_and(small);
            let is_decided = shown || crowd.is_given_up(number, cell);
            let at = self.cell(number, cell);
            let value = self.system.places.get(at).map_or(0, |place| place.truth);
            let decided = is_decided.then(|| Domain::only(value));
            let left = decided.or_else(|| crowd.left_open(number, cell))?;
            let parts = self.parts(crowd, number, cell);
            Some(Known {
                who: parts.iter().map(|(at, _)| *at).collect(),
                times: (!is_decided).then_some(parts),
                left,
            })
        });
        known.collect()
    }

    /// The place of a table's cell.
    pub fn cell(&self, sheet: usize, cell: usize) -> usize {
        self.starts.get(sheet).copied().unwrap_or(0) + cell
    }

    /// Forgets what a table prints.
    pub fn forget(&mut self, crowd: &Crowd, sheet: usize) {
        let len = crowd
            .sheets()
            .get(sheet)
            .map_or(0, |sheet| sheet.shape().len());
        let from = self.cell(sheet, 0);
        for place in self.system.places.iter_mut().skip(from).take(len) {
            place.free = Domain::from(0);
            place.wide = None;
        }
    }

    pub(super) fn number(
        &mut self,
        truth: i64,
        free: Domain,
        parts: Option<Vec<(usize, i64)>>,
    ) -> usize {
        let at = self.system.places.len();
        self.system.places.push(Number {
            truth,
            free,
            wide: None,
            price: 0,
        });
        if let Some(parts) = parts {
            self.system.equations.push(Equation { whole: at, parts });
        }
        at
    }

    /// The cells of a table: the inner ones sums of atoms, the margins sums of cells.
    fn sheet(&mut self, crowd: &Crowd, number: usize) {
        let Some(sheet) = crowd.sheets().get(number) else {
            return;
        };
        let shape = sheet.shape();
        let start = self.system.places.len();
        self.starts.push(start);
        let mut parts: Vec<Vec<(usize, i64)>> = vec![Vec::new(); shape.len()];
        let mut truths = vec![0; shape.len()];
        for (at, atom) in self.atoms.iter().enumerate() {
            for place in atom.places.iter().filter(|place| place.sheet == number) {
                if let Some(of_cell) = parts.get_mut(place.cell) {
                    of_cell.push((at, place.times));
                }
                for above in shape.above(&shape.nodes(place.cell)) {
                    if let Some(truth) = truths.get_mut(above) {
                        *truth += atom.heads * place.times;
                    }
                }
            }
        }
        for sum in shape.sums() {
            if let Some(of_cell) = parts.get_mut(sum.whole) {
                *of_cell = sum
                    .parts
                    .into_iter()
                    .map(|part| (start + part, 1))
                    .collect();
            }
        }
        for (cell, (parts, truth)) in parts.into_iter().zip(truths).enumerate() {
            let printed = sheet.printed(cell);
            let known = shape.known(cell, printed.domain());
            let at = self.number(truth, known, Some(parts));
            // Without its total a table is not worth having: then it is refused, and whoever asks can still withhold it.
            let may_widen = crowd.table(number) == crowd.new_sheet()
                && cell > 0
                && printed.marker == Marker::Shown
                && truth >= printed.threshold;
            if let Some(place) = self.system.places.get_mut(at).filter(|_| may_widen) {
                place.wide = Some(Domain::from(printed.threshold));
                place.price = (i64::from((truth + 2).ilog2()) * 16) << shape.sums_over(cell);
            }
        }
    }

    /// Small cells that are not shown, old and new.
    fn cells(&mut self, crowd: &Crowd) {
        // In one table of which everybody counts once; beside others, and where people count more often, less can move.
        let alone = crowd.sheets().len() == 1 && !self.atoms.iter().any(Atom::is_many);
        for (number, sheet) in crowd.sheets().iter().enumerate() {
            for cell in 0..sheet.shape().len() {
                let at = self.cell(number, cell);
                let truth = self.system.places.get(at).map_or(0, |place| place.truth);
                let printed = sheet.printed(cell);
                let few = printed.threshold - 1;
                // Of a network, what lies between two possible numbers is possible too.
                let between = alone && sheet.shape().is_network();
                let is_few = (1..=few).contains(&truth);
                let options = match printed.marker {
                    Marker::Few if between => vec![vec![Domain::only(1), Domain::only(few)]],
                    Marker::Few => vec![(1..=few).map(Domain::only).collect()],
                    Marker::Line if is_few => {
                        vec![vec![Domain::between(0, 1), Domain::from(few)]]
                    }
                    // Three numbers in a row, the true one among them; of one table alone its own proof asks for them.
                    Marker::Rounded if is_few && !alone => (truth - 2..=truth)
                        .filter(|from| *from >= 0)
                        .map(|from| (from..from + 3).map(Domain::only).collect())
                        .collect(),
                    _ => continue,
                };
                let parts = self.parts(crowd, number, cell);
                self.targets.push(Target {
                    number: at,
                    sheet: number,
                    cell,
                    what: What::Cell,
                    beside: None,
                    options,
                    parts,
                });
            }
        }
    }

    fn parts(&self, crowd: &Crowd, number: usize, cell: usize) -> Vec<(usize, i64)> {
        let Some(sheet) = crowd.sheets().get(number) else {
            return Vec::new();
        };
        let inner = sheet.shape().under(cell);
        let counts = |place: &&Place| {
            place.sheet == number && (place.cell == cell || inner.contains(&place.cell))
        };
        let of_atom = |(at, atom): (usize, &Atom)| {
            let times = atom
                .places
                .iter()
                .filter(counts)
                .map(|place| place.times)
                .sum();
            (times > 0).then_some((at, times))
        };
        self.atoms.iter().enumerate().filter_map(of_atom).collect()
    }

    /// People in a new cell who are not in an earlier one that it meets, or count more often in it, and the reverse, where
    /// they are few. Of earlier tables the same people are asked about once.
    fn differences(
        &mut self,
        crowd: &Crowd,
        new: usize,
        asked: &mut BTreeSet<(i64, Vec<(usize, i64)>)>,
        nested: &mut Nested,
    ) {
        let mut met: BTreeMap<(usize, usize, usize), Met> = BTreeMap::new();
        let mut sizes: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        let mut all: Vec<BTreeMap<(usize, usize), i64>> = Vec::new();
        for atom in &self.atoms {
            let mut cells: BTreeMap<(usize, usize), i64> = BTreeMap::new();
            for place in atom.places.iter().filter(|place| place.sheet <= new) {
                let Some(sheet) = crowd.sheets().get(place.sheet) else {
                    continue;
                };
                let shape = sheet.shape();
                for cell in shape.above(&shape.nodes(place.cell)) {
                    *cells.entry((place.sheet, cell)).or_insert(0) += place.times;
                }
            }
            for cell in cells.keys() {
                *sizes.entry(*cell).or_insert(0) += atom.heads;
            }
            // Of whom there is nobody, no two cells share anybody.
            for ((_, cell), times) in cells.range((new, 0)..).filter(|_| atom.heads > 0) {
                let others = cells.range(..(new, 0));
                for ((sheet, other), before) in
                    others.filter(|((sheet, _), _)| crowd.table(*sheet) != crowd.table(new))
                {
                    let met = met.entry((*cell, *sheet, *other)).or_default();
                    met.both += atom.heads;
                    if times > before {
                        met.oftener += atom.heads;
                    }
                    if times < before {
                        met.seldomer += atom.heads;
                    }
                }
            }
            all.push(cells);
        }
        let size = |cell: (usize, usize)| sizes.get(&cell).copied().unwrap_or(0);
        let threshold = threshold(crowd, new);
        for ((cell, sheet, other), met) in met {
            let (now, before) = ((new, cell), (sheet, other));
            nested.met((now, size(now)), (before, size(before)), met.both);
            for what in [What::More, What::Fewer] {
                let (has, lacks, oftener) = match what {
                    What::Fewer => (before, now, met.seldomer),
                    What::More | What::Cell | What::Rest => (now, before, met.oftener),
                };
                let few = size(has) - met.both + oftener;
                if !(1..threshold).contains(&few) {
                    continue;
                }
                let times = |cells: &BTreeMap<(usize, usize), i64>, cell| {
                    cells.get(&cell).copied().unwrap_or(0)
                };
                let parts: Vec<(usize, i64)> = all
                    .iter()
                    .enumerate()
                    .filter(|(_, cells)| times(cells, has) > times(cells, lacks))
                    .map(|(at, _)| (at, 1))
                    .collect();
                let is_known = !asked.insert((threshold, parts.clone()));
                if is_known && new != crowd.new_sheet() {
                    continue;
                }
                let number = self.number(few, Domain::from(0), Some(parts.clone()));
                self.targets.push(Target {
                    number,
                    sheet: new,
                    cell,
                    what,
                    beside: Some(before),
                    options: self.open(crowd, &parts, threshold),
                    parts,
                });
            }
        }
    }

    /// What must stay possible of few people: that there are one or none, and all but the threshold. Where they fill whole
    /// cells of one table, its own readers know that there are at least and at most so many: that much and no more.
    pub(super) fn open(
        &self,
        crowd: &Crowd,
        parts: &[(usize, i64)],
        threshold: i64,
    ) -> Vec<Vec<Domain>> {
        let mut options = vec![vec![Domain::between(0, 1), Domain::from(threshold - 1)]];
        for (number, sheet) in crowd.sheets().iter().enumerate() {
            let Some(cells) = self.filled(number, parts) else {
                continue;
            };
            let domains = || cells.iter().map(|cell| sheet.printed(*cell).domain());
            let least = domains().map(|one| one.least).sum::<i64>().max(1);
            let most = domains().map(|one| one.most).sum::<Option<i64>>();
            // Were it only to be as few as they must be, their number could be told.
            let wanted = (threshold - 1).max(least + 1);
            let wanted = most.map_or(wanted, |most| most.min(wanted));
            options.push(vec![Domain::between(0, least), Domain::from(wanted)]);
        }
        options.dedup();
        options
    }

    /// The inner cells of a table in which these people are, once each and nobody else.
    fn filled(&self, sheet: usize, parts: &[(usize, i64)]) -> Option<BTreeSet<usize>> {
        let mut kinds: BTreeMap<usize, usize> = BTreeMap::new();
        for atom in parts.iter().filter_map(|(at, _)| self.atoms.get(*at)) {
            let mut places = atom.places.iter().filter(|place| place.sheet == sheet);
            let once = places.next().filter(|one| one.times == 1)?;
            if places.next().is_some() {
                return None;
            }
            *kinds.entry(once.cell).or_insert(0) += 1;
        }
        let all =
            |(cell, kinds): (&usize, &usize)| self.crowded.get(&(sheet, *cell)) == Some(kinds);
        kinds.iter().all(all).then(|| kinds.into_keys().collect())
    }
}

/// What readers know of a cell that is small.
struct Known {
    /// The atoms in it.
    who: BTreeSet<usize>,
    /// How often each counts, where it is known of that number alone.
    times: Option<Vec<(usize, i64)>>,
    /// What it can be.
    left: Domain,
}

impl Known {
    /// Whether it is known of a target itself, and not only of more people.
    fn is(&self, who: &BTreeSet<usize>, target: &Target) -> bool {
        let is_same_number = |times: &Vec<(usize, i64)>| *times == target.parts;
        *who == self.who && self.times.as_ref().is_none_or(is_same_number)
    }
}

/// What must stay possible of a number of which it is known what it can be: of what it cannot be, the nearest that it can.
fn nearer(range: Domain, left: Domain) -> Domain {
    let is_one = range.most == Some(range.least);
    match left.most {
        _ if range.most.is_some_and(|most| most < left.least) => {
            let least = if is_one { left.least } else { range.least };
            Domain::between(least, left.least)
        }
        Some(most) if range.least > most && range.most.is_none() => Domain::from(most),
        Some(most) if range.least > most => Domain::only(most),
        _ => range,
    }
}

/// What must stay possible of some of so many, of whom it is known how many they are.
fn among(range: Domain, most: i64) -> Domain {
    match range.most {
        None => Domain::from(range.least.min(most)),
        // Of two numbers at least it must stay open which it is.
        Some(number) if number == range.least => Domain::only(number.min(most.max(2))),
        Some(to) => Domain::between(range.least, to.min(most - 1).max(range.least)),
    }
}

/// How many people are in both of two cells, and of them, who count oftener in the new one, and who less often.
#[derive(Default)]
struct Met {
    both: i64,
    oftener: i64,
    seldomer: i64,
}

/// Fewer than so many are few, as a table says.
fn threshold(crowd: &Crowd, sheet: usize) -> i64 {
    let sheet = crowd.sheets().get(sheet);
    sheet.map_or(0, Sheet::threshold)
}
