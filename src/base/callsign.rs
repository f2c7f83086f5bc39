//! Callsigns: `amber-heron`, a second name for a case that a person can remember.

use crate::base::random::{NoRandomness, Random};

mod words;

/// Two generated words that say nothing about the person.
#[derive(Debug, Clone, Copy)]
pub struct Callsign;

impl Callsign {
    /// Draws two words; the caller draws anew where they are taken.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn draw(random: &mut Random) -> Result<String, NoRandomness> {
        let first = pick(words::FIRST, random)?;
        let second = pick(words::SECOND, random)?;
        Ok(format!("{first}-{second}"))
    }

    /// The form in which it is stored: `Amber Heron` is `amber-heron`.
    pub fn normalise(text: &str) -> String {
        split(text).collect::<Vec<_>>().join("-").to_lowercase()
    }
}

/// Whether a person meant a callsign: two words with a vowel each. Case numbers have none, save the O and I that some type
/// for 0 and 1.
pub fn looks_like_callsign(text: &str) -> bool {
    let word = |part: &str| {
        (3..=12).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_alphabetic())
            && part
                .bytes()
                .any(|b| b"aeuyAEUY".contains(&b) || (b | 32) == b'i' || (b | 32) == b'o')
    };
    let mut parts = split(text);
    let two = [parts.next(), parts.next()];
    parts.next().is_none() && two.iter().all(|part| part.is_some_and(word))
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}'))
        .filter(|part| !part.is_empty())
}

fn pick(words: &'static str, random: &mut Random) -> Result<&'static str, NoRandomness> {
    let count = words.split_whitespace().count();
    let place = random.below(u32::try_from(count).unwrap_or(u32::MAX))?;
    let place = usize::try_from(place).unwrap_or_default();
    Ok(words.split_whitespace().nth(place).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_lists_are_long_clean_and_apart() {
        let first: Vec<_> = words::FIRST.split_whitespace().collect();
        let second: Vec<_> = words::SECOND.split_whitespace().collect();
        for list in [&first, &second] {
            assert!(list.len() >= 256, "{}", list.len());
            assert!(
                list.iter()
                    .all(|w| looks_like_callsign(&format!("{w}-{w}")))
            );
            assert!(list.is_sorted_by(|a, b| a < b), "sorted, each word once");
        }
        let both: BTreeSet<_> = first.iter().chain(&second).collect();
        assert_eq!(both.len(), first.len() + second.len());
    }

    #[test]
    fn tells_callsigns_from_numbers() {
        let mut random = Random::seeded(4);
        for _ in 0..500 {
            let callsign = Callsign::draw(&mut random).unwrap();
            assert!(looks_like_callsign(&callsign), "{callsign}");
            let number = crate::base::number::CaseNumber::draw(&mut random).unwrap();
            assert!(!looks_like_callsign(&number.to_string()), "{number}");
            assert!(!looks_like_callsign(&number.compact()), "{number}");
        }
        assert!(looks_like_callsign("Amber Heron"));
        assert_eq!(Callsign::normalise(" Amber  Heron "), "amber-heron");
        for text in [
            "amber",
            "amber-heron-two",
            "amber-",
            "a-b",
            "amber-h3ron",
            "",
        ] {
            assert!(!looks_like_callsign(text), "{text}");
        }
    }
}
