//! `case import`, `case origin`: a case that another office gave, checked, under a number of our own.

use std::io::{self, BufReader, Read, Write as _};
use std::path::Path;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use serde_json::Value;
use zeroize::Zeroizing;

use super::cut;
use super::file::{self, Origin, Wrong};
use super::receipt;
use crate::app::archive::{self, Names};
use crate::app::entry::kind_of;
use crate::app::error::AppError;
use crate::app::find;
use crate::app::identity::group_of;
use crate::app::new::Drawn;
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{OriginEntry, TakenOver};
use crate::base::file::{Pending, open_regular};
use crate::base::id::{CaseId, EventId};
use crate::domain::event::{Entry, Event, Exported, HandoverTaken, IdentitySealed, Payload, Via};
use crate::store::{Reader, StoreError};
use crate::vault::{Identity, VaultError, open_stream, signer_words};

/// No case has more: a file that goes on is somebody's trap.
const MOST: u64 = 256 * 1024 * 1024;

/// How the case stands here already.
enum Here {
    /// Not at all.
    New,
    /// By the same hand-over.
    Taken(CaseId, NaiveDate),
}

impl Session<'_> {
    /// Takes a case over from another office, and writes the receipt for it into a new file. A second time it only writes
    /// the receipt. Without a place for a receipt it is looked at alone.
    ///
    /// # Errors
    /// [`AppError::HandoverLocked`], [`AppError::HandoverDamaged`], [`AppError::HandoverNewer`],
    /// [`AppError::HandoverExpired`], [`AppError::HandoverKnown`]: nothing was written. The store, the disk.
    pub fn take_over(
        &mut self,
        from: &Path,
        keys: &[&Identity],
        to: Option<&Path>,
    ) -> Result<TakenOver, AppError> {
        let text = unsealed(from, keys)?;
        let origin = checked(&text)?;
        let today = self.today();
        let Some(to) = to else {
            let mut told = told(&origin);
            told.dry_run = true;
            match standing(&self.store, &origin)? {
                Here::New if origin.head.until < today => {
                    return Err(AppError::HandoverExpired(origin.head.until));
                }
                Here::New => {}
                Here::Taken(id, _) => known_here(&self.store, id, &mut told)?,
            }
            return Ok(told);
        };
        let mut pending = Pending::new(to)?;
        let told = self.inside(|now| {
            let mut told = told(&origin);
            let here = standing(now.tx, &origin)?;
            let received = match here {
                Here::Taken(_, date) => date,
                Here::New if origin.head.until < today => {
                    return Err(AppError::HandoverExpired(origin.head.until));
                }
                Here::New => today,
            };
            // On the disk before the case is ours: where it is full, nothing was taken.
            let lines = receipt::written(&origin.head.handover, received, &origin.receipt);
            let file = pending.file();
            let written = file.write_all(lines.as_bytes());
            let written = written.and_then(|()| file.sync_all());
            written.map_err(StoreError::from)?;
            if let Here::Taken(id, _) = here {
                known_here(now.tx, id, &mut told)?;
                return Ok(told);
            }
            let id = origin.head.case;
            let drawn = Drawn::draw(now.tx, &mut now.world.random)?;
            now.tx.adopt_case(id, &mut now.world.random)?;
            let mut names = Names::default();
            let mut ids: Vec<EventId> = Vec::new();
            for (number, (event, stands_for)) in (1_u64..).zip(&origin.settled()) {
                // Its own ids hang on the keys that it had there.
                names.learn(number, event);
                if let Some(root) = stands_for {
                    names.call(*root, number);
                }
                let line = Value::Object(archive::line(number, event, &names));
                let line = Zeroizing::new(line.to_string());
                let read = archive::read(&line, &ids);
                let (_, came, _) = read.ok_or(AppError::HandoverDamaged)?;
                let mut entry = came.entry;
                fit(&mut entry, &drawn, recorded(event, &origin.events));
                // Recorded here, now, by whoever takes it: the origin's own words of that stay in what it gave.
                let payload = Payload {
                    person: came.person,
                    via: Some(Via::Handover),
                    even_so: came.even_so,
                    ..now.payload(entry)
                };
                ids.push(now.tx.append(id, payload)?.id);
            }
            let group = group_of(&now.tx.office_events()?).map_or(0, |set| set.group);
            for (person, envelope) in &origin.sealed {
                let payload = Payload {
                    person: *person,
                    via: Some(Via::Handover),
                    ..now.payload(Entry::IdentitySealed(IdentitySealed {
                        group,
                        envelope: envelope.clone(),
                    }))
                };
                now.tx.append(id, payload)?;
            }
            let payload = now.payload(Entry::HandoverTaken(HandoverTaken {
                handover: origin.head.handover.clone(),
                date: today,
                entries: u64::try_from(ids.len()).unwrap_or(u64::MAX),
                signed_by: origin.key.to_vec(),
                origin_file: text.to_vec(),
            }));
            now.tx.append(id, payload)?;
            // What leaves is the receipt.
            let payload = now.payload(Entry::Exported(Exported {
                what: "receipt".to_owned(),
                case: Some(id),
            }));
            now.tx.append(CaseId::OFFICE, payload)?;
            told.case = Some(drawn.number.to_string());
            told.callsign = Some(drawn.callsign);
            Ok(told)
        })?;
        pending.finish()?;
        Ok(told)
    }

    /// What a case that came from another office was when it came, checked anew from what was kept of it.
    ///
    /// # Errors
    /// [`AppError::NoOrigin`]; [`AppError::HandoverDamaged`].
    pub fn origin(&self, id: CaseId) -> Result<TakenOver, AppError> {
        let events = self.store.events(id)?;
        let taken = taken(&events).ok_or(AppError::NoOrigin)?;
        let origin = checked(&taken.origin_file)?;
        if origin.key.as_slice() != taken.signed_by {
            return Err(AppError::HandoverDamaged);
        }
        let mut told = told(&origin);
        known_here(&self.store, id, &mut told)?;
        Ok(told)
    }
}

fn checked(text: &[u8]) -> Result<Origin, AppError> {
    file::read(text).map_err(|wrong| match wrong {
        Wrong::Damaged => AppError::HandoverDamaged,
        Wrong::Newer => AppError::HandoverNewer,
    })
}

/// What is in the file, once it was read to its end; by the first of the keys that opens it.
fn unsealed(from: &Path, keys: &[&Identity]) -> Result<Zeroizing<Vec<u8>>, AppError> {
    let mut keys = keys.iter();
    loop {
        let key = keys.next().ok_or(AppError::HandoverLocked)?;
        match unsealed_by(from, key) {
            Err(AppError::HandoverLocked) => {}
            done => return done,
        }
    }
}

fn unsealed_by(from: &Path, identity: &Identity) -> Result<Zeroizing<Vec<u8>>, AppError> {
    let file = open_regular(from).map_err(AppError::Input)?;
    let size = file.metadata().map_err(AppError::Input)?.len().min(MOST);
    let stream = open_stream(identity, BufReader::new(file)).map_err(|error| match error {
        VaultError::NotForThisKey => AppError::HandoverLocked,
        _ => AppError::HandoverDamaged,
    })?;
    let room = usize::try_from(size).unwrap_or_default();
    let mut text = Zeroizing::new(Vec::with_capacity(room.saturating_add(1)));
    let read = stream.take(MOST + 1).read_to_end(&mut text);
    let read = read.map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::Other => AppError::HandoverDamaged,
        _ => AppError::Input(error),
    })?;
    if u64::try_from(read).is_ok_and(|read| read <= MOST) {
        Ok(text)
    } else {
        Err(AppError::HandoverDamaged)
    }
}

/// Whether the case is here: by this hand-over, or otherwise, which is refused; so is one that was erased here.
fn standing(reader: &Reader, origin: &Origin) -> Result<Here, AppError> {
    let id = origin.head.case;
    let office = reader.office_events()?;
    let erased = |event: &Event| event.payload.entry.erased().contains(&id);
    if office.iter().any(erased) {
        return Err(AppError::HandoverKnown(None));
    }
    let events = match reader.case(id) {
        Ok(_) => reader.events(id)?,
        Err(StoreError::NoSuchCase) => return Ok(Here::New),
        Err(error) => return Err(error.into()),
    };
    match taken(&events) {
        Some(taken) if taken.handover == origin.head.handover => Ok(Here::Taken(id, taken.date)),
        _ => Err(AppError::HandoverKnown(Some(find::number(reader, id)?))),
    }
}

fn taken(events: &[Event]) -> Option<&HandoverTaken> {
    events.iter().find_map(|event| match &event.payload.entry {
        Entry::HandoverTaken(taken) => Some(taken),
        _ => None,
    })
}

fn known_here(reader: &Reader, id: CaseId, told: &mut TakenOver) -> Result<(), AppError> {
    let case = reader.case(id)?;
    told.case = Some(number_of(&case));
    told.callsign = Some(callsign_of(&case));
    told.already_there = true;
    Ok(())
}

/// An entry as it stands here: under our number, without what is of their office alone.
fn fit(entry: &mut Entry, drawn: &Drawn, day: NaiveDate) {
    cut::of_the_office(entry);
    match entry {
        Entry::CaseOpened(opened) => {
            opened.number = drawn.number.compact();
            opened.callsign.clone_from(&drawn.callsign);
        }
        Entry::NoteTaken(note) => {
            // It was about the day on which it was taken, and here it is taken today.
            note.date.get_or_insert(day.into());
        }
        Entry::EntryCorrected(correction) => fit(&mut correction.entry, drawn, day),
        _ => {}
    }
}

/// The day on which an entry was first recorded there.
fn recorded(event: &Event, all: &[Event]) -> NaiveDate {
    let root = match &event.payload.entry {
        Entry::EntryCorrected(correction) => all.iter().find(|one| one.id == correction.root),
        _ => None,
    };
    root.unwrap_or(event).payload.at.date_naive()
}

fn told(origin: &Origin) -> TakenOver {
    let entry = |event: &Event| OriginEntry {
        event: event.id.to_string(),
        kind: kind_of(&event.payload.entry).to_owned(),
        recorded_at: event.payload.at,
        by: event.payload.by.clone(),
        stream: event.stream.to_string(),
        number: event.number,
    };
    TakenOver {
        schema: "nansen.taken-over/1",
        case: None,
        callsign: None,
        handover: origin.head.handover.clone(),
        made: origin.head.made,
        until: origin.head.until,
        signed_by: signer_words(&origin.key),
        digest: HEXLOWER.encode(&origin.digest),
        left_out: origin.left_out,
        cut: origin.cut,
        identities: origin.sealed.len(),
        dry_run: false,
        already_there: false,
        entries: origin.events.iter().map(entry).collect(),
    }
}
