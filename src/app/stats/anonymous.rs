//! `export anonymous`: a list of cases without names in which each looks like enough others, remembered beside the tables that
//! left.

mod columns;
mod instead;
mod lines;
mod propose;

use chrono::{Datelike as _, NaiveDate};
use data_encoding::HEXLOWER;

use super::crowd::crowd;
use super::ledger::{earlier, next_number};
use super::past::{Past, sizes};
use super::protect::digest;
use super::threshold::{self, with_a_reason};
use crate::app::error::AppError;
use crate::app::second::Second;
use crate::app::session::Session;
use crate::app::view::{AnonymousColumn, AnonymousList};
use crate::base::id::CaseId;
use crate::base::random::{NoRandomness, Random};
use crate::disclosure::ledger::joint;
use crate::disclosure::micro::{Extract, NotAnonymous, ids};
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::{Entry, ListAsked, TableAsked, TableLeft};
use columns::RESULT;
use instead::instead;
use lines::{Made, cells, has, kept, lines_of, made, of_cases};

pub use columns::NAMES;
pub(super) use lines::{found, printed, sheet};

/// The column of what a line is called.
const ID: &str = "id";

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
    Small(usize, Risk, Instead),
    /// Together with what left before it would tell of single people.
    Beside {
        /// The numbers of what left.
        with: String,
        /// Fewer persons than this are few.
        threshold: i64,
        /// What it would risk by itself.
        risk: Risk,
        /// What may leave in its place.
        instead: Instead,
    },
}

/// What was looked for in the place of a list that may not leave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instead {
    /// What may leave.
    pub found: Vec<ListInstead>,
    /// How many lists were tried.
    pub tried: usize,
}

/// A list that may leave in the place of one that may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListInstead {
    /// The columns that are left out besides, where it differs by that.
    pub without: Vec<&'static str>,
    /// Cases that look alike, at least.
    pub k: usize,
    /// How many cases are on it.
    pub lines: usize,
}

impl ListQuery {
    fn asked(&self) -> ListAsked {
        ListAsked {
            k: self.k,
            is_public: self.is_public,
            keep: self.keep.clone(),
            without: self.without.clone(),
            may_blank: true,
        }
    }
}

/// What a list risks, as it was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risk {
    /// How many cases are on it.
    pub lines: usize,
    /// How many have a value that was blanked because they stand out.
    pub blanked: usize,
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
            blanked: extract.blanked(),
            left_out: extract.left_out(),
            smallest: extract.smallest(),
            in_small_classes: extract.in_small_classes(),
        }
    }
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
            let mut judged = judge(&past, query, day, today)?;
            let is_wanted = Second::of(now.tx.id(), &past.office).is_wanted();
            if is_wanted && judged.is_decision() {
                return Err(AppError::SecondWanted);
            }
            judged.name_lines(&mut now.world.random)?;
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

    /// Draws what the ids of its lines are made of, where it leaves for the first time.
    fn name_lines(&mut self, random: &mut Random) -> Result<(), NoRandomness> {
        if self.left.ids.is_none() {
            let drawn: [u8; 16] = random.bytes()?;
            self.left.ids = Some(HEXLOWER.encode(&drawn));
        }
        Ok(())
    }
}

/// Judges a list; where a coarser one could leave, the refusal says which.
fn judge(
    past: &Past,
    query: &ListQuery,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<Judged, AppError> {
    let mut budget = Budget::seconds(SECONDS);
    judge_alone(past, query, day, today, &mut budget).map_err(|mut error| {
        if let AppError::NoList(
            NoList::Small(_, _, found) | NoList::Beside { instead: found, .. },
        ) = &mut error
        {
            *found = instead(past, query, day, today);
        }
        error
    })
}

fn judge_alone(
    past: &Past,
    query: &ListQuery,
    day: NaiveDate,
    today: NaiveDate,
    budget: &mut Budget,
) -> Result<Judged, AppError> {
    let cases = past.found(&of_cases(query.as_of), day, None);
    let threshold = threshold::of(&past.office);
    let like = i64::try_from(query.k).unwrap_or(threshold);
    if like < threshold {
        with_a_reason(query.because.as_deref(), threshold)?;
    }
    let mut made = made(&cases, query.asked(), query.as_of).map_err(AppError::NoList)?;
    made.asked.threshold = threshold;
    let earlier = earlier(past)?;
    let whom = past.whom(&earlier);
    let found = lines_of(&cases, &made);
    let cells = cells(&made.lines);
    // Which of its lines were shown on a decision is no part of the question.
    let before = earlier.iter().position(|one| {
        let asked = TableAsked {
            show: Vec::new(),
            ..one.left.asked.clone()
        };
        asked == made.asked && one.left.cells == cells && whom.are_same(&one.found, &found)
    });
    let risk = Risk::of(&made.extract);
    let few = u64::try_from(threshold).unwrap_or(0);
    let small = made.lines.iter().filter(|(_, many)| **many < few);
    let small: Vec<&String> = small.map(|(line, _)| line).collect();
    let given = small.len();
    let again = before.and_then(|at| earlier.get(at));
    if again.is_none() {
        past.all_followed(&earlier, &whom)?;
    }
    let decided = again.and_then(|one| one.left.because.clone());
    let because = query.because.clone().or(decided);
    if given > 0 && because.is_none() {
        let refused = NoList::Small(given, risk, Instead::default());
        return Err(AppError::NoList(refused));
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
    let mut crowd = crowd(&earlier, sheet, &found, &whom);
    for line in &small {
        crowd.give_up(crowd.new_sheet(), &[line]);
    }
    let beside = |with: Vec<String>| {
        AppError::NoList(NoList::Beside {
            with: with.join(", "),
            threshold,
            risk,
            instead: Instead::default(),
        })
    };
    // The list that left tells nothing when it leaves again.
    let told = again.is_none().then(|| joint(&crowd, &Simplex, budget));
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
        ids: again.and_then(|one| one.left.ids.clone()),
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
    rows.extend(made.extract.lines().into_iter().cloned());
    if let Some(drawn) = &left.ids {
        let names = [ID.to_owned()].into_iter().chain(ids(drawn, rows.len()));
        for (row, name) in rows.iter_mut().zip(names) {
            row.insert(0, name);
        }
    }
    let told = AnonymousList {
        schema: "nansen.anonymous/1",
        release: Some(left.number),
        to: left.to,
        k: list.k,
        lines: made.extract.lines().len(),
        blanked: made.extract.blanked(),
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
