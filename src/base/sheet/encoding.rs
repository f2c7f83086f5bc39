//! Which encoding a CSV file is in. What fits several is asked about, and what fits none refused: letters that are read as
//! others would be sealed so.

use zeroize::Zeroizing;

use super::SheetError;
use super::western::{is_certain, is_letter};
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

/// So many words with marks that are known say in which language an office writes.
const OF_THE_OFFICE: usize = 2;

/// Encodings of one byte a letter that have Latin letters, each with languages that are written in it.
pub(super) const LATIN: [(&str, &str); 7] = [
    ("windows-1254", "Turkish, Kurdish"),
    (
        "windows-1250",
        "Polish, Czech, Slovak, Hungarian, Romanian, Slovenian, Croatian, Bosnian, Serbian, Albanian",
    ),
    ("iso-8859-2", "the same languages, of older systems"),
    ("windows-1257", "Lithuanian, Latvian, Estonian"),
    ("windows-1258", "Vietnamese"),
    (
        "windows-1252",
        "western: French, Spanish, Portuguese, Italian, German, Danish, Icelandic …",
    ),
    ("iso-8859-15", "western, of older systems"),
];

/// What a file is read in.
pub(super) struct Guess {
    pub(super) encoding: &'static Encoding,
    /// Where nothing tells which it is: all that its letters fit.
    pub(super) may_be: Vec<&'static str>,
}

impl Guess {
    const fn sure(encoding: &'static Encoding) -> Self {
        Self {
            encoding,
            may_be: Vec::new(),
        }
    }
}

/// Unicode where the bytes are; else the one of whose words most are known.
pub(super) fn guess(bytes: &[u8], known: &dyn Fn(&str) -> usize) -> Result<Guess, SheetError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(Guess::sure(encoding));
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let nul_at = |odd: usize| {
        let half = head.iter().skip(odd).step_by(2);
        half.filter(|byte| **byte == 0).count() * 4 > head.len() / 2
    };
    if nul_at(1) {
        return Ok(Guess::sure(UTF_16LE));
    }
    if nul_at(0) {
        return Ok(Guess::sure(UTF_16BE));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(Guess::sure(UTF_8));
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
    if words > 0 && encoding != WINDOWS_1252 {
        return Ok(Guess::sure(encoding));
    }
    // A name alone can be of any of the languages that have Latin letters: the words of the office say which they write, and
    // its letters must stand where western ones do.
    let (text, bad) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let text = Zeroizing::new(text.into_owned());
    let can_be = !bad && !has_controls(&text) && is_western(&text);
    if words >= OF_THE_OFFICE && can_be && is_certain(&text) {
        return Ok(Guess::sure(WINDOWS_1252));
    }
    let fitting = LATIN.iter().filter_map(|(name, _)| {
        let encoding = Encoding::for_label(name.as_bytes())?;
        let (read, bad) = encoding.decode_without_bom_handling(bytes);
        let read = Zeroizing::new(read.into_owned());
        let fits = !bad && !has_controls(&read) && fits(&read);
        fits.then(|| (*name, encoding, *read == *text))
    });
    let fitting: Vec<(&str, &Encoding, bool)> = fitting.collect();
    // Where all of them read the same, nothing is to be asked: é is é in each.
    if !fitting.is_empty() && fitting.iter().all(|(.., is_same)| *is_same) {
        return Ok(Guess::sure(WINDOWS_1252));
    }
    let (_, encoding, _) = *fitting.first().ok_or(SheetError::Letters)?;
    Ok(Guess {
        encoding,
        may_be: fitting.into_iter().map(|(name, ..)| name).collect(),
    })
}

/// Whether a text can have been written in an encoding that has Latin letters: as it is read, no sign stands within a word,
/// and no capital behind a small letter.
pub(super) fn fits(text: &str) -> bool {
    let mut beside = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let before = beside.replace(c);
        if c.is_ascii() {
            continue;
        }
        let is_behind = before.is_some_and(is_letter);
        let is_before = letters.peek().is_some_and(|c| is_letter(*c));
        let is_odd = match c {
            '\u{2b0}'..='\u{2ff}' | '¡' | '¿' => is_behind,
            '\u{300}'..='\u{36f}' => !is_behind,
            '’' | '‘' | '–' | '—' | '\u{a0}' | '´' | '·' | '®' | '…' => false,
            c if is_letter(c) => {
                c.is_uppercase() && !c.is_ascii() && before.is_some_and(char::is_lowercase)
            }
            _ => is_behind && is_before,
        };
        if is_odd {
            return false;
        }
    }
    is_western(text)
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
            assert!(is_western(text) && fits(text), "{text}");
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
