//! How an application went, as far as tables ask: what came of it, how long it took, until when it holds.

use chrono::{Datelike as _, NaiveDate};

use super::Thing;
use crate::base::date::PartialDate;
use crate::domain::application::{Application, Decision};
use crate::domain::code::{ApplicationState, Outcome, Protection};

/// What it means that a form was granted, as recognition is counted.
pub(in crate::app::stats) const fn granted(form: Protection) -> &'static str {
    match form {
        Protection::RefugeeStatus => "recognised",
        _ => "complementary",
    }
}

impl Thing<'_> {
    /// What came of it: what was granted, ever; else where it stands. A refusal that is fought is pending.
    pub(super) fn result(&self) -> &'static str {
        if let Some((_, decision)) = self.decision {
            return match decision.data.outcome {
                Outcome::Granted | Outcome::Allowed => {
                    decision.data.protection.map_or("other", granted)
                }
                Outcome::Refused | Outcome::Dismissed => "rejected",
                Outcome::Closed => "closed",
                Outcome::Remitted | Outcome::Revoked | Outcome::Rescinded => "other",
            };
        }
        if let Some(protection) = self.protection(None) {
            return granted(protection);
        }
        let Some(application) = self.application() else {
            return "none";
        };
        match application.state() {
            _ if application.appeal_pending() => "pending",
            ApplicationState::Pending => "pending",
            ApplicationState::Refused => "rejected",
            ApplicationState::Granted | ApplicationState::Ended | ApplicationState::Closed => {
                "closed"
            }
        }
    }

    /// The form that was granted, else what came of it.
    pub(super) fn what_was_decided(&self) -> String {
        let granted = match self.decision {
            Some(_) if self.result() == "other" => None,
            _ => self.protection(None),
        };
        granted.map_or_else(|| self.result().to_owned(), |form| form.to_string())
    }

    /// Whether it was recorded that no ordinary remedy is left: of a decision its own word, else of the last on the application.
    pub(super) fn is_final(&self) -> &'static str {
        let last = || self.application().and_then(|one| one.course().last());
        let decision = self.decision.or_else(last);
        match decision.and_then(|(_, decision)| decision.data.is_final) {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        }
    }

    /// The month in which the strongest form that stands runs out.
    pub(super) fn expires(&self, day: NaiveDate) -> String {
        let standing = |application: &Application| -> Option<(Protection, Option<PartialDate>)> {
            let decision = application.standing_grant()?;
            let runs = decision
                .data
                .until
                .is_none_or(|until| until.latest() >= day);
            let protection = decision.data.protection.filter(|_| runs)?;
            Some((protection, decision.data.until))
        };
        let found = match (self.decision, self.application) {
            // Of a decision what it granted itself, while it stands.
            (Some((_, decision)), Some(application)) => {
                let is_this = |one: &&Decision| one.id == decision.id;
                let own = application.standing_grant().filter(is_this);
                own.and_then(|_| standing(application))
            }
            (_, Some(application)) => standing(application),
            _ => {
                let all = self.applications.iter().copied().filter_map(standing);
                all.min_by_key(|(protection, _)| *protection)
            }
        };
        match found {
            None => "none".to_owned(),
            Some((_, None)) => "unlimited".to_owned(),
            Some((_, Some(until))) => {
                let until = until.latest();
                format!("{}-{:02}", until.year(), until.month())
            }
        }
    }

    /// From the lodging of an application to its first decision, where both are known to the day.
    pub fn days_to_decision(&self) -> Option<u32> {
        let application = self.application.filter(|_| self.decision.is_none())?;
        let whole = |date: PartialDate| {
            let is_a_day = date.earliest() == date.latest();
            is_a_day.then(|| date.earliest())
        };
        let lodged = application.lodged().and_then(whole)?;
        let (_, first) = application.course().next()?;
        let decided = first.day().and_then(whole)?;
        u32::try_from((decided - lodged).num_days()).ok()
    }
}
