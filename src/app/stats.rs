//! `stats`: `show` counts for the owner, `release` lets a table leave that may, and remembers it.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use crate::app::consent::Counted;
use crate::app::error::{AppError, Withheld};
use crate::app::find;
use crate::app::own;
use crate::app::session::Session;
use crate::app::view::{self, Cell, Consents, Count};
use crate::base::date::PartialDate;
use crate::base::id::CaseId;
use crate::disclosure::{self, Atom, Earlier, Refusal, TOTAL, Table};
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::Case;
use crate::domain::code::{Outcome, Protection};
use crate::domain::event::{Entry, Step, TableReleased};
use crate::domain::matter::Matter;
use crate::domain::own::Declared;
use crate::domain::person::Person;
use crate::store::Reader;

/// What is counted.
pub const UNITS: &[&str] = &["persons", "cases", "applications", "decisions"];

/// By what it is counted.
pub const DIMENSIONS: &[&str] = &[
    "protection",
    "protection_now",
    "outcome",
    "kind",
    "origin",
    "jurisdiction",
    "sex",
    "age_band",
    "year",
    "quarter",
    "office",
    "basis",
    "instance",
    "state",
];

/// A question.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// One of [`UNITS`].
    pub unit: String,
    /// Some of [`DIMENSIONS`], or `field:NAME` of a field of the office's own.
    pub by: Vec<String>,
    /// Values admitted, by dimension.
    pub filters: Vec<(String, Vec<String>)>,
    /// First and last year.
    pub period: Option<(i32, i32)>,
    /// The day.
    pub as_of: Option<NaiveDate>,
}

impl Session<'_> {
    /// True numbers, for the store's owner.
    ///
    /// # Errors
    /// A unit or dimension that is none.
    pub fn stats_show(&self, query: &Query) -> Result<view::Table, AppError> {
        let counted = Counted::of(&self.store)?;
        let table = count(&self.store, query, self.day(query.as_of), &counted)?;
        let cells = table.cells.iter().map(|(key, count)| Cell {
            key: key.clone(),
            value: Some(count.value),
            shown: format!(
                "{}{}",
                count.value,
                if count.is_small() { " !" } else { "" }
            ),
            why: None,
        });
        let cells: Vec<Cell> = cells.collect();
        let mut note_steps = vec![note("note-not-for-release")];
        if table.cells.values().any(disclosure::Count::is_small) {
            note_steps.push(note("note-small"));
        }
        let true_number = |n: u64| Count {
            value: Some(n),
            shown: n.to_string(),
        };
        let consent = Consents {
            never_asked: true_number(counted.never_asked),
            left_out: true_number(counted.left_out),
        };
        let handed_over = true_number(counted.handed_over);
        Ok(shown(
            table,
            cells,
            (consent, handed_over),
            note_steps,
            None,
        ))
    }

    /// Lets a table leave and remembers it.
    ///
    /// # Errors
    /// [`AppError::Withheld`] where it may not leave as it stands.
    pub fn stats_release(
        &mut self,
        query: &Query,
        to: &str,
        dry_run: bool,
    ) -> Result<view::Table, AppError> {
        let day = self.day(query.as_of);
        let (table, cells, left) = if dry_run {
            judge(&self.store, query, day)?
        } else {
            self.inside(|now| {
                let (table, cells, left) = judge(now.tx, query, day)?;
                let printed: Vec<_> = cells
                    .iter()
                    .map(|cell| (cell.key.clone(), cell.value))
                    .collect();
                let bytes = serde_json::to_vec(&printed).unwrap_or_default();
                let payload = now.payload(Entry::TableReleased(TableReleased {
                    to: to.to_owned(),
                    query: table.question.clone(),
                    digest: blake3::hash(&bytes).to_hex().to_string(),
                    cells: printed,
                }));
                now.tx.append(CaseId::OFFICE, payload)?;
                Ok::<_, AppError>((table, cells, left))
            })?
        };
        let notes = ["note-zero", "note-scope"].map(note).to_vec();
        Ok(shown(table, cells, left, notes, Some(to.to_owned())))
    }
}

fn note(text: &str) -> Step {
    Step {
        text: text.to_owned(),
        args: BTreeMap::new(),
        date: None,
    }
}

/// Who is in no table: by what they said, and because another office counts them.
type LeftOut = (Consents, Count);

/// A table that may leave beside all that left before, its cells, and who is not in it: told in spans alone, of the whole
/// store and not of the question, so that no two of them can be compared to find out who withdrew.
fn judge(
    reader: &Reader,
    query: &Query,
    day: NaiveDate,
) -> Result<(Table, Vec<Cell>, LeftOut), AppError> {
    let counted = Counted::of(reader)?;
    let table = count(reader, query, day, &counted)?;
    let released = disclosure::audit(table, &released(reader)?).map_err(withheld)?;
    let table = released.table().clone();
    let cells = table.cells.iter().map(|(key, count)| Cell {
        key: key.clone(),
        value: Some(count.value),
        shown: count.value.to_string(),
        why: None,
    });
    let cells = cells.collect();
    let in_a_span = |n: u64| Count {
        value: None,
        shown: disclosure::span(n),
    };
    let consent = Consents {
        never_asked: in_a_span(counted.never_asked),
        left_out: in_a_span(counted.left_out),
    };
    let handed_over = in_a_span(counted.handed_over);
    Ok((table, cells, (consent, handed_over)))
}

/// What was released before.
fn released(reader: &Reader) -> Result<Vec<Earlier>, AppError> {
    let office = reader.office_events()?;
    Ok(office
        .into_iter()
        .filter_map(|event| match event.payload.entry {
            Entry::TableReleased(release) => Some(Earlier {
                question: release.query,
                cells: release
                    .cells
                    .into_iter()
                    .filter_map(|(key, value)| value.map(|value| (key, value)))
                    .collect(),
            }),
            _ => None,
        })
        .collect())
}

fn count(
    reader: &Reader,
    query: &Query,
    day: NaiveDate,
    counted: &Counted,
) -> Result<Table, AppError> {
    known("unit", &query.unit, UNITS)?;
    let declared = Declared::of(&reader.office_events()?);
    let by = query.by.iter().map(|name| ("by", name, &[][..]));
    let filters = query.filters.iter();
    let filters = filters.map(|(name, values)| ("where", name, values.as_slice()));
    for (option, dimension, values) in by.chain(filters) {
        match own::dimension(dimension) {
            Some(name) => own::counted_by(&declared, option, name, values)?,
            None => known("dimension", dimension, DIMENSIONS)?,
        }
    }
    let mut atoms = Vec::new();
    let mut person = 0_u64;
    for (source, case) in (0_u64..).zip(find::cases(reader, query.as_of)?) {
        let admitted = |one: &&Person| counted.admits(case.id, one.number);
        let persons: Vec<&Person> = case.people.iter().filter(admitted).collect();
        for thing in things(&query.unit, &case, &persons) {
            let place = persons
                .iter()
                .position(|one| one.number == thing.who.number);
            let place = place.and_then(|place| u64::try_from(place).ok());
            let value = |name: &String| match own::dimension(name) {
                Some(field) => own::cell(&declared, &case, thing.who.number, field),
                None => thing.value(name, day),
            };
            let admitted = query
                .filters
                .iter()
                .all(|(name, values)| values.iter().any(|v| v.eq_ignore_ascii_case(&value(name))));
            let in_period = query.period.is_none_or(|(from, to)| {
                thing
                    .date()
                    .is_some_and(|date| (from..=to).contains(&date.year()))
            });
            if admitted && in_period {
                atoms.push(Atom {
                    key: query.by.iter().map(value).collect(),
                    person: person.saturating_add(place.unwrap_or_default()),
                    source,
                });
            }
        }
        person = person.saturating_add(u64::try_from(persons.len()).unwrap_or(1));
    }
    Ok(Table::count(
        &query.unit,
        &question(query),
        &query.by,
        &atoms,
    ))
}

fn withheld(refusal: Refusal) -> AppError {
    let Refusal { small, differs } = refusal;
    AppError::Withheld(Withheld {
        small,
        differs,
        threshold: disclosure::THRESHOLD,
    })
}

fn known(what: &'static str, given: &str, known: &[&'static str]) -> Result<(), AppError> {
    if known.contains(&given) {
        return Ok(());
    }
    let known = known.iter().map(|known| (*known).to_owned()).collect();
    Err(AppError::UnknownTerm { what, known })
}

/// The question without the day: the same one asked later is the same question.
fn question(query: &Query) -> String {
    let mut filters: Vec<String> = query
        .filters
        .iter()
        .map(|(name, values)| {
            let mut values: Vec<String> = values.iter().map(|v| v.to_ascii_lowercase()).collect();
            values.sort();
            format!("{name}={}", values.join(","))
        })
        .collect();
    filters.sort();
    let period = query
        .period
        .map(|(from, to)| format!("{from}-{to}"))
        .unwrap_or_default();
    format!(
        "{}|{}|{}|{period}",
        query.unit,
        query.by.join(","),
        filters.join(";")
    )
}

fn shown(
    table: Table,
    mut cells: Vec<Cell>,
    (consent, handed_over): LeftOut,
    mut note_steps: Vec<Step>,
    released_to: Option<String>,
) -> view::Table {
    let mut told = note("note-consent");
    for (name, number) in [("never", &consent.never_asked), ("out", &consent.left_out)] {
        told.args.insert(name.to_owned(), number.shown.clone());
    }
    note_steps.push(told);
    let mut told = note("note-handed-over");
    let number = handed_over.shown.clone();
    told.args.insert("count".to_owned(), number);
    note_steps.push(told);
    // By key, totals last.
    let rank = |cell: &Cell| {
        cell.key
            .iter()
            .map(|part| (part == TOTAL, part.clone()))
            .collect::<Vec<_>>()
    };
    cells.sort_by_key(rank);
    view::Table {
        schema: "nansen.table/1",
        releasable: released_to.is_some(),
        consent,
        handed_over,
        unit: table.unit,
        dimensions: table.dimensions,
        cells,
        notes: Vec::new(),
        note_steps,
        released_to,
    }
}

/// One thing to count: a person, a case, an application or a decision.
struct Thing<'a> {
    case: &'a Case,
    /// Whose it is; of a case the first who may be counted.
    who: &'a Person,
    /// The applications that bear on it, in the order of recording.
    applications: Vec<&'a Application>,
    /// It is this one.
    application: Option<&'a Application>,
    decision: Option<(Option<&'a Appeal>, &'a Decision)>,
}

/// What of a case is counted. `persons` are those who are.
fn things<'a>(unit: &str, case: &'a Case, persons: &[&'a Person]) -> Vec<Thing<'a>> {
    let of = |who: &'a Person| Thing {
        case,
        who,
        applications: case
            .applications
            .iter()
            .filter(|a| a.person == who.number)
            .collect(),
        application: None,
        decision: None,
    };
    let applications = |who: &'a Person| {
        let own = case.applications.iter().filter(|a| a.person == who.number);
        own.map(move |a| Thing {
            application: Some(a),
            ..of(who)
        })
    };
    let persons = persons.iter().copied();
    match unit {
        "applications" => persons.flat_map(applications).collect(),
        "decisions" => persons
            .flat_map(applications)
            .flat_map(|thing| {
                let decisions = thing.application.into_iter();
                let decisions = decisions.flat_map(|a| Matter::Application(a).decisions());
                decisions.map(move |decision| Thing {
                    decision: Some(decision),
                    applications: Vec::new(),
                    ..thing
                })
            })
            .collect(),
        "cases" => {
            let numbers: Vec<u16> = persons.clone().map(|one| one.number).collect();
            let counted = |a: &&Application| numbers.contains(&a.person);
            let first = persons.take(1);
            first
                .map(|who| Thing {
                    applications: case.applications.iter().filter(counted).collect(),
                    ..of(who)
                })
                .collect()
        }
        _ => persons.map(of).collect(),
    }
}

impl Thing<'_> {
    /// The day it is dated by: the decision's, the application's, for a person the first application's.
    fn date(&self) -> Option<NaiveDate> {
        if let Some((_, decision)) = self.decision {
            return decision.day().map(PartialDate::earliest);
        }
        let lodged = |application: &Application| application.lodged().map(PartialDate::earliest);
        match self.application {
            Some(application) => lodged(application),
            None => self.applications.iter().copied().filter_map(lodged).min(),
        }
    }

    /// What the state, kind and basis of a person are read from: the latest application.
    fn application(&self) -> Option<&Application> {
        self.application.or(self.applications.last().copied())
    }

    fn value(&self, dimension: &str, day: NaiveDate) -> String {
        let none = || "none".to_owned();
        let opened = self.case.opened.as_ref();
        match dimension {
            "protection" => self.protection(None).map_or_else(none, |p| p.to_string()),
            "protection_now" => self
                .protection(Some(day))
                .map_or_else(none, |p| p.to_string()),
            "outcome" => self
                .outcome()
                .map_or_else(|| "pending".to_owned(), |o| o.to_string()),
            "kind" => self
                .application()
                .map_or_else(none, |a| a.data.kind.to_string()),
            "origin" => self.who.origin.clone(),
            "jurisdiction" => match self.application() {
                Some(application) => application.data.jurisdiction.clone(),
                None => opened.map_or_else(none, |o| o.jurisdiction.clone()),
            },
            "sex" => self.who.sex.to_string(),
            "age_band" => age_band(self.who.born, day),
            "year" => self
                .date()
                .map_or_else(none, |date| date.year().to_string()),
            "quarter" => self.date().map_or_else(none, |date| {
                format!("{}-Q{}", date.year(), date.month0() / 3 + 1)
            }),
            "office" => opened.and_then(|o| o.office.clone()).unwrap_or_else(none),
            "basis" => self.basis().unwrap_or_else(none),
            "instance" => self.instance().to_owned(),
            _ => self
                .application()
                .map_or_else(none, |a| a.state().to_string()),
        }
    }

    /// The strongest form granted: ever, or what still runs at a day.
    fn protection(&self, still: Option<NaiveDate>) -> Option<Protection> {
        let runs = |decision: &Decision| {
            still.is_none_or(|day| {
                decision
                    .data
                    .until
                    .is_none_or(|until| until.latest() >= day)
            })
        };
        if let Some((_, decision)) = self.decision {
            // Of a decision: what it granted, and now only while that is what the person has by it.
            let standing = self.application.and_then(Application::standing_grant);
            let stands = still.is_none() || standing.is_some_and(|one| one.id == decision.id);
            return decision
                .data
                .protection
                .filter(|_| stands && runs(decision));
        }
        let of = |application: &Application| match still {
            None => application
                .course()
                .filter_map(|(_, d)| d.data.protection)
                .min(),
            Some(_) => application
                .standing_grant()
                .filter(|d| runs(d))
                .and_then(|d| d.data.protection),
        };
        match self.application {
            Some(application) => of(application),
            None => self.applications.iter().copied().filter_map(of).min(),
        }
    }

    fn outcome(&self) -> Option<Outcome> {
        let last = |application: &Application| {
            application
                .course()
                .last()
                .map(|(_, decision)| decision.data.outcome)
        };
        match self.decision {
            Some((_, decision)) => Some(decision.data.outcome),
            None => self.application().and_then(last),
        }
    }

    fn basis(&self) -> Option<String> {
        let of = |decision: &Decision| decision.data.basis.map(|basis| basis.to_string());
        match self.decision {
            Some((_, decision)) => of(decision),
            None => self.application()?.decisions.iter().rev().find_map(of),
        }
    }

    fn instance(&self) -> &'static str {
        let appeal = match self.decision {
            Some((appeal, _)) => appeal,
            None => self
                .application()
                .and_then(|application| application.appeals.last()),
        };
        appeal.map_or("first_instance", |appeal| appeal.data.kind.as_str())
    }
}

/// UNHCR's bands, by the difference of years, since nothing finer is known.
fn age_band(born: Option<i32>, day: NaiveDate) -> String {
    let band = match born.map(|born| day.year() - born) {
        None => "unknown",
        Some(..=4) => "0-4",
        Some(5..=11) => "5-11",
        Some(12..=17) => "12-17",
        Some(18..=59) => "18-59",
        Some(60..) => "60+",
    };
    band.to_owned()
}
