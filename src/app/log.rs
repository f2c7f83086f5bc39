//! `deadline log`: what was recorded of deadlines on one day, and who looked it over.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::app::deadlines;
use crate::app::error::AppError;
use crate::app::session::{Session, is_erased_since, members};
use crate::app::view::{DeadlineLog, LogLine, LogSignature, LogStanding};
use crate::base::clock::Clock;
use crate::base::id::{CaseId, StoreId, StreamId};
use crate::domain::case::Case;
use crate::domain::code::DeadlineState;
use crate::domain::deadline::{Deadline, Standing};
use crate::domain::event::{DeadlineAct, Entry, Event, LogSigned};
use crate::store::Reader;

/// How many days back each day is looked at that was looked over already.
const BACK: u64 = 31;

impl Session<'_> {
    /// What was recorded of deadlines on a day, today unless another is named.
    ///
    /// # Errors
    /// The store.
    pub fn deadline_log(&self, day: Option<NaiveDate>) -> Result<DeadlineLog, AppError> {
        let day = day.unwrap_or_else(|| self.today());
        log(&self.store, self.world.clock, day)
    }

    /// Writes down that I looked a day over.
    ///
    /// # Errors
    /// [`AppError::OwnLog`] where I recorded all of it and there are others; a day ahead; the store.
    pub fn sign_log(&mut self, day: Option<NaiveDate>) -> Result<DeadlineLog, AppError> {
        let me = self.me.clone();
        self.inside(|now| {
            let clock = now.world.clock;
            let day = day.unwrap_or_else(|| now.today());
            if day > now.today() {
                return Err(AppError::BadDay(day.into()));
            }
            let window = Window::of(clock, day);
            let book = lines_of(now.tx, clock, day, window)?;
            let all_mine = !book.lines.is_empty() && book.lines.iter().all(|(_, one)| one.by == me);
            if all_mine && several(now.tx.id(), &now.tx.office_events()?) {
                return Err(AppError::OwnLog);
            }
            let payload = now.payload(Entry::LogSigned(LogSigned {
                day,
                from: window.from,
                until: window.until,
                lines: u64::try_from(book.lines.len()).unwrap_or(u64::MAX),
                digest: digest(&book.lines),
            }));
            now.tx.append(CaseId::OFFICE, payload)?;
            looked_over(now.tx, clock, day, book)
        })
    }

    /// How far the control log was looked over. An office that never does is not reminded of it.
    pub(super) fn log_standing(
        &self,
        office: &[Event],
        today: NaiveDate,
    ) -> Result<LogStanding, AppError> {
        let days = office
            .iter()
            .filter_map(signed)
            .map(|(_, signed)| signed.day);
        let days: BTreeSet<NaiveDate> = days.collect();
        let (Some(first), signed) = (days.first().copied(), days.last().copied()) else {
            return Ok(LogStanding::default());
        };
        let clock = self.world.clock;
        let from = clock.begin_of(first);
        // A day is not over before it ends, unless somebody has looked it over already.
        let until = if signed == Some(today) {
            clock.begin_of(today.succ_opt().unwrap_or(today))
        } else {
            clock.begin_of(today)
        };
        let touched = touched(&self.store, Window { from, until })?;
        let mut by_day: BTreeMap<NaiveDate, BTreeSet<CaseId>> = BTreeMap::new();
        for (at, case) in touched {
            let day = clock.local_at(at).date_naive();
            by_day.entry(day).or_default().insert(case);
        }
        let recent = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let mut standing = LogStanding {
            signed,
            ..LogStanding::default()
        };
        for (day, cases) in by_day {
            // Of the older days the first is enough, and one with a signature was looked over then.
            if day < recent && (standing.unsigned_since.is_some() || days.contains(&day)) {
                continue;
            }
            let lines = Lines::read(&self.store, clock, day, Window::of(clock, day), &cases)?;
            if looked_over(&self.store, clock, day, lines)?.unsigned > 0 {
                standing.unsigned = Some(day);
                standing.unsigned_since = standing.unsigned_since.or(Some(day));
                standing.unsigned_days += usize::from(day >= recent);
            }
        }
        Ok(standing)
    }
}

/// A day, from its first moment to the first of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Window {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Window {
    fn of(clock: Clock, day: NaiveDate) -> Self {
        Self {
            from: clock.begin_of(day),
            until: clock.begin_of(day.succ_opt().unwrap_or(day)),
        }
    }

    fn holds(self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.until
    }
}

/// A store of which more than one person holds a key.
fn several(store: StoreId, office: &[Event]) -> bool {
    let people = members(store, office);
    people.iter().filter(|one| !one.member.card).count() > 1
}

fn signed(event: &Event) -> Option<(&Event, &LogSigned)> {
    match &event.payload.entry {
        Entry::LogSigned(signed) => Some((event, signed)),
        _ => None,
    }
}

/// The cases in which something was recorded, and when. The whole history is read: clocks are wrong, so that no row before
/// tells that all before it is older.
fn touched(reader: &Reader, window: Window) -> Result<Vec<(DateTime<Utc>, CaseId)>, AppError> {
    let mut found = Vec::new();
    reader.walk_back(|event| {
        let at = event.payload.at;
        if event.case != CaseId::OFFICE && window.holds(at) {
            found.push((at, event.case));
        }
        Ok::<_, AppError>(ControlFlow::<()>::Continue(()))
    })?;
    Ok(found)
}

fn log(reader: &Reader, clock: Clock, day: NaiveDate) -> Result<DeadlineLog, AppError> {
    let lines = lines_of(reader, clock, day, Window::of(clock, day))?;
    looked_over(reader, clock, day, lines)
}

/// The lines of a day that began and ended at these moments.
fn lines_of(
    reader: &Reader,
    clock: Clock,
    day: NaiveDate,
    window: Window,
) -> Result<Lines, AppError> {
    let touched = touched(reader, window)?;
    let cases = touched.into_iter().map(|(_, case)| case).collect();
    Lines::read(reader, clock, day, window, &cases)
}

/// The log of a day with those who looked it over.
fn looked_over(
    reader: &Reader,
    clock: Clock,
    day: NaiveDate,
    book: Lines,
) -> Result<DeadlineLog, AppError> {
    let own = Window::of(clock, day);
    let office = reader.office_events()?;
    let alone = !several(reader.id(), &office);
    let mut signatures = Vec::new();
    let mut covered: BTreeSet<(String, String)> = BTreeSet::new();
    for (event, signed) in office.iter().filter_map(signed) {
        if signed.day != day {
            continue;
        }
        let window = Window {
            from: signed.from,
            until: signed.until,
        };
        let elsewhere = if window == own {
            None
        } else {
            Some(lines_of(reader, clock, day, window)?)
        };
        let lines = elsewhere.as_ref().map_or(&book.lines, |other| &other.lines);
        // What was recorded afterwards is not what was looked over.
        let seen: Vec<&(Place, LogLine)> = lines
            .iter()
            .filter(|(place, _)| *place < place_of(event))
            .collect();
        let by = &event.payload.by;
        let fits = digest(seen.iter().copied()) == signed.digest;
        // With a case its lines went, and what is left cannot be compared any more.
        let fewer = u64::try_from(seen.len()).is_ok_and(|count| count < signed.lines);
        let erased = !fits && fewer && is_erased_since(&office, event.lamport);
        if fits || erased {
            let others = seen.iter().filter(|(_, line)| alone || line.by != *by);
            covered.extend(others.map(|(_, line)| (line.event.clone(), line.deadline.clone())));
        }
        signatures.push(LogSignature {
            by: by.clone(),
            at: event.payload.at,
            lines: signed.lines,
            fits,
            erased,
            hour: clock.local_at(event.payload.at),
        });
    }
    let digest = digest(&book.lines);
    let items: Vec<LogLine> = book.lines.into_iter().map(|(_, line)| line).collect();
    let is_covered =
        |line: &&LogLine| covered.contains(&(line.event.clone(), line.deadline.clone()));
    let unsigned = items.len() - items.iter().filter(is_covered).count();
    Ok(DeadlineLog {
        schema: "nansen.deadline-log/1",
        day,
        items,
        digest,
        signatures,
        unsigned,
        settled: book.settled,
    })
}

/// Where an entry stands among all of the store: what has a lower place was there before it.
type Place = (u64, StreamId, u64);

const fn place_of(event: &Event) -> Place {
    (event.lamport, event.stream, event.number)
}

/// The lines of a day. (`docs/format/desk.md`)
struct Lines {
    lines: Vec<(Place, LogLine)>,
    settled: usize,
}

impl Lines {
    fn read(
        reader: &Reader,
        clock: Clock,
        day: NaiveDate,
        window: Window,
        cases: &BTreeSet<CaseId>,
    ) -> Result<Self, AppError> {
        let mut read = Self {
            lines: Vec::new(),
            settled: 0,
        };
        for case in cases {
            let events = reader.events(*case)?;
            let mut start = 0;
            // Of the acts that follow each other the one begins with what the other ended with.
            let mut known: Option<Case> = None;
            while let Some(head) = events.get(start) {
                let end = end_of_act(&events, start, head);
                let so_far = |end| Case::fold(*case, events.get(..end).unwrap_or_default(), None);
                if window.holds(head.payload.at) {
                    let act = Act {
                        head,
                        day,
                        before: known.take().unwrap_or_else(|| so_far(start)),
                        after: so_far(end),
                    };
                    act.tell(clock, &mut read);
                    known = Some(act.after);
                } else {
                    known = None;
                }
                start = end;
            }
        }
        // Within one moment by case and place, as they were found.
        read.lines.sort_by_key(|(_, line)| line.at);
        Ok(read)
    }
}

fn digest<'a>(lines: impl IntoIterator<Item = &'a (Place, LogLine)>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (_, line) in lines {
        let day =
            |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let (due, was) = (day(line.due), day(line.was));
        let LogLine {
            event,
            did,
            deadline,
            ..
        } = line;
        hasher.update(format!("{event} {did} {deadline} {due} {was}\n").as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Where the act ends that begins with an event: behind the computations that followed from it.
fn end_of_act(events: &[Event], start: usize, head: &Event) -> usize {
    let rest = events.iter().skip(start.saturating_add(1));
    let followed = rest.take_while(|event| {
        event.stream == head.stream && matches!(event.payload.entry, Entry::DeadlineComputed(_))
    });
    start.saturating_add(1).saturating_add(followed.count())
}

/// One entry with what followed from it.
struct Act<'a> {
    head: &'a Event,
    day: NaiveDate,
    before: Case,
    after: Case,
}

impl Act<'_> {
    fn tell(&self, clock: Clock, read: &mut Lines) {
        let mut found: Vec<(&Deadline, &Case, &'static str, Option<NaiveDate>)> = Vec::new();
        for now in &self.after.deadlines {
            let known = self.before.deadlines.iter().find(|old| old.id == now.id);
            let is = now.standing(&self.after, self.day);
            let Some(old) = known else {
                if self.head.payload.via.is_some() && !is.is_open() {
                    read.settled = read.settled.saturating_add(1);
                } else {
                    found.push((now, &self.after, "entered", None));
                }
                continue;
            };
            let was = old.standing(&self.before, self.day);
            if let Some(did) = self.did(old, was, now, is) {
                found.push((now, &self.after, did, old.due()));
            }
        }
        for old in &self.before.deadlines {
            if !self.after.deadlines.iter().any(|now| now.id == old.id) {
                found.push((old, &self.before, "cancelled", old.due()));
            }
        }
        found.sort_by_key(|(deadline, ..)| deadline.id);
        let lines = found
            .into_iter()
            .map(|(deadline, case, did, was)| self.line(clock, deadline, case, did, was));
        let place = place_of(self.head);
        read.lines.extend(lines.map(|line| (place, line)));
    }

    /// What the entry did to a deadline that was there.
    fn did(
        &self,
        old: &Deadline,
        was: Standing,
        now: &Deadline,
        is: Standing,
    ) -> Option<&'static str> {
        if let Entry::DeadlineActed(acted) = &self.head.payload.entry
            && acted.deadline == now.id
        {
            return Some(match acted.act {
                DeadlineAct::Met => "met",
                DeadlineAct::Waived => "waived",
                DeadlineAct::Extended(_) => "extended",
                DeadlineAct::Confirmed => "confirmed",
            });
        }
        let hour = |one: &Deadline| one.computed().and_then(|computed| computed.due_at.clone());
        match (was.is_open(), is.is_open()) {
            (true, false) => Some(match is.state {
                DeadlineState::Met | DeadlineState::MetLate => "met",
                DeadlineState::Waived => "waived",
                _ => "moot",
            }),
            (false, true) => Some("reopened"),
            _ if old.due() != now.due() || hour(old) != hour(now) => Some("changed"),
            _ if was.state == is.state => None,
            _ if is.state == DeadlineState::Sent => Some("sent"),
            _ => Some("changed"),
        }
    }

    fn line(
        &self,
        clock: Clock,
        deadline: &Deadline,
        case: &Case,
        did: &'static str,
        was: Option<NaiveDate>,
    ) -> LogLine {
        let shown = deadlines::view(case, deadline, self.day);
        let at = self.head.payload.at;
        LogLine {
            at,
            by: self.head.payload.by.clone(),
            did,
            case: shown.case,
            deadline: shown.id,
            what: shown.what,
            rule: shown.rule,
            citation: shown.citation,
            actor: shown.actor,
            due: shown.due,
            was,
            state: shown.state,
            event: self.head.id.to_string(),
            person: shown.person,
            callsign: shown.callsign,
            hour: clock.local_at(at),
        }
    }
}
