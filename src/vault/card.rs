//! The recovery card: a second identity that a person can write down.

use bip39::{Language, Mnemonic};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use zeroize::Zeroizing;

use crate::base::random::Random;
use crate::base::secret::{ExposeSecret as _, Secret32, SecretString};
use crate::vault::{Identity, VaultError};

/// An age identity whose 32 bytes are written as 24 words. It opens the store, never sealed names.
#[derive(Debug)]
pub struct Card(Secret32);

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
    /// Draws a new card.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn generate(random: &mut Random) -> Result<Self, VaultError> {
        Ok(Self(Secret32::random(random)?))
    }

    /// The 24 words (BIP39, English).
    pub fn words(&self) -> Vec<&'static str> {
        // Cannot fail: 32 bytes are one of the lengths of BIP39.
        Mnemonic::from_entropy_in(Language::English, self.0.expose())
            .map(|mnemonic| mnemonic.words().collect())
            .unwrap_or_default()
    }

    /// Reads words as a person types them off a card: in any case, with or without their numbers, or
    /// the first four letters alone, which are enough.
    ///
    /// # Errors
    /// [`BadCard`] says which word is wrong, where it can.
    pub fn from_words(text: &str) -> Result<Self, BadCard> {
        let text = Zeroizing::new(text.to_lowercase());
        let typed: Vec<&str> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        if typed.len() != 24 {
            return Err(BadCard::Count { found: typed.len() });
        }
        let mut phrase = Zeroizing::new(String::with_capacity(24 * 9));
        for (index, word) in typed.iter().enumerate() {
            phrase.push_str(find(word).ok_or(BadCard::Word { place: index + 1 })?);
            phrase.push(' ');
        }
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, phrase.trim_end())
            .map_err(|_| BadCard::Check)?;
        let (entropy, length) = mnemonic.to_entropy_array();
        let entropy = Zeroizing::new(entropy);
        entropy
            .get(..length)
            .and_then(Secret32::from_slice)
            .map(Self)
            .ok_or(BadCard::Check)
    }

    /// The identity it stands for.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn identity(&self) -> Result<Identity, VaultError> {
        Identity::from_secret(&self.0)
    }

    /// The identity as a QR code of half-block characters with its quiet zone: to be shown in light
    /// characters on a dark ground. It reads `AGE-SECRET-KEY-1…`, which any age program takes.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn qr(&self) -> Result<SecretString, VaultError> {
        let text = self.identity()?.secret_text();
        let code = QrCode::new(text.expose_secret()).map_err(|_| VaultError::Encryption)?;
        let picture = code
            .render::<Dense1x2>()
            .dark_color(Dense1x2::Light)
            .light_color(Dense1x2::Dark)
            .quiet_zone(true)
            .build();
        Ok(SecretString::from(picture))
    }
}

/// The word meant: itself, or the only one that begins so.
fn find(typed: &str) -> Option<&'static str> {
    let list = Language::English.word_list();
    if let Some(word) = list.iter().find(|word| **word == typed) {
        return Some(word);
    }
    let mut candidates = list.iter().filter(|word| word.starts_with(typed));
    match (candidates.next(), candidates.next()) {
        (Some(word), None) if typed.len() >= 4 => Some(word),
        _ => None,
    }
}
