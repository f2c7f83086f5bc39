//! The cases of a sheet: which rows belong to one, and what those say together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::map::{Checked, Sort};
use super::rows::{Brought, Reader, at, main_day, unreadable};
use super::target::Target;
use super::{applications, blank, key, order, sealing};
use crate::app::error::{CellWrong, LineFault, LineWrong};
use crate::app::import::line::{Line, again};
use crate::base::sheet::{Sheet, letters};

/// The cases of a sheet, in its order. Each is read out of its rows when its turn comes: all of them at once would take
/// several times what the sheet does.
pub(super) struct Cases<'a> {
    sheet: &'a Sheet,
    read: Reader<'a>,
    /// The rows of each case, by their place in the sheet.
    rows: Vec<Vec<u32>>,
}

impl<'a> Cases<'a> {
    /// Finds them, and the rows that belong to none.
    pub(super) fn find(
        sheet: &'a Sheet,
        map: &'a Checked,
        members: &'a BTreeSet<String>,
        today: NaiveDate,
        bad: &mut Vec<LineFault>,
    ) -> Self {
        let read = Reader {
            map,
            members,
            today,
        };
        let hash = |key: &str| *blake3::hash(key.as_bytes()).as_bytes();
        let mut places: BTreeMap<[u8; 32], (usize, [u8; 32])> = BTreeMap::new();
        let mut rows: Vec<Vec<u32>> = Vec::new();
        for (nth, row) in (0_u32..).zip(&sheet.rows) {
            if row.number <= map.heading || map.totals.contains(&row.number) {
                continue;
            }
            let key = read.key(row);
            let written = read.written(row).map(|key| hash(&key));
            let mark = key.map(|key| hash(&key)).zip(written);
            let known = mark.and_then(|(mark, _)| places.get(&mark).copied());
            if let (Some((_, written)), Some((_, earlier))) = (mark, known)
                && written != earlier
            {
                let first = map.key.first().copied().unwrap_or_default();
                let wrong = LineWrong::Cell(CellWrong::KeyAlike);
                bad.push(at(row, Some(letters(first)), wrong));
                continue;
            }
            match (mark, known.and_then(|(place, _)| rows.get_mut(place))) {
                (Some((mark, written)), None) => {
                    places.insert(mark, (rows.len(), written));
                    rows.push(vec![nth]);
                }
                (Some(_), Some(earlier)) if map.sort != Sort::Case => earlier.push(nth),
                (earlier, _) => {
                    let unread = map.key.iter().find_map(|place| {
                        let wrong = unreadable(row.cell(*place)?).err()?;
                        Some((*place, LineWrong::Cell(wrong)))
                    });
                    let first = map.key.first().copied().unwrap_or_default();
                    let (column, wrong) = unread.unwrap_or_else(|| {
                        let wrong = if earlier.is_some() {
                            CellWrong::KeyAgain
                        } else {
                            CellWrong::KeyMissing
                        };
                        (first, LineWrong::Cell(wrong))
                    });
                    bad.push(at(row, Some(letters(column)), wrong));
                }
            }
        }
        Self { sheet, read, rows }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the key is a running number, as each sheet begins anew.
    pub(super) fn is_numbered(&self) -> bool {
        let firsts = self.rows.iter().filter_map(|rows| rows.first());
        let rows = firsts.filter_map(|nth| self.sheet.rows.get(usize::try_from(*nth).ok()?));
        key::is_running(rows.filter_map(|row| self.read.key(row)))
    }

    /// One after the other.
    pub(super) fn each(&self) -> impl Iterator<Item = Brought> {
        self.rows.iter().filter_map(|rows| self.case(rows))
    }

    /// What its rows come to together.
    fn case(&self, rows: &[u32]) -> Option<Brought> {
        let rows = rows.iter().filter_map(|nth| usize::try_from(*nth).ok());
        let rows = rows.filter_map(|nth| self.sheet.rows.get(nth));
        let map = self.read.map;
        let mut told: Vec<Brought> = rows.filter_map(|row| self.read.row(row)).collect();
        let (whole, more) = told.split_first_mut()?;
        for later in more {
            self.agree(whole, later);
            whole.bad.append(&mut later.bad);
            whole.hours.append(&mut later.hours);
            whole.known_words.append(&mut later.known_words);
            whole.person.and_then(std::mem::take(&mut later.person));
        }
        let is_whole = whole.bad.is_empty() && !map.part;
        let (mut lines, mut absent) = (Vec::new(), Vec::new());
        if map.sort == Sort::Application {
            (lines, absent) = applications::lines(&mut told, is_whole.then_some(map));
        } else {
            for row in &mut told {
                lines.append(&mut row.lines);
            }
        }
        let mut whole = told.into_iter().next()?;
        whole.lines = lines;
        if map.sort == Sort::Event {
            name_lines(&mut whole.lines);
            order::by_day(&mut whole.lines);
        }
        if is_whole && map.sort != Sort::Application {
            absent = blank::mark(map, &mut whole);
        }
        whole.absent = absent;
        Some(whole)
    }

    /// Takes in what a later row says of the case itself; what an earlier one has otherwise is a fault, and of nobody is
    /// it told what stands there.
    fn agree(&self, whole: &mut Brought, later: &mut Brought) {
        let mut differs = |column: Option<String>| {
            later.bad.push(LineFault {
                line: later.opening.number,
                wrong: LineWrong::Row {
                    column,
                    wrong: Box::new(LineWrong::Cell(CellWrong::Differs)),
                },
            });
        };
        let mut columns = later.opening.columns.take().unwrap_or_default();
        let earlier = whole.opening.columns.get_or_insert_default();
        for (name, value) in std::mem::take(&mut later.opening.fields) {
            match (columns.remove(&name), earlier.contains_key(&name)) {
                (column @ Some(_), true) => {
                    if whole.opening.fields.get(&name) != Some(&value) {
                        differs(column);
                    }
                }
                // What a cell says stands before what the map says of every row.
                (Some(column), false) => {
                    earlier.insert(name.clone(), column);
                    whole.opening.fields.insert(name, value);
                }
                (None, _) => {
                    whole.opening.fields.entry(name).or_insert(value);
                }
            }
        }
        for part in sealing::differing(&whole.person, &later.person) {
            let mut columns = self.read.map.columns.iter();
            let used = columns.find(|used| used.to == Target::Seal(part));
            differs(used.map(|used| letters(used.at)));
        }
    }
}

/// Gives each line the name by which a second import knows it: what it is, and its day. Several may have the same.
fn name_lines(lines: &mut [Line<'_>]) {
    let mut names = Names::default();
    for line in lines {
        if let Some(name) = &line.reference {
            let day = line.fields.get(main_day(name));
            let alike = format!("{name} {}", day.map_or("", String::as_str));
            names.give(line, alike);
        }
    }
}

/// The names of the lines of one case.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// Names a line by what tells it from others, and within this sheet so that no other line has the name.
    pub(super) fn give(&mut self, line: &mut Line<'_>, alike: String) {
        let nth = self.0.entry(alike.clone()).or_default();
        *nth = nth.saturating_add(1);
        line.reference = Some(again(&alike, *nth));
        line.alike = Some(alike);
    }
}
