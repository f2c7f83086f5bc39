//! Words of one list: passphrases that are nobody's own idea, recipients compared by ear, and what a person types off a
//! card.

use bip39::Language;

use crate::base::random::Random;
use crate::base::secret::SecretString;
use crate::vault::{Recipient, VaultError};

/// How many words a passphrase has: six of 2048 are 66 bits.
const WORDS: usize = 6;

/// No word of the list is longer.
pub(super) const LONGEST: usize = 8;

/// The words in what was typed off a card: in any case, with or without their numbers, however they are parted.
pub(super) fn typed(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
}

/// Which word of the list is meant, from 0: itself, or the only one that begins so. In small letters.
pub(super) fn place(typed: &str) -> Option<usize> {
    let list = Language::English.word_list();
    let whole = list.iter().position(|word| *word == typed);
    let begun = || {
        let mut all = (0..).zip(list).filter(|(_, word)| word.starts_with(typed));
        match (all.next(), all.next()) {
            (Some((place, _)), None) if typed.len() >= 4 => Some(place),
            _ => None,
        }
    };
    whole.or_else(begun)
}

/// The word at a place of the list.
pub(super) fn at(place: usize) -> Option<&'static str> {
    Language::English.word_list().get(place).copied()
}

/// Draws a passphrase: six words of the English BIP39 list with spaces between.
///
/// # Errors
/// [`VaultError::Randomness`].
pub fn passphrase_words(random: &mut Random) -> Result<SecretString, VaultError> {
    // Never grows, so leaves no copies.
    let mut text = String::with_capacity(WORDS * (LONGEST + 1));
    for place in 0..WORDS {
        if place > 0 {
            text.push(' ');
        }
        let index = usize::try_from(random.below(2048)?).unwrap_or_default();
        text.push_str(at(index).unwrap_or_default());
    }
    Ok(SecretString::from(text))
}

/// Six words by which two people tell on the telephone that they hold the same recipient: whoever wants to put another
/// in its place has to make 2^66 of them.
pub fn spoken_words(recipient: &Recipient) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("nansen v1 recipient words");
    hasher.update(recipient.to_string().as_bytes());
    six(&hasher)
}

/// Six words by which two offices tell on the telephone which device signed a hand-over.
pub fn signer_words(public: &[u8]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("nansen v1 signer words");
    hasher.update(public);
    six(&hasher)
}

fn six(hasher: &blake3::Hasher) -> String {
    let mut bits = hasher.finalize_xof();
    let mut pair = [0; 2];
    let words = (0..WORDS).map(|_| {
        bits.fill(&mut pair);
        let index = usize::from(u16::from_be_bytes(pair) % 2048);
        let word = Language::English.word_list().get(index);
        word.copied().unwrap_or_default()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::secret::ExposeSecret as _;
    use crate::vault::Identity;

    #[test]
    fn each_recipient_has_words_of_its_own() {
        let mut random = Random::seeded(6);
        let mut recipient = || Identity::generate(&mut random).unwrap().recipient();
        let (one, other) = (recipient(), recipient());
        assert_eq!(spoken_words(&one), spoken_words(&one));
        assert_ne!(spoken_words(&one), spoken_words(&other));
        assert_eq!(spoken_words(&one).split(' ').count(), 6);
        // Another program must come to the same.
        let text = include_str!("../../docs/format/vectors.json");
        let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
        let of = vectors["card"]["x25519_recipient"].as_str().unwrap();
        let words = spoken_words(&of.parse().unwrap());
        let list = Language::English.word_list();
        let of = |word: &str| list.iter().position(|known| *known == word).unwrap();
        let indices: Vec<_> = words.split(' ').map(of).collect();
        assert_eq!(
            vectors["card"]["x25519_recipient_words"],
            serde_json::json!(indices)
        );
    }

    #[test]
    fn six_words_of_the_list() {
        let mut random = Random::seeded(5);
        let first = passphrase_words(&mut random).unwrap();
        let second = passphrase_words(&mut random).unwrap();
        assert_ne!(first.expose_secret(), second.expose_secret());
        let words: Vec<_> = first.expose_secret().split(' ').collect();
        assert_eq!(words.len(), 6);
        assert!(
            words
                .iter()
                .all(|word| Language::English.find_word(word).is_some()),
            "each stands in the list"
        );
        assert!(
            Language::English
                .word_list()
                .iter()
                .all(|w| w.len() <= LONGEST)
        );
    }
}
