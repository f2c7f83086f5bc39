//! One row of the log: fixed-width fields, bound to the row before by a hash that needs no key.

use crate::base::id::{CaseId, EventId, StreamId};
use crate::domain::event::{Event, Payload};
use crate::journal::JournalError;
use crate::journal::id::half;

/// Context of the hash, BLAKE3 in its key derivation mode.
const HASH_CONTEXT: &str = "nansen v1 journal row hash";

/// What the first row of every stream has for `prev`: the same for all stores.
pub const FIRST_PREV: [u8; 32] = [0; 32];

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The device's stream.
    pub stream: StreamId,
    /// Place in the stream, from 1, without gaps.
    pub number: u64,
    /// Lamport time: one more than any its writer had seen.
    pub lamport: u64,
    /// The case, or [`CaseId::OFFICE`].
    pub case: CaseId,
    /// Keyed hash of the payload's bytes before encryption.
    pub commitment: [u8; 32],
    /// Hash of the row before in the stream; [`FIRST_PREV`] at its start.
    pub prev: [u8; 32],
    /// Hash of all the fields above.
    pub hash: [u8; 32],
    /// Nonce and encrypted CBOR; empty once the case was erased.
    pub payload: Vec<u8>,
}

/// Where a new row goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The device's stream.
    pub stream: StreamId,
    /// Place in the stream, from 1.
    pub number: u64,
    /// Lamport time.
    pub lamport: u64,
    /// Hash of the row before; [`FIRST_PREV`] at the start.
    pub prev: [u8; 32],
}

impl Position {
    /// The start of a stream.
    pub const fn first(stream: StreamId, lamport: u64) -> Self {
        Self {
            stream,
            number: 1,
            lamport,
            prev: FIRST_PREV,
        }
    }

    /// The place after a row of the same stream.
    pub const fn after(row: &Row, lamport: u64) -> Self {
        Self {
            stream: row.stream,
            number: row.number + 1,
            lamport,
            prev: row.hash,
        }
    }
}

impl Row {
    /// The event with what it says, which was opened or is about to be kept.
    pub fn event(&self, payload: Payload) -> Event {
        Event {
            id: self.event_id(),
            case: self.case,
            lamport: self.lamport,
            stream: self.stream,
            number: self.number,
            payload,
        }
    }

    /// The event's id: the first half of its hash.
    pub fn event_id(&self) -> EventId {
        EventId(half(&self.hash))
    }

    /// The hash its fields ask for: BLAKE3 over `prev`, `stream`, `number`, `lamport`, `case`,
    /// `commitment`, 112 bytes, numbers with the highest byte first.
    pub fn computed_hash(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key(HASH_CONTEXT);
        hasher.update(&self.prev);
        hasher.update(self.stream.bytes());
        hasher.update(&self.number.to_be_bytes());
        hasher.update(&self.lamport.to_be_bytes());
        hasher.update(self.case.bytes());
        hasher.update(&self.commitment);
        hasher.finalize().into()
    }
}

/// Checks that a row follows the one whose hash is given ([`FIRST_PREV`]: none) and is unaltered.
///
/// # Errors
/// [`JournalError::Link`], [`JournalError::Hash`].
pub fn check_link(prev: [u8; 32], row: &Row) -> Result<(), JournalError> {
    let (stream, number) = (row.stream, row.number);
    let starts = prev == FIRST_PREV;
    if row.prev != prev || number == 0 || starts != (number == 1) {
        return Err(JournalError::Link { stream, number });
    }
    if row.computed_hash() != row.hash {
        return Err(JournalError::Hash { stream, number });
    }
    Ok(())
}

/// As [`check_link`] with the whole row before at hand: stream, number and Lamport time too.
///
/// # Errors
/// [`JournalError::Link`], [`JournalError::Hash`].
pub fn check_follows(before: Option<&Row>, row: &Row) -> Result<(), JournalError> {
    let follows = before.is_none_or(|b| {
        b.stream == row.stream
            && b.number.checked_add(1) == Some(row.number)
            && b.lamport < row.lamport
    });
    if !follows {
        return Err(JournalError::Link {
            stream: row.stream,
            number: row.number,
        });
    }
    check_link(before.map_or(FIRST_PREV, |b| b.hash), row)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A stream of rows with nothing sealed in them.
    fn chain(length: u8) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for place in 0..length {
            let stream = StreamId([7; 16]);
            let at = rows.last().map_or_else(
                || Position::first(stream, 3),
                |before| Position::after(before, before.lamport + 1 + u64::from(place)),
            );
            let mut row = Row {
                stream,
                number: at.number,
                lamport: at.lamport,
                case: CaseId([place; 16]),
                commitment: [place; 32],
                prev: at.prev,
                hash: [0; 32],
                payload: vec![place],
            };
            row.hash = row.computed_hash();
            rows.push(row);
        }
        rows
    }

    fn check(rows: &[Row]) -> Result<(), JournalError> {
        let mut before = None;
        for row in rows {
            check_follows(before, row)?;
            check_link(before.map_or(FIRST_PREV, |b| b.hash), row)?;
            before = Some(row);
        }
        Ok(())
    }

    #[test]
    fn a_chain_holds_and_every_change_breaks_it() {
        let rows = chain(5);
        check(&rows).unwrap();
        let link = |number| JournalError::Link {
            stream: StreamId([7; 16]),
            number,
        };
        let mut removed = rows.clone();
        removed.remove(2);
        assert_eq!(check(&removed), Err(link(4)));
        assert_eq!(check(&rows[1..]), Err(link(2)));
        let mut swapped = rows.clone();
        swapped.swap(1, 2);
        assert_eq!(check(&swapped), Err(link(3)));
        let mut renumbered = rows.clone();
        renumbered[3].number = 9;
        renumbered[3].hash = renumbered[3].computed_hash();
        assert_eq!(check(&renumbered), Err(link(9)));
        let mut doubled = rows;
        doubled.insert(1, doubled[0].clone());
        assert_eq!(check(&doubled), Err(link(1)));
    }

    proptest! {
        #[test]
        fn each_field_is_in_the_hash(field in 0..6_usize, bit in 0..8_u8, byte in 0..8_usize) {
            let good = chain(3).remove(1);
            let mut bad = good.clone();
            let mask = 1 << bit;
            match field {
                0 => bad.prev[byte] ^= mask,
                1 => bad.stream.0[byte] ^= mask,
                2 => bad.number ^= u64::from(mask) << (8 * byte),
                3 => bad.lamport ^= u64::from(mask) << (8 * byte),
                4 => bad.case.0[byte] ^= mask,
                _ => bad.commitment[byte] ^= mask,
            }
            prop_assert_ne!(bad.computed_hash(), good.hash);
            prop_assert_eq!(bad.event_id(), good.event_id());
        }
    }
}
