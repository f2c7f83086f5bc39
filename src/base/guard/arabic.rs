//! Arabic as the detectors read it: letters in one spelling, without what is joined to a word.

use crate::base::text::western;

/// A text without vowel signs, stretching and marks of direction (which stand unseen within numbers), its letters in one of
/// the spellings that people mix, its digits western. For the detectors alone.
pub(super) fn plain(text: &str) -> String {
    let unseen = |c: &char| {
        matches!(c,
            '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\u{61c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let letters = text.chars().filter(|c| !unseen(c));
    letters
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ی' => 'ي',
            'ة' => 'ه',
            'ک' => 'ك',
            '،' => ',',
            '؛' => ';',
            c => western(c),
        })
        .collect()
}

/// Whether a word is written in Arabic letters.
pub(super) fn is_arabic(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '\u{620}'..='\u{64a}'))
}

/// A word as it stands and without what may be joined to its beginning: *and*, *by*, *for*, the article. None where the
/// word is not Arabic.
pub(super) fn stems(word: &str) -> Vec<&str> {
    let mut stems = Vec::new();
    if !is_arabic(word) {
        return stems;
    }
    let linked = word.strip_prefix(['و', 'ف']);
    for start in [Some(word), linked].into_iter().flatten() {
        let governed = start.strip_prefix(['ب', 'ل', 'ك']);
        for stem in [Some(start), governed].into_iter().flatten() {
            stems.push(stem);
            stems.extend(stem.strip_prefix("ال"));
        }
        // للسيد: "for" takes the first letter of the article.
        stems.extend(start.strip_prefix("لل"));
    }
    stems
}

/// Whether a word begins with the article, behind whatever is joined to it.
pub(super) fn has_article(word: &str) -> bool {
    let start = word.trim_start_matches(['و', 'ف']);
    ["ال", "بال", "كال", "لل"]
        .iter()
        .any(|article| start.starts_with(article))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_falls_away() {
        for word in [
            "هاتف",
            "الهاتف",
            "بالهاتف",
            "وبالهاتف",
            "للهاتف",
            "ولهاتف",
            "فهاتف",
        ] {
            assert!(stems(word).contains(&"هاتف"), "{word}");
        }
        assert!(stems("phone").is_empty());
    }

    #[test]
    fn one_spelling() {
        assert_eq!(plain("‎+٩٦٣ وُلِدَت آذار هويّة"), "+963 ولدت اذار هويه");
    }
}
