//! A payload's way into a row and out of it: CBOR, a commitment to it, encryption under the case's key.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload as Sealed};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::base::id::{CaseId, StreamId};
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::domain::event::{Entry, Payload};
use crate::journal::{JournalError, Position, Row};

/// Context of the key under which commitments are made, derived from the case's key.
const COMMITMENT_CONTEXT: &str = "nansen v1 journal commitment key";

/// Context of the key under which payloads are encrypted, derived from the case's key.
const PAYLOAD_CONTEXT: &str = "nansen v1 journal payload key";

/// Bytes of the nonce before each encrypted payload.
const NONCE: usize = 24;

/// The kinds this program knows.
const KINDS: [&str; 21] = [
    "case/1",
    "application/1",
    "decision/1",
    "service/1",
    "appeal/1",
    "filing/1",
    "happening/1",
    "fact/1",
    "note/1",
    "assignment/1",
    "link/1",
    "closure/1",
    "reopening/1",
    "correction/1",
    "retraction/1",
    "deadline-computed/1",
    "deadline-set/1",
    "deadline-act/1",
    "store/1",
    "member/1",
    "release/1",
];

/// Makes the row for a payload. Whoever stores it never writes the payload's CBOR anew.
///
/// # Errors
/// [`JournalError::Unwritable`] for an unknown kind, [`JournalError::Randomness`].
pub fn seal(
    payload: &Payload,
    case: CaseId,
    at: Position,
    key: &Secret32,
    random: &mut Random,
) -> Result<Row, JournalError> {
    let nonce = random.bytes()?;
    seal_bytes(&encode(payload)?, case, at, key, nonce)
}

fn seal_bytes(
    bytes: &[u8],
    case: CaseId,
    at: Position,
    key: &Secret32,
    nonce: [u8; NONCE],
) -> Result<Row, JournalError> {
    let place = place(at.stream, at.number, case);
    let sealed = Sealed {
        msg: bytes,
        aad: &place,
    };
    let encrypted = cipher(key)
        .encrypt(&XNonce::from(nonce), sealed)
        .map_err(|_| JournalError::Unwritable)?;
    let mut row = Row {
        stream: at.stream,
        number: at.number,
        lamport: at.lamport,
        case,
        commitment: commitment(bytes, key),
        prev: at.prev,
        hash: [0; 32],
        payload: [nonce.as_slice(), &encrypted].concat(),
    };
    row.hash = row.computed_hash();
    Ok(row)
}

/// Opens a row's payload: decrypts it, checks the commitment, reads it. What a newer program wrote
/// comes as [`Entry::Unknown`].
///
/// # Errors
/// [`JournalError::Payload`], [`JournalError::Commitment`], [`JournalError::Unreadable`].
pub fn open(row: &Row, key: &Secret32) -> Result<Payload, JournalError> {
    let (stream, number) = (row.stream, row.number);
    let bytes = decrypt(row, key).ok_or(JournalError::Payload { stream, number })?;
    let kept: bool = commitment(&bytes, key).ct_eq(&row.commitment).into();
    if !kept {
        return Err(JournalError::Commitment { stream, number });
    }
    decode(&bytes).ok_or(JournalError::Unreadable { stream, number })
}

fn decrypt(row: &Row, key: &Secret32) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, encrypted) = row.payload.split_first_chunk::<NONCE>()?;
    let place = place(row.stream, row.number, row.case);
    let sealed = Sealed {
        msg: encrypted,
        aad: &place,
    };
    let bytes = cipher(key).decrypt(&XNonce::from(*nonce), sealed).ok()?;
    Some(Zeroizing::new(bytes))
}

fn cipher(key: &Secret32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.derive(PAYLOAD_CONTEXT).expose().into())
}

fn commitment(bytes: &[u8], key: &Secret32) -> [u8; 32] {
    blake3::keyed_hash(key.derive(COMMITMENT_CONTEXT).expose(), bytes).into()
}

/// What the encryption is bound to, so that no payload opens in another place.
fn place(stream: StreamId, number: u64, case: CaseId) -> Vec<u8> {
    [
        stream.bytes().as_slice(),
        &number.to_be_bytes(),
        case.bytes(),
    ]
    .concat()
}

fn encode(payload: &Payload) -> Result<Zeroizing<Vec<u8>>, JournalError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(1024));
    ciborium::into_writer(payload, &mut *bytes).map_err(|_| JournalError::Unwritable)?;
    Ok(bytes)
}

fn decode(bytes: &[u8]) -> Option<Payload> {
    ciborium::from_reader(bytes).ok().or_else(|| unknown(bytes))
}

/// Reads what a newer program wrote as far as any version has it; `None` where the kind is one of
/// ours, so that damage of our own making never passes for news.
fn unknown(bytes: &[u8]) -> Option<Payload> {
    #[derive(Deserialize)]
    struct Outline {
        #[serde(with = "chrono::serde::ts_seconds")]
        at: chrono::DateTime<chrono::Utc>,
        by: String,
        person: u16,
        #[serde(default)]
        even_so: Option<String>,
        kind: String,
        #[serde(default)]
        fields: Option<Correction>,
    }
    /// What a correction corrects may be unknown too.
    #[derive(Deserialize)]
    struct Correction {
        #[serde(default)]
        entry: Option<Kind>,
    }
    #[derive(Deserialize)]
    struct Kind {
        kind: String,
    }

    let outline: Outline = ciborium::from_reader(bytes).ok()?;
    let known = |kind: &str| KINDS.contains(&kind);
    let corrected = outline.fields.and_then(|fields| fields.entry);
    let news = !known(&outline.kind) || corrected.is_some_and(|entry| !known(&entry.kind));
    news.then_some(Payload {
        at: outline.at,
        by: outline.by,
        person: outline.person,
        via: None,
        even_so: outline.even_so,
        entry: Entry::Unknown { kind: outline.kind },
    })
}
