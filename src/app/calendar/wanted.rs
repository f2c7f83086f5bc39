//! What is to be in a calendar: deadlines, check-ins, next steps, hearings and interviews.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::app::due::{self, Duty, Whose};
use crate::app::error::AppError;
use crate::app::session::{Session, number_of};
use crate::app::view::{Act, Scheduled};
use crate::app::warn::Warnings;
use crate::base::clock::{self, Moment};
use crate::base::date::PartialDate;
use crate::domain::code::DeadlineState;
use crate::domain::event::{Event, Happening};

/// As far ahead as a calendar looks, in days.
const AHEAD: u64 = 36_500;

/// On so many days an hour is told of each; beyond that it is a time, and no appointment a day.
const EACH_DAY: usize = 366;

/// An entry that the calendar is to have: by what it is known here, its first day, and what it is.
pub(super) struct Wanted {
    pub(super) key: String,
    pub(super) day: NaiveDate,
    pub(super) what: Scheduled,
}

impl Session<'_> {
    /// What is to be in the calendar, by its day; and for how much no day is known.
    pub(super) fn wanted(
        &self,
        worker: Option<&str>,
        office: &[Event],
    ) -> Result<(Vec<Wanted>, usize), AppError> {
        let warnings = Warnings::of(office);
        let query = due::Query {
            as_of: None,
            within: AHEAD,
            overdue: false,
            whose: worker.map_or(Whose::All, |alias| Whose::Member(alias.to_owned())),
            offices: Vec::new(),
            jurisdictions: Vec::new(),
            duty: Duty::Ours,
            arrange: crate::app::arrange::Arrangement::default(),
        };
        let due = self.due(&query)?;
        let mut wanted = Vec::new();
        let mut without_day = 0;
        for item in due.items {
            let Some(day) = item.due else {
                without_day += 1;
                continue;
            };
            let moment = item
                .due_at
                .as_deref()
                .map(chrono::DateTime::parse_from_rfc3339);
            wanted.push(Wanted {
                key: deadline_key(&item.id),
                day,
                what: Scheduled {
                    case: item.case,
                    alarms: warnings.days_of(item.rule.as_deref()).to_vec(),
                    act: Act::Deadline(item.rule, item.what),
                    at: moment
                        .and_then(Result::ok)
                        .map(|moment| Moment::Utc(moment.to_utc())),
                    until: None,
                    again: Vec::new(),
                    hour: None,
                    unconfirmed: item.state == DeadlineState::Unconfirmed,
                    safe: item.safe.filter(|safe| *safe < day),
                },
            });
        }
        for task in due.tasks {
            wanted.push(Wanted {
                key: task_key(&task.task),
                day: task.due,
                what: Scheduled {
                    case: task.case,
                    alarms: warnings.days_of(None).to_vec(),
                    act: Act::Task(task.what),
                    at: None,
                    until: None,
                    again: Vec::new(),
                    hour: None,
                    unconfirmed: false,
                    safe: None,
                },
            });
        }
        for case in &self.listed(&query)? {
            let heard = case.happenings.iter().filter(|one| one.data.is_hearing());
            for one in heard {
                let on = one.data.on.and_then(|on| case.scope(on));
                let law = on.map(|application| &application.data.jurisdiction);
                let law = law.or(case.opened.as_ref().map(|opened| &opened.jurisdiction));
                let there = law.and_then(|law| self.book().zone(law));
                wanted.push(Wanted {
                    key: heard_key(&one.id),
                    day: one.data.date.earliest(),
                    what: heard_at(&one.data, number_of(case), there, warnings.days_of(None)),
                });
            }
        }
        wanted.sort_by(|a, b| (a.day, &a.what.case, &a.key).cmp(&(b.day, &b.what.case, &b.key)));
        Ok((wanted, without_day))
    }
}

/// A hearing or an interview. Of which days it is not known on which it will be, all are taken: who reads none of them keeps none free.
fn heard_at(data: &Happening, case: String, there: Option<Tz>, alarms: &[u16]) -> Scheduled {
    let first = data.date.earliest();
    let last = data.until.map_or(first, PartialDate::latest);
    let until = Some(last.max(data.date.latest())).filter(|last| *last > first);
    let is_day = |date: PartialDate| date.day().is_some();
    let hour = data.at.as_deref().and_then(clock::hour);
    let days = first.iter_days();
    let days = days.take_while(|day| *day <= until.unwrap_or(first));
    let moments: Option<Vec<Moment>> = hour.filter(|_| is_day(data.date)).and_then(|hour| {
        days.take(EACH_DAY + 1)
            .map(|day| hour.on(day, there))
            .collect()
    });
    let mut moments = moments
        .filter(|all| all.len() <= EACH_DAY)
        .unwrap_or_default()
        .into_iter();
    let at = moments.next();
    Scheduled {
        case,
        act: Act::Heard(data.what),
        hour: data.at.clone().filter(|_| at.is_none()),
        at,
        again: moments.collect(),
        until,
        alarms: alarms.to_vec(),
        unconfirmed: !is_day(data.date) || !data.until.is_none_or(is_day),
        safe: None,
    }
}

/// By what a deadline or a check-in is known here; its entry in a calendar is found again by that.
pub(super) fn deadline_key(id: &impl std::fmt::Display) -> String {
    format!("deadline {id}")
}

/// A next step.
pub(super) fn task_key(id: &impl std::fmt::Display) -> String {
    format!("task {id}")
}

/// A hearing, an interview or an appointment.
pub(super) fn heard_key(id: &impl std::fmt::Display) -> String {
    format!("heard {id}")
}
