//! E-mail, telephone, bank account, passport lines, handles.

use super::token::Word;
use super::words::PHONE;
use crate::base::number::CaseNumber;

/// `somebody@example.org`.
pub fn email(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let host: String = after
            .chars()
            .skip(1)
            .take(255)
            .take_while(|c| is_mail(*c))
            .collect();
        let host = host.trim_end_matches('.').rsplit_once('.');
        before.ends_with(is_mail)
            && host.is_some_and(|(name, end)| {
                !name.is_empty() && end.chars().count() >= 2 && end.chars().all(char::is_alphabetic)
            })
    })
}

fn is_mail(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

const MARKS: [&str; 5] = ["http://", "https://", "www.", "tg://", "skype:"];

const HOSTS: [&str; 11] = [
    "t",
    "wa",
    "vk",
    "facebook",
    "fb",
    "instagram",
    "twitter",
    "tiktok",
    "linkedin",
    "ok",
    "youtube",
];

const MESSENGERS: [&str; 13] = [
    "telegram",
    "whatsapp",
    "viber",
    "skype",
    "instagram",
    "facebook",
    "imo",
    "телеграм",
    "телеграмм",
    "ватсап",
    "вотсап",
    "вайбер",
    "вконтакте",
];

/// Handles (`@somebody`), web addresses, and what follows the name of a messenger.
pub fn link(text: &str, words: &[Word<'_>]) -> bool {
    let lower = text.to_lowercase();
    let handle = text.match_indices('@').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let name = after
            .chars()
            .skip(1)
            .take_while(|c| c.is_alphanumeric() || *c == '_');
        !before.ends_with(is_mail) && name.take(3).count() == 3
    });
    let profile = words.windows(3).any(|three| {
        matches!(three, [host, end, path]
            if HOSTS.contains(&&*host.lower)
                && end.gap == "." && matches!(&*end.lower, "com" | "me" | "ru" | "be")
                && path.gap == "/")
    });
    let named = words.windows(2).any(|two| {
        matches!(two, [service, name]
            if MESSENGERS.contains(&&*service.lower)
                && (name.text.contains('_') || (1..name.text.len()).contains(&name.digits())))
    });
    handle || profile || named || MARKS.iter().any(|mark| lower.contains(mark))
}

/// The machine-readable lines of a passport: long, and filled up with `<`.
pub fn mrz(text: &str) -> bool {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '<'))
        .any(|run| run.len() >= 20 && run.bytes().filter(|b| *b == b'<').count() >= 3)
}

/// An IBAN: country, check digits, up to 30 more; its remainder by 97 is 1.
pub fn iban(words: &[Word<'_>]) -> bool {
    words.iter().enumerate().any(|(start, first)| {
        if !first.text.starts_with(|c: char| c.is_ascii_alphabetic()) || first.digits() < 2 {
            return false;
        }
        let mut joined = String::new();
        for (place, word) in words.iter().skip(start).take(12).enumerate() {
            let apart = place > 0 && !matches!(word.gap, " " | "-" | "\u{a0}");
            if apart || !word.text.is_ascii() || joined.len() + word.text.len() > 34 {
                return false;
            }
            joined.push_str(&word.lower);
            if joined.len() >= 15 && is_iban(&joined) {
                return true;
            }
        }
        false
    })
}

fn is_iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else {
        return false;
    };
    let shape = head.bytes().enumerate().all(|(place, b)| match place {
        0 | 1 => b.is_ascii_lowercase(),
        _ => b.is_ascii_digit(),
    });
    let remainder = tail.chars().chain(head.chars()).try_fold(0, |sum, c| {
        let value = c.to_digit(36)?;
        Some(
            if value < 10 {
                sum * 10 + value
            } else {
                sum * 100 + value
            } % 97,
        )
    });
    shape && remainder == Some(1)
}

/// A telephone number: international, in one of the usual national groupings, or behind a word that says so.
pub fn phone(text: &str, words: &[Word<'_>]) -> bool {
    // Where people write from right to left, the sign may have come to stand behind.
    let behind = text.match_indices('+').any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let digits = before.chars().rev().take(16);
        (8..=15).contains(&digits.take_while(char::is_ascii_digit).count())
    });
    if behind {
        return true;
    }
    let mut start = 0;
    while start < words.len() {
        let groups = groups(words.get(start..).unwrap_or_default());
        let behind = words
            .get(start.saturating_sub(3)..start)
            .unwrap_or_default();
        let called = behind.iter().any(|word| word.among(&PHONE));
        if is_phone(groups, called) {
            return true;
        }
        start += groups.len().max(1);
    }
    false
}

/// Numbers with nothing but the separators of telephone numbers between them.
fn groups<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let joins = |gap: &str| {
        gap.chars().count() <= 3
            && gap
                .chars()
                .all(|c| matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2011}'))
    };
    let count = words
        .iter()
        .enumerate()
        .take_while(|(place, w)| w.is_number() && !w.date && (*place == 0 || joins(w.gap)))
        .count();
    words.get(..count).unwrap_or_default()
}

fn is_phone(groups: &[Word<'_>], called: bool) -> bool {
    let Some(first) = groups.first() else {
        return false;
    };
    let lengths: Vec<usize> = groups.iter().map(|group| group.text.len()).collect();
    let digits: usize = lengths.iter().sum();
    let written: Vec<&str> = groups.iter().map(|group| group.text).collect();
    if CaseNumber::parse(&written.concat()).is_ok() {
        return false;
    }
    let abroad = first.gap.trim_end_matches('(').ends_with('+') || first.text.starts_with("00");
    let local = first.text.starts_with('0');
    let russian = matches!(first.text.chars().next(), Some('7' | '8'));
    match *lengths.as_slice() {
        _ if abroad && (8..=15).contains(&digits) => true,
        _ if called && (6..=15).contains(&digits) => true,
        [2, 2, 2, 2, 2] | [2..=5, 6..=8] | [2..=5, 3..=4, 3..=4] | [3..=4, 3, 2, 2] if local => {
            true
        }
        [10 | 11] => local || russian && digits == 11,
        [1, 3, 3, 2, 2] | [1, 10] => russian,
        [3, 3, 2, 2] | [3, 3, 4] => true,
        [3, 2, 2] => groups.iter().skip(1).all(|group| group.gap == "-"),
        [3, 3, 3] => matches!(first.text.chars().next(), Some('6' | '7')),
        _ => false,
    }
}
