//! The words of headings and cells that are known, in English, Russian, French, Spanish and Arabic. A map holds these and
//! never what a sheet says.

mod headings;
mod values;

use unicode_normalization::UnicodeNormalization as _;

use headings::HEADINGS;
use values::VALUES;

/// A column of last days.
const DEADLINE: &str = "deadline.due";

/// A text as it is compared: small letters, one form, single spaces, no marks around it.
pub fn normal(text: &str) -> String {
    let small = text.nfkc().collect::<String>().to_lowercase();
    let words: Vec<&str> = small
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '\u{200f}' | '\u{200e}'))
        .map(|word| {
            word.trim_matches(|c: char| {
                matches!(c, '.' | ',' | ':' | ';' | '"' | '(' | ')' | '«' | '»')
            })
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The code that a text is, however its words are parted.
pub fn code(codes: &[&'static str], text: &str) -> Option<&'static str> {
    let text = normal(text);
    codes.iter().find(|code| normal(code) == text).copied()
}

/// Whether a heading says that a person is named below it, and nothing else that it could say fits. What cannot be a name,
/// a day or a code, may stand under one that names a person beside something of ours.
pub fn is_of_person(text: &str, target: &str, free: bool) -> bool {
    let all: Vec<(&str, &str)> = fitting(text).collect();
    let of_person = |it: &&(&str, &str)| {
        let strong = matches!(
            it.0,
            "seal names" | "seal telephone" | "seal address" | "seal documents"
        );
        strong || (free && it.0 == "seal file_numbers")
    };
    let of_ours = |it: &&(&str, &str)| !it.0.starts_with("seal ") && it.0 != "key";
    let lifted = if free {
        heading(text).is_some_and(|it| it.0 == target)
    } else {
        all.iter().any(|it| of_ours(&it))
    };
    all.iter().any(|it| of_person(&it)) && !lifted
}

/// What a heading is of, and by which beginnings of words.
pub fn heading(text: &str) -> Option<(&'static str, &'static str)> {
    let weight = |stems: &str| (stems.split(' ').count(), stems.chars().count());
    // The last day for something is never the day on which it was done, whatever else the heading says.
    fitting(text).max_by_key(|(target, stems)| (*target == DEADLINE, weight(stems)))
}

/// All that a heading can be of.
fn fitting(text: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = normal(text).replace(['/', '-', '.', '\''], " ");
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let fits = move |stems: &&str| {
        stems.split(' ').all(|stem| {
            words.iter().any(|word| match stem.chars().count() {
                // What is short begins too much.
                0..=3 => *word == stem,
                _ => word.starts_with(stem),
            })
        })
    };
    let all = HEADINGS
        .iter()
        .flat_map(|(target, list)| list.iter().map(move |stems| (*target, *stems)));
    all.filter(move |(_, stems)| fits(stems))
}

/// How many words of a text are known: tells encodings apart.
pub fn known(text: &str) -> usize {
    let mut all = text.split(['\n', ';', ',', '\t', '"']).take(20_000);
    let is_known = |one: &str| {
        heading(one).is_some_and(|(_, stems)| !stems.is_ascii())
            || VALUES
                .iter()
                .any(|(field, _)| value(field, one).is_some_and(|(word, _)| !word.is_ascii()))
    };
    let mut seen = std::collections::BTreeSet::new();
    all.by_ref()
        .filter(|one| one.len() < 200 && seen.insert(*one) && is_known(one))
        .count()
}

/// The known word that a cell of a field is, and its code.
pub fn value(field: &str, text: &str) -> Option<(&'static str, &'static str)> {
    let text = normal(text);
    let (_, codes) = VALUES.iter().find(|(name, _)| *name == field)?;
    codes.iter().find_map(|(code, words)| {
        let word = words.iter().find(|word| **word == text)?;
        Some((*word, *code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_five_languages() {
        for (text, target) in [
            ("Дата решения", "decision.decided"),
            ("Решение / дата вручения", "decision.notified"),
            ("Ф.И.О.", "seal names"),
            ("Pays d'origine", "case.origin"),
            ("Date de la demande", "application.lodged"),
            ("تاريخ القرار", "decision.decided"),
            ("Fecha de solicitud", "application.lodged"),
            ("Deadline", "deadline.due"),
            ("Срок обжалования", "deadline.due"),
            ("Срок подачи жалобы", "deadline.due"),
            ("Appeal deadline", "deadline.due"),
            ("Time limit for appeal", "deadline.due"),
            ("Délai de recours", "deadline.due"),
            ("Date limite du recours", "deadline.due"),
            ("Plazo para el recurso", "deadline.due"),
            ("Fecha límite de recurso", "deadline.due"),
            ("أجل الطعن", "deadline.due"),
            ("Дата обжалования", "appeal.lodged"),
        ] {
            assert_eq!(heading(text).map(|it| it.0), Some(target), "{text}");
        }
        assert_eq!(heading("Зыкс"), None);
        assert_eq!(
            value("outcome", " ВУ ").map(|it| it.1),
            Some("outcome=granted protection=temporary_asylum")
        );
        assert_eq!(value("outcome", "отказ.").map(|it| it.1), Some("refused"));
    }
}
