//! A document as it is kept: with the case that it is of, of a length that tells little, and sealed to people who are not
//! those that write it (`docs/format/attachment.md`).

use zeroize::Zeroizing;

use crate::base::id::CaseId;
use crate::vault::{Identity, Recipient, VaultError, recipient};

/// The case and the length before the content.
const HEAD: usize = 16 + 8;

/// No document is shorter than this, framed.
const LEAST: usize = 16 * 1024;

/// Puts the case and the length before a document, and zero bytes behind it: the exact length of a decision tells the
/// authority that wrote it which one it is.
///
/// # Errors
/// [`VaultError::TooLong`].
pub fn frame_document(case: CaseId, content: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let length = u64::try_from(content.len()).map_err(|_| VaultError::TooLong)?;
    let whole = padded(content.len().saturating_add(HEAD));
    // Never grows, so leaves no copies.
    let mut framed = Zeroizing::new(Vec::with_capacity(whole));
    framed.extend_from_slice(case.bytes());
    framed.extend_from_slice(&length.to_be_bytes());
    framed.extend_from_slice(content);
    framed.resize(whole, 0);
    Ok(framed)
}

/// The document of a case in its frame.
///
/// # Errors
/// [`VaultError::Damaged`], also where it is of another case.
pub fn unframe_document(case: CaseId, framed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (of, rest) = framed
        .split_first_chunk::<16>()
        .ok_or(VaultError::Damaged)?;
    let (length, rest) = rest.split_first_chunk::<8>().ok_or(VaultError::Damaged)?;
    let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| VaultError::Damaged)?;
    let content = rest.get(..length).ok_or(VaultError::Damaged)?;
    if of != case.bytes() {
        return Err(VaultError::Damaged);
    }
    Ok(Zeroizing::new(content.to_vec()))
}

/// Seals a document in its frame to the holders of the seal keys: one age file, which age encrypts in chunks of 64 KiB.
///
/// # Errors
/// [`VaultError::NoRecipients`], [`VaultError::Encryption`].
pub fn seal_document(framed: &[u8], to: &[Recipient]) -> Result<Vec<u8>, VaultError> {
    recipient::encrypt(framed, to)
}

/// Opens a sealed document of a case.
///
/// # Errors
/// [`VaultError::NotForThisKey`], [`VaultError::Damaged`].
pub fn open_document(
    case: CaseId,
    sealed: &[u8],
    identity: &Identity,
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    unframe_document(case, &identity.decrypt(sealed)?)
}

/// The next of the lengths that stand an eighth apart at most: of all files of such a size one learns the size alone.
fn padded(length: usize) -> usize {
    let length = length.max(LEAST);
    let digits = length.ilog2();
    // So many of the highest bits tell, and the others are none.
    let told = u32::BITS - digits.leading_zeros();
    let blank = digits.saturating_sub(told);
    let step = 1_usize.checked_shl(blank).unwrap_or(1);
    length.next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::random::Random;

    const CASE: CaseId = CaseId([7; 16]);

    #[test]
    fn a_holder_opens_it_and_nobody_else() {
        let mut random = Random::seeded(51);
        let holder = Identity::generate(&mut random).unwrap();
        let writer = Identity::generate(&mut random).unwrap();
        let framed = frame_document(CASE, b"%PDF-1.4 Canary").unwrap();
        let sealed = seal_document(&framed, &[holder.recipient()]).unwrap();
        assert!(!sealed.windows(6).any(|six| six == b"Canary"));
        let opened = open_document(CASE, &sealed, &holder).unwrap();
        assert_eq!(&opened[..], b"%PDF-1.4 Canary");
        assert!(matches!(
            open_document(CASE, &sealed, &writer),
            Err(VaultError::NotForThisKey)
        ));
        let elsewhere = open_document(CaseId([8; 16]), &sealed, &holder);
        assert!(matches!(elsewhere, Err(VaultError::Damaged)));
        let mut spoilt = sealed;
        let last = spoilt.len() - 1;
        spoilt[last] ^= 1;
        assert!(open_document(CASE, &spoilt, &holder).is_err());
    }

    #[test]
    fn its_length_tells_little() {
        for content in [0, 1, 5_000, 16_000] {
            let framed = frame_document(CASE, &vec![1; content]).unwrap();
            assert_eq!(framed.len(), LEAST);
            let back = unframe_document(CASE, &framed).unwrap();
            assert_eq!(back.len(), content);
        }
        let lengths: std::collections::BTreeSet<usize> = (100_000..200_000).map(padded).collect();
        assert!(lengths.len() <= 34, "{}", lengths.len());
        for length in [LEAST, 100_000, 1 << 20, (1 << 20) + 1, 25_000_000] {
            let whole = padded(length);
            assert!(whole >= length && whole - length <= length / 8, "{length}");
            assert_eq!(padded(whole), whole);
        }
    }
}
