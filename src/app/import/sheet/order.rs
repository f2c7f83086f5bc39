//! In which order the rows of one case come in where each is one event: by their days, however the sheet is sorted.

use chrono::NaiveDate;

use super::rows::main_day;
use crate::app::import::line::{Line, Sort};
use crate::base::date::PartialDate;

/// Puts the lines of one case into the order of their days. Those of one day stay as they stand, and one without a day stays
/// behind the one that it follows in time.
pub(super) fn by_day(lines: &mut Vec<Line<'_>>) {
    let days: Vec<NaiveDate> = lines.iter().filter_map(day).collect();
    let pairs = || days.iter().zip(days.iter().skip(1));
    let (later, earlier) = (
        pairs().filter(|(one, next)| one < next).count(),
        pairs().filter(|(one, next)| one > next).count(),
    );
    // The newest stands on top.
    if earlier > later {
        lines.reverse();
    }
    let mut before = NaiveDate::MIN;
    let mut placed = Vec::new();
    for line in lines.drain(..) {
        before = day(&line).unwrap_or(before);
        placed.push((rank(&line), before, line));
    }
    // What was closed and opened again is closed in its time.
    let reopened = placed.iter().any(|(.., line)| line.sort == Sort::Reopening);
    placed.sort_by_key(|(rank, day, _)| (if reopened { 0 } else { *rank }, *day));
    lines.extend(placed.into_iter().map(|(.., line)| line));
}

/// Deadlines by hand, what was done about them, and the end come after everything.
pub(super) fn rank(line: &Line<'_>) -> u8 {
    match line.sort {
        Sort::Deadline => 1,
        Sort::Act | Sort::Told => 2,
        // What a row tells is of the first person.
        Sort::Person => 3,
        Sort::Close => 4,
        // Where a case was opened again its rows are in the order of their days.
        Sort::Reopening => 5,
        Sort::Event(kind) if kind.name == "task" => 1,
        Sort::Event(kind) if kind.name == "task-act" => 2,
        _ => 0,
    }
}

/// The day of what a line tells: its own, else the first that it says.
pub(super) fn day(line: &Line<'_>) -> Option<NaiveDate> {
    let kind = line.sort.kind()?;
    let read = |name: &str| {
        let text = line.fields.get(name)?;
        text.parse().ok().map(PartialDate::earliest)
    };
    let all = kind.fields.iter().filter(|field| field.form.is_day());
    read(main_day(kind.name)).or_else(|| all.filter_map(|field| read(field.name)).min())
}
