//! What a document holds, part by part under the case's key, and under which address (`docs/format/attachment.md`).

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload as Sealed};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::base::random::Random;
use crate::base::secret::Secret32;
use crate::journal::JournalError;

/// Context of the key of addresses, derived from the case's key.
const ADDRESS_CONTEXT: &str = "nansen v1 attachment address key";

/// Context of the key under which parts are encrypted, derived from the case's key.
const PART_CONTEXT: &str = "nansen v1 attachment part key";

/// Bytes of a part before it is encrypted; the last one is what is left.
pub const PART: usize = 256 * 1024;

/// Bytes of the nonce before each part.
const NONCE: usize = 24;

/// Where what has this digest lies: nobody without the case's key can tell whether a file that they have is there.
pub fn attachment_address(key: &Secret32, case: CaseId, digest: &[u8]) -> [u8; 32] {
    let named = [case.bytes().as_slice(), digest].concat();
    blake3::keyed_hash(key.derive(ADDRESS_CONTEXT).expose(), &named).into()
}

/// Encrypts one part, bound to its place and to whether it is the last one.
///
/// # Errors
/// [`JournalError::Randomness`], [`JournalError::Unwritable`].
pub fn seal_part(
    part: &[u8],
    address: &[u8; 32],
    number: u64,
    last: bool,
    key: &Secret32,
    random: &mut Random,
) -> Result<Vec<u8>, JournalError> {
    let nonce: [u8; NONCE] = random.bytes()?;
    let place = place(address, number, last);
    let sealed = Sealed {
        msg: part,
        aad: &place,
    };
    let encrypted = cipher(key)
        .encrypt(&XNonce::from(nonce), sealed)
        .map_err(|_| JournalError::Unwritable)?;
    Ok([nonce.as_slice(), &encrypted].concat())
}

/// Decrypts a part; `None` where it is not the one that belongs there.
pub fn open_part(
    stored: &[u8],
    address: &[u8; 32],
    number: u64,
    last: bool,
    key: &Secret32,
) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, encrypted) = stored.split_first_chunk::<NONCE>()?;
    let place = place(address, number, last);
    let sealed = Sealed {
        msg: encrypted,
        aad: &place,
    };
    let part = cipher(key).decrypt(&XNonce::from(*nonce), sealed).ok()?;
    Some(Zeroizing::new(part))
}

fn cipher(key: &Secret32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.derive(PART_CONTEXT).expose().into())
}

fn place(address: &[u8; 32], number: u64, last: bool) -> Vec<u8> {
    [address.as_slice(), &number.to_be_bytes(), &[u8::from(last)]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_opens_in_its_place_alone() {
        let mut random = Random::seeded(3);
        let key = Secret32::random(&mut random).unwrap();
        let other = Secret32::random(&mut random).unwrap();
        let case = CaseId([4; 16]);
        let address = attachment_address(&key, case, b"digest");
        let part = seal_part(b"a part", &address, 2, false, &key, &mut random).unwrap();
        let opened = open_part(&part, &address, 2, false, &key).unwrap();
        assert_eq!(&opened[..], b"a part");
        for (number, last) in [(1, false), (2, true), (3, false)] {
            assert!(open_part(&part, &address, number, last, &key).is_none());
        }
        assert!(open_part(&part, &[0; 32], 2, false, &key).is_none());
        assert!(open_part(&part, &address, 2, false, &other).is_none());
        for place in 0..part.len() {
            let mut bad = part.clone();
            bad[place] ^= 1;
            assert!(open_part(&bad, &address, 2, false, &key).is_none());
        }
        for (key, case, digest) in [
            (&other, case, b"digest"),
            (&key, CaseId([5; 16]), b"digest"),
            (&key, case, b"dogest"),
        ] {
            assert_ne!(attachment_address(key, case, digest), address);
        }
    }
}
