//! `demo`: a throwaway store with an invented caseload, and what is worth looking at in it.

mod caseload;

use std::path::Path;

use chrono::{Days, NaiveDate};

use crate::app::arrange::Arrangement;
use crate::app::due::{Duty, Query, Whose};
use crate::app::error::AppError;
use crate::app::import::Options;
use crate::app::session::{Session, World};
use crate::app::view::{Due, Explanation, History, Table};
use crate::app::{rule, setup, stats};
use crate::base::date::PartialDate;
use crate::domain::code::{ContactRule, DeadlineState};
use crate::rules::Start;
use crate::store::Access;
use crate::vault::Identity;

/// What the demo shows, in its order.
#[derive(Debug)]
pub struct Demo {
    /// How many cases were loaded.
    pub cases: usize,
    /// A case with its history and its deadlines: the pattern that the program exists for.
    pub history: History,
    /// The arithmetic and the citation of its next deadline.
    pub explanation: Explanation,
    /// Who falls due this week, over everyone's cases.
    pub due: Due,
    /// The summary as the owner sees it.
    pub summary: Table,
    /// Why it may not leave as it stands.
    pub withheld: AppError,
    /// A summary that may leave.
    pub released: Table,
}

/// Events older than this came to the office by an import; what is newer its members recorded.
const RECORDED_DAYS: u64 = 60;

/// Makes a store at `dir/store` for `identity`, loads the caseload and looks at it.
///
/// # Errors
/// Whatever the disk says.
pub fn run(dir: &Path, identity: &Identity, world: &mut World) -> Result<Demo, AppError> {
    let store = dir.join("store");
    setup::init(
        &store,
        identity,
        setup::FIRST_MEMBER,
        None,
        &[],
        ContactRule::Sealed,
        world,
    )?;
    let mut session = Session::open(&store, identity, Access::Write, world)?;
    let today = session.today();
    let caseload = caseload::office(today);
    let since = today
        .checked_sub_days(Days::new(RECORDED_DAYS))
        .unwrap_or(today);
    let older: Vec<&str> = caseload
        .lines()
        .filter(|line| is_older(line, since))
        .collect();
    let older = older.join("\n");
    let quiet = &mut |_, _| {};
    let first = session.import(&older, Options::default(), quiet)?;
    let later = session.import(
        &caseload,
        Options {
            recorded: true,
            ..Options::default()
        },
        quiet,
    )?;
    let shown = later
        .shown
        .map
        .first()
        .map(|mapped| mapped.case.clone())
        .unwrap_or_default();
    let case = session.find(&shown)?;
    let history = session.show(case, None, false)?;
    let next = history
        .deadlines
        .iter()
        .filter(|d| d.state == DeadlineState::Open && d.rule.is_some() && d.citation.is_some())
        // What can still be argued has more to show than a duty of the same day.
        .min_by_key(|d| (d.last_arguable.is_none(), d.due));
    let explanation = match next.and_then(|d| d.rule.clone().zip(d.trigger.clone())) {
        Some((rule, trigger)) => {
            let kind = history
                .applications
                .last()
                .map(|application| application.kind.to_string());
            explain(&session, rule, trigger.date, kind)?
        }
        None => return Err(AppError::NothingToChange),
    };
    let due = session.due(&Query {
        arrange: Arrangement::default(),
        as_of: None,
        within: 7,
        overdue: false,
        whose: Whose::All,
        offices: Vec::new(),
        jurisdictions: Vec::new(),
        duty: Duty::Ours,
    })?;
    let question = |by: &str| stats::Query {
        unit: "persons".to_owned(),
        by: vec![by.to_owned()],
        ..stats::Query::default()
    };
    let summary = session.stats_show(&question("protection"), &stats::Groups::default())?;
    let small = summary.cells.iter().find(|cell| cell.shown.ends_with('!'));
    let protect = stats::Protect {
        threshold: 5,
        show: small.map(|cell| cell.key.clone()).into_iter().collect(),
        ..stats::Protect::default()
    };
    let by = question("protection");
    let Err(withheld) = session.stats_release(&by, &protect, "press", true) else {
        return Err(AppError::NothingToChange);
    };
    let protect = stats::Protect {
        show: Vec::new(),
        ..protect
    };
    let released = session.stats_release(&by, &protect, "press", true)?;
    let cases = first.shown.cases + later.shown.cases;
    Ok(Demo {
        cases,
        history,
        explanation,
        due,
        summary,
        withheld,
        released,
    })
}

fn explain(
    session: &Session<'_>,
    rule: String,
    from: PartialDate,
    kind: Option<String>,
) -> Result<Explanation, AppError> {
    let query = crate::rules::Query {
        rule,
        from: Start::Date(from),
        facts: kind
            .map(|kind| ("application_kind".to_owned(), kind))
            .into_iter()
            .collect(),
        region: None,
        dates: std::collections::BTreeMap::new(),
        event: None,
    };
    rule::explain(session.book(), &query, session.today())
}

/// Whether a line opens a case, or all that it says had happened before `since`.
fn is_older(line: &str, since: NaiveDate) -> bool {
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(line) else {
        return false;
    };
    fields
        .iter()
        .filter(|(name, _)| *name != "until")
        .all(|(_, value)| {
            let date: Option<PartialDate> = value.as_str().and_then(|text| text.parse().ok());
            date.is_none_or(|date| date.latest() < since)
        })
}

#[cfg(test)]
mod tests;
