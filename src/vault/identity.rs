//! A member's age identity and the file it is kept in.

use std::io::{self, Read as _};
use std::path::Path;

use zeroize::Zeroizing;

use crate::base::file;
use crate::base::random::Random;
use crate::base::secret::{ExposeSecret as _, Secret32, SecretString, scrub_stack};
use crate::vault::recipient::STACK;
use crate::vault::{Recipient, Sort, VaultError, hybrid, recipient, text};

/// How every encrypted age file begins.
const AGE_HEADER: &[u8] = b"age-encryption.org/v1";

/// No key file is larger; more is refused unread.
const MAX_FILE: u64 = 64 * 1024;

/// The most work a key file may ask for (base-two logarithm of scrypt's N): 1 GiB of memory.
const MAX_WORK: u8 = 20;

/// What the text of an X25519 identity begins with, in small letters.
const X25519: &str = "age-secret-key-";

/// Opens what is sealed to its recipient.
pub struct Identity(Kind);

enum Kind {
    Hybrid(hybrid::Identity),
    X25519(Box<age::x25519::Identity>),
}

/// How hard a passphrase is to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkFactor {
    /// 2^18: 256 MiB and most of a second, on every machine the same.
    Standard,
    /// As weak as a test wants it.
    #[cfg(feature = "test-fakes")]
    Weak(u8),
}

impl WorkFactor {
    const fn log_n(self) -> u8 {
        match self {
            Self::Standard => 18,
            #[cfg(feature = "test-fakes")]
            Self::Weak(log_n) => log_n,
        }
    }
}

impl Identity {
    /// Draws a new identity, of the hybrid sort.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn generate(random: &mut Random) -> Result<Self, VaultError> {
        Self::from_secret(Secret32::random(random)?, Sort::Hybrid)
    }

    /// The identity whose seed, or private key, these bytes are.
    pub(super) fn from_secret(secret: Secret32, sort: Sort) -> Result<Self, VaultError> {
        match sort {
            Sort::Hybrid => Ok(Self(Kind::Hybrid(hybrid::Identity::from_seed(secret)?))),
            Sort::X25519 => parse(text::print_secret(X25519, &secret)?.expose_secret()),
        }
    }

    /// Of which sort it is.
    pub const fn sort(&self) -> Sort {
        match self.0 {
            Kind::Hybrid(_) => Sort::Hybrid,
            Kind::X25519(_) => Sort::X25519,
        }
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        match &self.0 {
            Kind::Hybrid(identity) => Recipient::hybrid(identity.recipient().clone()),
            Kind::X25519(identity) => Recipient::x25519(identity.to_public()),
        }
    }

    /// `AGE-SECRET-KEY-PQ-1…` or `AGE-SECRET-KEY-1…`.
    pub(super) fn secret_text(&self) -> Result<SecretString, VaultError> {
        match &self.0 {
            Kind::Hybrid(identity) => identity.secret_text(),
            Kind::X25519(identity) => Ok(identity.to_string()),
        }
    }

    /// The bytes that it comes from: see [`Identity::from_secret`].
    pub(super) fn secret(&self) -> Result<Secret32, VaultError> {
        match &self.0 {
            Kind::Hybrid(identity) => Ok(identity.seed().duplicate()),
            Kind::X25519(identity) => {
                let text = identity.to_string();
                let secret = text::parse_secret(X25519, text.expose_secret());
                secret.ok_or(VaultError::Encryption)
            }
        }
    }

    /// The content of an identity file, as `age-keygen` writes it.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn to_file_text(&self) -> Result<SecretString, VaultError> {
        let key = self.secret_text()?;
        let public = self.recipient().to_string();
        let parts = ["# public key: ", &public, "\n", key.expose_secret(), "\n"];
        let mut text = String::with_capacity(parts.iter().map(|p| p.len()).sum());
        for part in parts {
            text.push_str(part);
        }
        Ok(SecretString::from(text))
    }

    /// Reads an identity file: plain, or encrypted with a passphrase that is asked for only then.
    ///
    /// # Errors
    /// [`VaultError::Passphrase`] where it is wrong, [`VaultError::TooMuchWork`], [`VaultError::IdentityDamaged`],
    /// [`VaultError::NotAnIdentity`], and those of `ask`.
    pub fn from_file_bytes(
        bytes: &[u8],
        ask: &mut dyn FnMut() -> Result<SecretString, VaultError>,
    ) -> Result<Self, VaultError> {
        if !is_locked(bytes) {
            return from_text(bytes);
        }
        let sealed =
            age::Decryptor::new_buffered(bytes).map_err(|_| VaultError::IdentityDamaged)?;
        if !sealed.is_scrypt() {
            return Err(VaultError::NotAnIdentity);
        }
        let mut passphrase = age::scrypt::Identity::new(ask()?);
        passphrase.set_max_work_factor(MAX_WORK);
        let text = decrypt(sealed, &passphrase, bytes.len()).map_err(|error| match error {
            age::DecryptError::ExcessiveWork { required, .. } => {
                VaultError::TooMuchWork { log_n: required }
            }
            age::DecryptError::DecryptionFailed => VaultError::Passphrase,
            _ => VaultError::IdentityDamaged,
        })?;
        from_text(&text)
    }

    pub(super) fn as_age(&self) -> &dyn age::Identity {
        match &self.0 {
            Kind::Hybrid(identity) => identity,
            Kind::X25519(identity) => &**identity,
        }
    }

    /// Decrypts what was sealed to its recipient, to the end.
    pub(super) fn decrypt(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let decryptor = age::Decryptor::new_buffered(sealed).map_err(|_| VaultError::Damaged)?;
        decrypt(decryptor, self.as_age(), sealed.len()).map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => VaultError::NotForThisKey,
            _ => VaultError::Damaged,
        })
    }
}

#[cfg(test)]
impl Identity {
    /// A new one of either sort.
    pub(crate) fn of_sort(random: &mut Random, sort: Sort) -> Self {
        Self::from_secret(Secret32::random(random).unwrap(), sort).unwrap()
    }

    /// What a hybrid one comes from.
    pub(super) fn seed(&self) -> Option<&[u8; 32]> {
        match &self.0 {
            Kind::Hybrid(identity) => Some(identity.seed().expose()),
            Kind::X25519(_) => None,
        }
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

/// Writes a new key file, 0600; never over another. Without a passphrase whoever has the file has the key.
///
/// # Errors
/// [`VaultError::File`], [`VaultError::Encryption`].
pub fn write_identity(
    path: &Path,
    identity: &Identity,
    passphrase: Option<&SecretString>,
    work: WorkFactor,
) -> Result<(), VaultError> {
    let text = identity.to_file_text()?;
    let plain = text.expose_secret().as_bytes();
    if let Some(passphrase) = passphrase {
        let sealed = encrypt(plain, passphrase, work)?;
        file::write_new(path, &sealed)?;
    } else {
        file::write_new(path, plain)?;
    }
    Ok(())
}

/// Puts a key file under another passphrase. What is to replace it is opened once before it does; whoever
/// looks at any moment finds the old file or the new one, whole.
///
/// # Errors
/// [`VaultError::File`], [`VaultError::Encryption`].
pub fn rewrite_identity(
    path: &Path,
    identity: &Identity,
    passphrase: &SecretString,
    work: WorkFactor,
) -> Result<(), VaultError> {
    let text = identity.to_file_text()?;
    let sealed = encrypt(text.expose_secret().as_bytes(), passphrase, work)?;
    let opened = Identity::from_file_bytes(&sealed, &mut || Ok(passphrase.clone()))?;
    if opened.secret_text()?.expose_secret() != identity.secret_text()?.expose_secret() {
        return Err(VaultError::Encryption);
    }
    // A link stays a link: what it points to is replaced.
    let target = path.canonicalize().map_err(|source| VaultError::Read {
        path: path.into(),
        source,
    })?;
    file::replace(&target, &sealed)?;
    Ok(())
}

/// Reads a key file; `ask` is called only where it is encrypted.
///
/// # Errors
/// [`VaultError::Read`], and those of [`Identity::from_file_bytes`].
pub fn read_identity(
    path: &Path,
    ask: &mut dyn FnMut() -> Result<SecretString, VaultError>,
) -> Result<Identity, VaultError> {
    Identity::from_file_bytes(&read_file(path)?, ask)
}

/// Overwrites and removes a key file, without opening it; says whether it was overwritten before it went. A file that
/// is none stays as it is.
///
/// # Errors
/// [`VaultError::Read`], [`VaultError::NotAnIdentity`]; [`VaultError::File`] where it is still there.
pub fn destroy_identity(path: &Path) -> Result<bool, VaultError> {
    let bytes = file::read_regular(path, MAX_FILE).map_err(|source| match source.kind() {
        io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory | io::ErrorKind::FileTooLarge => {
            VaultError::NotAnIdentity
        }
        _ => VaultError::Read {
            path: path.into(),
            source,
        },
    })?;
    // Sealed to a passphrase as a member's is, and not to members as the store's keys are; or the text itself.
    let sealed = is_locked(&bytes)
        && age::Decryptor::new_buffered(&bytes[..]).is_ok_and(|sealed| sealed.is_scrypt());
    let plain = || from_text(&bytes).is_ok();
    if !sealed && !plain() {
        return Err(VaultError::NotAnIdentity);
    }
    Ok(file::destroy(path)?)
}

/// Whether a key file needs a passphrase.
pub(super) fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(AGE_HEADER)
}

/// The bytes of a key file.
pub(super) fn read_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    let read = |bytes: &mut Vec<u8>| {
        let file = std::fs::File::open(path)?;
        file.take(MAX_FILE + 1).read_to_end(bytes)
    };
    read(&mut bytes).map_err(|source| VaultError::Read {
        path: path.into(),
        source,
    })?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_FILE) {
        return Err(VaultError::NotAnIdentity);
    }
    Ok(bytes)
}

fn encrypt(
    plain: &[u8],
    passphrase: &SecretString,
    work: WorkFactor,
) -> Result<Vec<u8>, VaultError> {
    let mut scrypt = age::scrypt::Recipient::new(passphrase.clone());
    // age would measure the machine and choose less on a slow one.
    scrypt.set_work_factor(work.log_n());
    let scrypt: &dyn age::Recipient = &scrypt;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(scrypt))
        .map_err(|_| VaultError::Encryption)?;
    recipient::finish(encryptor, plain)
}

/// Reads an age stream to its end before anything of it is used: age gives out blocks before it knows that the end is there.
fn decrypt(
    sealed: age::Decryptor<&[u8]>,
    identity: &dyn age::Identity,
    length: usize,
) -> Result<Zeroizing<Vec<u8>>, age::DecryptError> {
    // Never grows, so leaves no copies: the plaintext is shorter than the file.
    let mut plain = Zeroizing::new(Vec::with_capacity(length));
    let read = read_all(sealed, identity, &mut plain);
    scrub_stack::<STACK>();
    read.map(|()| plain)
}

#[inline(never)]
fn read_all(
    sealed: age::Decryptor<&[u8]>,
    identity: &dyn age::Identity,
    plain: &mut Vec<u8>,
) -> Result<(), age::DecryptError> {
    let mut reader = sealed.decrypt(std::iter::once(identity))?;
    reader.read_to_end(plain).map_err(age::DecryptError::Io)?;
    Ok(())
}

fn from_text(bytes: &[u8]) -> Result<Identity, VaultError> {
    let text = std::str::from_utf8(bytes).map_err(|_| VaultError::NotAnIdentity)?;
    let mut keys = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    match (keys.next(), keys.next()) {
        (Some(key), None) => parse(key),
        _ => Err(VaultError::NotAnIdentity),
    }
}

fn parse(key: &str) -> Result<Identity, VaultError> {
    if let Some(identity) = hybrid::Identity::parse(key) {
        return Ok(Identity(Kind::Hybrid(identity)));
    }
    let identity = parse_boxed(key);
    scrub_stack::<STACK>();
    identity.map(|identity| Identity(Kind::X25519(identity)))
}

/// Kept apart so that the key age returns by value lies in a frame that is gone when it is overwritten.
#[inline(never)]
fn parse_boxed(key: &str) -> Result<Box<age::x25519::Identity>, VaultError> {
    let identity = key.parse().map(Box::new);
    identity.map_err(|_| VaultError::NotAnIdentity)
}

#[cfg(test)]
mod tests;
