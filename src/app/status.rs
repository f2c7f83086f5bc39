//! `status`: the store at a glance, and what needs a person.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::app::absence;
use crate::app::backup::{self, kept::proved_elsewhere};
use crate::app::cards;
use crate::app::contact;
use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::import::sheet;
use crate::app::retention;
use crate::app::second::Second;
use crate::app::session::{Session, members};
use crate::app::setup::CARD;
use crate::app::stats::all_waiting;
use crate::app::view::{
    Absence, CaseCounts, DueCounts, Member, Morning, Need, RetentionCounts, Status,
};
use crate::domain::case::Lived;
use crate::domain::code::{Actor, CaseEnd, DeadlineState};
use crate::domain::deadline::Deadline;
use crate::domain::event::{Entry, Event, Happening};

/// After so many days somebody asks the other office for its receipt.
const RECEIPT_DAYS: i64 = 7;

/// After so many days a backup is old.
const BACKUP_DAYS: i64 = 7;

/// For so many days a proposal that nobody approves of is asked after: nothing says no to it but time.
const PROPOSAL_DAYS: i64 = 30;

/// After so many days the store is to have new keys, so that what was erased ends in copies, too.
const KEYS_DAYS: i64 = 90;

/// After so many days, half a year, nobody knows any more that the recovery card opens it, nor that the copy elsewhere is there;
/// and what that copy lacks is half a year of work.
const DRILL_DAYS: i64 = 183;

impl Session<'_> {
    /// The store at a glance.
    pub fn status(&self, as_of: Option<NaiveDate>) -> Result<Status, AppError> {
        let day = self.day(as_of);
        let soon = day
            .checked_add_days(Days::new(14))
            .unwrap_or(NaiveDate::MAX);
        let office = self.store.office_events()?;
        let second = Second::of(self.store.id(), &office);
        let members = members(self.store.id(), &office);
        let mut cases = CaseCounts {
            open: 0,
            closed: 0,
            transferred: 0,
        };
        let mut due = DueCounts {
            overdue: 0,
            within_14d: 0,
            nobody: 0,
        };
        let mut stale = BTreeSet::new();
        let (mut unconfirmed, mut contested, mut nobodys) = (0_usize, 0_usize, 0_usize);
        let (mut missing, mut silent, mut late_tasks) = (0_usize, 0_usize, 0_usize);
        let (mut hearings, mut idle, mut left) = (0_usize, 0_usize, 0_usize);
        let mut unconfirmed_elsewhere = 0_usize;
        let mut lapsed = 0_usize;
        let week = day.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
        for case in self.cases(as_of)? {
            contested += usize::from(case.contested);
            silent += usize::from(case.overdue_check_in(day).is_some());
            if case.is_open() {
                cases.open += 1;
                nobodys += usize::from(case.worker.is_none());
                let lost =
                    |made: NaiveDate| day.signed_duration_since(made).num_days() > RECEIPT_DAYS;
                unconfirmed_elsewhere += usize::from(case.handed_over.is_some_and(lost));
                let is_there =
                    |alias: &String| members.iter().any(|one| one.member.alias == *alias);
                left += usize::from(case.worker.as_ref().is_some_and(|who| !is_there(who)));
                let heard = |one: &&Lived<Happening>| one.data.is_heard_within(day, week);
                hearings += case.happenings.iter().filter(heard).count();
                idle += usize::from(case.is_idle(day));
                missing += case.care.missing.len();
                let late = case.next_steps(day);
                late_tasks += late.iter().filter(|task| task.data.due < day).count();
            } else if matches!(case.closed, Some((CaseEnd::Transferred, _))) {
                // Whoever took it over counts it.
                cases.transferred += 1;
            } else {
                cases.closed += 1;
            }
            lapsed += deadlines::lapsed(&case, day).count();
            let asked = |deadline: &&Deadline| {
                deadline.is_ours() && (case.is_open() || deadline.actor() == Actor::Applicant)
            };
            for deadline in case.deadlines.iter().filter(asked) {
                let standing = deadline.standing(&case, day);
                if !deadline.asks_us(&case, day) {
                    continue;
                }
                let rule = deadline.computed().and_then(|c| self.book().rule(&c.rule));
                stale.extend(rule.filter(|r| r.review_by < day).map(|r| &r.id));
                let past = deadline.due().is_some_and(|due| due < day);
                let near = deadline.due().is_none_or(|due| due <= soon);
                let seen = !second.is_awaited(deadline);
                unconfirmed += usize::from(standing.state == DeadlineState::Unconfirmed || !seen);
                due.overdue += usize::from(past);
                due.within_14d += usize::from(near && !past);
                due.nobody += usize::from(case.worker.is_none() && near);
            }
        }
        let all = cases
            .open
            .saturating_add(cases.closed)
            .saturating_add(cases.transferred);
        let card = members.iter().any(|joined| joined.member.card);
        let listed = self.who_opens(&office);
        let opens = |which: fn(&Member) -> bool| -> Vec<String> {
            let all = listed.iter().filter(|it| which(it));
            all.map(|it| it.member.clone()).collect()
        };
        let (opens_store, opens_names) = (opens(Member::opens_store), opens(Member::opens_names));
        let both = opens_names.iter().filter(|it| opens_store.contains(it));
        let both = both.count();
        let mut needs = Vec::new();
        let log = self.log_standing(&office, day)?;
        let mut need = |id: &str, count: usize| {
            if count > 0 {
                let args = BTreeMap::from([("count".to_owned(), count.to_string())]);
                needs.push(Need {
                    id: id.to_owned(),
                    message: String::new(),
                    args,
                });
            }
        };
        need("person.missing", missing);
        need("check-in.overdue", silent);
        need("deadline.overdue", due.overdue);
        need("deadline.unconfirmed", unconfirmed);
        need("deadline.lapsed", lapsed);
        need("task.overdue", late_tasks);
        need("rule.stale", stale.len());
        need("case.nobody", nobodys);
        need("case.left", left);
        need("handover.waiting", unconfirmed_elsewhere);
        let away = absence::listed(self.store.id(), &office, day).items;
        let alone = |one: &&Absence| one.nobody_from.is_some_and(|from| from <= week);
        need("absence.nobody", away.iter().filter(alone).count());
        need("case.contested", contested);
        for notice in self.store.notices() {
            need(notice.id(), 1);
        }
        need("recovery.none", usize::from(!card));
        need("recovery.acting", usize::from(self.me == CARD));
        need("names.member", both);
        let backups = backup::last(&office);
        let (last_backup, last_drill) = (backups.made, backups.proved);
        let older = |last: Option<NaiveDate>, days: i64| {
            last.map_or(0, |last| day.signed_duration_since(last).num_days())
                .checked_sub(days)
                .and_then(|over| usize::try_from(over).ok())
                .unwrap_or(0)
        };
        need("backup.none", usize::from(last_backup.is_none()));
        need("backup.old", older(last_backup, BACKUP_DAYS));
        need("backup.cut-off", usize::from(self.is_cut_off()));
        need("backup.card", usize::from(backups.card_opens_none));
        let last_elsewhere = proved_elsewhere(&office);
        need(
            "backup.elsewhere",
            usize::from(last_backup.is_some() && last_elsewhere.is_none()),
        );
        need("backup.elsewhere-old", older(last_elsewhere, DRILL_DAYS));
        need(
            "drill.none",
            usize::from(card && last_backup.is_some() && last_drill.is_none()),
        );
        need("drill.old", older(last_drill, DRILL_DAYS));
        need("sheet.open", sheet::open_sheets(&office));
        let is_new = |event: &Event| {
            let since = day.signed_duration_since(event.payload.at.date_naive());
            since.num_days() <= PROPOSAL_DAYS
        };
        let waiting = all_waiting(&office).filter(|(event, _)| is_new(event));
        need("table.waiting", waiting.count());
        need("keys.old", older(keys_since(&office), KEYS_DAYS));
        need(
            // What does not exist cannot be taken out.
            if card {
                "recovery.unconfirmed"
            } else {
                "names.unconfirmed"
            },
            usize::from(cards::unconfirmed(self.store.id(), &office)),
        );
        let retained = retention::passed(&self.store, &office, day)?;
        let ready = |from: Option<NaiveDate>| from.is_some_and(|from| from <= day);
        let retention = RetentionCounts {
            passed: retained.len(),
            to_warn: retained
                .iter()
                .filter(|one| ready(one.next_warning))
                .count(),
            to_forget: retained.iter().filter(|one| ready(one.forget_from)).count(),
        };
        need("retention.warn", retention.to_warn);
        need("retention.forget", retention.to_forget);
        if let Some(open) = needs.iter_mut().find(|need| need.id == "sheet.open") {
            let left = sheet::left_sheets(&office).to_string();
            open.args.insert("left".to_owned(), left);
        }
        if let Some(day) = log.unsigned {
            needs.push(Need {
                id: "log.unsigned".to_owned(),
                message: String::new(),
                args: BTreeMap::from([
                    ("day".to_owned(), day.to_string()),
                    (
                        "since".to_owned(),
                        log.unsigned_since.unwrap_or(day).to_string(),
                    ),
                    ("count".to_owned(), log.unsigned_days.max(1).to_string()),
                ]),
            });
        }
        let mut all_groups = office.iter().rev();
        let group = all_groups.find(|it| matches!(it.payload.entry, Entry::SealGroupSet(_)));
        Ok(Status {
            schema: "nansen.status/1",
            as_of: day,
            members: members.iter().filter(|joined| !joined.member.card).count(),
            opens_store,
            opens_names,
            names_since: group.map(|event| event.payload.at.date_naive()),
            names_by: group.map(|event| event.payload.by.clone()),
            contact: contact::rule_of(&office),
            cases,
            due,
            morning: Morning {
                unconfirmed,
                hearings_7d: hearings,
                no_next_step: idle,
                away: away.into_iter().filter(|one| one.from <= day).collect(),
            },
            retention,
            log,
            last_backup,
            last_drill,
            last_elsewhere,
            needs,
            lock: None,
            panic: self.at_panic(&members, all),
        })
    }
}

/// The day on which the store got the keys that it has.
fn keys_since(office: &[Event]) -> Option<NaiveDate> {
    let renewed = |event: &&Event| {
        matches!(
            event.payload.entry,
            Entry::StoreOpened(_) | Entry::KeysChanged(_)
        )
    };
    let last = office.iter().rev().find(renewed);
    last.map(|event| event.payload.at.date_naive())
}
