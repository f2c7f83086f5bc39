//! `keys.age`: the keys of a store, sealed to its members and to the recovery card.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::base::id::StoreId;
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::vault::{Identity, Recipient, VaultError, recipient};

/// The format that this program writes, of the store as a whole.
pub const FORMAT: u32 = 1;

/// Context of the key that guards the head, derived from the database's key.
const HEAD_CONTEXT: &str = "nansen v1 head key";

/// The keys of a store. Kept in memory only while the store is open.
#[derive(Debug)]
pub struct StoreKeys {
    /// The store.
    pub store: StoreId,
    /// The store's format.
    pub format: u32,
    /// The epoch under whose key new case keys are wrapped.
    pub epoch: u32,
    db: Secret32,
    epochs: BTreeMap<u32, Secret32>,
    change: Option<Change>,
    /// The database was found under the new key of an unfinished change.
    turned: bool,
}

/// A change of who can open the store that is not finished: what is still to be done stands in it.
#[derive(Debug)]
pub struct Change {
    /// The database's new key and the new epoch, where the keys are renewed.
    fresh: Option<(Secret32, u32)>,
    /// The store's last commit when it began: a later one is that of the change.
    pub after: u64,
    /// Payloads for the office's history, as they are written.
    pub events: Vec<Vec<u8>>,
    /// Who can open the store afterwards.
    pub to: Vec<Recipient>,
}

impl Change {
    /// The new epoch, where the keys are renewed.
    pub fn epoch(&self) -> Option<u32> {
        self.fresh.as_ref().map(|(_, epoch)| *epoch)
    }
}

impl StoreKeys {
    /// Draws the keys of a new store: epoch 1.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn generate(random: &mut Random) -> Result<Self, VaultError> {
        Ok(Self {
            store: StoreId(random.bytes()?),
            format: FORMAT,
            epoch: 1,
            db: Secret32::random(random)?,
            epochs: BTreeMap::from([(1, Secret32::random(random)?)]),
            change: None,
            turned: false,
        })
    }

    /// The same keys with a change begun: `events` are to be written and `to` can open the store afterwards, with
    /// new keys where it is to `renew` them.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn begin(
        &self,
        renew: bool,
        after: u64,
        events: Vec<Vec<u8>>,
        to: &[Recipient],
        random: &mut Random,
    ) -> Result<Self, VaultError> {
        let mut epochs = copies(&self.epochs);
        let fresh = if renew {
            let epoch = self.epoch.checked_add(1).ok_or(VaultError::Encryption)?;
            epochs.insert(epoch, Secret32::random(random)?);
            Some((Secret32::random(random)?, epoch))
        } else {
            None
        };
        Ok(Self {
            store: self.store,
            format: self.format,
            epoch: self.epoch,
            db: self.db.duplicate(),
            epochs,
            change: Some(Change {
                fresh,
                after,
                events,
                to: to.to_vec(),
            }),
            turned: false,
        })
    }

    /// What remains once the change is done: the new keys alone.
    #[must_use]
    pub fn finished(&self) -> Self {
        let fresh = self
            .change
            .as_ref()
            .and_then(|change| change.fresh.as_ref());
        let (db, epoch) = fresh.map_or((&self.db, self.epoch), |(db, epoch)| (db, *epoch));
        let mut epochs = copies(&self.epochs);
        if fresh.is_some() {
            epochs.retain(|known, _| *known == epoch);
        }
        Self {
            store: self.store,
            format: self.format,
            epoch,
            db: db.duplicate(),
            epochs,
            change: None,
            turned: false,
        }
    }

    /// The change that is not finished.
    pub const fn change(&self) -> Option<&Change> {
        self.change.as_ref()
    }

    /// The database's new key, where it is not known to be under it yet.
    pub fn next_db(&self) -> Option<&Secret32> {
        let fresh = self.change.as_ref()?.fresh.as_ref();
        fresh.filter(|_| !self.turned).map(|(db, _)| db)
    }

    /// From now on the database is taken to be under its new key.
    pub const fn turn(&mut self) {
        self.turned = true;
    }

    /// The raw key of the database, as far as a change has come.
    pub fn db(&self) -> &Secret32 {
        match self
            .change
            .as_ref()
            .and_then(|change| change.fresh.as_ref())
        {
            Some((db, _)) if self.turned => db,
            _ => &self.db,
        }
    }

    /// The key of an epoch, where it still exists.
    pub fn epoch_key(&self, epoch: u32) -> Option<&Secret32> {
        self.epochs.get(&epoch)
    }

    /// The key under which the head is authenticated.
    pub fn head_key(&self) -> Secret32 {
        self.db().derive(HEAD_CONTEXT)
    }

    /// The keys under which a slot of the head may stand: two while a change is unfinished.
    pub fn head_keys(&self) -> Vec<Secret32> {
        let fresh = self
            .change
            .iter()
            .filter_map(|change| change.fresh.as_ref());
        std::iter::once(&self.db)
            .chain(fresh.map(|(db, _)| db))
            .map(|db| db.derive(HEAD_CONTEXT))
            .collect()
    }
}

fn copies(epochs: &BTreeMap<u32, Secret32>) -> BTreeMap<u32, Secret32> {
    let copy = |(id, key): (&u32, &Secret32)| (*id, key.duplicate());
    epochs.iter().map(copy).collect()
}

/// Seals a store's keys to everyone who may open it.
///
/// # Errors
/// [`VaultError::NoRecipients`], [`VaultError::MixedRecipients`], [`VaultError::Encryption`].
pub fn seal_keys(keys: &StoreKeys, to: &[Recipient]) -> Result<Vec<u8>, VaultError> {
    recipient::encrypt(&plain(keys)?, to)
}

fn plain(keys: &StoreKeys) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let written = Written {
        format: keys.format,
        store: keys.store,
        epoch: keys.epoch,
        db: Key(keys.db.duplicate()),
        epochs: keys
            .epochs
            .iter()
            .map(|(id, key)| (*id, Key(key.duplicate())))
            .collect(),
        change: keys.change.as_ref().map(WrittenChange::of),
    };
    // Never grows, so leaves no copies: an epoch takes 39 bytes at most, and what is long in a change its own length
    // and a few bytes.
    let long = written.change.iter().flat_map(|change| {
        let events = change.events.iter().map(|event| event.0.len());
        events.chain(change.to.iter().map(String::len))
    });
    let room = long.map(|length| length + 16).sum::<usize>();
    let mut plain = Zeroizing::new(Vec::with_capacity(384 + 64 * keys.epochs.len() + room));
    ciborium::into_writer(&written, &mut *plain).map_err(|_| VaultError::Encryption)?;
    Ok(plain)
}

/// Opens a store's keys.
///
/// # Errors
/// [`VaultError::NotForThisKey`], [`VaultError::Damaged`], [`VaultError::NewerFormat`].
pub fn open_keys(sealed: &[u8], identity: &Identity) -> Result<StoreKeys, VaultError> {
    let plain = identity.decrypt(sealed)?;
    let Outline { format } = read(&plain)?;
    if format > FORMAT {
        return Err(VaultError::NewerFormat { found: format });
    }
    let written: Written = read(&plain)?;
    let change = written.change.map(WrittenChange::read).transpose()?;
    let needed = change.as_ref().and_then(Change::epoch);
    let known = |epoch: &u32| written.epochs.contains_key(epoch);
    if !known(&written.epoch) || needed.is_some_and(|epoch| !known(&epoch)) {
        return Err(VaultError::Damaged);
    }
    Ok(StoreKeys {
        store: written.store,
        format,
        epoch: written.epoch,
        db: written.db.0,
        epochs: written
            .epochs
            .into_iter()
            .map(|(id, k)| (id, k.0))
            .collect(),
        change,
        turned: false,
    })
}

/// How many keys open a store's keys: its members' and the recovery card's. What stands there is not checked, it takes no
/// key to see.
pub fn openers(sealed: &[u8]) -> usize {
    // A stanza of another name means nothing: age adds one.
    let stanza = |line: &&[u8]| {
        let known: [&[u8]; 2] = [b"-> mlkem768x25519 ", b"-> X25519 "];
        known.iter().any(|begin| line.starts_with(begin))
    };
    let lines = sealed.split(|byte| *byte == b'\n');
    let header = lines.take_while(|line| !line.starts_with(b"---"));
    header.filter(stanza).count()
}

fn read<T: serde::de::DeserializeOwned>(plain: &[u8]) -> Result<T, VaultError> {
    let mut scratch = Zeroizing::new(vec![0; 256]);
    ciborium::de::from_reader_with_buffer(plain, &mut scratch).map_err(|_| VaultError::Damaged)
}

/// What every format has.
#[derive(Deserialize)]
struct Outline {
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: u32,
    store: StoreId,
    epoch: u32,
    db: Key,
    epochs: BTreeMap<u32, Key>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    change: Option<WrittenChange>,
}

#[derive(Serialize, Deserialize)]
struct WrittenChange {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    db: Option<Key>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    epoch: Option<u32>,
    after: u64,
    events: Vec<Bytes>,
    to: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Bytes(#[serde(with = "crate::base::bytes")] Vec<u8>);

impl WrittenChange {
    fn of(change: &Change) -> Self {
        let fresh = change.fresh.as_ref();
        Self {
            db: fresh.map(|(db, _)| Key(db.duplicate())),
            epoch: change.epoch(),
            after: change.after,
            events: change.events.iter().cloned().map(Bytes).collect(),
            to: change.to.iter().map(ToString::to_string).collect(),
        }
    }

    fn read(self) -> Result<Change, VaultError> {
        let fresh = match (self.db, self.epoch) {
            (Some(db), Some(epoch)) => Some((db.0, epoch)),
            (None, None) => None,
            _ => return Err(VaultError::Damaged),
        };
        let to = self.to.iter().map(|text| text.parse());
        let to = to.collect::<Result<Vec<Recipient>, _>>();
        let change = Change {
            fresh,
            after: self.after,
            events: self.events.into_iter().map(|event| event.0).collect(),
            to: to.map_err(|_| VaultError::Damaged)?,
        };
        // Nothing would tell whether it was done.
        if change.events.is_empty() || change.to.is_empty() {
            return Err(VaultError::Damaged);
        }
        Ok(change)
    }
}

/// A key as 32 CBOR bytes, read straight into the block it will live in.
struct Key(Secret32);

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.expose())
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("32 bytes")
            }

            fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Key, E> {
                let key = Secret32::from_slice(bytes).map(Key);
                key.ok_or_else(|| E::custom("not 32 bytes"))
            }
        }
        deserializer
            .deserialize_bytes(Bytes)
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
