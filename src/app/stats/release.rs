//! `stats release`: a table made fit to leave, checked beside all that left before, and remembered.

use super::ground::{Ground, Judged};
use super::groups::Groups;
use super::printed::{TELLS, table};
use super::threshold::with_a_reason;
use super::{Query, note, rates, shape, terms, times};
use crate::app::consent::Counted;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::view;
use crate::base::id::CaseId;
use crate::disclosure::witness::{Budget, Simplex};
use crate::domain::event::{Entry, Step};

/// What may be spent on one table, and on its check beside the others, where nothing else is said.
pub(super) const SECONDS: u32 = 10;

/// The shortest reason for which small numbers are shown.
const REASON: usize = 20;

/// Refuses a reason that says next to nothing.
pub(super) fn long_enough(reason: &str) -> Result<(), AppError> {
    if reason.chars().count() < REASON {
        return Err(AppError::ShortReason);
    }
    Ok(())
}

/// How a table is to be protected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protect {
    /// Fewer than so many persons are small.
    pub threshold: i64,
    /// Every number to the nearest five.
    pub round: bool,
    /// Values counted as one.
    pub combine: Vec<Vec<String>>,
    /// Groups above the values of dimensions.
    pub groups: Groups,
    /// Tell what readers can work out.
    pub intervals: bool,
    /// Cells to withhold.
    pub withhold: Vec<Vec<String>>,
    /// Small cells to show all the same.
    pub show: Vec<Vec<String>>,
    /// Why.
    pub because: Option<String>,
    /// What the table is for.
    pub purpose: Option<String>,
    /// For how many seconds it may be computed.
    pub seconds: Option<u32>,
    /// Refuse what could only be compared with one earlier table at a time.
    pub strict: bool,
}

impl Session<'_> {
    /// Lets a table leave and remembers it.
    ///
    /// # Errors
    /// [`AppError::Withheld`] where no form of it may leave; [`AppError::SecondWanted`] where another member must approve.
    pub fn stats_release(
        &mut self,
        query: &Query,
        protect: &Protect,
        to: &str,
        dry_run: bool,
    ) -> Result<view::Table, AppError> {
        let today = self.today();
        if dry_run {
            let ground = Ground::read(&self.store, today)?;
            let (judged, query) = judged(&ground, query, protect, to)?;
            let mut table = whole(&judged, &Counted::of(&self.store)?, to, &query);
            table.day = ground.day_of(&judged.left.number).unwrap_or(today);
            return Ok(table);
        }
        self.inside(|now| {
            let ground = Ground::read(now.tx, today)?;
            let (judged, query) = judged(&ground, query, protect, to)?;
            // What left already needs nobody to approve of it again.
            let before = ground.day_of(&judged.left.number);
            if before.is_none() && ground.waits_for_second(&query, protect)? {
                return Err(AppError::SecondWanted);
            }
            let payload = now.payload(Entry::TableLeft(judged.left.clone()));
            // Of what leaves again the day on which it first left: the same bytes.
            let left_on = payload.at.date_naive();
            now.tx.append(CaseId::OFFICE, payload)?;
            let mut table = whole(&judged, &Counted::of(now.tx)?, to, &query);
            table.day = before.unwrap_or(left_on);
            Ok(table)
        })
    }
}

impl Session<'_> {
    /// Judges a table as if it were to leave. Nothing does, and what it gives says so.
    ///
    /// # Errors
    /// As [`Session::stats_release`], but nobody else is asked.
    pub fn stats_trial(
        &self,
        query: &Query,
        protect: &Protect,
        to: &str,
    ) -> Result<view::Table, AppError> {
        let today = self.today();
        let ground = Ground::read(&self.store, today)?;
        let (judged, query) = judged(&ground, query, protect, to)?;
        let counted = Counted::of(&self.store)?;
        let waits = ground.waits_for_second(&query, protect)?;
        let asked = (&query, protect);
        let mut table = undecided(&ground, &judged, &counted, asked, to, waits)?;
        table.day = today;
        table.release = None;
        table.trial = true;
        Ok(table)
    }
}

/// A table that has not left: what the office would decide to show is withheld in it and named, since nobody has decided yet;
/// where it waits for another member, it is the office's threshold that holds.
pub(super) fn undecided(
    ground: &Ground,
    judged: &Judged,
    counted: &Counted,
    (query, protect): (&Query, &Protect),
    to: &str,
    waits: bool,
) -> Result<view::Table, AppError> {
    let is_lower = waits && protect.threshold < ground.threshold;
    let threshold = if is_lower {
        ground.threshold
    } else {
        protect.threshold
    };
    let hidden = Protect {
        show: Vec::new(),
        threshold,
        ..protect.clone()
    };
    let seconds = protect.seconds.unwrap_or(SECONDS);
    let again = (hidden != *protect).then(|| ground.judge(query, &hidden, to, seconds));
    let mut table = match again.transpose() {
        Ok(hidden) => whole(hidden.as_ref().unwrap_or(judged), counted, to, query),
        // Without what would be decided no form of it may leave: then none of its numbers is told.
        Err(AppError::Withheld(_)) => {
            let mut table = whole(judged, counted, to, query);
            for cell in &mut table.cells {
                cell.value = None;
                "x".clone_into(&mut cell.shown);
                cell.why = Some("line".to_owned());
                cell.interval = None;
            }
            let told = [&mut table.population].into_iter();
            for count in told.chain(table.unknown.values_mut()) {
                count.value = None;
                "x".clone_into(&mut count.shown);
            }
            table.rates = Vec::new();
            table.times = Vec::new();
            "x".clone_into(&mut table.consent.never_asked.shown);
            let tells = |step: &Step| {
                let is_one = [TELLS, "note-zero"].contains(&step.text.as_str());
                is_one || step.text.starts_with("note-consent")
            };
            table.note_steps.retain(|step| !tells(step));
            table
        }
        Err(other) => return Err(other),
    };
    table.released_to = None;
    table.releasable = false;
    table.note_steps.retain(|step| step.text != "note-decided");
    if !protect.show.is_empty() {
        let step = note("note-would-show");
        let cells = protect.show.clone();
        table.note_cells.insert(step.text.clone(), cells);
        table.note_steps.push(step);
    }
    if is_lower {
        let mut step = note("note-would-lower");
        let threshold = protect.threshold.to_string();
        step.args.insert("threshold".to_owned(), threshold);
        table.note_steps.push(step);
    }
    Ok(table)
}

/// The table with its rates and times, which are reckoned from what it prints.
pub(super) fn whole(judged: &Judged, counted: &Counted, to: &str, query: &Query) -> view::Table {
    let mut table = table(judged, counted, to);
    // What is remembered has small letters alone, an alias of an office may have others.
    table.filters = terms::filters(&query.filters);
    table.above.clone_from(&judged.left.asked.groups);
    let humanitarian = shape::HUMANITARIAN.join("+");
    let is_told = |cell: &view::Cell| cell.key.contains(&humanitarian);
    if query.word == Some(shape::OPTION) && table.cells.iter().any(is_told) {
        table.note_steps.push(note("note-humanitarian"));
    }
    if !query.rates.is_empty() {
        // Readers work out of the whole table what it leaves open, whether or not that is printed.
        let mut budget = Budget::seconds(SECONDS);
        let known = judged.cleared.clone().with_intervals(&Simplex, &mut budget);
        table.rates = rates::of_released(&query.rates, &known);
    }
    table.times = times::shown(&judged.left.times, &judged.left.timed, &query.by);
    table
}

/// Judges a table; where it may not leave, the refusal says what may. With it the question, in which each share has its
/// dimension.
pub(super) fn judged(
    ground: &Ground,
    query: &Query,
    protect: &Protect,
    to: &str,
) -> Result<(Judged, Query), AppError> {
    if protect.threshold < ground.threshold {
        with_a_reason(protect.because.as_deref(), ground.threshold)?;
    }
    if !protect.show.is_empty()
        && let Some(reason) = &protect.because
    {
        long_enough(reason)?;
    }
    let seconds = protect.seconds.unwrap_or(SECONDS);
    let judged = ground
        .every_grant_has_a_code(query)
        .and_then(|()| ground.judge(query, protect, to, seconds));
    if !matches!(judged, Ok(_) | Err(AppError::Withheld(_))) {
        return judged.map(|judged| (judged, query.clone()));
    }
    let query = ground.placed(query, protect)?;
    ground.something_is_recorded(&query)?;
    match judged {
        Ok(judged) => Ok((judged, query)),
        Err(AppError::Withheld(refusal)) => Err(ground.refusal(refusal.why, &query, protect, to)),
        Err(other) => Err(other),
    }
}
