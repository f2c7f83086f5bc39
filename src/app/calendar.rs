//! `export ics`: what is to come as a calendar, and what became of the entries of the one before.

mod wanted;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::json;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::session::{Session, number_of, shown_number};
use crate::app::view::{Act, Calendar, CalendarEvent, CalendarLine, Scheduled};
use crate::base::file::FileError;
use crate::base::id::CaseId;
use crate::domain::case::Case;
use crate::domain::deadline::CHECK_IN;
use crate::domain::event::{CalendarGiven, CalendarTold, Entry, Event, Exported};
use crate::journal;
use crate::store::StoreError;
use wanted::{Wanted, deadline_key, heard_key, task_key};

/// For so many days it is said again that an entry was called off whose day nobody can read any more.
const CALLED_OFF: u64 = 366;

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
        let mut changed = Vec::new();
        let mut there = BTreeSet::new();
        for Wanted { key, day, what } in wanted {
            let uid = self.store.calendar_uid(&feed, &key)?;
            let digest = digest(day, &what, full);
            let known = before.get(&uid);
            let said = known.map(|known| self.said(&uid, known)).transpose()?;
            let said = said.flatten();
            let same = known.filter(|known| {
                let reads = said.as_ref().is_some_and(|said| said.digest == digest);
                reads && !known.gone
            });
            let sequence = match (same, known) {
                (Some(same), _) => same.sequence,
                (None, Some(known)) => known.sequence.saturating_add(1),
                (None, None) => 0,
            };
            if same.is_none() {
                let was = known.filter(|known| !known.gone).and(said.as_ref());
                let line = CalendarLine {
                    case: Some(what.case.clone()),
                    day: Some(day),
                    was: was.map(|was| was.day).filter(|was| *was != day),
                };
                let other = self::digest(day, &what, !full);
                match known.filter(|known| !known.gone) {
                    // Its title alone is longer or shorter than it was.
                    Some(_) if was.is_some_and(|was| was.digest == other) => made.retitled += 1,
                    Some(_) => made.moved.push(line),
                    None => made.added.push(line),
                }
                let of = find::case(&self.store, &what.case)?;
                changed.push(Change {
                    uid: uid.clone(),
                    sequence,
                    told: Told::Anew(of, Said { day, digest }),
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
        let off = before.iter().filter(|(uid, _)| !there.contains(*uid));
        let (long_gone, gone): (Vec<_>, Vec<_>) = off.partition(|(_, known)| known.gone);
        let cases = self.cases_of(&feed, &gone)?;
        for (uid, known) in gone {
            let said = self.said(uid, known)?;
            let case = cases.get(uid);
            made.gone.push(CalendarLine {
                case: case.map(|(_, number)| number.clone()),
                day: said.as_ref().map(|said| said.day),
                was: None,
            });
            let sequence = known.sequence.saturating_add(1);
            made.events.push(CalendarEvent {
                uid: uid.clone(),
                sequence: given.counted(uid, sequence),
                day: said.as_ref().map_or(today, |said| said.day),
                what: None,
            });
            let told = match (case, said, &known.said) {
                (_, _, Remembered::Sealed(of, sealed)) => Told::Before(*of, sealed.clone()),
                (Some((of, _)), Some(said), _) => Told::Anew(*of, said),
                _ => Told::Nothing,
            };
            changed.push(Change {
                uid: uid.clone(),
                sequence,
                told,
                gone: true,
            });
        }
        // Whoever left out the file in between hears of it as long as its day is to come.
        for (uid, known) in long_gone {
            let said = self.said(uid, known)?;
            let until = known.since.checked_add_days(Days::new(CALLED_OFF));
            let last = said.as_ref().map(|said| said.day).or(until);
            if last.is_some_and(|last| last >= today) {
                made.events.push(CalendarEvent {
                    uid: uid.clone(),
                    sequence: given.counted(uid, known.sequence),
                    day: said.map_or(known.since, |said| said.day),
                    what: None,
                });
            }
        }
        put(&made)?;
        self.inside(|now| {
            // Two at once would count from the same file before.
            if last(&now.tx.office_events()?, made.worker.as_deref()) != before {
                return Err(StoreError::Busy.into());
            }
            let exported = Entry::Exported(Exported {
                what: "calendar".to_owned(),
                case: None,
            });
            let mut entries = Vec::new();
            for change in changed {
                let said = match change.told {
                    Told::Anew(of, said) => {
                        let text = format!("{} {}", said.day, said.digest);
                        let sealed = now.tx.seal_calendar_said(of, &change.uid, &text)?;
                        Some((of, sealed))
                    }
                    Told::Before(of, sealed) => Some((of, sealed)),
                    Told::Nothing => None,
                };
                entries.push(CalendarTold {
                    uid: change.uid,
                    sequence: change.sequence,
                    said,
                    gone: change.gone,
                });
            }
            let given = Entry::CalendarGiven(CalendarGiven {
                worker: made.worker.clone(),
                full,
                entries,
            });
            for entry in [exported, given] {
                let payload = now.payload(entry);
                now.tx.append(CaseId::OFFICE, payload)?;
            }
            Ok::<_, AppError>(())
        })?;
        Ok(made)
    }

    /// What an entry said when it was last given out, as long as its case is there.
    fn said(&self, uid: &str, known: &Known) -> Result<Option<Said>, StoreError> {
        match &known.said {
            Remembered::Open(said) => Ok(Some(said.clone())),
            Remembered::Sealed(case, sealed) => {
                let text = self.store.calendar_said(*case, uid, sealed)?;
                Ok(text.as_deref().and_then(Said::read))
            }
            Remembered::Nothing => Ok(None),
        }
    }

    /// Of which case each of these entries was, with its number. What was taken back stands in no case any more, and in the history
    /// for ever.
    fn cases_of(
        &self,
        feed: &str,
        gone: &[(&String, &Known)],
    ) -> Result<BTreeMap<String, (CaseId, String)>, AppError> {
        let mut left: BTreeSet<&str> = BTreeSet::new();
        let mut found = BTreeMap::new();
        for (uid, known) in gone {
            match &known.said {
                Remembered::Sealed(case, _) => {
                    let number = match self.store.events(*case) {
                        Err(StoreError::NoSuchCase) => None,
                        events => number(&events?),
                    };
                    found.extend(number.map(|number| ((*uid).clone(), (*case, number))));
                }
                Remembered::Open(_) => {
                    left.insert(uid);
                }
                Remembered::Nothing => {}
            }
        }
        if left.is_empty() {
            return Ok(found);
        }
        let mut ids = Vec::new();
        self.store.each_case(|id, case| {
            ids.push(id);
            for key in keys(&case) {
                let uid = self.store.calendar_uid(feed, &key)?;
                if left.remove(&*uid) {
                    found.insert(uid, (id, number_of(&case)));
                }
            }
            Ok::<_, AppError>(())
        })?;
        for id in ids {
            if left.is_empty() {
                break;
            }
            let events = self.store.events(id)?;
            let Some(number) = number(&events) else {
                continue;
            };
            for event in &events {
                let uid = self.store.calendar_uid(feed, &key_of(event))?;
                if left.remove(&*uid) {
                    found.insert(uid, (id, number.clone()));
                }
            }
        }
        Ok(found)
    }
}

/// The number of the case of these events.
fn number(events: &[Event]) -> Option<String> {
    events.iter().find_map(|event| match &event.payload.entry {
        Entry::CaseOpened(opened) => Some(shown_number(&opened.number)),
        _ => None,
    })
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
            let uids: Vec<&String> = match &event.payload.entry {
                Entry::CalendarMade(made) if made.worker.as_deref() == worker => {
                    made.entries.iter().map(|entry| &entry.uid).collect()
                }
                Entry::CalendarGiven(made) if made.worker.as_deref() == worker => {
                    made.entries.iter().map(|entry| &entry.uid).collect()
                }
                _ => continue,
            };
            let day = event.payload.at.date_naive();
            days += usize::from(last != Some(day));
            last = Some(day);
            for uid in uids {
                first.entry(uid.clone()).or_insert(days);
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

/// What an entry said: its day, and a digest of all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    day: NaiveDate,
    digest: String,
}

impl Said {
    fn read(text: &str) -> Option<Self> {
        let (day, digest) = text.split_once(' ')?;
        Some(Self {
            day: day.parse().ok()?,
            digest: digest.to_owned(),
        })
    }
}

/// What the office remembers of that.
#[derive(Debug, PartialEq, Eq)]
enum Remembered {
    /// As older programs wrote it down.
    Open(Said),
    /// Under the key of its case.
    Sealed(CaseId, String),
    /// The case was gone.
    Nothing,
}

/// How an entry stood when this calendar was last given out.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    sequence: u32,
    said: Remembered,
    gone: bool,
    /// When that was.
    since: NaiveDate,
}

/// How it stands now.
struct Change {
    uid: String,
    sequence: u32,
    told: Told,
    gone: bool,
}

/// What of it is to be remembered.
enum Told {
    Anew(CaseId, Said),
    Before(CaseId, String),
    Nothing,
}

/// How each entry stood when this calendar was last given out, by its name.
fn last(office: &[Event], worker: Option<&str>) -> BTreeMap<String, Known> {
    let mut known = BTreeMap::new();
    for event in office {
        let mut stood = |uid: &String, sequence, said, gone| {
            let since = event.payload.at.date_naive();
            let one = Known {
                sequence,
                said,
                gone,
                since,
            };
            known.insert(uid.clone(), one);
        };
        match &event.payload.entry {
            Entry::CalendarMade(made) if made.worker.as_deref() == worker => {
                for entry in &made.entries {
                    let said = Remembered::Open(Said {
                        day: entry.day,
                        digest: entry.digest.clone(),
                    });
                    stood(&entry.uid, entry.sequence, said, entry.gone);
                }
            }
            Entry::CalendarGiven(made) if made.worker.as_deref() == worker => {
                for entry in &made.entries {
                    let said = match entry.said.clone() {
                        Some((case, sealed)) => Remembered::Sealed(case, sealed),
                        None => Remembered::Nothing,
                    };
                    stood(&entry.uid, entry.sequence, said, entry.gone);
                }
            }
            _ => {}
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
    let mut said = vec![json!([day, what.case, act, what.at, what.until, what.alarms]).to_string()];
    // What most do not have: theirs reads as older programs digested it.
    said.extend(what.unconfirmed.then(|| "unconfirmed".to_owned()));
    said.extend(what.safe.map(|safe| safe.to_string()));
    said.extend((!what.again.is_empty()).then(|| json!(what.again).to_string()));
    said.extend(what.hour.clone());
    let hash = blake3::hash(said.concat().as_bytes()).to_hex();
    hash.chars().take(16).collect()
}
