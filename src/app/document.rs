//! `document`: files that hang on a case, sealed like names unless somebody says that no person is in them.

use zeroize::Zeroizing;

use crate::app::error::AppError;
use crate::app::find;
use crate::app::identity::{holders, standing};
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{DocumentKept, DocumentLine, Documents};
use crate::app::whose::{self, beside};
use crate::base::document::{self, Sort};
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::check::Objection;
use crate::domain::code::{DocumentKind, EntryState, OpeningReason};
use crate::domain::event::{DocumentAdded, DocumentOpened, Entry, Event, Payload};
use crate::domain::history::History;
use crate::store::attachment_digest;
use crate::vault::{
    Identity, VaultError, frame_document, open_document, seal_document, unframe_document,
};

/// A file that is to hang on a case.
#[derive(Debug)]
pub struct Input<'a> {
    /// The case.
    pub case: CaseId,
    /// Which of its persons, where it says so.
    pub person: Option<u16>,
    /// What it is.
    pub kind: DocumentKind,
    /// The entry that it belongs to.
    pub on: Option<&'a str>,
    /// For all who can read the case: nobody can be told by it.
    pub no_person: bool,
    /// It stays as it is, with what it says of itself.
    pub as_it_is: bool,
    /// What it holds.
    pub content: &'a [u8],
}

/// A document that somebody wants to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    case: CaseId,
    event: EventId,
    /// A holder of a seal key alone opens it, with a reason.
    pub sealed: bool,
}

impl Session<'_> {
    /// Hangs a file on a case. Sealed, nobody here can read it back.
    ///
    /// # Errors
    /// [`AppError::DocumentImage`], [`AppError::DocumentTells`], [`AppError::DocumentEmpty`], [`AppError::NobodyToSealTo`];
    /// the store.
    pub fn add_document(&mut self, input: &Input<'_>) -> Result<DocumentKept, AppError> {
        if input.content.is_empty() {
            return Err(AppError::DocumentEmpty);
        }
        let sort = Sort::of(input.content);
        if sort == Sort::Closed && input.no_person && !input.as_it_is {
            return Err(AppError::DocumentTells);
        }
        let cleaned = if input.as_it_is {
            None
        } else {
            document::clean(input.content).map_err(|_| AppError::DocumentImage)?
        };
        let (content, removed) = match &cleaned {
            Some(cleaned) => (cleaned.bytes.as_slice(), cleaned.removed.clone()),
            None => (input.content, Vec::new()),
        };
        let framed = frame_document(input.case, content)?;
        self.inside(|now| {
            let case = now.case(input.case)?;
            let on = input.on.map(|on| find::on(now.tx, &case, on)).transpose()?;
            let person = of_whom(&case, input.person, on)?;
            let (group, holders, kept) = if input.no_person {
                (None, 0, framed)
            } else {
                let (group, to) = holders(&now.tx.office_events()?)?;
                let sealed = seal_document(&framed, &to)?;
                (Some(group), to.len(), Zeroizing::new(sealed))
            };
            let mut shown = DocumentKept {
                schema: "nansen.document/1",
                case: number_of(&case),
                callsign: callsign_of(&case),
                document: String::new(),
                kind: input.kind,
                sealed: group.is_some(),
                holders,
                form: sort.id(),
                removed,
                told: if input.as_it_is && !matches!(sort, Sort::Pdf | Sort::Office(_)) {
                    vec!["kept"]
                } else if let Some(cleaned) = &cleaned {
                    cleaned.told.clone()
                } else {
                    document::told(content)
                },
                bytes: u64::try_from(content.len()).unwrap_or(u64::MAX),
                already_there: false,
            };
            let events = now.tx.events(input.case)?;
            let digest = attachment_digest(&kept);
            // What was sealed is never the same twice, so this finds what everybody can read alone.
            let known = standing(&events).find(|event| match &event.payload.entry {
                Entry::DocumentAdded(added) => added.digest == digest,
                _ => false,
            });
            if let Some(known) = known {
                shown.document = known.id.to_string();
                shown.already_there = true;
                return Ok(shown);
            }
            let entry = Entry::DocumentAdded(DocumentAdded {
                document: input.kind,
                on,
                group,
                digest: now.tx.attach(input.case, &kept)?,
                length: u64::try_from(kept.len()).unwrap_or(u64::MAX),
            });
            let payload = Payload {
                person,
                ..now.payload(entry)
            };
            shown.document = now.tx.append(input.case, payload)?.id.to_string();
            Ok::<_, AppError>(shown)
        })
    }

    /// The documents of a case, in the order in which they came. None is opened.
    ///
    /// # Errors
    /// The store.
    pub fn documents(&self, id: CaseId) -> Result<Documents, AppError> {
        let case = self.store.case(id)?;
        let events = self.store.events(id)?;
        let states = History::resolve(&events, None).states;
        let line = |event: &Event| {
            let Entry::DocumentAdded(added) = &event.payload.entry else {
                return None;
            };
            let state = states.get(&event.id).copied().unwrap_or(EntryState::Live);
            Some(DocumentLine {
                document: event.id.to_string(),
                kind: added.document,
                on: added.on.map(|on| {
                    let named = case.reference_of(on);
                    named.unwrap_or_else(|| on.to_string())
                }),
                person: beside(&case, &event.payload),
                added: event.payload.at.date_naive(),
                by: event.payload.by.clone(),
                sealed: added.group.is_some(),
                bytes: added.length,
                state,
            })
        };
        Ok(Documents {
            schema: "nansen.documents/1",
            case: number_of(&case),
            callsign: callsign_of(&case),
            items: events.iter().filter_map(line).collect(),
        })
    }

    /// The document whose id begins so.
    ///
    /// # Errors
    /// [`AppError::NoDocument`], [`AppError::DocumentTakenBack`].
    pub fn document(&self, prefix: &str) -> Result<Wanted, AppError> {
        let (event, case) = find::event(&self.store, prefix)?;
        let events = self.store.events(case)?;
        let added = added(&events, event)?;
        Ok(Wanted {
            case,
            event,
            sealed: added.group.is_some(),
        })
    }

    /// What a document holds, and of which sort it is. Of one that is sealed it is written down first that it was opened.
    ///
    /// # Errors
    /// [`AppError::NoSealKey`] where none of the keys opens it; [`AppError::DocumentReason`] where it is sealed and nobody said
    /// what for; damage; the store.
    pub fn open_document(
        &mut self,
        wanted: Wanted,
        keys: &[&Identity],
        why: Option<(OpeningReason, String)>,
    ) -> Result<(Zeroizing<Vec<u8>>, Sort), AppError> {
        let Wanted { case, event, .. } = wanted;
        if !wanted.sealed {
            let events = self.store.events(case)?;
            let added = added(&events, event)?;
            let kept = self.store.attached(case, &added.digest)?;
            let content = unframe_document(case, &kept)?;
            let sort = Sort::of(&content);
            return Ok((content, sort));
        }
        let (reason, because) = why.ok_or(AppError::DocumentReason)?;
        self.inside(|now| {
            let events = now.tx.events(case)?;
            let added = added(&events, event)?;
            let kept = now.tx.attached(case, &added.digest)?;
            let content = opened(case, &kept, keys)?;
            let person = events
                .iter()
                .find(|one| one.id == event)
                .map(|one| one.payload.person);
            let opening = Entry::DocumentOpened(DocumentOpened {
                case,
                of: event,
                reason,
                because,
            });
            let mut payload = now.payload(opening);
            payload.person = person.unwrap_or(payload.person);
            now.tx.append(CaseId::OFFICE, payload)?;
            let sort = Sort::of(&content);
            Ok((content, sort))
        })
    }
}

/// Whose a document is: of the one whom the entry is about that it belongs to, or of whoever was named.
fn of_whom(case: &Case, said: Option<u16>, on: Option<EventId>) -> Result<u16, AppError> {
    let of = on.and_then(|on| case.person_of(on));
    match (said, of) {
        (Some(said), Some(of)) if said != of => {
            Err(whose::objection(case, Objection::OtherPerson(of)))
        }
        (None, Some(of)) => Ok(of),
        (said, _) => whose::named(case, said),
    }
}

/// The document that an entry added, where it was not taken back.
fn added(events: &[Event], id: EventId) -> Result<&DocumentAdded, AppError> {
    let found = events.iter().find(|event| event.id == id);
    let Some(Entry::DocumentAdded(added)) = found.map(|event| &event.payload.entry) else {
        return Err(AppError::NoDocument);
    };
    if standing(events).any(|event| event.id == id) {
        Ok(added)
    } else {
        Err(AppError::DocumentTakenBack)
    }
}

fn opened(case: CaseId, kept: &[u8], keys: &[&Identity]) -> Result<Zeroizing<Vec<u8>>, AppError> {
    for key in keys {
        match open_document(case, kept, key) {
            Err(VaultError::NotForThisKey) => {}
            done => return Ok(done?),
        }
    }
    Err(AppError::NoSealKey)
}
