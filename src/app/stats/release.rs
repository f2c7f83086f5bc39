//! `stats release`: a table made fit to leave, checked beside all that left before, and remembered.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::ledger::{crowd, earlier, next_number};
use super::past::{Found, Past, check, sizes};
use super::{Query, note, shown};
use crate::app::consent::Counted;
use crate::app::error::{AppError, Withheld};
use crate::app::own;
use crate::app::session::Session;
use crate::app::view::{self, Consents, Count, TableCheck};
use crate::base::id::CaseId;
use crate::disclosure::ledger::{Sheet, joint};
use crate::disclosure::model::{Axis, Counter, Thing, Unit};
use crate::disclosure::proof::{Released, Why};
use crate::disclosure::protect::{Refused, Wish, release, with_intervals};
use crate::disclosure::witness::{Budget, Simplex};
use crate::disclosure::{self};
use crate::domain::event::{Entry, Step, TableAsked, TableLeft};
use crate::domain::own::Declared;
use crate::store::Reader;

/// What may be spent on one table, and on its check beside the others.
const SECONDS: u32 = 10;

/// Dimensions that say what became of people.
const TELLING: &[&str] = &["outcome", "protection", "protection_now", "state", "basis"];

/// How often cells may be withheld besides for tables that left before.
const ROUNDS: usize = 8;

/// How a table is to be protected.
#[derive(Debug, Clone, Default)]
pub struct Protect {
    /// Fewer than so many persons are small.
    pub threshold: i64,
    /// Every number to the nearest five.
    pub round: bool,
    /// Values counted as one.
    pub combine: Vec<Vec<String>>,
    /// Tell what readers can work out.
    pub intervals: bool,
    /// Cells to withhold.
    pub withhold: Vec<Vec<String>>,
    /// Small cells to show all the same.
    pub show: Vec<Vec<String>>,
    /// Why.
    pub because: Option<String>,
    /// What the table is for.
    pub purpose: Option<String>,
}

/// A table that may leave, and how it is remembered.
struct Judged {
    released: Released,
    left: TableLeft,
    compared: usize,
}

impl Session<'_> {
    /// Lets a table leave and remembers it.
    ///
    /// # Errors
    /// [`AppError::Withheld`] where no form of it may leave.
    pub fn stats_release(
        &mut self,
        query: &Query,
        protect: &Protect,
        to: &str,
        dry_run: bool,
    ) -> Result<view::Table, AppError> {
        let (day, today) = (self.day(query.as_of), self.today());
        let ask = Ask {
            query,
            protect,
            to,
            day,
            today,
        };
        let (judged, counted) = if dry_run {
            (ask.judge(&self.store)?, Counted::of(&self.store)?)
        } else {
            self.inside(|now| {
                let judged = ask.judge(now.tx)?;
                let counted = Counted::of(now.tx)?;
                let payload = now.payload(Entry::TableLeft(judged.left.clone()));
                now.tx.append(CaseId::OFFICE, payload)?;
                Ok::<_, AppError>((judged, counted))
            })?
        };
        Ok(table(&judged, &counted, to))
    }
}

struct Ask<'a> {
    query: &'a Query,
    protect: &'a Protect,
    to: &'a str,
    day: NaiveDate,
    today: NaiveDate,
}

impl Ask<'_> {
    fn judge(&self, reader: &Reader) -> Result<Judged, AppError> {
        let past = Past::read(reader)?;
        check(self.query, &Declared::of(&past.office))?;
        let mut asked = canonical(self.query, self.protect);
        let found = past.found(self.query, self.day, None);
        asked.combined = self.dimensions_of_combined(&found)?;
        let found = combined(found, &asked);
        let earlier = earlier(&past)?;
        // The same question about the same people begins where it ended.
        let before = earlier.iter().find(|one| {
            let kept = TableAsked {
                withhold: asked.withhold.clone(),
                ..one.left.asked.clone()
            };
            let wished = &one.left.asked.withhold;
            kept == asked
                && asked.withhold.iter().all(|key| wished.contains(key))
                && one.found == found
        });
        if let Some(before) = before {
            asked.withhold.clone_from(&before.left.asked.withhold);
        }
        let mut number = next_number(&past.office, self.today.year());
        let mut rounds = 0;
        let released = loop {
            let released = protected(&found, &asked)?;
            if let (None, Some(key)) = (&self.protect.because, asked.show.first()) {
                return Err(AppError::Withheld(Withheld::Small(key.join(","))));
            }
            let crowd = crowd(&earlier, Sheet::of(&number, &released), &found);
            let mut budget = Budget::seconds(SECONDS);
            let withhold = match joint(&crowd, &Simplex, &mut budget) {
                Ok(joint) => joint.withhold,
                Err(conflict) => {
                    return Err(AppError::Withheld(Withheld::Beside {
                        with: conflict.with.join(", "),
                        key: conflict.given.key.join(", "),
                    }));
                }
            };
            if withhold.is_empty() {
                break released;
            }
            rounds += 1;
            if rounds > ROUNDS {
                return Err(AppError::Withheld(Withheld::Costly));
            }
            let keys = withhold.iter().map(|cell| released.shape().key(*cell));
            asked.withhold.extend(keys);
        };
        let printed = released.cells().iter();
        let cells: Vec<_> = printed
            .map(|cell| (cell.key.clone(), cell.shown.clone()))
            .collect();
        // The same people in the same table: it is the one that left, and says so.
        let same = earlier.iter().position(|one| {
            one.left.asked == asked && one.left.cells == cells && one.found == found
        });
        if let Some(same) = same.and_then(|at| earlier.get(at)) {
            number.clone_from(&same.left.number);
        }
        let left = TableLeft {
            number,
            to: self.to.to_owned(),
            purpose: self.protect.purpose.clone(),
            day: self.day,
            because: self
                .protect
                .because
                .clone()
                .filter(|_| !asked.show.is_empty()),
            counts: sizes(&found).into_iter().collect(),
            digest: digest(&cells),
            cells,
            asked,
        };
        let released = if left.asked.intervals {
            with_intervals(released, &Simplex, &mut Budget::seconds(SECONDS))
        } else {
            released
        };
        Ok(Judged {
            released,
            left,
            compared: same.unwrap_or(earlier.len()),
        })
    }

    /// Of which dimension the values are that count as one.
    fn dimensions_of_combined(
        &self,
        found: &[Found],
    ) -> Result<Vec<(String, Vec<String>)>, AppError> {
        let mut all = Vec::new();
        for codes in &self.protect.combine {
            let of = self.query.by.iter().enumerate().find(|(at, _)| {
                let has = |code: &String| found.iter().any(|one| one.key.get(*at) == Some(code));
                codes.iter().all(has)
            });
            let Some((_, name)) = of else {
                return Err(no_such_cell(found.iter().flat_map(|one| &one.key)));
            };
            all.push((name.clone(), codes.clone()));
        }
        Ok(all)
    }
}

/// The question as it is remembered: order and letters make no other one.
fn canonical(query: &Query, protect: &Protect) -> TableAsked {
    let mut filters = Vec::new();
    for (name, values) in &query.filters {
        let mut values: Vec<String> = values.iter().map(|v| v.to_ascii_lowercase()).collect();
        values.sort();
        filters.push((name.clone(), values));
    }
    filters.sort();
    TableAsked {
        unit: query.unit.clone(),
        by: query.by.clone(),
        filters,
        period: query.period,
        as_of: query.as_of,
        threshold: protect.threshold,
        rounded: protect.round,
        intervals: protect.intervals,
        combined: Vec::new(),
        withhold: protect.withhold.clone(),
        show: protect.show.clone(),
    }
}

/// The same things, values that count as one under one name.
pub(super) fn combined(mut found: Vec<Found>, asked: &TableAsked) -> Vec<Found> {
    for (name, codes) in &asked.combined {
        let Some(at) = asked.by.iter().position(|by| by == name) else {
            continue;
        };
        let parts = found.iter_mut().filter_map(|one| one.key.get_mut(at));
        for part in parts.filter(|part| codes.contains(part)) {
            *part = codes.join("+");
        }
    }
    found
}

/// The table of some things, protected by itself.
pub(super) fn protected(found: &[Found], asked: &TableAsked) -> Result<Released, AppError> {
    let mut axes = Vec::new();
    for (at, name) in asked.by.iter().enumerate() {
        let codes: BTreeSet<&String> = found.iter().filter_map(|one| one.key.get(at)).collect();
        let codes: Vec<&str> = codes.into_iter().map(String::as_str).collect();
        let codes = if codes.is_empty() {
            vec!["none"]
        } else {
            codes
        };
        let axis = Axis::flat(name, &codes).map_err(|_| AppError::Withheld(Withheld::Large))?;
        // What an office keeps in fields of its own is as telling as it made it.
        axes.push(if own::dimension(name).is_some() {
            axis.sensitive()
        } else {
            axis
        });
    }
    let large = |_| AppError::Withheld(Withheld::Large);
    let mut counter = Counter::new(unit(&asked.unit), axes).map_err(large)?;
    for case in found.chunk_by(|a, b| a.case == b.case) {
        let keys: Vec<Vec<&str>> = case
            .iter()
            .map(|one| one.key.iter().map(String::as_str).collect())
            .collect();
        let things: Vec<Thing<'_>> = case
            .iter()
            .zip(&keys)
            .map(|(one, key)| Thing {
                key,
                person: one.person.into(),
            })
            .collect();
        counter
            .case(&things)
            .map_err(|_| AppError::Withheld(Withheld::Large))?;
    }
    let counts = counter.counts();
    let shape = counts.shape();
    let cells = |keys: &[Vec<String>]| -> Result<Vec<usize>, AppError> {
        let mut cells = Vec::new();
        for key in keys {
            let found = shape
                .find(key)
                .filter(|_| key.len() <= asked.by.len().max(1));
            let codes = || shape.axes().iter().flat_map(codes_of);
            cells.push(found.ok_or_else(|| no_such_cell(codes()))?);
        }
        Ok(cells)
    };
    let wish = Wish {
        threshold: asked.threshold,
        round: asked.rounded,
        withhold: cells(&asked.withhold)?,
        show: cells(&asked.show)?,
        clean_up: true,
    };
    let mut budget = Budget::seconds(SECONDS);
    release(&counts, &wish, &Simplex, &mut budget).map_err(|refused| {
        AppError::Withheld(match refused {
            Refused::NotProvable { key } => Withheld::Bare(key.join(", ")),
            Refused::TooLarge(_) => Withheld::Large,
            Refused::Threshold | Refused::OutOfBudget | Refused::Fault(_) => Withheld::Costly,
        })
    })
}

fn codes_of(axis: &Axis) -> impl Iterator<Item = &str> {
    (0..axis.len()).map(|node| axis.code(node))
}

fn no_such_cell<S: AsRef<str>>(codes: impl Iterator<Item = S>) -> AppError {
    let known: BTreeSet<String> = codes.map(|code| code.as_ref().to_owned()).collect();
    AppError::UnknownTerm {
        what: "cell",
        known: known.into_iter().collect(),
    }
}

fn unit(name: &str) -> Unit {
    match name {
        "cases" => Unit::Cases,
        "applications" => Unit::Applications,
        "decisions" => Unit::Decisions,
        _ => Unit::Persons,
    }
}

/// BLAKE3 of the printed cells as JSON.
pub(super) fn digest(cells: &[(Vec<String>, String)]) -> String {
    let bytes = serde_json::to_vec(cells).unwrap_or_default();
    blake3::hash(&bytes).to_hex().to_string()
}

/// What tells of everybody in a line, as far as it is printed: where it is an outcome it is what such tables are for, and
/// whoever publishes it should know.
fn telling(released: &Released) -> Option<Step> {
    /// Of longer lists only so many are named.
    const NAMED: usize = 5;
    let shape = released.shape();
    let number = |cell: usize| released.cells().get(cell).and_then(|one| one.value);
    let tells = |cell: usize, at: usize, axis: &Axis| {
        let nodes = shape.nodes(cell);
        let is_inner = nodes.get(at).is_some_and(|node| axis.is_leaf(*node));
        let (part, line) = (number(cell), number(shape.beside(&nodes, at, 0)));
        is_inner
            && part
                .zip(line)
                .is_some_and(|(part, line)| part > 0 && part * 10 >= line * 9)
    };
    let axes = || shape.axes().iter().enumerate();
    let told = |axis: &Axis| axis.is_sensitive() || TELLING.contains(&axis.name());
    let found: Vec<String> = (0..shape.len())
        .filter(|cell| axes().any(|(at, axis)| told(axis) && tells(*cell, at, axis)))
        .take(NAMED)
        .map(|cell| shape.key(cell).join(" "))
        .collect();
    (!found.is_empty()).then(|| {
        let mut step = note("note-telling");
        step.args.insert("cells".to_owned(), found.join(", "));
        step
    })
}

/// What is printed. Who is not counted is told in spans alone, of the whole store and not of the question, so that no two
/// tables can be compared to find out who withdrew.
fn table(judged: &Judged, counted: &Counted, to: &str) -> view::Table {
    let released = &judged.released;
    let in_a_span = |n: u64| Count {
        value: None,
        shown: disclosure::span(n),
    };
    let consent = Consents {
        never_asked: in_a_span(counted.never_asked),
        left_out: in_a_span(counted.left_out),
    };
    let why = |why: Why| match why {
        Why::Small => "small",
        Why::Complementary => "complementary",
        Why::Line => "line",
        Why::Rounded => "rounded",
        Why::Override => "override",
    };
    let cells = released.cells().iter().map(|cell| view::Cell {
        key: cell.key.clone(),
        value: cell.value,
        shown: cell.shown.clone(),
        why: cell.why.map(|one| why(one).to_owned()),
        interval: cell.interval,
    });
    let cells = cells.collect();
    let mut notes = vec![note("note-zero"), note("note-scope")];
    if !judged.left.asked.show.is_empty() {
        notes.push(note("note-decided"));
    }
    notes.extend(telling(released));
    let asked = &judged.left.asked;
    let head = (asked.unit.clone(), asked.by.clone());
    let left_out = (consent, in_a_span(counted.handed_over));
    let mut table = shown(head, cells, left_out, notes, Some(to.to_owned()));
    table.release = Some(judged.left.number.clone());
    table.threshold = Some(asked.threshold);
    table.as_of = asked.as_of;
    table.check = Some(TableCheck {
        state: "proved",
        witnesses: released.check().witnesses,
        releases_compared: judged.compared,
        scope: "joint",
    });
    table
}
