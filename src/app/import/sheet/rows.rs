//! Rows into the lines that an import takes. What a cell said and could not be understood is named by its place alone.

use std::collections::{BTreeMap, BTreeSet};

use zeroize::Zeroizing;

use super::day::BadDay;
use super::map::{Checked, Place, Sealed, Sort, Target, Used, kind};
use super::words;
use crate::app::error::{CellWrong, LineFault, LineWrong};
use crate::app::fields::{CASE, CLOSE, DEADLINE, Fields, Form, Kind};
use crate::app::import::line::{Line, Sort as LineSort};
use crate::base::sheet::{Cell, Row, Sheet, letters};
use crate::vault::Person;

/// One case as rows tell it.
#[derive(Debug)]
pub(super) struct Brought {
    /// What the sheet calls it; nobody is told.
    pub key: Zeroizing<String>,
    /// What people are told instead.
    pub label: String,
    pub opening: Line<'static>,
    pub lines: Vec<Line<'static>>,
    pub person: Person,
    /// Faults that keep some of it out.
    pub bad: Vec<LineFault>,
}

/// One event of a row.
struct Slot {
    kind: &'static Kind,
    nth: u32,
    fields: Fields,
    columns: BTreeMap<String, String>,
}

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
        bad: &mut Vec<LineFault>,
    ) -> Self {
        let read = Reader { map, members };
        let mut places: BTreeMap<[u8; 32], usize> = BTreeMap::new();
        let mut rows: Vec<Vec<u32>> = Vec::new();
        for (nth, row) in (0_u32..).zip(&sheet.rows) {
            if row.number <= map.heading {
                continue;
            }
            let key = read.key(row);
            let mark = key.map(|key| *blake3::hash(key.as_bytes()).as_bytes());
            let known = mark.and_then(|mark| places.get(&mark).copied());
            match (mark, known.and_then(|place| rows.get_mut(place))) {
                (Some(mark), None) => {
                    places.insert(mark, rows.len());
                    rows.push(vec![nth]);
                }
                (Some(_), Some(earlier)) if map.sort != Sort::Case => earlier.push(nth),
                _ => {
                    let column = map.key.first().map(|at| letters(*at));
                    bad.push(at(row, column, LineWrong::Case));
                }
            }
        }
        Self { sheet, read, rows }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// One after the other.
    pub(super) fn each(&self) -> impl Iterator<Item = Brought> {
        self.rows.iter().filter_map(|rows| self.case(rows))
    }

    fn case(&self, rows: &[u32]) -> Option<Brought> {
        let rows = rows.iter().filter_map(|nth| usize::try_from(*nth).ok());
        let rows = rows.filter_map(|nth| self.sheet.rows.get(nth));
        let mut told = rows.filter_map(|row| Some(self.read.row(row, &self.read.key(row)?)));
        let mut whole = told.next()?;
        for mut later in told {
            for (name, value) in std::mem::take(&mut later.opening.fields) {
                whole.opening.fields.entry(name).or_insert(value);
            }
            whole.lines.append(&mut later.lines);
            whole.bad.append(&mut later.bad);
            whole.person.and_then(std::mem::take(&mut later.person));
        }
        name_lines(&mut whole, self.read.map);
        Some(whole)
    }
}

/// Gives each line the name by which a second import knows it: what it is, and where a row is one event also its day.
fn name_lines(brought: &mut Brought, map: &Checked) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for line in &mut brought.lines {
        let Some(name) = &mut line.reference else {
            continue;
        };
        if map.sort == Sort::Event {
            let day = main_day(name);
            let day = line.fields.get(day).cloned().unwrap_or_default();
            *name = format!("{name} {day}");
        }
        let nth = seen.entry(name.clone()).or_default();
        *nth += 1;
        if *nth > 1 {
            *name = format!("{name} {nth}");
        }
    }
}

/// The field that is an event's own day.
fn main_day(kind: &str) -> &'static str {
    match kind {
        "application" | "appeal" | "filing" => "lodged",
        "decision" => "decided",
        "service" => "notified",
        "deadline" | "task" => "due",
        _ => "date",
    }
}

struct Reader<'a> {
    map: &'a Checked,
    members: &'a BTreeSet<String>,
}

impl Reader<'_> {
    fn key(&self, row: &Row) -> Option<Zeroizing<String>> {
        let mut key = Zeroizing::new(String::new());
        for (nth, place) in self.map.key.iter().enumerate() {
            if nth > 0 {
                key.push('\u{1f}');
            }
            key.push_str(&Zeroizing::new(row.cell(*place)?.text()));
        }
        Some(key)
    }

    fn row(&self, row: &Row, key: &str) -> Brought {
        let mut slots: BTreeMap<String, Slot> = BTreeMap::new();
        let mut person = Person::default();
        let mut bad = Vec::new();
        let event = self.event_of(row, &mut bad);
        for used in &self.map.columns {
            let Some(cell) = row.cell(used.at) else {
                continue;
            };
            let place = match &used.to {
                Target::Seal(part) => {
                    if seal(&mut person, *part, cell, used).is_err() {
                        bad.push(at(
                            row,
                            Some(letters(used.at)),
                            LineWrong::Cell(CellWrong::Day),
                        ));
                    }
                    continue;
                }
                Target::Type => continue,
                Target::Field(place) => place.clone(),
                Target::Event(name) => {
                    let Some((kind, slot)) = &event else { continue };
                    let name = if name == "date" { main_day(slot) } else { name };
                    let Some(place) = Place::parse(&format!("{slot}.{name}")) else {
                        // This sort of event has no such field, and the cell is not blank.
                        bad.push(at(
                            row,
                            Some(letters(used.at)),
                            LineWrong::Cell(CellWrong::NoField),
                        ));
                        continue;
                    };
                    debug_assert_eq!(place.kind, *kind);
                    place
                }
            };
            let value = match self.value(cell, &place, used) {
                Ok(value) => value,
                Err(wrong) => {
                    bad.push(at(row, Some(letters(used.at)), LineWrong::Cell(wrong)));
                    continue;
                }
            };
            if value.is_empty() {
                continue;
            }
            let slot = slots.entry(place.slot.clone()).or_insert_with(|| Slot {
                kind: place.kind,
                nth: place.nth,
                fields: Fields::new(),
                columns: BTreeMap::new(),
            });
            for (name, value) in pairs(&place.name, &value) {
                slot.columns.insert(name.clone(), letters(used.at));
                slot.fields.insert(name, value);
            }
        }
        if let Some((kind, name)) = event {
            // A row that says what it is is one, even where it says nothing else.
            slots.entry(name).or_insert_with(|| Slot {
                kind,
                nth: 1,
                fields: Fields::new(),
                columns: BTreeMap::new(),
            });
        }
        for (place, value) in &self.map.fixed {
            let slot = if *place.kind == CASE {
                Some(slots.entry(place.slot.clone()).or_insert_with(|| Slot {
                    kind: place.kind,
                    nth: place.nth,
                    fields: Fields::new(),
                    columns: BTreeMap::new(),
                }))
            } else {
                slots.get_mut(&place.slot)
            };
            if let Some(slot) = slot {
                slot.fields
                    .entry(place.name.clone())
                    .or_insert_with(|| value.clone());
            }
        }
        for (from, to) in &self.map.on {
            if slots.contains_key(to)
                && let Some(slot) = slots.get_mut(from)
            {
                slot.fields.insert("on".to_owned(), to.clone());
            }
        }
        self.brought(row, key, slots, person, bad)
    }

    fn brought(
        &self,
        row: &Row,
        key: &str,
        slots: BTreeMap<String, Slot>,
        person: Person,
        bad: Vec<LineFault>,
    ) -> Brought {
        let line = |sort, reference: Option<String>, slot: Slot| Line {
            number: row.number,
            text: "",
            reference,
            case: String::new(),
            person: None,
            sort,
            fields: slot.fields,
            columns: Some(slot.columns),
        };
        let mut opening = None;
        let mut lines: Vec<(u32, u8, Line<'static>)> = Vec::new();
        for (name, slot) in slots {
            if *slot.kind == CASE {
                opening = Some(line(LineSort::Case, None, slot));
                continue;
            }
            let (sort, rank) = if *slot.kind == CLOSE {
                (LineSort::Close, 9)
            } else if *slot.kind == DEADLINE {
                (LineSort::Deadline, 8)
            } else {
                let rank = match slot.kind.name {
                    "application" => 0,
                    "decision" => 1,
                    "service" => 2,
                    "appeal" => 3,
                    _ => 4,
                };
                (LineSort::Event(slot.kind), rank)
            };
            // Deadlines and the end come after everything, whichever of its kind the rest is.
            let nth = if rank > 7 { u32::MAX } else { slot.nth };
            lines.push((nth, rank, line(sort, Some(name), slot)));
        }
        if self.map.sort == Sort::Case {
            lines.sort_by_key(|(nth, rank, _)| (*nth, *rank));
        }
        let nothing = || Slot {
            kind: &CASE,
            nth: 1,
            fields: Fields::new(),
            columns: BTreeMap::new(),
        };
        Brought {
            key: Zeroizing::new(key.to_owned()),
            label: row.number.to_string(),
            opening: opening.unwrap_or_else(|| line(LineSort::Case, None, nothing())),
            lines: lines.into_iter().map(|(_, _, line)| line).collect(),
            person,
            bad,
        }
    }

    /// What a row says it is.
    fn event_of(&self, row: &Row, bad: &mut Vec<LineFault>) -> Option<(&'static Kind, String)> {
        let used = self
            .map
            .columns
            .iter()
            .find(|used| used.to == Target::Type)?;
        let cell = row.cell(used.at)?;
        let text = Zeroizing::new(cell.text());
        let own = used.values.get(&words::normal(&text)).cloned();
        let name = own.unwrap_or_else(|| words::normal(&text));
        if name.is_empty() || name == "drop" {
            return None;
        }
        let found = kind(&name).filter(|kind| **kind != CASE);
        if found.is_none() {
            bad.push(at(
                row,
                Some(letters(used.at)),
                LineWrong::Cell(CellWrong::Value),
            ));
        }
        found.map(|kind| (kind, name))
    }

    /// What a cell says in a field, as somebody would have typed it; nothing where it says so.
    fn value(&self, cell: &Cell, place: &Place, used: &Used) -> Result<String, CellWrong> {
        if *cell == Cell::Bad {
            return Err(CellWrong::Bad);
        }
        let text = Zeroizing::new(cell.text());
        if let Some(code) = used.values.get(&words::normal(&text)) {
            return Ok(code.clone());
        }
        let form = place.field.map_or(Form::Word, |field| field.form);
        if place.name == "worker" || form == Form::Alias {
            // A colleague's name has the form of an alias.
            return if self.members.contains(text.as_str()) {
                Ok(text.to_string())
            } else {
                Err(CellWrong::Value)
            };
        }
        match form {
            Form::Past | Form::Date | Form::PastDay | Form::Day => {
                used.way.read(cell).map_err(CellWrong::from)
            }
            Form::Year => {
                let day = used.way.read(cell).map_err(CellWrong::from)?;
                Ok(day.get(..4).unwrap_or_default().to_owned())
            }
            Form::Code(codes) | Form::Codes(codes) => {
                let small = words::normal(&text);
                codes
                    .contains(&small.as_str())
                    .then_some(small)
                    .ok_or(CellWrong::Value)
            }
            Form::Origin | Form::Jurisdiction | Form::Country | Form::Language
                if text.len() != 2 =>
            {
                Err(CellWrong::Value)
            }
            Form::On => Err(CellWrong::NoField),
            _ => Ok(text.to_string()),
        }
    }
}

/// `outcome=granted protection=temporary_asylum` says several fields at once.
fn pairs(name: &str, value: &str) -> Vec<(String, String)> {
    let parts: Option<Vec<(String, String)>> = value
        .split(' ')
        .map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.to_owned(), value.to_owned()))
        })
        .collect();
    parts.unwrap_or_else(|| vec![(name.to_owned(), value.to_owned())])
}

/// Takes a cell into the sealed identity.
fn seal(person: &mut Person, part: Sealed, cell: &Cell, used: &Used) -> Result<(), BadDay> {
    match part {
        Sealed::Names => match person.names.first_mut() {
            // Surname and first name stand in columns of their own.
            Some(name) => {
                let more = Zeroizing::new(cell.text());
                let mut whole = String::with_capacity(name.len() + 1 + more.len());
                whole.push_str(name);
                whole.push(' ');
                whole.push_str(&more);
                zeroize::Zeroize::zeroize(name);
                *name = whole;
            }
            None => person.names.push(cell.text()),
        },
        Sealed::Born => person.born = Some(used.way.read(cell)?),
        Sealed::Telephone => person.telephone.push(cell.text()),
        Sealed::Address => person.address = Some(cell.text()),
        Sealed::Documents => person.documents.push(cell.text()),
        Sealed::FileNumbers => person.file_numbers.push(cell.text()),
        Sealed::Note => {
            let mut more = Person::default();
            more.note = Some(cell.text());
            person.and_then(more);
        }
    }
    Ok(())
}

fn at(row: &Row, column: Option<String>, wrong: LineWrong) -> LineFault {
    LineFault {
        line: row.number,
        wrong: LineWrong::Row {
            column,
            wrong: Box::new(wrong),
        },
    }
}

impl From<BadDay> for CellWrong {
    fn from(bad: BadDay) -> Self {
        match bad {
            BadDay::None => Self::Day,
            BadDay::Order => Self::Order,
            BadDay::Pivot => Self::Pivot,
            BadDay::Calendar => Self::Calendar,
        }
    }
}
