//! Passphrases of generated words: nobody's own idea, and yet to be remembered.

use bip39::Language;

use crate::base::random::Random;
use crate::base::secret::SecretString;
use crate::vault::VaultError;

/// How many words a passphrase has: six of 2048 are 66 bits.
const WORDS: usize = 6;

/// No word of the list is longer.
const LONGEST: usize = 8;

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
        let word = Language::English.word_list().get(index);
        text.push_str(word.copied().unwrap_or_default());
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
