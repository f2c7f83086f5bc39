//! The hybrid sort of identities: age's `mlkem768x25519`, X25519 and ML-KEM-768 in one, so that what is recorded today
//! stays closed to a quantum computer.
//!
//! `age` 0.11 has no such sort; it is written here on top of HPKE, after C2SP `age` and `docs/format/keys.md`.

use std::io;

use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use data_encoding::BASE64_NOPAD;
use hpke::aead::{AeadTag, ChaCha20Poly1305, ExportOnlyAead};
use hpke::inout::InOutBuf;
use hpke::kdf::HkdfSha256;
use hpke::kem::{X25519HkdfSha256, XWing};
use hpke::{Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _};
use zeroize::Zeroizing;

use crate::base::secret::{ExposeSecret as _, Secret32, SecretString, scrub_stack};
use crate::vault::{VaultError, text};

/// What the text of an identity begins with, in small letters.
const IDENTITY: &str = "age-secret-key-pq-";

/// What the text of a recipient begins with.
const RECIPIENT: &str = "age1pq";

/// The name of the stanza.
const TAG: &str = "mlkem768x25519";

/// What binds HPKE to this use.
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";

/// Recipients of other labels are not mixed with these, in any age program.
const LABEL: &str = "postquantum";

/// Bytes of a public key and of an encapsulated one before their X25519 part.
const PUBLIC_ML_KEM: usize = 1184;
const ENCAPSULATED_ML_KEM: usize = 1088;

/// How deep ML-KEM goes, and as much again: a test measures it.
const STACK: usize = 160 * 1024;

type PublicKey = <XWing as Kem>::PublicKey;
type PrivateKey = <XWing as Kem>::PrivateKey;
type Encapsulated = <XWing as Kem>::EncappedKey;
type Tag = AeadTag<ChaCha20Poly1305>;

/// The seed alone is kept: what it expands to lives on the stack for as long as a stanza takes, and is overwritten.
pub(super) struct Identity {
    seed: Secret32,
    recipient: Recipient,
}

impl Identity {
    /// The identity whose seed these bytes are.
    pub fn from_seed(seed: Secret32) -> Result<Self, VaultError> {
        let public = public_key(&seed);
        scrub_stack::<STACK>();
        Ok(Self {
            seed,
            recipient: Recipient(public?),
        })
    }

    /// Reads `AGE-SECRET-KEY-PQ-1…`; `None` where it is anything else.
    pub fn parse(key: &str) -> Option<Self> {
        let seed = text::parse_secret(IDENTITY, key)?;
        Self::from_seed(seed).ok()
    }

    /// `AGE-SECRET-KEY-PQ-1…`.
    pub fn secret_text(&self) -> Result<SecretString, VaultError> {
        text::print_secret(IDENTITY, &self.seed)
    }

    pub const fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// What it comes from.
    pub const fn seed(&self) -> &Secret32 {
        &self.seed
    }
}

#[inline(never)]
fn public_key(seed: &Secret32) -> Result<Box<PublicKey>, VaultError> {
    let private = PrivateKey::from_bytes(seed.expose()).map_err(|_| VaultError::Encryption)?;
    Ok(Box::new(XWing::sk_to_pk(&private)))
}

impl age::Identity for Identity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let opened = read(stanza).map(|sealed| open(&self.seed, &sealed));
        scrub_stack::<STACK>();
        // ML-KEM has no wrong key, only another secret: that a stanza is for somebody else shows in what it seals, which
        // then does not open.
        opened
            .map_err(|NotAStanza| age::DecryptError::InvalidHeader)
            .transpose()
    }
}

/// What a stanza of this name holds.
struct Sealed<'a> {
    key: Encapsulated,
    body: &'a [u8],
    tag: Tag,
}

/// A stanza of this name that is not as the format says.
struct NotAStanza;

fn read(stanza: &Stanza) -> Result<Sealed<'_>, NotAStanza> {
    let [key] = &stanza.args[..] else {
        return Err(NotAStanza);
    };
    let key = BASE64_NOPAD
        .decode(key.as_bytes())
        .map_err(|_| NotAStanza)?;
    let body = stanza.body.split_at_checked(FILE_KEY_BYTES);
    let (body, tag) = body.ok_or(NotAStanza)?;
    if !contributes(&key, ENCAPSULATED_ML_KEM) {
        return Err(NotAStanza);
    }
    Ok(Sealed {
        key: Encapsulated::from_bytes(&key).map_err(|_| NotAStanza)?,
        body,
        tag: Tag::from_bytes(tag).map_err(|_| NotAStanza)?,
    })
}

#[inline(never)]
fn open(seed: &Secret32, sealed: &Sealed<'_>) -> Option<FileKey> {
    let private = PrivateKey::from_bytes(seed.expose()).ok()?;
    let open = |key: &mut [u8; FILE_KEY_BYTES]| {
        key.copy_from_slice(sealed.body);
        hpke::single_shot_open_inout_detached::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &private,
            &sealed.key,
            INFO,
            InOutBuf::from(&mut key[..]),
            b"",
            &sealed.tag,
        )
    };
    FileKey::try_init_with_mut(open).ok()
}

/// Whether the X25519 part behind `place` is a point that gives different keys different secrets. X-Wing does not ask,
/// other age programs refuse it. That a point is of low order shows under any key, so HPKE's own X25519 may judge it.
fn contributes(bytes: &[u8], place: usize) -> bool {
    type Classic = X25519HkdfSha256;
    let judge = || {
        let point = bytes.get(place..)?;
        let point = <Classic as Kem>::EncappedKey::from_bytes(point).ok()?;
        let anyone = <Classic as Kem>::PrivateKey::from_bytes(&[1; 32]).ok()?;
        hpke::setup_receiver::<ExportOnlyAead, HkdfSha256, Classic>(
            &OpModeR::Base,
            &anyone,
            &point,
            b"",
        )
        .ok()
    };
    judge().is_some()
}

/// The public half. Large, so it lives on the heap.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Recipient(Box<PublicKey>);

impl Recipient {
    /// Reads `age1pq1…`; `None` where it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text::parse(RECIPIENT, text)?;
        let public = PublicKey::from_bytes(&bytes).ok()?;
        contributes(&bytes, PUBLIC_ML_KEM).then(|| Self(Box::new(public)))
    }

    /// `age1pq1…`.
    pub fn print(&self) -> Result<String, VaultError> {
        text::print(RECIPIENT, &self.0.to_bytes())
    }
}

impl age::Recipient for Recipient {
    #[expect(clippy::disallowed_types, reason = "age asks for its labels so")]
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, std::collections::HashSet<String>), age::EncryptError> {
        let sealed = seal(&self.0, file_key);
        scrub_stack::<STACK>();
        let stanza = sealed.map_err(|error| age::EncryptError::Io(io::Error::other(error)))?;
        Ok((vec![stanza], [LABEL.to_owned()].into()))
    }
}

#[inline(never)]
fn seal(to: &PublicKey, file_key: &FileKey) -> Result<Stanza, hpke::HpkeError> {
    // Encrypted in place, and never grows: no copies.
    let mut body = Zeroizing::new(Vec::with_capacity(FILE_KEY_BYTES + Tag::size()));
    body.extend_from_slice(file_key.expose_secret());
    let (key, tag) = hpke::single_shot_seal_inout_detached::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        to,
        INFO,
        InOutBuf::from(&mut body[..]),
        b"",
    )?;
    body.extend_from_slice(&tag.to_bytes());
    Ok(Stanza {
        tag: TAG.to_owned(),
        args: vec![BASE64_NOPAD.encode(&key.to_bytes())],
        body: std::mem::take(&mut body),
    })
}

#[cfg(test)]
mod tests;
