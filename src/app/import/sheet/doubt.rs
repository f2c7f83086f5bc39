//! Columns of a sheet that are asked about: what no heading explains, and headings that may be two things.

use super::day::{Order, Way};
use super::map::{OPEN, Sort};
use super::plan::Proposed;
use super::words;
use crate::base::sheet::Cell;

/// How many cells are looked at.
const LOOKED: usize = 500;

/// What a column of days can be.
const DAYS: [&str; 10] = [
    "application.lodged",
    "decision.decided",
    "decision.notified",
    "decision.served",
    "appeal.lodged",
    "interview.date",
    "hearing.date",
    "deadline.due",
    "case.opened",
    "seal born",
];
/// What a column of an event's days can be.
const DAYS_OF_EVENT: [&str; 1] = ["event.date"];

/// Headings of the day on which somebody came to the office, or to the authority.
const EITHER: [&str; 2] = ["дата обращ", "обратил"];

/// In whose values a column's words are looked for, and what it is then.
const WORDS: [(&str, &str); 4] = [
    ("outcome", "decision.outcome"),
    ("kind", "application.kind"),
    ("sex", "case.sex"),
    ("origin", "case.origin"),
];

/// Asks about a column where it must not be guessed, or left out without a word.
pub(super) fn ask(
    column: &mut Proposed,
    heading: Option<&str>,
    sort: Sort,
    has: &dyn Fn(&str) -> bool,
    cells: &[(usize, &Cell)],
) {
    let unknown = column.unexplained || (heading.is_none() && column.to == OPEN);
    let choices: Vec<&str> = if unknown {
        unexplained(sort, has, cells)
    } else if column.to == "appeal.lodged" && mostly(cells, |cell| !is_day(cell)) {
        // That there was an appeal, and no day of it.
        vec!["appeal.kind"]
    } else if column.stems.is_some_and(|stems| EITHER.contains(&stems))
        && sort == Sort::Case
        && !has("application.lodged")
    {
        vec!["application.lodged", "case.opened"]
    } else {
        Vec::new()
    };
    if column.unexplained {
        column.why = "seal note";
        OPEN.clone_into(&mut column.to);
    }
    if !choices.is_empty() {
        column.choices = choices.into_iter().map(str::to_owned).collect();
        OPEN.clone_into(&mut column.to);
    }
}

/// Asks about a column that speaks of somebody else: nothing of it may stand for what is said of the person.
pub(super) fn of_another(column: &mut Proposed, cells: &[(usize, &Cell)]) {
    if !cells.is_empty() {
        column.of_another = true;
        column.unexplained = false;
        column.why = "seal note";
        OPEN.clone_into(&mut column.to);
    }
}

/// What the map says of such a column.
pub(super) fn asked(column: &Proposed) -> String {
    let all: Vec<String> = column
        .choices
        .iter()
        .map(|choice| format!("\"{choice}\""))
        .collect();
    let values = if column.choices.iter().any(|choice| choice == "appeal.kind") {
        " (it holds no days: say under [column.values] which word is which kind, \"\" for none)"
    } else {
        ""
    };
    format!(
        "# Which of these is it: use = {}{values}; or use = \"drop\"?",
        all.join(", ")
    )
}

/// What the cells of a column could be of which the heading says nothing.
fn unexplained<'a>(
    sort: Sort,
    has: &dyn Fn(&str) -> bool,
    cells: &[(usize, &Cell)],
) -> Vec<&'a str> {
    if mostly(cells, is_day) {
        let all = if sort == Sort::Event {
            &DAYS_OF_EVENT[..]
        } else {
            &DAYS[..]
        };
        return all.iter().copied().filter(|name| !has(name)).collect();
    }
    let known = WORDS.iter().filter(|(field, name)| {
        let is_word = |cell: &Cell| match cell {
            Cell::Text(text) => words::value(field, text).is_some_and(|code| !code.is_empty()),
            _ => false,
        };
        // What stands for an event of a row stands in no other column.
        let fits = sort == Sort::Case || name.starts_with("case.");
        fits && !has(name) && mostly(cells, is_word)
    });
    known.map(|(_, name)| *name).collect()
}

/// Whether it holds of more than half of the cells.
fn mostly(cells: &[(usize, &Cell)], holds: impl Fn(&Cell) -> bool) -> bool {
    let looked = || cells.iter().take(LOOKED);
    let held = looked().filter(|(_, cell)| holds(cell)).count();
    held.saturating_mul(2) > looked().count()
}

/// Whether a cell is a whole day, in whichever order.
pub(super) fn is_day(cell: &Cell) -> bool {
    match cell {
        Cell::Day(_) | Cell::Moment(_) => true,
        Cell::Text(_) => [Order::Dmy, Order::Mdy, Order::Ymd].iter().any(|order| {
            let way = Way {
                order: Some(*order),
                pivot: Some(99),
                ..Way::default()
            };
            way.read(cell).is_ok_and(|day| day.len() == 10)
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::import::sheet::map::Target;

    #[test]
    fn what_is_offered_is_a_field() {
        let words = WORDS.iter().map(|(_, name)| *name);
        for name in DAYS.into_iter().chain(words).chain(["appeal.kind"]) {
            assert!(Target::parse(name, Sort::Case).is_some(), "{name}");
        }
    }
}
