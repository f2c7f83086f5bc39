//! The map from a sheet's columns to fields of events: a TOML file that the program proposes and a person corrects.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use super::day::{Calendar, Numbers, Order, RealDays, Way, orders};
use super::target::{Place, Target};
use super::words::Head;
use super::{totals, words};
use crate::app::error::{AppError, MapFault, MapWrong};
use crate::app::fields::{self, Form};
use crate::base::sheet::{self, Reading, Sheet};

/// What a map says of itself.
pub(super) const SCHEMA: &str = "nansen.sheet-map/1";

/// What a person has still to say.
pub(super) const OPEN: &str = "?";

/// A map as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    schema: String,
    encoding: Option<String>,
    separator: Option<String>,
    sheet: Option<usize>,
    heading: usize,
    #[serde(default = "one")]
    heading_rows: usize,
    rows: Sort,
    /// Only what is new stands in it: what is not there has not changed.
    #[serde(default)]
    part: bool,
    key: Vec<String>,
    /// Where the keys come from: in another register the same key is another person's.
    register: Option<String>,
    totals: Option<Totals>,
    pivot: Option<Pivot>,
    #[serde(default)]
    fixed: BTreeMap<String, String>,
    #[serde(default)]
    on: BTreeMap<String, String>,
    #[serde(default)]
    column: Vec<Column>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Sort {
    /// A case with its events.
    Case,
    /// An application of a case with what followed from it: a case has as many rows as it has applications.
    Application,
    /// One event.
    Event,
}

/// What becomes of rows that look like totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Totals {
    /// They are, and are left out.
    Drop,
    /// They are cases.
    Case,
    /// Nobody has said it.
    #[serde(rename = "?")]
    Open,
}

/// Up to which year of two digits years are of this century.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Pivot {
    Year(i32),
    /// `?`, or what is no year.
    Word(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    at: String,
    heading: Option<String>,
    r#use: String,
    date: Option<Order>,
    calendar: Option<Calendar>,
    real_days: Option<RealDays>,
    numbers: Option<Numbers>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

/// How many rows headings take at most, as they are proposed.
pub(super) const DEEP: usize = 3;

const fn one() -> usize {
    1
}

/// A map that holds for a sheet.
#[derive(Debug)]
pub(super) struct Checked {
    pub sort: Sort,
    /// Which sheet of the file, from 1.
    pub sheet: usize,
    /// A row whose day was put right is not looked for: the sheet holds only newer ones.
    pub part: bool,
    /// The row below which the cases stand.
    pub heading: usize,
    pub key: Vec<usize>,
    /// Rows of totals, which are left out.
    pub totals: Vec<usize>,
    /// Of which register the keys are.
    pub register: Option<String>,
    pub fixed: Vec<(Place, String)>,
    pub on: BTreeMap<String, String>,
    pub columns: Vec<Used>,
    /// Columns in which something stands, and of which the map says that nothing is taken.
    pub left_out: Vec<usize>,
}

/// A column that is used.
#[derive(Debug)]
pub(super) struct Used {
    pub at: usize,
    pub to: Target,
    pub way: Way,
    pub values: BTreeMap<String, String>,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// [`AppError::Map`] with the line in which it is no such file.
    pub fn parse(text: &str) -> Result<Self, AppError> {
        let map: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map_or(1, |before| before.matches('\n').count().saturating_add(1));
            let twice = error.message().starts_with("duplicate key");
            let wrong = if twice {
                MapWrong::Twice
            } else {
                MapWrong::Toml
            };
            one_fault(format!("{line}"), wrong)
        })?;
        if map.schema != SCHEMA {
            return Err(one_fault(String::new(), MapWrong::Schema));
        }
        Ok(map)
    }

    /// How the file is to be read.
    pub fn reading(&self) -> Reading<'_> {
        let sign = self.separator.as_deref();
        Reading {
            encoding: self.encoding.as_deref().filter(|said| *said != OPEN),
            separator: sign.and_then(|sign| match sign {
                "tab" => Some(b'\t'),
                _ => sign.bytes().next().filter(u8::is_ascii_punctuation),
            }),
            sheet: self.sheet.unwrap_or(1),
        }
    }

    /// How many questions it leaves open: as many as an import of the sheet would name.
    pub(super) fn open(&self, sheet: &Sheet) -> usize {
        match self.check(sheet) {
            Err(AppError::Map(faults)) => {
                let open = faults.iter().filter(|fault| fault.wrong.is_open());
                open.count()
            }
            _ => 0,
        }
    }

    /// Checks it against a sheet.
    ///
    /// # Errors
    /// [`AppError::Map`] with all faults.
    pub(super) fn check(&self, sheet: &Sheet) -> Result<Checked, AppError> {
        let mut faults = Vec::new();
        let mut fault = |place: &str, wrong| {
            let fault = MapFault {
                place: place.to_owned(),
                wrong,
            };
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        };
        let unsaid = self.encoding.is_none() && !sheet.may_be.is_empty();
        if unsaid || self.encoding.as_deref() == Some(OPEN) {
            fault("encoding", MapWrong::Encoding);
        }
        let pivot = match &self.pivot {
            Some(Pivot::Year(year)) if (0..100).contains(year) => Some(*year),
            Some(Pivot::Word(word)) if word == OPEN => {
                fault("pivot", MapWrong::Century);
                None
            }
            Some(_) => {
                fault("pivot", MapWrong::Pivot);
                None
            }
            None => None,
        };
        let heads = parted(sheet, self.heading, self.heading_rows);
        let width = sheet.columns();
        let at = |name: &str| sheet::column(name).filter(|at| *at < width);
        let key: Vec<usize> = self.key.iter().filter_map(|name| at(name)).collect();
        if self.key.iter().any(|name| name == OPEN) || self.key.is_empty() {
            fault("key", MapWrong::Open);
        } else if key.len() != self.key.len() {
            fault("key", MapWrong::NoColumn);
        }
        match self.register.as_deref() {
            Some(OPEN) => fault("register", MapWrong::Open),
            Some(word) if !fields::is_word(word) => fault("register", MapWrong::Register),
            Some(_) | None => {}
        }
        let mut total = totals::rows(sheet, self.heading, &key);
        match self.totals {
            Some(Totals::Drop) => {}
            Some(Totals::Case) => total.clear(),
            Some(Totals::Open) | None => {
                if !total.is_empty() {
                    fault(&totals::named(&total), MapWrong::Totals);
                }
            }
        }
        let mut columns = Vec::new();
        for column in &self.column {
            let Some(place) = at(&column.at) else {
                // What stands there may be anything.
                let plain = (1..=3).contains(&column.at.len())
                    && column.at.bytes().all(|byte| byte.is_ascii_alphabetic());
                let name = if plain { &column.at } else { "column" };
                fault(name, MapWrong::NoColumn);
                continue;
            };
            let name = sheet::letters(place);
            if let Some(stems) = &column.heading {
                // By all that stands there, as earlier versions knew it, or by what it is read by now.
                let there = heads.get(place).map(|head| [head.whole(), head.meant()]);
                let there = there.unwrap_or_default();
                if there.iter().all(|it| is_moved(stems, it, &column.r#use)) {
                    fault(&name, MapWrong::Moved);
                }
            }
            if column.numbers == Some(Numbers::Open) && column.r#use != "drop" {
                fault(&name, MapWrong::Numbers);
            }
            let to = match column.r#use.as_str() {
                "drop" => continue,
                OPEN => {
                    fault(&name, MapWrong::Open);
                    if column.date == Some(Order::Open) {
                        fault(&name, MapWrong::Order);
                    }
                    if column.real_days == Some(RealDays::Open) {
                        fault(&name, MapWrong::RealDays);
                    }
                    if column.calendar == Some(Calendar::Open) {
                        fault(&name, MapWrong::Calendar);
                    }
                    continue;
                }
                text => {
                    let Some(to) = Target::parse(text, self.rows) else {
                        fault(&name, MapWrong::Use);
                        continue;
                    };
                    to
                }
            };
            let head = heads.get(place).map(Head::meant).unwrap_or_default();
            let free = to.is_free();
            if !matches!(to, Target::Seal(_)) && words::is_of_person(&head, &to.name(), free) {
                fault(&name, MapWrong::Personal);
            }
            if column.date == Some(Order::Open) {
                fault(&name, MapWrong::Order);
            }
            if column.calendar == Some(Calendar::Open) {
                fault(&name, MapWrong::Calendar);
            }
            let said = column.real_days.filter(|said| *said != RealDays::Open);
            if to.is_day() && (said.is_none() || column.date.is_none()) {
                let rows = sheet.rows.iter().filter(|row| row.number > self.heading);
                let rows = rows.filter(|row| !total.contains(&row.number));
                let found = orders(rows.filter_map(|row| row.cell(place)));
                if found.real && found.asked && said.is_none() {
                    fault(&name, MapWrong::RealDays);
                }
                // Once for the column, and not of each of its rows.
                if found.asked && column.date.is_none() {
                    fault(&name, MapWrong::Order);
                }
            }
            let mut values: BTreeMap<String, String> = BTreeMap::new();
            for (word, code) in &column.values {
                let earlier = values.insert(words::normal(word), code.clone());
                if earlier.is_some_and(|earlier| earlier != *code) {
                    fault(&name, MapWrong::WordTwice);
                }
            }
            if column.values.values().any(|code| code == OPEN) {
                fault(&name, MapWrong::Open);
            }
            columns.push(Used {
                at: place,
                to,
                way: Way {
                    order: column.date,
                    calendar: column.calendar,
                    pivot,
                    since_1904: sheet.since_1904,
                    real_days: column.real_days,
                    numbers: column.numbers,
                },
                values,
            });
        }
        let mut fixed = Vec::new();
        for (name, value) in &self.fixed {
            match Target::parse(name, Sort::Case) {
                _ if value == OPEN => fault(plain(name), MapWrong::Open),
                Some(Target::Field(place)) => {
                    let field = place.field.filter(|field| field.form != Form::On);
                    if field.is_some_and(|field| field.check(value, NaiveDate::MAX).is_err()) {
                        fault(plain(name), MapWrong::Fixed);
                    }
                    fixed.push((place, value.clone()));
                }
                _ => fault(plain(name), MapWrong::Use),
            }
        }
        for slot in self.on.keys().chain(self.on.values()) {
            if Place::slot(slot).is_none() {
                fault("on", MapWrong::Use);
            }
        }
        let held = held(sheet, self.heading);
        let said: BTreeSet<usize> = self.column.iter().filter_map(|it| at(&it.at)).collect();
        // What a map passes over nobody has chosen to leave out: it may have come into the sheet since.
        for place in held.difference(&said).filter(|at| !key.contains(at)) {
            fault(&sheet::letters(*place), MapWrong::Unsaid);
        }
        let dropped = self.column.iter().filter(|it| it.r#use == "drop");
        let dropped = dropped.filter_map(|it| at(&it.at));
        let left_out = dropped.filter(|at| held.contains(at) && !key.contains(at));
        let left_out: BTreeSet<usize> = left_out.collect();
        let types = columns
            .iter()
            .filter(|used| used.to == Target::Type)
            .count();
        if self.rows == Sort::Event && types != 1 {
            fault("type", MapWrong::Type);
        }
        if faults.is_empty() {
            Ok(Checked {
                sort: self.rows,
                sheet: self.reading().sheet,
                part: self.part,
                heading: self.heading,
                key,
                totals: total,
                register: self.register.as_deref().map(str::to_ascii_lowercase),
                fixed,
                on: self.on.clone(),
                columns,
                left_out: left_out.into_iter().collect(),
            })
        } else {
            Err(AppError::Map(faults))
        }
    }
}

/// Whether a column is another than the one of which a map has the beginnings of words. An earlier version of this program
/// knew a heading by others of its words than this one: they stand there still, and it is not for certain another field.
fn is_moved(stems: &str, there: &str, used: &str) -> bool {
    match words::read(there) {
        Some(reading) if reading.stems == stems => false,
        Some(reading) if words::fits(stems, there) => {
            let of = |name: &str| match Target::parse(name, Sort::Case) {
                Some(Target::Field(place)) => Some(format!("{}.{}", place.kind.name, place.name)),
                _ => None,
            };
            let (used, there) = (of(used), of(reading.target));
            reading.certain && used.is_some() && there.is_some() && used != there
        }
        Some(_) | None => true,
    }
}

/// The columns in which something stands below the headings.
fn held(sheet: &Sheet, heading: usize) -> BTreeSet<usize> {
    let mut held = BTreeSet::new();
    for row in sheet.rows.iter().filter(|row| row.number > heading) {
        let filled = row.cells.iter().enumerate();
        held.extend(filled.filter_map(|(at, cell)| cell.as_ref().map(|_| at)));
    }
    held
}

/// A name of ours, or nothing: what else stands there may be anything.
fn plain(name: &str) -> &str {
    match Target::parse(name, Sort::Case) {
        Some(_) => name,
        None => "fixed",
    }
}

fn one_fault(place: String, wrong: MapWrong) -> AppError {
    AppError::Map(vec![MapFault { place, wrong }])
}

/// What stands over each column, its own words apart from those that it shares with others.
pub(super) fn parted(sheet: &Sheet, last: usize, rows: usize) -> Vec<Head> {
    let whole = headings(sheet, last, rows);
    let lower: Vec<Vec<String>> = (1..=rows.min(DEEP))
        .map(|rows| headings(sheet, last, rows))
        .collect();
    let heads = whole.into_iter().enumerate().map(|(place, whole)| {
        let mut all = lower.iter().filter_map(|heads| heads.get(place));
        let own = all.find(|own| !own.is_empty()).unwrap_or(&whole);
        let group = whole.strip_suffix(own.as_str()).unwrap_or_default();
        Head {
            group: group.trim_end().to_owned(),
            own: own.clone(),
        }
    });
    heads.collect()
}

/// What stands over each column: the cells of the rows of headings, of which the upper ones reach to the next.
pub(super) fn headings(sheet: &Sheet, last: usize, rows: usize) -> Vec<String> {
    let mut heads = vec![String::new(); sheet.columns()];
    let first = last.saturating_sub(rows.saturating_sub(1));
    for row in sheet
        .rows
        .iter()
        .filter(|row| (first..=last).contains(&row.number))
    {
        let mut above = String::new();
        for (place, head) in heads.iter_mut().enumerate() {
            let own = row.cell(place).map(sheet::Cell::text).unwrap_or_default();
            if row.number == last || !own.is_empty() {
                above = own;
            }
            // A cell that was made one over both rows says it once.
            if !above.is_empty() && !head.ends_with(&above) {
                if !head.is_empty() {
                    head.push(' ');
                }
                head.push_str(&above);
            }
        }
    }
    heads
}
