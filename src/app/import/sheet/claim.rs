//! Which column of a sheet is which field: what its heading says for certain, and no other column says as well.

use super::doubt;
use super::map::Sort;
use super::target::Place;
use super::words::{self, Reading};
use crate::app::fields::Form;
use crate::base::sheet::Cell;

/// Headings of the day on which somebody came to the office, or to the authority.
const EITHER: [&str; 2] = ["дата обращ", "обратил"];

/// How a column may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim {
    /// Its heading says nothing of ours.
    None,
    /// It goes there.
    Sure(String),
    /// It could go there; a person must say.
    Maybe(String),
}

impl Claim {
    /// Where it goes for certain.
    pub(super) fn sure(&self) -> Option<&str> {
        match self {
            Self::Sure(to) => Some(to),
            Self::None | Self::Maybe(_) => None,
        }
    }
}

/// What each column is, by its heading and its cells.
pub(super) fn claims(
    heads: &[String],
    readings: &[Option<Reading>],
    cells: &[Vec<(usize, &Cell)>],
    sort: Sort,
) -> Vec<Claim> {
    let columns = readings.iter().zip(cells);
    let mut claims: Vec<Claim> = columns
        .map(|(reading, cells)| {
            reading
                .as_ref()
                .map_or(Claim::None, |reading| alone(reading, cells, sort))
        })
        .collect();
    let filled = |at: usize| cells.get(at).is_some_and(|cells| !cells.is_empty());
    for at in 0..claims.len() {
        let Some(Claim::Sure(to)) = claims.get(at).cloned() else {
            continue;
        };
        if is_for_many(&to) {
            continue;
        }
        let same: Vec<usize> = claims
            .iter()
            .enumerate()
            .filter(|(other, claim)| claim.sure() == Some(&*to) && filled(*other))
            .map(|it| it.0)
            .collect();
        if same.len() < 2 {
            continue;
        }
        let head = |at: &usize| heads.get(*at).map_or("", String::as_str);
        let alike = same
            .iter()
            .all(|at| words::normal(head(at)) == words::normal(head(same.first().unwrap_or(at))));
        let best = same.iter().map(|at| words::citizenship(head(at))).max();
        let better: Vec<usize> = same
            .iter()
            .copied()
            .filter(|at| Some(words::citizenship(head(at))) == best)
            .collect();
        for (nth, other) in (1..).zip(&same) {
            let taken = if alike
                && !to.starts_with("case.")
                && !to.contains('#')
                && sort != Sort::Event
                && nth < 3
            {
                // The same heading twice is of two events, in their order.
                Claim::Sure(nth_of(&to, nth))
            } else if to == "case.origin" && better == [*other] {
                Claim::Sure(to.clone())
            } else {
                Claim::Maybe(to.clone())
            };
            if let Some(claim) = claims.get_mut(*other) {
                *claim = taken;
            }
        }
    }
    let lodged = claims
        .iter()
        .any(|claim| claim.sure() == Some("application.lodged"));
    for (claim, reading) in claims.iter_mut().zip(readings) {
        let either = reading
            .as_ref()
            .is_some_and(|reading| EITHER.contains(&reading.stems));
        if either && !lodged && sort != Sort::Event {
            *claim = Claim::Maybe("application.lodged".to_owned());
        }
    }
    claims
}

/// What a column is where no other is asked.
fn alone(reading: &Reading, cells: &[(usize, &Cell)], sort: Sort) -> Claim {
    let target = reading.target;
    if target.starts_with("seal ") {
        return Claim::Sure(target.to_owned());
    }
    if target == "key" || (sort != Sort::Event && matches!(target, "type" | "event.date")) {
        return Claim::None;
    }
    let to = nth_of(target, reading.nth);
    if sort == Sort::Event
        && !matches!(target, "type" | "event.date")
        && !target.starts_with("case.")
    {
        let name = target.split_once('.').map_or("", |it| it.1);
        let to = format!("event.{name}");
        return if reading.certain && matches!(name, "outcome" | "kind") {
            Claim::Sure(to)
        } else {
            Claim::None
        };
    }
    if to == "appeal.lodged" && doubt::mostly(cells, |cell| !doubt::is_day(cell)) {
        // That there was an appeal, and no day of it.
        return Claim::Maybe("appeal.kind".to_owned());
    }
    let code = Place::parse(&to)
        .and_then(|place| place.field)
        .is_some_and(|field| matches!(field.form, Form::Code(_) | Form::Codes(_) | Form::Origin));
    let other_form = code && doubt::mostly(cells, doubt::is_day);
    if reading.certain && !other_form {
        Claim::Sure(to)
    } else {
        Claim::Maybe(to)
    }
}

/// What any number of columns may be.
fn is_for_many(to: &str) -> bool {
    to.starts_with("seal ") || to == "type"
}

/// The field of a further event of its kind.
pub(super) fn nth_of(target: &str, nth: usize) -> String {
    if nth < 2 || target.starts_with("case.") {
        return target.to_owned();
    }
    target.replacen('.', &format!("#{nth}."), 1)
}
