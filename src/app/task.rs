//! `task list`, and which case a next step is of.

use chrono::NaiveDate;

use crate::app::care;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::{Session, root_of};
use crate::app::view::Tasks;
use crate::base::id::CaseId;
use crate::domain::case::Case;

/// Which next steps to list.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The day.
    pub as_of: Option<NaiveDate>,
    /// Of this case alone.
    pub case: Option<CaseId>,
    /// Of this member alone: those given to them, and those of their cases that were given to nobody.
    pub worker: Option<String>,
    /// Those that were done or dropped, too.
    pub all: bool,
}

impl Session<'_> {
    /// Lists next steps of open cases, soonest first.
    ///
    /// # Errors
    /// The store's, or an unknown member.
    pub fn tasks(&self, query: &Query) -> Result<Tasks, AppError> {
        if let Some(alias) = &query.worker {
            find::member(&self.store, alias)?;
        }
        let day = self.day(query.as_of);
        let cases: Vec<Case> = match query.case {
            Some(id) => vec![self.case(id, query.as_of)?],
            None => self.cases(query.as_of)?,
        };
        let mut items = Vec::new();
        for case in &cases {
            if !case.is_open() && query.case.is_none() {
                continue;
            }
            for task in &case.care.tasks {
                let whose = task.data.to.as_ref().or(case.worker.as_ref());
                let theirs = query.worker.is_none() || whose == query.worker.as_ref();
                if theirs && (query.all || task.is_open(day)) {
                    items.push(care::task(case, task, day));
                }
            }
        }
        items.sort_by(|a, b| (a.due, &a.case).cmp(&(b.due, &b.case)));
        Ok(Tasks {
            schema: "nansen.tasks/1",
            as_of: day,
            items,
        })
    }

    /// The case of a next step that a person named by the beginning of its id, and the whole id.
    ///
    /// # Errors
    /// No such entry, several, or one that is no next step.
    pub fn task_named(&self, prefix: &str) -> Result<(CaseId, String), AppError> {
        let (event, case) = find::event(&self.store, prefix)?;
        let root = root_of(&self.store.events(case)?, event);
        let known = self.store.case(case)?;
        if known.care.tasks.iter().any(|task| task.id == root) {
            Ok((case, root.to_string()))
        } else {
            Err(AppError::NoEvent)
        }
    }
}
