//! Those to whom something is sealed: the public half of an identity.

use std::fmt;
use std::io::Write as _;
use std::str::FromStr;

use crate::base::id::StoreId;
use crate::base::secret::scrub_stack;
use crate::vault::{Sort, VaultError, hybrid};

/// The public half of an identity, printed `age1pq1…` or `age1…`. Confidential: whoever knows one of the older
/// sort can open what is sealed to it once quantum computers exist.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Hybrid(hybrid::Recipient),
    X25519(age::x25519::Recipient),
}

impl Recipient {
    pub(super) const fn hybrid(recipient: hybrid::Recipient) -> Self {
        Self(Kind::Hybrid(recipient))
    }

    pub(super) const fn x25519(recipient: age::x25519::Recipient) -> Self {
        Self(Kind::X25519(recipient))
    }

    /// Of which sort it is.
    pub const fn sort(&self) -> Sort {
        match self.0 {
            Kind::Hybrid(_) => Sort::Hybrid,
            Kind::X25519(_) => Sort::X25519,
        }
    }

    /// Tells the key again without keeping it. A recipient is 256 random bits, so that its hash gives nothing away.
    pub fn mark(&self, store: StoreId) -> String {
        let mut hasher = blake3::Hasher::new_derive_key("nansen 2026 member mark v1");
        hasher.update(store.bytes());
        hasher.update(self.to_string().as_bytes());
        hasher.finalize().to_hex().to_string()
    }

    fn as_age(&self) -> &dyn age::Recipient {
        match &self.0 {
            Kind::Hybrid(recipient) => recipient,
            Kind::X25519(recipient) => recipient,
        }
    }
}

/// Whether a text is the recipient that a mark was made of.
pub fn bears_mark(text: &str, store: StoreId, mark: &str) -> bool {
    let recipient = text.parse::<Recipient>();
    recipient.is_ok_and(|recipient| recipient.mark(store) == mark)
}

impl FromStr for Recipient {
    type Err = VaultError;

    fn from_str(text: &str) -> Result<Self, VaultError> {
        let text = text.trim();
        let older = || text.parse().ok().map(Self::x25519);
        let recipient = hybrid::Recipient::parse(text).map(Self::hybrid);
        recipient.or_else(older).ok_or(VaultError::NotARecipient)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Hybrid(recipient) => f.pad(&recipient.print().map_err(|_| fmt::Error)?),
            Kind::X25519(recipient) => f.pad(&recipient.to_string()),
        }
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Recipient(…)")
    }
}

/// How deep age, scrypt and Bech32 go.
pub(super) const STACK: usize = 32 * 1024;

/// Encrypts to every recipient.
pub(super) fn encrypt(plain: &[u8], to: &[Recipient]) -> Result<Vec<u8>, VaultError> {
    finish(encryptor(to)?, plain)
}

/// An encryptor to every recipient. They are of one sort: the weaker one would open the file for whoever breaks it.
pub(super) fn encryptor(to: &[Recipient]) -> Result<age::Encryptor, VaultError> {
    let Some((first, rest)) = to.split_first() else {
        return Err(VaultError::NoRecipients);
    };
    if rest.iter().any(|other| other.sort() != first.sort()) {
        return Err(VaultError::MixedRecipients);
    }
    let recipients = to.iter().map(Recipient::as_age);
    age::Encryptor::with_recipients(recipients).map_err(|_| VaultError::Encryption)
}

/// Runs an encryptor over bytes at hand.
pub(super) fn finish(encryptor: age::Encryptor, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let write = |sealed: &mut Vec<u8>| {
        let mut writer = encryptor.wrap_output(sealed)?;
        writer.write_all(plain)?;
        writer.finish().map(drop)
    };
    write(&mut sealed).map_err(|_| VaultError::Encryption)?;
    overwrite_freed_block();
    scrub_stack::<STACK>();
    Ok(sealed)
}

/// age gathers the plaintext in a block of 64 KiB and frees it as it is. Taking a block of that size
/// at once gets the same one from the usual allocators; it is filled before it is given back.
fn overwrite_freed_block() {
    let block = zeroize::Zeroizing::new(vec![0xff_u8; 64 * 1024]);
    std::hint::black_box(&*block);
}
