//! What a heading says, and whether that is certain: where a word of it is of nothing that is known here, or of another
//! field, a person must say what the column is.

use super::neutral::{
    AHEAD, APPEALS, APPLICATIONS, ASYLUM, BODIES, CITIZEN, CODES, COUNTED, COURTS, DAY, DECISIONS,
    ELSEWHERE, ENDS, FILE, JUDGMENTS, LAST_DAYS, LODGING, MADE, NOTHING, NTH, ORIGIN, PERSON,
    PHRASES, UNSURE, WORK,
};
use super::{DEADLINE, LINES, bare, begins, fitting, is_listed, parted, value};

/// What a heading says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The field, or the part of a sealed identity.
    pub target: &'static str,
    /// The beginnings of words by which it is known.
    pub stems: &'static str,
    /// Which of several events of its kind.
    pub nth: usize,
    /// Every word of it is accounted for.
    pub certain: bool,
    /// It speaks of a remedy, or of a body that decides on them.
    pub of_appeal: bool,
    /// It says how something ended.
    pub of_end: bool,
    /// The fields of events that it could be as well.
    pub others: Vec<&'static str>,
}

/// Reads a heading.
pub fn read(text: &str) -> Option<Reading> {
    let (target, stems) = super::heading(text)?;
    let words = bared(text);
    // The body that decides is no office of one's own.
    let words = if target == "case.office" {
        words
    } else {
        without_phrases(&words)
    };
    let is_event = rank(target) > 0;
    let of_appeal = words
        .iter()
        .any(|word| of(&[APPEALS, COURTS, JUDGMENTS], word));
    let mut nths = Vec::new();
    let mut certain = !UNSURE.contains(&stems);
    // A country can be any: of a transit, of asylum, of residence.
    certain &= target != "case.origin" || citizenship(text) > 0;
    for word in &words {
        if is_of_target(target, word) || of(beside(target, &words), word) || of(&[NOTHING], word) {
            continue;
        }
        let nth = (1..).zip(NTH).find(|(_, list)| of(&[list], word));
        match nth {
            Some((nth, _)) if is_event => nths.push(nth),
            _ if target == "case.sex"
                && (value("sex", word).is_some() || word.chars().count() == 1) => {}
            _ => certain = false,
        }
    }
    certain &= nths.len() < 2;
    let mut others: Vec<&str> = Vec::new();
    for (other, _) in fitting(text) {
        if rank(other) > 0 && other != target && !others.contains(&other) {
            others.push(other);
        }
    }
    others.sort_by_key(|other| std::cmp::Reverse(rank(other)));
    Some(Reading {
        target,
        stems,
        nth: nths.first().copied().unwrap_or(1),
        certain,
        of_appeal,
        of_end: words.iter().any(|word| of(&[ENDS], word)),
        others,
    })
}

/// How surely a country of which a heading speaks is the one that somebody is a citizen of.
pub fn citizenship(text: &str) -> usize {
    let words = bared(text);
    let says = |list| words.iter().any(|word| of(&[list], word));
    if says(CITIZEN) {
        2
    } else {
        usize::from(says(ORIGIN))
    }
}

/// Whether a heading speaks of a country through which, to which or in which somebody came.
pub fn is_elsewhere(text: &str) -> bool {
    bared(text).iter().any(|word| of(&[ELSEWHERE], word))
}

/// Which of the events a field is of where a heading can be of several: what came of something is not that itself.
pub(super) fn rank(target: &str) -> u8 {
    match target {
        DEADLINE => 7,
        "hearing.date" | "hearing.at" | "interview.date" | "interview.at" => 6,
        "decision.notified" | "decision.served" => 5,
        "decision.decided" | "decision.outcome" => 4,
        "appeal.lodged" | "appeal.kind" => 3,
        "application.lodged" | "application.kind" => 2,
        _ => 0,
    }
}

/// The words that may stand beside those of a field.
fn beside(target: &str, words: &[String]) -> &'static [&'static [&'static str]] {
    match target {
        "application.lodged" => &[DAY, LODGING, ASYLUM, PERSON, FILE, BODIES, APPLICATIONS],
        // The kind of a protection is what was granted.
        "application.kind" if !words.iter().any(|word| of(&[APPLICATIONS], word)) => {
            &[PERSON, FILE]
        }
        "application.kind" => &[ASYLUM, PERSON, FILE, APPLICATIONS],
        "decision.decided" => &[DAY, MADE, ASYLUM, PERSON, FILE, BODIES, APPLICATIONS],
        "decision.outcome" => &[ASYLUM, PERSON, FILE, BODIES, APPLICATIONS],
        "decision.notified" | "decision.served" => &[DAY, ASYLUM, PERSON, FILE, BODIES, DECISIONS],
        "appeal.lodged" => &[DAY, LODGING, APPEALS, PERSON, FILE, COURTS],
        "appeal.kind" => &[PERSON, FILE, COURTS],
        "interview.date" => &[DAY, ASYLUM, PERSON, FILE, BODIES, APPLICATIONS, AHEAD],
        "interview.at" => &[ASYLUM, PERSON, FILE, BODIES, APPLICATIONS, AHEAD],
        "hearing.date" => &[DAY, APPEALS, COURTS, PERSON, FILE, AHEAD],
        "hearing.at" => &[APPEALS, COURTS, PERSON, FILE, AHEAD],
        DEADLINE if words.iter().any(|word| of(&[APPEALS], word)) => {
            &[DAY, LAST_DAYS, APPEALS, LODGING, DECISIONS, FILE, AHEAD]
        }
        DEADLINE => &[DAY, LAST_DAYS, FILE, AHEAD],
        "case.opened" | "close.date" => &[DAY, FILE, PERSON],
        "case.origin" => &[PERSON, CODES, CITIZEN, ORIGIN],
        "case.worker" => &[PERSON, FILE, WORK],
        "case.sex" | "case.born" => &[PERSON],
        "event.date" => &[DAY],
        "key" | "type" => &[FILE, COUNTED],
        "seal file_numbers" => &[FILE, PERSON, COUNTED, BODIES, ASYLUM],
        _ => &[],
    }
}

/// Whether a word is one of those by which a field is known.
fn is_of_target(target: &str, word: &str) -> bool {
    let mut lines = LINES.iter().filter(|(of, ..)| *of == target);
    lines.any(|(_, _, stems)| stems.iter().any(|(_, stem)| begins(word, stem)))
}

/// The words of a heading without the marks on their letters.
pub(super) fn bared(text: &str) -> Vec<String> {
    parted(text).iter().map(|word| bare(word)).collect()
}

/// Whether a word stands in one of the lists; Arabic also with its article.
pub(super) fn of(lists: &[&[&str]], word: &str) -> bool {
    let without = ["وال", "بال", "لل", "ال"]
        .iter()
        .find_map(|article| word.strip_prefix(article));
    let stands = |word: &str| {
        lists
            .iter()
            .any(|list| list.iter().any(|one| is_listed(&[&bare(one)], word)))
    };
    stands(word) || without.is_some_and(stands)
}

/// Without what several words say together and a heading is not changed by.
pub(super) fn without_phrases(words: &[String]) -> Vec<String> {
    let mut left = Vec::new();
    let mut rest = words;
    while let Some((word, after)) = rest.split_first() {
        let said = |phrase: &&&str| {
            let mut parts = phrase.split(' ').zip(rest.iter());
            rest.len() >= phrase.split(' ').count()
                && parts.all(|(part, word)| of(&[&[part]], word))
        };
        if let Some(phrase) = PHRASES.iter().find(said) {
            rest = rest.get(phrase.split(' ').count()..).unwrap_or_default();
        } else {
            left.push(word.clone());
            rest = after;
        }
    }
    left
}

#[cfg(test)]
mod tests;
