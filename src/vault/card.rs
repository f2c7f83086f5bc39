//! The recovery card: a second identity that a person can write down.

use bip39::{Language, Mnemonic};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use zeroize::Zeroizing;

use crate::base::random::Random;
use crate::base::secret::{ExposeSecret as _, Secret32, SecretString, scrub_stack};
use crate::vault::recipient::STACK;
use crate::vault::{Identity, Sort, VaultError, words};

/// An age identity whose 32 bytes are written as 24 words. It opens the store, never sealed names.
#[derive(Debug, PartialEq, Eq)]
pub struct Card {
    secret: Secret32,
    sort: Sort,
}

/// Why words make no recovery card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCard {
    /// Not 24 words.
    #[error("a recovery card has 24 words")]
    Count {
        /// How many were found.
        found: usize,
    },
    /// A word that the list does not hold, or the beginning of several.
    #[error("a word of the recovery card is not in the list")]
    Word {
        /// Which, from 1.
        place: usize,
    },
    /// All words are in the list, but at least one is wrong or in a wrong place.
    #[error("the words of the recovery card do not fit together")]
    Check,
}

impl Card {
    /// Draws a new card, of the sort of those beside whom it will open the store.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn generate(random: &mut Random, sort: Sort) -> Result<Self, VaultError> {
        let secret = Secret32::random(random)?;
        Ok(Self { secret, sort })
    }

    /// The same words taken for a card of another sort: they do not say of which they are.
    #[must_use]
    pub fn of_sort(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }

    /// Of which sort it is, or was taken to be.
    pub const fn sort(&self) -> Sort {
        self.sort
    }

    /// The 24 words (BIP39, English), with spaces between.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn words(&self) -> Result<SecretString, VaultError> {
        let phrase = Mnemonic::from_entropy_in(Language::English, self.secret.expose())
            .map_err(|_| VaultError::Encryption)?;
        // Never grows, so leaves no copies.
        let mut text = Zeroizing::new(String::with_capacity(24 * 9));
        for word in phrase.words() {
            text.push_str(word);
            text.push(' ');
        }
        Ok(SecretString::from(text.trim_end()))
    }

    /// Reads words as a person types them off a card: in any case, with or without their numbers, or
    /// the first four letters alone, which are enough. The sort is the reader's to know.
    ///
    /// # Errors
    /// [`BadCard`] says which word is wrong, where it can.
    pub fn from_words(text: &str, sort: Sort) -> Result<Self, BadCard> {
        let text = Zeroizing::new(text.to_lowercase());
        let typed: Vec<&str> = words::typed(&text).collect();
        if typed.len() != 24 {
            return Err(BadCard::Count { found: typed.len() });
        }
        let mut phrase = Zeroizing::new(String::with_capacity(24 * 9));
        for (index, word) in typed.iter().enumerate() {
            let word = words::place(word).and_then(words::at);
            phrase.push_str(word.ok_or(BadCard::Word { place: index + 1 })?);
            phrase.push(' ');
        }
        let secret = entropy(&phrase);
        scrub_stack::<STACK>();
        let secret = secret.ok_or(BadCard::Check)?;
        Ok(Self { secret, sort })
    }

    /// The identity it stands for.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn identity(&self) -> Result<Identity, VaultError> {
        Identity::from_secret(self.secret.duplicate(), self.sort)
    }

    /// The identity as a QR code of half-block characters with its quiet zone: to be shown in light
    /// characters on a dark ground. It reads as the identity does in its file, which any age program takes.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn qr(&self) -> Result<SecretString, VaultError> {
        square(self.identity()?.secret_text()?.expose_secret())
    }
}

/// A text as a QR code, as [`Card::qr`] says.
pub(super) fn square(text: &str) -> Result<SecretString, VaultError> {
    let code = QrCode::new(text).map_err(|_| VaultError::Encryption)?;
    let picture = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .quiet_zone(true)
        .build();
    let picture = Zeroizing::new(picture);
    Ok(SecretString::from(picture.as_str()))
}

/// The bytes behind 24 words of the list, if they fit together. They pass the stack; see [`scrub_stack`].
#[inline(never)]
fn entropy(phrase: &str) -> Option<Secret32> {
    let phrase = Mnemonic::parse_in_normalized(Language::English, phrase.trim_end()).ok()?;
    let (entropy, length) = phrase.to_entropy_array();
    let entropy = Zeroizing::new(entropy);
    entropy.get(..length).and_then(Secret32::from_slice)
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn agrees_with_the_vectors() {
        let text = include_str!("../../docs/format/vectors.json");
        let vectors: serde_json::Value = serde_json::from_str(text).unwrap();
        let vector = &vectors["card"];
        let bytes = HEXLOWER.decode(vector["bytes"].as_str().unwrap().as_bytes());
        let card = Card {
            secret: Secret32::from_slice(&bytes.unwrap()).unwrap(),
            sort: Sort::Hybrid,
        };
        let list = Language::English.word_list();
        let indices = vector["word_indices"].as_array().unwrap().iter();
        let expected: Vec<_> = indices
            .map(|i| list[usize::try_from(i.as_u64().unwrap()).unwrap()])
            .collect();
        assert_eq!(card.words().unwrap().expose_secret(), expected.join(" "));
        let told = |card: &Card| {
            let identity = card.identity().unwrap();
            let text = identity.secret_text().unwrap();
            [
                text.expose_secret().to_owned(),
                identity.recipient().to_string(),
            ]
        };
        let vector = |names: [&str; 2]| names.map(|name| vector[name].as_str().unwrap().to_owned());
        assert_eq!(told(&card), vector(["identity", "recipient"]));
        let older = card.of_sort(Sort::X25519);
        assert_eq!(
            told(&older),
            vector(["x25519_identity", "x25519_recipient"])
        );
    }

    #[test]
    fn words_are_read_as_people_type_them() {
        let card = Card::generate(&mut Random::seeded(41), Sort::Hybrid).unwrap();
        let words = card.words().unwrap();
        let words: Vec<_> = words.expose_secret().split(' ').collect();
        let numbered: Vec<_> = (1..)
            .zip(&words)
            .map(|(n, w)| format!("{n}. {}\n", w.to_uppercase()))
            .collect();
        let short: Vec<_> = words
            .iter()
            .map(|w| w.chars().take(4).collect::<String>())
            .collect();
        for text in [words.join(" "), numbered.concat(), short.join(" , ")] {
            let read = Card::from_words(&text, card.sort);
            assert_eq!(read.as_ref(), Ok(&card), "{text}");
        }
    }

    #[test]
    fn wrong_words_are_named() {
        let card = Card::generate(&mut Random::seeded(42), Sort::Hybrid).unwrap();
        let read = |words: &[&str]| Card::from_words(&words.join(" "), Sort::Hybrid).map(drop);
        let words = card.words().unwrap();
        let words: Vec<_> = words.expose_secret().split(' ').collect();
        assert_eq!(read(&words[1..]), Err(BadCard::Count { found: 23 }));
        let mut unknown = words.clone();
        unknown[4] = "nansen";
        assert_eq!(read(&unknown), Err(BadCard::Word { place: 5 }));
        unknown[4] = "ab";
        assert_eq!(read(&unknown), Err(BadCard::Word { place: 5 }));
        let swaps = (0..23).filter(|at| words[*at] != words[at + 1]);
        let unnoticed = swaps.filter(|at| {
            let mut swapped = words.clone();
            swapped.swap(*at, at + 1);
            read(&swapped) != Err(BadCard::Check)
        });
        // Eight bits of check: one swap in 256 passes unseen, and then opens nothing.
        assert!(unnoticed.count() <= 1);
    }

    #[test]
    fn the_picture_has_its_quiet_zone() {
        let picture = Card::generate(&mut Random::seeded(43), Sort::Hybrid)
            .unwrap()
            .qr()
            .unwrap();
        let lines: Vec<_> = picture.expose_secret().lines().collect();
        let width = lines[0].chars().count();
        assert!((20..80).contains(&width) && lines.len() == width.div_ceil(2));
        assert!(lines.iter().all(|line| line.chars().count() == width));
        assert!(
            lines[0].chars().all(|c| c == '█'),
            "light blocks all around"
        );
        let (last, body) = lines.split_last().unwrap();
        assert!(
            body.iter()
                .all(|line| line.starts_with("████") && line.ends_with("████"))
        );
        assert!(last.chars().all(|c| c == '▀'), "an odd number of rows");
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_stumble(text in "\\PC*|([a-z]{3,8} ){24}") {
            prop_assert!(Card::from_words(&text, Sort::Hybrid).is_err());
        }
    }
}
