//! Values that cannot be printed, compared in variable time, or left in memory.

use std::fmt;

use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize as _, Zeroizing};

use crate::base::random::{NoRandomness, Random};

/// A text that must not be printed: a passphrase, a key file's content.
pub use secrecy::{ExposeSecret, SecretString};

/// A 256-bit key. It lives in one heap block from first to last, so that moving it leaves no copy on
/// the stack, and is wiped when dropped.
pub struct Secret32(Box<[u8; 32]>);

impl Secret32 {
    /// Makes a secret in place: the closure writes into the block it will live in.
    ///
    /// # Errors
    /// Those of the closure; what it wrote is wiped.
    pub fn try_init<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self(Box::new([0; 32]));
        fill(&mut secret.0)?;
        Ok(secret)
    }

    /// Draws a new secret.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn random(random: &mut Random) -> Result<Self, NoRandomness> {
        Self::try_init(|bytes| random.fill(bytes))
    }

    /// Copies 32 bytes; `None` where there are not exactly so many. Whoever owns them wipes them.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let mut secret = Self(Box::new([0; 32]));
        if bytes.len() != secret.0.len() {
            return None;
        }
        secret.0.copy_from_slice(bytes);
        Some(secret)
    }

    /// The bytes, for a primitive that needs them; never to be kept.
    pub const fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one purpose: BLAKE3 in its key derivation mode. Contexts stand in `docs/format/keys.md`.
    #[must_use]
    pub fn derive(&self, context: &'static str) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key(context);
        hasher.update(self.expose());
        // A whole block of output goes straight to where it is wanted; less would pass the stack.
        let mut block = Zeroizing::new(vec![0; blake3::BLOCK_LEN]);
        let mut output = hasher.finalize_xof();
        output.fill(&mut block);
        output.zeroize();
        hasher.zeroize();
        let mut secret = Self(Box::new([0; 32]));
        for (to, from) in secret.0.iter_mut().zip(block.iter()) {
            *to = *from;
        }
        scrub_stack::<4096>();
        secret
    }

    /// A second copy, wished for.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        let mut secret = Self(Box::new([0; 32]));
        secret.0.copy_from_slice(self.expose());
        secret
    }
}

/// Overwrites the stack below the caller, where functions that have returned (of other people's code, which takes
/// keys by value) may have left copies.
#[inline(never)]
pub fn scrub_stack<const BYTES: usize>() {
    let mut frame = [0_u8; BYTES];
    std::hint::black_box(&mut frame);
}

impl Drop for Secret32 {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl PartialEq for Secret32 {
    /// Takes the same time wherever they differ.
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&*other.0).into()
    }
}

impl Eq for Secret32 {}

impl fmt::Debug for Secret32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret32(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_nothing_and_compares() {
        let mut random = Random::seeded(3);
        let a = Secret32::random(&mut random).unwrap();
        let b = Secret32::random(&mut random).unwrap();
        assert_eq!(format!("{a:?}"), "Secret32(…)");
        assert_ne!(a, b);
        assert_eq!(a, a.duplicate());
        assert_eq!(Some(a.duplicate()), Secret32::from_slice(a.expose()));
        assert_eq!(Secret32::from_slice(&a.expose()[1..]), None);
    }

    #[test]
    fn derives_as_blake3_does() {
        let key = Secret32::from_slice(&[7; 32]).unwrap();
        let derived = key.derive("nansen test one");
        assert_eq!(
            derived.expose(),
            &blake3::derive_key("nansen test one", &[7; 32])
        );
        assert_ne!(derived, key.derive("nansen test two"));
    }
}
