//! `deadline warn` and `deadline watch`: who is told of a deadline ahead of its day, and when.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::app::act::Which;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::Session;
use crate::app::view::{self, Recorded, RuleWarnings, Warnings as Shown};
use crate::base::id::CaseId;
use crate::domain::event::{DeadlineWatched, Entry, Event, WarningsSet};
use crate::rules::{self, Book};

impl Session<'_> {
    /// Says how many days ahead people are warned, of the deadlines of one rule or of all others.
    ///
    /// # Errors
    /// No such rule; the store.
    pub fn set_warnings(
        &mut self,
        rule: Option<String>,
        days: Vec<u16>,
    ) -> Result<Shown, AppError> {
        // Under the name that its deadlines have.
        let rule = match rule {
            None => None,
            Some(named) => {
                let known = self.book().rule(&named).map(|rule| rule.id.clone());
                Some(known.ok_or_else(|| rules::unknown_rule(self.book(), &named))?)
            }
        };
        self.inside(|now| {
            let mut days = days;
            days.sort_unstable_by(|a, b| b.cmp(a));
            days.dedup();
            let payload = now.payload(Entry::WarningsSet(WarningsSet { rule, days }));
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(Warnings::of(&now.tx.office_events()?).shown())
        })
    }

    /// How many days ahead people are warned.
    ///
    /// # Errors
    /// The store.
    pub fn warnings(&self) -> Result<Shown, AppError> {
        Ok(Warnings::of(&self.store.office_events()?).shown())
    }

    /// Has a member watch a deadline that another works on, or no more.
    ///
    /// # Errors
    /// No such deadline or member.
    pub fn watch(
        &mut self,
        which: &Which<'_>,
        by: String,
        off: bool,
    ) -> Result<Recorded, AppError> {
        let written = self.inside(|now| {
            find::member(now.tx, &by)?;
            let (case, deadline) = which.find(now)?;
            let known = case.deadlines.iter().find(|known| known.id == deadline);
            let watched = known.is_some_and(|known| known.watched_by.contains(&by));
            if watched != off {
                return Err(AppError::NothingToChange);
            }
            let entry = Entry::DeadlineWatched(DeadlineWatched { deadline, by, off });
            let payload = now.payload(entry);
            now.append(case, payload)
        })?;
        Ok(self.recorded(&written))
    }
}

/// How many days ahead people are warned, by rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Warnings {
    others: Vec<u16>,
    of_rule: BTreeMap<String, Vec<u16>>,
}

impl Warnings {
    pub(super) fn of(office: &[Event]) -> Self {
        let mut all = Self::default();
        for event in office {
            if let Entry::WarningsSet(set) = &event.payload.entry {
                match &set.rule {
                    Some(rule) => {
                        all.of_rule.insert(rule.clone(), set.days.clone());
                    }
                    None => all.others.clone_from(&set.days),
                }
            }
        }
        all
    }

    /// How many days ahead people are warned of the deadlines of a rule, or of all others.
    pub(super) fn days_of(&self, rule: Option<&str>) -> &[u16] {
        let own = rule.and_then(|rule| self.of_rule.get(rule));
        own.unwrap_or(&self.others)
    }

    /// Whether somebody is to be told of a deadline by a day: its first warning, moved off closed days to the day before, has
    /// come.
    pub(super) fn are_on(&self, book: &Book, shown: &view::Deadline, day: NaiveDate) -> bool {
        let mut days = self.days_of(shown.rule.as_deref()).iter();
        let first = |days: &u16| shown.due?.checked_sub_days(Days::new(u64::from(*days)));
        days.any(|days| {
            first(days)
                .is_some_and(|first| rules::open_until(book, &shown.jurisdiction, first) <= day)
        })
    }

    fn shown(self) -> Shown {
        let rules = self.of_rule.into_iter();
        Shown {
            schema: "nansen.warnings/1",
            days: self.others,
            rules: rules
                .map(|(rule, days)| RuleWarnings { rule, days })
                .collect(),
        }
    }
}
