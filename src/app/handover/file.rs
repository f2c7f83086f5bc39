//! What is handed over, as it stands within the age file (`docs/format/handover.md`): written by who gives the case, read
//! and checked by who takes it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::base::id::{CaseId, EventId, StreamId};
use crate::base::secret::Secret32;
use crate::domain::event::{Entry, Event};
use crate::journal::{self, Position, Row};
use crate::store::Chained;

use super::cut;

/// What the first line bears.
pub const MARK: &str = "nansen.handover/2";

/// What it bore before anything was cut out of an entry; what was taken then is kept so.
const EARLIER: &str = "nansen.handover/1";

/// How the marks of all versions begin.
const MARKS: &str = "nansen.handover/";

/// Names of persons as they go along: whose, and an envelope.
pub(super) type Envelopes = Vec<(u16, Vec<u8>)>;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub schema: String,
    /// Its name.
    pub handover: String,
    pub case: CaseId,
    pub made: NaiveDate,
    pub until: NaiveDate,
    /// Rows that follow.
    pub rows: usize,
    /// Envelopes that follow them.
    pub sealed: usize,
    /// The key of the commitments.
    pub commitments: String,
    /// What a receipt is made with.
    pub receipt: String,
}

/// A row: with its entry byte for byte, or with what was left of it; without either where the entry stays with the giver.
#[derive(Serialize, Deserialize)]
struct Line {
    stream: StreamId,
    number: u64,
    lamport: u64,
    commitment: String,
    prev: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plain: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cut: Option<String>,
}

/// Names of one person, sealed to the receiver.
#[derive(Serialize, Deserialize)]
struct Envelope {
    person: u16,
    envelope: String,
}

/// The last line.
#[derive(Serialize, Deserialize)]
struct End {
    key: String,
    signature: String,
}

/// A file that is none: cut off, altered, of something else, or of a newer program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    Damaged,
    Newer,
}

/// Writes it down to the line that signs it; and out of how many entries something was cut.
pub(super) fn compose(
    head: &Head,
    rows: &[(Chained, bool)],
    sealed: &[(u16, Vec<u8>)],
) -> Option<(Zeroizing<Vec<u8>>, usize)> {
    let most = |(chained, _): &(Chained, bool)| chained.plain.len() * 2 + 512;
    let of_rows: usize = rows.iter().map(most).sum();
    let of_sealed: usize = sealed.iter().map(|(_, bytes)| bytes.len() * 2 + 64).sum();
    // Never grows, so leaves no copies.
    let mut text = Zeroizing::new(Vec::with_capacity(of_rows + of_sealed + 4096));
    put(&mut text, head)?;
    let mut of_the_office = 0;
    for (Chained { row, plain }, given) in rows {
        let cut = cut::payload(plain).filter(|_| *given);
        let is_cut = cut.is_some();
        of_the_office += usize::from(is_cut);
        let line = Zeroizing::new(BASE64.encode(cut.as_ref().unwrap_or(plain)));
        put(
            &mut text,
            &Line {
                stream: row.stream,
                number: row.number,
                lamport: row.lamport,
                commitment: HEXLOWER.encode(&row.commitment),
                prev: HEXLOWER.encode(&row.prev),
                plain: (*given && !is_cut).then(|| line.to_string()),
                cut: is_cut.then(|| line.to_string()),
            },
        )?;
    }
    for (person, envelope) in sealed {
        let envelope = BASE64.encode(envelope);
        put(
            &mut text,
            &Envelope {
                person: *person,
                envelope,
            },
        )?;
    }
    Some((text, of_the_office))
}

/// Ends it: with the key that signed it, and the signature over all before.
pub(super) fn sign(text: &mut Vec<u8>, key: &[u8; 32], signature: &[u8; 64]) -> Option<()> {
    put(
        text,
        &End {
            key: HEXLOWER.encode(key),
            signature: HEXLOWER.encode(signature),
        },
    )
}

fn put<T: Serialize>(text: &mut Vec<u8>, line: &T) -> Option<()> {
    serde_json::to_writer(&mut *text, line).ok()?;
    text.push(b'\n');
    Some(())
}

/// The digest that is signed.
pub(super) fn digest(text: &[u8]) -> [u8; 32] {
    blake3::hash(text).into()
}

/// What was handed over, checked.
pub(super) struct Origin {
    pub head: Head,
    /// What a receipt is made with.
    pub receipt: [u8; 32],
    /// The case's entries with the ids that they had; in their order.
    pub events: Vec<Event>,
    /// How many entries stay with the giver.
    pub left_out: usize,
    /// Out of how many entries the giver cut what is of its office alone: the signature alone vouches for what is left.
    pub cut: usize,
    /// The place of each entry among all, by its id: also of those that stay with the giver.
    places: BTreeMap<EventId, usize>,
    /// Names, each with whose.
    pub sealed: Envelopes,
    /// Who signed it.
    pub key: [u8; 32],
    /// What was signed.
    pub digest: [u8; 32],
}

/// Reads and checks it: the signature over all, each row's hash, its link to the one before it where that is at hand,
/// and each entry's commitment.
pub(super) fn read(text: &[u8]) -> Result<Origin, Wrong> {
    let body = text.strip_suffix(b"\n").ok_or(Wrong::Damaged)?;
    let first = body.split(|byte| *byte == b'\n').next();
    check_version(first.unwrap_or_default())?;
    let cut = body.iter().rposition(|byte| *byte == b'\n');
    let (signed, last) = body.split_at(cut.ok_or(Wrong::Damaged)? + 1);
    let end: End = json(last)?;
    let (key, signature) = (hex::<32>(&end.key)?, hex::<64>(&end.signature)?);
    let digest = digest(signed);
    if !journal::is_handover_signed(&key, &digest, &signature) {
        return Err(Wrong::Damaged);
    }
    let mut lines = signed.split_inclusive(|byte| *byte == b'\n');
    let head: Head = json(lines.next().unwrap_or_default())?;
    hex::<16>(&head.handover)?;
    let receipt = hex::<32>(&head.receipt)?;
    let commitments = Secret32::from_slice(&hex::<32>(&head.commitments)?);
    let commitments = commitments.ok_or(Wrong::Damaged)?;
    let (mut events, mut left_out, mut cut) = (Vec::new(), 0, 0);
    let mut places = BTreeMap::new();
    let mut before: Vec<Row> = Vec::new();
    for place in 0..head.rows {
        let line: Line = json(lines.next().ok_or(Wrong::Damaged)?)?;
        let row = row(&line, head.case)?;
        if !fits(&before, &row) {
            return Err(Wrong::Damaged);
        }
        match (&line.plain, &line.cut) {
            (Some(plain), None) => events.push(event(&row, plain, Some(&commitments))?),
            (None, Some(left)) => {
                events.push(event(&row, left, None)?);
                cut += 1;
            }
            (None, None) => left_out += 1,
            (Some(_), Some(_)) => return Err(Wrong::Damaged),
        }
        places.insert(row.event_id(), place);
        before.push(row);
    }
    let mut sealed = Vec::new();
    for _ in 0..head.sealed {
        let one: Envelope = json(lines.next().ok_or(Wrong::Damaged)?)?;
        sealed.push((one.person, base64(&one.envelope)?));
    }
    if lines.next().is_some() || head.case == CaseId::OFFICE {
        return Err(Wrong::Damaged);
    }
    let opens = events.first().map(|event| &event.payload.entry);
    if !matches!(opens, Some(Entry::CaseOpened(_))) {
        return Err(Wrong::Damaged);
    }
    Ok(Origin {
        head,
        receipt,
        events,
        left_out,
        cut,
        places,
        sealed,
        key,
        digest,
    })
}

impl Origin {
    /// The entries as another store takes them, in their order, each with the id that it has there beside its own. Where the first
    /// version of one stays with the giver, the version that holds is the entry, in its place.
    pub(super) fn settled(&self) -> Vec<(Event, Option<EventId>)> {
        let mut known: BTreeSet<EventId> = self.events.iter().map(|event| event.id).collect();
        let mut settled = Vec::new();
        for event in &self.events {
            let mut event = event.clone();
            let mut stands_for = None;
            if let Entry::EntryCorrected(correction) = &mut event.payload.entry {
                if known.insert(correction.root) {
                    stands_for = Some(correction.root);
                    event.payload.entry = (*correction.entry).clone();
                } else {
                    // Versions between stayed with the giver.
                    correction.replaces.retain(|one| known.contains(one));
                    if !correction.replaces.contains(&correction.root) {
                        correction.replaces.push(correction.root);
                    }
                }
            }
            settled.push((event, stands_for));
        }
        settled.sort_by_key(|(event, root)| self.places.get(&root.unwrap_or(event.id)).copied());
        settled
    }
}

/// The bytes of another program, or of a later form of this.
fn check_version(first: &[u8]) -> Result<(), Wrong> {
    let head: serde_json::Value = json(first)?;
    match head.get("schema").and_then(serde_json::Value::as_str) {
        Some(MARK | EARLIER) => Ok(()),
        Some(other) if other.starts_with(MARKS) => Err(Wrong::Newer),
        _ => Err(Wrong::Damaged),
    }
}

fn row(line: &Line, case: CaseId) -> Result<Row, Wrong> {
    let mut row = Row {
        stream: line.stream,
        number: line.number,
        lamport: line.lamport,
        case,
        commitment: hex(&line.commitment)?,
        prev: hex(&line.prev)?,
        hash: [0; 32],
        payload: Vec::new(),
    };
    // Whoever gave it signed all that it is made of.
    row.hash = row.computed_hash();
    Ok(row)
}

/// Whether a row comes after these in the order of the fold, and in its stream after the last of it that is at hand: right
/// after it by its hash, else later.
fn fits(before: &[Row], row: &Row) -> bool {
    let place = |row: &Row| (row.lamport, row.stream, row.number);
    let in_order = before.last().is_none_or(|last| place(last) < place(row));
    let mut same = before.iter().rev().filter(|one| one.stream == row.stream);
    let linked = same.next().is_none_or(|last| {
        let next = Position::after(last, row.lamport);
        if row.number == next.number {
            row.prev == next.prev
        } else {
            row.number > next.number
        }
    });
    in_order && linked && row.number > 0
}

/// The entry of a row: as it was committed to, or what is left of it.
fn event(row: &Row, plain: &str, commitments: Option<&Secret32>) -> Result<Event, Wrong> {
    let plain = Zeroizing::new(base64(plain)?);
    match commitments {
        Some(key) if !journal::is_committed(key, &plain, &row.commitment) => {
            return Err(Wrong::Damaged);
        }
        // What is said to be cut out is.
        None if cut::payload(&plain).is_some() => return Err(Wrong::Damaged),
        _ => {}
    }
    let payload = journal::decode(&plain).ok_or(Wrong::Damaged)?;
    if matches!(payload.entry, Entry::Unknown { .. }) {
        return Err(Wrong::Newer);
    }
    if !payload.entry.is_handed_over() {
        return Err(Wrong::Damaged);
    }
    Ok(row.event(payload))
}

fn json<'t, T: Deserialize<'t>>(line: &'t [u8]) -> Result<T, Wrong> {
    serde_json::from_slice(line).map_err(|_| Wrong::Damaged)
}

fn hex<const N: usize>(text: &str) -> Result<[u8; N], Wrong> {
    let bytes = HEXLOWER.decode(text.as_bytes());
    let bytes = bytes.map_err(|_| Wrong::Damaged)?;
    bytes.try_into().map_err(|_| Wrong::Damaged)
}

fn base64(text: &str) -> Result<Vec<u8>, Wrong> {
    let decoded = BASE64.decode(text.as_bytes());
    decoded.map_err(|_| Wrong::Damaged)
}
