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
    };
    // Never grows, so leaves no copies: an epoch takes 39 bytes at most.
    let mut plain = Zeroizing::new(Vec::with_capacity(256 + 64 * keys.epochs.len()));
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
mod tests {
    use ciborium::cbor;
    use data_encoding::HEXLOWER;

    use super::*;
    use crate::vault::Sort;

    fn vector(path: &str) -> serde_json::Value {
        let text = include_str!("../../docs/format/vectors.json");
        let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
        vectors.pointer(path).unwrap().clone()
    }

    fn bytes(path: &str) -> Vec<u8> {
        HEXLOWER
            .decode(vector(path).as_str().unwrap().as_bytes())
            .unwrap()
    }

    const SORTS: [Sort; 2] = [Sort::Hybrid, Sort::X25519];

    fn sealed(sort: Sort) -> (Vec<u8>, StoreKeys, [Identity; 2]) {
        let mut random = Random::seeded(21);
        let members = [(); 2].map(|()| Identity::of_sort(&mut random, sort));
        let keys = StoreKeys::generate(&mut random).unwrap();
        let to = members.each_ref().map(Identity::recipient);
        (seal_keys(&keys, &to).unwrap(), keys, members)
    }

    #[test]
    fn agrees_with_the_vectors() {
        let epoch_key = Secret32::from_slice(&bytes("/keys/epoch_key")).unwrap();
        let keys = StoreKeys {
            store: StoreId::from_slice(&bytes("/keys/store")).unwrap(),
            format: 1,
            epoch: 1,
            db: Secret32::from_slice(&bytes("/keys/db")).unwrap(),
            epochs: BTreeMap::from([(1, epoch_key)]),
        };
        assert_eq!(*plain(&keys).unwrap(), bytes("/keys/plain"));
        assert_eq!(keys.head_key().expose().as_slice(), bytes("/keys/head_key"));
    }

    #[test]
    fn every_member_opens_them_and_nobody_else() {
        for sort in SORTS {
            let (sealed, keys, members) = sealed(sort);
            for member in &members {
                let opened = open_keys(&sealed, member).unwrap();
                assert_eq!(
                    (opened.store, opened.format, opened.epoch),
                    (keys.store, 1, 1)
                );
                assert_eq!(opened.db(), keys.db());
                assert_eq!(opened.epoch_key(1), keys.epoch_key(1));
                assert_eq!(opened.epoch_key(2), None);
                assert_eq!(opened.head_key(), keys.head_key());
            }
            for other in SORTS {
                let stranger = Identity::of_sort(&mut Random::seeded(22), other);
                assert!(matches!(
                    open_keys(&sealed, &stranger),
                    Err(VaultError::NotForThisKey)
                ));
                // The same bytes as a key of the other sort are no member's.
                let same = Identity::of_sort(&mut Random::seeded(21), other);
                assert_eq!(open_keys(&sealed, &same).is_ok(), other == sort);
            }
            assert!(matches!(
                seal_keys(&keys, &[]),
                Err(VaultError::NoRecipients)
            ));
            let stanza = match sort {
                Sort::Hybrid => "\n-> mlkem768x25519 ",
                Sort::X25519 => "\n-> X25519 ",
            };
            let header = String::from_utf8_lossy(&sealed);
            assert_eq!(header.matches(stanza).count(), 2, "{header}");
            assert_eq!(openers(&sealed), 2);
        }
    }

    #[test]
    fn members_of_two_sorts_are_refused() {
        let mut random = Random::seeded(24);
        let keys = StoreKeys::generate(&mut random).unwrap();
        let [newer, older] = SORTS.map(|sort| Identity::of_sort(&mut random, sort).recipient());
        for mixed in [
            [newer.clone(), older.clone(), older.clone()],
            [older.clone(), newer.clone(), older.clone()],
            [newer.clone(), newer, older],
        ] {
            let refused = seal_keys(&keys, &mixed);
            assert!(matches!(refused, Err(VaultError::MixedRecipients)));
        }
    }

    #[test]
    fn every_flipped_or_missing_byte_is_noticed() {
        for sort in SORTS {
            let (sealed, _, [member, _]) = sealed(sort);
            let refused = |bad: &[u8]| {
                matches!(
                    open_keys(bad, &member),
                    Err(VaultError::NotForThisKey | VaultError::Damaged)
                )
            };
            for place in 0..sealed.len() {
                for mask in [1, 0x20, 0xff] {
                    let mut bad = sealed.clone();
                    bad[place] ^= mask;
                    assert!(refused(&bad), "byte {place} of {}", sealed.len());
                }
                assert!(refused(&sealed[..place]), "cut at {place}");
            }
            assert!(refused(&[&sealed[..], &[0]].concat()), "one more");
        }
    }

    #[test]
    fn newer_and_odd_contents_are_told_apart() {
        let member = Identity::generate(&mut Random::seeded(23)).unwrap();
        let open = |value: Result<ciborium::Value, ciborium::value::Error>| {
            let mut plain = Vec::new();
            ciborium::into_writer(&value.unwrap(), &mut plain).unwrap();
            let sealed = recipient::encrypt(&plain, &[member.recipient()]).unwrap();
            open_keys(&sealed, &member)
        };
        let newer = open(cbor!({"format" => 7, "else" => [1]}));
        assert!(matches!(newer, Err(VaultError::NewerFormat { found: 7 })));
        let key = ciborium::Value::Bytes(vec![1; 32]);
        let id = ciborium::Value::Bytes(vec![1; 16]);
        let whole = |db: &ciborium::Value, epoch: u32| {
            open(
                cbor!({"format" => 1, "store" => id, "epoch" => epoch, "db" => db, "epochs" => {1 => key}}),
            )
        };
        assert!(whole(&key, 1).is_ok());
        assert!(matches!(whole(&id, 1), Err(VaultError::Damaged)));
        assert!(matches!(whole(&key, 2), Err(VaultError::Damaged)));
        assert!(matches!(open(cbor!([1])), Err(VaultError::Damaged)));
    }
}
