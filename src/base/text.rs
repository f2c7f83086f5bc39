//! Normalises and bounds what people type; escapes what a terminal would obey.

use unicode_normalization::UnicodeNormalization as _;

use crate::base::guard::{self, Kind};

/// The longest reason (`--because`, `--even-so`, `--purpose`), in characters.
pub const MAX_REASON: usize = 120;

/// The longest note, in characters.
pub const MAX_NOTE: usize = 20_000;

/// An Arabic-Indic or Persian digit as the western one; any other character as it stands.
pub fn western(c: char) -> char {
    let of = |zero: char| u32::from(c).checked_sub(u32::from(zero));
    let value = [of('٠'), of('۰')].into_iter().flatten().find(|n| *n < 10);
    value.and_then(|n| char::from_digit(n, 10)).unwrap_or(c)
}

/// A text is longer than its field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long")]
pub struct TooLong {
    /// How many characters it has.
    pub found: usize,
    /// How many it may have.
    pub most: usize,
}

/// Why a text is no reason that may be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadReason {
    /// Nothing in it.
    #[error("the reason is empty")]
    Empty,
    /// Longer than [`MAX_REASON`].
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// It looks like personal data.
    #[error("the reason looks like personal data")]
    Personal(Vec<Kind>),
}

/// What a person typed, as it is kept: NFC, trimmed, lines ended by `\n`, without control characters and without
/// the marks that make a text read otherwise than it is written. Never cuts; see [`clean_within`].
pub fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.nfc() {
        match c {
            '\n' if before == '\r' => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\n' | '\t' => kept.push(c),
            _ if is_hidden(c) => {}
            _ => kept.push(c),
        }
        before = c;
    }
    kept.trim().to_owned()
}

/// As [`clean`], and no longer than `most` characters.
///
/// # Errors
/// [`TooLong`]; nothing is cut off unseen.
pub fn clean_within(text: &str, most: usize) -> Result<String, TooLong> {
    let kept = clean(text);
    match kept.chars().count() {
        found if found > most => Err(TooLong { found, most }),
        _ => Ok(kept),
    }
}

/// A reason as it is kept: one clean line of at most [`MAX_REASON`] characters.
///
/// # Errors
/// [`BadReason::Empty`], [`BadReason::TooLong`].
pub fn short_line(text: &str) -> Result<String, BadReason> {
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let line = clean_within(&line, MAX_REASON)?;
    if line.is_empty() {
        return Err(BadReason::Empty);
    }
    Ok(line)
}

/// As [`short_line`], and without what looks like personal data: for what nobody was there to be warned of.
///
/// # Errors
/// [`BadReason`].
pub fn short_reason(text: &str) -> Result<String, BadReason> {
    let line = short_line(text)?;
    let kinds = guard::findings(&line);
    if kinds.is_empty() {
        Ok(line)
    } else {
        Err(BadReason::Personal(kinds))
    }
}

/// Data on its way to a terminal: what a terminal would obey, or what turns the reading order round, is
/// written out. Line ends too: split a text into its lines first.
pub fn escape(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_hidden(c) || matches!(c, '\u{2028}' | '\u{2029}') {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Control characters, overrides of the writing direction, tags and other marks nobody sees. Joiners stay: Persian and
/// many Indian scripts need them; plain direction marks too.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn cleans_what_is_kept() {
        assert_eq!(
            clean(" e\u{301}te\u{301}\r\nb\rc\u{7}\u{202e}d\u{feff} "),
            "été\nb\ncd"
        );
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
        assert_eq!(clean_within("abc", 2), Err(TooLong { found: 3, most: 2 }));
    }

    #[test]
    fn escapes_what_a_terminal_obeys() {
        assert_eq!(escape("a\u{1b}[2Jb\n\u{202e}"), "a\\u{1b}[2Jb\\n\\u{202e}");
        assert_eq!(escape("Ответ: été"), "Ответ: été");
    }

    #[test]
    fn reasons_are_short_and_impersonal() {
        assert_eq!(
            short_reason(" the letter\n came late ").unwrap(),
            "the letter came late"
        );
        assert_eq!(short_reason(" \n"), Err(BadReason::Empty));
        assert!(matches!(
            short_reason(&"a".repeat(121)),
            Err(BadReason::TooLong(_))
        ));
        assert_eq!(
            short_reason("write to somebody@example.org"),
            Err(BadReason::Personal(vec![Kind::Email]))
        );
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC*|.*") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!escape(&once).chars().any(char::is_control));
        }
    }
}
