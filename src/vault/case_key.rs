//! Case keys, wrapped under an epoch's key. Destroying the wrap erases the case.

use chacha20poly1305::aead::{AeadInPlace as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};

use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::vault::{StoreKeys, VaultError};

/// Context of the key under which case keys are wrapped, derived from the epoch's key.
const WRAP_CONTEXT: &str = "nansen v1 case key wrap";

/// Bytes of a wrap: epoch 4, nonce 24, key 32, tag 16.
const LENGTH: usize = 4 + 24 + 32 + 16;

/// Wraps a case's key under the key of an epoch.
///
/// # Errors
/// [`VaultError::Randomness`].
pub fn wrap_case_key(
    epoch: u32,
    epoch_key: &Secret32,
    case: CaseId,
    case_key: &Secret32,
    random: &mut Random,
) -> Result<Vec<u8>, VaultError> {
    let nonce = random.bytes()?;
    wrap(epoch, epoch_key, case, case_key, nonce).ok_or(VaultError::Encryption)
}

fn wrap(
    epoch: u32,
    epoch_key: &Secret32,
    case: CaseId,
    case_key: &Secret32,
    nonce: [u8; 24],
) -> Option<Vec<u8>> {
    let mut wrapped = Vec::with_capacity(LENGTH);
    wrapped.extend_from_slice(&epoch.to_be_bytes());
    wrapped.extend_from_slice(&nonce);
    let start = wrapped.len();
    wrapped.extend_from_slice(case_key.expose());
    let key = wrapped.get_mut(start..)?;
    let tag = cipher(epoch_key)
        .encrypt_in_place_detached(&XNonce::from(nonce), case.bytes(), key)
        .ok()?;
    wrapped.extend_from_slice(&tag);
    Some(wrapped)
}

/// The epoch that stands in a wrap.
pub fn wrapped_epoch(wrapped: &[u8]) -> Option<u32> {
    let (epoch, _) = wrapped.split_first_chunk()?;
    (wrapped.len() == LENGTH).then_some(u32::from_be_bytes(*epoch))
}

/// Unwraps a case's key with the key of the epoch that stands in the wrap.
///
/// # Errors
/// [`VaultError::CaseKey`] where it was altered, belongs to another case, or the epoch's key is gone.
pub fn unwrap_case_key(
    wrapped: &[u8],
    case: CaseId,
    keys: &StoreKeys,
) -> Result<Secret32, VaultError> {
    let epoch_key = wrapped_epoch(wrapped).and_then(|epoch| keys.epoch_key(epoch));
    epoch_key
        .and_then(|key| unwrap(wrapped, key, case))
        .ok_or(VaultError::CaseKey { case })
}

fn unwrap(wrapped: &[u8], epoch_key: &Secret32, case: CaseId) -> Option<Secret32> {
    let (_, rest) = wrapped.split_first_chunk::<4>()?;
    let (nonce, rest) = rest.split_first_chunk::<24>()?;
    let (encrypted, tag) = rest.split_first_chunk::<32>()?;
    let tag: [u8; 16] = tag.try_into().ok()?;
    Secret32::try_init(|key| {
        key.copy_from_slice(encrypted);
        let (nonce, tag) = (XNonce::from(*nonce), Tag::from(tag));
        cipher(epoch_key).decrypt_in_place_detached(&nonce, case.bytes(), key, &tag)
    })
    .ok()
}

fn cipher(epoch_key: &Secret32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(epoch_key.derive(WRAP_CONTEXT).expose().into())
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    #[test]
    fn agrees_with_the_vectors() {
        let text = include_str!("../../docs/format/vectors.json");
        let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
        let bytes = |name: &str| {
            let text = vectors["case_key_wrap"][name].as_str().unwrap();
            HEXLOWER.decode(text.as_bytes()).unwrap()
        };
        let epoch_key = Secret32::from_slice(&bytes("epoch_key")).unwrap();
        let case_key = Secret32::from_slice(&bytes("case_key")).unwrap();
        let case = CaseId::from_slice(&bytes("case")).unwrap();
        let nonce = bytes("nonce").try_into().unwrap();
        let wrapped = wrap(1, &epoch_key, case, &case_key, nonce).unwrap();
        assert_eq!(wrapped, bytes("wrapped"));
        assert_eq!(unwrap(&wrapped, &epoch_key, case), Some(case_key));
    }

    #[test]
    fn opens_for_its_case_alone_and_unaltered() {
        let mut random = Random::seeded(31);
        let keys = StoreKeys::generate(&mut random).unwrap();
        let key = Secret32::random(&mut random).unwrap();
        let case = CaseId([4; 16]);
        let epoch_key = keys.epoch_key(1).unwrap();
        let wrapped = wrap_case_key(1, epoch_key, case, &key, &mut random).unwrap();
        assert_eq!(wrapped_epoch(&wrapped), Some(1));
        assert_eq!(unwrap_case_key(&wrapped, case, &keys).unwrap(), key);
        let refused = |bad: &[u8], case| matches!(unwrap_case_key(bad, case, &keys), Err(VaultError::CaseKey { case: c }) if c == case);
        assert!(refused(&wrapped, CaseId([5; 16])));
        for place in 0..wrapped.len() {
            let mut bad = wrapped.clone();
            bad[place] ^= 1;
            assert!(refused(&bad, case), "byte {place}");
            assert!(refused(&wrapped[..place], case), "cut at {place}");
        }
        assert!(refused(&[&wrapped[..], &[0]].concat(), case));
    }
}
