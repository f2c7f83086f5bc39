//! What an office does for a person beside the procedures: check-ins, mandates, next steps, referrals, resettlement.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::{Case, Lived};
use crate::domain::code::{Files, MandateKind, ReferralKind, ReferralOutcome, TaskEnd};
use crate::domain::event::{
    CheckInSet, Disappeared, Entry, MandateGiven, ReferralAnswered, Referred, ResettlementStep,
    RiskWeighed, TaskAdded, TaskEnded,
};
use crate::domain::history::{History, Item};

/// What the living entries of a case add up to, beside its procedures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Care {
    /// The check-in that runs.
    pub check_in: Option<CheckIn>,
    /// The disappearance that nobody has ended.
    pub missing: Option<Lived<Disappeared>>,
    /// Mandates, by the order of recording.
    pub mandates: Vec<Lived<MandateGiven>>,
    /// Next steps, by the order of recording.
    pub tasks: Vec<Task>,
    /// Referrals, by the order of recording.
    pub referrals: Vec<Referral>,
    /// Steps towards third countries, by the order of recording.
    pub resettlement: Vec<Lived<ResettlementStep>>,
    /// How great the danger was thought to be, by the order of recording.
    pub risks: Vec<Lived<RiskWeighed>>,
    /// The last sign of life.
    seen: Option<NaiveDate>,
}

/// A check-in that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// The entry that holds.
    pub id: EventId,
    /// What holds.
    pub data: CheckInSet,
    /// Since when somebody waits for check-ins: a change of how often does not start it anew.
    pub since: NaiveDate,
    /// The last one.
    pub last: Option<NaiveDate>,
    /// The day of the next; from the day after it is overdue.
    pub due: NaiveDate,
}

/// A next step, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its first event.
    pub id: EventId,
    /// What is to be done.
    pub data: TaskAdded,
    /// What became of it.
    pub ended: Option<TaskEnded>,
}

impl Task {
    /// Whether somebody still has to do it at a day.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        self.ended.as_ref().is_none_or(|ended| ended.date > day)
    }

    /// What became of it.
    pub fn end(&self) -> Option<TaskEnd> {
        self.ended.as_ref().map(|ended| ended.act)
    }
}

/// A referral, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Its first event.
    pub id: EventId,
    /// What was recorded.
    pub data: Referred,
    /// What became of it, by the order of recording.
    pub answers: Vec<ReferralAnswered>,
}

impl Referral {
    /// The last that is known of it.
    pub fn outcome(&self) -> Option<ReferralOutcome> {
        self.answers.last().map(|answer| answer.outcome)
    }

    /// Whether more can come of it.
    pub fn is_open(&self) -> bool {
        !matches!(
            self.outcome(),
            Some(ReferralOutcome::Refused | ReferralOutcome::Done)
        )
    }
}

/// Whether a person agreed to be referred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// They did.
    Given,
    /// Nobody recorded that they were asked.
    NotRecorded,
    /// They did not, or not any more.
    Refused,
}

impl Care {
    /// Folds one living entry; entries of other sorts are nothing here.
    pub(super) fn put(&mut self, item: &Item<'_>) {
        let id = item.root.id;
        match item.entry {
            Entry::CheckInSet(data) => self.set_check_in(id, data),
            Entry::CheckedIn(data) => self.seen_on(data.date.earliest()),
            Entry::CheckInEnded(_) => self.check_in = None,
            Entry::Disappeared(data) => {
                let data = data.clone();
                self.missing = Some(Lived { id, data });
            }
            Entry::Reappeared(data) => {
                self.missing = None;
                self.seen_on(data.date.earliest());
            }
            Entry::MandateGiven(data) => {
                let data = data.clone();
                self.mandates.push(Lived { id, data });
            }
            Entry::TaskAdded(data) => self.tasks.push(Task {
                id,
                data: data.clone(),
                ended: None,
            }),
            Entry::TaskEnded(data) => {
                if let Some(task) = self.tasks.iter_mut().find(|task| task.id == data.on) {
                    task.ended = Some(data.clone());
                }
            }
            Entry::Referred(data) => self.referrals.push(Referral {
                id,
                data: data.clone(),
                answers: Vec::new(),
            }),
            Entry::ReferralAnswered(data) => {
                if let Some(known) = self.referrals.iter_mut().find(|one| one.id == data.on) {
                    known.answers.push(data.clone());
                }
            }
            Entry::ResettlementStep(data) => {
                let data = data.clone();
                self.resettlement.push(Lived { id, data });
            }
            Entry::RiskWeighed(data) => {
                let data = data.clone();
                self.risks.push(Lived { id, data });
            }
            _ => {}
        }
    }

    /// What the alarm plan opened falls with the disappearance that opened it.
    pub(super) fn settle(&mut self, history: &History<'_>) {
        let stands = |task: &Task| {
            let by = task.data.opened_by;
            by.is_none_or(|by| history.item(by).is_some())
        };
        self.tasks.retain(stands);
    }

    fn set_check_in(&mut self, id: EventId, data: &CheckInSet) {
        let before = self.check_in.take();
        let since = before.map_or(data.date, |before| before.since.min(data.date));
        self.check_in = Some(CheckIn {
            id,
            data: data.clone(),
            since,
            last: None,
            due: since,
        });
        self.reckon();
    }

    fn seen_on(&mut self, day: NaiveDate) {
        self.seen = self.seen.max(Some(day));
        self.reckon();
    }

    /// The next check-in: so many days after the last sign of life.
    fn reckon(&mut self) {
        let Some(check_in) = &mut self.check_in else {
            return;
        };
        check_in.last = self.seen.filter(|seen| *seen >= check_in.since);
        let from = check_in.last.unwrap_or(check_in.since);
        let every = Days::new(check_in.data.every.into());
        check_in.due = from.checked_add_days(every).unwrap_or(from);
    }
}

impl Case {
    /// What somebody has still to do at a day, soonest first.
    pub fn next_steps(&self, day: NaiveDate) -> Vec<&Task> {
        let open = self.care.tasks.iter().filter(|task| task.is_open(day));
        let mut open: Vec<&Task> = open.collect();
        open.sort_by_key(|task| task.data.due);
        open
    }

    /// The check-in that should have come before a day.
    pub fn overdue_check_in(&self, day: NaiveDate) -> Option<&CheckIn> {
        let waits = |check_in: &&CheckIn| self.is_open() && check_in.due < day;
        self.care.check_in.as_ref().filter(waits)
    }

    /// The mandate that holds at a day: the latest, while it runs.
    pub fn mandate(&self, day: NaiveDate) -> Option<&MandateGiven> {
        let begun = self.care.mandates.iter().map(|lived| &lived.data);
        let begun = begun.filter(|mandate| mandate.date.earliest() <= day);
        let latest = begun.max_by_key(|mandate| mandate.date.earliest());
        latest.filter(|mandate| mandate.until.is_none_or(|until| until.latest() >= day))
    }

    /// Who has to file what the applicant must do. Where no mandate is on record nobody relies on the person: we.
    pub fn files(&self, day: NaiveDate) -> Files {
        match self.mandate(day) {
            None => Files::We,
            Some(mandate) => {
                let ours = mandate.kind == MandateKind::Representation && mandate.lawyer.is_none();
                if ours { Files::We } else { Files::They }
            }
        }
    }

    /// How great the danger is thought to be.
    pub fn risk(&self) -> Option<&RiskWeighed> {
        let latest = |lived: &&Lived<RiskWeighed>| lived.data.date.earliest();
        let risks = self.care.risks.iter();
        risks.max_by_key(latest).map(|lived| &lived.data)
    }

    /// Whether the person may be referred to somebody outside. Nothing in the history says so yet: who refers is told
    /// that no consent is on record.
    pub const fn referral_allowed(&self) -> Leave {
        Leave::NotRecorded
    }

    /// Whether a referral passes the person on to somebody outside.
    pub fn leaves(referral: &Referred) -> bool {
        referral.kind == ReferralKind::To
    }

    /// The days on which the danger was weighed, or a mandate given, after the entry that began with `id`.
    pub(super) fn later_care(&self, kind: &str, id: EventId) -> Vec<PartialDate> {
        fn after<T>(all: &[Lived<T>], id: EventId, day: fn(&T) -> PartialDate) -> Vec<PartialDate> {
            let later = all.iter().skip_while(|lived| lived.id != id).skip(1);
            later.map(|lived| day(&lived.data)).collect()
        }
        match kind {
            "risk" => after(&self.care.risks, id, |risk| risk.date),
            "mandate" => after(&self.care.mandates, id, |mandate| mandate.date),
            _ => Vec::new(),
        }
    }
}
