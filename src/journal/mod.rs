//! How one event binds the next: the bytes of a row, its hash, its seal.
//!
//! Specified in `docs/format/journal.md`; the golden files of `tests/fixtures/format/` hold the bytes.

mod attachment;
mod calendar;
mod handover;
mod id;
mod row;
mod seal;
mod sign;

pub use attachment::{PART, attachment_address, open_part, seal_part};
pub use calendar::{open_said, seal_said};
pub use handover::{
    commitment_key, is_committed, is_handover_signed, is_receipt, plain, receipt, receipt_key,
    sign_handover,
};
pub use id::{calendar_uid, deadline_id, import_ref};
pub use row::{FIRST_PREV, Position, Row, check_follows, check_link};
pub use seal::{decode, encode, open, seal};
pub use sign::{StreamHead, device_public, is_signed_by, sign_head};

use crate::base::id::StreamId;
use crate::base::random::NoRandomness;

/// What is wrong with a row, or why none could be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// It does not follow the row before it: one was taken out, put in or moved.
    #[error("the row does not follow the one before it")]
    Link {
        /// The row's stream.
        stream: StreamId,
        /// Its place.
        number: u64,
    },
    /// Its fields are not those its hash was made of.
    #[error("the row was altered")]
    Hash {
        /// The row's stream.
        stream: StreamId,
        /// Its place.
        number: u64,
    },
    /// Its payload was altered, belongs to another place or to another key.
    #[error("the payload does not open")]
    Payload {
        /// The row's stream.
        stream: StreamId,
        /// Its place.
        number: u64,
    },
    /// Its payload opens, but is not the one the row commits to.
    #[error("the payload is not the one the row commits to")]
    Commitment {
        /// The row's stream.
        stream: StreamId,
        /// Its place.
        number: u64,
    },
    /// Its payload is authentic and cannot be read as what it says it is.
    #[error("the payload cannot be read")]
    Unreadable {
        /// The row's stream.
        stream: StreamId,
        /// Its place.
        number: u64,
    },
    /// The payload has no written form (an unknown kind is kept, never written).
    #[error("the payload cannot be written")]
    Unwritable,
    /// No nonce.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

#[cfg(test)]
pub(crate) mod golden;
