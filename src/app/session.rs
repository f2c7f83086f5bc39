//! The open session: the store, who opened it, and the world outside as arguments.

use std::path::Path;

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::law;
use crate::base::clock::Clock;
use crate::base::id::{CaseId, EventId, StoreId};
use crate::base::number::CaseNumber;
use crate::base::random::Random;
use crate::domain::case::Case;
use crate::domain::event::{Alias, Entry, Event, MemberAdded};
use crate::rules::{self, Book};
use crate::store::{Access, Notice, Store};
use crate::vault::{Identity, Recipient, bears_mark};

/// What the outermost room hands down: the clock, the randomness, the rules.
#[derive(Debug)]
pub struct World {
    /// The one source of now.
    pub clock: Clock,
    /// The one source of randomness.
    pub random: Random,
    /// The rules built into the program.
    pub book: Book,
    /// Whether to panic amid the next transaction, with all that is at hand in the message.
    #[cfg(feature = "test-fakes")]
    pub panics: bool,
    /// What people must be told of the stores that were open.
    pub notices: Vec<Notice>,
}

/// An open store and the member who opened it.
#[derive(Debug)]
pub struct Session<'w> {
    pub(super) store: Store,
    pub(super) world: &'w mut World,
    /// The member's alias.
    pub me: Alias,
    /// The public half of the member's key.
    pub(super) recipient: Recipient,
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // Whoever opened it has its result by now, or an error: this goes beside both.
        self.world.notices.extend_from_slice(self.store.notices());
    }
}

impl<'w> Session<'w> {
    /// Opens the store in `dir` with `identity`.
    ///
    /// # Errors
    /// Whatever the store says; [`AppError::NotAMember`] where the key fits but nobody is known by it.
    pub fn open(
        dir: &Path,
        identity: &Identity,
        access: Access,
        world: &'w mut World,
    ) -> Result<Self, AppError> {
        let store = Store::open(dir, identity, access)?;
        if access != Access::Read {
            store.sweep_staged(world.clock.now());
        }
        let recipient = identity.recipient();
        let mark = recipient.mark(store.id());
        let office = store.office_events()?;
        for text in law::installed(&office).into_values() {
            // It was checked when it was taken in; what a newer program wrote otherwise stays out.
            if let Ok(file) = rules::read(text) {
                world.book.add(file);
            }
        }
        let me = members(store.id(), &office)
            .into_iter()
            .find(|joined| joined.member.mark == mark)
            .map(|joined| joined.member.alias)
            .ok_or(AppError::NotAMember)?;
        Ok(Self {
            store,
            world,
            me,
            recipient,
        })
    }

    /// Today by the machine's calendar.
    pub fn today(&self) -> NaiveDate {
        self.world.clock.today()
    }

    /// Whether I am the member with this alias.
    pub fn is_me(&self, alias: &str) -> bool {
        self.me == alias
    }

    /// The day to look at: `as_of`, or today.
    pub fn day(&self, as_of: Option<NaiveDate>) -> NaiveDate {
        as_of.unwrap_or_else(|| self.today())
    }

    /// The rules.
    pub fn book(&self) -> &Book {
        &self.world.book
    }

    /// The case that a person named by number or callsign.
    ///
    /// # Errors
    /// A mistyped number, a name that no case bears, or a callsign that several bear.
    pub fn find(&self, text: &str) -> Result<CaseId, AppError> {
        find::case(&self.store, text)
    }

    /// The case as it stands, or as it stood.
    pub fn case(&self, case: CaseId, as_of: Option<NaiveDate>) -> Result<Case, AppError> {
        match as_of {
            None => Ok(self.store.case(case)?),
            Some(day) => Ok(Case::fold(case, &self.store.events(case)?, Some(day))),
        }
    }

    /// Every case, as it stands or stood.
    pub(super) fn cases(&self, as_of: Option<NaiveDate>) -> Result<Vec<Case>, AppError> {
        find::cases(&self.store, as_of)
    }
}

/// The case number with its dashes.
pub(super) fn number_of(case: &Case) -> String {
    let compact = case
        .opened
        .as_ref()
        .map(|opened| opened.number.as_str())
        .unwrap_or_default();
    shown_number(compact)
}

/// A case number with its dashes.
pub(super) fn shown_number(compact: &str) -> String {
    CaseNumber::parse(compact).map_or_else(|_| compact.to_owned(), |number| number.to_string())
}

/// The two words by which people call a case.
pub(super) fn callsign_of(case: &Case) -> String {
    let opened = case.opened.as_ref();
    opened.map_or_else(String::new, |opened| opened.callsign.clone())
}

/// The first event of the entry that an event is a version of.
pub(super) fn root_of(events: &[Event], id: EventId) -> EventId {
    match events
        .iter()
        .find(|event| event.id == id)
        .map(|event| &event.payload.entry)
    {
        Some(Entry::EntryCorrected(correction)) => correction.root,
        _ => id,
    }
}

/// What was said last of something in the office's history.
pub(super) fn latest<'e, T>(
    office: &'e [Event],
    said: impl Fn(&'e Entry) -> Option<T>,
) -> Option<T> {
    let mut all = office.iter().rev();
    all.find_map(|event| said(&event.payload.entry))
}

/// One who may open the store.
pub(super) struct Joined {
    /// By which key.
    pub member: MemberAdded,
    /// Since when, by this key.
    pub since: NaiveDate,
    /// Who let them in.
    pub by: Alias,
}

/// Whether a case was erased after a moment of the history.
pub(super) fn is_erased_since(office: &[Event], lamport: u64) -> bool {
    let mut later = office.iter().filter(|event| event.lamport > lamport);
    later.any(|event| !event.payload.entry.erased().is_empty())
}

/// Who may open the store, the recovery card among them. A recipient that does not fit the mark beside it was put there
/// to take somebody's place, and counts for nothing.
pub(super) fn members(store: StoreId, office: &[Event]) -> Vec<Joined> {
    let mut members: Vec<Joined> = Vec::new();
    for event in office {
        match &event.payload.entry {
            Entry::MemberAdded(added) => {
                let mut added = added.clone();
                let fits = |text: &String| bears_mark(text, store, &added.mark);
                added.recipient = added.recipient.filter(fits);
                let mut all = members.iter_mut().map(|joined| &mut joined.member);
                if let Some(known) = all.find(|known| known.mark == added.mark) {
                    // Said again, with what was not known before.
                    known.recipient = known.recipient.take().or(added.recipient);
                } else {
                    members.push(Joined {
                        member: added,
                        since: event.payload.at.date_naive(),
                        by: event.payload.by.clone(),
                    });
                }
            }
            Entry::MemberRemoved(removed) => {
                members.retain(|joined| joined.member.alias != removed.alias);
            }
            _ => {}
        }
    }
    members
}
