//! `import --plan`: proposes a map for a sheet, and says what would come of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::claim::Claim;
use super::day::{Order, orders};
use super::map::{Map, OPEN, Sort, parted};
use super::target::{Sealed, Target};
use super::words::{Head, Reading};
use super::written::{order_word, write};
use super::{claim, doubt, key, keys, own, sex, top, totals, words};
use crate::app::error::AppError;
use crate::app::fields::{Form, KINDS, Need};
use crate::app::session::Session;
use crate::app::view::{PlannedColumn, PlannedEvent, SheetPlan};
use crate::base::guard;
use crate::base::sheet::{Cell, Row, Sheet, letters};
use crate::i18n::countries;

/// How many rows are named where something is not known.
const NAMED: usize = 5;

/// A proposed map, and what is told of it.
#[derive(Debug)]
pub struct Plan {
    /// For people and programs.
    pub shown: SheetPlan,
    /// The map; it holds no word of the sheet that is not one of ours.
    pub map: String,
}

/// What is proposed for one column.
pub(super) struct Proposed {
    pub(super) at: usize,
    /// The beginnings of words by which its heading is known.
    pub(super) stems: Option<&'static str>,
    pub(super) to: String,
    pub(super) why: &'static str,
    pub(super) date: Option<Order>,
    /// Years of two digits.
    pub(super) short: bool,
    /// Years of another calendar.
    pub(super) other: bool,
    /// Words of the cells that are words of ours.
    pub(super) values: BTreeMap<String, &'static str>,
    pub(super) unknown: usize,
    pub(super) rows: Vec<usize>,
    /// Real days beside texts whose order has to be said.
    pub(super) mixed: bool,
    /// Numbers without a date's format, that are no years.
    pub(super) numbers: bool,
    /// Codes of countries that its cells hold, with the names of those.
    pub(super) countries: BTreeMap<String, &'static str>,
    /// Formulas whose result the file does not hold, and the first rows with such.
    pub(super) unreckoned: usize,
    pub(super) unreckoned_rows: Vec<usize>,
    /// What it could be, where a person must say which.
    pub(super) choices: Vec<String>,
    /// Something stands in it, and nobody knows what: it is neither taken nor left out before a person says so.
    pub(super) unexplained: bool,
    /// Its heading speaks of somebody else than the person whose case it is.
    pub(super) of_another: bool,
}

/// Proposes a map, by the headings in the row that somebody `said` or that looks like it; with a store it asks of which register the keys are where an earlier sheet had the same.
///
/// # Errors
/// [`AppError::NoHeading`] where no row looks like one; [`AppError::OwnColumns`] where it needs no map. The store.
pub fn plan(
    sheet: &Sheet,
    said: Option<usize>,
    store: Option<&Session<'_>>,
) -> Result<Plan, AppError> {
    if own::has_own_columns(sheet) {
        return Err(AppError::OwnColumns);
    }
    let (heading, heading_rows) = top::heading_of(sheet, said).ok_or(AppError::NoHeading)?;
    let parted = parted(sheet, heading, heading_rows);
    let heads: Vec<String> = parted.iter().map(Head::whole).collect();
    let others: Vec<bool> = heads
        .iter()
        .map(|head| words::is_of_another(head))
        .collect();
    let readings = words::readings(&parted);
    // What is said of a spouse or a child is nothing of the person whose case it is.
    let mine = readings.iter().cloned().zip(&others);
    let known: Vec<_> = mine
        .map(|(reading, other)| reading.filter(|_| !other))
        .collect();
    let is_sure = |target: &str| {
        let sure = known.iter().flatten().filter(|reading| reading.certain);
        sure.clone().any(|reading| reading.target == target)
    };
    let sort = if is_sure("type") && is_sure("event.date") {
        Sort::Event
    } else {
        Sort::Case
    };
    let below = sheet.rows.iter().filter(|row| row.number > heading);
    let rows = below.clone().count();
    let without = |total: &[usize]| -> Vec<&Row> {
        let counted = below.clone().filter(|row| !total.contains(&row.number));
        counted.collect()
    };
    let named = keys::named(&known);
    let body = without(&totals::rows(sheet, heading, &named));
    let keys = keys::keys(named, &known, &body, sort);
    let at = &keys.at;
    let total_rows = totals::rows(sheet, heading, at);
    let body = without(&total_rows);
    let cells: Vec<Vec<(usize, &Cell)>> = (0..heads.len())
        .map(|place| {
            let filled = body
                .iter()
                .filter_map(|row| Some((row.number, row.cell(place)?)));
            filled.collect()
        })
        .collect();
    let claims = claim::claims(&heads, &known, &cells, sort);
    let has = |target: &str| claims.iter().any(|claim| claim.sure() == Some(target));
    let mut columns = Vec::new();
    for (place, ((head, claim), cells)) in heads.iter().zip(&claims).zip(&cells).enumerate() {
        let reading = readings.get(place).and_then(Option::as_ref);
        // What nobody knows and nothing stands in is nothing; once something stands there, the import asks.
        if cells.is_empty() && (reading.is_none() || matches!(claim, Claim::Maybe(_))) {
            continue;
        }
        // What counts the rows is nothing but perhaps the key.
        let is_key = at.contains(&place) || keys.left_out.contains(&place);
        let other = others.get(place) == Some(&true);
        let mine = known.get(place).and_then(Option::as_ref);
        let choices = if is_key || other || counts_rows(cells) || cells.is_empty() {
            Vec::new()
        } else {
            doubt::choices(claim, mine, sort, &has, cells, words::is_elsewhere(head))
        };
        let to = match claim {
            Claim::Sure(to) => to.clone(),
            Claim::Maybe(_) => choices.first().cloned().unwrap_or_default(),
            Claim::None => String::new(),
        };
        let to = if to.is_empty() { "drop".to_owned() } else { to };
        let mut column = propose(place, reading, head, to, sort, cells);
        if other && !is_key {
            doubt::of_another(&mut column, cells);
        } else if !is_key
            && (!choices.is_empty() || column.to == "drop")
            && !cells.is_empty()
            && !counts_rows(cells)
        {
            column.unexplained = choices.is_empty();
            column.choices = choices;
            column.why = "seal note";
            OPEN.clone_into(&mut column.to);
        }
        columns.push(column);
    }
    let short = columns.iter().any(|column| column.short);
    let (mut numbers, mut repeated_rows) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for row in &body {
        let Some(key) = key::joined(row, at, key::plain).filter(|_| !at.is_empty()) else {
            continue;
        };
        if !seen.insert(*blake3::hash(key.as_bytes()).as_bytes()) {
            repeated_rows.push(row.number);
        }
        numbers.push(key);
    }
    if sort == Sort::Event {
        repeated_rows.clear();
    }
    let running = key::is_running(numbers.iter());
    let registers = match store {
        Some(store) => store.registers_with(&numbers)?,
        None => BTreeSet::new(),
    };
    let asks_register = running || !registers.is_empty();
    let mut events = events(&columns, &body);
    if sort != Sort::Event {
        // A row without a key is no case, and one whose key an earlier row has no other.
        let count = if at.is_empty() {
            body.len()
        } else {
            seen.len()
        };
        let event = "case".to_owned();
        let place = events.partition_point(|one| one.event < event);
        events.insert(place, PlannedEvent { event, count });
    }
    let fixed = fixed(&columns, &events, sort);
    let map = write(
        sheet,
        heading,
        heading_rows,
        sort,
        &keys,
        asks_register.then_some(&registers),
        &total_rows,
        short,
        &fixed,
        &columns,
    );
    // What the import waits for, as it counts.
    let open = Map::parse(&map)?.open(sheet);
    let shown = SheetPlan {
        schema: "nansen.sheet-plan/1",
        rows,
        heading,
        heading_rows,
        sheet: sheet.number,
        sheets: sheet.sheets,
        formulas: sheet.formulas,
        comments: sheet.comments,
        encoding: sheet.encoding.filter(|_| sheet.may_be.is_empty()),
        encodings: sheet.may_be.clone(),
        hidden_rows: sheet.hidden_rows,
        total_rows,
        repeated_rows,
        open,
        items: columns
            .into_iter()
            .map(|column| PlannedColumn {
                at: letters(column.at),
                r#use: if !column.choices.is_empty() {
                    format!("{OPEN} {}", column.choices.join(", "))
                } else if column.to == OPEN {
                    format!("{OPEN} {}", column.why)
                } else {
                    column.to
                },
                date: column.date.map(|order| order_word(order).to_owned()),
                other_calendar: column.other,
                unknown: column.unknown,
                unknown_rows: column.rows,
                real_days_too: column.mixed,
                numbers: column.numbers,
                unreckoned: column.unreckoned,
                unreckoned_rows: column.unreckoned_rows,
            })
            .collect(),
        events,
    };
    Ok(Plan { shown, map })
}

/// What is proposed for one column, by its heading and its cells.
fn propose(
    at: usize,
    reading: Option<&Reading>,
    head: &str,
    to: String,
    sort: Sort,
    cells: &[(usize, &Cell)],
) -> Proposed {
    let mut column = Proposed {
        at,
        stems: reading.map(|reading| reading.stems),
        to,
        why: "",
        date: None,
        short: false,
        other: false,
        values: BTreeMap::new(),
        unknown: 0,
        rows: Vec::new(),
        mixed: false,
        numbers: false,
        countries: BTreeMap::new(),
        unreckoned: 0,
        unreckoned_rows: Vec::new(),
        choices: Vec::new(),
        unexplained: false,
        of_another: false,
    };
    let unreckoned = cells.iter().filter(|(_, cell)| **cell == Cell::Unreckoned);
    column.unreckoned = unreckoned.clone().count();
    column.unreckoned_rows = unreckoned.map(|(row, _)| *row).take(NAMED).collect();
    let sealed = match column.to.as_str() {
        "seal names" => "seal names",
        "seal telephone" => "seal telephone",
        "seal address" => "seal address",
        "seal born" => "seal born",
        "seal documents" => "seal documents",
        "seal file_numbers" => "seal file_numbers",
        "seal note" => "seal note",
        "drop" if looks_personal(cells) => "seal note",
        _ => "",
    };
    let target = Target::parse(
        if sealed.is_empty() {
            &column.to
        } else {
            sealed
        },
        sort,
    );
    if !sealed.is_empty() {
        column.why = sealed;
        OPEN.clone_into(&mut column.to);
    }
    if target.as_ref().is_some_and(Target::is_day) {
        let found = orders(cells.iter().map(|(_, cell)| *cell));
        // Of a birth it is known: it has come.
        column.short = found.short_years && target != Some(Target::Seal(Sealed::Born));
        column.other = found.other_calendar;
        column.mixed = found.real && found.asked;
        column.numbers = found.numbers;
        column.date = found.asked.then_some(found.order);
        return column;
    }
    let field = match &target {
        Some(Target::Type) => "type",
        Some(Target::Event(name)) => name.as_str(),
        Some(Target::Field(place)) => match place.field.map(|field| field.form) {
            Some(Form::Code(_) | Form::Codes(_) | Form::Origin | Form::Alias) => {
                place.name.as_str()
            }
            _ if matches!(place.name.as_str(), "worker" | "office") => place.name.as_str(),
            _ => return column,
        },
        _ => return column,
    };
    // What a decision on an appeal says has codes of its own.
    let of_appeal = field == "outcome" && reading.is_some_and(|reading| reading.of_appeal);
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    for (row, cell) in cells {
        let Cell::Text(text) = cell else { continue };
        let code = words::value(field, text);
        // A court that grants protection itself, and one that sends the case back for it, are called alike.
        let code = code.filter(|code| !(of_appeal && code.starts_with("outcome=granted")));
        let of_appeal = of_appeal
            .then(|| words::on_appeal(code.unwrap_or(&words::normal(text))))
            .flatten();
        if let Some(code) = of_appeal.or(code) {
            column.values.insert(words::normal(text), code);
            continue;
        }
        let known = match &target {
            Some(Target::Field(place)) => match place.field.map(|field| field.form) {
                Some(Form::Code(codes)) => words::code(codes, text).is_some(),
                Some(Form::Codes(codes)) => {
                    text.split(',').all(|one| words::code(codes, one).is_some())
                }
                Some(Form::Origin) => place
                    .field
                    .is_some_and(|field| field.check(text, NaiveDate::MAX).is_ok()),
                _ => false,
            },
            Some(Target::Type) => super::target::kind(&words::normal(text)).is_some(),
            Some(Target::Event(name)) => KINDS.iter().flat_map(|kind| kind.fields).any(|field| {
                let codes = match field.form {
                    Form::Code(codes) | Form::Codes(codes) => codes,
                    _ => &[],
                };
                field.name == name && words::code(codes, text).is_some()
            }),
            _ => false,
        };
        if field == "origin"
            && let Some((code, name)) = country(text)
        {
            column.countries.insert(code, name);
        }
        if !known {
            unknown.entry(words::normal(text)).or_insert(*row);
        }
    }
    if field == "sex" {
        let texts = cells.iter().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(words::normal(text)),
            _ => None,
        });
        sex::letters(head, &texts.collect(), &mut column.values);
        unknown.retain(|word, _| !column.values.contains_key(word));
    }
    column.unknown = unknown.len();
    let mut rows: Vec<usize> = unknown.values().copied().collect();
    rows.sort_unstable();
    rows.dedup();
    rows.truncate(NAMED);
    column.rows = rows;
    for (mut text, _) in unknown {
        zeroize::Zeroize::zeroize(&mut text);
    }
    column
}

/// The country that a text is the code of.
fn country(text: &str) -> Option<(String, &'static str)> {
    let code = text.to_ascii_uppercase();
    let (_, name) = countries().find(|(known, _)| *known == code)?;
    Some((code, name))
}

/// Whether they are 1, 2, 3 and so on: what counts the rows says nothing of a case.
fn counts_rows(cells: &[(usize, &Cell)]) -> bool {
    let counts =
        |(nth, (_, cell)): (usize, &(usize, &Cell))| *key::plain(&cell.text()) == nth.to_string();
    cells.len() > 2 && (1..).zip(cells).all(counts)
}

/// Whether the cells of a column that nobody knows may be names or numbers of persons.
fn looks_personal(cells: &[(usize, &Cell)]) -> bool {
    let texts = || {
        cells.iter().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let distinct: BTreeSet<&str> = texts().collect();
    let many = distinct.len() * 2 > texts().count() && distinct.len() > 2;
    let long = |text: &str| {
        text.chars().filter(char::is_ascii_digit).count() > 5 || text.split_whitespace().count() > 1
    };
    let numbers = cells
        .iter()
        .any(|(_, cell)| matches!(cell, Cell::Number(n) if *n > 99_999.0));
    numbers
        || (many && distinct.iter().any(|text| long(text)))
        || texts()
            .take(200)
            .any(|text| !guard::findings(text).is_empty())
}

/// What no column says and each event needs.
fn fixed(
    columns: &[Proposed],
    events: &[PlannedEvent],
    sort: Sort,
) -> Vec<(String, &'static str, String)> {
    let has = |name: &str| {
        // Only what a column is likeliest to be.
        let may = |column: &Proposed| column.choices.first().is_some_and(|choice| choice == name);
        columns
            .iter()
            .any(|column| column.to == name || may(column))
    };
    let mut fixed = Vec::new();
    if !has("case.jurisdiction") {
        fixed.push((
            "case.jurisdiction".to_owned(),
            OPEN,
            "whose law: ru, fr, de …".to_owned(),
        ));
    }
    if !has("case.origin") {
        fixed.push((
            "case.origin".to_owned(),
            "unknown",
            "no column says it".to_owned(),
        ));
    }
    if sort == Sort::Event {
        // What a row is needs a kind, and no column of the sheet may say it.
        for kind in events
            .iter()
            .filter_map(|one| super::target::kind(&one.event))
        {
            for field in kind.fields.iter().filter(|it| it.need == Need::Required) {
                if let Form::Code(codes) = field.form
                    && !has(&format!("event.{}", field.name))
                {
                    let name = format!("{}.{}", kind.name, field.name);
                    fixed.push((name, OPEN, codes.join(", ")));
                }
            }
        }
        return fixed;
    }
    let slots: BTreeSet<&str> = columns
        .iter()
        .filter_map(|column| column.to.split_once('.'))
        .map(|it| it.0)
        .collect();
    for slot in slots {
        let Some(kind) = super::target::kind(slot.split('#').next().unwrap_or_default()) else {
            continue;
        };
        if slot == "case" {
            continue;
        }
        if kind.name == "deadline" {
            let all = crate::app::fields::acts().join(", ");
            fixed.push((format!("{slot}.what"), OPEN, all));
        }
        for field in kind
            .fields
            .iter()
            .filter(|field| field.need == Need::Required)
        {
            let name = format!("{slot}.{}", field.name);
            if !has(&name) {
                let codes = match field.form {
                    Form::Code(codes) | Form::Codes(codes) => codes.join(", "),
                    _ => String::new(),
                };
                fixed.push((name, OPEN, codes));
            }
        }
    }
    fixed
}

/// How many of each event the rows hold.
fn events(columns: &[Proposed], body: &[&Row]) -> Vec<PlannedEvent> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in body {
        let mut here: BTreeSet<&str> = BTreeSet::new();
        for column in columns {
            let Some(cell) = row.cell(column.at) else {
                continue;
            };
            if column.to == "type" {
                let text = cell.text();
                let code =
                    words::value("type", &text).map_or_else(|| words::normal(&text), str::to_owned);
                if let Some(kind) = super::target::kind(&code) {
                    here.insert(kind.name);
                }
            } else if let Some((slot, _)) = column
                .to
                .split_once('.')
                .filter(|it| it.0 != "event" && it.0 != "case")
            {
                let nothing = matches!(cell, Cell::Text(text) if words::value("outcome", text).is_some_and(str::is_empty));
                if !nothing {
                    here.insert(slot);
                }
            }
        }
        for slot in here {
            *counts.entry(slot.to_owned()).or_default() += 1;
        }
    }
    let all = counts.into_iter();
    all.map(|(event, count)| PlannedEvent { event, count })
        .collect()
}
