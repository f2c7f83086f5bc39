//! A list with small numbers that two must want to leave: one proposes it, another lets it.

use super::{ListQuery, judge, shown};
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::app::stats::past::Past;
use crate::app::stats::propose::waiting;
use crate::app::view::AnonymousList;
use crate::base::id::CaseId;
use crate::domain::event::{Entry, TableProposed};

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

    /// Lets a proposed list leave, as it comes out now.
    ///
    /// # Errors
    /// A number under which no list waits; a proposal of one's own; as [`Session::anonymous`].
    pub fn anonymous_approve(
        &mut self,
        number: &str,
        because: Option<&str>,
    ) -> Result<(AnonymousList, Vec<Vec<String>>), AppError> {
        let today = self.today();
        self.inside(|now| {
            let past = Past::read(now.tx)?;
            let (by, proposed) = waiting(&past.office, number, now.me)?;
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
            let mut judged = judge(&past, &query, day, today)?;
            if !judged.left_before {
                number.clone_into(&mut judged.left.number);
            }
            judged.left.proposed_by = Some(by.clone());
            judged.left.approved = because.map(str::to_owned);
            judged.name_lines(&mut now.world.random)?;
            let payload = now.payload(Entry::TableLeft(judged.left.clone()));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(shown(judged))
        })
    }
}
