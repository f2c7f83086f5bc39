//! What holders of seal keys open, and who works on the case.

use serde::{Deserialize, Serialize};

use crate::base::id::EventId;
use crate::domain::event::Alias;

/// What ties the case to a person, sealed to keys that the store does not hold (`docs/format/identity.md`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentitySealed {
    /// The group that it was sealed to.
    pub group: u32,
    /// A binary age file.
    #[serde(with = "crate::base::bytes")]
    pub envelope: Vec<u8>,
}

/// Telephone and address in an envelope of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactSealed {
    /// The group that it was sealed to.
    pub group: u32,
    /// The member that it was sealed to as well: who worked on the case.
    pub worker: Alias,
    /// The sealed identities that it is taken from: where one of them is taken back, it tells nothing any more.
    pub of: Vec<EventId>,
    /// A binary age file.
    #[serde(with = "crate::base::bytes")]
    pub envelope: Vec<u8>,
}
