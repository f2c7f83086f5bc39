//! Those to whom something is sealed: the public half of an identity.

use std::fmt;
use std::io::Write as _;
use std::str::FromStr;

use crate::base::secret::scrub_stack;
use crate::vault::VaultError;

/// The public half of an identity, printed `age1…`. Confidential: whoever knows it can prove to whom a
/// file is sealed once quantum computers exist. Other sorts of recipients will be further forms of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(age::x25519::Recipient);

impl Recipient {
    pub(super) const fn new(recipient: age::x25519::Recipient) -> Self {
        Self(recipient)
    }
}

impl FromStr for Recipient {
    type Err = VaultError;

    fn from_str(text: &str) -> Result<Self, VaultError> {
        let recipient = text.trim().parse();
        recipient.map(Self).map_err(|_| VaultError::NotARecipient)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
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
    if to.is_empty() {
        return Err(VaultError::NoRecipients);
    }
    let recipients = to.iter().map(|r| {
        let recipient: &dyn age::Recipient = &r.0;
        recipient
    });
    let encryptor =
        age::Encryptor::with_recipients(recipients).map_err(|_| VaultError::Encryption)?;
    finish(encryptor, plain)
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
