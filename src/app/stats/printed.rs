//! A table as it is printed: only what the check let go, and how it was checked.

use std::collections::BTreeMap;

use super::ground::Judged;
use super::{is_of_ever, lacking, meanings, named, note, shown, terms, untold, years};
use crate::app::consent::Counted;
use crate::app::own;
use crate::app::view::{self, Consents, Count, TableCheck};
use crate::disclosure::ledger::{Cleared, Scope};
use crate::disclosure::model::Axis;
use crate::disclosure::protect::Wish;
use crate::disclosure::{self, TOTAL};
use crate::domain::event::{Above, Step, TableAsked};

/// The note that says so.
pub(super) const TELLS: &str = "note-telling";

/// Dimensions that say what became of people.
const TELLING: &[&str] = &["outcome", "protection", "protection_now", "state", "basis"];

/// What tells of everybody in a line, as far as it is printed: where it is an outcome it is what such tables are for, and
/// whoever publishes it should know.
fn telling(cleared: &Cleared) -> Vec<Vec<String>> {
    /// Of longer lists only so many are named.
    const NAMED: usize = 5;
    let shape = cleared.shape();
    let number = |cell: usize| cleared.cells().get(cell).and_then(|one| one.value);
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
    (0..shape.len())
        .filter(|cell| axes().any(|(at, axis)| told(axis) && tells(*cell, at, axis)))
        .take(NAMED)
        .map(|cell| shape.key(cell))
        .collect()
}

/// How many were never asked. They stand in the tables: where this one does not say that there are so many persons, what it
/// withholds could be reckoned from their number.
fn never_asked(asked: &TableAsked, cells: &[view::Cell], counted: &Counted) -> Count {
    let mut cells = cells
        .iter()
        .filter(|_| matches!(asked.unit.as_str(), "persons" | "cases"));
    let total = cells.find(|cell| cell.key.iter().all(|part| part == TOTAL));
    // What is rounded to the nearest five is two more than there are at most.
    let too_many = if asked.rounded { 2 } else { 0 };
    let persons = total
        .and_then(|cell| cell.value)
        .map(|value| value.saturating_sub(too_many));
    if persons.is_some_and(|persons| disclosure::at_least(counted.never_asked) <= persons) {
        return in_a_span(counted.never_asked);
    }
    let code = if counted.never_asked > counted.said_yes {
        "more_than_half"
    } else {
        "half_or_fewer"
    };
    Count {
        value: None,
        shown: code.to_owned(),
    }
}

fn in_a_span(number: u64) -> Count {
    Count {
        value: None,
        shown: disclosure::span(number),
    }
}

/// What is printed. Who is not counted is told in spans alone, of the whole store and not of the question, so that no two
/// tables can be compared to find out who withdrew.
pub(super) fn table(judged: &Judged, counted: &Counted, to: &str) -> view::Table {
    let cleared = &judged.cleared;
    let cells = cleared.cells().iter().map(|cell| view::Cell {
        key: cell.key.clone(),
        value: cell.value,
        shown: cell.shown.clone(),
        why: cell.why.map(|why| why.code().to_owned()),
        interval: cell.interval,
    });
    // Where nobody is counted, a dimension that cannot be without a value has none.
    let by = &judged.left.asked.by;
    let is_nobody = |cell: &view::Cell| {
        let mut values = by.iter().zip(&cell.key);
        let cannot = |(name, value): (&String, &String)| {
            value == terms::NONE && terms::written(name, value).is_err()
        };
        judged.found.is_empty() && values.any(cannot)
    };
    let cells: Vec<view::Cell> = cells.filter(|cell| !is_nobody(cell)).collect();
    // A nought of a rounded table is up to two persons.
    let is_nought = |cell: &view::Cell| cell.value == Some(0);
    let of_noughts = if judged.left.asked.rounded {
        Some("marker-rounded")
    } else {
        Some("note-zero").filter(|_| cells.iter().any(is_nought))
    };
    let mut notes: Vec<Step> = of_noughts.into_iter().map(note).collect();
    notes.push(note("note-scope"));
    if judged.left.because.is_some() || judged.left.asked.threshold < Wish::USUAL {
        notes.push(note("note-decided"));
    }
    if is_of_ever(&judged.left.asked.by) {
        notes.push(note("note-ever"));
    }
    let asked = &judged.left.asked;
    notes.extend(meanings(&asked.unit, &asked.by, &asked.filters));
    let telling = telling(cleared);
    if !telling.is_empty() {
        notes.push(note(TELLS));
    }
    let consent = Consents {
        never_asked: never_asked(asked, &cells, counted),
        left_out: in_a_span(counted.left_out),
    };
    if named(&asked.by, &asked.filters).any(|name| own::dimension(name).is_some()) {
        let mut step = note("note-fields");
        step.args
            .insert("day".to_owned(), judged.left.day.to_string());
        notes.push(step);
    }
    if !lacking::dimensions(&asked.filters, asked.period).is_empty() {
        notes.push(note("note-condition"));
    }
    let head = (asked.unit.clone(), asked.by.clone());
    let left_out = (consent, in_a_span(counted.handed_over));
    let mut table = shown(head, cells, left_out, notes, Some(to.to_owned()));
    table.note_cells.insert(TELLS.to_owned(), telling);
    table.release = Some(judged.left.number.clone());
    table.threshold = Some(asked.threshold);
    table.as_of = Some(judged.left.day);
    table.rounded = asked.rounded.then_some(5);
    table.period = asked.period.map(years);
    table.filters = terms::filters(&asked.filters);
    table.groups = groups(&asked.groups);
    // How many are without what a condition asks for is no cell of the table, so nothing was proved of it: no number, and
    // none that hangs on what is recorded, is told.
    for dimension in lacking::dimensions(&asked.filters, asked.period) {
        table.unknown.insert(dimension, untold());
    }
    table.check = Some(TableCheck {
        state: "proved",
        witnesses: cleared.released().ends(),
        releases_compared: cleared.compared(),
        scope: match cleared.scope() {
            Scope::Joint => "joint",
            Scope::Pairwise => "pairwise",
            Scope::Alone => "alone",
        },
    });
    table
}

/// The values of each group, by dimension.
pub(super) fn groups(asked: &[(String, Above)]) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut all: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (name, codes) in asked {
        let of_name = all.entry(name.clone()).or_default();
        for (code, above) in codes {
            for group in above {
                of_name.entry(group.clone()).or_default().push(code.clone());
            }
        }
    }
    all
}
