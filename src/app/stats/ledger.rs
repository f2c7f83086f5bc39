//! What left before: its tables made again from the history, for the check of new ones, for `ledger` and for `verify`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::add::{back, is_taken_back};
use super::anew::instead;
use super::crowd::of_left;
use super::past::{Found, Past, sizes};
use super::propose::{all_waiting, shown};
use super::protect::{axis, combined, digest, protected};
use super::release::SECONDS;
use super::rows::Rows;
use super::{Query, anonymous, asks, margins_last, terms, threshold, timed};
use crate::app::error::AppError;
use crate::app::session::{Session, is_erased_since};
use crate::app::view::{Cell, Ledger, LedgerItem, TakenBack, Together, Waiting};
use crate::disclosure::TOTAL;
use crate::disclosure::ledger::{Crowd, Place, Sheet, together, told};
use crate::disclosure::model::{Domain, Marker, Printed, Shape};
use crate::disclosure::proof::Why;
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::{Entry, Event, TableAsked, TableLeft, TableReleased};

/// The state of a table that was entered by mistake.
const TAKEN_BACK: &str = "taken_back";

/// A table that left: as it was printed, and who was in it.
#[derive(Clone)]
pub(super) struct Earlier {
    /// Its place in the history.
    pub place: u64,
    pub left: TableLeft,
    pub sheet: Sheet,
    /// Who is found in it by the history as it stood.
    pub found: Vec<Found>,
    /// It says how many have a known time, and stands for what was told of times.
    pub is_of_times: bool,
    /// What it tells by itself of numbers that it withholds, where others published it.
    pub told: Vec<(Vec<String>, Domain)>,
}

/// All tables that left, each once, in the order in which they did.
pub(super) fn earlier(past: &Past) -> Result<Vec<Earlier>, AppError> {
    let mut all: Vec<Earlier> = Vec::new();
    for (place, left) in standing(&past.office) {
        if all.iter().any(|one| one.left.number == left.number) {
            continue;
        }
        let mut found = found_of(past, &left, Some(place));
        let more = instead(past, &left, place, &found, || found_of(past, &left, None));
        found.extend(more);
        let sheet = sheet(&left).ok_or(AppError::LedgerDamaged)?;
        let sheet = sheet.asking(asks::of_left(&left));
        let told = told_of(&left, &sheet);
        let one = Earlier {
            place,
            left,
            sheet,
            found,
            is_of_times: false,
            told,
        };
        let of_times = timed::earlier(&one);
        all.push(one);
        all.extend(of_times);
    }
    Ok(all)
}

/// What a table that others published tells by itself of numbers that it withholds. What left from here was proved to tell nothing.
fn told_of(left: &TableLeft, sheet: &Sheet) -> Vec<(Vec<String>, Domain)> {
    if !left.added {
        return Vec::new();
    }
    let mut crowd = Crowd::new(Vec::new(), sheet.clone());
    for (key, many) in &left.counts {
        let Some(cell) = sheet.shape().find(key) else {
            continue;
        };
        for _ in 0..*many {
            crowd.stranger(Place {
                sheet: 0,
                cell,
                times: 1,
            });
        }
    }
    told(&crowd, &Simplex, &mut Budget::seconds(SECONDS))
}

/// As [`releases`], without the tables that were entered by mistake and taken back.
pub(super) fn standing(office: &[Event]) -> Vec<(u64, TableLeft)> {
    let stands = |place: u64| {
        let mut of_place = office.iter().filter(|event| event.lamport == place);
        !of_place.any(|event| is_taken_back(office, event.id))
    };
    let mut all = releases(office);
    all.retain(|(place, left)| !left.added || stands(*place));
    all
}

/// Each release with its place in the history.
pub(super) fn releases(office: &[Event]) -> Vec<(u64, TableLeft)> {
    let mut all = Vec::new();
    for event in office {
        let left = match &event.payload.entry {
            Entry::TableLeft(left) => left.clone(),
            Entry::TableReleased(old) => of_old(old, event, all.len()),
            _ => continue,
        };
        all.push((event.lamport, left));
    }
    all
}

/// The next number of a year.
pub(super) fn next_number(office: &[Event], year: i32) -> String {
    let of_year = format!("R{year}-");
    let numbers = office
        .iter()
        .filter_map(|event| match &event.payload.entry {
            Entry::TableLeft(left) => Some(&left.number),
            Entry::TableProposed(proposed) => Some(&proposed.number),
            _ => None,
        });
    let last = numbers
        .filter_map(|number| number.strip_prefix(&of_year)?.parse::<u32>().ok())
        .max();
    format!("{of_year}{:03}", last.unwrap_or(0) + 1)
}

/// A release as the program wrote it before it knew markers: all its numbers were shown.
fn of_old(old: &TableReleased, event: &Event, before: usize) -> TableLeft {
    let mut parts = old.query.split('|');
    let mut part = || parts.next().unwrap_or_default();
    let list = |text: &str| -> Vec<String> {
        let some = text.split(',').filter(|one| !one.is_empty());
        some.map(str::to_owned).collect()
    };
    let (unit, by) = (part().to_owned(), list(part()));
    let filters = part().split(';').filter_map(|one| one.split_once('='));
    let filters = filters.map(|(name, values)| (name.to_owned(), list(values)));
    let filters = filters.collect();
    let period = part().split_once('-');
    let period = period.and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    let numbers = old.cells.iter().filter_map(|(key, n)| Some((key, (*n)?)));
    let cells: BTreeMap<Vec<String>, String> = numbers
        .clone()
        .map(|(key, n)| (key.clone(), n.to_string()))
        .collect();
    let is_inner = |key: &[String]| by.is_empty() || key.iter().all(|part| part != TOTAL);
    let counts = numbers.filter(|(key, _)| is_inner(key));
    let inner = |key: &[String]| {
        if by.is_empty() {
            Vec::new()
        } else {
            key.to_vec()
        }
    };
    let counts = counts.map(|(key, n)| (inner(key), n)).collect();
    TableLeft {
        number: format!("old-{}", before + 1),
        to: old.to.clone(),
        purpose: None,
        day: event.payload.at.date_naive(),
        because: None,
        counts,
        digest: old.digest.clone(),
        times: Vec::new(),
        ids: None,
        timed: Vec::new(),
        pairwise: false,
        added: false,
        proposed_by: None,
        approved: None,
        cells: cells.into_iter().collect(),
        asked: TableAsked {
            unit,
            by,
            filters,
            period,
            threshold: 5,
            ..TableAsked::default()
        },
    }
}

/// The question of a release.
pub(super) fn query(asked: &TableAsked) -> Query {
    Query {
        unit: asked.unit.clone(),
        by: asked.by.clone(),
        filters: asked.filters.clone(),
        period: asked.period,
        as_of: asked.as_of,
        median: asked.median,
        rates: Vec::new(),
        exact: !asked.bands,
        word: None,
    }
}

/// Who is in a table by the history as it stood at a place of it; now, where none is named.
fn found_of(past: &Past, left: &TableLeft, place: Option<u64>) -> Vec<Found> {
    let day = left.asked.as_of.unwrap_or(left.day);
    let of = |count: &dyn Fn(&Query) -> Vec<Found>| {
        if left.asked.list.is_some() {
            anonymous::found(&left.asked, count)
        } else {
            combined(count(&query(&left.asked)), &left.asked)
        }
    };
    let found = of(&|query| past.found(query, day, place));
    let differs = |_: &u64| past.has_moved() && sizes(&found) != held(left);
    let Some(place) = place.filter(differs) else {
        return found;
    };
    let as_of_old = of(&|query| past.found_as_of_old(query, day, place));
    if sizes(&as_of_old) == held(left) {
        as_of_old
    } else {
        found
    }
}

/// How many were in each cell that somebody was in.
fn held(left: &TableLeft) -> BTreeMap<Vec<String>, u64> {
    let counts = left.counts.iter().filter(|(_, many)| *many > 0);
    counts.cloned().collect()
}

/// The rows of a printed table.
fn rows(left: &TableLeft) -> Rows {
    let of = |(at, name): (usize, &String)| {
        let codes = left.cells.iter().filter_map(|(key, _)| key.get(at));
        let groups = left.asked.groups.iter().filter(|(of, _)| of == name);
        let groups: BTreeSet<&String> = groups
            .flat_map(|(_, codes)| codes.iter().flat_map(|(_, above)| above))
            .collect();
        let inner = codes.filter(|code| *code != TOTAL && !groups.contains(code));
        inner.cloned().collect()
    };
    left.asked.by.iter().enumerate().map(of).collect()
}

/// The cells of a table that left, or of a list, for readers.
fn printed(left: &TableLeft) -> Vec<Cell> {
    let asked = &left.asked;
    let cell = |(key, shown): &(Vec<String>, String)| {
        let read = Printed::read(shown, asked.threshold, asked.rounded);
        let why = match read.map(|printed| printed.marker) {
            // What was rounded was shown nowhere, whatever was decided.
            _ if asked.show.contains(key) && !asked.rounded => Some(Why::Override),
            Some(Marker::Few) => Some(Why::Small),
            Some(Marker::Held) => Some(Why::Complementary),
            Some(Marker::Line) => Some(Why::Line),
            Some(Marker::Rounded) => Some(Why::Rounded),
            Some(Marker::Shown) | None => None,
        };
        Cell {
            key: key.clone(),
            value: shown.parse().ok(),
            shown: shown.clone(),
            why: why.map(|why| why.code().to_owned()),
            interval: None,
        }
    };
    let mut cells: Vec<Cell> = left.cells.iter().map(cell).collect();
    cells.sort_by_key(margins_last);
    cells
}

/// The printed table. What the old form left out is nought.
pub(super) fn sheet(left: &TableLeft) -> Option<Sheet> {
    let mut axes = Vec::new();
    for (name, codes) in left.asked.by.iter().zip(&rows(left)) {
        axes.push(axis(name, codes.iter().collect(), &left.asked).ok()?);
    }
    let shape = Shape::new(axes).ok()?;
    let printed: BTreeMap<&Vec<String>, &String> =
        left.cells.iter().map(|(key, text)| (key, text)).collect();
    let cells: Vec<(Vec<String>, String)> = (0..shape.len())
        .map(|cell| {
            let key = shape.key(cell);
            let text = printed.get(&key).map_or("0", |text| text.as_str());
            (key, text.to_owned())
        })
        .collect();
    let asked = &left.asked;
    Sheet::recorded(&left.number, shape, asked.threshold, asked.rounded, &cells).ok()
}

impl Session<'_> {
    /// What left, in the order in which it did, and what waits for another member; one number alone, where it is named.
    ///
    /// # Errors
    /// A number that no table has.
    pub fn ledger(&self, only: &[String], since: Option<NaiveDate>) -> Result<Ledger, AppError> {
        let office = self.store.office_events()?;
        let mut waiting: Vec<Waiting> = all_waiting(&office).map(shown).collect();
        waiting.retain(|one| only.is_empty() || only.contains(&one.release));
        let mut ledger = self.released(only, waiting)?.0;
        let is_since = |at: DateTime<Utc>| since.is_none_or(|day| at.date_naive() >= day);
        ledger.items.retain(|item| is_since(item.at));
        ledger.waiting.retain(|item| is_since(item.at));
        Ok(ledger)
    }

    /// The same, each table counted again where the history stood when it left.
    ///
    /// # Errors
    /// A number that no table has.
    pub fn verify_ledger(&self, only: &[String]) -> Result<Ledger, AppError> {
        let (mut ledger, releases) = self.released(only, Vec::new())?;
        let past = Past::read(&self.store)?;
        for (item, (place, left)) in ledger.items.iter_mut().zip(releases) {
            // What was entered by mistake is compared with nothing.
            item.state = item.state.or_else(|| Some(state(&past, &left, place)));
        }
        if only.is_empty() {
            ledger.together = Some(all_together(&past)?);
        }
        Ok(ledger)
    }

    fn released(
        &self,
        only: &[String],
        waiting: Vec<Waiting>,
    ) -> Result<(Ledger, Vec<(u64, TableLeft)>), AppError> {
        let office = self.store.office_events()?;
        let all = releases(&office);
        for number in only {
            let waits = waiting.iter().any(|one| one.release == *number);
            if !waits && !all.iter().any(|(_, left)| left.number == *number) {
                return Err(AppError::NoRelease);
            }
        }
        let wanted = |left: &TableLeft| only.is_empty() || only.contains(&left.number);
        let mut items = Vec::new();
        let mut kept = Vec::new();
        for (place, left) in all.into_iter().filter(|(_, left)| wanted(left)) {
            let Some(event) = office.iter().find(|event| event.lamport == place) else {
                continue;
            };
            let withheld = left
                .cells
                .iter()
                .filter(|(_, text)| text.parse::<u64>().is_err());
            let one = sheet(&left).filter(|_| only.len() == 1);
            items.push(LedgerItem {
                release: left.number.clone(),
                at: event.payload.at,
                member: event.payload.by.clone(),
                to: left.to.clone(),
                purpose: left.purpose.clone(),
                unit: left.asked.unit.clone(),
                dimensions: left.asked.by.clone(),
                filters: terms::filters(&left.asked.filters),
                period: left.asked.period.map(|(from, to)| format!("{from}-{to}")),
                as_of: left.asked.as_of,
                threshold: left.asked.threshold,
                rounded: left.asked.rounded,
                pairwise: left.pairwise,
                added: left.added,
                cells: left.cells.len(),
                withheld: withheld.count(),
                overridden: left.asked.show.clone(),
                because: left.because.clone(),
                proposed_by: left.proposed_by.clone(),
                approved: left.approved.clone(),
                table: (only.len() == 1).then(|| printed(&left)),
                above: left.asked.groups.clone(),
                told: one.map_or(Vec::new(), |sheet| {
                    let told = told_of(&left, &sheet).into_iter();
                    told.map(|(key, _)| key).collect()
                }),
                state: back(&office, event.id).map(|_| TAKEN_BACK),
                taken_back: back(&office, event.id).map(|(event, back)| TakenBack {
                    at: event.payload.at,
                    member: event.payload.by.clone(),
                    because: back.because.clone(),
                }),
            });
            kept.push((place, left));
        }
        let ledger = Ledger {
            schema: "nansen.ledger/1",
            threshold: threshold::of(&office),
            items,
            waiting,
            together: None,
            close: Vec::new(),
        };
        Ok((ledger, kept))
    }
}

/// Whether everything that left still tells of nobody, taken together.
pub(super) fn all_together(past: &Past) -> Result<Together, AppError> {
    let all = earlier(past)?;
    let releases = all.iter().filter(|one| !one.is_of_times).count();
    let held = |state| Together {
        state,
        releases,
        release: None,
        key: None,
    };
    let whom = past.whom(&all);
    let Some(crowd) = of_left(&all, &whom) else {
        return Ok(held("holds"));
    };
    let budget = &mut Budget::seconds(SECONDS * 3);
    Ok(match together(&crowd, &Simplex, budget) {
        // Whoever moved is taken for two, and what that hides is not seen.
        Ok(()) if !past.lost(&all, &whom).is_empty() => held("moved"),
        Ok(()) => held("holds"),
        Err(conflict) if conflict.cut_off => held("open"),
        // Where the people of erased cases were in several tables they stand for themselves in each, and seem to differ.
        Err(_) if is_erased_since(&past.office, 0) => held("erased"),
        Err(conflict) => Together {
            release: Some(conflict.given.table),
            key: Some(conflict.given.key),
            ..held("given_away")
        },
    })
}

/// Whether a table comes out again as it left.
pub(super) fn state(past: &Past, left: &TableLeft, place: u64) -> &'static str {
    let erased = is_erased_since(&past.office, place);
    if left.added {
        // It is what others printed, not what is counted here.
        return "added";
    }
    let found = found_of(past, left, Some(place));
    if sizes(&found) != held(left) {
        // What an erased case was counted in cannot be counted again.
        return if erased { "erased" } else { "differs" };
    }
    if left.number.starts_with("old-") {
        return "same";
    }
    if left.asked.list.is_some() {
        let again = anonymous::printed(&found);
        let is_same = again == left.cells && digest(&left.cells) == left.digest;
        return if is_same { "same" } else { "differs" };
    }
    let mut wanted = left.asked.clone();
    // Cells withheld for tables that left before stand with those that were withheld on wish.
    wanted.intervals = false;
    let again = protected(&found, &wanted, &rows(left), &mut Budget::seconds(SECONDS));
    let printed = again.ok().map(|table| Sheet::of("", &table).cells());
    let is_same = printed.as_ref() == Some(&left.cells)
        && digest(&left.cells) == left.digest
        && super::times::stands(&left.times, &found, &query(&left.asked));
    if is_same { "same" } else { "differs" }
}
