//! Documents, days of birth, addresses, titles.

use super::arabic::{has_article, is_arabic, stems};
use super::token::Word;
use super::words::{
    BIRTH, CERTIFICATE, CITIZEN, DOCUMENT, FLAT, GIVEN, OFFICE, SMALL, STREET, STREET_BEHIND,
    TITLE, TITLE_ARABIC,
};

/// The number of a passport or of an authority's file.
pub fn document(words: &[Word<'_>]) -> bool {
    let named = words.iter().enumerate().any(|(place, word)| {
        word.among(&DOCUMENT) && numbered(words.iter().skip(place + 1).take(7))
    });
    // AB1234567: letters and seven to nine digits, as passports and home offices number.
    let lettered = words.iter().any(|word| {
        let letters = word.text.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=2).contains(&letters.chars().count())
            && letters.chars().all(char::is_uppercase)
            && (7..=9).contains(&(word.text.len() - letters.len()))
    });
    // 1234567-408, 123-45-6789: files of the German and US authorities.
    let filed = words.windows(2).any(|two| {
        matches!(two, [a, b] if a.is_number() && b.is_number() && b.gap == "-"
            && (a.text.len(), b.text.len()) == (7, 3))
    });
    let social = words.windows(3).any(|three| {
        matches!(three, [a, b, c] if three.iter().all(Word::is_number) && b.gap == "-" && c.gap == "-"
            && (a.text.len(), b.text.len(), c.text.len()) == (3, 2, 4))
    });
    // A 123 456 789: aliens' numbers of the United States.
    let spaced = words.windows(4).any(|four| {
        matches!(four, [a, rest @ ..] if a.text == "A"
            && rest.iter().all(|w| w.is_number() && w.text.len() == 3 && matches!(w.gap, " " | "-")))
    });
    // 601-13C04567: registrations of UNHCR.
    let registered = words.windows(2).any(|two| {
        matches!(two, [office, number] if office.is_number() && office.text.len() == 3 && number.gap == "-"
            && number.lower.get(2..3) == Some("c") && number.text.len() == 8 && number.digits() == 7)
    });
    named || lettered || filed || social || spaced || registered
}

/// Six digits, in one word or in words side by side, that are no date.
fn numbered<'w>(words: impl Iterator<Item = &'w Word<'w>>) -> bool {
    let mut digits = 0;
    for word in words {
        if word.gap.contains(['.', ';', '\n']) && !word.gap.starts_with('.') {
            return false;
        }
        // 604/2013 is a law.
        if word.date || word.digits() == 0 {
            digits = 0;
        } else if word.gap == "/" {
            digits = word.digits();
        } else {
            digits += word.digits();
        }
        if digits >= 6 {
            return true;
        }
    }
    false
}

/// A day beside a word of birth; a year alone is none.
pub fn birth(words: &[Word<'_>]) -> bool {
    let near = |place: usize, back: usize, on: usize| {
        let from = place.saturating_sub(back);
        words.iter().skip(from).take(place - from + on + 1)
    };
    words.iter().enumerate().any(|(place, word)| {
        let paper = || near(place, 2, 1).any(|w| w.among(&CERTIFICATE));
        let worded = word.among(&BIRTH) && !paper() && near(place, 0, 6).any(|w| w.date);
        // 02.03.1971 г.р., д.р. 02.03.1971
        let next = words.get(place + 1);
        let short = matches!(&*word.lower, "г" | "д")
            && next.is_some_and(|w| w.lower == "р" && w.is_near());
        let dotted = word.lower == "d"
            && next.is_some_and(|w| w.lower == "o" && w.gap == ".")
            && words.get(place + 2).is_some_and(|w| w.lower == "b");
        worded
            || dotted && near(place, 0, 6).any(|w| w.date)
            || short && near(place, 3, 3).any(|w| w.date)
    })
}

/// A street with a house's number, a flat.
pub fn address(words: &[Word<'_>]) -> bool {
    let house = |word: &Word<'_>| {
        let digits = word.text.trim_end_matches(char::is_alphabetic);
        (1..=4).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && word.text.chars().count() <= digits.len() + 1
            && !word.date
    };
    // A street has a name, and names are written large where there are large letters.
    let named = |word: &Word<'_>| {
        word.is_capital()
            || is_arabic(&word.lower)
            || matches!(&*word.lower, "de" | "la" | "du" | "des")
    };
    let close = |word: &Word<'_>| {
        word.gap
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '№' | '-'))
    };
    words.iter().enumerate().any(|(place, word)| {
        let after = |n: usize| {
            words
                .iter()
                .skip(place + 1)
                .take(n)
                .take_while(|w| close(w))
        };
        let next = words.get(place + 1);
        // C/ Mayor 12
        let calle =
            word.lower == "c" && next.is_some_and(|w| w.gap.starts_with('/') && w.is_capital());
        let street = word.among(&STREET) && !has_article(&word.lower);
        // 12 rue des Lilas; 12 bis, rue des Lilas
        let mut before = words.iter().take(place).rev().take(2);
        let before = before.find(|w| !matches!(&*w.lower, "bis" | "ter"));
        let french = street && close(word) && before.is_some_and(house);
        // ул. Ленина, д. 5; calle Mayor 12
        let russian = street && after(4).any(house) && next.is_some_and(named);
        // д. 5, кв. 12
        let flat = word.among(&FLAT) && after(1).any(house);
        // 12 Green Street
        let english = house(word) && {
            let named: Vec<_> = after(4)
                .take_while(|w| w.is_capital() && !w.is_month())
                .collect();
            named.iter().skip(1).any(|w| w.among(&STREET_BEHIND))
        };
        // Lindenstraße 5
        let german = ["straße", "strasse", "str"]
            .iter()
            .any(|end| word.lower.ends_with(end))
            && word.is_capital()
            && word.lower.chars().count() > 5
            && after(1).any(house);
        let spanish = calle
            && words
                .iter()
                .skip(place + 2)
                .take(2)
                .take_while(|w| close(w))
                .any(house);
        french || russian || spanish || flat || english || german
    })
}

/// A name behind a title, or a patronymic behind a name.
pub fn titled(words: &[Word<'_>]) -> bool {
    // Initials and abbreviations stand where a name was left out.
    let name = |word: &Word<'_>| {
        !word.among(&OFFICE)
            && word.is_capital()
            && word.is_near()
            && word.text.chars().any(char::is_lowercase)
    };
    let titled = words.windows(2).any(|two| {
        matches!(two, [title, next] if name(next) && next.gap != "-"
            && (title.is_capital() || !title.lower.starts_with("don"))
            && (title.among(&TITLE) || matches!(title.text, "M" | "κ" | "Κ") && next.gap.starts_with('.')))
    });
    let short = words.windows(3).any(|three| {
        matches!(three, [g, n, next] if matches!((&*g.lower, &*n.lower, n.gap), ("г", "н" | "на" | "ну" | "ном" | "жа" | "жи" | "же" | "жу" | "жой", "-"))
            && name(next))
    });
    let citizen = words.windows(3).any(|three| {
        matches!(three, [who, first, last] if who.among(&CITIZEN) && name(first) && name(last))
    });
    let patronymic = words.windows(2).any(|two| {
        let ends = [
            "ович",
            "евич",
            "овна",
            "евна",
            "овича",
            "евича",
            "овны",
            "евны",
            "ovich",
            "evich",
            "ovna",
            "evna",
        ];
        matches!(two, [first, second] if name(second) && first.is_capital() && second.gap == " "
 && !matches!(&*first.lower, "дело" | "дела" | "case")
            && ends.iter().any(|end| second.lower.ends_with(end)))
    });
    titled || short || citizen || patronymic || titled_arabic(words)
}

/// The same in Arabic, which has no capitals: a title with its article; *son of* between two words; and *son of*, *daughter
/// of*, *father of*, *mother of* before a name that is nothing else.
fn titled_arabic(words: &[Word<'_>]) -> bool {
    let name = |word: &Word<'_>| {
        let long = word.lower.chars().count() >= 2;
        word.is_near()
            && long
            && is_arabic(&word.lower)
            && !word.among(&SMALL)
            && !word.among(&OFFICE)
    };
    let given = |word: &Word<'_>| {
        word.is_near() && (GIVEN.contains(&*word.lower) || word.lower.starts_with("عبد"))
    };
    let titled = words.windows(2).any(|two| {
        matches!(two, [title, next] if has_article(&title.lower) && title.among(&TITLE_ARABIC) && name(next))
    });
    // د. سمر; a line that begins so is the fourth of a list.
    let short = words.windows(2).any(|two| {
        matches!(two, [title, next] if title.lower == "د" && title.gap.ends_with(' ')
            && next.gap.starts_with('.') && name(next))
    });
    let son = words.windows(3).any(|three| {
        matches!(three, [first, of, last] if of.lower == "بن" && of.is_near()
            && is_arabic(&first.lower) && !first.among(&SMALL) && name(last))
    });
    let kin = words.windows(2).any(|two| {
        matches!(two, [of, next] if given(next) && !has_article(&of.lower)
            && stems(&of.lower).iter().any(|stem| matches!(*stem, "ابن" | "بنت" | "ابو" | "ابا" | "ابي" | "ام")))
    });
    titled || short || son || kin
}
