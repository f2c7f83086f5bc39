//! `stats`: `show` counts for the owner, `release` lets a table leave that may, `ledger` and `verify` say what left.

mod add;
mod anew;
mod anonymous;
mod asks;
mod crowd;
mod ground;
mod groups;
mod implied;
mod instead;
mod lacking;
mod ledger;
mod offers;
mod past;
mod printed;
mod propose;
mod protect;
mod rates;
mod ready;
mod release;
mod rows;
mod shape;
mod snapshot;
mod standing;
mod terms;
#[cfg(test)]
mod tests;
mod things;
mod threshold;
mod timed;
mod times;
mod whom;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::own::bands;
use crate::app::session::Session;
use crate::app::view::{self, Cell, Consents, Count};
use crate::disclosure::{self, Atom, TOTAL, Table};
use crate::domain::event::Step;
use crate::domain::own::Declared;
use crate::domain::same::Whom;

use standing::Standing;

pub(super) use add::{is_taken_back, take_back};
pub use anonymous::{Instead, ListInstead, ListQuery, NAMES as LIST_COLUMNS, NoList, Risk};
pub(super) use propose::all_waiting;

pub use groups::{Grouping, Groups, values};
pub use rates::{BadRate, Rate};
pub use ready::{READY, ready};
pub use release::Protect;
pub use shape::Shape;
pub use threshold::How;

/// What is counted.
pub const UNITS: &[&str] = &["persons", "cases", "applications", "decisions"];

/// By what it is counted.
pub const DIMENSIONS: &[&str] = &[
    "protection",
    "protection_now",
    "outcome",
    "kind",
    "origin",
    "region",
    "jurisdiction",
    "sex",
    "age_band",
    "year",
    "quarter",
    "period",
    "office",
    "basis",
    "instance",
    "state",
    "result",
    "order",
    "expires",
    "decision",
    "final",
];

/// A question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// One of [`UNITS`].
    pub unit: String,
    /// Some of [`DIMENSIONS`], or `field:NAME` of a field of the office's own.
    pub by: Vec<String>,
    /// Values admitted, by dimension.
    pub filters: Vec<(String, Vec<String>)>,
    /// First and last year.
    pub period: Option<(i32, i32)>,
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// How long it took from lodging to the first decision.
    pub median: bool,
    /// Shares of what the table shows.
    pub rates: Vec<Rate>,
    /// Numbers of fields each by itself, as in tables of before they were counted in bands.
    pub exact: bool,
    /// The option that stood for unit, dimensions and conditions (`--shape`, `--ready`), where one did.
    pub word: Option<&'static str>,
}

impl Session<'_> {
    /// True numbers, for the store's owner.
    ///
    /// # Errors
    /// A unit, a dimension or groups that are none.
    pub fn stats_show(&self, query: &Query, groups: &Groups) -> Result<view::Table, AppError> {
        let declared = Declared::of(&self.store.office_events()?);
        let now = find::cases(&self.store, None)?;
        let cases = match query.as_of {
            Some(_) => find::cases(&self.store, query.as_of)?,
            None => now.clone(),
        };
        let standing = Standing::of(&now, Rc::new(cases), query.as_of);
        let (cases, counted) = (&standing.cases, &standing.counted);
        let offices = || {
            let opened = cases.iter().filter_map(|case| case.opened.as_ref());
            opened.filter_map(|opened| opened.office.clone()).collect()
        };
        let query = past::checked(query, &declared, offices)?;
        let day = self.day(query.as_of);
        let count = |asked: &Query| past::count(&standing, &declared, asked, day);
        let query = &rates::placed(&query, &declared, groups, count)?;
        let found = past::count(&standing, &declared, query, day);
        let groups = groups.of(&query.by, &rows::of_found(&query.by, &found))?;
        let spans = times::told(&found, query, (&[], &Whom::default()), &|_| true);
        let timed = timed::true_numbers(&found);
        let atoms: Vec<Atom> = found.into_iter().map(atom).collect();
        let above = groups.iter().map(|(name, above)| {
            let above = above.iter().cloned().collect();
            (name.clone(), above)
        });
        let above: Vec<_> = above.collect();
        let table = Table::grouped(&query.unit, "", &query.by, &above, &atoms);
        let cells = true_cells(&table);
        let counts = table.cells.iter();
        let counts = counts
            .map(|(key, count)| (key.clone(), count.value))
            .collect();
        let mut note_steps = vec![note("note-not-for-release")];
        if table.cells.values().any(disclosure::Count::is_small) {
            note_steps.push(note("note-small"));
        }
        note_steps.extend(meanings(&query.unit, &query.by, &query.filters));
        let true_number = |n: u64| Count {
            value: Some(n),
            shown: n.to_string(),
        };
        let consent = Consents {
            never_asked: true_number(counted.never_asked),
            left_out: true_number(counted.left_out),
        };
        let handed_over = true_number(counted.handed_over);
        let mut shown = shown(
            (table.unit, table.dimensions),
            cells,
            (consent, handed_over),
            note_steps,
            None,
        );
        shown.as_of = query.as_of;
        shown.groups = printed::groups(&groups);
        shown.above = groups;
        shown.rates = rates::of_counts(&query.rates, &shown.dimensions, &shown.groups, &counts);
        shown.times = times::shown(&spans, &timed, &query.by);
        shown.day = day;
        asked(&mut shown, query);
        for dimension in lacking::dimensions(&query.filters, query.period) {
            let question = lacking::question(query, &dimension);
            let found = past::count(&standing, &declared, &question, day);
            let many = u64::try_from(lacking::many(&found, &dimension)).unwrap_or(u64::MAX);
            shown.unknown.insert(dimension, true_number(many));
        }
        if is_of_ever(&query.by) {
            let now = Query {
                by: vec![NOW.to_owned()],
                ..query.clone()
            };
            let found = past::count(&standing, &declared, &now, day);
            let atoms = found.into_iter().map(atom).collect::<Vec<_>>();
            shown.protection_now = true_cells(&Table::count(&now.unit, "", &now.by, &atoms));
        }
        Ok(shown)
    }
}

/// The dimension that tells who still has what was granted.
const NOW: &str = "protection_now";

/// Whether a table tells what was ever granted, and not beside it who still has it.
fn is_of_ever(by: &[String]) -> bool {
    let has = |name: &str| by.iter().any(|own| own == name);
    has("protection") && !has(NOW)
}

fn atom(one: past::Found) -> Atom {
    Atom {
        key: one.key,
        person: one.who,
        source: one.source,
    }
}

/// The cells of a table with their true numbers, small ones marked.
fn true_cells(table: &Table) -> Vec<Cell> {
    let cell = |(key, count): (&Vec<String>, &disclosure::Count)| Cell {
        key: key.clone(),
        value: Some(count.value),
        shown: format!(
            "{}{}",
            count.value,
            if count.is_small() { " !" } else { "" }
        ),
        why: None,
        interval: None,
    };
    table.cells.iter().map(cell).collect()
}

/// The order of cells: by key, bands of numbers by their size, margins last.
fn margins_last(cell: &Cell) -> Vec<(bool, i64, String)> {
    let place = |part: &String| {
        let size = bands::least(part).unwrap_or(i64::MAX);
        (part == TOTAL, size, part.clone())
    };
    cell.key.iter().map(place).collect()
}

/// What was asked, for readers.
fn asked(table: &mut view::Table, query: &Query) {
    table.filters = terms::filters(&query.filters);
    table.period = query.period.map(years);
}

/// From a year to another, or the one.
fn years((from, to): (i32, i32)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}

/// How many there are in all, and of how many nothing is recorded in a dimension: as the cells print it.
fn margins(dimensions: &[String], cells: &[Cell]) -> (Count, BTreeMap<String, Count>) {
    let count = |cell: &Cell| Count {
        value: cell.value,
        shown: cell
            .value
            .map_or_else(|| cell.shown.clone(), |value| value.to_string()),
    };
    let is_total = |cell: &&Cell| cell.key.iter().all(|part| part == TOTAL);
    let nobody = || Count {
        value: Some(0),
        shown: "0".to_owned(),
    };
    let population = cells.iter().find(is_total).map_or_else(nobody, count);
    let mut unknown = BTreeMap::new();
    for (at, dimension) in dimensions.iter().enumerate() {
        let is_lacking = |part: &str| terms::is_unknown(dimension, part);
        let mut of_line = cells.iter().filter_map(|cell| {
            let mut others = cell
                .key
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != at);
            let own = cell
                .key
                .get(at)
                .filter(|_| others.all(|(_, part)| part == TOTAL));
            own.map(|part| (part, cell))
        });
        let lacking = of_line.find(|(part, _)| values(part).iter().any(|one| is_lacking(one)));
        if let Some((part, cell)) = lacking {
            // Where they count as one with others, how many they are is not said.
            let many = if is_lacking(part) {
                count(cell)
            } else {
                untold()
            };
            unknown.insert(dimension.clone(), many);
        }
    }
    (population, unknown)
}

/// Of how many nothing is said.
fn untold() -> Count {
    Count {
        value: None,
        shown: "x".to_owned(),
    }
}

fn note(text: &str) -> Step {
    Step {
        text: text.to_owned(),
        args: BTreeMap::new(),
        date: None,
    }
}

/// Every dimension that a question names, by which it counts or by which it leaves out.
fn named<'a>(
    by: &'a [String],
    filters: &'a [(String, Vec<String>)],
) -> impl Iterator<Item = &'a String> {
    by.iter().chain(filters.iter().map(|(name, _)| name))
}

/// What years and kinds of application are where a table is by them, or asks for some: readers take the one for the year of
/// whatever is counted, and the other for what was granted.
fn meanings(unit: &str, by: &[String], filters: &[(String, Vec<String>)]) -> Vec<Step> {
    let named: Vec<&str> = named(by, filters).map(String::as_str).collect();
    let mut notes = Vec::new();
    if ["year", "quarter", "period"]
        .iter()
        .any(|name| named.contains(name))
    {
        let mut step = note("note-years");
        step.args.insert("unit".to_owned(), unit.to_owned());
        notes.push(step);
    }
    if named.contains(&"kind") {
        notes.push(note("note-kind"));
    }
    notes
}

/// Who is in no table: by what they said, and because another office counts them.
type LeftOut = (Consents, Count);

fn known(what: &'static str, given: &str, known: &[&'static str]) -> Result<(), AppError> {
    if known.contains(&given) {
        return Ok(());
    }
    let known = known.iter().map(|known| (*known).to_owned()).collect();
    Err(AppError::UnknownTerm { what, known })
}

fn shown(
    (unit, dimensions): (String, Vec<String>),
    mut cells: Vec<Cell>,
    (consent, handed_over): LeftOut,
    mut note_steps: Vec<Step>,
    released_to: Option<String>,
) -> view::Table {
    let mut told = note(match consent.never_asked.shown.as_str() {
        "more_than_half" => "note-consent-most",
        "half_or_fewer" => "note-consent-fewer",
        _ => "note-consent",
    });
    for (name, number) in [("never", &consent.never_asked), ("out", &consent.left_out)] {
        told.args.insert(name.to_owned(), number.shown.clone());
    }
    note_steps.push(told);
    let mut told = note("note-handed-over");
    let number = handed_over.shown.clone();
    told.args.insert("count".to_owned(), number);
    note_steps.push(told);
    cells.sort_by_key(margins_last);
    let (population, unknown) = margins(&dimensions, &cells);
    view::Table {
        schema: "nansen.table/1",
        releasable: released_to.is_some(),
        consent,
        handed_over,
        unit,
        dimensions,
        release: None,
        threshold: None,
        as_of: None,
        period: None,
        filters: BTreeMap::new(),
        population,
        unknown,
        rounded: None,
        groups: BTreeMap::new(),
        above: Vec::new(),
        check: None,
        cells,
        protection_now: Vec::new(),
        rates: Vec::new(),
        times: Vec::new(),
        notes: Vec::new(),
        note_steps,
        note_cells: BTreeMap::new(),
        proposed: false,
        trial: false,
        released_to,
        day: NaiveDate::default(),
    }
}
