//! The one way in which a case is written: judged as it stands, then the event, then the deadlines it opens or moves,
//! all in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::app::care;
use crate::app::deadlines;
use crate::app::entry::Scribe;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::own;
use crate::app::session::{Session, World, callsign_of, number_of};
use crate::app::view::{Moved, Recorded, RecordedFor};
use crate::app::whose::beside;
use crate::base::id::{CaseId, DeadlineId, EventId};
use crate::domain::case::Case;
use crate::domain::code::Actor;
use crate::domain::deadline::{FIND_SERVICE, NO_RULE};
use crate::domain::event::{Alias, BatchMade, DeadlineComputed, Entry, Event, Payload, Step, Via};
use crate::domain::person::FIRST;
use crate::journal;
use crate::rules::{self, Book, Occurrence};
use crate::store::{StoreError, Tx};

/// Why a piece of work left nothing written: it failed, or was only rehearsed.
pub(super) enum Stop<T> {
    Error(AppError),
    Rehearsed(Box<T>),
}

impl<T, E: Into<AppError>> From<E> for Stop<T> {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

impl<T> Stop<T> {
    /// The end of the work within its transaction: what is given back as an error leaves nothing written.
    pub(super) fn end(done: T, dry_run: bool) -> Result<T, Self> {
        if dry_run {
            Err(Self::Rehearsed(Box::new(done)))
        } else {
            Ok(done)
        }
    }

    /// What was done, or would have been.
    pub(super) fn told(done: Result<T, Self>) -> Result<T, AppError> {
        match done {
            Ok(done) => Ok(done),
            Err(Self::Rehearsed(done)) => Ok(*done),
            Err(Self::Error(error)) => Err(error),
        }
    }
}

/// What was written at once, and what followed.
#[derive(Debug)]
pub(super) struct Written {
    /// The event, or the first of them.
    pub event: Event,
    /// The same for further persons.
    pub others: Vec<Event>,
    /// The case before.
    pub before: Case,
    /// What followed.
    pub followed: Followed,
}

/// What followed from a change of a case.
#[derive(Debug)]
pub(super) struct Followed {
    /// The case after, deadlines included.
    pub after: Case,
    /// Deadlines whose computation was appended.
    pub touched: Vec<DeadlineId>,
    /// Adverse acts without a known rule.
    pub unruled: Vec<Occurrence>,
}

/// What a use case that writes judges by: the store within the one transaction that it writes in. Whatever another
/// process did stands there, and nothing comes between the judgment and the entry.
pub(super) struct Inside<'a, 'tx> {
    /// Looks things up, and takes events.
    pub tx: &'a mut Tx<'tx>,
    /// The clock, the randomness, the rules.
    pub world: &'a mut World,
    /// Who writes.
    pub me: &'a Alias,
}

impl Inside<'_, '_> {
    /// Today by the machine's calendar.
    pub fn today(&self) -> NaiveDate {
        self.world.clock.today()
    }

    /// A case that something is to be recorded in, as it stands.
    pub fn case(&self, id: CaseId) -> Result<Case, AppError> {
        let case = so_far(self.tx, id)?;
        if case.opened.is_none() {
            // Its opening was taken back since somebody named it.
            return Err(StoreError::NoSuchCase.into());
        }
        Ok(case)
    }

    /// A payload of mine, recorded now.
    pub fn payload(&self, entry: Entry) -> Payload {
        Payload {
            at: self.world.clock.now(),
            by: self.me.clone(),
            person: 1,
            via: None,
            even_so: None,
            entry,
        }
    }

    /// Appends one event to the case that stands as `before`, with the deadlines that follow.
    pub fn append(&mut self, before: Case, payload: Payload) -> Result<Written, AppError> {
        self.append_all(before, vec![payload])
    }

    /// Appends one event for each of several persons, with the deadlines that follow.
    pub fn append_all(
        &mut self,
        before: Case,
        payloads: Vec<Payload>,
    ) -> Result<Written, AppError> {
        let case = before.id;
        let mut events = Vec::new();
        for payload in payloads {
            let event = self.tx.append(case, payload)?;
            #[cfg(feature = "test-fakes")]
            self.panic_if_wanted(&event);
            events.push(event);
        }
        let root = |event: &Event| match &event.payload.entry {
            Entry::EntryCorrected(correction) => correction.root,
            _ => event.id,
        };
        let roots: Vec<EventId> = events.iter().map(root).collect();
        let mut events = events.into_iter();
        // Nothing to write is nothing to judge: whoever calls has at least one.
        let event = events.next().ok_or(StoreError::NoSuchCase)?;
        let followed = follow(self.tx, self.world, &before, case, &roots, &event.payload)?;
        Ok(Written {
            event,
            others: events.collect(),
            before,
            followed,
        })
    }
}

impl Inside<'_, '_> {
    /// Notes that entries were made at once, so that they can be taken back at once.
    pub fn made_at_once(&mut self, what: &str, events: Vec<EventId>) -> Result<EventId, AppError> {
        let what = what.to_owned();
        let payload = self.payload(Entry::BatchMade(BatchMade { what, events }));
        Ok(self.tx.append(CaseId::OFFICE, payload)?.id)
    }
}

#[cfg(feature = "test-fakes")]
impl Inside<'_, '_> {
    /// A defect at the worst moment, with the worst of messages.
    fn panic_if_wanted(&self, event: &Event) {
        let all = || serde_json::to_string(&event.payload).unwrap_or_default();
        assert!(!self.world.panics, "{}", all());
    }
}

/// The case before anything is appended; one that was just made holds nothing yet.
pub(super) fn so_far(tx: &Tx<'_>, case: CaseId) -> Result<Case, AppError> {
    Ok(Case::fold(case, &tx.events(case)?, None))
}

/// Appends the deadlines that follow from what was appended since `before`. An import opens no deadline
/// for an act without a rule: it lists such acts once.
pub(super) fn follow(
    tx: &mut Tx<'_>,
    world: &World,
    before: &Case,
    case: CaseId,
    roots: &[EventId],
    template: &Payload,
) -> Result<Followed, AppError> {
    let mid = tx.case(case)?;
    let came = deadlines::came(tx, before, world.clock.today())?;
    let (computations, unruled) = following(world, before, &mid, roots, template.via, came);
    let touched = computations
        .iter()
        .map(|computed| computed.deadline)
        .collect();
    for computed in computations {
        let entry = Entry::DeadlineComputed(Box::new(computed));
        let person = mid.whose(&entry, template.person);
        tx.append(
            case,
            Payload {
                entry,
                person,
                even_so: None,
                ..template.clone()
            },
        )?;
    }
    let after = tx.case(case)?;
    Ok(Followed {
        after,
        touched,
        unruled,
    })
}

/// The computations that a change of a case calls for. Only what this change causes: the rules are asked
/// about the case before and after it, so that a newer rule moves nothing by itself.
fn following(
    world: &World,
    before: &Case,
    after: &Case,
    roots: &[EventId],
    via: Option<Via>,
    came: NaiveDate,
) -> (Vec<DeadlineComputed>, Vec<Occurrence>) {
    let today = world.clock.today();
    let imported = via == Some(Via::Import);
    let old = deadlines::computed(&world.book, before);
    let new = deadlines::computed(&world.book, after);
    let over = |computed: &DeadlineComputed| {
        let unserved = new.contains_key(&journal::deadline_id(computed.trigger, FIND_SERVICE));
        // What ended while the case was with us was missed here, whenever it came to be known.
        let person = after.person_of(computed.trigger).unwrap_or(FIRST);
        let ours_since = deadlines::ours_since(after, person, came, today);
        deadlines::is_over(computed, unserved, ours_since)
    };
    let stored: BTreeMap<DeadlineId, (EventId, &DeadlineComputed)> = before
        .deadlines
        .iter()
        .filter_map(|deadline| Some((deadline.id, (deadline.event, deadline.computed()?))))
        .collect();
    let mut found = Vec::new();
    for (id, computed) in &new {
        let mut computed = computed.clone();
        if let Some((event, known)) = stored.get(id) {
            computed.replaces = Some(*event);
            // What was over before it came to us is so no more where a correction makes it later.
            computed.lapsed = known.lapsed && over(&computed);
            let unchanged = DeadlineComputed {
                replaces: known.replaces,
                ..computed.clone()
            };
            if old.get(id) == new.get(id) || unchanged == **known {
                continue;
            }
        } else if old.get(id) == new.get(id) {
            continue;
        } else {
            computed.lapsed = imported && over(&computed);
        }
        found.push(computed);
    }
    if imported {
        // Whoever brings in the past is asked for a day of service only where a limit may still run.
        let running: BTreeSet<EventId> = found
            .iter()
            .filter(|computed| computed.rule != FIND_SERVICE && !computed.lapsed)
            .filter(|computed| computed.actor == Actor::Applicant)
            .map(|computed| computed.trigger)
            .collect();
        found.retain(|c| c.rule != FIND_SERVICE || running.contains(&c.trigger));
    }
    let unruled_before = deadlines::unruled(&world.book, before);
    let unruled_after = deadlines::unruled(&world.book, after);
    let mut gone: Vec<DeadlineId> = old
        .keys()
        .copied()
        .filter(|id| !new.contains_key(id))
        .collect();
    let known_now = |computed: &DeadlineComputed| {
        let trigger = &computed.trigger;
        unruled_before.contains_key(trigger) && !unruled_after.contains_key(trigger)
    };
    gone.extend(
        stored
            .iter()
            .filter(|(_, (_, computed))| computed.rule == NO_RULE && known_now(computed))
            .map(|(id, _)| *id),
    );
    let mut withdrawn = BTreeSet::new();
    for id in gone {
        let Some((event, known)) = stored.get(&id) else {
            continue;
        };
        // A day of service that was found meets what asked for it.
        let found_out = known.rule == FIND_SERVICE
            && after
                .decision(known.trigger)
                .is_some_and(|(matter, _, decision)| matter.is_adverse(decision));
        if after.holds(known.trigger) && !found_out {
            withdrawn.insert(known.trigger);
            found.push(DeadlineComputed {
                withdrawn: true,
                replaces: Some(*event),
                ..(*known).clone()
            });
        }
    }
    let fresh =
        |trigger: &EventId| roots.contains(trigger) || !unruled_before.contains_key(trigger);
    let unruled: Vec<Occurrence> = unruled_after
        .into_iter()
        .filter(|(trigger, _)| fresh(trigger))
        .map(|(_, occurrence)| occurrence)
        .collect();
    // An import lists such acts once instead, unless it took away what stood there.
    let asked = unruled
        .iter()
        .filter(|occurrence| !imported || withdrawn.contains(&occurrence.trigger))
        .map(|occurrence| deadlines::ask_a_lawyer(occurrence, today));
    found.extend(asked.filter(|computed| !stored.contains_key(&computed.deadline)));
    (found, unruled)
}

impl Session<'_> {
    /// Runs `work` within one transaction: it looks, judges and appends. Where it fails nothing is written.
    pub(super) fn inside<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Inside<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let (world, me) = (&mut *self.world, &self.me);
        self.store.write(|tx| work(&mut Inside { tx, world, me }))
    }

    /// As [`Session::inside`], for what may bring more than should lie in memory.
    pub(super) fn inside_much<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Inside<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let (world, me) = (&mut *self.world, &self.me);
        self.store
            .write_much(|tx| work(&mut Inside { tx, world, me }))
    }

    /// Writes one entry into the office's history.
    pub(super) fn note(&mut self, entry: Entry) -> Result<(), AppError> {
        self.inside(|now| {
            let payload = now.payload(entry);
            now.tx.append(CaseId::OFFICE, payload)?;
            Ok(())
        })
    }

    /// What was written and what followed from it.
    pub(super) fn recorded(&self, written: &Written) -> Recorded {
        let today = self.today();
        let Written {
            event,
            others,
            before,
            followed:
                Followed {
                    after,
                    touched,
                    unruled,
                },
        } = written;
        // Where the opening was taken back, only the case before has a number.
        let known = if after.opened.is_some() {
            after
        } else {
            before
        };
        // It is written already: what cannot be read any more is left out of the words, and fails nothing.
        let events = self.store.events(event.case).unwrap_or_default();
        let retracted = matches!(event.payload.entry, Entry::EntryRetracted(_));
        let scribe = Scribe {
            // What was taken back had its name in the case before.
            case: if retracted { before } else { known },
            events: &events,
            number: &|id| find::number(&self.store, id).ok(),
            declared: &|id| own::declaration(&self.store, id),
        };
        let mut shown = Recorded {
            schema: "nansen.recorded/1",
            case: number_of(known),
            event: event.id.to_string(),
            r#ref: after.reference_of(event.id),
            deadlines: Vec::new(),
            people: Vec::new(),
            unchanged: self.made_with(&event.payload.entry),
            others: others
                .iter()
                .map(|other| scribe.write(other, None))
                .collect(),
            tasks: self.tasks_opened(before, after),
            entry: scribe.write(event, None),
            callsign: callsign_of(known),
            reopened: Vec::new(),
            moved: Vec::new(),
            settled: Vec::new(),
            withdrawn: Vec::new(),
            notices: Vec::new(),
        };
        for one in [event].into_iter().chain(others) {
            shown
                .people
                .extend(beside(known, &one.payload).map(|person| RecordedFor {
                    person,
                    event: one.id.to_string(),
                    r#ref: after.reference_of(one.id),
                }));
        }
        let second = self.second().unwrap_or_default();
        let acted_on = match &event.payload.entry {
            Entry::DeadlineActed(acted) => Some(acted.deadline),
            Entry::DeadlineTold(told) => Some(told.deadline),
            _ => None,
        };
        for deadline in &after.deadlines {
            let mut now = deadlines::view_by(&self.world.book, after, deadline, today);
            second.mark(deadline, &mut now);
            let Some(earlier) = before.deadlines.iter().find(|old| old.id == deadline.id) else {
                shown.deadlines.push(now);
                continue;
            };
            let mut was = deadlines::view(before, earlier, today);
            second.mark(earlier, &mut was);
            let named = touched.contains(&deadline.id) || acted_on == Some(deadline.id);
            let (was_open, is_open) = (
                earlier.standing(before, today).is_open(),
                deadline.standing(after, today).is_open(),
            );
            if was_open && !is_open {
                if named && acted_on.is_none() {
                    shown.deadlines.push(now.clone());
                }
                shown.settled.push(now);
                continue;
            }
            let moved = now.due != was.due
                || now.due_at != was.due_at
                || now.safe != was.safe
                || now.last_arguable != was.last_arguable
                || now.state != was.state;
            if !moved && !named {
                continue;
            }
            shown.deadlines.push(now.clone());
            let pair = Moved {
                deadline: now,
                before: was,
            };
            if is_open && !was_open {
                shown.reopened.push(pair);
            } else {
                shown.moved.push(pair);
            }
        }
        let gone = before
            .deadlines
            .iter()
            .filter(|old| !after.deadlines.iter().any(|new| new.id == old.id));
        shown
            .withdrawn
            .extend(gone.map(|deadline| deadlines::view(before, deadline, today)));
        shown.reopened.sort_by_key(|moved| moved.deadline.due);
        shown.moved.sort_by_key(|moved| moved.deadline.due);
        shown.settled.sort_by_key(|deadline| deadline.due);
        shown.withdrawn.sort_by_key(|deadline| deadline.due);
        // What we must do first, what runs out next, what others must do apart.
        let rank = |actor| match actor {
            Actor::Applicant => 0,
            Actor::Document => 1,
            _ => 2,
        };
        shown
            .deadlines
            .sort_by_key(|deadline| (rank(deadline.actor), deadline.due));
        shown.notices.extend(care::notices(event, &shown.tasks));
        if !touched.is_empty() {
            let all = [event].into_iter().chain(others);
            for told in all.flat_map(|one| texts(&self.world.book, after, one.id)) {
                if !shown.notices.contains(&told) {
                    shown.notices.push(told);
                }
            }
        }
        for occurrence in unruled {
            let args = BTreeMap::from([
                ("event".to_owned(), occurrence.event.clone()),
                ("jurisdiction".to_owned(), occurrence.jurisdiction.clone()),
            ]);
            let text = "notice-no-rule".to_owned();
            shown.notices.push(Step {
                text,
                args,
                date: Some(today),
            });
        }
        shown
    }
}

/// What there is to know of an entry that has no date.
fn texts(book: &Book, case: &Case, root: EventId) -> Vec<Step> {
    let mut told: Vec<Step> = Vec::new();
    let person = case.person_of(root).unwrap_or(FIRST);
    for occurrence in rules::occurrences(book, &case.only(person)) {
        if occurrence.trigger != root {
            continue;
        }
        for rule in rules::texts(book, &occurrence) {
            let args = [
                ("what", rule.named()),
                ("citation", rule.citation.clone()),
                ("rule", rule.id.clone()),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let note = rules::note("notice-text", &args);
            if !told.contains(&note) {
                told.push(note);
            }
        }
    }
    told
}
