//! What of a case is counted, and what it is under each dimension.

mod course;

pub(super) use course::granted;

use chrono::{Datelike as _, NaiveDate};

use super::groups::{band, region};
use crate::base::date::PartialDate;
use crate::domain::application::{Appeal, Application, Decision};
use crate::domain::case::Case;
use crate::domain::code::{Outcome, Protection};
use crate::domain::matter::Matter;
use crate::domain::person::Person;

/// How many of a case are counted, which lists of cases alone tell.
pub(super) const FAMILY: &str = "family";

/// One thing to count: a person, a case, an application or a decision.
pub(super) struct Thing<'a> {
    case: &'a Case,
    /// Whose it is; of a case the first who may be counted.
    pub who: &'a Person,
    /// How many of the case are counted.
    family: usize,
    /// The applications that bear on it, in the order of recording.
    applications: Vec<&'a Application>,
    /// It is this one.
    application: Option<&'a Application>,
    decision: Option<(Option<&'a Appeal>, &'a Decision)>,
}

/// What of a case is counted. `persons` are those who are.
pub(super) fn things<'a>(unit: &str, case: &'a Case, persons: &[&'a Person]) -> Vec<Thing<'a>> {
    let of = |who: &'a Person| Thing {
        case,
        who,
        family: persons.len(),
        applications: case
            .applications
            .iter()
            .filter(|a| a.person == who.number)
            .collect(),
        application: None,
        decision: None,
    };
    let applications = |who: &'a Person| {
        let own = case.applications.iter().filter(|a| a.person == who.number);
        own.map(move |a| Thing {
            application: Some(a),
            ..of(who)
        })
    };
    let each = persons.iter().copied();
    match unit {
        "applications" => each.flat_map(applications).collect(),
        "decisions" => each
            .flat_map(applications)
            .flat_map(|thing| {
                let decisions = thing.application.into_iter();
                let decisions = decisions.flat_map(|a| Matter::Application(a).decisions());
                decisions.map(move |decision| Thing {
                    decision: Some(decision),
                    applications: Vec::new(),
                    ..thing
                })
            })
            .collect(),
        "cases" => {
            let numbers: Vec<u16> = each.clone().map(|one| one.number).collect();
            let counted = |a: &&Application| numbers.contains(&a.person);
            each.take(1)
                .map(|who| Thing {
                    applications: case.applications.iter().filter(counted).collect(),
                    ..of(who)
                })
                .collect()
        }
        _ => each.map(of).collect(),
    }
}

impl Thing<'_> {
    /// The day it is dated by: the decision's, the application's, for a person the first application's.
    pub fn date(&self) -> Option<NaiveDate> {
        if let Some((_, decision)) = self.decision {
            return decision.day().map(PartialDate::earliest);
        }
        let lodged = |application: &Application| application.lodged().map(PartialDate::earliest);
        match self.application {
            Some(application) => lodged(application),
            None => self.applications.iter().copied().filter_map(lodged).min(),
        }
    }

    /// What the state, kind and basis of a person are read from: the latest application.
    fn application(&self) -> Option<&Application> {
        self.application.or(self.applications.last().copied())
    }

    pub fn value(&self, dimension: &str, day: NaiveDate) -> String {
        let none = || "none".to_owned();
        let opened = self.case.opened.as_ref();
        match dimension {
            "protection" => self.protection(None).map_or_else(none, |p| p.to_string()),
            "protection_now" => self
                .protection(Some(day))
                .map_or_else(none, |p| p.to_string()),
            "outcome" => self
                .outcome()
                .map_or_else(|| "pending".to_owned(), |o| o.to_string()),
            "kind" => self
                .application()
                .map_or_else(none, |a| a.data.kind.to_string()),
            "origin" => self.who.origin.clone(),
            "jurisdiction" => match self.application() {
                Some(application) => application.data.jurisdiction.clone(),
                None => opened.map_or_else(none, |o| o.jurisdiction.clone()),
            },
            "region" => region(&self.who.origin),
            "sex" => self.who.sex.to_string(),
            "age_band" => age_band(self.who.born, day),
            "year" => self
                .date()
                .map_or_else(none, |date| date.year().to_string()),
            "quarter" => self.date().map_or_else(none, |date| {
                format!("{}-Q{}", date.year(), date.month0() / 3 + 1)
            }),
            "period" => self.date().map_or_else(none, |date| band(date.year())),
            "office" => opened.and_then(|o| o.office.clone()).unwrap_or_else(none),
            "result" => self.result().to_owned(),
            "decision" => self.what_was_decided(),
            "final" => self.is_final().to_owned(),
            "order" => self
                .application()
                .map_or_else(none, |a| a.order().to_string()),
            "expires" => self.expires(day),
            // Of lists of cases alone.
            "born" => self.who.born.map_or_else(none, |year| year.to_string()),
            FAMILY => self.family.to_string(),
            "basis" => self.basis().unwrap_or_else(none),
            "instance" => self.instance().to_owned(),
            _ => self
                .application()
                .map_or_else(none, |a| a.state().to_string()),
        }
    }

    /// The strongest form granted: ever, or what still runs at a day.
    fn protection(&self, still: Option<NaiveDate>) -> Option<Protection> {
        let runs = |decision: &Decision| {
            still.is_none_or(|day| {
                decision
                    .data
                    .until
                    .is_none_or(|until| until.latest() >= day)
            })
        };
        if let Some((_, decision)) = self.decision {
            // Of a decision: what it granted, and now only while that is what the person has by it.
            let standing = self.application.and_then(Application::standing_grant);
            let stands = still.is_none() || standing.is_some_and(|one| one.id == decision.id);
            return decision
                .data
                .protection
                .filter(|_| stands && runs(decision));
        }
        let of = |application: &Application| match still {
            None => application
                .course()
                .filter_map(|(_, d)| d.data.protection)
                .min(),
            Some(_) => application
                .standing_grant()
                .filter(|d| runs(d))
                .and_then(|d| d.data.protection),
        };
        match self.application {
            Some(application) => of(application),
            None => self.applications.iter().copied().filter_map(of).min(),
        }
    }

    fn outcome(&self) -> Option<Outcome> {
        let last = |application: &Application| {
            application
                .course()
                .last()
                .map(|(_, decision)| decision.data.outcome)
        };
        match self.decision {
            Some((_, decision)) => Some(decision.data.outcome),
            None => self.application().and_then(last),
        }
    }

    fn basis(&self) -> Option<String> {
        let of = |decision: &Decision| decision.data.basis.map(|basis| basis.to_string());
        match self.decision {
            Some((_, decision)) => of(decision),
            None => self.application()?.decisions.iter().rev().find_map(of),
        }
    }

    fn instance(&self) -> &'static str {
        let appeal = match self.decision {
            Some((appeal, _)) => appeal,
            None => self
                .application()
                .and_then(|application| application.appeals.last()),
        };
        appeal.map_or("first_instance", |appeal| appeal.data.kind.as_str())
    }
}

/// UNHCR's bands, by the difference of years, since nothing finer is known.
fn age_band(born: Option<i32>, day: NaiveDate) -> String {
    let band = match born.map(|born| day.year() - born) {
        None => "unknown",
        Some(..=4) => "0-4",
        Some(5..=11) => "5-11",
        Some(12..=17) => "12-17",
        Some(18..=59) => "18-59",
        Some(60..) => "60+",
    };
    band.to_owned()
}
