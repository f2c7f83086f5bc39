//! The words of headings and cells that are known, in English, Russian, French, Spanish and Arabic. A map holds these and
//! never what a sheet says.

mod groups;
mod headings;
mod neutral;
mod others;
mod reading;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

pub use groups::{Head, readings};
use headings::HEADINGS;
use neutral::TAKING_PART;
use others::OTHERS;
pub use reading::{Reading, citizenship, is_elsewhere, read};
use values::{OF_TOTALS, TOTALS, VALUES};

use crate::i18n::countries;

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
    let normal = normal(text);
    let weight = |stems: &str| {
        // As it is written rather than without its marks.
        let exact = stems.split(' ').all(|stem| normal.contains(stem));
        (stems.split(' ').count(), stems.chars().count(), exact)
    };
    let all: Vec<(&str, &str)> = fitting(text).collect();
    let (first, stems) = *all.iter().max_by_key(|(_, stems)| weight(stems))?;
    // A body alone is of its number; beside a word of an event it says whose that is.
    let of_event = reading::rank(first) > 0
        || matches!(stems, "home office" | "ofpra")
        || all.iter().any(|(target, _)| *target == DEADLINE);
    if !of_event {
        return Some((first, stems));
    }
    // The last day for something is never the day on which it was done, nor is what came of something that itself.
    all.into_iter()
        .max_by_key(|(target, stems)| (reading::rank(target), weight(stems)))
}

/// Whether these are beginnings of words that a heading has, though others may say more of it.
pub fn fits(stems: &str, text: &str) -> bool {
    fitting(text).any(|(_, known)| known == stems)
}

/// Whether a heading speaks of somebody else than the person whose case a row is: of a spouse, a child, a parent.
pub fn is_of_another(text: &str) -> bool {
    let words = parted(text);
    let fits = |word: &String| is_listed(OTHERS, word);
    // The name that a woman had before is her own.
    let maiden = words.iter().any(|word| word == "jeune");
    !maiden && words.iter().any(fits)
}

/// Whether a cell says that totals stand in its row.
pub fn is_total(text: &str) -> bool {
    let text = normal(text).replace(['-', ':', '='], " ");
    let mut words = text.split_whitespace();
    match words.next() {
        Some(word) if OF_TOTALS.contains(&word) => {
            words.next().is_some_and(|word| TOTALS.contains(&word))
        }
        Some(word) => TOTALS.contains(&word),
        None => false,
    }
}

/// Whether a word is one of a list of whole words, and of beginnings of words, which end with `*`.
fn is_listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| match one.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == *one,
    })
}

/// The words of a heading.
fn parted(text: &str) -> Vec<String> {
    let mut text = normal(text);
    text.retain(|c| c != '\u{640}');
    let sign = |c: char| {
        c.is_whitespace() || "/-.'\u{2019}(),:;|+&?!*\"\u{2010}\u{2013}\u{2014}\u{60c}".contains(c)
    };
    let words = text.split(sign).filter(|word| !word.is_empty());
    // A number behind a word is a word of its own.
    let apart = words.flat_map(|word| {
        let letters = word.trim_end_matches(char::is_numeric);
        let at = if letters.is_empty() {
            word.len()
        } else {
            letters.len()
        };
        let (letters, number) = word.split_at(at);
        [letters, number]
    });
    apart
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a word begins so.
fn begins(word: &str, stem: &str) -> bool {
    match stem.chars().count() {
        // What is short begins too much.
        0..=3 => word == stem,
        _ => word.starts_with(stem) && !is_listed(TAKING_PART, word),
    }
}

/// Whether each of these beginnings stands among the words, as it is or without the marks on its letters.
fn all_begin(stems: &[(&str, String)], words: &[(String, String)]) -> bool {
    stems.iter().all(|(stem, bare_stem)| {
        words
            .iter()
            .any(|(word, bare_word)| begins(word, stem) || begins(bare_word, bare_stem))
    })
}

fn with_bare(words: Vec<String>) -> Vec<(String, String)> {
    let words = words.into_iter();
    words.map(|word| (word.clone(), bare(&word))).collect()
}

fn stems_with_bare(stems: &'static str) -> Vec<(&'static str, String)> {
    stems.split(' ').map(|stem| (stem, bare(stem))).collect()
}

/// A line of the words of headings: the field, its beginnings of words, each of these also without marks.
type Line = (&'static str, &'static str, Vec<(&'static str, String)>);

/// All lines of the words of headings.
static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let all = HEADINGS.iter();
    all.flat_map(|(target, list)| {
        let lines = list.iter();
        lines.map(|stems| (*target, *stems, stems_with_bare(stems)))
    })
    .collect()
});

/// All that a heading can be of.
fn fitting(text: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = with_bare(parted(text));
    let elsewhere = is_elsewhere(text);
    let fitting = LINES.iter().filter(move |(target, _, stems)| {
        !(elsewhere && *target == "case.origin") && all_begin(stems, &words)
    });
    fitting.map(|(target, stems, _)| (*target, *stems))
}

/// How many words of a text are known: tells encodings apart.
pub fn known(text: &str) -> usize {
    let mut all = text.split(['\n', ';', ',', '\t', '"']).take(20_000);
    let is_known = |one: &str| {
        // Of two encodings one shows other marks on the same letters.
        let exact = |stems: &str| stems.split(' ').all(|stem| normal(one).contains(stem));
        !one.is_ascii()
            && (heading(one).is_some_and(|(_, stems)| !stems.is_ascii() && exact(stems))
                || VALUES.iter().any(|(field, _)| value(field, one).is_some()))
    };
    let mut seen = BTreeSet::new();
    all.by_ref()
        .filter(|one| one.len() < 200 && seen.insert(*one) && is_known(one))
        .count()
}

/// The code of what a cell of a field says, where its words are known.
pub fn value(field: &str, text: &str) -> Option<&'static str> {
    let normal = normal(text);
    let (_, codes) = VALUES.iter().find(|(name, _)| *name == field)?;
    let known = codes.iter().find(|(_, words)| words.contains(&&*normal));
    let country = || COUNTRIES.get(&bare(&normal)).copied();
    let known = known.map(|(code, _)| *code);
    known.or_else(|| (field == "origin").then(country)?)
}

/// The code of an outcome where an appeal is decided, of the one that it has where an application is.
pub fn on_appeal(code: &str) -> Option<&'static str> {
    match code {
        "refused" | "outcome=refused basis=inadmissible" => Some("dismissed"),
        "granted" => Some("allowed"),
        _ => None,
    }
}

/// The codes of countries by their names in each language; without those that are two countries' names.
static COUNTRIES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (code, name) in countries() {
        all.entry(bare(&normal(name))).or_default().insert(code);
    }
    // Spanish calls one of the two so, and offices either.
    all.remove("congo");
    let single =
        |codes: BTreeSet<&'static str>| codes.first().copied().filter(|_| codes.len() == 1);
    let named = all.into_iter();
    named
        .filter_map(|(name, codes)| Some((name, single(codes)?)))
        .collect()
});

/// Without the marks on letters that many leave out, and whatever stands between words.
fn bare(normal: &str) -> String {
    let letters = normal.nfd().filter(|c| !is_combining_mark(*c));
    let words: String = letters
        .map(|c| match c {
            '\u{2019}' | '\'' | '-' | '\u{2010}'..='\u{2015}' => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ")
}

/// Whether a cell says something that is known of a case, and is no heading. What an event is called stands over its columns.
pub fn is_value(text: &str) -> bool {
    let mut fields = VALUES.iter().filter(|(field, _)| *field != "type");
    heading(text).is_none() && fields.any(|(field, _)| value(field, text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fields::CASE;

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
            value("outcome", " ВУ "),
            Some("outcome=granted protection=temporary_asylum")
        );
        assert_eq!(value("outcome", "отказ."), Some("refused"));
    }

    #[test]
    fn outcomes_are_known_where_they_are_one_thing_alone() {
        for (text, code) in [
            ("refusée", "refused"),
            ("Débouté", "refused"),
            ("denied", "refused"),
            ("desfavorable", "refused"),
            ("отклонено", "refused"),
            ("مرفوضة", "refused"),
            ("irrecevable", "outcome=refused basis=inadmissible"),
            (
                "No admitida a trámite",
                "outcome=refused basis=inadmissible",
            ),
            ("clôture", "closed"),
            ("беженец", "outcome=granted protection=refugee_status"),
            (
                "حماية فرعية",
                "outcome=granted protection=subsidiary_protection",
            ),
        ] {
            assert_eq!(value("outcome", text), Some(code), "{text}");
        }
        // Prolonged, but what; withdrawn by the person or by the authority; dismissed, the application or the appeal.
        for text in [
            "продлено",
            "withdrawn",
            "retrait",
            "سحب",
            "desestimada",
            "отказ в ВУ",
        ] {
            assert_eq!(value("outcome", text), None, "{text}");
        }
        // Where there are several kinds asylum may be any of them.
        for text in ["убежище", "asylum", "لجوء"] {
            assert_eq!(value("kind", text), None, "{text}");
        }
        assert_eq!(value("kind", "asile"), Some("single_procedure"));
    }

    #[test]
    fn countries_are_known_in_five_languages_with_marks_and_without() {
        for (text, code) in [
            ("Sénégal", "SN"),
            ("senegal", "SN"),
            ("Сенегал", "SN"),
            ("السنغال", "SN"),
            ("Haïti", "HT"),
            ("Perú", "PE"),
            ("Côte d'Ivoire", "CI"),
            ("Cote d’Ivoire", "CI"),
            ("Туркменистан", "TM"),
            ("ليبيا", "LY"),
            ("إريتريا", "ER"),
            ("اريتريا", "ER"),
            ("Niger", "NE"),
            ("DRC", "CD"),
            ("فلسطين", "PS"),
            ("Kosovo", "XK"),
        ] {
            assert_eq!(value("origin", text), Some(code), "{text}");
        }
        assert_eq!(value("origin", "Congo"), None);
        assert_eq!(value("outcome", "Sénégal"), None);
        // Each is what the field takes.
        let origin = CASE.fields.iter().find(|field| field.name == "origin");
        for code in COUNTRIES.values() {
            let taken = origin.unwrap().check(code, chrono::NaiveDate::MAX);
            assert!(taken.is_ok(), "{code}");
        }
    }
}
