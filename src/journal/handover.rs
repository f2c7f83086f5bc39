//! What goes with a case that is handed over so that whoever takes it can check it: the key of its commitments, and a
//! device's signature over the whole (`docs/format/handover.md`).

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::base::secret::{Secret32, scrub_stack};
use crate::journal::seal::{COMMITMENT_CONTEXT, decrypt};
use crate::journal::{JournalError, Row};

/// Context of the key from which those of receipts follow, derived from the case's key.
const RECEIPT_CONTEXT: &str = "nansen v1 hand-over receipt key";

/// What is signed before the digest, so that no other signature passes for one.
const SIGNED: &[u8] = b"nansen v1 hand-over";

/// What the primitive may leave on the stack.
const STACK: usize = 16 * 1024;

/// A payload's bytes as they were written, for a row whose commitment fits them.
///
/// # Errors
/// [`JournalError::Payload`].
pub fn plain(row: &Row, key: &Secret32) -> Result<Zeroizing<Vec<u8>>, JournalError> {
    let (stream, number) = (row.stream, row.number);
    decrypt(row, key).ok_or(JournalError::Payload { stream, number })
}

/// The key under which the payloads of a case are committed to. It opens none.
pub fn commitment_key(case: &Secret32) -> Secret32 {
    case.derive(COMMITMENT_CONTEXT)
}

/// Whether a commitment is that of these bytes.
pub fn is_committed(key: &Secret32, bytes: &[u8], commitment: &[u8; 32]) -> bool {
    let made: [u8; 32] = blake3::keyed_hash(key.expose(), bytes).into();
    made.ct_eq(commitment).into()
}

/// What only who opened a hand-over has, and who gave it: a receipt is made with it.
pub fn receipt_key(case: &Secret32, handover: &[u8; 16]) -> [u8; 32] {
    blake3::keyed_hash(case.derive(RECEIPT_CONTEXT).expose(), handover).into()
}

/// The answer that a receipt of this day bears.
pub fn receipt(key: &[u8; 32], day: &str) -> [u8; 32] {
    blake3::keyed_hash(key, day.as_bytes()).into()
}

/// Whether an answer is the one for this day.
pub fn is_receipt(key: &[u8; 32], day: &str, answer: &[u8]) -> bool {
    receipt(key, day).ct_eq(answer).into()
}

fn signed(digest: &[u8; 32]) -> Vec<u8> {
    [SIGNED, digest].concat()
}

/// Signs a hand-over by its digest.
pub fn sign_handover(secret: &Secret32, digest: &[u8; 32]) -> [u8; 64] {
    let signature = SigningKey::from_bytes(secret.expose())
        .sign(&signed(digest))
        .to_bytes();
    scrub_stack::<STACK>();
    signature
}

/// Whether the device with this public key signed it.
pub fn is_handover_signed(public: &[u8; 32], digest: &[u8; 32], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public).is_ok_and(|key| {
        key.verify_strict(&signed(digest), &Signature::from_bytes(signature))
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::device_public;

    #[test]
    fn a_signature_and_a_receipt_hold_for_one_thing_alone() {
        let secret = Secret32::from_slice(&[7; 32]).unwrap();
        let public = device_public(&secret);
        let signature = sign_handover(&secret, &[1; 32]);
        assert!(is_handover_signed(&public, &[1; 32], &signature));
        assert!(!is_handover_signed(&public, &[2; 32], &signature));
        assert!(!is_handover_signed(&[9; 32], &[1; 32], &signature));
        let key = receipt_key(&secret, &[3; 16]);
        let answer = receipt(&key, "2026-03-04");
        assert!(is_receipt(&key, "2026-03-04", &answer));
        assert!(!is_receipt(&key, "2026-03-05", &answer));
        assert!(!is_receipt(&key, "2026-03-04", &answer[..31]));
        assert_ne!(receipt_key(&secret, &[4; 16]), key);
        // Its name in the open tells nothing of the key that it hangs on.
        assert_ne!(commitment_key(&secret).expose(), secret.expose());
    }
}
