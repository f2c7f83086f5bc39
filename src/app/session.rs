//! The open session: the store, who opened it, and the world outside as arguments.

use std::path::Path;

use chrono::NaiveDate;

use crate::app::error::AppError;
use crate::base::callsign::{Callsign, looks_like_callsign};
use crate::base::clock::Clock;
use crate::base::id::{CaseId, EventId, MIN_PREFIX, StoreId};
use crate::base::number::CaseNumber;
use crate::base::random::Random;
use crate::domain::case::Case;
use crate::domain::event::{Alias, Entry, Event, MemberAdded, Payload};
use crate::domain::history::History;
use crate::rules::Book;
use crate::store::{Access, Notice, Store};
use crate::vault::{Identity, Recipient};

/// What the outermost room hands down: the clock, the randomness, the rules.
#[derive(Debug)]
pub struct World {
    /// The one source of now.
    pub clock: Clock,
    /// The one source of randomness.
    pub random: Random,
    /// The rules built into the program.
    pub book: Book,
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
        let mark = mark(store.id(), &identity.recipient());
        let me = members(&store.office_events()?)
            .into_iter()
            .find(|(member, _)| member.mark == mark)
            .map(|(member, _)| member.alias)
            .ok_or(AppError::NotAMember)?;
        Ok(Self { store, world, me })
    }

    /// Today by the machine's calendar.
    pub fn today(&self) -> NaiveDate {
        self.world.clock.today()
    }

    /// The day to look at: `as_of`, or today.
    pub fn day(&self, as_of: Option<NaiveDate>) -> NaiveDate {
        as_of.unwrap_or_else(|| self.today())
    }

    /// The rules.
    pub fn book(&self) -> &Book {
        &self.world.book
    }

    /// A payload of mine, recorded now.
    pub(super) fn payload(&self, entry: Entry) -> Payload {
        let (at, by) = (self.world.clock.now(), self.me.clone());
        Payload {
            at,
            by,
            person: 1,
            via: None,
            even_so: None,
            entry,
        }
    }

    /// The case that a person named by number or callsign.
    ///
    /// # Errors
    /// A mistyped number, a name that no case bears, or a callsign that several bear.
    pub fn find(&self, text: &str) -> Result<CaseId, AppError> {
        let found = if looks_like_callsign(text) {
            self.store.cases_by_callsign(&Callsign::normalise(text))?
        } else {
            let number = CaseNumber::parse(text).map_err(AppError::Number)?;
            self.store.case_by_number(&number)?.into_iter().collect()
        };
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(AppError::NoCase(text.to_owned())),
            several => {
                let numbers = several.iter().map(|case| self.number(*case));
                Err(AppError::TwoCases(numbers.collect::<Result<_, _>>()?))
            }
        }
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
        let mut cases = Vec::new();
        self.store.each_case(|id, case| -> Result<(), AppError> {
            let case = match as_of {
                None => case,
                Some(day) => Case::fold(id, &self.store.events(id)?, Some(day)),
            };
            cases.extend(Some(case).filter(|case| case.opened.is_some()));
            Ok(())
        })?;
        Ok(cases)
    }

    /// The number of a case, as people see it.
    pub(super) fn number(&self, case: CaseId) -> Result<String, AppError> {
        Ok(number_of(&self.store.case(case)?))
    }

    /// The event whose id begins with `prefix`.
    ///
    /// # Errors
    /// Too short, none, or several.
    pub(super) fn find_event(&self, prefix: &str) -> Result<(EventId, CaseId), AppError> {
        if prefix.len() < MIN_PREFIX {
            return Err(AppError::ShortId);
        }
        let found = self.store.event_by_prefix(&prefix.to_ascii_lowercase())?;
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(AppError::NoEvent(prefix.to_owned())),
            several => Err(AppError::TwoEvents(
                several.iter().map(|(id, _)| id.to_string()).collect(),
            )),
        }
    }

    /// What `--on` names in a case: `A2`, `A2.1`, or the beginning of an event's id.
    pub(super) fn find_on(&self, case: &Case, text: &str) -> Result<EventId, AppError> {
        use crate::domain::check::Objection;
        if let Some(named) = case.reference(text) {
            return Ok(named.id());
        }
        let wrong = || AppError::History {
            case: number_of(case),
            objection: Objection::NoReference,
        };
        if text.len() < MIN_PREFIX {
            return Err(wrong());
        }
        let (event, of) = self.find_event(text).map_err(|_| wrong())?;
        let events = self.store.events(case.id)?;
        let history = History::resolve(&events, None);
        let root = root_of(&events, event);
        if of == case.id && history.item(root).is_some() {
            Ok(root)
        } else {
            Err(wrong())
        }
    }

    /// The aliases of the members, with the day since when.
    pub(super) fn aliases(&self) -> Result<Vec<(MemberAdded, NaiveDate)>, AppError> {
        Ok(members(&self.store.office_events()?))
    }

    /// Checks that an alias is a member's, or that of somebody whom an import says to work on a case.
    pub(super) fn known_member(&self, alias: &str) -> Result<(), AppError> {
        let member = self
            .aliases()?
            .iter()
            .any(|(m, _)| m.alias == alias && !m.card);
        let worker = || -> Result<bool, AppError> {
            Ok(self
                .cases(None)?
                .iter()
                .any(|case| case.worker.as_deref() == Some(alias)))
        };
        if member || worker()? {
            Ok(())
        } else {
            Err(AppError::NoMember(alias.to_owned()))
        }
    }
}

/// The case number with its dashes.
pub(super) fn number_of(case: &Case) -> String {
    let compact = case
        .opened
        .as_ref()
        .map(|opened| opened.number.as_str())
        .unwrap_or_default();
    CaseNumber::parse(compact).map_or_else(|_| compact.to_owned(), |number| number.to_string())
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

/// Who may open the store, the recovery card among them.
pub(super) fn members(office: &[Event]) -> Vec<(MemberAdded, NaiveDate)> {
    office
        .iter()
        .filter_map(|event| match &event.payload.entry {
            Entry::MemberAdded(member) => Some((member.clone(), event.payload.at.date_naive())),
            _ => None,
        })
        .collect()
}

/// Tells a member's key again without storing it. A recipient is 256 random bits, so that its hash
/// gives nothing away.
pub(super) fn mark(store: StoreId, recipient: &Recipient) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("nansen 2026 member mark v1");
    hasher.update(store.bytes());
    hasher.update(recipient.to_string().as_bytes());
    hasher.finalize().to_hex().to_string()
}
