//! `export ics`: what is to come as a calendar, and what became of the entries of the one before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::json;

use crate::app::due::{self, Duty, Whose};
use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::{Session, number_of, shown_number};
use crate::app::view::{Act, Calendar, CalendarEvent, CalendarLine, Scheduled};
use crate::app::warn::Warnings;
use crate::base::clock::{self, Moment};
use crate::base::date::PartialDate;
use crate::base::file::FileError;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::deadline::CHECK_IN;
use crate::domain::event::{CalendarEntry, CalendarMade, Entry, Event, Exported};
use crate::journal;
use crate::store::StoreError;

/// As far ahead as a calendar looks, in days.
const AHEAD: u64 = 36_500;

/// An entry that the calendar is to have: by what it is known here, its day, and what it is.
struct Wanted {
    key: String,
    day: NaiveDate,
    what: Scheduled,
}

impl Session<'_> {
    /// The calendar of a member's cases, or of the whole office's. `put` writes it down; only then it is remembered what is in it,
    /// and that it was made.
    ///
    /// # Errors
    /// The store's, an unknown member, or what `put` says.
    pub fn calendar(
        &mut self,
        worker: Option<String>,
        full: bool,
        put: &mut dyn FnMut(&Calendar) -> Result<(), FileError>,
    ) -> Result<Calendar, AppError> {
        if let Some(alias) = &worker {
            find::member(&self.store, alias)?;
        }
        let today = self.today();
        let office = self.store.office_events()?;
        let (wanted, without_day) = self.wanted(worker.as_deref(), &office)?;
        // No alias has a blank in it.
        let feed = worker.clone().unwrap_or_else(|| "the office".to_owned());
        let before = last(&office, worker.as_deref());
        let given = Given::of(&office, worker.as_deref(), today);
        let mut made = Calendar {
            schema: "nansen.calendar/1",
            as_of: today,
            worker,
            full,
            entries: wanted.len(),
            added: Vec::new(),
            moved: Vec::new(),
            retitled: 0,
            gone: Vec::new(),
            without_day,
            events: Vec::new(),
        };
        let seen = before.clone();
        let mut changed = Vec::new();
        let mut there = BTreeSet::new();
        for Wanted { key, day, what } in wanted {
            let uid = self.store.calendar_uid(&feed, &key)?;
            let digest = digest(day, &what, full);
            let known = before.get(&uid);
            let same = known.filter(|known| known.digest == digest && !known.gone);
            let sequence = match (same, known) {
                (Some(same), _) => same.sequence,
                (None, Some(known)) => known.sequence.saturating_add(1),
                (None, None) => 0,
            };
            if same.is_none() {
                let known = known.filter(|known| !known.gone);
                let line = CalendarLine {
                    case: Some(what.case.clone()),
                    day,
                    was: known.map(|known| known.day).filter(|was| *was != day),
                };
                let reads = |known: &CalendarEntry| known.digest == self::digest(day, &what, !full);
                match known {
                    // Its title alone is longer or shorter than it was.
                    Some(known) if reads(known) => made.retitled += 1,
                    Some(_) => made.moved.push(line),
                    None => made.added.push(line),
                }
                changed.push(CalendarEntry {
                    uid: uid.clone(),
                    sequence,
                    day,
                    digest,
                    gone: false,
                });
            }
            there.insert(uid.clone());
            made.events.push(CalendarEvent {
                sequence: given.counted(&uid, sequence),
                uid,
                day,
                what: Some(what),
            });
        }
        let off = before
            .into_values()
            .filter(|known| !there.contains(&known.uid));
        let (long_gone, gone): (Vec<_>, Vec<_>) = off.partition(|known| known.gone);
        let cases = self.cases_by_uid(&feed, &gone)?;
        for known in gone {
            made.gone.push(CalendarLine {
                case: cases.get(&known.uid).cloned(),
                day: known.day,
                was: None,
            });
            let sequence = known.sequence.saturating_add(1);
            let said = given.counted(&known.uid, sequence);
            made.events.push(called_off(&known, said));
            changed.push(CalendarEntry {
                sequence,
                gone: true,
                ..known
            });
        }
        // Whoever left out the file in between hears of it as long as its day is to come.
        let still = long_gone.iter().filter(|known| known.day >= today);
        made.events.extend(
            still.map(|known| called_off(known, given.counted(&known.uid, known.sequence))),
        );
        let entry = CalendarMade {
            worker: made.worker.clone(),
            full,
            entries: changed,
        };
        put(&made)?;
        self.inside(|now| {
            // Two at once would count from the same file before.
            if last(&now.tx.office_events()?, made.worker.as_deref()) != seen {
                return Err(StoreError::Busy.into());
            }
            let exported = Entry::Exported(Exported {
                what: "calendar".to_owned(),
                case: None,
            });
            for entry in [exported, Entry::CalendarMade(entry)] {
                let payload = now.payload(entry);
                now.tx.append(CaseId::OFFICE, payload)?;
            }
            Ok::<_, AppError>(())
        })?;
        Ok(made)
    }

    /// What is to be in the calendar, by its day; and how much has no one day.
    fn wanted(
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
                },
            });
        }
        for case in &self.listed(&query)? {
            let heard = case.happenings.iter().filter(|one| one.data.is_hearing());
            for one in heard {
                let Some(day) = one.data.date.day() else {
                    without_day += 1;
                    continue;
                };
                let hour = one.data.at.as_deref().and_then(clock::hour);
                let on = one.data.on.and_then(|on| case.scope(on));
                let law = on.map(|application| &application.data.jurisdiction);
                let law = law.or(case.opened.as_ref().map(|opened| &opened.jurisdiction));
                let there = law.and_then(|law| self.book().zone(law));
                let until = one.data.until.and_then(PartialDate::day);
                wanted.push(Wanted {
                    key: heard_key(&one.id),
                    day,
                    what: Scheduled {
                        case: number_of(case),
                        alarms: warnings.days_of(None).to_vec(),
                        act: Act::Heard(one.data.what),
                        at: hour.and_then(|hour| hour.on(day, there)),
                        until: until.filter(|until| *until > day),
                    },
                });
            }
        }
        wanted.sort_by(|a, b| (a.day, &a.what.case, &a.key).cmp(&(b.day, &b.what.case, &b.key)));
        Ok((wanted, without_day))
    }

    /// Of which case each of these entries was. What was taken back stands in no case any more, and in the history for ever.
    fn cases_by_uid(
        &self,
        feed: &str,
        gone: &[CalendarEntry],
    ) -> Result<BTreeMap<String, String>, AppError> {
        let mut left: BTreeSet<&str> = gone.iter().map(|known| &*known.uid).collect();
        let mut found = BTreeMap::new();
        if left.is_empty() {
            return Ok(found);
        }
        let mut ids = Vec::new();
        self.store.each_case(|id, case| {
            ids.push(id);
            for key in keys(&case) {
                let uid = self.store.calendar_uid(feed, &key)?;
                if left.remove(&*uid) {
                    found.insert(uid, number_of(&case));
                }
            }
            Ok::<_, AppError>(())
        })?;
        for id in ids {
            if left.is_empty() {
                break;
            }
            let events = self.store.events(id)?;
            let opened = events.iter().find_map(|event| match &event.payload.entry {
                Entry::CaseOpened(opened) => Some(&*opened.number),
                _ => None,
            });
            let Some(number) = opened.map(shown_number) else {
                continue;
            };
            for event in &events {
                let uid = self.store.calendar_uid(feed, &key_of(event))?;
                if left.remove(&*uid) {
                    found.insert(uid, number.clone());
                }
            }
        }
        Ok(found)
    }
}

/// By what a deadline or a check-in is known here; its entry in a calendar is found again by that.
fn deadline_key(id: &impl std::fmt::Display) -> String {
    format!("deadline {id}")
}

/// A next step.
fn task_key(id: &impl std::fmt::Display) -> String {
    format!("task {id}")
}

/// A hearing, an interview or an appointment.
fn heard_key(id: &impl std::fmt::Display) -> String {
    format!("heard {id}")
}

/// By what an event is known here that can have been in a calendar.
fn key_of(event: &Event) -> String {
    match &event.payload.entry {
        Entry::DeadlineComputed(data) => deadline_key(&data.deadline),
        Entry::DeadlineSet(data) => deadline_key(&data.deadline),
        Entry::CheckInSet(_) => deadline_key(&journal::deadline_id(event.id, CHECK_IN)),
        Entry::TaskAdded(_) => task_key(&event.id),
        _ => heard_key(&event.id),
    }
}

fn called_off(known: &CalendarEntry, sequence: u32) -> CalendarEvent {
    CalendarEvent {
        uid: known.uid.clone(),
        sequence,
        day: known.day,
        what: None,
    }
}

fn keys(case: &Case) -> Vec<String> {
    let deadlines = case.deadlines.iter().map(|one| one.id);
    let check_in = case.care.check_in.as_ref();
    let check_in = check_in.map(|one| journal::deadline_id(one.id, CHECK_IN));
    let mut keys: Vec<String> = deadlines
        .chain(check_in)
        .map(|id| deadline_key(&id))
        .collect();
    keys.extend(case.care.tasks.iter().map(|one| task_key(&one.id)));
    keys.extend(case.happenings.iter().map(|one| heard_key(&one.id)));
    keys
}

/// On which days this calendar was given out, and of each entry how many had been by the one on which it first was.
///
/// An entry says as of which day it is, and so says something else in the calendar of a later day. Of two of one `UID` the one with the
/// greater `SEQUENCE` holds, and some programs look at nothing else.
struct Given {
    days: usize,
    first: BTreeMap<String, usize>,
}

impl Given {
    fn of(office: &[Event], worker: Option<&str>, today: NaiveDate) -> Self {
        let (mut days, mut last) = (0_usize, None);
        let mut first = BTreeMap::new();
        for event in office {
            if let Entry::CalendarMade(made) = &event.payload.entry
                && made.worker.as_deref() == worker
            {
                let day = event.payload.at.date_naive();
                days += usize::from(last != Some(day));
                last = Some(day);
                for entry in &made.entries {
                    first.entry(entry.uid.clone()).or_insert(days);
                }
            }
        }
        days += usize::from(last != Some(today));
        Self { days, first }
    }

    /// How often an entry changed, and on how many later days it was given out.
    fn counted(&self, uid: &str, changed: u32) -> u32 {
        let since = self.first.get(uid).map_or(0, |first| self.days - first);
        changed.saturating_add(u32::try_from(since).unwrap_or(u32::MAX))
    }
}

/// How each entry stood when this calendar was last given out.
fn last(office: &[Event], worker: Option<&str>) -> BTreeMap<String, CalendarEntry> {
    let mut known = BTreeMap::new();
    for event in office {
        if let Entry::CalendarMade(made) = &event.payload.entry
            && made.worker.as_deref() == worker
        {
            let entries = made.entries.iter().cloned();
            known.extend(entries.map(|entry| (entry.uid.clone(), entry)));
        }
    }
    known
}

/// Of everything that the entry says.
fn digest(day: NaiveDate, what: &Scheduled, full: bool) -> String {
    let act = match &what.act {
        _ if !full => json!(null),
        Act::Deadline(rule, what) => json!([rule, what]),
        Act::Task(what) => json!(what),
        Act::Heard(what) => json!(what),
    };
    let said = json!([day, what.case, act, what.at, what.until, what.alarms]);
    let hash = blake3::hash(said.to_string().as_bytes()).to_hex();
    hash.chars().take(16).collect()
}
