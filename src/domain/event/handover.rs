//! A case that goes to another office or came from one, and where a copy of a backup lies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::code::Whereabouts;
use crate::domain::event::Alias;

/// The case was sealed to another office. It is ours until a receipt comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// Its name: 16 random bytes in hexadecimal, by which a receipt is known.
    pub handover: String,
    /// When.
    pub made: NaiveDate,
    /// The last day on which it is taken.
    pub until: NaiveDate,
    /// How many entries went along.
    pub entries: u64,
    /// How many persons' names went along, sealed to the other office.
    #[serde(default, skip_serializing_if = "is_none")]
    pub identities: u16,
    /// BLAKE3 of what the other office can check, in hexadecimal.
    pub digest: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
const fn is_none(count: &u16) -> bool {
    *count == 0
}

/// The case came from another office.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverTaken {
    /// As the giver named it.
    pub handover: String,
    /// When it was taken.
    pub date: NaiveDate,
    /// How many entries came.
    pub entries: u64,
    /// The public key of the device that signed it (Ed25519).
    #[serde(with = "crate::base::bytes")]
    pub signed_by: Vec<u8>,
    /// What was handed over, byte for byte: it can be checked again at any time.
    #[serde(with = "crate::base::bytes")]
    pub origin_file: Vec<u8>,
}

impl std::fmt::Debug for HandoverTaken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HandoverTaken(…)")
    }
}

/// The other office has the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverReceipt {
    /// Which hand-over.
    pub handover: String,
    /// When the other office took it.
    pub date: NaiveDate,
}

/// A copy of a backup lies somewhere. The latest of a place holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupKept {
    /// The number of the last commit in it.
    pub commit: u64,
    /// The place: an alias of the office's own.
    pub place: Alias,
    /// How far from here.
    #[serde(rename = "where")]
    pub whereabouts: Whereabouts,
    /// The copy was read to its end there and is what was made.
    pub verified: bool,
}
