//! Rows of which each is one application of a person: what stands in a row is about that application, and what is of the case
//! is said once.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cases::Names;
use super::map::Checked;
use super::rows::{Brought, main_day};
use super::{blank, order};
use crate::app::fields::{Form, Kind};
use crate::app::import::line::{Absent, Line};

/// What is about the application of its row, where the map does not say what it is about.
const OF_THE_APPLICATION: [&str; 5] = ["filing", "hearing", "interview", "step", "deadline"];

/// The lines of the rows of one case, named and in the order of the applications' days. Where the rows are whole also the
/// events of which they tell nothing.
pub(super) fn lines(
    rows: &mut [Brought],
    whole: Option<&Checked>,
) -> (Vec<Line<'static>>, Vec<Absent>) {
    let (mut absent, mut names) = (Vec::new(), Names::default());
    let mut placed: Vec<(u8, NaiveDate, Line<'static>)> = Vec::new();
    for row in rows {
        let tag = tag(&row.lines);
        if let Some(map) = whole {
            let untold = blank::mark(map, row).into_iter();
            absent.extend(untold.map(|untold| Absent {
                name: format!("{} {tag}", untold.name),
                ..untold
            }));
        }
        let mut lines = std::mem::take(&mut row.lines);
        about(&mut lines);
        let first = lines.iter().find(|line| is(line, "application"));
        let day = first.and_then(order::day);
        let day = day.or_else(|| lines.iter().filter_map(order::day).min());
        let mut own: BTreeMap<String, String> = BTreeMap::new();
        for line in &mut lines {
            let Some(slot) = line.reference.clone() else {
                continue;
            };
            let of_row = is(line, "application") || line.sort.kind().is_some_and(takes_on);
            let alike = if of_row {
                format!("{slot} {tag}")
            } else {
                let day = line.fields.get(main_day(&slot));
                format!("{slot} {}", day.map_or("", String::as_str))
            };
            names.give(line, alike);
            own.extend(line.reference.clone().map(|name| (slot, name)));
        }
        for mut line in lines {
            let on = line.fields.get_mut("on");
            if let Some((on, name)) = on.and_then(|on| Some((own.get(on)?, on))) {
                name.clone_from(on);
            }
            let said = |(_, _, other): &(u8, NaiveDate, Line<'_>)| is_same(other, &line);
            if is(&line, "application") || !placed.iter().any(said) {
                placed.push((order::rank(&line), day.unwrap_or(NaiveDate::MAX), line));
            }
        }
    }
    placed.sort_by_key(|(rank, day, _)| (*rank, *day));
    (placed.into_iter().map(|(.., line)| line).collect(), absent)
}

/// By what a row is known again: the day of its application.
fn tag(lines: &[Line<'_>]) -> String {
    let first = lines.iter().find(|line| is(line, "application"));
    let day = first.and_then(|line| {
        let mut days = ["lodged", "registered", "made"].into_iter();
        days.find_map(|day| line.fields.get(day))
    });
    day.cloned().unwrap_or_default()
}

/// Says of each line what it is about: a decision of what was not decided before it in its row, the rest of what was decided
/// last, or of the application.
fn about(lines: &mut [Line<'_>]) {
    let (mut application, mut open, mut decided) = (None, None, None);
    for line in lines {
        let Some(kind) = line.sort.kind() else {
            continue;
        };
        let own = line.reference.clone();
        let on = match kind.name {
            "application" => {
                application.clone_from(&own);
                open = own;
                continue;
            }
            "decision" => {
                decided = own;
                open.take().or_else(|| application.clone())
            }
            "appeal" => {
                open = own;
                decided.clone()
            }
            "service" => decided.clone(),
            name if OF_THE_APPLICATION.contains(&name) => application.clone(),
            _ => None,
        };
        if let Some(on) = on {
            line.fields.entry("on".to_owned()).or_insert(on);
        }
    }
}

/// Whether something of this kind is about something else.
fn takes_on(kind: &Kind) -> bool {
    kind.fields.iter().any(|field| field.form == Form::On)
}

fn is(line: &Line<'_>, kind: &str) -> bool {
    line.sort.kind().is_some_and(|own| own.name == kind)
}

/// Whether two rows say the same of what is no application's.
fn is_same(one: &Line<'_>, other: &Line<'_>) -> bool {
    one.sort == other.sort && one.fields == other.fields
}
