//! Case numbers: `7MK-2D5-HPP`, drawn at random, with a check symbol, typed in any script.
//!
//! Eight symbols of an alphabet of 23 and a check symbol `c` with `Σ 5^(k+1)·x_k ≡ −c (mod 23)`. Since 23 is prime and
//! the weights differ, every wrong symbol and every swap of two is caught; so are twins (`aa` for `bb`) near or apart.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::random::{NoRandomness, Random};
use crate::base::text::western;

/// No vowels, no I L O, nothing that looks like a digit.
const ALPHABET: &[u8; 23] = b"0123456789CDFHJKMNPRTWX";

/// What nobody wants on a letterhead: insults, hate codes, prison slang, criminal articles.
const AVOIDED: [&str; 18] = [
    "88", "1488", "1312", "666", "911", "228", "282", "FCK", "FKK", "KKK", "XXX", "WTF", "FFF",
    "CNT", "DCK", "PRN", "MRD", "PTN",
];

/// How a person names a case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseNumber([u8; 9]);

/// Why a text is no case number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadNumber {
    /// Not nine symbols.
    #[error("a case number has nine symbols")]
    Length,
    /// A symbol that case numbers do not use.
    #[error("the symbol is not used in case numbers")]
    Symbol(char),
    /// Nine symbols that do not belong together: one of them is wrong.
    #[error("the check symbol does not fit")]
    Check,
}

impl CaseNumber {
    /// Draws a number at random, again where it spells something to avoid.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn draw(random: &mut Random) -> Result<Self, NoRandomness> {
        loop {
            let mut symbols = [b'0'; 9];
            for symbol in symbols.iter_mut().take(8) {
                let value = usize::try_from(random.below(23)?).unwrap_or_default();
                *symbol = ALPHABET.get(value).copied().unwrap_or(b'0');
            }
            let number = Self::checked(symbols);
            if !AVOIDED.iter().any(|bad| number.compact().contains(bad)) {
                return Ok(number);
            }
        }
    }

    /// Reads what a person typed: in upper or lower case, with any dash, spaces or none, with Cyrillic
    /// look-alikes, Arabic-Indic or Persian digits, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`BadNumber`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, BadNumber> {
        let mut symbols = [b'0'; 9];
        let mut length = 0;
        for typed in text.chars().filter(|c| !is_filler(*c)) {
            let symbol = symbol(typed).ok_or(BadNumber::Symbol(typed))?;
            if let Some(place) = symbols.get_mut(length) {
                *place = symbol;
            }
            length += 1;
        }
        if length != symbols.len() {
            return Err(BadNumber::Length);
        }
        if Self::checked(symbols).0 == symbols {
            Ok(Self(symbols))
        } else {
            Err(BadNumber::Check)
        }
    }

    /// The nine symbols without dashes, as they are stored.
    pub fn compact(&self) -> String {
        self.0.iter().map(|b| char::from(*b)).collect()
    }

    /// Sets the last symbol to what the first eight ask for.
    fn checked(mut symbols: [u8; 9]) -> Self {
        let [head @ .., check] = &mut symbols;
        let mut sum = 0;
        let mut weight = 1;
        for symbol in head {
            weight = weight * 5 % 23;
            sum += weight * value(*symbol);
        }
        *check = ALPHABET.get((23 - sum % 23) % 23).copied().unwrap_or(b'0');
        Self(symbols)
    }
}

fn value(symbol: u8) -> usize {
    ALPHABET.iter().position(|b| *b == symbol).unwrap_or(0)
}

/// Dashes, spaces and the marks that copying out of a text in Arabic leaves behind.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}'
            | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{640}'
            | '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{feff}')
}

fn symbol(typed: char) -> Option<u8> {
    let meant = match typed {
        'O' | 'o' | 'О' | 'о' => '0',
        'I' | 'i' | 'L' | 'l' | 'І' | 'і' => '1',
        'С' | 'с' => 'C',
        'Н' | 'н' => 'H',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        other => western(other).to_ascii_uppercase(),
    };
    u8::try_from(meant).ok().filter(|b| ALPHABET.contains(b))
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<String> = self
            .0
            .chunks(3)
            .map(|group| group.iter().map(|b| char::from(*b)).collect())
            .collect();
        f.pad(&groups.join("-"))
    }
}

impl fmt::Debug for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CaseNumber({self})")
    }
}

impl FromStr for CaseNumber {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        Self::parse(text)
    }
}

impl Serialize for CaseNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.compact())
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number(seed: u64) -> CaseNumber {
        CaseNumber::draw(&mut Random::seeded(seed)).unwrap()
    }

    fn symbols(number: CaseNumber) -> impl Strategy<Value = (CaseNumber, usize, usize)> {
        (Just(number), 0..9_usize, 0..9_usize)
    }

    #[test]
    fn the_example_of_the_contract_holds() {
        let number = CaseNumber::parse("7MK-2D5-HPP").unwrap();
        assert_eq!(number.to_string(), "7MK-2D5-HPP");
        assert_eq!(number.compact(), "7MK2D5HPP");
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"7MK2D5HPP\"");
        assert_eq!(
            serde_json::from_str::<CaseNumber>("\"7MK2D5HPP\"").unwrap(),
            number
        );
    }

    #[test]
    fn reads_what_people_type() {
        let number = CaseNumber::parse("10C-HKM-PT2").or_else(|_| {
            let all = ALPHABET.iter().map(|b| char::from(*b));
            let mut fits = all.filter_map(|c| CaseNumber::parse(&format!("10CHKMPT{c}")).ok());
            fits.next().ok_or(BadNumber::Check)
        });
        let number = number.unwrap();
        let last = number.compact().pop().unwrap();
        for text in [
            "lОс-нКм-рТ",
            "IoC HKM PT",
            "١٠chkmpt",
            "۱۰C–HKM—PT",
            "\u{200f}10С\u{a0}НКМ−РТ",
        ] {
            assert_eq!(
                CaseNumber::parse(&format!("{text}{last}")),
                Ok(number),
                "{text}"
            );
        }
        assert_eq!(CaseNumber::parse("7MK-2D5-HP"), Err(BadNumber::Length));
        assert_eq!(CaseNumber::parse("7MK-2D5-HPP-1"), Err(BadNumber::Length));
        assert_eq!(
            CaseNumber::parse("7MK-2D5-HPS"),
            Err(BadNumber::Symbol('S'))
        );
        assert_eq!(
            CaseNumber::parse("7MK-2D5-HPж"),
            Err(BadNumber::Symbol('ж'))
        );
        assert_eq!(CaseNumber::parse("7MK-2D5-HPW"), Err(BadNumber::Check));
        assert_eq!(CaseNumber::parse(""), Err(BadNumber::Length));
    }

    #[test]
    fn every_single_slip_is_caught() {
        for seed in 0..40 {
            let good = number(seed).0;
            let refused = |bad: [u8; 9]| bad == good || CaseNumber::checked(bad).0 != bad;
            for i in 0..9 {
                for symbol in ALPHABET {
                    let mut bad = good;
                    bad[i] = *symbol;
                    assert!(refused(bad), "one symbol");
                }
                for j in 0..9 {
                    let mut bad = good;
                    bad.swap(i, j);
                    assert!(refused(bad), "two symbols swapped");
                }
                for (apart, symbol) in [1, 2].into_iter().flat_map(|a| ALPHABET.map(|s| (a, s))) {
                    if i + apart < 9 && good[i] == good[i + apart] {
                        let mut bad = good;
                        bad[i] = symbol;
                        bad[i + apart] = symbol;
                        assert!(refused(bad), "twins");
                    }
                }
            }
        }
    }

    #[test]
    fn draws_none_of_the_strings_to_avoid() {
        let mut random = Random::seeded(11);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..20_000 {
            let number = CaseNumber::draw(&mut random).unwrap();
            let text = number.compact();
            assert!(!AVOIDED.iter().any(|bad| text.contains(bad)), "{text}");
            assert_eq!(text.parse(), Ok(number));
            seen.insert(text);
        }
        assert_eq!(seen.len(), 20_000);
    }

    proptest! {
        #[test]
        fn twins_made_on_purpose_are_caught((number, at, symbol) in symbols(number(1)), apart in 1..3_usize) {
            prop_assume!(at + apart < 9);
            let [a, b] = [ALPHABET[symbol], ALPHABET[symbol + 9]];
            // A valid number with a pair of twins, the check symbol free or one of them.
            let mut twins = number.0;
            twins[at] = a;
            twins[at + apart] = a;
            let free = (0..8).find(|i| *i != at && *i != at + apart).unwrap();
            let fits = ALPHABET.iter().find_map(|s| {
                twins[free] = *s;
                (CaseNumber::checked(twins).0 == twins).then_some(twins)
            });
            let mut bad = fits.unwrap();
            bad[at] = b;
            bad[at + apart] = b;
            prop_assert_ne!(CaseNumber::checked(bad).0, bad);
        }

        #[test]
        fn nothing_typed_makes_it_stumble(text in "\\PC*") {
            let read = CaseNumber::parse(&text);
            prop_assert!(read.is_err() || text.chars().count() >= 9);
        }
    }
}
