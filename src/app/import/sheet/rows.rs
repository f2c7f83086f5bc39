//! Rows into the lines that an import takes. What a cell said and could not be understood is named by its place alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::day::BadDay;
use super::map::{Checked, Place, Sort, Target, Used, kind};
use super::{hour, key, order, sealing, words};
use crate::app::error::{CellWrong, LineFault, LineWrong};
use crate::app::fields::{CASE, Field, Fields, Form, Kind, LEAVE};
use crate::app::import::acts::ACTS;
use crate::app::import::line::{Line, Sort as LineSort};
use crate::base::sheet::{Cell, Row, Sheet, letters};
use crate::vault::Person;

/// One case as rows tell it.
#[derive(Debug)]
pub(super) struct Brought {
    /// What the sheet calls it, in the form in which keys are compared; nobody is told.
    pub key: Zeroizing<String>,
    /// As it stands there: imports of old knew it by that.
    pub written: Zeroizing<String>,
    /// What people are told instead.
    pub label: String,
    pub opening: Line<'static>,
    pub lines: Vec<Line<'static>>,
    pub person: Person,
    /// Columns with hours beside days, where only the day has a place.
    pub hours: BTreeSet<usize>,
    /// Words that the map does not list and this program knows, each with its column.
    pub known_words: BTreeSet<(usize, String)>,
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

impl Slot {
    const fn new(kind: &'static Kind, nth: u32) -> Self {
        Self {
            kind,
            nth,
            fields: Fields::new(),
            columns: BTreeMap::new(),
        }
    }

    /// Takes in what a column says of a field; gives the column that says otherwise, where an earlier one does.
    fn put(&mut self, name: String, value: String, column: usize) -> Result<(), String> {
        let earlier = self.fields.get(&name).zip(self.columns.get(&name));
        match earlier {
            Some((said, other)) if *said != value => Err(other.clone()),
            Some(_) => Ok(()),
            None => {
                self.columns.insert(name.clone(), letters(column));
                self.fields.insert(name, value);
                Ok(())
            }
        }
    }
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

    fn case(&self, rows: &[u32]) -> Option<Brought> {
        let rows = rows.iter().filter_map(|nth| usize::try_from(*nth).ok());
        let rows = rows.filter_map(|nth| self.sheet.rows.get(nth));
        let mut told = rows.filter_map(|row| self.read.row(row));
        let mut whole = told.next()?;
        for mut later in told {
            self.agree(&mut whole, &mut later);
            whole.lines.append(&mut later.lines);
            whole.bad.append(&mut later.bad);
            whole.hours.append(&mut later.hours);
            whole.known_words.append(&mut later.known_words);
            whole.person.and_then(std::mem::take(&mut later.person));
        }
        name_lines(&mut whole, self.read.map);
        if self.read.map.sort == Sort::Event {
            order::by_day(&mut whole.lines);
        }
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
pub(super) fn main_day(kind: &str) -> &'static str {
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
    today: NaiveDate,
}

impl Reader<'_> {
    /// The key in the form in which keys are compared.
    fn key(&self, row: &Row) -> Option<Zeroizing<String>> {
        key::joined(row, &self.map.key, key::plain)
    }

    /// The key as it stands there.
    fn written(&self, row: &Row) -> Option<Zeroizing<String>> {
        key::joined(row, &self.map.key, |text| Zeroizing::new(text.to_owned()))
    }

    fn row(&self, row: &Row) -> Option<Brought> {
        let (key, written) = (self.key(row)?, self.written(row)?);
        let mut slots: BTreeMap<String, Slot> = BTreeMap::new();
        let mut person = Person::default();
        let (mut bad, mut hours) = (Vec::new(), BTreeSet::new());
        let mut known_words = BTreeSet::new();
        let event = self.event_of(row, &mut bad, &mut known_words);
        for used in &self.map.columns {
            let Some(cell) = row.cell(used.at) else {
                continue;
            };
            let place = match &used.to {
                Target::Seal(part) => {
                    if let Err(wrong) =
                        sealing::seal(&mut person, *part, row, used, self.map, self.today)
                    {
                        bad.push(at(row, Some(letters(used.at)), wrong));
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
            let beside = hour::beside(cell).filter(|_| used.to.is_day());
            let text = Zeroizing::new(cell.text());
            let of_map = used.values.get(&words::normal(&text));
            let value = match (unreadable(cell), of_map) {
                (Err(wrong), _) => Err(wrong),
                // What the map says may be of several fields; what a cell says is of its own.
                (Ok(()), Some(said)) => Ok(pairs(&place.name, said)),
                (Ok(()), None) => match (self.value(cell, &place, used), known(&place, &text)) {
                    (Err(CellWrong::Value), Some(said)) => {
                        known_words.insert((used.at, words::normal(&text)));
                        Ok(said)
                    }
                    (said, _) => said.map(|said| vec![(place.name.clone(), said)]),
                },
            };
            let value = match value {
                Ok(value) => value,
                Err(wrong) => {
                    bad.push(at(row, Some(letters(used.at)), LineWrong::Cell(wrong)));
                    continue;
                }
            };
            if value.iter().all(|(_, said)| said.is_empty()) {
                continue;
            }
            let slot = slots.entry(place.slot.clone());
            let slot = slot.or_insert_with(|| Slot::new(place.kind, place.nth));
            let hour = beside.map(|hour| ("at".to_owned(), hour));
            if hour.is_some() && !place.has_hour() {
                hours.insert(used.at);
            }
            let hour = hour.filter(|_| place.has_hour());
            for (name, value) in value.into_iter().chain(hour) {
                if let Err(other) = slot.put(name, value, used.at) {
                    let wrong = LineWrong::Apart { other };
                    bad.push(at(row, Some(letters(used.at)), wrong));
                }
            }
        }
        if let Some((kind, name)) = event {
            // A row that says what it is is one, even where it says nothing else.
            slots.entry(name).or_insert_with(|| Slot::new(kind, 1));
        }
        for (place, value) in &self.map.fixed {
            let slot = if *place.kind == CASE {
                let slot = slots.entry(place.slot.clone());
                Some(slot.or_insert_with(|| Slot::new(place.kind, place.nth)))
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
        Some(Brought {
            key,
            written,
            hours,
            known_words,
            ..self.brought(row, slots, person, bad)
        })
    }

    fn brought(
        &self,
        row: &Row,
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
            blank: BTreeMap::new(),
        };
        let mut opening = None;
        let mut lines: Vec<(u32, u8, Line<'static>)> = Vec::new();
        for (name, slot) in slots {
            if *slot.kind == CASE {
                opening = Some(line(LineSort::Case, None, slot));
                continue;
            }
            let (sort, rank) = match slot.kind.name {
                "application" => (LineSort::Event(slot.kind), 0),
                "decision" => (LineSort::Event(slot.kind), 1),
                "service" => (LineSort::Event(slot.kind), 2),
                "appeal" => (LineSort::Event(slot.kind), 3),
                "deadline" => (LineSort::Deadline, 8),
                "deadline-act" => (LineSort::Act, 9),
                "deadline-told" => (LineSort::Told, 9),
                // What a row tells is of the first person.
                "person" => (LineSort::Person, 10),
                "link" => (LineSort::Link, 10),
                "close" => (LineSort::Close, 11),
                "reopening" => (LineSort::Reopening, 12),
                _ => (LineSort::Event(slot.kind), 4),
            };
            // Deadlines and the end come after everything, whichever of its kind the rest is.
            let nth = if rank > 7 { u32::MAX } else { slot.nth };
            lines.push((nth, rank, line(sort, Some(name), slot)));
        }
        if self.map.sort == Sort::Case {
            lines.sort_by_key(|(nth, rank, _)| (*nth, *rank));
        }
        let nothing = || Slot::new(&CASE, 1);
        Brought {
            key: Zeroizing::default(),
            written: Zeroizing::default(),
            label: row.number.to_string(),
            opening: opening.unwrap_or_else(|| line(LineSort::Case, None, nothing())),
            lines: lines.into_iter().map(|(_, _, line)| line).collect(),
            person,
            hours: BTreeSet::new(),
            known_words: BTreeSet::new(),
            bad,
        }
    }

    /// What a row says it is.
    fn event_of(
        &self,
        row: &Row,
        bad: &mut Vec<LineFault>,
        known_words: &mut BTreeSet<(usize, String)>,
    ) -> Option<(&'static Kind, String)> {
        let used = self
            .map
            .columns
            .iter()
            .find(|used| used.to == Target::Type)?;
        let cell = row.cell(used.at)?;
        if let Err(wrong) = unreadable(cell) {
            bad.push(at(row, Some(letters(used.at)), LineWrong::Cell(wrong)));
            return None;
        }
        let text = Zeroizing::new(cell.text());
        let word = words::normal(&text);
        let own = used.values.get(&word).cloned();
        let own = own.or_else(|| {
            let known = words::value("type", &text).filter(|_| kind(&word).is_none())?;
            known_words.insert((used.at, word.clone()));
            Some(known.to_owned())
        });
        let name = own.unwrap_or(word);
        if name.is_empty() || name == "drop" {
            return None;
        }
        let found = kind(&name).filter(|kind| **kind != CASE);
        if found.is_none() {
            let wrong = if name == LEAVE.name {
                CellWrong::NoRow
            } else {
                CellWrong::Value
            };
            bad.push(at(row, Some(letters(used.at)), LineWrong::Cell(wrong)));
        }
        found.map(|kind| (kind, name))
    }

    /// What a cell says in a field, as somebody would have typed it; nothing where it says so.
    fn value(&self, cell: &Cell, place: &Place, used: &Used) -> Result<String, CellWrong> {
        let text = Zeroizing::new(cell.text());
        let form = place.field.map_or(Form::Word, |field| field.form);
        match (place.kind.name, place.name.as_str()) {
            ("deadline-act", "act") => {
                let known = words::code(ACTS, &text);
                return known.map(str::to_owned).ok_or(CellWrong::Value);
            }
            ("deadline-act", "until") => return used.way.read(cell).map_err(CellWrong::from),
            // As the other case is known.
            ("link", "to") => {
                let key = key::within(self.map.register.as_deref(), &key::plain(&text));
                return Ok(key.to_string());
            }
            _ => {}
        }
        if place.name == "worker" || form == Form::Alias {
            // A colleague's name has the form of an alias.
            return if self.members.contains(text.as_str()) || text.as_str() == "nobody" {
                Ok(text.to_string())
            } else {
                Err(CellWrong::Member)
            };
        }
        match form {
            Form::Past | Form::Date | Form::PastDay | Form::Day => {
                used.way.read(cell).map_err(CellWrong::from)
            }
            Form::Year => {
                let day = used.way.birth(cell, self.today);
                let day = day.map_err(CellWrong::from)?;
                Ok(day.get(..4).unwrap_or_default().to_owned())
            }
            Form::Code(codes) => {
                let known = words::code(codes, &text);
                known.map(str::to_owned).ok_or(CellWrong::Value)
            }
            Form::Codes(_) if words::normal(&text) == "none" => Ok("none".to_owned()),
            Form::Codes(codes) => {
                let each = text.split(',').map(|one| words::code(codes, one));
                let known: Option<Vec<&str>> = each.collect();
                known.map(|all| all.join(",")).ok_or(CellWrong::Value)
            }
            Form::Origin | Form::Jurisdiction | Form::Country | Form::Language => place
                .field
                .filter(|field| field.check(&text, NaiveDate::MAX).is_ok())
                .map(|_| text.to_string())
                .ok_or(CellWrong::Value),
            Form::Hour => Ok(hour::read(cell).unwrap_or_else(|| text.to_string())),
            Form::On => Err(CellWrong::NoField),
            _ => Ok(text.to_string()),
        }
    }
}

/// What a word says in a field that the map does not list: where it is one thing alone, and the event can say that.
fn known(place: &Place, text: &str) -> Option<Vec<(String, String)>> {
    let said = pairs(&place.name, words::value(&place.name, text)?);
    let fits = |(name, value): &(String, String)| {
        let mut fields = place.kind.fields.iter();
        let field = fields.find(|field| field.name == name);
        let fits = |field: &Field| field.check(value, NaiveDate::MAX).is_ok();
        value.is_empty() || field.is_some_and(fits)
    };
    said.iter().all(fits).then_some(said)
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

/// What a cell does not say at all.
pub(super) const fn unreadable(cell: &Cell) -> Result<(), CellWrong> {
    match cell {
        Cell::Bad => Err(CellWrong::Bad),
        Cell::Unreckoned => Err(CellWrong::Unreckoned),
        Cell::Text(_) | Cell::Number(_) | Cell::Day(_) | Cell::Moment(_) | Cell::Hour(_) => Ok(()),
    }
}

pub(super) fn at(row: &Row, column: Option<String>, wrong: LineWrong) -> LineFault {
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
            BadDay::Swapped => Self::Swapped,
            BadDay::Unreckoned => Self::Unreckoned,
            BadDay::Future => Self::Future,
        }
    }
}
