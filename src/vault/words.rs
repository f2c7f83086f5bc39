//! Words of one list: passphrases that are nobody's own idea, and what a person types off a card.

use bip39::Language;

use crate::base::random::Random;
use crate::base::secret::SecretString;
use crate::vault::VaultError;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::secret::ExposeSecret as _;

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
