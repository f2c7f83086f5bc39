//! Which encoding a CSV file is in. What fits none is refused: letters that are read as others would be sealed so.

use zeroize::Zeroizing;

use super::SheetError;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at to tell its encoding.
const HEAD: usize = 64 << 10;
/// Encodings of one byte a letter that offices have; of those that fit as well as any the first is taken.
const ENCODINGS: &[&str] = &["windows-1252", "windows-1251", "windows-1256"];
/// Those of older systems, taken where more of their words are known than mix two alphabets.
const OLDER: &[&str] = &[
    "koi8-u",
    "ibm866",
    "x-mac-cyrillic",
    "iso-8859-6",
    "macintosh",
];

/// Unicode where the bytes are; else the one of whose words most are known.
pub(super) fn guess(
    bytes: &[u8],
    known: &dyn Fn(&str) -> usize,
) -> Result<&'static Encoding, SheetError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let nul_at = |odd: usize| {
        let half = head.iter().skip(odd).step_by(2);
        half.filter(|byte| **byte == 0).count() * 4 > head.len() / 2
    };
    if nul_at(1) {
        return Ok(UTF_16LE);
    }
    if nul_at(0) {
        return Ok(UTF_16BE);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let now = ENCODINGS.iter().map(|name| (*name, false));
    let all = now.chain(OLDER.iter().map(|name| (*name, true)));
    let scored = all.filter_map(|(name, is_older)| {
        let encoding = Encoding::for_label(name.as_bytes())?;
        let (text, bad) = encoding.decode_without_bom_handling(head);
        let text = Zeroizing::new(text.into_owned());
        if bad || has_controls(&text) {
            return None;
        }
        let mixed = if is_older { mixed(&text) } else { 0 };
        Some((known(&text).saturating_sub(mixed), encoding))
    });
    // Of equals the first.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (words, encoding) = best.ok_or(SheetError::Letters)?;
    if words > 0 {
        return Ok(encoding);
    }
    // Where no word says it, it is taken for western where its letters are as western words have them.
    let (text, bad) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let text = Zeroizing::new(text.into_owned());
    if !bad && !has_controls(&text) && is_western(&text) {
        Ok(WINDOWS_1252)
    } else {
        Err(SheetError::Letters)
    }
}

/// Whether a text has what is no letter and no sign: bytes that stand for nothing in an encoding are read so.
pub(super) fn has_controls(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{80}'..='\u{9f}'))
}

/// How often a letter of another alphabet stands beside a Latin one: what was written in one is read as another.
fn mixed(text: &str) -> usize {
    let other = |c: char| c.is_alphabetic() && c >= '\u{370}';
    let pairs = text.chars().zip(text.chars().skip(1));
    let mixed = pairs.filter(|(one, next)| {
        (one.is_ascii_alphabetic() && other(*next)) || (other(*one) && next.is_ascii_alphabetic())
    });
    mixed.count()
}

/// Whether what was read as Windows-1252 can be that: in words of other alphabets nearly all letters have a mark, and those
/// of older western systems come out as signs within words, or as capitals behind small letters.
fn is_western(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let (mut marked, mut in_a_row, mut row) = (0_usize, 0_usize, 0_usize);
    for c in &letters {
        if c.is_alphabetic() && !c.is_ascii() {
            marked = marked.saturating_add(1);
            row = row.saturating_add(1);
            // The first two of a row are counted with its third.
            in_a_row = in_a_row.saturating_add(match row {
                0..=2 => 0,
                3 => 3,
                _ => 1,
            });
        } else {
            row = 0;
        }
    }
    let broken = letters.windows(3).any(|three| match three {
        [before, sign, after] => is_broken(*before, *sign, *after),
        _ => false,
    });
    in_a_row.saturating_mul(2) <= marked && !broken
}

fn is_broken(before: char, sign: char, after: char) -> bool {
    match sign {
        'Š' | 'Œ' | 'Ž' | 'Ÿ' => {
            before.is_lowercase() || (before.is_alphabetic() && after.is_lowercase())
        }
        '‚' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '™' | '¡' | '¢' | '£' | '¤' => {
            before.is_alphabetic() && after.is_alphabetic()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn western_words_are_told_from_what_only_looks_so() {
        for text in [
            "Béchir Müller;Zoé Gómez;n° 12, 5 £, “quoted” — and so on",
            "Côte d’Ivoire;Þórður;ŠKODA;Œuvre;Žižek",
            "naïve;Ærøskøbing;plain",
        ] {
            assert!(is_western(text), "{text}");
        }
        let read = |bytes: &[u8]| {
            let text = WINDOWS_1252.decode(bytes).0.into_owned();
            is_western(&text) && !has_controls(&text)
        };
        for (name, bytes) in [
            ("Mac", &b"B\x8echir M\x9fller"[..]),
            ("DOS", b"D\x82cision"),
            ("DOS, C1", b"M\x81ller"),
            ("Cyrillic", b"\xc7\xfb\xea\xf1 \xca\xe0\xed\xe0\xf0"),
            ("Greek", b"\xc3\xe9\xfe\xf1\xe3\xef\xf2"),
        ] {
            assert!(!read(bytes), "{name}");
        }
    }
}
