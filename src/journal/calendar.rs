//! What the office remembers that an entry of a calendar said, under the key of its case (`docs/format/journal.md`, `calendar/2`).

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload as Sealed};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;

use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::journal::JournalError;

/// Context of the key under which it is encrypted, derived from the case's key.
const SAID_CONTEXT: &str = "nansen v1 calendar entry said key";

/// Bytes of the nonce before it.
const NONCE: usize = 24;

/// Encrypts what an entry said, bound to its name.
///
/// # Errors
/// [`JournalError::Randomness`], [`JournalError::Unwritable`].
pub fn seal_said(
    said: &str,
    uid: &str,
    case_key: &Secret32,
    random: &mut Random,
) -> Result<String, JournalError> {
    let nonce: [u8; NONCE] = random.bytes()?;
    let sealed = Sealed {
        msg: said.as_bytes(),
        aad: uid.as_bytes(),
    };
    let encrypted = cipher(case_key)
        .encrypt(&XNonce::from(nonce), sealed)
        .map_err(|_| JournalError::Unwritable)?;
    Ok(HEXLOWER.encode(&[nonce.as_slice(), &encrypted].concat()))
}

/// What an entry said; `None` where the key is another.
pub fn open_said(sealed: &str, uid: &str, case_key: &Secret32) -> Option<String> {
    let bytes = HEXLOWER.decode(sealed.as_bytes()).ok()?;
    let (nonce, encrypted) = bytes.split_first_chunk::<NONCE>()?;
    let sealed = Sealed {
        msg: encrypted,
        aad: uid.as_bytes(),
    };
    let said = cipher(case_key).decrypt(&XNonce::from(*nonce), sealed);
    String::from_utf8(said.ok()?).ok()
}

fn cipher(key: &Secret32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.derive(SAID_CONTEXT).expose().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_with_the_key_of_its_case_and_under_its_name_alone() {
        let mut random = Random::seeded(5);
        let keys = [(); 2].map(|()| Secret32::random(&mut random).unwrap());
        let sealed = seal_said("2026-12-04", "00ff", &keys[0], &mut random).unwrap();
        let again = seal_said("2026-12-04", "00ff", &keys[0], &mut random).unwrap();
        assert_ne!(sealed, again);
        let opened = |uid, key| open_said(&sealed, uid, key);
        assert_eq!(opened("00ff", &keys[0]).as_deref(), Some("2026-12-04"));
        assert_eq!(opened("00fe", &keys[0]), None);
        assert_eq!(opened("00ff", &keys[1]), None);
        assert_eq!(open_said("", "00ff", &keys[0]), None);
    }
}
