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
        })
    }

    /// The raw key of the database.
    pub const fn db(&self) -> &Secret32 {
        &self.db
    }

    /// The key of an epoch, where it still exists.
    pub fn epoch_key(&self, epoch: u32) -> Option<&Secret32> {
        self.epochs.get(&epoch)
    }

    /// The key under which the head is authenticated.
    pub fn head_key(&self) -> Secret32 {
        self.db.derive(HEAD_CONTEXT)
    }
}

/// Seals a store's keys to everyone who may open it.
///
/// # Errors
/// [`VaultError::NoRecipients`], [`VaultError::Encryption`].
pub fn seal_keys(keys: &StoreKeys, to: &[Recipient]) -> Result<Vec<u8>, VaultError> {
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
    };
    // Never grows, so leaves no copies: an epoch takes 39 bytes at most.
    let mut plain = Zeroizing::new(Vec::with_capacity(256 + 64 * keys.epochs.len()));
    ciborium::into_writer(&written, &mut *plain).map_err(|_| VaultError::Encryption)?;
    recipient::encrypt(&plain, to)
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
    if !written.epochs.contains_key(&written.epoch) {
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
    })
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
