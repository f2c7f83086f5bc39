//! A row into the lines that an import takes. What a cell said and could not be understood is named by its place alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::day::BadDay;
use super::map::{Checked, Sort, Used};
use super::target::{Place, Target, kind};
use super::{hour, key, sealing, words};
use crate::app::error::{CellWrong, LineFault, LineWrong};
use crate::app::fields::{CASE, Field, Fields, Form, Kind, LEAVE};
use crate::app::import::acts::ACTS;
use crate::app::import::line::{Absent, Line, Sort as LineSort};
use crate::base::sheet::{Cell, Row, letters};
use crate::domain::code::ApplicationKind;
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
    /// Events of which the rows could tell and do not; of rows that are faulty or of a part nothing is said so.
    pub absent: Vec<Absent>,
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

/// Reads one row after the other.
pub(super) struct Reader<'a> {
    pub map: &'a Checked,
    pub members: &'a BTreeSet<String>,
    pub today: NaiveDate,
}

impl Reader<'_> {
    /// The key in the form in which keys are compared.
    pub(super) fn key(&self, row: &Row) -> Option<Zeroizing<String>> {
        key::joined(row, &self.map.key, key::plain)
    }

    /// The key as it stands there.
    pub(super) fn written(&self, row: &Row) -> Option<Zeroizing<String>> {
        key::joined(row, &self.map.key, |text| Zeroizing::new(text.to_owned()))
    }

    pub(super) fn row(&self, row: &Row) -> Option<Brought> {
        let (key, written) = (self.key(row)?, self.written(row)?);
        let mut slots: BTreeMap<String, Slot> = BTreeMap::new();
        let mut person = Person::default();
        let (mut bad, mut hours) = (Vec::new(), BTreeSet::new());
        let mut known_words = BTreeSet::new();
        let event = self.event_of(row, &mut bad, &mut known_words);
        if let Some((kind, name)) = &event {
            // A row that says what it is is one, even where it says nothing else.
            slots.insert(name.clone(), Slot::new(kind, 1));
        }
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
                    // Of a decision, on an application of which kind it is.
                    let asked = name == "kind" && is_about(kind);
                    let from = if asked { "application" } else { slot };
                    let Some(place) = Place::parse(&format!("{from}.{name}")) else {
                        // This sort of event has no such field, and the cell is not blank.
                        bad.push(at(
                            row,
                            Some(letters(used.at)),
                            LineWrong::Cell(CellWrong::NoField),
                        ));
                        continue;
                    };
                    Place {
                        slot: slot.clone(),
                        ..place
                    }
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
        for slot in slots.values_mut().filter(|slot| is_about(slot.kind)) {
            let asked = slot.fields.remove("kind");
            let column = slot.columns.remove("kind");
            if let Some((asked, column)) = asked.zip(column) {
                slot.fields.entry("on".to_owned()).or_insert(asked);
                slot.columns.entry("on".to_owned()).or_insert(column);
            }
        }
        if self.map.sort != Sort::Event && slots.values().any(|slot| follows(slot.kind)) {
            let told = slots.values().any(|slot| slot.kind.name == "application");
            let dated = |(place, _): &&(Place, String)| {
                place.kind.name == "application" && place.field.is_some_and(|it| it.form.is_day())
            };
            match self.map.fixed.iter().find(dated).filter(|_| !told) {
                Some((place, _)) => {
                    let slot = Slot::new(place.kind, place.nth);
                    slots.insert(place.slot.clone(), slot);
                }
                None if !told && self.map.sort == Sort::Application => {
                    let all = self.map.columns.iter();
                    let mut own = all.filter(|used| match &used.to {
                        Target::Field(place) => {
                            place.kind.name == "application" && used.to.is_day()
                        }
                        _ => false,
                    });
                    let column = own.next().map(|used| letters(used.at));
                    bad.push(at(row, column, LineWrong::Cell(CellWrong::NoApplication)));
                }
                None => {}
            }
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
            alike: None,
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
        if self.map.sort != Sort::Event {
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
            absent: Vec::new(),
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
            Form::On => {
                let kinds: Vec<&str> = ApplicationKind::ALL.iter().map(|it| it.as_str()).collect();
                let called = key::plain(&text).to_ascii_uppercase();
                let kind = words::code(&kinds, &text).map(str::to_owned);
                kind.or_else(|| is_reference(&called).then_some(called))
                    .ok_or(CellWrong::Value)
            }
            _ => Ok(text.to_string()),
        }
    }
}

/// Whether something is about what an application brought.
fn follows(kind: &Kind) -> bool {
    matches!(kind.name, "decision" | "service" | "appeal")
}

/// Whether it is about an application and has no kind of its own.
fn is_about(kind: &Kind) -> bool {
    matches!(kind.name, "decision" | "service")
}

/// Whether it is what a case calls an entry: `A2`, `A2.1`, `M1`.
fn is_reference(text: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let digits = text.strip_prefix(['A', 'M']);
    digits.is_some_and(|digits| digits.splitn(2, '.').all(number))
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
