//! What an office does for a person beside the procedures: check-ins, mandates, next steps, referrals, resettlement.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::date::PartialDate;
use crate::base::id::EventId;
use crate::domain::case::{Case, Lived};
use crate::domain::code::{Files, MandateKind, ReferralKind, ReferralOutcome, TaskEnd};
use crate::domain::deadline::Deadline;
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
    /// The disappearances that nobody has ended, one of each person who is missing.
    pub missing: Vec<Lived<Disappeared>>,
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
    /// Whose it is, where a disappearance opened it; else it is the case's.
    pub person: u16,
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
    /// Who was referred.
    pub person: u16,
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

impl Care {
    /// Folds one living entry; entries of other sorts are nothing here.
    pub(super) fn put(&mut self, item: &Item<'_>) {
        let (id, person) = (item.root.id, item.person());
        match item.entry {
            Entry::CheckInSet(data) => self.set_check_in(id, data),
            Entry::CheckedIn(data) => self.seen_on(data.date.earliest()),
            Entry::CheckInEnded(_) => self.check_in = None,
            Entry::Disappeared(data) => {
                let data = data.clone();
                self.missing.retain(|one| one.person != person);
                self.missing.push(Lived { id, person, data });
            }
            Entry::Reappeared(data) => {
                self.missing.retain(|one| one.person != person);
                self.seen_on(data.date.earliest());
            }
            Entry::MandateGiven(data) => {
                let data = data.clone();
                self.mandates.push(Lived { id, person, data });
            }
            Entry::TaskAdded(data) => self.tasks.push(Task {
                id,
                person,
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
                person,
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
                self.resettlement.push(Lived { id, person, data });
            }
            Entry::RiskWeighed(data) => {
                let data = data.clone();
                self.risks.push(Lived { id, person, data });
            }
            _ => {}
        }
    }

    /// Leaves what is another person's: how somebody waits for them, their next steps and the danger are the whole case's.
    pub(super) fn keep(&mut self, person: u16) {
        self.missing.retain(|one| one.person == person);
        self.mandates.retain(|one| one.person == person);
        self.referrals.retain(|one| one.person == person);
        self.resettlement.retain(|one| one.person == person);
    }

    /// Whose the entry is that began with this event, where it is one person's.
    pub(super) fn person_of(&self, id: EventId) -> Option<u16> {
        let mandate = self.mandates.iter().find(|one| one.id == id);
        let mandate = mandate.map(|one| one.person);
        let referral = self.referrals.iter().find(|one| one.id == id);
        mandate.or_else(|| referral.map(|one| one.person))
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
    /// The deadlines of ours that still wait at a day, other than those that the persons file alone and were told of.
    pub fn asked_of_us(&self, day: NaiveDate) -> impl Iterator<Item = &Deadline> {
        let all = self.deadlines.iter();
        all.filter(move |one| one.is_ours() && one.asks_us(self, day))
    }

    /// Whether it is open and nothing waits in it at a day: no deadline of ours, no next step.
    pub fn is_idle(&self, day: NaiveDate) -> bool {
        self.is_open() && self.asked_of_us(day).next().is_none() && self.next_steps(day).is_empty()
    }

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

    /// The mandate that one of the persons gave and that holds at a day: the latest, while it runs.
    pub fn mandate(&self, person: u16, day: NaiveDate) -> Option<&MandateGiven> {
        let own = self.care.mandates.iter();
        let own = own.filter(|lived| lived.person == person);
        let begun = own.map(|lived| &lived.data);
        let begun = begun.filter(|mandate| mandate.date.earliest() <= day);
        let latest = begun.max_by_key(|mandate| mandate.date.earliest());
        latest.filter(|mandate| mandate.until.is_none_or(|until| until.latest() >= day))
    }

    /// Who has to file what one of the persons must do. Where no mandate of theirs is on record nobody relies on them: we.
    pub fn files(&self, person: u16, day: NaiveDate) -> Files {
        match self.mandate(person, day) {
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

    /// Whether an entry passes the person on to somebody outside.
    pub fn refers_out(entry: &Entry) -> bool {
        matches!(entry, Entry::Referred(referral) if referral.kind == ReferralKind::To)
    }

    /// The days on which the danger was weighed, or the same person gave a mandate, after the entry that began with `id`.
    pub(super) fn later_care(&self, kind: &str, id: EventId) -> Vec<PartialDate> {
        fn after<T>(all: &[Lived<T>], id: EventId, day: fn(&T) -> PartialDate) -> Vec<PartialDate> {
            let mut later = all.iter().skip_while(|lived| lived.id != id);
            let first = later.next().map(|lived| lived.person);
            let own = later.filter(|lived| Some(lived.person) == first);
            own.map(|lived| day(&lived.data)).collect()
        }
        match kind {
            "risk" => after(&self.care.risks, id, |risk| risk.date),
            "mandate" => after(&self.care.mandates, id, |mandate| mandate.date),
            _ => Vec::new(),
        }
    }
}
