//! A member's identity kept for a while in the kernel's keyring, so that the passphrase is typed once.
//!
//! Kept are 50 bytes: the secret, its sort, and when it was. The kernel forgets them by itself: after the idle time, with
//! the login session, and when the machine goes off. Only processes of the same login session may read them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use data_encoding::HEXLOWER;

use crate::vault::VaultError;
use crate::vault::identity::{is_locked, read_file};

/// How long an identity is kept that nobody uses.
pub const IDLE: Duration = Duration::from_mins(10);

/// How long it is kept whoever uses it.
pub const LONGEST: Duration = Duration::from_hours(4);

/// What the names of all that is kept here begin with.
const PREFIX: &str = "nansen";

/// Context of the hash that names what is kept.
const NAME_CONTEXT: &str = "nansen 2026 kept identity v1";

/// The kernel keeps nothing here: it has no keyring, or a container refuses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system keeps no key")]
pub struct NotKept;

/// Something that is kept could not be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key that is kept could not be forgotten")]
pub struct StillKept;

/// Where identities are kept.
#[derive(Debug, Clone)]
pub struct Keeper {
    prefix: String,
    idle: Duration,
}

/// Whose identity is kept: of this very key file, for this store. Another passphrase makes another file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot(String);

impl Slot {
    /// Of a key file that needs a passphrase; `None` for one that needs none.
    ///
    /// # Errors
    /// [`VaultError::Read`], [`VaultError::NotAnIdentity`].
    pub fn of(key_file: &Path, store: &Path) -> Result<Option<Self>, VaultError> {
        let bytes = read_file(key_file)?;
        if !is_locked(&bytes) {
            return Ok(None);
        }
        let whole = |path: &Path| -> PathBuf {
            let resolved = path.canonicalize().or_else(|_| std::path::absolute(path));
            resolved.unwrap_or_else(|_| path.into())
        };
        let mut hasher = blake3::Hasher::new_derive_key(NAME_CONTEXT);
        for part in [whole(key_file), whole(store)] {
            let part = part.as_os_str().as_encoded_bytes();
            hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(part);
        }
        hasher.update(&bytes);
        let hash = hasher.finalize();
        Ok(Some(Self(HEXLOWER.encode(hash.as_bytes()))))
    }
}

impl Keeper {
    /// The one of every person.
    pub fn system() -> Self {
        Self {
            prefix: PREFIX.to_owned(),
            idle: IDLE,
        }
    }

    /// One of its own, which sees nothing of others, with its own idle time.
    #[cfg(feature = "test-fakes")]
    pub fn apart(name: &str, idle: Option<Duration>) -> Self {
        Self {
            prefix: format!("{PREFIX}-{name}"),
            idle: idle.unwrap_or(IDLE),
        }
    }

    /// How long it keeps what nobody uses.
    pub const fn idle(&self) -> Duration {
        self.idle
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::time::Duration;

    use linux_keyutils::{
        Key, KeyPermissionsBuilder, KeyRing, KeyRingIdentifier, LinkNode, Permission,
    };
    use zeroize::Zeroizing;

    use super::{Keeper, LONGEST, NotKept, Slot, StillKept};
    use crate::base::clock::Uptime;
    use crate::base::secret::Secret32;
    use crate::vault::{Identity, Sort, VaultError};

    /// The form's number, the sort, the secret, when it was kept, and how long the machine had slept then.
    const LENGTH: usize = 1 + 1 + 32 + 8 + 8;
    const FORM: u8 = 1;

    /// Two clocks are read one after the other: that is no sleep.
    const JITTER: Duration = Duration::from_secs(1);

    /// A keyring holds fewer keys than a user may have (200 unless an administrator allows more).
    const MOST_KEYS: usize = 1 << 16;

    /// The login session's keyring. Without one of its own it is the one that all sessions of the user share; a new
    /// one would end with this process.
    fn session() -> Result<KeyRing, NotKept> {
        KeyRing::from_special_id(KeyRingIdentifier::Session, false).map_err(|_| NotKept)
    }

    impl Keeper {
        fn name(&self, slot: &Slot) -> String {
            format!("{}:{}", self.prefix, slot.0)
        }

        fn is_ours(&self, name: &str) -> bool {
            let rest = name.strip_prefix(&self.prefix);
            rest.is_some_and(|rest| rest.starts_with(':'))
        }

        /// Whether anything can be kept here.
        pub fn works() -> bool {
            let try_it = || -> Result<(), NotKept> {
                let key = Self::prepared("?", &[0], Duration::from_secs(1))?;
                session()?.get_links(MOST_KEYS).map_err(|_| NotKept)?;
                key.invalidate().map_err(|_| NotKept)
            };
            try_it().is_ok()
        }

        /// Keeps an identity from now on, and nothing else: whatever was kept before is forgotten.
        ///
        /// # Errors
        /// [`VaultError::NotKept`], [`VaultError::Encryption`].
        pub fn keep(
            &self,
            slot: &Slot,
            identity: &Identity,
            now: Uptime,
        ) -> Result<(), VaultError> {
            self.forget()?;
            // Never grows, so leaves no copies.
            let mut bytes = Zeroizing::new(Vec::with_capacity(LENGTH));
            bytes.push(FORM);
            bytes.push(match identity.sort() {
                Sort::Hybrid => 1,
                Sort::X25519 => 2,
            });
            bytes.extend_from_slice(identity.secret()?.expose());
            for time in [now.total, now.asleep] {
                let millis = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
                bytes.extend_from_slice(&millis.to_be_bytes());
            }
            let key = Self::prepared(&self.name(slot), &bytes, self.idle)?;
            let session = session()?;
            Ok(session.link_key(key).map_err(|_| NotKept)?)
        }

        /// A key that has its rights and its time before anybody else can find it: until it is linked to the session,
        /// it ends with this process.
        fn prepared(name: &str, bytes: &[u8], time: Duration) -> Result<Key, NotKept> {
            let prepare = || {
                let ring = KeyRing::from_special_id(KeyRingIdentifier::Process, true)?;
                let key = ring.add_key(name, bytes)?;
                let rights = Permission::VIEW
                    | Permission::READ
                    | Permission::SEARCH
                    | Permission::LINK
                    | Permission::SETATTR;
                key.set_perms(KeyPermissionsBuilder::builder().posessor(rights).build())?;
                key.set_timeout(seconds(time))?;
                Ok::<_, linux_keyutils::KeyError>(key)
            };
            prepare().map_err(|_| NotKept)
        }

        /// The identity that is kept, and for how long at most. Asking for it is using it.
        pub fn recall(&self, slot: &Slot, now: Uptime) -> Option<(Identity, Duration)> {
            let (key, bytes, left) = self.found(slot, now)?;
            // Where it cannot be used further, it was forgotten meanwhile.
            key.set_timeout(seconds(self.idle.min(left))).ok()?;
            let sort = match bytes.get(1)? {
                1 => Sort::Hybrid,
                2 => Sort::X25519,
                _ => return None,
            };
            let secret = Secret32::from_slice(bytes.get(2..34)?)?;
            let identity = Identity::from_secret(secret, sort).ok()?;
            Some((identity, left))
        }

        /// How long an identity is kept at most, if it is; looking is not using.
        pub fn left(&self, slot: &Slot, now: Uptime) -> Option<Duration> {
            self.found(slot, now).map(|(_, _, left)| left)
        }

        fn found(&self, slot: &Slot, now: Uptime) -> Option<(Key, Zeroizing<Vec<u8>>, Duration)> {
            let key = session().ok()?.search(&self.name(slot)).ok()?;
            let mut bytes = Zeroizing::new(vec![0; LENGTH]);
            let length = key.read(&mut *bytes).ok()?;
            let left = if length == LENGTH {
                left(&bytes, now)
            } else {
                None
            };
            if left.is_none() {
                // The machine slept, or its time is over.
                let _ = key.invalidate();
            }
            Some((key, bytes, left?))
        }

        /// Forgets all that is kept, of whichever store, and says whether anything was.
        ///
        /// # Errors
        /// [`StillKept`].
        pub fn forget(&self) -> Result<bool, StillKept> {
            let Ok(links) = session().and_then(|s| s.get_links(MOST_KEYS).map_err(|_| NotKept))
            else {
                // Where nothing can be looked at, nothing was kept.
                return Ok(false);
            };
            let mut found = false;
            for key in links.iter().filter_map(LinkNode::as_key) {
                let ours = |key: Key| {
                    let about = key.metadata().ok()?;
                    Some(self.is_ours(about.get_description()))
                };
                if ours(key) == Some(true) {
                    key.invalidate().map_err(|_| StillKept)?;
                    found = true;
                }
            }
            Ok(found)
        }
    }

    /// The time that is left of the longest; none where the machine slept since, or the bytes are not ours.
    fn left(bytes: &[u8], now: Uptime) -> Option<Duration> {
        let time = |range: std::ops::Range<usize>| -> Option<Duration> {
            let bytes = bytes.get(range)?.try_into().ok()?;
            Some(Duration::from_millis(u64::from_be_bytes(bytes)))
        };
        let (since, slept) = (time(34..42)?, time(42..50)?);
        if bytes.first() != Some(&FORM) || now.asleep > slept.saturating_add(JITTER) {
            return None;
        }
        let left = LONGEST.checked_sub(now.total.checked_sub(since)?)?;
        (left >= Duration::from_secs(1)).then_some(left)
    }

    /// Zero would be for ever.
    fn seconds(time: Duration) -> usize {
        usize::try_from(time.as_secs()).unwrap_or(1).max(1)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const HOUR: u64 = 3600;

        fn up(total: u64, asleep: u64) -> Uptime {
            let [total, asleep] = [total, asleep].map(Duration::from_secs);
            Uptime { total, asleep }
        }

        fn kept(since: u64, slept: u64) -> Vec<u8> {
            let mut bytes = vec![FORM, 1];
            bytes.extend([7; 32]);
            bytes.extend((since * 1000).to_be_bytes());
            bytes.extend((slept * 1000).to_be_bytes());
            bytes
        }

        #[test]
        fn four_hours_and_no_sleep() {
            let bytes = kept(1000, 50);
            assert_eq!(bytes.len(), LENGTH);
            assert_eq!(left(&bytes, up(1000, 50)), Some(LONGEST));
            let last = up(1000 + 4 * HOUR - 1, 50);
            assert_eq!(left(&bytes, last), Some(Duration::from_secs(1)));
            assert_eq!(left(&bytes, up(1000 + 4 * HOUR, 50)), None);
            // A second is two clocks read one after the other; two are sleep.
            assert!(left(&bytes, up(1100, 51)).is_some());
            assert_eq!(left(&bytes, up(1100, 52)), None);
            // Of another machine's life, or of another form.
            assert_eq!(left(&bytes, up(999, 50)), None);
            assert_eq!(left(&bytes[..49], up(1000, 50)), None);
            let other = [&[2], &bytes[1..]].concat();
            assert_eq!(left(&other, up(1000, 50)), None);
        }

        #[test]
        fn no_time_is_not_for_ever() {
            assert_eq!(seconds(Duration::from_millis(1)), 1);
            assert_eq!(seconds(Duration::from_mins(10)), 600);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use std::time::Duration;

    use super::{Keeper, NotKept, Slot, StillKept};
    use crate::base::clock::Uptime;
    use crate::vault::{Identity, VaultError};

    impl Keeper {
        /// Whether anything can be kept here.
        pub const fn works() -> bool {
            false
        }

        /// Keeps nothing.
        ///
        /// # Errors
        /// [`VaultError::NotKept`].
        pub fn keep(&self, _: &Slot, _: &Identity, _: Uptime) -> Result<(), VaultError> {
            Err(NotKept.into())
        }

        /// Nothing is kept.
        pub const fn recall(&self, _: &Slot, _: Uptime) -> Option<(Identity, Duration)> {
            None
        }

        /// Nothing is kept.
        pub const fn left(&self, _: &Slot, _: Uptime) -> Option<Duration> {
            None
        }

        /// Nothing was kept.
        ///
        /// # Errors
        /// None here.
        pub const fn forget(&self) -> Result<bool, StillKept> {
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::Uptime;
    use crate::base::file::{replace, write_new};
    use crate::base::random::Random;
    use crate::base::secret::SecretString;
    use crate::vault::{Identity, Sort, WorkFactor, rewrite_identity, write_identity};

    const UP: Uptime = Uptime {
        total: Duration::from_secs(5000),
        asleep: Duration::from_secs(0),
    };

    #[test]
    fn a_slot_is_of_one_file_with_one_passphrase_and_one_store() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        let identity = Identity::generate(&mut Random::seeded(61)).unwrap();
        let words = SecretString::from("six words");
        let weak = WorkFactor::Weak(4);
        write_identity(&at("me.age"), &identity, Some(&words), weak).unwrap();
        let slot = |key: &str, store: &str| Slot::of(&at(key), &at(store)).unwrap();
        let first = slot("me.age", "store").unwrap();
        assert_eq!(slot("./me.age", "./store"), Some(first.clone()));
        assert_ne!(slot("me.age", "other"), Some(first.clone()));
        write_new(&at("copy"), &std::fs::read(at("me.age")).unwrap()).unwrap();
        assert_ne!(slot("copy", "store"), Some(first.clone()));
        rewrite_identity(&at("me.age"), &identity, &words, weak).unwrap();
        assert_ne!(slot("me.age", "store"), Some(first));
        write_identity(&at("open.age"), &identity, None, weak).unwrap();
        assert_eq!(slot("open.age", "store"), None);
        assert!(Slot::of(&at("none"), &at("store")).is_err());
    }

    #[test]
    fn what_is_kept_comes_back_until_it_is_forgotten() {
        let keeper = Keeper::apart("unit", None);
        if !Keeper::works() {
            println!("skipped: the kernel keeps no keys here");
            return;
        }
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("me.age");
        for sort in [Sort::Hybrid, Sort::X25519] {
            let identity = Identity::of_sort(&mut Random::seeded(62), sort);
            // A key file of its own content each time: nothing more is looked at.
            let content = format!("age-encryption.org/v1\n{sort:?}");
            replace(&file, content.as_bytes()).unwrap();
            let slot = Slot::of(&file, dir.path()).unwrap().unwrap();
            assert!(keeper.recall(&slot, UP).is_none());
            keeper.keep(&slot, &identity, UP).unwrap();
            let (again, left) = keeper.recall(&slot, UP).unwrap();
            assert_eq!(again.recipient(), identity.recipient());
            assert_eq!((left, keeper.left(&slot, UP)), (LONGEST, Some(LONGEST)));
            assert_eq!(keeper.forget(), Ok(true));
            assert!(keeper.recall(&slot, UP).is_none());
            assert_eq!(keeper.forget(), Ok(false));
        }
    }
}
