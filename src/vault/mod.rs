//! Who can open the store and who can open names: age identities, the store's keys, envelopes, the recovery card, the
//! cards of a seal key.
//!
//! Specified in `docs/format/keys.md` and `docs/format/shares.md`.

mod attachment;
mod card;
mod case_key;
mod envelope;
mod hybrid;
mod identity;
mod kept;
mod keys;
mod person;
mod recipient;
mod share;
mod stream;
mod text;
mod words;

pub use attachment::{frame_document, open_document, seal_document, unframe_document};
pub use card::{BadCard, Card};
pub use case_key::{unwrap_case_key, wrap_case_key, wrapped_epoch};
pub use envelope::{open_person, seal_person};
pub use identity::{
    Identity, WorkFactor, destroy_identity, read_identity, rewrite_identity, write_identity,
};
pub use kept::{Keeper, LONGEST, NotKept, Slot, StillKept};
pub use keys::{Change, FORMAT, StoreKeys, open_keys, openers, seal_keys};
pub use person::{Older, Person};
pub use recipient::{Recipient, bears_mark};
pub use share::{BadShare, Share};
pub use stream::{open_stream, seal_stream};
pub use words::{passphrase_words, signer_words, spoken_words};

use std::path::PathBuf;

use crate::base::file::FileError;
use crate::base::id::CaseId;
use crate::base::random::NoRandomness;

/// The sorts of identities and recipients. Those of one file are all of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// X25519 and ML-KEM-768 in one (`AGE-SECRET-KEY-PQ-1…`): not to be opened by a quantum computer either. What
    /// this program makes.
    Hybrid,
    /// X25519 alone (`AGE-SECRET-KEY-1…`): what it once made, and what other age programs still make.
    X25519,
}

/// What is wrong with a key, or with what a key should open.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase does not open the identity file.
    #[error("the passphrase does not open the key file")]
    Passphrase,
    /// No passphrase was given.
    #[error("no passphrase was given")]
    NoPassphrase,
    /// The file asks for more work than any of ours: it may be meant to stall.
    #[error("the key file asks for too much work")]
    TooMuchWork {
        /// Base-two logarithm of scrypt's N.
        log_n: u8,
    },
    /// The file holds no age identity, more than one, or one of another sort.
    #[error("not a key file")]
    NotAnIdentity,
    /// The key file is damaged.
    #[error("the key file is damaged")]
    IdentityDamaged,
    /// The text is no age recipient that this program knows.
    #[error("not a recipient")]
    NotARecipient,
    /// An identity that no person fills.
    #[error("too long to be sealed")]
    TooLong,
    /// Keys are never sealed to nobody.
    #[error("no recipients were given")]
    NoRecipients,
    /// Recipients of both sorts: the weaker one would open what is sealed to the stronger.
    #[error("recipients of two sorts do not go together")]
    MixedRecipients,
    /// None of the stanzas is for this identity.
    #[error("the store's keys are not sealed to this key")]
    NotForThisKey,
    /// The store's keys are damaged or were altered.
    #[error("the store's keys are damaged")]
    Damaged,
    /// A newer program wrote them.
    #[error("the store's keys have a newer format")]
    NewerFormat {
        /// The number found.
        found: u32,
    },
    /// A case's key was altered, belongs to another case or to an unknown epoch.
    #[error("a case's key does not open")]
    CaseKey {
        /// The case.
        case: CaseId,
    },
    /// The words of a recovery card do not hold together.
    #[error(transparent)]
    Card(#[from] BadCard),
    /// What was typed is no share of a seal key, or two do not belong together.
    #[error(transparent)]
    Share(#[from] BadShare),
    /// The file could not be read.
    #[error("the key file could not be read")]
    Read {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The system keeps no key for a while.
    #[error(transparent)]
    NotKept(#[from] NotKept),
    /// A key that is kept could not be forgotten.
    #[error(transparent)]
    StillKept(#[from] StillKept),
    /// Something could not be encrypted.
    #[error("encryption failed")]
    Encryption,
    /// No random bytes.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

#[cfg(test)]
pub(crate) mod memory;
