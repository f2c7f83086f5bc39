//! The cells of a table as a reader takes them in: sums before what they are made of, two dimensions crossed.

use std::collections::BTreeMap;

use super::{TOTAL, word};
use crate::app::view::{Cell, LedgerItem, Table};
use crate::domain::event::Above;
use crate::i18n::{Fill, Locale};
use crate::render::Output;
use crate::render::table::{Column, print};
use crate::render::text::width;

/// The most columns of a bar beside a number.
const BAR: u64 = 24;

/// Stands before a value, once for each of the sums above it that are printed.
const BELOW: &str = "·\u{a0}";

/// Marks a small number for the owner.
pub(in crate::render) const SMALL: &str = " !";

/// What is printed.
#[derive(Clone, Copy)]
pub(in crate::render) struct Face<'a> {
    pub unit: &'a str,
    pub dimensions: &'a [String],
    pub cells: &'a [Cell],
    /// The groups of the values of some dimensions, the largest first.
    pub above: &'a [(String, Above)],
}

impl<'a> From<&'a Table> for Face<'a> {
    fn from(table: &'a Table) -> Self {
        Self {
            unit: &table.unit,
            dimensions: &table.dimensions,
            cells: &table.cells,
            above: &table.above,
        }
    }
}

impl<'a> Face<'a> {
    /// The table of a release, where the ledger tells it.
    pub(super) fn of_left(item: &'a LedgerItem) -> Option<Self> {
        Some(Self {
            unit: &item.unit,
            dimensions: &item.dimensions,
            cells: item.table.as_ref()?,
            above: &item.above,
        })
    }

    /// One value of a dimension and the groups above it, the largest first; of a group itself it is the last.
    pub(in crate::render) fn path(&self, at: usize, code: &'a str) -> Vec<&'a str> {
        let name = self.dimensions.get(at);
        let all = self.above.iter().find(|(of, _)| Some(of) == name);
        let all = all.map_or(&[][..], |(_, all)| all.as_slice());
        let of = |(value, above): &'a (String, Vec<String>)| -> Option<Vec<&'a str>> {
            let above: Vec<&str> = above.iter().map(String::as_str).collect();
            if value == code {
                return Some([above.as_slice(), &[code]].concat());
            }
            let group = above.iter().position(|group| *group == code)?;
            Some(above.into_iter().take(group + 1).collect())
        };
        all.iter().find_map(of).unwrap_or_else(|| vec![code])
    }

    /// Whether a value is a group: a sum of others that are printed too.
    pub(in crate::render) fn is_sum(&self, at: usize, code: &str) -> bool {
        let name = self.dimensions.get(at);
        let of = self.above.iter().filter(|(of, _)| Some(of) == name);
        of.flat_map(|(_, all)| all)
            .any(|(_, above)| above.iter().any(|group| group == code))
    }

    /// The places of the dimensions that have groups.
    pub(super) fn grouped(&self) -> Vec<usize> {
        let places = self.dimensions.iter().enumerate();
        let has_some = |name: &String| self.above.iter().any(|(of, _)| of == name);
        let places = places.filter(|(_, name)| has_some(name));
        places.map(|(at, _)| at).collect()
    }

    /// For programs: whether this is a value, a group or the total, and the sum that it lies in, which the total has none of.
    pub(super) fn level(&self, at: usize, code: &'a str) -> [&'a str; 2] {
        if code == TOTAL {
            return [TOTAL, ""];
        }
        let level = if self.is_sum(at, code) {
            "group"
        } else {
            "value"
        };
        let sum = self.path(at, code).into_iter().rev().nth(1);
        [level, sum.unwrap_or(TOTAL)]
    }

    /// The values of a dimension: each sum before what it is made of, the margin last.
    pub(in crate::render) fn values(&self, at: usize) -> Vec<&'a str> {
        let mut values: Vec<&str> = Vec::new();
        for code in self.cells.iter().filter_map(|cell| cell.key.get(at)) {
            if !values.contains(&code.as_str()) {
                values.push(code);
            }
        }
        if !self.above.is_empty() {
            values.sort_by_cached_key(|code| self.path(at, code));
        }
        values.sort_by_key(|code| *code == TOTAL);
        values
    }

    /// The cells; of a table with sums in the order of its values.
    fn ordered(&self) -> Vec<&'a Cell> {
        let mut cells: Vec<&Cell> = self.cells.iter().collect();
        if !self.above.is_empty() {
            let values: Vec<Vec<&str>> = (0..self.dimensions.len())
                .map(|at| self.values(at))
                .collect();
            cells.sort_by_cached_key(|cell| {
                let places = values.iter().zip(&cell.key);
                let places = places.map(|(known, code)| known.iter().position(|one| one == code));
                places.collect::<Vec<_>>()
            });
        }
        cells
    }

    /// A value in words, moved in below the sums above it.
    fn word(&self, at: usize, code: &'a str, locale: &Locale) -> String {
        let dimension = self.dimensions.get(at).map_or(TOTAL, String::as_str);
        let above = self.path(at, code).len().saturating_sub(1);
        format!("{}{}", BELOW.repeat(above), word(locale, dimension, code))
    }

    fn name(&self, at: usize, locale: &Locale) -> String {
        let name = self.dimensions.get(at);
        name.map_or_else(String::new, |name| locale.code("dimension", name))
    }
}

/// For the screen: crossed where it is wide enough.
pub(super) fn on_screen(face: Face<'_>, out: &Output) -> String {
    let mut text = match face.dimensions {
        [_, _] => crossing(face, &out.locale),
        _ => lines(face, &out.locale),
    };
    let wide: usize = text.0.iter().map(|(name, _)| width(name) + 2).sum();
    if face.dimensions.len() == 2 && wide + 12 > out.width {
        text = lines(face, &out.locale);
    }
    let (mut head, mut rows) = text;
    in_columns(&head, &mut rows);
    if out.color && face.dimensions.len() == 1 {
        head.push((String::new(), Column::Words));
        for (row, bar) in rows.iter_mut().zip(bars(face)) {
            row.push(bar);
        }
    }
    print(out, "  ", &head, &rows)
}

/// As a reader takes it in: two dimensions crossed, any other number of them one line a cell.
pub(super) fn grid(face: Face<'_>, locale: &Locale) -> (Vec<String>, Vec<Vec<String>>) {
    let (head, lines) = match face.dimensions {
        [_, _] => crossing(face, locale),
        _ => lines(face, locale),
    };
    (head.into_iter().map(|(name, _)| name).collect(), lines)
}

type Lines = (Vec<(String, Column)>, Vec<Vec<String>>);

/// One line a cell: each value in words, then what is printed.
fn lines(face: Face<'_>, locale: &Locale) -> Lines {
    let wide = face.dimensions.len().max(1);
    let names = (0..wide).map(|at| (face.name(at, locale), Column::Words));
    let mut head: Vec<(String, Column)> = names.collect();
    head.push((locale.code("unit", face.unit), Column::Number));
    let row = |cell: &Cell| {
        let values = cell.key.iter().enumerate();
        let mut row: Vec<String> = values
            .map(|(at, value)| face.word(at, value, locale))
            .collect();
        row.push(printed(cell));
        row
    };
    (head, face.ordered().into_iter().map(row).collect())
}

/// One dimension down, the other across, both named in the corner, margins last.
fn crossing(face: Face<'_>, locale: &Locale) -> Lines {
    let mut shown: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for cell in face.cells {
        if let [row, column] = cell.key.as_slice() {
            shown.insert((row, column), printed(cell));
        }
    }
    let columns = face.values(1);
    let fills: [(&str, &dyn Fill); 2] = [
        ("down", &face.name(0, locale)),
        ("across", &face.name(1, locale)),
    ];
    let mut head = vec![(locale.say("stats-crossed", &fills), Column::Words)];
    let names = columns.iter().map(|column| face.word(1, column, locale));
    head.extend(names.map(|name| (name, Column::Number)));
    let line = |row: &str| {
        let mut line = vec![face.word(0, row, locale)];
        let cells = columns.iter().map(|column| shown.get(&(row, *column)));
        line.extend(cells.map(|cell| cell.cloned().unwrap_or_default()));
        line
    };
    (head, face.values(0).into_iter().map(line).collect())
}

/// Numbers stand one below the other: what marks a small one stands behind them.
fn in_columns(head: &[(String, Column)], rows: &mut [Vec<String>]) {
    for (at, (_, column)) in head.iter().enumerate() {
        let mut cells: Vec<&mut String> =
            rows.iter_mut().filter_map(|row| row.get_mut(at)).collect();
        if *column == Column::Number && cells.iter().any(|cell| cell.ends_with(SMALL)) {
            for cell in cells.iter_mut().filter(|cell| !cell.ends_with(SMALL)) {
                cell.push_str("  ");
            }
        }
    }
}

/// A bar beside each number, none beside a sum; what is withheld is of one length.
fn bars(face: Face<'_>) -> Vec<String> {
    let number = |cell: &Cell| -> Option<u64> {
        let shown = cell.shown.strip_suffix(SMALL).unwrap_or(&cell.shown);
        shown.parse().ok()
    };
    let is_sum = |cell: &Cell| {
        let mut parts = cell.key.iter().enumerate();
        parts.any(|(at, part)| part == TOTAL || face.is_sum(at, part))
    };
    let inner = face.cells.iter().filter(|cell| !is_sum(cell));
    let largest = inner.filter_map(number).max().unwrap_or(0).max(1);
    let bar = |cell: &Cell| match number(cell) {
        _ if is_sum(cell) => String::new(),
        Some(number) => {
            let columns = number.saturating_mul(BAR) / largest;
            "█".repeat(usize::try_from(columns).unwrap_or(0))
        }
        None => "░░░".to_owned(),
    };
    face.ordered().into_iter().map(bar).collect()
}

/// What a cell prints, with what readers can work out of it.
fn printed(cell: &Cell) -> String {
    match cell.interval {
        Some((least, Some(most))) => format!("{} ({least}-{most})", cell.shown),
        Some((least, None)) => format!("{} ({least}-)", cell.shown),
        None => cell.shown.clone(),
    }
}
