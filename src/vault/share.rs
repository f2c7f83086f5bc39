//! The shares of a seal key: three cards, of which any two are the key and one is nothing (`docs/format/shares.md`).

use std::hint::black_box;

use data_encoding::BASE32_NOPAD;
use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _};
use zeroize::{Zeroize as _, Zeroizing};

use crate::base::random::Random;
use crate::base::secret::{Secret32, SecretString, scrub_stack};
use crate::vault::{Identity, Sort, VaultError, card, words};

/// How many shares a key is divided into, and how many of them give it.
const SHARES: u8 = 3;
const THRESHOLD: u8 = 2;

/// Words on a card, of so many bits each.
const WORDS: usize = 28;
const BITS: u32 = 11;

/// Bytes before the check, and with it: its last half byte is empty.
const CHECKED: usize = 35;
const BYTES: usize = 39;

/// What the text of a square begins with. The number is that of the format.
const PREFIX: &str = "NANSEN-SHARE-1-";

/// The context under which a check is made.
const CHECK: &str = "nansen v1 share check";

/// One share of a seal key. Alone it fits every key.
#[derive(Debug, PartialEq, Eq)]
pub struct Share {
    /// Which cards belong together. It is drawn, so that it says nothing of the key.
    set: [u8; 2],
    index: u8,
    value: Secret32,
}

/// Why something is no share, or why two shares give no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadShare {
    /// Not 28 words.
    #[error("a card of a seal key has 28 words")]
    Count {
        /// How many were found.
        found: usize,
    },
    /// A word that the list does not hold, or the beginning of several.
    #[error("a word of the card is not in the list")]
    Word {
        /// Which, from 1.
        place: usize,
    },
    /// At least one word or symbol is wrong or in a wrong place.
    #[error("the card does not hold together")]
    Check,
    /// A share of another sort of division than this program makes.
    #[error("a share of another sort")]
    Sort,
    /// The same share twice.
    #[error("the same card twice")]
    Same,
    /// Shares that were made at different times.
    #[error("cards of different sets")]
    OtherSet,
}

impl Share {
    /// Draws a seal key and divides it. The shares are all that there is of it.
    ///
    /// # Errors
    /// [`VaultError::Randomness`].
    pub fn draw(random: &mut Random) -> Result<[Self; 3], VaultError> {
        let key = Secret32::random(random)?;
        let set = random.bytes()?;
        // Zero is as likely as any other: slopes that are never zero tell which byte it is not (RUSTSEC-2024-0398).
        let slope = Secret32::random(random)?;
        Self::divide(&key, set, &slope)
    }

    fn divide(key: &Secret32, set: [u8; 2], slope: &Secret32) -> Result<[Self; 3], VaultError> {
        let share = |index: u8| {
            let value = Secret32::try_init(|bytes| {
                let points = key.expose().iter().zip(slope.expose());
                for (to, (byte, slope)) in bytes.iter_mut().zip(points) {
                    *to = byte ^ times(*slope, index);
                }
                Ok::<_, VaultError>(())
            })?;
            Ok::<_, VaultError>(Self { set, index, value })
        };
        Ok([share(1)?, share(2)?, share(SHARES)?])
    }

    /// The seal key that this share and another one give.
    ///
    /// # Errors
    /// [`BadShare::Same`], [`BadShare::OtherSet`].
    pub fn join(&self, other: &Self) -> Result<Identity, VaultError> {
        Identity::from_secret(self.key(other)?, Sort::Hybrid)
    }

    fn key(&self, other: &Self) -> Result<Secret32, BadShare> {
        if self.set != other.set {
            return Err(BadShare::OtherSet);
        }
        if self.index == other.index {
            return Err(BadShare::Same);
        }
        let points = (self.index, other.index);
        Secret32::try_init(|bytes| {
            let values = self.value.expose().iter().zip(other.value.expose());
            for (to, (mine, others)) in bytes.iter_mut().zip(values) {
                *to = at_zero(points, (*mine, *others));
            }
            Ok(())
        })
    }

    /// Which of the three it is, from 1.
    pub const fn index(&self) -> u8 {
        self.index
    }

    /// The 28 words, with spaces between.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn words(&self) -> Result<SecretString, VaultError> {
        // Never grows, so leaves no copies.
        let mut text = Zeroizing::new(String::with_capacity(WORDS * (words::LONGEST + 1)));
        let (mut bits, mut count) = (0_u32, 0_u32);
        for byte in self.packed().iter() {
            bits = bits << 8 | u32::from(*byte);
            count += 8;
            if count >= BITS {
                count -= BITS;
                let place = usize::try_from(bits >> count).ok();
                text.push_str(place.and_then(words::at).ok_or(VaultError::Encryption)?);
                text.push(' ');
                bits &= (1 << count) - 1;
            }
        }
        Ok(SecretString::from(text.trim_end()))
    }

    /// What the square holds, which is read as the words are.
    pub fn text(&self) -> SecretString {
        let symbols = BASE32_NOPAD.encode_len(BYTES);
        let mut text = Zeroizing::new(String::with_capacity(PREFIX.len() + symbols));
        text.push_str(PREFIX);
        BASE32_NOPAD.encode_append(&self.packed(), &mut text);
        SecretString::from(text.as_str())
    }

    /// [`Share::text`] as a QR code, in the form of that of a recovery card.
    ///
    /// # Errors
    /// [`VaultError::Encryption`]; not known to happen.
    pub fn qr(&self) -> Result<SecretString, VaultError> {
        use crate::base::secret::ExposeSecret as _;
        card::square(self.text().expose_secret())
    }

    /// Reads a card as a person types it: the words in any case, with or without their numbers, or their first four
    /// letters, which are enough; or the text of the square.
    ///
    /// # Errors
    /// [`BadShare`] says which word is wrong, where it can.
    pub fn read(text: &str) -> Result<Self, BadShare> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES));
        let capitals = Zeroizing::new(text.trim().to_uppercase());
        if let Some(symbols) = capitals.strip_prefix(PREFIX) {
            bytes.resize(BYTES, 0);
            if BASE32_NOPAD.decode_len(symbols.len()) != Ok(BYTES) {
                return Err(BadShare::Check);
            }
            BASE32_NOPAD
                .decode_mut(symbols.as_bytes(), &mut bytes)
                .map_err(|_| BadShare::Check)?;
            return Self::unpacked(&bytes);
        }
        let text = Zeroizing::new(text.to_lowercase());
        let found = words::typed(&text).count();
        if found != WORDS {
            return Err(BadShare::Count { found });
        }
        let (mut bits, mut count) = (0_u32, 0_u32);
        for (place, word) in (1..).zip(words::typed(&text)) {
            let word = words::place(word).and_then(|place| u32::try_from(place).ok());
            bits = bits << BITS | word.ok_or(BadShare::Word { place })?;
            count += BITS;
            while count >= 8 {
                count -= 8;
                bytes.push(u8::try_from(bits >> count).unwrap_or_default());
                bits &= (1 << count) - 1;
            }
        }
        bytes.push(u8::try_from(bits << (8 - count)).unwrap_or_default());
        Self::unpacked(&bytes)
    }

    /// The 308 bits and four that are zero.
    pub(super) fn packed(&self) -> Zeroizing<Vec<u8>> {
        // Never grows, so leaves no copies.
        let mut bytes = Zeroizing::new(Vec::with_capacity(BYTES));
        bytes.push(THRESHOLD << 4 | self.index);
        bytes.extend_from_slice(&self.set);
        bytes.extend_from_slice(self.value.expose());
        let check = check(&bytes);
        bytes.extend_from_slice(&check);
        bytes
    }

    fn unpacked(bytes: &[u8]) -> Result<Self, BadShare> {
        let (checked, found) = bytes.split_at_checked(CHECKED).ok_or(BadShare::Check)?;
        if !bool::from(check(checked).ct_eq(found)) {
            return Err(BadShare::Check);
        }
        let ([form, set @ ..], value) = checked.split_first_chunk::<3>().ok_or(BadShare::Check)?;
        let (threshold, index) = (form >> 4, form & 0xf);
        if threshold != THRESHOLD || !(1..=SHARES).contains(&index) {
            return Err(BadShare::Sort);
        }
        Ok(Self {
            set: *set,
            index,
            value: Secret32::from_slice(value).ok_or(BadShare::Check)?,
        })
    }
}

/// 28 bits over what stands before them, and four that are zero.
fn check(bytes: &[u8]) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key(CHECK);
    hasher.update(bytes);
    let mut check = [0; 4];
    let mut output = hasher.finalize_xof();
    output.fill(&mut check);
    output.zeroize();
    hasher.zeroize();
    scrub_stack::<4096>();
    let [.., last] = &mut check;
    *last &= 0xf0;
    check
}

/// The value at 0 of the line through two points.
fn at_zero((x, other_x): (u8, u8), (y, other_y): (u8, u8)) -> u8 {
    let numerator = times(y, other_x) ^ times(other_y, x);
    times(numerator, inverse(x ^ other_x))
}

/// The product in the field of FIPS 197. It takes the same steps whatever the factors: no table, no branch.
fn times(a: u8, b: u8) -> u8 {
    let (mut a, mut b, mut product) = (a, b, 0_u8);
    for _ in 0..8 {
        product ^= u8::conditional_select(&0, &a, Choice::from(black_box(b & 1)));
        let carried = u8::conditional_select(&0, &0x1b, Choice::from(black_box(a >> 7)));
        a = a << 1 ^ carried;
        b >>= 1;
    }
    product
}

/// What gives 1 with `a`, as its 254th power; 0 for 0.
fn inverse(a: u8) -> u8 {
    let mut power = a;
    let mut product = 1;
    for _ in 0..7 {
        power = times(power, power);
        product = times(product, power);
    }
    product
}

#[cfg(test)]
mod tests;
