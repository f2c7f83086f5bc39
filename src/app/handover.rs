//! `case export`, `case import`, `case receipt`, `case origin`: one case, sealed to another office (`docs/format/handover.md`).

mod cut;
mod file;
mod receipt;
mod take;

use std::collections::BTreeSet;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use serde_json::Value;

use crate::app::consent;
use crate::app::error::AppError;
use crate::app::identity::{Known, standing};
use crate::app::session::{Session, callsign_of, number_of};
use crate::app::view::{HandedOver as Told, StaysHere};
use crate::app::write::Inside;
use crate::base::file::Pending;
use crate::base::id::{CaseId, EventId};
use crate::domain::case::Case;
use crate::domain::code::{EntryState, OpeningReason, Purpose};
use crate::domain::event::{
    Entry, Event, Exported, HandedOver, HandoverReceipt, IdentityOpened, Payload,
};
use crate::domain::history::History;
use crate::store::{Chained, StoreError};
use crate::vault::{Identity, Recipient, VaultError, seal_person, seal_stream, signer_words};
use file::{Envelopes, Head};

/// To whom a case goes, and how much of it.
#[derive(Debug)]
pub struct Wish<'a> {
    /// Who opens the file.
    pub to: &'a [Recipient],
    /// The last day on which it is taken.
    pub until: NaiveDate,
    /// The names, where they go along.
    pub names: Option<Names<'a>>,
}

/// How names go along.
#[derive(Debug)]
pub struct Names<'a> {
    /// Keys that may open them here.
    pub keys: &'a [&'a Identity],
    /// Who opens them there.
    pub to: &'a [Recipient],
    /// Why.
    pub because: &'a str,
}

impl Session<'_> {
    /// Seals a case to another office, into a new file. That it was is written down before the file gets its name.
    ///
    /// # Errors
    /// [`AppError::NoConsent`] where a person did not agree to a referral; [`AppError::HandoverEnds`] for a last day that is
    /// past; [`AppError::NothingSealed`], [`AppError::NoSealKey`] where names were to go along; the store, the disk.
    pub fn hand_over(&mut self, id: CaseId, wish: &Wish<'_>, to: &Path) -> Result<Told, AppError> {
        let mut pending = Pending::new(to)?;
        let told = self.inside(|now| {
            let case = now.case(id)?;
            let made = now.today();
            if wish.until < made {
                return Err(AppError::HandoverEnds(wish.until));
            }
            let persons: Vec<u16> = case.people.iter().map(|person| person.number).collect();
            consent::permit(&case, &persons, Purpose::Referral)?;
            let events = now.tx.events(id)?;
            not_elsewhere(&case, &events, made)?;
            let (given, mut stays) = parted(&events);
            let (sealed, closed) = match &wish.names {
                Some(names) => sealed_anew(now, &case, &events, names)?,
                None => (Vec::new(), 0),
            };
            let exported = now.payload(Entry::Exported(Exported {
                what: "handover".to_owned(),
                case: Some(id),
            }));
            now.tx.append(CaseId::OFFICE, exported)?;
            let name: [u8; 16] = now.world.random.bytes()?;
            let rows = now.tx.chained(id)?;
            let rows: Vec<(Chained, bool)> = rows
                .into_iter()
                .map(|one| {
                    let goes = given.contains(&one.row.event_id());
                    (one, goes)
                })
                .collect();
            let head = Head {
                schema: file::MARK.to_owned(),
                handover: HEXLOWER.encode(&name),
                case: id,
                made,
                until: wish.until,
                rows: rows.len(),
                sealed: sealed.len(),
                commitments: HEXLOWER.encode(now.tx.commitment_key(id)?.expose()),
                receipt: HEXLOWER.encode(&now.tx.receipt_key(id, &name)?),
            };
            let composed = file::compose(&head, &rows, &sealed);
            let (mut text, cut) = composed.ok_or(VaultError::Encryption)?;
            stays.cut = cut;
            let digest = file::digest(&text);
            let (key, signature) = now.tx.sign_handover(&digest)?;
            file::sign(&mut text, &key, &signature).ok_or(VaultError::Encryption)?;
            let out = pending.file().try_clone().map_err(StoreError::from)?;
            let mut stream = seal_stream(wish.to, BufWriter::new(out))?;
            let written = stream
                .write_all(&text)
                .and_then(|()| stream.finish())
                .and_then(|mut file| file.flush());
            written.map_err(StoreError::from)?;
            // On the disk before the history says so: where it is full, nothing was handed over.
            pending.file().sync_all().map_err(StoreError::from)?;
            let entries = u64::try_from(given.len()).unwrap_or(u64::MAX);
            let identities = u16::try_from(sealed.len()).unwrap_or(u16::MAX);
            let handed = now.payload(Entry::HandedOver(HandedOver {
                handover: head.handover.clone(),
                made,
                until: wish.until,
                entries,
                identities,
                digest: HEXLOWER.encode(&digest),
            }));
            now.tx.append(id, handed)?;
            Ok::<_, AppError>(Told {
                schema: "nansen.handed-over/1",
                case: number_of(&case),
                callsign: callsign_of(&case),
                handover: head.handover,
                until: wish.until,
                entries,
                identities,
                closed,
                signed_by: signer_words(&key),
                digest: HEXLOWER.encode(&digest),
                stays,
            })
        })?;
        pending.finish()?;
        Ok(told)
    }
}

/// One office has a case at a time: it is not given once more while another may still take it, or has it.
fn not_elsewhere(case: &Case, events: &[Event], today: NaiveDate) -> Result<(), AppError> {
    let receipts: Vec<&HandoverReceipt> = standing(events)
        .filter_map(|event| match &event.payload.entry {
            Entry::HandoverReceipt(receipt) => Some(receipt),
            _ => None,
        })
        .collect();
    let answered = |given: &HandedOver| receipts.iter().any(|one| one.handover == given.handover);
    for event in standing(events) {
        if let Entry::HandedOver(given) = &event.payload.entry
            && given.until >= today
            && !answered(given)
        {
            return Err(AppError::HandoverOut(event.id, given.until));
        }
    }
    match receipts.last() {
        // Opened again it has come back.
        Some(receipt) if !case.is_open() => Err(AppError::HandoverThere(receipt.date)),
        _ => Ok(()),
    }
}

/// Which entries go along, and what stays: also whatever names an entry that does. What was taken back stays, and what was
/// replaced where somebody's words stand in it: the version that holds goes along by itself.
fn parted(events: &[Event]) -> (BTreeSet<EventId>, StaysHere) {
    let states = History::resolve(events, None).states;
    let mut stays = StaysHere::default();
    let mut given = BTreeSet::new();
    let mut left: BTreeSet<String> = BTreeSet::new();
    let mut undone: BTreeSet<String> = BTreeSet::new();
    for event in events {
        let entry = &event.payload.entry;
        let state = states.get(&event.id).copied().unwrap_or(EntryState::Live);
        let fields = names_of(entry);
        let id = event.id.to_string();
        if entry.is_handed_over() {
            if state == EntryState::Replaced && has_words(event) {
                // What names it means the entry, which lives.
                stays.taken_back = stays.taken_back.saturating_add(1);
                continue;
            }
            let hangs = names_one_of(&fields, &undone);
            if state == EntryState::Retracted || hangs {
                undone.insert(id);
                if let (true, Entry::DeadlineComputed(computed)) = (hangs, entry) {
                    undone.insert(computed.deadline.to_string());
                }
                stays.taken_back = stays.taken_back.saturating_add(1);
                continue;
            }
            if !names_one_of(&fields, &left) {
                given.insert(event.id);
                continue;
            }
        }
        left.insert(id);
        let count = match entry {
            Entry::IdentitySealed(_) | Entry::ContactSealed(_) => &mut stays.sealed,
            Entry::CaseLinked(_) => &mut stays.links,
            Entry::FieldRecorded(_) => &mut stays.own_fields,
            Entry::CaseAssigned(_) | Entry::DeadlineWatched(_) => &mut stays.desk,
            Entry::Unknown { .. } => &mut stays.unknown,
            _ => &mut stays.others,
        };
        *count = count.saturating_add(1);
    }
    (given, stays)
}

/// An entry's fields, without the versions that a correction replaces.
fn names_of(entry: &Entry) -> Value {
    let mut fields = serde_json::to_value(entry).unwrap_or_default();
    if matches!(entry, Entry::EntryCorrected(_))
        && let Some(Value::Object(all)) = fields.get_mut("fields")
    {
        all.remove("replaces");
    }
    fields
}

/// Whether an entry has words in it that somebody typed. The opening of a case has none, and nothing stands without it.
fn has_words(event: &Event) -> bool {
    match &event.payload.entry {
        Entry::CaseOpened(_) => false,
        Entry::EntryCorrected(_) | Entry::NoteTaken(_) | Entry::TaskAdded(_) => true,
        Entry::TaskEnded(ended) => ended.because.is_some(),
        Entry::DeadlineActed(acted) => acted.because.is_some(),
        Entry::CheckInEnded(ended) => ended.because.is_some(),
        _ => event.payload.even_so.is_some(),
    }
}

fn names_one_of(value: &Value, ids: &BTreeSet<String>) -> bool {
    match value {
        Value::String(text) => ids.contains(text),
        Value::Array(all) => all.iter().any(|one| names_one_of(one, ids)),
        Value::Object(all) => all.values().any(|one| names_one_of(one, ids)),
        _ => false,
    }
}

/// What is known of each person, sealed to the other office; with how many envelopes stayed closed. That it was opened for that is written down.
fn sealed_anew(
    now: &mut Inside<'_, '_>,
    case: &Case,
    events: &[Event],
    names: &Names<'_>,
) -> Result<(Envelopes, usize), AppError> {
    let (mut sealed, mut closed) = (Vec::new(), 0_usize);
    for number in case.people.iter().map(|person| person.number) {
        let known = Known::of(case.id, events, number, names.keys);
        closed = closed
            .saturating_add(known.closed)
            .saturating_add(known.damaged);
        let person = match known.person() {
            Ok(person) => person,
            Err(AppError::NothingSealed) => continue,
            Err(error) => return Err(error),
        };
        sealed.push((number, seal_person(case.id, &person, names.to)?));
        let opened = IdentityOpened {
            case: case.id,
            reason: OpeningReason::Handover,
            because: names.because.to_owned(),
        };
        let payload = Payload {
            person: number,
            ..now.payload(Entry::IdentityOpened(opened))
        };
        now.tx.append(CaseId::OFFICE, payload)?;
    }
    if sealed.is_empty() {
        return Err(AppError::NothingSealed);
    }
    Ok((sealed, closed))
}
