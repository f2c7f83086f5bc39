//! Cuts a text into words and finds the dates among them.

use super::arabic;
use super::words::{MONTH, Words};

/// A run of letters and digits.
#[derive(Debug)]
pub struct Word<'t> {
    /// As written.
    pub text: &'t str,
    /// In small letters.
    pub lower: String,
    /// What stands between it and the word before.
    pub gap: &'t str,
    /// Whether it is part of a date that names a day.
    pub date: bool,
}

impl Word<'_> {
    /// Only digits.
    pub fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// How many of its characters are digits.
    pub fn digits(&self) -> usize {
        self.text.bytes().filter(u8::is_ascii_digit).count()
    }

    /// Whether it, or what it is without what Arabic joins to it, stands in a list.
    pub fn among(&self, list: &Words) -> bool {
        let joined = || arabic::stems(&self.lower);
        list.contains(&*self.lower) || joined().iter().any(|stem| list.contains(stem))
    }

    /// A month's name.
    pub fn is_month(&self) -> bool {
        MONTHS.iter().any(|month| self.lower.starts_with(month))
            || ABBREVIATED.contains(&&*self.lower)
    }

    /// Begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Stands directly behind the word before, in the same clause.
    pub fn is_near(&self) -> bool {
        self.gap
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | '-' | '’' | '\''))
    }
}

/// The words of a text, dates marked.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(inside) {
        let (gap, tail) = rest.split_at(start);
        let end = tail.find(|c| !inside(c)).unwrap_or(tail.len());
        let (text, tail) = tail.split_at(end);
        words.push(Word {
            text,
            lower: text.to_lowercase(),
            gap,
            date: false,
        });
        rest = tail;
    }
    for start in 0..words.len() {
        let length = words.get(start..).map_or(0, date_length);
        for word in words.iter_mut().skip(start).take(length) {
            word.date = true;
        }
    }
    words
}

/// How many words, from the first on, are a date that names a day; none where there is none.
fn date_length(words: &[Word<'_>]) -> usize {
    let number = |word: &Word<'_>, most: u32| {
        word.is_number()
            && word
                .text
                .parse()
                .is_ok_and(|n: u32| (1..=most).contains(&n))
    };
    let day = |word: &Word<'_>| {
        let digits = word.lower.trim_end_matches(|c: char| !c.is_ascii_digit());
        let ordinal = ["", "st", "nd", "rd", "th", "er", "го", "º"].iter();
        let mut ends = ordinal.map(|end| format!("{digits}{end}"));
        digits.parse().is_ok_and(|n: u32| (1..=31).contains(&n)) && ends.any(|w| w == word.lower)
    };
    let year = |word: &Word<'_>| word.is_number() && matches!(word.text.len(), 2 | 4);
    let joined = |a: &Word<'_>, b: &Word<'_>| a.gap == b.gap && matches!(a.gap, "." | "-" | "/");
    match words {
        [y, m, d, ..]
            if joined(m, d) && y.text.len() == 4 && year(y) && number(m, 12) && number(d, 31) =>
        {
            3
        }
        // 06.12.34.56.78 is a telephone number.
        [_, m, y, more, ..] if joined(m, y) && joined(y, more) && more.is_number() => 0,
        [d, m, y, ..] if joined(m, y) && number(d, 31) && number(m, 31) && year(y) => 3,
        [d, de, m, de2, y, ..]
            if day(d)
                && de.lower == "de"
                && m.is_month()
                && matches!(&*de2.lower, "de" | "del")
                && year(y) =>
        {
            5
        }
        [a, b, y, ..] if year(y) && (day(a) && b.is_month() || a.is_month() && day(b)) => 3,
        [d, rest @ ..] if day(d) => arabic_month(rest, year).map_or(0, |length| length + 1),
        _ => 0,
    }
}

/// How many words are an Arabic month with its year: the second name that some have, the word for a year in between.
fn arabic_month(words: &[Word<'_>], year: impl Fn(&Word<'_>) -> bool) -> Option<usize> {
    let mut named = false;
    for (place, word) in words.iter().enumerate().take(6) {
        match &*word.lower {
            "من" | "شهر" if !named => {}
            "الاول" | "الثاني" | "عام" | "سنه" if named => {}
            "كانون" | "تشرين" | "ربيع" => named = true,
            month if MONTH.contains(month) => named = true,
            _ => return (named && year(word)).then_some(place + 1),
        }
    }
    None
}

/// Beginnings of the months' names, long enough to be nothing else.
const MONTHS: [&str; 60] = [
    "janu", "febr", "march", "april", "may", "june", "july", "augu", "sept", "octo", "nove",
    "dece", "янва", "февр", "март", "апре", "мая", "май", "июн", "июл", "авгу", "сент", "октя",
    "нояб", "дека", "janv", "févr", "fevr", "mars", "avri", "mai", "juin", "juil", "août", "aout",
    "déce", "ener", "marz", "abri", "mayo", "juni", "juli", "agos", "novi", "dici", "märz", "okto",
    "deze", "ιανο", "φεβρ", "μαρτ", "απρι", "μαΐο", "ιουν", "ιουλ", "αυγο", "σεπτ", "οκτω", "νοεμ",
    "δεκε",
];

const ABBREVIATED: [&str; 13] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "янв", "сен",
];
