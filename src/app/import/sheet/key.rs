//! What tells one case of a sheet from another, however a program or a hand wrote it.

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::rows::unreadable;
use crate::base::sheet::Row;
use crate::base::text::western;

/// Between the columns of a key.
pub(super) const PART: char = '\u{1f}';
/// Around the name of a register.
const REGISTER: char = '\u{1d}';

/// What stands in the columns of a key, as it is compared: `007` is `7`, `AB 1` is `ab 1`, whichever space parts it, and
/// digits and letters that look the same are the same.
pub(super) fn plain(text: &str) -> Zeroizing<String> {
    let small: Zeroizing<String> =
        Zeroizing::new(text.nfkc().flat_map(char::to_lowercase).collect());
    let mut out = Zeroizing::new(String::with_capacity(small.len()));
    let mut space = false;
    for c in small.chars().filter(|c| !is_unseen(*c)) {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        out.push(alike(c));
    }
    let out = point(&out);
    let is_number = !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit());
    if !is_number {
        return out;
    }
    let bare = out.trim_start_matches('0');
    Zeroizing::new(if bare.is_empty() { "0" } else { bare }.to_owned())
}

/// What stands in these columns of a row, as one key; nothing where one of them holds nothing to go by.
pub(super) fn joined(
    row: &Row,
    places: &[usize],
    form: impl Fn(&str) -> Zeroizing<String>,
) -> Option<Zeroizing<String>> {
    let mut key = Zeroizing::new(String::new());
    for (nth, place) in places.iter().enumerate() {
        if nth > 0 {
            key.push(PART);
        }
        let cell = row.cell(*place)?;
        unreadable(cell).ok()?;
        let part = form(&Zeroizing::new(cell.text()));
        if part.is_empty() {
            return None;
        }
        key.push_str(&part);
    }
    Some(key)
}

/// A key within a register.
pub(super) fn within(register: Option<&str>, key: &str) -> Zeroizing<String> {
    Zeroizing::new(match register {
        Some(register) => format!("{REGISTER}{register}{REGISTER}{key}"),
        None => key.to_owned(),
    })
}

/// Whether most keys are numbers as somebody counts rows: whole ones of five digits at most. A few that are none, as of a row
/// that was put between, make the others no less those of this sheet alone.
pub(super) fn is_running(keys: impl Iterator<Item = impl AsRef<str>>) -> bool {
    let (mut all, mut counted) = (0_usize, 0_usize);
    for key in keys {
        let key = key.as_ref();
        let counts = key.len() <= 5 && key.bytes().all(|b| b.is_ascii_digit());
        all = all.saturating_add(1);
        counted = counted.saturating_add(usize::from(counts));
    }
    counted.saturating_mul(2) > all
}

/// What nobody sees, and a program may put in or leave out.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\0'..='\u{8}' | '\u{e}'..='\u{1f}')
}

/// A letter, digit or dash as the one that it is taken for.
fn alike(c: char) -> char {
    const CYRILLIC: &str = "авекмнорстухіјѕ";
    const LATIN: &str = "abekmhopctyxijs";
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'ё' => 'e',
        c => CYRILLIC
            .chars()
            .zip(LATIN.chars())
            .find_map(|(from, to)| (from == c).then_some(to))
            .unwrap_or_else(|| western(c)),
    }
}

/// `1,5` is how some countries write 1.5.
fn point(text: &str) -> Zeroizing<String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once([',', '٫']) {
        Some((whole, part)) if digits(whole) && digits(part) => {
            Zeroizing::new(format!("{whole}.{part}"))
        }
        _ => Zeroizing::new(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (one, other) in [
            ("007", "7"),
            ("K1 ", "k1"),
            ("١٢", "12"),
            ("۱۲", "12"),
            ("A\u{a0}1", "a 1"),
            ("A  1", "A 1"),
            ("К5", "K5"),
            ("1,5", "1.5"),
            ("12\u{2011}3", "12-3"),
            ("\u{200f}9", "9"),
            ("ＡＢ", "ab"),
            ("000", "0"),
        ] {
            assert_eq!(plain(one), plain(other), "{one}");
        }
        for (one, other) in [
            ("1-5", "15"),
            ("07-1", "7-1"),
            ("AB", "AC"),
            ("1.5", "15"),
            ("70", "7"),
        ] {
            assert_ne!(plain(one), plain(other), "{one}");
        }
        assert_ne!(within(Some("2024"), "1"), within(Some("2025"), "1"));
        assert_ne!(within(Some("2024"), "1"), within(None, "1"));
    }
}
