//! `due --sheet`: the week, day by day, on a page to hang up.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::app::due::Query;
use crate::app::error::AppError;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{Deadline, Due, DueSheet, SheetDay, SheetHearing};
use crate::domain::case::Case;
use crate::rules;

/// How many days a sheet has after its first.
const WEEK: u64 = 6;

impl Session<'_> {
    /// The seven days from a day on, with what is past and what has no day above them.
    ///
    /// # Errors
    /// As [`Session::due`].
    pub fn due_sheet(&self, query: &Query, neutral: bool) -> Result<DueSheet, AppError> {
        let query = Query {
            within: WEEK,
            ..query.clone()
        };
        let mut due = self.due(&query)?;
        if neutral {
            bare(&mut due);
        }
        let day = due.as_of;
        let cases = self.listed(&query)?;
        let laws = cases.iter().flat_map(|case| {
            let own = case.opened.iter().map(|opened| &opened.jurisdiction);
            own.chain(case.applications.iter().map(|one| &one.data.jurisdiction))
        });
        let laws: BTreeSet<&String> = laws.collect();
        let (silent, mut items): (Vec<_>, Vec<_>) =
            due.items.into_iter().partition(Deadline::is_silence);
        let (late, mut tasks): (Vec<_>, Vec<_>) =
            due.tasks.into_iter().partition(|task| task.due < day);
        let mut days = Vec::new();
        for ahead in 0..=WEEK {
            let Some(on) = day.checked_add_days(Days::new(ahead)) else {
                break;
            };
            let (these, rest) = items.into_iter().partition(|item| item.due == Some(on));
            items = rest;
            let (steps, later) = tasks.into_iter().partition(|task| task.due == on);
            tasks = later;
            let shut = laws
                .iter()
                .filter(|law| rules::may_be_closed(self.book(), law, on));
            days.push(SheetDay {
                day: on,
                closed: shut.map(|law| (*law).clone()).collect(),
                items: these,
                hearings: hearings(&cases, on, neutral),
                tasks: steps,
            });
        }
        let left_out = due.left_out.total();
        let (ahead, before) = items
            .into_iter()
            .partition(|item| item.due.is_some_and(|due| due > day));
        let until = days.last().map_or(day, |last| last.day);
        Ok(DueSheet {
            schema: "nansen.due-sheet/1",
            from: day,
            until,
            neutral,
            disappeared: due.disappeared,
            silent,
            alarm_plan: due.alarm_plan,
            measures: due.measures,
            before,
            late,
            days,
            ahead,
            left_out,
            stands_in_for: due.stands_in_for,
            left_out_by: due.left_out,
            whose: due.whose,
        })
    }
}

/// Without what is not for a wall that visitors see: callsigns, reasons, and the office's own words.
fn bare(due: &mut Due) {
    for one in &mut due.items {
        one.callsign.clear();
        one.citation = None;
    }
    due.measures.iter_mut().for_each(|one| one.callsign.clear());
    for one in &mut due.disappeared {
        one.callsign.clear();
        one.reason = None;
    }
    for one in &mut due.tasks {
        one.callsign.clear();
        one.text = None;
    }
    due.alarm_plan.iter_mut().for_each(|step| step.text = None);
}

/// Hearings and interviews that are, or may be, on a day.
fn hearings(cases: &[Case], on: NaiveDate, neutral: bool) -> Vec<SheetHearing> {
    let mut found = Vec::new();
    for case in cases {
        for one in &case.happenings {
            if one.data.is_heard_within(on, on) {
                found.push(SheetHearing {
                    case: number_of(case),
                    what: one.data.what.as_str().to_owned(),
                    place: one.data.place.clone(),
                    person: case.has_several().then_some(one.person),
                    callsign: if neutral {
                        String::new()
                    } else {
                        callsign_of(case)
                    },
                    worker: case.worker.clone(),
                });
            }
        }
    }
    found
}
