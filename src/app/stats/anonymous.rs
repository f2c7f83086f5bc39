//! `export anonymous`: a list of cases without names in which each looks like enough others, remembered beside the tables that
//! left.

mod columns;
mod propose;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::Query;
use super::ground::same_people;
use super::ledger::{crowd, earlier, next_number};
use super::past::{Found, Past, sizes};
use super::protect::digest;
use super::threshold::{self, with_a_reason};
use crate::app::error::AppError;
use crate::app::second::Second;
use crate::app::session::Session;
use crate::app::view::{AnonymousColumn, AnonymousList};
use crate::base::id::CaseId;
use crate::disclosure::TOTAL;
use crate::disclosure::ledger::{Sheet, joint};
use crate::disclosure::micro::{Extract, NotAnonymous, Record, Rule, Sensitive, anonymous};
use crate::disclosure::model::{Axis, Shape};
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::{Entry, ListAsked, TableAsked, TableLeft};
use columns::{COLUMNS, RESULT};

pub use columns::NAMES;

/// What a list counts by, in the ledger: its lines.
const LINE: &str = "line";

/// What may be spent on the check beside what left before.
const SECONDS: u32 = 10;

/// What is asked.
#[derive(Debug, Clone, Default)]
pub struct ListQuery {
    /// Cases that look alike, at least: fewer than the office's threshold only with a reason.
    pub k: usize,
    /// Anybody may have it.
    pub is_public: bool,
    /// Columns that are to stay fine.
    pub keep: Vec<String>,
    /// Columns that are left out.
    pub without: Vec<String>,
    /// To whom.
    pub to: String,
    /// Why small numbers are shown.
    pub because: Option<String>,
    /// The day.
    pub as_of: Option<NaiveDate>,
}

/// Why there is no list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoList {
    /// The engine's word.
    Not(NotAnonymous),
    /// So many cases have one result, in per cent: whoever is listed has it.
    OneResult(usize),
    /// Its lines show so many small numbers, and nobody said why.
    Small(usize, Risk),
    /// Together with what left before it would tell of single people.
    Beside(String, Risk),
}

/// What a list risks, as it was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risk {
    /// How many cases are on it.
    pub lines: usize,
    /// How many were left out because they stand out.
    pub left_out: usize,
    /// The fewest cases that look alike.
    pub smallest: usize,
    /// How many look like fewer than ten.
    pub in_small_classes: usize,
}

impl Risk {
    fn of(extract: &Extract) -> Self {
        Self {
            lines: extract.lines().len(),
            left_out: extract.left_out(),
            smallest: extract.smallest(),
            in_small_classes: extract.in_small_classes(),
        }
    }
}

/// A list, and how it is remembered.
struct Made {
    extract: Extract,
    asked: TableAsked,
    /// How many cases each line stands for.
    lines: BTreeMap<String, u64>,
}

impl Session<'_> {
    /// Makes a list that may leave and remembers it; the second result is the list itself.
    ///
    /// # Errors
    /// [`AppError::NoList`], where there is none.
    pub fn anonymous(
        &mut self,
        query: &ListQuery,
        dry_run: bool,
    ) -> Result<(AnonymousList, Vec<Vec<String>>), AppError> {
        let (day, today) = (self.day(query.as_of), self.today());
        if dry_run {
            return Ok(shown(judge(&Past::read(&self.store)?, query, day, today)?));
        }
        self.inside(|now| {
            let past = Past::read(now.tx)?;
            let judged = judge(&past, query, day, today)?;
            let is_wanted = Second::of(now.tx.id(), &past.office).is_wanted();
            if is_wanted && judged.is_decision() {
                return Err(AppError::SecondWanted);
            }
            let payload = now.payload(Entry::TableLeft(judged.left.clone()));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(shown(judged))
        })
    }
}

/// A list that may leave, and how it is remembered.
struct Judged {
    made: Made,
    left: TableLeft,
    /// How many small numbers its lines show.
    given: usize,
    /// With how many releases it was compared.
    compared: usize,
    /// It is one that left already.
    left_before: bool,
}

impl Judged {
    /// Whether it leaves on a decision of the office. One that left already tells nothing when it leaves again.
    const fn is_decision(&self) -> bool {
        self.left.because.is_some() && !self.left_before
    }
}

fn judge(
    past: &Past,
    query: &ListQuery,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Judged, AppError> {
    let list = ListAsked {
        k: query.k,
        is_public: query.is_public,
        keep: query.keep.clone(),
        without: query.without.clone(),
    };
    let cases = past.found(&of_cases(query.as_of), day, None);
    let threshold = threshold::of(&past.office);
    let like = i64::try_from(query.k).unwrap_or(threshold);
    if like < threshold {
        with_a_reason(query.because.as_deref(), threshold)?;
    }
    let mut made = made(&cases, list, query.as_of).map_err(AppError::NoList)?;
    made.asked.threshold = threshold;
    let earlier = earlier(past)?;
    let found = lines_of(&cases, &made.extract, &made.asked);
    let cells = cells(&made.lines);
    // Which of its lines were shown on a decision is no part of the question.
    let before = earlier.iter().position(|one| {
        let asked = TableAsked {
            show: Vec::new(),
            ..one.left.asked.clone()
        };
        asked == made.asked && one.left.cells == cells && same_people(&one.found, &found)
    });
    let risk = Risk::of(&made.extract);
    let few = u64::try_from(threshold).unwrap_or(0);
    let small = made.lines.iter().filter(|(_, many)| **many < few);
    let small: Vec<&String> = small.map(|(line, _)| line).collect();
    let given = small.len();
    let again = before.and_then(|at| earlier.get(at));
    let decided = again.and_then(|one| one.left.because.clone());
    let because = query.because.clone().or(decided);
    if given > 0 && because.is_none() {
        return Err(AppError::NoList(NoList::Small(given, risk)));
    }
    // What left before left on a reason that was taken then.
    if let (None, Some(reason)) = (again, &query.because)
        && given > 0
    {
        with_a_reason(Some(reason), threshold)?;
    }
    let number = again.map_or_else(
        || next_number(&past.office, today.year()),
        |one| one.left.number.clone(),
    );
    let sheet = sheet(&number, &made.lines, threshold).ok_or(AppError::LedgerDamaged)?;
    let mut crowd = crowd(&earlier, sheet, &found);
    for line in &small {
        crowd.give_up(earlier.len(), &[line]);
    }
    let mut budget = Budget::seconds(SECONDS);
    let beside = |with: Vec<String>| AppError::NoList(NoList::Beside(with.join(", "), risk));
    // The list that left tells nothing when it leaves again.
    let told = again
        .is_none()
        .then(|| joint(&crowd, &Simplex, &mut budget));
    let told = told.transpose().map_err(|conflict| beside(conflict.with))?;
    if told.is_some_and(|joint| !joint.withhold.is_empty()) {
        // A line cannot be withheld: the list would not be the one that was made.
        return Err(beside(
            earlier.iter().map(|one| one.left.number.clone()).collect(),
        ));
    }
    let mut asked = made.asked.clone();
    asked.show = small.iter().map(|line| vec![(*line).clone()]).collect();
    let left = TableLeft {
        number,
        to: query.to.clone(),
        purpose: None,
        day,
        because: because.filter(|_| given > 0 || like < threshold),
        counts: sizes(&found).into_iter().collect(),
        digest: digest(&cells),
        cells,
        times: Vec::new(),
        timed: Vec::new(),
        asked,
        pairwise: false,
        added: false,
        proposed_by: None,
        approved: None,
    };
    Ok(Judged {
        made,
        left,
        given,
        compared: before.unwrap_or(earlier.len()),
        left_before: before.is_some(),
    })
}

/// The cases as they stood, each under its line, for the ledger.
pub(super) fn found(past: &Past, asked: &TableAsked, day: NaiveDate, before: u64) -> Vec<Found> {
    let Some(list) = &asked.list else {
        return Vec::new();
    };
    let cases = past.found(&of_cases(asked.as_of), day, Some(before));
    match made(&cases, (**list).clone(), asked.as_of) {
        Ok(made) => lines_of(&cases, &made.extract, &made.asked),
        Err(_) => Vec::new(),
    }
}

/// What the list printed, made again from the cases that it held.
pub(super) fn printed(found: &[Found]) -> Vec<(Vec<String>, String)> {
    cells(&counted(found.iter().map(|one| &one.key)))
}

/// How many cases have each line.
fn counted<'a>(all: impl IntoIterator<Item = &'a Vec<String>>) -> BTreeMap<String, u64> {
    let mut lines = BTreeMap::new();
    for line in all {
        *lines.entry(line.join(";")).or_insert(0) += 1;
    }
    lines
}

/// Whether a list has a column.
fn has(list: &ListAsked, column: &str) -> bool {
    !list.without.iter().any(|name| name == column)
}

/// The columns of a list beside the result, each with its place among all.
fn kept(list: &ListAsked) -> Vec<(usize, &'static columns::Column)> {
    let all = COLUMNS.iter().enumerate();
    all.filter(|(_, column)| has(list, column.name)).collect()
}

/// Every case with all that a list can say of it.
fn of_cases(as_of: Option<NaiveDate>) -> Query {
    let names = COLUMNS.iter().map(|column| column.value).chain([RESULT]);
    Query {
        unit: "cases".to_owned(),
        by: names.map(str::to_owned).collect(),
        as_of,
        ..Query::default()
    }
}

fn made(cases: &[Found], list: ListAsked, as_of: Option<NaiveDate>) -> Result<Made, NoList> {
    let (has_result, kept) = (has(&list, RESULT), kept(&list));
    let records: Vec<Record> = cases
        .iter()
        .map(|case| Record {
            ladders: kept
                .iter()
                .map(|(at, column)| column.ladder(case.key.get(*at).map_or("", String::as_str)))
                .collect(),
            sensitive: case
                .key
                .last()
                .filter(|_| has_result)
                .cloned()
                .into_iter()
                .collect(),
            // Of a family one is on the list; it hides behind as many cases.
            persons: 1,
        })
        .collect();
    let weight = |(_, column): &(usize, &columns::Column)| {
        if list.keep.iter().any(|name| name == column.name) {
            9
        } else {
            1
        }
    };
    let rule = Rule {
        k: list.k,
        sensitive: if has_result {
            vec![Sensitive { distinct: 2 }]
        } else {
            Vec::new()
        },
        is_public: list.is_public,
        weights: kept.iter().map(weight).collect(),
        ..Rule::default()
    };
    let extract = anonymous(&records, &rule).map_err(|refused| match refused {
        NotAnonymous::StandOut if has_result => {
            one_result(&records).map_or(NoList::Not(refused), NoList::OneResult)
        }
        other => NoList::Not(other),
    })?;
    let lines = counted(extract.lines());
    let asked = TableAsked {
        unit: "cases".to_owned(),
        by: vec![LINE.to_owned()],
        as_of,
        list: Some(Box::new(list)),
        ..TableAsked::default()
    };
    Ok(Made {
        extract,
        asked,
        lines,
    })
}

/// The share of the result that most cases have, where it is too large for any list.
fn one_result(records: &[Record]) -> Option<usize> {
    let mut many: BTreeMap<&String, usize> = BTreeMap::new();
    for record in records {
        for result in &record.sensitive {
            *many.entry(result).or_insert(0) += 1;
        }
    }
    let most = many.values().max().copied()? * 100 / records.len().max(1);
    Some(most).filter(|most| *most >= 80)
}

/// Each case that is on the list, under its line.
fn lines_of(cases: &[Found], extract: &Extract, asked: &TableAsked) -> Vec<Found> {
    let Some(list) = &asked.list else {
        return Vec::new();
    };
    let (has_result, kept) = (has(list, RESULT), kept(list));
    let lines: BTreeSet<&Vec<String>> = extract.lines().iter().collect();
    let mut found = Vec::new();
    for case in cases {
        let told = kept
            .iter()
            .zip(extract.heights())
            .map(|((at, column), height)| {
                let ladder = column.ladder(case.key.get(*at).map_or("", String::as_str));
                ladder.get(*height).cloned().unwrap_or_default()
            });
        let result = case.key.last().filter(|_| has_result).cloned();
        let line: Vec<String> = told.chain(result).collect();
        if lines.contains(&line) {
            found.push(Found {
                key: vec![line.join(";")],
                ..case.clone()
            });
        }
    }
    found
}

fn cells(lines: &BTreeMap<String, u64>) -> Vec<(Vec<String>, String)> {
    let all: u64 = lines.values().sum();
    let total = (vec![TOTAL.to_owned()], all.to_string());
    let line = |(line, many): (&String, &u64)| (vec![line.clone()], many.to_string());
    lines.iter().map(line).chain([total]).collect()
}

fn sheet(number: &str, lines: &BTreeMap<String, u64>, threshold: i64) -> Option<Sheet> {
    let codes: Vec<&str> = lines.keys().map(String::as_str).collect();
    let shape = Shape::new(vec![Axis::flat(LINE, &codes).ok()?]).ok()?;
    Sheet::recorded(number, shape, threshold, false, &cells(lines)).ok()
}

fn shown(judged: Judged) -> (AnonymousList, Vec<Vec<String>>) {
    let Judged {
        made, left, given, ..
    } = judged;
    let list = made.asked.list.as_deref().cloned().unwrap_or_default();
    let columns =
        kept(&list)
            .into_iter()
            .zip(made.extract.heights())
            .map(|((_, column), height)| AnonymousColumn {
                column: column.name.to_owned(),
                told: column.steps.get(*height).copied().unwrap_or("*").to_owned(),
            });
    let columns: Vec<AnonymousColumn> = columns.collect();
    let mut header: Vec<String> = columns.iter().map(|column| column.column.clone()).collect();
    if has(&list, RESULT) {
        header.push(RESULT.to_owned());
    }
    let mut rows = vec![header];
    rows.extend(made.extract.lines().iter().cloned());
    let told = AnonymousList {
        schema: "nansen.anonymous/1",
        release: Some(left.number),
        to: left.to,
        k: list.k,
        lines: made.extract.lines().len(),
        left_out: made.extract.left_out(),
        smallest: made.extract.smallest(),
        in_small_classes: made.extract.in_small_classes(),
        small_numbers: given,
        releases_compared: judged.compared,
        proposed: false,
        columns,
    };
    (told, rows)
}
