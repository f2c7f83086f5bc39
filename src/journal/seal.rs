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
pub(super) const COMMITMENT_CONTEXT: &str = "nansen v1 journal commitment key";

/// Context of the key under which payloads are encrypted, derived from the case's key.
const PAYLOAD_CONTEXT: &str = "nansen v1 journal payload key";

/// Bytes of the nonce before each encrypted payload.
const NONCE: usize = 24;

/// The kinds this program knows.
pub(super) const KINDS: [&str; 84] = [
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
    "member-removed/1",
    "keys-changed/1",
    "release/1",
    "release/2",
    "release-proposed/1",
    "rules-installed/1",
    "identity/1",
    "seal-group/1",
    "identity-opened/1",
    "identity-matched/1",
    "erased/1",
    "device/1",
    "backup/1",
    "drill/1",
    "exported/1",
    "contact-sealed/1",
    "contact-rule/1",
    "contact-shared/1",
    "contact-opened/1",
    "cards-away/1",
    "sheet-imported/1",
    "sheet-settled/1",
    "person/1",
    "person-left/1",
    "consent/1",
    "check-in-set/1",
    "check-in/1",
    "check-in-end/1",
    "disappearance/1",
    "reappearance/1",
    "mandate/1",
    "deadline-told/1",
    "task/1",
    "task-act/1",
    "referral/1",
    "referral-outcome/1",
    "resettlement/1",
    "risk/1",
    "alarm-plan/1",
    "log-signed/1",
    "second-person/1",
    "warnings/1",
    "deadline-watch/1",
    "absence/1",
    "batch/1",
    "import/1",
    "import-undone/1",
    "retention/1",
    "retention-warned/1",
    "detention-review/1",
    "notice/1",
    "notice-end/1",
    "field/1",
    "field-declared/1",
    "calendar/1",
    "calendar/2",
    "archive-read/1",
    "attachment/1",
    "attachment-opened/1",
    "handover/1",
    "handover-taken/1",
    "handover-receipt/1",
    "backup-kept/1",
    "stats-threshold/1",
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

pub(super) fn decrypt(row: &Row, key: &Secret32) -> Option<Zeroizing<Vec<u8>>> {
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

/// A payload as it is written.
///
/// # Errors
/// [`JournalError::Unwritable`] for an unknown kind.
pub fn encode(payload: &Payload) -> Result<Zeroizing<Vec<u8>>, JournalError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(1024));
    ciborium::into_writer(payload, &mut *bytes).map_err(|_| JournalError::Unwritable)?;
    Ok(bytes)
}

/// Reads a payload; `None` where it is none.
pub fn decode(bytes: &[u8]) -> Option<Payload> {
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
        fields: ciborium::Value,
    }

    let outline: Outline = ciborium::from_reader(bytes).ok()?;
    let known = |kind: &str| KINDS.contains(&kind);
    let entry = field(&outline.fields, "entry").and_then(|entry| field(entry, "kind"));
    // What a correction corrects may be unknown too.
    let corrected = entry.and_then(ciborium::Value::as_text);
    let news = !known(&outline.kind) || corrected.is_some_and(|kind| !known(kind));
    news.then_some(Payload {
        at: outline.at,
        by: outline.by,
        person: outline.person,
        via: None,
        even_so: outline.even_so,
        entry: Entry::Unknown { kind: outline.kind },
    })
}

fn field<'v>(map: &'v ciborium::Value, name: &str) -> Option<&'v ciborium::Value> {
    let pairs = map.as_map()?.iter();
    let mut found = pairs.filter(|(key, _)| key.as_text() == Some(name));
    found.next().map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use ciborium::{Value, cbor};
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::event::NoteTaken;

    fn payload(text: &str) -> Payload {
        Payload {
            at: chrono::DateTime::from_timestamp(1_767_225_600, 0).unwrap(),
            by: "m1".to_owned(),
            person: 1,
            via: None,
            even_so: None,
            entry: Entry::NoteTaken(NoteTaken {
                text: text.to_owned(),
                date: None,
                of_one: false,
                import_ref: None,
            }),
        }
    }

    fn sealed(text: &str) -> (Row, Secret32) {
        let mut random = Random::seeded(1);
        let key = Secret32::random(&mut random).unwrap();
        let at = Position::first(StreamId([1; 16]), 1);
        let row = seal(&payload(text), CaseId([2; 16]), at, &key, &mut random).unwrap();
        (row, key)
    }

    fn written(value: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn agrees_with_the_vectors() {
        let text = include_str!("../../docs/format/vectors.json");
        let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
        for row in vectors["rows"].as_array().unwrap() {
            let bytes = |name: &str| {
                HEXLOWER
                    .decode(row[name].as_str().unwrap().as_bytes())
                    .unwrap()
            };
            let key = Secret32::from_slice(&bytes("case_key")).unwrap();
            let at = Position {
                stream: StreamId::from_slice(&bytes("stream")).unwrap(),
                number: row["number"].as_u64().unwrap(),
                lamport: row["lamport"].as_u64().unwrap(),
                prev: bytes("prev").try_into().unwrap(),
            };
            let case = CaseId::from_slice(&bytes("case")).unwrap();
            let nonce = bytes("nonce").try_into().unwrap();
            let made = seal_bytes(&bytes("plain"), case, at, &key, nonce).unwrap();
            assert_eq!(made.commitment.as_slice(), bytes("commitment"));
            assert_eq!(made.hash.as_slice(), bytes("hash"));
            assert_eq!(made.event_id().bytes().as_slice(), bytes("event"));
            assert_eq!(made.payload, bytes("payload"));
            assert_eq!(made.computed_hash(), made.hash);
            let payload = open(&made, &key).unwrap();
            assert_eq!(payload.by, "m1");
            assert!(!matches!(payload.entry, Entry::Unknown { .. }));
        }
    }

    #[test]
    fn every_flipped_byte_is_noticed() {
        let (row, key) = sealed("a note");
        let closed = JournalError::Payload {
            stream: row.stream,
            number: 1,
        };
        for place in 0..row.payload.len() {
            let mut bad = row.clone();
            bad.payload[place] ^= 1;
            assert_eq!(open(&bad, &key), Err(closed));
            bad.payload.truncate(place);
            assert_eq!(open(&bad, &key), Err(closed));
        }
        let mut elsewhere = row.clone();
        elsewhere.case = CaseId([3; 16]);
        assert_eq!(open(&elsewhere, &key), Err(closed));
        let mut exchanged = row;
        exchanged.commitment[0] ^= 1;
        let (stream, number) = (exchanged.stream, 1);
        assert_eq!(
            open(&exchanged, &key),
            Err(JournalError::Commitment { stream, number })
        );
    }

    #[test]
    fn what_is_newer_is_kept_and_what_is_broken_is_said() {
        let (row, key) = sealed("a note");
        let at = Position::after(&row, 2);
        let reopened = |value: &Value| {
            let row = seal_bytes(&written(value), row.case, at, &key, [0; 24]).unwrap();
            open(&row, &key)
        };
        let newer = cbor!({"at" => 5, "by" => "m2", "person" => 1, "kind" => "prophecy/1", "via" => "dream",
            "fields" => {"entry" => [1, 2], "more" => 3}, "also" => null});
        let payload = reopened(&newer.unwrap()).unwrap();
        assert_eq!(payload.by, "m2");
        assert_eq!(
            payload.entry,
            Entry::Unknown {
                kind: "prophecy/1".to_owned()
            }
        );
        let corrected = cbor!({"at" => 5, "by" => "m2", "person" => 1, "kind" => "correction/1",
            "fields" => {"because" => "x", "entry" => {"kind" => "prophecy/1", "fields" => {}}}});
        assert!(matches!(
            reopened(&corrected.unwrap()).unwrap().entry,
            Entry::Unknown { .. }
        ));
        let broken = cbor!({"at" => 5, "by" => "m2", "person" => 1, "kind" => "note/1", "fields" => {"text" => 7}});
        assert!(matches!(
            reopened(&broken.unwrap()),
            Err(JournalError::Unreadable { .. })
        ));
        let added = cbor!({"at" => 5, "by" => "m2", "person" => 1, "kind" => "note/1",
            "fields" => {"text" => "x", "new" => 7}});
        assert!(matches!(
            reopened(&added.unwrap()).unwrap().entry,
            Entry::NoteTaken(_)
        ));
        let again = seal(&payload, row.case, at, &key, &mut Random::seeded(1));
        assert_eq!(again, Err(JournalError::Unwritable));
    }

    proptest! {
        #[test]
        fn comes_back_as_it_went(text in "\\PC*", seed in any::<u64>()) {
            let mut random = Random::seeded(seed);
            let key = Secret32::random(&mut random).unwrap();
            let at = Position::first(StreamId([1; 16]), 1);
            let row = seal(&payload(&text), CaseId::OFFICE, at, &key, &mut random).unwrap();
            prop_assert_eq!(open(&row, &key).unwrap(), payload(&text));
            prop_assert!(!row.payload.windows(6).any(|w| w == b"note/1"));
        }
    }
}
