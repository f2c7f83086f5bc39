//! A list with small numbers that two must want to leave: one proposes it, another lets it.

use chrono::NaiveDate;

use super::{Judged, ListQuery, judge, shown};
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::stats::past::Past;
use crate::app::stats::propose::waiting;
use crate::app::stats::release::long_enough;
use crate::app::view::AnonymousList;
use crate::base::id::CaseId;
use crate::domain::event::{Alias, Entry, TableProposed};

impl Session<'_> {
    /// Judges a list whose lines show small numbers and keeps it for another member. Nothing leaves.
    ///
    /// # Errors
    /// As [`Session::anonymous`]; a list that is no decision of the office needs nobody else.
    pub fn anonymous_propose(&mut self, query: &ListQuery) -> Result<AnonymousList, AppError> {
        let (day, today) = (self.day(query.as_of), self.today());
        self.inside(|now| {
            let judged = judge(&Past::read(now.tx)?, query, day, today)?;
            if !judged.is_decision() {
                return Err(AppError::NothingDecided);
            }
            let left = &judged.left;
            let proposed = TableProposed {
                number: left.number.clone(),
                to: left.to.clone(),
                purpose: None,
                asked: left.asked.clone(),
                day: left.day,
                because: left.because.clone().ok_or(AppError::NothingDecided)?,
                rates: Vec::new(),
            };
            let payload = now.payload(Entry::TableProposed(proposed));
            now.tx.append(CaseId::OFFICE, payload)?;
            let mut told = shown(judged).0;
            told.proposed = true;
            Ok(told)
        })
    }

    /// What is told of a proposed list, for the member who is to approve of it. Nothing leaves.
    ///
    /// # Errors
    /// As [`Session::anonymous_approve`].
    pub fn anonymous_approval(&self, number: &str) -> Result<AnonymousList, AppError> {
        let past = Past::read(&self.store)?;
        let judged = proposed(&past, number, &self.me, self.today())?;
        Ok(shown(judged).0)
    }

    /// Lets a proposed list leave, as it comes out now.
    ///
    /// # Errors
    /// A number under which no list waits; a proposal of one's own; a reason that says next to nothing; as
    /// [`Session::anonymous`].
    pub fn anonymous_approve(
        &mut self,
        number: &str,
        because: &str,
    ) -> Result<(AnonymousList, Vec<Vec<String>>), AppError> {
        long_enough(because)?;
        let today = self.today();
        self.inside(|now| {
            let past = Past::read(now.tx)?;
            let mut judged = proposed(&past, number, now.me, today)?;
            judged.left.approved = Some(because.to_owned());
            judged.name_lines(&mut now.world.random)?;
            let payload = now.payload(Entry::TableLeft(judged.left.clone()));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(shown(judged))
        })
    }
}

/// A proposed list as it comes out now.
fn proposed(past: &Past, number: &str, me: &Alias, today: NaiveDate) -> Result<Judged, AppError> {
    let (by, proposed) = waiting(&past.office, number, me)?;
    let list = proposed.asked.list.as_ref().ok_or(AppError::NoProposal)?;
    let day = proposed.asked.as_of.unwrap_or(proposed.day);
    let query = ListQuery {
        k: list.k,
        is_public: list.is_public,
        keep: list.keep.clone(),
        without: list.without.clone(),
        to: proposed.to.clone(),
        because: Some(proposed.because.clone()),
        as_of: Some(day),
    };
    let mut judged = judge(past, &query, day, today)?;
    if !judged.left_before {
        number.clone_into(&mut judged.left.number);
    }
    judged.left.proposed_by = Some(by.clone());
    Ok(judged)
}
