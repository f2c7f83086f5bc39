//! Which entry a line means where it names another line: the caller's own names come first, and nothing is guessed.

use std::collections::BTreeMap;

use super::Job;
use super::line::{Group, Line, Sort};
use crate::app::error::{AppError, LineWrong};
use crate::app::fields::{Fault, Problem};
use crate::base::id::EventId;
use crate::domain::case::{Case, Named};
use crate::domain::code::{ApplicationKind, EntryState};
use crate::domain::event::Event;
use crate::domain::history::History;

/// What the lines of one case are called.
#[derive(Debug, Default)]
pub(super) struct Refs {
    /// Those that stand in the history, by now.
    taken: BTreeMap<String, EventId>,
    /// How many lines of the file carry each name, also those that were left out.
    carried: BTreeMap<String, usize>,
}

/// Where a line stands: what the names in it can mean.
pub(super) struct Place<'a> {
    /// The lines of its case.
    pub group: &'a Group<'a>,
    /// What they are called.
    pub refs: &'a Refs,
    /// The case, as it stands by now.
    pub case: &'a Case,
    /// Its history.
    pub events: &'a [Event],
}

/// What a name was found to be: an entry, nothing, or what is wrong with it.
type Found = Result<Option<EventId>, Problem>;

impl Refs {
    /// The names that the file has for lines of one case.
    pub(super) fn of(group: &Group<'_>) -> Self {
        let mut refs = Self::default();
        let lines = group.opening.into_iter().chain(group.lines.iter().copied());
        let good = lines.filter_map(|line| line.reference.as_ref());
        for name in good.chain(group.lost.iter().map(|lost| &lost.name)) {
            *refs.carried.entry(name.clone()).or_default() += 1;
        }
        refs
    }

    /// A line stands in the history as this event.
    pub(super) fn took(&mut self, line: &Line<'_>, event: EventId) {
        let name = line.reference.clone();
        self.taken.extend(name.map(|name| (name, event)));
    }
}

impl Job<'_, '_> {
    /// The entry that a line is on: a line of the file, one of an earlier import, or, where no line was ever called so,
    /// what the case itself calls so.
    pub(super) fn on(
        &self,
        line: &Line<'_>,
        at: &Place<'_>,
    ) -> Result<Result<Option<EventId>, Vec<LineWrong>>, AppError> {
        let Some(on) = line.fields.get("on") else {
            return Ok(Ok(None));
        };
        let found = match self.called(on, at)? {
            Ok(None) if self.is_taken(on, at)? => Err(Problem::Reference),
            Ok(None) => match at.case.reference(on).map(Named::id) {
                Some(id) => Ok(Some(id)),
                // A row can say of which kind the application is.
                None if line.columns.is_some() => of_kind(line, on, at.case),
                None => Err(Problem::Reference),
            },
            found => found,
        };
        Ok(found.map_err(|problem| wrong("on", problem)))
    }

    /// Whose a line says it is; of a line that adds a person, which number that is to have.
    pub(super) fn whose(
        &self,
        line: &Line<'_>,
        at: &Place<'_>,
    ) -> Result<Result<Option<u16>, Vec<LineWrong>>, AppError> {
        let Some(said) = &line.person else {
            return Ok(Ok(None));
        };
        // Lines of other sorts may be called by the same number: no person is meant by those.
        let adds =
            |line: &&Line<'_>| line.sort == Sort::Person && line.reference.as_ref() == Some(said);
        let here = at.group.lines.iter().copied().filter(adds).count()
            + at.group
                .lost
                .iter()
                .filter(|lost| lost.person && lost.name == *said)
                .count();
        let added = match self.called(said, at)? {
            Err(problem) if here > 0 => return Ok(Err(wrong("person", problem))),
            Err(_) => None,
            Ok(found) => found.and_then(|id| at.case.people.iter().find(|one| one.added_by == id)),
        };
        let number = match added {
            Some(one) => Some(one.number),
            None if here > 0 || at.group.torn(said) => None,
            None => said.parse().ok(),
        };
        Ok(match number {
            Some(number) if line.sort == Sort::Person || at.case.person(number).is_some() => {
                Ok(Some(number))
            }
            _ => Err(wrong("person", Problem::Reference)),
        })
    }

    /// The entry that a line of this name became, in this import or an earlier one.
    fn called(&self, name: &str, at: &Place<'_>) -> Result<Found, AppError> {
        let here = at.refs.carried.get(name).copied().unwrap_or_default();
        let again = self
            .tx
            .import_ref(at.group.name, &format!("{name}\0{}", 2))?;
        if here > 1 || self.tx.import_seen(&again)?.is_some() {
            return Ok(Err(Problem::Twice));
        }
        if let Some(event) = at.refs.taken.get(name) {
            return Ok(Ok(Some(*event)));
        }
        if here > 0 {
            return Ok(Err(Problem::Reference));
        }
        let seen = self.tx.import_ref(at.group.name, name)?;
        let Some((_, event)) = self.tx.import_seen(&seen)? else {
            return Ok(Ok(None));
        };
        let states = History::resolve(at.events, None).states;
        if states.get(&event) == Some(&EntryState::Retracted) {
            return Ok(Err(Problem::Reference));
        }
        Ok(Ok(Some(event)))
    }

    /// Whether a line may carry the name, however it is written: then nothing else bears it.
    fn is_taken(&self, name: &str, at: &Place<'_>) -> Result<bool, AppError> {
        let alike = |other: &String| other.eq_ignore_ascii_case(name);
        if at.refs.carried.keys().any(alike) || at.group.torn(name) {
            return Ok(true);
        }
        for name in [name.to_ascii_lowercase(), name.to_ascii_uppercase()] {
            let seen = self.tx.import_ref(at.group.name, &name)?;
            if self.tx.import_seen(&seen)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What a row is about that names a kind of application: the one thing of that kind that it can be about.
fn of_kind(line: &Line<'_>, on: &str, case: &Case) -> Found {
    let kind: ApplicationKind = on.parse().map_err(|_| Problem::Reference)?;
    let outcome = line
        .fields
        .get("outcome")
        .and_then(|outcome| outcome.parse().ok());
    let all = case.applications.iter();
    let fitting = match outcome {
        Some(outcome) => case.to_decide_of(kind, outcome),
        None => all
            .filter(|one| one.data.kind == kind)
            .map(|one| one.id)
            .collect(),
    };
    match fitting.as_slice() {
        [one] => Ok(Some(*one)),
        _ => Err(Problem::Reference),
    }
}

fn wrong(field: &str, problem: Problem) -> Vec<LineWrong> {
    vec![LineWrong::Field(Fault {
        field: field.to_owned(),
        problem,
    })]
}
