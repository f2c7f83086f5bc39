//! A device vouches for where its stream stands: a signature over the last hash, which covers all before it.
//!
//! What is signed names no person, no case and no alias (`docs/format/journal.md`, "Signatures").

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::base::id::StreamId;
use crate::base::secret::{Secret32, scrub_stack};

/// What the primitive may leave on the stack.
const STACK: usize = 16 * 1024;

/// Where a stream stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamHead {
    /// The store, so that a signature is worth nothing in another.
    pub store: [u8; 16],
    /// The stream.
    pub stream: StreamId,
    /// Its last event.
    pub number: u64,
    /// That event's hash.
    pub hash: [u8; 32],
}

impl StreamHead {
    fn bytes(&self) -> Vec<u8> {
        [
            b"nansen v1 stream head".as_slice(),
            &self.store,
            self.stream.bytes(),
            &self.number.to_be_bytes(),
            &self.hash,
        ]
        .concat()
    }
}

/// The public half of a device's key (Ed25519, RFC 8032).
pub fn device_public(secret: &Secret32) -> [u8; 32] {
    let public = SigningKey::from_bytes(secret.expose())
        .verifying_key()
        .to_bytes();
    scrub_stack::<STACK>();
    public
}

/// Signs where a stream stands.
pub fn sign_head(secret: &Secret32, head: &StreamHead) -> [u8; 64] {
    let signature = SigningKey::from_bytes(secret.expose())
        .sign(&head.bytes())
        .to_bytes();
    scrub_stack::<STACK>();
    signature
}

/// Whether the device with this public key signed that; by the strict rules, under which one signature has one form.
pub fn is_signed_by(public: &[u8; 32], head: &StreamHead, signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public).is_ok_and(|key| {
        key.verify_strict(&head.bytes(), &Signature::from_bytes(signature))
            .is_ok()
    })
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        let bytes = HEXLOWER.decode(text.as_bytes()).unwrap();
        bytes.try_into().unwrap()
    }

    /// RFC 8032, 7.1, test 1: the key; and that the primitive beneath signs an empty message as it says there.
    #[test]
    fn keys_are_those_of_the_standard() {
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let secret = Secret32::from_slice(&bytes::<32>(seed)).unwrap();
        let public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assert_eq!(device_public(&secret), bytes(public));
        let signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b\
                         d25bf5f0595bbe24655141438e7a100b";
        let signed = SigningKey::from_bytes(secret.expose()).sign(b"");
        assert_eq!(signed.to_bytes(), bytes::<64>(signature));
    }

    #[test]
    fn a_signature_holds_for_one_head_of_one_store_and_one_key() {
        let secret = Secret32::from_slice(&[7; 32]).unwrap();
        let head = StreamHead {
            store: [1; 16],
            stream: StreamId([2; 16]),
            number: 3,
            hash: [4; 32],
        };
        let signature = sign_head(&secret, &head);
        let public = device_public(&secret);
        assert!(is_signed_by(&public, &head, &signature));
        let others = [
            StreamHead {
                store: [9; 16],
                ..head
            },
            StreamHead {
                stream: StreamId([9; 16]),
                ..head
            },
            StreamHead { number: 4, ..head },
            StreamHead {
                hash: [9; 32],
                ..head
            },
        ];
        assert!(
            others
                .iter()
                .all(|other| !is_signed_by(&public, other, &signature))
        );
        let other = Secret32::from_slice(&[8; 32]).unwrap();
        assert!(!is_signed_by(&device_public(&other), &head, &signature));
        for at in 0..signature.len() {
            let mut altered = signature;
            altered[at] ^= 1;
            assert!(!is_signed_by(&public, &head, &altered), "{at}");
        }
    }
}
