//! What happens to the office, in the history that no case owns.

use serde::{Deserialize, Serialize};

use super::Alias;
use crate::base::id::{CaseId, StreamId};
use crate::domain::code::{ContactRule, OpeningReason};

/// The store was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StoreOpened {
    /// The format's number.
    pub format: u32,
    /// A recovery card exists.
    pub recovery: bool,
}

/// A member may open the store; or the recipient of a member became known. Recipients are confidential and stand
/// nowhere in the open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberAdded {
    /// The member's alias.
    pub alias: Alias,
    /// Hash of the store's id and the member's recipient: tells who opened the store.
    pub mark: String,
    /// It is the recovery card, not a person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub card: bool,
    /// The public half of the member's key, to which the store's keys are sealed; older programs left it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
}

/// A member cannot open the store any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRemoved {
    /// The member's alias.
    pub alias: Alias,
}

/// The store's keys were renewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeysChanged {
    /// The epoch under whose key case keys are wrapped from now on.
    pub epoch: u32,
}

/// The office took in a rule file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesInstalled {
    /// The jurisdiction it speaks of.
    pub law: String,
    /// The file's own version.
    pub version: String,
    /// The file, as it was checked.
    pub text: String,
}

/// Who can open sealed identities from now on. (See `docs/format/identity.md`.)
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealGroupSet {
    /// Its number, from 1: one more with each.
    pub group: u32,
    /// The recipients as age prints them; none: nothing can be sealed.
    pub recipients: Vec<String>,
    /// Their aliases, in the same order; empty where one has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
}

/// A sealed identity was opened, or was about to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityOpened {
    /// Whose.
    pub case: CaseId,
    /// What for.
    pub reason: OpeningReason,
    /// In the opener's own words.
    pub because: String,
}

/// Who can open telephone and address from now on, beside the holders. (See `docs/format/identity.md`.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRuleSet {
    /// Nobody, or the worker of the case.
    pub rule: ContactRule,
}

/// A member came to be able to open the telephone and address of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactShared {
    /// Whose.
    pub case: CaseId,
    /// Who.
    pub to: Alias,
}

/// Telephone and address were opened, or were about to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactOpened {
    /// Whose.
    pub case: CaseId,
    /// What for.
    pub reason: OpeningReason,
    /// In the opener's own words.
    pub because: String,
}

/// A case was erased: its key and everything that was sealed under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseErased {
    /// The case; its number is gone with it.
    pub case: CaseId,
    /// In the words of whoever did it.
    pub because: String,
}

/// A device of the office: which key signs what it appends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceNamed {
    /// The stream that it writes, which is also its name.
    pub stream: StreamId,
    /// Its public key (Ed25519).
    #[serde(with = "crate::base::bytes")]
    pub key: Vec<u8>,
}

/// The store was copied into a sealed file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupMade {
    /// The number of the last commit in it.
    pub commit: u64,
    /// BLAKE3 of what is sealed, in hexadecimal.
    pub digest: String,
}

/// A person proved that the recovery card opens a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupProved {
    /// The number of the last commit in it.
    pub commit: u64,
    /// It was read from another disk than the store's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub apart: bool,
}

/// A person confirmed that what opens everything, and what opens names, is kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardsAway {
    /// The mark of the recovery card that it was said of; none where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// The seal group that it was said of; none where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
}

/// A holder looked through the sealed identities for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityMatched {
    /// How many cases have something that the key opened.
    pub cases: u32,
}

/// Something of the store was given out as a paper or a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// What: a word, so that a program knows of what a later one gives out. `letter`.
    pub what: String,
    /// Of which case; none where it is of many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
}

/// A table left the store.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableReleased {
    /// To whom: press, donor, report, authority or a text.
    pub to: String,
    /// The question, in canonical form.
    pub query: String,
    /// BLAKE3 of the released table's JSON.
    pub digest: String,
    /// What was printed, cell by cell: later releases are compared with it.
    pub cells: Vec<(Vec<String>, Option<u64>)>,
}
