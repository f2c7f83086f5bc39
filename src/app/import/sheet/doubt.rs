//! Columns of a sheet that are asked about: what no heading explains, and headings that may be two things.

use std::collections::BTreeSet;

use super::claim::{Claim, nth_of};
use super::day::{Order, Way};
use super::map::{OPEN, Sort};
use super::plan::Proposed;
use super::target::{Place, Target};
use super::words::{self, Reading};
use crate::app::fields::Form;
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

/// What a column of days can be once what is above is taken: there is more than one of each.
const FURTHER: [&str; 2] = ["decision#2.decided", "decision#3.decided"];

/// In whose values a column's words are looked for, and what it is then.
const WORDS: [(&str, &str); 4] = [
    ("outcome", "decision.outcome"),
    ("kind", "application.kind"),
    ("sex", "case.sex"),
    ("origin", "case.origin"),
];

/// What a column can be of which a person must say what it is; the likeliest first.
pub(super) fn choices(
    claim: &Claim,
    reading: Option<&Reading>,
    sort: Sort,
    has: &dyn Fn(&str) -> bool,
    cells: &[(usize, &Cell)],
    elsewhere: bool,
) -> Vec<String> {
    match (claim, reading) {
        (Claim::Sure(_), _) => Vec::new(),
        (Claim::Maybe(to), Some(reading)) if sort != Sort::Event => {
            let found = maybe(to, reading, has, cells);
            if found.is_empty() {
                unexplained(sort, has, cells, elsewhere)
            } else {
                found
            }
        }
        _ => unexplained(sort, has, cells, elsewhere),
    }
}

/// What a column can be whose heading says more than one thing, or something that nobody knows.
fn maybe(
    to: &str,
    reading: &Reading,
    has: &dyn Fn(&str) -> bool,
    cells: &[(usize, &Cell)],
) -> Vec<String> {
    if reading.certain && to == "appeal.kind" {
        return vec![to.to_owned()];
    }
    if reading.target == "case.opened" && to == "application.lodged" {
        return vec![to.to_owned(), reading.target.to_owned()];
    }
    let kind = to.split(['.', '#']).next().unwrap_or_default();
    let is_day_field =
        |name: &str| Target::parse(name, Sort::Case).is_some_and(|target| target.is_day());
    let days = mostly(cells, is_day) || (is_day_field(to) && mostly(cells, has_digit));
    let field = match reading.target {
        "decision.notified" => "notified",
        "decision.served" => "served",
        _ if days => "decided",
        _ => "outcome",
    };
    let further = |name: &str| [2, 3].map(|nth| nth_of(name, nth));
    let mut all: Vec<String> = Vec::new();
    if reading.certain {
        // Another column says the same.
        all.push(to.to_owned());
        all.extend(further(reading.target));
    } else {
        if (kind == "decision" && reading.of_appeal) || (kind == "appeal" && reading.of_end) {
            all.push(format!("decision#2.{field}"));
        }
        if reading.of_appeal && to == "application.lodged" {
            // What is lodged with a court is none.
            all.push("appeal.lodged".to_owned());
        }
        all.push(to.to_owned());
        all.extend(reading.others.iter().map(|other| (*other).to_owned()));
        if kind == "deadline" {
            // An appointment is no last day.
            all.extend(["interview.date", "hearing.date"].map(str::to_owned));
        }
        if matches!(kind, "decision" | "appeal" | "hearing") {
            let decision = format!("decision.{field}");
            if !reading.of_appeal {
                all.push(decision.clone());
            }
            all.extend(further(&decision));
        }
        if reading.of_appeal {
            let appeal = [
                "appeal.lodged",
                "appeal#2.lodged",
                "hearing.date",
                "appeal.kind",
            ];
            all.extend(appeal.map(str::to_owned));
        } else if !matches!(kind, "decision" | "close") {
            all.push(nth_of(to, 2));
        }
    }
    let mut seen = BTreeSet::new();
    all.retain(|name| !has(name) && !is_hour(name) && seen.insert(name.clone()));
    let of_form: Vec<String> = all
        .iter()
        .filter(|name| is_day_field(name) == days)
        .cloned()
        .collect();
    if of_form.is_empty() { all } else { of_form }
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
    let has = |is: &dyn Fn(&str) -> bool| column.choices.iter().any(|choice| is(choice));
    let values = if has(&|choice| choice == "appeal.kind") {
        " (it holds no days: say under [column.values] which word is which kind, \"\" for none)"
    } else {
        ""
    };
    let mut needs = String::new();
    if has(&|choice| choice.starts_with("decision#")) {
        needs += "\n# A further decision, #2, needs its outcome, in a column or under [fixed]; that it is about the appeal says \"decision#2\" = \"appeal\" under [on].";
    }
    if has(&|choice| choice.ends_with(".lodged")) {
        needs += "\n# What is lodged needs its kind, in a column or under [fixed]: \"application.kind\", \"appeal.kind\".";
    }
    format!(
        "# Which of these is it: use = {}{values}; or use = \"drop\"?{needs}",
        all.join(", ")
    )
}

/// What the cells of a column could be of which the heading says nothing.
fn unexplained(
    sort: Sort,
    has: &dyn Fn(&str) -> bool,
    cells: &[(usize, &Cell)],
    elsewhere: bool,
) -> Vec<String> {
    let free = |names: &[&str]| -> Vec<String> {
        let names = names.iter().filter(|name| !has(name));
        names.map(|name| (*name).to_owned()).collect()
    };
    if mostly(cells, is_day) {
        return match sort {
            Sort::Event => free(&DAYS_OF_EVENT),
            _ if has("decision.decided") => free(&[&DAYS[..], &FURTHER[..]].concat()),
            _ => free(&DAYS),
        };
    }
    let known = WORDS.iter().filter(|(field, name)| {
        let is_word = |cell: &Cell| match cell {
            // A letter is a tick as well, whatever a heading says that nobody knows.
            Cell::Text(text) if *field == "sex" && text.chars().count() == 1 => false,
            Cell::Text(text) => {
                words::value(field, text).is_some_and(|code| !code.is_empty())
                    || is_code(name, text)
            }
            _ => false,
        };
        // What stands for an event of a row stands in no other column.
        let fits = sort != Sort::Event || name.starts_with("case.");
        let fits = fits && !(elsewhere && *field == "origin");
        fits && mostly(cells, is_word)
    });
    // What says how something ended may be of a further decision.
    let further = known.flat_map(|(_, name)| match *name {
        "decision.outcome" if has(name) => vec!["decision#2.outcome", "decision#3.outcome"],
        name => vec![name],
    });
    free(&further.collect::<Vec<_>>())
}

/// Whether it holds of more than half of the cells.
pub(super) fn mostly(cells: &[(usize, &Cell)], holds: impl Fn(&Cell) -> bool) -> bool {
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

/// Whether a text is one of a field's codes.
fn is_code(name: &str, text: &str) -> bool {
    let place = Place::parse(name);
    match place.and_then(|place| place.field).map(|field| field.form) {
        Some(Form::Code(codes)) => words::code(codes, text).is_some(),
        _ => false,
    }
}

/// Whether a field is the hour of a day: what is of days or of words is none.
fn is_hour(name: &str) -> bool {
    Place::parse(name).is_some_and(|place| place.name == "at")
}

fn has_digit(cell: &Cell) -> bool {
    !matches!(cell, Cell::Text(text) if !text.contains(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_is_a_field() {
        let words = WORDS.iter().map(|(_, name)| *name);
        for name in DAYS
            .into_iter()
            .chain(FURTHER)
            .chain(words)
            .chain(["appeal.kind"])
        {
            assert!(Target::parse(name, Sort::Case).is_some(), "{name}");
        }
    }
}
